import type { Run } from './run.ts';

/** Consecutive items of one list at one depth, as both of Slack's encodings give them: flat. */
export type ListPassage = {
  kind: 'list';
  quoted: boolean;
  ordered: boolean;
  /** The number of the first item. */
  start: number;
  /** 0 for a list that stands in no other. */
  indent: number;
  items: Run[][];
};

/** A stretch of a message, whichever of Slack's two encodings it came in. */
export type Passage =
  | ListPassage
  | { kind: 'prose'; quoted: boolean; runs: Run[] }
  | { kind: 'code'; quoted: boolean; text: string }
  | { kind: 'table'; quoted: boolean; rows: Run[][][] };
