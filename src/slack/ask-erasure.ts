import type { RespondFn } from '@slack/bolt';
import { UserError } from '../domain/errors.ts';
import type { Actor } from '../domain/person.ts';
import { previewErasure } from '../usecases/erase-person.ts';
import type { Surroundings } from './surroundings.ts';
import { askErasure } from './ui/erasure-messages.ts';

/** `/soundings erase @person`: says what would go, and asks. `who` is what was typed after the word. */
export async function askBeforeErasing(
  { deps }: Surroundings,
  actor: Actor,
  who: string,
  respond: RespondFn,
): Promise<void> {
  const userId = personIn(who);
  if (userId === null) throw new UserError(NAME_ONE);
  const preview = await previewErasure(deps, actor, { userId, until: deps.now().toISOString() });
  await respond(askErasure(userId, preview));
}

const NAME_ONE =
  'Name one person: `/soundings erase @person`, choosing them from the list that Slack offers, or with their member id (from their Slack profile).';

/** A mention as Slack sends it, with or without the name, or a bare member id; null for anything else. */
export const personIn = (text: string): string | null =>
  /^(?:<@([UW][A-Z0-9]{1,31})(?:\|[^>]*)?>|([UW][A-Z0-9]{1,31}))$/
    .exec(text.trim())
    ?.slice(1)
    .find(Boolean) ?? null;
