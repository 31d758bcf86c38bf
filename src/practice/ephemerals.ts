import { withIds } from './block-elements.ts';
import { type Content, contentOf } from './refuse-message.ts';
import type { Channel, Ephemeral, World } from './world.ts';

/** Shows something to one person only. */
export const showTo = (
  world: World,
  to: string,
  channel: Channel,
  content: Content,
  threadTs?: string,
): Ephemeral => {
  const { text, blocks } = contentOf(content);
  const shown: Ephemeral = {
    ephemeral: true,
    to,
    channel: channel.id,
    ts: world.nextTs(),
    thread_ts: threadTs,
    text,
    blocks: withIds(blocks, world.nextId),
  };
  world.ephemerals.push(shown);
  return shown;
};
