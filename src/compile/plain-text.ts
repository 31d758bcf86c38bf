import type { BlockContent, Nodes, PhrasingContent, RootContent } from 'mdast';

/**
 * A tree as plain text: a blank line between blocks, "- " and "1. " before items, cells between " | ",
 * references as "[1]". What it holds is text and nothing else.
 */
export const plainText = (nodes: RootContent[]): string => nodes.map(plainBlock).join('\n\n');

export const plainPhrasing = (children: PhrasingContent[]): string =>
  children
    .map((child) => {
      if ('children' in child) return plainPhrasing(child.children);
      if (child.type === 'sourceReference') return ` [${child.number}]`;
      return 'value' in child ? child.value : '';
    })
    .join('');

function plainBlock(node: Nodes): string {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return plainPhrasing(node.children);
    case 'list':
      return node.children
        .map(({ children }, at) => hanging(node.ordered ? `${(node.start ?? 1) + at}. ` : '- ', children))
        .join('\n');
    case 'table':
      return node.children
        .map((row) => row.children.map((cell) => plainPhrasing(cell.children)).join(' | '))
        .join('\n');
    case 'blockquote':
      return quoted(plainText(node.children));
    default:
      return '';
  }
}

/** Further lines of an item stand under its first. */
const hanging = (mark: string, children: (BlockContent | RootContent)[]): string =>
  mark +
  children
    .map(plainBlock)
    .join('\n')
    .replaceAll('\n', `\n${' '.repeat(mark.length)}`);

/** Of one paragraph, between quotation marks, unless it has its own. */
const quoted = (text: string): string => (/^["“'‘]/.test(text) ? text : `“${text}”`);
