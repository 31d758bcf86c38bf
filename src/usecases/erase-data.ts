import type { Consultation } from '../domain/consultation.ts';
import { type Contribution, contributionRef, hasWords } from '../domain/contribution.ts';
import { erasedFor, isTheirs, type Leaver, typedBy } from '../domain/erasure.ts';
import { peopleOwing } from '../domain/owed.ts';
import { isTellingName, tellingSentences } from '../export/traces.ts';
import { deleteExports, exportsHolding } from './delete-exports.ts';
import type { Deps } from './deps.ts';
import { lineOn } from './note-action.ts';
import { bySystem } from './use-case.ts';

/** What was erased, and where a search afterwards still found a name or sentence of theirs. No words. */
export type ErasureReport = {
  contributions: number;
  /** Contributions of others from which an endorsement, a wording or a reason of theirs went. */
  others: number;
  deletedFiles: number;
  /** Files of the store and of the exports folder, by their paths in the data folder. */
  stillIn: string[];
  /** A name of one word stands in other words too, so it is not searched for. */
  isNameSearched: boolean;
};

/** `by`: who asked for it. */
type ErasureOrder = Leaver & { by: string };

/**
 * Erases a person's words and name everywhere. That they are erased is durable first, so that nothing they said until
 * then is taken in any more; the name goes last, so that an erasure that was broken off can be asked for again.
 */
export const eraseData = bySystem(async (deps: Deps, order: ErasureOrder): Promise<ErasureReport> => {
  const name = await markErased(deps, order);
  const held = await heldOf(deps);
  const all = held.flatMap(({ contributions }) => contributions);
  const traces = { userId: order.userId, name, texts: all.flatMap((one) => textsOf(one, order)) };
  const theirs = all.filter((one) => isTheirs(one, order));
  const erasing = { theirs, traces, by: order.by };
  // Before the words go, so that a second try knows them; and after, for what was made meanwhile.
  const early = await deleteExports(deps, erasing);
  const changed = await eraseEach(deps, held, order);
  const late = await deleteExports(deps, erasing);
  for (const { consultation, contributions } of held)
    await forgetIn(deps, consultation, contributions, order);
  await saveErased(deps, order, '');
  const sought = [...tellingSentences(traces), ...(isTellingName(name) ? [name] : [])];
  const exported = await exportsHolding(deps, { traces });
  return {
    contributions: theirs.length,
    others: changed - theirs.length,
    deletedFiles: new Set([...early, ...late]).size,
    stillIn: [...(await deps.store.placesHolding(sought)), ...exported.map((file) => `exports/${file}`)],
    isNameSearched: name === '' || isTellingName(name),
  };
});

type Held = { consultation: Consultation; contributions: Contribution[] };

/** Everything that could hold something of a person. */
async function heldOf({ store, workspace }: Deps): Promise<Held[]> {
  const consultations = await store.listConsultations(workspace.teamId);
  return Promise.all(
    consultations.map(async (consultation) => ({
      consultation,
      contributions: await store.listContributions(consultation.id),
    })),
  );
}

/** What they typed; a reply that they sent afterwards stays, and is not looked for. */
const textsOf = (contribution: Contribution, order: Leaver): string[] =>
  contribution.authorId === order.userId && !isTheirs(contribution, order)
    ? []
    : typedBy(order, contribution);

async function markErased(deps: Deps, order: ErasureOrder): Promise<string> {
  const { name = '' } = (await deps.store.findPerson(deps.workspace.teamId, order.userId)) ?? {};
  await saveErased(deps, order, name);
  return name;
}

const saveErased = ({ store, workspace }: Deps, { userId, until }: Leaver, name: string): Promise<void> =>
  store.savePerson({ teamId: workspace.teamId, userId, name, erasedAt: until });

/** How many contributions were changed. */
async function eraseEach(deps: Deps, held: Held[], order: ErasureOrder): Promise<number> {
  let changed = 0;
  for (const { contributions } of held) {
    for (const one of contributions.filter((each) => erasedFor(each, order) !== each)) {
      await eraseIn(deps, one, order);
      changed += 1;
    }
  }
  return changed;
}

async function eraseIn(deps: Deps, contribution: Contribution, order: ErasureOrder): Promise<void> {
  await deps.store.changeContribution(
    contribution.consultationId,
    contribution,
    (current) => current && erasedFor(current, order),
    () => [lineOn(deps, contribution, 'erased', order.by)],
  );
  if (!isTheirs(contribution, order)) return;
  const { state } = contribution;
  if (hasWords(contribution) || state === 'held')
    deps.workspace.mark(contribution, null, state === 'held' ? 'held' : 'recorded');
}

/** That they were reminded, or told of a late reply, and which replies of theirs the last submission printed. */
async function forgetIn(
  { store }: Deps,
  consultation: Consultation,
  contributions: Contribution[],
  order: Leaver,
): Promise<void> {
  const { id, lateNoticeTo } = consultation;
  // With a part in it they would be reminded again at once.
  if (!peopleOwing(consultation).includes(order.userId)) await store.dropReminders(id, order.userId);
  if (lateNoticeTo.includes(order.userId)) {
    await store.changeConsultation(id, (current) => ({
      ...current,
      lateNoticeTo: current.lateNoticeTo.filter((userId) => userId !== order.userId),
    }));
  }
  const lastExport = await store.findLastExport(id);
  const theirs = new Set(contributions.filter((one) => isTheirs(one, order)).map(contributionRef));
  const isPrinted = lastExport?.printed.some(({ ref }) => theirs.has(ref)) ?? false;
  if (lastExport === null || !isPrinted) return;
  await store.saveLastExport({
    ...lastExport,
    printed: lastExport.printed.filter(({ ref }) => !theirs.has(ref)),
  });
}
