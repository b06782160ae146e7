import type { Connection } from '@passerelle/database';
import type { Shipment, ShipmentEvent, ShipmentLine } from '../domain/shipment.ts';
import { lockOrder, type WholeOrder } from './orders.ts';
import { asRow, asRows, columnsOf, isAmong } from './rows.ts';
import { shipmentEvents, shipmentLines, shipments } from './tables.ts';

const columns = { shipment: columnsOf(shipments), line: columnsOf(shipmentLines), event: columnsOf(shipmentEvents) };
type Ids = readonly string[];
const as = <T>(rows: unknown) => rows as T[];

export async function findShipments({ sql }: Connection, ids: Ids): Promise<Shipment[]> {
  return as(await sql`select ${sql.unsafe(columns.shipment)} from shipments where id ${isAmong(sql, ids)}`);
}

export async function findShipmentsOfOrders({ sql }: Connection, orderIds: Ids): Promise<Shipment[]> {
  return as(
    await sql`
    select ${sql.unsafe(columns.shipment)} from shipments
    where order_id ${isAmong(sql, orderIds)} order by created_at, id`,
  );
}

export async function findLinesOfShipments({ sql }: Connection, ids: Ids): Promise<ShipmentLine[]> {
  return as(
    await sql`
    select ${sql.unsafe(columns.line)} from shipment_lines
    where shipment_id ${isAmong(sql, ids)} order by shipment_id, fulfillment_order_line_id`,
  );
}

/** Newest first. */
export async function findEventsOfShipments({ sql }: Connection, ids: Ids): Promise<ShipmentEvent[]> {
  return as(
    await sql`
    select ${sql.unsafe(columns.event)} from shipment_events
    where shipment_id ${isAmong(sql, ids)} order by occurred_at desc, recorded_at desc, event_id`,
  );
}

export async function insertShipment(
  tx: Connection,
  shipment: Shipment,
  lines: readonly ShipmentLine[],
): Promise<void> {
  await tx.sql`
    with new_shipment as (
      insert into shipments select * from jsonb_populate_record(null::shipments, ${asRow(tx, shipment)})
    )
    insert into shipment_lines select * from jsonb_populate_recordset(null::shipment_lines, ${asRows(tx, lines)})`;
}

/** False when the event was recorded before. */
export async function insertShipmentEvent(tx: Connection, event: ShipmentEvent, now: Date): Promise<boolean> {
  const rows = await tx.sql`
    insert into shipment_events
    select * from jsonb_populate_record(null::shipment_events, ${asRow(tx, { ...event, recordedAt: now })})
    on conflict do nothing returning event_id`;
  return rows.length > 0;
}

export async function saveShipment(
  { sql }: Connection,
  { id, status, deliveredAt }: Pick<Shipment, 'id' | 'status' | 'deliveredAt'>,
): Promise<void> {
  await sql`update shipments set status = ${status}, delivered_at = ${deliveredAt} where id = ${id}`;
}

export async function saveResolution(
  { sql }: Connection,
  { id, resolution }: Pick<Shipment, 'id' | 'resolution'>,
): Promise<void> {
  await sql`update shipments set resolution = ${resolution} where id = ${id}`;
}

export async function saveReceivedBack(
  { sql }: Connection,
  { id, receivedBackAt }: Pick<Shipment, 'id' | 'receivedBackAt'>,
): Promise<void> {
  await sql`update shipments set received_back_at = ${receivedBackAt} where id = ${id}`;
}

/** Every moment at which goods of the order reached the shopper. */
export async function deliveriesOf({ sql }: Connection, orderId: string): Promise<Date[]> {
  const rows = await sql`
    select delivered_at as at from shipments join fulfillment_orders as work on work.id = fulfillment_order_id
    where shipments.order_id = ${orderId} and delivered_at is not null and resolution is null
      and work.type <> 'SHIP_TO_STORE'
    union all
    select collected_at from fulfillment_orders where order_id = ${orderId} and collected_at is not null`;
  return rows.map(({ at }) => at);
}

/** A shipment under its order's lock; undefined when it is unknown or left none of `locationIds`. */
export async function lockShipment(
  tx: Connection,
  id: string,
  locationIds: readonly string[] | null,
): Promise<{ readonly whole: WholeOrder; readonly shipment: Shipment } | undefined> {
  const [known] = await findShipments(tx, [id]);
  if (!known || (locationIds && !locationIds.includes(known.locationId))) return undefined;
  const whole = await lockOrder(tx, known.orderId);
  // Under the lock: it may just have changed.
  const [shipment] = await findShipments(tx, [id]);
  return whole && shipment && { whole, shipment };
}
