import { readFileSync } from 'node:fs';
import { variants } from '@passerelle/contracts/variants';
import { createLog, serve } from '@passerelle/server';
import { aCaller } from '@passerelle/testing';
import {
  buildASTSchema,
  buildClientSchema,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getIntrospectionQuery,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOf } from '../test/small-graph.ts';
import { createDataSource } from './data-sources.ts';
import { loadFederation } from './federation.ts';
import { createGateway } from './server.ts';

const sdl = readFileSync(new URL('../supergraph.gateway.graphql', import.meta.url), 'utf8');
const log = createLog('silent');
const everything = new AsyncDisposableStack();
/** All there is, also what only services may ask. */
let whole: GraphQLSchema;
let url: string;
let asked = 0;

beforeAll(async () => {
  const send = async () => {
    asked += 1;
    return { data: {} };
  };
  const federation = await loadFederation(sdl, (name) => createDataSource(name, send, log), log);
  const gateway = await createGateway({
    federation,
    authenticate: async () => aCaller('operator'),
    notReady: async () => [],
    // As in development: whoever makes a mistake is told what was perhaps meant.
    introspection: true,
    log,
  });
  everything.defer(gateway.close);
  const door = await serve(gateway.routes, { port: 0, onError: () => {} });
  everything.defer(door.close);
  url = `http://127.0.0.1:${door.port}`;
  whole = buildASTSchema(federation.supergraph, { assumeValid: true });
});
afterAll(() => everything.disposeAsync());

