import { concerning } from './domain/concerning.ts';
import { UserError } from './domain/errors.ts';
import type { Metrics } from './metrics.ts';
import type { Store } from './store/store.ts';

type Watching = Pick<Metrics, 'storeWriteSeconds' | 'storeWriteFailures'>;

/** The same store, with each change timed until it is durable, and what fails told apart by its consultation. */
export function watchStore(store: Store, { storeWriteSeconds, storeWriteFailures }: Watching): Store {
  const timed =
    <Args extends unknown[], Result>(
      change: (...args: Args) => Promise<Result>,
      consultationIn: (...args: Args) => string | undefined = () => undefined,
    ) =>
    async (...args: Args): Promise<Result> => {
      const startedAt = performance.now();
      try {
        return await concerning(consultationIn(...args), change(...args));
      } catch (error) {
        // A change that was refused by a rule is no failure of the store.
        if (!(error instanceof UserError)) storeWriteFailures.add({});
        throw error;
      } finally {
        storeWriteSeconds.observe({}, (performance.now() - startedAt) / 1000);
      }
    };
  const first = (id: string) => id;
  return {
    ...store,
    addConsultation: timed(store.addConsultation, ({ id }) => id),
    changeConsultation: timed(store.changeConsultation, first),
    changeContribution: timed(store.changeContribution, first),
    savePerson: timed(store.savePerson),
    dropPerson: timed(store.dropPerson),
    appendAction: timed(store.appendAction, ({ consultationId }) => consultationId),
    saveLastExport: timed(store.saveLastExport, ({ consultationId }) => consultationId),
    changeReminders: timed(store.changeReminders, first),
    dropReminders: timed(store.dropReminders, first),
  };
}
