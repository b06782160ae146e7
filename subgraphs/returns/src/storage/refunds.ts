import type { Connection } from '@passerelle/database';
import { desc, eq, inArray } from 'drizzle-orm';
import type { Refund } from '../domain/refund.ts';
import { refundLines, refunds } from './tables.ts';

export async function insertRefund({ db }: Connection, { lines, ...row }: Refund): Promise<void> {
  await db.insert(refunds).values(row);
  if (lines.length > 0) await db.insert(refundLines).values(lines.map((line) => ({ ...line, refundId: row.id })));
}

type RefundRow = typeof refunds.$inferSelect;

async function withLines({ db }: Connection, rows: readonly RefundRow[]): Promise<Refund[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const lines = await db.select().from(refundLines).where(inArray(refundLines.refundId, ids));
  const linesOf = Map.groupBy(lines, (line) => line.refundId);
  return rows.map((row) => ({ ...row, lines: linesOf.get(row.id) ?? [] }));
}

export async function findRefunds(connection: Connection, ids: readonly string[]): Promise<Refund[]> {
  return withLines(
    connection,
    await connection.db
      .select()
      .from(refunds)
      .where(inArray(refunds.id, [...ids])),
  );
}

/** Refunds of these returns, newest first. */
export async function findRefundsOfReturns(connection: Connection, returnIds: readonly string[]): Promise<Refund[]> {
  const rows = await connection.db
    .select()
    .from(refunds)
    .where(inArray(refunds.returnId, [...returnIds]))
    .orderBy(desc(refunds.createdAt), desc(refunds.id));
  return withLines(connection, rows);
}

/** Refunds of these orders, appeasements included, newest first. */
export async function findRefundsOfOrders(connection: Connection, orderIds: readonly string[]): Promise<Refund[]> {
  const rows = await connection.db
    .select()
    .from(refunds)
    .where(inArray(refunds.orderId, [...orderIds]))
    .orderBy(desc(refunds.createdAt), desc(refunds.id));
  return withLines(connection, rows);
}

/** One refund, locked until the transaction ends. */
export async function lockRefund(tx: Connection, id: string): Promise<Refund | undefined> {
  await tx.sql`select from refunds where id = ${id} for update`;
  const [found] = await findRefunds(tx, [id]);
  return found;
}

type Settlement = Pick<Refund, 'status' | 'reference' | 'declineCode' | 'maximumMinor' | 'settledAt'>;

export async function saveSettlement({ db }: Connection, id: string, settlement: Settlement): Promise<void> {
  const { status, reference, declineCode, maximumMinor, settledAt } = settlement;
  await db.update(refunds).set({ status, reference, declineCode, maximumMinor, settledAt }).where(eq(refunds.id, id));
}

/** Takes the lock that everything about the money of one order waits for, and tells what is left of its delivery charges. */
export async function lockDeliveryLeft({ sql }: Connection, orderId: string): Promise<number> {
  const [order] = await sql<{ minor: number }[]>`
    select delivery_minor as minor from order_facts where order_id = ${orderId} for update`;
  const [row] = await sql<{ minor: number }[]>`
    select coalesce(sum(refunded_delivery_minor), 0)::bigint as minor from returns where order_id = ${orderId}`;
  return Math.max(0, Number(order?.minor ?? 0) - Number(row?.minor ?? 0));
}

/** The job that brings a refund to its end; one a refund. */
export const refundTask = 'refund';
export const refundJob = (refundId: string) => ({ task: refundTask, key: `refund:${refundId}` });
