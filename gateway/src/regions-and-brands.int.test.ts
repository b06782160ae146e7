import { openInventory } from '@passerelle/inventory';
import { openStoreNetwork } from '@passerelle/store-network';
import { aCaller, aService, ask, testGraph } from '@passerelle/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';

const operator = aCaller('operator');
/** Units of one SKU at three stores of two regions and two brands. */
const stores = [
  { id: 'loc_lille', region: 'north', brand: 'cordelune', units: 3 },
  { id: 'loc_nice', region: 'south', brand: 'cordelune', units: 40 },
  { id: 'loc_roubaix', region: 'north', brand: 'maisonnelle', units: 500 },
];

let graph: Awaited<ReturnType<typeof testGraph>>;
const executorOf = (name: 'store-network' | 'inventory') => {
  const executor = graph.executors.get(name);
  if (!executor) throw new TypeError(`${name} was not opened`);
  return executor;
};
const sqlOf = (name: 'store-network' | 'inventory') => {
  const subgraph = graph.subgraphs.get(name);
  if (!subgraph) throw new TypeError(`${name} was not opened`);
  return subgraph.database.sql;
};
/** Asks inventory. */
const stock = <Data>(query: string, variables: object, caller = operator) =>
  ask<Data>(executorOf('inventory'), query, { ...variables }, caller);

