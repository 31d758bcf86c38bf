import type { Consultation } from '../domain/consultation.ts';
import { hasWords, type Kind } from '../domain/contribution.ts';
import type { Pack } from '../domain/pack.ts';
import { factFinder } from './cite-facts.ts';
import { type Naming, nameless } from './clean-text.ts';
import { type LeftOut, reasonToLeaveOut } from './leave-out.ts';
import { mergeSame } from './merge-same.ts';
import type { ConsultationRecord } from './record.ts';
import { type Reply, readReply } from './reply.ts';
import { type ReplyWords, replyReader } from './reply-words.ts';
import { wordUses } from './word-uses.ts';

type ItemKind = Kind | 'unsorted';

/** The order in which the kinds of a section are printed. */
const printedKinds = [
  'position',
  'concern',
  'evidence',
  'experience',
  'unsorted',
  'query',
  'recommendation',
] as const satisfies ItemKind[];

/** One thing that is said, by one person or by several in the same words. */
export type Item = {
  kind: ItemKind;
  themeId: string;
  /** Whose words are printed: the earliest. */
  printed: Reply;
  /** The others who said the same, in order. */
  same: Reply[];
  /** Everyone but the printed reply's author who said it too or endorsed it. */
  supporters: string[];
};

export type ItemGroups = Record<ItemKind, Item[]>;

/** A recommendation with its number. */
export type Numbered = { label: string; item: Item };

/** A theme, or a question of the issuer. */
export type Section = { id: string; title: string; groups: ItemGroups };

export type Arranged = {
  /** Every theme or question in its order, also those on which nothing is said. */
  sections: Section[];
  /** By question: what no question asks for. */
  coveringNote: ItemGroups;
  /** Queries that no question asks for: for the working draft only. */
  queries: Item[];
  /** R1, R2 and so on in the order of the themes, so that a number means the same in every file of a record. */
  recommendations: Numbered[];
  leftOut: LeftOut[];
  /** How many were taken back; nothing else is known of them. */
  removed: number;
  /** The words of every item's printed reply, to be compared with each other. */
  words: ReplyWords[];
};

/**
 * What is said, where it belongs: sections, within them kinds in the order of `printedKinds`, within a kind the
 * most supported first and then in order of the messages. Nothing stands in two places.
 */
export function arrange(
  record: ConsultationRecord,
  by: 'theme' | 'question',
  naming: Naming = nameless,
): Arranged {
  const { consultation, contributions, cues, pack } = record;
  const standing = contributions.filter(hasWords);
  const findFacts = factFinder(pack.facts, cues, consultation.respondingAs);
  const replies = standing.map((one) => readReply(one, cues, findFacts, naming));
  const leftOut = replies.flatMap((reply) => reasonToLeaveOut(reply));
  const isLeftOut = new Set(leftOut.map(({ reply }) => reply));
  const words = replies.filter((reply) => !isLeftOut.has(reply)).map(replyReader(cues));
  const same = mergeSame(words, wordUses(words, pack));
  const items = same.map(([{ reply }, ...others]) =>
    itemOf(
      reply,
      others.map((other) => other.reply),
    ),
  );
  const bySupport = items.toSorted((a, b) => b.supporters.length - a.supporters.length);
  return {
    ...placed(bySupport, by, consultation, pack),
    recommendations: numbered(placed(bySupport, 'theme', consultation, pack).sections),
    leftOut,
    removed: contributions.filter(({ state }) => state === 'removed').length,
    words: same.map(([first]) => first),
  };
}

const numbered = (sections: Section[]): Numbered[] =>
  sections.flatMap(({ groups }) => groups.recommendation).map((item, at) => ({ label: `R${at + 1}`, item }));

function itemOf(printed: Reply, same: Reply[]): Item {
  const { kind, themeId, authorId } = printed.contribution;
  const voices = [printed, ...same].flatMap(({ contribution }) => [
    contribution.authorId,
    ...contribution.endorsers,
  ]);
  const supporters = [...new Set(voices)].filter((id) => id !== authorId);
  return { kind: kind ?? 'unsorted', themeId, printed, same, supporters };
}

function placed(
  items: Item[],
  by: 'theme' | 'question',
  consultation: Consultation,
  pack: Pack,
): Pick<Arranged, 'sections' | 'coveringNote' | 'queries'> {
  const placeOf = (item: Item) => (by === 'theme' ? themePlace(item, pack) : questionPlace(item, pack));
  const places = new Map(items.map((item) => [item, placeOf(item)]));
  const inPlace = (place: string) => items.filter((item) => places.get(item) === place);
  const titles = by === 'theme' ? themeTitles(items, consultation, pack) : questionTitles(pack);
  return {
    sections: titles.map(({ id, title }) => ({ id, title, groups: grouped(inPlace(`section ${id}`)) })),
    coveringNote: grouped(inPlace('covering note')),
    queries: inPlace('working draft'),
  };
}

/** A query stands in its theme when the issuer has a question for it; otherwise it stays among us. */
const themePlace = (item: Item, pack: Pack): string => {
  const isAmongUs = item.kind === 'query' && questionPlace(item, pack) === 'working draft';
  return isAmongUs ? 'working draft' : `section ${item.themeId}`;
};

/** First match of the pack's map wins; a part that a line of it leaves out matches all. */
export function questionPlace({ kind, themeId }: Pick<Item, 'kind' | 'themeId'>, { map }: Pack): string {
  const found = map.find(
    ({ themes, kinds }) => (themes?.includes(themeId) ?? true) && (kinds?.includes(kind) ?? true),
  );
  if (found !== undefined) return `section ${found.question}`;
  return kind === 'query' ? 'working draft' : 'covering note';
}

/** The consultation's own themes; one that was taken off it after people had replied stays, at the end. */
function themeTitles(items: Item[], { themes }: Consultation, pack: Pack): { id: string; title: string }[] {
  const known = new Set(themes.map(({ id }) => id));
  const others = new Set(items.map(({ themeId }) => themeId).filter((id) => !known.has(id)));
  const titleOf = (id: string) => pack.themes.find((theme) => theme.id === id)?.title ?? 'Other matters';
  return [...themes, ...[...others].sort().map((id) => ({ id, title: titleOf(id) }))];
}

const questionTitles = ({ questions }: Pack): { id: string; title: string }[] =>
  questions.map(({ id, wording }) => ({ id, title: wording }));

function grouped(items: Item[]): ItemGroups {
  const of = (kind: ItemKind) => items.filter((item) => item.kind === kind);
  return {
    position: of('position'),
    concern: of('concern'),
    evidence: of('evidence'),
    experience: of('experience'),
    unsorted: of('unsorted'),
    query: of('query'),
    recommendation: of('recommendation'),
  };
}

/** Every item of some groups in the order in which they are printed. */
export const itemsOf = (groups: ItemGroups): Item[] => printedKinds.flatMap((kind) => groups[kind]);
