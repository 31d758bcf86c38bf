import type { Consultation } from '../domain/consultation.ts';
import { isEditorOf, reviewerOf } from '../domain/consultation.ts';
import { hasWords } from '../domain/contribution.ts';
import { dayIn } from '../domain/dates.ts';
import { typedBy } from '../domain/erasure.ts';
import { type OwnPart, ownDataFile } from '../export/own-data.ts';
import { exportsHolding } from './delete-exports.ts';
import type { Deps } from './deps.ts';
import { titleFor } from './title-for.ts';
import { inWorkspace } from './use-case.ts';

/** A file for one person; it is kept nowhere. */
export type OwnDataFile = { fileName: string; content: string };

/** Everything that is held about whoever asks, in all consultations, wherever they are. */
export const seeOwnData = inWorkspace(
  'own-data.see',
  async (deps: Deps, _input: Record<string, never>, { userId }): Promise<OwnDataFile> => {
    const { store, workspace, timeZone } = deps;
    const consultations = await store.listConsultations(workspace.teamId);
    const parts = await Promise.all(consultations.map((one) => partIn(deps, one, userId)));
    const { name = '', erasedAt = null } = (await store.findPerson(workspace.teamId, userId)) ?? {};
    const texts = parts
      .flatMap(({ own, decided }) => [...own, ...decided])
      .flatMap((one) => typedBy({ userId }, one));
    const documents = await exportsHolding(deps, { traces: { userId, name, texts } });
    const at = deps.now().toISOString();
    return {
      fileName: `${dayIn(at, timeZone)}-what-soundings-holds-about-you.md`,
      content: ownDataFile({
        userId,
        name,
        erasedAt,
        at,
        timeZone,
        workspaceUrl: workspace.url,
        parts: parts.filter(hasSomething),
        documents: documents.length,
      }),
    };
  },
);

async function partIn(deps: Deps, consultation: Consultation, userId: string): Promise<OwnPart> {
  const contributions = await deps.store.listContributions(consultation.id);
  const ofOthers = contributions.filter((one) => one.authorId !== userId && hasWords(one));
  return {
    consultation,
    isMember: (await titleFor(deps, consultation, userId)) !== null,
    parts: partsOf(consultation, userId),
    own: contributions.filter(({ authorId }) => authorId === userId),
    added: ofOthers.filter(({ addedBy }) => addedBy === userId),
    endorsed: ofOthers.filter(({ reactions }) => reactions.some((one) => one.userId === userId)),
    decided: ofOthers.filter(({ use, wording, cleared }) =>
      [use.decidedBy, wording?.by, cleared?.by].includes(userId),
    ),
    actions: (await deps.store.listActions(consultation.id)).filter(({ by }) => by === userId),
    wasToldLate: consultation.lateNoticeTo.includes(userId),
    remindedAt: await remindedAt(deps, consultation, userId),
  };
}

const remindedAt = async ({ store }: Deps, { id }: Consultation, userId: string): Promise<string[]> =>
  (await store.listReminders(id))
    .filter((one) => one.userId === userId)
    .flatMap(({ told }) => told.filter(({ outcome }) => outcome !== 'passed').map(({ at }) => at));

const partsOf = (consultation: Consultation, userId: string): string[] => [
  ...(consultation.leadId === userId ? ['lead'] : []),
  ...(isEditorOf(consultation, userId) ? ['editor'] : []),
  ...(consultation.approverIds.includes(userId) ? ['approver'] : []),
  ...(reviewerOf(consultation) === userId ? ['safeguarding reviewer'] : []),
];

const hasSomething = (part: OwnPart): boolean =>
  part.wasToldLate ||
  [part.parts, part.own, part.added, part.endorsed, part.decided, part.actions, part.remindedAt].some(
    (list) => list.length > 0,
  );
