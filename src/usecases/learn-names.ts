import type { Deps } from './deps.ts';
import { bySystem } from './use-case.ts';

/** Keeps the names of people whose names are not known yet. One that Slack does not give now is asked for next time. */
export const learnNames = bySystem(async (deps: Deps, { userIds }: { userIds: string[] }): Promise<void> => {
  const known = new Set((await deps.store.listPeople(deps.workspace.teamId)).map(({ userId }) => userId));
  const unknown = [...new Set(userIds)].filter((userId) => userId !== '' && !known.has(userId));
  await Promise.allSettled(
    unknown.map(async (userId) => {
      const { name } = await deps.workspace.person(userId);
      await deps.store.savePerson({ teamId: deps.workspace.teamId, userId, name });
    }),
  );
});

/** People mentioned in a recorded text. */
export const mentionedIn = (text: string): string[] =>
  [...text.matchAll(/\(mention:([UW][A-Z0-9]+)\)/g)].flatMap(([, userId]) => userId ?? []);
