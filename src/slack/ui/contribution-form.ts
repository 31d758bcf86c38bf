import type { ModalView } from '@slack/types';
import { contributionRef, kinds } from '../../domain/contribution.ts';
import { waitsForEditor } from '../../domain/status.ts';
import type { FoundContribution } from '../../usecases/use-case.ts';
import { escapeMrkdwn } from '../text/escape-mrkdwn.ts';
import { plainExcerpt } from '../text/plain-excerpt.ts';
import { actions, button, context, plain, section } from './blocks.ts';
import { ids } from './ids.ts';
import { input, option, select, textInput } from './inputs.ts';

const { field } = ids;
const UNSORTED = 'unsorted';

const kindOptions = [option(UNSORTED, 'Not sorted'), ...kinds.map((kind) => option(kind, capitalised(kind)))];
const useOptions = [option('yes', 'Yes'), option('no', 'No')];
/** Offered only where a decision waits, so that saving something else decides nothing. */
const undecided = option('undecided', 'Not decided yet');
const EXCERPT_LIMIT = 500;

/** The form behind “Edit contribution”: kind, theme and Withdraw for its author; use and wording for editors. */
export function contributionForm(found: FoundContribution, userId: string): ModalView {
  const { consultation, contribution, isEditor } = found;
  const { channelId, messageTs, hash, authorId } = contribution;
  const themes = consultation.themes.map(({ id, title }) => option(id, title));
  return {
    type: 'modal',
    callback_id: ids.contributionForm,
    title: plain('Edit contribution'),
    submit: plain('Save'),
    close: plain('Cancel'),
    private_metadata: JSON.stringify({ channelId, messageTs, hash, isEditor }),
    blocks: [
      context(`A reply to “${escapeMrkdwn(consultation.title)}”. The words themselves are edited in Slack.`),
      { type: 'section', text: plain(plainExcerpt(contribution.text, EXCERPT_LIMIT) || 'No words.') },
      input(field.kind, 'Kind', select(field.kind, kindOptions, contribution.kind ?? UNSORTED)),
      input(field.theme, 'Theme', select(field.theme, themes, contribution.themeId)),
      ...(isEditor ? decisionFields(found) : []),
      ...(authorId === userId ? withdrawPart(contributionRef(contribution)) : []),
    ],
  };
}

function decisionFields({ contribution }: FoundContribution) {
  const { use, wording, hash } = contribution;
  const waits = waitsForEditor(contribution);
  const standing = option(use.inSubmission ? 'yes' : 'no', use.inSubmission ? 'Yes' : 'No');
  const isOlder = wording !== null && wording.ofHash !== hash;
  return [
    ...(waits ? [section(`*Waits for your decision.* ${whyItWaits(contribution)}`)] : []),
    input(field.use, 'Use in the submission', {
      type: 'radio_buttons',
      action_id: field.use,
      options: waits ? [undecided, ...useOptions] : useOptions,
      initial_option: waits ? undecided : standing,
    }),
    input(field.reason, 'Reason', textInput(field.reason, use.reason), {
      optional: true,
      hint: 'Needed for “No”. It stands in the working draft.',
    }),
    input(field.wording, 'Wording for the submission', textInput(field.wording, wording?.typed, true), {
      optional: true,
      hint: isOlder
        ? 'The reply changed since this was written: check it. Empty: the reply’s own words are used.'
        : 'Printed in place of the reply’s words, which are kept beside it. Empty: the reply’s own words are used.',
    }),
  ];
}

const whyItWaits = ({ state, use }: FoundContribution['contribution']): string =>
  state === 'missing' ? 'It is no longer in Slack.' : `${escapeMrkdwn(use.reason)}.`;

const withdrawPart = (value: string) => [
  section(
    '*Withdraw* takes your words out of our record for good, and out of the next draft. The message in Slack stays.',
  ),
  actions({
    ...button('Withdraw', ids.withdraw, value),
    style: 'danger',
    confirm: {
      title: plain('Withdraw this reply?'),
      text: plain('Its words leave the record for good. This cannot be undone.'),
      confirm: plain('Withdraw'),
      deny: plain('Keep it'),
    },
  }),
];

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
