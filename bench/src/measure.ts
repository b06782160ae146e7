import type { Scenario } from './scenario.ts';
import { quantile, type Spread, spread } from './statistics.ts';
import type { Target } from './target.ts';

export type Slice = {
  readonly rate: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly serverCpuMs: number;
  readonly databaseCpuMs: number;
};

export type Measured = {
  readonly scenario: string;
  readonly unit: string;
  readonly clients: number;
  /** Units a second. */
  readonly rate: Spread;
  /** Latency of one turn. */
  readonly p50Ms: Spread;
  readonly p99Ms: Spread;
  /** CPU per unit. */
  readonly serverCpuMs: Spread;
  readonly databaseCpuMs: Spread;
};

/** Runs a scenario's clients for some seconds. A client asks again only when it has its answer (closed loop). */
export async function runSlice(target: Target, scenario: Scenario, seconds: number, firstTurn: number) {
  const latencies: number[] = [];
  let units = 0;
  let turn = firstTurn;
  const server = target.serverCpuMs();
  const database = target.databaseCpuMs();
  const start = performance.now();
  const end = start + seconds * 1000;
  const client = async () => {
    while (performance.now() < end) {
      const asked = performance.now();
      // Not `units += await …`: that would add to what the sum was before the wait.
      const done = await scenario.once(turn++);
      units += done;
      latencies.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: scenario.clients }, client));
  const elapsed = (performance.now() - start) / 1000;
  const slice: Slice = {
    rate: units / elapsed,
    p50Ms: quantile(latencies, 0.5),
    p99Ms: quantile(latencies, 0.99),
    serverCpuMs: (target.serverCpuMs() - server) / units,
    databaseCpuMs: (target.databaseCpuMs() - database) / units,
  };
  return { slice, nextTurn: turn };
}

export type Plan = { readonly rounds: number; readonly seconds: number; readonly warmUpSeconds: number };

/** Warms every scenario up, then takes slices of all of them in turn, each round in another order; by name. */
export async function takeSlices(
  target: Target,
  scenarios: readonly Scenario[],
  plan: Plan,
  afterEach?: (scenario: Scenario) => Promise<void>,
): Promise<ReadonlyMap<string, readonly Slice[]>> {
  const slices = new Map<string, Slice[]>(scenarios.map(({ name }) => [name, []]));
  const turns = new Map<string, number>();
  const run = async (scenario: Scenario, seconds: number) => {
    const { slice, nextTurn } = await runSlice(target, scenario, seconds, turns.get(scenario.name) ?? 0);
    turns.set(scenario.name, nextTurn);
    return slice;
  };
  for (const scenario of scenarios) await run(scenario, plan.warmUpSeconds);
  for (let round = 0; round < plan.rounds; round++) {
    for (let place = 0; place < scenarios.length; place++) {
      const scenario = scenarios[(place + round) % scenarios.length] as Scenario;
      slices.get(scenario.name)?.push(await run(scenario, plan.seconds));
      await afterEach?.(scenario);
    }
  }
  return slices;
}

export async function measure(target: Target, scenarios: readonly Scenario[], plan: Plan): Promise<Measured[]> {
  const slices = await takeSlices(target, scenarios, plan);
  return scenarios.map((scenario) => summarise(scenario, slices.get(scenario.name) ?? []));
}

function summarise({ name, unit, clients }: Scenario, slices: readonly Slice[]): Measured {
  const of = (key: keyof Slice) => spread(slices.map((slice) => slice[key]));
  return {
    scenario: name,
    unit,
    clients,
    rate: of('rate'),
    p50Ms: of('p50Ms'),
    p99Ms: of('p99Ms'),
    serverCpuMs: of('serverCpuMs'),
    databaseCpuMs: of('databaseCpuMs'),
  };
}
