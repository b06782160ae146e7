import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anOrder, delivery } from '../../test/an-order.ts';
import { atWork } from '../../test/at-work.ts';
import { type Market, openMarket } from '../../test/market.ts';
import { aKey, demoPayment, euro, place, type Refusal, read, type Sold, ship, timeline } from '../../test/selling.ts';

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

describe('editing an order that is held', () => {
  type Line = { editability: { isEditable: boolean; reasons: string[] } };
  type Seen = { availableActions: string[]; deliveryGroups: { shippingAddress: { city: string } }[]; lines: Line[] };
  const see = async ({ id }: Pick<Sold, 'id'>) =>
    (
      await market.ask<{ order: Seen }>(
        `query ($id: ID!) { order(id: $id) { availableActions deliveryGroups { shippingAddress { city } }
          lines { editability { isEditable reasons } } } }`,
        { id },
      )
    ).order;
  const edit = async (order: Sold, more: object) =>
    (
      await market.ask<{ editOrder: { userErrors: Refusal[] } }>(
        `mutation ($input: EditOrderInput!) { editOrder(input: $input) {
          userErrors { ... on UserError { code path } ... on NotEditableError { reasons } } } }`,
        { input: { idempotencyKey: aKey(), orderId: order.id, expectedVersion: order.version, ...more } },
      )
    ).editOrder.userErrors;
  const to = (order: Sold, city: string) => ({
    deliveryGroups: [
      { id: order.deliveryGroups[0]?.id, shippingAddress: { ...delivery.shippingAddress, city, postalCode: '69003' } },
    ],
  });
  const set = (order: Sold, quantity: number) => ({ setQuantities: [{ lineId: order.lines[0]?.id, quantity }] });
  const held = async (order: Sold, reason = 'ADDRESS') => {
    const { order: answer } = await hold(await read(market, order), { reason });
    return { current: await read(market, order), holdId: answer?.holds[0]?.id };
  };
  const state = async (order: Sold) => [await read(market, order), await market.taken()] as const;

  it('corrects the address under the hold for it, and routes and captures nothing before that ends', async () => {
    const order = await sold();
    expect(await ship(market, order, { quantity: 1 })).toEqual([]);
    // What left is gone: only the rest of another order can still be readdressed.
    const gone = await held(order);
    expect(await edit(gone.current, to(order, 'Villeurbanne'))).toMatchObject([{ code: 'NOT_EDITABLE' }]);

    const other = await sold();
    const { current, holdId } = await held(other);
    await market.settle();
    const taken = await market.taken();
    expect((await see(other)).availableActions).toContain('EDIT');
    expect(await edit(current, to(other, 'Villeurbanne'))).toEqual([]);
    await market.settle();
    expect(await market.taken()).toEqual(taken);
    expect(await read(market, other)).toMatchObject({
      status: 'ON_HOLD',
      fulfillmentOrders: [{ status: 'ON_HOLD' }],
      totals: { captured: { amount: '0.00' } },
    });
    expect((await see(other)).deliveryGroups[0]?.shippingAddress.city).toBe('Villeurbanne');
    await release(other, holdId);
    expect(await ship(market, other)).toEqual([]);
    await market.settle();
    expect((await read(market, other)).totals.captured.amount).toBe('45.00');
    expect((await timeline(market, other)).map(({ type }) => type)).toContain('order.edited');
    expect(await market.broken()).toEqual([]);
  });

  it('gives units back that are taken away, where nobody had them in hand before the hold', async () => {
    const order = await sold();
    const { current, holdId } = await held(order, 'CUSTOMER_REQUEST');
    const before = (await market.taken()).reserved['SHIRT@depot'] as number;
    expect((await see(order)).lines[0]?.editability).toEqual({ isEditable: true, reasons: [] });
    expect(await edit(current, set(order, 1))).toEqual([]);
    await market.settle();
    expect((await market.taken()).reserved['SHIRT@depot']).toBe(before - 1);
    expect(await read(market, order)).toMatchObject({ status: 'ON_HOLD', totals: { captured: { amount: '0.00' } } });
    await release(order, holdId);
    expect(await ship(market, order)).toEqual([]);
    await market.settle();
    expect((await read(market, order)).totals).toMatchObject({
      captured: { amount: '25.00' },
      balance: { amount: '0.00' },
    });
    expect(await market.broken()).toEqual([]);
  });

  it('keeps what a store has picked, and lets its address be corrected until it is packed', async () => {
    const at = atWork(market);
    const order = await sold('HAT');
    const work = await at.picked(await at.openWork(order.id));
    expect(await edit(await read(market, order), to(order, 'Bron'))).toMatchObject([
      { code: 'NOT_EDITABLE', reasons: ['PICKING_STARTED'] },
    ]);
    const { current, holdId } = await held(order);
    expect((await see(order)).lines[0]?.editability).toEqual({ isEditable: false, reasons: ['PICKING_STARTED'] });
    expect(await edit(current, set(order, 1))).toMatchObject([{ code: 'NOT_EDITABLE', reasons: ['PICKING_STARTED'] }]);
    expect(await edit(current, to(order, 'Bron'))).toEqual([]);
    await release(order, holdId);
    const [again] = (await at.read(order.id)).fulfillmentOrders;
    await at.done('packFulfillmentOrder', {
      id: work.id,
      expectedVersion: again?.version,
      packages: [{ lines: work.lines.map(({ id, quantity }) => ({ lineId: id, quantity })) }],
    });
    const packed = await held(order);
    expect(await edit(packed.current, to(order, 'Vaise'))).toMatchObject([{ code: 'NOT_EDITABLE' }]);
  });

  it.each<[string, (order: Sold) => object, string[]]>([
    ['more units', (order) => set(order, 3), ['input', 'setQuantities', '0', 'quantity']],
    [
      'another way',
      (order) => ({
        deliveryGroups: [{ id: order.deliveryGroups[0]?.id, method: 'CLICK_AND_COLLECT', pickupLocationId: 'lyon' }],
      }),
      ['input', 'deliveryGroups', '0'],
    ],
    [
      'another line',
      (order) => ({
        addLines: [
          {
            sku: 'HAT',
            quantity: 1,
            name: 'A hat',
            unitPrice: euro('10.00'),
            taxTotal: euro('1.00'),
            deliveryGroupKey: order.deliveryGroups[0]?.id,
          },
        ],
      }),
      ['input', 'addLines', '0'],
    ],
  ])('refuses %s, which needs a location, and changes nothing', async (_what, more, path) => {
    const order = await sold();
    const { current } = await held(order);
    const before = await state(order);
    expect(await edit(current, more(order))).toMatchObject([{ code: 'INVALID_INPUT', path }]);
    expect(await state(order)).toEqual(before);
  });

  it('tells an edit that the hold ended meanwhile, and the end of a hold nothing of an edit', async () => {
    const order = await sold();
    const { current, holdId } = await held(order);
    market.pauseAt('edit-read', async () => {
      await release(order, holdId);
    });
    expect(await edit(current, to(order, 'Oullins'))).toMatchObject([{ code: 'VERSION_CONFLICT' }]);
    expect((await see(order)).deliveryGroups[0]?.shippingAddress.city).toBe('Lyon');

    const second = await held(order);
    expect(await edit(second.current, to(order, 'Oullins'))).toEqual([]);
    expect((await release(order, second.holdId)).userErrors).toEqual([]);
    expect((await see(order)).deliveryGroups[0]?.shippingAddress.city).toBe('Oullins');
  });
});
