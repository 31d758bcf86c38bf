import { execFile } from 'node:child_process';
import { cp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { StoreConfig } from '../src/config.ts';
import { runData } from '../src/data-command.ts';
import { SetupError } from '../src/domain/errors.ts';
import { openStore } from '../src/open-store.ts';
import { recordTables } from '../src/store/postgres/migrations.ts';
import type { Store } from '../src/store/store.ts';
import { tablesRead } from '../src/store/transfer/read-database.ts';
import { everythingIn, fillWithAll, someTexts } from './data-sample.ts';
import { everyFileUnder, temporaryFolder } from './office.ts';
import { add } from './store/contract/rules.ts';
import { freshDatabase, makeDatabase, run } from './store/postgres/fresh-database.ts';
import { aConsultation, aContribution, someContributions } from './store/records.ts';

const inFolder = async (): Promise<StoreConfig> => ({
  dataDir: join(await temporaryFolder(), 'data'),
  databaseUrl: null,
});
const inDatabase = async (): Promise<StoreConfig> => ({
  dataDir: 'unused',
  databaseUrl: await freshDatabase(),
});

const withStore = async <T>(config: StoreConfig, work: (store: Store) => Promise<T>): Promise<T> => {
  const store = await openStore(config);
  return work(store).finally(() => store.close());
};
const all = (config: StoreConfig) => withStore(config, everythingIn);
const filled = async (config: StoreConfig, texts = someTexts(220)): Promise<StoreConfig> => {
  await withStore(config, (store) => fillWithAll(store, texts));
  return config;
};
const hasNothing = async (config: StoreConfig) =>
  expect(await withStore(config, (store) => store.listConsultations('T1'))).toEqual([]);

/** What its keeper is told. */
const refusal = async (words: string[], config: StoreConfig): Promise<string> => {
  const error = await runData(words, config).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(SetupError);
  return error instanceof Error ? error.message : '';
};

const aFile = async () => join(await temporaryFolder(), 'backup.jsonl');

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

  it('takes every table of the database along', () => {
    expect(tablesRead.toSorted()).toEqual([...recordTables].toSorted());
  });
});

describe('a backup', () => {
  it('of either store can be read into either, and is for its owner’s eyes only', async () => {
    const source = await filled(await inFolder());
    const file = await aFile();
    await runData(['export', file], source);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const database = await inDatabase();
    await runData(['import', file], database);
    const again = await aFile();
    await runData(['export', again], database);
    expect(await readFile(again, 'utf8')).toBe(await readFile(file, 'utf8'));
    const folder = await inFolder();
    await runData(['import', again], folder);
    expect(await all(folder)).toEqual(await all(source));
    expect((await runData(['verify'], folder)).isWell).toBe(true);
  });

  it('of PostgreSQL is of one moment, whatever is recorded meanwhile', async () => {
    const config = await inDatabase();
    await withStore(config, async (store) => {
      await store.addConsultation(aConsultation());
      const thread = someContributions(600);
      const writing = Promise.all(
        thread.map(async (one) => {
          await add(store, one);
          await store.appendAction({ ...action, on: `C1:${one.messageTs}` });
        }),
      );
      const file = await aFile();
      await runData(['export', file], config);
      await writing;
      const lines = (await readFile(file, 'utf8'))
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      const refs = lines.flatMap(({ kind, record }) =>
        kind === 'contribution' ? [`C1:${record.messageTs}`] : [],
      );
      // A line of the log is written after its contribution: at no moment is there one without.
      const logged = lines.flatMap(({ kind, record }) => (kind === 'action' ? [record.on] : []));
      expect(logged.filter((on) => !refs.includes(on))).toEqual([]);
      await rm(file);
    });
  });

  it('is not written over another file, nor left behind when something is wrong', async () => {
    const source = await filled(await inFolder(), someTexts(9));
    const file = await aFile();
    await writeFile(file, 'mine');
    expect(await refusal(['export', file], source)).toContain('is there already');
    expect(await readFile(file, 'utf8')).toBe('mine');
    const other = await aFile();
    await writeFile(join(source.dataDir, 'consultations/care-review/contributions-0001.json'), '[');
    expect(await refusal(['export', other], source)).toContain(
      'contributions-0001.json is not complete JSON',
    );
    await expect(stat(other)).rejects.toThrow('ENOENT');
  });

  const broken: [string, (text: string) => string, string][] = [
    ['cut short', (text) => text.slice(0, text.length / 2), 'was cut short'],
    ['cut short at a line', (text) => `${text.split('\n').slice(0, 7).join('\n')}\n`, 'was cut short'],
    ['changed', (text) => text.replace('Kestrel said', 'Kestrel did not say'), 'was changed'],
    ['doubled in part', (text) => text.replace(/^.*"contribution".*$/m, '$&\n$&'), 'is there twice'],
    [
      'without a consultation',
      (text) => text.replace(/^.*"kind":"consultation".*\n/m, ''),
      'that is not there',
    ],
    ['of another kind', () => '{"format":"something"}\n', 'is not a file that'],
    ['of a newer version', (text) => text.replace('"schemaVersion":1', '"schemaVersion":2'), 'newer version'],
    ['of nothing', () => '', 'cut short'],
  ];
  it.each(broken)('that is %s is refused by both stores, which stay empty', async (_, breakIt, told) => {
    const file = await aFile();
    await runData(['export', file], await filled(await inFolder(), ['Kestrel said so', 'b', 'c']));
    await writeFile(file, breakIt(await readFile(file, 'utf8')));
    for (const target of [await inFolder(), await inDatabase()]) {
      const said = await refusal(['import', file], target);
      expect(said).toContain(told);
      expect(said).not.toContain('Kestrel');
      await hasNothing(target);
    }
  });

  it('is not read into a store that holds anything', async () => {
    const file = await aFile();
    const source = await filled(await inFolder(), someTexts(9));
    await runData(['export', file], source);
    const bytes = await everyFileUnder(source.dataDir);
    expect(await refusal(['import', file], source)).toContain('holds records of Soundings already');
    expect(await everyFileUnder(source.dataDir)).toBe(bytes);
    expect(await readdir(source.dataDir)).not.toContain('.import');
  });
});

