import type { Connection } from '@passerelle/database';
import type { PageWindow } from '@passerelle/values';
import type { PoolMovement } from '../domain/pool-movement.ts';

export type PoolMovementFilter = {
  readonly poolNo: number;
  readonly sku?: string | null;
  /** Null for all. */
  readonly locationNos: readonly number[] | null;
};

/** One page of a pool's ledger and one row more, newest first. */
export async function pagePoolMovements(
  { sql }: Connection,
  { poolNo, sku, locationNos }: PoolMovementFilter,
  { size, backwards, after, before }: PageWindow,
): Promise<PoolMovement[]> {
  const rows = await sql`
    select movement_no::text as "movementNo", location_no as "locationNo", kind, quantity, reference, actor, reason,
      jsonb_build_object('itemNo', item.item_no, 'sku', sku, 'category', category, 'isTracked', is_tracked) as item,
      occurred_at as "occurredAt"
    from pool_movements join items as item using (item_no)
    where pool_no = ${poolNo}
      ${sku == null ? sql`` : sql`and item.sku = ${sku}`}
      ${locationNos ? sql`and location_no = any(${locationNos as number[]}::integer[])` : sql``}
      ${after ? sql`and movement_no < ${String(after[0])}::bigint` : sql``}
      ${before ? sql`and movement_no > ${String(before[0])}::bigint` : sql``}
    order by movement_no ${backwards ? sql`` : sql`desc`}
    limit ${size + 1}`;
  return rows as unknown as PoolMovement[];
}
