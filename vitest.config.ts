import { defineConfig } from 'vitest/config';

process.env.APOLLO_TELEMETRY_DISABLED = 'true';

/** The suffix says what a test starts: nothing, PostgreSQL (`.int`), or the whole stack (`.e2e`). */
export default defineConfig({
  test: {
    include: ['{gateway,subgraphs,packages,bench}/**/*.test.ts'],
    globalSetup: ['@passerelle/testing/global-setup'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
