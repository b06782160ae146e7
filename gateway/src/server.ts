import type { IncomingMessage } from 'node:http';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { CacheHints } from '@passerelle/contracts/cache-hints';
import { withLive } from '@passerelle/contracts/live';
import type { Registry } from '@passerelle/contracts/registry';
import { filterSchema, type Variant, variants } from '@passerelle/contracts/variants';
import { apolloHandler, type Caller, json, type Logger, type Routes, requestIdOf } from '@passerelle/server';
import type { GraphQLSchema } from 'graphql';
import type { Authenticate } from './authenticate.ts';
import { watchCost } from './cost.ts';
import type { GatewayContext } from './data-sources.ts';
import { watchCaching, withEntityTag } from './documents/caching.ts';
import { type Check, createStoredDocuments, type StoredDocuments } from './documents/stored-documents.ts';
import { stringifyResult } from './execution/plugin.ts';
import { apiOf, type Federation, readOwnScalars } from './federation.ts';
import { type FeedSends, feedRoutes } from './feeds/routes.ts';
import { httpStatus } from './http-status.ts';
import { createLimits } from './limits.ts';
import type { LiveTimes } from './live/answers.ts';
import { createStreams } from './live/stream.ts';
import { createWatchers, type Watchers } from './live/wakes.ts';
import { clientOf } from './load/rate-limit.ts';
import { createShedding } from './load/shedding.ts';
import { createMetrics } from './metrics.ts';
import { graphiqlRoutes } from './people/graphiql.ts';
import { formatError, readEnforceableRules, watchPolicy } from './policy.ts';
import { together, type Watch } from './together.ts';

export type GatewayOptions = {
  readonly federation: Federation;
  readonly authenticate: Authenticate;
  /** Names of what is not ready: the database, subgraphs served elsewhere. */
  readonly notReady: () => Promise<readonly string[]>;
  readonly introspection: boolean;
  /** Who is told when something changes; without it live answers are only looked at again now and then. */
  readonly watchers?: Watchers;
  readonly liveTimes?: LiveTimes;
  /** Whose share a request takes; goes by token or address unless told. */
  readonly clientOf?: (caller: Caller, request: IncomingMessage) => string;
  /** Refuses a request whose client has had its share. */
  readonly rateLimit?: (caller: Caller, request: IncomingMessage) => Promise<void>;
  readonly mostInFlight?: number;
  /** Documents each API knows by their hash; storefront and store-app take no others when `isTrustedOnly`. */
  readonly documents?: { readonly registryOf: (api: Api) => Registry; readonly isTrustedOnly: boolean };
  readonly cacheHints?: CacheHints;
  /** Where files of stock and of orders go; without it none are taken. */
  readonly feeds?: FeedSends;
  readonly log: Logger;
  /** More figures for `/metrics`, by name. */
  readonly gauges?: () => Readonly<Record<string, number>>;
  /** Puts the text of `/metrics` together from this process's and others'. */
  readonly figures?: (own: () => Promise<string>) => () => Promise<string>;
};

/** A shopper's request is never large; the largest are pages of stock events. */
const limitBytes = 1024 * 1024;

