import { aCaller } from '@passerelle/testing';
import { badInputs, badKeys, many, text } from './case.ts';

const staff = aCaller('store-staff');
const elsewhere = aCaller('store-staff', { locationIds: ['loc_other'] });
const partner = aCaller('partner');
const partnerElsewhere = aCaller('partner', { locationIds: ['loc_other'] });
const operator = aCaller('operator');
const idempotencyKey = 'replaced by a key of its own';
const earlier = '2026-11-22T09:00:00Z';
const future = '2027-11-22T09:00:00Z';

const adjustStock = badInputs(
  'adjustStock',
  staff,
  { idempotencyKey, locationId: 'loc_store', sku: 'A', delta: 1, reason: 'ADJUSTMENT', sourceReference: 'doc' },
  [
    ...badKeys,
    ['an unknown location', { locationId: 'loc_none' }, 'NOT_FOUND', 'locationId'],
    ['a location that is none', { locationId: 'loc_\0' }, 'NOT_FOUND', 'locationId'],
    ['a location of others', {}, 'NOT_FOUND', 'locationId', elsewhere],
    ['an unknown SKU', { sku: 'NONE' }, 'NOT_FOUND', 'sku'],
    ['no SKU', { sku: '' }, 'INVALID_INPUT', 'sku'],
    ['a SKU without end', { sku: text(101) }, 'INVALID_INPUT', 'sku'],
    ['a SKU with NUL', { sku: 'A\0' }, 'INVALID_INPUT', 'sku'],
    ['no change', { delta: 0 }, 'INVALID_INPUT', 'delta'],
    ['too much', { delta: 100_001 }, 'INVALID_INPUT', 'delta'],
    ['too much less', { delta: -100_001 }, 'INVALID_INPUT', 'delta'],
    ['a count', { reason: 'COUNT' }, 'INVALID_INPUT', 'reason'],
    ['a snapshot', { reason: 'SNAPSHOT' }, 'INVALID_INPUT', 'reason'],
    ['an issue of ours', { reason: 'ISSUE' }, 'INVALID_INPUT', 'reason'],
    ['other stock than expected', { expectedOnHand: 99 }, 'QUANTITY_CONFLICT', 'expectedOnHand'],
    ['stock where there is no level', { sku: 'C', expectedOnHand: 1 }, 'QUANTITY_CONFLICT', 'expectedOnHand'],
    ['a document without end', { sourceReference: text(201) }, 'INVALID_INPUT', 'sourceReference'],
    ['a document with NUL', { sourceReference: 'd\0' }, 'INVALID_INPUT', 'sourceReference'],
  ],
);

const recordStockCount = badInputs(
  'recordStockCount',
  staff,
  { idempotencyKey, locationId: 'loc_store', sku: 'A', countedQuantity: 5, countedAt: earlier },
  [
    ...badKeys,
    ['an unknown location', { locationId: 'loc_none' }, 'NOT_FOUND', 'locationId'],
    ['a location that is none', { locationId: 'loc_\0' }, 'NOT_FOUND', 'locationId'],
    ['a location of others', {}, 'NOT_FOUND', 'locationId', elsewhere],
    ['an unknown SKU', { sku: 'NONE' }, 'NOT_FOUND', 'sku'],
    ['no SKU', { sku: '' }, 'INVALID_INPUT', 'sku'],
    ['a SKU with NUL', { sku: 'A\0' }, 'INVALID_INPUT', 'sku'],
    ['fewer than none', { countedQuantity: -1 }, 'INVALID_INPUT', 'countedQuantity'],
    ['more than anybody has', { countedQuantity: 100_000_001 }, 'INVALID_INPUT', 'countedQuantity'],
    ['other stock than expected', { expectedOnHand: 99 }, 'QUANTITY_CONFLICT', 'expectedOnHand'],
    ['stock where there is no level', { sku: 'C', expectedOnHand: 1 }, 'QUANTITY_CONFLICT', 'expectedOnHand'],
    ['a count of the future', { countedAt: future }, 'INVALID_INPUT', 'countedAt'],
  ],
);

