import type { Connection } from '@passerelle/database';
import { publish } from '@passerelle/events';
import { newId } from '@passerelle/values';
import type { LevelKey } from '../domain/movement.ts';

/**
 * Tells of each level that holds less than what is reserved on it, and the orders concerned. Give the levels that just
 * lost units, still locked.
 */
export async function publishShortages(tx: Connection, keys: readonly LevelKey[], now: Date): Promise<void> {
  if (keys.length === 0) return;
  const rows = await tx.sql`
    select sku, locations.id as "locationId", reserved - (on_hand - blocked) as "missingUnits",
      array(
        select distinct reservations.order_id
        from reservation_lines as line join reservations on reservations.id = line.reservation_id
        where line.item_no = level.item_no and line.location_no = level.location_no
          and line.quantity > line.issued_quantity + line.released_quantity and reservations.order_id is not null
        order by 1
      ) as "orderIds"
    from unnest(${keys.map((key) => key.itemNo)}::integer[], ${keys.map((key) => key.locationNo)}::integer[])
      as lost (item_no, location_no)
    join stock_levels as level on level.item_no = lost.item_no and level.location_no = lost.location_no
    join items on items.item_no = level.item_no
    join locations on locations.location_no = level.location_no
    where reserved > 0 and on_hand - blocked < reserved
    order by level.item_no, level.location_no`;
  await publish(
    tx,
    rows.map((row) => ({
      id: newId('event', now),
      type: 'stock.shortage',
      subject: row.locationId,
      data: { sku: row.sku, locationId: row.locationId, missingUnits: row.missingUnits, orderIds: row.orderIds },
      occurredAt: now,
    })),
  );
}
