import type { IncomingMessage } from 'node:http';
import { anonymous, type Caller, HttpError, Recent } from '@passerelle/server';
import { decodeJwt, errors } from 'jose';

/** Finds out who asks. */
export type Authenticate = (request: IncomingMessage) => Promise<Caller>;

const longestKeptMs = 60_000;
const keptTokens = 10_000;

/**
 * No token is the anonymous caller; a bad one is refused with 401. A verified token is not verified again for a
 * minute, and never beyond its own end.
 */
export function createAuthenticate(verify: (token: string) => Promise<Caller>, now = Date.now): Authenticate {
  const verified = new Recent<string, { readonly caller: Caller; readonly until: number }>(keptTokens);
  return async (request) => {
    const header = request.headers.authorization;
    if (header === undefined) return anonymous;
    const known = verified.get(header);
    if (known && known.until > now()) return known.caller;
    const token = tokenOf(header);
    const caller = await verify(token).catch((error: unknown) => {
      throw refusalOf(error);
    });
    verified.set(header, { caller, until: Math.min(now() + longestKeptMs, Number(decodeJwt(token).exp) * 1000) });
    return caller;
  };
}

function tokenOf(header: string): string {
  const [, token] = /^Bearer +(\S+)$/i.exec(header) ?? [];
  if (!token) throw unauthenticated('The authorization header must be "Bearer" and a token.');
  return token;
}

const unauthenticated = (message: string) => new HttpError(401, message, 'UNAUTHENTICATED');

/** The token is at fault, unless the keys could not be had. */
function refusalOf(error: unknown): HttpError {
  if (error instanceof errors.JWTExpired) return unauthenticated('The bearer token has expired.');
  const isTokenAtFault =
    error instanceof errors.JWTClaimValidationFailed ||
    error instanceof errors.JWTInvalid ||
    error instanceof errors.JWSInvalid ||
    error instanceof errors.JWSSignatureVerificationFailed ||
    error instanceof errors.JOSEAlgNotAllowed ||
    error instanceof errors.JOSENotSupported ||
    error instanceof errors.JWKSNoMatchingKey;
  if (isTokenAtFault) return unauthenticated('The bearer token is not valid here.');
  return new HttpError(503, 'Tokens cannot be checked right now; try again.', 'SERVICE_UNAVAILABLE');
}
