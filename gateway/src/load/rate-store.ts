import { connect } from '@passerelle/database';

/** What a client gets of its tokens: how many, and when there is a next one when there are none. */
export type Grant = { readonly tokens: number; readonly retryAfterSeconds: number };

/** Holds each client's bucket for all processes of the gateway. */
export type RateStore = {
  /** Takes up to `wanted` tokens out of a client's bucket. */
  readonly take: (client: string, wanted: number) => Promise<Grant>;
  readonly close: () => Promise<void>;
};

/** Tokens refill at `perSecond` up to `burst`. */
export type Rate = { readonly perSecond: number; readonly burst: number };

/** A bucket that has been full for that long is the same as none. */
const forgetAfter = '10 minutes';

/**
 * Buckets in PostgreSQL, in a schema of the gateway's own. The table is not logged: a crash of the database fills every
 * bucket, which harms nobody.
 */
export async function openRateStore(url: string, { perSecond, burst }: Rate): Promise<RateStore> {
  const database = connect({ url, max: 2 });
  const { sql } = database;
  // Two processes that start at once would otherwise make the same schema twice.
  await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(735503)`;
    await tx`create schema if not exists gateway`;
    await tx`create unlogged table if not exists gateway.rate_buckets (
      client text primary key, tokens double precision not null, granted double precision not null,
      filled_at timestamptz not null)`;
    await tx`delete from gateway.rate_buckets where filled_at < now() - ${forgetAfter}::interval`;
  });
  return {
    async take(client, wanted) {
      const now = Math.min(wanted, burst);
      const [row] = await sql<{ granted: number; tokens: number }[]>`
        insert into gateway.rate_buckets as bucket (client, tokens, granted, filled_at)
        values (${client}, ${burst - now}::float8, ${now}::float8, clock_timestamp())
        on conflict (client) do update set (granted, tokens, filled_at) = (
          select least(${wanted}::float8, floor(full_to)), full_to - least(${wanted}::float8, floor(full_to)), at
          from (select greatest(excluded.filled_at, bucket.filled_at) as at) clock, lateral (
            select least(${burst}::float8, bucket.tokens + ${perSecond}::float8
              * extract(epoch from at - bucket.filled_at)::float8) as full_to) filled)
        returning granted, tokens`;
      const { granted = 0, tokens = 0 } = row ?? {};
      return { tokens: granted, retryAfterSeconds: granted > 0 ? 0 : (1 - tokens) / perSecond };
    },
    close: database.close,
  };
}

/** Buckets of this process only: for a gateway without a database. */
export function localRateStore(
  { perSecond, burst }: Rate,
  now: () => number = performance.now.bind(performance),
): RateStore {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return {
    async take(client, wanted) {
      const at = now();
      const known = buckets.get(client);
      const tokens = known ? Math.min(burst, known.tokens + (perSecond * (at - known.at)) / 1000) : burst;
      const granted = Math.min(wanted, Math.floor(tokens));
      buckets.delete(client);
      if (buckets.size >= mostClients) buckets.delete(buckets.keys().next().value as string);
      buckets.set(client, { tokens: tokens - granted, at });
      return { tokens: granted, retryAfterSeconds: granted > 0 ? 0 : (1 - tokens) / perSecond };
    },
    close: async () => {},
  };
}

/** Clients remembered at once; the one not seen for longest is forgotten, which fills its bucket. */
export const mostClients = 100_000;
