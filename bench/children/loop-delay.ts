import { monitorEventLoopDelay } from 'node:perf_hooks';

const RESOLUTION_MS = 5;

/** How long others waited for the event loop, at the most (ms): `delayed` in all, `worked` where this process itself was at work. */
export type LoopDelay = { delayed: number; worked: number };

/**
 * Watches the event loop of this process; each asking begins anew. A machine that is busy with something else delays
 * everybody: so the time between two turns of a timer counts as work only as far as the process used the processor in it.
 */
export const watchLoop = () => {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delays.enable();
  let worked = 0;
  let turnedAt = performance.now();
  let used = process.cpuUsage();
  setInterval(() => {
    const { user, system } = process.cpuUsage(used);
    const waited = performance.now() - turnedAt - RESOLUTION_MS;
    worked = Math.max(worked, Math.min(waited, (user + system) / 1_000));
    turnedAt = performance.now();
    used = process.cpuUsage();
  }, RESOLUTION_MS);
  return (): LoopDelay => {
    const longest = { delayed: Math.max(0, delays.max / 1e6 - RESOLUTION_MS), worked };
    delays.reset();
    worked = 0;
    return longest;
  };
};
