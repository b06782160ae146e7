import { testDatabase } from '@passerelle/testing';
import { expect, it } from 'vitest';
import { loadNetworkAndStock, makeRetailer, noProgress, smallRetailer } from './index.ts';
import { administrator } from './load-network-and-stock.ts';

const now = new Date('2026-11-22T09:30:00Z');

async function open() {
  const database = await testDatabase();
  const sql = administrator(database.adminUrl);
  const { adminUrl } = database;
  return {
    adminUrl,
    sql,
    count: async (table: string) => Number((await sql`select count(*) from ${sql(table)}`)[0]?.count),
    async [Symbol.asyncDispose]() {
      await sql.end();
      await database[Symbol.asyncDispose]();
    },
  };
}

it('loads the whole retailer, ledger and levels in agreement', { timeout: 180_000 }, async () => {
  await using database = await open();
  const retailer = makeRetailer();
  await loadNetworkAndStock({ adminUrl: database.adminUrl, retailer, now });

  expect(await database.count('store_network.locations')).toBe(123);
  expect(await database.count('inventory.stock_levels')).toBe(retailer.levels.count);
  const disagreeing = await database.sql`
    select item_no, location_no from inventory.stock_levels as level
    join (
      select item_no, location_no, sum(applied_quantity) as units, sum(applied_blocked_quantity) as blocked,
        count(*) filter (where kind = 'BASELINE' and reason = 'SNAPSHOT') as baselines
      from inventory.stock_movements group by item_no, location_no
    ) as ledger using (item_no, location_no)
    where level.on_hand <> ledger.units or level.blocked <> ledger.blocked or baselines <> 1
      or level.baseline_as_of is null`;
  expect(disagreeing).toEqual([]);
});

it('gives new items and locations numbers after those loaded, and locations their region and brands', async () => {
  await using database = await open();
  await loadNetworkAndStock({ adminUrl: database.adminUrl, retailer: smallRetailer(), now });
  const [item] = await database.sql`insert into inventory.items (sku) values ('NEW') returning item_no`;
  expect(item?.item_no).toBe(41);
  const [lille] = await database.sql`select region, brands from store_network.locations where id = 'loc_0004'`;
  expect(lille).toEqual({ region: 'north', brands: ['cordelune'] });
});

it('says of silent tills that they were heard long ago, and of the others that they were just now', async () => {
  await using database = await open();
  await loadNetworkAndStock({ adminUrl: database.adminUrl, retailer: smallRetailer(), now });
  const stale = await database.sql`
    select locations.id from inventory.stock_feeds join inventory.locations using (location_no)
    where greatest(last_snapshot_at, last_event_at) + freshness_limit_minutes * interval '1 minute' < ${now}`;
  expect(stale.map(({ id }) => id)).toEqual(['loc_0007']);
  const untold = await database.sql`
    select location_no from inventory.stock_feeds where last_snapshot_at is distinct from (
      select max(taken_at) from inventory.stock_snapshots as snapshot
      where snapshot.location_no = stock_feeds.location_no and status = 'COMPLETED' and completed_at <= ${now})`;
  expect(untold).toEqual([]);
  const unheard = await database.sql`
    select location_no from inventory.stock_movements join inventory.stock_feeds using (location_no)
    where event_id is not null group by location_no, last_event_at
    having max(occurred_at) is distinct from last_event_at`;
  expect(unheard).toEqual([]);
});

it('refuses a database that holds data', async () => {
  await using database = await open();
  const load = { adminUrl: database.adminUrl, retailer: smallRetailer(), now };
  await loadNetworkAndStock(load);
  await expect(loadNetworkAndStock(load)).rejects.toThrow('nothing was loaded');
  expect(await database.count('store_network.locations')).toBe(10);
});

it('leaves nothing behind when it is cut half way', async () => {
  await using database = await open();
  let ended = 0;
  const progress = {
    ...noProgress,
    end() {
      ended++;
    },
    begin(title: string) {
      if (title !== 'stock') return;
      throw new Error('cut');
    },
  };
  await expect(
    loadNetworkAndStock({ adminUrl: database.adminUrl, retailer: smallRetailer(), now, progress }),
  ).rejects.toThrow('cut');
  expect(ended).toBe(1);
  expect(await database.count('store_network.locations')).toBe(0);
  await loadNetworkAndStock({ adminUrl: database.adminUrl, retailer: smallRetailer(), now });
  expect(await database.count('store_network.locations')).toBe(10);
});
