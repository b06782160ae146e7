import { createLocalJWKSet, createRemoteJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';

/** Keys younger than that are taken as they are. */
export const keysFreshMs = 10 * 60_000;
/** A key that is not among them is looked for at the provider, but not more often than that. */
export const lookAgainMs = 30_000;
/** A provider that is away is served by the keys it had last, for that long. */
export const keysOutageMs = 24 * 3_600_000;
const answerMs = 3000;

/**
 * Public keys at a URL: kept for ten minutes, looked for again when a token names a new one, and kept for a day while
 * the provider is away. Throws what `jose` throws when a key cannot be had.
 */
export function remoteKeys(url: string): JWTVerifyGetKey {
  const provider = createRemoteJWKSet(new URL(url), {
    cacheMaxAge: keysFreshMs,
    cooldownDuration: lookAgainMs,
    timeoutDuration: answerMs,
  });
  let last: { readonly keys: JWTVerifyGetKey; readonly set: JSONWebKeySet; readonly at: number } | undefined;
  let restsUntil = 0;

  /** The keys as they were; a key that was not among them may be there once the provider answers again. */
  async function fromLast(header: Parameters<JWTVerifyGetKey>[0], token: Parameters<JWTVerifyGetKey>[1]) {
    if (!last || Date.now() - last.at > keysOutageMs) throw new Error('the keys of tokens cannot be had');
    try {
      return await last.keys(header, token);
    } catch (error) {
      throw error instanceof errors.JWKSNoMatchingKey ? new Error('the keys of tokens cannot be had') : error;
    }
  }
  return async (header, token) => {
    if (Date.now() < restsUntil) return fromLast(header, token);
    try {
      return await provider(header, token);
    } catch (error) {
      const isAnswer = error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys;
      if (isAnswer || error instanceof errors.JOSENotSupported) throw error;
      // Asking each time would have every request wait for the one that is away.
      restsUntil = Date.now() + lookAgainMs;
      return fromLast(header, token);
    } finally {
      const set = provider.jwks();
      if (set && provider.fresh && last?.set !== set) last = { keys: createLocalJWKSet(set), set, at: Date.now() };
      else if (last && provider.fresh) last = { ...last, at: Date.now() };
    }
  };
}
