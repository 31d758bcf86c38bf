import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SetupError } from '../../src/domain/errors.ts';
import { diskFiles, type Files } from '../../src/store/files.ts';
import { openLowdbStore } from '../../src/store/lowdb-store.ts';
import { bytesBelow, freshFolder } from './data-folder.ts';
import { aConsultation, anExport, aPerson, keyOf, someActions, someContributions } from './records.ts';

const secret = 'off the record, the thresholds are too high';
const inReview = (name: string) => join('consultations', 'care-review', name);
const ourFiles = [
  'store.json',
  join('people', 'T1.json'),
  inReview('consultation.json'),
  inReview('last-export.json'),
  inReview('contributions-0001.json'),
  inReview('contributions-0003.json'),
  inReview('actions-0001.json'),
  inReview('actions-0002.json'),
];

let original: string;
beforeAll(async () => {
  original = await mkdtemp(join(tmpdir(), 'soundings-original-'));
  const store = await openLowdbStore(original);
  await store.addConsultation(aConsultation());
  await store.addConsultation(aConsultation({ id: 'another' }));
  await store.saveLastExport(anExport());
  await store.savePerson(aPerson({ name: secret }));
  const thread = someContributions(401, { text: secret });
  await Promise.all(thread.map((one) => store.changeContribution('care-review', keyOf(one), () => one)));
  await Promise.all(someActions(201).map((one) => store.appendAction(one)));
  await store.close();
});
afterAll(() => rm(original, { recursive: true, force: true }));

const copyOfOriginal = async (): Promise<string> => {
  const folder = freshFolder();
  await cp(original, folder, { recursive: true });
  return folder;
};

/** Nothing starts, nothing changes, and the message names `path` and quotes nobody. */
const expectRefusal = async (folder: string, path: string, files = diskFiles): Promise<string> => {
  const before = await bytesBelow(folder);
  const error: unknown = await openLowdbStore(folder, files).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(SetupError);
  const message = error instanceof Error ? error.message : '';
  expect(message).toContain(join(folder, path));
  expect(message).toContain('Nothing was changed.');
  expect(message).not.toContain('off the');
  expect(await bytesBelow(folder)).toEqual(before);
  return message;
};

const damages: [string, (bytes: Buffer) => Buffer | string, string][] = [
  ['cut short', (bytes) => bytes.subarray(0, bytes.length / 2), 'is not complete JSON'],
  ['empty', () => '', 'is empty'],
  ['only white space', () => ' \n', 'is not complete JSON'],
  ['null', () => 'null', 'is not in the form'],
  ['[1]', () => '[1]', 'is not in the form'],
  ['an empty list', () => '[]', 'is not in the form'],
  ['a foreign JSON file', () => '{"name":"left-pad","version":"1.3.0"}', 'is not in the form'],
  ['NULs, as after a power cut', (bytes) => Buffer.alloc(bytes.length), 'is not complete JSON'],
  ['marked with a BOM by an editor', (bytes) => `\ufeff${bytes.toString()}`, 'is not complete JSON'],
  ['saved as Latin-1', (bytes) => Buffer.concat([bytes, Buffer.from([0xe9])]), 'is not a UTF-8 text'],
  ['followed by more', (bytes) => `${bytes.toString()}[]`, 'is not complete JSON'],
];

describe.each(ourFiles)('a data folder whose %s', (path) => {
  it.each(damages)('is %s does not start, and starts once it is restored', async (_, damage, reason) => {
    const folder = await copyOfOriginal();
    const good = await readFile(join(folder, path));
    await writeFile(join(folder, path), damage(good));
    expect(await expectRefusal(folder, path)).toContain(reason);
    await writeFile(join(folder, path), good);
    const store = await openLowdbStore(folder);
    expect(await store.listContributions('care-review')).toHaveLength(401);
    expect(await store.listActions('care-review')).toHaveLength(201);
    await store.close();
  });

  it('is a folder does not start', async () => {
    const folder = await copyOfOriginal();
    await rm(join(folder, path));
    await mkdir(join(folder, path));
    await expectRefusal(folder, path);
  });
});

/** The real disk, to a user who has no right to one file: tests may run as root, who has all rights. */
const diskThatDenies = (denied: string, code: string): Files => ({
  ...diskFiles,
  readFile: ((path: string) =>
    path === denied
      ? Promise.reject(Object.assign(new Error(`${code}: permission denied`), { code }))
      : diskFiles.readFile(path)) as Files['readFile'],
});

it.each(
  ourFiles.flatMap((path) => [
    { path, code: 'EACCES' },
    { path, code: 'EPERM' },
  ]),
)(
  'a data folder whose $path may not be read ($code) asks for the right to it, not for a backup',
  async ({ path, code }) => {
    const folder = await copyOfOriginal();
    const message = await expectRefusal(folder, path, diskThatDenies(join(folder, path), code));
    expect(message).toContain('Give the user that runs Soundings the right to read and write it');
    expect(message).not.toMatch(/backup|move it/);
  },
);

