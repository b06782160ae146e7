import type { Connection } from '@passerelle/database';
import {
  ok,
  type Connection as Page,
  type PageArguments,
  type Result,
  readPage,
  toConnection,
} from '@passerelle/values';
import type { OrderEvent } from '../domain/order.ts';
import { asRows, columnsOf } from './rows.ts';
import { orderEvents } from './tables.ts';

/** Writes into timelines; entries of orders that are not there are left out. */
export async function insertEvents(tx: Connection, events: readonly Omit<OrderEvent, 'position'>[]): Promise<void> {
  await tx.sql`
    insert into order_events (id, order_id, type, occurred_at, actor, message)
    select new.id, order_id, type, occurred_at, actor, message
    from jsonb_populate_recordset(null::order_events, ${asRows(tx, events)}) as new
    join orders on orders.id = order_id`;
}

export type EventPage = Page<OrderEvent>;

const columns = columnsOf(orderEvents);

/** An order's timeline, newest first. */
export async function pageEvents(
  { sql }: Connection,
  orderId: string,
  page: PageArguments,
): Promise<Result<EventPage>> {
  const window = readPage(page, { key: ['integer'], maximum: 100 });
  if (!window.ok) return window;
  const { size, backwards, after, before } = window.value;
  const rows = await sql`
    select ${sql.unsafe(columns)} from order_events
    where order_id = ${orderId}
      ${after ? sql`and position < ${Number(after[0])}` : sql``}
      ${before ? sql`and position > ${Number(before[0])}` : sql``}
    order by position ${backwards ? sql`asc` : sql`desc`} limit ${size + 1}`;
  return ok(toConnection(rows as unknown as OrderEvent[], window.value, ({ position }) => [position]));
}
