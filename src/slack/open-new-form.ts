import { UserError } from '../domain/errors.ts';
import type { Actor } from '../domain/person.ts';
import { startConsultation } from '../usecases/start-consultation.ts';
import type { Surroundings } from './surroundings.ts';
import { consultationForm, newFormValues } from './ui/consultation-form.ts';

/** Opens the form for a new consultation, for whoever may open one here. */
export async function openNewForm(
  { deps, clients }: Surroundings,
  actor: Actor,
  channelId: string,
  triggerId: string,
): Promise<void> {
  await startConsultation(deps, actor, { channelId });
  const [pack] = deps.packs;
  if (pack === undefined)
    throw new UserError(
      'There is no pack to open a consultation from. Ask whoever runs Soundings to add one.',
    );
  await clients.interactive.views.open({
    trigger_id: triggerId,
    view: consultationForm(deps.packs, pack, newFormValues(pack, channelId, deps)),
  });
}
