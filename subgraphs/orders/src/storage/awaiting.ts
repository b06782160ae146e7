import type { Connection, Owner } from '@passerelle/database';
import { schedule } from '@passerelle/events';

/** Name of the job that offers work whose goods have arrived. */
export const offerArrivedTask = 'offer-arrived';

/** Goods arrived where units were promised before they were there. */
export type ArrivedStock = {
  readonly sku: string;
  readonly locationId: string;
  /** Promised units that are still not there. */
  readonly missingUnits: number;
  /** When that was true; work promised later is not counted in it. */
  readonly at: string;
};

export const offerLater = (tx: Connection, owner: Owner, arrived: ArrivedStock) =>
  schedule(tx, owner, offerArrivedTask, arrived);

export type AwaitingWork = { readonly id: string; readonly orderId: string; readonly units: number };

/** Work that waits for units of a SKU at a location, in the order in which shoppers were promised them. */
export async function findAwaiting(
  { sql }: Connection,
  { sku, locationId, at }: Omit<ArrivedStock, 'missingUnits'>,
): Promise<AwaitingWork[]> {
  const rows = await sql`
    select work.id, work.order_id as "orderId", sum(part.quantity - part.cancelled_quantity)::integer as units
    from fulfillment_orders as work
    join fulfillment_order_lines as part on part.fulfillment_order_id = work.id
    join order_lines as line on line.id = part.order_line_id
    join orders on orders.id = work.order_id
    left join held_work on held_work.fulfillment_order_id = work.id and work.status = 'ON_HOLD'
    where work.location_id = ${locationId} and line.sku = ${sku} and work.created_at <= ${at}
      and coalesce(held_work.status, work.status) = 'AWAITING_STOCK'
    group by work.id, orders.id
    order by orders.promised_to nulls last, orders.placed_at, orders.id, work.id`;
  return rows as unknown as AwaitingWork[];
}

/** Work of a held order is offered once the order goes on. */
export async function keepAsOffered({ sql }: Connection, workId: string): Promise<void> {
  await sql`update held_work set status = 'OFFERED' where fulfillment_order_id = ${workId}`;
}
