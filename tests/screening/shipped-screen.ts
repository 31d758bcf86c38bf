import { join } from 'node:path';
import type { Screen } from '../../src/domain/screening/finding.ts';
import { createScreen } from '../../src/domain/screening/screen.ts';
import { screenListsFor } from '../../src/domain/screening/screen-lists-for.ts';
import { loadPacks } from '../../src/packs/load-packs.ts';

const packId = 'care-review-call-for-advice';

/** The screen as it ships, for a consultation with the pack that the labelled texts are about. */
export async function shippedScreen(): Promise<Screen> {
  const { packs, cues, screenLists } = await loadPacks(join(import.meta.dirname, '../../templates'));
  const pack = packs.find(({ id }) => id === packId);
  if (pack === undefined) throw new Error(`templates/ has no pack ${packId}`);
  return createScreen(screenListsFor(screenLists, pack), cues.holdBack);
}
