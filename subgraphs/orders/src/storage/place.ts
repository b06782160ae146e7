import type { Connection, Owner } from '@passerelle/database';
import type { FulfillmentOrder } from '../domain/fulfillment.ts';
import type { DeliveryGroup, Order, OrderEvent, OrderLine, Payment } from '../domain/order.ts';
import type { Routing } from '../domain/routing.ts';
import type { PlannedWork } from '../domain/work-plan.ts';
import { asRow, asRows } from './rows.ts';
import { answerJobs } from './settle.ts';

export type NewOrder = {
  readonly order: Order;
  readonly groups: readonly DeliveryGroup[];
  readonly lines: readonly OrderLine[];
  readonly payment: Payment;
  /** Null while nobody has looked for locations. */
  readonly routing: Routing | null;
  readonly work: readonly PlannedWork[];
  readonly events: readonly Omit<OrderEvent, 'position'>[];
};

type NewWorkRow = Omit<FulfillmentOrder, 'acceptBy' | 'dueAt'> & {
  readonly acceptBy: string | null;
  readonly dueAt: string | null;
};

/** Rows of planned work: `P-100042-1`, `P-100042-2`, … after the `before` pieces the order has had already. */
export function workRows(order: Pick<Order, 'id' | 'number'>, plan: readonly PlannedWork[], before: number, now: Date) {
  const work = plan.map(
    ({ lines: _lines, isAwaitingStock, ...planned }, index): NewWorkRow => ({
      ...planned,
      number: `${order.number}-${before + index + 1}`,
      orderId: order.id,
      status: isAwaitingStock ? 'AWAITING_STOCK' : 'OFFERED',
      storageSpot: null,
      readyAt: null,
      expiresAt: null,
      collectedAt: null,
      remindedAt: null,
      refusalReason: null,
      failedPickups: 0,
      rejectionReason: null,
      rejectionNote: null,
      rejectedAt: null,
      transferShipmentId: null,
      version: 1,
      createdAt: now,
      updatedAt: now,
    }),
  );
  const lines = plan.flatMap(({ id, lines }) =>
    lines.map((line, position) => ({
      id: line.id,
      fulfillmentOrderId: id,
      orderLineId: line.orderLineId,
      position,
      quantity: line.quantity,
      cancelledQuantity: 0,
      pickedQuantity: 0,
      missingQuantity: 0,
      reroutedQuantity: 0,
      fulfilledQuantity: 0,
      passedOnQuantity: 0,
    })),
  );
  return { work, lines };
}

/** The channel has sent this reference before. */
export class ReferenceTaken extends Error {
  override readonly name = 'ReferenceTaken';
}

const isReferenceTwice = (error: unknown) =>
  (error as { constraint_name?: string } | null)?.constraint_name === 'orders_reference_once';

/**
 * Stores a placed order with everything that belongs to it and ends its placement, in one statement. False, with
 * nothing to keep, when the placement was taken away meanwhile: the caller must roll back.
 * Throws ReferenceTaken for an external reference the channel has used.
 */
export async function insertPlacedOrder(tx: Connection, owner: Owner, placed: NewOrder): Promise<boolean> {
  const { sql } = tx;
  const { order, groups, lines, payment, routing, events } = placed;
  const { work, lines: workLines } = workRows(order, placed.work, 0, order.updatedAt);
  const routingRows = routing ? [{ ...routing, state: 'DONE', plan: null, leaseUntil: null }] : [];
  const rows = await sql`
    with ended as (
      update placements set state = 'DONE', updated_at = ${order.updatedAt}
      where order_id = ${order.id} and state = 'RUNNING' returning order_id
    ), new_order as (
      insert into orders select * from jsonb_populate_record(null::orders, ${asRow(tx, order)})
    ), new_groups as (
      insert into delivery_groups select * from jsonb_populate_recordset(null::delivery_groups, ${asRows(tx, groups)})
    ), new_lines as (
      insert into order_lines select * from jsonb_populate_recordset(null::order_lines, ${asRows(tx, lines)})
    ), new_payment as (
      insert into payments select * from jsonb_populate_record(null::payments, ${asRow(tx, payment)})
    ), new_routing as (
      insert into routings select * from jsonb_populate_recordset(null::routings, ${asRows(tx, routingRows)})
    ), new_work as (
      insert into fulfillment_orders
      select * from jsonb_populate_recordset(null::fulfillment_orders, ${asRows(tx, work)})
      returning id, accept_by
    ), answers as (${answerJobs(tx, owner)}), new_work_lines as (
      insert into fulfillment_order_lines
      select * from jsonb_populate_recordset(null::fulfillment_order_lines, ${asRows(tx, workLines)})
    ), new_events as (
      insert into order_events (id, order_id, type, occurred_at, actor, message)
      select id, order_id, type, occurred_at, actor, message
      from jsonb_populate_recordset(null::order_events, ${asRows(tx, events)})
    )
    select order_id, (select count(*) from answers) from ended`.catch((error) => {
    throw isReferenceTwice(error) ? new ReferenceTaken(order.externalReference ?? '') : error;
  });
  return rows.length === 1;
}
