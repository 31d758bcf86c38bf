import { loadPacks } from '../../../src/packs/load-packs.ts';

/** The word lists that are shipped. */
export const { cues, screenLists } = await loadPacks('templates');
