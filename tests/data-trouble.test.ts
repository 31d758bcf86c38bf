import { readdir, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import type { StoreConfig } from '../src/config.ts';
import { copyData } from '../src/copy-data.ts';
import { type DataPlace, placeOf } from '../src/data-place.ts';
import { SetupError } from '../src/domain/errors.ts';
import { diskFiles, type Files } from '../src/store/files.ts';
import { writeDataFile } from '../src/store/transfer/data-file.ts';
import { aFile, filled, hasNothing, inDatabase, inFolder } from './data-places.ts';
import { makeDatabase } from './store/postgres/fresh-database.ts';
import { run } from './store/postgres/run.ts';

/** A database beside the worker's own. */
const inAnotherDatabase = async (): Promise<StoreConfig> => {
  const { url, drop } = await makeDatabase(inject('databaseServer'));
  onTestFinished(drop);
  return { dataDir: 'unused', databaseUrl: url };
};

/** The real disk, which is full once the first records are in the file. */
const diskThatFillsUp = (): Files => ({
  ...diskFiles,
  open: async (path, flags, mode) => {
    const handle = await diskFiles.open(path, flags, mode);
    const append = handle.appendFile.bind(handle);
    let left = 5;
    handle.appendFile = async (text) => {
      left -= 1;
      if (left < 0)
        throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
      return append(text);
    };
    return handle;
  },
});

const refusalOf = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(SetupError);
  return error instanceof Error ? error.message : '';
};

/** A store that is well, and during whose copying something happens elsewhere. */
const during = ({ name, read }: DataPlace, happen: () => Promise<unknown>) => {
  let readings = 0;
  return {
    name,
    read: (take: Parameters<typeof read>[0]) => {
      readings += 1;
      let isToHappen = readings === 2;
      return read(async (found) => {
        const isNow = isToHappen && 'stored' in found && found.stored.kind === 'contribution';
        if (isNow) await happen();
        if (isNow) isToHappen = false;
        await take(found);
      });
    },
  };
};

describe.each([
  ['a folder', inFolder],
  ['a database', inDatabase],
])('copying from %s that is well', (_, inSource) => {
  it('to a file on a full disk blames the file, and leaves none', async () => {
    const source = placeOf(await filled(await inSource(), ['Kestrel', 'b']));
    const file = await aFile();
    const said = await refusalOf(writeDataFile(file, source.read, diskThatFillsUp()));
    expect(said).toBe(
      `${resolve(file)} could not be written: the disk is full. Make room on it, or name a file on another.`,
    );
    await expect(stat(file)).rejects.toThrow('ENOENT');
  });

  it('to a folder that fails blames that folder, which stays empty', async () => {
    const source = placeOf(await filled(await inSource(), ['Kestrel', 'b']));
    const target = await inFolder();
    const breakIt = () => rm(join(target.dataDir, '.import'), { recursive: true });
    const said = await refusalOf(copyData(during(source, breakIt), placeOf(target)));
    expect(said).toContain(`The data folder ${resolve(target.dataDir)} cannot be used`);
    expect((await readdir(target.dataDir)).filter((name) => name.startsWith('.'))).toEqual([]);
    await hasNothing(target);
  });

  it('to a database that ends the connection blames that database, which stays empty', async () => {
    const source = placeOf(await filled(await inSource(), ['Kestrel', 'b']));
    const target = await inAnotherDatabase();
    const endAll =
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()';
    const breakIt = () => run(target.databaseUrl ?? '', endAll);
    const place = placeOf(target);
    const said = await refusalOf(copyData(during(source, breakIt), place));
    expect(said.toLowerCase()).toContain(`${place.name} cannot be used: the `);
    await hasNothing(target);
  });
});
