import { basename, join } from 'node:path';
import { z } from 'zod';
import { type Consultation, type ExportRecord, exportRecordSchema } from '../domain/consultation.ts';
import type { Contribution } from '../domain/contribution.ts';
import { type Reminders, remindersSchema } from '../domain/reminders.ts';
import { badFile, missingFile } from './bad-file.ts';
import type { Files } from './files.ts';
import type { GroupCommit } from './group-commit.ts';
import { isNumberedFile, type NumberedFiles, numberedFiles, openNumberedFiles } from './numbered-files.ts';
import { newFile, openFile } from './open-file.ts';
import {
  loggedConsultationSchema,
  loggedContributionSchema,
  type PlacedLine,
  placedLineSchema,
  type WithLog,
} from './with-log.ts';

const consultationFile = 'consultation.json';
const lastExportFile = 'last-export.json';
const remindersFile = 'reminders.json';
const contributionList = { name: 'contributions', schema: z.array(loggedContributionSchema).min(1) };
const actionList = { name: 'actions', schema: z.array(placedLineSchema).min(1) };

const remindersOfAll: z.ZodType<readonly Reminders[]> = z.array(remindersSchema).min(1);
/** The file goes with the last of them. */
export const noReminders: readonly Reminders[] = [];

/**
 * One consultation on disk: its settings (null until they are first written), last export, reminders, contributions, and
 * the lines of its log that stand beside no record.
 */
export type ConsultationFolder = {
  consultation: GroupCommit<WithLog<Consultation> | null>;
  lastExport: GroupCommit<ExportRecord | null>;
  reminders: GroupCommit<readonly Reminders[]>;
  contributions: NumberedFiles<WithLog<Contribution>>;
  actions: NumberedFiles<PlacedLine>;
  /** The place of the next line of the log. */
  nextPlace(): number;
};

/** Of a consultation that is not on the disk yet. */
export const newConsultationFolder = (folder: string, files: Files): ConsultationFolder => ({
  consultation: newFile<WithLog<Consultation> | null>(
    join(folder, consultationFile),
    loggedConsultationSchema,
    null,
    files,
  ),
  lastExport: newFile<ExportRecord | null>(join(folder, lastExportFile), exportRecordSchema, null, files),
  reminders: newFile(join(folder, remindersFile), remindersOfAll, noReminders, files),
  contributions: numberedFiles(folder, contributionList, [], files),
  actions: numberedFiles(folder, actionList, [], files),
  nextPlace: countFrom(1),
});

const countFrom = (first: number): (() => number) => {
  let next = first;
  return () => next++;
};

/** Every line of a consultation's log that is on the disk, in whichever of its files, in order. */
export const settledLines = async ({
  consultation,
  contributions,
  actions,
}: Omit<ConsultationFolder, 'nextPlace'>): Promise<PlacedLine[]> => {
  const settled = <T>(files: readonly GroupCommit<readonly T[]>[]) =>
    Promise.all(files.map((file) => file.settled())).then((lists) => lists.flat());
  const [alone, record, records] = await Promise.all([
    settled(actions.all()),
    consultation.settled(),
    settled(contributions.all()),
  ]);
  const lines = [...alone, ...(record?.log ?? []), ...records.flatMap(({ log }) => log ?? [])];
  return lines.toSorted((one, other) => one.place - other.place);
};

const isOurs = (name: string): boolean =>
  [consultationFile, lastExportFile, remindersFile].includes(name) ||
  [contributionList, actionList].some((list) => isNumberedFile(list, name));

const refuseOther = (path: string, namedId: string | undefined, id: string): void => {
  if (namedId !== undefined && namedId !== id) {
    throw badFile(path, 'belongs to another consultation than its folder');
  }
};

/**
 * Opens a consultation's folder, whose name is its id. One with nothing in it is a consultation that was never
 * saved (killed between the folder and the file). Throws a SetupError that names a file that is bad or missing.
 */
export const openConsultationFolder = async (folder: string, files: Files): Promise<ConsultationFolder> => {
  const id = basename(folder);
  const names = (await files.readdir(folder)).filter((name) => name.endsWith('.json'));
  const stray = names.find((name) => !isOurs(name));
  if (stray !== undefined) throw badFile(join(folder, stray), 'is not a file that Soundings writes');
  const consultationPath = join(folder, consultationFile);
  const lastExportPath = join(folder, lastExportFile);
  const consultation = await openFile<WithLog<Consultation> | null>(
    consultationPath,
    loggedConsultationSchema,
    null,
    files,
  );
  if (consultation.current() === null && names.length > 0) {
    throw missingFile(consultationPath, 'although other files of its consultation are there');
  }
  refuseOther(consultationPath, consultation.current()?.id, id);
  const lastExport = await openFile<ExportRecord | null>(lastExportPath, exportRecordSchema, null, files);
  refuseOther(lastExportPath, lastExport.current()?.consultationId, id);
  const remindersPath = join(folder, remindersFile);
  const reminders = await openFile(remindersPath, remindersOfAll, noReminders, files);
  for (const { consultationId } of reminders.current()) refuseOther(remindersPath, consultationId, id);
  const contributions = await openNumberedFiles(folder, contributionList, names, files);
  const actions = await openNumberedFiles(folder, actionList, names, files);
  const opened = { consultation, lastExport, reminders, contributions, actions };
  const lastLine = (await settledLines(opened)).at(-1);
  return { ...opened, nextPlace: countFrom((lastLine?.place ?? 0) + 1) };
};
