import type { Consultation } from '../domain/consultation.ts';
import { type Contribution, hasWords } from '../domain/contribution.ts';
import type { Deps } from './deps.ts';
import { bySystem } from './use-case.ts';

/** Keeps the names of people whose names are not known yet, and who of them is an outsider. One that Slack does not give now is asked for next time. */
export const learnNames = bySystem(
  async ({ store, workspace }: Deps, { userIds }: { userIds: string[] }): Promise<void> => {
    const { teamId } = workspace;
    const learn = async (userId: string): Promise<void> => {
      if ((await store.findPerson(teamId, userId)) !== null) return;
      const { name, isOutsider } = await workspace.person(userId);
      await store.savePerson({ teamId, userId, name, erasedAt: null, ...(isOutsider ? { isOutsider } : {}) });
    };
    await Promise.allSettled([...new Set(userIds)].filter((userId) => userId !== '').map(learn));
  },
);

/** Everybody who has a part in a consultation or is spoken of in words that are kept; nobody else's name belongs in its files. */
export const peopleIn = (
  { leadId, editorIds, approverIds }: Consultation,
  contributions: Contribution[],
): string[] => [
  ...new Set([leadId, ...editorIds, ...approverIds, ...contributions.filter(hasWords).flatMap(peopleOf)]),
];

const peopleOf = ({ authorId, addedBy, endorsers, text, use, wording }: Contribution): string[] => [
  authorId,
  ...endorsers,
  ...mentionedIn(text),
  ...(wording === null ? [] : [wording.by, ...mentionedIn(wording.text)]),
  ...[addedBy, use.decidedBy].filter((userId) => userId !== null),
];

const mentionedIn = (text: string): string[] =>
  [...text.matchAll(/\(mention:([UW][A-Z0-9]+)\)/g)].flatMap(([, userId]) => userId ?? []);
