import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import packageJson from '../package.json' with { type: 'json' };

const root = join(import.meta.dirname, '..');

/** Builds the app into another folder than `npm run build` does, and otherwise in the same way. More words go to esbuild. */
export const buildWith = (folder: string, ...more: string[]): void => {
  const [, words = ''] = packageJson.scripts.build.split(' esbuild ');
  const compiler = createRequire(import.meta.url).resolve('esbuild/bin/esbuild');
  const same = words.split(' ').filter((word) => !word.startsWith('--outdir='));
  execFileSync(compiler, [...same, `--outdir=${folder}`, ...more], { cwd: root, stdio: 'inherit' });
};
