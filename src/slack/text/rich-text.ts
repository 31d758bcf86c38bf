import { emojiText } from './emoji-text.ts';
import { linkRun, mentionRun } from './link-run.ts';
import type { Passage } from './passage.ts';
import {
  type BlockElement,
  type InlineElement,
  readBlocks,
  readElements,
  readInlines,
} from './rich-text-schema.ts';
import { type Run, textRun, wordsOf } from './run.ts';

const dayOf = (seconds: number): string =>
  seconds > 0 ? new Date(seconds * 1000).toISOString().slice(0, 10) : '';

function runOf(element: InlineElement): Run {
  const { style } = element;
  switch (element.type) {
    case 'link':
      return linkRun(element.url, element.text, style);
    case 'user':
      return mentionRun('@', element.user_id, style);
    case 'usergroup':
      return mentionRun('@', element.usergroup_id, style);
    case 'channel':
      return mentionRun('#', element.channel_id, style);
    case 'broadcast':
      return textRun(`@${element.range}`, style);
    case 'emoji':
      return textRun(emojiText(element.name, element.unicode), style);
    case 'date':
      return textRun(element.fallback || dayOf(element.timestamp), style);
    default:
      return textRun(element.text || element.fallback || element.value, style);
  }
}

const runsOf = (elements: unknown): Run[] => readInlines(elements).map(runOf);

/** A cell of one of Slack's tables: its own text, or a small rich text. */
const cellOf = ({ text, elements }: BlockElement): Run[] =>
  text ? [textRun(text)] : readElements(elements).flatMap((part) => runsOf(part.elements));

function passageOf(element: BlockElement): Passage {
  const { type, elements, indent } = element;
  const quoted = type === 'rich_text_quote' || element.border > 0;
  switch (type) {
    case 'rich_text_list':
      return {
        kind: 'list',
        quoted,
        ordered: element.style === 'ordered',
        start: element.offset + 1,
        indent,
        items: readElements(elements).map((item) => runsOf(item.elements)),
      };
    case 'rich_text_preformatted':
      return { kind: 'code', quoted, text: wordsOf(runsOf(elements)) };
    default:
      return {
        kind: 'prose',
        quoted,
        runs: elements.length > 0 ? runsOf(elements) : [textRun(element.text)],
      };
  }
}

/** What people typed into Slack's composer: the `rich_text` and `table` blocks of a message, whatever else it holds. */
export const richTextPassages = (blocks: unknown): Passage[] =>
  readBlocks(blocks).flatMap(({ type, elements, rows }): Passage[] => {
    if (type === 'rich_text') return readElements(elements).map(passageOf);
    if (type !== 'table') return [];
    return [{ kind: 'table', quoted: false, rows: rows.map((row) => readElements(row).map(cellOf)) }];
  });
