import { Client } from 'pg';

/** Statements on a database, past the store. Gives the rows of the last one. */
export const run = async (url: string, ...statements: string[]): Promise<Record<string, unknown>[]> => {
  const client = new Client(url);
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const text of statements) ({ rows } = await client.query(text));
    return rows;
  } finally {
    await client.end();
  }
};
