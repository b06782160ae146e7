import type { IncomingMessage } from 'node:http';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
} from '@apollo/server/plugin/disabled';
import { composeGraph } from '@passerelle/contracts';
import {
  anonymous,
  apolloHandler,
  buildSchema,
  createExecutor,
  createLog,
  type Routes,
  requestIdOf,
  type Subgraph,
  serve,
} from '@passerelle/server';
import { parse } from 'graphql';
import { createAuthenticate } from '../../gateway/src/authenticate.ts';
import { createDataSource, type GatewayContext, localSend } from '../../gateway/src/data-sources.ts';
import { stringifyResult } from '../../gateway/src/execution/plugin.ts';
import { apiOf, loadFederation } from '../../gateway/src/federation.ts';
import { clientOf, createRateLimit } from '../../gateway/src/load/rate-limit.ts';
import { localRateStore } from '../../gateway/src/load/rate-store.ts';
import { createGateway } from '../../gateway/src/server.ts';

/** The gateway over three subgraphs that answer from memory: no database hides what the gateway itself costs. */
const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@tag"])
`;
/** Each variant of the API must show something. */
const tags = '@tag(name: "storefront") @tag(name: "store-app") @tag(name: "partner")';
const texts = {
  stock: `${link}
"Found." type Query { "Of SKUs." availability("Which." skus: [ID!]!): [Availability!]! "Near." pickup("How many." first: Int!): [Pickup!]! }
"One." type Availability { "Its sku." sku: ID! "Units." quantity: Int! "How." status: Status! "Stores." stores: Int "Note." note: String }
"How." enum Status { "Yes." IN_STOCK "No." OUT_OF_STOCK }
"One." type Pickup { "Where." store: Store! "Units." quantity: Int! "Metres." distance: Float! }
type Store @key(fields: "id", resolvable: false) { id: ID! }
type Good @key(fields: "sku") { sku: ID! "Its." availability: Availability }`,
  stores: `${link}
"Found." type Query { "One." store("Its id." id: ID!): Store ${tags} }
"A store." type Store @key(fields: "id") { "Id." id: ID! ${tags} "Name." name: String! "Where." address: Address! "When." hours: [Hours!]! }
"Where." type Address { "Street." street: String! "City." city: String! "Code." code: String "Country." country: String! }
"When." type Hours { "Day." day: Int! "From." opens: String! "To." closes: String! }`,
  orders: `${link}
"Found." type Query { "One." order("Its id." id: ID!): Order }
"An order." type Order { "Id." id: ID! "Number." number: String! "Total." total: Int! "Lines." lines: [Line!]! "Where." store: Store }
"A line." type Line { "Id." id: ID! "How many." quantity: Int! "What." good: Good! }
"A good." type Good @key(fields: "sku") { "Sku." sku: ID! }
type Store @key(fields: "id", resolvable: false) { id: ID! }`,
};

const availabilityOf = (sku: string) => ({ sku, quantity: 7, status: 'IN_STOCK', stores: 12, note: null });
const storeOf = (id: string) => ({
  id,
  name: `Store ${id}`,
  address: { street: '1 High Street', city: 'Zürich', code: '8000', country: 'CH' },
  hours: Array.from({ length: 7 }, (_, day) => ({ day, opens: '09:00', closes: '18:30' })),
});

const resolvers = {
  stock: {
    Query: {
      availability: (_root: unknown, { skus }: { skus: string[] }) => skus.map(availabilityOf),
      pickup: (_root: unknown, { first }: { first: number }) =>
        Array.from({ length: first }, (_, id) => ({ store: { id: `s${id}` }, quantity: id, distance: id * 10.5 })),
    },
    Good: {
      __resolveReference: ({ sku }: { sku: string }) => ({ sku }),
      availability: ({ sku }: { sku: string }) => availabilityOf(sku),
    },
  },
  stores: {
    Query: { store: (_root: unknown, { id }: { id: string }) => storeOf(id) },
    Store: { __resolveReference: ({ id }: { id: string }) => storeOf(id) },
  },
  orders: {
    Query: {
      order: (_root: unknown, { id }: { id: string }) => ({
        id,
        number: `N-${id}`,
        total: 12_900,
        lines: Array.from({ length: 6 }, (_, line) => ({
          id: `${id}-${line}`,
          quantity: 2,
          good: { sku: `k${line}` },
        })),
        store: { id: 's1' },
      }),
    },
    Good: { __resolveReference: ({ sku }: { sku: string }) => ({ sku }) },
  },
};

const log = createLog('error');
const executorOf = (name: keyof typeof texts) => {
  const typeDefs = parse(texts[name]);
  const schema = buildSchema(typeDefs, resolvers[name]);
  const subgraph = { name, typeDefs, schema, createContext: (request: object) => ({ ...request }) };
  return createExecutor(subgraph as unknown as Subgraph, log);
};
const names = Object.keys(texts) as (keyof typeof texts)[];
const { gatewaySupergraph } = composeGraph(
  names.map((name) => ({ name, sdl: texts[name], document: parse(texts[name]) })),
);
const federation = await loadFederation(
  gatewaySupergraph,
  (name) => createDataSource(name, localSend(executorOf(name as keyof typeof texts)), log),
  log,
  { isFast: process.env.FAST_PATH !== 'off' },
);
/** More than a closed loop of clients can use up. */
const rate = { perSecond: 100_000, burst: 200_000 };
const limit = createRateLimit(localRateStore(rate), rate, log);
/** All that the gateway looks at before and after it executes: tokens, rates, limits, scopes, cost, caching, shedding, metrics. */
const checked = async () =>
  (
    await createGateway({
      federation,
      authenticate: createAuthenticate(async () => ({ ...anonymous, kind: 'user', subject: 'somebody' })),
      rateLimit: (caller, request) => limit(clientOf(caller, request, false)),
      notReady: async () => [],
      introspection: false,
      mostInFlight: 10_000,
      log,
    })
  ).routes;

/** The same server, planner, executor and known requests, and nothing else. */
async function unchecked(): Promise<Routes> {
  const schema = federation.apiSchema;
  const server = new ApolloServer<GatewayContext>({
    gateway: apiOf(federation, schema),
    stringifyResult,
    csrfPrevention: false,
    plugins: [
      ...federation.pluginsOf(schema),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginCacheControlDisabled(),
    ],
  });
  await server.start();
  const context = async (request: IncomingMessage) => ({
    caller: anonymous,
    requestId: requestIdOf(request),
    silent: new Set<string>(),
  });
  const shortcut = federation.knownRequestsOf(schema, () => {});
  return { '* /graphql': apolloHandler(server, { limitBytes: 1024 * 1024, context, shortcut }) };
}

const routes = process.env.CHECKS === 'off' ? await unchecked() : await checked();
const door = await serve(routes, { port: 0, onError: (error) => console.error(error) });
console.log(`ready http://127.0.0.1:${door.port}/graphql`);
process.once('SIGTERM', () => process.exit(0));
