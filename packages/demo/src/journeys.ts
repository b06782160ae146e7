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

async function moveWork(client: Client, work: Work, { plan, now }: Facts) {
  const { id, version } = work;
  if (plan.fate === 'REJECTED') {
    await client.change('orders', operations.reject, { id, expectedVersion: version, reason: 'NO_STAFF' });
    return;
  }
  if (untouched.includes(plan.fate)) return;
  await client.change('orders', operations.accept, { id, expectedVersion: version });
  if (plan.fate === 'ACCEPTED') return;

  await pick(client, work, pickedFirst.includes(plan.fate));
  if (plan.fate === 'PICKING' || plan.fate === 'PICKED') return;
  if (work.type === 'CLICK_AND_COLLECT') await handOver(client, work, plan.fate);
  else await ship(client, work, { plan, now });
}

/** Reads the version anew: the stored operation for picking does not tell it. */
const reread = (client: Client, { id }: Work) => client.read<Work>('orders', operations.work, { id });

async function pick(client: Client, work: Work, isComplete: boolean) {
  const { id, version, lines } = await reread(client, work);
  const counts = lines.map((line) => ({ lineId: line.id, pickedQuantity: isComplete ? line.quantity : 0 }));
  await client.change('orders', operations.pick, { id, expectedVersion: version, lines: counts, isComplete });
}

async function handOver(client: Client, work: Work, fate: Fate) {
  const { id, version } = await reread(client, work);
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
  const { id, version, lines } = await reread(client, work);
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
  if (!shipped) return;
  const events = plan.fate === 'DELIVERED' ? ['IN_TRANSIT', 'DELIVERED'] : isPart ? [] : ['IN_TRANSIT'];
  for (const [index, status] of events.entries()) {
    await client.change('orders', operations.carrierEvent, {
      shipmentId: shipped.shipment.id,
      eventId: `demo-${shipped.shipment.id}-${index}`,
      status,
      occurredAt: at(0.5 + index * 0.4),
    });
  }
}
