import path from 'node:path';
import { startEmbedded } from '@passerelle/database/embedded';
import { findPgbench } from '../inventory/pgbench.ts';
import { type Plan, type Slice, takeSlices } from '../measure.ts';
import { namedScenarios, type PrepareScenario, type Scenario } from '../scenario.ts';
import { listing, picker } from '../scenarios/reads.ts';
import { checkout, checkout64, stockWrites, tillEvents } from '../scenarios/writes.ts';
import { type Spread, spread } from '../statistics.ts';
import { startTarget, type Target, type TargetOptions } from '../target.ts';
import { findLimits, type Limits } from './limits.ts';
import { findOrderLimit } from './order-limit.ts';
import { fillShop, hasShop } from './shop.ts';

/** As large as the shop that the others were measured with. */
const size = { stores: 100, skus: 2000 };

export type Work = {
  readonly name: string;
  readonly unit: string;
  readonly clients: number;
  /** Units a second. */
  readonly rate: Spread;
  readonly p50Ms: Spread;
  readonly p99Ms: Spread;
  /** For one unit, in ms. */
  readonly serverCpuMs: Spread;
  readonly databaseCpuMs: Spread;
  /** The statement alone by pgbench, in the same rounds, and the product's rate over it. */
  readonly limit?: { readonly rate: Spread; readonly ratio: Spread };
};

export type CommerceMeasure = {
  readonly works: readonly Work[];
  readonly memoryMb: number;
  /** Of an order that is placed alone; null without pgbench. */
  readonly orderStatements: number | null;
};

const scenarios: Readonly<Record<string, PrepareScenario>> = {
  listing,
  picker,
  checkout,
  'checkout-64': checkout64,
  'stock-writes': stockWrites,
  'till-events': tillEvents,
};

/** Starts the product over the shop, which is filled the first time. */
export async function startShop(
  folder: string,
  options: Pick<TargetOptions, 'nodeArgs' | 'workers'> = {},
): Promise<Target> {
  const server = await startEmbedded({ dataDir: folder });
  if (!(await hasShop(server.url))) await fillShop(server.url, size);
  await server.stop();
  return startTarget({ dataDir: folder, connections: 64, hasDemo: false, ...options });
}

/**
 * The product as a user starts it, over HTTP, with 100 stores and a warehouse of 2 000 SKUs each: all of the work, or what
 * is named of it, so that nothing else is written meanwhile.
 */
export async function measureCommerce(
  plan: Plan,
  names: readonly string[],
  dataDir: string,
  pathText: string | undefined,
) {
  const chosen = namedScenarios(scenarios, names);
  const folder = path.resolve(dataDir);
  const target = await startShop(folder);
  try {
    // The product's own server, which runs already.
    const { url } = await startEmbedded({ dataDir: folder });
    const pgbench = await findPgbench(pathText);
    const limits = pgbench ? await findLimits(url, pgbench, size) : {};
    const prepared: Scenario[] = [];
    for (const prepare of chosen) prepared.push(await prepare(target));
    const { once } = await checkout(target);
    let turn = 0;
    const placeOrder = () => once(turn++);
    const ofOrders = pgbench && (await findOrderLimit({ url, dataDir: folder, pgbench, skus: size.skus, placeOrder }));
    const all: Limits = ofOrders
      ? {
          ...limits,
          checkout: (seconds) => ofOrders.run(seconds, 16),
          'checkout-64': (seconds) => ofOrders.run(seconds, 64),
        }
      : limits;
    const works = await runRounds(target, prepared, all, plan);
    const orderStatements = ofOrders?.statements ?? null;
    return { works, memoryMb: target.memoryMb(), orderStatements } satisfies CommerceMeasure;
  } finally {
    await target.stop();
  }
}

async function runRounds(target: Target, scenarios: readonly Scenario[], limits: Limits, plan: Plan): Promise<Work[]> {
  const limitRates = new Map<string, number[]>(Object.keys(limits).map((name) => [name, []]));
  const slices = await takeSlices(target, scenarios, plan, async ({ name }) => {
    const limit = await limits[name]?.(plan.seconds);
    if (limit) limitRates.get(name)?.push(limit.rate);
  });
  return scenarios.map((scenario) => workOf(scenario, slices.get(scenario.name) ?? [], limitRates.get(scenario.name)));
}

function workOf(
  { name, unit, clients }: Scenario,
  slices: readonly Slice[],
  limit: readonly number[] | undefined,
): Work {
  const of = (key: keyof Slice) => spread(slices.map((slice) => slice[key]));
  return {
    name,
    unit,
    clients,
    rate: of('rate'),
    p50Ms: of('p50Ms'),
    p99Ms: of('p99Ms'),
    serverCpuMs: of('serverCpuMs'),
    databaseCpuMs: of('databaseCpuMs'),
    ...(limit && {
      limit: {
        rate: spread(limit),
        ratio: spread(slices.map(({ rate }, round) => rate / (limit[round] ?? Number.NaN))),
      },
    }),
  };
}
