import path from 'node:path';
import { startEmbedded } from '@passerelle/database/embedded';
import { type Contest, contest } from '../inventory/measure.ts';
import { findPgbench } from '../inventory/pgbench.ts';
import type { Plan } from '../measure.ts';
import { type Burst, measureBurst } from './burst.ts';
import { makeNetwork, storeCount } from './dataset.ts';
import { preparePicker } from './picker.ts';

export type NetworkMeasure = { readonly picker: Contest; readonly burst: Burst };

/** Store network and inventory, asked in GraphQL without HTTP, on an embedded and durable PostgreSQL of their own. */
export async function measureNetwork(
  plan: Plan,
  dataDir: string,
  pathText: string | undefined,
): Promise<NetworkMeasure> {
  const server = await startEmbedded({ dataDir: path.resolve(dataDir), maxConnections: 200 });
  try {
    const url = await makeNetwork(server.url);
    const pgbench = await findPgbench(pathText);
    const contestants = await preparePicker(url, pgbench);
    const question = `picker, ${storeCount} stores, 3 lines, 30 km, first 10, 8 clients`;
    const picker = await contest(question, contestants.runs, plan);
    await contestants.close();
    return { picker, burst: await measureBurst(url) };
  } finally {
    await server.stop();
  }
}

/** What came of the burst, in words. */
export const burstText = (burst: Burst): string =>
  [
    `${burst.changes} location changes by 16 at once: ${burst.changesASecond.toFixed(0)} changes/s;`,
    `the projection knew the last one ${burst.caughtUpAfterMs.toFixed(0)} ms after its answer;`,
    `lag ${burst.lagP50Seconds.toFixed(2)} s in the middle and ${burst.lagMaxSeconds.toFixed(2)} s at most;`,
    `${burst.stepsBack} steps back, ${burst.wrongStores} stores other than at the source.`,
  ].join('\n');
