import { exportJWK, generateKeyPair, importJWK, type JWK, type JWTHeaderParameters, SignJWT } from 'jose';
import type { Hostile } from './request.ts';

const body = JSON.stringify({ query: 'mutation { buy(sku: "1") { sku } }' });
const bearing = (name: string, authorization: string | readonly string[]): Hostile => ({
  name,
  path: '/graphql',
  headers: { authorization },
  body,
});
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Tokens that want to be taken for one of ours; `own` is the key ours are signed with. */
export async function tokens(own: JWK): Promise<readonly Hostile[]> {
  const key = await importJWK(own, 'EdDSA');
  const foreign = await generateKeyPair('EdDSA', { extractable: true });
  const foreignJwk = await exportJWK(foreign.publicKey);
  const { d: _private, ...publicJwk } = own;
  const now = Math.floor(Date.now() / 1000);
  const good = { sub: 'me', iss: 'passerelle', aud: 'passerelle', iat: now, exp: now + 3600, scope: 'network:read' };
  const sign = (claims: object, header: object = {}, by: Parameters<SignJWT['sign']>[0] = key) =>
    new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'EdDSA', kid: 'development', ...header } as JWTHeaderParameters)
      .sign(by);
  const without = (name: keyof typeof good) =>
    Object.fromEntries(Object.entries(good).filter(([claim]) => claim !== name));
  const whole = await sign(good);
  const [head, claims, signature] = whole.split('.') as [string, string, string];
  const asSecret = new TextEncoder().encode(JSON.stringify(publicJwk));

  return [
    bearing('no algorithm', `Bearer ${base64({ alg: 'none' })}.${claims}.`),
    bearing('an algorithm of mixed letters', `Bearer ${base64({ alg: 'nOnE' })}.${claims}.`),
    bearing('the public key as a secret', `Bearer ${await sign(good, { alg: 'HS256' }, asSecret)}`),
    bearing('a key of its own', `Bearer ${await sign(good, {}, foreign.privateKey)}`),
    bearing('a key in its header', `Bearer ${await sign(good, { jwk: foreignJwk }, foreign.privateKey)}`),
    bearing('an address of keys', `Bearer ${await sign(good, { jku: 'http://127.0.0.1:1/keys' }, foreign.privateKey)}`),
    bearing('a certificate', `Bearer ${await sign(good, { x5u: 'http://127.0.0.1:1/' }, foreign.privateKey)}`),
    bearing('a key named like a file', `Bearer ${await sign(good, { kid: '../../etc/passwd' }, foreign.privateKey)}`),
    bearing('a key named by SQL', `Bearer ${await sign(good, { kid: "' or 1=1 --" }, foreign.privateKey)}`),
    bearing('a rule nobody knows', `Bearer ${base64({ alg: 'EdDSA', crit: ['x'], x: 1 })}.${claims}.${signature}`),
    bearing('an end that has passed', `Bearer ${await sign({ ...good, exp: now - 61 })}`),
    bearing('a beginning to come', `Bearer ${await sign({ ...good, nbf: now + 300 })}`),
    bearing('no end', `Bearer ${await sign(without('exp'))}`),
    bearing('an end in words', `Bearer ${await sign({ ...good, exp: 'never' })}`),
    bearing('no subject', `Bearer ${await sign(without('sub'))}`),
    bearing('another issuer', `Bearer ${await sign({ ...good, iss: 'https://evil.example' })}`),
    bearing('another audience', `Bearer ${await sign({ ...good, aud: 'another' })}`),
    bearing('no audience', `Bearer ${await sign(without('aud'))}`),
    bearing('claims changed after signing', `Bearer ${head}.${base64({ ...good, sub: 'root' })}.${signature}`),
    bearing('a signature cut short', `Bearer ${head}.${claims}.${signature.slice(0, 20)}`),
    bearing('no signature', `Bearer ${head}.${claims}`),
    bearing('a signature twice', `Bearer ${whole}.${signature}`),
    bearing('an encrypted token', `Bearer ${base64({ alg: 'dir', enc: 'A256GCM' })}..AAAA.AAAA.AAAA`),
    bearing('12 KB of token', `Bearer ${'a'.repeat(12_000)}`),
    bearing('a token in two words', `Bearer ${whole} ${whole}`),
    bearing('a password', `Basic ${Buffer.from('admin:admin').toString('base64')}`),
    bearing('no scheme', whole),
    { name: 'a token in the address', path: `/graphql?access_token=${whole}`, body },
    { name: 'a token in a cookie', path: '/graphql', headers: { cookie: `authorization=Bearer ${whole}` }, body },
    {
      name: 'a caller as our own processes name one',
      path: '/graphql',
      headers: { 'passerelle-caller': await sign({ ...good, kind: 'service', scopes: ['service:orders'] }) },
      body,
    },
    {
      ...bearing(
        'the scope of a service',
        `Bearer ${await sign({ ...good, scope: 'service:orders service:inventory' })}`,
      ),
      body: JSON.stringify({ query: '{ place(id: "1") { code } }' }),
    },
  ];
}
