import type { Screen } from './domain/screening/finding.ts';
import { createScreen } from './domain/screening/screen.ts';
import { screenListsFor } from './domain/screening/screen-lists-for.ts';
import { type Loaded, loadPacks } from './packs/load-packs.ts';

/** What a templates folder gives: its packs, the words of cues and screen, and each pack's screen by the pack's id. */
export type Templates = Loaded & { screens: ReadonlyMap<string, Screen> };

/** Throws as loadPacks does. */
export async function loadTemplates(folder: string): Promise<Templates> {
  const loaded = await loadPacks(folder);
  const { packs, cues, screenLists } = loaded;
  const screens = packs.map((pack) => {
    const create = () => createScreen(screenListsFor(screenLists, pack), cues.holdBack);
    return [pack.id, madeAtFirst(create)] as const;
  });
  return { ...loaded, screens: new Map(screens) };
}

/** Its words take a moment to arrange, which a start need not wait for. */
function madeAtFirst(create: () => Screen): Screen {
  let made: Screen | undefined;
  return (text) => {
    made ??= create();
    return made(text);
  };
}
