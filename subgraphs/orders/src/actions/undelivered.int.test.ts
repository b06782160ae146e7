import { aCaller } from '@passerelle/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anOrder } from '../../test/an-order.ts';
import { type Market, openMarket } from '../../test/market.ts';
import { aKey, demoPayment, place, type Refusal, read, type Sold, ship, timeline } from '../../test/selling.ts';

let market: Market;
beforeAll(async () => {
  market = await openMarket({
    depot: { type: 'WAREHOUSE', stock: { SHIRT: 100, HAT: 2 } },
    lyon: { type: 'STORE', stock: {} },
  });
});
afterAll(() => market[Symbol.asyncDispose]());

type Parcel = { id: string; status: string; resolution: string | null; receivedBackAt: string | null };
const parcelsOf = async ({ id }: { readonly id: string }) =>
  (
    await market.ask<{ order: { shipments: Parcel[] } }>(
      `query ($id: ID!) { order(id: $id) { shipments { id status resolution receivedBackAt } } }`,
      { id },
    )
  ).order.shipments;

/** An order of the demo payment service whose units have left in one parcel. */
async function shipped(sku = 'SHIRT', quantity = 2) {
  const total = (20 * quantity + 5).toFixed(2);
  const order = await place(market, { ...anOrder([{ sku, quantity }]), payment: demoPayment(total) });
  await ship(market, order);
  await market.settle();
  const [parcel] = await parcelsOf(order);
  return { order, parcel: parcel as Parcel };
}
let events = 0;
const tracked = (parcel: Parcel, status: string, more: object = {}) =>
  market.ask<{ recordShipmentEvent: { userErrors: Refusal[] } }>(
    `mutation ($input: RecordShipmentEventInput!) { recordShipmentEvent(input: $input) { userErrors { __typename } } }`,
    {
      input: {
        shipmentId: parcel.id,
        eventId: `e-${++events}`,
        status,
        occurredAt: market.clock.now().toISOString(),
        ...more,
      },
    },
  );
type Settled = { shipment: Parcel | null; userErrors: (Refusal & { maximumQuantity?: number })[] };
const shape = `{ shipment { id status resolution receivedBackAt }
  userErrors { ... on UserError { code path } ... on QuantityTooLargeError { maximumQuantity } } }`;
const resolve = async (parcel: { id: string }, resolution: string, idempotencyKey = aKey()) =>
  (
    await market.ask<{ resolveShipment: Settled }>(
      `mutation ($input: ResolveShipmentInput!) { resolveShipment(input: $input) ${shape} }`,
      { input: { idempotencyKey, shipmentId: parcel.id, resolution } },
    )
  ).resolveShipment;
const receiveBack = async (parcel: { id: string }, more: object = {}, caller = aCaller('operator')) =>
  (
    await market.ask<{ receiveReturnedShipment: Settled }>(
      `mutation ($input: ReceiveReturnedShipmentInput!) { receiveReturnedShipment(input: $input) ${shape} }`,
      { input: { idempotencyKey: aKey(), shipmentId: parcel.id, ...more } },
      caller,
    )
  ).receiveReturnedShipment;
const at = (minutes: number) => new Date(market.clock.now().getTime() + minutes * 60_000).toISOString();
const types = async (order: Sold) => (await timeline(market, order)).map(({ type }) => type);

