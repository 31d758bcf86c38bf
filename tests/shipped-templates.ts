import { join } from 'node:path';
import { loadTemplates, type Templates } from '../src/load-templates.ts';

let loaded: Promise<Templates> | undefined;

/** The templates as they ship, read once for all the tests of a worker: nothing of them ever changes. */
export const shippedTemplates = (): Promise<Templates> => {
  loaded ??= loadTemplates(join(import.meta.dirname, '../templates'));
  return loaded;
};