/** The channel of the north sells one brand there and nothing else; the web shop sells everything. */
beforeAll(async () => {
  graph = await testGraph({ 'store-network': openStoreNetwork, inventory: openInventory });
  const sql = sqlOf('store-network');
  await sql`
    insert into channels (id, code, name, type, currency, default_locale, ships_to) values
      ('chn_north', 'NORTH', 'Shop of the north', 'ECOMMERCE', 'EUR', 'fr-FR', '{FR}'),
      ('chn_web', 'WEB', 'Web shop', 'ECOMMERCE', 'EUR', 'fr-FR', '{FR}')`;
  for (const { id, region, brand } of stores) {
    await sql`
      insert into locations (id, code, name, type, status, address, latitude, longitude, time_zone, region, brands, facts_at)
      values (${id}, ${id}, ${id}, 'STORE', 'ACTIVE', '{"lines": ["1 rue"], "city": "Lille", "countryCode": "FR"}', 50.63,
        3.06, 'Europe/Paris', ${region}, ${[brand]}, ${graph.clock.now()})`;
    await sql`insert into channel_locations select id, ${id} from channels`;
    await sql`
      insert into location_services (location_id, type, is_enabled, preparation_minutes)
      select ${id}, unnest(array['CLICK_AND_COLLECT', 'SHIP_FROM_STORE']), true, 60`;
    await sql`
      insert into opening_periods select ${id}, day, '00:00', '23:59' from
        unnest(array['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']) as day`;
  }
  const write = async <Data>(name: string, shown: string, input: object) => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${shown} userErrors { ... on UserError { code path } } } }`;
    const answer = await ask<Record<string, Data>>(executorOf('store-network'), query, { input }, operator);
    expect(answer).toMatchObject({ [name]: { userErrors: [] } });
    return answer[name] as Data;
  };
  const deny = (name: string, about: object) =>
    write<{ policy: { id: string } }>('createSharingPolicy', 'policy { id }', {
      ...{ idempotencyKey: `policy-of-${name}`, name, kind: 'SELL', effect: 'DENY', ...about },
    });
  const channels = { ids: ['chn_north'] };
  await deny('region', { channels, locations: { regions: ['south'] } });
  await deny('brand', { channels, locations: { brands: ['maisonnelle'] } });
  // Made and taken back: it has every store told of, also those that no policy is about.
  const { policy } = await deny('everything', {});
  await write('removeSharingPolicy', '', { id: policy.id, expectedVersion: 1 });
  await graph.settle();

  await sqlOf('inventory')`insert into items (sku) values ('SHIRT')`;
  const occurredAt = graph.clock.now().toISOString();
  const events = stores.map(({ id, units }) => ({
    ...{ eventId: id, locationId: id, sku: 'SHIRT', delta: units, reason: 'RECEIPT', occurredAt },
  }));
  const input = { source: 'test', events };
  const record = 'mutation ($input: RecordStockEventsInput!) { recordStockEvents(input: $input) { appliedCount } }';
  expect(await stock(record, { input }, aCaller('partner'))).toEqual({ recordStockEvents: { appliedCount: 3 } });
});
afterAll(() => graph?.[Symbol.asyncDispose]());

const channels = { chn_web: ['loc_lille', 'loc_nice', 'loc_roubaix'], chn_north: ['loc_lille'] };

it.each(Object.entries(channels))(
  '%s shows, explains, hands over and sources the stock of %j alone',
  async (channelId, seen) => {
    const units = stores.reduce((sum, { id, units: here }) => sum + (seen.includes(id) ? here : 0), 0);
    const shown = await stock(
      `query ($channelId: ID!) { availability(channelId: $channelId, skus: ["SHIRT"]) { sellableQuantity
      pickup { storeCount } explanation { steps { quantity } locations { nodes { location { id } } } } } }`,
      { channelId },
    );
    expect(shown).toEqual({
      availability: [
        {
          sellableQuantity: units,
          pickup: { storeCount: seen.length },
          explanation: {
            steps: [{ quantity: units }],
            locations: { nodes: expect.toSatisfy((nodes: unknown[]) => nodes.length === seen.length) },
          },
        },
      ],
    });
    type Picker = { pickupStores: { nodes: { location: { id: string } }[] } };
    const picker = await stock<Picker>(
      `query ($channelId: ID!) { pickupStores(channelId: $channelId, items: [{ sku: "SHIRT", quantity: 1 }],
      near: { latitude: 50.63, longitude: 3.06 }) { nodes { location { id } } } }`,
      { channelId },
    );
    expect(picker.pickupStores.nodes.map(({ location }) => location.id).sort()).toEqual(seen);
    type Found = { sourcingCandidates: { candidates: { locationId: string }[] } };
    const found = await stock<Found>(
      `query ($input: SourcingCandidatesInput!) { sourcingCandidates(input: $input) { candidates { locationId } } }`,
      { input: { channelId, purpose: 'SHIP', lines: [{ sku: 'SHIRT', quantity: 1 }] } },
      aService('orders'),
    );
    expect(found.sourcingCandidates.candidates.map(({ locationId }) => locationId).sort()).toEqual(seen);
  },
);

it('a channel can neither hold, nor allocate, nor set apart what it must not see', async () => {
  const lines = [{ sku: 'SHIRT', quantity: 4 }];
  const refused = '{ ... on UserError { code path } ... on InsufficientStockError { availableQuantity } }';
  const held = await stock(
    `mutation ($input: ReserveStockInput!) { reserveStock(input: $input) { userErrors ${refused} } }`,
    { input: { idempotencyKey: 'hold-of-the-north', channelId: 'chn_north', cartReference: 'c', lines } },
  );
  expect(held).toMatchObject({ reserveStock: { userErrors: [{ code: 'INSUFFICIENT_STOCK', availableQuantity: 3 }] } });
  const line = { orderLineId: 'oln_1', sku: 'SHIRT', quantity: 1 };
  for (const locationId of ['loc_nice', 'loc_roubaix']) {
    const order = { orderId: 'ord_1', revision: 1, channelId: 'chn_north', lines: [{ ...line, locationId }] };
    const allocated = await stock(
      `mutation ($input: AllocateOrderInput!) { allocateOrder(input: $input) { userErrors ${refused} } }`,
      { input: order },
      aService('orders'),
    );
    expect(allocated).toEqual({
      allocateOrder: { userErrors: [{ code: 'LOCATION_NOT_ELIGIBLE', path: ['input', 'lines', '0', 'locationId'] }] },
    });
  }
  const make = async (channelId: string, mode: string) => {
    const input = { idempotencyKey: `pool-${channelId}`, channelId, name: channelId, mode };
    const query = `mutation ($input: CreateInventoryPoolInput!) { createInventoryPool(input: $input) { pool { id } } }`;
    return (await stock<{ createInventoryPool: { pool: { id: string } } }>(query, { input })).createInventoryPool.pool
      .id;
  };
  const fromPoolId = await make('chn_web', 'SHARED');
  const toPoolId = await make('chn_north', 'SEGMENTED');
  const moved = await stock(
    `mutation ($input: TransferPoolStockInput!) { transferPoolStock(input: $input) { userErrors ${refused} } }`,
    { input: { idempotencyKey: 'to-the-north', fromPoolId, toPoolId, lines } },
  );
  expect(moved).toMatchObject({
    transferPoolStock: { userErrors: [{ code: 'INSUFFICIENT_STOCK', availableQuantity: 3 }] },
  });
});
