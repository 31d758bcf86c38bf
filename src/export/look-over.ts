import type { Nodes, Root, RootContent } from 'mdast';
import { plainPhrasing } from '../compile/plain-text.ts';
import type { ConsultationRecord } from '../compile/record.ts';
import { screenedWords } from '../domain/capture.ts';
import type { ExportRecord } from '../domain/consultation.ts';
import { type Contribution, contributionRef, hasWords } from '../domain/contribution.ts';
import {
  type Finding,
  type FindingType,
  isBlocked,
  type Screen,
  typesOf,
} from '../domain/screening/finding.ts';
import { createScreen } from '../domain/screening/screen.ts';
import { screenListsFor } from '../domain/screening/screen-lists-for.ts';
import { isSealed } from '../domain/text-hash.ts';

/** Why a submission may not leave: where the screen blocks it, and the replies behind that. Nothing that was found. */
export type Stopped = {
  /** `under`: the headings above, "Funding, Evidence"; "" for the beginning. */
  places: { under: string; types: FindingType[] }[];
  /** Printed replies whose own words, taken whole, the screen blocks. */
  replies: { ref: string; types: FindingType[] }[];
};

/**
 * Looks the whole of a submission over once more, as it is printed: nothing of the block class leaves, however it got
 * there. Passages are judged for identifiers; what a text says as a whole is judged of each printed reply's own words.
 * What the safeguarding reviewer cleared may stand. null: it may leave.
 */
export function lookOver(
  record: ConsultationRecord,
  tree: Root,
  printed: ExportRecord['printed'],
): Stopped | null {
  const screen = createScreen(screenListsFor(record.screenLists, record.pack), record.cues.holdBack);
  const refs = new Set(printed.map(({ ref }) => ref));
  const inPrint = record.contributions.filter((one) => refs.has(contributionRef(one)));
  const notCleared = exceptCleared(screen, inPrint);
  const places = passagesOf(tree).flatMap(({ under, text }) => {
    const types = blockedIn(notCleared(text).filter(isIdentifier));
    return types.length === 0 ? [] : [{ under, types }];
  });
  const replies = inPrint.flatMap((one) => {
    const types = isPrintedAsCleared(one) ? [] : blockedIn(notCleared(one.wording?.text ?? one.text));
    return types.length === 0 ? [] : [{ ref: contributionRef(one), types }];
  });
  return places.length === 0 && replies.length === 0 ? null : { places, replies };
}

const blockedIn = (findings: Finding[]): FindingType[] => (isBlocked(findings) ? typesOf(findings) : []);

/** It has a place of its own; the others are said of a text as a whole, which no passage is. */
const isIdentifier = ({ type }: Finding): boolean => type !== 'concern' && type !== 'attribution';

const isCleared = (one: Contribution): boolean =>
  hasWords(one) && one.cleared !== null && isSealed(screenedWords(one), one.cleared.of);

const isPrintedAsCleared = (one: Contribution): boolean => one.wording === null && isCleared(one);

/** The screen without the values that stand in cleared replies. */
function exceptCleared(screen: Screen, contributions: Contribution[]): Screen {
  const cleared = new Set(
    contributions.filter(isCleared).flatMap(({ text }) =>
      screen(text)
        .filter(isIdentifier)
        .map(({ start, end }) => bare(text.slice(start, end))),
    ),
  );
  return (text) => screen(text).filter(({ start, end }) => !cleared.has(bare(text.slice(start, end))));
}

/** The same value, however it is spaced or escaped. */
const bare = (value: string): string => value.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

type Passage = { under: string; text: string };

function passagesOf({ children }: Root): Passage[] {
  let above: { depth: number; title: string }[] = [];
  return children.flatMap((node) => {
    const texts = textsOf(node);
    if (node.type === 'heading' && node.depth > 1)
      above = [
        ...above.filter(({ depth }) => depth < node.depth),
        { depth: node.depth, title: texts.join(' ') },
      ];
    const under = above.map(({ title }) => title).join(', ');
    return texts.map((text) => ({ under, text }));
  });
}

/** The words of each paragraph, heading and cell, with addresses that a link hides behind its words. */
function textsOf(node: Nodes | RootContent): string[] {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
    return [[plainPhrasing(node.children), ...hiddenAddresses(node)].join(' ')];
  if ('children' in node) return node.children.flatMap((child) => textsOf(child));
  return 'value' in node ? [node.value] : [];
}

function hiddenAddresses(node: Nodes): string[] {
  if (node.type === 'link' && /^(?:mailto|tel):/i.test(node.url)) return [node.url.replace(/^\w+:/, '')];
  return 'children' in node ? node.children.flatMap((child) => hiddenAddresses(child)) : [];
}
