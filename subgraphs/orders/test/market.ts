import type { Database } from '@passerelle/database';
import { weekdays } from '@passerelle/eligibility';
import type { Exits } from '@passerelle/exits';
import { invariants as inventoryInvariants, openInventory } from '@passerelle/inventory';
import { type Caller, type Executor, type OpenSubgraph, type ServiceCall, ServiceError } from '@passerelle/server';
import { openStoreNetwork } from '@passerelle/store-network';
import { aCaller, ask, type TestGraph, testClock, testGraph } from '@passerelle/testing';
import type { FaultPoint } from '../src/context.ts';
import { createOpenOrders, invariants } from '../src/index.ts';
import { channelId } from './an-order.ts';

export type Place = {
  readonly type: 'STORE' | 'WAREHOUSE';
  /** Units on hand by SKU. */
  readonly stock: Readonly<Record<string, number>>;
  /** Collections a day; unlimited when left out. */
  readonly pickupCapacity?: number;
  /** Latitude and longitude; nowhere when left out. */
  readonly at?: readonly [number, number];
};

export type Silence = 'DEAF' | 'MUTE' | 'MUTE_ON_ALLOCATING';

/** Store network, inventory and orders, real ones, with places and stock. */
export type Market = TestGraph & {
  readonly orders: Database;
  readonly network: Database;
  readonly executor: Executor;
  /** Asks orders, as head office unless told. */
  readonly ask: <Data>(query: string, variables?: Record<string, unknown>, caller?: Caller) => Promise<Data>;
  /** Throws at this point, once, as a process killed there would stop. */
  readonly killAt: (point: FaultPoint) => void;
  /** Does something at this point, once, while the process that came there waits: as if it were slow. */
  readonly pauseAt: (point: FaultPoint, meanwhile: () => Promise<void>) => void;
  /**
   * Inventory does not answer orders from now on: `DEAF` it hears nothing, `MUTE` it does what it is asked and its
   * answer is lost, `MUTE_ON_ALLOCATING` only then. Null lets it answer again.
   */
  readonly silence: (how: Silence | null) => void;
  /** How often a process was killed. */
  readonly deaths: () => number;
  /** Units reserved by SKU and location, and service days booked. */
  readonly taken: () => Promise<{ reserved: Record<string, number>; booked: string[] }>;
  /** On hand by `SKU@location`. */
  readonly onHand: () => Promise<Record<string, number>>;
  /** What the invariants of orders and inventory find wrong. */
  readonly broken: () => Promise<string[]>;
};

export async function openMarket(
  places: Readonly<Record<string, Place>>,
  { exits }: { readonly exits?: Exits } = {},
): Promise<Market> {
  let deadly: FaultPoint | undefined;
  let deaths = 0;
  let slow: { point: FaultPoint; meanwhile: () => Promise<void> } | undefined;
  const fault = async (point: FaultPoint) => {
    if (point === slow?.point) {
      const { meanwhile } = slow;
      slow = undefined;
      await meanwhile();
    }
    if (point !== deadly) return;
    deadly = undefined;
    deaths += 1;
    throw new Error(`killed at ${point}`);
  };
  const { openOrders, silence } = silencing(createOpenOrders(fault));
  const graph = await testGraph(
    { 'store-network': openStoreNetwork, inventory: openInventory, orders: openOrders },
    // A Monday; jobs become due by the database's clock, so the still clock must run ahead of it.
    { clock: testClock('2035-03-05T09:30:00Z'), ...(exits ? { exits } : {}) },
  );
  const database = (name: 'store-network' | 'inventory' | 'orders') => graph.subgraphs.get(name)?.database as Database;
  await buildNetwork(database('store-network'), places);
  await graph.subgraphs.get('inventory')?.start?.();
  await fillShelves(database('inventory'), places);

  const inventory = database('inventory');
  const executor = graph.executors.get('orders') as Executor;
  const [admin, orders] = [database('store-network'), database('orders')];
  return {
    ...graph,
    orders,
    network: admin,
    executor,
    ask: (query, variables = {}, caller = aCaller('operator')) => ask(executor, query, variables, caller),
    killAt: (point) => {
      deadly = point;
    },
    pauseAt: (point, meanwhile) => {
      slow = { point, meanwhile };
    },
    silence,
    deaths: () => deaths,
    async taken() {
      const levels = await inventory.sql`
        select sku || '@' || locations.id as place, reserved
        from stock_levels join items using (item_no) join locations using (location_no) where reserved > 0 order by 1`;
      const days = await admin.sql`select location_id from capacity_bookings order by 1`;
      return {
        reserved: Object.fromEntries(levels.map((row) => [row.place, row.reserved])),
        booked: days.map((row) => row.location_id),
      };
    },
    async onHand() {
      const levels = await inventory.sql`
        select sku || '@' || locations.id as place, on_hand as units
        from stock_levels join items using (item_no) join locations using (location_no) order by 1`;
      return Object.fromEntries(levels.map((row) => [row.place, row.units]));
    },
    async broken() {
      const found: string[] = [];
      for (const [own, rules] of [
        [orders, invariants],
        [inventory, inventoryInvariants],
      ] as const) {
        for (const { name, sql } of rules) {
          const rows = await own.sql.unsafe(sql);
          if (rows.length > 0) found.push(`${name}: ${JSON.stringify(rows)}`);
        }
      }
      return found;
    },
  };
}

