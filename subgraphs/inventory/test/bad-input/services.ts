import { aService } from '@passerelle/testing';
import { badInputs, many, oneOf } from './case.ts';

const orders = aService('orders');
const returns = aService('returns');
const occurredAt = '2026-11-22T09:00:00Z';

const line = { orderLineId: 'oln_1', sku: 'A', quantity: 1, locationId: 'loc_house' };
const lines = oneOf(line);
const tooManyLines = { lines: many(501, (n) => ({ ...line, orderLineId: `oln_${n}` })) };

/** What is wrong with lines of an order, to be allocated or issued. */
const orderLines = [
  ['no line', { lines: [] }, 'INVALID_INPUT', 'lines'],
  ['too many lines', tooManyLines, 'INVALID_INPUT', 'lines'],
  ['a line with NUL', lines({ orderLineId: 'oln_\0' }), 'INVALID_INPUT', 'lines.0.orderLineId'],
  ['a line twice at one location', { lines: [line, line] }, 'INVALID_INPUT', 'lines.1.orderLineId'],
  ['a SKU with NUL', lines({ sku: 'A\0' }), 'INVALID_INPUT', 'lines.0.sku'],
  ['no unit', lines({ quantity: 0 }), 'INVALID_INPUT', 'lines.0.quantity'],
  ['too many units', lines({ quantity: 100_000 }), 'INVALID_INPUT', 'lines.0.quantity'],
] as const;

const allocateOrder = badInputs(
  'allocateOrder',
  orders,
  { orderId: 'ord_new', revision: 1, channelId: 'chn_web', lines: [line] },
  [
    ...orderLines,
    ['an order with NUL', { orderId: 'ord_\0' }, 'INVALID_INPUT', 'orderId'],
    ['an unknown channel', { channelId: 'chn_none' }, 'LOCATION_NOT_ELIGIBLE', 'lines.0.locationId'],
    ['an unknown hold', { reservationId: 'rsv_none' }, 'NOT_FOUND', 'reservationId'],
    ['a hold that is none', { reservationId: 'rsv_\0' }, 'NOT_FOUND', 'reservationId'],
    ['a hold that lapsed', { reservationId: '@expired' }, 'RESERVATION_EXPIRED', 'reservationId'],
    ['a hold that another order took', { reservationId: '@allocated' }, 'RESERVATION_EXPIRED', 'reservationId'],
    ['an unknown SKU', lines({ sku: 'NONE' }), 'NOT_FOUND', 'lines.0.sku'],
    ['more than there is', lines({ quantity: 99 }), 'INSUFFICIENT_STOCK', 'lines.0.quantity'],
    ['an unknown location', lines({ locationId: 'loc_none' }), 'NOT_FOUND', 'lines.0.locationId'],
    ['a location that is none', lines({ locationId: 'loc_\0' }), 'NOT_FOUND', 'lines.0.locationId'],
    ['a location that is off', lines({ locationId: 'loc_off' }), 'LOCATION_NOT_ELIGIBLE', 'lines.0.locationId'],
    [
      'a location of another channel',
      lines({ locationId: 'loc_other' }),
      'LOCATION_NOT_ELIGIBLE',
      'lines.0.locationId',
    ],
  ],
);

const issueAllocatedStock = badInputs(
  'issueAllocatedStock',
  orders,
  { orderId: 'ord_1', issueReference: 'shp_1', locationId: 'loc_house', lines: [line], occurredAt },
  [
    ...orderLines,
    ['an order with NUL', { orderId: 'ord_\0' }, 'INVALID_INPUT', 'orderId'],
    ['a shipment with NUL', { issueReference: 'shp_\0' }, 'INVALID_INPUT', 'issueReference'],
    ['an unknown order', { orderId: 'ord_none' }, 'INVALID_STATE', 'locationId'],
    [
      'a location that holds nothing of it',
      { locationId: 'loc_store', ...lines({ locationId: 'loc_store' }) },
      'INVALID_STATE',
      'locationId',
    ],
    ['two locations', lines({ locationId: 'loc_store' }), 'INVALID_INPUT', 'lines.0.locationId'],
    ['a line it does not have', lines({ orderLineId: 'oln_none' }), 'QUANTITY_TOO_LARGE', 'lines.0.quantity'],
    ['a SKU its line does not have', lines({ sku: 'B' }), 'QUANTITY_TOO_LARGE', 'lines.0.quantity'],
    ['more than it holds', lines({ quantity: 3 }), 'QUANTITY_TOO_LARGE', 'lines.0.quantity'],
  ],
);

