import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diskFiles, type Files } from '../../src/store/files.ts';
import { openLowdbStore } from '../../src/store/lowdb-store.ts';
import { storeContract } from './contract.ts';
import { freshFolder } from './data-folder.ts';
import { aConsultation, aContribution, aPerson, keyOf, someActions, someContributions } from './records.ts';

const openOn = async (folder: string) => {
  const store = await openLowdbStore(folder);
  await store.addConsultation(aConsultation());
  return store;
};

storeContract('lowdb', async () => {
  const folder = freshFolder();
  let store = await openLowdbStore(folder);
  const reopen = async () => {
    await store.close();
    store = await openLowdbStore(folder);
    return store;
  };
  return { store, reopen };
});

describe('the data folder', () => {
  it('is made when it is not there', async () => {
    const folder = join(freshFolder(), 'a', 'b');
    await (await openOn(folder)).close();
    expect((await readdir(folder)).toSorted()).toEqual(['consultations', 'people', 'store.json']);
  });

  it('holds files that a person can open, 200 contributions in each', async () => {
    const folder = freshFolder();
    const store = await openOn(folder);
    await Promise.all(
      someContributions(401).map((one) => store.changeContribution('care-review', keyOf(one), () => one)),
    );
    await store.close();
    const consultation = join(folder, 'consultations', 'care-review');
    const numbered = (await readdir(consultation))
      .filter((name) => name.startsWith('contributions'))
      .toSorted();
    const texts = await Promise.all(numbered.map((name) => readFile(join(consultation, name), 'utf8')));
    expect(numbered).toEqual([
      'contributions-0001.json',
      'contributions-0002.json',
      'contributions-0003.json',
    ]);
    expect(texts.map((text) => JSON.parse(text).length)).toEqual([200, 200, 1]);
    const lines = texts[2]?.split('\n') ?? [];
    expect(lines.filter((line) => line.includes('"text":"Multi-year settlements, please."'))).toHaveLength(1);
  });

  it('holds a log that a person can read, 200 lines in each file', async () => {
    const folder = freshFolder();
    const store = await openOn(folder);
    await Promise.all(someActions(401).map((one) => store.appendAction(one)));
    await store.close();
    const consultation = join(folder, 'consultations', 'care-review');
    const numbered = (await readdir(consultation)).filter((name) => name.startsWith('actions')).toSorted();
    const texts = await Promise.all(numbered.map((name) => readFile(join(consultation, name), 'utf8')));
    expect(numbered).toEqual(['actions-0001.json', 'actions-0002.json', 'actions-0003.json']);
    expect(texts.map((text) => JSON.parse(text).length)).toEqual([200, 200, 1]);
    expect(texts[2]?.split('\n').filter((line) => line.includes('"what":"recorded"'))).toHaveLength(1);
  });

  it('shares a write among all who add to a log at once', async () => {
    const folder = freshFolder();
    let writes = 0;
    const rename: Files['rename'] = async (from, to) => {
      if (String(to).includes('actions')) writes += 1;
      await diskFiles.rename(from, to);
    };
    const store = await openLowdbStore(folder, { ...diskFiles, rename });
    await store.addConsultation(aConsultation());
    await Promise.all(someActions(150).map((one) => store.appendAction(one)));
    expect(writes).toBe(1);
    await store.close();
  });

  it('has no file of a team whose last person was dropped, and takes them in again', async () => {
    const folder = freshFolder();
    const store = await openOn(folder);
    await store.savePerson(aPerson());
    await store.dropPerson('T1', 'U1');
    expect(await readdir(join(folder, 'people'))).toEqual([]);
    await store.savePerson(aPerson({ name: 'Alex' }));
    expect(await readdir(join(folder, 'people'))).toEqual(['T1.json']);
    await store.close();
  });

  it('starts a new file when one has grown past 256 kB', async () => {
    const folder = freshFolder();
    const store = await openOn(folder);
    const long = someContributions(10, { text: 'é'.repeat(40_000) });
    await Promise.all(long.map((one) => store.changeContribution('care-review', keyOf(one), () => one)));
    await store.close();
    const names = await readdir(join(folder, 'consultations', 'care-review'));
    expect(names.filter((name) => name.startsWith('contributions'))).toHaveLength(3);
  });

  it('writes one file for a new contribution', async () => {
    const folder = freshFolder();
    const store = await openOn(folder);
    const consultation = join(folder, 'consultations', 'care-review');
    const before = await readdir(consultation);
    await store.changeContribution('care-review', keyOf(aContribution()), () => aContribution());
    const added = (await readdir(consultation)).filter((name) => !before.includes(name));
    expect(added).toEqual(['contributions-0001.json']);
    await store.close();
  });

  it('is cleared of temporary files that a killed process left, and of nothing else', async () => {
    const folder = freshFolder();
    await (await openOn(folder)).close();
    const consultation = join(folder, 'consultations', 'care-review');
    const left = [
      join(folder, 'store.json.0.tmp'),
      join(folder, 'people', 'T1.json.3.tmp'),
      join(consultation, 'contributions-0001.json.17.tmp'),
    ];
    const kept = [join(folder, 'README.md'), join(consultation, 'notes.tmp')];
    for (const path of [...left, ...kept]) await writeFile(path, 'hal');
    await (await openLowdbStore(folder)).close();
    const found = await readdir(folder, { recursive: true });
    expect(left.filter((path) => found.some((name) => join(folder, name) === path))).toEqual([]);
    expect(kept.filter((path) => found.some((name) => join(folder, name) === path))).toEqual(kept);
  });

  it('may hold a first start that was killed, and a consultation that was killed before its first file', async () => {
    const folder = freshFolder();
    await mkdir(join(folder, 'consultations'));
    await writeFile(join(folder, 'store.json.0.tmp'), '{');
    await (await openLowdbStore(folder)).close();
    await mkdir(join(folder, 'consultations', 'care-review'));
    const store = await openLowdbStore(folder);
    expect(await store.listConsultations('T1')).toEqual([]);
    await store.addConsultation(aConsultation());
    expect(await store.listConsultations('T1')).toEqual([aConsultation()]);
    await store.close();
  });

  it('is left by no id, however it is spelt', async () => {
    const parent = freshFolder();
    const store = await openOn(join(parent, 'data'));
    const hostile = fc.oneof(
      fc.string(),
      fc.constantFrom('..', '../x', '/x', 'a/../../x', 'x\0', '.x', 'C:x', ''),
    );
    await fc.assert(
      fc.asyncProperty(
        hostile.filter((id) => !/^[\w-]+$/.test(id)),
        async (id) => {
          await expect(store.addConsultation(aConsultation({ id }))).rejects.toThrow('An id may only hold');
          await expect(store.savePerson(aPerson({ teamId: id }))).rejects.toThrow('An id may');
        },
      ),
    );
    await store.close();
    expect(await readdir(parent)).toEqual(['data']);
    expect(await readdir(join(parent, 'data', 'consultations'))).toEqual(['care-review']);
  });

  it('gives back any text as it was, whatever it is made of', async () => {
    const folder = freshFolder();
    const texts = fc.sample(fc.string({ unit: 'binary', maxLength: 200 }), 200);
    const store = await openOn(folder);
    const given = someContributions(200).map((one, index) => ({
      ...one,
      text: `${texts[index]}\0\ud800\u2028`,
    }));
    await Promise.all(given.map((one) => store.changeContribution('care-review', keyOf(one), () => one)));
    await store.close();
    const reopened = await openLowdbStore(folder);
    expect(await reopened.listContributions('care-review')).toEqual(given);
    await reopened.close();
  });

  it('is let go by close only when what was being written is written', async () => {
    const folder = freshFolder();
    let letWrite = () => {};
    const gate = new Promise<void>((resolve) => {
      letWrite = resolve;
    });
    const rename: Files['rename'] = async (from, to) => {
      if (String(to).includes('contributions')) await gate;
      await diskFiles.rename(from, to);
    };
    const store = await openLowdbStore(folder, { ...diskFiles, rename });
    await store.addConsultation(aConsultation());
    const writing = store.changeContribution('care-review', keyOf(aContribution()), () => aContribution());
    const closing = store.close();
    await expect(openLowdbStore(folder)).rejects.toThrow('in use');
    letWrite();
    await Promise.all([writing, closing]);
    const again = await openLowdbStore(folder);
    expect(await again.listContributions('care-review')).toEqual([aContribution()]);
    await again.close();
  });
});
