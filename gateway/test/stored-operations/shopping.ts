import { expect, it } from 'vitest';
import type { Deployment } from '../deployment.ts';

type Availability = { sku: string; sellableQuantity: number; status: string; asOf: string };
type Node = {
  distanceKm: number;
  fulfillment: string;
  readyAt: string | null;
  location: { id: string; code: string; name: string; address?: { lines: string[]; city: string } };
};
export type Reservation = { id: string; status: string; lines: { sku: string; quantity: number }[] };
type Refused = { userErrors: { code: string }[] };

export const availabilityOf = (deployment: Deployment, skus: readonly string[]) =>
  deployment.send<{ availability: Availability[] }>('storefront', 'ListingAvailability', {
    channelId: 'chn_web',
    skus,
  });

/** The SKU with the most sellable units in the web shop, and how many. */
export async function bestStocked(deployment: Deployment): Promise<Availability> {
  const { availability } = await availabilityOf(
    deployment,
    deployment.retailer.items.map(({ sku }) => sku),
  );
  return availability.toSorted((a, b) => b.sellableQuantity - a.sellableQuantity)[0] as Availability;
}

/** Parallel SKUs, stores that can hand over a cart, and a cart held. */
export function shoppingOperations(deployment: () => Deployment) {
  it('ListingAvailability answers each SKU, in the order asked, the unknown one too', async () => {
    const skus = deployment()
      .retailer.items.slice(0, 20)
      .map(({ sku }) => sku);
    const { availability } = await availabilityOf(deployment(), [...skus, 'nobody-sells-this']);
    expect(availability.map(({ sku }) => sku)).toEqual([...skus, 'nobody-sells-this']);
    expect(availability.at(-1)).toMatchObject({ status: 'UNKNOWN_SKU', sellableQuantity: 0 });
    expect(availability.reduce((sum, { sellableQuantity }) => sum + sellableQuantity, 0)).toBeGreaterThan(0);
    expect(Date.parse(availability[0]?.asOf ?? '')).not.toBeNaN();
  });

  it('StorePicker and StorePickerNames answer the same stores, nearest first, one with addresses of another subgraph', async () => {
    const { sku } = await bestStocked(deployment());
    const store = deployment().retailer.locations.find(({ type }) => type === 'STORE');
    const variables = { channelId: 'chn_web', items: [{ sku, quantity: 1 }], near: store?.position };
    const picker = await deployment().send<{ pickupStores: { edges: { cursor: string; node: Node }[] } }>(
      'storefront',
      'StorePicker',
      variables,
    );
    const nodes = picker.pickupStores.edges.map(({ node }) => node);
    expect(nodes.length).toBeGreaterThan(0);
    expect(nodes.map(({ distanceKm }) => distanceKm)).toEqual(
      nodes.map(({ distanceKm }) => distanceKm).sort((a, b) => a - b),
    );
    for (const { location } of nodes) {
      const known = deployment().retailer.locations.find(({ id }) => id === location.id);
      expect(location).toMatchObject({ name: known?.name, address: { city: known?.city } });
    }
    const names = await deployment().send<{ pickupStores: { nodes: Node[] } }>(
      'storefront',
      'StorePickerNames',
      variables,
    );
    const ids = names.pickupStores.nodes.map(({ location }) => location.id);
    expect(ids.slice(0, nodes.length)).toEqual(nodes.map(({ location }) => location.id).slice(0, ids.length));
  });

  it('HoldCart takes units out of what may be sold, once', async () => {
    const before = await bestStocked(deployment());
    const input = {
      idempotencyKey: 'hold-a-cart',
      channelId: 'chn_web',
      cartReference: 'cart-1',
      lines: [{ sku: before.sku, quantity: 2 }],
    };
    const hold = () =>
      deployment().send<{ reserveStock: { reservation: Reservation } & Refused }>(
        'storefront',
        'HoldCart',
        { input },
        { role: 'shopper', customerId: 'cus_1' },
      );
    const { reserveStock } = await hold();
    expect(reserveStock.userErrors).toEqual([]);
    expect(reserveStock.reservation).toMatchObject({ status: 'HELD', lines: [{ sku: before.sku, quantity: 2 }] });
    expect((await hold()).reserveStock.reservation.id).toBe(reserveStock.reservation.id);
    const { availability } = await availabilityOf(deployment(), [before.sku]);
    expect(availability[0]?.sellableQuantity).toBe(before.sellableQuantity - 2);
  });

  it('HoldCart refuses more than there is, and says how much there is', async () => {
    const { sku } = await bestStocked(deployment());
    const { reserveStock } = await deployment().send<{ reserveStock: { reservation: null } & Refused }>(
      'storefront',
      'HoldCart',
      {
        input: {
          idempotencyKey: 'hold-too-much',
          channelId: 'chn_web',
          cartReference: 'cart-2',
          lines: [{ sku, quantity: 9999 }],
        },
      },
      { role: 'shopper', customerId: 'cus_1' },
    );
    expect(reserveStock.reservation).toBeNull();
    expect(reserveStock.userErrors.map(({ code }) => code)).not.toEqual([]);
  });
}
