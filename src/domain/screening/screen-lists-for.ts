import type { PackFile } from '../pack.ts';
import type { Allowed, ScreenLists } from './lists.ts';

/** The shared lists with what is public by name in a pack's call. */
export function screenListsFor(lists: ScreenLists, { allowed: own }: Pick<PackFile, 'allowed'>): ScreenLists {
  if (own === undefined) return lists;
  const both = (kind: keyof Allowed) => [...lists.allowed[kind], ...own[kind]];
  const allowed: Allowed = {
    figures: both('figures'),
    mailboxes: both('mailboxes'),
    postcodes: both('postcodes'),
    phones: both('phones'),
    places: both('places'),
  };
  return { ...lists, allowed };
}
