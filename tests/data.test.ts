import { execFile } from 'node:child_process';
import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { copyData } from '../src/copy-data.ts';
import { runData } from '../src/data-command.ts';
import { placeOf } from '../src/data-place.ts';
import { openStore } from '../src/open-store.ts';
import { recordTables } from '../src/store/postgres/migrations.ts';
import { tablesRead } from '../src/store/transfer/read-database.ts';
import type { Take } from '../src/store/transfer/stored-record.ts';
import { all, filled, hasNothing, inDatabase, inFolder, refusal, withStore } from './data-places.ts';
import { someTexts } from './data-sample.ts';
import { everyFileUnder, temporaryFolder } from './office.ts';
import { onlyThese } from './only-these.ts';
import { freshDatabase, makeDatabase } from './store/postgres/fresh-database.ts';
import { run } from './store/postgres/run.ts';
import { aConsultation, aPerson } from './store/records.ts';

const isHidden = (name: string) => name.startsWith('.');

describe('moving a store', () => {
  it('from files to PostgreSQL and back gives the same records, whatever people typed', async () => {
    const first = await filled(await inFolder());
    const before = await all(first);
    const second = await inDatabase();
    const third = await inFolder();
    const bytes = await everyFileUnder(first.dataDir);
    const there = await runData(['move', '--to', second.databaseUrl ?? ''], first);
    const back = await runData(['move', '--to', third.dataDir], second);
    expect(await all(second)).toEqual(before);
    expect(await all(third)).toEqual(before);
    expect(await everyFileUnder(first.dataDir)).toEqual(bytes);
    const hashIn = ({ lines }: { lines: string[] }) => lines.join().match(/SHA-256 (\w{64})/)?.[1];
    expect(hashIn(there)).toBe(hashIn(back));
    expect(there.lines.join()).toContain(
      '2 consultations, 440 contributions, 253 lines of the log, 1 last export',
    );
    expect(there.lines.join()).toMatch(/Set DATABASE_URL to that address.*is as it was/s);
  });

  it('into a store that holds anything, or into itself, is refused, and changes nothing', async () => {
    const source = await filled(await inFolder(), someTexts(9));
    const used = await inDatabase();
    await withStore(used, (store) => store.addConsultation(aConsultation({ id: 'theirs' })));
    expect(await refusal(['move', '--to', used.databaseUrl ?? ''], source)).toContain(
      'holds records of Soundings already',
    );
    expect(await withStore(used, (store) => store.listConsultations('T1'))).toHaveLength(1);
    expect(await refusal(['move', '--to', source.dataDir], source)).toContain(
      'holds records of Soundings already',
    );
    expect((await all(source)).each[0]?.contributions).toHaveLength(9);
  });

  it('is refused while Soundings runs on the folder, and names its process', async () => {
    const source = await inFolder();
    const store = await openStore(source);
    onTestFinished(() => store.close());
    const to = join(await temporaryFolder(), 'new');
    expect(await refusal(['move', '--to', to], source)).toContain(`process ${process.pid}`);
  });

  it('that changes while it is copied is refused, and leaves nothing where it was to go', async () => {
    const database = await inDatabase();
    for (const target of [await inFolder(), database]) {
      let readings = 0;
      const read = async (take: Take) => {
        readings += 1;
        await take({ where: 'here', stored: { kind: 'consultation', record: aConsultation() } });
        if (readings > 1) await take({ where: 'here', stored: { kind: 'person', record: aPerson() } });
      };
      const copying = copyData({ name: 'the source', read }, placeOf(target));
      await expect(copying).rejects.toThrow('changed while it was copied, so nothing was copied');
      if (target !== database) expect((await readdir(target.dataDir)).filter(isHidden)).toEqual([]);
      await hasNothing(target);
      expect(await withStore(target, (store) => store.listPeople('T1'))).toEqual([]);
    }
  });

  it('takes every table of the database along', () => {
    expect(tablesRead.toSorted()).toEqual([...recordTables].toSorted());
  });
});

