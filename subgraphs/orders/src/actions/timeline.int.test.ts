import { aCaller } from '@passerelle/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anOrder } from '../../test/an-order.ts';
import { atWork } from '../../test/at-work.ts';
import { type Market, openMarket } from '../../test/market.ts';
import { demoPayment, place, read, ship } from '../../test/selling.ts';

let market: Market;
beforeAll(async () => {
  market = await openMarket({
    lyon: { type: 'STORE', stock: { SHIRT: 5 } },
    depot: { type: 'WAREHOUSE', stock: { SHIRT: 5, HAT: 5 } },
  });
});
afterAll(() => market[Symbol.asyncDispose]());

type Told = { type: string; actor: string; message: string; occurredAt: string };
type Page = { nodes: Told[]; pageInfo: { hasNextPage: boolean; endCursor: string } };

async function told(id: string, first = 100, after: string | null = null): Promise<Page> {
  const query = `query ($id: ID!, $first: Int, $after: String) { order(id: $id) { events(first: $first, after: $after) {
    nodes { type actor message occurredAt } pageInfo { hasNextPage endCursor } } } }`;
  return (await market.ask<{ order: { events: Page } }>(query, { id, first, after })).order.events;
}

it('tells of an order what happened, who did it, when, and why, in pages that leave nothing out', async () => {
  const work = atWork(market);
  const order = await place(market, { ...anOrder([{ sku: 'SHIRT', quantity: 6 }]), payment: demoPayment('125.00') });
  const moments = [market.clock.now().toISOString()];
  const offered = await work.read(order.id);
  const ofStore = offered.fulfillmentOrders.find(({ location }) => location.id === 'lyon');
  expect(ofStore).toBeDefined();

  await market.pass({ minutes: 7 });
  moments.push(market.clock.now().toISOString());
  const clerk = aCaller('store-staff', { subject: 'clerk-of-lyon', locationIds: ['lyon'] });
  const refusal = { id: ofStore?.id, expectedVersion: ofStore?.version, reason: 'ITEM_DAMAGED', note: 'Wet box' };
  const lines = ofStore?.lines.map(({ id: lineId, quantity }) => ({ lineId, quantity }));
  expect((await work.change('rejectFulfillmentOrder', { ...refusal, lines }, clerk)).userErrors).toEqual([]);
  await market.settle();

  await market.pass({ minutes: 9 });
  moments.push(market.clock.now().toISOString());
  expect(await ship(market, await read(market, order))).toEqual([]);
  await market.settle();

  const { nodes } = await told(order.id);
  const [placed, refused, shipped] = moments;
  const number = ofStore?.number;
  expect(nodes.toReversed()).toEqual([
    {
      type: 'order.placed',
      actor: 'test-operator',
      message: 'Placed in channel chn_web; 2 location(s) chosen.',
      occurredAt: placed,
    },
    {
      type: 'fulfillment.rejected',
      actor: 'clerk-of-lyon',
      message: `${number} was turned down by lyon: ITEM_DAMAGED, Wet box.`,
      occurredAt: refused,
    },
    {
      type: 'order.backordered',
      actor: 'service:orders',
      message: 'No other location can source 1 SHIRT.',
      occurredAt: refused,
    },
    {
      type: 'shipment.shipped',
      actor: 'test-operator',
      message: expect.stringMatching(/^P-\d+-1: shp_\w+ was handed to Colissimo\.$/),
      occurredAt: shipped,
    },
    {
      type: 'payment.captured',
      actor: 'service:orders',
      message: '105.00 EUR was captured: goods left.',
      occurredAt: shipped,
    },
  ]);
  const paged: Told[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const page: Page = await told(order.id, 2, after);
    paged.push(...page.nodes);
    after = page.pageInfo.endCursor;
    more = page.pageInfo.hasNextPage;
  }
  expect(paged).toEqual(nodes);
});
