import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { type Cues, cuesSchema } from '../domain/cues.ts';
import { factSchema, type Pack, packSchema } from '../domain/pack.ts';
import { type ScreenLists, screenListsSchema } from '../domain/screening/lists.ts';
import { checkCues } from './check-cues.ts';
import { checkFacts } from './check-facts.ts';
import { checkPack } from './check-pack.ts';
import { checkAllowed, checkScreening } from './check-screening.ts';
import { type Complaint, complaintsError } from './complaint.ts';
import { readLayouts, readPartials } from './read-layouts.ts';
import { failureCode, fileName, type Reader } from './read-text.ts';
import { readYaml } from './read-yaml.ts';

const shared = 'shared';

export type Loaded = { packs: Pack[]; cues: Cues; screenLists: ScreenLists };

/**
 * Every pack under the templates folder, by folder name, the words that sort replies, and those that the screen
 * looks for. All or nothing: throws one SetupError with a line for each thing that is wrong in any of them.
 */
export async function loadPacks(templatesFolder: string): Promise<Loaded> {
  const complaints: Complaint[] = [];
  const reader: Reader = { templatesFolder, complain: (complaint) => complaints.push(complaint) };
  const folders = await packFolders(reader);
  const cues = await readShared(reader, 'cues.yaml', cuesSchema, checkCues);
  const screenLists = await readShared(reader, 'screening.yaml', screenListsSchema, checkScreening);
  const partials = await readPartials(reader, shared);
  const packs: Pack[] = [];
  for (const folder of folders) {
    const pack = await readPack(reader, folder, partials);
    if (pack !== null) packs.push(pack);
  }
  if (complaints.length > 0 || cues === null || screenLists === null) throw complaintsError(complaints);
  return { packs, cues, screenLists };
}

async function packFolders(reader: Reader): Promise<string[]> {
  const { templatesFolder, complain } = reader;
  const complainOfAll = (reason: string) => complain({ file: fileName(reader), path: '', reason });
  try {
    const names = await readdir(templatesFolder);
    const holdsPack = await Promise.all(names.map((name) => isPack(path.join(templatesFolder, name))));
    const folders = names.filter((name, index) => holdsPack[index] && name !== shared).sort();
    if (folders.length === 0) complainOfAll('has no pack: a folder with a pack.yaml');
    return folders;
  } catch (error) {
    complainOfAll(failureCode(error) === 'ENOENT' ? 'is missing' : `cannot be read (${failureCode(error)})`);
    return [];
  }
}

async function isPack(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).includes('pack.yaml');
  } catch (error) {
    if (failureCode(error) === 'ENOTDIR') return false;
    throw error;
  }
}

async function readShared<T>(
  reader: Reader,
  name: string,
  schema: z.ZodType<T>,
  check: (content: T) => Omit<Complaint, 'file'>[],
): Promise<T | null> {
  const content = await readYaml(reader, schema, shared, name);
  const file = fileName(reader, shared, name);
  for (const found of content === null ? [] : check(content)) reader.complain({ file, ...found });
  return content;
}

async function readPack(reader: Reader, folder: string, partials: Pack['partials']): Promise<Pack | null> {
  const pack = await readYaml(reader, packSchema, folder, 'pack.yaml');
  const facts = await readYaml(reader, z.array(factSchema), folder, 'facts.yaml');
  if (pack === null) return null;
  const complain = (name: string) => (found: Omit<Complaint, 'file'>) =>
    reader.complain({ file: fileName(reader, folder, name), ...found });
  checkPack(pack, folder).forEach(complain('pack.yaml'));
  checkAllowed('allowed', pack.allowed).forEach(complain('pack.yaml'));
  checkFacts(facts ?? [], pack).forEach(complain('facts.yaml'));
  const layoutSources = await readLayouts(reader, folder, pack.layouts, partials);
  return facts === null ? null : { ...pack, facts, layoutSources, partials };
}
