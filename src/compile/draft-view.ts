import type { List } from 'mdast';
import { timeAndDate } from '../domain/dates.ts';
import { type Arranged, type Item, itemsOf, type Section } from './arrange.ts';
import { changesSince } from './changes-since.ts';
import { cleanLine } from './clean-text.ts';
import { type DraftReplies, draftReplies } from './draft-reply.ts';
import { findSimilar, type SimilarPair } from './find-similar.ts';
import { gapsIn } from './gaps.ts';
import { gatheredView } from './gathered.ts';
import { printedItems } from './printed-items.ts';
import { answeredQuestions, questionView } from './questions.ts';
import type { ConsultationRecord } from './record.ts';
import { referencesIn } from './reference-node.ts';
import { counted, listed } from './say.ts';
import { frameView } from './submission-view.ts';
import { type DraftSectionView, type DraftView, root } from './view.ts';

/** Nobody reads more pairs than this at a time. */
const PAIRS_LISTED = 100;

/** All that the working draft shows: what is said, by whom, and what an editor still has to do. */
export function draftView(record: ConsultationRecord, arranged: Arranged, references: List): DraftView {
  const { consultation, pack } = record;
  const shown = draftReplies(record);
  const items = [...printedItems(arranged), ...arranged.queries];
  const replies = items.flatMap(({ printed, same }) => [printed, ...same]);
  const all = [...replies, ...arranged.leftOut.map(({ reply }) => reply)];
  const similar = findSimilar(arranged.words);
  const { title, respondingAs, date, call } = frameView(record);
  return {
    title,
    respondingAs,
    date,
    call,
    deadline: timeAndDate(consultation.deadline, consultation.timeZone),
    gathered: gatheredView(arranged, consultation.timeZone),
    gaps: gapsIn(arranged, answeredQuestions(arranged, () => 'a theme', pack).unanswered),
    changes: changesSince(record, arranged, shown),
    sections: arranged.sections
      .filter(({ groups }) => itemsOf(groups).length > 0)
      .map((one) => sectionView(one, shown)),
    queries: arranged.queries.map(shown.item),
    merged: items
      .filter(({ same }) => same.length > 0)
      .map(({ printed, same }) => ({ kept: shown.reply(printed), same: same.map(shown.reply) })),
    similar: similar.slice(0, PAIRS_LISTED).map((pair) => pairView(pair, shown)),
    moreSimilar:
      similar.length > PAIRS_LISTED ? counted(similar.length - PAIRS_LISTED, 'more pair', 'more pairs') : '',
    leftOut: arranged.leftOut.map(({ reply, reason }) => ({ ...shown.reply(reply), reason })),
    removed: arranged.removed === 0 ? '' : counted(arranged.removed, 'reply', 'replies'),
    unsourced: items
      .filter(({ kind, printed }) => kind !== 'query' && printed.unsourced.length > 0)
      .map(({ printed }) => ({ ...shown.reply(printed), figures: listed(printed.unsourced) })),
    files: all.flatMap((reply) =>
      reply.contribution.files.map(({ name }) => ({
        name: cleanLine(name) || 'a file',
        reply: shown.reply(reply),
      })),
    ),
    questions: pack.questions.map((question) => questionView(question, [], () => '')),
    references: all.some(({ blocks }) => referencesIn(root(blocks)).length > 0) ? root([references]) : null,
  };
}

function sectionView({ title, groups }: Section, { item }: DraftReplies): DraftSectionView {
  const shown = (items: Item[]) => items.map(item);
  return {
    title: cleanLine(title) || 'Untitled theme',
    position: shown(groups.position),
    concern: shown(groups.concern),
    evidence: shown(groups.evidence),
    experience: shown(groups.experience),
    unsorted: shown(groups.unsorted),
    query: shown(groups.query),
    recommendation: shown(groups.recommendation),
  };
}

const differences = {
  numbers: 'They differ in a number.',
  negations: 'One says the opposite of the other, or seems to.',
};

function pairView(
  { one, other, difference }: SimilarPair,
  { reply }: DraftReplies,
): DraftView['similar'][number] {
  return {
    one: reply(one.reply),
    other: reply(other.reply),
    difference: difference === null ? '' : differences[difference],
  };
}
