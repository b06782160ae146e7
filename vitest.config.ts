import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

process.env.APOLLO_TELEMETRY_DISABLED = 'true';

const graphql = createRequire(new URL('packages/server/package.json', import.meta.url)).resolve('graphql');

/** The suffix says what a test starts: nothing, PostgreSQL (`.int`), or the whole stack (`.e2e`). */
export default defineConfig({
  // As Node itself resolves it: the package's other module form would be a second copy.
  resolve: { alias: [{ find: /^graphql$/, replacement: graphql }] },
  test: {
    include: ['{gateway,subgraphs,packages,bench}/**/*.test.ts'],
    globalSetup: ['@passerelle/testing/global-setup'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // Files share a process, and what they import is evaluated once: a fifth of the whole run.
    isolate: false,
  },
});
