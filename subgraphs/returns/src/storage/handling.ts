import type { Connection, Owner } from '@passerelle/database';
import { schedule } from '@passerelle/events';
import { newId } from '@passerelle/values';
import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Inspection, InspectionStatus, Transfer } from '../domain/inspection.ts';
import type { Arrival } from '../domain/receiving.ts';
import type { Return } from '../domain/return.ts';
import { inspectionLines, inspections, receiptLines, receipts, returnTransfers } from './tables.ts';

/** Keeps what arrived where; several input lines of one return line are one row. */
export async function insertReceipt(
  { db }: Connection,
  returnId: string,
  arrival: Arrival,
  actor: string,
): Promise<number> {
  const { locationId, receivedAt } = arrival;
  const [row] = await db
    .insert(receipts)
    .values({ returnId, locationId, receivedAt, trackingNumber: arrival.trackingNumber ?? null, actor })
    .returning({ id: receipts.id });
  const receiptId = row?.id as number;
  if (arrival.lines.length === 0) return receiptId;
  const byLine = Map.groupBy(arrival.lines, (line) => line.returnLineId);
  await db.insert(receiptLines).values(
    [...byLine].map(([returnLineId, lines]) => ({
      receiptId,
      returnLineId,
      quantity: lines.reduce((sum, line) => sum + line.quantity, 0),
      damagedQuantity: lines.reduce((sum, line) => sum + (line.damagedQuantity ?? 0), 0),
    })),
  );
  return receiptId;
}

export async function insertInspection({ db }: Connection, inspection: Inspection): Promise<void> {
  const { lines, ...row } = inspection;
  await db.insert(inspections).values(row);
  await db.insert(inspectionLines).values(
    lines.map((line, position) => ({
      ...line,
      photoUrls: [...line.photoUrls],
      inspectionId: inspection.id,
      position,
    })),
  );
}

type InspectionRow = typeof inspections.$inferSelect;

async function withLines({ db }: Connection, rows: readonly InspectionRow[]): Promise<Inspection[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const lines = await db
    .select()
    .from(inspectionLines)
    .where(inArray(inspectionLines.inspectionId, ids))
    .orderBy(asc(inspectionLines.inspectionId), asc(inspectionLines.position));
  const linesOf = Map.groupBy(lines, (line) => line.inspectionId);
  return rows.map((row) => ({ ...row, lines: linesOf.get(row.id) ?? [] }));
}

/** Inspections of these returns, newest first. */
export async function findInspectionsOfReturns(connection: Connection, returnIds: readonly string[]) {
  const rows = await connection.db
    .select()
    .from(inspections)
    .where(inArray(inspections.returnId, [...returnIds]))
    .orderBy(desc(inspections.inspectedAt), desc(inspections.id));
  return withLines(connection, rows);
}

/** An inspection whose units are not in stock yet. */
export async function findUnstocked(connection: Connection, id: string): Promise<Inspection | undefined> {
  const rows = await connection.db
    .select()
    .from(inspections)
    .where(
      and(
        eq(inspections.id, id),
        eq(inspections.status, 'CONFIRMED'),
        eq(inspections.needsRestock, true),
        isNull(inspections.restockedAt),
      ),
    );
  const [found] = await withLines(connection, rows);
  return found;
}

export async function saveRestocked({ db }: Connection, id: string, restockedAt: Date): Promise<void> {
  await db
    .update(inspections)
    .set({ restockedAt })
    .where(and(eq(inspections.id, id), isNull(inspections.restockedAt)));
}

/** The job that puts an inspection's units into stock; one an inspection. */
export const restockTask = 'restock';
export const restockJob = (inspectionId: string) => ({ task: restockTask, key: `restock:${inspectionId}` });

/** The job waits this long, so that it does not race the attempt made right after the commit. */
const jobDelayMs = 10_000;

/** Promises stock for an inspection or a transfer, by its id. */
export async function scheduleRestock(tx: Connection, owner: Owner, id: string, now: Date): Promise<void> {
  const { task, key } = restockJob(id);
  await schedule(tx, owner, task, { inspectionId: id }, { key, runAt: new Date(now.getTime() + jobDelayMs) });
}

