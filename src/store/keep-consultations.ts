import { join } from 'node:path';
import type { LoggedAction } from '../domain/action-log.ts';
import { type Consultation, consultationSchema, exportRecordSchema } from '../domain/consultation.ts';
import { type ConsultationFolder, newConsultationFolder } from './consultation-folder.ts';
import { consultationsFolder } from './data-folder.ts';
import type { StoredData } from './load-data.ts';
import { safeName } from './safe-name.ts';
import { seal } from './seal.ts';
import type { Store, Telling } from './store.ts';
import { toldLines } from './told-lines.ts';
import type { Use } from './use-until-closed.ts';
import { withLog, withoutLog } from './with-log.ts';
import { makeFolder } from './write-durably.ts';

const noSuch = () => new Error('There is no such consultation.');

/** The folder of a consultation that is durably there; throws for any other. */
export const folderOf = async ({ consultations }: StoredData, id: string): Promise<ConsultationFolder> => {
  const folder = consultations.get(id);
  if (!folder || (await folder.consultation.settled()) === null) throw noSuch();
  return folder;
};

const addConsultation = async (
  data: StoredData,
  consultation: Consultation,
  lines: readonly LoggedAction[],
): Promise<Consultation> => {
  const sealed = seal(consultationSchema, consultation);
  const path = join(consultationsFolder(data.folder), safeName(sealed.id));
  await makeFolder(path, data.files);
  const folder = data.consultations.get(sealed.id) ?? newConsultationFolder(path, data.files);
  data.consultations.set(sealed.id, folder);
  const told = toldLines(sealed.id, lines);
  const standing = folder.consultation.current() ?? withLog(sealed, null, told, folder.nextPlace);
  await folder.consultation.save(standing);
  return withoutLog<Consultation>(standing);
};

const changeConsultation = async (
  { consultations }: StoredData,
  id: string,
  change: (current: Consultation) => Consultation,
  tell: Telling<Consultation, Consultation>,
): Promise<Consultation> => {
  const folder = consultations.get(id);
  const stored = folder?.consultation.current() ?? null;
  if (!folder || stored === null) throw noSuch();
  const current = withoutLog<Consultation>(stored);
  const changed = change(current);
  if (changed.id !== id) throw new Error('A consultation keeps its id.');
  if (changed === current) {
    await folder.consultation.save(stored);
    return current;
  }
  const next = seal(consultationSchema, changed);
  await folder.consultation.save(withLog(next, stored, toldLines(id, tell(current, next)), folder.nextPlace));
  return next;
};

const settledConsultations = async (
  { consultations }: StoredData,
  wanted: (one: Consultation) => boolean,
): Promise<Consultation[]> => {
  const all = await Promise.all(
    [...consultations.values()].map(({ consultation }) => consultation.settled()),
  );
  return all
    .filter((stored) => stored !== null)
    .filter(wanted)
    .map((stored) => withoutLog<Consultation>(stored));
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
export const keepConsultations = (use: Use<StoredData>): Consultations => ({
  addConsultation: (consultation, lines = []) => use((data) => addConsultation(data, consultation, lines)),
  changeConsultation: (id, change, tell = () => []) =>
    use((data) => changeConsultation(data, id, change, tell)),
  findConsultation: (id) =>
    use(async ({ consultations }) => {
      const stored = (await consultations.get(id)?.consultation.settled()) ?? null;
      return stored && withoutLog<Consultation>(stored);
    }),
  listConsultations: (teamId, channelId) =>
    use(async (data) => {
      const isWanted = (one: Consultation) =>
        one.teamId === teamId && (channelId === undefined || one.channelId === channelId);
      return (await settledConsultations(data, isWanted)).toSorted(byOpening);
    }),
  findConsultationByThread: (teamId, channelId, threadTs) =>
    use(async (data) => {
      const hasThread = (one: Consultation) =>
        one.teamId === teamId &&
        one.channelId === channelId &&
        one.themes.some((theme) => theme.threadTs === threadTs);
      return (await settledConsultations(data, hasThread))[0] ?? null;
    }),
  saveLastExport: (record) =>
    use(async (data) => {
      const sealed = seal(exportRecordSchema, record);
      await (await folderOf(data, sealed.consultationId)).lastExport.save(sealed);
    }),
  findLastExport: (consultationId) =>
    use(async ({ consultations }) => (await consultations.get(consultationId)?.lastExport.settled()) ?? null),
});
