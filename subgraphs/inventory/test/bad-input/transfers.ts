import { aCaller } from '@passerelle/testing';
import { badInputs, badKeys, many, oneOf, text } from './case.ts';

const operator = aCaller('operator');
const atHouse = aCaller('store-staff', { locationIds: ['loc_house'] });
const atStore = aCaller('store-staff', { locationIds: ['loc_store'] });
const elsewhere = aCaller('store-staff', { locationIds: ['loc_other'] });
const idempotencyKey = 'replaced by a key of its own';

/** What is wrong with any step on a transfer order; `states` are orders the step is not for. */
const steps = (...states: string[]) =>
  [
    ['an unknown order', { id: 'trf_none' }, 'NOT_FOUND', 'id'],
    ['an id that is none', { id: 'trf_\0' }, 'NOT_FOUND', 'id'],
    ['an old version', { expectedVersion: 0 }, 'VERSION_CONFLICT', 'expectedVersion'],
    ['no word', { note: '' }, 'INVALID_INPUT', 'note'],
    ['words without end', { note: text(501) }, 'INVALID_INPUT', 'note'],
    ['words with NUL', { note: 'w\0' }, 'INVALID_INPUT', 'note'],
    ...states.map((id) => [`${id.slice(1)}, which it is not for`, { id }, 'INVALID_STATE', 'id'] as const),
  ] as const;
const ofOthers = ['an order of others', {}, 'NOT_FOUND', 'id', elsewhere] as const;

const ordered = { sku: 'A', quantity: 1 };
const newLine = oneOf(ordered);

const createTransferOrder = badInputs(
  'createTransferOrder',
  operator,
  {
    idempotencyKey,
    fromLocationId: 'loc_house',
    toLocationId: 'loc_store',
    lines: [ordered],
    reference: 'ERP-1',
    note: 'soon',
  },
  [
    ...badKeys,
    ['an unknown sender', { fromLocationId: 'loc_none' }, 'NOT_FOUND', 'fromLocationId'],
    ['a sender that is none', { fromLocationId: 'loc_\0' }, 'NOT_FOUND', 'fromLocationId'],
    ['locations of others', {}, 'NOT_FOUND', 'fromLocationId', elsewhere],
    ['an unknown receiver', { toLocationId: 'loc_none' }, 'NOT_FOUND', 'toLocationId'],
    ['a receiver that is none', { toLocationId: 'loc_\0' }, 'NOT_FOUND', 'toLocationId'],
    ['one location twice', { toLocationId: 'loc_house' }, 'INVALID_INPUT', 'toLocationId'],
    ['no reference', { reference: '' }, 'INVALID_INPUT', 'reference'],
    ['a reference without end', { reference: text(201) }, 'INVALID_INPUT', 'reference'],
    ['a reference with NUL', { reference: 'E\0' }, 'INVALID_INPUT', 'reference'],
    ['no word', { note: '' }, 'INVALID_INPUT', 'note'],
    ['words with NUL', { note: 'w\0' }, 'INVALID_INPUT', 'note'],
    ['no line', { lines: [] }, 'INVALID_INPUT', 'lines'],
    ['too many lines', { lines: many(501, (n) => ({ sku: `S${n}`, quantity: 1 })) }, 'INVALID_INPUT', 'lines'],
    ['a SKU twice', { lines: [ordered, ordered] }, 'INVALID_INPUT', 'lines.1.sku'],
    ['an unknown SKU', newLine({ sku: 'NONE' }), 'NOT_FOUND', 'lines.0.sku'],
    ['a SKU with NUL', newLine({ sku: 'A\0' }), 'INVALID_INPUT', 'lines.0.sku'],
    ['goods without stock control', newLine({ sku: 'WRAP' }), 'INVALID_INPUT', 'lines.0.sku'],
    ['no unit', newLine({ quantity: 0 }), 'INVALID_INPUT', 'lines.0.quantity'],
    ['more than anybody has', newLine({ quantity: 100_000_001 }), 'INVALID_INPUT', 'lines.0.quantity'],
  ],
);

const requestTransferOrder = badInputs('requestTransferOrder', operator, { id: '@draft' }, [
  ...steps('@picking', '@shipped', '@cancelled'),
  ofOthers,
  ['an order to be sent from elsewhere', {}, 'INVALID_INPUT', 'id', atStore],
  ['more than there is', { id: '@largeDraft' }, 'INSUFFICIENT_STOCK', 'lines.0.quantity'],
]);

const picked = { sku: 'A', pickedQuantity: 1 };
const pickLine = oneOf(picked);

