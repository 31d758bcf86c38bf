import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Contribution } from '../../src/domain/contribution.ts';
import { SetupError } from '../../src/domain/errors.ts';
import { diskFiles, type Files } from '../../src/store/files.ts';
import { openLowdbStore } from '../../src/store/lowdb-store.ts';
import type { Store } from '../../src/store/store.ts';
import { freshFolder } from './data-folder.ts';
import {
  aConsultation,
  aContribution,
  anAction,
  anExport,
  aPerson,
  keyOf,
  someActions,
  someContributions,
} from './records.ts';

type Step = 'writing' | 'renaming' | 'syncing the folder';

/** The real disk, with a step that fails, for paths that match, while `fails` is set. */
const breakableDisk = () => {
  const disk: { fails: Step | null; matching: RegExp; files: Files } = {
    fails: null,
    matching: /./,
    files: {
      ...diskFiles,
      open: async (path, flags, mode) => {
        const step = flags === 'r' ? 'syncing the folder' : 'writing';
        if (disk.fails === step && disk.matching.test(String(path))) {
          if (step === 'writing') await writeFile(path, 'a part of the te');
          throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
        }
        return diskFiles.open(path, flags, mode);
      },
      rename: async (from, to) => {
        if (disk.fails === 'renaming' && disk.matching.test(String(to))) {
          throw Object.assign(new Error('EIO: i/o error'), { code: 'EIO' });
        }
        return diskFiles.rename(from, to);
      },
    },
  };
  return disk;
};

const add = (store: Store, contribution: Contribution) =>
  store.changeContribution(
    contribution.consultationId,
    keyOf(contribution),
    (current) => current ?? contribution,
  );

const addAll = (store: Store, contributions: Contribution[]) =>
  Promise.allSettled(contributions.map((contribution) => add(store, contribution)));

const storeOnBreakableDisk = async () => {
  const folder = freshFolder();
  const disk = breakableDisk();
  const store = await openLowdbStore(folder, disk.files);
  await store.addConsultation(aConsultation());
  const listAfterRestart = async () => {
    await store.close();
    const again = await openLowdbStore(folder);
    const listed = await again.listContributions('care-review');
    await again.close();
    return listed;
  };
  return { folder, disk, store, listAfterRestart };
};

