import type { Connection } from '@passerelle/database';
import { publish } from '@passerelle/events';
import { newId } from '@passerelle/values';
import type { LevelKey } from '../domain/movement.ts';

/** Remembers that units of levels were promised against goods on their way. */
export async function notePromises({ sql }: Connection, keys: readonly LevelKey[], now: Date): Promise<void> {
  await sql`
    insert into promised_levels (item_no, location_no, promised_at)
    select distinct item_no, location_no, ${now}::timestamptz from unnest(${keys.map(({ itemNo }) => itemNo)}::integer[],
      ${keys.map(({ locationNo }) => locationNo)}::integer[]) as promised (item_no, location_no)
    on conflict do nothing`;
}

/** Tells of levels of which units were promised what is still missing there, now that goods may have arrived. */
export async function publishArrivals(
  tx: Connection,
  where: { readonly keys: readonly LevelKey[] } | { readonly locationNo: number },
  now: Date,
): Promise<void> {
  if ('keys' in where && where.keys.length === 0) return;
  const { sql } = tx;
  const among =
    'keys' in where
      ? sql`(level.item_no, level.location_no) in (select * from unnest(${where.keys.map(({ itemNo }) => itemNo)}::integer[],
          ${where.keys.map(({ locationNo }) => locationNo)}::integer[]))`
      : sql`level.location_no = ${where.locationNo}`;
  const rows = await sql`
    select sku, locations.id as "locationId", greatest(0, reserved + blocked - on_hand) as "missingUnits"
    from promised_levels join stock_levels as level using (item_no, location_no)
    join items using (item_no) join locations using (location_no)
    where ${among} order by level.item_no, level.location_no`;
  await publish(
    tx,
    rows.map(({ sku, locationId, missingUnits }) => ({
      id: newId('event', now),
      type: 'stock.arrived' as const,
      subject: locationId,
      data: { sku, locationId, missingUnits },
      occurredAt: now,
    })),
  );
}
