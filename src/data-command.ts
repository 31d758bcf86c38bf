import { parseArgs } from 'node:util';
import type { StoreConfig } from './config.ts';
import { copyData, lookOver } from './copy-data.ts';
import { type DataPlace, placeNamed, placeOf } from './data-place.ts';
import { SetupError } from './domain/errors.ts';
import { looksLikeAddress } from './store/postgres/address.ts';
import type { Tally } from './store/transfer/check-records.ts';
import { readDataFile, writeDataFile } from './store/transfer/data-file.ts';

/** What to print; `isWell`: whether to end with 0. */
type Outcome = { lines: string[]; isWell: boolean };

const USAGE = `npm run data -- <what to do>, with the store that the settings name:
  export <file>                    writes everything into one new file: a backup
  import <file>                    reads such a file into a store that is empty
  verify                           reads and checks everything
  move --to <folder or address>    copies everything into another store, an empty one`;

/** Does what the words after `npm run data --` say. Throws a SetupError for what its keeper must mend. */
export async function runData(words: string[], config: StoreConfig): Promise<Outcome> {
  const { task, file, to } = readWords(words);
  const place = placeOf(config);
  // To say that there is no such file would print its password.
  if (looksLikeAddress(file ?? '')) throw new SetupError(USAGE);
  if (task === 'verify' && file === null && to === null) return verify(place);
  if (task === 'export' && file !== null && to === null) return exportTo(place, file);
  if (task === 'import' && file !== null && to === null) return importFrom(place, file);
  if (task === 'move' && file === null && to !== null) return move(place, to);
  throw new SetupError(USAGE);
}

function readWords(args: string[]) {
  try {
    const options = { to: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [task = '', file = null, ...more] = positionals;
    return { task: more.length > 0 ? '' : task, file, to: values.to ?? null };
  } catch {
    throw new SetupError(USAGE);
  }
}

async function verify(place: DataPlace): Promise<Outcome> {
  const { tally, missing, ...others } = await lookOver(place.read);
  const problems = [...others.problems, ...missing];
  const isWell = problems.length === 0;
  const verdict = isWell ? 'All is well' : `Wrong: ${problems.length}`;
  return { lines: [...problems, `${verdict} in ${place.name}: ${said(tally)}.`], isWell };
}

async function exportTo(place: DataPlace, file: string): Promise<Outcome> {
  const tally = await writeDataFile(file, place.read);
  return done(
    `${file} holds everything of ${place.name}: ${said(tally)}.`,
    'It holds what people wrote: keep it where such words may be kept. The files in exports/ are not in it.',
  );
}

async function importFrom(place: DataPlace, file: string): Promise<Outcome> {
  const source = { name: file, read: (take: Parameters<DataPlace['read']>[0]) => readDataFile(file, take) };
  const tally = await copyData(source, place);
  return done(`${atStart(place)} holds everything of ${file}: ${said(tally)}.`);
}

async function move(place: DataPlace, to: string): Promise<Outcome> {
  const target = placeNamed(to);
  const tally = await copyData(place, target);
  return done(
    `${atStart(target)} holds everything of ${place.name}, read back and compared: ${said(tally)}.`,
    target.isDatabase
      ? 'Set DATABASE_URL to that address and start Soundings again. DATA_DIR stays, for exports/.'
      : `Set DATA_DIR to that folder, remove DATABASE_URL, and start Soundings again. Move exports/ there too.`,
    `${atStart(place)} is as it was. What is erased from now on is not erased there: delete it once all goes well.`,
  );
}

const done = (...lines: string[]): Outcome => ({ lines, isWell: true });

/** A place's name begins with a word, other than a file's path, which is left as it is. */
const atStart = ({ name }: DataPlace) => name.charAt(0).toUpperCase() + name.slice(1);

const names: [keyof Tally['counts'], string, string][] = [
  ['consultation', 'consultation', 'consultations'],
  ['contribution', 'contribution', 'contributions'],
  ['action', 'line of the log', 'lines of the log'],
  ['lastExport', 'last export', 'last exports'],
  ['reminders', 'person’s reminders', 'people’s reminders'],
  ['person', 'person', 'people'],
];

/** "1 consultation, 20 contributions, …, SHA-256 ab12…" */
const said = ({ counts, sha256 }: Tally): string =>
  [
    ...names.map(([kind, one, many]) => `${counts[kind] ?? 0} ${counts[kind] === 1 ? one : many}`),
    `SHA-256 ${sha256}`,
  ].join(', ');
