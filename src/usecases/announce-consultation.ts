import type { Consultation } from '../domain/consultation.ts';
import type { StillAlone } from '../store/store.ts';
import { type Deps, packOf } from './deps.ts';
import { bySystem } from './use-case.ts';

/**
 * Posts what is not posted yet, in order: the opening message, then one message a theme. Picks up where a
 * crash or a lost answer left it; what already stands in the channel is found, never posted again, and of several who
 * do it at once one posts.
 */
export const announceConsultation = bySystem(
  (deps: Deps, { consultationId }: { consultationId: string }): Promise<Consultation | null> =>
    deps.store.aloneInBackground(`announce ${consultationId}`, (stillAlone) =>
      announce(deps, consultationId, stillAlone),
    ),
);

async function announce(
  deps: Deps,
  consultationId: string,
  stillAlone: StillAlone,
): Promise<Consultation | null> {
  let consultation = await deps.store.findConsultation(consultationId);
  if (consultation === null) return null;
  const pack = packOf(deps, consultation.packId);
  if (consultation.openingTs === null) {
    const openingTs = await deps.workspace.postOpening(consultation, pack, stillAlone);
    consultation = await deps.store.changeConsultation(consultationId, (current) => ({
      ...current,
      openingTs,
    }));
  }
  for (const { id } of consultation.themes.filter(({ threadTs }) => threadTs === null)) {
    const threadTs = await deps.workspace.postTheme(consultation, id, pack, stillAlone);
    consultation = await deps.store.changeConsultation(consultationId, (current) => ({
      ...current,
      themes: current.themes.map((theme) => (theme.id === id ? { ...theme, threadTs } : theme)),
    }));
  }
  return consultation;
}

/** Whether something of it is still to be posted. */
export const isAnnounced = ({ openingTs, themes }: Consultation): boolean =>
  openingTs !== null && themes.every(({ threadTs }) => threadTs !== null);
