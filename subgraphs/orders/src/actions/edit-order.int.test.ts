import { readOperation } from '@passerelle/contracts/operations';
import { aCaller } from '@passerelle/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anOrder, collection, delivery } from '../../test/an-order.ts';
import { atWork } from '../../test/at-work.ts';
import { type Market, openMarket } from '../../test/market.ts';
import {
  aKey,
  cancel,
  demoPayment,
  euro,
  place,
  type Refusal,
  read,
  type Sold,
  ship,
  timeline,
} from '../../test/selling.ts';

let market: Market;
beforeAll(async () => {
  market = await openMarket({
    depot: { type: 'WAREHOUSE', stock: { SHIRT: 100, SHOES: 100, RARE: 3 } },
    lyon: { type: 'STORE', stock: { SHIRT: 40, CAP: 20 } },
  });
});
afterAll(() => market[Symbol.asyncDispose]());

type Preview = {
  totalAfter: { amount: string };
  amountDue: { amount: string };
  changes: { kind: string; sku: string | null; quantityBefore: number | null; quantityAfter: number | null }[];
};
type Answer = { order: Sold | null; preview: Preview | null; userErrors: Refusal[] };
const edit = async (order: Pick<Sold, 'id' | 'version'>, more: object, caller = aCaller('operator')) => {
  const input = { idempotencyKey: aKey(), orderId: order.id, expectedVersion: order.version, ...more };
  const document = readOperation('storefront', 'ChangeOrder');
  return (await market.ask<{ editOrder: Answer }>(document, { input }, caller)).editOrder;
};
/** Two shirts at 20.00 and a delivery at 5.00: 45.00. */
const sold = (words?: string, sku = 'SHIRT') =>
  place(market, { ...anOrder([{ sku, quantity: 2 }]), payment: demoPayment('45.00', words) });
const set = (order: Sold, quantity: number) => ({ setQuantities: [{ lineId: order.lines[0]?.id, quantity }] });
const shoes = (key: string | undefined) => ({
  addLines: [
    {
      sku: 'SHOES',
      quantity: 1,
      name: 'Shoes',
      unitPrice: euro('50.00'),
      taxTotal: euro('1.00'),
      deliveryGroupKey: key,
    },
  ],
});
const collect = (order: Sold) => ({
  deliveryGroups: [{ id: order.deliveryGroups[0]?.id, method: 'CLICK_AND_COLLECT', pickupLocationId: 'lyon' }],
});
const authorized = async (order: Sold) => (await read(market, order)).payments.map((one) => one.authorized.amount);

