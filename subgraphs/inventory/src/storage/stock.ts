import type { Connection } from '@passerelle/database';
import type { ItemStock } from '../domain/stock.ts';

/** Reads the stock of SKUs at all locations at once; unknown SKUs are absent. */
export type StockReader = {
  /** `among` are the locations of interest, when others need not be read. */
  readonly read: (skus: readonly string[], among?: readonly number[]) => Promise<ReadonlyMap<string, ItemStock>>;
};

/**
 * One statement for any number of SKUs. Locations travel as one text per item: measured at 40 SKUs over 120 locations,
 * half the time of the driver's arrays.
 */
export const stockReader = ({ sql }: Connection): StockReader => ({
  async read(skus, among) {
    const here = among ? sql`and location_no = any(${among as number[]}::integer[])` : sql``;
    const rows = await sql`
      select item_no, sku, category, is_tracked, levels
      from items
      left join lateral (
        select string_agg(location_no || ',' || on_hand || ',' || reserved || ',' || blocked, ',') as levels
        from stock_levels where stock_levels.item_no = items.item_no and on_hand > 0 ${here}
      ) as stock on true
      where sku = any(${skus as string[]}::text[])`;
    return new Map(
      rows.map((row) => [
        row.sku as string,
        {
          itemNo: row.item_no,
          sku: row.sku,
          category: row.category,
          isTracked: row.is_tracked,
          levels: numbersOf(row.levels),
        },
      ]),
    );
  },
});

/** `12,5,0,0,13,2,1,0` → its numbers. */
function numbersOf(text: string | null): Int32Array {
  return text ? Int32Array.from(text.split(','), Number) : new Int32Array(0);
}
