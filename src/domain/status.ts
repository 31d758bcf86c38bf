import type { Consultation } from './consultation.ts';
import { type Contribution, hasWords, type Kind, kinds } from './contribution.ts';

export type ThemeStatus = {
  themeId: string;
  title: string;
  threadTs: string | null;
  contributions: number;
  contributors: number;
  /** Of the sorted ones, only kinds that occur. */
  kinds: { kind: Kind; count: number }[];
  unsorted: number;
  /** Held back by their words, warned of by the screen, or no longer in Slack: an editor decides. */
  waiting: number;
  /** What a reader would miss, in words: "fewer than 3 replies". Empty: not thin. */
  thin: string[];
};

const ENOUGH_REPLIES = 3;

/** Where each theme stands. Chatter and removed contributions count for nothing. */
export const statusOf = (consultation: Consultation, contributions: Contribution[]): ThemeStatus[] =>
  consultation.themes.map(({ id, title, threadTs }) => {
    const own = contributions.filter((one) => one.themeId === id && hasWords(one) && !one.chatter);
    return { themeId: id, title, threadTs, ...counts(own), thin: missingFrom(own) };
  });

function counts(own: Contribution[]) {
  return {
    contributions: own.length,
    contributors: new Set(own.map(({ authorId }) => authorId)).size,
    kinds: kinds
      .map((kind) => ({ kind, count: own.filter((one) => one.kind === kind).length }))
      .filter(({ count }) => count > 0),
    unsorted: own.filter(({ kind }) => kind === null).length,
    waiting: own.filter(waitsForEditor).length,
  };
}

/** What an editor has to decide on, oldest first. */
export const waitingIn = (contributions: Contribution[]): Contribution[] =>
  contributions.filter((one) => hasWords(one) && !one.chatter && waitsForEditor(one));

/** What the safeguarding reviewer has to look at: held, and still to be seen in Slack. */
export const heldIn = (contributions: Contribution[]): Contribution[] =>
  contributions.filter(({ held }) => held?.isInSlack);

/** Nobody has decided yet whether, and in which words, it may stand in the submission. */
export const waitsForEditor = (contribution: Contribution): boolean => {
  const { state, use } = contribution;
  return (use.decidedBy === null && (state === 'missing' || !use.inSubmission)) || isUncovered(contribution);
};

/** The screen warns of its words, and neither a wording of them nor a reason says why they may be printed. */
export const isUncovered = ({ warnings, use, wording, hash }: Contribution): boolean =>
  warnings.length > 0 && use.inSubmission && use.reason === '' && wording?.ofHash !== hash;

function missingFrom(own: Contribution[]): string[] {
  const has = (kind: Kind) => own.some((one) => one.kind === kind);
  return [
    ...(own.length < ENOUGH_REPLIES ? [`fewer than ${ENOUGH_REPLIES} replies`] : []),
    ...(has('evidence') ? [] : ['no evidence']),
    ...(has('recommendation') ? [] : ['no recommendation']),
  ];
}
