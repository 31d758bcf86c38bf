import type { List, ListItem, PhrasingContent, Root } from 'mdast';
import { publishedOn } from '../domain/dates.ts';
import type { Fact, Pack } from '../domain/pack.ts';
import { nodesIn, referencesIn, type SourceReference } from './reference-node.ts';
import { listed } from './say.ts';

/** The list that the references of a document will stand in; filled once they are numbered. */
export const emptyReferenceList = (): List => ({ type: 'list', ordered: true, spread: false, children: [] });

/**
 * Numbers the sources of a document in order of their first appearance, a source once, and fills the list.
 * Throws when the layout shows references and not the list.
 */
export function numberReferences(tree: Root, list: List, pack: Pack): void {
  const bySource = new Map<string, SourceReference[]>();
  for (const reference of referencesIn(tree)) {
    const key = sourceKey(reference.url);
    const same = bySource.get(key) ?? [];
    bySource.set(key, [...same, reference]);
    reference.number = same[0]?.number ?? bySource.size;
  }
  if (bySource.size > 0 && ![...nodesIn(tree)].includes(list)) {
    throw new Error('The layout shows references, but no list of them.');
  }
  list.children = [...bySource.values()].map((references) => entry(references, pack.facts));
}

/** The same page, however its address was typed. */
export const sourceKey = (url: string): string => new URL(url).href.replace(/\/$/, '');

function entry(references: SourceReference[], facts: Fact[]): ListItem {
  const [{ url, label } = { url: '', label: '' }] = references;
  const ofSource = facts.filter((fact) => sourceKey(fact.url) === sourceKey(url));
  const cited = ofSource.filter(({ id }) => references.some(({ factIds }) => factIds.includes(id)));
  const [known] = ofSource;
  const site = new URL(url).hostname.replace(/^www\./, '');
  const about =
    known === undefined
      ? [label === site ? '' : `${label.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())}.`]
      : [publication(known), figures(cited)];
  const words = about.filter((part) => part !== '').join(' ');
  const address: PhrasingContent = { type: 'link', url, children: [{ type: 'text', value: url }] };
  const children: PhrasingContent[] =
    words === '' ? [address] : [{ type: 'text', value: `${words} ` }, address];
  return { type: 'listItem', spread: false, children: [{ type: 'paragraph', children }] };
}

function publication({ publisher, title, published, laterThanCall }: Fact): string {
  const later = laterThanCall ? ' Published after the call.' : '';
  return `${publisher}, ${title}, published ${publishedOn(published)}.${later}`;
}

const statusWords: Record<Fact['status'], string> = {
  outturn: '',
  estimate: 'an estimate',
  forecast: 'a forecast',
  survey: 'from a survey',
  foi: 'from freedom of information requests',
};

/** A figure is never quoted without its denominator, place, period and kind. */
function figures(facts: Fact[]): string {
  const told = facts.map((fact) => {
    const { value, geography, period, status } = fact;
    const about = [basis(fact), geography, period, statusWords[status]];
    return `${value} (${about.filter((part) => part !== '').join('; ')})`;
  });
  return told.length === 0 ? '' : `${told.length === 1 ? 'Figure' : 'Figures'} used: ${listed(told)}.`;
}

/** What a figure is counted against: "of referrals", "for each social worker"; "67 per 10,000" has said its number. */
function basis({ value, unit, denominator }: Fact): string {
  if (denominator === null) return '';
  if (/^(?:percent|share)/.test(unit)) return `of ${denominator}`;
  const [per] = value.match(/(?<=\bper )[\d,]+/) ?? [];
  if (per !== undefined && denominator.startsWith(`${per} `)) return denominator.slice(per.length + 1);
  return denominator.startsWith('one ') ? `for each ${denominator.slice(4)}` : `per ${denominator}`;
}
