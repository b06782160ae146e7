import { formatMoney, money } from '@passerelle/values';
import type { Client } from './client.ts';
import { operations } from './operations.ts';
import type { OrderPlan } from './order-plans.ts';

const euros = (minor: number) => formatMoney(money(minor, 'EUR'));
const deliveryMinor = 490;
/** French VAT, 20 %, is within the price: a sixth of it. */
const taxWithin = (minor: number) => Math.round(minor / 6);

/** Input of `placeOrder` for a plan; the same plan has the same key, so that placing it twice places it once. */
export function placeOrderInput({ seed, plan, now }: { seed: number; plan: OrderPlan; now: Date }) {
  const deliveryPrice = plan.shipTo ? deliveryMinor : 0;
  const total = plan.lines.reduce((sum, { item, quantity }) => sum + item.priceMinor * quantity, deliveryPrice);
  const reference = `demo-${seed}-${String(plan.number).padStart(6, '0')}`;
  return {
    idempotencyKey: reference,
    channelId: plan.channelId,
    externalReference: plan.channelId === 'chn_marketplace' ? `MP-${plan.number}` : null,
    customer: plan.customer,
    deliveryGroups: [{ key: 'all', price: euros(deliveryPrice), ...deliveryOf(plan) }],
    lines: plan.lines.map(({ item, quantity }) => ({
      sku: item.sku,
      quantity,
      name: item.name,
      unitPrice: euros(item.priceMinor),
      taxTotal: euros(taxWithin(item.priceMinor * quantity)),
      deliveryGroupKey: 'all',
    })),
    expectedTotal: euros(total),
    payment: { provider: 'demo', reference, method: 'card', authorized: euros(total) },
    locale: 'fr-FR',
    placedAt: new Date(now.getTime() - plan.placedHoursAgo * 3_600_000).toISOString(),
  };
}

function deliveryOf({ shipTo, pickupLocationId, customer }: OrderPlan) {
  if (!shipTo) return { method: 'CLICK_AND_COLLECT', pickupLocationId };
  return {
    method: 'DELIVERY',
    shippingAddress: {
      name: `${customer.firstName} ${customer.lastName}`,
      lines: ['12 rue des Lilas'],
      city: shipTo.name,
      postalCode: shipTo.postalCode,
      countryCode: 'FR',
    },
  };
}

/** The id of the order, or undefined when it was refused. */
export async function placeOrder(client: Client, facts: { seed: number; plan: OrderPlan; now: Date }) {
  const placed = await client.change<{ order: { id: string } }>(
    'orders',
    operations.placeOrder,
    placeOrderInput(facts),
  );
  return placed?.order.id;
}
