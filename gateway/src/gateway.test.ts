import { anonymous } from '@passerelle/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOf, codeOf, type SmallGateway, smallExecutor, smallGateway } from '../test/small-graph.ts';

let gateway: SmallGateway;
beforeAll(async () => {
  gateway = await smallGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

describe('an operation', () => {
  it('is answered by several subgraphs as one', async () => {
    const { status, body } = await gateway.post({ query: '{ place(id: "1") { name quantity } }' });
    expect(status).toBe(200);
    expect(body).toEqual({ data: { place: { name: 'Place 1', quantity: 7 } } });
  });

  it('may come by GET', async () => {
    const url = `${gateway.url}/graphql?query=${encodeURIComponent('{ place(id: "1") { name } }')}`;
    const answer = await answerOf(fetch(url));
    expect(answer).toMatchObject({ status: 200, body: { data: { place: { name: 'Place 1' } } } });
  });

  it('has a fault masked, with no SQL and no address', async () => {
    const { status, body } = await gateway.post({ query: '{ broken }' });
    expect(status).toBe(200);
    expect(body).toEqual({
      data: { broken: null },
      errors: [{ message: 'Internal server error', path: ['broken'], extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
    });
  });
});

describe('a client that makes a mistake', () => {
  it.each([
    ['malformed JSON', '{"query": ', 'BAD_REQUEST'],
    ['an empty body', '', 'BAD_REQUEST'],
    ['an empty object', {}, 'BAD_REQUEST'],
    ['no query', { variables: {} }, 'BAD_REQUEST'],
    ['a query that is not text', { query: 7 }, 'BAD_REQUEST'],
    ['variables that are not an object', { query: '{ __typename }', variables: [1] }, 'BAD_REQUEST'],
    ['a batch', [{ query: '{ __typename }' }], 'BAD_REQUEST'],
    ['a syntax error', { query: '{ place(' }, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', { query: '{ nowhere }' }, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'an unknown operation name',
      { query: 'query A { __typename }', operationName: 'B' },
      'OPERATION_RESOLUTION_FAILURE',
    ],
    [
      'two operations and no name',
      { query: 'query A { __typename } query B { __typename }' },
      'OPERATION_RESOLUTION_FAILURE',
    ],
    ['a missing variable', { query: 'query ($id: ID!) { place(id: $id) { id } }' }, 'BAD_USER_INPUT'],
    [
      'a variable of the wrong type',
      { query: 'query ($id: ID!) { place(id: $id) { id } }', variables: { id: {} } },
      'BAD_USER_INPUT',
    ],
    ['a malformed scalar', { query: '{ places(at: "yesterday") { id } }' }, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'a malformed scalar in a variable',
      { query: 'query ($at: DateTime) { places(at: $at) { id } }', variables: { at: 'x' } },
      'BAD_USER_INPUT',
    ],
    [
      'introspection mixed with data',
      { query: '{ __schema { queryType { name } } place(id: "1") { id } }' },
      'BAD_REQUEST',
    ],
    ['too deep an operation', { query: `${'{ a '.repeat(13)}${'}'.repeat(13)}` }, 'LIMIT_EXCEEDED'],
    ['fragments in a circle', { query: '{ ...A } fragment A on Query { ...A }' }, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'an unknown persisted query',
      { extensions: { persistedQuery: { version: 1, sha256Hash: 'x'.repeat(64) } } },
      'PERSISTED_QUERY_NOT_FOUND',
    ],
  ])('with %s is told so with a status below 500', async (_what, body, code) => {
    const answer = await gateway.post(body);
    expect(codeOf(answer)).toBe(code);
    expect(answer.status).toBe(code === 'PERSISTED_QUERY_NOT_FOUND' ? 200 : 400);
  });

  it('with the wrong content type is refused', async () => {
    const answer = await gateway.post('{"query":"{ __typename }"}', { headers: { 'content-type': 'text/plain' } });
    expect(answer.status).toBe(400);
  });

  it('with a mutation by GET is refused', async () => {
    const url = `${gateway.url}/graphql?query=${encodeURIComponent('mutation { buy(sku: "1") { sku } }')}`;
    const answer = await answerOf(fetch(url, { headers: { 'apollo-require-preflight': 'yes' } }));
    expect(answer.status).toBe(405);
  });

  it('with another method or another path is refused', async () => {
    expect((await answerOf(fetch(`${gateway.url}/graphql`, { method: 'DELETE' }))).status).toBe(405);
    expect((await answerOf(fetch(`${gateway.url}/nowhere`))).status).toBe(404);
  });

  it('with more than a megabyte is refused, and told so', async () => {
    const answer = await gateway.post({ query: '{ __typename }', variables: { text: 'x'.repeat(3_000_000) } });
    expect(answer.status).toBe(413);
    expect(answer.body.errors?.[0]?.message).toContain('1048576 bytes');
  });

  it('is held up ten times as long by ten times as many equal fields, and not a hundred times', async () => {
    const shortest = async (fields: number) => {
      const tries: number[] = [];
      for (let n = 0; n < 5; n += 1) {
        const start = performance.now();
        // None has been asked before.
        await gateway.post({ query: `{ place(id: "1") { ${'name '.repeat(fields - n)} } }` });
        tries.push(performance.now() - start);
      }
      return Math.min(...tries);
    };
    expect((await shortest(1900)) / (await shortest(190))).toBeLessThan(30);
  });
});

describe('an operation that asks for too much', () => {
  const costly = (count: number, size: number) =>
    `{ ${Array.from({ length: count }, (_, n) => `p${n}: manyPlaces(first: ${size}) { id costly { id } }`).join(' ')} }`;

  it('is refused with its cost and the budget of the variant', async () => {
    const answer = await gateway.post({ query: costly(20, 50) });
    expect(answer).toMatchObject({ status: 200 });
    const outside = await gateway.post({ query: costly(20, 50) }, { path: '/graphql/partner' });
    expect(outside).toMatchObject({
      status: 400,
      body: {
        errors: [
          {
            message: 'The operation costs 20060; at most 2000 is allowed here.',
            extensions: { code: 'LIMIT_EXCEEDED', cost: 20_060, budget: 2000 },
          },
        ],
      },
    });
  });

  it('is refused for a page above its maximum, written out or in a variable', async () => {
    const query = 'query ($n: Int) { manyPlaces(first: $n) { id } }';
    const message = 'A page of Query.manyPlaces has 51 items; at most 50 are allowed.';
    for (const body of [{ query: '{ manyPlaces(first: 51) { id } }' }, { query, variables: { n: 51 } }]) {
      const answer = await gateway.post(body);
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ message }] } });
    }
    expect((await gateway.post({ query, variables: { n: 50 } })).status).toBe(200);
  });

  it('never leads to more than five thousand entities of one subgraph at once', async () => {
    const query = 'query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename } }';
    const ask = (count: number) => {
      const representations = Array.from({ length: count }, (_, n) => ({ __typename: 'Place', id: `${n}` }));
      return smallExecutor('goods')({ query, variables: { representations } }, { caller: anonymous, requestId: 'r' });
    };
    expect((await ask(5000)).errors).toBeUndefined();
    expect((await ask(5001)).errors).toMatchObject([
      { message: expect.stringContaining('5001 entities'), extensions: { code: 'LIMIT_EXCEEDED' } },
    ]);
  });

  it('is refused for more than five mutations', async () => {
    const buys = Array.from({ length: 6 }, (_, n) => `b${n}: buy(sku: "1") { sku }`).join(' ');
    expect(codeOf(await gateway.post({ query: `mutation { ${buys} }` }))).toBe('LIMIT_EXCEEDED');
  });
});

describe('a request id', () => {
  it("is the caller's own when it is sane, and a new one otherwise", async () => {
    const own = await gateway.post({ query: '{ __typename }' }, { headers: { 'x-request-id': 'till-7:42' } });
    expect(own.headers.get('x-request-id')).toBe('till-7:42');
    const odd = await gateway.post({ query: '{ __typename }' }, { headers: { 'x-request-id': 'a b"c' } });
    expect(odd.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

it('is live at once, and ready when all that it needs is', async () => {
  await using waiting = await smallGateway({ notReady: ['orders'] });
  const health = async (url: string) => (await fetch(`${url}/health/ready`)).status;
  expect([await health(gateway.url), await health(waiting.url)]).toEqual([200, 503]);
  expect((await fetch(`${waiting.url}/health/live`)).status).toBe(200);
});
