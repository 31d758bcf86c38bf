import { randomBytes } from 'node:crypto';
import type { TestProject } from 'vitest/node';
import { run } from './run.ts';
import { startServer } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the run's PostgreSQL server, as a user who may make databases. */
    databaseServer: string;
    /** What the names of the run's databases and users begin with. */
    databasePrefix: string;
  }
}

/**
 * One real PostgreSQL for a whole run: the one that TEST_DATABASE_URL names, on which nothing is left, or else one of our
 * own, which ends with it.
 */
export const setup = async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const prefix = `soundings_test_${randomBytes(4).toString('hex')}_`;
  provide('databasePrefix', prefix);
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    provide('databaseServer', given);
    return () => dropAll(given, prefix);
  }
  const server = await startServer();
  provide('databaseServer', server.url);
  return server.stop;
};

async function dropAll(server: string, prefix: string): Promise<void> {
  const left = await run(server, `select datname from pg_database where datname like '${prefix}%'`);
  for (const { datname } of left) await run(server, `drop database ${datname} with (force)`);
}
