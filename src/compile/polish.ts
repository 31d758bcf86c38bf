import type { BlockContent, PhrasingContent } from 'mdast';
import type { Cues } from '../domain/cues.ts';
import { withoutLabel } from '../domain/read-cues.ts';
import { wordsIn } from './reference-node.ts';
import { slicePhrasing } from './slice-phrasing.ts';
import { tidyPhrasing } from './tidy-phrasing.ts';

/** "+1" and what it points to ("+1 to all of this."); not the "+1" of "+1.5%". */
const plusOne =
  /^\+1(?![\d%]|[.,]\d|\s*per\b)(?:\s+(?:to|on|for|from me)?\s*(?:all of |both of )?(?:this|that|these|it|the above|everything|me|(?:a colleague|colleagues)(?:(?:,| and) (?:a colleague|colleagues))*)\b(?=\s*(?:[.,;:!–-]|$)))?[\s,.:;!–-]*/i;
/** A mention that became words can begin a sentence. */
const begunByMention = /(?<=[.!?]\s)(?:a colleague|colleagues|another channel)\b/g;

/**
 * Typographic care for one reply: the label that sorted it is not printed, and a paragraph begins with a
 * capital and ends like a sentence.
 */
export function polish(blocks: BlockContent[], cues: Cues): BlockContent[] {
  const [first, ...rest] = blocks;
  if (first === undefined) return [];
  return [...begin(first, cues), ...rest].map(asSentences);
}

/** A first paragraph without its label. */
function begin(block: BlockContent, cues: Cues): BlockContent[] {
  if (block.type === 'blockquote') {
    const [first, ...rest] = block.children;
    return first === undefined || first.type === 'definition' || first.type === 'footnoteDefinition'
      ? [block]
      : [{ ...block, children: [...begin(first, cues), ...rest] }];
  }
  if (block.type !== 'paragraph') return [block];
  const children = withoutLead(block.children, cues);
  return children.length === 0 ? [] : [{ ...block, children }];
}

function withoutLead(children: PhrasingContent[], cues: Cues): PhrasingContent[] {
  const words = wordsIn(children);
  const agreed = words.replace(plusOne, '');
  const left = withoutLabel(agreed, cues);
  if (left.length === words.length) return children;
  return tidyPhrasing(slicePhrasing(children, words.length - left.length, Number.POSITIVE_INFINITY));
}

/** Not within a link: a site's name stays as it is written. */
const sentenceCase = (children: PhrasingContent[]): PhrasingContent[] =>
  children.map((child) =>
    child.type === 'text'
      ? {
          ...child,
          value: child.value.replace(
            begunByMention,
            (words) => `${words[0]?.toUpperCase()}${words.slice(1)}`,
          ),
        }
      : child,
  );

/** Beginning with a capital, whatever emphasis it stands in. */
export function capitalised([first, ...rest]: PhrasingContent[]): PhrasingContent[] {
  if (first === undefined) return [];
  if (first.type === 'text') {
    const value = first.value.replace(/^["'“‘(]?\p{Ll}/u, (start) => start.toUpperCase());
    return [{ ...first, value }, ...rest];
  }
  if (first.type === 'emphasis' || first.type === 'strong') {
    return [{ ...first, children: capitalised(first.children) }, ...rest];
  }
  return [first, ...rest];
}

/** What leads into a list or table ends with a colon, everything else with a full stop. */
function asSentences(block: BlockContent, at: number, blocks: BlockContent[]): BlockContent {
  if (block.type !== 'paragraph') return block;
  const next = blocks[at + 1]?.type;
  const leads = next === 'list' || next === 'table';
  return { ...block, children: sentenceCase(capitalised(ended(block.children, leads ? ':' : '.'))) };
}

function ended(children: PhrasingContent[], mark: string): PhrasingContent[] {
  const words = wordsIn(children);
  if (/[.!?:;…]["'”’)\]]*$/.test(words)) return children;
  const kept = slicePhrasing(children, 0, words.replace(/[\s,–—-]+$/, '').length);
  return tidyPhrasing([...kept, { type: 'text', value: mark }]);
}
