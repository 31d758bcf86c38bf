import type { ConsultationRecord } from '../compile/record.ts';
import type { Consultation } from '../domain/consultation.ts';
import { dayIn } from '../domain/dates.ts';
import { type Deps, packOf } from './deps.ts';
import { learnNames, peopleIn } from './learn-names.ts';
import { bySystem } from './use-case.ts';

/** All that a document of a consultation is made of, as it stands now. */
export const recordOf = bySystem(
  async (deps: Deps, { consultation }: { consultation: Consultation }): Promise<ConsultationRecord> => {
    const { store, workspace, cues } = deps;
    const contributions = await store.listContributions(consultation.id);
    const userIds = peopleIn(consultation, contributions);
    if (consultation.expiredAt === null) await learnNames(deps, { userIds });
    const people = await store.listPeople(consultation.teamId);
    return {
      consultation,
      pack: packOf(deps, consultation.packId),
      cues,
      screenLists: deps.screenLists,
      contributions,
      people: people.filter(({ userId, name }) => name !== '' && userIds.includes(userId)),
      workspaceUrl: workspace.url,
      day: dayIn(deps.now().toISOString(), consultation.timeZone),
      lastExport: await store.findLastExport(consultation.id),
    };
  },
);
