import type { Connection } from '@passerelle/database';
import { asc, desc, eq, inArray } from 'drizzle-orm';
import type { Exchange } from '../domain/exchange.ts';
import { exchangeLines, exchanges } from './tables.ts';

export async function insertExchange({ db }: Connection, { lines, ...row }: Exchange): Promise<void> {
  await db.insert(exchanges).values({ ...row, sendToLocationIds: [...row.sendToLocationIds] });
  await db.insert(exchangeLines).values(lines.map((line, position) => ({ ...line, exchangeId: row.id, position })));
}

async function withLines({ db }: Connection, rows: readonly (typeof exchanges.$inferSelect)[]): Promise<Exchange[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const lines = await db
    .select()
    .from(exchangeLines)
    .where(inArray(exchangeLines.exchangeId, ids))
    .orderBy(asc(exchangeLines.exchangeId), asc(exchangeLines.position));
  const linesOf = Map.groupBy(lines, (line) => line.exchangeId);
  return rows.map((row) => ({ ...row, lines: linesOf.get(row.id) ?? [] }));
}

export async function findExchanges(connection: Connection, ids: readonly string[]): Promise<Exchange[]> {
  return withLines(
    connection,
    await connection.db
      .select()
      .from(exchanges)
      .where(inArray(exchanges.id, [...ids])),
  );
}

/** Exchanges of these returns, newest first. */
export async function findExchangesOfReturns(
  connection: Connection,
  returnIds: readonly string[],
): Promise<Exchange[]> {
  const rows = await connection.db
    .select()
    .from(exchanges)
    .where(inArray(exchanges.returnId, [...returnIds]))
    .orderBy(desc(exchanges.createdAt), desc(exchanges.id));
  return withLines(connection, rows);
}

/** One exchange, locked until the transaction ends. */
export async function lockExchange(tx: Connection, id: string): Promise<Exchange | undefined> {
  await tx.sql`select from exchanges where id = ${id} for update`;
  const [found] = await findExchanges(tx, [id]);
  return found;
}

type Placement = Pick<Exchange, 'status' | 'orderId' | 'amountDueMinor' | 'refusalCode' | 'settledAt'>;

/** Keeps what became of the new order; where the shopper lives is not needed any more. */
export async function savePlacement({ db }: Connection, id: string, placement: Placement): Promise<void> {
  await db
    .update(exchanges)
    .set({ ...placement, delivery: null })
    .where(eq(exchanges.id, id));
}

type Undoing = Pick<Exchange, 'status' | 'isUntouchedOnly' | 'refusalCode'>;

/** Keeps that an exchange is being undone, or that orders refused. */
export async function saveUndoing({ db }: Connection, id: string, undoing: Undoing): Promise<void> {
  const { status, isUntouchedOnly, refusalCode } = undoing;
  await db.update(exchanges).set({ status, isUntouchedOnly, refusalCode }).where(eq(exchanges.id, id));
}

export async function saveUndone({ db, sql }: Connection, { id, lines }: Exchange, cancelledAt: Date): Promise<void> {
  await db.update(exchanges).set({ status: 'CANCELLED', cancelledAt }).where(eq(exchanges.id, id));
  await sql`
    update exchange_lines set kept_minor = given.minor
    from unnest(${lines.map(({ keptMinor }) => keptMinor)}::bigint[]) with ordinality as given(minor, place)
    where exchange_id = ${id} and position = given.place - 1`;
}

/** The job that brings an exchange to its end; one an exchange. */
export const exchangeTask = 'exchange';
export const exchangeJob = (exchangeId: string) => ({ task: exchangeTask, key: `exchange:${exchangeId}` });
