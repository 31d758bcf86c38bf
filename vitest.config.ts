import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // One PostgreSQL for the whole run; each file that needs one gets a database of its own.
    globalSetup: ['tests/store/postgres/global-setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 20_000,
    // Every core: many of the tests wait for a process or a clock of Slack's.
    maxWorkers: '100%',
  },
});
