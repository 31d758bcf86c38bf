import { setImmediate as turn } from 'node:timers/promises';
import type { ConsultationRecord } from '../compile/record.ts';
import type { Consultation } from '../domain/consultation.ts';
import { contributionRef } from '../domain/contribution.ts';
import { dayIn } from '../domain/dates.ts';
import type { Person } from '../domain/person.ts';
import { type Deps, packOf } from './deps.ts';
import { learnNames, peopleIn } from './learn-names.ts';
import { bySystem } from './use-case.ts';

/** All that a document of a consultation is made of, as it stands now. What is held is nowhere in it. */
export const recordOf = bySystem(
  async (deps: Deps, { consultation }: { consultation: Consultation }): Promise<ConsultationRecord> => {
    const { store, workspace, cues } = deps;
    const all = await store.listContributions(consultation.id);
    // To list a large record was a good while's work.
    await turn();
    const contributions = all.filter(({ state }) => state !== 'held');
    const heldRefs = new Set(all.filter(({ state }) => state === 'held').map(contributionRef));
    const lastExport = await store.findLastExport(consultation.id);
    const userIds = peopleIn(consultation, contributions);
    const people = await peopleNamed(deps, consultation, userIds);
    const outsiders = new Set(people.filter(({ isOutsider }) => isOutsider).map(({ userId }) => userId));
    return {
      consultation,
      pack: packOf(deps, consultation.packId),
      cues,
      screenLists: deps.screenLists,
      contributions: contributions.map((one) => ({
        ...one,
        endorsers: one.endorsers.filter((userId) => !outsiders.has(userId)),
      })),
      people: people.filter(({ userId, name }) => name !== '' && userIds.includes(userId)),
      workspaceUrl: workspace.url,
      day: dayIn(deps.now().toISOString(), consultation.timeZone),
      lastExport: lastExport && {
        ...lastExport,
        printed: lastExport.printed.filter(({ ref }) => !heldRefs.has(ref)),
      },
    };
  },
);

/** Everybody who is known, those of these people among them whose names Slack gives. */
async function peopleNamed(
  deps: Deps,
  { teamId, expiredAt }: Consultation,
  userIds: string[],
): Promise<Person[]> {
  const known = await deps.store.listPeople(teamId);
  const unknown = userIds.filter((userId) => !known.some((person) => person.userId === userId));
  if (expiredAt !== null || unknown.length === 0) return known;
  await learnNames(deps, { userIds: unknown });
  return deps.store.listPeople(teamId);
}
