import { describe, expect, it } from 'vitest';
import type { Payload } from '../../../src/practice/payload.ts';
import { exported, recorded } from '../../office.ts';
import { routesOf } from './routes.ts';
import { kept, OTHER_TEAM, restarted, type Scene, send, twoConsultations } from './scene.ts';

type Envelope = { event: Payload } & Payload;

/** The last event of a type as Slack sent it. */
function lastEvent({ workspace }: Scene, type: string): Envelope {
  const found = workspace.deliveries().findLast(({ body }) => (body.event as Payload).type === type);
  if (found === undefined) throw new Error(`There was no ${type}`);
  return structuredClone(found.body) as Envelope;
}

const elsewhere = (envelope: Envelope): Envelope => ({
  ...envelope,
  team_id: OTHER_TEAM,
  context_team_id: OTHER_TEAM,
  authorizations: [{ enterprise_id: null, team_id: OTHER_TEAM, user_id: 'U0THER', is_bot: true }],
});
const withEvent = (envelope: Envelope, changes: Payload): Envelope => ({
  ...envelope,
  event_id: 'Ev0FORGED',
  event: { ...envelope.event, ...changes },
});

/** Makes each event happen once; gives what is sent of it, and the changes an attacker would make. */
const attacks: Record<string, (scene: Scene) => Envelope[]> = {
  message: (scene) => {
    const own = lastEvent(scene, 'message');
    const forged = (changes: Payload) =>
      withEvent(own, {
        ts: '1795308999.000100',
        thread_ts: scene.thread('Funding'),
        channel: scene.channel.id,
        user: scene.bea.id,
        text: 'Forged words',
        blocks: undefined,
        ...changes,
      });
    return [
      elsewhere(forged({})),
      elsewhere(forged({ team: OTHER_TEAM, user_team: OTHER_TEAM, source_team: OTHER_TEAM })),
      forged({ bot_id: 'B0THER' }),
      forged({ user: undefined }),
      forged({ user: { id: scene.bea.id } }),
      forged({ subtype: 'bot_message' }),
      forged({ subtype: 'channel_join' }),
      forged({ channel: scene.hidden.id }),
      forged({ channel: '__proto__' }),
      forged({ thread_ts: '__proto__' }),
      forged({ thread_ts: undefined }),
      forged({ text: undefined, channel: 5 }),
      forged({ subtype: 'message_changed', message: '__proto__' }),
      forged({ subtype: 'message_changed', message: { ts: scene.said, user: 'USLACKBOT', subtype: 'me' } }),
      forged({ subtype: 'message_deleted', deleted_ts: scene.secretReply }),
      forged({ subtype: 'message_deleted', deleted_ts: '__proto__', previous_message: [] }),
      elsewhere(forged({ subtype: 'message_deleted', deleted_ts: scene.said })),
    ];
  },
  reaction_added: (scene) => reactions(scene, 'reaction_added'),
  reaction_removed: (scene) => reactions(scene, 'reaction_removed'),
  member_joined_channel: (scene) => membership(scene, 'member_joined_channel'),
  member_left_channel: (scene) => membership(scene, 'member_left_channel'),
};

function reactions(scene: Scene, type: string): Envelope[] {
  const own = lastEvent(scene, type);
  const item = { type: 'message', channel: scene.channel.id, ts: scene.said };
  return [
    elsewhere(
      withEvent(own, { item, reaction: '+1', user: scene.foreign.id, event_ts: '1995308999.000100' }),
    ),
    ...[
      { item: { ...item, ts: '__proto__' } },
      { item: { ...item, channel: scene.hidden.id } },
      { item: { type: 'file', file: 'F1' } },
      { item, reaction: '__proto__' },
      { item, reaction: 'constructor' },
    ].map((changes) => withEvent(own, { reaction: '+1', event_ts: '1995308999.000100', ...changes })),
  ];
}

/** Whatever is said of a membership, Slack is asked. */
function membership(scene: Scene, type: string): Envelope[] {
  const own = lastEvent(scene, type);
  return [
    elsewhere(own),
    withEvent(own, { user: scene.stranger.id, channel: scene.channel.id }),
    withEvent(own, { user: scene.bea.id, channel: scene.hidden.id }),
    withEvent(own, { user: '__proto__', channel: '__proto__' }),
  ];
}

describe('a signed event that says what is not so', () => {
  it('changes nothing, whatever is in it', async () => {
    const scene = await twoConsultations();
    const { workspace, dataDir, bea, omar, channel, said } = scene;
    omar.reacts(channel, said, 'eyes');
    omar.unreacts(channel, said, 'eyes');
    omar.leaves(channel);
    omar.joins(channel);
    await workspace.settled();
    bea.replies(channel, scene.opening, 'Not a theme');
    const { before, app } = await restarted(scene, ['Slack library error', 'A request failed']);
    const events = Object.values(attacks).flatMap((attack) => attack(scene));
    expect(events.length).toBeGreaterThan(25);
    await Promise.all(events.map((body) => send(scene, { kind: 'events_api', body })));
    await app.stop();
    expect(await kept(dataDir)).toEqual(before);
  });

  it('opens no door: who is in a channel is asked of Slack', async () => {
    const scene = await twoConsultations();
    const { workspace, stranger, channel, bea, ruth } = scene;
    stranger.joins(channel);
    stranger.leaves(channel);
    await workspace.settled();
    for (const body of membership(scene, 'member_joined_channel'))
      await send(scene, { kind: 'events_api', body });
    const command = {
      command: '/soundings',
      text: 'status',
      team_id: workspace.teamId,
      user_id: stranger.id,
      channel_id: channel.id,
    };
    await send(scene, { kind: 'slash_commands', body: command });
    await workspace.until(
      () => JSON.stringify(workspace.directMessagesTo(stranger)).includes('Only members'),
      'a refusal',
    );
    await recorded(scene, bea.replies(channel, scene.thread('Funding'), 'Said properly'));
    expect(await exported(scene, ruth, 'export json')).toContain('Said properly');
  });

  it('is tried on every event that the app listens to', () => {
    const events = routesOf().filter((route) => route.startsWith('event '));
    expect(Object.keys(attacks).map((name) => `event ${name}`)).toEqual(events);
  });
});
