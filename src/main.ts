import { config as loadDotenv } from 'dotenv';
import { compose } from './compose.ts';
import { readConfig } from './config.ts';
import { SetupError } from './domain/errors.ts';
import type { Soundings } from './lifecycle.ts';
import { createLog } from './log.ts';

const log = createLog('error');

/** Says what its keeper must mend, without a stack trace; anything else is a bug, logged where it is and without its words. */
function giveUp(error: unknown): never {
  if (error instanceof SetupError) console.error(error.message);
  else log.error('Soundings ended by a fault of its own', error);
  process.exit(1);
}

/** Ends in order; asked again on the way, the first one's exit code stands. */
const endWith = (soundings: Soundings, code: 0 | 1) =>
  void soundings.stop().then(() => process.exit(code), giveUp);

/** A second signal changes nothing. What nothing caught, a rejection too, ends with 1, so that a supervisor starts it again. */
function endOrderly(soundings: Soundings): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => endWith(soundings, 0));
  process.on('uncaughtException', (error) => {
    log.error('Nothing caught this, so Soundings stops', error);
    endWith(soundings, 1);
  });
}

try {
  loadDotenv({ quiet: true });
  const config = readConfig(process.env);
  const soundings = await compose(config);
  endOrderly(soundings);
  const port = await soundings.start();
  const mode =
    config.connection.kind === 'http' ? `HTTP mode, port ${port}` : `Socket Mode, health on port ${port}`;
  console.log(`Soundings is ready: ${mode}.`);
} catch (error) {
  giveUp(error);
}
