import type { Connection } from '@passerelle/database';
import { asRow, columnsOf } from './rows.ts';
import { awaitedStock } from './tables.ts';

/** An order that was accepted while inventory was silent. */
export type AwaitedStock = typeof awaitedStock.$inferSelect;

const columns = columnsOf(awaitedStock);

export async function insertAwaited(tx: Connection, awaited: AwaitedStock): Promise<void> {
  await tx.sql`
    insert into awaited_stock select * from jsonb_populate_record(null::awaited_stock, ${asRow(tx, awaited)})`;
}

export async function findAwaited({ sql }: Connection, orderId: string): Promise<AwaitedStock | undefined> {
  const rows = await sql`select ${sql.unsafe(columns)} from awaited_stock where order_id = ${orderId}`;
  return rows[0] as AwaitedStock | undefined;
}

/** The cart's hold is gone: the order takes units like any other. */
export async function forgetReservation({ sql }: Connection, orderId: string): Promise<void> {
  await sql`update awaited_stock set reservation_id = null where order_id = ${orderId}`;
}

/** Inventory has answered. */
export async function removeAwaited({ sql }: Connection, orderId: string): Promise<void> {
  await sql`delete from awaited_stock where order_id = ${orderId}`;
}
