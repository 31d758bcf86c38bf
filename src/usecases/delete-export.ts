import type { Deps } from './deps.ts';
import { noteAction } from './note-action.ts';
import { bySystem } from './use-case.ts';

/** `by`: who asked for it; null: the app by itself. */
type KeptFile = { consultationId: string; fileName: string; by: string | null };

/** Deletes a kept document and notes that in its consultation's log. Whether there was one. */
export const deleteExport = bySystem(
  async (deps: Deps, { consultationId, fileName, by }: KeptFile): Promise<boolean> => {
    const wasThere = await deps.exports.remove(fileName);
    if (wasThere) await noteAction(deps, { consultationId, by, what: 'deleted export', on: fileName });
    return wasThere;
  },
);

/** The names of all files that were ever made of a consultation, each once, whether they are there or not. */
export const exportsMadeOf = bySystem(
  async ({ store }: Deps, consultationId: string): Promise<Set<string>> => {
    const actions = await store.listActions(consultationId);
    return new Set(actions.flatMap(({ what, on }) => (what === 'exported' && on !== null ? [on] : [])));
  },
);