describe('npm run data', () => {
  const command = (words: string[], settings: Record<string, string | undefined>, cwd = '.') =>
    promisify(execFile)(process.execPath, [join(inject('builtApp'), 'data.js'), ...words], {
      cwd,
      env: { ...onlyThese({}), ...settings },
    }).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
    );

  it('needs no token of Slack, and ends with 0 when all is well and with 1 when something is wrong', async () => {
    const { dataDir } = await filled(await inFolder(), ['Kestrel', 'b']);
    const settings = { DATA_DIR: dataDir };
    const well = await command(['verify'], settings);
    expect(well).toMatchObject({ code: 0, stderr: '' });
    expect(well.stdout).toContain('All is well in the folder');
    await writeFile(join(dataDir, 'consultations/care-review/last-export.json'), '{}');
    const wrong = await command(['verify'], settings);
    expect(wrong).toMatchObject({ code: 1, stderr: '' });
    expect(wrong.stdout).toMatch(/last-export\.json is not in the form[\s\S]*Wrong: /);
  });

  it('reads .env where it is run, and nothing in it that a test or the benchmark leaves empty', async () => {
    const { dataDir } = await filled(await inFolder(), ['a', 'b']);
    const folder = await temporaryFolder();
    await writeFile(join(folder, '.env'), `DATA_DIR=${dataDir}\nDATABASE_URL=postgres://it@127.0.0.1:1/it\n`);
    const asGiven = { DATA_DIR: undefined, DATABASE_URL: undefined };
    expect(await command(['verify'], asGiven, folder)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('127.0.0.1'),
    });
    expect(await command(['verify'], { DATA_DIR: dataDir }, folder)).toMatchObject({ code: 0, stderr: '' });
  });

  it('names a file as it was named, also at the start of a sentence', async () => {
    const { dataDir } = await filled(await inFolder(), ['a', 'b']);
    const folder = await temporaryFolder();
    const exported = await command(['export', 'backup.jsonl'], { DATA_DIR: dataDir }, folder);
    expect(exported.stdout).toMatch(/^backup\.jsonl holds everything of the folder /);
    const imported = await command(['import', 'backup.jsonl'], { DATA_DIR: 'new' }, folder);
    expect(imported.stdout).toMatch(/^The folder .+ holds everything of backup\.jsonl: /);
  });

  it('says what can be done when it is asked for something else', async () => {
    const settings = { DATA_DIR: await temporaryFolder() };
    for (const words of [
      [],
      ['sell'],
      ['export'],
      ['move', 'x'],
      ['verify', '--to', 'x'],
      ['import', 'a', 'b'],
      ['export', 'postgres://me:sekret@127.0.0.1/x'],
      ['import', 'Postgres://me:sekret@127.0.0.1/x'],
    ]) {
      expect(await runData(words, { dataDir: settings.DATA_DIR, databaseUrl: null }).catch(String)).toContain(
        'move --to',
      );
    }
    expect(await command(['--all'], settings)).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('move --to'),
    });
  });

  it('takes an address in large letters for one, and makes no folder of an address of anything else', async () => {
    const source = await filled(await inFolder(), ['a', 'b']);
    const target = await inDatabase();
    await runData(['move', '--to', (target.databaseUrl ?? '').replace('postgres:', 'Postgres:')], source);
    expect(await all(target)).toEqual(await all(source));
    const folder = await temporaryFolder();
    for (const to of [
      'mysql://soundings:sekret@localhost/soundings',
      ' postgres://soundings:sekret@localhost/soundings',
      'Mongodb+SRV://soundings:sekret@localhost/soundings',
    ]) {
      const { code, stdout, stderr } = await command(
        ['move', '--to', to],
        { DATA_DIR: source.dataDir },
        folder,
      );
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toContain('is not one such as postgres://');
      expect(stderr).not.toContain('sekret');
    }
    expect(await readdir(folder)).toEqual([]);
  });

  it('never prints a password, nor makes a store where there was none', async () => {
    const { url, drop } = await makeDatabase(await freshDatabase());
    onTestFinished(drop);
    const secret = new URL(url).password;
    const empty = await command(['verify'], { DATABASE_URL: url });
    expect(empty).toMatchObject({ code: 1, stderr: expect.stringContaining('holds nothing of Soundings') });
    expect(await run(url, "select to_regnamespace('soundings')::text as found")).toEqual([{ found: null }]);
    const moved = await command(['move', '--to', url], {
      DATA_DIR: (await filled(await inFolder(), ['a', 'b'])).dataDir,
    });
    expect(moved).toMatchObject({ code: 0, stdout: expect.stringContaining(new URL(url).port) });
    for (const { stdout, stderr } of [empty, moved])
      expect(stdout + stderr).not.toContain(secret || 'postgres:');
    const nowhere = join(await temporaryFolder(), 'nowhere');
    expect(await refusal(['verify'], { dataDir: nowhere, databaseUrl: null })).toContain('holds no store');
    await expect(stat(nowhere)).rejects.toThrow('ENOENT');
  });
});
