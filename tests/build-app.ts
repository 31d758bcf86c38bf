import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the compiled app, as `npm run build` makes it. */
    builtApp: string;
  }
}

const root = join(import.meta.dirname, '..');

/** Compiles the app once for a whole run: started from its sources, each process would compile it again. */
export const setup = ({ provide }: TestProject): (() => void) => {
  // Inside the project, so that what is built finds its packages.
  const built = join(root, 'node_modules/.cache', `soundings-${process.pid}`);
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  // `npm test` checks the types before.
  const words = ['-p', 'tsconfig.build.json', '--noCheck', '--outDir', built];
  execFileSync(process.execPath, [compiler, ...words], { cwd: root, stdio: 'inherit' });
  provide('builtApp', built);
  return () => rmSync(built, { recursive: true, force: true });
};
