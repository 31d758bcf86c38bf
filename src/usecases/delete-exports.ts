import { type Contribution, contributionRef } from '../domain/contribution.ts';
import { isInternal } from '../export/file-name.ts';
import { type Traces, traceFinder } from '../export/traces.ts';
import { deleteExport, exportsMadeOf } from './delete-export.ts';
import type { Deps } from './deps.ts';
import { bySystem } from './use-case.ts';

/** `theirs`: what the person said. `by`: who asked for it. */
type Erasing = { theirs: Contribution[]; traces: Traces; by: string };

/**
 * Deletes the kept documents that hold a trace of a person, the submission that printed something of theirs last, and
 * the internal ones of every consultation in which they said anything. Gives their names.
 */
export const deleteExports = bySystem(async (deps: Deps, erasing: Erasing): Promise<string[]> => {
  const { traces, by } = erasing;
  const holding = new Set(await exportsHolding(deps, { traces }));
  const deleted = [];
  for (const { id } of await deps.store.listConsultations(deps.workspace.teamId)) {
    const isToGo = await goingOf(deps, id, erasing);
    for (const fileName of await exportsMadeOf(deps, id)) {
      if (!holding.has(fileName) && !isToGo(fileName)) continue;
      if (await deleteExport(deps, { consultationId: id, fileName, by })) deleted.push(fileName);
    }
  }
  // What is in no consultation's log came there by another hand, or from before there was one.
  for (const fileName of holding) if (await deps.exports.remove(fileName)) deleted.push(fileName);
  return deleted;
});

/** Which files of a consultation go, whatever can be told from what they hold. */
async function goingOf({ store }: Deps, consultationId: string, { theirs }: Erasing) {
  const refs = new Set(
    theirs.filter((one) => one.consultationId === consultationId).map((one) => contributionRef(one)),
  );
  const lastExport = await store.findLastExport(consultationId);
  const isPrinted = lastExport?.printed.some(({ ref }) => refs.has(ref)) ?? false;
  return (fileName: string): boolean =>
    refs.size > 0 && (isInternal(fileName) || (isPrinted && fileName === lastExport?.fileName));
}

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
