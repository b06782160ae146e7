import { aCaller } from '@passerelle/testing';
import type { Market } from './market.ts';

export type Sold = {
  readonly id: string;
  readonly status: string;
  readonly fulfillmentStatus: string;
  readonly paymentStatus: string;
  readonly version: number;
  readonly totals: Record<'grandTotal' | 'captured' | 'refunded' | 'balance', { readonly amount: string }>;
  readonly lines: readonly {
    readonly id: string;
    readonly sku: string;
    readonly quantity: number;
    readonly backorderedQuantity: number;
  }[];
  readonly deliveryGroups: readonly { readonly id: string; readonly method: string }[];
  readonly payments: readonly {
    readonly id: string;
    readonly provider: string;
    readonly status: string;
    readonly authorized: { readonly amount: string };
    readonly captured: { readonly amount: string };
    readonly refunded: { readonly amount: string };
  }[];
  readonly fulfillmentOrders: readonly {
    readonly id: string;
    readonly status: string;
    readonly type: string;
    readonly version: number;
    readonly location: { readonly id: string };
    readonly lines: readonly { readonly id: string; readonly quantity: number }[];
  }[];
};

const amounts = '{ amount }';
export const soldFields = `id status fulfillmentStatus paymentStatus version
  totals { grandTotal ${amounts} captured ${amounts} refunded ${amounts} balance ${amounts} }
  lines { id sku quantity backorderedQuantity } deliveryGroups { id method }
  payments { id provider status authorized ${amounts} captured ${amounts} refunded ${amounts} }
  fulfillmentOrders { id status type version location { id } lines { id quantity } }`;

export type Refusal = { readonly code: string; readonly path: readonly string[] | null; readonly reasons?: string[] };

let keys = 0;
export const aKey = () => `selling-key-${++keys}`;
export const euro = (amount: string) => ({ amount, currency: 'EUR' });
/** A payment of the demo service; words in the reference choose what it declines. */
export const demoPayment = (amount: string, words = 'fine') => ({
  provider: 'demo',
  reference: `demo-${words}`,
  method: 'card',
  authorized: euro(amount),
});

export async function place(market: Market, input: object): Promise<Sold> {
  const { placeOrder } = await market.ask<{ placeOrder: { order: Sold | null; userErrors: unknown[] } }>(
    `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { order { ${soldFields} }
      userErrors { ... on UserError { code message path } } } }`,
    { input },
  );
  if (!placeOrder.order) throw new Error(JSON.stringify(placeOrder.userErrors));
  return placeOrder.order;
}

export const read = async (market: Market, { id }: { readonly id: string }) =>
  (await market.ask<{ order: Sold }>(`query ($id: ID!) { order(id: $id) { ${soldFields} } }`, { id })).order;

/** The order's timeline, oldest first. */
export async function timeline(market: Market, { id }: { readonly id: string }) {
  const { order } = await market.ask<{
    order: { events: { nodes: { type: string; actor: string; message: string }[] } };
  }>(`query ($id: ID!) { order(id: $id) { events(first: 100) { nodes { type actor message } } } }`, { id });
  return order.events.nodes.toReversed();
}

/** A warehouse ships units of one line of its work, all when no count is given. */
export async function ship(
  market: Market,
  order: Sold,
  { work = 0, quantity }: { work?: number; quantity?: number } = {},
) {
  const { fulfillmentOrders } = await read(market, order);
  const one = fulfillmentOrders[work] as Sold['fulfillmentOrders'][number];
  const lines = quantity === undefined ? {} : { lines: [{ lineId: one.lines[0]?.id, quantity }] };
  return (
    await market.ask<{ shipFulfillmentOrder: { userErrors: Refusal[] } }>(
      `mutation ($input: ShipFulfillmentOrderInput!) { shipFulfillmentOrder(input: $input) {
        userErrors { ... on UserError { code path } } } }`,
      { input: { idempotencyKey: aKey(), id: one.id, expectedVersion: one.version, carrier: 'Colissimo', ...lines } },
    )
  ).shipFulfillmentOrder.userErrors;
}

export async function cancel(market: Market, order: Pick<Sold, 'id' | 'version'>, more: object = {}) {
  return (
    await market.ask<{
      cancelOrder: { order: Sold | null; refundedTotal: { amount: string } | null; userErrors: Refusal[] };
    }>(
      `mutation ($input: CancelOrderInput!) { cancelOrder(input: $input) { order { ${soldFields} } refundedTotal { amount }
        userErrors { ... on UserError { code path } } } }`,
      {
        input: {
          idempotencyKey: aKey(),
          orderId: order.id,
          expectedVersion: order.version,
          reason: 'CUSTOMER_REQUEST',
          ...more,
        },
      },
      aCaller('operator'),
    )
  ).cancelOrder;
}
