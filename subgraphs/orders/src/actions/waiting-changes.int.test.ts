import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anOrder } from '../../test/an-order.ts';
import type { Changed } from '../../test/at-work.ts';
import { type Asked, type LettingGo, lettingGo, openWarehouses, set } from '../../test/letting-go.ts';
import type { Market } from '../../test/market.ts';
import { aKey, demoPayment, euro, place, read, type Sold, ship } from '../../test/selling.ts';

let market: Market;
let staff: LettingGo['staff'];
let edit: LettingGo['edit'];
let cancel: LettingGo['cancel'];
let changes: LettingGo['changes'];
let answer: LettingGo['answer'];
let of: LettingGo['of'];
let taken: LettingGo['taken'];
beforeAll(async () => {
  market = await openWarehouses();
  ({ staff, edit, cancel, changes, answer, of, taken } = lettingGo(market));
});
afterAll(() => market[Symbol.asyncDispose]());

const mugs = (order: Sold, quantity: number) => ({
  sku: 'MUG',
  quantity,
  name: 'Mug',
  unitPrice: euro('20.00'),
  taxTotal: euro('1.00'),
  deliveryGroupKey: order.deliveryGroups[0]?.id,
});

describe('a change that waits', () => {
  it('is one at a time, once for its key, and told to whoever comes next', async () => {
    const order = await taken();
    const input = { ...set(order, 2), idempotencyKey: 'let-go-once' };
    const first = await edit(order, input);
    expect(await edit(order, input)).toEqual(first);
    const now = await read(market, order);
    expect((await edit(now, set(order, 1))).userErrors).toMatchObject([
      { code: 'NOT_EDITABLE', reasons: ['CHANGE_WAITING'] },
    ]);
    expect((await cancel(now)).userErrors).toMatchObject([{ code: 'INVALID_STATE' }]);
    expect(await changes(order)).toHaveLength(1);
  });

  it('of two warehouses needs both: one refusal drops it, and the other is offered its work again', async () => {
    const lines = [
      { sku: 'SHIRT', quantity: 1 },
      { sku: 'LAMP', quantity: 1 },
    ];
    const order = await place(market, { ...anOrder(lines), payment: demoPayment('45.00') });
    for (const work of (await staff.read(order.id)).fulfillmentOrders) await staff.accept(work);
    await cancel(await read(market, order));
    await answer('acceptCancellation', await of(order, 'depot'));
    await market.settle();
    expect((await read(market, order)).status).toBe('OPEN');
    await answer('refuseCancellation', await of(order, 'north'));
    await market.settle();
    const { status, fulfillmentOrders } = await read(market, order);
    const stood = fulfillmentOrders.map((work) => [work.location.id, work.status]).sort();
    expect([status, stood]).toEqual([
      'OPEN',
      [
        ['depot', 'OFFERED'],
        ['north', 'ACCEPTED'],
      ],
    ]);
    expect([await ship(market, order, { work: 0 }), await ship(market, order, { work: 1 })]).toEqual([[], []]);
  });

  it('that cannot come about any more is dropped, and the work offered again', async () => {
    const order = await taken(2, 'picked', 'MUG');
    const collect = { id: order.deliveryGroups[0]?.id, method: 'CLICK_AND_COLLECT', pickupLocationId: 'lyon' };
    expect((await edit(order, { deliveryGroups: [collect] })).userErrors).toMatchObject([
      { code: 'INSUFFICIENT_STOCK' },
    ]);
    const left = 26;
    const more = await edit(order, { ...set(order, 1), addLines: [mugs(order, left)], payment: demoPayment('600.00') });
    expect(more.userErrors).toEqual([]);
    await place(market, { ...anOrder([{ sku: 'MUG', quantity: 10 }]), payment: demoPayment('205.00') });
    await answer('acceptCancellation', await of(order));
    await market.settle();
    expect(await changes(order)).toMatchObject([{ status: 'DROPPED', reason: expect.stringContaining('MUG') }]);
    expect((await staff.read(order.id)).fulfillmentOrders).toMatchObject([
      { status: 'OFFERED', lines: [{ quantity: 2, pickedQuantity: 0 }] },
    ]);
    expect(await market.broken()).toEqual([]);
  });
});

describe('letting go and shipping', () => {
  const shipping = (work: Asked) =>
    market.ask<{ shipFulfillmentOrder: Changed }>(
      `mutation ($input: ShipFulfillmentOrderInput!) { shipFulfillmentOrder(input: $input) {
        userErrors { ... on UserError { code } } } }`,
      { input: { idempotencyKey: aKey(), id: work.id, expectedVersion: work.version, carrier: 'Colissimo' } },
    );
  const codes = ({ userErrors }: { userErrors: { code: string }[] }) => userErrors.map(({ code }) => code);

  it('tells a warehouse that ships what it read before it was asked to look again', async () => {
    const order = await taken(2);
    const before = (await read(market, order)).fulfillmentOrders[0] as unknown as Asked;
    await cancel(order);
    expect(codes((await shipping(before)).shipFulfillmentOrder)).toEqual(['VERSION_CONFLICT']);
    expect(codes((await shipping(await of(order))).shipFulfillmentOrder)).toEqual([]);
    await market.settle();
    expect(await changes(order)).toMatchObject([{ status: 'DROPPED', reason: expect.stringContaining('SHIPPED') }]);
    expect(await market.broken()).toEqual([]);
  });

  it('does not ship what it let go of, though the change is still to be carried out', async () => {
    const order = await taken(2);
    await cancel(order);
    const { fulfillmentOrder } = await answer('acceptCancellation', await of(order));
    expect(codes((await shipping(fulfillmentOrder as never)).shipFulfillmentOrder)).toEqual(['INVALID_STATE']);
    await market.settle();
    expect((await read(market, order)).status).toBe('CANCELLED');
  });

  it('turning the work down is letting go', async () => {
    const order = await taken(2);
    await cancel(order);
    const work = await of(order);
    const { userErrors } = await staff.change('rejectFulfillmentOrder', {
      id: work.id,
      expectedVersion: work.version,
      reason: 'NO_STAFF',
    });
    expect(userErrors).toEqual([]);
    await market.settle();
    expect(await changes(order)).toMatchObject([{ status: 'APPLIED' }]);
    expect((await read(market, order)).status).toBe('CANCELLED');
    expect(await market.broken()).toEqual([]);
  });

  it.each([true, false])('leave one truth when they race; letting go first: %s', async (isLettingGoFirst) => {
    for (let round = 0; round < 5; round += 1) {
      const order = await taken(2);
      await cancel(order);
      const work = await of(order);
      const letGo = async () => codes(await answer('acceptCancellation', work));
      const send = async () => codes((await shipping(work)).shipFulfillmentOrder);
      const both = isLettingGoFirst ? [letGo(), send()] : [send(), letGo()];
      const [first, second] = await Promise.all(both);
      const [go, sent] = isLettingGoFirst ? [first, second] : [second, first];
      expect([go?.length, sent?.length].sort()).toEqual([0, 1]);
      await market.settle();
      expect(await changes(order)).toMatchObject([{ status: sent?.length === 0 ? 'DROPPED' : 'APPLIED' }]);
      const { status } = await read(market, order);
      expect(status).toBe(sent?.length === 0 ? 'OPEN' : 'CANCELLED');
    }
    expect(await market.broken()).toEqual([]);
  });
});
