import { createHash } from 'node:crypto';
import { ApolloServer } from '@apollo/server';
import { anonymous } from '@passerelle/server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type SmallGateway, smallGateway } from '../../test/small-graph.ts';

const authenticate = async ({ headers }: { headers: { authorization?: string } }) =>
  headers.authorization ? { ...anonymous, kind: 'user' as const, subject: 'x' } : anonymous;

let knowing: SmallGateway;
let stock: SmallGateway;
beforeAll(async () => {
  [knowing, stock] = await Promise.all([smallGateway({ authenticate }), smallGateway({ authenticate, isFast: false })]);
});
afterAll(() => Promise.all([knowing[Symbol.asyncDispose](), stock[Symbol.asyncDispose]()]));

const place = 'query Place($id: ID!, $with: Boolean = true) { place(id: $id) { name quantity @include(if: $with) } }';
const two = 'query A { __typename } query B($id: ID!) { place(id: $id) { name } }';
const persistedQuery = { version: 1, sha256Hash: createHash('sha256').update(place).digest('hex') };
const variables = { id: '1' };

type Case = { body?: unknown; path?: string; search?: string; headers?: Record<string, string>; method?: string };

async function replyOf(gateway: SmallGateway, request: Case) {
  const { body, path = '/graphql', search = '', headers = {}, method = 'POST' } = request;
  const response = await fetch(gateway.url + path + search, {
    method,
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    headers: { 'content-type': 'application/json', 'x-request-id': 'same', ...headers },
  });
  const { date: _date, ...kept } = Object.fromEntries(response.headers);
  return { status: response.status, headers: kept, text: await response.text() };
}

/** How often Apollo Server is asked meanwhile. */
async function askedBy(work: () => Promise<unknown>): Promise<number> {
  const spy = vi.spyOn(ApolloServer.prototype, 'executeHTTPGraphQLRequest');
  await work();
  const { length } = spy.mock.calls;
  spy.mockRestore();
  return length;
}

const turns = 5;
/** Of that many, Apollo Server sees the first, which is planned, and the second, which is compiled. */
const learned = 2;

describe('a request that is known is answered as Apollo Server does, and without it:', () => {
  const accepting = (accept: string): Case => ({ body: { query: place, variables }, headers: { accept } });
  it.each<[string, Case]>([
    ['a query', { body: { query: '{ place(id: "é\u{1f600}") { name } }' } }],
    ['its variables', { body: { query: place, variables } }],
    [
      'all that may be null',
      { body: { query: '{ __typename }', variables: null, operationName: null, extensions: null } },
    ],
    ['an operation by its name', { body: { query: two, variables, operationName: 'B' } }],
    ['the other one of the same document', { body: { query: two, operationName: 'A' } }],
    ['a hash', { body: { variables, extensions: { persistedQuery } } }],
    ['a mutation', { body: { query: 'mutation { buy(sku: "1") { sku } }' }, headers: { authorization: 'x' } }],
    ['a variant', { path: '/graphql/storefront', body: { query: '{ place(id: "1") { name } }' } }],
    ['what is taken besides', { body: { query: place, variables, more: [1] } }],
    ['any media type', accepting('*/*')],
    ['JSON by name', accepting('application/json')],
    ['JSON of GraphQL', accepting('application/graphql-response+json')],
    ['the preferred one of both', accepting('application/json;q=0.5, application/graphql-response+json')],
    ['an address with a question', { search: '?a=b', body: { query: '{ places { name } }' } }],
  ])('%s', async (_what, request) => {
    await replyOf(knowing, { body: { query: place, variables, extensions: { persistedQuery } } });
    await replyOf(stock, { body: { query: place, variables, extensions: { persistedQuery } } });
    const expected = await replyOf(stock, request);
    expect(expected.status).toBe(200);
    const asked = await askedBy(async () => {
      for (let turn = 0; turn < turns; turn++) expect(await replyOf(knowing, request)).toEqual(expected);
    });
    expect(asked).toBeLessThanOrEqual(learned);
  });
});