const recordTransferPick = badInputs(
  'recordTransferPick',
  operator,
  { idempotencyKey, id: '@requested', lines: [picked] },
  [
    ...badKeys,
    ...steps('@draft', '@shipped', '@cancelled'),
    ofOthers,
    ['an order to be sent from elsewhere', {}, 'INVALID_INPUT', 'id', atStore],
    ['no line', { lines: [] }, 'INVALID_INPUT', 'lines'],
    ['a SKU twice', { lines: [picked, picked] }, 'INVALID_INPUT', 'lines.1.sku'],
    ['a SKU of no line', pickLine({ sku: 'B' }), 'NOT_FOUND', 'lines.0.sku'],
    ['a SKU with NUL', pickLine({ sku: 'A\0' }), 'NOT_FOUND', 'lines.0.sku'],
    ['nothing of a SKU', pickLine({ pickedQuantity: 0 }), 'INVALID_INPUT', 'lines.0.pickedQuantity'],
    ['fewer than none', pickLine({ pickedQuantity: -1 }), 'INVALID_INPUT', 'lines.0.pickedQuantity'],
    ['more than are to pick', pickLine({ pickedQuantity: 3 }), 'QUANTITY_TOO_LARGE', 'lines.0.pickedQuantity'],
    ['fewer missing than none', pickLine({ notFoundQuantity: -1 }), 'INVALID_INPUT', 'lines.0.notFoundQuantity'],
    ['fewer damaged than none', pickLine({ damagedQuantity: -1 }), 'INVALID_INPUT', 'lines.0.damagedQuantity'],
  ],
);

const shipTransferOrder = badInputs(
  'shipTransferOrder',
  operator,
  { id: '@picking', expectedAt: '2026-11-24T09:00:00Z' },
  [
    ...steps('@draft', '@requested', '@cancelled'),
    ofOthers,
    ['an order to be sent from elsewhere', {}, 'INVALID_INPUT', 'id', atStore],
    ['nothing that was picked', { id: '@emptyPick' }, 'INVALID_STATE', 'id'],
  ],
);

const came = { sku: 'A', receivedQuantity: 1 };
const arrival = oneOf(came);

const receiveTransferOrder = badInputs(
  'receiveTransferOrder',
  operator,
  { idempotencyKey, id: '@shipped', lines: [came] },
  [
    ...badKeys,
    ...steps('@draft', '@requested', '@cancelled'),
    ofOthers,
    ['an order that goes elsewhere', {}, 'INVALID_INPUT', 'id', atHouse],
    ['no line', { lines: [] }, 'INVALID_INPUT', 'lines'],
    ['a SKU twice', { lines: [came, came] }, 'INVALID_INPUT', 'lines.1.sku'],
    ['a SKU of no line', arrival({ sku: 'B' }), 'NOT_FOUND', 'lines.0.sku'],
    ['nothing of a SKU', arrival({ receivedQuantity: 0 }), 'INVALID_INPUT', 'lines.0.receivedQuantity'],
    ['more than are on their way', arrival({ receivedQuantity: 9 }), 'QUANTITY_TOO_LARGE', 'lines.0.receivedQuantity'],
    ['fewer damaged than none', arrival({ damagedQuantity: -1 }), 'INVALID_INPUT', 'lines.0.damagedQuantity'],
    ['less surplus than none', arrival({ surplusQuantity: -1 }), 'INVALID_INPUT', 'lines.0.surplusQuantity'],
  ],
);

const decided = { sku: 'A', resolution: 'LOST', quantity: 1 };
const decision = oneOf(decided);

const resolveTransferDifferences = badInputs(
  'resolveTransferDifferences',
  operator,
  { idempotencyKey, id: '@shipped', lines: [decided] },
  [
    ...badKeys,
    ...steps('@draft', '@requested', '@cancelled'),
    ['an order of others', {}, 'NOT_FOUND', 'id', aCaller('operator', { locationIds: ['loc_other'] })],
    ['no line', { lines: [] }, 'INVALID_INPUT', 'lines'],
    ['a decision twice', { lines: [decided, decided] }, 'INVALID_INPUT', 'lines.1.sku'],
    ['a SKU of no line', decision({ sku: 'B' }), 'NOT_FOUND', 'lines.0.sku'],
    ['no unit', decision({ quantity: 0 }), 'INVALID_INPUT', 'lines.0.quantity'],
    ['more than are missing', decision({ quantity: 9 }), 'QUANTITY_TOO_LARGE', 'lines.0.quantity'],
    ['surplus that is none', decision({ resolution: 'TAKEN_IN' }), 'QUANTITY_TOO_LARGE', 'lines.0.quantity'],
  ],
);

const cancelTransferOrder = badInputs('cancelTransferOrder', operator, { id: '@requested' }, [
  ...steps('@shipped'),
  ofOthers,
]);

export const badTransfers = [
  createTransferOrder,
  requestTransferOrder,
  recordTransferPick,
  shipTransferOrder,
  receiveTransferOrder,
  resolveTransferDifferences,
  cancelTransferOrder,
];
