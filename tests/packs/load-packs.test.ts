import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPacks } from '../../src/packs/load-packs.ts';
import { complaintsOf, goodFact, goodFiles, templatesFolder } from './templates-folder.ts';

const packYaml = (source: string) => ({ ...goodFiles(), 'bus-survey/pack.yaml': source });

describe('a good templates folder', () => {
  it('loads with facts, layout sources, partials and defaults', async () => {
    const { packs, cues } = await loadPacks(await templatesFolder(goodFiles()));
    expect(packs).toHaveLength(1);
    expect(packs[0]).toMatchObject({ id: 'bus-survey', deadline: '2026-11-30T17:00' });
    expect(packs[0]?.questions[0]?.optional).toBe(false);
    expect(packs[0]?.facts[0]).toMatchObject({ value: '12%', alsoWritten: [] });
    expect(packs[0]?.layoutSources.paste).toBe('{{> title-block}}\n');
    expect(packs[0]?.partials).toEqual({ 'title-block': '# {{title}}\n' });
    expect(cues.holdBack).toEqual(['off the record']);
  });

  it('gives packs by folder name and passes over what is no pack', async () => {
    const other = Object.fromEntries(
      Object.entries(goodFiles({ pack: { id: 'a-first' } })).map(([file, text]) => [
        file.replace('bus-survey', 'a-first'),
        text,
      ]),
    );
    const folder = await templatesFolder({
      ...goodFiles(),
      ...other,
      'README.md': '#',
      'notes/todo.txt': 'x',
    });
    expect((await loadPacks(folder)).packs.map(({ id }) => id)).toEqual(['a-first', 'bus-survey']);
  });

  it('may be mounted by symbolic links', async () => {
    const real = await templatesFolder(goodFiles());
    const linked = path.join(await templatesFolder({}), 'linked');
    await mkdir(linked);
    for (const name of ['bus-survey', 'shared'])
      await symlink(path.join(real, name), path.join(linked, name));
    expect((await loadPacks(linked)).packs).toHaveLength(1);
  });
});

const inPack = 'templates/bus-survey/pack.yaml: ';

describe('a wrong templates folder', () => {
  it('says all that is wrong at once, one line each, and nothing of this machine', async () => {
    const files = {
      ...goodFiles({ pack: { zone: 'Mars', map: [{ question: 'x' }] }, fact: { denominator: null } }),
      'bus-survey/paste-sheet.hbs': '{{> nothing}}',
    };
    expect(await complaintsOf(files)).toEqual([
      `${inPack}zone: must be a time zone such as Europe/London`,
      `${inPack}map.0.question: there is no question x`,
      `templates/bus-survey/facts.yaml: 0.denominator: must say what the percentage is of (bus-users)`,
      'templates/bus-survey/paste-sheet.hbs: names the partial nothing, which is not in the shared folder',
    ]);
  });

  it('refuses all packs when one is wrong', async () => {
    const lines = await complaintsOf({ ...goodFiles(), 'zz-broken/pack.yaml': 'id: zz-broken\n' });
    expect(lines).toContain('templates/zz-broken/pack.yaml: title: is missing');
    expect(lines).toContain('templates/zz-broken/facts.yaml: is missing');
    expect(lines.some((line) => line.includes('bus-survey'))).toBe(false);
  });

  it('refuses a folder that is not there', async () => {
    const missing = path.join(await templatesFolder({}), 'nowhere');
    await expect(loadPacks(missing)).rejects.toThrow(/^nowhere: is missing$/m);
  });

  it('is not drowned by a small file that unfolds into a huge one', async () => {
    const levels = 'abcdefgh'.split('').map(
      (name, at, all) =>
        `${name}: &${name} [${Array(20)
          .fill(at === 0 ? 'x' : `*${all[at - 1]}`)
          .join(', ')}]`,
    );
    expect(await complaintsOf(packYaml(levels.join('\n')))).toContain(
      `${inPack}line 7, column 9: aliases exceeded maxAliases (100)`,
    );
  });

  it('takes a month or a year as it may be meant', async () => {
    const open = { deadline: undefined, openUntil: { atLeast: '2021-04-01', atMost: '2021-06-16' } };
    for (const [published, laterThanCall] of [
      ['2021', true],
      ['2021', false],
      ['2021-04', true],
      ['2021-05-02', false],
      ['2021-06', true],
    ]) {
      const folder = await templatesFolder(
        goodFiles({ pack: open, fact: { ...goodFact, published, laterThanCall } }),
      );
      expect((await loadPacks(folder)).packs).toHaveLength(1);
    }
  });
});
