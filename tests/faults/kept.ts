import { cp, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import type { StoreConfig } from '../../src/config.ts';
import type { Contribution } from '../../src/domain/contribution.ts';
import { openStore } from '../../src/open-store.ts';
import { temporaryFolder } from '../office.ts';

/** What a start would find now, of a copy: the folder itself may be held, and nothing here may mend what is in it. */
export async function kept(config: StoreConfig, teamId: string): Promise<Contribution[]> {
  const dataDir = await temporaryFolder();
  if (config.databaseUrl === null) await copyFiles(config.dataDir, dataDir);
  const store = await openStore({ ...config, dataDir });
  try {
    const consultations = await store.listConsultations(teamId);
    return (await Promise.all(consultations.map(({ id }) => store.listContributions(id)))).flat();
  } finally {
    await store.close();
    await rm(dataDir, { recursive: true });
  }
}

/** All but the socket of whoever holds it. */
const copyFiles = (from: string, to: string) =>
  cp(from, to, { recursive: true, filter: (path) => !basename(path).includes('lock') });
