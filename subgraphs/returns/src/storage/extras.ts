import type { Connection } from '@passerelle/database';
import { asc, eq, inArray, sql } from 'drizzle-orm';
import type { Extra } from '../domain/extra.ts';
import type { Return, ReturnLine } from '../domain/return.ts';
import { receiptExtras, receiptLines, returnLines } from './tables.ts';

export async function insertExtras({ db }: Connection, extras: readonly Extra[]): Promise<void> {
  if (extras.length > 0) await db.insert(receiptExtras).values([...extras]);
}

/** What arrived unannounced with these returns, in the order it was written down. */
export const findExtrasOfReturns = ({ db }: Connection, returnIds: readonly string[]): Promise<Extra[]> =>
  db
    .select()
    .from(receiptExtras)
    .where(inArray(receiptExtras.returnId, [...returnIds]))
    .orderBy(asc(receiptExtras.receiptId), asc(receiptExtras.id));

/** One of the return's; the return must be locked. */
export async function findExtra({ db }: Connection, id: string): Promise<Extra | undefined> {
  const [found] = await db.select().from(receiptExtras).where(eq(receiptExtras.id, id));
  return found;
}

type Verdict = Pick<Extra, 'outcome' | 'returnLineId' | 'decidedBy' | 'decidedAt'>;

export async function saveOutcome({ db }: Connection, id: string, verdict: Verdict): Promise<void> {
  const { outcome, returnLineId, decidedBy, decidedAt } = verdict;
  await db.update(receiptExtras).set({ outcome, returnLineId, decidedBy, decidedAt }).where(eq(receiptExtras.id, id));
}

/** Adds a line whose units have arrived to a return, with its part of the receipt; the return must be locked. */
export async function insertArrivedLine(
  { db }: Connection,
  { id: returnId }: Pick<Return, 'id'>,
  line: ReturnLine,
  receiptId: number,
): Promise<void> {
  const next = sql<number>`(select max(position) + 1 from return_lines where return_id = ${returnId})`;
  await db.insert(returnLines).values({ ...line, returnId, position: next });
  await db
    .insert(receiptLines)
    .values({ receiptId, returnLineId: line.id, quantity: line.receivedQuantity, damagedQuantity: 0 });
}
