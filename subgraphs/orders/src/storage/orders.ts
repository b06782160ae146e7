import type { Connection } from '@passerelle/database';
import type { FulfillmentOrder, FulfillmentOrderLine } from '../domain/fulfillment.ts';
import type { DeliveryGroup, Order, OrderEvent, OrderLine, Payment } from '../domain/order.ts';
import { asRow, asRows, columnsOf, isAmong } from './rows.ts';
import { deliveryGroups, fulfillmentOrderLines, fulfillmentOrders, orderLines, orders, payments } from './tables.ts';

const columns = {
  order: columnsOf(orders),
  line: columnsOf(orderLines),
  group: columnsOf(deliveryGroups),
  payment: columnsOf(payments),
  work: columnsOf(fulfillmentOrders),
  workLine: columnsOf(fulfillmentOrderLines),
};
type Ids = readonly string[];
const as = <T>(rows: unknown) => rows as T[];

/** Orders by id, in no order; missing ones are absent. */
export async function findOrders({ sql }: Connection, ids: Ids): Promise<Order[]> {
  return as(await sql`select ${sql.unsafe(columns.order)} from orders where id ${isAmong(sql, ids)}`);
}

export async function findOrderByNumber({ sql }: Connection, number: string): Promise<Order | undefined> {
  return as<Order>(await sql`select ${sql.unsafe(columns.order)} from orders where number = ${number}`)[0];
}

/** What somebody who gives goods back can show or say of the order. */
export type ReceiptFacts = {
  readonly number?: string | null;
  readonly email?: string | null;
  readonly cardToken?: string | null;
};

/** Orders that every given fact fits, newest first, 20 at most; none when none is given. */
export async function findOrdersByReceipt(
  { sql }: Connection,
  { number = null, email = null, cardToken = null }: ReceiptFacts,
): Promise<Order[]> {
  const conditions = [
    ...(number === null ? [] : [sql`number = ${number}`]),
    ...(email === null ? [] : [sql`lower(customer_email) = lower(${email.trim()})`]),
    ...(cardToken === null ? [] : [sql`id in (select order_id from payments where card_token = ${cardToken})`]),
  ];
  if (conditions.length === 0) return [];
  const where = conditions.reduce((all, one) => sql`${all} and ${one}`);
  return as<Order>(
    await sql`select ${sql.unsafe(columns.order)} from orders where ${where} order by placed_at desc, id limit 20`,
  );
}

export async function isReferenceTaken({ sql }: Connection, channelId: string, reference: string): Promise<boolean> {
  const rows = await sql`
    select from orders where channel_id = ${channelId} and external_reference = ${reference}`;
  return rows.length > 0;
}

export async function findLinesOfOrders({ sql }: Connection, orderIds: Ids): Promise<OrderLine[]> {
  return as(
    await sql`
    select ${sql.unsafe(columns.line)} from order_lines
    where order_id ${isAmong(sql, orderIds)} order by order_id, position`,
  );
}

export async function findLines({ sql }: Connection, ids: Ids): Promise<OrderLine[]> {
  return as(await sql`select ${sql.unsafe(columns.line)} from order_lines where id ${isAmong(sql, ids)}`);
}

export async function findGroupsOfOrders({ sql }: Connection, orderIds: Ids): Promise<DeliveryGroup[]> {
  return as(
    await sql`
    select ${sql.unsafe(columns.group)} from delivery_groups
    where order_id ${isAmong(sql, orderIds)} order by order_id, position`,
  );
}

export async function findPaymentsOfOrders({ sql }: Connection, orderIds: Ids): Promise<Payment[]> {
  return as(
    await sql`
    select ${sql.unsafe(columns.payment)} from payments
    where order_id ${isAmong(sql, orderIds)} order by order_id, id`,
  );
}

export async function findWorkOfOrders({ sql }: Connection, orderIds: Ids): Promise<FulfillmentOrder[]> {
  return as(
    await sql`
    select ${sql.unsafe(columns.work)} from fulfillment_orders
    where order_id ${isAmong(sql, orderIds)} order by order_id, created_at, number`,
  );
}

export async function findWork({ sql }: Connection, ids: Ids): Promise<FulfillmentOrder[]> {
  return as(
    await sql`
    select ${sql.unsafe(columns.work)} from fulfillment_orders where id ${isAmong(sql, ids)}`,
  );
}

export async function findLinesOfWork({ sql }: Connection, workIds: Ids): Promise<FulfillmentOrderLine[]> {
  return as(
    await sql`
    select ${sql.unsafe(columns.workLine)} from fulfillment_order_lines
    where fulfillment_order_id ${isAmong(sql, workIds)} order by fulfillment_order_id, position`,
  );
}

async function findLinesOfWorkOfOrder({ sql }: Connection, orderId: string): Promise<FulfillmentOrderLine[]> {
  return as(
    await sql`
    select ${sql.unsafe(columns.workLine)} from fulfillment_order_lines
    where fulfillment_order_id in (select id from fulfillment_orders where order_id = ${orderId})
    order by fulfillment_order_id, position`,
  );
}

/** An order with all that decisions about it need. */
export type WholeOrder = {
  readonly order: Order;
  readonly lines: OrderLine[];
  readonly groups: DeliveryGroup[];
  readonly payments: Payment[];
  readonly work: FulfillmentOrder[];
  readonly workLines: FulfillmentOrderLine[];
};

