import { settingNames } from '../src/config.ts';

/**
 * The environment of a child with these settings and no others. An empty one counts as not set, and keeps a .env in the
 * project's folder, which may be somebody's own and name their real database, from setting it.
 */
export const onlyThese = (settings: Record<string, string>): Record<string, string> => ({
  PATH: process.env.PATH ?? '',
  ...Object.fromEntries(settingNames.map((name) => [name, ''])),
  ...settings,
});
