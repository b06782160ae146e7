import { type Connection, type Owner, textList } from '@passerelle/database';
import { signalEvents, writingEvents } from '@passerelle/events';
import type { FulfillmentOrder } from '../domain/fulfillment.ts';
import type { DeliveryGroup, Order, OrderEvent, OrderLine, Payment } from '../domain/order.ts';
import type { Routing } from '../domain/routing.ts';
import type { PlannedWork } from '../domain/work-plan.ts';
import { changedEvent, orderSignal } from './changed.ts';
import { asRows } from './rows.ts';
import { answerJobs } from './settle.ts';
import { storedRouting } from './stored-routing.ts';

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
 * Stores placed orders with everything that belongs to them, tells the others, and ends their placements: one statement
 * for all, atomic by itself. Answers the ids of those that were stored: of a placement that was taken away meanwhile
 * nothing is written. Throws ReferenceTaken for an external reference the channel has used.
 */
export async function insertPlacedOrders(
  tx: Connection,
  owner: Owner,
  placed: readonly NewOrder[],
): Promise<ReadonlySet<string>> {
  const { sql } = tx;
  const works = placed.map(({ order, work }) => workRows(order, work, 0, order.updatedAt));
  const routings = placed.flatMap(({ routing }) =>
    routing ? [{ ...storedRouting(routing), state: 'DONE', plan: null, leaseUntil: null }] : [],
  );
  const told = placed.map(({ order }) => changedEvent(order, order.updatedAt));
  const rowsOf = (table: string, rows: readonly object[]) =>
    sql`jsonb_populate_recordset(null::${sql(table)}, ${asRows(tx, rows)})`;
  const isOurs = sql`in (select order_id from ended)`;
  // By their orders' key, and told so that the index of open placements is of no use: those that ended since the last
  // vacuum are still in it, at a hundred orders a second thousands, and PostgreSQL would read them all.
  const running = sql`order_id = any(${textList(
    tx,
    placed.map(({ order }) => order.id),
  )}) and state || '' = 'RUNNING'`;
  const rows = await sql`
    with given as materialized (
      select * from ${rowsOf(
        'orders',
        placed.map(({ order }) => order),
      )}
    ), ended as (
      update placements set state = 'DONE', updated_at = given.updated_at from given
      where order_id = given.id and ${running} returning order_id
    ), new_orders as (
      insert into orders select * from given where id ${isOurs}
    ), new_groups as (
      insert into delivery_groups
      select * from ${rowsOf(
        'delivery_groups',
        placed.flatMap(({ groups }) => groups),
      )} where order_id ${isOurs}
    ), new_lines as (
      insert into order_lines
      select * from ${rowsOf(
        'order_lines',
        placed.flatMap(({ lines }) => lines),
      )} where order_id ${isOurs}
    ), new_payments as (
      insert into payments
      select * from ${rowsOf(
        'payments',
        placed.map(({ payment }) => payment),
      )} where order_id ${isOurs}
    ), new_routings as (
      insert into routings select * from ${rowsOf('routings', routings)} where order_id ${isOurs}
    ), new_work as (
      insert into fulfillment_orders
      select * from ${rowsOf(
        'fulfillment_orders',
        works.flatMap(({ work }) => work),
      )} where order_id ${isOurs}
      returning id, accept_by
    ), answers as (${answerJobs(tx, owner)}), new_work_lines as (
      insert into fulfillment_order_lines
      select * from ${rowsOf(
        'fulfillment_order_lines',
        works.flatMap(({ lines }) => lines),
      )} where fulfillment_order_id in (select id from new_work)
    ), new_events as (
      insert into order_events (id, order_id, type, occurred_at, actor, message)
      select id, order_id, type, occurred_at, actor, message
      from ${rowsOf(
        'order_events',
        placed.flatMap(({ events }) => events),
      )} where order_id ${isOurs}
    ), ${writingEvents(tx, told, sql`subject ${isOurs}`)}
    select order_id as id, (select count(*) from answers) from ended`.catch((error) => {
    throw isReferenceTwice(error) ? new ReferenceTaken() : error;
  });
  const stored = rows.map(({ id }) => id as string);
  tx.signal(orderSignal, stored);
  signalEvents(tx, told);
  return new Set(stored);
}
