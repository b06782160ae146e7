import { aCaller } from '@passerelle/testing';
import { badInputs, badKeys, many, text } from './case.ts';

const staff = aCaller('store-staff');
const operator = aCaller('operator');
const elsewhere = aCaller('store-staff', { locationIds: ['loc_other'] });
const unknown = [
  ['an unknown task', { id: 'cnt_none' }, 'NOT_FOUND', 'id'],
  ['an id that is none', { id: 'cnt_\0' }, 'NOT_FOUND', 'id'],
] as const;
const ofOthers = ['a task of others', {}, 'NOT_FOUND', 'id', elsewhere] as const;

const createCountTask = badInputs(
  'createCountTask',
  staff,
  { idempotencyKey: 'replaced by a key of its own', locationId: 'loc_store', name: 'Aisle 3', skus: ['A', 'B'] },
  [
    ...badKeys,
    ['an unknown location', { locationId: 'loc_none' }, 'NOT_FOUND', 'locationId'],
    ['a location that is none', { locationId: 'loc_\0' }, 'NOT_FOUND', 'locationId'],
    ['a location of others', {}, 'NOT_FOUND', 'locationId', elsewhere],
    ['no name', { name: '' }, 'INVALID_INPUT', 'name'],
    ['a name without end', { name: text(101) }, 'INVALID_INPUT', 'name'],
    ['a name with NUL', { name: 'n\0' }, 'INVALID_INPUT', 'name'],
    ['no SKU', { skus: [] }, 'INVALID_INPUT', 'skus'],
    ['too many SKUs', { skus: many(501, (n) => `S${n}`) }, 'LIMIT_EXCEEDED', 'skus'],
    ['a SKU twice', { skus: ['A', 'A'] }, 'INVALID_INPUT', 'skus.1'],
    ['an unknown SKU', { skus: ['A', 'NONE'] }, 'NOT_FOUND', 'skus.1'],
    ['a SKU with NUL', { skus: ['A\0'] }, 'INVALID_INPUT', 'skus.0'],
    ['goods without stock control', { skus: ['WRAP'] }, 'INVALID_INPUT', 'skus.0'],
    ['fewer units than none', { approvalUnits: -1 }, 'INVALID_INPUT', 'approvalUnits'],
    ['more units than anybody has', { approvalUnits: 100_000_001 }, 'INVALID_INPUT', 'approvalUnits'],
    ['less than nothing', { approvalPercent: -1 }, 'INVALID_INPUT', 'approvalPercent'],
    ['a percentage beyond reason', { approvalPercent: 1001 }, 'INVALID_INPUT', 'approvalPercent'],
  ],
);

const count = { sku: 'A', countedQuantity: 4, countedAt: '2026-11-22T09:31:00Z' };
const counts = (...changes: object[]) => ({ counts: changes.map((change) => ({ ...count, ...change })) });

const recordCountedQuantities = badInputs('recordCountedQuantities', staff, { id: '@openTask', ...counts({}) }, [
  ...unknown,
  ofOthers,
  ['a task that is posted', { id: '@postedTask' }, 'INVALID_STATE', 'id'],
  ['a task that waits for approval', { id: '@waitingTask' }, 'INVALID_STATE', 'id'],
  ['a task that was dropped', { id: '@cancelledTask' }, 'INVALID_STATE', 'id'],
  ['no count', { counts: [] }, 'INVALID_INPUT', 'counts'],
  ['too many counts', { counts: many(501, () => count) }, 'LIMIT_EXCEEDED', 'counts'],
  ['a SKU twice', counts({}, {}), 'INVALID_INPUT', 'counts.1.sku'],
  ['a SKU of no line', counts({ sku: 'C' }), 'NOT_FOUND', 'counts.0.sku'],
  ['a SKU with NUL', counts({ sku: 'A\0' }), 'NOT_FOUND', 'counts.0.sku'],
  ['fewer than none', counts({ countedQuantity: -1 }), 'INVALID_INPUT', 'counts.0.countedQuantity'],
  ['more than anybody has', counts({ countedQuantity: 100_000_001 }), 'INVALID_INPUT', 'counts.0.countedQuantity'],
  ['a count of the future', counts({ countedAt: '2027-11-22T09:00:00Z' }), 'INVALID_INPUT', 'counts.0.countedAt'],
]);

const submitCountTask = badInputs('submitCountTask', staff, { id: '@openTask' }, [
  ...unknown,
  ofOthers,
  ['a task nobody counted for', {}, 'INVALID_STATE', 'id'],
  ['a task that was dropped', { id: '@cancelledTask' }, 'INVALID_STATE', 'id'],
]);

const approveCountTask = badInputs('approveCountTask', operator, { id: '@waitingTask', rejectedSkus: ['A'] }, [
  ...unknown,
  ['a task of others', {}, 'NOT_FOUND', 'id', aCaller('operator', { locationIds: ['loc_other'] })],
  ['a task that is open', { id: '@openTask' }, 'INVALID_STATE', 'id'],
  ['a task that was dropped', { id: '@cancelledTask' }, 'INVALID_STATE', 'id'],
  ['a SKU that does not wait', { rejectedSkus: ['A', 'B'] }, 'NOT_FOUND', 'rejectedSkus.1'],
  ['a SKU with NUL', { rejectedSkus: ['A\0'] }, 'NOT_FOUND', 'rejectedSkus.0'],
]);

const cancelCountTask = badInputs('cancelCountTask', staff, { id: '@otherTask' }, [
  ...unknown,
  ofOthers,
  ['a task that is posted', { id: '@postedTask' }, 'INVALID_STATE', 'id'],
]);

export const badCounting = [
  createCountTask,
  recordCountedQuantities,
  submitCountTask,
  approveCountTask,
  cancelCountTask,
];
