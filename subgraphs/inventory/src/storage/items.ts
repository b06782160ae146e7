import { type Connection, textList } from '@passerelle/database';
import type { Item } from '../domain/stock.ts';
import { isStorable } from '../domain/stock-event.ts';

/** Known items of these SKUs, in no order. */
export async function findItems({ sql }: Connection, skus: readonly string[]): Promise<Item[]> {
  const rows = await sql`
    select item_no, sku, category, is_tracked from items where sku = any(${textList({ sql }, skus.filter(isStorable))})`;
  return rows.map((row) => ({
    itemNo: row.item_no,
    sku: row.sku,
    category: row.category,
    isTracked: row.is_tracked,
  }));
}
