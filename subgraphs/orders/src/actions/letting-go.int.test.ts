import { aCaller } from '@passerelle/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anOrder, delivery } from '../../test/an-order.ts';
import { type LettingGo, lettingGo, openWarehouses, set, wms } from '../../test/letting-go.ts';
import type { Market } from '../../test/market.ts';
import { demoPayment, euro, place, read, ship, timeline } from '../../test/selling.ts';

let market: Market;
let staff: LettingGo['staff'];
let edit: LettingGo['edit'];
let cancel: LettingGo['cancel'];
let changes: LettingGo['changes'];
let answer: LettingGo['answer'];
let of: LettingGo['of'];
let taken: LettingGo['taken'];
let quantities: LettingGo['quantities'];
let told: LettingGo['told'];
beforeAll(async () => {
  market = await openWarehouses();
  ({ staff, edit, cancel, changes, answer, of, taken, quantities, told } = lettingGo(market));
});
afterAll(() => market[Symbol.asyncDispose]());

describe('a warehouse that took work on', () => {
  it('is asked before an edit takes units away, and the edit comes about when it lets go', async () => {
    const order = await taken();
    const dry = await edit(order, { ...set(order, 1), dryRun: true });
    expect(dry).toMatchObject({ preview: { waitsForWarehouse: true, totalAfter: { amount: '25.00' } } });
    expect(dry.changeRequest).toBeNull();
    expect(await changes(order)).toEqual([]);

    const { changeRequest, userErrors } = await edit(order, set(order, 1));
    expect([changeRequest, userErrors]).toMatchObject([{ kind: 'EDIT', status: 'WAITING', reason: null }, []]);
    expect(await quantities(order)).toEqual([3]);
    const work = await of(order);
    expect(work).toMatchObject({
      status: 'ACCEPTED',
      cancellationRequest: { status: 'REQUESTED', lines: [{ sku: 'SHIRT', quantity: 2 }] },
    });
    expect(work.availableActions).toEqual(expect.arrayContaining(['ACCEPT_CANCELLATION', 'REFUSE_CANCELLATION']));

    const before = (await market.taken()).reserved['SHIRT@depot'] as number;
    expect((await answer('acceptCancellation', work)).userErrors).toEqual([]);
    await market.settle();
    expect(await quantities(order)).toEqual([1]);
    expect(await changes(order)).toMatchObject([{ status: 'APPLIED', reason: null }]);
    expect((await market.taken()).reserved['SHIRT@depot']).toBe(before - 2);
    expect((await read(market, order)).payments[0]?.authorized.amount).toBe('25.00');
    expect(await told(order)).toEqual(
      expect.arrayContaining(['cancellation.requested', 'cancellation.accepted', 'order.edited']),
    );
    expect(await of(order)).toBeUndefined();
    expect(await ship(market, order)).toEqual([]);
    await market.settle();
    expect(await market.broken()).toEqual([]);
  });

  it('keeps what it refuses to let go of: nothing of the edit comes about, and the order says why', async () => {
    const order = await taken();
    const [before, units] = [await read(market, order), await market.taken()];
    await edit(order, {
      ...set(order, 1),
      addLines: [
        {
          sku: 'MUG',
          quantity: 1,
          name: 'Mug',
          unitPrice: euro('9.00'),
          taxTotal: euro('1.00'),
          deliveryGroupKey: order.deliveryGroups[0]?.id,
        },
      ],
    });
    expect((await answer('refuseCancellation', await of(order))).userErrors).toEqual([]);
    await market.settle();
    const after = await read(market, order);
    expect(after.lines).toEqual(before.lines);
    expect([after.payments, await market.taken()]).toEqual([before.payments, units]);
    const reason = expect.stringContaining('TOO_LATE, at the dock');
    expect(await changes(order)).toMatchObject([{ status: 'DROPPED', reason }]);
    const events = await timeline(market, order);
    expect(events).toContainEqual(expect.objectContaining({ type: 'cancellation.refused', actor: wms.subject }));
    expect(events).toContainEqual(expect.objectContaining({ type: 'change.dropped', message: reason }));
  });

  it('that says nothing for half an hour keeps its work', async () => {
    const order = await taken();
    expect((await cancel(order)).changeRequest).toMatchObject({ kind: 'CANCELLATION', status: 'WAITING' });
    await market.pass({ minutes: 29 });
    expect(await changes(order)).toMatchObject([{ status: 'WAITING' }]);
    await market.pass({ minutes: 2 });
    expect(await changes(order)).toMatchObject([{ status: 'DROPPED', reason: expect.stringContaining('TIMED_OUT') }]);
    expect(await read(market, order)).toMatchObject({ status: 'OPEN', fulfillmentOrders: [{ status: 'ACCEPTED' }] });
    expect(await ship(market, order)).toEqual([]);
  });

  it.each(['accept', 'picked'] as const)(
    'lets go of a whole order it did %s, which is cancelled and paid back',
    async (how) => {
      const order = await taken(2, how);
      const { refundedTotal, changeRequest } = await cancel(order);
      expect([refundedTotal, changeRequest]).toMatchObject([null, { status: 'WAITING' }]);
      await answer('acceptCancellation', await of(order));
      await market.settle();
      expect(await read(market, order)).toMatchObject({
        status: 'CANCELLED',
        fulfillmentOrders: [{ status: 'CANCELLED' }],
        payments: [{ status: 'VOIDED' }],
      });
      expect(await market.broken()).toEqual([]);
    },
  );

  it('is not asked for work it has not taken on, nor while a hold stops it', async () => {
    const fresh = await place(market, { ...anOrder([{ sku: 'SHIRT', quantity: 2 }]), payment: demoPayment('45.00') });
    expect((await cancel(fresh)).changeRequest).toBeNull();
    const held = await taken(2);
    await market.ask(`mutation ($input: HoldOrderInput!) { holdOrder(input: $input) { order { id } } }`, {
      input: { orderId: held.id, expectedVersion: held.version, reason: 'FRAUD_REVIEW' },
    });
    const stopped = await read(market, held);
    expect(await cancel(stopped)).toMatchObject({ changeRequest: null, userErrors: [] });
    expect((await read(market, held)).status).toBe('CANCELLED');
  });

  it('is asked by staff also for what it picks; shoppers are told that it is too late', async () => {
    const order = await taken(2, 'picked');
    const shopper = aCaller('shopper', { customerId: 'cus_1' });
    expect((await edit(order, set(order, 1), shopper)).userErrors).toMatchObject([{ code: 'NOT_EDITABLE' }]);
    expect((await edit(order, set(order, 1))).changeRequest).toMatchObject({ status: 'WAITING' });
  });

  it('that sends elsewhere is offered the work again with its new address', async () => {
    const order = await taken(2, 'picked');
    const shippingAddress = { ...delivery.shippingAddress, lines: ['2 quai neuf'] };
    const group = { id: order.deliveryGroups[0]?.id, shippingAddress };
    expect((await edit(order, { deliveryGroups: [group] })).changeRequest).toMatchObject({ status: 'WAITING' });
    await answer('acceptCancellation', await of(order));
    await market.settle();
    const after = await staff.read(order.id);
    expect(after.fulfillmentOrders).toMatchObject([{ status: 'OFFERED', lines: [{ quantity: 2, pickedQuantity: 0 }] }]);
    expect(await changes(order)).toMatchObject([{ status: 'APPLIED' }]);
    expect(await market.broken()).toEqual([]);
  });
});
