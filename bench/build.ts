import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildWith } from '../tests/build-with.ts';

export const root = join(import.meta.dirname, '..');

/** Inside the project, so that what is built finds its packages. */
const built = join(root, 'node_modules/.cache/soundings-bench');

/** Builds the app as `npm run build` does, and the processes of the benchmark with it. */
export const build = (): void => {
  rmSync(built, { recursive: true, force: true });
  const children = readdirSync(join(root, 'bench/children')).map((name) => `bench/children/${name}`);
  // What is shared stands beside the app's own, which looks for its other process there.
  buildWith(built, ...children, '--chunk-names=src/[name]-[hash]');
  writeFileSync(join(built, 'package.json'), '{ "type": "module" }\n');
};

/** Where a TypeScript file of the project is when it is built. */
export const builtFile = (source: string): string => join(built, source.replace(/\.ts$/, '.js'));
