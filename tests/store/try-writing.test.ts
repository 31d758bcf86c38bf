import { expect, it, onTestFinished } from 'vitest';
import { diskFiles, type Files } from '../../src/store/files.ts';
import { openLowdbStore } from '../../src/store/lowdb-store.ts';
import { freshFolder } from './data-folder.ts';
import { aConsultation } from './records.ts';

/** A store with one consultation on a disk that can be changed. */
async function storeOn(disk: Files) {
  const folder = freshFolder();
  const store = await openLowdbStore(folder, disk);
  onTestFinished(store.close);
  await store.addConsultation(aConsultation());
  await store.check();
  return { folder, store };
}

it('is not well on a disk without room for a file of replies, though a small one could still be written', async () => {
  let bavail = 1000;
  const { store } = await storeOn({
    ...diskFiles,
    statfs: async () => ({ blocks: 1000, bsize: 4096, bavail }),
  });
  bavail = 12;
  await expect(store.check()).rejects.toMatchObject({ code: 'ENOSPC' });
  bavail = 1000;
  await store.check();
});

it('asks nothing of a file system that does not know how large it is', async () => {
  const { store } = await storeOn({
    ...diskFiles,
    statfs: async () => ({ blocks: 0, bsize: 4096, bavail: 0 }),
  });
  await store.check();
});

it('is not well, and does not start, where it may not write in the folder of a consultation', async () => {
  let mayWrite = true;
  const access: Files['access'] = async (path, mode) => {
    if (!mayWrite && String(path).endsWith('care-review'))
      throw Object.assign(new Error('denied'), { code: 'EACCES' });
    await diskFiles.access(path, mode);
  };
  const { folder, store } = await storeOn({ ...diskFiles, access });
  mayWrite = false;
  await expect(store.check()).rejects.toMatchObject({ code: 'EACCES' });
  await store.close();
  await expect(openLowdbStore(folder, { ...diskFiles, access })).rejects.toThrow('access is denied');
});
