import type { Connection } from '@passerelle/database';
import type { PageWindow } from '@passerelle/values';
import type { LedgerEntry } from '../domain/ledger-entry.ts';
import type { MovementReason } from '../domain/movement.ts';

export type LedgerFilter = {
  readonly from: Date;
  readonly to: Date;
  readonly skus?: readonly string[] | null;
  /** Null for all. */
  readonly locationNos: readonly number[] | null;
  readonly reasons?: readonly MovementReason[] | null;
};

const columns = ({ sql }: Connection) => sql`
  movement_no::text as "movementNo", movement.item_no as "itemNo", movement.location_no as "locationNo",
  jsonb_build_object('itemNo', item.item_no, 'sku', sku, 'category', category, 'isTracked', is_tracked) as item, reason,
  case when kind = 'BASELINE' then applied_quantity else quantity end as quantity,
  applied_quantity as "appliedQuantity", on_hand_after as "onHandAfter", source, reference as "sourceReference", actor,
  occurred_at as "occurredAt", (extract(epoch from occurred_at) * 1000000)::bigint::text as "occurredMicros",
  recorded_at as "recordedAt"`;

const entriesOf = (rows: readonly Record<string, unknown>[]) => rows as unknown as LedgerEntry[];

/** Entries by number, in no order; missing ones are absent. */
export async function findEntries(connection: Connection, numbers: readonly string[]): Promise<LedgerEntry[]> {
  return entriesOf(
    await connection.sql`
      select ${columns(connection)} from stock_movements as movement join items as item using (item_no)
      where movement_no = any(${numbers as string[]}::bigint[])`,
  );
}

/**
 * One page of the ledger, newest first, and one row more. Each place asked for is read from its own end of an index, no
 * further than a page: by location and time, or by item, location and time when SKUs are given.
 */
export async function pageEntries(
  connection: Connection,
  { from, to, skus, locationNos, reasons }: LedgerFilter,
  { size, backwards, after, before }: PageWindow,
): Promise<LedgerEntry[]> {
  const { sql } = connection;
  const key = sql`occurred_at, movement_no`;
  const at = (cursor: readonly unknown[]) =>
    sql`('epoch'::timestamptz + ${String(cursor[0])}::bigint * interval '1 microsecond', ${String(cursor[1])}::bigint)`;
  const order = backwards ? key : sql`occurred_at desc, movement_no desc`;
  const items = sql`(select item_no from items where sku = any(${(skus ?? []) as string[]}::text[])) as wanted_item`;
  const places = locationNos
    ? sql`unnest(${locationNos as number[]}::integer[]) as wanted_place (location_no)`
    : sql`(select location_no from locations) as wanted_place`;
  // An item's entries of all locations lie together; only named locations are worth a look of their own.
  const source = !skus ? places : locationNos ? sql`${items} cross join ${places}` : items;
  const isWanted = [
    ...(skus ? [sql`and item_no = wanted_item.item_no`] : []),
    ...(!skus || locationNos ? [sql`and location_no = wanted_place.location_no`] : []),
  ];
  const rows = await sql`
    with page as (
      select entry.* from ${source}
      cross join lateral (
        select * from stock_movements
        where occurred_at >= ${from} and occurred_at < ${to} ${isWanted}
          ${reasons ? sql`and reason = any(${reasons as string[]}::text[])` : sql``}
          ${after ? sql`and (${key}) < ${at(after)}` : sql``}
          ${before ? sql`and (${key}) > ${at(before)}` : sql``}
        order by ${order} limit ${size + 1}
      ) as entry
      order by ${order} limit ${size + 1}
    )
    select ${columns(connection)} from page as movement join items as item using (item_no)
    order by ${order}`;
  return entriesOf(rows);
}
