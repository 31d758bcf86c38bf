import { readdir, readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import type { Parcel } from '../../../src/practice/transport.ts';
import { type Office, openedConsultation, opens, recorded, startApp } from '../../office.ts';

/** Words of the private consultation: whoever is not in its channel reads none of them, in any spelling. */
export const SECRETS = ['zephyr', 'quillfeather', 'kestrel', 'osprey'];
export const OTHER_TEAM = 'T0THER';

type Setting = Parameters<typeof openedConsultation>[0];

/**
 * Two consultations: one in a channel that Bea is in, one in a private channel of Ruth and Omar. Around them those
 * who have no business there.
 */
export async function twoConsultations(setting: Setting = {}) {
  const expects = ['A request failed', 'A form could not be saved', ...(setting.expects ?? [])];
  const there = await openedConsultation({ ...setting, expects });
  const { workspace, ruth, omar, bea, channel, thread } = there;
  const person = (name: string, more: object = {}) => workspace.addPerson({ name, ...more });
  const others = {
    admin: person('Ada Kowalska', { isAdmin: true }),
    deactivated: person('Dee Walsh', { deleted: true }),
    foreign: person('Finn Achterberg', { teamId: OTHER_TEAM }),
    bot: person('Botha', { isBot: true }),
    guest: person('Gus Okoro', { isGuest: true }),
  };
  for (const one of [others.deactivated, others.foreign, others.bot]) one.joins(channel);
  const hidden = workspace.addChannel({ name: 'osprey-room', isPrivate: true, members: [ruth, omar] });
  const elsewhere = { ...there, channel: hidden };
  const secret = await opens(elsewhere, {
    title: 'Zephyr answer',
    responding_as: 'Quillfeather Trust',
  });
  const said = bea.replies(channel, thread('Funding'), 'Early help comes first');
  await recorded(there, said);
  const secretReply = omar.replies(hidden, secret.thread('Funding'), 'Kestrel grants were cut twice');
  await recorded(elsewhere, secretReply);
  const held = bea.replies(channel, thread('Funding'), 'Her UPN is H801200001001 and nobody counts her');
  await workspace.until(
    () => workspace.directMessagesTo(bea).some(({ text }) => text.includes('held')),
    'the author of what is held to be told',
  );
  await workspace.settled();
  const idOf = (place: { id: string }, ts: string) => {
    const payload = workspace.message(place, ts)?.metadata?.event_payload as { consultation_id: string };
    return payload.consultation_id;
  };
  const ownId = idOf(channel, there.opening);
  const secretId = idOf(hidden, secret.opening);
  return { ...there, ...others, hidden, secret, said, secretReply, held, ownId, secretId };
}
export type Scene = Awaited<ReturnType<typeof twoConsultations>>;

/** What a person's doing sends to the app, without sending it. */
export async function caught({ workspace }: Scene, act: () => Promise<unknown>): Promise<Parcel> {
  const seen: Parcel[] = [];
  workspace.changesNext((parcel) => {
    seen.push(parcel);
    return nothingToDo;
  });
  await act();
  const [parcel] = seen;
  if (parcel === undefined) throw new Error('Nothing was sent');
  return structuredClone(parcel);
}

const nothingToDo: Parcel = {
  kind: 'events_api',
  body: { type: 'event_callback', team_id: OTHER_TEAM, event: { type: 'app_home_opened' } },
};

/** Signs it as Slack would, and sends it. */
export const send = ({ workspace }: Pick<Office, 'workspace'>, parcel: Parcel) =>
  workspace.sendsRaw(workspace.signs(parcel));

/** All that people who are not in the private channel can see, as one text in lower case. */
export function seenOutside(scene: Scene): string {
  const { workspace, channel, stranger, bea, admin, deactivated, foreign, bot, guest } = scene;
  const people = [stranger, bea, admin, deactivated, foreign, bot, guest];
  const private_ = people.map((one) => [
    workspace.ephemeralsTo(one),
    workspace.directMessagesTo(one),
    workspace.openView(one) ?? null,
  ]);
  const direct = people.flatMap((one) => workspace.directMessagesTo(one)).map((one) => one.channel);
  const files = [...new Set([channel.id, ...direct])]
    .flatMap((place) => workspace.filesIn(place))
    .map(({ name, title, content }) => [name, title, `${content}`]);
  return JSON.stringify([private_, workspace.messages(channel), files]).toLowerCase();
}

/** Calls of the app that bring the private consultation's words anywhere but to its channel or a member of it. */
export function callsThatTell({ workspace, hidden, ruth, omar }: Scene): string[] {
  const members = [hidden.id, ruth.id, omar.id];
  const isTold = (args: Record<string, unknown>) =>
    ['channel', 'channel_id', 'user'].some((name) => members.includes(String(args[name])));
  return workspace
    .calls()
    .filter(({ args }) => SECRETS.some((word) => JSON.stringify(args).toLowerCase().includes(word)))
    .filter(({ method, args }) => !isTold(args) && !asksForAnAddress.has(method))
    .map(({ method, args }) => `${method} ${JSON.stringify(args)}`);
}

/** Views and answers are looked at where they arrive; a file's name goes to Slack before its place does. */
const asksForAnAddress = new Set([
  'views.open',
  'views.push',
  'views.update',
  'response_url',
  'files.getUploadURLExternal',
]);

/** All that the app keeps, file by file. */
export async function kept(dataDir: string): Promise<Record<string, string>> {
  const entries = await readdir(dataDir, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((one) => one.isFile() && !one.name.includes('lock'))
    .map((one) => `${one.parentPath}/${one.name}`);
  const texts = await Promise.all(
    paths.map(async (path) => [relative(dataDir, path), await readFile(path, 'utf8')]),
  );
  return Object.fromEntries(texts);
}

/** The app begun anew, once all that it had in hand is done; with what it keeps. */
export async function restarted({ workspace, app, dataDir }: Scene, expects: string[]) {
  await workspace.settled();
  await app.stop();
  const before = await kept(dataDir);
  return { before, app: await startApp(workspace, dataDir, { expects }) };
}
