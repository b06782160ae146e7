import cluster from 'node:cluster';
import { readFile } from 'node:fs/promises';
import { readRegistry } from '@passerelle/contracts/registry';
import { migrate } from '@passerelle/database';
import {
  answersTo,
  callerWire,
  type Graph,
  HttpError,
  json,
  type Listening,
  type Logger,
  openExitsFile,
  openGraph,
  type Routes,
  StartError,
  type SubgraphName,
  serve,
  subgraphNames,
  tokenVerifier,
} from '@passerelle/server';
import { createAuthenticate } from './authenticate.ts';
import type { Config, LoadConfig } from './config.ts';
import { createDataSource, deadlineMs, inTime, localSend } from './data-sources.ts';
import { openDatabase, prepareDataDir } from './database.ts';
import { fillWhenEmpty } from './demo.ts';
import { loadFederation } from './federation.ts';
import { createWatchers, listenForWakes } from './live/wakes.ts';
import { figuresOfWorkers } from './load/figures.ts';
import { clientOf, createRateLimit } from './load/rate-limit.ts';
import { localRateStore, openRateStore } from './load/rate-store.ts';
import { type RemoteSend, remoteSend } from './remote/send.ts';
import { createGateway, type GatewayOptions } from './server.ts';
import { localNames, migrations, openersOf } from './subgraphs.ts';
import { readSupergraph, type SupergraphFile } from './supergraph.ts';

/** Of our own subgraphs: a supergraph does not hold them. */
const cacheHintsFile = new URL('../cache-hints.json', import.meta.url);

/** Until the graph is open. */
const starting: Routes = {
  'GET /health/live': async () => json(200, { status: 'live' }),
  'GET /health/ready': async () => json(503, { status: 'not ready', waitingFor: ['start'] }),
  '* /graphql': async () => {
    throw new HttpError(503, 'Starting; try again in a moment.', 'SERVICE_UNAVAILABLE');
  },
};

/**
 * Starts everything a gateway needs and serves it. `resources` takes over what was opened, also when this throws half
 * way; disposing of it ends the gateway. Answers where it listens.
 */
export async function startGateway(config: Config, log: Logger, resources: AsyncDisposableStack): Promise<string> {
  let routes = starting;
  // The port first: it is cheap to ask for, and all the rest is in vain without it.
  const door = await listen(config, () => routes, log);
  // Requests end first, then what they need, in the reverse order of its opening.
  const behind = new AsyncDisposableStack();
  resources.defer(() => behind.disposeAsync());
  resources.defer(door.close);
  await prepareDataDir(config.dataDir);

  const supergraph = await readSupergraph(config.supergraphFile);
  const local = localNames(supergraph, config);
  const { graph, adminUrl } = await openLocal(local, config, log, behind);
  const remotes = openRemotes(config, behind);
  const foreign = openForeign(supergraph, config, behind);
  const sends = new Map([...remotes, ...foreign]);
  const dataSourceOf = (name: string) => createDataSource(name, sendOf(name, graph, sends), log);
  const federation = await loadFederation(supergraph.sdl, dataSourceOf, log, config);
  const gateway = await createGateway({
    federation,
    authenticate: createAuthenticate(await tokenVerifier(config.tokenKeys, config.tokenNames)),
    // Another graph may have none of them.
    feeds: Object.fromEntries(
      (['inventory', 'orders'] as const)
        .filter((name) => supergraph.addresses.has(name))
        .map((name) => [name, sendOf(name, graph, remotes)]),
    ),
    notReady: () => whatIsNotReady(graph, remotes),
    introspection: config.introspection,
    watchers: await openWatchers(adminUrl, log, behind),
    clientOf: (caller, request) => clientOf(caller, request, config.load.isBehindProxy),
    rateLimit: await openRateLimit(config.load, adminUrl, log, behind),
    mostInFlight: config.load.mostInFlight,
    gauges: () => gaugesOf(graph),
    ...(cluster.isWorker ? { figures: figuresOfWorkers } : {}),
    documents: { registryOf: readRegistry, isTrustedOnly: config.trustedDocuments },
    cacheHints: JSON.parse(await readFile(cacheHintsFile, 'utf8')),
    log,
  });
  behind.defer(gateway.close);
  routes = gateway.routes;
  return `http://${config.host}:${door.port}/graphql`;
}

/** Figures of the subgraphs of this process. */
const gaugesOf = (graph: Graph | undefined): Readonly<Record<string, number>> =>
  Object.assign({}, ...[...(graph?.subgraphs.values() ?? [])].map(({ gauges }) => gauges?.()));

async function listen({ host, port, isCompressing }: Config, routes: () => Routes, log: Logger): Promise<Listening> {
  const onError = (err: unknown, requestId: string) => log.error({ err, requestId }, 'fault');
  return serve(routes, { host, port, isCompressing, onError, onAnswer: answersTo(log) }).catch(
    (error: { code?: string }) => {
      if (error.code === 'EADDRINUSE')
        throw new StartError(`PORT ${port} is taken on ${host}; set PORT to another one.`);
      throw new StartError(`HOST ${host} and PORT ${port} cannot be listened on (${error.code}).`);
    },
  );
}