export async function findInspections(connection: Connection, ids: readonly string[]): Promise<Inspection[]> {
  const rows = await connection.db
    .select()
    .from(inspections)
    .where(inArray(inspections.id, [...ids]));
  return withLines(connection, rows);
}

export async function saveVerdict({ db }: Connection, id: string, status: InspectionStatus, confirmedBy: string) {
  await db.update(inspections).set({ status, confirmedBy }).where(eq(inspections.id, id));
}

/** Puts units that an inspection sends on onto their way. */
export async function sendOn({ db }: Connection, inspection: Inspection, sentAt: Date): Promise<void> {
  const lines = inspection.lines.filter(({ disposition }) => disposition === 'TRANSFER');
  if (lines.length === 0) return;
  await db.insert(returnTransfers).values(
    lines.map(({ sku, quantity, toLocationId }) => ({
      id: newId('returnTransfer', sentAt),
      returnId: inspection.returnId,
      inspectionId: inspection.id,
      sku,
      quantity,
      fromLocationId: inspection.locationId,
      toLocationId,
      sentAt,
    })),
  );
}

/** Puts units that a drop-off point took onto their way to the destination. */
export async function sendOnUnjudged(
  { db }: Connection,
  { id: returnId, destinationId, lines }: Return,
  arrival: Arrival,
  sentAt: Date,
): Promise<void> {
  const skuOf = new Map(lines.map((line) => [line.id, line.sku]));
  await db.insert(returnTransfers).values(
    arrival.lines.map(({ returnLineId, quantity }) => ({
      id: newId('returnTransfer', sentAt),
      returnId,
      returnLineId,
      sku: skuOf.get(returnLineId) as string,
      quantity,
      fromLocationId: arrival.locationId,
      toLocationId: destinationId,
      sentAt,
    })),
  );
}

export const findTransfers = ({ db }: Connection, ids: readonly string[]): Promise<Transfer[]> =>
  db
    .select()
    .from(returnTransfers)
    .where(inArray(returnTransfers.id, [...ids]));

/** Units of these returns that were sent on, in the order they left. */
export const findTransfersOfReturns = ({ db }: Connection, returnIds: readonly string[]): Promise<Transfer[]> =>
  db
    .select()
    .from(returnTransfers)
    .where(inArray(returnTransfers.returnId, [...returnIds]))
    .orderBy(asc(returnTransfers.sentAt), asc(returnTransfers.id));

/** One transfer, locked until the transaction ends. */
export async function lockTransfer(tx: Connection, id: string): Promise<Transfer | undefined> {
  await tx.sql`select from return_transfers where id = ${id} for update`;
  const [found] = await findTransfers(tx, [id]);
  return found;
}

export async function saveArrival({ db }: Connection, id: string, toLocationId: string, arrivedAt: Date) {
  await db.update(returnTransfers).set({ toLocationId, arrivedAt }).where(eq(returnTransfers.id, id));
}

export async function saveTransferStocked({ db }: Connection, id: string, stockedAt: Date): Promise<void> {
  await db
    .update(returnTransfers)
    .set({ stockedAt })
    .where(and(eq(returnTransfers.id, id), isNull(returnTransfers.stockedAt)));
}

export type ReceiptLine = {
  readonly returnLineId: string;
  readonly quantity: number;
  readonly damagedQuantity: number;
};
export type Receipt = {
  readonly returnId: string;
  readonly locationId: string;
  readonly receivedAt: Date;
  readonly trackingNumber: string | null;
  readonly actor: string;
  readonly lines: readonly ReceiptLine[];
};

/** What arrived for these returns, in the order it was written down. */
export async function findReceiptsOfReturns({ sql }: Connection, returnIds: readonly string[]): Promise<Receipt[]> {
  return sql<Receipt[]>`
    select return_id as "returnId", location_id as "locationId", received_at as "receivedAt",
      tracking_number as "trackingNumber", actor, (
        select coalesce(jsonb_agg(jsonb_build_object('returnLineId', return_line_id, 'quantity', quantity,
          'damagedQuantity', damaged_quantity) order by return_line_id), '[]')
        from receipt_lines where receipt_id = receipts.id) as lines
    from receipts where return_id = any(${[...returnIds]}) order by receipts.id`;
}
