import type { KnownBlock, ModalView } from '@slack/types';
import { type Contribution, kinds } from '../../domain/contribution.ts';
import { saidTypes } from '../../domain/screening/finding.ts';
import { waitsForEditor } from '../../domain/status.ts';
import type { FoundContribution } from '../../usecases/use-case.ts';
import { escapeMrkdwn } from '../text/escape-mrkdwn.ts';
import { plainExcerpt } from '../text/plain-excerpt.ts';
import { actions, context, plain, section } from './blocks.ts';
import { withdrawButton } from './held-buttons.ts';
import { heldForm } from './held-form.ts';
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
  if (contribution.held !== null) return heldForm(found, userId);
  const { channelId, messageTs, hash, version, authorId } = contribution;
  const themes = consultation.themes.map(({ id, title }) => option(id, title));
  return {
    type: 'modal',
    callback_id: ids.contributionForm,
    title: plain('Edit contribution'),
    submit: plain('Save'),
    close: plain('Cancel'),
    private_metadata: JSON.stringify({ channelId, messageTs, hash, version, isEditor }),
    blocks: [
      context(`A reply to “${escapeMrkdwn(consultation.title)}”. The words themselves are edited in Slack.`),
      { type: 'section', text: plain(plainExcerpt(contribution.text, EXCERPT_LIMIT) || 'No words.') },
      input(field.kind, 'Kind', select(field.kind, kindOptions, contribution.kind ?? UNSORTED)),
      input(field.theme, 'Theme', select(field.theme, themes, contribution.themeId)),
      ...whatToKnow(contribution, isEditor),
      ...(isEditor ? decisionFields(contribution) : []),
      ...(authorId === userId ? withdrawPart(contribution) : []),
    ],
  };
}

function decisionFields(contribution: Contribution) {
  const { use, wording, hash } = contribution;
  // What the app says of it is nobody's reason.
  const reason = use.decidedBy === null ? '' : use.reason;
  const waits = waitsForEditor(contribution);
  const standing = option(use.inSubmission ? 'yes' : 'no', use.inSubmission ? 'Yes' : 'No');
  const isOlder = wording !== null && wording.ofHash !== hash;
  return [
    input(field.use, 'Use in the submission', {
      type: 'radio_buttons',
      action_id: field.use,
      options: waits ? [undecided, ...useOptions] : useOptions,
      initial_option: waits ? undecided : standing,
    }),
    input(field.reason, 'Reason', textInput(field.reason, reason), {
      optional: true,
      hint: 'Needed for “No”, and for “Yes” while the reply’s own words stand that the screen warns of. It stands in the working draft.',
    }),
    input(field.wording, 'Wording for the submission', textInput(field.wording, wording?.typed, true), {
      optional: true,
      hint: isOlder
        ? 'The reply changed since this was written: check it. Empty: the reply’s own words are used.'
        : 'Printed in place of the reply’s words, which are kept beside it. Empty: the reply’s own words are used.',
    }),
  ];
}

/** What stands in the way of its use, for editors with what they can do about it. */
function whatToKnow(contribution: Contribution, isEditor: boolean): KnownBlock[] {
  const { warnings } = contribution;
  const warned = warnings.length === 0 ? [] : [`It may identify somebody: ${saidTypes(warnings)}.`];
  if (!waitsForEditor(contribution))
    return isEditor && warned.length > 0 ? [context(`The screen warns of this reply. ${warned}`)] : [];
  const why = whyItWaits(contribution, warned).join(' ');
  if (!isEditor) return [context(`An editor decides on this reply before it is used. ${why}`)];
  return [section(`*Waits for your decision.* ${why}${warned.length === 0 ? '' : ` ${DISPOSE}`}`)];
}

const DISPOSE = 'Give a wording that identifies nobody, leave it out, or say why it may stand as it is.';

const whyItWaits = ({ state, use }: Contribution, warned: string[]): string[] => [
  ...(state === 'missing' ? ['It is no longer in Slack.'] : []),
  ...(use.inSubmission ? warned : [`${escapeMrkdwn(use.reason)}.`]),
];

const withdrawPart = (contribution: Contribution) => [
  section(
    '*Withdraw* takes your words out of our record for good, and out of the next draft. The message in Slack stays.',
  ),
  actions(withdrawButton(contribution)),
];

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
