import { aCaller } from '@passerelle/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anOrder } from '../../test/an-order.ts';
import { type Market, openMarket } from '../../test/market.ts';
import { cancel, demoPayment, place, read, type Sold, ship } from '../../test/selling.ts';

const skus = Array.from({ length: 200 }, (_, index) => `SKU-${String(index).padStart(3, '0')}`);
const halves = [skus.slice(0, 100), skus.slice(100)] as const;
const stockOf = (of: readonly string[]) => Object.fromEntries(of.map((sku) => [sku, 20]));

let market: Market;
beforeAll(async () => {
  market = await openMarket({
    north: { type: 'WAREHOUSE', stock: { ...stockOf(halves[0]), PALLET: 12_000 } },
    south: { type: 'WAREHOUSE', stock: stockOf(halves[1]) },
  });
});
afterAll(() => market[Symbol.asyncDispose]());

const allLines = skus.map((sku) => ({ sku, quantity: 2 }));

describe('an order of 200 lines', () => {
  it('is placed, shipped and paid like any other', async () => {
    const order = await place(market, { ...anOrder(allLines), payment: demoPayment('8005.00') });
    expect(order.lines).toHaveLength(200);
    const sizes = new Map(order.fulfillmentOrders.map(({ location, lines }) => [location.id, lines.length]));
    expect(sizes).toEqual(
      new Map([
        ['north', 100],
        ['south', 100],
      ]),
    );
    expect(await ship(market, order, { work: 0 })).toEqual([]);
    expect(await ship(market, order, { work: 1 })).toEqual([]);
    await market.settle();
    expect(await read(market, order)).toMatchObject({
      fulfillmentStatus: 'FULFILLED',
      totals: { captured: { amount: '8005.00' } },
    });
    expect(new Set(Object.values(await market.onHand()))).toEqual(new Set([18, 12_000]));
  });

  it('is cancelled in full, with all its stock', async () => {
    const order = await place(market, { ...anOrder(allLines), payment: demoPayment('8005.00') });
    expect((await cancel(market, order)).userErrors).toEqual([]);
    await market.settle();
    expect((await read(market, order)).status).toBe('CANCELLED');
    expect((await market.taken()).reserved).toEqual({});
    expect(await market.broken()).toEqual([]);
  });

  it('may not have one line more', async () => {
    const lines = [...allLines, { sku: 'SKU-000', quantity: 1 }];
    await expect(place(market, anOrder(lines))).rejects.toThrow('LIMIT_EXCEEDED');
  });
});

it('takes 9 999 units of one SKU, where they are there, and refuses them where they are not', async () => {
  const payment = demoPayment('200000.00');
  const order = await place(market, { ...anOrder([{ sku: 'PALLET', quantity: 9999 }]), payment });
  expect(order.fulfillmentOrders).toMatchObject([{ location: { id: 'north' }, lines: [{ quantity: 9999 }] }]);
  await expect(place(market, { ...anOrder([{ sku: 'PALLET', quantity: 9999 }]), payment })).rejects.toThrow(
    'INSUFFICIENT_STOCK',
  );
  expect((await cancel(market, order)).userErrors).toEqual([]);
  await market.settle();
});

describe('an order taken over from another system', () => {
  it('keeps its moment and its reference, and comes once', async () => {
    const before = '2034-12-24T18:00:00Z';
    const input = { ...anOrder([{ sku: 'SKU-001', quantity: 1 }]), placedAt: before, externalReference: 'OLD-1' };
    const taken: Sold = await place(market, input);
    const { order } = await market.ask<{ order: { placedAt: string; externalReference: string } }>(
      'query ($id: ID!) { order(id: $id) { placedAt externalReference } }',
      { id: taken.id },
      aCaller('operator'),
    );
    expect(order).toEqual({ placedAt: before.replace('Z', '.000Z'), externalReference: 'OLD-1' });
    const again = { ...input, idempotencyKey: 'another-key-1' };
    await expect(place(market, again)).rejects.toThrow('INVALID_INPUT');
  });
});
