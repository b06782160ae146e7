import type { Connection, Owner } from '@passerelle/database';
import type { OrderRefusal } from '../domain/refusals.ts';
import { columnsOf } from './rows.ts';
import { placements } from './tables.ts';

export type Placement = typeof placements.$inferSelect;
export type PlacementKey = { readonly client: string; readonly key: string };

/** Name of the job that gives back what a killed process took. */
export const recoverTask = 'recover-placement';

export type NewPlacement = PlacementKey & {
  readonly inputHash: string;
  readonly orderId: string;
  readonly now: Date;
  readonly leaseUntil: Date;
  readonly bookedLocationIds: readonly string[];
};

/**
 * Starts a placement, or starts an abandoned one of the same input anew, and schedules its recovery: one statement,
 * one round trip. Undefined when the key is taken.
 */
export async function takePlacement(
  { sql }: Connection,
  owner: Owner,
  { client, key, inputHash, orderId, now, leaseUntil, bookedLocationIds }: NewPlacement,
): Promise<{ readonly number: string; readonly isFirst: boolean } | undefined> {
  const rows = await sql`
    with taken as (
      insert into placements (client, key, input_hash, order_id, state, lease_until, booked_location_ids, updated_at)
      values (${client}, ${key}, ${inputHash}, ${orderId}, 'RUNNING', ${leaseUntil},
        ${bookedLocationIds as string[]}::text[], ${now})
      on conflict (client, key) do update
      set order_id = excluded.order_id, state = 'RUNNING', lease_until = excluded.lease_until,
        booked_location_ids = excluded.booked_location_ids, updated_at = excluded.updated_at
      where placements.state = 'ABANDONED' and placements.input_hash = excluded.input_hash
      returning xmax = 0 as "isFirst"
    ), job as (
      select ${sql(owner.jobsSchema)}.add_job(${recoverTask}, ${sql.json({ client, key, orderId })}::json,
        run_at => ${leaseUntil}, job_key => ${recoveryKey(orderId)}) from taken
    )
    select 'P-' || nextval('order_numbers') as number, "isFirst" from taken, job`;
  return rows[0] as { number: string; isFirst: boolean } | undefined;
}

export const recoveryKey = (orderId: string) => `${recoverTask}:${orderId}`;

const columns = columnsOf(placements);

export async function findPlacement(
  { sql }: Connection,
  { client, key }: PlacementKey,
): Promise<Placement | undefined> {
  const rows = await sql`select ${sql.unsafe(columns)} from placements where client = ${client} and key = ${key}`;
  return rows[0] as Placement | undefined;
}

/** Ends a placement that is still ours with a refusal, which the same key gets again. False when it was taken away. */
export async function refusePlacement(
  { sql }: Connection,
  orderId: string,
  refusals: readonly OrderRefusal[],
  now: Date,
): Promise<void> {
  await sql`
    update placements set state = 'REFUSED', refusals = ${sql.json(refusals as never)}, updated_at = ${now}
    where order_id = ${orderId} and state = 'RUNNING'`;
}

/** Takes a placement whose lease ended away from its process; undefined when there is nothing to give back. */
export async function seizePlacement(
  { sql }: Connection,
  orderId: string,
  now: Date,
): Promise<Pick<Placement, 'bookedLocationIds' | 'leaseUntil' | 'state'> | undefined> {
  const rows = await sql`
    update placements
    set state = case when lease_until <= ${now} then 'COMPENSATING' else state end, updated_at = ${now}
    where order_id = ${orderId} and state in ('RUNNING', 'COMPENSATING')
    returning booked_location_ids as "bookedLocationIds", lease_until as "leaseUntil", state`;
  return rows[0] as Placement | undefined;
}

/** Everything is given back: the key may be used anew. */
export async function abandonPlacement({ sql }: Connection, orderId: string, now: Date): Promise<void> {
  await sql`
    update placements set state = 'ABANDONED', updated_at = ${now}
    where order_id = ${orderId} and state = 'COMPENSATING'`;
}
