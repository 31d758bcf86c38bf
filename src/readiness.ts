import type { Log } from './log.ts';
import { endsWithin } from './slack/ends-within.ts';
import type { Store } from './store/store.ts';

/** What must be well for replies to be taken in. */
const sentences = {
  slack:
    'Slack is not connected: Soundings is starting or stopping, or waits for the connection to open again.',
  store: 'The store takes no changes just now; the log says why.',
} as const;
type Part = keyof typeof sentences;

export type Readiness = {
  /** What is not well, each in a sentence. */
  troubles(): Promise<string[]>;
  /** 1 where it is well, otherwise 0. */
  parts(): Promise<Record<Part, number>>;
};

/** A load balancer or a supervisor asks every few seconds, and gives up soon. */
const STORE_MS = 2_000;

type Checked = { store: Pick<Store, 'check'>; isConnected(): boolean; log: Log };

/** Asks the store itself, once for all who ask meanwhile; what changes is logged once. */
export function createReadiness({ store, isConnected, log }: Checked): Readiness {
  let wasWell = true;
  let asked: Promise<unknown> | null = null;
  const troubleOfStore = (): Promise<unknown> => {
    asked ??= store
      .check()
      .then(
        () => null,
        (error: unknown) => error,
      )
      .finally(() => {
        asked = null;
      });
    return asked;
  };

  async function isStoreWell(): Promise<boolean> {
    const answer = troubleOfStore();
    const isInTime = await endsWithin(STORE_MS, answer);
    const trouble = isInTime ? await answer : new Error('The store did not answer in time.');
    const isWell = trouble === null;
    if (wasWell && !isWell) log.error('The store takes no changes', trouble);
    if (!wasWell && isWell) log.warn('The store takes changes again');
    wasWell = isWell;
    return isWell;
  }

  const parts = async () => ({ slack: isConnected() ? 1 : 0, store: (await isStoreWell()) ? 1 : 0 });
  return {
    parts,
    async troubles() {
      const { slack, store } = await parts();
      return [...(slack ? [] : [sentences.slack]), ...(store ? [] : [sentences.store])];
    },
  };
}
