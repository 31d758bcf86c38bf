import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openLowdbStore } from '../../src/store/lowdb-store.ts';
import { bytesBelow, freshFolder } from './data-folder.ts';
import { aConsultation, aContribution, anExport, aPerson, keyOf } from './records.ts';

/** The fields that came with the screen, erasure and the log: version 0.1.0 wrote all others. */
const withoutNew = (record: object): object =>
  Object.fromEntries(
    Object.entries(record).filter(
      ([field]) => !['version', 'expiredAt', 'warnings', 'held', 'cleared', 'erasedAt'].includes(field),
    ),
  );

const inReview = (name: string) => join('consultations', 'care-review', name);
const second = aContribution({ messageTs: '1616161701.000100' });

/** A data folder as version 0.1.0 left it. */
const oldFolder = async (): Promise<string> => {
  const folder = freshFolder();
  await mkdir(join(folder, 'people'));
  await mkdir(join(folder, 'consultations', 'care-review'), { recursive: true });
  const files: Record<string, unknown> = {
    'store.json': { format: 'soundings', schemaVersion: 1 },
    [join('people', 'T1.json')]: [withoutNew(aPerson()), withoutNew(aPerson({ userId: 'U2' }))],
    [inReview('consultation.json')]: withoutNew(aConsultation()),
    [inReview('last-export.json')]: anExport(),
    [inReview('contributions-0001.json')]: [withoutNew(aContribution()), withoutNew(second)],
  };
  for (const [path, content] of Object.entries(files)) {
    await writeFile(join(folder, path), `${JSON.stringify(content, null, 2)}\n`);
  }
  return folder;
};

it('what an earlier version wrote opens as it is, and no byte of it changes', async () => {
  const folder = await oldFolder();
  const before = await bytesBelow(folder);
  const store = await openLowdbStore(folder);
  expect(await store.findConsultation('care-review')).toEqual(aConsultation());
  expect(await store.listContributions('care-review')).toEqual([aContribution(), second]);
  expect(await store.listPeople('T1')).toEqual([aPerson(), aPerson({ userId: 'U2' })]);
  expect(await store.findLastExport('care-review')).toEqual(anExport());
  expect(await store.listActions('care-review')).toEqual([]);
  await store.close();
  expect(await bytesBelow(folder)).toEqual(before);
});

it('what an earlier version wrote has the new fields once it is written again', async () => {
  const folder = await oldFolder();
  const store = await openLowdbStore(folder);
  const closed = aConsultation({ closedAt: '2026-11-20T09:00:00.000Z' });
  const changed = aContribution({ kind: 'concern', warnings: ['phone'] });
  const erased = aPerson({ name: '', erasedAt: '2026-11-20T09:00:00.000Z' });
  await store.changeConsultation('care-review', () => closed);
  await store.changeContribution('care-review', keyOf(changed), () => changed);
  await store.savePerson(erased);
  await store.close();
  const read = async (path: string) => JSON.parse(await readFile(join(folder, path), 'utf8'));
  expect(await read(inReview('consultation.json'))).toEqual(closed);
  expect(await read(inReview('contributions-0001.json'))).toEqual([changed, second]);
  expect(await read(join('people', 'T1.json'))).toEqual([erased, aPerson({ userId: 'U2' })]);
  expect(await read('store.json')).toEqual({ format: 'soundings', schemaVersion: 1 });
  await (await openLowdbStore(folder)).close();
});
