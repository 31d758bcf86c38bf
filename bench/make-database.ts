import { Client } from 'pg';

/** An empty database on a server; gives its address. It goes with the server. */
export const makeDatabase = async (server: string, name: string): Promise<string> => {
  const client = new Client(server);
  await client.connect();
  await client.query(`drop database if exists ${name} with (force)`);
  await client.query(`create database ${name} template template0`);
  await client.end();
  return Object.assign(new URL(server), { pathname: name }).href;
};
