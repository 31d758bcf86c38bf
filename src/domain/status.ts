import type { Consultation } from './consultation.ts';
import { type Contribution, type Kind, kinds } from './contribution.ts';

export type ThemeStatus = {
  themeId: string;
  title: string;
  threadTs: string | null;
  contributions: number;
  contributors: number;
  /** Of the sorted ones, only kinds that occur. */
  kinds: { kind: Kind; count: number }[];
  unsorted: number;
  /** Held back by their words, or no longer in Slack: an editor decides. */
  waiting: number;
  /** What a reader would miss, in words: "fewer than 3 replies". Empty: not thin. */
  thin: string[];
};

const ENOUGH_REPLIES = 3;

/** Where each theme stands. Chatter and removed contributions count for nothing. */
export const statusOf = (consultation: Consultation, contributions: Contribution[]): ThemeStatus[] =>
  consultation.themes.map(({ id, title, threadTs }) => {
    const own = contributions.filter(
      ({ themeId, state, chatter }) => themeId === id && state !== 'removed' && !chatter,
    );
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
  contributions.filter((one) => one.state !== 'removed' && !one.chatter && waitsForEditor(one));

/** Nobody has decided yet whether it may stand in the submission. */
export const waitsForEditor = ({ state, use }: Contribution): boolean =>
  use.decidedBy === null && (state === 'missing' || !use.inSubmission);

function missingFrom(own: Contribution[]): string[] {
  const has = (kind: Kind) => own.some((one) => one.kind === kind);
  return [
    ...(own.length < ENOUGH_REPLIES ? [`fewer than ${ENOUGH_REPLIES} replies`] : []),
    ...(has('evidence') ? [] : ['no evidence']),
    ...(has('recommendation') ? [] : ['no recommendation']),
  ];
}
