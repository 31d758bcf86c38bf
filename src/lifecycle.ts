import type { Metrics } from './metrics.ts';
import { repeatedly, resting } from './repeatedly.ts';
import type { Transport } from './slack/http-transport.ts';
import type { Surroundings } from './slack/surroundings.ts';
import { sendReminders } from './usecases/send-reminders.ts';
import { watchEventLoop } from './watch-event-loop.ts';

/** The app, put together and not yet started. */
export type Soundings = {
  /** Resolves with the port when requests can come in. */
  start(): Promise<number>;
  /** Takes nothing more, finishes what is in hand, then lets go of everything; asked again, it is the same stop. */
  stop(): Promise<void>;
};

type Parts = {
  transport: Transport;
  slack: Surroundings;
  metrics: Pick<Metrics, 'eventLoopLagSeconds'>;
  warmUp(): Promise<void>;
  reconcileEveryMs: number;
  remindEveryMs: number;
};

/** What Slack did not take, it may not take for hours: no use in asking, and logging it, at every tick. */
const TICKS_OF_REST = 10;

/** What goes on from the start to the stop, and in which order it ends. */
export function lifecycle({
  transport,
  slack: { reconciling, background, deps },
  metrics: { eventLoopLagSeconds },
  warmUp,
  reconcileEveryMs,
  remindEveryMs,
}: Parts): Soundings {
  let endings: (() => void)[] = [];
  const sendDue = resting(() => sendReminders(deps, {}), TICKS_OF_REST);
  const remind = () => background.run('send reminders', sendDue);
  const goOn = () => {
    if (stopped !== undefined) return;
    transport.onConnected(() => void reconciling.all());
    endings.push(repeatedly(reconciling.all, reconcileEveryMs), repeatedly(remind, remindEveryMs));
  };
  let stopped: Promise<void> | undefined;
  async function stop(): Promise<void> {
    for (const end of endings) end();
    try {
      await transport.refuse();
      await background.stop();
      await transport.disconnect();
    } finally {
      await deps.store.close();
    }
  }
  return {
    async start() {
      const port = await transport.start();
      endings = [watchEventLoop((seconds) => eventLoopLagSeconds.observe({}, seconds))];
      // Before the threads are read: the first reply in them would keep everybody waiting.
      void background.run('warm up', warmUp).then(goOn);
      return port;
    },
    stop() {
      stopped ??= stop();
      return stopped;
    },
  };
}
