import { createLog, runUntilSignal, startTracing } from '@passerelle/server';
import { readConfig } from './config.ts';
import { startGateway } from './start.ts';

// The gateway library would otherwise send usage figures to its vendor.
process.env.APOLLO_TELEMETRY_DISABLED = 'true';

await runUntilSignal(async (resources) => {
  const config = readConfig(process.env);
  resources.defer((await startTracing('passerelle-gateway', process.env)).close);
  return startGateway(config, createLog(config.logLevel), resources);
});
