import { z } from 'zod';
import { postAsBot } from './bot-posts.ts';
import { showTo } from './ephemerals.ts';
import { change, remove } from './messages.ts';
import type { Payload } from './payload.ts';
import { Refusal } from './refusal.ts';
import { faultsOf } from './refuse-blocks.ts';
import { refuseMessage } from './refuse-message.ts';
import type { Channel, ResponseUrl, World } from './world.ts';

const mostUses = 5;
const lifeMs = 30 * 60_000;

const answerShape = z.strictObject({
  text: z.string().optional(),
  blocks: z.array(z.unknown()).optional(),
  attachments: z.array(z.unknown()).optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).optional(),
  replace_original: z.boolean().optional(),
  delete_original: z.boolean().optional(),
  thread_ts: z.string().optional(),
  mrkdwn: z.boolean().optional(),
  unfurl_links: z.boolean().optional(),
  unfurl_media: z.boolean().optional(),
});

/** An address for answers to what a person just did; `ts` is the message they acted on, if any. */
export const newResponseUrl = (world: World, userId: string, channel: Channel, ts: string | null): string => {
  const id = world.nextId('R');
  world.responseUrls.set(id, { userId, channel, ts, uses: 0, madeAt: world.now().getTime() });
  return `${world.baseUrl}/response/${id}`;
};

/** Does what an answer sent to a response_url asks; refuses a sixth one, and any after half an hour. */
export const answerThere = (world: World, id: string, given: unknown): void => {
  const place = world.responseUrls.get(id);
  if (place === undefined || world.now().getTime() - place.madeAt > lifeMs) throw new Refusal('expired_url');
  if (place.uses >= mostUses) throw new Refusal('used_url');
  const checked = answerShape.safeParse(given);
  if (!checked.success) throw new Refusal('invalid_payload', faultsOf(checked.error, ''));
  place.uses += 1;
  place.ts = carryOut(world, place, checked.data);
};

/** What an ack's body says is shown like an answer to a response_url. */
export const answerByAck = (world: World, userId: string, channel: Channel, ack: unknown): void => {
  const given = typeof ack === 'string' ? { text: ack } : ack;
  const checked = answerShape.safeParse(given);
  if (!checked.success) throw new Refusal('invalid_command_response', faultsOf(checked.error, ''));
  carryOut(world, { userId, channel, ts: null, uses: 0, madeAt: 0 }, checked.data);
};

const carryOut = (
  world: World,
  { userId, channel, ts }: ResponseUrl,
  answer: z.infer<typeof answerShape>,
): string | null => {
  if (answer.delete_original === true) {
    if (ts !== null) withdraw(world, channel, ts);
    return null;
  }
  refuseMessage(world, 'response_url', answer);
  if (answer.replace_original === true && ts !== null) {
    replace(world, channel, ts, answer);
    return ts;
  }
  if (answer.response_type === 'in_channel')
    return postAsBot(world, channel, answer, { threadTs: answer.thread_ts }).ts;
  return showTo(world, userId, channel, answer, answer.thread_ts).ts;
};

const replace = (world: World, channel: Channel, ts: string, answer: Payload): void => {
  const words = {
    text: String(answer.text ?? ''),
    blocks: Array.isArray(answer.blocks) ? answer.blocks : [],
  };
  const shown = world.ephemerals.find((one) => one.ts === ts);
  if (shown !== undefined) Object.assign(shown, words);
  else if (channel.messages.at(ts) !== undefined) change(world, channel, ts, words);
};

const withdraw = (world: World, channel: Channel, ts: string): void => {
  const index = world.ephemerals.findIndex((one) => one.ts === ts);
  if (index >= 0) world.ephemerals.splice(index, 1);
  else if (channel.messages.at(ts) !== undefined) remove(world, channel, ts);
};
