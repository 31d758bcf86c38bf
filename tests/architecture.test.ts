import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { useCases } from '../src/usecases/use-case.ts';

/** The layer table of docs/architecture.md: what each folder may import of ours. */
const mayImport: Record<string, string[]> = {
  domain: [],
  packs: ['domain'],
  store: ['domain'],
  compile: ['domain'],
  export: ['domain', 'compile'],
  usecases: ['domain', 'packs', 'compile', 'export', 'store/store.ts'],
  slack: ['domain', 'usecases', 'log.ts', 'metrics.ts'],
  practice: [],
};

/** Packages that have one home. */
const onlyIn: Record<string, string[]> = {
  '@slack/bolt': ['slack'],
  '@slack/web-api': ['slack'],
  lowdb: ['store'],
  pg: ['store'],
  handlebars: ['compile', 'packs', 'export'],
  yaml: ['packs'],
  dotenv: ['main.ts', 'data.ts'],
  pino: ['log.ts'],
  ws: ['practice'],
};

const root = join(import.meta.dirname, '..');
const filesUnder = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name).split(sep).join('/'));

const sources = filesUnder('src');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const layerOf = (file: string) => file.split('/')[1] ?? '';
const importsOf = (file: string) =>
  [...read(file).matchAll(/^(?:import|export)\s[^;]*?from '([^']+)';|^import '([^']+)';/gms)].map(
    ([, from, bare]) => from ?? bare ?? '',
  );

const inside = (file: string, specifier: string) =>
  relative(join(root, 'src'), join(root, file, '..', specifier))
    .split(sep)
    .join('/');

function strayImports(file: string): string[] {
  const layer = layerOf(file);
  if (layer.endsWith('.ts')) return [];
  const allowed = mayImport[layer];
  if (allowed === undefined) return [`${layer} is in no row of the layer table`];
  return importsOf(file)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => inside(file, specifier))
    .filter(
      (target) =>
        !target.startsWith(`${layer}/`) &&
        !allowed.some((each) => target === each || target.startsWith(`${each}/`)),
    );
}

function strayPackages(file: string): string[] {
  return importsOf(file).filter((specifier) => {
    const homes = Object.entries(onlyIn).find(
      ([name]) => specifier === name || specifier.startsWith(`${name}/`),
    )?.[1];
    return homes !== undefined && !homes.includes(layerOf(file));
  });
}

describe('the layers', () => {
  it('are looked at: the sources are found, and their imports are read', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(importsOf('src/compose.ts').length).toBeGreaterThan(10);
    expect(Object.keys(mayImport).every((layer) => sources.some((file) => layerOf(file) === layer))).toBe(
      true,
    );
  });

  it.each(sources)('%s imports only what its layer may', (file) => {
    expect(strayImports(file)).toEqual([]);
    expect(strayPackages(file)).toEqual([]);
  });

  it('take the environment, the clock and chance from one place each', () => {
    const apart = sources.filter((file) => layerOf(file) !== 'practice' && file !== 'src/demo.ts');
    const using = (pattern: RegExp) => apart.filter((file) => pattern.test(read(file)));
    expect(using(/process\.env/)).toEqual(['src/data.ts', 'src/main.ts']);
    expect(using(/new Date\(\)|Date\.now/)).toEqual(['src/compose.ts']);
    expect(using(/Math\.random/)).toEqual([]);
  });

  it('keep files short enough to read in one go', () => {
    expect(sources.filter((file) => read(file).split('\n').length > 200)).toEqual([]);
  });
});

describe('the gate', () => {
  it('stands before every use case: each file exports at least one, made by a wrapper', async () => {
    const files = sources.filter(
      (file) =>
        layerOf(file) === 'usecases' &&
        ![
          'use-case.ts',
          'deps.ts',
          'workspace.ts',
          'change-standing.ts',
          'change-held.ts',
          'capture-context.ts',
          'is-still-here.ts',
          'note-action.ts',
          'refuse-blocked.ts',
          'refuse-reviewer.ts',
          'title-for.ts',
        ].includes(file.split('/').at(-1) ?? ''),
    );
    expect(files.length).toBeGreaterThan(12);
    for (const file of files) {
      const exported = Object.values<unknown>(await import(join(root, file)));
      const wrapped = exported.filter((one) => typeof one === 'function' && useCases.has(one));
      expect(wrapped.length, file).toBeGreaterThan(0);
      const loose = exported.filter(
        (one) => typeof one === 'function' && !useCases.has(one) && one.constructor.name === 'AsyncFunction',
      );
      expect(loose, `${file} exports an async function that goes round the gate`).toEqual([]);
    }
  });
});

describe('docs/architecture.md', () => {
  it('shows the same layer table', () => {
    const page = read('docs/architecture.md');
    for (const [layer, allowed] of Object.entries(mayImport)) {
      expect(page).toContain(
        `| ${layer} | ${allowed.length === 0 ? 'nothing of ours' : allowed.join(', ')} |`,
      );
    }
  });

  it('names, like every other page, only paths that exist', () => {
    const pages = ['README.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)];
    const named = pages.flatMap((page) =>
      [...read(page).matchAll(/`((?:src|templates|tests|docs)\/[\w./-]+)`/g)].map(([, path]) => path ?? ''),
    );
    const isExample = (path: string) => path.startsWith('templates/fares-survey/');
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((path) => !isExample(path) && !existsSync(join(root, path)))).toEqual([]);
  });
});
