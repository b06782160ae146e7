import { type LocationFacts, toFeedEntry, weekdays } from '@passerelle/eligibility';
import { openInventory } from '@passerelle/inventory';
import {
  anonymous,
  type Caller,
  createLog,
  type Executor,
  openGraph,
  roleScopes,
  type Shortcuts,
  type Subgraph,
} from '@passerelle/server';
import { makeDatabase } from '../database.ts';

export const channelId = 'chn_web';
export const skuCount = 1000;
/** The SKU everybody wants: all of it in the warehouse. */
export const hotSku = 'HOT';

const log = createLog('error');
const always = weekdays.map((day) => ({ day, opensAt: '00:00', closesAt: '23:59' }));

export const factsOf = (place: number): LocationFacts => {
  const isWarehouse = place === 0;
  const types = isWarehouse ? (['WAREHOUSE_SHIP'] as const) : (['SHIP_FROM_STORE', 'CLICK_AND_COLLECT'] as const);
  return {
    locationId: `loc_${place}`,
    code: `L${place}`,
    name: `Location ${place}`,
    type: isWarehouse ? 'WAREHOUSE' : 'STORE',
    status: 'ACTIVE',
    coordinates: { latitude: 48 + (place % 30) / 10, longitude: 2 + Math.floor(place / 30) / 10 },
    timeZone: 'Europe/Paris',
    channelIds: [channelId],
    services: types.map((type) => ({
      type,
      isEnabled: true,
      pausedUntil: null,
      preparationMinutes: 60,
      cutOff: null,
      maxUnitsPerOrder: null,
    })),
    openingHours: always,
    closures: [],
    exhaustedServices: [],
    occurredAt: new Date('2026-01-01T00:00:00Z'),
  };
};

/** One inventory, as a process of the product would open it. */
export type OpenedInventory = {
  readonly subgraph: Subgraph;
  readonly executor: Executor;
  readonly ask: <Data>(query: string, variables: object, caller?: Caller) => Promise<Data>;
  readonly close: () => Promise<void>;
};

export const aCaller = (role: keyof typeof roleScopes): Caller => ({
  ...anonymous,
  kind: 'user',
  subject: `bench-${role}`,
  scopes: new Set(roleScopes[role]),
});

export async function open(
  databaseUrl: string,
  shortcuts: Shortcuts,
  onStatement?: (text: string) => void,
): Promise<OpenedInventory> {
  const graph = await openGraph({
    databaseUrl,
    open: { inventory: openInventory },
    remote: {},
    serviceSecret: 'a secret of thirty-two characters',
    now: () => new Date(),
    log,
    poolSize: 16,
    shortcuts,
    onStatement,
  });
  const executor = graph.executors.get('inventory') as Executor;
  return {
    subgraph: graph.subgraphs.get('inventory') as Subgraph,
    executor,
    async ask<Data>(query: string, variables: object, caller = anonymous) {
      const { data, errors } = await executor({ query, variables: { ...variables } }, { caller, requestId: 'bench' });
      if (errors || !data) throw new Error(JSON.stringify(errors));
      return data as Data;
    },
    close: graph.close,
  };
}

/** A new database with a warehouse, stores that each have every SKU, and the hot one; answers its URL. */
export async function makeDataset(adminUrl: string, storeCount: number): Promise<string> {
  const url = await makeDatabase(adminUrl, `bench_${storeCount}`, ['inventory']);
  const inventory = await open(url, {});
  try {
    const facts = Array.from({ length: storeCount + 1 }, (_, place) => factsOf(place));
    const events = facts.map((told, index) => ({
      id: `evt_${index}`,
      type: 'location.eligibility-changed' as const,
      subject: told.locationId,
      data: toFeedEntry(index + 1, told),
      occurredAt: told.occurredAt,
    }));
    for (let first = 0; first < events.length; first += 100) {
      await inventory.subgraph.receive(events.slice(first, first + 100));
    }
    const { sql } = inventory.subgraph.database;
    await sql`insert into items (sku) select 'S' || n from generate_series(0, ${skuCount - 1}) as n`;
    await sql`
      insert into stock_levels (item_no, location_no, on_hand, reserved)
      select item_no, location_no, 5 + (item_no * 7 + location_no) % 40, item_no % 3 from items, locations`;
    await sql`
      with item as (insert into items (sku) values (${hotSku}) returning item_no)
      insert into stock_levels (item_no, location_no, on_hand)
      select item_no, (select location_no from locations where id = 'loc_0'), 100000000 from item`;
    await sql`create table bare (n integer primary key, reserved integer not null default 0) with (fillfactor = 90)`;
    await sql`insert into bare select generate_series(1, ${skuCount})`;
    await sql`vacuum analyze`;
  } finally {
    await inventory.close();
  }
  return url;
}
