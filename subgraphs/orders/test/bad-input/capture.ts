import { anOrder, collection, delivery } from '../an-order.ts';
import { euro } from '../selling.ts';
import { type BadInputs, badKeys, type Input, type Row } from './case.ts';

const good = anOrder([{ sku: 'SHIRT', quantity: 1 }]);
const [line] = good.lines;
const lineWith = (change: Input) => ({ lines: [{ ...line, ...change }] });
const groupWith = (change: Input) => ({ deliveryGroups: [{ ...delivery, ...change }] });
const addressWith = (change: Input) => groupWith({ shippingAddress: { ...delivery.shippingAddress, ...change } });
const paymentWith = (change: Input) => ({ payment: { ...good.payment, ...change } });
const dollars = { amount: '1.00', currency: 'USD' };
const many = <T>(count: number, of: (n: number) => T) => Array.from({ length: count }, (_, n) => of(n));
const long = 'x'.repeat(257);

const badMoney = (path: string, change: (amount: object) => Input): readonly Row[] => [
  [`${path} in another currency`, change(dollars), 'INVALID_INPUT', `${path}.currency`],
  [`${path} below zero`, change(euro('-1.00')), 'INVALID_INPUT', `${path}.amount`],
  [`${path} with too many digits`, change(euro('1.001')), 'INVALID_INPUT', `${path}.amount`],
];

const attributes = (field: string): readonly Row[] => [
  ['a key that is none', { [field]: [{ key: 'No Key', value: 'x' }] }, 'INVALID_INPUT', `${field}.0.key`],
  ['a value without end', { [field]: [{ key: 'a', value: 'x'.repeat(1025) }] }, 'INVALID_INPUT', `${field}.0.value`],
];

const rows: readonly Row[] = [
  ...badKeys,
  // Channels are the store network's: here one that is none is one that nobody serves.
  ['an unknown channel', { channelId: 'chn_none' }, 'NO_SOURCE', 'lines'],
  ['an empty reference', { externalReference: '' }, 'INVALID_INPUT', 'externalReference'],
  ['no e-mail address', { customer: { email: 'nobody' } }, 'INVALID_INPUT', 'customer.email'],
  ['a hold that is none', { reservationId: 'none' }, 'NOT_FOUND', 'reservationId'],
  ['a moment of the future', { placedAt: '2099-01-01T00:00:00Z' }, 'INVALID_INPUT', 'placedAt'],
  ['no line', { lines: [], deliveryGroups: [delivery] }, 'INVALID_INPUT', 'lines'],
  ['too many lines', { lines: many(201, () => line) }, 'LIMIT_EXCEEDED', 'lines'],
  ['no group', { deliveryGroups: [] }, 'INVALID_INPUT', 'deliveryGroups'],
  [
    'too many groups',
    { deliveryGroups: many(11, (n) => ({ ...delivery, key: n ? `k${n}` : 'home' })) },
    'LIMIT_EXCEEDED',
    'deliveryGroups',
  ],
  ['two groups of one name', { deliveryGroups: [delivery, delivery] }, 'INVALID_INPUT', 'deliveryGroups.1.key'],
  [
    'a group nobody names',
    { deliveryGroups: [delivery, { ...delivery, key: 'other' }] },
    'INVALID_INPUT',
    'deliveryGroups.1.key',
  ],
  ['a delivery to nowhere', groupWith({ shippingAddress: null }), 'INVALID_INPUT', 'deliveryGroups.0.shippingAddress'],
  [
    'a delivery to a store',
    groupWith({ pickupLocationId: 'lyon' }),
    'INVALID_INPUT',
    'deliveryGroups.0.pickupLocationId',
  ],
  [
    'a collection nowhere',
    { deliveryGroups: [{ ...collection('lyon'), key: 'home', pickupLocationId: null }] },
    'INVALID_INPUT',
    'deliveryGroups.0.pickupLocationId',
  ],
  ['no street', addressWith({ lines: [] }), 'INVALID_INPUT', 'deliveryGroups.0.shippingAddress.lines'],
  [
    'four streets',
    addressWith({ lines: ['1', '2', '3', '4'] }),
    'INVALID_INPUT',
    'deliveryGroups.0.shippingAddress.lines',
  ],
  ['no city', addressWith({ city: ' ' }), 'INVALID_INPUT', 'deliveryGroups.0.shippingAddress.city'],
  [
    'a bill to no city',
    { billingAddress: { lines: ['1'], city: '', countryCode: 'FR' } },
    'INVALID_INPUT',
    'billingAddress.city',
  ],
  ['no SKU', lineWith({ sku: '' }), 'INVALID_INPUT', 'lines.0.sku'],
  ['no name', lineWith({ name: long }), 'INVALID_INPUT', 'lines.0.name'],
  ['no unit', lineWith({ quantity: 0 }), 'INVALID_INPUT', 'lines.0.quantity'],
  ['too many units', lineWith({ quantity: 10_000 }), 'INVALID_INPUT', 'lines.0.quantity'],
  [
    'a group that is not there',
    { lines: [line, { ...line, deliveryGroupKey: 'none' }] },
    'INVALID_INPUT',
    'lines.1.deliveryGroupKey',
  ],
  ['a discount above the price', lineWith({ discountTotal: euro('20.01') }), 'INVALID_INPUT', 'lines.0.discountTotal'],
  ['taxes above the price', lineWith({ taxTotal: euro('20.01') }), 'INVALID_INPUT', 'lines.0.taxTotal'],
  ['another sum', { expectedTotal: euro('24.00') }, 'PRICE_MISMATCH', 'expectedTotal'],
  ['too little authorized', paymentWith({ authorized: euro('24.99') }), 'INVALID_INPUT', 'payment.authorized'],
  ['no payment service', paymentWith({ provider: '' }), 'INVALID_INPUT', 'payment.provider'],
  ['no reference', paymentWith({ reference: long }), 'INVALID_INPUT', 'payment.reference'],
  ['no method', paymentWith({ method: '' }), 'INVALID_INPUT', 'payment.method'],
  ['a card number', paymentWith({ cardToken: '4111 1111 1111 1111' }), 'INVALID_INPUT', 'payment.cardToken'],
  ...badMoney('lines.0.unitPrice', (unitPrice) => lineWith({ unitPrice })),
  ...badMoney('lines.0.discountTotal', (discountTotal) => lineWith({ discountTotal })),
  ...badMoney('lines.0.taxTotal', (taxTotal) => lineWith({ taxTotal })),
  ...badMoney('deliveryGroups.0.price', (price) => groupWith({ price })),
  ...badMoney('payment.authorized', (authorized) => paymentWith({ authorized })),
  ...attributes('attributes'),
  ...attributes('privateAttributes'),
  [
    'a key of a line that is none',
    lineWith({ attributes: [{ key: '-', value: '' }] }),
    'INVALID_INPUT',
    'lines.0.attributes.0.key',
  ],
  [
    'more than there is',
    lineWith({ quantity: 9999, unitPrice: euro('0.00'), taxTotal: euro('0.00') }),
    'PRICE_MISMATCH',
    'expectedTotal',
  ],
];

export const capture: readonly BadInputs[] = [
  { mutation: 'placeOrder', good, rows },
  {
    mutation: 'importOrders',
    good: { orders: [{ order: good }] },
    rows: [
      ['no order', { orders: [] }, 'INVALID_INPUT', 'orders'],
      ['too many orders', { orders: many(101, () => ({ order: good })) }, 'LIMIT_EXCEEDED', 'orders'],
    ],
  },
];
