import { describe, expect, it } from 'vitest';
import { anOrder, collection, delivery } from '../../test/an-order.ts';
import { type CaptureInput, readCapture } from './capture.ts';

const now = new Date('2035-03-05T09:30:00Z');
const base = (change: object = {}) =>
  ({ ...anOrder([{ sku: 'SHIRT', quantity: 2 }]), ...change }) as unknown as CaptureInput;
const line = (change: object) => base({ lines: [{ ...base().lines[0], ...change }] });
const group = (change: object) => base({ deliveryGroups: [{ ...delivery, ...change }] });
const euro = (amount: string) => ({ amount, currency: 'EUR' });
const problems = (input: CaptureInput) => {
  const result = readCapture(input, now);
  return result.ok ? [] : result.refusals.map(({ code, path }) => `${code} ${path?.slice(1).join('.')}`);
};

describe('reading an order to place', () => {
  it.each<[string, CaptureInput, string[]]>([
    ['takes a good one', base(), []],
    ['a key too short', base({ idempotencyKey: 'seven77' }), ['INVALID_INPUT idempotencyKey']],
    ['no lines', base({ lines: [], deliveryGroups: [] }), ['INVALID_INPUT lines', 'INVALID_INPUT deliveryGroups']],
    [
      'more lines than an order takes',
      base({ lines: Array.from({ length: 201 }, () => base().lines[0]) }),
      ['LIMIT_EXCEEDED lines'],
    ],
    ['a quantity too large', line({ quantity: 10_000 }), ['INVALID_INPUT lines.0.quantity']],
    ['no SKU', line({ sku: ' ' }), ['INVALID_INPUT lines.0.sku']],
    [
      'another currency',
      line({ unitPrice: { amount: '1', currency: 'USD' } }),
      ['INVALID_INPUT lines.0.unitPrice.currency', 'INVALID_INPUT lines.0.taxTotal'],
    ],
    ['more digits than the currency has', line({ taxTotal: euro('1.005') }), ['INVALID_INPUT lines.0.taxTotal.amount']],
    ['a negative discount', line({ discountTotal: euro('-1.00') }), ['INVALID_INPUT lines.0.discountTotal.amount']],
    ['a discount above the price', line({ discountTotal: euro('41.00') }), ['INVALID_INPUT lines.0.discountTotal']],
    ['taxes above the price', line({ taxTotal: euro('40.01') }), ['INVALID_INPUT lines.0.taxTotal']],
    [
      'a group nobody made',
      line({ deliveryGroupKey: 'moon' }),
      ['INVALID_INPUT deliveryGroups.0.key', 'INVALID_INPUT lines.0.deliveryGroupKey'],
    ],
    ['two groups of one name', base({ deliveryGroups: [delivery, delivery] }), ['INVALID_INPUT deliveryGroups.1.key']],
    ['a delivery to nowhere', group({ shippingAddress: null }), ['INVALID_INPUT deliveryGroups.0.shippingAddress']],
    ['a delivery to a store', group({ pickupLocationId: 'lyon' }), ['INVALID_INPUT deliveryGroups.0.pickupLocationId']],
    [
      'a collection without a store',
      base({ deliveryGroups: [{ ...collection('lyon'), key: 'home', pickupLocationId: null }] }),
      ['INVALID_INPUT deliveryGroups.0.pickupLocationId'],
    ],
    [
      'an address of four lines',
      group({ shippingAddress: { ...delivery.shippingAddress, lines: ['1', '2', '3', '4'] } }),
      ['INVALID_INPUT deliveryGroups.0.shippingAddress.lines'],
    ],
    ['an order of tomorrow', base({ placedAt: new Date('2035-03-06T09:30:00Z') }), ['INVALID_INPUT placedAt']],
    [
      'an attribute without a name',
      base({ attributes: [{ key: 'No', value: 'x' }] }),
      ['INVALID_INPUT attributes.0.key'],
    ],
    ['a total that is not the sum', base({ expectedTotal: euro('44.99') }), ['PRICE_MISMATCH expectedTotal']],
    [
      'less authorized than owed',
      base({ payment: { ...base().payment, authorized: euro('44.99') } }),
      ['INVALID_INPUT payment.authorized'],
    ],
  ])('%s', (_title, input, expected) => {
    expect(problems(input)).toEqual(expected);
  });

  it.each([
    ['a token', 'tok_4f8aZ', true],
    ['no token', null, true],
    ['digits fewer than a card has', '41111111111', true],
    ['digits more than a card has', '41111111111111111111', true],
    ['a number of 12 digits', '411111111111', false],
    ['a number of 19 digits', '4111111111111111110', false],
    ['a number in groups', '4111 1111-1111 1111', false],
    ['nothing but blanks', '  ', false],
    ['more than 256 characters', 'x'.repeat(257), false],
  ])('of a card takes what the payment service calls it: %s', (_title, cardToken, isTaken) => {
    const input = base({ payment: { ...base().payment, cardToken } });
    expect(problems(input)).toEqual(isTaken ? [] : ['INVALID_INPUT payment.cardToken']);
    const result = readCapture(input, now);
    if (cardToken && !isTaken) expect(JSON.stringify(result)).not.toContain(cardToken);
  });

  it('takes discounts off and leaves taxes in', () => {
    const input = { ...line({ discountTotal: euro('4.00') }), expectedTotal: euro('41.00') };
    expect(readCapture(input, now)).toMatchObject({ ok: true, value: { currency: 'EUR', authorizedMinor: 4500 } });
  });
});