const event = {
  eventId: 'bad-1',
  locationId: 'loc_store',
  sku: 'A',
  delta: -1,
  reason: 'SALE',
  occurredAt: earlier,
  orderNumber: '100042',
  workstation: '03',
  sequence: 1,
  businessDate: '2026-11-22',
};
const events = (change: object) => ({ events: [{ ...event, ...change }] });

const recordStockEvents = badInputs('recordStockEvents', partner, { source: 'till', events: [event] }, [
  ['no source', { source: '' }, 'INVALID_INPUT', 'source'],
  ['a source without end', { source: text(101) }, 'INVALID_INPUT', 'source'],
  ['a source with NUL', { source: 't\0' }, 'INVALID_INPUT', 'source'],
  ['a source that is ours', { source: 'passerelle:issue' }, 'INVALID_INPUT', 'source'],
  ['no event', { events: [] }, 'INVALID_INPUT', 'events'],
  ['too many events', { events: many(501, (n) => ({ ...event, eventId: `e${n}` })) }, 'LIMIT_EXCEEDED', 'events'],
  [
    'one bad row of all or none',
    { errorPolicy: 'REJECT_ALL', events: [event, { ...event, eventId: 'bad-2', delta: 0 }] },
    'INVALID_INPUT',
    'events',
  ],
  ['no id', events({ eventId: '' }), 'INVALID_INPUT', 'events.0.eventId'],
  ['an id without end', events({ eventId: text(201) }), 'INVALID_INPUT', 'events.0.eventId'],
  ['an id with NUL', events({ eventId: 'e\0' }), 'INVALID_INPUT', 'events.0.eventId'],
  ['an id used for something else', events({ eventId: 'told-before' }), 'INVALID_INPUT', 'events.0.eventId'],
  ['an unknown location', events({ locationId: 'loc_none' }), 'NOT_FOUND', 'events.0.locationId'],
  ['a location that is none', events({ locationId: 'loc_\0' }), 'NOT_FOUND', 'events.0.locationId'],
  ['a location of others', {}, 'NOT_FOUND', 'events.0.locationId', partnerElsewhere],
  ['an unknown SKU', events({ sku: 'NONE' }), 'NOT_FOUND', 'events.0.sku'],
  ['a SKU with NUL', events({ sku: 'A\0' }), 'NOT_FOUND', 'events.0.sku'],
  ['no change', events({ delta: 0 }), 'INVALID_INPUT', 'events.0.delta'],
  ['too much', events({ delta: 100_001 }), 'INVALID_INPUT', 'events.0.delta'],
  ['a count', events({ reason: 'COUNT', orderNumber: null }), 'INVALID_INPUT', 'events.0.reason'],
  ['an issue of ours', events({ reason: 'ISSUE', orderNumber: null }), 'INVALID_INPUT', 'events.0.reason'],
  ['no moment', events({ occurredAt: null }), 'INVALID_INPUT', 'events.0.occurredAt'],
  ['two moments', events({ occurredAtLocal: '2026-11-22T10:00:00' }), 'INVALID_INPUT', 'events.0.occurredAt'],
  ['a moment of the future', events({ occurredAt: future }), 'INVALID_INPUT', 'events.0.occurredAt'],
  [
    'a local time with a zone',
    events({ occurredAt: null, occurredAtLocal: '2026-11-22T10:00:00Z' }),
    'INVALID_INPUT',
    'events.0.occurredAtLocal',
  ],
  ['an order without a number', events({ orderNumber: '' }), 'INVALID_INPUT', 'events.0.orderNumber'],
  ['an order number with NUL', events({ orderNumber: '1\0' }), 'INVALID_INPUT', 'events.0.orderNumber'],
  ['an order number of a receipt of goods', events({ reason: 'RECEIPT' }), 'INVALID_INPUT', 'events.0.orderNumber'],
  ['a receipt of no till', events({ workstation: null }), 'INVALID_INPUT', 'events.0.workstation'],
  ['a till without a name', events({ workstation: '' }), 'INVALID_INPUT', 'events.0.workstation'],
  [
    'an unknown location in training',
    events({ isTraining: true, locationId: 'loc_none' }),
    'NOT_FOUND',
    'events.0.locationId',
  ],
  ['a till with NUL', events({ workstation: '3\0' }), 'INVALID_INPUT', 'events.0.workstation'],
  ['a till without end', events({ workstation: text(51) }), 'INVALID_INPUT', 'events.0.workstation'],
  ['a receipt without number', events({ sequence: null }), 'INVALID_INPUT', 'events.0.sequence'],
  ['a receipt below zero', events({ sequence: -1 }), 'INVALID_INPUT', 'events.0.sequence'],
  ['a receipt of no day', events({ businessDate: null }), 'INVALID_INPUT', 'events.0.businessDate'],
  ['a receipt of a day that is none', events({ businessDate: '2026-02-30' }), 'INVALID_INPUT', 'events.0.businessDate'],
]);

