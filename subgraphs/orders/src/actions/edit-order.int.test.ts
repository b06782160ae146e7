import { aCaller } from '@passerelle/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { delivery } from '../../test/an-order.ts';
import { collect, editing, openEditing, set, shoes } from '../../test/editing.ts';
import type { Market } from '../../test/market.ts';
import { read, type Sold, ship, timeline } from '../../test/selling.ts';

let market: Market;
let edit: ReturnType<typeof editing>['edit'];
let sold: ReturnType<typeof editing>['sold'];
let authorized: ReturnType<typeof editing>['authorized'];
beforeAll(async () => {
  market = await openEditing();
  ({ edit, sold, authorized } = editing(market));
});
afterAll(() => market[Symbol.asyncDispose]());

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
