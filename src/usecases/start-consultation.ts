import type { Deps } from './deps.ts';
import { inChannel } from './use-case.ts';

/** Refuses, before a form is shown, whoever could not send it. */
export const startConsultation = inChannel(
  'consultation.open',
  async (_deps: Deps, _input: { channelId: string }): Promise<void> => undefined,
);
