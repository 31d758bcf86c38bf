import type { RespondFn } from '@slack/bolt';
import type { Actor } from '../domain/person.ts';
import { seeOwnData } from '../usecases/see-own-data.ts';
import { sendFile } from './send-file.ts';
import type { Surroundings } from './surroundings.ts';
import { note } from './ui/blocks.ts';
import { eraseOffer } from './ui/erasure-messages.ts';

/** `/soundings me`: a file of what is held about whoever asks, to them alone, and the means to erase it. */
export async function deliverOwnData(
  { deps, clients }: Surroundings,
  actor: Actor,
  respond: RespondFn,
): Promise<void> {
  const file = await seeOwnData(deps, actor, {});
  await sendFile(clients, actor.userId, file, 'Everything that Soundings holds about you.');
  await clients.posting.chat.postMessage({ channel: actor.userId, ...eraseOffer() });
  await respond(note('What Soundings holds about you is in your direct messages with it.'));
}