describe.each<Step>(['writing', 'renaming', 'syncing the folder'])('when %s fails', (step) => {
  it('the caller is told, nothing is remembered, and a second delivery is kept', async () => {
    const { disk, store, listAfterRestart } = await storeOnBreakableDisk();
    const [first, second] = someContributions(2);
    if (!first || !second) throw new Error('there are two');
    await add(store, first);
    disk.fails = step;
    await expect(add(store, second)).rejects.toThrow();
    expect(await store.listContributions('care-review')).toEqual([first]);
    expect(await store.findContribution(keyOf(second))).toBeNull();
    disk.fails = null;
    await add(store, second);
    expect(await store.listContributions('care-review')).toEqual([first, second]);
    expect(await listAfterRestart()).toEqual([first, second]);
  });

  it('no temporary file is left', async () => {
    const { disk, folder, store } = await storeOnBreakableDisk();
    disk.fails = step;
    await expect(add(store, aContribution())).rejects.toThrow();
    const names = await readdir(folder, { recursive: true });
    expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([]);
    await store.close();
  });

  it('everyone who wrote at once is told, those who came meanwhile too', async () => {
    const { disk, store, listAfterRestart } = await storeOnBreakableDisk();
    disk.fails = step;
    const early = addAll(store, someContributions(30));
    const late = addAll(store, someContributions(60));
    const outcomes = [...(await early), ...(await late)];
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toEqual([]);
    disk.fails = null;
    await addAll(store, someContributions(60));
    expect(await listAfterRestart()).toEqual(someContributions(60));
  });

  it('a repeated delivery is not told that the first is safe', async () => {
    const { disk, store } = await storeOnBreakableDisk();
    disk.fails = step;
    const outcomes = await addAll(store, [aContribution(), aContribution()]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await store.close();
  });

  it('a consultation, a person and an export are not half there either', async () => {
    const { disk, store } = await storeOnBreakableDisk();
    disk.fails = step;
    const another = aConsultation({ id: 'another' });
    const person = aPerson();
    const changes = [
      () => store.addConsultation(another),
      () => store.savePerson(person),
      () => store.saveLastExport(anExport()),
      () => store.changeConsultation('care-review', (current) => ({ ...current, title: 'Better' })),
    ];
    for (const change of changes) await expect(change()).rejects.toThrow();
    expect(await store.listConsultations('T1')).toEqual([aConsultation()]);
    expect(await store.listPeople('T1')).toEqual([]);
    expect(await store.findLastExport('care-review')).toBeNull();
    disk.fails = null;
    for (const change of changes) await change();
    expect(await store.findConsultation('another')).toEqual(another);
    expect(await store.listPeople('T1')).toEqual([person]);
    await store.close();
  });
});

describe.each<Step>(['writing', 'renaming', 'syncing the folder'])('when %s fails', (step) => {
  it('a line of the log is not half there either', async () => {
    const { disk, store } = await storeOnBreakableDisk();
    const [first, second] = [anAction(), anAction({ what: 'withdrew' })];
    await store.appendAction(first);
    disk.fails = step;
    await expect(store.appendAction(second)).rejects.toThrow();
    expect(await store.listActions('care-review')).toEqual([first]);
    disk.fails = null;
    await store.appendAction(second);
    expect(await store.listActions('care-review')).toEqual([first, second]);
    await store.close();
  });

  it('nothing is there of a change and of the line that tells of it, and both once it can be', async () => {
    const { disk, folder, store } = await storeOnBreakableDisk();
    const lines = [anAction({ what: 'recorded', on: 'C1:1' }), anAction({ what: 'closed', on: null })];
    const changes = [
      () =>
        store.changeContribution(
          'care-review',
          keyOf(aContribution()),
          (current) => current ?? aContribution(),
          () => lines.slice(0, 1),
        ),
      () =>
        store.changeConsultation(
          'care-review',
          (current) => ({ ...current, title: 'Better' }),
          () => lines.slice(1),
        ),
    ];
    disk.fails = step;
    for (const change of changes) await expect(change()).rejects.toThrow();
    expect(await store.listActions('care-review')).toEqual([]);
    expect(await store.listContributions('care-review')).toEqual([]);
    disk.fails = null;
    for (const change of changes) await change();
    await changes[0]?.();
    expect(await store.listActions('care-review')).toEqual(lines);
    await store.close();
    const again = await openLowdbStore(folder);
    expect(await again.listActions('care-review')).toEqual(lines);
    expect(await again.listContributions('care-review')).toEqual([aContribution()]);
    await again.close();
  });

  it('a person is not half gone', async () => {
    const { disk, store } = await storeOnBreakableDisk();
    await store.savePerson(aPerson());
    await store.savePerson(aPerson({ userId: 'U2' }));
    disk.fails = step;
    await expect(store.dropPerson('T1', 'U2')).rejects.toThrow();
    expect(await store.findPerson('T1', 'U2')).toEqual(aPerson({ userId: 'U2' }));
    disk.fails = null;
    await store.dropPerson('T1', 'U2');
    expect(await store.listPeople('T1')).toEqual([aPerson()]);
    await store.close();
  });
});

describe('when one file cannot be written', () => {
  it('no gap is left in a log, and its lines stay in order', async () => {
    const { disk, folder, store } = await storeOnBreakableDisk();
    const lines = someActions(450);
    disk.fails = 'renaming';
    disk.matching = /actions-0002/;
    const outcomes = await Promise.allSettled(lines.map((line) => store.appendAction(line)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(200);
    disk.fails = null;
    await Promise.all(lines.slice(200).map((line) => store.appendAction(line)));
    await store.close();
    const again = await openLowdbStore(folder);
    expect(await again.listActions('care-review')).toEqual(lines);
    await again.close();
  });

  it.each(['0001', '0002', '0003'])(
    'no gap is left after contributions-%s, and all go in later',
    async (number) => {
      const { disk, store, listAfterRestart } = await storeOnBreakableDisk();
      const thread = someContributions(650);
      disk.fails = 'renaming';
      disk.matching = new RegExp(number);
      const outcomes = await addAll(store, thread);
      const told = thread.filter((_, index) => outcomes[index]?.status === 'fulfilled');
      expect(told).toEqual(thread.slice(0, (Number(number) - 1) * 200));
      expect(await store.listContributions('care-review')).toEqual(told);
      expect(await listAfterRestart()).toEqual(told);
    },
  );

  it('the others go on', async () => {
    const { disk, store } = await storeOnBreakableDisk();
    await store.addConsultation(aConsultation({ id: 'another' }));
    disk.fails = 'writing';
    disk.matching = /care-review/;
    await expect(add(store, aContribution())).rejects.toThrow();
    const elsewhere = aContribution({ consultationId: 'another' });
    expect(await add(store, elsewhere)).toEqual(elsewhere);
    await store.close();
  });

  it('what was left out goes in once it can be', async () => {
    const { disk, store, listAfterRestart } = await storeOnBreakableDisk();
    const thread = someContributions(450);
    disk.fails = 'writing';
    disk.matching = /contributions-0002/;
    await addAll(store, thread);
    disk.fails = null;
    await addAll(store, thread);
    expect(await listAfterRestart()).toEqual(thread);
  });
});

it('a full disk is said at the start, for a new data folder and for one in use', async () => {
  const disk = breakableDisk();
  const folder = join(freshFolder(), 'data');
  disk.fails = 'writing';
  const start = () => openLowdbStore(folder, disk.files);
  await expect(start()).rejects.toThrow(SetupError);
  await expect(start()).rejects.toThrow(`The data folder ${folder} cannot be used: the disk is full.`);
  disk.fails = null;
  await (await start()).close();
  disk.fails = 'writing';
  await expect(start()).rejects.toThrow(`The data folder ${folder} cannot be used: the disk is full.`);
});

it('a file where the data folder must be is said at the start', async () => {
  const path = join(freshFolder(), 'data');
  await writeFile(path, 'not a folder');
  await expect(openLowdbStore(path)).rejects.toThrow(`The data folder ${path} cannot be used`);
});
