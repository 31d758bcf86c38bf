import type {
  ActionsBlock,
  Button,
  ContextBlock,
  HeaderBlock,
  KnownBlock,
  PlainTextElement,
  SectionBlock,
} from '@slack/types';

/** A message's parts: blocks for the eye, `text` for notifications and screen readers. */
export type MessageContent = { text: string; blocks: KnownBlock[] };

/** Slack's longest texts, in characters (Block Kit reference). */
const HEADER_LIMIT = 150;
const SECTION_LIMIT = 3_000;
const BUTTON_LIMIT = 75;

/** Cut to what Slack takes, at the end and visibly. */
const cut = (text: string, limit: number): string =>
  text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;

export const plain = (text: string, limit = SECTION_LIMIT): PlainTextElement => ({
  type: 'plain_text',
  text: cut(text, limit),
  emoji: false,
});

export const header = (text: string): HeaderBlock => ({ type: 'header', text: plain(text, HEADER_LIMIT) });

/** `mrkdwn` must be ours or escaped: it is interpreted. */
export const section = (mrkdwn: string): SectionBlock => ({
  type: 'section',
  text: { type: 'mrkdwn', text: cut(mrkdwn, SECTION_LIMIT), verbatim: true },
});

export const context = (mrkdwn: string): ContextBlock => ({
  type: 'context',
  elements: [{ type: 'mrkdwn', text: cut(mrkdwn, SECTION_LIMIT), verbatim: true }],
});

export const button = (label: string, actionId: string, value: string): Button => ({
  type: 'button',
  text: plain(label, BUTTON_LIMIT),
  action_id: actionId,
  value,
});

export const actions = (...elements: Button[]): ActionsBlock => ({ type: 'actions', elements });

/** A message that is one paragraph of ours. */
export const note = (mrkdwn: string): MessageContent => ({ text: mrkdwn, blocks: [section(mrkdwn)] });
