import { config as loadDotenv } from 'dotenv';
import { readStoreConfig } from './config.ts';
import { runData } from './data-command.ts';
import { SetupError } from './domain/errors.ts';
import { createLog } from './log.ts';

try {
  loadDotenv({ quiet: true });
  const { lines, isWell } = await runData(process.argv.slice(2), readStoreConfig(process.env));
  for (const line of lines) console.log(line);
  process.exitCode = isWell ? 0 : 1;
} catch (error) {
  if (error instanceof SetupError) console.error(error.message);
  else createLog('error').error('This ended by a fault of Soundings itself', error);
  process.exitCode = 1;
}
