import type { TestProject } from 'vitest/node';
import { startServer } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the run's PostgreSQL server, as a user who may make databases. */
    databaseServer: string;
  }
}

/** One real PostgreSQL for a whole run: the one that TEST_DATABASE_URL names, or else one of our own, which ends with it. */
export const setup = async ({ provide }: TestProject): Promise<(() => Promise<void>) | undefined> => {
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    provide('databaseServer', given);
    return undefined;
  }
  const server = await startServer();
  provide('databaseServer', server.url);
  return server.stop;
};
