import type { Handler } from '@passerelle/server';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Shedding } from './load/shedding.ts';

export type Metrics = {
  /** Counts a request of one API and how long it took; what it answers or throws passes through. */
  readonly observe: <T extends { readonly status: number }>(api: string, work: () => Promise<T>) => Promise<T>;
  readonly handler: Handler;
};

type Load = Pick<Shedding, 'inFlight' | 'lagMs'> & { readonly openStreams: () => number };

/** Counters of this process in the text format of Prometheus. */
export function createMetrics(load: Load, gauges: () => Readonly<Record<string, number>> = () => ({})): Metrics {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  collectDefaultMetrics({ register: registry, prefix: 'passerelle_' });
  const requests = new Counter({
    name: 'passerelle_requests_total',
    help: 'Requests by API and HTTP status.',
    labelNames: ['api', 'status'],
    registers,
  });
  const seconds = new Histogram({
    name: 'passerelle_request_seconds',
    help: 'Time from the head of a request to its answer.',
    labelNames: ['api'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3, 10],
    registers,
  });
  gaugeOf('passerelle_requests_in_flight', 'Requests being answered.', load.inFlight, registers);
  gaugeOf('passerelle_timer_lag_ms', 'How late timers are, smoothed.', load.lagMs, registers);
  gaugeOf('passerelle_live_streams', 'Streams of live answers that are open.', load.openStreams, registers);
  new Gauge({
    name: 'passerelle_subgraph_figures',
    help: 'Figures of the subgraphs of this process.',
    labelNames: ['figure'],
    registers,
    collect() {
      for (const [figure, value] of Object.entries(gauges())) this.set({ figure }, value);
    },
  });
  const countOf = remembered((key) => {
    const [api = '', status = ''] = key.split(' ');
    return requests.labels(api, status);
  });
  const secondsOf = remembered((api) => seconds.labels(api));
  return {
    async observe(api, work) {
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
        countOf(`${api} ${status}`).inc();
        secondsOf(api).observe((performance.now() - start) / 1000);
      }
    },
    handler: async () => ({
      status: 200,
      headers: { 'content-type': registry.contentType },
      body: await registry.metrics(),
    }),
  };
}

/** Labels are put in order and joined each time they are given; what stands for them is kept instead. */
function remembered<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const found = known.get(key) ?? make(key);
    known.set(key, found);
    return found;
  };
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
