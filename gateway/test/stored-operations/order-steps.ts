import { expect } from 'vitest';
import type { Asker, Deployment } from '../deployment.ts';
import { bestStocked } from './shopping.ts';

export type Refused = { userErrors: { code: string }[] };
export type Work = {
  id: string;
  version: number;
  type: string;
  status: string;
  location: { id: string };
  lines: { id: string; quantity: number }[];
};
export type Page = {
  id: string;
  number: string;
  status: string;
  fulfillmentStatus: string;
  lines: { id: string; sku: string; returnableQuantity: number | null; fulfilledQuantity: number }[];
  deliveryGroups: { pickupLocation: { id: string; name: string; address: { city: string } } | null }[];
  shipments: { trackingNumber: string }[];
  returnEligibility: { isReturnable: boolean } | null;
  returns: { nodes: { id: string; status: string }[] } | null;
};
export type Return = {
  id: string;
  version: number;
  status: string;
  lines: { id: string; requestedQuantity: number }[];
};

export const shopper: Asker = { role: 'shopper', customerId: 'cus_1' };
const shop: Asker = { role: 'storefront' };
export const staff: Asker = { role: 'store-staff' };
const partner: Asker = { role: 'partner' };
export const operator: Asker = { role: 'operator' };

const euros = (minor: number) => ({ amount: (minor / 100).toFixed(2), currency: 'EUR' });

/** Places an order of one unit; delivered home unless a store to collect it at is named. */
export async function checkOut(deployment: Deployment, key: string, pickupLocationId?: string): Promise<string> {
  const { sku } = await bestStocked(deployment);
  const item = deployment.retailer.items.find((candidate) => candidate.sku === sku);
  const price = item?.priceMinor ?? 0;
  const delivery = pickupLocationId
    ? { method: 'CLICK_AND_COLLECT', pickupLocationId }
    : {
        method: 'DELIVERY',
        shippingAddress: {
          name: 'Ada',
          lines: ['12 rue des Lilas'],
          city: 'Lille',
          postalCode: '59000',
          countryCode: 'FR',
        },
      };
  const input = {
    idempotencyKey: key,
    channelId: 'chn_web',
    customer: { customerId: shopper.customerId, email: 'ada@example.com', firstName: 'Ada', lastName: 'Martin' },
    deliveryGroups: [{ key: 'all', price: euros(0), ...delivery }],
    lines: [
      {
        sku,
        quantity: 1,
        name: item?.name,
        unitPrice: euros(price),
        taxTotal: euros(Math.round(price / 6)),
        deliveryGroupKey: 'all',
      },
    ],
    expectedTotal: euros(price),
    payment: { provider: 'test', reference: key, method: 'card', authorized: euros(price) },
  };
  const place = () =>
    deployment.send<{ placeOrder: { order: { id: string; status: string } } & Refused }>(
      'storefront',
      'Checkout',
      { input },
      shop,
    );
  const { placeOrder } = await place();
  expect(placeOrder.userErrors).toEqual([]);
  expect((await place()).placeOrder.order.id).toBe(placeOrder.order.id);
  return placeOrder.order.id;
}

export const pageOf = async (deployment: Deployment, id: string, asker = shopper): Promise<Page | null> =>
  (await deployment.send<{ order: Page | null }>('storefront', 'OrderPage', { id }, asker)).order;

export async function workOf(deployment: Deployment, id: string): Promise<Work> {
  const query = `query ($id: ID!) { order(id: $id) {
    fulfillmentOrders { id version type status location { id } lines { id quantity } } } }`;
  const { data } = await deployment.post<{ order: { fulfillmentOrders: Work[] } }>('/graphql', query, { id }, operator);
  return data.order.fulfillmentOrders[0] as Work;
}

export async function returnOf(deployment: Deployment, id: string): Promise<Return> {
  const query = 'query ($id: ID!) { return(id: $id) { id version status lines { id requestedQuantity } } }';
  return (await deployment.post<{ return: Return }>('/graphql', query, { id }, operator)).data.return;
}

/** Accepts, picks and ships an order's work, and has the carrier deliver it. */
export async function deliver(deployment: Deployment, orderId: string): Promise<void> {
  const { id, version } = await workOf(deployment, orderId);
  const accepted = await deployment.send<{ acceptFulfillmentOrder: { fulfillmentOrder: Work } & Refused }>(
    'store-app',
    'Accept',
    { input: { id, expectedVersion: version } },
    staff,
  );
  expect(accepted.acceptFulfillmentOrder).toMatchObject({ fulfillmentOrder: { status: 'ACCEPTED' }, userErrors: [] });

  const work = await workOf(deployment, orderId);
  const lines = work.lines.map((line) => ({ lineId: line.id, pickedQuantity: line.quantity }));
  const picked = await deployment.send<{ recordPick: { fulfillmentOrder: Work } & Refused }>(
    'store-app',
    'Pick',
    { input: { id, expectedVersion: work.version, lines, isComplete: true } },
    staff,
  );
  expect(picked.recordPick.userErrors).toEqual([]);

  const { version: pickedVersion } = await workOf(deployment, orderId);
  const shipped = await deployment.send<{ shipFulfillmentOrder: { shipment: { id: string } } & Refused }>(
    'partner',
    'WmsShip',
    {
      input: {
        idempotencyKey: `ship-${id}`,
        id,
        expectedVersion: pickedVersion,
        carrier: 'colissimo',
        trackingNumber: `8R${id}`,
      },
    },
    partner,
  );
  expect(shipped.shipFulfillmentOrder.userErrors).toEqual([]);
  const shipmentId = shipped.shipFulfillmentOrder.shipment.id;
  const event = { shipmentId, eventId: `delivered-${id}`, status: 'DELIVERED', occurredAt: new Date().toISOString() };
  const tracked = await deployment.send<{ recordShipmentEvent: Refused }>(
    'partner',
    'CarrierEvent',
    { input: event },
    partner,
  );
  expect(tracked.recordShipmentEvent.userErrors).toEqual([]);
}
