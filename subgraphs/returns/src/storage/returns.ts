import { type Connection, StaleWriteError } from '@passerelle/database';
import { and, eq, inArray } from 'drizzle-orm';
import type { Return, ReturnLine } from '../domain/return.ts';
import { returnLines, returns, returnTransitions } from './tables.ts';

/** Returns with their lines in the order they were asked for; unknown ids are absent. */
export async function findReturns({ db }: Connection, ids: readonly string[]): Promise<Return[]> {
  const [rows, lines] = await Promise.all([
    db
      .select()
      .from(returns)
      .where(inArray(returns.id, [...ids])),
    db
      .select()
      .from(returnLines)
      .where(inArray(returnLines.returnId, [...ids]))
      .orderBy(returnLines.returnId, returnLines.position),
  ]);
  const linesOf = Map.groupBy(lines, (line) => line.returnId);
  return rows.map((row) => ({ ...row, lines: linesOf.get(row.id) ?? [] }));
}

/** Ids behind printed numbers. */
export async function findByNumbers({ db }: Connection, numbers: readonly string[]) {
  return db
    .select({ id: returns.id, number: returns.number })
    .from(returns)
    .where(inArray(returns.number, [...numbers]));
}

/** The order a return belongs to; null when nobody knows it. */
export async function findOrderIdOf({ sql }: Connection, returnId: string): Promise<string | null> {
  const [row] = await sql<{ orderId: string }[]>`
    select order_id as "orderId" from returns where id = ${returnId} and origin = 'ORDER'`;
  return row?.orderId ?? null;
}

/** One return, locked until the transaction ends. */
export async function lockReturn(tx: Connection, id: string): Promise<Return | undefined> {
  await tx.sql`select from returns where id = ${id} for update`;
  const [found] = await findReturns(tx, [id]);
  return found;
}

/** The next number to print: `R` and at least eight digits. */
export async function nextNumber({ sql }: Connection): Promise<string> {
  const [row] = await sql`select nextval('return_numbers') as value`;
  return `R${String(row?.value).padStart(8, '0')}`;
}

export async function insertReturn(tx: Connection, created: Return, actor: string): Promise<void> {
  const { lines, ...row } = created;
  await tx.db.insert(returns).values({ ...row, reviewReasons: [...row.reviewReasons] });
  await tx.db.insert(returnLines).values(lines.map((line, position) => ({ ...line, returnId: created.id, position })));
  await insertTransition(tx, created, actor, null);
}

/** Writes only over the version before; quantities of all lines go in one statement. */
export async function saveReturn(tx: Connection, changed: Return, actor: string, reason: string | null = null) {
  const written = await tx.db
    .update(returns)
    .set({
      status: changed.status,
      destinationId: changed.destinationId,
      lodgedLocationId: changed.lodgedLocationId,
      declineReason: changed.declineReason,
      receivedAt: changed.receivedAt,
      closedAt: changed.closedAt,
      updatedAt: changed.updatedAt,
      refundedMinor: changed.refundedMinor,
      refundedDeliveryMinor: changed.refundedDeliveryMinor,
      version: changed.version,
    })
    .where(and(eq(returns.id, changed.id), eq(returns.version, changed.version - 1)))
    .returning({ id: returns.id });
  if (written.length === 0) throw new StaleWriteError(`return ${changed.id}`);
  await saveQuantities(tx, changed.lines);
  await insertTransition(tx, changed, actor, reason);
}

const saveQuantities = ({ sql }: Connection, lines: readonly ReturnLine[]) => sql`
  update return_lines set received_quantity = given."receivedQuantity",
    accepted_quantity = given."acceptedQuantity", refused_quantity = given."refusedQuantity",
    refunded_quantity = given."refundedQuantity", refunded_minor = given."refundedMinor",
    exchanged_quantity = given."exchangedQuantity", exchanged_minor = given."exchangedMinor",
    in_transit_quantity = given."inTransitQuantity"
  from jsonb_to_recordset(${sql.json(lines as never)})
    as given(id text, "receivedQuantity" integer, "acceptedQuantity" integer, "refusedQuantity" integer,
      "refundedQuantity" integer, "refundedMinor" bigint, "exchangedQuantity" integer, "exchangedMinor" bigint,
      "inTransitQuantity" integer)
  where return_lines.id = given.id`;

const insertTransition = (tx: Connection, to: Return, actor: string, reason: string | null) =>
  tx.db.insert(returnTransitions).values({
    returnId: to.id,
    version: to.version,
    status: to.status,
    actor,
    reason,
    occurredAt: to.updatedAt,
  });

/** The job that ends a return of which nothing arrived; one a return. */
export const expiryTask = 'expire-return';
export const expiryJob = (returnId: string) => ({ task: expiryTask, key: `expire:${returnId}` });
