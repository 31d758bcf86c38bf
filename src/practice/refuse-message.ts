import { type Block, blocksIn } from './payload.ts';
import { Refusal } from './refusal.ts';
import { refuseBlocks } from './refuse-blocks.ts';
import type { World } from './world.ts';

const longestText = 40_000;
const longestUpdateBytes = 4_000;
const eventType = /^[a-z0-9_]+$/i;

export type Content = { text?: string | undefined; blocks?: unknown; attachments?: unknown };

/** Refuses what no message may be; complains of blocks without a text, which notifications would lack. */
export const refuseMessage = (world: World, method: string, { text, blocks, attachments }: Content): void => {
  const hasText = text !== undefined && text !== '';
  if (!hasText && !isFilled(blocks) && !isFilled(attachments)) throw new Refusal('no_text');
  if ((text ?? '').length > longestText) throw new Refusal('msg_too_long');
  if (blocks !== undefined) refuseBlocks(blocks);
  if (!hasText) world.complaints.push(`${method}: blocks without a text to fall back on`);
};

/** chat.update counts bytes, after & < > have become entities. */
export const refuseLongUpdate = (text: string | undefined): void => {
  if (Buffer.byteLength(text ?? '') > longestUpdateBytes) throw new Refusal('msg_too_long');
};

/** Metadata is an event type and a payload, nothing else. */
export const refuseMetadata = (metadata: Record<string, unknown> | undefined): void => {
  if (metadata === undefined) return;
  const { event_type, event_payload, ...others } = metadata;
  const isShaped = typeof event_type === 'string' && eventType.test(event_type);
  const hasPayload =
    typeof event_payload === 'object' && event_payload !== null && !Array.isArray(event_payload);
  if (!isShaped || !hasPayload || Object.keys(others).length > 0)
    throw new Refusal('invalid_metadata_format');
};

/** A message of the app's own keeps its words; without blocks Slack makes none. */
export const contentOf = ({ text = '', blocks }: Content): { text: string; blocks: Block[] } => ({
  text,
  blocks: blocksIn(blocks),
});

const isFilled = (list: unknown): boolean => Array.isArray(list) && list.length > 0;
