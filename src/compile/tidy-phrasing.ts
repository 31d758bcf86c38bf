import type { Emphasis, PhrasingContent, Strong } from 'mdast';
import { singleSpaced } from './clean-text.ts';
import { wordsIn } from './reference-node.ts';

/**
 * Phrasing content that prints without escapes: neighbouring texts are one, one space between words, none at
 * the ends, and emphasis only around whole words.
 */
export function tidyPhrasing(children: PhrasingContent[]): PhrasingContent[] {
  const joined = joinTexts(flatten(children));
  return trimEnds(
    joinTexts(joined.flatMap((child, at) => wholeWords(child, joined[at - 1], joined[at + 1]))),
  );
}

/** Breaks inside emphasis and emphasis inside emphasis of its own kind are no use to a reader. */
const flatten = (children: PhrasingContent[], within = ''): PhrasingContent[] =>
  children.flatMap((child): PhrasingContent[] => {
    if (child.type === 'break') return [{ type: 'text', value: ' ' }];
    if (child.type !== 'emphasis' && child.type !== 'strong') return [child];
    const inside = flatten(child.children, `${within} ${child.type}`);
    if (within.includes(child.type) || wordsIn(inside).trim() === '') return inside;
    return spacesOutside({ ...child, children: inside });
  });

/** "**bold **" has its space outside: Markdown would need an entity for it. */
function spacesOutside(child: Emphasis | Strong): PhrasingContent[] {
  const words = wordsIn(child.children);
  const space = (there: boolean): PhrasingContent[] => (there ? [{ type: 'text', value: ' ' }] : []);
  const children = trimEnds(joinTexts(child.children));
  return [...space(/^\s/.test(words)), { ...child, children }, ...space(/\s$/.test(words))];
}

function joinTexts(children: PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const child of children) {
    const last = joined.at(-1);
    if (child.type === 'text' && last?.type === 'text') {
      joined[joined.length - 1] = { type: 'text', value: singleSpaced(last.value + child.value) };
    } else if (child.type === 'text') {
      const value = singleSpaced(child.value);
      if (value !== '') joined.push({ type: 'text', value });
    } else joined.push(child);
  }
  return joined;
}

/** Emphasis that begins or ends within a word cannot be printed everywhere; the words stay. */
function wholeWords(
  child: PhrasingContent,
  before: PhrasingContent | undefined,
  after: PhrasingContent | undefined,
): PhrasingContent[] {
  if (child.type !== 'emphasis' && child.type !== 'strong') return [child];
  const isInWord =
    (before !== undefined && !/[\s(“‘"'–—]$/.test(wordsIn([before]))) ||
    (after !== undefined && !/^[\s.,;:!?)”’"'–—]/.test(wordsIn([after])));
  return isInWord ? child.children : [child];
}

function trimEnds(children: PhrasingContent[]): PhrasingContent[] {
  const trimmed = children.map((child, at) => {
    if (child.type !== 'text') return child;
    const start = at === 0 ? child.value.trimStart() : child.value;
    return { ...child, value: at === children.length - 1 ? start.trimEnd() : start };
  });
  const kept = trimmed.filter((child) => child.type !== 'text' || child.value !== '');
  return kept.length < trimmed.length ? trimEnds(kept) : kept;
}
