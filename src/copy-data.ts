import { SetupError } from './domain/errors.ts';
import { createCheck, type Tally } from './store/transfer/check-records.ts';
import type { Fill } from './store/transfer/fill-folder.ts';
import type { Take } from './store/transfer/stored-record.ts';

type Read = (take: Take) => Promise<void>;
type Source = { name: string; read: Read };
type Target = { name: string; fill(fill: Fill): Promise<void> };

/**
 * Every record, looked at: how many there are, and a sentence on each thing that is wrong. What is only `missing` is told to
 * whoever verifies; a copy of the rest is better than none.
 */
export async function lookOver(read: Read): Promise<{ tally: Tally; problems: string[]; missing: string[] }> {
  const check = createCheck();
  const problems: string[] = [];
  await read((found) => {
    const problem = check.problemOf(found);
    if (problem !== null) problems.push(problem);
  });
  return { tally: check.tally(), problems, missing: check.missing() };
}

/**
 * Copies a whole store into an empty one, all or nothing: everything is checked before the first write, and read back before it
 * counts. Throws a SetupError when anything is wrong with the source, or when it changes meanwhile.
 */
export async function copyData(source: Source, target: Target): Promise<Tally> {
  const { tally, problems } = await lookOver(source.read);
  if (problems.length > 0) throw new SetupError([...problems, 'Nothing was copied.'].join('\n'));
  await target.fill(async ({ write, read }) => {
    await write((add) =>
      source.read(async (found) => {
        if ('stored' in found) await add(found.stored);
      }),
    );
    const copied = await lookOver(read);
    const after = await lookOver(source.read);
    for (const one of [copied.tally, after.tally])
      if (one.sha256 !== tally.sha256) throw new SetupError(changedMeanwhile(source));
  });
  return tally;
}

const changedMeanwhile = ({ name }: Source) =>
  `What is in ${name} changed while it was copied, so nothing was copied. Stop every Soundings that uses it, and start again.`;
