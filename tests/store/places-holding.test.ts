import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Reminders } from '../../src/domain/reminders.ts';
import { diskFiles, type Files } from '../../src/store/files.ts';
import { openLowdbStore } from '../../src/store/lowdb-store.ts';
import type { Store } from '../../src/store/store.ts';
import { freshFolder } from './data-folder.ts';
import { aConsultation, aContribution, anAction, aPerson, keyOf } from './records.ts';

const inReview = (name: string) => join('consultations', 'care-review', name);

const openOn = async (folder: string, files: Files = diskFiles) => {
  const store = await openLowdbStore(folder, files);
  await store.addConsultation(aConsultation());
  return store;
};

it('names each file that holds a text by its path in the data folder', async () => {
  const folder = freshFolder();
  const store = await openOn(folder);
  await store.savePerson(aPerson({ name: 'Kestrel' }));
  await store.appendAction(anAction({ on: 'kestrel.md' }));
  const contribution = aContribution({ text: 'Ask Kestrel.' });
  await store.changeContribution('care-review', keyOf(contribution), () => contribution);
  expect(await store.placesHolding(['KESTREL'])).toEqual([
    inReview('actions-0001.json'),
    inReview('contributions-0001.json'),
    join('people', 'T1.json'),
  ]);
  expect(await store.placesHolding(['soundings'])).toEqual(['store.json']);
  await store.close();
});

it('finds a text in what a killed write left, in half a file and in a copy that someone made', async () => {
  const folder = freshFolder();
  const store = await openOn(folder);
  const half = '[\n  {\n    "name": "K\\u00e9strel \\"Kes\\" O';
  const left = [
    'store.json.0.tmp',
    inReview('contributions-0001.json.17.tmp'),
    inReview('contributions-0001.json~'),
    join('people', 'T1.json.3.tmp'),
  ];
  for (const path of left) await writeFile(join(folder, path), half);
  expect(await store.placesHolding(['késtrel "kes"'])).toEqual(left.toSorted());
  await store.close();
  const again = await openLowdbStore(folder);
  expect(await again.placesHolding(['késtrel "kes"'])).toEqual([inReview('contributions-0001.json~')]);
  await again.close();
});

it('passes over exported files, the demonstration and notes: they are not the store’s', async () => {
  const folder = freshFolder();
  const store = await openOn(folder);
  for (const guest of ['exports', 'demo']) {
    await mkdir(join(folder, guest));
    await writeFile(join(folder, guest, 'our-response.md'), 'Kestrel');
  }
  await writeFile(join(folder, 'README.md'), 'Kestrel');
  expect(await store.placesHolding(['kestrel'])).toEqual([]);
  await store.close();
});

const kestrel = aContribution({ text: 'Kestrel' });
const written: [string, (store: Store) => Promise<unknown>][] = [
  [
    'contributions-0001.json',
    (store) => store.changeContribution('care-review', keyOf(kestrel), () => kestrel),
  ],
  ['reminders.json', (store) => store.changeReminders('care-review', 'Kestrel', remindedOnce)],
];
const remindedOnce = (none: Reminders): Reminders => ({
  ...none,
  told: [{ moment: null, at: '2026-11-02T12:00:00.000Z', outcome: 'sent' }],
});

it.each(written)(
  'looks at the disk once what is being written to %s is there, and not at the memory',
  async (name, write) => {
    const folder = freshFolder();
    let letWrite = () => {};
    const gate = new Promise<void>((resolve) => {
      letWrite = resolve;
    });
    let steps: string[] = [];
    const rename: Files['rename'] = async (from, to) => {
      if (String(to).endsWith(name)) await gate;
      await diskFiles.rename(from, to);
      steps.push('written');
    };
    const readFile = (async (path: string, encoding: 'utf8') => {
      steps.push('looked');
      return diskFiles.readFile(path, encoding);
    }) as Files['readFile'];
    const store = await openOn(folder, { ...diskFiles, rename, readFile });
    const adding = write(store);
    await store.findConsultation('care-review');
    steps = [];
    const searching = store.placesHolding(['kestrel']);
    await readdir(folder);
    letWrite();
    expect(await searching).toEqual([inReview(name)]);
    expect(steps.indexOf('written')).toBe(0);
    await adding;
    await writeFile(join(folder, inReview(name)), '["Merlin"]');
    expect(await store.placesHolding(['kestrel'])).toEqual([]);
    await store.close();
  },
);

it('finds any letter in any case, and what no text should hold', async () => {
  const store = await openOn(freshFolder());
  const text = 'Straße, ΟΔΟΣΑ, a\0b\ud800c';
  await store.changeContribution('care-review', keyOf(aContribution()), () => aContribution({ text }));
  for (const sought of ['STRASSE', 'οδος', 'A\0B\ud800C']) {
    expect(await store.placesHolding([sought]), JSON.stringify(sought)).toHaveLength(1);
  }
  await store.close();
});

it('finds nothing by the names of fields, which are in every file', async () => {
  const store = await openOn(freshFolder());
  await store.savePerson(aPerson());
  expect(await store.placesHolding(['channelId', 'erasedAt', 'schemaVersion'])).toEqual([]);
  await store.close();
});

it('passes over a temporary file that is gone when its turn comes', async () => {
  const folder = freshFolder();
  const store = await openOn(folder);
  await symlink(join(folder, 'gone'), join(folder, 'people', 'T1.json.3.tmp'));
  expect(await store.placesHolding(['kestrel'])).toEqual([]);
  await store.close();
});

it('says so when a file cannot be read, instead of leaving it out', async () => {
  const folder = freshFolder();
  const broken: Files['readFile'] = ((path: string, options: 'utf8') =>
    path.endsWith('T1.json')
      ? Promise.reject(Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' }))
      : diskFiles.readFile(path, options)) as Files['readFile'];
  const store = await openOn(folder, { ...diskFiles, readFile: broken });
  await store.savePerson(aPerson());
  await expect(store.placesHolding(['kestrel'])).rejects.toThrow('EACCES');
  await store.close();
});
