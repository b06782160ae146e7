import { describe, expect, it } from 'vitest';
import { judgeOrder, outcomeOf, policyOf, type ReturnPolicy, reasonsAgainst } from './policy.ts';

const aPolicy = (facts: Partial<ReturnPolicy> = {}): ReturnPolicy => ({
  channelId: null,
  isAllowed: true,
  windowDays: 30,
  methods: ['IN_STORE', 'CARRIER_DROP_OFF'],
  carrier: 'colissimo',
  carrierDestinationId: null,
  reviewAboveUnits: null,
  reviewReasons: [],
  ...facts,
});
const deliveredAt = new Date('2026-10-23T09:30:00Z');
const lastMoment = new Date('2026-11-22T09:30:00Z');
const delivered = { deliveredAt, cancelledAt: null };

describe('the window', () => {
  it.each([
    ['its last moment', aPolicy(), delivered, lastMoment, []],
    ['a moment later', aPolicy(), delivered, new Date(lastMoment.getTime() + 1), ['WINDOW_CLOSED']],
    ['years later without a limit', aPolicy({ windowDays: null }), delivered, new Date('2036-01-01'), []],
    ['the day itself with none', aPolicy({ windowDays: 0 }), delivered, deliveredAt, []],
    ['no delivery', aPolicy(), { deliveredAt: null, cancelledAt: null }, lastMoment, ['NOT_DELIVERED']],
    [
      'everything at once',
      aPolicy({ isAllowed: false }),
      { deliveredAt: null, cancelledAt: deliveredAt },
      lastMoment,
      ['ORDER_CANCELLED', 'CHANNEL_NOT_ALLOWED', 'NOT_DELIVERED'],
    ],
  ])('at %s', (_title, policy, order, now, reasons) => {
    expect(reasonsAgainst(policy, order, now)).toEqual(reasons);
  });
});

it('is the channel’s own before the one for all, and nothing may be returned without either', () => {
  const all = aPolicy();
  const own = aPolicy({ channelId: 'chn_web', windowDays: 60 });
  expect(policyOf([all, own], 'chn_web')).toBe(own);
  expect(policyOf([all, own], 'chn_other')).toBe(all);
  expect(policyOf([all, own], null)).toBe(all);
  expect(policyOf([own], 'chn_other').isAllowed).toBe(false);
});

it('finds an order used up only when units were fulfilled and all are asked for', () => {
  const line = { orderLineId: 'oln_1', sku: 'SHIRT', quantity: 2, fulfilledQuantity: 2, totalMinor: 1000 };
  const facts = { ...delivered, orderId: 'ord_1', channelId: 'chn', customerId: null, currency: 'EUR', lines: [line] };
  const claim = (requestedQuantity: number) => ({
    orderId: 'ord_1',
    orderLineId: 'oln_1',
    requestedQuantity,
    receivedQuantity: 0,
    acceptedQuantity: 0,
    refusedQuantity: 0,
    refundableMinor: 0,
  });
  const reasons = (requested: number) =>
    judgeOrder(aPolicy(), { ...delivered, facts, claims: [claim(requested)] }, lastMoment).reasons;
  expect(reasons(1)).toEqual([]);
  expect(reasons(2)).toEqual(['ALREADY_RETURNED']);
  const empty = { ...facts, lines: [{ ...line, fulfilledQuantity: 0 }] };
  expect(judgeOrder(aPolicy(), { ...delivered, facts: empty, claims: [] }, lastMoment).isReturnable).toBe(true);
});

it.each([
  ['few units for a common reason', aPolicy({ reviewAboveUnits: 3, reviewReasons: ['OTHER'] }), 'AUTO_APPROVED'],
  ['more units than go without review', aPolicy({ reviewAboveUnits: 2 }), 'NEEDS_REVIEW'],
  ['a reason that wants review', aPolicy({ reviewReasons: ['TOO_SMALL'] }), 'NEEDS_REVIEW'],
])('%s', (_title, policy, outcome) => {
  const lines = [
    { quantity: 2, reason: 'TOO_SMALL' as const },
    { quantity: 1, reason: 'DEFECTIVE' as const },
  ];
  expect(outcomeOf(policy, lines)).toBe(outcome);
});
