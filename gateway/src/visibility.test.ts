import { anonymous, type Caller, HttpError } from '@passerelle/server';
import { buildClientSchema, getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, type SmallGateway, smallGateway } from '../test/small-graph.ts';

const callers: Record<string, Caller> = {
  known: { ...anonymous, kind: 'user', subject: 'known' },
  reader: { ...anonymous, kind: 'user', subject: 'reader', scopes: new Set(['network:read']) },
};
const authenticate = async ({ headers }: { headers: { authorization?: string } }) => {
  if (!headers.authorization) return anonymous;
  const caller = callers[headers.authorization];
  if (!caller) throw new HttpError(401, 'no', 'UNAUTHENTICATED');
  return caller;
};

let gateway: SmallGateway;
beforeAll(async () => {
  gateway = await smallGateway({ authenticate });
});
afterAll(() => gateway[Symbol.asyncDispose]());

describe('scopes', () => {
  const code = { query: '{ place(id: "1") { code } }' };
  it('let a caller through who has them', async () => {
    const answer = await gateway.post(code, { headers: { authorization: 'reader' } });
    expect(answer).toMatchObject({ status: 200, body: { data: { place: { code: 'code-1' } } } });
  });
  it('refuse a known caller who lacks them', async () => {
    const answer = await gateway.post(code, { headers: { authorization: 'known' } });
    expect(answer).toMatchObject({ status: 403, body: { errors: [{ extensions: { code: 'FORBIDDEN' } }] } });
  });
  it('refuse an anonymous caller, whatever way leads there', async () => {
    const ways = [
      '{ ...A } fragment A on Query { place(id: "1") { ... on Place { code } } }',
      'mutation { buy(sku: "1") { sku } }',
    ];
    for (const query of [code.query, ...ways]) {
      const answer = await gateway.post({ query });
      expect(answer).toMatchObject({ status: 401, body: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] } });
    }
  });
  it('do not matter to a bad token: it is refused before', async () => {
    const answer = await gateway.post({ query: '{ __typename }' }, { headers: { authorization: 'forged' } });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });
});

describe('a variant', () => {
  const storefront = { path: '/graphql/storefront' };
  it('answers what is tagged for it', async () => {
    const { body } = await gateway.post({ query: '{ place(id: "1") { name quantity } }' }, storefront);
    expect(body).toEqual({ data: { place: { name: 'Place 1', quantity: 7 } } });
  });

  it.each([
    ['a field without its tag', '{ secretPlaces { id } }'],
    ['a field of a type without its tag', '{ place(id: "1") { margin } }'],
    ['a near miss of a hidden field', '{ place(id: "1") { margn } }'],
    ['an inaccessible field', '{ hiddenNumber }'],
  ])('knows nothing of %s', async (_what, query) => {
    const { status, body } = await gateway.post({ query }, storefront);
    expect(status).toBe(400);
    expect(body.errors?.[0]?.message).toMatch(/^Cannot query field "\w+" on type "\w+"\.$/);
  });

  it('knows nothing of a hidden input field or enum value, written out or in a variable', async () => {
    const query = 'query ($filter: PlaceFilter) { places(filter: $filter) { id } }';
    for (const filter of [{ risky: true }, { kind: 'LABORATORY' }]) {
      expect(codeOf(await gateway.post({ query, variables: { filter } }, storefront))).toBe('BAD_USER_INPUT');
      expect((await gateway.post({ query, variables: { filter } })).status).toBe(200);
    }
    const inline = await gateway.post({ query: '{ places(filter: { risky: true }) { id } }' }, storefront);
    expect(codeOf(inline)).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('shows its own schema and no more', async () => {
    const { body } = await gateway.post({ query: getIntrospectionQuery() }, storefront);
    const schema = buildClientSchema(body.data as never);
    expect(Object.keys(schema.getQueryType()?.getFields() ?? {}).sort()).toEqual([
      'broken',
      'good',
      'order',
      'place',
      'places',
    ]);
    expect(JSON.stringify(body)).not.toMatch(/secretPlaces|margin|LABORATORY|risky|hiddenNumber/);
    const partner = await gateway.post({ query: getIntrospectionQuery() }, { path: '/graphql/partner' });
    expect(JSON.stringify(partner.body)).not.toMatch(/"(good|places|Good|DateTime)"/);
  });

  it('refuses an operation of another variant', async () => {
    const { status } = await gateway.post({ query: '{ place(id: "1") { name } }' }, { path: '/graphql/partner' });
    expect(status).toBe(400);
  });
});

it('shows no schema, and hints at none, when introspection is off', async () => {
  await using closed = await smallGateway({ introspection: false });
  expect((await closed.post({ query: '{ __schema { queryType { name } } }' })).status).toBe(400);
  const { body } = await closed.post({ query: '{ plase(id: "1") { id } }' });
  expect(body.errors?.[0]?.message).toBe('Cannot query field "plase" on type "Query".');
});
