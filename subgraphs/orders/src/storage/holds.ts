import type { Connection, Owner } from '@passerelle/database';
import { schedule } from '@passerelle/events';
import type { FulfillmentOrder, FulfillmentOrderStatus } from '../domain/fulfillment.ts';
import type { OrderHold } from '../domain/hold.ts';
import { asRow, asRows, columnsOf, isAmong } from './rows.ts';
import { orderHolds } from './tables.ts';

/** Name of the job that ends a hold at its time. */
export const endHoldTask = 'end-hold';
const columns = columnsOf(orderHolds);

/** Open ones first, then the newest. */
export async function findHoldsOfOrders({ sql }: Connection, orderIds: readonly string[]): Promise<OrderHold[]> {
  const rows = await sql`
    select ${sql.unsafe(columns)} from order_holds where order_id ${isAmong(sql, orderIds)}
    order by order_id, released_at is not null, placed_at desc, id desc`;
  return rows as unknown as OrderHold[];
}

export async function insertHold(tx: Connection, owner: Owner, hold: OrderHold): Promise<void> {
  await tx.sql`insert into order_holds select * from jsonb_populate_record(null::order_holds, ${asRow(tx, hold)})`;
  if (!hold.releaseAt) return;
  const payload = { orderId: hold.orderId, holdId: hold.id };
  await schedule(tx, owner, endHoldTask, payload, { key: `${endHoldTask}:${hold.id}`, runAt: hold.releaseAt });
}

export async function endHold(
  { sql }: Connection,
  { id, releasedBy, releasedAt }: Pick<OrderHold, 'id' | 'releasedBy' | 'releasedAt'>,
): Promise<void> {
  await sql`update order_holds set released_by = ${releasedBy}, released_at = ${releasedAt} where id = ${id}`;
}

/** Remembers where work stood. */
export async function keepStates(tx: Connection, work: readonly FulfillmentOrder[]): Promise<void> {
  const rows = work.map(({ id, status }) => ({ fulfillmentOrderId: id, status }));
  await tx.sql`
    insert into held_work select * from jsonb_populate_recordset(null::held_work, ${asRows(tx, rows)})
    on conflict (fulfillment_order_id) do update set status = excluded.status`;
}

/** Where work of orders that are stopped stood, by its id. */
export async function findStates(
  { sql }: Connection,
  orderIds: readonly string[],
): Promise<{ orderId: string; id: string; status: FulfillmentOrderStatus }[]> {
  const rows = await sql`
    select work.order_id as "orderId", work.id, held_work.status
    from held_work join fulfillment_orders as work on work.id = fulfillment_order_id
    where work.order_id ${isAmong(sql, orderIds)}`;
  return rows as unknown as { orderId: string; id: string; status: FulfillmentOrderStatus }[];
}

/** Where work of an order stood, forgotten here; `acceptBy` of work that is offered again is written. */
export async function takeStates({ sql }: Connection, orderId: string): Promise<Map<string, FulfillmentOrderStatus>> {
  const rows = await sql`
    delete from held_work using fulfillment_orders as work
    where work.id = fulfillment_order_id and work.order_id = ${orderId}
    returning fulfillment_order_id as id, held_work.status`;
  return new Map(rows.map(({ id, status }) => [id, status]));
}

export async function saveAcceptBy({ sql }: Connection, work: readonly FulfillmentOrder[]): Promise<void> {
  for (const { id, acceptBy } of work) {
    await sql`update fulfillment_orders set accept_by = ${acceptBy} where id = ${id}`;
  }
}
