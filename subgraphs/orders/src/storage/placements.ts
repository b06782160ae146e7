import type { Connection } from '@passerelle/database';
import type { OrderRefusal } from '../domain/refusals.ts';
import { asRows, columnsOf } from './rows.ts';
import { placements } from './tables.ts';

export type Placement = typeof placements.$inferSelect;
export type PlacementKey = { readonly client: string; readonly key: string };

/** Name of the job that gives back once more what a placement took that had ended before. */
export const recoverTask = 'recover-placement';

export type NewPlacement = PlacementKey & {
  readonly inputHash: string;
  readonly orderId: string;
  readonly now: Date;
  readonly leaseUntil: Date;
  readonly bookedLocationIds: readonly string[];
};

/** A placement that was started: the number its order gets. */
export type Started = { readonly number: string; readonly isFirst: boolean };

/**
 * Starts placements, or abandoned ones of the same input anew, in one statement; no two with one key. In their order,
 * undefined where the key is taken. Whoever finds one whose lease has ended gives back what it took.
 */
export async function takePlacements(
  tx: Connection,
  taken: readonly NewPlacement[],
): Promise<readonly (Started | undefined)[]> {
  const rows = taken.map(({ now, ...placement }) => ({ ...placement, state: 'RUNNING', updatedAt: now }));
  const started = await tx.sql`
    with taken as (
      insert into placements (client, key, input_hash, order_id, state, lease_until, booked_location_ids, updated_at)
      select client, key, input_hash, order_id, state, lease_until, booked_location_ids, updated_at
      from jsonb_populate_recordset(null::placements, ${asRows(tx, rows)})
      on conflict (client, key) do update
      set order_id = excluded.order_id, state = 'RUNNING', lease_until = excluded.lease_until,
        booked_location_ids = excluded.booked_location_ids, updated_at = excluded.updated_at
      where placements.state = 'ABANDONED' and placements.input_hash = excluded.input_hash
      returning order_id, xmax = 0 as "isFirst"
    )
    select order_id as "orderId", 'P-' || nextval('order_numbers') as number, "isFirst" from taken`;
  const byOrder = new Map(started.map(({ orderId, number, isFirst }) => [orderId, { number, isFirst }]));
  return taken.map(({ orderId }) => byOrder.get(orderId));
}

/** Orders whose placement did not end within its lease, the longest waiting first; so many at most. */
export async function findLapsedPlacements({ sql }: Connection, now: Date, most: number): Promise<string[]> {
  const rows = await sql`
    select order_id as id from placements
    where state in ('RUNNING', 'COMPENSATING') and lease_until <= ${now} order by lease_until limit ${most}`;
  return rows.map(({ id }) => id);
}

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
