import { join } from 'node:path';
import { type Consultation, consultationSchema, exportRecordSchema } from '../domain/consultation.ts';
import { type ConsultationFolder, newConsultationFolder } from './consultation-folder.ts';
import { consultationsFolder } from './data-folder.ts';
import type { StoredData } from './load-data.ts';
import { safeName } from './safe-name.ts';
import { seal } from './seal.ts';
import type { Store } from './store.ts';
import type { Use } from './use-data.ts';
import { makeFolder } from './write-durably.ts';

const noSuch = () => new Error('There is no such consultation.');

/** The folder of a consultation that is durably there; throws for any other. */
export const folderOf = async ({ consultations }: StoredData, id: string): Promise<ConsultationFolder> => {
  const folder = consultations.get(id);
  if (!folder || (await folder.consultation.settled()) === null) throw noSuch();
  return folder;
};

const addConsultation = async (data: StoredData, consultation: Consultation): Promise<Consultation> => {
  const sealed = seal(consultationSchema, consultation);
  const path = join(consultationsFolder(data.folder), safeName(sealed.id));
  await makeFolder(path, data.files);
  const folder = data.consultations.get(sealed.id) ?? newConsultationFolder(path, data.files);
  data.consultations.set(sealed.id, folder);
  const standing = folder.consultation.current() ?? sealed;
  await folder.consultation.save(standing);
  return standing;
};

const changeConsultation = async (
  { consultations }: StoredData,
  id: string,
  change: (current: Consultation) => Consultation,
): Promise<Consultation> => {
  const file = consultations.get(id)?.consultation;
  const current = file?.current() ?? null;
  if (!file || current === null) throw noSuch();
  const changed = change(current);
  if (changed.id !== id) throw new Error('A consultation keeps its id.');
  const next = changed === current ? current : seal(consultationSchema, changed);
  await file.save(next);
  return next;
};

const settledConsultations = async ({ consultations }: StoredData): Promise<Consultation[]> => {
  const all = await Promise.all(
    [...consultations.values()].map(({ consultation }) => consultation.settled()),
  );
  return all.filter((consultation) => consultation !== null);
};

const byOpening = (one: Consultation, other: Consultation): number =>
  Date.parse(one.openedAt) - Date.parse(other.openedAt) || (one.id < other.id ? -1 : 1);

type Consultations = Pick<
  Store,
  | 'addConsultation'
  | 'changeConsultation'
  | 'findConsultation'
  | 'listConsultations'
  | 'findConsultationByThread'
  | 'saveLastExport'
  | 'findLastExport'
>;

/** The store's part on consultations, each with its last export. */
export const keepConsultations = (use: Use): Consultations => ({
  addConsultation: (consultation) => use((data) => addConsultation(data, consultation)),
  changeConsultation: (id, change) => use((data) => changeConsultation(data, id, change)),
  findConsultation: (id) =>
    use(async ({ consultations }) => (await consultations.get(id)?.consultation.settled()) ?? null),
  listConsultations: (teamId, channelId) =>
    use(async (data) =>
      (await settledConsultations(data))
        .filter((one) => one.teamId === teamId && (channelId === undefined || one.channelId === channelId))
        .toSorted(byOpening),
    ),
  findConsultationByThread: (teamId, channelId, threadTs) =>
    use(async (data) => {
      const hasThread = ({ themes }: Consultation) => themes.some((theme) => theme.threadTs === threadTs);
      const all = await settledConsultations(data);
      return (
        all.find((one) => one.teamId === teamId && one.channelId === channelId && hasThread(one)) ?? null
      );
    }),
  saveLastExport: (record) =>
    use(async (data) => {
      const sealed = seal(exportRecordSchema, record);
      await (await folderOf(data, sealed.consultationId)).lastExport.save(sealed);
    }),
  findLastExport: (consultationId) =>
    use(async ({ consultations }) => (await consultations.get(consultationId)?.lastExport.settled()) ?? null),
});