describe('editing an order', () => {
  it('shows what would change, and changes nothing, when it is a dry run', async () => {
    const order = await sold();
    const [before, taken] = [await read(market, order), await market.taken()];
    expect(await edit(order, { ...set(order, 3), dryRun: true })).toMatchObject({
      preview: {
        totalAfter: { amount: '65.00' },
        amountDue: { amount: '20.00' },
        changes: [{ kind: 'QUANTITY_CHANGED', sku: 'SHIRT', quantityBefore: 2, quantityAfter: 3 }],
      },
      userErrors: [],
    });
    expect([await read(market, order), await market.taken()]).toEqual([before, taken]);
  });

  it('adds units and lines: allocated, and authorized by extending the payment', async () => {
    const order = await sold();
    const { order: after, userErrors } = await edit(order, { ...set(order, 3), ...shoes(order.deliveryGroups[0]?.id) });
    expect(userErrors).toEqual([]);
    expect(after?.version).toBe(order.version + 1);
    const stored = await read(market, order);
    expect(stored.lines).toMatchObject([{ quantity: 3 }, { sku: 'SHOES', quantity: 1 }]);
    expect(stored).toMatchObject({ fulfillmentStatus: 'ALLOCATED', paymentStatus: 'AUTHORIZED' });
    expect(await authorized(order)).toEqual(['115.00']);
    await market.settle();
    await ship(market, order, { work: 0 });
    await ship(market, order, { work: 1 });
    await market.settle();
    expect((await read(market, order)).totals).toMatchObject({
      captured: { amount: '115.00' },
      balance: { amount: '0.00' },
    });
    expect(await timeline(market, order)).toContainEqual({
      type: 'order.edited',
      actor: 'test-operator',
      message: 'Edited: QUANTITY_CHANGED SHIRT, LINE_ADDED SHOES.',
    });
    expect(await market.broken()).toEqual([]);
  });

  it('takes units away: given back, and no longer authorized', async () => {
    const order = await sold('fine', 'SHOES');
    const before = (await market.taken()).reserved['SHOES@depot'] ?? 0;
    expect((await edit(order, set(order, 1))).userErrors).toEqual([]);
    await market.settle();
    expect((await market.taken()).reserved['SHOES@depot']).toBe(before - 1);
    expect(await authorized(order)).toEqual(['25.00']);
    expect(await market.broken()).toEqual([]);
  });

  it('moves a delivery to collection in a store, and back', async () => {
    const order = await sold();
    expect((await edit(order, collect(order))).userErrors).toEqual([]);
    await market.settle();
    const collected = await read(market, order);
    expect(collected.fulfillmentOrders.map(({ type, status }) => [type, status])).toEqual([
      ['WAREHOUSE_SHIP', 'CANCELLED'],
      ['CLICK_AND_COLLECT', 'OFFERED'],
    ]);
    expect((await market.taken()).booked).toContain('lyon');
    const home = { id: order.deliveryGroups[0]?.id, method: 'DELIVERY', shippingAddress: delivery.shippingAddress };
    expect((await edit(collected, { deliveryGroups: [home] })).userErrors).toEqual([]);
    await market.settle();
    expect((await market.taken()).booked).not.toContain('lyon');
    expect(await market.broken()).toEqual([]);
  });

  it('has more authorized a second time when the payment cannot be extended, and refuses when that is declined', async () => {
    const second = await sold('no-adjust');
    expect((await edit(second, set(second, 3))).userErrors).toEqual([]);
    expect((await authorized(second)).sort()).toEqual(['20.00', '45.00']);

    const declined = await sold('no-more', 'RARE');
    const [before, taken] = [await read(market, declined), await market.taken()];
    expect((await edit(declined, set(declined, 3))).userErrors).toMatchObject([{ code: 'PAYMENT_DECLINED' }]);
    await market.settle();
    expect([await read(market, declined), await market.taken()]).toEqual([before, taken]);
  });

  it('is done once for each key', async () => {
    const order = await sold();
    const input = { ...set(order, 3), idempotencyKey: 'edit-once-1' };
    const [first, again] = [await edit(order, input), await edit(order, input)];
    expect(again.preview).toEqual(first.preview);
    expect((await read(market, order)).lines[0]?.quantity).toBe(3);
    expect((await edit(order, { ...input, ...set(order, 4) })).userErrors).toMatchObject([
      { code: 'IDEMPOTENCY_KEY_REUSED' },
    ]);
  });

  it('keeps to what shoppers may do: their own orders only', async () => {
    const order = await sold();
    const stranger = aCaller('shopper', { customerId: 'cus_other' });
    expect((await edit(order, set(order, 1), stranger)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  const line = (order: Sold) => order.lines[0]?.id;
  it.each<[string, (order: Sold) => object, string, string[] | null]>([
    ['no change at all', () => ({}), 'INVALID_INPUT', ['input']],
    ['the same quantity', (order) => set(order, 2), 'INVALID_INPUT', ['input']],
    ['another version', () => ({ expectedVersion: 99 }), 'VERSION_CONFLICT', ['input', 'expectedVersion']],
    ['an unknown order', () => ({ orderId: 'ord_none' }), 'NOT_FOUND', ['input', 'orderId']],
    ['a short key', () => ({ idempotencyKey: 'short' }), 'INVALID_INPUT', ['input', 'idempotencyKey']],
    [
      'an unknown line',
      () => ({ setQuantities: [{ lineId: 'oln_none', quantity: 1 }] }),
      'INVALID_INPUT',
      ['input', 'setQuantities', '0', 'lineId'],
    ],
    ['too few units', (order) => set(order, -1), 'INVALID_INPUT', ['input', 'setQuantities', '0', 'quantity']],
    [
      'a line named twice',
      (order) => ({ setQuantities: [1, 3].map((quantity) => ({ lineId: line(order), quantity })) }),
      'INVALID_INPUT',
      ['input', 'setQuantities', '1', 'lineId'],
    ],
    ['nothing left', (order) => set(order, 0), 'INVALID_INPUT', ['input', 'setQuantities']],
    [
      'an unknown group of a line',
      () => shoes('none'),
      'INVALID_INPUT',
      ['input', 'addLines', '0', 'deliveryGroupKey'],
    ],
    [
      'an unknown group',
      () => ({ deliveryGroups: [{ id: 'dgr_none' }] }),
      'INVALID_INPUT',
      ['input', 'deliveryGroups', '0', 'id'],
    ],
    [
      'a collection nowhere',
      (order) => ({ deliveryGroups: [{ id: order.deliveryGroups[0]?.id, method: 'CLICK_AND_COLLECT' }] }),
      'INVALID_INPUT',
      ['input', 'deliveryGroups', '0', 'pickupLocationId'],
    ],
    ['more than there is', (order) => set(order, 500), 'INSUFFICIENT_STOCK', null],
  ])('refuses %s and changes nothing', async (_name, more, code, path) => {
    const order = await sold();
    const [before, taken] = [await read(market, order), await market.taken()];
    expect((await edit(order, more(order))).userErrors).toMatchObject([{ code, path }]);
    await market.settle();
    expect([await read(market, order), await market.taken()]).toEqual([before, taken]);
  });

  it('respects what a location has begun or sent', async () => {
    const order = await sold();
    await ship(market, order);
    const shipped = await read(market, order);
    expect((await edit(shipped, set(order, 1))).userErrors).toMatchObject([
      { code: 'NOT_EDITABLE', reasons: ['SHIPPED'] },
    ]);
    expect((await edit(shipped, collect(order))).userErrors).toMatchObject([
      { code: 'NOT_EDITABLE', reasons: ['SHIPPED'] },
    ]);
  });
});

describe('editing an order that was given out', () => {
  const at = () => atWork(market);
  const home = (order: Sold) => ({
    deliveryGroups: [
      { id: order.deliveryGroups[0]?.id, method: 'DELIVERY', shippingAddress: delivery.shippingAddress },
    ],
  });
  /** Two shirts to collect in Lyon: 40.00. */
  const collected = () =>
    place(market, {
      ...anOrder([{ sku: 'SHIRT', quantity: 2 }], { groups: [collection('lyon')] }),
      payment: demoPayment('40.00'),
    });
  const ways: [string, () => Promise<Sold>, (order: Sold) => object, string][] = [
    ['collection to delivery', collected, home, 'WAREHOUSE_SHIP'],
    ['delivery from a store to collection', () => sold('fine', 'CAP'), collect, 'CLICK_AND_COLLECT'],
  ];

  it.each(ways)('moves it from %s while the store has only accepted it', async (_way, placed, change, type) => {
    const order = await placed();
    await at().accept(await at().openWork(order.id));
    const accepted = await read(market, order);
    expect((await edit(accepted, change(order))).userErrors).toEqual([]);
    await market.settle();
    const { fulfillmentOrders } = await read(market, order);
    expect(fulfillmentOrders.map((work) => [work.status, work.type]).at(-1)).toEqual(['OFFERED', type]);
    expect(fulfillmentOrders[0]?.status).toBe('CANCELLED');
    expect((await market.taken()).booked.filter((place) => place === 'lyon')).toHaveLength(
      type === 'CLICK_AND_COLLECT' ? 1 : 0,
    );
    expect((await cancel(market, await read(market, order))).userErrors).toEqual([]);
    await market.settle();
    expect(await market.broken()).toEqual([]);
  });

  it.each(ways)(
    'respects that the store picks: from %s is refused and nothing changes',
    async (_way, placed, change) => {
      const order = await placed();
      await at().picked(await at().openWork(order.id));
      const [before, taken] = [await read(market, order), await market.taken()];
      const { userErrors } = await edit(before, change(order));
      expect(userErrors).toMatchObject([{ code: 'NOT_EDITABLE', reasons: ['PICKING_STARTED'] }]);
      await market.settle();
      expect([await read(market, order), await market.taken()]).toEqual([before, taken]);
      expect((await cancel(market, before)).userErrors).toEqual([]);
      await market.settle();
    },
  );

  it('changes what is left after a part was shipped, never less than that, and pays for what left alone', async () => {
    const order = await place(market, {
      ...anOrder([{ sku: 'SHIRT', quantity: 4 }]),
      payment: demoPayment('85.00'),
    });
    await ship(market, order, { quantity: 2 });
    await market.settle();
    const part = await read(market, order);
    expect(part.totals.captured.amount).toBe('45.00');
    // A warehouse that has sent a part has the rest in its hands.
    const begun = { code: 'NOT_EDITABLE', reasons: ['SHIPPED', 'PICKING_STARTED'] };
    expect((await edit(part, set(order, 3))).userErrors).toMatchObject([begun]);
    expect((await edit(part, collect(order))).userErrors).toMatchObject([begun]);

    expect((await edit(part, set(order, 6))).userErrors).toEqual([]);
    expect(await authorized(order)).toEqual(['125.00']);
    expect((await edit(await read(market, order), set(order, 5))).userErrors).toEqual([]);
    await market.settle();
    expect(await authorized(order)).toEqual(['105.00']);
    const { userErrors } = await edit(await read(market, order), set(order, 3));
    expect(userErrors).toMatchObject([{ code: 'QUANTITY_TOO_LARGE' }]);

    await ship(market, order, { work: 0 });
    await market.settle();
    // What was captured covers what left; the rest of the authorization goes with the last unit that is taken away.
    expect((await edit(await read(market, order), set(order, 4))).userErrors).toEqual([]);
    await market.settle();
    const done = await read(market, order);
    const amounts = { grandTotal: '85.00', captured: '85.00', refunded: '0.00', balance: '0.00' };
    expect(done.fulfillmentStatus).toBe('FULFILLED');
    expect(Object.fromEntries(Object.entries(done.totals).map(([name, { amount }]) => [name, amount]))).toEqual(
      amounts,
    );
    expect(done.payments.map((one) => one.authorized.amount)).toEqual(['85.00']);
    expect(await market.broken()).toEqual([]);
  });
});

describe('an edit and somebody else at the same time', () => {
  const pick = async (order: Sold) => {
    const at = atWork(market);
    const work = await at.openWork(order.id);
    const { id, version } = work;
    const accepted = await at.change('acceptFulfillmentOrder', { id, expectedVersion: version });
    if (!accepted.fulfillmentOrder) return accepted.userErrors;
    const lines = work.lines.map((line) => ({ lineId: line.id, pickedQuantity: 1 }));
    const expectedVersion = accepted.fulfillmentOrder.version;
    return (await at.change('recordPick', { id, expectedVersion, lines, isComplete: false })).userErrors;
  };
  const rivals: [string, (order: Sold) => Promise<Refusal[]>][] = [
    ['a cancellation', async (order) => (await cancel(market, order)).userErrors],
    ['a parcel', (order) => ship(market, order)],
    ['a pick', pick],
    ['another edit', async (order) => (await edit(order, set(order, 1))).userErrors],
  ];
  it.each(rivals)('%s that comes first wins; the edit is told and leaves nothing behind', async (_name, rival) => {
    const order = await sold();
    let first: Refusal[] = [];
    market.pauseAt('edit-allocated', async () => {
      first = await rival(order);
    });
    expect((await edit(order, set(order, 3))).userErrors).toMatchObject([{ code: 'VERSION_CONFLICT' }]);
    expect(first).toEqual([]);
    await market.settle();
    expect(await market.broken()).toEqual([]);
    const units = (await read(market, order)).fulfillmentOrders.flatMap(({ lines }) => lines).length;
    expect(units).toBe(1);
  });

  it.each(rivals.filter(([name]) => name === 'a cancellation' || name === 'another edit'))(
    '%s that comes second is told',
    async (_name, rival) => {
      const order = await sold();
      expect((await edit(order, set(order, 3))).userErrors).toEqual([]);
      expect(await rival(order)).toMatchObject([{ code: 'VERSION_CONFLICT' }]);
    },
  );

  it.each(['shipFulfillmentOrder', 'acceptFulfillmentOrder'] as const)('%s that comes second is told', async (name) => {
    const order = await sold();
    const { id, version } = await atWork(market).openWork(order.id);
    expect((await edit(order, set(order, 1))).userErrors).toEqual([]);
    const key = name === 'shipFulfillmentOrder' ? { idempotencyKey: aKey(), carrier: 'Colissimo' } : {};
    const field = name === 'shipFulfillmentOrder' ? 'ShipFulfillmentOrderInput' : 'AcceptFulfillmentOrderInput';
    const late = await market.ask<Record<string, { userErrors: Refusal[] }>>(
      `mutation ($input: ${field}!) { ${name}(input: $input) { userErrors { ... on UserError { code path } } } }`,
      { input: { id, expectedVersion: version, ...key } },
    );
    expect(late[name]?.userErrors).toMatchObject([{ code: 'VERSION_CONFLICT' }]);
    await market.settle();
    expect(await market.broken()).toEqual([]);
  });

  it.each([true, false])('leave one truth when they race; the edit first: %s', async (isEditFirst) => {
    for (const [, rival] of rivals) {
      const order = await sold();
      const change = async () => (await edit(order, set(order, 1))).userErrors;
      const calls = isEditFirst ? [change, () => rival(order)] : [() => rival(order), change];
      const answers = await Promise.all(calls.map((call) => call()));
      const codes = answers.flat().map(({ code }) => code);
      // Whoever lost was told so; a parcel that saw the order only after the edit sends what is left.
      for (const code of codes) expect(['VERSION_CONFLICT', 'NOT_EDITABLE', 'INVALID_STATE']).toContain(code);
      expect(codes.length).toBeLessThan(2);
      await market.settle();
      expect(await market.broken()).toEqual([]);
    }
  });

  it('has one winner when many edit at once', async () => {
    const order = await sold();
    const answers = await Promise.all([1, 3, 4, 5].map((quantity) => edit(order, set(order, quantity))));
    expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
    await market.settle();
    expect(await market.broken()).toEqual([]);
  });

  it.each(['edit-planned', 'edit-allocated'] as const)('leaves nothing behind when it dies at %s', async (point) => {
    const order = await sold();
    const taken = await market.taken();
    market.killAt(point);
    await expect(edit(order, set(order, 3))).rejects.toThrow();
    await market.pass({ minutes: 5 });
    expect(await market.taken()).toEqual(taken);
    expect(await market.broken()).toEqual([]);
    expect((await edit(await read(market, order), set(order, 3))).userErrors).toEqual([]);
  });
});
