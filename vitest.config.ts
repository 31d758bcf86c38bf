import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // One PostgreSQL and one build of the app for the whole run; each file that needs a database gets one of its own.
    globalSetup: ['tests/store/postgres/global-setup.ts', 'tests/build-app.ts'],
    // Nothing is mocked and no module keeps a state, so the files of a worker can share what is loaded: half the time.
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 20_000,
    // One more than the cores: many of the tests wait for a process or a clock of Slack's.
    maxWorkers: availableParallelism() + 1,
    // What a test leaves behind is soon of no use: a tenth of the time in collecting it.
    execArgv: ['--max-semi-space-size=64'],
  },
});
