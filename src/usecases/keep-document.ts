import { setImmediate as turn } from 'node:timers/promises';
import type { Consultation } from '../domain/consultation.ts';
import { UserError } from '../domain/errors.ts';
import { textHash } from '../domain/text-hash.ts';
import { exportFileName, type FileKind } from '../export/file-name.ts';
import { deleteExport, exportsMadeOf } from './delete-export.ts';
import type { Deps } from './deps.ts';
import { noteAction } from './note-action.ts';
import { bySystem } from './use-case.ts';

/** `before`: of erasuresUntilNow, when the document was begun. */
type MadeFile = {
  consultation: Consultation;
  day: string;
  kind: FileKind;
  content: string;
  by: string;
  before: string;
};

/**
 * Logs a document and keeps it under exports/, in this order, so that no crash leaves a file that is in no log. An
 * erasure deletes the files that it finds: a document that was being made meanwhile must not bring the words back, so
 * it is thrown away with a UserError.
 */
export const keepDocument = bySystem(async (deps: Deps, made: MadeFile) => {
  const { consultation, content, before } = made;
  // To have taken a large file in was a good while's work, and to hash it is.
  await turn();
  const sha256 = textHash(content);
  await turn();
  const fileName = await notedName(deps, made, sha256);
  const path = await deps.exports.keep(fileName, content);
  if ((await erasuresUntilNow(deps, { consultation })) === before) return { fileName, path, sha256 };
  await deleteExport(deps, { consultationId: consultation.id, fileName, by: null });
  throw new UserError('Words were erased while this was being made, so it was thrown away. Make it again.');
});

/** The name under which a document is logged: one that no other consultation has used, also at the same moment. */
function notedName(deps: Deps, made: MadeFile, sha256: string): Promise<string> {
  const { consultation, day, kind, by } = made;
  const ordinary = exportFileName(consultation, day, kind);
  return deps.store.alone(`export ${ordinary}`, async () => {
    const isTaken = await isMadeOfAnother(deps, consultation, ordinary);
    const on = isTaken ? exportFileName(consultation, day, kind, consultation.id) : ordinary;
    await noteAction(deps, { consultationId: consultation.id, by, what: 'exported', on, sha256 });
    return on;
  });
}

async function isMadeOfAnother(deps: Deps, { id, teamId }: Consultation, fileName: string): Promise<boolean> {
  for (const other of await deps.store.listConsultations(teamId))
    if (other.id !== id && (await exportsMadeOf(deps, other.id)).has(fileName)) return true;
  return false;
}

/** Changes whenever somebody's words, or a consultation's, begin to be erased and when they have been. */
export const erasuresUntilNow = bySystem(
  async (
    { store }: Deps,
    { consultation: { id, teamId } }: { consultation: Consultation },
  ): Promise<string> => {
    const people = (await store.listPeople(teamId)).filter(({ erasedAt }) => erasedAt !== null);
    const contributions = await store.listContributions(id);
    const expiredAt = (await store.findConsultation(id))?.expiredAt;
    return JSON.stringify([
      people,
      contributions.filter(({ state }) => state === 'erased').length,
      expiredAt,
    ]);
  },
);
