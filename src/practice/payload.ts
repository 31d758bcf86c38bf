/** Anything JSON that crosses the wire; its shape is Slack's business, not ours. */
export type Payload = Record<string, unknown>;

/** A Block Kit block or element as it travels. */
export type Block = Payload & { type: string; block_id?: string; action_id?: string };

export const isPayload = (value: unknown): value is Payload =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The blocks of a list that crossed the wire; whatever is not one is left out. */
export const blocksIn = (value: unknown): Block[] =>
  (Array.isArray(value) ? value : []).filter((one): one is Block => isPayload(one) && 'type' in one);

/** The value JSON stands for, or the string itself where it stands for none. */
export const fromJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};
