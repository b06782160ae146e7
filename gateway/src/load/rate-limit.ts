import type { IncomingMessage } from 'node:http';
import { type Caller, HttpError, type Logger } from '@passerelle/server';
import { mostClients, type Rate, type RateStore } from './rate-store.ts';

export type RateLimit = (client: string) => Promise<void>;

/** A lease that is not used within that time is given up, so that an idle process holds nothing back for long. */
const leaseMs = 10_000;

type Lease = { tokens: number; until: number; emptyUntil: number; pending: Promise<void> | undefined };

/**
 * One token a request. A process takes a few at a time out of the client's bucket, so most requests cost no round
 * trip; who has none is refused with 429 and told when there is a next one. Without its store it lets everybody pass.
 */
export function createRateLimit(store: RateStore, rate: Rate, log: Logger, now = () => performance.now()): RateLimit {
  const leases = new Map<string, Lease>();
  const wanted = Math.max(1, Math.min(Math.ceil(rate.perSecond / 4), Math.floor(rate.burst / 4)));

  async function refill(client: string, lease: Lease) {
    try {
      const { tokens, retryAfterSeconds } = await store.take(client, wanted);
      lease.tokens += tokens;
      lease.until = now() + leaseMs;
      if (tokens === 0) lease.emptyUntil = now() + retryAfterSeconds * 1000;
    } catch (error) {
      log.error({ err: error }, 'rate limit cannot be read');
      lease.tokens += wanted;
      lease.until = now() + leaseMs;
    } finally {
      lease.pending = undefined;
    }
  }

  return async (client) => {
    const lease = leaseOf(leases, client);
    if (lease.until < now()) lease.tokens = 0;
    while (lease.tokens < 1) {
      if (lease.emptyUntil > now()) throw tooMany(lease.emptyUntil - now());
      lease.pending ??= refill(client, lease);
      await lease.pending;
    }
    lease.tokens -= 1;
  };
}

function leaseOf(leases: Map<string, Lease>, client: string): Lease {
  const known = leases.get(client);
  if (known) return known;
  if (leases.size >= mostClients) leases.delete(leases.keys().next().value as string);
  const lease = { tokens: 0, until: 0, emptyUntil: 0, pending: undefined };
  leases.set(client, lease);
  return lease;
}

const tooMany = (waitMs: number) => {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  return new HttpError(429, `Too many requests; try again in ${seconds} s.`, 'RATE_LIMITED', {
    'retry-after': String(seconds),
  });
};

/** Who a request counts for: the token's subject, or the address when there is no token. */
export function clientOf(caller: Caller, request: IncomingMessage, isBehindProxy: boolean): string {
  if (caller.kind !== 'anonymous') return `subject ${caller.subject}`;
  // The nearest proxy writes last; what stands before it anybody could have written.
  const forwarded = isBehindProxy
    ? String(request.headers['x-forwarded-for'] ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : '';
  return `address ${forwarded || request.socket.remoteAddress}`;
}
