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
  if (key.length < 8 || key.length > 128 || key.includes('\0')) {
    return refuse(invalidInput(['idempotencyKey'], 'A key has 8 to 128 characters, none of them NUL.'));
  }
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
    values (${client}, ${operation}, ${key}, ${hash}, ${sql.json(result as never)})
    on conflict do nothing returning key`;
  // The first call committed between our look and our lock: start again and find its result.
  if (!kept) throw new StaleWriteError(`idempotency key ${key}`);
  return result;
}

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
