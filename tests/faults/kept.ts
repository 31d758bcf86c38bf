import { cp, rm } from 'node:fs/promises';
import { basename } from 'node:path';

import type { StoreConfig } from '../../src/config.ts';
import type { LoggedAction } from '../../src/domain/action-log.ts';
import type { Contribution } from '../../src/domain/contribution.ts';
import { openStore } from '../../src/open-store.ts';
import { eventually } from '../eventually.ts';
import { temporaryFolder } from '../office.ts';

export type Kept = { contributions: Contribution[]; actions: LoggedAction[] };

/** What a start would find now, of a copy: the folder itself may be held, and nothing here may mend what is in it. */
export async function kept(config: StoreConfig, teamId: string): Promise<Kept> {
  const dataDir = await temporaryFolder();
  if (config.databaseUrl === null) await copyFiles(config.dataDir, dataDir);
  const store = await openStore({ ...config, dataDir });
  try {
    const consultations = await store.listConsultations(teamId);
    const ofAll = async <T>(list: (id: string) => Promise<T[]>) =>
      (await Promise.all(consultations.map(({ id }) => list(id)))).flat();
    return { contributions: await ofAll(store.listContributions), actions: await ofAll(store.listActions) };
  } finally {
    await store.close();
    await rm(dataDir, { recursive: true });
  }
}

/** All but the socket of whoever holds it. In a folder in use a file may go while it is copied: then all over again. */
const copyFiles = (from: string, to: string) =>
  eventually(() => cp(from, to, { recursive: true, filter: (path) => !basename(path).includes('lock') }));