const wanted = { orderLineId: 'oln_1', sku: 'B', quantity: 1 };
const promised = oneOf(wanted);

const promiseExpectedStock = badInputs(
  'promiseExpectedStock',
  orders,
  { orderId: 'ord_promised', revision: 1, channelId: 'chn_web', lines: [wanted] },
  [
    ['an order with NUL', { orderId: 'ord_\0' }, 'BAD_USER_INPUT', 'orderId'],
    ['a revision that is kept for already', { orderId: 'ord_1' }, 'NOT_FOUND', 'revision'],
    ['an unknown channel', { channelId: 'chn_none' }, 'INSUFFICIENT_STOCK', 'lines.0.quantity'],
    ['no line', { lines: [] }, 'BAD_USER_INPUT', 'lines'],
    ['too many lines', tooManyLines, 'BAD_USER_INPUT', 'lines'],
    ['a line with NUL', promised({ orderLineId: 'oln_\0' }), 'BAD_USER_INPUT', 'lines.0.orderLineId'],
    ['an unknown SKU', promised({ sku: 'NONE' }), 'NOT_FOUND', 'lines.0.sku'],
    ['a SKU with NUL', promised({ sku: 'B\0' }), 'BAD_USER_INPUT', 'lines.0.sku'],
    ['no unit', promised({ quantity: 0 }), 'BAD_USER_INPUT', 'lines.0.quantity'],
    ['more than will come', promised({ quantity: 99 }), 'INSUFFICIENT_STOCK', 'lines.0.quantity'],
    ['a location where nothing comes', promised({ locationId: 'loc_none' }), 'INSUFFICIENT_STOCK', 'lines.0.quantity'],
  ],
);

const releaseOrderAllocation = badInputs(
  'releaseOrderAllocation',
  orders,
  { orderId: 'ord_1', revision: 1, orderLineIds: ['oln_2'] },
  [
    ['an order with NUL', { orderId: 'ord_\0' }, 'BAD_USER_INPUT', 'orderId'],
    [
      'fewer kept than none',
      { reductions: [{ orderLineId: 'oln_1', keptQuantity: -1 }] },
      'BAD_USER_INPUT',
      'reductions.0.keptQuantity',
    ],
  ],
);

const cameBack = { sku: 'A', restockedQuantity: 1, blockedQuantity: 0 };
const returned = oneOf(cameBack);

const receiveReturnedStock = badInputs(
  'receiveReturnedStock',
  returns,
  { returnId: 'ret_1', inspectionId: 'isp_1', locationId: 'loc_store', orderId: 'ord_1', lines: [cameBack] },
  [
    ['a return with NUL', { returnId: 'ret_\0' }, 'BAD_USER_INPUT', 'returnId'],
    ['an inspection with NUL', { inspectionId: 'isp_\0' }, 'BAD_USER_INPUT', 'inspectionId'],
    ['an order with NUL', { orderId: 'ord_\0' }, 'BAD_USER_INPUT', 'orderId'],
    ['an unknown location', { locationId: 'loc_none' }, 'BAD_USER_INPUT', 'locationId'],
    ['no line', { lines: [] }, 'BAD_USER_INPUT', 'lines'],
    ['too many lines', { lines: many(501, () => cameBack) }, 'BAD_USER_INPUT', 'lines'],
    ['an unknown SKU', returned({ sku: 'NONE' }), 'BAD_USER_INPUT', 'lines.0.sku'],
    ['a SKU with NUL', returned({ sku: 'A\0' }), 'BAD_USER_INPUT', 'lines.0.sku'],
    ['fewer than none', returned({ restockedQuantity: -1 }), 'BAD_USER_INPUT', 'lines.0.restockedQuantity'],
    [
      'more than anybody has',
      returned({ restockedQuantity: 2 ** 31 - 1 }),
      'BAD_USER_INPUT',
      'lines.0.restockedQuantity',
    ],
    ['fewer blocked than none', returned({ blockedQuantity: -1 }), 'BAD_USER_INPUT', 'lines.0.blockedQuantity'],
    [
      'more blocked than anybody has',
      returned({ blockedQuantity: 2 ** 31 - 1 }),
      'BAD_USER_INPUT',
      'lines.0.blockedQuantity',
    ],
  ],
);

