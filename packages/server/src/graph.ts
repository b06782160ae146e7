import { ownerOf, roleUrl } from '@passerelle/database';
import {
  deliverWaiting,
  eventWire,
  runDueJobs,
  type Send,
  startDelivery,
  startJobs,
  startSweeps,
  startWaking,
} from '@passerelle/events';
import type { Exits } from '@passerelle/exits';
import { Pool } from 'undici';
import { callerWire } from './caller.ts';
import { createExecutor, type Executor } from './executor.ts';
import type { Logger } from './log.ts';
import { localService, remoteService, type ServiceCall, ServiceError, type Services } from './services.ts';
import { type OpenSubgraph, type Shortcuts, type Subgraph, type SubgraphName, subgraphNames } from './subgraph.ts';
import { traced } from './tracing.ts';

export type GraphOptions = {
  /** Administrator's URL, from which each role's own is derived; or a function that knows each subgraph's URL. */
  readonly databaseUrl: string | ((name: SubgraphName) => string);
  /** What to open in this process; opened in the order of the data flow. */
  readonly open: Readonly<Partial<Record<SubgraphName, OpenSubgraph>>>;
  /** Where the others are served, for example `http://127.0.0.1:4101/graphql`. */
  readonly remote: Readonly<Partial<Record<SubgraphName, string>>>;
  readonly serviceSecret: string;
  readonly now: () => Date;
  readonly log: Logger;
  readonly poolSize?: number;
  readonly onStatement?: (text: string) => void;
  readonly shortcuts?: Shortcuts;
  /** Closed by whoever opened it. */
  readonly exits?: Exits;
};

/** The subgraphs of this process, wired to each other and to those elsewhere. */
export type Graph = {
  readonly subgraphs: ReadonlyMap<SubgraphName, Subgraph>;
  readonly executors: ReadonlyMap<SubgraphName, Executor>;
  /** Fills projections and starts jobs and timers. */
  readonly start: () => Promise<void>;
  /** Does everything that is due now, events included, and returns; instead of `start`, in tests and loaders. */
  readonly settle: (options?: { readonly jobsAtOnce?: number }) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** A subgraph may call those to its left. */
const leftOf = (name: SubgraphName) => subgraphNames.slice(0, subgraphNames.indexOf(name));

/** Tells every gateway on the same database what a subgraph changes, until stopped. */
export const wakesOf = ({ database, name, wakes = [] }: Subgraph, log: Logger) =>
  startWaking({
    database,
    sources: wakes,
    onError: (err) => log.error({ err, subgraph: name }, 'live answers not woken'),
  });

export async function openGraph(options: GraphOptions): Promise<Graph> {
  const subgraphs = new Map<SubgraphName, Subgraph>();
  const executors = new Map<SubgraphName, Executor>();
  const { databaseUrl, log } = options;

  function reach(callee: SubgraphName, caller: SubgraphName): ServiceCall | undefined {
    if (options.open[callee]) return localService(callee, caller, () => executors.get(callee) as Executor);
    const url = options.remote[callee];
    return url ? remoteService(callee, caller, { url, wire: callerWire(options.serviceSecret) }) : undefined;
  }

  for (const name of subgraphNames) {
    const open = options.open[name];
    if (!open) continue;
    const services: Services = Object.fromEntries(leftOf(name).map((callee) => [callee, reach(callee, name)]));
    const subgraph = await open({
      databaseUrl: typeof databaseUrl === 'string' ? roleUrl(databaseUrl, ownerOf(name)) : databaseUrl(name),
      services,
      now: options.now,
      log,
      poolSize: options.poolSize,
      onStatement: options.onStatement,
      shortcuts: options.shortcuts,
      ...(options.exits ? { exits: options.exits } : {}),
    });
    subgraphs.set(name, subgraph);
    const executor = createExecutor(subgraph, log, options.shortcuts);
    const spanned = { name: `execute ${name}` };
    executors.set(name, (operation, request) => traced(spanned, () => executor(operation, request)));
  }
  return { subgraphs, executors, ...lifecycle(subgraphs, options) };
}

/** Events go straight to a subscriber of this process, and as signed CloudEvents to one elsewhere. */
function createSend(source: SubgraphName, subgraphs: Map<SubgraphName, Subgraph>, options: GraphOptions): Send {
  const wire = eventWire(options.serviceSecret);
  const pools = new Map<string, Pool>();
  return async (subscriber, events) => {
    const local = subgraphs.get(subscriber as SubgraphName);
    if (local) return local.receive(events);
    const url = options.remote[subscriber as SubgraphName];
    if (!url) throw new ServiceError(`nobody knows where ${subscriber} is`);
    const { origin } = new URL(url);
    const pool = pools.get(origin) ?? new Pool(origin, { connections: 2, headersTimeout: 10_000 });
    pools.set(origin, pool);
    const { body, headers } = wire.seal(events, source);
    const response = await pool.request({ method: 'POST', path: '/events', headers, body });
    await response.body.dump();
    if (response.statusCode !== 202) throw new ServiceError(`${subscriber} answered ${response.statusCode} to events`);
  };
}

function lifecycle(subgraphs: ReadonlyMap<SubgraphName, Subgraph>, options: GraphOptions) {
  const sends = new Map(
    [...subgraphs.keys()].map((name) => [name, createSend(name, subgraphs as Map<SubgraphName, Subgraph>, options)]),
  );
  const { log } = options;
  const jobsOf = ({ name, database: { url }, owner, tasks }: Subgraph) => ({
    url,
    owner,
    tasks,
    onError: (err: unknown, task: string) => log.error({ err, subgraph: name, task }, 'job'),
  });
  const deliveryOf = ({ name, database }: Subgraph) => ({
    database,
    send: sends.get(name) as Send,
    onError: (err: unknown, subscriber: string) => log.error({ err, subgraph: name, subscriber }, 'delivery'),
  });
  const runners: { stop: () => Promise<void> }[] = [];

  return {
    async start() {
      for (const subgraph of subgraphs.values()) await subgraph.start?.();
      for (const subgraph of subgraphs.values()) {
        runners.push(startDelivery(deliveryOf(subgraph)), await startJobs(jobsOf(subgraph)), wakesOf(subgraph, log));
        runners.push(
          startSweeps(subgraph.sweeps ?? {}, (err, sweep) =>
            log.error({ err, subgraph: subgraph.name, sweep }, 'sweep'),
          ),
        );
      }
    },
    async settle({ jobsAtOnce }: { readonly jobsAtOnce?: number } = {}) {
      for (const subgraph of subgraphs.values()) {
        await runDueJobs(jobsOf(subgraph), jobsAtOnce);
        for (const { work } of Object.values(subgraph.sweeps ?? {})) await work();
        await deliverWaiting(deliveryOf(subgraph));
      }
    },
    async close() {
      await Promise.all(runners.map((runner) => runner.stop()));
      for (const subgraph of [...subgraphs.values()].reverse()) await subgraph.close();
    },
  };
}
