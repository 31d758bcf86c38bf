import type { Consultation } from '../domain/consultation.ts';
import { BusyError } from '../domain/errors.ts';
import { announceConsultation } from '../usecases/announce-consultation.ts';
import type { Deps } from '../usecases/deps.ts';
import { titleFor } from '../usecases/title-for.ts';
import type { Background } from './background.ts';
import type { Clients } from './clients.ts';
import { escapeMrkdwn } from './text/escape-mrkdwn.ts';

/** Posts a consultation's messages in the background, one run at a time each. */
export type Announcing = { soon(consultation: Consultation): Promise<void> };

export function createAnnouncing(deps: Deps, background: Background, clients: Clients): Announcing {
  async function announce({ id }: Consultation): Promise<void> {
    try {
      const announced = await announceConsultation(deps, { consultationId: id });
      if (announced?.unpostedToldAt != null)
        await deps.store.changeConsultation(id, (current) => ({ ...current, unpostedToldAt: null }));
    } catch (error) {
      // Whoever is posting them tells, if that fails.
      if (!(error instanceof BusyError))
        void background.run('tell the lead', () => tellLeadOnce(deps, clients, id));
      throw error;
    }
  }
  return {
    soon: (consultation) =>
      background.run('announce consultation', () => announce(consultation), `announce ${consultation.id}`),
  };
}

/** Every tick, of every process, tries again; the lead need not hear of it each time. */
const tellLeadOnce = (deps: Deps, clients: Clients, id: string): Promise<void> =>
  deps.store.aloneInBackground(`tell the lead of ${id}`, async () => {
    const consultation = await deps.store.findConsultation(id);
    if (consultation === null || consultation.unpostedToldAt !== null) return;
    await tellLead(deps, clients, consultation);
    const unpostedToldAt = deps.now().toISOString();
    await deps.store.changeConsultation(id, (current) => ({ ...current, unpostedToldAt }));
  });

/** A lead who has left the channel may not know of it any more. */
async function tellLead(deps: Deps, { posting }: Clients, consultation: Consultation): Promise<void> {
  const { leadId, channelId } = consultation;
  const title = await titleFor(deps, consultation, leadId);
  if (title === null) return;
  await posting.chat.postMessage({
    channel: leadId,
    text:
      `“${escapeMrkdwn(title)}” is saved, but not all of its messages could be posted in <#${channelId}>. ` +
      'Check that Soundings is in the channel and may post there. It tries again within ten minutes; nothing is posted twice.',
  });
}
