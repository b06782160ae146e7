import { describe, expect, it } from 'vitest';
import { aPolicy } from '../../test/a-policy.ts';
import { deliveryRefundOf, labelFeeOf, restockingFeeOf } from './charges.ts';
import type { DeliveryRefund } from './policy.ts';

describe('fees', () => {
  it.each([
    ['a share of the value, rounded half up', 'TOO_SMALL', 1000, 1250, 125],
    ['rounded half up', 'TOO_SMALL', 333, 1550, 52],
    ['nothing when the retailer is at fault', 'DEFECTIVE', 1000, 1250, 0],
    ['all of it at most', 'CHANGED_MIND', 1000, 10_000, 1000],
  ] as const)('for restocking are %s', (_title, reason, value, restockingFeeBasisPoints, fee) => {
    expect(restockingFeeOf(aPolicy({ restockingFeeBasisPoints }), reason, value)).toBe(fee);
  });

  it.each([
    ['a parcel', 'CARRIER_DROP_OFF', ['TOO_SMALL'], 'EUR', 500],
    ['goods brought to a store', 'IN_STORE', ['TOO_SMALL'], 'EUR', 0],
    ['a parcel with anything the retailer is at fault for', 'CARRIER_DROP_OFF', ['TOO_SMALL', 'DEFECTIVE'], 'EUR', 0],
    ['a currency nobody gave a fee in', 'CARRIER_DROP_OFF', ['TOO_SMALL'], 'GBP', 0],
  ] as const)('for the label of %s', (_title, method, reasons, currency, fee) => {
    const policy = aPolicy({ labelFees: [{ minor: 500, currency: 'EUR' }] });
    const lines = reasons.map((reason) => ({ reason }));
    expect(labelFeeOf(policy, method, lines, currency)).toBe(fee);
  });
});

const order = {
  orderId: 'ord_1',
  channelId: 'chn',
  customerId: null,
  currency: 'EUR',
  countryCode: 'FR',
  deliveryMinor: 490,
  placedAt: null,
  deliveredAt: null,
  cancelledAt: null,
  lines: [
    { orderLineId: 'a', sku: 'A', category: null, quantity: 2, fulfilledQuantity: 2, totalMinor: 1, taxMinor: 0 },
    { orderLineId: 'b', sku: 'B', category: null, quantity: 1, fulfilledQuantity: 0, totalMinor: 1, taxMinor: 0 },
  ],
};
const claimed = (requestedQuantity: number) => ({
  orderId: 'ord_1',
  orderLineId: 'a',
  requestedQuantity,
  awaitedQuantity: requestedQuantity,
  receivedQuantity: 0,
  acceptedQuantity: 0,
  refusedQuantity: 0,
  refundableMinor: 0,
});

it.each([
  ['NEVER', 2, 0, 'DEFECTIVE', 0, 0],
  ['ALWAYS', 1, 0, 'TOO_SMALL', 0, 490],
  ['ALWAYS', 1, 1, 'TOO_SMALL', 490, 0],
  ['FAULT', 1, 0, 'DEFECTIVE', 0, 490],
  ['FAULT', 2, 0, 'TOO_SMALL', 0, 0],
  ['FULL_RETURN', 2, 0, 'TOO_SMALL', 0, 490],
  ['FULL_RETURN', 1, 0, 'TOO_SMALL', 0, 0],
  ['FULL_RETURN', 1, 1, 'TOO_SMALL', 0, 490],
] as const)('delivery comes back %s: %i units, %i before, %s', (rule, units, before, reason, claimedMinor, minor) => {
  const policy = aPolicy({ deliveryRefund: rule as DeliveryRefund });
  const lines = [{ orderLineId: 'a', requestedQuantity: units, reason }];
  const claims = before > 0 ? [claimed(before)] : [];
  expect(deliveryRefundOf(policy, order, { claims, claimedMinor, lines })).toBe(minor);
});
