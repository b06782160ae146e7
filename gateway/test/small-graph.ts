import { composeGraph } from '@passerelle/contracts';
import {
  buildSchema,
  callerWire,
  createExecutor,
  createLog,
  type Executor,
  type Subgraph,
  scalars,
  serve,
  serveSubgraph,
} from '@passerelle/server';
import { GraphQLError, parse } from 'graphql';
import { type Authenticate, createAuthenticate } from '../src/authenticate.ts';
import { createDataSource, localSend, type Send } from '../src/data-sources.ts';
import { type Federation, loadFederation } from '../src/federation.ts';
import { remoteSend } from '../src/remote/send.ts';
import { createGateway, type GatewayOptions } from '../src/server.ts';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@tag", "@inaccessible", "@requiresScopes", "@authenticated", "@shareable", "@cost", "@listSize"])
`;

const places = `${link}
"A moment." scalar DateTime
type Query {
  "One place." place("Its id." id: ID!): Place @tag(name: "storefront") @tag(name: "store-app") @tag(name: "partner")
  "One order, which here is a place." order("Its id." id: ID!): Place @tag(name: "storefront") @authenticated
  "Found places." places("What to find." filter: PlaceFilter, "When." at: DateTime): [Place!] @tag(name: "storefront")
  "For us." secretPlaces: [Place!]
  "For us too." hiddenNumber: Int @inaccessible
  "Places, 20 a page unless asked otherwise, 50 at most." manyPlaces("Wanted." first: Int): [Place!] @listSize(assumedSize: 20, slicingArguments: ["first"]) @cost(weight: 3) @tag(name: "partner")
  "Breaks." broken: String @tag(name: "storefront")
}
"A place." type Place @key(fields: "id") {
  "Its id." id: ID! @tag(name: "storefront") @tag(name: "store-app") @tag(name: "partner")
  "Its name." name: String! @tag(name: "storefront")
  "Its code." code: String @requiresScopes(scopes: [["network:read"]])
  "Its kind." kind: PlaceKind! @tag(name: "storefront")
  "Its twin." costly: Place @cost(weight: 20) @tag(name: "partner")
}
"Kinds." enum PlaceKind { "A shop." SHOP "Ours." LABORATORY @tag(name: "internal") }
"A filter." input PlaceFilter { "By kind." kind: PlaceKind "For us." risky: Boolean @tag(name: "internal") }
`;

const goods = `${link}
type Query { "A good." good("Its sku." sku: ID!): Good @tag(name: "storefront") }
type Mutation { "Buys." buy("Its sku." sku: ID!): Good @tag(name: "storefront") @authenticated }
"A good." type Good @key(fields: "sku") { "Its sku." sku: ID! @tag(name: "storefront") }
type Place @key(fields: "id") { id: ID! "Units." quantity: Int @tag(name: "storefront") "Ours." margin: Int }
`;

const isolated = (name: string) => ({ id: name, name: `Place ${name}`, code: `code-${name}`, kind: 'SHOP' });

const resolvers = {
  places: {
    DateTime: scalars.DateTime,
    Query: {
      place: (_root: unknown, { id }: { id: string }) => isolated(id),
      order: (_root: unknown, { id }: { id: string }) => isolated(id),
      places: () => [isolated('1'), isolated('2')],
      manyPlaces: () => [isolated('1')],
      secretPlaces: () => [isolated('3')],
      broken: () => {
        throw new Error('select * from secrets at postgres://admin:pw@10.0.0.1/db');
      },
    },
    Place: { __resolveReference: ({ id }: { id: string }) => isolated(id) },
  },
  goods: {
    Query: { good: (_root: unknown, { sku }: { sku: string }) => ({ sku }) },
    Mutation: { buy: (_root: unknown, { sku }: { sku: string }) => ({ sku }) },
    Place: { __resolveReference: ({ id }: { id: string }) => ({ id, quantity: 7, margin: 3 }) },
  },
};

export type SmallName = keyof typeof resolvers;
const texts = { places, goods };
const log = createLog('silent');
export const secret = 'a secret of thirty-two characters';

export const smallSupergraph = (): string =>
  composeGraph(
    (Object.keys(texts) as SmallName[]).map((name) => ({ name, sdl: texts[name], document: parse(texts[name]) })),
  ).gatewaySupergraph;

/** A subgraph with no database behind it. */
export function smallSubgraph(name: SmallName): Subgraph {
  const typeDefs = parse(texts[name]);
  return {
    name: name as never,
    typeDefs,
    schema: buildSchema(typeDefs, resolvers[name]),
    createContext: (request: object) => ({ ...request }),
    receive: async () => {},
  } as unknown as Subgraph;
}

export const smallExecutor = (name: SmallName): Executor => createExecutor(smallSubgraph(name), log);
export const serveSmall = (name: SmallName) =>
  serveSubgraph(smallSubgraph(name), { port: 0, serviceSecret: secret, log });

export type SmallGateway = AsyncDisposable & {
  readonly url: string;
  readonly executions: Federation['executions'];
  readonly post: (body: unknown, options?: { path?: string; headers?: Record<string, string> }) => Promise<Answer>;
};
export type Answer = { status: number; headers: Headers; body: { data?: never; errors?: AnswerError[] } };
type AnswerError = { message: string; path?: unknown[]; extensions: { code: string } };

export type SmallOptions = {
  readonly sends?: Partial<Record<SmallName, Send>>;
  readonly introspection?: boolean;
  readonly authenticate?: Authenticate;
  readonly notReady?: readonly string[];
  readonly rateLimit?: GatewayOptions['rateLimit'];
  readonly mostInFlight?: number;
  readonly documents?: GatewayOptions['documents'];
  readonly cacheHints?: GatewayOptions['cacheHints'];
  readonly isFast?: boolean;
  readonly watchers?: GatewayOptions['watchers'];
  readonly liveTimes?: GatewayOptions['liveTimes'];
  readonly slowReaderMs?: number;
};

/** The gateway over the small graph, on a free port; each subgraph in this process unless told otherwise. */
export async function smallGateway(options: SmallOptions = {}): Promise<SmallGateway> {
  const sendOf = (name: SmallName) => options.sends?.[name] ?? localSend(smallExecutor(name));
  const federation = await loadFederation(
    smallSupergraph(),
    (name) => createDataSource(name, sendOf(name as SmallName), log),
    log,
    { isFast: options.isFast },
  );
  const refuseAll = async () => {
    throw new GraphQLError('no token is good here');
  };
  const gateway = await createGateway({
    federation,
    authenticate: options.authenticate ?? createAuthenticate(refuseAll),
    notReady: async () => options.notReady ?? [],
    introspection: options.introspection ?? true,
    rateLimit: options.rateLimit,
    mostInFlight: options.mostInFlight,
    documents: options.documents,
    cacheHints: options.cacheHints,
    watchers: options.watchers,
    liveTimes: options.liveTimes,
    log,
  });
  const door = await serve(gateway.routes, { port: 0, onError: () => {}, slowReaderMs: options.slowReaderMs });
  const url = `http://127.0.0.1:${door.port}`;
  return {
    url,
    executions: federation.executions,
    post: (body, { path = '/graphql', headers = {} } = {}) =>
      answerOf(
        fetch(url + path, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: typeof body === 'string' ? body : JSON.stringify(body),
        }),
      ),
    async [Symbol.asyncDispose]() {
      await door.close();
      await gateway.close();
    },
  };
}

export async function answerOf(response: Promise<Response>): Promise<Answer> {
  const { status, headers, text } = await response.then(async (answer) => ({
    status: answer.status,
    headers: answer.headers,
    text: await answer.text(),
  }));
  return { status, headers, body: text ? JSON.parse(text) : {} };
}

export const codeOf = ({ body }: Answer) => body.errors?.[0]?.extensions.code;

export const remote = (url: string, { key = secret, isOwnClient = true } = {}) =>
  remoteSend(url, { wire: callerWire(key), isOwnClient });
