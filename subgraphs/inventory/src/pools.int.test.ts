import { readOperation } from '@passerelle/contracts/operations';
import { aCaller } from '@passerelle/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { faults, type NetworkGraph } from '../test/a-network.ts';
import { aGraphForPools, cart, poolsOf } from '../test/pools-of.ts';

const service = aCaller('operator', { scopes: new Set(['service:orders', 'service:returns', 'inventory:read']) });

const release = `mutation R($input: ReleaseReservationInput!) { releaseReservation(input: $input) {
  userErrors { ... on UserError { code } } } }`;

let graph: NetworkGraph;
let { first, key, made, transfer, hold, sellable, both, stockedPools } = {} as ReturnType<typeof poolsOf>;
let clear: () => Promise<void>;
beforeAll(async () => {
  graph = await aGraphForPools();
  ({ first, key, made, transfer, hold, sellable, both, stockedPools, clear } = poolsOf(graph));
});
afterEach(() => clear());
afterAll(() => graph[Symbol.asyncDispose]());

describe('units set apart for a channel', () => {
  it('are sold by it alone, and nothing else is when it has no shared pool', async () => {
    await stockedPools();
    expect(await both()).toEqual([16, 12]);
    expect((await hold('chn_web', 17)).userErrors).toMatchObject([
      { code: 'INSUFFICIENT_STOCK', availableQuantity: 16 },
    ]);
    expect((await hold('chn_b2b', 13)).userErrors).toMatchObject([
      { code: 'INSUFFICIENT_STOCK', availableQuantity: 12 },
    ]);
  });

  it('are never those of another region: what does not serve a channel has nothing for its pools', async () => {
    const { shared, own } = await stockedPools(1);
    expect((await transfer(shared, own, 2, { locationId: 'loc_a' })).userErrors).toMatchObject([
      { code: 'INSUFFICIENT_STOCK', availableQuantity: 0 },
    ]);
    expect(await both()).toEqual([27, 1]);
    expect((await hold('chn_b2b', 2)).userErrors).toMatchObject([{ availableQuantity: 1 }]);
  });

  it('are drawn before what is shared, and each line says from which pool', async () => {
    const { own } = await stockedPools(10);
    await made({ mode: 'SHARED', name: 'Rest', locationIds: ['loc_w'] });
    expect(await both()).toEqual([18, 20]);
    const { reservation } = await hold('chn_b2b', 14);
    const lines = await graph.database.sql`
      select pool.id, sum(quantity)::integer as units from reservation_lines
      left join inventory_pools as pool using (pool_no) group by 1 order by 1`;
    expect([...lines]).toEqual([
      { id: own, units: 10 },
      { id: null, units: 4 },
    ]);
    expect(reservation?.lines).toEqual([{ quantity: 14, pool: null }]);
    expect(await both()).toEqual([14, 6]);
  });

  it('are explained: what is set apart for others, and what is shared and not for this channel', async () => {
    await stockedPools();
    expect((await sellable('chn_web')).explanation.steps).toEqual([
      { kind: 'ON_HAND', quantity: 28, pool: null },
      { kind: 'POOL_LIMIT', quantity: -12, pool: { name: 'Own' } },
    ]);
    expect((await sellable('chn_b2b')).explanation.steps).toEqual([
      { kind: 'ON_HAND', quantity: 25, pool: null },
      { kind: 'POOL_LIMIT', quantity: -13, pool: null },
    ]);
  });

  it('are named as the reason when a store cannot hand over what is set apart for others', async () => {
    const shared = await made({ channelId: 'chn_web', mode: 'SHARED', name: 'Web' });
    const own = await made({ locationIds: ['loc_a'] });
    await transfer(shared, own, 3);
    const text = `{ pickupStore(channelId: "chn_web", locationId: "loc_a", items: [{ sku: "A", quantity: 1 }]) {
      fulfillment reasons { code } } }`;
    expect(await graph.ask(text)).toEqual({
      pickupStore: { fulfillment: 'NONE', reasons: [{ code: 'POOL_EXHAUSTED' }] },
    });
  });

  it('come back when a hold ends, leave when they are issued, and return to their pool', async () => {
    const { shared, own } = await stockedPools();
    const allocation = async () => {
      const text = `query P { inventoryPools(channelId: "chn_b2b") { allocation(sku: "A") { allocated reserved available } } }`;
      return (await graph.ask<{ inventoryPools: { allocation: unknown }[] }>(text)).inventoryPools[0]?.allocation;
    };
    const held = await hold('chn_b2b', 5);
    expect(held.reservation?.lines).toEqual([{ quantity: 5, pool: { name: 'Own' } }]);
    expect(await allocation()).toEqual({ allocated: 12, reserved: 5, available: 7 });
    await first(release, { id: held.reservation?.id }, cart);
    expect(await allocation()).toEqual({ allocated: 12, reserved: 0, available: 12 });

    const again = await hold('chn_b2b', 5);
    const line = { orderLineId: 'oln_1', sku: 'A', quantity: 5, locationId: 'loc_w' };
    const order = { orderId: 'ord_1', channelId: 'chn_b2b', revision: 1, reservationId: again.reservation?.id };
    expect(await first(readOperation('service', 'Allocate'), { ...order, lines: [line] }, service)).toMatchObject({
      userErrors: [],
    });
    const issue = {
      orderId: 'ord_1',
      issueReference: 'shp_1',
      locationId: 'loc_w',
      occurredAt: graph.clock.now().toISOString(),
    };
    await first(readOperation('service', 'Issue'), { ...issue, lines: [line] }, service);
    expect(await allocation()).toEqual({ allocated: 7, reserved: 0, available: 7 });
    expect(await both()).toEqual([16, 7]);

    const restock = { returnId: 'ret_1', inspectionId: 'isp_1', locationId: 'loc_v', orderId: 'ord_1' };
    const lines = [{ sku: 'A', restockedQuantity: 4, blockedQuantity: 0 }];
    await first(readOperation('service', 'Restock'), { ...restock, lines }, service);
    expect(await allocation()).toEqual({ allocated: 11, reserved: 0, available: 11 });
    expect(await both()).toEqual([16, 11]);
    expect((await transfer(own, shared, 11)).userErrors).toEqual([]);
  });

  it('come back to what is shared where their pool does not reach: nobody could sell them there', async () => {
    const { own } = await stockedPools();
    const line = { orderLineId: 'oln_1', sku: 'A', quantity: 5, locationId: 'loc_w' };
    const order = { orderId: 'ord_2', channelId: 'chn_b2b', revision: 1, lines: [line] };
    await first(readOperation('service', 'Allocate'), order, service);
    const occurredAt = graph.clock.now().toISOString();
    const issue = { orderId: 'ord_2', issueReference: 'shp_2', locationId: 'loc_w', occurredAt, lines: [line] };
    await first(readOperation('service', 'Issue'), issue, service);
    expect(await both()).toEqual([16, 7]);
    // The store does not serve B2B.
    const restock = { returnId: 'ret_2', inspectionId: 'isp_2', locationId: 'loc_a', orderId: 'ord_2' };
    const lines = [{ sku: 'A', restockedQuantity: 4, blockedQuantity: 0 }];
    await first(readOperation('service', 'Restock'), { ...restock, lines }, service);
    expect(await both()).toEqual([20, 7]);
    // What comes back later to where it does reach is the pool's, as far as it is owed.
    const later = { ...restock, inspectionId: 'isp_3', locationId: 'loc_w' };
    await first(
      readOperation('service', 'Restock'),
      { ...later, lines: [{ ...lines[0], restockedQuantity: 1 }] },
      service,
    );
    expect(await both()).toEqual([20, 8]);
    const [left] = await graph.database.sql`
      select sum(allocated)::integer as units from pool_stock join inventory_pools using (pool_no) where id = ${own}`;
    expect(left?.units).toBe(8);
  });

  it('are known again when they come back while all of them were held, whoever writes the level next', async () => {
    await stockedPools();
    const all = await hold('chn_b2b', 12);
    expect(await both()).toEqual([16, 0]);
    await first(release, { id: all.reservation?.id }, cart);
    // Nobody asks in between.
    await hold('chn_web', 1);
    expect(await both()).toEqual([15, 12]);
  });

  it('are known again when an order takes only some of those that were held for it', async () => {
    await stockedPools();
    const all = await hold('chn_b2b', 12);
    expect(await both()).toEqual([16, 0]);
    const lines = [{ orderLineId: 'oln_part', sku: 'A', quantity: 5, locationId: 'loc_w' }];
    const order = { orderId: 'ord_part', channelId: 'chn_b2b', revision: 1, reservationId: all.reservation?.id, lines };
    expect(await first(readOperation('service', 'Allocate'), order, service)).toMatchObject({ userErrors: [] });
    expect(await both()).toEqual([16, 7]);
  });

  it('are a share of what arrives, rounded down', async () => {
    await made({ arrivalPercent: '25', locationIds: ['loc_w'] });
    const adjust = `mutation A($input: AdjustStockInput!) { adjustStock(input: $input) { userErrors { ... on UserError { code } } } }`;
    const arrive = (locationId: string, delta: number) =>
      first(adjust, { idempotencyKey: key(), locationId, sku: 'A', delta, reason: 'RECEIPT' });
    await arrive('loc_w', 10);
    await arrive('loc_w', 3);
    await arrive('loc_v', 10);
    expect(await both()).toEqual([28 + 23 - 2, 2]);
  });

  it('are given once when many race for them, whoever asks, and never more than there are', async () => {
    await stockedPools(10);
    await made({ mode: 'SHARED', name: 'Rest', locationIds: ['loc_w'] });
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => hold(index % 2 ? 'chn_web' : 'chn_b2b', 1 + (index % 3))),
    );
    expect(answers.filter(({ reservation }) => reservation).length).toBeGreaterThan(5);
    expect(await faults(graph)).toEqual([]);
    const [over] = await graph.database.sql`
      select count(*)::integer as levels from stock_levels where reserved + set_aside > on_hand`;
    expect(over).toEqual({ levels: 0 });
  }, 30_000);

  it('cost a channel without them no statement', async () => {
    await stockedPools();
    await both();
    graph.statements.length = 0;
    await sellable('chn_web');
    expect(graph.statements).toHaveLength(0);
  });
});
