import { readOperation } from '@passerelle/contracts/operations';
import { aCaller } from '@passerelle/testing';
import { type Doors, euros, type Graph, mutation } from './doors.ts';
import { operator, staff } from './open-returns.ts';

export const storefront = aCaller('storefront');
export const shopper = aCaller('shopper', { customerId: 'customer-1' });
export const shirts = (quantity: number, sku: string, price: string) => ({
  sku,
  quantity,
  name: 'Shirt',
  unitPrice: euros(price),
  taxTotal: euros('4.00'),
  deliveryGroupKey: 'all',
});

type Work = {
  id: string;
  version: number;
  type: string;
  location: { id: string };
  lines: { id: string; quantity: number }[];
};
type Totals = Record<'captured' | 'refunded' | 'balance', { amount: string }>;
export type Sold = {
  status: string;
  version: number;
  lines: { id: string }[];
  fulfillmentOrders: Work[];
  totals: Totals;
};
type Group = Readonly<Record<string, unknown>>;

/** Sells for the web shop and hands over. */
export function sellingIn(graph: Graph, { question, change }: Doors) {
  let sold = 0;
  const collection = (pickupLocationId: string): Group => ({ method: 'CLICK_AND_COLLECT', pickupLocationId });

  /** An order, of two shirts unless told, to be collected in a shop or to go where told. */
  async function placedOrder(to: string | Group, cardToken?: string, lines = [shirts(2, 'SHIRT', '25.00')]) {
    sold += 1;
    const total = euros(lines.reduce((sum, line) => sum + line.quantity * Number(line.unitPrice.amount), 0).toFixed(2));
    const group = typeof to === 'string' ? collection(to) : to;
    const input = {
      idempotencyKey: `checkout-${sold}`,
      channelId: 'chn_web',
      customer: { customerId: 'customer-1', email: 'camille@example.com', firstName: 'Camille', lastName: 'Martin' },
      deliveryGroups: [{ key: 'all', price: euros('0.00'), ...group }],
      lines,
      expectedTotal: total,
      payment: { provider: 'demo', reference: `pay-${sold}`, method: 'card', cardToken, authorized: total },
    };
    const checkout = readOperation('storefront', 'Checkout');
    return (await change<{ order: { id: string } }>('orders', checkout, input, storefront)).order.id;
  }

  async function readOrder(id: string): Promise<Sold> {
    const query = `query ($id: ID!) { order(id: $id) { status version lines { id }
      totals { captured { amount } refunded { amount } balance { amount } }
      fulfillmentOrders { id version type location { id } lines { id quantity } } } }`;
    return (await question<{ order: Sold }>('orders', query, { id }, operator)).order;
  }

  /** Has the location pick all of an order's work. */
  async function picked(id: string): Promise<Work> {
    const work = async () => (await readOrder(id)).fulfillmentOrders[0] as Work;
    const offered = await work();
    const accepted = { id: offered.id, expectedVersion: offered.version };
    await change('orders', readOperation('store-app', 'Accept'), accepted, staff);
    const lines = offered.lines.map((line) => ({ lineId: line.id, pickedQuantity: line.quantity }));
    const picking = { id: offered.id, expectedVersion: (await work()).version, lines, isComplete: true };
    await change('orders', readOperation('store-app', 'Pick'), picking, staff);
    return work();
  }
  const handedOver = async (id: string) => {
    await graph.settle();
    return { id, lineId: (await readOrder(id)).lines[0]?.id as string };
  };

  /** Has the shop hand an order over. */
  async function collect(id: string) {
    const { id: workId, version } = await picked(id);
    const ready = { id: workId, expectedVersion: version };
    await change('orders', mutation('markReadyForPickup', 'fulfillmentOrder { id }'), ready, staff);
    const handOver = { idempotencyKey: `collect-${id}`, id: workId, identityChecked: true };
    await change('orders', readOperation('store-app', 'Collect'), handOver, staff);
    return handedOver(id);
  }

  const collectedOrder = async (locationId: string) => collect(await placedOrder(locationId));
  return { placedOrder, readOrder, picked, collect, collectedOrder, handedOver };
}

/** Sends orders from their locations to the shopper. */
export function deliveringIn(graph: Graph, { change }: Doors, { picked, handedOver }: ReturnType<typeof sellingIn>) {
  async function sent(id: string) {
    const { id: workId, version } = await picked(id);
    const parcel = { idempotencyKey: `ship-${id}`, id: workId, expectedVersion: version, carrier: 'colissimo' };
    const ship = readOperation('partner', 'WmsShip');
    return (await change<{ shipment: { id: string } }>('orders', ship, parcel)).shipment.id;
  }
  return {
    /** Sends an order of which nobody hears again. */
    async lose(id: string) {
      await sent(id);
      return handedOver(id);
    },
    /** Sends an order, and has it arrive. */
    async deliver(id: string) {
      const shipmentId = await sent(id);
      const occurredAt = graph.clock.now().toISOString();
      const delivered = { shipmentId, eventId: `delivered-${id}`, status: 'DELIVERED', occurredAt };
      await change('orders', mutation('recordShipmentEvent', 'shipment { id }'), delivered);
      return handedOver(id);
    },
  };
}
