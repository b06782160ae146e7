import { createHash } from 'node:crypto';
import {
  type IdempotencyRefusal,
  type InvalidInput,
  idempotencyInProgress,
  idempotencyKeyReused,
  invalidInput,
  type Refusal,
  type Result,
  refuse,
} from '@passerelle/values';
import type { Connection } from './connect.ts';
import { StaleWriteError } from './transaction.ts';

export type IdempotentCall = {
  /** Who chose the key; two clients may choose the same one. */
  readonly client: string;
  /** Mutation name. */
  readonly operation: string;
  readonly key: string;
  /** What the caller asked for; the same key with another input is refused. */
  readonly input: unknown;
};

/**
 * Runs `work` once per client, operation and key; a repeated call gets the first result again, refusals included.
 * Must be called first in the transaction that does the work. The result is kept as JSON: return ids, not objects.
 */
export async function oncePerKey<T, R extends { readonly code: string } = Refusal>(
  { sql }: Connection,
  { client, operation, key, input }: IdempotentCall,
  work: () => Promise<Result<T, R>>,
): Promise<Result<T, R | IdempotencyRefusal | InvalidInput>> {
  if (!isKey(key)) return refuse(badKey());
  const hash = hashOf(input);
  const [lock] = await sql`
    select pg_try_advisory_xact_lock(hashtextextended(${`${client}|${operation}|${key}`}, 0)) as free,
      (select jsonb_build_object('hash', input_hash, 'result', result) from idempotency_keys
       where client = ${client} and operation = ${operation} and key = ${key}) as stored`;
  if (lock?.stored) return lock.stored.hash === hash ? lock.stored.result : refuse(idempotencyKeyReused(key));
  if (!lock?.free) return refuse(idempotencyInProgress(key));

  const result = await work();
  const [kept] = await sql`
    insert into idempotency_keys (client, operation, key, input_hash, result)
    values (${client}, ${operation}, ${key}, ${hash}, ${sql.json(storable(result) as never)})
    on conflict do nothing returning key`;
  // The first call committed between our look and our lock: start again and find its result.
  if (!kept) throw new StaleWriteError(`idempotency key ${key}`);
  return result;
}

/**
 * `oncePerKey` for several calls in one transaction, two statements for all of them: `work` is told the places of those
 * that are new and answers their results in that order. Of two calls with one key the second is refused as in progress.
 */
export async function oncePerKeys<T, R extends { readonly code: string } = Refusal>(
  { sql }: Connection,
  calls: readonly IdempotentCall[],
  work: (fresh: readonly number[]) => Promise<readonly Result<T, R>[]>,
): Promise<readonly Result<T, R | IdempotencyRefusal | InvalidInput>[]> {
  type Known = { readonly free: boolean; readonly stored: { hash: string; result: Result<T, R> } | null };
  const rows = (await sql`
    select pg_try_advisory_xact_lock(hashtextextended(client || '|' || operation || '|' || key, 0)) as free,
      (select jsonb_build_object('hash', input_hash, 'result', result) from idempotency_keys as known
       where known.client = given.client and known.operation = given.operation and known.key = given.key) as stored
    from unnest(${calls.map(({ client }) => client)}::text[], ${calls.map(({ operation }) => operation)}::text[],
      ${calls.map(({ key }) => (isKey(key) ? key : ''))}::text[]) with ordinality as given (client, operation, key, place)
    order by place`) as unknown as Known[];
  const seen = new Set<string>();
  const known = calls.map(({ client, operation, key, input }, place) => {
    const { free, stored } = rows[place] as Known;
    if (!isKey(key)) return refuse(badKey());
    if (stored) return stored.hash === hashOf(input) ? stored.result : refuse(idempotencyKeyReused(key));
    const name = `${client}|${operation}|${key}`;
    if (!free || seen.has(name)) return refuse(idempotencyInProgress(key));
    seen.add(name);
    return undefined;
  });
  const fresh = known.flatMap((result, place) => (result ? [] : [place]));
  if (fresh.length === 0) return known as Result<T, R>[];

  const results = await work(fresh);
  const kept = await sql`
    insert into idempotency_keys (client, operation, key, input_hash, result)
    select client, operation, key, hash, result
    from jsonb_to_recordset(${sql.json(
      fresh.map((place, index) => {
        const { client, operation, key, input } = calls[place] as IdempotentCall;
        return { client, operation, key, hash: hashOf(input), result: storable(results[index]) };
      }) as never,
    )}) as given (client text, operation text, key text, hash text, result jsonb)
    on conflict do nothing`;
  // As in `oncePerKey`: start again and find what was committed in between.
  if (kept.count !== fresh.length) throw new StaleWriteError('idempotency keys');
  const byPlace = new Map(fresh.map((place, index) => [place, results[index] as Result<T, R>]));
  return known.map((result, place) => result ?? (byPlace.get(place) as Result<T, R>));
}

/** A refusal may quote what the caller sent; PostgreSQL keeps every character but NUL. */
const storable = (result: unknown) =>
  JSON.parse(
    JSON.stringify(result, (_field, value) => (typeof value === 'string' ? value.replaceAll('\0', '') : value)),
  );

const isKey = (key: string) => key.length >= 8 && key.length <= 128 && !key.includes('\0');
const badKey = () => invalidInput(['idempotencyKey'], 'A key has 8 to 128 characters, none of them NUL.');

/** SHA-256 of the input with object keys sorted, so that the order of fields does not matter. */
export function hashOf(input: unknown): string {
  const sorted = (_key: string, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  return createHash('sha256')
    .update(JSON.stringify(input, sorted) ?? 'null')
    .digest('hex');
}
