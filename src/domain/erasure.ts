import { isDeepStrictEqual } from 'node:util';
import { type Contribution, sentAt } from './contribution.ts';
import { type FoundReactions, withReactions } from './endorse.ts';
import type { Person } from './person.ts';
import { erased } from './taken-back.ts';

/** Whose data goes, and until when (UTC ISO): what they say afterwards is theirs to say. */
export type Leaver = { userId: string; until: string };

/**
 * The contribution without what the person wrote or did: their own keeps its reference only; of others' their
 * endorsements, wording and reasons go. That they decided or added something stays, for the account.
 */
export function erasedFor(current: Contribution, leaver: Leaver): Contribution {
  if (isTheirs(current, leaver)) return erased(current);
  const { userId } = leaver;
  const { use, wording } = current;
  const changed = {
    ...withReactions(
      current,
      current.reactions.filter((one) => one.userId !== userId),
    ),
    use: use.decidedBy === userId ? { ...use, reason: '' } : use,
    wording: wording?.by === userId ? null : wording,
  };
  return isDeepStrictEqual(changed, current) ? current : changed;
}

/** Written by the person, and sent before they left. */
export const isTheirs = ({ authorId, messageTs }: Contribution, { userId, until }: Leaver): boolean =>
  authorId === userId && sentAt(messageTs) <= until;

/** Whether the person had everything of theirs erased after they sent this. */
export const isErasedSince = (person: Person | null, ts: string): boolean =>
  person !== null && person.erasedAt !== null && sentAt(ts) <= person.erasedAt;

/** Who had their data erased. */
export const erasedAmong = (people: Person[]): ReadonlySet<string> =>
  new Set(people.filter(({ erasedAt }) => erasedAt !== null).map(({ userId }) => userId));

/**
 * Reactions that a reading found, without those of erased people: when they were put there is not known. One that
 * is known came live, after the erasure.
 */
export const withoutErased = (
  found: FoundReactions,
  { reactions: known }: Pick<Contribution, 'reactions'>,
  erasedIds: ReadonlySet<string>,
): FoundReactions => ({
  ...found,
  reactions: found.reactions.filter(
    ({ userId, reaction }) =>
      !erasedIds.has(userId) || known.some((one) => one.userId === userId && one.reaction === reaction),
  ),
});

/** Every text that the person typed into this contribution, as it is kept. */
export function typedBy({ userId }: Pick<Leaver, 'userId'>, contribution: Contribution): string[] {
  const { authorId, text, revisions, files, use, wording, cleared, held } = contribution;
  const own =
    authorId === userId
      ? [
          text,
          ...revisions.map((one) => one.text),
          ...files.map(({ name }) => name),
          held?.appeal?.reason ?? '',
          cleared?.reason ?? '',
        ]
      : [];
  return [
    ...own,
    ...(wording?.by === userId ? [wording.typed, wording.text] : []),
    use.decidedBy === userId ? use.reason : '',
  ].filter((one) => one !== '');
}
