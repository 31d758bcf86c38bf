import type { Contribution } from './contribution.ts';
import type { Cues } from './cues.ts';
import { isEndorsement } from './read-cues.ts';

export type Reaction = Contribution['reactions'][number];

/** The contribution with one more word of Slack on a reaction; an older word than the one kept changes nothing. */
export function reacted(current: Contribution, reaction: Reaction): Contribution {
  if (current.state === 'removed' || current.state === 'erased') return current;
  const kept = current.reactions.find((known) => isSame(known, reaction));
  if (kept !== undefined && (Number(kept.eventTs) > Number(reaction.eventTs) || kept.on === reaction.on))
    return current;
  const others = current.reactions.filter((known) => !isSame(known, reaction));
  return withReactions(current, [...others, reaction]);
}

/** Reactions as a reading of their message at `readTs` found them; Slack may name only some of the people. */
export type FoundReactions = { reactions: Reaction[]; areAll: boolean; readTs: string };

/**
 * The contribution as a reading found it: where it named everybody, endorsing reactions that are not among the
 * found ones are off, unless Slack said otherwise after the reading began.
 */
export function reactionsFound(
  current: Contribution,
  { reactions: found, areAll, readTs }: FoundReactions,
): Contribution {
  if (!areAll) return found.reduce(reacted, current);
  const gone = current.reactions
    .filter((known) => known.on && !found.some((one) => isSame(known, one)))
    .map((known) => ({ ...known, on: false, eventTs: readTs }));
  return [...found, ...gone].reduce(reacted, current);
}

const isSame = (one: Reaction, other: Reaction) =>
  one.userId === other.userId && one.reaction === other.reaction;

/** The contribution with these reactions, and endorsed by whose are on. */
export function withReactions(current: Contribution, reactions: Reaction[]): Contribution {
  const people = reactions
    .filter(({ on, userId }) => on && userId !== current.authorId)
    .map(({ userId }) => userId);
  return { ...current, reactions, endorsers: [...new Set(people)].sort() };
}

/** The same, of the endorsing ones among the reactions that a reading found. */
export const endorsedAsFound = (current: Contribution, found: FoundReactions, cues: Cues): Contribution =>
  reactionsFound(current, {
    ...found,
    reactions: found.reactions.filter(({ reaction }) => isEndorsement(reaction, cues)),
  });
