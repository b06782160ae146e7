import { readOperation } from '@passerelle/contracts/operations';
import { aCaller, aService } from '@passerelle/testing';
import type { NetworkGraph } from './a-network.ts';

const holdCart = readOperation('storefront', 'HoldCart');
const allocate = readOperation('service', 'Allocate');
export const shopper = aCaller('shopper');
const orders = aService('orders');

export type Problem = {
  __typename: string;
  code: string;
  path: string[] | null;
  message: string;
  availableQuantity?: number;
};
type Held = {
  reserveStock: {
    reservation: { id: string; status: string; expiresAt: string; lines: { sku: string; quantity: number }[] } | null;
    userErrors: Problem[];
  };
};
type Allocated = {
  allocateOrder: {
    reservations: { id: string; lines: { sku: string; quantity: number; location: { id: string } }[] }[];
    userErrors: Problem[];
  };
};

let keys = 0;
export const nextKey = () => `key-${++keys}-abcdefgh`;

/** Holds units of a cart for the shopper, as a storefront does. */
export const hold = (graph: NetworkGraph, input: Record<string, unknown>) =>
  graph
    .ask<Held>(
      holdCart,
      { input: { idempotencyKey: nextKey(), channelId: 'chn_web', cartReference: 'cart', ...input } },
      shopper,
    )
    .then((data) => data.reserveStock);

/** Allocates an order of the web channel. */
export const take = (graph: NetworkGraph, input: Record<string, unknown>) =>
  graph
    .ask<Allocated>(allocate, { input: { revision: 1, channelId: 'chn_web', ...input } }, orders)
    .then((data) => data.allocateOrder);

/** What a level holds. */
export async function levelAt({ database }: NetworkGraph, sku: string, locationId: string) {
  const [row] = await database.sql`
    select on_hand as "onHand", reserved, blocked from stock_levels join items using (item_no)
    join locations using (location_no) where sku = ${sku} and locations.id = ${locationId}`;
  return row && { ...row };
}

export const statusOf = async (graph: NetworkGraph, id: string) => {
  const data = await graph.ask<{ reservation: { status: string } | null }>(
    'query R($id: ID!) { reservation(id: $id) { status } }',
    { id },
  );
  return data.reservation?.status;
};
