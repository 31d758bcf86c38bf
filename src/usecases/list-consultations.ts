import type { Consultation } from '../domain/consultation.ts';
import type { Deps } from './deps.ts';
import { inChannel } from './use-case.ts';

/** A channel's consultations, oldest first, for a member of it. */
export const listConsultations = inChannel(
  'consultation.see',
  async (deps: Deps, { channelId }: { channelId: string }): Promise<Consultation[]> =>
    deps.store.listConsultations(deps.workspace.teamId, channelId),
);
