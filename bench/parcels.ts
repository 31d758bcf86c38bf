import type { Parcel } from '../src/practice/transport.ts';
import type { Office } from './office.ts';

/** Catches what the stand-in would send, which goes nowhere as long as no app is connected. */
const caught = async (office: Office, doing: () => Promise<unknown>): Promise<Parcel> => {
  let found: Parcel | undefined;
  office.workspace.changesNext((parcel) => {
    found = parcel;
    return parcel;
  });
  await doing();
  if (found === undefined) throw new Error('The stand-in sent nothing.');
  return found;
};

let commands = 0;

/** So many of a slash command, none like another, whose answers go to `responseUrl`. */
export const commandParcels = async (
  office: Office,
  { line, count, responseUrl }: { line: string; count: number; responseUrl: string },
): Promise<Parcel[]> => {
  const { kind, body } = await caught(office, () => office.lead.types(office.channel, line));
  return Array.from({ length: count }, () => {
    commands += 1;
    return {
      kind,
      body: { ...body, response_url: responseUrl, trigger_id: `${body.trigger_id}.${commands}` },
    };
  });
};

/**
 * Replies that colleagues post in the stand-in's threads, as the events that tell of them: they are in no record yet, and
 * the app can mark them.
 */
export const replyParcels = async (office: Office, threads: string[], texts: string[]): Promise<Parcel[]> => {
  const { workspace, channel, people } = office;
  const envelope = { type: 'event_callback', team_id: workspace.teamId, api_app_id: workspace.appId };
  const authorizations = [{ team_id: workspace.teamId, user_id: workspace.botUserId, is_bot: true }];
  return texts.map((text, nth) => {
    const author = people[nth % people.length] ?? office.lead;
    const ts = author.replies(channel, threads[nth % threads.length] ?? '', text);
    const { channel: channelId, ...message } = workspace.message(channel, ts) ?? { channel: channel.id };
    const event = { ...message, channel: channelId, channel_type: 'channel', event_ts: ts };
    const body = {
      ...envelope,
      authorizations,
      event,
      event_id: `Ev${ts}`,
      event_time: Math.floor(Number(ts)),
    };
    return { kind: 'events_api', body };
  });
};
