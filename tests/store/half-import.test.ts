import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, inject, it } from 'vitest';
import { runData } from '../../src/data-command.ts';
import { openLowdbStore } from '../../src/store/lowdb-store.ts';
import { eventually } from '../eventually.ts';
import { temporaryFolder } from '../office.ts';
import { onlyThese } from '../only-these.ts';
import { add } from './contract/rules.ts';
import { aConsultation, aPerson, someContributions } from './records.ts';

const fill = async (folder: string, count: number): Promise<void> => {
  const store = await openLowdbStore(folder);
  await store.addConsultation(aConsultation());
  await Promise.all(someContributions(count).map((one) => add(store, one)));
  await store.savePerson(aPerson());
  await store.close();
};

/** How many contributions there are, once it has been started again. */
const countIn = async (folder: string): Promise<number> => {
  const store = await openLowdbStore(folder);
  const contributions = await store.listContributions('care-review');
  expect(await store.listPeople('T1')).toHaveLength(contributions.length > 0 ? 1 : 0);
  await store.close();
  expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
  return contributions.length;
};

it('an import that was killed before all of it was there leaves nothing', async () => {
  const folder = await temporaryFolder();
  await openLowdbStore(folder).then((store) => store.close());
  await mkdir(join(folder, '.import'));
  await fill(join(folder, '.import'), 3);
  await writeFile(join(folder, '.import', 'consultations/care-review/contributions-0002.json'), '[');
  expect(await countIn(folder)).toBe(0);
});

/** A folder whose import of three ended when these had taken their place. */
async function killedWhen(moved: string[], wasStarted: boolean): Promise<string> {
  const folder = await temporaryFolder();
  if (wasStarted) await openLowdbStore(folder).then((store) => store.close());
  await mkdir(join(folder, '.imported'));
  await fill(join(folder, '.imported'), 3);
  for (const name of moved) await rename(join(folder, '.imported', name), join(folder, name));
  return folder;
}

it.each([
  ['nothing', []],
  ['the first', ['store.json']],
  ['the first two', ['store.json', 'people']],
  ['everything', ['store.json', 'people', 'consultations']],
])(
  'one that was killed when %s of it had taken its place is finished by the next start',
  async (_, moved) => {
    for (const wasStarted of [true, false]) {
      const folder = await killedWhen(moved, wasStarted);
      expect(await countIn(folder)).toBe(3);
    }
  },
);

it.each([
  ['nothing', []],
  ['the first two', ['store.json', 'people']],
])(
  'one that was killed when %s of it had taken its place is neither verified nor exported as if it were empty',
  async (_, moved) => {
    for (const wasStarted of [true, false]) {
      const folder = await killedWhen(moved, wasStarted);
      const config = { dataDir: folder, databaseUrl: null };
      const file = join(await temporaryFolder(), 'backup.jsonl');
      for (const words of [['verify'], ['export', file]])
        await expect(runData(words, config)).rejects.toThrow('start Soundings on it once');
      expect(existsSync(file)).toBe(false);
      expect(await countIn(folder)).toBe(3);
    }
  },
);

it('kill -9 at any point leaves all or nothing, and the next import finds its way', async () => {
  const source = await temporaryFolder();
  const file = join(await temporaryFolder(), 'backup.jsonl');
  await fill(source, 400);
  await runData(['export', file], { dataDir: source, databaseUrl: null });
  for (const waitMs of [0, 15, 60, 250]) {
    const folder = await temporaryFolder();
    const child = spawn(process.execPath, [join(inject('builtApp'), 'data.js'), 'import', file], {
      env: onlyThese({ DATA_DIR: folder }),
      stdio: 'ignore',
    });
    const ended = once(child, 'exit');
    await eventually(
      () => expect(existsSync(join(folder, '.import')) || child.exitCode !== null).toBe(true),
      {
        interval: 1,
      },
    );
    await pause(waitMs);
    child.kill('SIGKILL');
    await ended;
    const count = await countIn(folder);
    expect([0, 400]).toContain(count);
    if (count === 0) await runData(['import', file], { dataDir: folder, databaseUrl: null });
    expect(await countIn(folder)).toBe(400);
  }
});
