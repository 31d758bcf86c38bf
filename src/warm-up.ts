import { setImmediate as turn } from 'node:timers/promises';
import { compileSearches } from './domain/screening/context/search.ts';
import type { Screen } from './domain/screening/finding.ts';

/** Does at once, in slices, what would make the first texts that are looked over wait: half a second in all. */
export async function warmUp(screens: Iterable<Screen>): Promise<void> {
  for (const _compiled of compileSearches()) await turn();
  for (const screen of screens) {
    screen('');
    await turn();
  }
}
