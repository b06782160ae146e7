import path from 'node:path';
import { startEmbedded } from '@passerelle/database/embedded';
import type { Plan } from '../measure.ts';
import { type Spread, spread } from '../statistics.ts';
import { makeDataset } from './dataset.ts';
import { buyers, type HotContest, prepareHotSku } from './hot-sku.ts';
import { prepareListing, type Rate } from './listing.ts';
import { findPgbench, type Pgbench } from './pgbench.ts';

/** Something done in each round, and what it is compared with in the same round. */
export type Contest = {
  readonly question: string;
  readonly runs: readonly ContestRun[];
};
export type ContestRun = {
  readonly name: string;
  readonly rate: Spread;
  readonly p99Ms: Spread;
  /** Rate of each round over that of the contest's first run. */
  readonly ratio: Spread;
  readonly note?: string;
};

type Runner = { readonly name: string; readonly run: (seconds: number) => Promise<Rate & { readonly note?: string }> };

/** Everything is warmed up; then each round gives each runner a slice, in another order each time. */
export async function contest(question: string, runners: readonly Runner[], plan: Plan): Promise<Contest> {
  const slices = new Map<string, (Rate & { readonly note?: string })[]>(runners.map(({ name }) => [name, []]));
  for (const { run } of runners) await run(plan.warmUpSeconds);
  for (let round = 0; round < plan.rounds; round++) {
    for (let place = 0; place < runners.length; place++) {
      const { name, run } = runners[(place + round) % runners.length] as Runner;
      slices.get(name)?.push(await run(plan.seconds));
    }
  }
  const first = slices.get(runners[0]?.name as string) ?? [];
  return {
    question,
    runs: runners.map(({ name }) => {
      const mine = slices.get(name) ?? [];
      return {
        name,
        rate: spread(mine.map(({ rate }) => rate)),
        p99Ms: spread(mine.map(({ p99Ms }) => p99Ms)),
        ratio: spread(mine.map(({ rate }, round) => rate / (first[round]?.rate ?? Number.NaN))),
        note: mine.at(-1)?.note,
      };
    }),
  };
}

/** What can be measured of it alone, by the names given on the command line. */
const parts = ['listing', 'holds', 'telling'] as const;

/**
 * Inventory alone, asked in GraphQL without HTTP, on an embedded and durable PostgreSQL of its own. All parts when none is
 * named.
 */
export async function* measureInventory(
  plan: Plan,
  names: readonly string[],
  dataDir: string,
  pathText: string | undefined,
): AsyncGenerator<Contest> {
  const isWanted = (part: (typeof parts)[number]) => names.length === 0 || names.includes(part);
  const server = await startEmbedded({ dataDir: path.resolve(dataDir), maxConnections: 400 });
  const pgbench = await findPgbench(pathText);
  try {
    for (const storeCount of isWanted('listing') ? [120, 1000] : [120]) {
      const url = await makeDataset(server.url, storeCount);
      if (isWanted('listing')) yield await listingContest(url, storeCount, pgbench, plan);
      if (storeCount > 120) continue;
      const hot = await prepareHotSku(url, pgbench);
      if (isWanted('holds')) yield await holdsContest(hot, plan);
      if (isWanted('telling') && hot.anyLevel) yield await tellingContest(hot.anyLevel, plan);
      await hot.close();
    }
  } finally {
    await server.stop();
  }
}

async function listingContest(url: string, storeCount: number, pgbench: Pgbench | undefined, plan: Plan) {
  const listing = await prepareListing(url, pgbench);
  const runners: Runner[] = [
    ...(listing.limit ? [{ name: 'the statement by pgbench', run: listing.limit }] : []),
    { name: 'uncached', run: listing.uncached },
    { name: 'cached', run: listing.cached },
    {
      name: 'cached, while tills sell',
      run: async (seconds) => {
        const { hitRate, sales, ...rate } = await listing.cachedWhileSelling(seconds);
        return { ...rate, note: `hit rate ${(hitRate * 100).toFixed(2)} % at ${sales.toFixed(0)} sales/s` };
      },
    },
  ];
  const result = await contest(`listing, 24 SKUs, ${storeCount} stores, 16 clients`, runners, plan);
  await listing.close();
  return result;
}

/** As many clients of pgbench as there are buyers is what grouping is compared with; sixteen is what suits pgbench best. */
function holdsContest({ limit, alone, grouped }: HotContest, plan: Plan) {
  const limits = limit
    ? [buyers, 16].map((clients) => ({
        name: `one row by pgbench, ${clients} clients`,
        run: (seconds: number) => limit(seconds, clients),
      }))
    : [];
  const contestants = [...limits, { name: 'one by one', run: alone }, { name: 'grouped', run: grouped }];
  return contest(`${buyers} buyers of one SKU at one warehouse`, contestants, plan);
}

function tellingContest(anyLevel: NonNullable<HotContest['anyLevel']>, plan: Plan) {
  const runners = [
    { name: 'nobody told', run: (seconds: number) => anyLevel(seconds, false) },
    { name: 'told by NOTIFY', run: (seconds: number) => anyLevel(seconds, true) },
  ];
  return contest('updates of any level by pgbench, 16 clients', runners, plan);
}
