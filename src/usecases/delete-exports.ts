import { type Traces, traceFinder } from '../export/traces.ts';
import type { Deps } from './deps.ts';
import { bySystem } from './use-case.ts';

/** Deletes the kept documents of these consultations and those that hold a trace of a person; gives their names. */
export const deleteExports = bySystem(
  async (
    deps: Deps,
    { consultationIds, traces }: { consultationIds: string[]; traces: Traces },
  ): Promise<string[]> => {
    const logged = await Promise.all(consultationIds.map((id) => deps.store.listActions(id)));
    const noted = new Set(
      logged.flat().flatMap(({ what, on }) => (what === 'exported' && on !== null ? [on] : [])),
    );
    const found = new Set([...noted, ...(await exportsHolding(deps, { traces }))]);
    const deleted = [];
    for (const fileName of found) if (await deps.exports.remove(fileName)) deleted.push(fileName);
    return deleted;
  },
);

/** The kept documents that hold a trace of a person, one read at a time. */
export const exportsHolding = bySystem(
  async ({ exports }: Deps, { traces }: { traces: Traces }): Promise<string[]> => {
    const isTraced = traceFinder(traces);
    const holding = [];
    for (const fileName of await exports.list()) {
      if (isTraced(fileName, (await exports.read(fileName)) ?? '')) holding.push(fileName);
    }
    return holding;
  },
);
