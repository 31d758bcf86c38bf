import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildWith } from './build-with.ts';

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
  buildWith(built);
  provide('builtApp', built);
  return () => rmSync(built, { recursive: true, force: true });
};
