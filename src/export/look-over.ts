import type { Nodes, Root, RootContent } from 'mdast';
import { plainPhrasing } from '../compile/plain-text.ts';
import type { ConsultationRecord } from '../compile/record.ts';
import { screenedWords } from '../domain/capture.ts';
import type { ExportRecord } from '../domain/consultation.ts';
import { type Contribution, contributionRef, hasWords } from '../domain/contribution.ts';
import { type FindingType, isBlocked, type Screen, typesOf } from '../domain/screening/finding.ts';
import { createScreen } from '../domain/screening/screen.ts';
import { screenListsFor } from '../domain/screening/screen-lists-for.ts';
import { isSealed } from '../domain/text-hash.ts';

/** Why a submission may not leave: where the screen blocks it, and the contributions behind that. Nothing that was found. */
export type Stopped = {
  /** `under`: the headings above, "Funding, Evidence"; "" for the beginning. */
  places: { under: string; types: FindingType[] }[];
  refs: string[];
};

/**
 * Looks the whole of a submission over once more, as it is printed: nothing of the block class leaves, however it
 * got there. What the safeguarding reviewer cleared may stand. null: it may leave.
 */
export function lookOver(
  record: ConsultationRecord,
  tree: Root,
  printed: ExportRecord['printed'],
): Stopped | null {
  const screen = createScreen(screenListsFor(record.screenLists, record.pack), record.cues.holdBack);
  const isBlockedHere = exceptCleared(screen, record.contributions);
  const places = passagesOf(tree).flatMap(({ under, text }) => {
    const types = isBlockedHere(text);
    return types.length === 0 ? [] : [{ under, types }];
  });
  if (places.length === 0) return null;
  const refs = new Set(printed.map(({ ref }) => ref));
  const behind = record.contributions.filter(
    (one) => refs.has(contributionRef(one)) && isBlockedHere(one.wording?.text ?? one.text).length > 0,
  );
  return { places, refs: behind.map(contributionRef) };
}

/** The types that the screen blocks in a text, but for values that stand in a cleared contribution. */
function exceptCleared(screen: Screen, contributions: Contribution[]): (text: string) => FindingType[] {
  const cleared = new Set(
    contributions
      .filter((one) => hasWords(one) && one.cleared !== null && isSealed(screenedWords(one), one.cleared.of))
      .flatMap(({ text }) => screen(text).map(({ start, end }) => bare(text.slice(start, end)))),
  );
  return (text) => {
    const findings = screen(text).filter(({ start, end }) => !cleared.has(bare(text.slice(start, end))));
    return isBlocked(findings) ? typesOf(findings) : [];
  };
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
