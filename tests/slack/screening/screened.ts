import { expect, onTestFinished } from 'vitest';
import type { Log } from '../../../src/log.ts';
import { everyFileUnder, exported, openedConsultation } from '../../office.ts';

/** A number of the test range, which belongs to nobody, as a person may write it. */
export const BLOCKED = '943 476 5919';
export const blockedWords = `Her number is ${BLOCKED}, ask the ward.`;
/** Found to be weak: of nobody. */
export const warnedWords = 'A boy aged 14 waited a year.';

const spellings = /943\D{0,2}476\D{0,2}5919/;

type Setting = Parameters<typeof openedConsultation>[0];
export type Screened = Awaited<ReturnType<typeof screenedConsultation>>;

/** A consultation in which nothing that the app logs or says may hold the blocked number. */
export async function screenedConsultation(setting: Setting = {}, values: Record<string, unknown> = {}) {
  const log = keptLog(setting.expects ?? []);
  const there = await openedConsultation({ log, ...setting }, values);
  onTestFinished(() => {
    const said = there.workspace.calls().filter(({ method }) => method !== 'upload');
    expect(JSON.stringify(said.map(({ args }) => args))).not.toMatch(spellings);
    expect(there.workspace.complaints).toEqual([]);
  });
  return { ...there, log };
}

function keptLog(expects: string[]): Log {
  const lines: string[] = [];
  const errors: string[] = [];
  onTestFinished(() => {
    expect(lines.join('\n')).not.toMatch(spellings);
    expect(errors).toEqual([]);
  });
  return {
    info: (...line) => void lines.push(JSON.stringify(line)),
    warn: (...line) => void lines.push(JSON.stringify(line)),
    error: (what, error, about) => {
      const told = `${what}: ${error instanceof Error ? error.stack : error} ${JSON.stringify(about)}`;
      lines.push(told);
      if (!expects.includes(what)) errors.push(told);
    },
  };
}

/** Whether any file of the app holds the number. */
export const isKept = async ({ dataDir }: Screened): Promise<boolean> =>
  spellings.test(await everyFileUnder(dataDir));

/** The app's own marks on a message. */
export const marksOn = ({ workspace, channel }: Screened, ts: string): string[] =>
  workspace
    .reactionsOn(channel, ts)
    .filter(({ users }) => users.includes(workspace.botUserId))
    .map(({ name }) => name);

/** Resolves once just this mark stands on a message. */
export const marked = (there: Screened, ts: string, ...marks: ('lock' | 'memo')[]) =>
  there.workspace.until(
    () => JSON.stringify(marksOn(there, ts)) === JSON.stringify(marks),
    `the marks to be ${marks}`,
  );

type Person = Screened['ruth'];

/** The newest direct message to a person that says this; resolves once it is there. */
export const told = (there: Screened, person: Person, words: string) =>
  there.workspace.until(
    () =>
      there.workspace.directMessagesTo(person).findLast((message) => JSON.stringify(message).includes(words)),
    `a direct message: ${words}`,
  );

/** The newest private answer to a person that says this; resolves once it is there. */
export const answered = (there: Screened, person: Person, words: string) =>
  there.workspace.until(
    () => there.workspace.ephemeralsTo(person).findLast((message) => JSON.stringify(message).includes(words)),
    `an answer: ${words}`,
  );

/** How many direct messages tell a person this. */
export const timesTold = ({ workspace }: Screened, person: Person, words: string): number =>
  workspace.directMessagesTo(person).filter((message) => JSON.stringify(message).includes(words)).length;

/** Bea says in a theme's thread what is held; gives its ts once it is locked and she was told. */
export async function heldReply(there: Screened, words = blockedWords): Promise<string> {
  const ts = there.bea.replies(there.channel, there.thread('Funding'), words);
  await marked(there, ts, 'lock');
  await told(there, there.bea, 'so it is held');
  return ts;
}

/** Bea says why the held reply is not about a person; gives the message to Ruth, who reviews. */
export async function appealed(there: Screened, reason = 'It is the number of a survey.') {
  const { workspace, bea, ruth } = there;
  await bea.clicks(await told(there, bea, 'so it is held'), 'appeal_held');
  const form = await workspace.until(() => workspace.openView(bea), 'the form for a reason');
  const { errors } = await bea.submits(form, { reason });
  if (Object.keys(errors).length > 0) throw new Error(`The reason was refused: ${JSON.stringify(errors)}`);
  return told(there, ruth, 'Its author says');
}

/** What the record tells of the contributions. */
export const recordOf = async (there: Screened): Promise<Record<string, unknown>[]> =>
  JSON.parse(await exported(there, there.ruth, 'export json')).contributions;
