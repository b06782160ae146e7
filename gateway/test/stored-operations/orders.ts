import { connect, ownerOf, roleUrl } from '@passerelle/database';
import { expect, it } from 'vitest';
import type { Deployment } from '../deployment.ts';
import {
  checkOut,
  deliver,
  operator,
  pageOf,
  type Refused,
  type Return,
  returnOf,
  shopper,
  staff,
  workOf,
} from './order-steps.ts';

/** Lets a promise of an order fall on another day: no test waits for one to pass. */
async function promiseOn(adminUrl: string, orderId: string, day: 'yesterday' | 'tomorrow'): Promise<void> {
  const owner = ownerOf('orders');
  const database = connect({ url: roleUrl(adminUrl, owner), schema: owner.schema, max: 1 });
  await database.sql`update orders set promised_to = ${day}::text::timestamptz where id = ${orderId}`;
  await database.close();
}

/** An order from the cart to the shelf it comes back to. */
export function orderOperations(deployment: () => Deployment) {
  let orderId = '';

  it('Checkout places an order once, and OrderPage shows it to its own shopper only', async () => {
    orderId = await checkOut(deployment(), 'order-to-deliver');
    expect(await pageOf(deployment(), orderId)).toMatchObject({ id: orderId, status: 'OPEN', shipments: [] });
    expect(await pageOf(deployment(), orderId, { role: 'shopper', customerId: 'cus_2' })).toBeNull();
  });

  it('WorkQueue shows the work to the location that got it', async () => {
    const work = await workOf(deployment(), orderId);
    const { location } = await deployment().send<{
      location: {
        workload: { offered: number };
        fulfillmentOrders: { nodes: { id: string; availableActions: string[] }[] };
      };
    }>('store-app', 'WorkQueue', { locationId: work.location.id }, { ...staff, locationIds: [work.location.id] });
    expect(location.workload.offered).toBeGreaterThan(0);
    const shown = location.fulfillmentOrders.nodes.find(({ id }) => id === work.id);
    expect(shown?.availableActions).toContain('ACCEPT');
  });

  it('OrderDashboard lists what is late, with what was decided about it', async () => {
    type Dashboard = { orders: { totalCount: number; nodes: { id: string }[] } };
    const late = async () => (await deployment().send<Dashboard>('internal', 'OrderDashboard', {}, operator)).orders;
    expect(await late()).toMatchObject({ totalCount: 0, nodes: [] });
    await promiseOn(deployment().adminUrl, orderId, 'yesterday');
    expect(await late()).toMatchObject({
      totalCount: 1,
      nodes: [
        {
          id: orderId,
          status: 'OPEN',
          lines: [{ quantity: 1, backorderedQuantity: 0 }],
          routingDecisions: [{ splitCount: 1, chosen: [{ location: { code: expect.any(String) } }], userExits: [] }],
        },
      ],
    });
    await promiseOn(deployment().adminUrl, orderId, 'tomorrow');
  });

  it('Accept, Pick and WmsShip bring it to the shopper', async () => {
    await deliver(deployment(), orderId);
    await expect
      .poll(() => pageOf(deployment(), orderId), { timeout: 15_000 })
      .toMatchObject({
        fulfillmentStatus: 'FULFILLED',
        shipments: [{ carrier: 'colissimo' }],
        lines: [{ fulfilledQuantity: 1, returnableQuantity: 1 }],
        returnEligibility: { isReturnable: true },
      });
  });

  it('ReturnsBoard shows a return that waits for a person', async () => {
    const terms = { windowDays: 30, reviewReasons: ['OTHER'] };
    const policy = {
      idempotencyKey: 'policy-of-review',
      name: 'Review',
      scope: { channelId: 'chn_web' },
      terms,
      validFrom: '2026-01-01T00:00:00Z',
    };
    const create = `mutation ($input: CreateReturnPolicyInput!) { createReturnPolicy(input: $input) {
      userErrors { ... on UserError { message } } } }`;
    const made = await deployment().post('/graphql', create, { input: policy }, operator);
    expect(made.data).toEqual({ createReturnPolicy: { userErrors: [] } });

    const page = await pageOf(deployment(), orderId);
    const lines = [{ orderLineId: page?.lines[0]?.id, quantity: 1, reason: 'OTHER' }];
    const input = { idempotencyKey: `review-${orderId}`, orderId, method: 'CARRIER_DROP_OFF', lines };
    const asked = await deployment().send<{ createReturn: { return: Return } & Refused }>(
      'storefront',
      'AskReturn',
      { input },
      shopper,
    );
    expect(asked.createReturn.userErrors).toEqual([]);
    expect(await deployment().send('internal', 'ReturnsBoard', {}, operator)).toMatchObject({
      returns: {
        nodes: [
          {
            order: { number: page?.number, channel: { name: expect.any(String) } },
            lines: [{ orderLine: { sku: page?.lines[0]?.sku }, requestedQuantity: 1, reason: 'OTHER' }],
            policyDecision: { outcome: 'NEEDS_REVIEW' },
          },
        ],
      },
    });
    const { id, version } = await returnOf(deployment(), asked.createReturn.return.id);
    const cancel = `mutation ($input: CancelReturnInput!) { cancelReturn(input: $input) {
      userErrors { ... on UserError { message } } } }`;
    const undone = await deployment().post('/graphql', cancel, { input: { id, expectedVersion: version } }, operator);
    expect(undone.data).toEqual({ cancelReturn: { userErrors: [] } });
  });

  it('AskReturn, TakeBack and Inspect bring it back, and OrderPage shows so', async () => {
    const page = await pageOf(deployment(), orderId);
    const store = deployment().retailer.locations.find(({ type, status }) => type === 'STORE' && status === 'ACTIVE');
    const lines = [{ orderLineId: page?.lines[0]?.id, quantity: 1, reason: 'TOO_SMALL' }];
    const asked = await deployment().send<{ createReturn: { return: Return } & Refused }>(
      'storefront',
      'AskReturn',
      {
        input: {
          idempotencyKey: `return-${orderId}`,
          orderId,
          method: 'IN_STORE',
          dropOffLocationId: store?.id,
          lines,
        },
      },
      shopper,
    );
    expect(asked.createReturn.userErrors).toEqual([]);
    const { id } = asked.createReturn.return;
    const approved = await returnOf(deployment(), id);
    expect(approved.status).toBe('APPROVED');

    const at = { id, locationId: store?.id };
    const returnLineId = approved.lines[0]?.id;
    const back = await deployment().send<{ receiveReturn: { return: Return } & Refused }>(
      'store-app',
      'TakeBack',
      {
        input: {
          ...at,
          idempotencyKey: `back-${id}`,
          expectedVersion: approved.version,
          lines: [{ returnLineId, quantity: 1 }],
        },
      },
      staff,
    );
    expect(back.receiveReturn).toMatchObject({ userErrors: [], return: { lines: [{ receivedQuantity: 1 }] } });

    const { version } = await returnOf(deployment(), id);
    const judged = { returnLineId, quantity: 1, condition: 'AS_NEW', disposition: 'RESTOCK' };
    const seen = await deployment().send<{ inspectReturn: { return: Return } & Refused }>(
      'store-app',
      'Inspect',
      { input: { ...at, idempotencyKey: `seen-${id}`, expectedVersion: version, lines: [judged] } },
      staff,
    );
    expect(seen.inspectReturn.userErrors).toEqual([]);
    expect(await pageOf(deployment(), orderId)).toMatchObject({
      lines: [{ returnableQuantity: 0 }],
      returns: { nodes: [{ id }, { status: 'CANCELLED' }] },
    });
  });
}