/** The subgraphs of this process, on a migrated database; none, and no database, when all are served elsewhere. */
async function openLocal(
  names: readonly SubgraphName[],
  config: Config,
  log: Logger,
  behind: AsyncDisposableStack,
): Promise<{ readonly graph?: Graph; readonly adminUrl: string | undefined }> {
  if (names.length === 0) return { adminUrl: config.databaseUrl };
  const database = await openDatabase(config);
  behind.defer(database.stop);
  await migrate(database.adminUrl, migrations);
  const exits = await openExitsFile(config.exits, log);
  behind.defer(exits.close);
  const graph = await openGraph({
    databaseUrl: database.adminUrl,
    open: await openersOf(names),
    remote: config.remote,
    serviceSecret: config.serviceSecret,
    now: () => new Date(),
    log,
    shortcuts: config.shortcuts,
    exits,
  });
  behind.defer(graph.close);
  if (config.demo && names.length === subgraphNames.length) await fillWhenEmpty(database.adminUrl, graph);
  await graph.start();
  return { graph, adminUrl: database.adminUrl };
}

/** Hears what any process on the database changes. */
async function openWatchers(databaseUrl: string | undefined, log: Logger, behind: AsyncDisposableStack) {
  const watchers = createWatchers();
  if (databaseUrl) {
    const ears = await listenForWakes(databaseUrl, watchers, log);
    behind.defer(ears.close);
  } else {
    log.warn('DATABASE_URL is not set: nothing wakes live answers, they are looked at again every 30 s');
  }
  return watchers;
}

/** Over all processes that share the database; for this one alone when there is none. */
async function openRateLimit(
  { requestsPerSecond, burst, isBehindProxy }: LoadConfig,
  databaseUrl: string | undefined,
  log: Logger,
  behind: AsyncDisposableStack,
): Promise<GatewayOptions['rateLimit']> {
  if (requestsPerSecond === 0) return undefined;
  const rate = { perSecond: requestsPerSecond, burst: Math.max(1, burst) };
  const store = databaseUrl ? await openRateStore(databaseUrl, rate) : localRateStore(rate);
  behind.defer(store.close);
  const limit = createRateLimit(store, rate, log);
  return (caller, request) => limit(clientOf(caller, request, isBehindProxy));
}

function openRemotes(config: Config, behind: AsyncDisposableStack): ReadonlyMap<string, RemoteSend> {
  const wire = callerWire(config.serviceSecret);
  const remotes = new Map(
    Object.entries(config.remote).map(([name, url]) => [name, remoteSend(url, { ...config, wire })]),
  );
  for (const { close } of remotes.values()) behind.defer(close);
  return remotes;
}

/** Subgraphs of other people: where the environment says, or else where composition said. */
function openForeign(
  { addresses }: SupergraphFile,
  { foreign, isOwnClient }: Config,
  behind: AsyncDisposableStack,
): ReadonlyMap<string, RemoteSend> {
  const names = [...addresses.keys()].filter((name) => !(subgraphNames as readonly string[]).includes(name));
  return new Map(
    names.map((name) => {
      const variable = name.replaceAll(/\W/g, '_').toUpperCase();
      const url = foreign[variable] || addresses.get(name) || '';
      if (!URL.canParse(url)) {
        throw new StartError(
          `The supergraph has a subgraph "${name}"; set SUBGRAPH_${variable}_URL to where it is served.`,
        );
      }
      const send = remoteSend(url, { isOwnClient });
      behind.defer(send.close);
      return [name, send];
    }),
  );
}

function sendOf(name: string, graph: Graph | undefined, remotes: ReadonlyMap<string, RemoteSend>) {
  const remote = remotes.get(name);
  if (remote) return remote.send;
  const executor = graph?.executors.get(name as SubgraphName);
  if (!executor) throw new Error(`The supergraph has a subgraph "${name}" that nobody opened.`);
  return localSend(executor);
}

/** Names of the parts that would not answer. */
async function whatIsNotReady(graph: Graph | undefined, remotes: ReadonlyMap<string, RemoteSend>): Promise<string[]> {
  const [subgraph] = graph?.subgraphs.values() ?? [];
  const checks: [string, Promise<boolean>][] = [...remotes].map(([name, { isReady }]) => [name, isReady()]);
  if (subgraph) {
    const answers = inTime(deadlineMs, async () => subgraph.database.sql`select 1`).then(
      () => true,
      () => false,
    );
    checks.push(['database', answers]);
  }
  const results = await Promise.all(checks.map(async ([name, isReady]) => ((await isReady) ? [] : [name])));
  return results.flat();
}
