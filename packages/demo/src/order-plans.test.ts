import { expect, it } from 'vitest';
import { makeRetailer, smallRetailer } from './index.ts';
import { planOrders } from './order-plans.ts';

const retailer = makeRetailer({ levels: 100_000, skus: 2000 });
const plans = planOrders(retailer, 400);

it('plans the same orders for the same retailer', () => {
  expect(planOrders(smallRetailer(3), 50)).toEqual(planOrders(smallRetailer(3), 50));
});

it('spreads orders over thirty days, oldest first', () => {
  const ages = plans.map(({ placedHoursAgo }) => placedHoursAgo);
  expect(ages).toEqual([...ages].sort((a, b) => b - a));
  expect(ages[0]).toBeGreaterThan(20 * 24);
  expect(ages[0]).toBeLessThanOrEqual(30 * 24);
  expect(ages.at(-1)).toBeLessThan(24);
});

it('takes orders to every fate and back by every kind of return', () => {
  expect(new Set(plans.map(({ fate }) => fate))).toEqual(
    new Set([
      'PLACED',
      'REJECTED',
      'ACCEPTED',
      'PICKING',
      'PICKED',
      'PARTLY_SHIPPED',
      'SHIPPED',
      'DELIVERED',
      'READY',
      'COLLECTED',
      'CANCELLED',
    ]),
  );
  const returns = new Set(plans.map(({ returnFate }) => returnFate));
  expect(returns).toEqual(new Set([null, 'REQUESTED', 'APPROVED', 'RECEIVED', 'INSPECTED']));
});

it('collects only where the channel and the store allow it, and sends everything else', () => {
  for (const plan of plans) {
    expect(plan.shipTo === null).toBe(plan.pickupLocationId !== null);
    if (!plan.pickupLocationId) continue;
    const store = retailer.locations.find(({ id }) => id === plan.pickupLocationId);
    const channel = retailer.channels.find(({ id }) => id === plan.channelId);
    expect(channel?.locationIds).toContain(plan.pickupLocationId);
    expect(store?.services.find(({ type }) => type === 'CLICK_AND_COLLECT')?.isEnabled).toBe(true);
  }
});

it('gives cus_0001 orders to look at', () => {
  expect(plans.filter(({ customer }) => customer.customerId === 'cus_0001').length).toBeGreaterThan(10);
});
