import type { Handler } from '@passerelle/server';
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Executions } from './execution/plugin.ts';
import type { Shedding } from './load/shedding.ts';
import type { GatewayOptions } from './server.ts';
import { count, createTally, type Tally, textOf } from './tally.ts';

/** Counts a request and how long it took; what it answers or throws passes through. */
export type Observe = <T extends { readonly status: number }>(work: () => Promise<T>) => Promise<T>;

export type Metrics = {
  /** Counts the requests of one API, by its name in the figures. */
  readonly observerOf: (api: string) => Observe;
  readonly handler: Handler;
};

type Load = Pick<Shedding, 'inFlight' | 'lagMs'> & {
  readonly openStreams: () => number;
  readonly executions: () => Readonly<Executions>;
};

/** Counters of this process in the text format of Prometheus. */
export function createMetrics(
  load: Load,
  { gauges = () => ({}), figures = (own) => own }: Pick<GatewayOptions, 'gauges' | 'figures'>,
): Metrics {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  collectDefaultMetrics({ register: registry, prefix: 'passerelle_' });
  gaugeOf('passerelle_requests_in_flight', 'Requests being answered.', load.inFlight, registers);
  gaugeOf('passerelle_timer_lag_ms', 'How late timers are, smoothed.', load.lagMs, registers);
  gaugeOf('passerelle_live_streams', 'Streams of live answers that are open.', load.openStreams, registers);
  new Counter({
    name: 'passerelle_operations_total',
    help: 'Operations by how they were executed: by the compiled plan, by Apollo, or by Apollo from what the plan had asked.',
    labelNames: ['path'],
    registers,
    collect() {
      this.reset();
      for (const [path, times] of Object.entries(load.executions())) this.inc({ path }, times);
    },
  });
  new Gauge({
    name: 'passerelle_subgraph_figures',
    help: 'Figures of the subgraphs of this process.',
    labelNames: ['figure'],
    registers,
    collect() {
      for (const [figure, value] of Object.entries(gauges())) this.set({ figure }, value);
    },
  });
  const tallies = new Map<string, Tally>();
  const text = figures(async () => `${spelled(await registry.metrics())}\n${textOf(tallies)}`);
  return {
    observerOf(api) {
      const tally = createTally();
      tallies.set(api, tally);
      return (work) => observed(tally, work);
    },
    handler: async () => ({
      status: 200,
      headers: { 'content-type': registry.contentType },
      body: await text(),
    }),
  };
}

/** The library writes what nothing was measured for as `Nan`; the format knows `NaN`. */
const spelled = (text: string): string => text.replaceAll(/ Nan$/gm, ' NaN');

async function observed<T extends { readonly status: number }>(tally: Tally, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  let status = 500;
  try {
    const reply = await work();
    status = reply.status;
    return reply;
  } catch (error) {
    status = Number((error as { readonly status?: unknown }).status ?? 500);
    throw error;
  } finally {
    count(tally, status, (performance.now() - start) / 1000);
  }
}

function gaugeOf(name: string, help: string, read: () => number, registers: Registry[]): void {
  new Gauge({
    name,
    help,
    registers,
    collect() {
      this.set(read());
    },
  });
}