/**
 * Locks an order until the transaction ends and reads all of it: whoever changes any part of it comes this way. The
 * statements travel together; the server begins each after the one before, so that what is read is read under the lock.
 */
export async function lockOrder(tx: Connection, orderId: string): Promise<WholeOrder | undefined> {
  const { sql } = tx;
  const [locked, lines, groups, paid, work, workLines] = await Promise.all([
    // A statement leaves when somebody waits for it, and this one must leave first.
    sql`select ${sql.unsafe(columns.order)} from orders where id = ${orderId} for update`.execute(),
    findLinesOfOrders(tx, [orderId]),
    findGroupsOfOrders(tx, [orderId]),
    findPaymentsOfOrders(tx, [orderId]),
    findWorkOfOrders(tx, [orderId]),
    findLinesOfWorkOfOrder(tx, orderId),
  ]);
  const [order] = as<Order>(locked);
  return order && { order, lines, groups, payments: paid, work, workLines };
}

/** What a change leaves behind; parts left out stay as they are. */
export type OrderChange = {
  readonly order: Order;
  readonly lines?: readonly OrderLine[];
  readonly work?: readonly FulfillmentOrder[];
  readonly workLines?: readonly FulfillmentOrderLine[];
  readonly events?: readonly Omit<OrderEvent, 'position'>[];
};

/** Saves parts of an order that is locked, in one statement. */
export async function saveOrder(tx: Connection, change: OrderChange): Promise<void> {
  const { order, lines = [], work = [], workLines = [], events = [] } = change;
  await tx.sql`
    with lines as (
      update order_lines
      set cancelled_quantity = new.cancelled_quantity, fulfilled_quantity = new.fulfilled_quantity,
        delivered_quantity = new.delivered_quantity, backordered_quantity = new.backordered_quantity
      from jsonb_populate_recordset(null::order_lines, ${asRows(tx, lines)}) as new where order_lines.id = new.id
    ), work as (
      update fulfillment_orders
      set status = new.status, storage_spot = new.storage_spot, ready_at = new.ready_at, expires_at = new.expires_at,
        collected_at = new.collected_at, reminded_at = new.reminded_at, refusal_reason = new.refusal_reason,
        failed_pickups = new.failed_pickups, rejection_reason = new.rejection_reason,
        rejection_note = new.rejection_note, rejected_at = new.rejected_at, version = new.version,
        updated_at = new.updated_at
      from jsonb_populate_recordset(null::fulfillment_orders, ${asRows(tx, work)}) as new
      where fulfillment_orders.id = new.id
    ), work_lines as (
      update fulfillment_order_lines
      set cancelled_quantity = new.cancelled_quantity, picked_quantity = new.picked_quantity,
        missing_quantity = new.missing_quantity, rerouted_quantity = new.rerouted_quantity,
        fulfilled_quantity = new.fulfilled_quantity, passed_on_quantity = new.passed_on_quantity
      from jsonb_populate_recordset(null::fulfillment_order_lines, ${asRows(tx, workLines)}) as new
      where fulfillment_order_lines.id = new.id
    ), events as (
      insert into order_events (id, order_id, type, occurred_at, actor, message)
      select id, order_id, type, occurred_at, actor, message
      from jsonb_populate_recordset(null::order_events, ${asRows(tx, events)})
    )
    update orders
    set status = new.status, fulfillment_status = new.fulfillment_status, payment_status = new.payment_status,
      promised_to = new.promised_to,
      revision = new.revision, version = new.version, delivered_at = new.delivered_at,
      cancelled_at = new.cancelled_at, updated_at = new.updated_at
    from jsonb_populate_record(null::orders, ${asRow(tx, order)}) as new where orders.id = new.id`;
}

/** The next revision of a locked order, under which units may be allocated to it. */
export async function raiseRevision({ sql }: Connection, orderId: string): Promise<number> {
  const [row] = await sql`update orders set revision = revision + 1 where id = ${orderId} returning revision`;
  return row?.revision;
}

/** One more wrong code; the work stays as it is otherwise. */
export async function countFailedPickup({ sql }: Connection, workId: string): Promise<void> {
  await sql`update fulfillment_orders set failed_pickups = failed_pickups + 1 where id = ${workId}`;
}

/** Promises groups that had no promise for when the last piece of new work is due; answers the order's own promise. */
export async function savePromises(
  { sql }: Connection,
  { order, groups }: Pick<WholeOrder, 'order' | 'groups'>,
  plan: readonly { readonly deliveryGroupId: string; readonly dueAt: string }[],
): Promise<Date | null> {
  const promises = groups
    .filter(({ promisedTo }) => promisedTo === null)
    .flatMap(({ id }) => {
      const due = plan.filter((work) => work.deliveryGroupId === id).map(({ dueAt }) => new Date(dueAt).getTime());
      return due.length > 0 ? [{ id, promisedTo: new Date(Math.max(...due)) }] : [];
    });
  for (const { id, promisedTo } of promises) {
    await sql`update delivery_groups set promised_to = ${promisedTo} where id = ${id}`;
  }
  const all = [...promises.map(({ promisedTo }) => promisedTo), ...(order.promisedTo ? [order.promisedTo] : [])];
  return all.length > 0 ? new Date(Math.max(...all.map((moment) => moment.getTime()))) : null;
}
