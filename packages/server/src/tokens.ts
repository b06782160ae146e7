import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  type JWTVerifyGetKey,
  jwtVerify,
  SignJWT,
} from 'jose';
import type { Caller } from './caller.ts';
import { remoteKeys } from './remote-keys.ts';
import { type Role, roleScopes } from './roles.ts';

export const issuer = 'passerelle';
export const audience = 'passerelle';
const algorithms = ['EdDSA', 'ES256', 'RS256'];
const clockToleranceSeconds = 60;

/** The public keys tokens are checked with: a JWKS by URL in production, the development key otherwise. */
export type KeySource = { readonly jwksUrl: string } | { readonly developmentKeyFile: string };

export const developmentKeyFile = (dataDir: string) => path.join(dataDir, 'token-key.json');

async function developmentKey(file: string): Promise<JWK> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), kid: 'development', alg: 'EdDSA' };
  // Two processes may start at once: the first file stays, the other reads it.
  await writeFile(file, JSON.stringify(jwk), { mode: 0o600, flag: 'wx' }).catch((error) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return JSON.parse(await readFile(file, 'utf8'));
}

async function keysOf(source: KeySource): Promise<JWTVerifyGetKey> {
  if ('jwksUrl' in source) return remoteKeys(source.jwksUrl);
  const { d: _private, ...publicKey } = await developmentKey(source.developmentKeyFile);
  return createLocalJWKSet({ keys: [publicKey] });
}

/** Verifies bearer tokens; answers the caller, or throws what `jose` throws. `service:*` scopes are dropped. */
export async function tokenVerifier(
  source: KeySource,
  named: { readonly issuer: string; readonly audience: string } = { issuer, audience },
): Promise<(token: string) => Promise<Caller>> {
  const keys = await keysOf(source);
  return async (token) => {
    const { payload } = await jwtVerify(token, keys, {
      ...named,
      algorithms,
      clockTolerance: clockToleranceSeconds,
      requiredClaims: ['sub', 'exp'],
    });
    const scopes = String(payload.scope ?? '').split(' ');
    const locationIds = payload.location_ids;
    return {
      kind: 'user',
      subject: String(payload.sub),
      scopes: new Set(scopes.filter((scope) => scope !== '' && !scope.startsWith('service:'))),
      customerId: typeof payload.customer_id === 'string' ? payload.customer_id : null,
      locationIds: Array.isArray(locationIds) ? locationIds.map(String) : null,
    };
  };
}

export type TokenFacts = {
  readonly subject?: string;
  readonly customerId?: string;
  readonly locationIds?: readonly string[];
  readonly scopes?: readonly string[];
  /** `jose` notation; one day unless told. */
  readonly expiresIn?: string;
};

/** Signs a token with the development key. */
export async function signDevelopmentToken(file: string, role: Role, facts: TokenFacts = {}): Promise<string> {
  const key = await importJWK(await developmentKey(file), 'EdDSA');
  return new SignJWT({
    scope: (facts.scopes ?? roleScopes[role]).join(' '),
    role,
    ...(facts.customerId ? { customer_id: facts.customerId } : {}),
    ...(facts.locationIds ? { location_ids: [...facts.locationIds] } : {}),
  })
    .setProtectedHeader({ alg: 'EdDSA', kid: 'development' })
    .setSubject(facts.subject ?? `development-${role}`)
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(facts.expiresIn ?? '1d')
    .sign(key);
}
