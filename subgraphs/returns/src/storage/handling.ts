import type { Connection } from '@passerelle/database';
import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Inspection } from '../domain/inspection.ts';
import type { Arrival } from '../domain/receiving.ts';
import { inspectionLines, inspections, receiptLines, receipts } from './tables.ts';

/** Keeps what arrived where; several input lines of one return line are one row. */
export async function insertReceipt({ db }: Connection, returnId: string, arrival: Arrival, actor: string) {
  const { locationId, receivedAt } = arrival;
  const [row] = await db
    .insert(receipts)
    .values({ returnId, locationId, receivedAt, actor })
    .returning({ id: receipts.id });
  const byLine = Map.groupBy(arrival.lines, (line) => line.returnLineId);
  await db.insert(receiptLines).values(
    [...byLine].map(([returnLineId, lines]) => ({
      receiptId: row?.id as number,
      returnLineId,
      quantity: lines.reduce((sum, line) => sum + line.quantity, 0),
    })),
  );
}

export async function insertInspection({ db }: Connection, inspection: Inspection): Promise<void> {
  const { lines, ...row } = inspection;
  await db.insert(inspections).values(row);
  await db
    .insert(inspectionLines)
    .values(lines.map((line, position) => ({ ...line, inspectionId: inspection.id, position })));
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
    .where(and(eq(inspections.id, id), eq(inspections.needsRestock, true), isNull(inspections.restockedAt)));
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
