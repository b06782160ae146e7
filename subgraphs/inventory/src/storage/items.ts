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

/**
 * Numbers of the items of these SKUs, in the order asked; 0 for a SKU that nobody knows: the driver reads no nulls in lists.
 * Each is looked up by itself: for thousands of SKUs a join would read all items there are.
 */
export async function findItemNos({ sql }: Connection, skus: readonly string[]): Promise<readonly number[]> {
  const [found] = await sql`
    select array_agg(coalesce((select item_no from items where items.sku = given.sku), 0) order by place) as "itemNos"
    from unnest(${skus.map((sku) => (isStorable(sku) ? sku : null))}::text[]) with ordinality as given (sku, place)`;
  return found?.itemNos ?? [];
}
