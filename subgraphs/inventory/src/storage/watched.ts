import type { Connection } from '@passerelle/database';
import { everything, type Wakes } from '@passerelle/events';

/** Signalled with the numbers of items. */
export const stockSignal = 'stock';

/** Says, once the transaction has committed, that what is on sale of these items may have changed. */
export const signalStock = (tx: Pick<Connection, 'signal'>, itemNos: readonly number[]): void =>
  tx.signal(stockSignal, itemNos.map(String));

/** The same of every item: a whole snapshot came in. */
export const signalAllStock = (tx: Pick<Connection, 'signal'>): void => tx.signal(stockSignal, [everything]);

/** Signalled when a location, a rule or a pool changed: stock is what it was, what may be promised of it is not. */
export const verdictSignal = 'verdict';

export const allWatched: Wakes = { availability: [everything] };

/** Who looks at these items live. */
export async function readWatched({ sql }: Connection, itemNos: readonly string[]): Promise<Wakes> {
  if (itemNos.includes(everything)) return allWatched;
  const rows = await sql`select sku from items where item_no = any(${itemNos.map(Number)}::integer[])`;
  return { availability: rows.map(({ sku }) => sku) };
}
