import { basename, join } from 'node:path';
import {
  type Consultation,
  consultationSchema,
  type ExportRecord,
  exportRecordSchema,
} from '../domain/consultation.ts';
import { badFile, missingFile } from './bad-file.ts';
import {
  type ContributionFiles,
  contributionFiles,
  isContributionFile,
  openContributionFiles,
} from './contribution-files.ts';
import type { Files } from './files.ts';
import type { GroupCommit } from './group-commit.ts';
import { newFile, openFile } from './open-file.ts';

const consultationFile = 'consultation.json';
const lastExportFile = 'last-export.json';

/** One consultation on disk: its settings (null until they are first written), contributions and last export. */
export type ConsultationFolder = {
  consultation: GroupCommit<Consultation | null>;
  lastExport: GroupCommit<ExportRecord | null>;
  contributions: ContributionFiles;
};

/** Of a consultation that is not on the disk yet. */
export const newConsultationFolder = (folder: string, files: Files): ConsultationFolder => ({
  consultation: newFile<Consultation | null>(join(folder, consultationFile), consultationSchema, null, files),
  lastExport: newFile<ExportRecord | null>(join(folder, lastExportFile), exportRecordSchema, null, files),
  contributions: contributionFiles(folder, [], files),
});

const refuseStrays = (folder: string, names: string[]): void => {
  const stray = names.find(
    (name) => ![consultationFile, lastExportFile].includes(name) && !isContributionFile(name),
  );
  if (stray !== undefined) throw badFile(join(folder, stray), 'is not a file that Soundings writes');
};

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
  refuseStrays(folder, names);
  const consultationPath = join(folder, consultationFile);
  const lastExportPath = join(folder, lastExportFile);
  const consultation = await openFile<Consultation | null>(consultationPath, consultationSchema, null, files);
  if (consultation.current() === null && names.length > 0) {
    throw missingFile(consultationPath, 'although other files of its consultation are there');
  }
  refuseOther(consultationPath, consultation.current()?.id, id);
  const lastExport = await openFile<ExportRecord | null>(lastExportPath, exportRecordSchema, null, files);
  refuseOther(lastExportPath, lastExport.current()?.consultationId, id);
  const contributions = await openContributionFiles(
    folder,
    id,
    names.filter(isContributionFile).length,
    files,
  );
  return { consultation, lastExport, contributions };
};
