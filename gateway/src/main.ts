import cluster from 'node:cluster';
import { createLog, runUntilSignal, startTracing } from '@passerelle/server';
import { readConfig } from './config.ts';

// The gateway library would otherwise send usage figures to its vendor.
process.env.APOLLO_TELEMETRY_DISABLED = 'true';

/** A worker tells the process that started it, which tells the world once. */
const announce = cluster.isWorker ? (url: string) => void process.send?.({ ready: url }) : undefined;

await runUntilSignal(async (resources) => {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  if (config.workers > 1) {
    const { startWorkers } = await import('./workers.ts');
    return startWorkers(config, log, resources);
  }
  resources.defer((await startTracing('passerelle-gateway', process.env)).close);
  const { startGateway } = await import('./start.ts');
  return startGateway(config, log, resources);
}, announce);