const action = {
  consultationId: 'care-review',
  at: '2026-11-02T12:00:00.000Z',
  by: 'U2',
  what: 'recorded',
  sha256: null,
} as const;

describe('verifying', () => {
  it('lists every bad file of a folder, and changes nothing', async () => {
    const config = await filled(await inFolder(), someTexts(9));
    const path = (name: string) => join(config.dataDir, name);
    await writeFile(path('consultations/care-review/actions-0001.json'), '[]');
    await writeFile(path('people/T2.json'), '[{"teamId":"T2","userId":"U1","name":"Kestrel","extra":1}]');
    const bytes = await everyFileUnder(config.dataDir);
    const { lines, isWell } = await runData(['verify'], config);
    expect(isWell).toBe(false);
    expect(lines.join('\n')).toMatch(
      /actions-0001\.json is not in the form[\s\S]*T2\.json is not in the form/,
    );
    expect(lines.join('\n')).not.toContain('Kestrel');
    expect(await everyFileUnder(config.dataDir)).toBe(bytes);
  });

  it('finds a message that two consultations have', async () => {
    const config = await inFolder();
    await withStore(config, async (store) => {
      await store.addConsultation(aConsultation());
      await add(store, aContribution());
    });
    const folder = join(config.dataDir, 'consultations');
    await cp(join(folder, 'care-review'), join(folder, 'copy'), { recursive: true });
    for (const name of await readdir(join(folder, 'copy'))) {
      const file = join(folder, 'copy', name);
      await writeFile(file, (await readFile(file, 'utf8')).replaceAll('"care-review"', '"copy"'));
    }
    const { lines, isWell } = await runData(['verify'], config);
    expect({ isWell, first: lines[0] }).toEqual({
      isWell: false,
      first: expect.stringContaining('message 1616161700.000100 of channel C1 is there twice'),
    });
  });

  it('lists rows of a database that refer to nothing, or are filed wrongly', async () => {
    const config = await filled(await inDatabase(), ['Kestrel', 'b']);
    const url = config.databaseUrl ?? '';
    expect((await runData(['verify'], config)).isWell).toBe(true);
    await run(
      url,
      'alter table soundings.contributions drop constraint contributions_consultation_id_fkey',
      'alter table soundings.actions drop constraint actions_consultation_id_fkey',
      `delete from soundings.consultations where id = 'Another-1'`,
      `update soundings.people set user_id = 'U77' where user_id = 'U9' and team_id = 'T1'`,
      `update soundings.contributions set record = '{"text":"Kestrel"}' where message_ts = '1616170000.000100' and channel_id = 'C1'`,
    );
    const { lines, isWell } = await runData(['verify'], config);
    const told = lines.join('\n');
    expect(isWell).toBe(false);
    expect(told).toMatch(
      /message 1616170001\.000100 of channel C2 belongs to a consultation that is not there/,
    );
    expect(told).toMatch(
      /a line of the log of consultation Another-1 belongs to a consultation that is not there/,
    );
    expect(told).toMatch(/soundings\.people \(T1 U77\) holds another record than its columns say/);
    expect(told).toMatch(/1616170000\.000100\) is not in the form/);
    expect(told).not.toContain('Kestrel');
  });
});

describe('npm run data', () => {
  const command = (words: string[], settings: Record<string, string>) =>
    promisify(execFile)(process.execPath, ['--import', 'tsx', 'src/data.ts', ...words], {
      env: { PATH: process.env.PATH ?? '', ...settings },
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

  it('says what can be done when it is asked for something else', async () => {
    const settings = { DATA_DIR: await temporaryFolder() };
    for (const words of [
      [],
      ['sell'],
      ['export'],
      ['move', 'x'],
      ['verify', '--to', 'x'],
      ['import', 'a', 'b'],
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
