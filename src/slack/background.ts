import type { About, Log } from '../log.ts';
import { endsWithin } from './ends-within.ts';

/** Work that goes on after its request was answered, and what becomes of it at a stop. */
export type Background = {
  /**
   * What the next start makes up for: a stop leaves it where it is. Runs after what has the same key; a failure
   * is logged by its kind, never with anyone's words.
   */
  run(what: string, task: Task, key?: string): Promise<void>;
  /** A request in hand, which nothing makes up for: a stop waits for it. Gives the same promise back. */
  holding<Result>(work: Promise<Result>): Promise<Result>;
  /** What is in hand, and what goes on. */
  counts(): { held: number; running: number };
  /** The same, for what goes on on somebody's behalf: its failures are logged with this. */
  about(ids: About): Background;
  /** Resolves when what is held is finished, and what runs is finished or left; starts nothing more. Both waits are bounded. */
  stop(): Promise<void>;
};

type Task = () => Promise<unknown>;

/** An export of a large record takes seconds, and so does its upload. */
const HELD_MS = 20_000;
/** One Slack call that goes well. */
const GRACE_MS = 2_000;

export function createBackground(log: Log): Background {
  const held = new Set<Promise<unknown>>();
  const running = new Set<Promise<unknown>>();
  const last = new Map<string, Promise<void>>();
  let isOver = false;

  async function attempt(what: string, task: Task, about: About, before?: Promise<void>): Promise<void> {
    await before;
    if (isOver) return;
    try {
      await task();
    } catch (error) {
      // What was left behind finds the store closed: that is no news.
      if (!isOver) log.error(what, error, about);
    }
  }
  function run(about: About, what: string, task: Task, key?: string): Promise<void> {
    const work = attempt(what, task, about, key === undefined ? undefined : last.get(key));
    keepWhileGoing(running, work);
    if (key !== undefined) {
      last.set(key, work);
      void work.then(() => last.get(key) === work && last.delete(key));
    }
    return work;
  }
  const always = {
    holding<Result>(work: Promise<Result>) {
      keepWhileGoing(held, work);
      return work;
    },
    counts: () => ({ held: held.size, running: running.size }),
    about: (ids: About): Background => ({ ...always, run: (...work) => run(ids, ...work) }),
    async stop() {
      if (!(await endsWithin(HELD_MS, emptied(held)))) log.warn('Requests were left', { count: held.size });
      isOver = true;
      if (!(await endsWithin(GRACE_MS, emptied(running))))
        log.info('Work was left to the next start', { count: running.size });
    },
  };
  return always.about({});
}

function keepWhileGoing(going: Set<Promise<unknown>>, work: Promise<unknown>): void {
  const over = () => going.delete(done);
  const done: Promise<unknown> = work.then(over, over);
  going.add(done);
}

async function emptied(going: Set<Promise<unknown>>): Promise<void> {
  while (going.size > 0) await Promise.all(going);
}