/** The doors of the graph: the whole of it at `/graphql`, a variant each at `/graphql/…`, and health. */
export async function createGateway(options: GatewayOptions) {
  const { federation, notReady } = options;
  const servers: ApolloServer<GatewayContext>[] = [];
  const routes: Record<string, Routes[string]> = {
    'GET /health/live': async () => json(200, { status: 'live' }),
    'GET /health/ready': async () => {
      const waitingFor = await notReady();
      return waitingFor.length === 0 ? json(200, { status: 'ready' }) : json(503, { status: 'not ready', waitingFor });
    },
  };
  if (options.introspection) Object.assign(routes, graphiqlRoutes(['internal', ...variants]));
  Object.assign(routes, options.feeds && feedRoutes(contextOf(options), options.feeds));
  const check = createLimits();
  const context = contextOf(options);
  const shedding = createShedding({ mostInFlight: options.mostInFlight ?? 1000 });
  const streams = createStreams({
    ...options,
    watchers: options.watchers ?? createWatchers(),
    contextOf: context,
    clientOf: options.clientOf ?? ((caller, request) => clientOf(caller, request, false)),
    shedding,
    times: options.liveTimes,
  });
  const metrics = createMetrics({ ...shedding, openStreams: streams.open, executions: federation.executions }, options);
  routes['GET /metrics'] = metrics.handler;
  for (const [api, schema] of apis(federation)) {
    const documents = documentsOf(api, options);
    const watches = watchesOf(api, options);
    const server = await startApollo(schema, documents, watches, options);
    servers.push(server);
    const path = api === 'internal' ? '/graphql' : `/graphql/${api}`;
    const shortcut = federation.knownRequestsOf(schema, (checked) => {
      for (const watch of watches) watch.didResolveOperation?.(checked);
    });
    const handle = apolloHandler(server, { limitBytes, context, check: both(documents.check, check), shortcut });
    const observe = metrics.observerOf(api);
    routes[`* ${path}`] = (request, url) =>
      observe(() => shedding.admit(async () => withEntityTag(await handle(request, url), request)));
    const open = streams.handler(server, schema, documents, check);
    const observeStream = metrics.observerOf(`${api}-stream`);
    routes[`* ${path}/stream`] = (request, url) => observeStream(() => open(request, url));
  }
  return {
    routes: routes as Routes,
    close: async () => {
      shedding.close();
      await Promise.all(servers.map((server) => server.stop()));
      await federation.stop();
    },
  };
}

const contextOf =
  ({ authenticate, rateLimit }: GatewayOptions) =>
  async (request: IncomingMessage): Promise<GatewayContext> => {
    const caller = await authenticate(request);
    await rateLimit?.(caller, request);
    return { caller, requestId: requestIdOf(request), silent: new Set() };
  };

/** A variant, or the whole graph. */
export type Api = Variant | 'internal';

function apis(federation: Federation): [Api, GraphQLSchema][] {
  const outside = variants.map((variant): [Api, GraphQLSchema] => {
    const schema = filterSchema(federation.apiSchema, federation.supergraph, variant);
    readOwnScalars(schema);
    return [variant, schema];
  });
  return [['internal', federation.apiSchema], ...outside];
}

const trusting: readonly Api[] = ['storefront', 'store-app'];
const noDocuments: Registry = new Map();

const documentsOf = (api: Api, { documents }: GatewayOptions): StoredDocuments =>
  createStoredDocuments(
    documents?.registryOf(api) ?? noDocuments,
    documents?.isTrustedOnly === true && trusting.includes(api),
  );

const both =
  (first: Check, second: Check): Check =>
  (query) => {
    first(query);
    second(query);
  };

/** All that looks at the requests of an API. */
const watchesOf = (api: Api, { federation, cacheHints = {}, log }: GatewayOptions): readonly Watch[] => [
  watchPolicy(readEnforceableRules(federation.supergraph), log),
  watchCost(federation.supergraph, api),
  watchCaching(cacheHints),
  httpStatus,
];

async function startApollo(
  schema: GraphQLSchema,
  documents: StoredDocuments,
  watches: readonly Watch[],
  options: GatewayOptions,
) {
  const { federation, introspection, log } = options;
  const server = new ApolloServer<GatewayContext>({
    gateway: apiOf(federation, schema, withLive(schema)),
    introspection,
    hideSchemaDetailsFromClientErrors: !introspection,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    // A form of another site can send neither a token nor JSON, and a GET changes nothing.
    csrfPrevention: false,
    persistedQueries: { cache: documents.cache },
    formatError,
    stringifyResult,
    logger: { debug: () => {}, info: () => {}, warn: (text) => log.warn(text), error: (text) => log.error(text) },
    plugins: [
      together(watches, federation.pluginsOf(schema)),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      // Its own page comes from elsewhere; ours is at `/`.
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await server.start();
  return server;
}
