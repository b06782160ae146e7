import type { Connection } from '@passerelle/database';
import type { AppliedDelta, MovementReason } from '../domain/movement.ts';
import type { PoolStock } from '../domain/pool.ts';
import type { HeldUnits } from '../domain/stock.ts';
import { signalStock } from './watched.ts';

type LevelKey = { readonly itemNo: number; readonly locationNo: number };

/** Units of pools at levels, which must be locked when they are to be changed. No statement for no level. */
export async function findPoolStock({ sql }: Connection, keys: readonly LevelKey[]): Promise<PoolStock[]> {
  if (keys.length === 0) return [];
  const rows = await sql`
    select item_no as "itemNo", location_no as "locationNo", pool_no as "poolNo", allocated, reserved
    from pool_stock
    join unnest(${keys.map((key) => key.itemNo)}::integer[], ${keys.map((key) => key.locationNo)}::integer[])
      as wanted (item_no, location_no) using (item_no, location_no)`;
  return rows as unknown as PoolStock[];
}

const columns = (changes: readonly (LevelKey & { readonly poolNo: number })[]) => ({
  items: changes.map((change) => change.itemNo),
  locations: changes.map((change) => change.locationNo),
  pools: changes.map((change) => change.poolNo),
});

/** Adds signed units to `reserved` of pools, and notes it; their levels must be locked. Units of no pool are left out. */
export async function addPoolReserved({ sql }: Connection, changes: readonly HeldUnits[], now: Date): Promise<void> {
  const pooled = changes.flatMap(({ poolNo, ...change }) => (poolNo === null ? [] : [{ ...change, poolNo }]));
  if (pooled.length === 0) return;
  const { items, locations, pools } = columns(pooled);
  await sql`
    with changed as (
      select item_no, location_no, pool_no, sum(units)::integer as units
      from unnest(${items}::integer[], ${locations}::integer[], ${pools}::integer[],
        ${pooled.map((change) => change.units)}::integer[]) as given (item_no, location_no, pool_no, units)
      group by item_no, location_no, pool_no
    ), noted as (
      insert into pool_reserved_changes (item_no, location_no, pool_no, units, recorded_at)
      select item_no, location_no, pool_no, units, ${now} from changed where units <> 0
    )
    update pool_stock as stock set reserved = reserved + changed.units
    from changed
    where stock.item_no = changed.item_no and stock.location_no = changed.location_no
      and stock.pool_no = changed.pool_no`;
}

/** Units that a pool gains or loses at a level. */
export type PoolChange = LevelKey & { readonly poolNo: number; readonly quantity: number };

export type PoolCause = {
  readonly kind: 'TRANSFER' | 'ARRIVAL' | 'ISSUE' | 'RETURN';
  readonly reference: string | null;
  readonly actor: string | null;
  readonly reason: string | null;
};

/** Adds signed units to what is set apart in pools, and enters them in the pools' ledger. Levels must be locked. */
export async function addAllocated(
  tx: Connection,
  changes: readonly PoolChange[],
  { kind, reference, actor, reason }: PoolCause,
  now: Date,
): Promise<void> {
  if (changes.length === 0) return;
  const { items, locations, pools } = columns(changes);
  signalStock(tx, items);
  await tx.sql`
    with given as (
      select item_no, location_no, pool_no, sum(quantity)::integer as quantity
      from unnest(${items}::integer[], ${locations}::integer[], ${pools}::integer[],
        ${changes.map((change) => change.quantity)}::integer[]) as given (item_no, location_no, pool_no, quantity)
      group by item_no, location_no, pool_no
    ), entered as (
      insert into pool_movements (item_no, location_no, pool_no, kind, quantity, reference, actor, reason, occurred_at)
      select item_no, location_no, pool_no, ${kind}, quantity, ${reference}, ${actor}, ${reason}, ${now} from given
    ), made as (
      insert into pool_stock (item_no, location_no, pool_no, allocated)
      select item_no, location_no, pool_no, quantity from given
      where not exists (
        select from pool_stock as stock
        where stock.item_no = given.item_no and stock.location_no = given.location_no and stock.pool_no = given.pool_no)
    ), changed as (
      update pool_stock as stock set allocated = allocated + quantity
      from given
      where stock.item_no = given.item_no and stock.location_no = given.location_no and stock.pool_no = given.pool_no
    )
    update stock_levels as level
    set set_aside = set_aside + sums.quantity, version = version + 1, updated_at = ${now}
    from (select item_no, location_no, sum(quantity)::integer as quantity from given group by item_no, location_no) as sums
    where level.item_no = sums.item_no and level.location_no = sums.location_no`;
}