type Change = (text: string) => string;
const rewrite = async (folder: string, path: string, change: Change) =>
  writeFile(join(folder, path), change(await readFile(join(folder, path), 'utf8')));

describe('a data folder does not start when', () => {
  const wrongContent: [string, string, Change, string][] = [
    ['it is of a later version', 'store.json', (text) => text.replace('1', '2'), 'schemaVersion'],
    ['it is of another app', 'store.json', (text) => text.replace('soundings', 'ripples'), 'format'],
    [
      'a consultation has another id than its folder',
      inReview('consultation.json'),
      (text) => text.replace('"care-review"', '"other"'),
      'another consultation',
    ],
    [
      'a last export is of another consultation',
      inReview('last-export.json'),
      (text) => text.replace('"care-review"', '"other"'),
      'another consultation',
    ],
    [
      'a contribution is to another consultation than its folder',
      inReview('contributions-0002.json'),
      (text) => text.replace('"care-review"', '"other"'),
      'another consultation',
    ],
    [
      'a message is there twice',
      inReview('contributions-0002.json'),
      (text) => text.replace('1616170200.000100', '1616170000.000100'),
      'contributions-0001.json',
    ],
    [
      'a contribution has a field that we do not know',
      inReview('contributions-0002.json'),
      (text) => text.replace('"chatter"', '"off the record": 1, "chatter"'),
      '0: there are fields',
    ],
    [
      'a line of the log is of another consultation than its folder',
      inReview('actions-0002.json'),
      (text) => text.replace('"care-review"', '"other"'),
      'another consultation',
    ],
    [
      'a line of the log has a field that we do not know',
      inReview('actions-0001.json'),
      (text) => text.replace('"sha256"', '"off the record": 1, "sha256"'),
      '0: there are fields',
    ],
    [
      'a line of the log says what never happens',
      inReview('actions-0001.json'),
      (text) => text.replace('"recorded"', '"off the record"'),
      '0.what',
    ],
    [
      'a person is of another team',
      join('people', 'T1.json'),
      (text) => text.replace('T1', 'T2'),
      'another team',
    ],
  ];
  it.each(wrongContent)('%s', async (_, path, change, reason) => {
    const folder = await copyOfOriginal();
    await rewrite(folder, path, change);
    expect(await expectRefusal(folder, path)).toContain(reason);
  });

  it.each([
    inReview('contributions-0001.json'),
    inReview('contributions-0002.json'),
    inReview('actions-0001.json'),
    inReview('consultation.json'),
    'consultations',
    'store.json',
  ])('%s is gone', async (path) => {
    const folder = await copyOfOriginal();
    await rm(join(folder, path), { recursive: true });
    await expectRefusal(folder, path);
  });

  it.each(['contributions-0003 (copy).json', 'actions-02.json', 'notes.json'])(
    '%s is in a consultation’s folder',
    async (name) => {
      const folder = await copyOfOriginal();
      await cp(join(folder, inReview('contributions-0003.json')), join(folder, inReview(name)));
      await expectRefusal(folder, inReview(name));
    },
  );

  it('the settings of a consultation are gone and its log is there', async () => {
    const folder = await copyOfOriginal();
    await rename(join(folder, inReview('actions-0001.json')), join(folder, 'kept'));
    await rm(join(folder, 'consultations', 'care-review'), { recursive: true });
    await mkdir(join(folder, 'consultations', 'care-review'));
    await rename(join(folder, 'kept'), join(folder, inReview('actions-0001.json')));
    await expectRefusal(folder, inReview('consultation.json'));
  });

  it('a folder in it is none of ours', async () => {
    const folder = await copyOfOriginal();
    await rename(join(folder, 'consultations', 'another'), join(folder, 'consultations', 'an other'));
    await expectRefusal(folder, join('consultations', 'an other'));
  });

  it('it is a folder of something else', async () => {
    const folder = freshFolder();
    await writeFile(join(folder, 'package.json'), '{}');
    expect(await expectRefusal(folder, '')).toContain('no store.json');
  });
});

it('a data folder may hold a note, exported files and the demonstration', async () => {
  const folder = freshFolder();
  await writeFile(join(folder, 'README.md'), 'What lies here.');
  await writeFile(join(folder, '.gitignore'), '*');
  await mkdir(join(folder, 'exports'));
  await mkdir(join(folder, 'demo'));
  const store = await openLowdbStore(folder);
  await store.addConsultation(aConsultation());
  await store.close();
  expect(await readFile(join(folder, 'README.md'), 'utf8')).toBe('What lies here.');
});
