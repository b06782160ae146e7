import { type Connection, textList } from '@passerelle/database';
import type { Claims, OrderFacts, OrderLineFacts } from '../domain/order-facts.ts';
import { withdrawnStatuses } from '../domain/return.ts';

/**
 * Keeps what orders just told, in one statement, and takes the orders' locks until the transaction ends: whoever saves
 * the same order waits. Fulfilled units never become fewer, so that an answer that was overtaken on its way takes
 * nothing back.
 */
export async function saveOrderFacts({ sql }: Connection, told: readonly OrderFacts[], learnedAt: Date): Promise<void> {
  // Always in the same order, so that two who save several cannot wait for each other.
  const orders = told.toSorted((a, b) => (a.orderId < b.orderId ? -1 : 1));
  const lines = orders.flatMap(({ orderId, lines }) => lines.map((line) => ({ ...line, orderId })));
  await sql`
    with kept as (
      insert into order_facts (order_id, channel_id, customer_id, currency, country_code, delivery_minor, placed_at,
        delivered_at, cancelled_at, learned_at)
      select "orderId", "channelId", "customerId", currency, "countryCode", "deliveryMinor", "placedAt", "deliveredAt",
        "cancelledAt", ${learnedAt}
      from jsonb_to_recordset(${sql.json(orders as never)}) as told ("orderId" text, "channelId" text, "customerId" text,
        currency text, "countryCode" text, "deliveryMinor" bigint, "placedAt" timestamptz, "deliveredAt" timestamptz,
        "cancelledAt" timestamptz)
      on conflict (order_id) do update set
        channel_id = excluded.channel_id, customer_id = excluded.customer_id, country_code = excluded.country_code,
        delivery_minor = excluded.delivery_minor, placed_at = excluded.placed_at,
        delivered_at = coalesce(excluded.delivered_at, order_facts.delivered_at),
        cancelled_at = coalesce(excluded.cancelled_at, order_facts.cancelled_at),
        learned_at = excluded.learned_at
      returning order_id
    )
    insert into order_line_facts (order_line_id, order_id, sku, category, quantity, fulfilled_quantity, total_minor,
      tax_minor)
    select "orderLineId", order_id, sku, category, quantity, "fulfilledQuantity", "totalMinor", "taxMinor"
    from kept join jsonb_to_recordset(${sql.json(lines as never)}) as line("orderLineId" text, "orderId" text, sku text,
      category text, quantity integer, "fulfilledQuantity" integer, "totalMinor" bigint, "taxMinor" bigint)
      on "orderId" = order_id
    on conflict (order_line_id) do update set
      sku = excluded.sku, category = coalesce(excluded.category, order_line_facts.category),
      quantity = greatest(excluded.quantity, excluded.fulfilled_quantity, order_line_facts.fulfilled_quantity),
      fulfilled_quantity = greatest(excluded.fulfilled_quantity, order_line_facts.fulfilled_quantity),
      total_minor = excluded.total_minor, tax_minor = excluded.tax_minor`;
}

/** What is known of these orders; an order nobody told of is absent. */
export async function findOrderFacts(connection: Connection, orderIds: readonly string[]): Promise<OrderFacts[]> {
  return connection.sql<OrderFacts[]>`
    select order_id as "orderId", channel_id as "channelId", customer_id as "customerId", currency,
      country_code as "countryCode", delivery_minor as "deliveryMinor", placed_at as "placedAt",
      delivered_at as "deliveredAt", cancelled_at as "cancelledAt", lines
    from order_facts, lateral (
      select coalesce(jsonb_agg(jsonb_build_object('orderLineId', order_line_id, 'sku', sku, 'category', category,
        'quantity', quantity, 'fulfilledQuantity', fulfilled_quantity, 'totalMinor', total_minor, 'taxMinor', tax_minor)
        order by order_line_id), '[]') as lines
      from order_line_facts as line where line.order_id = order_facts.order_id) as lines
    where order_id = any(${textList(connection, orderIds)})`;
}

export type OrderOfLine = Omit<OrderFacts, 'lines' | 'currency' | 'deliveryMinor'> &
  Pick<OrderLineFacts, 'orderLineId' | 'category' | 'fulfilledQuantity'>;

/** Order lines with the facts of their orders. */
export async function findOrdersOfLines(
  connection: Connection,
  orderLineIds: readonly string[],
): Promise<OrderOfLine[]> {
  return connection.sql<OrderOfLine[]>`
    select order_line_id as "orderLineId", category, fulfilled_quantity as "fulfilledQuantity", order_id as "orderId",
      channel_id as "channelId", customer_id as "customerId", country_code as "countryCode", placed_at as "placedAt",
      delivered_at as "deliveredAt", cancelled_at as "cancelledAt"
    from order_line_facts join order_facts using (order_id)
    where order_line_id = any(${textList(connection, orderLineIds)})`;
}

/** Delivery charges that returns of an order bring back, in minor units; under the order's lock. */
export async function findDeliveryClaimed({ sql }: Connection, orderId: string): Promise<number> {
  const [row] = await sql<{ minor: number }[]>`
    select coalesce(sum(delivery_minor), 0)::bigint as minor from returns
    where order_id = ${orderId} and status <> all(${[...withdrawnStatuses]})`;
  return Number(row?.minor ?? 0);
}

/** What returns of these orders ask for and got, per order line; or of these order lines only. */
export async function findClaims(
  connection: Connection,
  by: { readonly orderIds: readonly string[] } | { readonly orderLineIds: readonly string[] },
): Promise<Claims[]> {
  const { sql } = connection;
  const wanted =
    'orderIds' in by
      ? sql`returns.order_id = any(${textList(connection, by.orderIds)})`
      : sql`return_lines.order_line_id = any(${textList(connection, by.orderLineIds)})`;
  return sql<Claims[]>`
    select returns.order_id as "orderId", order_line_id as "orderLineId",
      sum(requested_quantity)::integer as "requestedQuantity", sum(received_quantity)::integer as "receivedQuantity",
      sum(accepted_quantity)::integer as "acceptedQuantity", sum(refused_quantity)::integer as "refusedQuantity",
      coalesce(sum(requested_quantity - received_quantity) filter (
        where returns.method <> 'KEEP_ITEM' and returns.status <> 'CLOSED'), 0)::integer as "awaitedQuantity",
      sum(refundable_minor)::bigint as "refundableMinor"
    from return_lines join returns on returns.id = return_lines.return_id
    where ${wanted} and returns.status <> all(${[...withdrawnStatuses]})
    group by returns.order_id, order_line_id`;
}
