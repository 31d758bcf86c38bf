import type { Contribution } from './contribution.ts';

/** The contribution with nothing of what was said in it; what people sorted and who endorsed it stays. */
export const withoutWords = (current: Contribution): Contribution => ({
  ...current,
  text: '',
  files: [],
  chatter: false,
  use: { inSubmission: true, reason: '', decidedBy: null },
  wording: null,
  revisions: [],
  warnings: [],
});

/** Its words and revisions gone at once; key, times and hash stay, so that nothing brings the text back. */
export const removed = (current: Contribution): Contribution =>
  current.state === 'erased'
    ? current
    : {
        ...withoutWords(current),
        state: 'removed',
        endorsers: [],
        reactions: [],
        held: null,
        cleared: null,
      };

/** Only the reference is left, so that nothing brings it back: no words, nor whose they were. */
export const erased = (current: Contribution): Contribution => ({
  ...removed(current),
  state: 'erased',
  authorId: '',
  addedBy: null,
  hash: '',
  kind: null,
  kindFrom: null,
});

/** No longer in Slack at a complete reading; retention does that, so an editor decides, also where one had said yes. */
export function missing(current: Contribution): Contribution {
  if (current.held !== null) return { ...current, held: { ...current.held, isInSlack: false } };
  if (current.state !== 'standing') return current;
  const { use } = current;
  return { ...current, state: 'missing', use: use.inSubmission ? { ...use, decidedBy: null } : use };
}
