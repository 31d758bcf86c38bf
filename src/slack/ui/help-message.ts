import { type MessageContent, section } from './blocks.ts';
import { ids } from './ids.ts';

const lines = [
  ['new', 'open a consultation in this channel: one thread a theme'],
  ['status', 'see where it stands: replies, gaps, time left'],
  ['held', 'see which replies are held, and decide on them (safeguarding reviewer)'],
  ['settings', 'change title, deadline, themes and people (editors)'],
  ['draft', 'make the working draft, for the team: names, links and gaps (editors)'],
  ['export markdown', 'make the submission, by theme (editors)'],
  ['export markdown questions', 'make the submission, by the issuer’s questions (editors)'],
  ['export paste', 'make a plain-text sheet to paste into the issuer’s form (editors)'],
  ['export json', 'make a file with everything, names too, for other tools (editors)'],
  ['export audit', 'get the account for the corporate record, as a direct message (editors)'],
  ['remind', 'tell the lead and the editors, privately, what is still missing (editors)'],
  ['close', 'stop taking replies (editors)'],
  ['reopen', 'take replies again, and pick up late ones (editors)'],
  ['me', 'get a file of everything that is held about you, and the means to erase it'],
  ['erase @person', 'erase what is held about somebody (workspace admins)'],
  ['help', 'see this list'],
] as const;

const list = section(lines.map(([word, what]) => `\`${ids.command} ${word}\`: ${what}`).join('\n'));
const shortcuts = section(
  'On any message, from its “More actions” menu: *Add to consultation* brings it in; *Edit contribution* sorts a recorded reply, ' +
    'withdraws your own, and lets editors decide on its use and wording.',
);

/** Every command word there is. `unknown`: somebody typed something else. */
export function helpMessage(unknown: boolean): MessageContent {
  const intro = unknown
    ? 'Soundings does not know that word. These it knows:'
    : 'Soundings collects your colleagues’ replies, one thread a theme, and makes the submission of them.';
  return { text: intro, blocks: [section(intro), list, shortcuts] };
}
