import type { ConsultationRecord } from '../compile/record.ts';
import type { Consultation } from '../domain/consultation.ts';
import { dayIn } from '../domain/dates.ts';
import type { ExportFormat } from '../domain/export-formats.ts';
import { textHash } from '../domain/text-hash.ts';
import { exportFileName } from '../export/file-name.ts';
import { type Deps, packOf } from './deps.ts';
import { learnNames, peopleIn } from './learn-names.ts';
import { onConsultation } from './use-case.ts';

export type ExportedDocument = {
  consultation: Consultation;
  fileName: string;
  /** Where it is kept on this machine. */
  path: string;
  content: string;
};

/** `begin` is called once it is clear that the person may: what takes long should say that it goes on. */
export type ExportRequest = { consultationId: string; format: ExportFormat; begin(): Promise<unknown> };

/** Makes a document of what is recorded now and keeps it under exports/. A submission is remembered, so that the next draft can say what changed since. */
export const exportDocument = onConsultation(
  'document.export',
  async (deps: Deps, consultation, { format, begin }: ExportRequest, actor): Promise<ExportedDocument> => {
    await begin();
    const record = await recordOf(deps, consultation);
    const made = await deps.makeDocument(format, record);
    const fileName = exportFileName(consultation, record.day, made.kind);
    const path = await deps.keepExport(fileName, made.content);
    if (made.printed !== null) {
      await deps.store.saveLastExport({
        consultationId: consultation.id,
        day: record.day,
        at: deps.now().toISOString(),
        by: actor.userId,
        fileName,
        sha256: textHash(made.content),
        printed: made.printed,
      });
    }
    return { consultation, fileName, path, content: made.content };
  },
);

async function recordOf(deps: Deps, consultation: Consultation): Promise<ConsultationRecord> {
  const { store, workspace, cues } = deps;
  const contributions = await store.listContributions(consultation.id);
  const userIds = peopleIn(consultation, contributions);
  await learnNames(deps, { userIds });
  return {
    consultation,
    pack: packOf(deps, consultation.packId),
    cues,
    contributions,
    people: (await store.listPeople(consultation.teamId)).filter(({ userId }) => userIds.includes(userId)),
    workspaceUrl: workspace.url,
    day: dayIn(deps.now().toISOString(), consultation.timeZone),
    lastExport: await store.findLastExport(consultation.id),
  };
}
