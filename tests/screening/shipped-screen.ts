import type { Screen } from '../../src/domain/screening/finding.ts';
import { shippedTemplates } from '../shipped-templates.ts';

const packId = 'care-review-call-for-advice';

/** The screen as it ships, for a consultation with the pack that the labelled texts are about. */
export async function shippedScreen(): Promise<Screen> {
  const screen = (await shippedTemplates()).screens.get(packId);
  if (screen === undefined) throw new Error(`templates/ has no pack ${packId}`);
  return screen;
}
