import type { Consultation } from '../domain/consultation.ts';
import { announceConsultation } from '../usecases/announce-consultation.ts';
import type { Deps } from '../usecases/deps.ts';
import type { Background } from './background.ts';
import type { Clients } from './clients.ts';
import { escapeMrkdwn } from './text/escape-mrkdwn.ts';

/** Posts a consultation's messages in the background, one run at a time each. */
export type Announcing = { soon(consultation: Consultation): Promise<void> };

export const createAnnouncing = (deps: Deps, background: Background, clients: Clients): Announcing => ({
  soon: (consultation) =>
    background.run(
      'announce consultation',
      async () => {
        try {
          await announceConsultation(deps, { consultationId: consultation.id });
        } catch (error) {
          await tellLead(clients, consultation);
          throw error;
        }
      },
      `announce ${consultation.id}`,
    ),
});

const tellLead = ({ posting }: Clients, { leadId, title, channelId }: Consultation) =>
  posting.chat.postMessage({
    channel: leadId,
    text:
      `“${escapeMrkdwn(title)}” is saved, but not all of its messages could be posted in <#${channelId}>. ` +
      'Check that Soundings is in the channel and may post there. It tries again within ten minutes; nothing is posted twice.',
  });
