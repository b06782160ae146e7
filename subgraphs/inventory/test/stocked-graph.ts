import type { Database } from '@passerelle/database';
import type { Caller, Executor } from '@passerelle/server';
import { aBareStore, aCaller, ask, factsEvent, type TestGraph, testGraph } from '@passerelle/testing';
import { openInventory } from '../src/index.ts';

/** Inventory alone, with stores, items and nothing on hand. */
export type StockedGraph = TestGraph & {
  readonly database: Database;
  readonly executor: Executor;
  /** Asks as a till that may report for every store, unless told. */
  readonly ask: <Data>(query: string, variables: Record<string, unknown>, caller?: Caller) => Promise<Data>;
};

export const stores = ['loc_lyon', 'loc_lille', 'loc_nice'] as const;

export async function stockedGraph(
  skus: readonly string[],
  locationIds: readonly string[] = stores,
): Promise<StockedGraph> {
  const graph = await testGraph({ inventory: openInventory });
  const inventory = graph.subgraphs.get('inventory');
  const executor = graph.executors.get('inventory');
  if (!inventory || !executor) throw new TypeError('inventory was not opened');
  await inventory.receive(locationIds.map((id, index) => factsEvent(index + 1, aBareStore(id))));
  await inventory.database.sql`insert into items (sku) select * from unnest(${skus as string[]}::text[])`;
  return {
    ...graph,
    database: inventory.database,
    executor,
    ask: (query, variables, caller = aCaller('partner')) => ask(executor, query, variables, caller),
  };
}

export type ShownLevel = { readonly onHand: number; readonly blocked: number; readonly version: number };

/** Levels of a store by SKU, as the database has them. */
export async function levelsOf({ database }: StockedGraph, locationId: string): Promise<Record<string, ShownLevel>> {
  const rows = await database.sql`
    select sku, on_hand as "onHand", blocked, version
    from stock_levels join items using (item_no) join locations using (location_no)
    where locations.id = ${locationId} order by sku`;
  return Object.fromEntries(rows.map(({ sku, ...level }) => [sku, level as ShownLevel]));
}

/** Everything a feed may change, to show that something changed nothing. */
export async function stockState({ database }: Pick<StockedGraph, 'database'>) {
  const [state] = await database.sql`
    select
      (select jsonb_agg(level order by item_no, location_no) from stock_levels as level) as levels,
      (select count(*)::integer from stock_movements) as movements,
      (select jsonb_agg(feed order by location_no) from stock_feeds as feed) as feeds,
      (select jsonb_agg(snapshot order by id) from stock_snapshots as snapshot) as snapshots,
      (select count(*)::integer from stock_snapshot_chunks) as chunks,
      (select count(*)::integer from outbox) as events`;
  return state;
}

/** An order's allocation, put straight into the tables where there is a level: only its sum matters to feeds. */
export async function reserve(
  { database }: Pick<StockedGraph, 'database'>,
  { sku, locationId, quantity, orderId }: { sku: string; locationId: string; quantity: number; orderId: string },
): Promise<void> {
  await database.sql`
    with held as (
      update stock_levels as level set reserved = reserved + ${quantity}
      from items, locations
      where items.item_no = level.item_no and locations.location_no = level.location_no
        and sku = ${sku} and locations.id = ${locationId}
      returning level.item_no, level.location_no
    ), reservation as (
      insert into reservations (id, status, channel_id, order_id, revision, location_no)
      select ${`rsv_${orderId}`}, 'ALLOCATED', 'chn_web', ${orderId}, 1, location_no from held
      returning id
    )
    insert into reservation_lines (reservation_id, line_no, item_no, location_no, quantity)
    select reservation.id, 1, item_no, location_no, ${quantity} from reservation, held`;
}
