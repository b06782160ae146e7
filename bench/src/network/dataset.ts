import type { Database } from '@passerelle/database';
import { openInventory } from '@passerelle/inventory';
import {
  anonymous,
  type Caller,
  createLog,
  type Executor,
  type Graph,
  openGraph,
  type Shortcuts,
} from '@passerelle/server';
import { openStoreNetwork } from '@passerelle/store-network';
import type { GeoPoint } from '@passerelle/values';
import { makeDatabase } from '../database.ts';

export const channelId = 'chn_web';
export const storeCount = 2000;
export const skuCount = 300;
const cities = 40;
const storesOfCity = storeCount / cities;

/** Forty cities 80 km apart, each with fifty stores on a spiral up to 35 km around its middle. */
export function positionOf(store: number): GeoPoint {
  const city = Math.floor(store / storesOfCity);
  const place = store % storesOfCity;
  const km = 35 * Math.sqrt((place + 0.5) / storesOfCity);
  const turn = place * 2.4;
  return {
    latitude: 43.5 + Math.floor(city / 8) * 1.2 + (km * Math.sin(turn)) / 111.2,
    longitude: -1 + (city % 8) + (km * Math.cos(turn)) / 78,
  };
}

/** Where the shopper of a turn stands: within the stores of a city. */
export const shopperOf = (turn: number): GeoPoint => positionOf((turn * 131) % storeCount);

/** Store network and inventory as a process of the product would open them. */
export type OpenedNetwork = {
  readonly graph: Graph;
  readonly database: (name: 'store-network' | 'inventory') => Database;
  readonly ask: <Data>(
    name: 'store-network' | 'inventory',
    query: string,
    variables: object,
    caller?: Caller,
  ) => Promise<Data>;
};

export async function openNetwork(databaseUrl: string, shortcuts: Shortcuts, onStatement?: (text: string) => void) {
  const graph = await openGraph({
    databaseUrl,
    open: { 'store-network': openStoreNetwork, inventory: openInventory },
    remote: {},
    serviceSecret: 'a secret of thirty-two characters',
    now: () => new Date(),
    log: createLog('error'),
    poolSize: 16,
    shortcuts,
    onStatement,
  });
  const opened: OpenedNetwork = {
    graph,
    database: (name) => graph.subgraphs.get(name)?.database as Database,
    async ask<Data>(name: 'store-network' | 'inventory', query: string, variables: object, caller = anonymous) {
      const answer = await (graph.executors.get(name) as Executor)(
        { query, variables: { ...variables } },
        { caller, requestId: 'bench' },
      );
      if (answer.errors || !answer.data) throw new Error(JSON.stringify(answer.errors));
      return answer.data as Data;
    },
  };
  return opened;
}

/** A new database with a warehouse and two thousand stores, of which each has two thirds of the SKUs; answers its URL. */
export async function makeNetwork(adminUrl: string): Promise<string> {
  const url = await makeDatabase(adminUrl, 'bench_network', ['store-network', 'inventory']);
  const network = await openNetwork(url, {});
  try {
    const places = Array.from({ length: storeCount }, (_, store) => positionOf(store));
    await fillNetwork(network.database('store-network'), places);
    await network.graph.subgraphs.get('inventory')?.start?.();
    const { sql } = network.database('inventory');
    await sql`insert into items (sku) select 'S' || n from generate_series(0, ${skuCount - 1}) as n`;
    await sql`
      insert into stock_levels (item_no, location_no, on_hand)
      select item_no, location_no, (item_no + location_no) % 3 * 2 from items, locations`;
    await sql`vacuum analyze`;
  } finally {
    await network.graph.close();
  }
  return url;
}

/** A channel, a store at each place and a warehouse; all open from nine to eight. */
export async function fillNetwork({ sql }: Database, places: readonly GeoPoint[]): Promise<void> {
  await sql`insert into channels (id, code, name, type, currency, default_locale)
    values (${channelId}, 'WEB', 'Web', 'ECOMMERCE', 'EUR', 'fr-FR')`;
  const stores = places.map((place, store) => ({ id: `loc_${store}`, ...place }));
  const address = { lines: ['1 rue'], city: 'Ville', countryCode: 'FR' };
  await sql`
    insert into locations (id, code, name, type, status, address, latitude, longitude, time_zone)
    select id, id, 'Store ' || id, 'STORE', 'ACTIVE', ${sql.json(address)}, latitude, longitude, 'Europe/Paris'
    from jsonb_to_recordset(${sql.json(stores)}) as t(id text, latitude float8, longitude float8)
    union all select 'depot', 'depot', 'Depot', 'WAREHOUSE', 'ACTIVE', ${sql.json(address)}, 47, 2, 'Europe/Paris'`;
  await sql`insert into channel_locations select ${channelId}, id from locations`;
  await sql`
    insert into location_services (location_id, type, is_enabled, preparation_minutes)
    select id, service, true, 60 from locations
    join (values ('STORE', 'CLICK_AND_COLLECT'), ('STORE', 'SHIP_FROM_STORE'), ('WAREHOUSE', 'WAREHOUSE_SHIP'))
      as offered (type, service) using (type)`;
  await sql`
    insert into opening_periods (location_id, day, opens_at, closes_at)
    select id, day, '09:00', '20:00' from locations,
      unnest(array['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']) as day`;
}
