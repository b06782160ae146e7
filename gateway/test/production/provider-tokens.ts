import { readOperation, readVariables } from '@passerelle/contracts/operations';
import { subgraphNames } from '@passerelle/server';
import { generateKeyPair, type JWK } from 'jose';
import { describe, expect, it } from 'vitest';
import type { KeyProvider } from '../key-provider.ts';
import { bearing, callersOf, codesOf, doors, feeds, type Production, streams } from './doors.ts';

const now = () => Math.floor(Date.now() / 1000);
const plain = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Tokens that must not be taken, by what is wrong with them. */
async function strangers(provider: KeyProvider): Promise<Readonly<Record<string, string>>> {
  const [foreign, [key]] = [await generateKeyPair('ES256'), provider.published as [JWK]];
  const secret = new TextEncoder().encode(JSON.stringify(key));
  const pem = Buffer.from(String(key.x), 'base64url');
  const [, claims = ''] = (await provider.sign()).split('.');
  const stranger = { ...provider.own, key: foreign.privateKey };
  return {
    'no algorithm': `${plain({ alg: 'none' })}.${claims}.`,
    'the public key as a secret': await provider.sign({}, { alg: 'HS256', kid: String(key.kid), key: secret }),
    'a part of it as a secret': await provider.sign({}, { alg: 'HS256', kid: String(key.kid), key: pem }),
    'a key of its own': await provider.sign({}, stranger),
    'a key nobody knows': await provider.sign({}, { ...stranger, kid: 'unknown' }),
    'another issuer': await provider.sign({ iss: 'https://elsewhere.example' }),
    'no issuer': await provider.sign({ iss: undefined }),
    'another audience': await provider.sign({ aud: 'elsewhere' }),
    'no audience': await provider.sign({ aud: undefined }),
    'an end 70 s ago': await provider.sign({ exp: now() - 70 }),
    'no end': await provider.sign({ exp: undefined }),
    'a beginning in 70 s': await provider.sign({ nbf: now() + 70 }),
    'no subject': await provider.sign({ sub: undefined }),
    'another key of the provider, for another algorithm': await provider.sign(
      {},
      { alg: 'ES384', kid: String(key.kid), key: (await generateKeyPair('ES384')).privateKey },
    ),
  };
}

/** Tokens of an identity provider, good and bad ones, at every door. */
export function providerTokens(given: () => Production) {
  const { send } = callersOf(given);

  describe('a token of the identity provider', () => {
    it('is taken at every door, with 60 s for clocks that differ, and while the provider is away', async () => {
      const ask = async (door: string, claims: object) => {
        const scope = 'orders:read network:read';
        const query = readOperation('storefront', 'ListingAvailability');
        const headers = bearing(await given().provider.sign({ scope, ...claims }));
        return send(door, { query, variables: readVariables('storefront', 'ListingAvailability') }, headers);
      };
      for (const claims of [{}, { exp: now() - 50 }, { nbf: now() + 50 }]) {
        for (const door of doors.filter((name) => !/store-app|partner/.test(name))) {
          expect(await ask(door, claims)).toMatchObject({
            status: 200,
            body: { data: { availability: expect.anything() } },
          });
        }
      }
      given().provider.isAway = true;
      const meanwhile = await ask('/graphql', { sub: 'somebody new' });
      given().provider.isAway = false;
      expect(meanwhile.status).toBe(200);
    });

    it('that is none is refused at every door alike', async () => {
      for (const [what, token] of Object.entries(await strangers(given().provider))) {
        for (const door of [...doors, ...streams, ...feeds]) {
          const answer = await send(door, { query: '{ __typename }' }, bearing(token));
          expect([what, door, answer.status, codesOf(answer)]).toEqual([what, door, 401, ['UNAUTHENTICATED']]);
          expect(answer.headers.get('www-authenticate')).toBe('Bearer');
        }
      }
    });
  });
}

/** Scopes of services, which no token from outside may use. */
export function serviceScopes(given: () => Production) {
  const { send } = callersOf(given);

  describe('a token of the identity provider', () => {
    it.each([
      ['internal', '/graphql', 'OrderDashboard'],
      ['storefront', '/graphql/storefront', 'OrderPage'],
      ['store-app', '/graphql/store-app', 'Accept'],
      ['partner', '/graphql/partner', 'WmsShip'],
    ] as const)('has no use for scopes of services: %s', async (client, door, name) => {
      const scope = subgraphNames.map((each) => `service:${each}`).join(' ');
      const headers = bearing(
        await given().provider.sign({ scope, sub: 'service:orders', kind: 'service', scopes: ['orders:read'] }),
      );
      const operation = { query: readOperation(client, name), variables: readVariables(client, name) };
      const answer = await send(door, operation, headers);
      expect([answer.status, codesOf(answer)]).toEqual([403, ['FORBIDDEN']]);
      if (operation.query.startsWith('query')) {
        expect(codesOf(await send(`${door}/stream`, operation, headers))).toEqual(['FORBIDDEN']);
      }
    });

    it('has none for them at the doors for files, nor for what services ask each other', async () => {
      const scope = subgraphNames.map((each) => `service:${each}`).join(' ');
      const headers = bearing(await given().provider.sign({ scope, sub: 'service:orders' }));
      for (const door of feeds) {
        const answer = await send(door, {}, { ...headers, 'content-type': 'application/x-ndjson' });
        expect([door, answer.status, codesOf(answer)]).toEqual([door, 403, ['FORBIDDEN']]);
      }
      const query = '{ ordersForReturn(orderIds: ["x"]) { __typename } }';
      const hidden = await send('/graphql', { query }, headers);
      expect(hidden).toMatchObject({
        status: 400,
        body: { errors: [{ message: 'Cannot query field "ordersForReturn" on type "Query".' }] },
      });
    });
  });
}
