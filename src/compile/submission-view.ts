import type { List } from 'mdast';
import { longDate } from '../domain/dates.ts';
import type { Pack } from '../domain/pack.ts';
import {
  type Arranged,
  type Item,
  type ItemGroups,
  itemsOf,
  type Numbered,
  type Section,
} from './arrange.ts';
import { cleanLine } from './clean-text.ts';
import { firstSentence } from './first-sentence.ts';
import { gatheredView } from './gathered.ts';
import { printedItems } from './printed-items.ts';
import { answeredQuestions, questionView } from './questions.ts';
import type { ConsultationRecord } from './record.ts';
import { referencesIn, wordsIn } from './reference-node.ts';
import { listed } from './say.ts';
import { type ItemsView, root, type SectionView, type SubmissionView } from './view.ts';

/** All that a submission shows, in plain words, by theme or by question as it was arranged. `references` is filled later. */
export function submissionView(
  record: ConsultationRecord,
  arranged: Arranged,
  by: 'theme' | 'question',
  references: List,
): SubmissionView {
  const { consultation, pack } = record;
  const numbered = arranged.recommendations;
  const titles = new Map(arranged.sections.map(({ id, title }) => [id, cleanLine(title)]));
  // By question there are no headings by theme to point to.
  const titleOf = (id: string) => (by === 'theme' ? titles.get(id) || 'other matters' : '');
  const groups = arranged.sections.filter((section) => isShown(section, by));
  const items = printedItems(arranged);
  const isCited = items.some(({ printed }) => referencesIn(root(printed.blocks)).length > 0);
  const note = itemsOf(arranged.coveringNote).length === 0 ? null : arranged.coveringNote;
  return {
    ...frameView(record),
    gathered: gatheredView(arranged, consultation.timeZone),
    summary: summaryView(items, numbered),
    sections: groups.map((section) =>
      by === 'theme' ? themeView(section, numbered, pack) : answerView(section, numbered, record, titleOf),
    ),
    coveringNote: note && { ...itemsView(note, numbered), about: pack.frontMatter.coveringNote },
    recommendations: by === 'theme' ? numbered.map(recommendationView) : [],
    references: isCited ? root([references]) : null,
    ...answeredQuestions(arranged, titleOf, pack),
  };
}

/** Recommendations have a section of their own in the layout by theme. */
const isShown = ({ groups }: Section, by: 'theme' | 'question'): boolean =>
  itemsOf(groups).some(({ kind }) => by === 'question' || kind !== 'recommendation');

/** Who answers what, and when. */
export function frameView({ consultation, pack, day }: ConsultationRecord) {
  return {
    title: cleanLine(consultation.title) || 'Our response',
    respondingAs: cleanLine(consultation.respondingAs) || 'Our team',
    capacity: pack.frontMatter.capacities[consultation.capacity],
    date: longDate(day, 'UTC'),
    call: { title: pack.title, issuer: pack.issuer, nation: pack.nation, stage: pack.stage },
    about: pack.frontMatter.about,
  };
}

/** By rule: the first sentence of each position, then the recommendations. */
function summaryView(items: Item[], numbered: Numbered[]): SubmissionView['summary'] {
  const positions = items.filter(
    (item) => item.kind === 'position' && wordsIn(firstSentence(item.printed.blocks).children) !== '',
  );
  if (positions.length === 0 && numbered.length === 0) return null;
  const short = ({ printed }: Item) => root([firstSentence(printed.blocks)]);
  return {
    positions: positions.map(short),
    recommendations: numbered.map(({ label, item }) => ({ label, text: short(item) })),
  };
}

function themeView(section: Section, numbered: Numbered[], pack: Pack): SectionView {
  const own = numbered
    .filter(({ item }) => section.groups.recommendation.includes(item))
    .map(({ label }) => label);
  const leadsTo = own.length === 0 ? '' : `recommendation${own.length === 1 ? '' : 's'} ${listed(own)}`;
  const { groups, id, title } = section;
  const inFull = pack.themes.find((theme) => theme.id === id)?.inFull;
  return {
    ...itemsView(groups, numbered),
    title: inFull ?? (cleanLine(title) || 'Untitled theme'),
    question: null,
    leadsTo,
  };
}

function answerView(
  { id, title, groups }: Section,
  numbered: Numbered[],
  { pack }: ConsultationRecord,
  titleOf: (id: string) => string,
): SectionView {
  const question = pack.questions.find((one) => one.id === id);
  return {
    ...itemsView(groups, numbered),
    title,
    question: question === undefined ? null : questionView(question, itemsOf(groups), titleOf),
    leadsTo: '',
  };
}

function itemsView(groups: ItemGroups, numbered: Numbered[]): ItemsView {
  const texts = (items: Item[]) => items.map(({ printed }) => root(printed.blocks));
  return {
    position: texts(groups.position),
    concern: texts(groups.concern),
    evidence: texts(groups.evidence),
    experience: texts(groups.experience),
    unsorted: texts(groups.unsorted),
    query: texts(groups.query),
    recommendation: numbered
      .filter(({ item }) => groups.recommendation.includes(item))
      .map(recommendationView),
  };
}

const recommendationView = ({ label, item }: Numbered) => ({ label, text: root(item.printed.blocks) });
