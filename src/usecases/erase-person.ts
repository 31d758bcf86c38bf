import { erasedFor, isTheirs } from '../domain/erasure.ts';
import { UserError } from '../domain/errors.ts';
import type { Deps } from './deps.ts';
import { type ErasureReport, eraseData } from './erase-data.ts';
import { inWorkspace } from './use-case.ts';

/** What an erasure would reach; counts only, since an admin need not be in the channels. */
export type ErasurePreview = { contributions: number; others: number; isNameKept: boolean };

/** What would go, for the admin who is asked whether to go on. Throws a UserError where there is nothing. */
export const previewErasure = inWorkspace(
  'person.erase',
  async ({ store, workspace }: Deps, leaver: { userId: string; until: string }): Promise<ErasurePreview> => {
    const consultations = await store.listConsultations(workspace.teamId);
    const all = (await Promise.all(consultations.map(({ id }) => store.listContributions(id)))).flat();
    const reached = all.filter((one) => erasedFor(one, leaver) !== one);
    const contributions = reached.filter((one) => isTheirs(one, leaver)).length;
    const person = await store.findPerson(workspace.teamId, leaver.userId);
    const isNameKept = person !== null && person.name !== '';
    if (reached.length === 0 && !isNameKept)
      throw new UserError(
        'Soundings holds no words and no name of this person, so there is nothing to erase.',
      );
    return { contributions, others: reached.length - contributions, isNameKept };
  },
);

/** Erases what is held about somebody, up to when it was asked for (UTC ISO). Also of somebody who is gone. */
export const erasePerson = inWorkspace(
  'person.erase',
  async (deps: Deps, { userId, until }: { userId: string; until: string }, actor): Promise<ErasureReport> =>
    eraseData(deps, { userId, until, by: actor.userId }),
);
