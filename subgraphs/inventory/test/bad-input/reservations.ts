import { aCaller } from '@passerelle/testing';
import { badInputs, badKeys, many, oneOf, text } from './case.ts';

const shopper = aCaller('shopper');
const operator = aCaller('operator');
const another = aCaller('shopper', { subject: 'another-shopper' });
const wanted = { sku: 'A', quantity: 1 };
const lines = oneOf(wanted);

const reserveStock = badInputs(
  'reserveStock',
  shopper,
  {
    idempotencyKey: 'replaced by a key of its own',
    channelId: 'chn_web',
    cartReference: 'cart',
    lines: [wanted],
    pickupLocationId: 'loc_store',
    holdFor: 'PT15M',
  },
  [
    ...badKeys,
    ['an unknown channel', { channelId: 'chn_none' }, 'NOT_FOUND', 'channelId'],
    ['a channel that is none', { channelId: 'chn_\0' }, 'NOT_FOUND', 'channelId'],
    ['no cart', { cartReference: '' }, 'INVALID_INPUT', 'cartReference'],
    ['a cart without end', { cartReference: text(201) }, 'INVALID_INPUT', 'cartReference'],
    ['a cart with NUL', { cartReference: 'c\0' }, 'INVALID_INPUT', 'cartReference'],
    ['no line', { lines: [] }, 'INVALID_INPUT', 'lines'],
    ['too many lines', { lines: many(51, (n) => ({ sku: `S${n}`, quantity: 1 })) }, 'LIMIT_EXCEEDED', 'lines'],
    ['a SKU twice', { lines: [wanted, wanted] }, 'INVALID_INPUT', 'lines.1.sku'],
    ['an unknown SKU', lines({ sku: 'NONE' }), 'NOT_FOUND', 'lines.0.sku'],
    ['a SKU with NUL', lines({ sku: 'A\0' }), 'INVALID_INPUT', 'lines.0.sku'],
    ['no unit', lines({ quantity: 0 }), 'INVALID_INPUT', 'lines.0.quantity'],
    ['too many units', lines({ quantity: 1000 }), 'INVALID_INPUT', 'lines.0.quantity'],
    ['more than there is', lines({ quantity: 99 }), 'INSUFFICIENT_STOCK', 'lines.0.quantity'],
    [
      'nothing of what there is',
      { ...lines({ sku: 'C' }), allowPartial: true },
      'INSUFFICIENT_STOCK',
      'lines.0.quantity',
    ],
    ['an unknown store', { pickupLocationId: 'loc_none' }, 'NOT_FOUND', 'pickupLocationId'],
    ['a store that is none', { pickupLocationId: 'loc_\0' }, 'NOT_FOUND', 'pickupLocationId'],
    ['a store that is off', { pickupLocationId: 'loc_off' }, 'LOCATION_NOT_ELIGIBLE', 'pickupLocationId'],
    ['a store of another channel', { pickupLocationId: 'loc_other' }, 'LOCATION_NOT_ELIGIBLE', 'pickupLocationId'],
    ['no time', { holdFor: 'PT0M' }, 'INVALID_INPUT', 'holdFor'],
    ['too long a time', { holdFor: 'PT61M' }, 'INVALID_INPUT', 'holdFor'],
  ],
);

const extendReservation = badInputs('extendReservation', shopper, { id: '@held', holdFor: 'PT30M' }, [
  ['an unknown hold', { id: 'rsv_none' }, 'NOT_FOUND', 'id'],
  ['an id that is none', { id: 'rsv_\0' }, 'NOT_FOUND', 'id'],
  ['a hold of others', {}, 'NOT_FOUND', 'id', another],
  ['one that lapsed', { id: '@expired' }, 'RESERVATION_EXPIRED', 'id'],
  ['one that was given back', { id: '@released' }, 'INVALID_STATE', 'id'],
  ['one of an order', { id: '@allocated' }, 'INVALID_STATE', 'id'],
  ['no time', { holdFor: 'PT0M' }, 'INVALID_INPUT', 'holdFor'],
  ['too long a time', { holdFor: 'PT61M' }, 'INVALID_INPUT', 'holdFor'],
]);

const releaseReservation = badInputs('releaseReservation', shopper, { id: '@held' }, [
  ['an unknown hold', { id: 'rsv_none' }, 'NOT_FOUND', 'id'],
  ['an id that is none', { id: 'rsv_\0' }, 'NOT_FOUND', 'id'],
  ['a hold of others', {}, 'NOT_FOUND', 'id', another],
  ['one of an order', { id: '@allocated' }, 'INVALID_STATE', 'id'],
]);

const startStockWatch = badInputs('startStockWatch', operator, { channelId: 'chn_web' }, [
  ['an unknown channel', { channelId: 'chn_none' }, 'NOT_FOUND', 'channelId'],
  ['a channel that is none', { channelId: 'chn_\0' }, 'NOT_FOUND', 'channelId'],
]);

/** What nobody watches is not watched: there is nothing to refuse. */
const stopStockWatch = badInputs('stopStockWatch', operator, { channelId: 'chn_\0' }, []);

const setLowStockThreshold = badInputs(
  'setLowStockThreshold',
  operator,
  { channelId: 'chn_web', sku: 'A', quantity: 2 },
  [
    ['an unknown channel', { channelId: 'chn_none' }, 'NOT_FOUND', 'channelId'],
    ['a channel that is none', { channelId: 'chn_\0' }, 'NOT_FOUND', 'channelId'],
    ['an unknown SKU', { sku: 'NONE' }, 'NOT_FOUND', 'sku'],
    ['no SKU', { sku: '' }, 'INVALID_INPUT', 'sku'],
    ['a SKU with NUL', { sku: 'A\0' }, 'INVALID_INPUT', 'sku'],
    ['fewer than none', { quantity: -1 }, 'INVALID_INPUT', 'quantity'],
    ['a threshold beyond reason', { quantity: 100_001 }, 'INVALID_INPUT', 'quantity'],
  ],
);

export const badReservations = [
  reserveStock,
  extendReservation,
  releaseReservation,
  startStockWatch,
  stopStockWatch,
  setLowStockThreshold,
];
