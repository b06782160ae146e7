import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { tokenVerifier } from './tokens.ts';

type Pair = {
  readonly alg: string;
  readonly kid: string;
  readonly jwk: JWK;
  readonly privateKey: Parameters<SignJWT['sign']>[0];
};

async function pair(kid: string, alg = 'ES256'): Promise<Pair> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  return { alg, kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
}

let provider: Server;
let jwksUrl: string;
let published: readonly Pair[];
let isAway: boolean;
let asked: number;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  asked = 0;
  isAway = false;
  published = [await pair('one')];
  provider = createServer((_request, response) => {
    asked += 1;
    if (isAway) response.writeHead(500).end();
    else response.end(JSON.stringify({ keys: published.map(({ jwk }) => jwk) }));
  });
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  jwksUrl = `http://127.0.0.1:${(provider.address() as AddressInfo).port}/keys`;
});
afterEach(async () => {
  vi.useRealTimers();
  provider.closeAllConnections();
  await new Promise((resolve) => provider.close(resolve));
});

const pass = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);
type Claims = {
  readonly iss?: string;
  readonly aud?: string;
  readonly expiresIn?: number;
  readonly notBefore?: number;
};

function sign({ alg, kid, privateKey }: Pair, claims: Claims = {}) {
  const { iss = 'passerelle', aud = 'passerelle', expiresIn = 100_000, notBefore = 0 } = claims;
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ scope: 'orders:read service:orders' })
    .setProtectedHeader({ alg, kid })
    .setSubject('me')
    .setIssuer(iss)
    .setAudience(aud)
    .setNotBefore(now + notBefore)
    .setExpirationTime(now + expiresIn)
    .sign(privateKey);
}
const only = () => published[0] as Pair;

describe('keys at a URL', () => {
  it('are asked for once, and again when they are ten minutes old', async () => {
    const verify = await tokenVerifier({ jwksUrl });
    for (let n = 0; n < 5; n++) expect((await verify(await sign(only()))).subject).toBe('me');
    expect(asked).toBe(1);
    pass(601);
    await verify(await sign(only()));
    expect(asked).toBe(2);
  });

  it('are found when a provider rotates: the new one soon, the old one as long as it is published', async () => {
    const verify = await tokenVerifier({ jwksUrl });
    const [before, after] = [only(), await pair('two')];
    const old = await sign(before);
    await verify(old);
    published = [before, after];
    pass(31);
    await verify(await sign(after));
    await verify(old);
    expect(asked).toBe(2);
    published = [after];
    pass(601);
    await expect(verify(old)).rejects.toMatchObject({ code: 'ERR_JWKS_NO_MATCHING_KEY' });
  });

  it('are not asked for by tokens of invented keys more than once in half a minute', async () => {
    const verify = await tokenVerifier({ jwksUrl });
    const [stranger, good] = [await sign(await pair('nobody')), await sign(only())];
    await verify(good);
    pass(31);
    for (let n = 0; n < 20; n++)
      await expect(verify(stranger)).rejects.toMatchObject({ code: 'ERR_JWKS_NO_MATCHING_KEY' });
    expect(asked).toBe(2);
  });

  it('outlive an outage of their provider for a day, without asking it each time', async () => {
    const verify = await tokenVerifier({ jwksUrl });
    const good = await sign(only());
    const unknown = await sign(await pair('two'));
    await verify(good);
    isAway = true;
    pass(601);
    for (let n = 0; n < 20; n++) await verify(good);
    expect(asked).toBe(2);
    // Whether such a key exists nobody can tell now: no reason to call the token bad.
    await expect(verify(unknown)).rejects.toThrow('cannot be had');
    pass(31);
    await verify(good);
    expect(asked).toBe(3);
    pass(24 * 3600);
    await expect(verify(await sign(only()))).rejects.toThrow('cannot be had');
    isAway = false;
    pass(31);
    await verify(await sign(only()));
  });
});

describe('a token', () => {
  it('may be signed by three algorithms, and by no other, whatever the keys say', async () => {
    const good = await Promise.all(['ES256', 'RS256', 'EdDSA'].map((alg) => pair(alg, alg)));
    const bad = await Promise.all(['ES384', 'PS256', 'RS512'].map((alg) => pair(alg, alg)));
    published = [...good, ...bad];
    const verify = await tokenVerifier({ jwksUrl });
    for (const key of good) expect((await verify(await sign(key))).subject).toBe('me');
    for (const key of bad)
      await expect(verify(await sign(key))).rejects.toMatchObject({ code: 'ERR_JOSE_ALG_NOT_ALLOWED' });
  });

  it.each<[string, Claims, boolean]>([
    ['an end 59 s ago', { expiresIn: -59 }, true],
    ['an end 61 s ago', { expiresIn: -61 }, false],
    ['a beginning in 59 s', { notBefore: 59 }, true],
    ['a beginning in 61 s', { notBefore: 61 }, false],
    ['another issuer', { iss: 'https://elsewhere.example' }, false],
    ['another audience', { aud: 'elsewhere' }, false],
  ])('with %s', async (_what, claims, isGood) => {
    const verify = await tokenVerifier({ jwksUrl });
    const verdict = verify(await sign(only(), claims));
    if (isGood) expect((await verdict).scopes).toEqual(new Set(['orders:read']));
    else await expect(verdict).rejects.toThrow();
  });

  it('is of the issuer and for the audience that were told', async () => {
    const named = { issuer: 'https://id.example/', audience: 'shop' };
    const verify = await tokenVerifier({ jwksUrl }, named);
    await verify(await sign(only(), { iss: named.issuer, aud: named.audience }));
    await expect(verify(await sign(only()))).rejects.toThrow();
  });
});