describe('what is not plain is for Apollo Server each time:', () => {
  const query = place;
  it.each<[string, Case]>([
    ['a GET', { method: 'GET', search: `?query=${encodeURIComponent('{ __typename }')}` }],
    ['another method', { method: 'PUT', body: { query: '{ __typename }' } }],
    ['a media type nobody has', { body: { query, variables }, headers: { accept: 'text/html' } }],
    ['no JSON', { body: JSON.stringify({ query, variables }), headers: { 'content-type': 'text/plain' } }],
    ['broken JSON', { body: '{"query":' }],
    ['a list', { body: [{ query, variables }] }],
    ['nothing', { body: {} }],
    ['null', { body: 'null' }],
    ['no text', { body: { query: 1, variables } }],
    ['variables that are text', { body: { query, variables: '{}' } }],
    ['variables that are a list', { body: { query, variables: [] } }],
    ['a name that is none', { body: { query, variables, operationName: 1 } }],
    ['an empty name', { body: { query, variables, operationName: '' } }],
    ['a wrong name', { body: { query, variables, operationName: 'Other' } }],
    ['extensions that are text', { body: { query, variables, extensions: '' } }],
    ['a text with a wrong hash', { body: { query: `${query} `, variables, extensions: { persistedQuery } } }],
    ['an unknown hash', { body: { extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } } }],
    [
      'a hash of another kind',
      { body: { variables, extensions: { persistedQuery: { ...persistedQuery, version: 2 } } } },
    ],
    ['a wrong variable', { body: { query, variables: { id: {} } } }],
    ['no variable', { body: { query } }],
    ['a fault', { body: { query: '{ broken place(id: "1") { name } }' } }],
    ['introspection', { body: { query: '{ __schema { queryType { name } } }' } }],
    ['what the caller may not', { body: { query: 'mutation { buy(sku: "2") { sku } }' } }],
    ['what is too much', { path: '/graphql/partner', body: { query: '{ manyPlaces(first: 51) { id } }' } }],
  ])('%s', async (_what, request) => {
    for (const known of [
      { query, variables },
      { query, variables, extensions: { persistedQuery } },
    ]) {
      for (let turn = 0; turn < turns; turn++) await replyOf(knowing, { body: known });
      await replyOf(stock, { body: known });
    }
    for (let turn = 0; turn < 3; turn++) {
      expect(await replyOf(knowing, request)).toEqual(await replyOf(stock, request));
    }
  });

  it('the same operation of a caller who may not, of a costly variable, and one that breaks', async () => {
    const buy = { query: 'mutation Buy($sku: ID!) { buy(sku: $sku) { sku } }', variables: { sku: '1' } };
    const many = { query: 'query ($first: Int) { manyPlaces(first: $first) { id } }' };
    const authorization = 'x';
    for (let turn = 0; turn < turns; turn++) {
      await replyOf(knowing, { body: buy, headers: { authorization } });
      await replyOf(knowing, { path: '/graphql/partner', body: many });
    }
    const asked = await askedBy(async () => {
      expect(await replyOf(knowing, { body: buy, headers: { authorization } })).toMatchObject({ status: 200 });
      expect(await replyOf(knowing, { path: '/graphql/partner', body: many })).toMatchObject({ status: 200 });
    });
    expect(asked).toBe(0);
    for (const request of [{ body: buy }, { path: '/graphql/partner', body: { ...many, variables: { first: 51 } } }]) {
      const refused = await replyOf(knowing, request);
      expect(refused.status).toBeGreaterThanOrEqual(400);
      expect(refused).toEqual(await replyOf(stock, request));
    }
  });
});

it('a known request with variables that do not fit is counted once', async () => {
  const wrong = { query: place, variables: { id: {} } };
  for (let turn = 0; turn < turns; turn++) await replyOf(knowing, { body: { query: place, variables } });
  const { stock: before } = knowing.executions();
  await replyOf(knowing, { body: wrong });
  expect(knowing.executions().stock).toBe(before + 1);
});

it('a subgraph that fails is asked once by a known request, and what it says is told as Apollo Server does', async () => {
  let asked = 0;
  let isDown = false;
  const answer = async () => {
    asked += 1;
    if (isDown) return { data: { place: null }, errors: [{ message: 'down', path: ['place'] }] };
    return { data: { place: { name: 'Place 1' } } };
  };
  await using known = await smallGateway({ sends: { places: answer } });
  await using plain = await smallGateway({ sends: { places: answer }, isFast: false });
  const body = { query: '{ place(id: "1") { name } }' };
  for (let turn = 0; turn < turns; turn++) await replyOf(known, { body });
  isDown = true;
  asked = 0;
  const reply = await replyOf(known, { body });
  expect(asked).toBe(1);
  expect(known.executions().replayed).toBe(1);
  expect(reply).toEqual(await replyOf(plain, { body }));
});
