import { openInventory } from '@passerelle/inventory';
import { openStoreNetwork } from '@passerelle/store-network';
import { aCaller, ask, testGraph } from '@passerelle/testing';
import { expect, it } from 'vitest';

const operator = aCaller('operator');
const count = 40;
const ids = Array.from({ length: count }, (_, index) => `loc_${String(index).padStart(4, '0')}`);
type Reason = { code: string; message: string; until: string | null; limit: number | null; actual: number | null };

/** The store network and inventory with forty stores, each out of the ordinary in some ways that others are not. */
async function twoSubgraphs() {
  const graph = await testGraph({ 'store-network': openStoreNetwork, inventory: openInventory });
  const network = graph.subgraphs.get('store-network');
  const executors = { network: graph.executors.get('store-network'), inventory: graph.executors.get('inventory') };
  if (!network || !executors.network || !executors.inventory) throw new TypeError('a subgraph is not open');
  const { sql } = network.database;
  await sql`
    insert into channels (id, code, name, type, currency, default_locale, ships_to) values
      ('chn_web', 'WEB', 'Web shop', 'ECOMMERCE', 'EUR', 'fr-FR', '{FR}')`;
  await sql`
    insert into locations (id, code, name, type, status, address, latitude, longitude, time_zone, region,
      closes_on_holidays, facts_at)
    select id, id, 'Boutique ' || id, 'STORE', case when n % 11 = 0 then 'INACTIVE' else 'ACTIVE' end,
      '{"lines": ["1 rue"], "city": "Paris", "countryCode": "FR"}', 48.86 + n * 0.001, 2.35, 'Europe/Paris',
      case when n % 3 = 0 then 'north' else 'south' end, n % 2 = 0, ${graph.clock.now()}
    from unnest(${ids}::text[]) with ordinality as given (id, n)`;
  await sql`insert into channel_locations select 'chn_web', id from locations where right(id, 1) <> '7'`;
  await sql`
    insert into location_services (location_id, type, is_enabled, paused_until, preparation_minutes, daily_capacity,
      capacity_unit, capacity_windows)
    select id, 'CLICK_AND_COLLECT', n % 13 <> 0,
      case when n % 5 = 0 then ${graph.clock.now()}::timestamptz + interval '3 hours' end, 60 * (n % 4),
      case when n % 2 = 0 then 5 else 1 end, case when n % 2 = 0 then 'UNITS' else 'ORDERS' end,
      case when n % 4 = 0 then '[{"opensAt": "09:00", "closesAt": "12:00", "capacity": 4}]'::jsonb else '[]' end
    from unnest(${ids}::text[]) with ordinality as given (id, n)`;
  await sql`
    insert into opening_periods select id, day, '09:00', '19:00' from locations,
      unnest(array['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY']) as day
    where right(id, 1) <> '4'`;
  await sql`
    insert into closures (id, location_id, first_day, last_day)
    select 'cls_' || id, id, '2026-11-22', '2026-11-25' from locations where right(id, 1) in ('2', '3')`;
  const write = (mutation: string, type: string, input: object) =>
    ask(
      executors.network as never,
      `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename } }`,
      { input },
      operator,
    );
  const repeat = { idempotencyKey: 'the-only-one', name: 'A rule' };
  const north = { ...repeat, kind: 'SELL', effect: 'DENY', locations: { regions: ['north'], ids: ids.slice(0, 20) } };
  await write('createSharingPolicy', 'CreateSharingPolicyInput', north);
  const pilot = { ...repeat, service: 'CLICK_AND_COLLECT', sharePercent: 70, startsOn: '2026-11-22' };
  await write('createPilot', 'CreatePilotInput', pilot);
  for (const locationId of ids.slice(0, 12)) {
    const input = {
      locationId,
      service: 'CLICK_AND_COLLECT',
      channelId: 'chn_web',
      orderId: `ord_${locationId}`,
      on: '2026-11-23',
      units: 3,
    };
    const book = `mutation ($input: BookServiceCapacityInput!) { bookServiceCapacity(input: $input) { remainingCapacity } }`;
    await ask(executors.network, book, { input }, { ...operator, scopes: new Set(['service:orders']) });
  }
  await graph.settle();
  return { graph, executors: { network: executors.network, inventory: executors.inventory } };
}

const stockReasons = new Set(['NO_STOCK', 'ALL_RESERVED', 'PROTECTED', 'POOL_EXHAUSTED', 'STOCK_STALE']);

it('the verdict of the projection is the verdict of the source, for every store, at many moments, for orders of any size', async () => {
  const { graph, executors } = await twoSubgraphs();
  await using _closing = graph;
  const why = `query ($ids: [ID!]!, $units: Int) { locations(filter: { ids: $ids }, first: 100) { nodes { id
    eligibility(service: CLICK_AND_COLLECT, channelId: "chn_web", units: $units) { reasons { code message until limit actual } } } } }`;
  const picker = `query ($units: Int!) { pickupStores(channelId: "chn_web", items: [{ sku: "NONE", quantity: $units }], first: 50,
    near: { latitude: 48.86, longitude: 2.35 }, filter: { includeIneligible: true }) {
    nodes { location { id } reasons { code message until limit actual } } } }`;
  const seen = new Set<string>();
  /** Units for which a store had room, but not enough. */
  const sizes = new Set<number>();
  const compare = async (units: number, moment: string) => {
    type Source = { locations: { nodes: { id: string; eligibility: { reasons: Reason[] } }[] } };
    const source = await ask<Source>(executors.network, why, { ids, units }, operator);
    type Projection = { pickupStores: { nodes: { location: { id: string }; reasons: Reason[] }[] } };
    const projection = await ask<Projection>(executors.inventory, picker, { units }, operator);
    const told = new Map(
      projection.pickupStores.nodes.map(({ location, reasons }) => [
        location.id,
        reasons.filter(({ code }) => !stockReasons.has(code)),
      ]),
    );
    expect(told.size).toBe(count);
    for (const { id, eligibility } of source.locations.nodes) {
      expect(told.get(id), `${id}, ${units} units, ${moment}`).toEqual(eligibility.reasons);
      for (const { code, message } of eligibility.reasons) {
        seen.add(code);
        if (message.includes('asked for')) sizes.add(units);
      }
    }
  };
  for (const hours of [0, 4, 20, 30, 24 * 32]) {
    await graph.pass({ hours });
    for (const units of [1, 3, 9]) await compare(units, `${hours} hours later`);
  }
  // The pilot's id is drawn anew each time and draws its stores: those with room for less than three may all be out.
  expect(sizes).toContain(9);
  expect(sizes).not.toContain(1);
  expect([...seen].sort()).toEqual([
    'CAPACITY_REACHED',
    'CHANNEL_NOT_SERVED',
    'CLOSED',
    'LOCATION_INACTIVE',
    'PILOT_OFF',
    'SERVICE_DISABLED',
    'SERVICE_PAUSED',
  ]);
});
