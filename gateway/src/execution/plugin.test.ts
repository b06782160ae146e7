import { createHash } from 'node:crypto';
import { anonymous } from '@passerelle/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SmallGateway, smallGateway } from '../../test/small-graph.ts';

const authenticate = async ({ headers }: { headers: { authorization?: string } }) =>
  headers.authorization ? { ...anonymous, kind: 'user' as const, subject: 'x' } : anonymous;

let fast: SmallGateway;
let stock: SmallGateway;
beforeAll(async () => {
  [fast, stock] = await Promise.all([smallGateway({ authenticate }), smallGateway({ authenticate, isFast: false })]);
});
afterAll(() => Promise.all([fast[Symbol.asyncDispose](), stock[Symbol.asyncDispose]()]));

const place = 'query Place($id: ID!, $with: Boolean = true) { place(id: $id) { name quantity @include(if: $with) } }';
const hash = createHash('sha256').update(place).digest('hex');
const persistedQuery = { version: 1, sha256Hash: hash };
const asGet = (query: string, variables = {}) =>
  `?query=${encodeURIComponent(query)}&variables=${encodeURIComponent(JSON.stringify(variables))}`;

type Case = { body?: object; path?: string; search?: string; headers?: Record<string, string> };

async function replyOf(gateway: SmallGateway, { body, path = '/graphql', search = '', headers = {} }: Case) {
  const response = await fetch(gateway.url + path + search, {
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    headers: { 'content-type': 'application/json', 'x-request-id': 'same', ...headers },
  });
  const { date: _date, ...kept } = Object.fromEntries(response.headers);
  return { status: response.status, headers: kept, text: await response.text() };
}

describe('a reply of the fast path', () => {
  const known = { authorization: 'x' };
  it.each<[string, Case, 'fast' | 'stock' | 'replayed' | 'refused']>([
    ['a query with variables', { body: { query: place, variables: { id: '1' } } }, 'fast'],
    ['a variable that leaves a field out', { body: { query: place, variables: { id: '1', with: false } } }, 'fast'],
    ['an operation by its name', { body: { query: `${place} query B { __typename }`, operationName: 'B' } }, 'fast'],
    ['a list', { body: { query: '{ places { id kind ...More } } fragment More on Place { name }' } }, 'fast'],
    ['a persisted query', { body: { query: place, variables: { id: '2' }, extensions: { persistedQuery } } }, 'fast'],
    ['a persisted query by its hash', { body: { variables: { id: '2' }, extensions: { persistedQuery } } }, 'fast'],
    ['a GET', { search: asGet(place, { id: '3' }) }, 'fast'],
    ['a variant', { path: '/graphql/storefront', body: { query: '{ place(id: "1") { name } }' } }, 'fast'],
    ['a mutation', { body: { query: 'mutation { buy(sku: "a\\"b") { sku } }' }, headers: known }, 'fast'],
    ['nothing but the type', { body: { query: '{ __typename t: __typename }' } }, 'fast'],
    ['a fault', { body: { query: '{ broken place(id: "1") { name } }' } }, 'replayed'],
    ['a missing variable', { body: { query: place } }, 'stock'],
    [
      'a missing variable of a variant',
      { path: '/graphql/storefront', body: { query: place, variables: {} } },
      'stock',
    ],
    ['introspection', { body: { query: '{ __schema { queryType { name } } }' } }, 'stock'],
    [
      'a variable called `__proto__`',
      {
        body: {
          query: 'query ($__proto__: ID!) { place(id: $__proto__) { name } }',
          variables: JSON.parse('{"__proto__":"7"}'),
        },
      },
      'stock',
    ],
    ['a field called `__typename`', { body: { query: '{ place(id: "1") { __typename: name } }' } }, 'stock'],
    ['a missing scope', { body: { query: '{ place(id: "1") { code } }' }, headers: known }, 'refused'],
    ['an anonymous mutation', { body: { query: 'mutation { buy(sku: "1") { sku } }' } }, 'refused'],
  ])('to %s is what Apollo replies, to the byte', async (_what, request, way) => {
    const before = { ...fast.executions() };
    for (let turn = 0; turn < 3; turn++) {
      expect(await replyOf(fast, request)).toEqual(await replyOf(stock, request));
    }
    const { [way as 'fast']: count = 0 } = fast.executions();
    if (way !== 'refused') expect(count - before[way]).toBeGreaterThanOrEqual(2);
    else expect(fast.executions()).toEqual(before);
  });

  it('is never given when it is switched off', () => {
    expect(stock.executions()).toEqual({ fast: 0, stock: 0, replayed: 0 });
  });
});
