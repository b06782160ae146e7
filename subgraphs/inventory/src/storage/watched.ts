import type { Connection } from '@passerelle/database';
import { everything, type Wakes } from '@passerelle/events';
import type { LevelKey } from '../domain/movement.ts';
import { changeText, readChange, type StockChange } from '../domain/stock-change.ts';

/** Signalled with texts of changes. */
export const stockSignal = 'stock';

const signal = (tx: Pick<Connection, 'signal'>, changes: readonly StockChange[]): void =>
  tx.signal(stockSignal, changes.map(changeText));

/** Says, once the transaction has committed, that units at levels changed, and their shares of pools with them. */
export const signalLevels = (tx: Pick<Connection, 'signal'>, keys: readonly LevelKey[]): void => signal(tx, keys);

/** The same of anything about these items: their pools, what is on its way. */
export const signalStock = (tx: Pick<Connection, 'signal'>, itemNos: readonly number[]): void =>
  signal(
    tx,
    itemNos.map((itemNo) => ({ itemNo, locationNo: null })),
  );

/** The same of all levels of a location: a whole snapshot came in. */
export const signalLocation = (tx: Pick<Connection, 'signal'>, locationNo: number): void =>
  signal(tx, [{ itemNo: null, locationNo }]);

/** Signalled when a location, a rule or a pool changed: stock is what it was, what may be promised of it is not. */
export const verdictSignal = 'verdict';

export const allWatched: Wakes = { availability: [everything] };

/** Who looks at what changed live. */
export async function readWatched({ sql }: Connection, changes: readonly string[]): Promise<Wakes> {
  const itemNos = new Set(changes.map((text) => readChange(text).itemNo));
  if (itemNos.has(null)) return allWatched;
  const rows = await sql`select sku from items where item_no = any(${[...itemNos] as number[]}::integer[])`;
  return { availability: rows.map(({ sku }) => sku) };
}
