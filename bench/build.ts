import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');

/** Inside the project, so that what is built finds its packages. */
const built = join(root, 'node_modules/.cache/soundings-bench');

/** Compiles the app and the processes of the benchmark, so that what is measured is what `npm start` runs. */
export const build = (): void => {
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  execFileSync(process.execPath, [compiler, '-p', join(root, 'bench/tsconfig.json')], { stdio: 'inherit' });
  writeFileSync(join(built, 'package.json'), '{ "type": "module" }\n');
};

/** Where a TypeScript file of the project is when it is built. */
export const builtFile = (source: string): string => join(built, source.replace(/\.ts$/, '.js'));