const receipt = { reference: 'PO-9', locationId: 'loc_store', sku: 'A', quantity: 3, expectedAt: future };
const receipts = (change: object) => ({ receipts: [{ ...receipt, ...change }] });

const recordExpectedReceipts = badInputs(
  'recordExpectedReceipts',
  partner,
  { source: 'erp', statedAt: earlier, receipts: [receipt] },
  [
    ['no source', { source: '' }, 'INVALID_INPUT', 'source'],
    ['a source with NUL', { source: 'e\0' }, 'INVALID_INPUT', 'source'],
    ['a source that is ours', { source: 'passerelle:transfer-order' }, 'INVALID_INPUT', 'source'],
    ['a statement of the future', { statedAt: future }, 'INVALID_INPUT', 'statedAt'],
    ['no receipt', { receipts: [] }, 'INVALID_INPUT', 'receipts'],
    ['too many receipts', { receipts: many(501, () => receipt) }, 'LIMIT_EXCEEDED', 'receipts'],
    ['no reference', receipts({ reference: '' }), 'INVALID_INPUT', 'receipts.0.reference'],
    ['a reference with NUL', receipts({ reference: 'P\0' }), 'INVALID_INPUT', 'receipts.0.reference'],
    ['a reference without end', receipts({ reference: text(201) }), 'INVALID_INPUT', 'receipts.0.reference'],
    ['an unknown location', receipts({ locationId: 'loc_none' }), 'NOT_FOUND', 'receipts.0.locationId'],
    ['a location of others', {}, 'NOT_FOUND', 'receipts.0.locationId', partnerElsewhere],
    ['an unknown SKU', receipts({ sku: 'NONE' }), 'NOT_FOUND', 'receipts.0.sku'],
    ['a SKU with NUL', receipts({ sku: 'A\0' }), 'NOT_FOUND', 'receipts.0.sku'],
    ['fewer than none', receipts({ quantity: -1 }), 'INVALID_INPUT', 'receipts.0.quantity'],
    ['more than anybody has', receipts({ quantity: 100_000_001 }), 'INVALID_INPUT', 'receipts.0.quantity'],
  ],
);

const setStockFeed = badInputs('setStockFeed', operator, { locationId: 'loc_store', freshnessLimit: 'P9D' }, [
  ['an unknown location', { locationId: 'loc_none' }, 'NOT_FOUND', 'locationId'],
  ['a location of others', {}, 'NOT_FOUND', 'locationId', aCaller('operator', { locationIds: ['loc_other'] })],
  ['no time at all', { freshnessLimit: 'PT0S' }, 'INVALID_INPUT', 'freshnessLimit'],
  ['more than a year', { freshnessLimit: 'P367D' }, 'INVALID_INPUT', 'freshnessLimit'],
  ['less than none emptied', { maxEmptiedPercent: -1 }, 'INVALID_INPUT', 'maxEmptiedPercent'],
  ['more than all emptied', { maxEmptiedPercent: 101 }, 'INVALID_INPUT', 'maxEmptiedPercent'],
  ['less than no change', { maxChangePercent: -1 }, 'INVALID_INPUT', 'maxChangePercent'],
  ['a change beyond reason', { maxChangePercent: 1_000_001 }, 'INVALID_INPUT', 'maxChangePercent'],
]);

export const badStock = [adjustStock, recordStockCount, recordStockEvents, recordExpectedReceipts, setStockFeed];
