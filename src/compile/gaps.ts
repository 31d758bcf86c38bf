import type { Arranged, Section } from './arrange.ts';
import { cleanLine } from './clean-text.ts';
import type { LeftOut } from './leave-out.ts';
import { counted, inSentence } from './say.ts';
import type { QuestionView } from './view.ts';

/** What a reader would miss, one sentence each. */
export const gapsIn = ({ sections, leftOut }: Arranged, unanswered: QuestionView[]): string[] => [
  ...decisionsIn(leftOut),
  ...sections.flatMap(gapsOf),
  ...unanswered.map(({ number, wording }) => `No answer yet to question ${number}: ${wording}`),
];

function decisionsIn(leftOut: LeftOut[]): string[] {
  const waiting = leftOut.filter(
    ({ reply, because }) => because !== 'empty' && reply.contribution.use.decidedBy === null,
  );
  if (waiting.length === 0) return [];
  return [
    `An editor’s decision on ${counted(waiting.length, 'reply', 'replies')} listed under “Left out of the submission”.`,
  ];
}

function gapsOf({ title, groups }: Section): string[] {
  const theme = inSentence(cleanLine(title)) || 'an untitled theme';
  if (Object.values(groups).every((items) => items.length === 0)) return [`Nothing is said on ${theme} yet.`];
  const unsorted = groups.unsorted.length;
  return [
    ...(groups.position.length === 0 ? [`No position yet on ${theme}.`] : []),
    ...(groups.evidence.length === 0 ? [`No evidence yet on ${theme}.`] : []),
    ...(groups.recommendation.length === 0 ? [`No recommendation yet on ${theme}.`] : []),
    ...(unsorted === 0 ? [] : [`Not sorted yet on ${theme}: ${counted(unsorted, 'reply', 'replies')}.`]),
  ];
}
