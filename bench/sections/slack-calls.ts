import { type Figure, figure } from '../figure.ts';
import { inventedTexts } from '../invented-texts.ts';
import { type Office, settingsFor, startOffice, temporaryFolder } from '../office.ts';
import { startApp } from '../start-app.ts';

const REPLIES = 500;
const THEMES = 4;
const DEADLINE = new Date('2031-03-31T17:00:00Z');

/** The lead fills in the form; gives the theme messages once their threads are known to the app. */
const opens = async ({ workspace, lead, channel }: Office): Promise<string[]> => {
  await lead.types(channel, '/soundings new');
  const form = await workspace.until(() => workspace.openView(lead), 'the form');
  await lead.submits(form, { title: 'Our response', responding_as: 'Eastmarsh Council', deadline: DEADLINE });
  const read = () => workspace.calls('conversations.replies').length >= THEMES;
  await workspace.until(read, 'every thread to be read', 30_000);
  return workspace
    .messages(channel)
    .slice(1, 1 + THEMES)
    .map(({ ts }) => ts);
};

const replies = async ({ workspace, people, lead, channel }: Office, threads: string[]): Promise<void> => {
  for (const [n, text] of inventedTexts(REPLIES).entries()) {
    const author = people[n % people.length] ?? lead;
    const ts = author.replies(channel, threads[n % THEMES] ?? '', text);
    if (n % 5 === 0) lead.reacts(channel, ts, '+1');
  }
  await workspace.settled();
  const marked = () => workspace.calls('reactions.add').length >= REPLIES;
  await workspace.until(marked, 'every reply to be marked', 60_000);
};

const asksFor = async ({ workspace, lead, channel }: Office, words: string): Promise<void> => {
  const before = workspace.filesIn(channel).length;
  await lead.types(channel, `/soundings ${words}`);
  await workspace.until(() => workspace.filesIn(channel)[before], `the file of “${words}”`, 60_000);
};

/** What a whole consultation asks of Slack: opened, replied to, looked at, drafted, exported and closed. A count, so one run. */
export const slackCalls = async (): Promise<Figure[]> => {
  const office = await startOffice();
  const { workspace, lead, channel } = office;
  const app = await startApp('src/main.ts', settingsFor(workspace, await temporaryFolder()));
  workspace.connect(app.url);
  await replies(office, await opens(office));
  await lead.types(channel, '/soundings status');
  await asksFor(office, 'draft');
  await asksFor(office, 'export markdown');
  await lead.types(channel, '/soundings close');
  await app.stop();
  const methods = workspace.calls().map(({ method }) => method);
  const told = (what: string, calls: number): Figure =>
    figure({
      section: `Slack calls of a consultation of ${REPLIES} replies`,
      what,
      unit: 'calls',
      runs: [calls],
    });
  return [
    told('all', methods.length),
    ...[...new Set(methods)].sort().map((name) => told(name, methods.filter((each) => each === name).length)),
  ];
};