const found = { sku: 'A', missingQuantity: 1, damagedQuantity: 0 };
const corrected = oneOf(found);

const correctStockAfterRejection = badInputs(
  'correctStockAfterRejection',
  orders,
  { correctionId: 'cor_1', orderId: 'ord_1', locationId: 'loc_house', lines: [found] },
  [
    ['a correction with NUL', { correctionId: 'cor_\0' }, 'BAD_USER_INPUT', 'correctionId'],
    ['an order with NUL', { orderId: 'ord_\0' }, 'BAD_USER_INPUT', 'orderId'],
    ['an unknown location', { locationId: 'loc_none' }, 'BAD_USER_INPUT', 'locationId'],
    ['no line', { lines: [] }, 'BAD_USER_INPUT', 'lines'],
    ['too many lines', { lines: many(501, (n) => ({ ...found, sku: `S${n}` })) }, 'BAD_USER_INPUT', 'lines'],
    ['a SKU twice', { lines: [found, found] }, 'BAD_USER_INPUT', 'lines.1.sku'],
    ['an unknown SKU', corrected({ sku: 'NONE' }), 'BAD_USER_INPUT', 'lines.0.sku'],
    ['a SKU with NUL', corrected({ sku: 'A\0' }), 'BAD_USER_INPUT', 'lines.0.sku'],
    ['fewer missing than none', corrected({ missingQuantity: -1 }), 'BAD_USER_INPUT', 'lines.0.missingQuantity'],
    [
      'more missing than anybody has',
      corrected({ missingQuantity: 2 ** 31 - 1 }),
      'BAD_USER_INPUT',
      'lines.0.missingQuantity',
    ],
    ['fewer damaged than none', corrected({ damagedQuantity: -1 }), 'BAD_USER_INPUT', 'lines.0.damagedQuantity'],
    [
      'more damaged than anybody has',
      corrected({ damagedQuantity: 2 ** 31 - 1 }),
      'BAD_USER_INPUT',
      'lines.0.damagedQuantity',
    ],
  ],
);

const arrived = { orderLineId: 'oln_9', sku: 'A', quantity: 1, damagedQuantity: 0 };
const arrival = oneOf(arrived);

const receiveTransferredStock = badInputs(
  'receiveTransferredStock',
  orders,
  {
    receiptReference: 'rcp_1',
    orderId: 'ord_9',
    revision: 1,
    channelId: 'chn_web',
    locationId: 'loc_store',
    lines: [arrived],
    occurredAt,
  },
  [
    ['a receipt with NUL', { receiptReference: 'rcp_\0' }, 'BAD_USER_INPUT', 'receiptReference'],
    ['an order with NUL', { orderId: 'ord_\0' }, 'BAD_USER_INPUT', 'orderId'],
    ['a channel with NUL', { channelId: 'chn_\0' }, 'BAD_USER_INPUT', 'channelId'],
    ['an unknown location', { locationId: 'loc_none' }, 'BAD_USER_INPUT', 'locationId'],
    ['no line', { lines: [] }, 'BAD_USER_INPUT', 'lines'],
    ['too many lines', { lines: many(501, () => arrived) }, 'BAD_USER_INPUT', 'lines'],
    ['a line with NUL', arrival({ orderLineId: 'oln_\0' }), 'BAD_USER_INPUT', 'lines.0.orderLineId'],
    ['an unknown SKU', arrival({ sku: 'NONE' }), 'BAD_USER_INPUT', 'lines.0.sku'],
    ['a SKU with NUL', arrival({ sku: 'A\0' }), 'BAD_USER_INPUT', 'lines.0.sku'],
    ['fewer than none', arrival({ quantity: -1 }), 'BAD_USER_INPUT', 'lines.0.quantity'],
    ['more than anybody has', arrival({ quantity: 2 ** 31 - 1 }), 'BAD_USER_INPUT', 'lines.0.quantity'],
    ['fewer damaged than none', arrival({ damagedQuantity: -1 }), 'BAD_USER_INPUT', 'lines.0.damagedQuantity'],
    [
      'more damaged than anybody has',
      arrival({ damagedQuantity: 2 ** 31 - 1 }),
      'BAD_USER_INPUT',
      'lines.0.damagedQuantity',
    ],
  ],
);

export const badServices = [
  allocateOrder,
  issueAllocatedStock,
  promiseExpectedStock,
  releaseOrderAllocation,
  receiveReturnedStock,
  correctStockAfterRejection,
  receiveTransferredStock,
];
