import type { Payload } from './payload.ts';
import { newResponseUrl } from './response-urls.ts';
import { newTrigger } from './triggers.ts';
import type { Channel, PersonRecord, World } from './world.ts';

/** What every interaction says of the person, the workspace and the app. */
export const interaction = (world: World, userId: string, channel: Channel | undefined, type: string) => {
  const { identity, people } = world;
  const { name = userId, teamId = identity.teamId } = people.get(userId) ?? {};
  const username = name.toLowerCase().replaceAll(' ', '.');
  return {
    type,
    token: 'practice',
    api_app_id: identity.appId,
    team: { id: identity.teamId, domain: new URL(world.url).hostname.split('.')[0] },
    enterprise: null,
    is_enterprise_install: false,
    user: { id: userId, username, name: username, team_id: teamId },
    trigger_id: newTrigger(world, userId, channel?.id),
    ...(channel === undefined ? {} : { channel: { id: channel.id, name: shownName(channel) } }),
  } satisfies Payload;
};

/** Slack hides the names of all but public channels from commands and interactions. */
const shownName = ({ kind, name }: Channel): string =>
  ({ public: name, private: 'privategroup', im: 'directmessage' })[kind];

/** A slash command as it is sent, field by field. */
export const commandBody = (
  world: World,
  { id, name }: PersonRecord,
  channel: Channel,
  command: string,
  text: string,
): Payload => ({
  token: 'practice',
  team_id: world.identity.teamId,
  team_domain: new URL(world.url).hostname.split('.')[0],
  channel_id: channel.id,
  channel_name: shownName(channel),
  user_id: id,
  user_name: name.toLowerCase().replaceAll(' ', '.'),
  command,
  text,
  api_app_id: world.identity.appId,
  is_enterprise_install: 'false',
  response_url: newResponseUrl(world, id, channel, null),
  trigger_id: newTrigger(world, id, channel.id),
});
