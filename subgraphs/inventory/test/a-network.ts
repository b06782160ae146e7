import type { Database } from '@passerelle/database';
import { type LocationFacts, type ServiceType, weekdays } from '@passerelle/eligibility';
import type { Caller, Executor } from '@passerelle/server';
import { aCaller, ask, factsEvent, type TestGraph, type TestGraphOptions, testGraph } from '@passerelle/testing';
import { openInventory } from '../src/index.ts';

const always = weekdays.map((day) => ({ day, opensAt: '00:00', closesAt: '23:59' }));

const serviceFacts = (type: ServiceType) => ({
  type,
  isEnabled: true,
  pausedUntil: null,
  preparationMinutes: 60,
  cutOff: null,
  maxUnitsPerOrder: null,
});

/** A store in Paris that ships and hands over for the web channel, around the clock. */
export const aStore = (locationId: string, facts: Partial<LocationFacts> = {}): LocationFacts => ({
  locationId,
  code: locationId.toUpperCase(),
  name: `Store ${locationId}`,
  type: 'STORE',
  status: 'ACTIVE',
  coordinates: { latitude: 48.86, longitude: 2.35 },
  timeZone: 'Europe/Paris',
  channelIds: ['chn_web'],
  services: [serviceFacts('SHIP_FROM_STORE'), serviceFacts('CLICK_AND_COLLECT')],
  openingHours: always,
  closures: [],
  exhaustedServices: [],
  occurredAt: new Date('2026-11-01T00:00:00Z'),
  ...facts,
});

/** A warehouse that ships for the web and the B2B channel. */
export const aWarehouse = (locationId: string, facts: Partial<LocationFacts> = {}): LocationFacts =>
  aStore(locationId, {
    type: 'WAREHOUSE',
    channelIds: ['chn_web', 'chn_b2b'],
    services: [serviceFacts('WAREHOUSE_SHIP')],
    ...facts,
  });

export const aService = serviceFacts;

/** Units on hand by location, or with more to say. */
export type Stock = Readonly<Record<string, Readonly<Record<string, number | { onHand: number; blocked: number }>>>>;

export type NetworkGraph = TestGraph & {
  readonly database: Database;
  readonly executor: Executor;
  readonly ask: <Data>(query: string, variables?: Record<string, unknown>, caller?: Caller) => Promise<Data>;
  /** Tells new facts, as store-network would. */
  readonly tell: (...facts: LocationFacts[]) => Promise<void>;
};

let sequence = 0;

/** Inventory alone with locations, and stock by SKU and location entered through the ledger's tables. */
export async function aNetwork(
  locations: readonly LocationFacts[],
  stock: Stock = {},
  options: TestGraphOptions = {},
): Promise<NetworkGraph> {
  const graph = await testGraph({ inventory: openInventory }, options);
  const inventory = graph.subgraphs.get('inventory');
  const executor = graph.executors.get('inventory');
  if (!inventory || !executor) throw new TypeError('inventory was not opened');
  const { database } = inventory;
  const tell = (...facts: LocationFacts[]) =>
    inventory.receive(facts.map((told) => factsEvent(++sequence, told, graph.clock.now())));
  await tell(...locations);
  await enterStock(database, stock, graph.clock.now());
  return {
    ...graph,
    database,
    executor,
    tell,
    ask: (query, variables = {}, caller = aCaller('operator')) => ask(executor, query, variables, caller),
  };
}

async function enterStock({ sql }: Database, stock: Stock, at: Date): Promise<void> {
  const rows = Object.entries(stock).flatMap(([sku, places]) =>
    Object.entries(places).map(([locationId, units]) => ({
      sku,
      locationId,
      ...(typeof units === 'number' ? { onHand: units, blocked: 0 } : { onHand: units.onHand, blocked: units.blocked }),
    })),
  );
  await sql`insert into items (sku) select * from unnest(${Object.keys(stock)}::text[])`;
  await sql`
    with given as (
      select item_no, location_no, "onHand" as on_hand, blocked
      from jsonb_to_recordset(${sql.json(rows as never)})
        as t(sku text, "locationId" text, "onHand" integer, blocked integer)
      join items using (sku) join locations on locations.id = "locationId"
    ), entered as (
      insert into stock_movements (item_no, location_no, kind, reason, quantity, applied_quantity, blocked_quantity,
        applied_blocked_quantity, on_hand_after, source, occurred_at, recorded_at)
      select item_no, location_no, 'DELTA', 'RECEIPT', on_hand, on_hand, blocked, blocked, on_hand, 'test', ${at}, ${at}
      from given
    )
    insert into stock_levels (item_no, location_no, on_hand, blocked)
    select item_no, location_no, on_hand, blocked from given`;
}

/** What the subgraph's own invariants find wrong. */
export async function faults({ database }: Pick<NetworkGraph, 'database'>) {
  const { invariants } = await import('../src/index.ts');
  const found = await Promise.all(invariants.map(({ sql }) => database.sql.unsafe(sql)));
  return found.flatMap((rows, index) => [...rows].map((row) => ({ invariant: invariants[index]?.name, ...row })));
}
