import { isGoingOn, isToBeRead } from '../domain/collecting.ts';
import type { Consultation } from '../domain/consultation.ts';
import { isAnnounced } from '../usecases/announce-consultation.ts';
import type { Deps } from '../usecases/deps.ts';
import { expireWords } from '../usecases/expire-words.ts';
import { noteReading } from '../usecases/note-reading.ts';
import { reconcileAdded } from '../usecases/reconcile-added.ts';
import { reconcileThread } from '../usecases/reconcile-thread.ts';
import type { Announcing } from './announcing.ts';
import type { Background } from './background.ts';
import { endsWithin } from './ends-within.ts';
import { isOutside } from './slack-error.ts';

/** One that takes longer, since Slack or somebody else keeps it waiting, goes on by itself. */
const PATIENCE_MS = 30_000;

/**
 * Makes Slack and the record agree, in the background: words whose time is over go, what is not posted yet is posted,
 * and every thread is read. No consultation waits for another that has to wait.
 */
export type Reconciling = {
  /**
   * Every consultation that takes replies, did until lately, or was not read since its end: at start, after a reconnect, on the
   * tick. Of several processes one does it.
   */
  all(): Promise<void>;
  /** When it was opened, changed or reopened. */
  one(consultation: Consultation): Promise<void>;
};

export function createReconciling(deps: Deps, background: Background, announcing: Announcing): Reconciling {
  const one = (consultation: Consultation) =>
    background.run('reconcile consultation', () => reconcile(consultation), `reconcile ${consultation.id}`);

  async function reconcile({ id }: Consultation): Promise<void> {
    let consultation = await deps.store.findConsultation(id);
    const at = deps.now().toISOString();
    if (consultation !== null && !isAnnounced(consultation) && isGoingOn(consultation, at)) {
      await announcing.soon(consultation);
      consultation = await deps.store.findConsultation(id);
    }
    if (consultation === null) return;
    if (await readThreads(consultation)) await noteReading(deps, { consultation, at });
    await reconcileAdded(deps, { consultation });
  }

  /** Whether all were read to their ends, or cannot be any more. One that fails holds up no other. */
  async function readThreads({ id, channelId, themes }: Consultation): Promise<boolean> {
    const threads = themes.flatMap(({ threadTs }) => threadTs ?? []);
    let done = 0;
    for (const threadTs of threads) {
      await background.run('reconcile thread', async () => {
        try {
          await reconcileThread(deps, { consultationId: id, channelId, threadTs });
        } catch (error) {
          if (isOutside(error)) done += 1;
          throw error;
        }
        done += 1;
      });
    }
    return done === threads.length;
  }

  async function reconcileAll(): Promise<void> {
    if (!(await deps.store.isReader())) return;
    void background.run('expire words', () => expireWords(deps, {}), 'expire words');
    const consultations = await deps.store.listConsultations(deps.workspace.teamId);
    const now = deps.now().toISOString();
    for (const consultation of consultations.filter((each) => isToBeRead(each, now))) {
      const work = one(consultation);
      // Posting waits for Slack's pace, and for others who post the same.
      if (isAnnounced(consultation)) await endsWithin(PATIENCE_MS, work);
    }
  }

  let waiting: Promise<void> | null = null;
  return {
    one,
    all() {
      // What comes while one run is going on needs another, since threads may be read already; one will do.
      waiting ??= background.run(
        'reconcile all',
        () => {
          waiting = null;
          return reconcileAll();
        },
        'reconcile all',
      );
      return waiting;
    },
  };
}
