import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { readOperation } from '@passerelle/contracts/operations';
import { startShop } from '../commerce/measure.ts';
import type { Order, Outcome } from '../gateways/servers/driver.ts';
import type { Plan } from '../measure.ts';
import { pick, type RetailerFacts, readRetailer } from '../retailer.ts';
import { type Spread, spread } from '../statistics.ts';
import type { Target } from '../target.ts';
import { type Driver, ownDriver, wrkDriver } from './drivers.ts';

/** What one number of workers did with a question; a core is one that was busy all the time. */
export type Crew = {
  readonly workers: number;
  readonly rate: Spread;
  readonly p50Ms: Spread;
  readonly p99Ms: Spread;
  /** Of all gateway processes, for one request. */
  readonly serverCpuMs: Spread;
  readonly serverCores: Spread;
  readonly driverCores: Spread;
  readonly databaseCores: Spread;
};
export type WorkersMeasure = {
  readonly question: string;
  /** Who asked. */
  readonly driver: string;
  readonly crews: readonly Crew[];
  /** Rate of the second over that of the first, of one round each. */
  readonly ratio: Spread;
  /** Work of two processes that only keep a core busy over that of one: what the machine had to give in the same rounds. */
  readonly machineRatio: Spread;
  /** The one over the other. */
  readonly ofMachine: Spread;
  readonly memoryMb: readonly number[];
};

type Slice = { readonly outcome: Outcome } & Record<'serverMs' | 'driverMs' | 'databaseMs' | 'elapsedMs', number>;

const spinScript = path.join(import.meta.dirname, 'spin.ts');
const start = (script: string) => fork(script, [], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
/** Sets of variables that take turns. */
const variants = 128;

function bodiesOf({ channelId, skus, stores }: RetailerFacts): Readonly<Record<string, readonly string[]>> {
  const bodies = (operation: string, variables: (turn: number) => object) => {
    const query = readOperation('storefront', operation);
    return Array.from({ length: variants }, (_, turn) => JSON.stringify({ query, variables: variables(turn) }));
  };
  return {
    listing: bodies('ListingAvailability', (turn) => ({ channelId, skus: [...new Set(pick(skus, turn, 24))] })),
    picker: bodies('StorePicker', (turn) => ({
      channelId,
      items: [...new Set(pick(skus, turn, 3))].map((sku) => ({ sku, quantity: 1 })),
      near: stores[turn % stores.length]?.coordinates,
    })),
  };
}

/**
 * The product with one worker and with two, each over a shop of its own, asked in turns by a driver that writes requests
 * made beforehand: another client would take the core that the second worker is to use. `wrk`, or our own without it.
 */
export async function measureWorkers(plan: Plan, [one, two]: readonly [string, string]): Promise<WorkersMeasure[]> {
  const targets: Target[] = [];
  const own = ownDriver();
  const driver = (await wrkDriver()) ?? own;
  const spinners = [start(spinScript), start(spinScript)];
  try {
    targets.push(await startShop(path.resolve(one), { workers: 1 }));
    targets.push(await startShop(path.resolve(two), { workers: 2 }));
    const bodies = bodiesOf(await readRetailer(targets[0] as Target));
    const measures: WorkersMeasure[] = [];
    for (const question of Object.keys(bodies)) {
      const orderOf = ({ port }: Target, seconds: number) => ({ bodies: bodies[question] ?? [], port, seconds });
      // Our own looks at each answer.
      for (const target of targets) await slice(own, target, orderOf(target, plan.warmUpSeconds * 2));
      const slices: Slice[][] = [[], []];
      const machine: number[] = [];
      for (let round = 0; round < plan.rounds; round++) {
        for (const place of round % 2 ? [1, 0] : [0, 1]) {
          const target = targets[place] as Target;
          slices[place]?.push(await slice(driver, target, orderOf(target, plan.seconds)));
        }
        machine.push((await spin(spinners, plan.seconds)) / (await spin(spinners.slice(1), plan.seconds)));
      }
      measures.push({ ...summarise(question, slices, machine, targets), driver: driver.name });
    }
    return measures;
  } finally {
    for (const spinner of spinners) spinner.kill();
    for (const each of new Set([driver, own])) await each.close();
    for (const target of targets) await target.stop();
  }
}

async function slice(driver: Driver, target: Target, order: Order): Promise<Slice> {
  const now = () => ({
    serverMs: target.serverCpuMs(),
    databaseMs: target.databaseCpuMs(),
    elapsedMs: performance.now(),
  });
  const before = now();
  const { outcome, cpuMs: driverMs } = await driver.drive(order);
  if (outcome.fault) throw new Error(outcome.fault);
  const after = now();
  return {
    outcome,
    serverMs: after.serverMs - before.serverMs,
    databaseMs: after.databaseMs - before.databaseMs,
    driverMs,
    elapsedMs: after.elapsedMs - before.elapsedMs,
  };
}

async function spin(spinners: readonly ChildProcess[], seconds: number): Promise<number> {
  const all = spinners.map(async (each) => {
    each.send(seconds);
    const [done] = await once(each, 'message');
    return done as number;
  });
  return (await Promise.all(all)).reduce((sum, done) => sum + done, 0);
}

const cpuOf = ({ serverMs, outcome }: Slice) => serverMs / outcome.requests;

function summarise(
  question: string,
  slices: readonly (readonly Slice[])[],
  machine: readonly number[],
  targets: readonly Target[],
): Omit<WorkersMeasure, 'driver'> {
  const crews = slices.map((all, place): Crew => {
    const of = (figureOf: (slice: Slice) => number) => spread(all.map(figureOf));
    return {
      workers: place + 1,
      rate: of(({ outcome }) => outcome.rate),
      p50Ms: of(({ outcome }) => outcome.p50Ms),
      p99Ms: of(({ outcome }) => outcome.p99Ms),
      serverCpuMs: of(cpuOf),
      serverCores: of(({ serverMs, elapsedMs }) => serverMs / elapsedMs),
      driverCores: of(({ driverMs, elapsedMs }) => driverMs / elapsedMs),
      databaseCores: of(({ databaseMs, elapsedMs }) => databaseMs / elapsedMs),
    };
  });
  const [ones = [], twos = []] = slices;
  const ratios = ones.map(({ outcome }, round) => (twos[round] as Slice).outcome.rate / outcome.rate);
  return {
    question,
    crews,
    ratio: spread(ratios),
    machineRatio: spread(machine),
    ofMachine: spread(ratios.map((ratio, round) => ratio / (machine[round] as number))),
    memoryMb: targets.map((target) => target.memoryMb()),
  };
}
