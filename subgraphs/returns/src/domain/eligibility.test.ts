import { describe, expect, it } from 'vitest';
import { aPolicy } from '../../test/a-policy.ts';
import { judgeOrder, outcomeOf, reasonsAgainst, returnableUntil, reviewReasonsOf } from './eligibility.ts';
import type { AppliedPolicy } from './policy.ts';

const deliveredAt = new Date('2026-10-23T09:30:00Z');
const placedAt = new Date('2026-10-20T09:30:00Z');
const lastMoment = new Date('2026-11-22T09:30:00Z');
const delivered = { deliveredAt, cancelledAt: null, placedAt };
const always = (policy: AppliedPolicy) => ({ whole: policy, ofLine: () => policy });

describe('the window', () => {
  it.each([
    ['its last moment', aPolicy(), delivered, lastMoment, []],
    ['a moment later', aPolicy(), delivered, new Date(lastMoment.getTime() + 1), ['WINDOW_CLOSED']],
    ['years later without a limit', aPolicy({ windowDays: null }), delivered, new Date('2036-01-01'), []],
    ['the day itself with none', aPolicy({ windowDays: 0 }), delivered, deliveredAt, []],
    ['no delivery', aPolicy(), { deliveredAt: null, cancelledAt: null }, lastMoment, ['NOT_DELIVERED']],
    ['a final sale', aPolicy({ isFinalSale: true }), delivered, lastMoment, ['FINAL_SALE']],
    [
      'everything at once',
      aPolicy({ isAllowed: false, isFinalSale: true }),
      { deliveredAt: null, cancelledAt: deliveredAt },
      lastMoment,
      ['ORDER_CANCELLED', 'CHANNEL_NOT_ALLOWED', 'NOT_DELIVERED', 'FINAL_SALE'],
    ],
  ])('at %s', (_title, policy, order, now, reasons) => {
    expect(reasonsAgainst(policy, order, now)).toEqual(reasons);
  });

  const christmas = {
    placedFrom: new Date('2026-10-15T00:00:00Z'),
    placedTo: new Date('2026-12-25T00:00:00Z'),
    returnableUntil: new Date('2027-01-31T00:00:00Z'),
  };
  it.each([
    ['bought in the season', placedAt, christmas.returnableUntil],
    ['bought before it', new Date('2026-10-14T23:59:59Z'), lastMoment],
    ['bought at its end', christmas.placedTo, lastMoment],
  ])('lasts longer for goods %s only', (_title, bought, until) => {
    const order = { deliveredAt, placedAt: bought };
    expect(returnableUntil(aPolicy({ seasons: [christmas] }), order)).toEqual(until);
  });

  it('is never made shorter by a season', () => {
    const early = { ...christmas, returnableUntil: new Date('2026-11-01T00:00:00Z') };
    expect(returnableUntil(aPolicy({ seasons: [early] }), delivered)).toEqual(lastMoment);
  });
});

const line = (orderLineId: string, category: string | null = null, fulfilledQuantity = 2) => ({
  orderLineId,
  sku: 'SHIRT',
  category,
  quantity: 2,
  fulfilledQuantity,
  totalMinor: 1000,
  taxMinor: 167,
});
const known = {
  ...delivered,
  orderId: 'ord_1',
  channelId: 'chn',
  customerId: null,
  currency: 'EUR',
  countryCode: 'FR',
  deliveryMinor: 490,
};
const claim = (requestedQuantity: number) => ({
  orderId: 'ord_1',
  orderLineId: 'oln_1',
  requestedQuantity,
  awaitedQuantity: requestedQuantity,
  receivedQuantity: 0,
  acceptedQuantity: 0,
  refusedQuantity: 0,
  refundableMinor: 0,
});

it('finds an order used up only when units were fulfilled and all are asked for', () => {
  const facts = { ...known, lines: [line('oln_1')] };
  const reasons = (requested: number) =>
    judgeOrder(always(aPolicy()), { ...delivered, facts, claims: [claim(requested)] }, lastMoment).reasons;
  expect(reasons(1)).toEqual([]);
  expect(reasons(2)).toEqual(['ALREADY_RETURNED']);
  const empty = { ...facts, lines: [line('oln_1', null, 0)] };
  expect(judgeOrder(always(aPolicy()), { ...delivered, facts: empty, claims: [] }, lastMoment).isReturnable).toBe(true);
});

it('lets an order come back while any of its lines may, and says every reason when none may', () => {
  const final = aPolicy({ isFinalSale: true });
  const long = aPolicy({ windowDays: 60, methods: ['IN_STORE'] });
  const policies = (shoes: AppliedPolicy) => ({
    whole: final,
    ofLine: ({ category }: { category: string | null }) => (category === 'shoes' ? shoes : final),
  });
  const order = { ...delivered, facts: { ...known, lines: [line('oln_1'), line('oln_2', 'shoes')] }, claims: [] };
  expect(judgeOrder(policies(long), order, lastMoment)).toEqual({
    isReturnable: true,
    returnableUntil: new Date('2026-12-22T09:30:00Z'),
    methods: ['IN_STORE'],
    reasons: [],
  });
  expect(judgeOrder(policies(aPolicy({ isAllowed: false })), order, lastMoment)).toMatchObject({
    isReturnable: false,
    methods: [],
    reasons: ['FINAL_SALE', 'CHANNEL_NOT_ALLOWED'],
  });
});

it.each([
  ['few units for a common reason', aPolicy({ reviewAboveUnits: 3, reviewReasons: ['OTHER'] }), []],
  ['more units than go without review', aPolicy({ reviewAboveUnits: 2 }), ['UNITS']],
  ['a reason that wants review', aPolicy({ reviewReasons: ['TOO_SMALL'] }), ['REASON']],
  ['a value that wants review', aPolicy({ reviewAboveValues: [{ minor: 999, currency: 'EUR' }] }), ['VALUE']],
  ['a value just below', aPolicy({ reviewAboveValues: [{ minor: 1000, currency: 'EUR' }] }), []],
  ['a limit in another currency', aPolicy({ reviewAboveValues: [{ minor: 1, currency: 'GBP' }] }), []],
])('%s: %j', (_title, policy, reasons) => {
  const lines = [
    { quantity: 2, reason: 'TOO_SMALL' as const },
    { quantity: 1, reason: 'DEFECTIVE' as const },
  ];
  const found = reviewReasonsOf(policy, { lines, valueMinor: 1000, currency: 'EUR' });
  expect(found).toEqual(reasons);
  expect(outcomeOf(found)).toBe(reasons.length > 0 ? 'NEEDS_REVIEW' : 'AUTO_APPROVED');
});
