import { type MessageContent, section } from './blocks.ts';
import { ids } from './ids.ts';

const groups = {
  'Members of the channel': [
    ['new', 'open a consultation in this channel, one thread a theme (no guests)'],
    ['status', 'see where it stands: replies, gaps, time left'],
  ],
  'The lead and the editors': [
    ['settings', 'change title, deadline, themes and people'],
    ['remind', 'tell the lead and the editors, privately, what is still missing'],
    ['draft', 'make the working draft, for the team: names, links and gaps'],
    ['export markdown', 'make the submission, by theme'],
    ['export markdown questions', 'make the submission, by question'],
    ['export paste', 'make a sheet of plain text to paste, answer by answer'],
    ['export json', 'make a file with everything, names too, for other tools'],
    ['export audit', 'get the account for the corporate record, as a direct message'],
    ['close', 'stop taking replies'],
    ['reopen', 'take replies again, and pick up late ones'],
  ],
  'The safeguarding reviewer': [['held', 'see which replies are held, and decide on them']],
  Anyone: [
    ['me', 'get a file of what is held about you, and the means to erase it'],
    ['help', 'see this list'],
  ],
  'Workspace admins': [['erase @person', 'erase what is held about somebody']],
} as const;

const list = section(
  Object.entries(groups)
    .map(([who, lines]) =>
      [`*${who}*`, ...lines.map(([word, what]) => `\`${ids.command} ${word}\`: ${what}`)].join('\n'),
    )
    .join('\n\n'),
);
const shortcuts = section(
  'In the menu of any message: *Add to consultation* brings it in; *Edit contribution* sorts a recorded reply, ' +
    'withdraws your own, and lets editors decide on its use and wording.',
);

/** Every command word there is. `unknown`: somebody typed something else. */
export function helpMessage(unknown: boolean): MessageContent {
  const intro = unknown
    ? 'Soundings does not know that word. These it knows:'
    : 'Soundings collects what your colleagues reply, one thread a theme, and makes the submission of it.';
  return { text: intro, blocks: [section(intro), list, shortcuts] };
}
