import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readOperation } from '@passerelle/contracts/operations';
import { startEmbedded } from '@passerelle/database/embedded';
import { fillShop, middle, skuOf } from '../commerce/shop.ts';
import { makeEmptyDatabase } from '../database.ts';
import { measureSnapshot, type SnapshotMeasure } from '../inventory/snapshot.ts';
import type { Plan } from '../measure.ts';
import { channelId, type OpenedNetwork, openNetwork } from '../network/dataset.ts';
import { cpuMs, familyOf } from '../processes.ts';
import { pick } from '../retailer.ts';
import { type Spread, spread } from '../statistics.ts';

/** What one request costs at a size, in ms of CPU: of this process and of PostgreSQL. */
export type Cost = {
  readonly stores: number;
  readonly question: string;
  readonly processMs: Spread;
  readonly databaseMs: Spread;
};
export type Growth = { readonly costs: readonly Cost[]; readonly snapshots: readonly SnapshotMeasure[] };

const storeCounts = [100, 500, 2000];
const listingLengths = [1, 24, 100];
const skus = 300;
const clients = 8;
const known = Array.from({ length: skus }, (_, index) => skuOf(index));

type Question = { readonly name: string; readonly ask: (turn: number) => Promise<unknown> };

/** With stock kept in memory, as the product runs, and read anew by each request. */
function questionsOf(kept: OpenedNetwork, plain: OpenedNetwork): Question[] {
  const listing = readOperation('storefront', 'ListingAvailability');
  const picker = `query ($channelId: ID!, $items: [PickupItemInput!]!, $near: GeoPointInput!) {
    pickupStores(channelId: $channelId, items: $items, near: $near, radiusKm: 30, first: 10) {
      nodes { distanceKm fulfillment readyAt items { sku availableQuantity } reasons { code } location { id } } } }`;
  const ways = [
    ['in memory', kept],
    ['from the database', plain],
  ] as const;
  return ways.flatMap(([way, network]) => [
    ...listingLengths.map((length) => ({
      name: `listing, ${length} SKUs, ${way}`,
      ask: (turn: number) => network.ask('inventory', listing, { channelId, skus: pick(known, turn, length) }),
    })),
    {
      name: `picker, 3 lines, ${way}`,
      ask: (turn: number) => {
        const items = pick(known, turn, 3).map((sku) => ({ sku, quantity: 1 }));
        return network.ask('inventory', picker, { channelId, items, near: middle });
      },
    },
  ]);
}

/** Milliseconds of CPU for one request, of this process and of PostgreSQL, over some seconds of clients in a closed loop. */
async function costOf({ ask }: Question, postmaster: number, seconds: number) {
  const ofDatabase = () => familyOf(postmaster).reduce((sum, pid) => sum + cpuMs(pid), 0);
  const databaseBefore = ofDatabase();
  const before = process.cpuUsage();
  const end = performance.now() + seconds * 1000;
  let turn = 0;
  const client = async () => {
    while (performance.now() < end) {
      await ask(turn++);
      // Stock in memory answers without a wait: others must have their turn.
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const { user, system } = process.cpuUsage(before);
  return { processMs: (user + system) / 1000 / turn, databaseMs: (ofDatabase() - databaseBefore) / turn };
}

async function costsAt(adminUrl: string, postmaster: number, stores: number, plan: Plan): Promise<Cost[]> {
  const url = await makeEmptyDatabase(adminUrl, `bench_growth_${stores}`);
  await fillShop(url, { stores, skus });
  const kept = await openNetwork(url, {});
  const plain = await openNetwork(url, { stockCache: false });
  try {
    const questions = questionsOf(kept, plain);
    for (const question of questions) await costOf(question, postmaster, plan.warmUpSeconds);
    const costs = new Map(questions.map(({ name }) => [name, [] as { processMs: number; databaseMs: number }[]]));
    for (let round = 0; round < plan.rounds; round++) {
      for (const question of questions) {
        costs.get(question.name)?.push(await costOf(question, postmaster, plan.seconds));
      }
    }
    return [...costs].map(([question, all]) => ({
      stores,
      question,
      processMs: spread(all.map(({ processMs }) => processMs)),
      databaseMs: spread(all.map(({ databaseMs }) => databaseMs)),
    }));
  } finally {
    await kept.graph.close();
    await plain.graph.close();
  }
}

/** How cost grows with stores, SKUs asked and rows sent; inventory asked in GraphQL without HTTP, PostgreSQL durable. */
export async function measureGrowth(plan: Plan, dataDir: string, rows: readonly number[]): Promise<Growth> {
  const folder = path.resolve(dataDir);
  const server = await startEmbedded({ dataDir: folder, maxConnections: 200 });
  try {
    const postmaster = Number((await readFile(path.join(folder, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]);
    const costs: Cost[] = [];
    for (const stores of storeCounts) costs.push(...(await costsAt(server.url, postmaster, stores, plan)));
    const snapshots: SnapshotMeasure[] = [];
    for (const count of rows) snapshots.push(...(await measureSnapshot(server.url, count, plan.rounds)));
    return { costs, snapshots };
  } finally {
    await server.stop();
  }
}
