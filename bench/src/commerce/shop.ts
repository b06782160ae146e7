import { openClient } from '@passerelle/database';
import type { GeoPoint } from '@passerelle/values';
import { migrateParts } from '../database.ts';
import { fillNetwork, openNetwork } from '../network/dataset.ts';

export type ShopSize = { readonly stores: number; readonly skus: number };

/** The middle of a town, where a shopper stands. */
export const middle: GeoPoint = { latitude: 48.85, longitude: 2.35 };
const furthestKm = 25;

/** Stores on a spiral around the middle: all of them are near enough for a picker within 30 km to judge. */
function placeOf(store: number, count: number): GeoPoint {
  const km = furthestKm * Math.sqrt((store + 0.5) / count);
  const turn = store * 2.4;
  return {
    latitude: middle.latitude + (km * Math.sin(turn)) / 111.2,
    longitude: middle.longitude + (km * Math.cos(turn)) / 73.2,
  };
}

/** SKUs are named S0, S1 and so on. */
export const skuOf = (index: number) => `S${index}`;

/** Store network and inventory of a database that has none: each place has every SKU, the warehouse more than is sold. */
export async function fillShop(url: string, { stores, skus }: ShopSize): Promise<void> {
  const parts = ['store-network', 'inventory'] as const;
  await migrateParts(url, parts);
  const network = await openNetwork(url, {});
  try {
    const places = Array.from({ length: stores }, (_, store) => placeOf(store, stores));
    await fillNetwork(network.database('store-network'), places);
    await network.graph.subgraphs.get('inventory')?.start?.();
    const { sql } = network.database('inventory');
    await sql`insert into items (sku) select 'S' || n from generate_series(0, ${skus - 1}) as n`;
    await sql`
      insert into stock_levels (item_no, location_no, on_hand)
      select item_no, location_no, case when id = 'depot' then 1000000 else (item_no * 7 + location_no) % 40 end
      from items, locations`;
    await sql`vacuum analyze`;
  } finally {
    await network.graph.close();
  }
}

/** Whether a database has a shop already. */
export async function hasShop(url: string): Promise<boolean> {
  const sql = openClient(url, { max: 1 });
  try {
    const [row] = await sql`select to_regclass('inventory.stock_levels') is not null as found`;
    if (!row?.found) return false;
    const [level] = await sql`select 1 from inventory.stock_levels limit 1`;
    return level !== undefined;
  } finally {
    await sql.end();
  }
}
