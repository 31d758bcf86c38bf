import { createHash } from 'node:crypto';
import { cp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runData } from '../src/data-command.ts';
import { contributionRef } from '../src/domain/contribution.ts';
import { writeDataFile } from '../src/store/transfer/data-file.ts';
import { readDatabase } from '../src/store/transfer/read-database.ts';
import { aFile, all, filled, hasNothing, inDatabase, inFolder, refusal, withStore } from './data-places.ts';
import { someTexts } from './data-sample.ts';
import { everyFileUnder } from './office.ts';
import { add } from './store/contract/rules.ts';
import { run } from './store/postgres/run.ts';
import { aConsultation, aContribution, anAction, aPerson, someContributions } from './store/records.ts';
import { watchedDisk } from './store/watched-disk.ts';

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
      await add(store, aContribution());
      const seen: string[] = [];
      await readDatabase(config.databaseUrl ?? '', async (found) => {
        if ('stored' in found) seen.push(found.stored.kind);
        if (seen.length > 1) return;
        await add(store, aContribution({ messageTs: '1616161800.000100' }));
        await store.appendAction(anAction());
        await store.savePerson(aPerson());
      });
      expect(seen).toEqual(['consultation', 'contribution']);
    });
  });

  it.each([
    ['folder', inFolder],
    ['PostgreSQL', inDatabase],
  ])(
    'that an earlier version made, without the fields that came since, is read into a store in a %s',
    async (_, target) => {
      const file = await aFile();
      await runData(['export', file], await filled(await inFolder(), ['Kestrel', 'b', 'c']));
      const since = /,"(unpostedToldAt|cleared)":(null|\[\])/g;
      const [first, ...rest] = (await readFile(file, 'utf8')).trimEnd().split('\n');
      const records = rest
        .slice(0, -1)
        .map((line) => `${line.replaceAll(since, '')}\n`)
        .join('');
      expect(records.length).toBeLessThan(rest.slice(0, -1).join('\n').length);
      const sha256 = createHash('sha256').update(records).digest('hex');
      await writeFile(file, `${first}\n${records}${JSON.stringify({ end: { counts: {}, sha256 } })}\n`);
      const config = await target();
      await runData(['import', file], config);
      expect((await runData(['verify'], config)).isWell).toBe(true);
    },
  );

  it('is on the disk, by name and content, before it is told of', async () => {
    const { steps, files } = watchedDisk();
    const file = await aFile();
    await writeDataFile(file, async () => undefined, files);
    expect(steps).toEqual([`sync ${basename(file)}`, `sync ${basename(dirname(file))}`]);
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

  it('finds that a file of contributions is gone by the log and the last export, and still makes a backup of the rest', async () => {
    const config = await filled(await inFolder(), someTexts(220));
    await rm(join(config.dataDir, 'consultations/care-review/contributions-0002.json'));
    const { lines, isWell } = await runData(['verify'], config);
    expect(isWell).toBe(false);
    expect(lines).toHaveLength(21);
    // They were recorded from the last to the first.
    for (let second = 0; second < 20; second += 1)
      expect(lines.join('\n')).toContain(
        `the last export of consultation care-review names the contribution C1:${1616170000 + second}.000100, which is not there.`,
      );
    const file = await aFile();
    expect(await runData(['export', file], config)).toMatchObject({ isWell: true });
  });

  it.each([
    ['folder', inFolder],
    ['PostgreSQL', inDatabase],
  ])('finds a line of the log on a message that no contribution is of, once, in a %s', async (_, place) => {
    const config = await place();
    await withStore(config, async (store) => {
      await store.addConsultation(aConsultation());
      await store.addConsultation(aConsultation({ id: 'another', channelId: 'C2' }));
      await add(store, aContribution());
      const nowhere = { on: 'C1:1616161701.000100' };
      const lines = [anAction(), anAction(nowhere), anAction({ ...nowhere, what: 'edited' })];
      const elsewhere = anAction({ consultationId: 'another', what: 'held' });
      const onFile = anAction({ what: 'deleted export', on: 'submission.md' });
      for (const line of [...lines, elsewhere, onFile, anAction({ what: 'closed', on: null })])
        await store.appendAction(line);
    });
    const { lines, isWell } = await runData(['verify'], config);
    expect(isWell).toBe(false);
    expect(lines.slice(0, -1)).toEqual([
      expect.stringContaining('of consultation another names the contribution C1:1616161700.000100,'),
      expect.stringContaining('of consultation care-review names the contribution C1:1616161701.000100,'),
    ]);
  });

  it('tells by its counts alone that a consultation is gone with all that names it, or the newest contributions with their lines', async () => {
    const config = await inFolder();
    await withStore(config, async (store) => {
      for (const id of ['care-review', 'another']) await store.addConsultation(aConsultation({ id }));
      for (const one of someContributions(201))
        await store.changeContribution(
          one.consultationId,
          one,
          () => one,
          () => [anAction({ on: contributionRef(one) })],
        );
    });
    const folder = join(config.dataDir, 'consultations');
    await rm(join(folder, 'another'), { recursive: true });
    await rm(join(folder, 'care-review/contributions-0002.json'));
    const { lines, isWell } = await runData(['verify'], config);
    expect({ isWell, lines }).toEqual({
      isWell: true,
      lines: [expect.stringContaining(': 1 consultation, 200 contributions, 200 lines of the log,')],
    });
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
