import type { Client } from './client.ts';
import { operations } from './operations.ts';
import type { Fate, OrderPlan } from './order-plans.ts';

type Work = {
  readonly id: string;
  readonly version: number;
  readonly type: 'WAREHOUSE_SHIP' | 'SHIP_FROM_STORE' | 'CLICK_AND_COLLECT' | 'SHIP_TO_STORE';
  readonly status: string;
  readonly location: { readonly id: string } | null;
  readonly lines: readonly { readonly id: string; readonly quantity: number }[];
};
type Order = { readonly version: number; readonly fulfillmentOrders: readonly Work[] };

const pickedFirst: readonly Fate[] = ['PICKED', 'PARTLY_SHIPPED', 'SHIPPED', 'DELIVERED', 'READY', 'COLLECTED'];
const leaves: readonly Fate[] = ['PARTLY_SHIPPED', 'SHIPPED', 'DELIVERED'];
const untouched: readonly Fate[] = ['PLACED', 'REJECTED', 'CANCELLED'];

/** Takes an order that was just placed as far as its plan says. */
export async function moveOn(client: Client, orderId: string, { plan, now }: { plan: OrderPlan; now: Date }) {
  if (plan.fate === 'PLACED') return;
  const order = await client.read<Order>('orders', operations.order, { id: orderId });
  if (plan.fate === 'CANCELLED') {
    await client.change('orders', operations.cancel, {
      idempotencyKey: `demo-cancel-${orderId}`,
      orderId,
      expectedVersion: order.version,
      reason: 'CUSTOMER_REQUEST',
    });
    return;
  }
  for (const work of order.fulfillmentOrders) {
    if (work.status === 'OFFERED') await moveWork(client, work, { plan, now });
  }
}

type Facts = { readonly plan: OrderPlan; readonly now: Date };
type Changed = { readonly fulfillmentOrder: { readonly version: number } };

async function moveWork(client: Client, work: Work, { plan, now }: Facts) {
  const { id, version } = work;
  if (plan.fate === 'REJECTED') {
    await client.change('orders', operations.reject, { id, expectedVersion: version, reason: 'NO_STAFF' });
    return;
  }
  if (untouched.includes(plan.fate)) return;
  // A warehouse's own system tells that it ships, not that it accepts and picks.
  if (work.type === 'WAREHOUSE_SHIP' && leaves.includes(plan.fate)) {
    await ship(client, work, { plan, now });
    return;
  }
  const accepted = await client.change<Changed>('orders', operations.accept, { id, expectedVersion: version });
  if (!accepted || plan.fate === 'ACCEPTED') return;

  const picked = await pick(client, { ...work, version: accepted.fulfillmentOrder.version }, plan.fate);
  if (plan.fate === 'PICKING' || plan.fate === 'PICKED') return;
  if (work.type === 'CLICK_AND_COLLECT') await handOver(client, picked, plan.fate);
  else await ship(client, picked, { plan, now });
}

/** Answers the work as it is then. */
async function pick(client: Client, work: Work, fate: Fate): Promise<Work> {
  const { id, version, lines } = work;
  const isComplete = pickedFirst.includes(fate);
  const counts = lines.map((line) => ({ lineId: line.id, pickedQuantity: isComplete ? line.quantity : 0 }));
  await client.change('orders', operations.pick, { id, expectedVersion: version, lines: counts, isComplete });
  // The stored operation for picking does not tell the version.
  return client.read<Work>('orders', operations.work, { id });
}

async function handOver(client: Client, { id, version }: Work, fate: Fate) {
  await client.change('orders', operations.markReady, { id, expectedVersion: version, storageSpot: 'A1' });
  if (fate !== 'COLLECTED') return;
  await client.change('orders', operations.collect, {
    idempotencyKey: `demo-collect-${id}`,
    id,
    identityChecked: true,
  });
}

const hourMs = 3_600_000;

async function ship(client: Client, work: Work, { plan, now }: Facts) {
  const { id, version, lines } = work;
  const placedAt = now.getTime() - plan.placedHoursAgo * hourMs;
  const at = (share: number) => new Date(placedAt + share * Math.min(plan.placedHoursAgo, 72) * hourMs).toISOString();
  const isPart = plan.fate === 'PARTLY_SHIPPED';
  const shipped = await client.change<{ shipment: { id: string } }>('orders', operations.ship, {
    idempotencyKey: `demo-ship-${id}`,
    id,
    expectedVersion: version,
    carrier: 'colissimo',
    trackingNumber: `8R${String(plan.number).padStart(11, '0')}${id.slice(-3)}`,
    shippedAt: at(0.3),
    ...(isPart ? { lines: [{ lineId: lines[0]?.id, quantity: 1 }] } : {}),
  });
  if (!shipped || isPart) return;
  const status = plan.fate === 'DELIVERED' ? 'DELIVERED' : 'OUT_FOR_DELIVERY';
  // Half of what is on its way was not heard of since it left.
  if (status === 'OUT_FOR_DELIVERY' && plan.number % 2 === 0) return;
  await client.change('orders', operations.carrierEvent, {
    shipmentId: shipped.shipment.id,
    eventId: `demo-${shipped.shipment.id}`,
    status,
    occurredAt: at(0.9),
  });
}
