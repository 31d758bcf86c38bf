import { closed } from '../domain/collecting.ts';
import type { Consultation } from '../domain/consultation.ts';
import { isToExpire } from '../domain/retention.ts';
import { erased } from '../domain/taken-back.ts';
import { isInternal } from '../export/file-name.ts';
import { deleteExport, exportsMadeOf } from './delete-export.ts';
import type { Deps } from './deps.ts';
import { peopleIn } from './learn-names.ts';
import { lineOf } from './note-action.ts';
import { bySystem } from './use-case.ts';

/**
 * Takes away the words of every consultation whose time to keep them is over. The submissions stay. One that cannot
 * be done holds up no other; the first failure is thrown at the end, and the next run goes on with it.
 */
export const expireWords = bySystem(async (deps: Deps, _: Record<string, never>): Promise<void> => {
  const now = deps.now().toISOString();
  const consultations = await deps.store.listConsultations(deps.workspace.teamId);
  const failures: unknown[] = [];
  for (const consultation of consultations)
    await expireOnce(deps, consultation, now).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
});

async function expireOnce(deps: Deps, consultation: Consultation, now: string): Promise<void> {
  if (!isToExpire(consultation, now)) return;
  const { id } = consultation;
  await deps.store.aloneInBackground(`expire ${id}`, async () => {
    // Closed first: nothing new comes in while the words go. It may have been reopened, or be over, since it was listed.
    const current = await deps.store.changeConsultation(id, (one) =>
      isToExpire(one, now) ? closed(one, now) : one,
    );
    if (isToExpire(current, now)) await expire(deps, current, now);
  });
}

async function expire(deps: Deps, { id }: Consultation, now: string): Promise<void> {
  const { store } = deps;
  await eraseWords(deps, id);
  await deleteInternal(deps, id);
  const lastExport = await store.findLastExport(id);
  if (lastExport !== null) await store.saveLastExport({ ...lastExport, printed: [] });
  await dropNames(deps, id);
  await store.dropReminders(id);
  await store.changeConsultation(
    id,
    (current) => ({ ...current, expiredAt: now, lateNoticeTo: [], lateLookedAt: [] }),
    () => [lineOf(deps, { consultationId: id, by: null, what: 'expired' })],
  );
  await eraseWords(deps, id);
}

async function eraseWords({ store }: Deps, id: string): Promise<void> {
  const contributions = await store.listContributions(id);
  for (const one of contributions.filter(({ state }) => state !== 'erased'))
    await store.changeContribution(id, one, (current) => current && erased(current));
}

/** What is internal holds the words. */
async function deleteInternal(deps: Deps, consultationId: string): Promise<void> {
  for (const fileName of await exportsMadeOf(deps, consultationId))
    if (isInternal(fileName)) await deleteExport(deps, { consultationId, fileName, by: null });
}

/** Of everybody who has no part in a consultation that still keeps words. That somebody was erased stays known. */
async function dropNames({ store, workspace: { teamId } }: Deps, expiring: string): Promise<void> {
  const others = (await store.listConsultations(teamId)).filter(
    ({ id, expiredAt }) => id !== expiring && expiredAt === null,
  );
  const parts = await Promise.all(
    others.map(async (one) => peopleIn(one, await store.listContributions(one.id))),
  );
  const stay = new Set(parts.flat());
  for (const { userId, erasedAt } of await store.listPeople(teamId))
    if (!stay.has(userId) && erasedAt === null) await store.dropPerson(teamId, userId);
}