/** Orders whose calls of inventory can be made to fail. */
function silencing(open: OpenSubgraph) {
  let silence: Silence | null = null;
  const between =
    (call: ServiceCall): ServiceCall =>
    async (query, variables) => {
      if (silence === 'DEAF') throw new ServiceError('inventory does not answer');
      const answer = await call<never>(query, variables);
      const isLost = silence === 'MUTE' || (silence !== null && query.includes('allocateOrder'));
      if (isLost) throw new ServiceError('inventory does not answer');
      return answer;
    };
  const openOrders: OpenSubgraph = ({ services, ...options }) =>
    open({ ...options, services: { ...services, inventory: between(services.inventory as ServiceCall) } });
  return {
    openOrders,
    silence: (how: Silence | null) => {
      silence = how;
    },
  };
}

async function buildNetwork({ sql }: Database, places: Readonly<Record<string, Place>>) {
  await sql`insert into channels (id, code, name, type, currency, default_locale)
    values (${channelId}, 'WEB', 'Web', 'ECOMMERCE', 'EUR', 'fr-FR')`;
  for (const [id, { type, pickupCapacity, at = [null, null] }] of Object.entries(places)) {
    const services = type === 'STORE' ? ['SHIP_FROM_STORE', 'CLICK_AND_COLLECT'] : ['WAREHOUSE_SHIP'];
    await sql`insert into locations (id, code, name, type, status, address, time_zone, latitude, longitude)
      values (${id}, ${id}, ${id}, ${type}, 'ACTIVE', ${sql.json({ lines: ['1 rue'], city: 'Lyon', countryCode: 'FR' })},
      'Europe/Paris', ${at[0]}, ${at[1]})`;
    await sql`insert into channel_locations values (${channelId}, ${id})`;
    for (const service of services) {
      const capacity = service === 'CLICK_AND_COLLECT' ? (pickupCapacity ?? null) : null;
      await sql`insert into location_services (location_id, type, is_enabled, daily_capacity, preparation_minutes)
        values (${id}, ${service}, true, ${capacity}, 60)`;
    }
    await sql`insert into opening_periods select ${id}, day, '00:00', '23:59' from unnest(${[...weekdays]}::text[]) as day`;
  }
}

async function fillShelves({ sql }: Database, places: Readonly<Record<string, Place>>) {
  const rows = Object.entries(places).flatMap(([locationId, { stock }]) =>
    Object.entries(stock).map(([sku, units]) => ({ sku, locationId, units })),
  );
  await sql`insert into items (sku) select distinct unnest(${rows.map(({ sku }) => sku)}::text[])`;
  await sql`
    with given as (
      select item_no, location_no, units
      from jsonb_to_recordset(${sql.json(rows)}) as t(sku text, "locationId" text, units integer)
      join items using (sku) join locations on locations.id = "locationId"
    ), entered as (
      insert into stock_movements (item_no, location_no, kind, reason, quantity, applied_quantity, on_hand_after,
        source, occurred_at)
      select item_no, location_no, 'DELTA', 'RECEIPT', units, units, units, 'test', '2035-03-01Z' from given
    )
    insert into stock_levels (item_no, location_no, on_hand) select item_no, location_no, units from given`;
}
