import { basename, join } from 'node:path';
import { badFile } from './bad-file.ts';
import { type ConsultationFolder, openConsultationFolder } from './consultation-folder.ts';
import { type ContributionIndex, indexContributions } from './contribution-index.ts';
import { consultationsFolder, peopleFolder, storeFiles } from './data-folder.ts';
import type { Files } from './files.ts';
import { openPeopleFile, type PeopleFile } from './people-file.ts';
import { isSafeName } from './safe-name.ts';
import { isTemporary } from './write-durably.ts';

/** Everything in a data folder, open: consultations by id, people by team. */
export type StoredData = {
  folder: string;
  files: Files;
  consultations: Map<string, ConsultationFolder>;
  people: Map<string, PeopleFile>;
  index: ContributionIndex;
};

const loadConsultations = async (folder: string, files: Files): Promise<StoredData['consultations']> => {
  const consultations: StoredData['consultations'] = new Map();
  for (const entry of await files.readdir(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (!entry.isDirectory() || !isSafeName(entry.name))
      throw badFile(path, 'is not a folder that Soundings makes');
    consultations.set(entry.name, await openConsultationFolder(path, files));
  }
  return consultations;
};

const loadPeople = async (folder: string, files: Files): Promise<StoredData['people']> => {
  const people: StoredData['people'] = new Map();
  for (const name of (await files.readdir(folder)).filter((found) => found.endsWith('.json'))) {
    const path = join(folder, name);
    const teamId = basename(name, '.json');
    if (!isSafeName(teamId)) throw badFile(path, 'is not a file that Soundings writes');
    people.set(teamId, await openPeopleFile(path, files));
  }
  return people;
};

/** Reads and checks all of it, changing nothing. Throws a SetupError that names the first file that is not as we wrote it. */
export const loadData = async (folder: string, files: Files): Promise<StoredData> => {
  const consultations = await loadConsultations(consultationsFolder(folder), files);
  const people = await loadPeople(peopleFolder(folder), files);
  return { folder, files, consultations, people, index: indexContributions(consultations.values()) };
};

/** Removes what a killed process left behind of files that it was writing. */
export const removeTemporaries = async (folder: string, files: Files): Promise<void> => {
  const left = (await storeFiles(folder, files)).filter((path) => isTemporary(basename(path)));
  for (const path of left) await files.rm(path);
};
