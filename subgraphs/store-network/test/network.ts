import type { ServiceType } from '@passerelle/eligibility';
import type { Caller, Executor } from '@passerelle/server';
import { aCaller, ask, type TestGraph, testGraph } from '@passerelle/testing';
import { openStoreNetwork } from '../src/index.ts';

export const operator = aCaller('operator');

/** The store network alone, with two channels. */
export async function aNetwork() {
  const graph = await testGraph({ 'store-network': openStoreNetwork });
  const sql = sqlOf(graph);
  await sql`
    insert into channels (id, code, name, type, currency, default_locale, ships_to) values
      ('chn_web', 'WEB', 'Web shop', 'ECOMMERCE', 'EUR', 'fr-FR', '{FR,BE}'),
      ('chn_mkt', 'MKT', 'Marketplace', 'MARKETPLACE', 'EUR', 'de-DE', '{FR}')`;
  return {
    graph,
    sql,
    ask: <Data = Record<string, never>>(query: string, variables = {}, caller?: Caller) =>
      ask<Data>(executorOf(graph), query, variables, caller),
    [Symbol.asyncDispose]: () => graph[Symbol.asyncDispose](),
  };
}

export const executorOf = (graph: TestGraph) => graph.executors.get('store-network') as Executor;
export const sqlOf = (graph: TestGraph) => {
  const subgraph = graph.subgraphs.get('store-network');
  if (!subgraph) throw new TypeError('the store network is not open');
  return subgraph.database.sql;
};

type Store = {
  readonly id?: string;
  readonly code?: string;
  readonly name?: string;
  readonly type?: string;
  readonly status?: string;
  readonly city?: string;
  readonly countryCode?: string;
  readonly channelIds?: readonly string[];
  readonly services?: readonly ServiceType[];
  readonly dailyCapacity?: number | null;
  readonly instructions?: Record<string, string>;
};

/** A shop in Paris, open Monday to Sunday from 10 to 19, that hands orders over after two hours. */
export async function addStore(graph: TestGraph, store: Store = {}): Promise<string> {
  const sql = sqlOf(graph);
  const { id = 'loc_0001', code = id.slice(4), name = `Boutique ${code}`, city = 'Paris' } = store;
  const { type = 'STORE', status = 'ACTIVE', countryCode = 'FR', instructions = {} } = store;
  const address = { name, lines: ['1 rue de Rivoli'], city, postalCode: '75001', countryCode };
  await sql`
    insert into locations (id, code, name, type, status, address, latitude, longitude, time_zone, pickup_instructions,
      facts_at, created_at, updated_at)
    values (${id}, ${code}, ${name}, ${type}, ${status}, ${sql.json(address)}, 48.86, 2.34, 'Europe/Paris',
      ${sql.json(instructions)}, ${graph.clock.now()}, ${graph.clock.now()}, ${graph.clock.now()})`;
  await sql`
    insert into channel_locations (channel_id, location_id)
    select unnest(${[...(store.channelIds ?? ['chn_web'])]}::text[]), ${id}`;
  await sql`
    insert into location_services (location_id, type, is_enabled, preparation_minutes, daily_capacity)
    select ${id}, unnest(${[...(store.services ?? ['CLICK_AND_COLLECT'])]}::text[]), true, 120,
      ${store.dailyCapacity ?? null}::int`;
  await sql`
    insert into opening_periods (location_id, day, opens_at, closes_at)
    select ${id}, unnest(array['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']),
      '10:00', '19:00'`;
  return id;
}

/** Data of the events published so far, oldest first. */
export async function eventsOf(graph: TestGraph, locationId: string): Promise<Record<string, unknown>[]> {
  const rows = await sqlOf(graph)`
    select data from outbox where type = 'location.eligibility-changed' and subject = ${locationId} order by position`;
  return rows.map((row) => row.data);
}
