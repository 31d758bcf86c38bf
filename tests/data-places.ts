import { join } from 'node:path';
import { expect } from 'vitest';
import type { StoreConfig } from '../src/config.ts';
import { runData } from '../src/data-command.ts';
import { SetupError } from '../src/domain/errors.ts';
import { openStore } from '../src/open-store.ts';
import type { Store } from '../src/store/store.ts';
import { everythingIn, fillWithAll, someTexts } from './data-sample.ts';
import { temporaryFolder } from './office.ts';
import { freshDatabase } from './store/postgres/fresh-database.ts';

export const inFolder = async (): Promise<StoreConfig> => ({
  dataDir: join(await temporaryFolder(), 'data'),
  databaseUrl: null,
});
export const inDatabase = async (): Promise<StoreConfig> => ({
  dataDir: 'unused',
  databaseUrl: await freshDatabase(),
});

export const withStore = async <T>(config: StoreConfig, work: (store: Store) => Promise<T>): Promise<T> => {
  const store = await openStore(config);
  return work(store).finally(() => store.close());
};
export const all = (config: StoreConfig) => withStore(config, everythingIn);
export const filled = async (config: StoreConfig, texts = someTexts(220)): Promise<StoreConfig> => {
  await withStore(config, (store) => fillWithAll(store, texts));
  return config;
};
export const hasNothing = async (config: StoreConfig) =>
  expect(await withStore(config, (store) => store.listConsultations('T1'))).toEqual([]);

/** What its keeper is told. */
export const refusal = async (words: string[], config: StoreConfig): Promise<string> => {
  const error = await runData(words, config).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(SetupError);
  return error instanceof Error ? error.message : '';
};

export const aFile = async () => join(await temporaryFolder(), 'backup.jsonl');
