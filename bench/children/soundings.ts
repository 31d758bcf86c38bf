import { compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { answerParent } from './answer-parent.ts';
import { watchLoop } from './loop-delay.ts';

// src/main.ts, but that it can be asked how long its event loop was busy.
const soundings = await compose(readConfig(process.env));
console.log(`Soundings is ready: port ${await soundings.start()}.`);
process.on('SIGTERM', () => void soundings.stop().then(() => process.exit()));
answerParent({ longestDelay: watchLoop() });
