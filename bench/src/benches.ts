import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { measureCommerce } from './commerce/measure.ts';
import { commerceText } from './commerce/report.ts';
import { measureGateways as measurePaths } from './gateway.ts';
import { measureGateways } from './gateways/measure.ts';
import { plotOf } from './gateways/plot.ts';
import { standingsText } from './gateways/report.ts';
import { measureGrowth } from './growth/measure.ts';
import { growthText } from './growth/report.ts';
import { measureInventory } from './inventory/measure.ts';
import { measureSnapshots } from './inventory/snapshot.ts';
import type { Plan } from './measure.ts';
import { burstText, measureNetwork } from './network/measure.ts';
import { measureProduct } from './product.ts';
import { measureProfiles } from './profile/measure.ts';
import { profileText } from './profile/report.ts';
import { contestTable, gatewayTable, snapshotTable } from './report.ts';
import { measureWorkers } from './workers/measure.ts';
import { workersText } from './workers/report.ts';

export type BenchOptions = {
  readonly plan: Plan;
  /** What to measure of it; all when empty. */
  readonly names: readonly string[];
  /** Also the sizes that take long. */
  readonly isMillion: boolean;
  readonly dataDir: string;
  /** Where pgbench is looked for. */
  readonly pathText: string | undefined;
  /** Called with each part of the report, in Markdown. */
  readonly tell: (text: string) => void;
};

/** Measures, tells a reader, and answers the figures. */
export type Bench = (options: BenchOptions) => Promise<unknown>;

const plotFile = path.join(import.meta.dirname, '../../docs/gateway-ratios.svg');

/** The gateways beside each other; a run of all of them draws the plot anew. */
const gateway: Bench = async ({ plan, names, tell }) => {
  const standings = await measureGateways(plan, names, '.data/bench-gateways');
  tell(standingsText(standings));
  if (names.length === 0) await writeFile(plotFile, plotOf(standings));
  return standings;
};

const fastPath: Bench = async ({ plan, tell }) => {
  const results = await measurePaths(plan);
  tell(gatewayTable(results));
  return results;
};

const inventory: Bench = async ({ plan, names, pathText, tell }) => {
  const contests = [];
  for await (const contest of measureInventory(plan, names, '.data/bench-inventory', pathText)) {
    tell(contestTable(contest));
    contests.push(contest);
  }
  return contests;
};

const network: Bench = async ({ plan, pathText, tell }) => {
  const results = await measureNetwork(plan, '.data/bench-network', pathText);
  tell(`${contestTable(results.picker)}\n${burstText(results.burst)}`);
  return results;
};

/** Rows of a snapshot; a million takes minutes. */
const sizesOf = (isMillion: boolean) => [10_000, 100_000, ...(isMillion ? [1_000_000] : [])];

/** Sizes may be named. */
const snapshots: Bench = async ({ plan, names, isMillion, tell }) => {
  const sizes = names.length > 0 ? names.map(Number) : sizesOf(isMillion);
  const measures = await measureSnapshots(sizes, plan.rounds, '.data/bench-snapshots');
  tell(snapshotTable(measures));
  return measures;
};

const commerce: Bench = async ({ plan, names, pathText, tell }) => {
  const measured = await measureCommerce(plan, names, '.data/bench-commerce', pathText);
  tell(commerceText(measured));
  return measured;
};

const workers: Bench = async ({ plan, tell }) => {
  const measured = await measureWorkers(plan, ['.data/bench-commerce', '.data/bench-workers']);
  tell(workersText(measured));
  return measured;
};

const growth: Bench = async ({ plan, isMillion, tell }) => {
  const measured = await measureGrowth(plan, '.data/bench-growth', sizesOf(isMillion));
  tell(growthText(measured));
  return measured;
};

const profile: Bench = async ({ plan, tell }) => {
  const profiles = await measureProfiles(plan);
  tell(profileText(profiles));
  return profiles;
};

export const benches: Readonly<Record<string, Bench>> = {
  product: measureProduct,
  gateway,
  commerce,
  workers,
  growth,
  profile,
  'fast-path': fastPath,
  inventory,
  network,
  snapshots,
};
