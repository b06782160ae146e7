import { clients } from '@passerelle/contracts/operations';
import { hashOf, readRegistry, registryOf } from '@passerelle/contracts/registry';
import { anonymous } from '@passerelle/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOf, type SmallGateway, smallGateway } from '../../test/small-graph.ts';
import { createStoredDocuments } from './stored-documents.ts';

const stored = 'query P($id: ID!) { place(id: $id) { name } }\n';
const other = '{ place(id: "1") { id } }';

let gateway: SmallGateway;
beforeAll(async () => {
  gateway = await smallGateway({
    authenticate: async ({ headers }) => ({ ...anonymous, kind: headers.authorization ? 'user' : 'anonymous' }),
    documents: { registryOf: () => registryOf([stored]), isTrustedOnly: true },
    cacheHints: { 'Query.place': 300, 'Query.good': 10 },
  });
});
afterAll(() => gateway[Symbol.asyncDispose]());

const byHash = (hash: string) => ({ persistedQuery: { version: 1, sha256Hash: hash } });
const storefront = { path: '/graphql/storefront' };
const urlOf = (hash: string) =>
  `${gateway.url}/graphql/storefront?extensions=${encodeURIComponent(JSON.stringify(byHash(hash)))}&variables=${encodeURIComponent('{"id":"1"}')}`;

describe('where only registered documents are trusted', () => {
  it('answers them by text and by hash', async () => {
    const variables = { id: '1' };
    for (const body of [{ query: stored }, { query: stored.trim() }, { extensions: byHash(hashOf(stored)) }]) {
      const answer = await gateway.post({ ...body, variables }, storefront);
      expect(answer.body).toEqual({ data: { place: { name: 'Place 1' } } });
    }
  });

  it.each(['/graphql/storefront', '/graphql/store-app'])(
    '%s refuses any other text, also with its hash',
    async (path) => {
      for (const extensions of [undefined, byHash(hashOf(other))]) {
        const answer = await gateway.post({ query: other, extensions }, { path });
        expect(answer).toMatchObject({
          status: 400,
          body: { errors: [{ extensions: { code: 'OPERATION_NOT_REGISTERED' } }] },
        });
      }
      const { body } = await gateway.post({ extensions: byHash(hashOf(other)) }, { path });
      expect(body.errors?.[0]?.extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
    },
  );

  it.each(['/graphql', '/graphql/partner'])(
    '%s takes any text, and knows it by its hash from then on',
    async (path) => {
      const extensions = byHash(hashOf(other));
      expect((await gateway.post({ extensions }, { path })).body.errors?.[0]?.extensions.code).toBe(
        'PERSISTED_QUERY_NOT_FOUND',
      );
      expect((await gateway.post({ query: other, extensions }, { path })).body).toEqual({
        data: { place: { id: '1' } },
      });
      expect((await gateway.post({ extensions }, { path })).body).toEqual({ data: { place: { id: '1' } } });
    },
  );

  it('forgets the documents that clients sent before there are too many', async () => {
    const { cache } = createStoredDocuments(new Map(), false);
    const long = 'x'.repeat(900_000);
    for (let n = 0; n < 30; n += 1) await cache.set(`apq:${n}`, long);
    expect(await cache.get('apq:0')).toBeUndefined();
    expect(await cache.get('apq:29')).toBe(long);
  });
});

describe('a GET by hash', () => {
  it('may be kept, by everybody when nobody is known', async () => {
    const answer = await answerOf(fetch(urlOf(hashOf(stored))));
    expect(answer.body).toEqual({ data: { place: { name: 'Place 1' } } });
    expect(answer.headers.get('cache-control')).toBe('public, max-age=300');
    const known = await answerOf(fetch(urlOf(hashOf(stored)), { headers: { authorization: 'x' } }));
    expect(known.headers.get('cache-control')).toBe('private, max-age=300');
    expect(known.headers.get('vary')).toContain('authorization');
  });

  it('is answered with 304 and no body to who has it already', async () => {
    const etag = (await fetch(urlOf(hashOf(stored)))).headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]+"$/);
    const again = await fetch(urlOf(hashOf(stored)), { headers: { 'if-none-match': `W/${etag}, "x"` } });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    const stale = await fetch(urlOf(hashOf(stored)), { headers: { 'if-none-match': '"x"' } });
    expect(stale.status).toBe(200);
  });

  it.each([
    ['a root field without a hint', '{ place(id: "1") { id } places { id } }'],
    ['an error in the answer', '{ place(id: "1") { id } broken }'],
  ])('is not kept with %s', async (_what, query) => {
    const { headers } = await fetch(`${gateway.url}/graphql?query=${encodeURIComponent(query)}`);
    expect([headers.get('cache-control'), headers.get('etag')]).toEqual(['no-store', null]);
  });

  it('lives as long as its shortest hint, and a POST is never kept', async () => {
    const query = '{ place(id: "1") { id } good(sku: "1") { sku } }';
    const { headers } = await fetch(`${gateway.url}/graphql?query=${encodeURIComponent(query)}`);
    expect(headers.get('cache-control')).toBe('public, max-age=10');
    const post = await gateway.post({ query: stored, variables: { id: '1' } }, storefront);
    expect(post.headers.get('cache-control')).toBe('no-store');
  });
});

it('knows each stored operation by its hash', () => {
  for (const client of clients) {
    const registry = readRegistry(client);
    expect(registry.size).toBeGreaterThan(0);
    for (const [hash, text] of registry) expect([hashOf(text), hashOf(`${text}\n`)]).toContain(hash);
  }
});
