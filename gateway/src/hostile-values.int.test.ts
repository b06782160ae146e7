import { openInventory } from '@passerelle/inventory';
import { openOrders } from '@passerelle/orders';
import { openReturns } from '@passerelle/returns';
import { type Caller, type SubgraphName, subgraphNames } from '@passerelle/server';
import { openStoreNetwork } from '@passerelle/store-network';
import { aCaller, aService, type TestGraph, testGraph } from '@passerelle/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hostileQuestions } from '../test/hostile/values.ts';

let graph: TestGraph;
const operator = aCaller('operator');
const anybody: Caller = {
  ...operator,
  scopes: new Set([...operator.scopes, ...subgraphNames.flatMap((name) => [...aService(name).scopes])]),
};

function opened(name: SubgraphName) {
  const subgraph = graph.subgraphs.get(name);
  const executor = graph.executors.get(name);
  if (!subgraph || !executor) throw new TypeError(`${name} is not open`);
  return { ...subgraph, executor };
}

/** A shop that is open, and knows a shirt: more is looked at than whether they are there. */
beforeAll(async () => {
  graph = await testGraph({
    'store-network': openStoreNetwork,
    inventory: openInventory,
    orders: openOrders,
    returns: openReturns,
  });
  const network = opened('store-network').database.sql;
  await network`
    insert into channels (id, code, name, type, currency, default_locale, ships_to) values
      ('chn_web', 'WEB', 'Web shop', 'ECOMMERCE', 'EUR', 'fr-FR', '{FR}')`;
  await network`
    insert into locations (id, code, name, type, status, address, latitude, longitude, time_zone, facts_at)
    values ('loc_0001', 'L1', 'Boutique', 'STORE', 'ACTIVE',
      '{"lines": ["1 rue"], "city": "Paris", "countryCode": "FR"}', 48.86, 2.35, 'Europe/Paris', now())`;
  await network`insert into channel_locations values ('chn_web', 'loc_0001')`;
  await network`
    insert into location_services (location_id, type, is_enabled, preparation_minutes)
    select 'loc_0001', type, true, 60
    from unnest(array['CLICK_AND_COLLECT', 'SHIP_FROM_STORE', 'RETURN_IN_STORE']) as type`;
  await network`
    insert into opening_periods select 'loc_0001', day, '09:00', '19:00'
    from unnest(array['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY']) as day`;
  await opened('inventory').database.sql`insert into items (sku) values ('SHIRT')`;
  await opened('inventory').start?.();
  await graph.settle();
});
afterAll(() => graph[Symbol.asyncDispose]());

it.each(subgraphNames)('%s answers any value of any argument without a fault', async (name) => {
  const { schema, executor } = opened(name);
  const faults: string[] = [];
  let asked = 0;
  for (const { title, query, variables } of hostileQuestions(schema)) {
    const { errors = [] } = await executor({ query, variables }, { caller: anybody, requestId: title });
    const unclear = errors.filter(({ extensions }) => extensions?.code !== 'BAD_USER_INPUT');
    if (unclear.length > 0) faults.push(`${title}: ${JSON.stringify(unclear)}`);
    asked += 1;
  }
  expect(asked).toBeGreaterThan(500);
  expect(faults).toEqual([]);
});
