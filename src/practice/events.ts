import type { Payload } from './payload.ts';
import type { Channel, World } from './world.ts';

/** The manifest's names of the events that an app gets unless it asks for others. */
export const usualEvents = [
  'message.channels',
  'message.groups',
  'reaction_added',
  'reaction_removed',
  'member_joined_channel',
  'member_left_channel',
] as const;

const messageNames = { public: 'message.channels', private: 'message.groups', im: 'message.im' } as const;
const prefixes = { public: 'channels', private: 'groups', im: 'im' } as const;

/** True when the app subscribed to such an event, holds its scope, and is in the channel. */
export const isDueToApp = (
  { identity }: World,
  subscribed: ReadonlySet<string>,
  channel: Channel,
  { type }: { type: string },
): boolean => {
  const name = type === 'message' ? messageNames[channel.kind] : type;
  return (
    subscribed.has(name) &&
    identity.scopes.has(scopeOf(type, channel)) &&
    channel.members.has(identity.botUserId)
  );
};

const scopeOf = (type: string, { kind }: Channel): string => {
  if (type.startsWith('reaction_')) return 'reactions:read';
  return `${prefixes[kind]}:${type === 'message' ? 'history' : 'read'}`;
};

/** The envelope of the Events API around one event. */
export const eventEnvelope = ({ identity, nextId, now }: World, event: Payload): Payload => ({
  token: 'practice',
  team_id: identity.teamId,
  context_team_id: identity.teamId,
  context_enterprise_id: null,
  api_app_id: identity.appId,
  event,
  type: 'event_callback',
  event_id: nextId('Ev'),
  event_time: Math.floor(now().getTime() / 1000),
  authorizations: [
    {
      enterprise_id: null,
      team_id: identity.teamId,
      user_id: identity.botUserId,
      is_bot: true,
      is_enterprise_install: false,
    },
  ],
  is_ext_shared_channel: false,
});