const post = (api: string, query: string, variables: object = {}) =>
  answerOf(
    fetch(`${url}${api === 'internal' ? '/graphql' : `/graphql/${api}`}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    }),
  );

/** What an API says of itself. */
const shownBy = async (api: string) => buildClientSchema((await post(api, getIntrospectionQuery())).body.data as never);

type Fields = Readonly<Record<string, GraphQLField<unknown, unknown>>>;
const fieldsOf = (type: GraphQLNamedType | undefined): Fields =>
  isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
const own = (schema: GraphQLSchema) =>
  Object.values(schema.getTypeMap()).filter(({ name }) => !/^(__|join__|link__)/.test(name));
const chunked = <T>(all: readonly T[], size: number) =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size));

/** Every word of a document that is wrong in an API since it names what is hidden there. */
function* hiddenDocuments(
  shown: GraphQLSchema,
): Generator<{ readonly query: string; readonly names: readonly string[] }> {
  const hiddenTypes = own(whole).filter(({ name }) => !shown.getType(name));
  for (const some of chunked(hiddenTypes, 20)) {
    const names = some.map(({ name }) => name);
    yield { names, query: `{ ${names.map((name) => `... on ${name} { __typename }`).join(' ')} }` };
    const inputs = some.filter(isInputType).map(({ name }) => name);
    if (inputs.length === 0) continue;
    const variables = inputs.map((name, n) => `$v${n}: ${name}`);
    yield { names: inputs, query: `query (${variables.join(', ')}) { __typename }` };
  }
  for (const type of own(whole)) {
    const here = shown.getType(type.name);
    if (!here) continue;
    const hidden = Object.keys(fieldsOf(type)).filter((name) => !fieldsOf(here)[name]);
    // The root of mutations is no type of a query.
    const head = type.name === 'Mutation' ? 'mutation { ...F }' : '{ ...F }';
    for (const names of chunked(hidden, type.name === 'Mutation' ? 5 : 20)) {
      yield { names, query: `${head} fragment F on ${type.name} { ${names.join(' ')} }` };
      // Near misses: nobody is told what was perhaps meant.
      const misspelt = names.map((name) => `${name.slice(0, -1)}${name.endsWith('x') ? 'y' : 'x'}`);
      yield { names: misspelt, query: `${head} fragment F on ${type.name} { ${misspelt.join(' ')} }` };
    }
    for (const field of Object.values(fieldsOf(here))) {
      const given = new Set(field.args.map(({ name }) => name));
      const args = (fieldsOf(type)[field.name]?.args ?? []).filter(({ name }) => !given.has(name));
      const selection = isCompositeType(getNamedType(field.type)) ? '{ __typename }' : '';
      for (const { name } of args) {
        yield {
          names: [name],
          query: `${head} fragment F on ${type.name} { ${field.name}(${name}: null) ${selection} }`,
        };
      }
    }
    if (isEnumType(type) && isEnumType(here)) {
      const values = type.getValues().filter(({ name }) => !here.getValue(name));
      for (const { name } of values)
        yield { names: [name], query: `query ($v: ${type.name} = ${name}) { __typename }` };
    }
    if (isInputObjectType(type) && isInputObjectType(here)) {
      const keys = Object.keys(type.getFields()).filter((name) => !here.getFields()[name]);
      for (const name of keys)
        yield { names: [name], query: `query ($v: ${type.name} = {${name}: null}) { __typename }` };
    }
  }
}

/** Names an API shows, of whatever kind. */
function namesOf(schema: GraphQLSchema): ReadonlySet<string> {
  const names = new Set(own(schema).map(({ name }) => name));
  for (const type of own(schema)) {
    for (const field of Object.values(fieldsOf(type))) {
      names.add(field.name);
      for (const arg of field.args) names.add(arg.name);
    }
    if (isInputObjectType(type)) for (const name of Object.keys(type.getFields())) names.add(name);
    if (isEnumType(type)) for (const { name } of type.getValues()) names.add(name);
  }
  return names;
}

describe.each([...variants, 'internal'])('what %s hides', (api) => {
  it('is refused by name, and no error tells a name that was not sent', { timeout: 120_000 }, async () => {
    const shown = await shownBy(api);
    const known = namesOf(shown);
    const secret = new Set([...namesOf(whole)].filter((name) => !known.has(name)));
    expect(secret.size).toBeGreaterThan(20);
    let tried = 0;
    for (const { query, names } of hiddenDocuments(shown)) {
      const { status, body } = await post(api, query);
      expect([status, body.data], query).toEqual([400, undefined]);
      const messages = body.errors?.map(({ message }) => message) ?? [];
      for (const name of names) {
        tried += 1;
        expect(
          messages.some((message) => message.includes(`"${name}"`)),
          `${name}: ${messages}`,
        ).toBe(true);
      }
      const told = messages.join(' ').match(/[A-Za-z_]\w+/g) ?? [];
      expect(
        told.filter((word) => secret.has(word) && !query.includes(word)),
        query,
      ).toEqual([]);
    }
    expect(tried).toBeGreaterThan(80);
    expect(asked).toBe(0);
  });

  it('is nothing to introspection, nor to a stream', async () => {
    const shown = await shownBy(api);
    const hidden = own(whole).filter(({ name }) => !shown.getType(name));
    for (const some of chunked(hidden, 15)) {
      const query = `{ ${some.map(({ name }, n) => `t${n}: __type(name: "${name}") { name }`).join(' ')} }`;
      const { body } = await post(api, query);
      expect(new Set(Object.values(body.data ?? {}))).toEqual(new Set([null]));
    }
    for (const [query, live] of [
      ['order', 'orderChanged(id: "x")'],
      ['location', 'fulfillmentQueueChanged(locationId: "x")'],
    ]) {
      const type = query && shown.getQueryType()?.getFields()[query]?.type;
      if (!type || !shown.getSubscriptionType()?.getFields()[String(live).split('(')[0] as string]) continue;
      const { name } = getNamedType(type);
      const [field] = Object.keys(fieldsOf(whole.getType(name))).filter((each) => !fieldsOf(shown.getType(name))[each]);
      if (!field) continue;
      const response = await fetch(`${url}${api === 'internal' ? '/graphql' : `/graphql/${api}`}/stream`, {
        method: 'POST',
        headers: { accept: 'text/event-stream' },
        body: JSON.stringify({ query: `subscription { ${live} { ${field} } }` }),
      });
      expect(await response.text()).toContain(`Cannot query field \\"${field}\\" on type \\"${name}\\".`);
    }
    expect(asked).toBe(0);
  });
});

it.each([
  [
    'storefront',
    'query ($f: PickupStoreFilter) { pickupStores(channelId: "c", items: [], filter: $f) { nodes { readyAt } } }',
    { f: { includeIneligible: true } },
  ],
  ['storefront', 'query ($f: OrderFilter) { orders(filter: $f) { nodes { id } } }', { f: { locationIds: ['x'] } }],
  ['storefront', 'query ($f: ReturnFilter) { returns(filter: $f) { nodes { id } } }', { f: { locationIds: ['x'] } }],
  [
    'store-app',
    'query ($f: PickupStoreFilter) { pickupStores(channelId: "c", items: [], filter: $f) { nodes { readyAt } } }',
    { f: { includeIneligible: true } },
  ],
  [
    'partner',
    'mutation ($i: PlaceOrderInput!) { placeOrder(input: $i) { order { id } } }',
    { i: { privateAttributes: [] } },
  ],
])('%s takes no hidden key out of a variable either: %s', async (api, query, variables) => {
  const { status, body } = await post(api, query, variables);
  expect([status, body.errors?.[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
  const [[key = ''] = []] = Object.values(variables).map(Object.keys);
  expect(body.errors?.map(({ message }) => message).join()).toContain(`Field "${key}" is not defined by type`);
  expect(asked).toBe(0);
});
