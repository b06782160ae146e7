import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anOrder } from '../../test/an-order.ts';
import { type Market, openMarket } from '../../test/market.ts';
import { demoPayment, place, type Refusal, read, type Sold, ship, timeline } from '../../test/selling.ts';

let market: Market;
beforeAll(async () => {
  market = await openMarket({
    depot: { type: 'WAREHOUSE', stock: { SHIRT: 100 } },
    lyon: { type: 'STORE', stock: { HAT: 50 } },
  });
});
afterAll(() => market[Symbol.asyncDispose]());

const sold = (sku = 'SHIRT') => place(market, { ...anOrder([{ sku, quantity: 2 }]), payment: demoPayment('45.00') });
type Held = {
  order: { holds: { id: string; reason: string; releasedAt: string | null }[] } | null;
  userErrors: Refusal[];
};
const shape = '{ order { id holds { id reason releasedAt } } userErrors { ... on UserError { code path } } }';
const hold = async (order: Pick<Sold, 'id' | 'version'>, more: object = {}) =>
  (
    await market.ask<{ holdOrder: Held }>(`mutation ($input: HoldOrderInput!) { holdOrder(input: $input) ${shape} }`, {
      input: { orderId: order.id, expectedVersion: order.version, reason: 'FRAUD_REVIEW', ...more },
    })
  ).holdOrder;
const release = async (order: Pick<Sold, 'id'>, holdId: string | undefined) =>
  (
    await market.ask<{ releaseOrderHold: Held }>(
      `mutation ($input: ReleaseOrderHoldInput!) { releaseOrderHold(input: $input) ${shape} }`,
      { input: { orderId: order.id, holdId } },
    )
  ).releaseOrderHold;

describe('an order that is held', () => {
  it('has its work wait until the last of its holds has ended', async () => {
    const order = await sold();
    const first = await hold(order);
    expect(first).toMatchObject({ userErrors: [], order: { holds: [{ reason: 'FRAUD_REVIEW', releasedAt: null }] } });
    const second = await hold(await read(market, order), { reason: 'ADDRESS' });
    expect(await read(market, order)).toMatchObject({ status: 'ON_HOLD', fulfillmentOrders: [{ status: 'ON_HOLD' }] });
    expect(await ship(market, order)).toMatchObject([{ code: 'INVALID_STATE' }]);

    const open = second.order?.holds.find(({ reason }) => reason === 'ADDRESS');
    await release(order, open?.id);
    expect((await read(market, order)).status).toBe('ON_HOLD');
    await release(order, first.order?.holds[0]?.id);
    expect(await read(market, order)).toMatchObject({ status: 'OPEN', fulfillmentOrders: [{ status: 'OFFERED' }] });
    expect(await ship(market, order)).toEqual([]);
    expect((await timeline(market, order)).map(({ type }) => type)).toEqual([
      'order.placed',
      'order.held',
      'order.held',
      'order.hold-released',
      'order.hold-released',
      'shipment.shipped',
    ]);
  });

  it('has nothing captured until its hold ends', async () => {
    const order = await sold();
    await ship(market, order);
    const { order: held } = await hold(await read(market, order));
    await market.settle();
    expect((await read(market, order)).totals.captured.amount).toBe('0.00');
    await release(order, held?.holds[0]?.id);
    await market.settle();
    expect((await read(market, order)).totals.captured.amount).toBe('45.00');
  });

  it('goes on by itself when its time has come, and a store is given time to answer again', async () => {
    const order = await sold('HAT');
    const releaseAt = new Date(market.clock.now().getTime() + 3 * 3_600_000).toISOString();
    expect((await hold(order, { releaseAt })).userErrors).toEqual([]);
    await market.pass({ hours: 4 });
    expect(await read(market, order)).toMatchObject({ status: 'OPEN', fulfillmentOrders: [{ status: 'OFFERED' }] });
    expect((await timeline(market, order)).at(-1)).toMatchObject({ actor: 'service:orders' });
  });

  it.each<[string, object, string, string[] | null]>([
    ['an unknown order', { orderId: 'ord_none' }, 'NOT_FOUND', ['input', 'orderId']],
    ['another version', { expectedVersion: 99 }, 'VERSION_CONFLICT', ['input', 'expectedVersion']],
    ['an end in the past', { releaseAt: '2030-01-01T00:00:00Z' }, 'INVALID_STATE', ['input', 'releaseAt']],
  ])('refuses %s and stops nothing', async (_name, more, code, path) => {
    const order = await sold();
    expect((await hold(order, more)).userErrors).toEqual([{ code, path }]);
    expect(await read(market, order)).toEqual(order);
  });

  it('is released once, and only of its own holds', async () => {
    const order = await sold();
    const { order: held } = await hold(order);
    expect((await release(order, 'hld_none')).userErrors).toEqual([{ code: 'NOT_FOUND', path: ['input', 'holdId'] }]);
    expect((await release({ id: 'ord_none' }, held?.holds[0]?.id)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await read(market, order)).status).toBe('ON_HOLD');
    await release(order, held?.holds[0]?.id);
    expect((await release(order, held?.holds[0]?.id)).userErrors).toMatchObject([{ code: 'INVALID_STATE' }]);
    expect(await market.broken()).toEqual([]);
  });
});
