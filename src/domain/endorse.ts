import type { Contribution } from './contribution.ts';

export type Reaction = Contribution['reactions'][number];

/** The contribution with one more word of Slack on a reaction; an older word than the one kept changes nothing. */
export function reacted(current: Contribution, reaction: Reaction): Contribution {
  if (current.state === 'removed') return current;
  const kept = current.reactions.find((known) => isSame(known, reaction));
  if (kept !== undefined && (Number(kept.eventTs) > Number(reaction.eventTs) || kept.on === reaction.on))
    return current;
  const others = current.reactions.filter((known) => !isSame(known, reaction));
  return withReactions(current, [...others, reaction]);
}

/**
 * The contribution as a reading of its message at `readTs` found it: endorsing reactions that are not among
 * `found` are off, unless Slack said otherwise after the reading began.
 */
export function reactionsFound(current: Contribution, found: Reaction[], readTs: string): Contribution {
  const gone = current.reactions
    .filter((known) => known.on && !found.some((one) => isSame(known, one)))
    .map((known) => ({ ...known, on: false, eventTs: readTs }));
  return [...found, ...gone].reduce(reacted, current);
}

const isSame = (one: Reaction, other: Reaction) =>
  one.userId === other.userId && one.reaction === other.reaction;

function withReactions(current: Contribution, reactions: Reaction[]): Contribution {
  const people = reactions
    .filter(({ on, userId }) => on && userId !== current.authorId)
    .map(({ userId }) => userId);
  return { ...current, reactions, endorsers: [...new Set(people)].sort() };
}
