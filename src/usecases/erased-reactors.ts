import type { FoundReactions } from '../domain/endorse.ts';
import { erasedAmong } from '../domain/erasure.ts';
import type { Deps } from './deps.ts';
import { bySystem } from './use-case.ts';

/** Those of the people whose reactions a reading found who had everything of theirs erased. */
export const erasedReactors = bySystem(
  async ({ store, workspace }: Deps, { reactions }: FoundReactions): Promise<ReadonlySet<string>> => {
    const userIds = [...new Set(reactions.map(({ userId }) => userId))];
    const people = await Promise.all(userIds.map((userId) => store.findPerson(workspace.teamId, userId)));
    return erasedAmong(people.filter((person) => person !== null));
  },
);