describe('a parcel that does not arrive', () => {
  it('is sent again when it was lost, without more money, and the order ends with the second parcel', async () => {
    const { order, parcel } = await shipped();
    expect((await read(market, order)).totals.captured.amount).toBe('45.00');
    await tracked(parcel, 'LOST');
    expect(await types(order)).toContain('shipment.lost');
    const key = aKey();
    expect(await resolve(parcel, 'REPLACE', key)).toMatchObject({
      shipment: { resolution: 'REPLACE' },
      userErrors: [],
    });
    expect(await resolve(parcel, 'REPLACE', key)).toMatchObject({ userErrors: [] });
    expect(await resolve(parcel, 'REFUND')).toMatchObject({ shipment: null, userErrors: [{ code: 'INVALID_STATE' }] });
    await market.settle();
    const again = await read(market, order);
    expect(again).toMatchObject({
      status: 'OPEN',
      fulfillmentStatus: 'ALLOCATED',
      fulfillmentOrders: [{}, { status: 'OFFERED' }],
    });
    expect(await ship(market, order, { work: 1 })).toEqual([]);
    await market.settle();
    const second = (await parcelsOf(order)).find(({ status }) => status === 'IN_TRANSIT');
    await tracked(second as Parcel, 'DELIVERED');
    expect(await read(market, order)).toMatchObject({
      status: 'COMPLETED',
      totals: { captured: { amount: '45.00' }, refunded: { amount: '0.00' } },
    });
    expect(await market.broken()).toEqual([]);
  });

  it('is paid back when it was lost, and a parcel found later changes nothing but the timeline', async () => {
    const { order, parcel } = await shipped();
    const before = (await market.onHand())['SHIRT@depot'];
    await tracked(parcel, 'LOST');
    await resolve(parcel, 'REFUND');
    await market.settle();
    const after = await read(market, order);
    expect(after).toMatchObject({ status: 'CANCELLED', totals: { refunded: { amount: '45.00' } } });
    expect((await market.onHand())['SHIRT@depot']).toBe(before);

    market.clock.advance({ minutes: 5 });
    await tracked(parcel, 'DELIVERED');
    expect(await read(market, order)).toMatchObject({ status: 'CANCELLED', totals: { refunded: { amount: '45.00' } } });
    expect((await types(order)).at(-1)).toBe('shipment.arrived-late');
    expect(await market.broken()).toEqual([]);
  });

  it('has its units on sale again, but for damaged ones, once it came back, and sends the same units again', async () => {
    const { order, parcel } = await shipped('HAT');
    expect(await receiveBack(parcel)).toMatchObject({ userErrors: [{ code: 'INVALID_STATE' }] });
    await tracked(parcel, 'RETURNED_TO_SENDER');
    await resolve(parcel, 'REPLACE');
    await market.settle();
    expect((await read(market, order)).fulfillmentStatus).toBe('BACKORDERED');

    expect(await receiveBack(parcel, {}, aCaller('store-staff', { locationIds: ['lyon'] }))).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND' }],
    });
    const line = order.lines[0]?.id;
    expect(await receiveBack(parcel, { damagedLines: [{ orderLineId: line, quantity: 3 }] })).toMatchObject({
      userErrors: [
        { code: 'QUANTITY_TOO_LARGE', path: ['input', 'damagedLines', '0', 'quantity'], maximumQuantity: 2 },
      ],
    });
    const back = await receiveBack(parcel, { damagedLines: [{ orderLineId: line, quantity: 1 }] });
    expect(back).toMatchObject({ shipment: { receivedBackAt: expect.anything() }, userErrors: [] });
    expect(await receiveBack(parcel)).toMatchObject({ userErrors: [{ code: 'INVALID_STATE' }] });
    await market.settle();
    await market.settle();
    expect((await market.onHand())['HAT@depot']).toBe(2);
    expect(await read(market, order)).toMatchObject({
      lines: [{ backorderedQuantity: 1 }],
      fulfillmentOrders: [{ status: 'SHIPPED' }, { status: 'OFFERED', lines: [{ quantity: 1 }] }],
    });
    expect(await market.broken()).toEqual([]);
  });

  it.each([
    ['as they happened', [0, 1, 2, 3]],
    ['backwards', [3, 2, 1, 0]],
    ['mixed and twice', [2, 0, 3, 2, 1, 0]],
  ])('ends the same whether its events come %s', async (_name, arrival) => {
    const { order, parcel } = await shipped('SHIRT', 1);
    const base = parcel.id;
    const story = [
      { status: 'IN_TRANSIT', occurredAt: at(-40) },
      { status: 'LOST', occurredAt: at(-30) },
      { status: 'OUT_FOR_DELIVERY', occurredAt: at(-20) },
      { status: 'RETURNED_TO_SENDER', occurredAt: at(-10) },
    ];
    for (const index of arrival) {
      const { status, occurredAt } = story[index] as (typeof story)[number];
      await tracked(parcel, status, { eventId: `${base}-${index}`, occurredAt });
    }
    expect(await parcelsOf(order)).toMatchObject([{ status: 'RETURNED_TO_SENDER', resolution: null }]);
    expect((await read(market, order)).status).toBe('OPEN');
    await tracked(parcel, 'DELIVERED', { occurredAt: at(0) });
    expect((await read(market, order)).status).toBe('COMPLETED');
    expect(await resolve(parcel, 'REFUND')).toMatchObject({ userErrors: [{ code: 'INVALID_STATE' }] });
  });

  it('is settled once when two people decide at the same time', async () => {
    const { order, parcel } = await shipped('SHIRT', 1);
    await tracked(parcel, 'LOST');
    const answers = await Promise.all([resolve(parcel, 'REPLACE'), resolve(parcel, 'REFUND')]);
    expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
    await market.settle();
    expect(await resolve({ id: 'shp_none' }, 'REFUND')).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
    expect(await market.broken()).toEqual([]);
    expect(order.id).toBeTruthy();
  });
});
