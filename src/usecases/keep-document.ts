import type { Consultation } from '../domain/consultation.ts';
import { UserError } from '../domain/errors.ts';
import { textHash } from '../domain/text-hash.ts';
import type { Deps } from './deps.ts';
import { noteAction } from './note-action.ts';
import { bySystem } from './use-case.ts';

/** `before`: of erasuresUntilNow, when the document was begun. */
type MadeFile = { consultation: Consultation; fileName: string; content: string; by: string; before: string };

/**
 * Keeps a document under exports/ and logs it. An erasure deletes the files that it finds: a document that was being
 * made meanwhile must not bring the words back, so it is thrown away with a UserError.
 */
export const keepDocument = bySystem(
  async (deps: Deps, { consultation, fileName, content, by, before }: MadeFile) => {
    const path = await deps.exports.keep(fileName, content);
    const sha256 = textHash(content);
    await noteAction(deps, { consultationId: consultation.id, by, what: 'exported', on: fileName, sha256 });
    if ((await erasuresUntilNow(deps, { consultation })) === before) return { path, sha256 };
    await deps.exports.remove(fileName);
    throw new UserError('Words were erased while this was being made, so it was thrown away. Make it again.');
  },
);

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
