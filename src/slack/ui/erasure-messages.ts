import type { Button } from '@slack/types';
import type { ErasureReport } from '../../usecases/erase-data.ts';
import type { ErasurePreview } from '../../usecases/erase-person.ts';
import { escapeMrkdwn } from '../text/escape-mrkdwn.ts';
import { actions, button, type MessageContent, plain, section } from './blocks.ts';
import { ids } from './ids.ts';

const CANNOT_BE_UNDONE =
  'Replies become bare references, endorsements, wordings and reasons go, and kept documents that hold any of it are deleted. This cannot be undone.';

/** Under one's own file. */
export function eraseOffer(): MessageContent {
  const text =
    'You can have your words and your name erased from Soundings. What you did (who, what, when) stays in the log, without words. Your messages stay in Slack, where you can delete them.';
  return { text, blocks: [section(text), actions(eraseButton('Erase my words', ids.eraseOwn, 'own'))] };
}

/** To an admin, before anything is done. */
export function askErasure(userId: string, preview: ErasurePreview): MessageContent {
  const { contributions, others, isNameKept } = preview;
  const found = [
    counted(contributions, 'contribution of theirs', 'contributions of theirs'),
    counted(
      others,
      'contribution of others that they endorsed or decided on',
      'contributions of others that they endorsed or decided on',
    ),
    isNameKept ? 'their name' : 'no name',
  ].join('; ');
  const text = `Erase what Soundings holds of <@${userId}>? There is: ${found}. ${CANNOT_BE_UNDONE}`;
  return { text, blocks: [section(text), actions(eraseButton('Erase', ids.erasePerson, userId))] };
}

const eraseButton = (label: string, actionId: string, value: string): Button => ({
  ...button(label, actionId, value),
  style: 'danger',
  confirm: {
    title: plain('Erase for good?'),
    text: plain(CANNOT_BE_UNDONE),
    confirm: plain('Erase'),
    deny: plain('Keep'),
    style: 'danger',
  },
});

/** What was done, and what a search afterwards found; no words. `whose`: "you", or a mention of ours. */
export function erasureReport(report: ErasureReport, whose: string): MessageContent {
  const { contributions, others, deletedFiles } = report;
  const done =
    `Erased, of ${whose}: ${counted(contributions, 'contribution', 'contributions')}; ` +
    `endorsements, wordings or reasons on ${counted(others, 'contribution of others', 'contributions of others')}; the name. ` +
    `Deleted: ${counted(deletedFiles, 'kept document', 'kept documents')}. Nothing sent before this comes back.`;
  return { text: done, blocks: [section(done), section(searched(report)), section(STAYS)] };
}

const MOST_NAMED = 20;

function searched({ stillIn, isNameSearched }: ErasureReport): string {
  const what = isNameSearched ? 'the name and every sentence' : 'every sentence';
  const note = isNameSearched
    ? ''
    : ' A name of one word stands in other words too, so it was not searched for.';
  if (stillIn.length === 0)
    return `A search of all that is kept for ${what} of four words or more found nothing.${note}`;
  const named = stillIn.slice(0, MOST_NAMED).map((path) => `\`${escapeMrkdwn(path)}\``);
  const more = stillIn.length > MOST_NAMED ? ` and ${stillIn.length - MOST_NAMED} more` : '';
  return (
    `A search of all that is kept for ${what} of four words or more still found some in ${named.join(', ')}${more}.${note} ` +
    'These are other people’s words, for example a reply that quotes: ask its author to edit or withdraw it, or an editor to leave it out; an editor changes a title with `/soundings settings`.'
  );
}

const STAYS =
  '*What stays.* In the log and the settings: the Slack id with what was done when, without words. In Slack: the messages themselves, which their author or a workspace admin can delete there; files that were shared, ' +
  'which a workspace admin can delete; what Soundings wrote in direct messages. Backups: ask whoever runs Soundings.';

const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count === 0 ? 'no' : count} ${many}`;
