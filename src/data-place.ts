import { resolve } from 'node:path';
import type { StoreConfig } from './config.ts';
import { isPostgresAddress, looksLikeAddress } from './store/postgres/address.ts';
import { nameOfDatabase } from './store/postgres/connect.ts';
import { notAnAddress } from './store/postgres/setup-errors.ts';
import { fillDatabase } from './store/transfer/fill-database.ts';
import { type Fill, fillFolder } from './store/transfer/fill-folder.ts';
import { readDatabase } from './store/transfer/read-database.ts';
import { readFolder } from './store/transfer/read-folder.ts';
import type { Take } from './store/transfer/stored-record.ts';

/** A whole store, wherever it is, to be read or filled. */
export type DataPlace = {
  /** As its keeper calls it; never with a password. */
  name: string;
  isDatabase: boolean;
  read(take: Take): Promise<void>;
  fill(fill: Fill): Promise<void>;
};

/** The store that the settings name. */
export const placeOf = ({ dataDir, databaseUrl }: StoreConfig): DataPlace =>
  databaseUrl === null ? folderAt(dataDir) : databaseAt(databaseUrl);

/** The store that somebody named: a PostgreSQL address, or a folder. Throws a SetupError for the address of anything else. */
export const placeNamed = (name: string): DataPlace => {
  if (isPostgresAddress(name)) return databaseAt(name);
  if (looksLikeAddress(name)) throw notAnAddress();
  return folderAt(name);
};

const folderAt = (folder: string): DataPlace => ({
  name: `the folder ${resolve(folder)}`,
  isDatabase: false,
  read: (take) => readFolder(folder, take),
  fill: (fill) => fillFolder(folder, fill),
});

const databaseAt = (databaseUrl: string): DataPlace => ({
  name: nameOfDatabase(databaseUrl),
  isDatabase: true,
  read: (take) => readDatabase(databaseUrl, take),
  fill: (fill) => fillDatabase(databaseUrl, fill),
});
