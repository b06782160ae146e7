import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';

export type Claims = Readonly<Record<string, unknown>>;
export type Signing = { readonly alg: string; readonly kid: string; readonly key: Parameters<SignJWT['sign']>[0] };

/** An identity provider: publishes its public keys at a URL and signs tokens. */
export type KeyProvider = AsyncDisposable & {
  readonly url: string;
  /** Keys that are published, in JWK. */
  readonly published: JWK[];
  readonly own: Signing;
  isAway: boolean;
  /** A token as this gateway wants it, but for what is told otherwise. */
  readonly sign: (claims?: Claims, by?: Signing) => Promise<string>;
};

export async function keyProvider(): Promise<KeyProvider> {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const own: Signing = { alg: 'ES256', kid: 'of-the-provider', key: privateKey };
  const published: JWK[] = [{ ...(await exportJWK(publicKey)), kid: own.kid, alg: own.alg, use: 'sig' }];
  const server = createServer((_request, response) => {
    if (provider.isAway) response.writeHead(500).end();
    else response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: published }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const provider: KeyProvider = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`,
    published,
    own,
    isAway: false,
    sign(claims = {}, { alg, kid, key } = own) {
      const now = Math.floor(Date.now() / 1000);
      const usual = { sub: 'somebody', iss: 'passerelle', aud: 'passerelle', exp: now + 3600 };
      return new SignJWT({ ...usual, ...claims }).setProtectedHeader({ alg, kid }).sign(key);
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return provider;
}
