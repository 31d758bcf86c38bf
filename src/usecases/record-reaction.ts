import type { ContributionKey } from '../domain/contribution.ts';
import { reacted } from '../domain/endorse.ts';
import { isErasedSince } from '../domain/erasure.ts';
import { isEndorsement } from '../domain/read-cues.ts';
import type { Deps } from './deps.ts';
import { bySystem } from './use-case.ts';

export type ReactionNews = {
  key: ContributionKey;
  userId: string;
  /** Slack's name, skin tone included. */
  reaction: string;
  on: boolean;
  eventTs: string;
};

/** Counts an endorsing reaction, or takes it back. Other reactions, and messages that are not recorded, change nothing. */
export const recordReaction = bySystem(async (deps: Deps, news: ReactionNews): Promise<void> => {
  const { key, ...reaction } = news;
  if (!isEndorsement(reaction.reaction, deps.cues)) return;
  const known = await deps.store.findContribution(key);
  if (known === null) return;
  const person = await deps.store.findPerson(key.teamId, news.userId);
  if (isErasedSince(person, news.eventTs)) return;
  await deps.store.changeContribution(
    known.consultationId,
    key,
    (current) => current && reacted(current, reaction),
  );
});
