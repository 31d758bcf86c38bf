import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import manifest from '../manifest.json' with { type: 'json' };
import { startWorkspace, type Workspace } from '../src/practice/workspace.ts';
import type { Setting } from './invented-record.ts';

const themes = ['funding', 'workforce', 'thresholds', 'camhs'];
const PEOPLE = 30;

const ends: (() => Promise<unknown>)[] = [];

/** Leaves nothing of a run behind. */
export const cleanUp = async (): Promise<void> => {
  for (const end of ends.splice(0).reverse()) await end();
};

/** A folder that goes when the benchmark ends. */
export const temporaryFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'soundings-bench-'));
  ends.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

/** The stand-in workspace with the manifest's scopes. `events`: of the manifest, or none where callers send them themselves. */
export const startOffice = async (
  events: readonly string[] = manifest.settings.event_subscriptions.bot_events,
) => {
  const workspace = await startWorkspace({ scopes: manifest.oauth_config.scopes.bot, events });
  ends.push(() => workspace.stop());
  const people = Array.from({ length: PEOPLE }, (_, n) =>
    workspace.addPerson({ name: `Colleague ${n + 1}` }),
  );
  const [lead] = people;
  if (lead === undefined) throw new Error('Nobody is there.');
  const channel = workspace.addChannel({ name: 'care-review', members: people });
  return { workspace, people, lead, channel };
};
export type Office = Awaited<ReturnType<typeof startOffice>>;

/** The threads of a consultation that the app seems to have opened long ago. */
export const openedThreads = ({ workspace, people, lead, channel }: Office): Setting => ({
  teamId: workspace.teamId,
  channelId: channel.id,
  leadId: lead.id,
  authorIds: people.map(({ id }) => id),
  openingTs: lead.posts(channel, 'Our response'),
  threads: themes.map((id) => ({ id, title: id, threadTs: lead.posts(channel, id) })),
});

/** What Soundings, and bare Bolt as far as it needs them, are told at their start. */
export const settingsFor = (workspace: Workspace, dataDir: string) => ({
  SLACK_BOT_TOKEN: workspace.botToken,
  SLACK_SIGNING_SECRET: workspace.signingSecret,
  SLACK_API_URL: workspace.apiUrl,
  DATA_DIR: dataDir,
  PORT: '0',
  LOG_LEVEL: 'error',
});
