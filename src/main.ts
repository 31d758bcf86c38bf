import { config as loadDotenv } from 'dotenv';
import { compose, type Soundings } from './compose.ts';
import { readConfig } from './config.ts';
import { SetupError } from './domain/errors.ts';

/** Says what its keeper must mend, without a stack trace; anything else is a bug and shows where. */
function giveUp(error: unknown): never {
  console.error(error instanceof SetupError ? error.message : error);
  process.exit(1);
}

/** Finishes what is in hand; a second signal changes nothing. */
function stopOnSignal(soundings: Soundings): void {
  const stop = () => void soundings.stop().then(() => process.exit(0), giveUp);
  let isStopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (!isStopping) stop();
      isStopping = true;
    });
  }
}

try {
  loadDotenv({ quiet: true });
  const config = readConfig(process.env);
  const soundings = await compose(config);
  stopOnSignal(soundings);
  const port = await soundings.start();
  const mode =
    config.connection.kind === 'http' ? `HTTP mode, port ${port}` : `Socket Mode, health on port ${port}`;
  console.log(`Soundings is ready: ${mode}.`);
} catch (error) {
  giveUp(error);
}
