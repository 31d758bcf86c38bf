import type {
  BlockContent,
  Link,
  ListItem,
  Nodes,
  Paragraph,
  PhrasingContent,
  RootContent,
  Text,
} from 'mdast';
import { cleanText, type Naming } from './clean-text.ts';
import { wordsIn } from './reference-node.ts';
import { tidyPhrasing } from './tidy-phrasing.ts';
import { typedLists } from './typed-lists.ts';

/**
 * What a person wrote, as blocks that may stand in a document: paragraphs, lists, quotes and tables, without
 * headings, code, images, HTML or anything that Slack left behind. Words that were struck out are taken back.
 */
export const cleanBlocks = (nodes: RootContent[], naming: Naming): BlockContent[] =>
  nodes.flatMap((node) => cleanBlock(node, naming));

function cleanBlock(node: Nodes, naming: Naming): BlockContent[] {
  switch (node.type) {
    case 'paragraph':
      return typedLists(paragraphs(cleanPhrasing(node.children, naming)));
    case 'heading':
      return paragraphs(cleanPhrasing(node.children, naming)).map(asLeadIn);
    case 'blockquote': {
      const children = cleanBlocks(node.children, naming);
      return children.length === 0 ? [] : [{ type: 'blockquote', children }];
    }
    case 'list': {
      const children = node.children.flatMap((item) => cleanItem(item, naming));
      return children.length === 0
        ? []
        : [
            {
              type: 'list',
              ordered: node.ordered ?? false,
              start: node.start ?? null,
              spread: false,
              children,
            },
          ];
    }
    case 'table': {
      const rows = node.children.map((row) => ({
        ...row,
        children: row.children.map((cell) => ({
          type: 'tableCell' as const,
          children: tidyPhrasing(cleanPhrasing(cell.children, naming).map(withoutBreak)),
        })),
      }));
      return [{ type: 'table', align: node.align ?? null, children: rows }];
    }
    case 'footnoteDefinition':
      return cleanBlocks(node.children, naming);
    case 'code':
    case 'html':
      return node.value.split('\n').flatMap((line) => paragraphs(cleanWords(line, naming)));
    case 'definition':
      return paragraphs(cleanWords(`${node.label ?? node.identifier}: ${node.url}`, naming));
    default:
      return [];
  }
}

function cleanItem(item: ListItem, naming: Naming): ListItem[] {
  const children = cleanBlocks(item.children, naming);
  return children.length === 0 ? [] : [{ type: 'listItem', spread: false, children }];
}

function cleanPhrasing(children: PhrasingContent[], naming: Naming): PhrasingContent[] {
  return children.flatMap((child): PhrasingContent[] => {
    switch (child.type) {
      case 'text':
      case 'inlineCode':
      case 'html':
        return cleanWords(child.value, naming);
      case 'emphasis':
      case 'strong':
        return [{ type: child.type, children: cleanPhrasing(child.children, naming) }];
      case 'link':
        return cleanLink(child, naming);
      case 'linkReference':
        return cleanPhrasing(child.children, naming);
      case 'image':
      case 'imageReference':
        return cleanWords(child.alt ?? '', naming);
      case 'footnoteReference':
        return cleanWords(child.label ?? child.identifier, naming);
      case 'break':
        return [child];
      default:
        return [];
    }
  });
}

function cleanLink(link: Link, naming: Naming): PhrasingContent[] {
  const mentioned = /^mention:([A-Z0-9]+)$/.exec(link.url)?.[1];
  if (mentioned !== undefined) return [{ type: 'text', value: naming.mention(mentioned) }];
  const label = cleanPhrasing(link.children, naming).flatMap((child) =>
    child.type === 'link' ? child.children : [child],
  );
  return isWebAddress(link.url) ? [webLink(link.url, wordsIn(label))] : label;
}

const isWebAddress = (url: string): boolean => /^https?:\/\//i.test(url) && URL.canParse(url);

/**
 * A link whose label says no more than its address is labelled with the name of the site. One into Slack is no
 * source for anybody outside, and its address holds ids: only its words stay.
 */
function webLink(url: string, label: string): Link | Text {
  const said = label.trim();
  const isBare = said === '' || /^(?:https?:\/\/|www\.)\S*$/i.test(said);
  if (isInSlack(url)) return { type: 'text', value: isBare ? 'an internal message' : said };
  return { type: 'link', url, children: [{ type: 'text', value: isBare ? siteName(url) : said }] };
}

const isInSlack = (url: string): boolean =>
  /(?:^|\.)slack(?:-gov|-files)?\.com$/i.test(new URL(url).hostname);

const siteName = (url: string): string => new URL(url).hostname.replace(/^www\./, '');

/** An address that was typed into words: "<https://…|label>" as Slack writes it, or bare. */
const typedAddress =
  /<(https?:\/\/[^\s|<>]+)(?:\|([^<>\n]{0,300}))?>|(https?:\/\/[^\s<>"|]*[^\s<>"|.,;:!?'”’)\]*_])/gi;

function cleanWords(value: string, naming: Naming): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let end = 0;
  for (const match of value.matchAll(typedAddress)) {
    const [whole, angled, label, bare] = match;
    const url = angled ?? bare ?? '';
    if (!isWebAddress(url)) continue;
    parts.push({ type: 'text', value: cleanText(value.slice(end, match.index), naming) });
    parts.push(webLink(url, cleanText(label ?? '', naming)));
    end = match.index + whole.length;
  }
  return [...parts, { type: 'text', value: cleanText(value.slice(end), naming) }];
}

const withoutBreak = (child: PhrasingContent): PhrasingContent =>
  child.type === 'break' ? { type: 'text', value: ' ' } : child;

/** A line of a message is a paragraph of a document. */
function paragraphs(children: PhrasingContent[]): Paragraph[] {
  const lines: PhrasingContent[][] = [[]];
  for (const child of children) {
    if (child.type === 'break') lines.push([]);
    else lines.at(-1)?.push(child);
  }
  return lines
    .map((line): Paragraph => ({ type: 'paragraph', children: tidyPhrasing(line) }))
    .filter((paragraph) => paragraph.children.length > 0);
}

/** A heading inside a reply leads into what follows; only the layout makes headings. */
function asLeadIn({ children }: Paragraph): Paragraph {
  const words = wordsIn(children);
  const end: PhrasingContent[] = /[.:;!?]$/.test(words) ? [] : [{ type: 'text', value: ':' }];
  const flat = children.flatMap((child) => (child.type === 'strong' ? child.children : [child]));
  return { type: 'paragraph', children: [{ type: 'strong', children: [...flat, ...end] }] };
}