/** What a pool has of items over all its locations, by SKU; items it has nothing of are absent. */
export async function sumAllocations(
  { sql }: Connection,
  wanted: readonly { readonly poolNo: number; readonly sku: string }[],
) {
  return sql<{ poolNo: number; sku: string; allocated: number; reserved: number }[]>`
    select wanted.pool_no as "poolNo", wanted.sku, sum(allocated)::integer as allocated, sum(reserved)::integer as reserved
    from unnest(${wanted.map(({ poolNo }) => poolNo)}::integer[], ${wanted.map(({ sku }) => sku)}::text[])
      as wanted (pool_no, sku)
    join items on items.sku = wanted.sku
    join pool_stock as stock on stock.item_no = items.item_no and stock.pool_no = wanted.pool_no
    where allocated > 0
    group by wanted.pool_no, wanted.sku`;
}

/**
 * Units an order's line items were issued from pools, less what went back to them already. Only of pools that reach the
 * location where they come back: elsewhere their channel could not sell them, and no other channel might.
 */
export async function findIssuedFromPools(
  { sql }: Connection,
  orderId: string,
  { itemNos, locationNo }: { readonly itemNos: readonly number[]; readonly locationNo: number },
): Promise<{ itemNo: number; poolNo: number; units: number }[]> {
  return sql<{ itemNo: number; poolNo: number; units: number }[]>`
    select item_no as "itemNo", pool_no as "poolNo", (sum(issued) - sum(returned))::integer as units
    from (
      select line.item_no, line.pool_no, line.issued_quantity as issued, 0 as returned
      from reservation_lines as line join reservations on reservations.id = line.reservation_id
      where order_id = ${orderId} and line.pool_no is not null
      union all
      select item_no, pool_no, 0, quantity from pool_movements where kind = 'RETURN' and reference = ${orderId}
    ) as moved
    join inventory_pools as pool using (pool_no)
    join locations on location_no = ${locationNo} and ${reaches({ sql })}
    where item_no = any(${itemNos as number[]}::integer[])
    group by item_no, pool_no having sum(issued) > sum(returned)
    order by item_no, pool_no`;
}

/** Whether a row of `inventory_pools` draws on a row of `locations`. */
const reaches = ({ sql }: Pick<Connection, 'sql'>) => sql`
  case when location_ids is null then facts -> 'channelIds' ? channel_id else locations.id = any(location_ids) end`;

const arrivals: readonly MovementReason[] = ['RECEIPT', 'TRANSFER_IN'];

/**
 * Sets apart the share of arriving units that pools ask for, rounded down at each arrival. The levels must be locked. No
 * statement when nothing arrived.
 */
export async function setApartArrivals(tx: Connection, deltas: readonly AppliedDelta[], now: Date): Promise<void> {
  const arrived = deltas.filter(
    ({ reason, appliedQuantity, isSpokenFor }) => arrivals.includes(reason) && appliedQuantity > 0 && !isSpokenFor,
  );
  if (arrived.length === 0) return;
  const changes = await tx.sql<(PoolChange & { reference: string | null })[]>`
    select item_no as "itemNo", given.location_no as "locationNo", pool_no as "poolNo",
      floor(units * arrival_percent / 100)::integer as quantity
    from unnest(${arrived.map((delta) => delta.itemNo)}::integer[], ${arrived.map((delta) => delta.locationNo)}::integer[],
      ${arrived.map((delta) => delta.appliedQuantity)}::integer[]) as given (item_no, location_no, units)
    join locations on locations.location_no = given.location_no
    join inventory_pools as pool on arrival_percent is not null and ${reaches(tx)}
    where floor(units * arrival_percent / 100) > 0`;
  const cause = { kind: 'ARRIVAL', reference: null, actor: null, reason: null } as const;
  await addAllocated(tx, changes, cause, now);
}
