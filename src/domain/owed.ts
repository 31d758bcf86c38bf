import { type Consultation, isEditorOf, reviewerOf } from './consultation.ts';
import type { Contribution } from './contribution.ts';
import { heldIn, statusOf, type ThemeStatus, waitingIn } from './status.ts';

/** What a consultation still wants of one person. */
export type Owed = {
  /** Themes in which a reader would miss something. */
  thin: ThemeStatus[];
  /** How many contributions wait for a decision. */
  toDecide: number;
  /** How many replies are held and still in Slack: the safeguarding reviewer's, and nobody else's to know. */
  held: number;
};

/** Who can owe something: the lead, the editors and the safeguarding reviewer. */
export const peopleOwing = (consultation: Consultation): string[] => [
  ...new Set([...editorsOf(consultation), reviewerOf(consultation)]),
];

/** The lead first. */
export const editorsOf = ({ leadId, editorIds }: Consultation): string[] => [
  ...new Set([leadId, ...editorIds]),
];

/** What a person owes: thin themes and open decisions are the lead's and the editors', held replies the reviewer's. */
export function owedBy(consultation: Consultation, contributions: Contribution[], userId: string): Owed {
  const isEditor = isEditorOf(consultation, userId);
  return {
    thin: isEditor ? statusOf(consultation, contributions).filter(({ thin }) => thin.length > 0) : [],
    toDecide: isEditor ? waitingIn(contributions).length : 0,
    held: reviewerOf(consultation) === userId ? heldFor(userId, contributions) : 0,
  };
}

/** Nobody decides on their own. */
const heldFor = (userId: string, contributions: Contribution[]): number =>
  heldIn(contributions).filter(({ authorId }) => authorId !== userId).length;

export const owesNothing = ({ thin, toDecide, held }: Owed): boolean =>
  thin.length === 0 && toDecide === 0 && held === 0;
