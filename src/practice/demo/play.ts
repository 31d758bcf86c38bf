import { camhsReplies } from './camhs-replies.ts';
import { askForDocument, askStatus } from './commands.ts';
import { fundingReplies } from './funding-replies.ts';
import { openConsultation } from './open-consultation.ts';
import { replyToTheme, type Said } from './reply-to-theme.ts';
import type { ScriptedReply } from './scripted-reply.ts';
import { editorsWork, secondThoughts } from './second-thoughts.ts';
import type { Stage } from './stage.ts';
import { thresholdsReplies } from './thresholds-replies.ts';
import { workforceReplies } from './workforce-replies.ts';

const script = new Map([
  ['Funding', fundingReplies],
  ['Workforce', workforceReplies],
  ['Thresholds', thresholdsReplies],
  ['CAMHS', camhsReplies],
]);

/** What the lead asks for, by what it is called. */
const documents = new Map([
  ['Working draft', 'draft'],
  ['Submission', 'export markdown'],
  ['Submission by question', 'export markdown questions'],
  ['Paste sheet', 'export paste'],
  ['Data', 'export json'],
]);

/** Plays a whole consultation; gives each document's name and its file's. Throws, saying what did not come. */
export const play = async (stage: Stage): Promise<Map<string, string>> => {
  const all = await collect(stage);
  await workOver(stage, all);
  stage.tell('/soundings status:');
  for (const line of await askStatus(stage)) stage.tell(`    ${line}`);
  const made = new Map<string, string>();
  for (const [name, words] of documents) {
    made.set(name, await askForDocument(stage, words));
    stage.tell(`/soundings ${words}`);
  }
  return made;
};

const collect = async (stage: Stage): Promise<Said[]> => {
  stage.tell('/soundings new (Slack takes one post a second, so five posts take five seconds)');
  const threadOf = await openConsultation(stage, [...script.keys()]);
  const all: Said[] = [];
  for (const [title, replies] of script) {
    const theme = { title, threadTs: threadOf(title) };
    all.push(...(await replyToTheme(stage, theme, replies, 1 / script.size)));
    stage.tell(`${title}: ${replies.length} replies from ${peopleIn(replies)} people`);
  }
  return all;
};

const workOver = async (stage: Stage, all: Said[]): Promise<void> => {
  const { reactions, edited, deleted } = await secondThoughts(stage, all);
  stage.tell(`Second thoughts: ${reactions} reactions, ${edited} replies edited, ${deleted} deleted`);
  stage.tell(`Edit contribution: ${await editorsWork(stage, all)} replies sorted, worded or decided`);
  const standing = all.filter(({ reply }) => !reply.deleted);
  await stage.workspace.until(
    () => standing.every((one) => isMarked(stage, one)),
    'a mark on every reply',
    10_000,
  );
  const held = standing.filter((one) => isMarked(stage, one, 'lock'));
  stage.tell(
    `Held: ${held.length} of ${standing.length} replies, which seem to identify somebody; their authors were told`,
  );
};

const peopleIn = (replies: ScriptedReply[]): number => new Set(replies.map(({ by }) => by)).size;

const isMarked = ({ workspace }: Stage, { channel, ts }: Said, mark?: string): boolean =>
  workspace
    .reactionsOn(channel, ts)
    .some(({ name, users }) => users.includes(workspace.botUserId) && (mark ?? name) === name);
