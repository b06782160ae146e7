import cluster from 'node:cluster';
import { setFlagsFromString } from 'node:v8';
import { createLog, runUntilSignal, startTracing } from '@passerelle/server';
import { readConfig } from './config.ts';

// The gateway library would otherwise send usage figures to its vendor.
process.env.APOLLO_TELEMETRY_DISABLED = 'true';

/**
 * The old part of the heap is collected when it is half as large again as what was alive, not four times: 620 MB became
 * 460 after the benchmark, and took no measurable time. A flag on the command line wins; 0 is V8's own way.
 */
if (!process.execArgv.some((flag) => flag.startsWith('--heap-growing-percent'))) {
  setFlagsFromString('--heap-growing-percent=50');
}

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
