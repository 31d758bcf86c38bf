import type { Heading, Link, List, ListItem, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { SetupError } from '../domain/errors.ts';
import { marker, type Value } from './seal.ts';

type Take = (index: string) => Value;

/**
 * Puts the values back in place of their markers in a layout's tree. A tree may stand on its own, or at the end
 * of a paragraph or item, whose words its first paragraph then continues; elsewhere only a text or a single
 * paragraph fits. Throws a SetupError when a value has no place to stand.
 */
export function unseal(tree: Root, values: Value[], markers: number): Root {
  let taken = 0;
  const take: Take = (index) => {
    taken += 1;
    return values[Number(index)] ?? '';
  };
  const children = flow(tree.children, take);
  if (taken !== markers) throw new SetupError('A layout puts a value into code, HTML or a link title.');
  return { type: 'root', children };
}

/** The same level of a tree, filled; bullet lists that have come to stand together are one. */
function flow<Content extends RootContent>(children: Content[], take: Take): Content[] {
  const filled = children.flatMap((child) => fillBlock(child, take));
  // A tree's blocks go wherever a paragraph of the layout stood, so they fit where it did.
  return joinLists(filled) as Content[];
}

function fillBlock(node: RootContent, take: Take): RootContent[] {
  switch (node.type) {
    case 'paragraph':
      return fillParagraph(node, take);
    case 'heading':
      return [{ ...node, children: fillWords(node, take) }];
    case 'blockquote':
      return [{ ...node, children: flow(node.children, take) }];
    case 'list':
      return [fillList(node, take)];
    case 'table': {
      const rows = node.children.map((row) => ({
        ...row,
        children: row.children.map((cell) => ({ ...cell, children: phrasing(cell.children, take) })),
      }));
      return [{ ...node, children: rows }];
    }
    default:
      return [node];
  }
}

function fillList(list: List, take: Take): List {
  const items = list.children.map((item): ListItem => {
    const children = flow(item.children, take);
    const spread = children.some(({ type }, at) => at > 0 && type !== 'list');
    return { ...item, children, spread: spread || (item.spread ?? false) };
  });
  return { ...list, children: items, spread: (list.spread ?? false) || items.some(({ spread }) => spread) };
}

function fillParagraph(paragraph: Paragraph, take: Take): RootContent[] {
  const last = paragraph.children.at(-1);
  const ending = last?.type === 'text' ? /\uE000(\d+)\uE001\s*$/.exec(last.value) : null;
  const before = last?.type === 'text' && ending !== null ? last.value.slice(0, ending.index) : '';
  if (ending === null) return [{ ...paragraph, children: phrasing(paragraph.children, take) }];
  const lead = phrasing([...paragraph.children.slice(0, -1), { type: 'text', value: before }], take);
  const value = take(ending[1] ?? '');
  const [first, ...rest] = typeof value === 'string' ? [textParagraph(value)] : value.children;
  if (lead.length === 0) return first === undefined ? [] : [first, ...rest];
  if (first?.type === 'paragraph') return [{ ...paragraph, children: [...lead, ...first.children] }, ...rest];
  return [{ ...paragraph, children: trimmedEnd(lead) }, ...(first === undefined ? [] : [first]), ...rest];
}

/** A paragraph that ends in a space would be printed with its code. */
function trimmedEnd(words: PhrasingContent[]): PhrasingContent[] {
  const last = words.at(-1);
  if (last?.type !== 'text') return words;
  const value = last.value.trimEnd();
  return [...words.slice(0, -1), ...(value === '' ? [] : [{ ...last, value }])];
}

const textParagraph = (value: string): Paragraph => ({
  type: 'paragraph',
  children: [{ type: 'text', value }],
});

const fillWords = (heading: Heading, take: Take): PhrasingContent[] => phrasing(heading.children, take);

function phrasing(children: PhrasingContent[], take: Take): PhrasingContent[] {
  return children.flatMap((child): PhrasingContent[] => {
    if (child.type === 'text') return words(child.value, take);
    if (child.type === 'link')
      return [{ ...fillAddress(child, take), children: phrasing(child.children, take) }];
    if (child.type === 'emphasis' || child.type === 'strong') {
      return [{ ...child, children: phrasing(child.children, take) }];
    }
    return [child];
  });
}

function words(text: string, take: Take): PhrasingContent[] {
  // split() with a group: what is between markers, and at every odd place the number of a marker.
  return text.split(marker).flatMap((part, at): PhrasingContent[] => {
    const value = at % 2 === 0 ? part : take(part);
    if (typeof value === 'string') return value === '' ? [] : [{ type: 'text', value }];
    const [only, ...others] = value.children;
    if (only?.type === 'paragraph' && others.length === 0) return only.children;
    throw new SetupError('A layout puts blocks of text into a heading, a table or the middle of a sentence.');
  });
}

function fillAddress(link: Link, take: Take): Link {
  const index = new RegExp(`^${marker.source}$`).exec(link.url)?.[1];
  const value = index === undefined ? link.url : take(index);
  return { ...link, url: typeof value === 'string' ? value : '' };
}

function joinLists(nodes: RootContent[]): RootContent[] {
  const joined: RootContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (last?.type === 'list' && node.type === 'list' && !last.ordered && !node.ordered) {
      const spread = (last.spread ?? false) || (node.spread ?? false);
      joined[joined.length - 1] = { ...last, spread, children: [...last.children, ...node.children] };
    } else joined.push(node);
  }
  return joined;
}
