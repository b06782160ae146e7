import { aCaller } from '@passerelle/testing';
import { badInputs, badKeys, many } from './case.ts';

const partner = aCaller('partner');
const elsewhere = aCaller('partner', { locationIds: ['loc_other'] });
const operator = aCaller('operator');
const row = { sku: 'A', onHand: 1 };
const unknown = { snapshotId: 'snp_none' };
const noId = { snapshotId: 'snp_\0' };

const startStockSnapshot = badInputs(
  'startStockSnapshot',
  partner,
  {
    idempotencyKey: 'replaced by a key of its own',
    locationId: 'loc_other',
    takenAt: '2026-11-22T09:00:00Z',
    expectedChunks: 1,
  },
  [
    ...badKeys,
    ['an unknown location', { locationId: 'loc_none' }, 'NOT_FOUND', 'locationId'],
    ['a location that is none', { locationId: 'loc_\0' }, 'NOT_FOUND', 'locationId'],
    ['a location of others', { locationId: 'loc_store' }, 'NOT_FOUND', 'locationId', elsewhere],
    ['a location with an open one', { locationId: 'loc_store' }, 'INVALID_STATE', 'locationId'],
    ['a moment of the future', { takenAt: '2027-11-22T09:00:00Z' }, 'INVALID_INPUT', 'takenAt'],
    ['no chunk', { expectedChunks: 0 }, 'INVALID_INPUT', 'expectedChunks'],
    ['too many chunks', { expectedChunks: 10_001 }, 'LIMIT_EXCEEDED', 'expectedChunks'],
  ],
);

const appendStockSnapshot = badInputs(
  'appendStockSnapshot',
  partner,
  { snapshotId: '@openSnapshot', chunk: 1, rows: [row] },
  [
    ['an unknown snapshot', unknown, 'NOT_FOUND', 'snapshotId'],
    ['an id that is none', noId, 'NOT_FOUND', 'snapshotId'],
    ['a snapshot of others', {}, 'NOT_FOUND', 'snapshotId', elsewhere],
    ['one that was applied', { snapshotId: '@completedSnapshot' }, 'INVALID_STATE', 'snapshotId'],
    ['one that was dropped', { snapshotId: '@abortedSnapshot' }, 'INVALID_STATE', 'snapshotId'],
    ['chunk 0', { chunk: 0 }, 'INVALID_INPUT', 'chunk'],
    ['a chunk that was not announced', { chunk: 4 }, 'INVALID_INPUT', 'chunk'],
    ['a chunk with other rows than before', { chunk: 2 }, 'SNAPSHOT_SEQUENCE', 'chunk'],
    ['no row', { rows: [] }, 'INVALID_INPUT', 'rows'],
    ['too many rows', { rows: many(1001, (n) => ({ sku: `S${n}`, onHand: 1 })) }, 'LIMIT_EXCEEDED', 'rows'],
  ],
);

const text = JSON.stringify([['A', 1, 0]]);

const appendSnapshotText = badInputs(
  'appendSnapshotText',
  partner,
  { snapshotId: '@openSnapshot', chunk: 1, rows: text },
  [
    ['an unknown snapshot', unknown, 'NOT_FOUND', 'snapshotId'],
    ['a snapshot of others', {}, 'NOT_FOUND', 'snapshotId', elsewhere],
    ['one that was applied', { snapshotId: '@completedSnapshot' }, 'INVALID_STATE', 'snapshotId'],
    ['chunk 0', { chunk: 0 }, 'INVALID_INPUT', 'chunk'],
    ['text that is no JSON', { rows: 'A,1,0' }, 'INVALID_INPUT', 'rows'],
    ['a row without a number', { rows: '[["A","1",0]]' }, 'INVALID_INPUT', 'rows'],
    ['a row that is none', { rows: '[null]' }, 'INVALID_INPUT', 'rows'],
    ['no row', { rows: '[]' }, 'INVALID_INPUT', 'rows'],
    ['too many rows', { rows: JSON.stringify(many(10_001, (n) => [`S${n}`, 1, 0])) }, 'LIMIT_EXCEEDED', 'rows'],
  ],
);

const completeStockSnapshot = badInputs('completeStockSnapshot', partner, { snapshotId: '@fullSnapshot' }, [
  ['an unknown snapshot', unknown, 'NOT_FOUND', 'snapshotId'],
  ['an id that is none', noId, 'NOT_FOUND', 'snapshotId'],
  ['a snapshot of others', {}, 'NOT_FOUND', 'snapshotId', elsewhere],
  ['one that was dropped', { snapshotId: '@abortedSnapshot' }, 'INVALID_STATE', 'snapshotId'],
  ['chunks that are missing', { snapshotId: '@openSnapshot' }, 'SNAPSHOT_SEQUENCE', 'snapshotId'],
]);

const abortStockSnapshot = badInputs('abortStockSnapshot', partner, { snapshotId: '@openSnapshot' }, [
  ['an unknown snapshot', unknown, 'NOT_FOUND', 'snapshotId'],
  ['an id that is none', noId, 'NOT_FOUND', 'snapshotId'],
  ['a snapshot of others', {}, 'NOT_FOUND', 'snapshotId', elsewhere],
  ['one that was applied', { snapshotId: '@completedSnapshot' }, 'INVALID_STATE', 'snapshotId'],
]);

const releaseStockSnapshot = badInputs('releaseStockSnapshot', operator, { snapshotId: '@heldSnapshot' }, [
  ['an unknown snapshot', unknown, 'NOT_FOUND', 'snapshotId'],
  ['an id that is none', noId, 'NOT_FOUND', 'snapshotId'],
  ['a snapshot of others', {}, 'NOT_FOUND', 'snapshotId', aCaller('operator', { locationIds: ['loc_other'] })],
  ['one nobody held', { snapshotId: '@completedSnapshot' }, 'INVALID_STATE', 'snapshotId'],
  ['one that is open', { snapshotId: '@openSnapshot' }, 'INVALID_STATE', 'snapshotId'],
]);

export const badSnapshots = [
  startStockSnapshot,
  appendStockSnapshot,
  appendSnapshotText,
  completeStockSnapshot,
  releaseStockSnapshot,
  abortStockSnapshot,
];
