import { arrange, type ItemGroups, itemsOf, type Numbered } from '../compile/arrange.ts';
import { namelessAmong } from '../compile/clean-text.ts';
import { emptyReferenceList, numberReferences } from '../compile/number-references.ts';
import { plainText } from '../compile/plain-text.ts';
import type { ConsultationRecord } from '../compile/record.ts';
import { renderPartial, renderText } from '../compile/render-layout.ts';
import { frameView } from '../compile/submission-view.ts';
import { root } from '../compile/view.ts';
import type { Limit, Pack, Question } from '../domain/pack.ts';
import { sizeOf } from './size.ts';

/** A box of the issuer's form: what stands around the text to paste, and that text. */
type Box = Pick<Question, 'number' | 'wording'> & {
  isConfirmed: boolean;
  size: string;
  over: string;
  /** Whose the limit is. */
  limitNote: string;
  text: string;
};

/**
 * Plain text to paste into the issuer's form, a question at a time, each with its size against the limit. The
 * text stands between two lines that nothing in it can imitate, and is complete in itself, sources and all.
 */
export function pasteSheet(record: ConsultationRecord): string {
  const { pack } = record;
  const arranged = arrange(record, 'question', namelessAmong(record.people.map(({ name }) => name)));
  const numbered = arranged.recommendations;
  const groupsOf = (id: string) => arranged.sections.find((section) => section.id === id)?.groups;
  const boxes = pack.questions.map((question) => {
    const groups = groupsOf(question.id);
    const text = groups === undefined ? '' : answerText(groups, numbered, record);
    return { question, box: boxOf(question, text, pack) };
  });
  const unasked = answerText(arranged.coveringNote, numbered, record);
  const note = unasked === '' ? '' : `${pack.frontMatter.coveringNote}\n\n${unasked}`;
  const texts = [...boxes.map(({ box }) => box.text), note].filter((text) => text !== '');
  const view = {
    ...frameView(record),
    rule: ruleFor(texts),
    whole:
      pack.limits.document === undefined ? null : measured(texts.join('\n\n'), pack.limits.document, pack),
    boxes: boxes.map(({ box }) => box).filter(({ text }) => text !== ''),
    unanswered: boxes
      .filter(({ box, question }) => box.text === '' && !question.optional)
      .map(({ box }) => box),
    coveringNote: note === '' ? null : { ...sizeOf(note), text: note },
  };
  return `${renderText(pack, 'paste', view).trim()}\n`;
}

function boxOf({ number, wording, wordingStatus, limit }: Question, text: string, pack: Pack): Box {
  const isConfirmed = wordingStatus === 'confirmed';
  return { number, wording, isConfirmed, ...measured(text, limit ?? pack.limits.question, pack), text };
}

/** The size of a text and, where it is limited, whose the limit is. */
const measured = (text: string, limit: Limit | undefined, { limits }: Pack) => ({
  ...sizeOf(text, limit),
  limitNote: limit === undefined ? '' : (limits.note ?? ''),
});

function answerText(groups: ItemGroups, numbered: Numbered[], record: ConsultationRecord): string {
  const items = itemsOf(groups);
  if (items.length === 0) return '';
  const list = emptyReferenceList();
  numberReferences(root([...items.flatMap(({ printed }) => printed.blocks), list]), list, record.pack);
  const texts = (kind: keyof ItemGroups) => groups[kind].map(({ printed }) => plainText(printed.blocks));
  const view = {
    position: texts('position'),
    concern: texts('concern'),
    evidence: texts('evidence'),
    experience: texts('experience'),
    unsorted: texts('unsorted'),
    query: texts('query'),
    recommendation: numbered
      .filter(({ item }) => groups.recommendation.includes(item))
      .map(({ label, item }) => ({ label, text: plainText(item.printed.blocks) })),
    references: list.children.map(({ children }, at) => `[${at + 1}] ${plainText(children)}`),
  };
  return renderPartial(record.pack, 'paste-answer', view)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** A line of "=" longer than any that people wrote. */
function ruleFor(texts: string[]): string {
  const longest = Math.max(
    0,
    ...texts.flatMap((text) => text.match(/=+/g) ?? []).map(({ length }) => length),
  );
  return '='.repeat(Math.max(60, longest + 1));
}
