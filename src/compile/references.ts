import type { BlockContent, Link, Nodes, Parents, PhrasingContent, TableCell } from 'mdast';
import type { FactCitation, FactFinder } from './cite-facts.ts';
import { dropRepeats } from './drop-repeats.ts';
import { findFigures, overlap } from './find-figures.ts';
import { sourceKey } from './number-references.ts';
import { plainText } from './plain-text.ts';
import { nodesIn, type SourceReference, wordsIn } from './reference-node.ts';
import type { Span } from './sentences.ts';
import { insertPhrasing } from './slice-phrasing.ts';

/** The facts that a reply cites, the addresses that it links, and its figures that have no source anywhere. */
export type Sources = { factIds: string[]; links: string[]; unsourced: string[] };

/**
 * Puts a reference into a reply's own blocks wherever a source is named: after a link, and after a figure that
 * a fact of the pack gives, unless its sentence has its author's own link to another address. A figure may also be
 * sourced by a link in its paragraph or cell, or by a source line of the reply.
 */
export function cite(blocks: BlockContent[], findFacts: FactFinder): Sources {
  const sources: Sources = { factIds: [], links: [], unsourced: [] };
  const isSourced = blocks.some(hasSourceLine);
  for (const { holder, context } of holders(blocks)) {
    const links = [...nodesIn(holder)].filter((node) => node.type === 'link');
    const children = holder.children.flatMap(withoutLink);
    const text = wordsIn(children);
    const places = linkPlaces(children);
    const facts = findFacts(text, context).filter((one) => !hasOtherSource(one, places));
    sources.links.push(...links.map(({ url }) => url));
    sources.factIds.push(...facts.map(({ fact }) => fact.id));
    const figures = findFigures(text).filter((one) => !facts.some((fact) => overlap(one, fact)));
    if (!isSourced && links.length === 0) {
      sources.unsourced.push(...figures.map(({ start, end }) => text.slice(start, end)));
    }
    holder.children = dropRepeats(insertPhrasing(children, factReferences(text, facts, figures)));
  }
  const { factIds, links, unsourced } = sources;
  return { factIds: [...new Set(factIds)], links, unsourced: [...new Set(unsourced)] };
}

type Holder = { holder: Extract<Parents, { type: 'paragraph' }> | TableCell; context?: string };

/** Everything that holds a run of words; a table's cell is read with the whole table. */
function* holders(nodes: Nodes[]): Generator<Holder> {
  for (const node of nodes) {
    if (node.type === 'paragraph') yield { holder: node };
    else if (node.type === 'table') {
      const cells = node.children.flatMap((row) => row.children);
      const context = cells.map((cell) => wordsIn(cell.children)).join(' ');
      for (const holder of cells) yield { holder, context };
    } else if ('children' in node) yield* holders(node.children);
  }
}

function withoutLink(child: PhrasingContent): PhrasingContent[] {
  if (child.type === 'link') return [...child.children, reference(child)];
  return 'children' in child
    ? [{ ...child, children: child.children.flatMap(withoutLink) } as PhrasingContent]
    : [child];
}

type LinkPlace = { url: string; at: number };

/** Where in the words the references to links stand. */
function linkPlaces(children: PhrasingContent[]): LinkPlace[] {
  const places: LinkPlace[] = [];
  let at = 0;
  for (const node of children.flatMap((child) => [...nodesIn(child)])) {
    if (node.type === 'sourceReference') places.push({ url: node.url, at });
    else if ('value' in node) at += node.value.length;
  }
  return places;
}

function hasOtherSource({ fact, sentence }: FactCitation, places: LinkPlace[]): boolean {
  const inSentence = places.filter(({ at }) => sentence.start < at && at <= sentence.end);
  return inSentence.length > 0 && inSentence.every(({ url }) => sourceKey(url) !== sourceKey(fact.url));
}

const reference = (link: Link): SourceReference => ({
  type: 'sourceReference',
  url: link.url,
  label: wordsIn(link.children),
  factIds: [],
  number: 0,
});

/** A source that gives every figure of a sentence stands at its end; otherwise each stands right after its figure. */
function factReferences(text: string, facts: FactCitation[], others: Span[]): Insertion[] {
  const placed: Insertion[] = [];
  for (const one of facts) {
    const isOnly =
      facts.every(
        ({ sentence, fact }) => sentence.start !== one.sentence.start || fact.url === one.fact.url,
      ) && !others.some((other) => overlap(other, one.sentence));
    const at = isOnly ? endOfWords(text, one.sentence.end) : one.end;
    const there = placed.find((other) => other.at === at && other.node.url === one.fact.url);
    if (there === undefined) placed.push({ at, node: factReference(one) });
    else there.node.factIds.push(one.fact.id);
  }
  return placed;
}

type Insertion = { at: number; node: SourceReference };

const endOfWords = (text: string, end: number): number =>
  text.slice(0, end).replace(/[\s.!?:;…]+["'”’)\]]*\s*$/, '').length;

const factReference = ({ fact }: FactCitation): SourceReference => ({
  type: 'sourceReference',
  url: fact.url,
  label: '',
  factIds: [fact.id],
  number: 0,
});

const sourceLine = /^sources?(?:\s+for\s[^:.!?\n]{1,60})?\s*:/im;

/**
 * Whether a paragraph beside other words is a source, or has one: a link and nothing else, or a line that begins as
 * "Source:" or "Source for waits:".
 */
function hasSourceLine(block: BlockContent, _: number, { length }: BlockContent[]): boolean {
  if (block.type !== 'paragraph') return false;
  const besidesLinks = block.children.filter((child) => child.type !== 'link');
  const isLink = besidesLinks.length < block.children.length && !/[\p{L}\d]/u.test(wordsIn(besidesLinks));
  const text = plainText([block]);
  return (length > 1 || text.includes('\n')) && (isLink || sourceLine.test(text));
}
