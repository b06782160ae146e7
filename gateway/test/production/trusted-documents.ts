import { readOperation } from '@passerelle/contracts/operations';
import { hashOf } from '@passerelle/contracts/registry';
import { describe, expect, it } from 'vitest';
import { type Body, callersOf, codesOf, type Production } from './doors.ts';

/** Stored operations, by text and by hash, and what caches make of them. */
export function trustedDocuments(given: () => Production) {
  const { send, asOperator } = callersOf(given);

  describe('stored operations', () => {
    const listing = readOperation('storefront', 'ListingAvailability');
    const variables = { channelId: 'chn_web', skus: ['x'] };
    const byHash = (text: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(text) } } });
    const addressOf = (door: string, text: string, variables: object) =>
      `${given().deployment.url}${door}?${new URLSearchParams({
        variables: JSON.stringify(variables),
        extensions: JSON.stringify(byHash(text).extensions),
      })}`;
    const other = '{ channel(id: "x") { id } }';

    it.each(['/graphql/storefront', '/graphql/store-app'])('%s takes no others, however they come', async (door) => {
      const refused = [400, ['OPERATION_NOT_REGISTERED']];
      for (const sent of [{ query: other }, { query: other, ...byHash(other) }, { query: `${listing} # and more` }]) {
        for (const way of [door, `${door}/stream`]) {
          const answer = await send(way, { ...sent, variables });
          expect([answer.status, codesOf(answer)]).toEqual(refused);
        }
      }
      const get = await fetch(`${given().deployment.url}${door}?query=${encodeURIComponent(other)}`);
      expect([get.status, codesOf({ body: (await get.json()) as Body })]).toEqual(refused);
      expect(codesOf(await send(door, byHash(other)))).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
    });

    it('are answered by text and by hash where they belong, and nowhere else', async () => {
      for (const sent of [{ query: listing }, byHash(listing)]) {
        const answer = await send('/graphql/storefront', { ...sent, variables });
        expect(answer).toMatchObject({ status: 200, body: { data: { availability: [{ sku: 'x' }] } } });
      }
      expect(codesOf(await send('/graphql/store-app', { query: listing, variables }))).toEqual([
        'OPERATION_NOT_REGISTERED',
      ]);
      expect(codesOf(await send('/graphql/store-app', { ...byHash(listing), variables }))).toEqual([
        'PERSISTED_QUERY_NOT_FOUND',
      ]);
    });

    it('are kept by caches when they come by GET with their hash, and not sent again to who has them', async () => {
      const address = addressOf('/graphql/storefront', listing, variables);
      const first = await fetch(address);
      expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'public, max-age=10']);
      expect(first.headers.get('vary')).toContain('authorization');
      const known = await fetch(address, { headers: await asOperator() });
      expect(known.headers.get('cache-control')).toBe('private, max-age=10');
      const names = addressOf('/graphql/storefront', readOperation('storefront', 'StorePickerNames'), {
        channelId: 'chn_web',
        items: [{ sku: 'x', quantity: 1 }],
        near: { latitude: 50, longitude: 3 },
      });
      const whole = await fetch(names);
      const etag = whole.headers.get('etag') ?? '';
      expect([whole.status, whole.headers.get('cache-control'), etag]).toEqual([
        200,
        'public, max-age=10',
        expect.stringMatching(/^(W\/)?"[\w-]+"$/),
      ]);
      const again = await fetch(names, { headers: { 'if-none-match': etag } });
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    });

    it.each(['/graphql', '/graphql/partner'])('%s learns the others by their hash', async (door) => {
      const query = `{ __typename } # ${door}`;
      expect(codesOf(await send(door, byHash(query)))).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
      expect((await send(door, { query, ...byHash(query) })).body).toEqual({ data: { __typename: 'Query' } });
      expect(await (await fetch(addressOf(door, query, {}))).json()).toEqual({ data: { __typename: 'Query' } });
    });
  });
}
