import { aCaller } from '@passerelle/testing';
import { badInputs, badKeys, many, oneOf, text } from './case.ts';

const operator = aCaller('operator');
const idempotencyKey = 'replaced by a key of its own';

const shares = [
  ['no share', { arrivalPercent: '0' }, 'INVALID_INPUT', 'arrivalPercent'],
  ['a share of more than all', { arrivalPercent: '100.01' }, 'INVALID_INPUT', 'arrivalPercent'],
  ['a share too fine', { arrivalPercent: '1.001' }, 'INVALID_INPUT', 'arrivalPercent'],
  ['shares of more than all that arrives', { arrivalPercent: '41' }, 'INVALID_INPUT', 'arrivalPercent'],
  ['a share of a shared pool', { mode: 'SHARED', arrivalPercent: '5' }, 'INVALID_INPUT', 'arrivalPercent'],
] as const;
const places = [
  ['no location', { locationIds: [] }, 'INVALID_INPUT', 'locationIds'],
  ['too many locations', { locationIds: many(2001, (n) => `loc_${n}`) }, 'INVALID_INPUT', 'locationIds'],
  ['an unknown location', { locationIds: ['loc_house', 'loc_none'] }, 'NOT_FOUND', 'locationIds.1'],
  ['a location with NUL', { locationIds: ['loc_\0'] }, 'INVALID_INPUT', 'locationIds.0'],
] as const;
const names = [
  ['no name', { name: '' }, 'INVALID_INPUT', 'name'],
  ['a name without end', { name: text(101) }, 'INVALID_INPUT', 'name'],
  ['a name with NUL', { name: 'p\0' }, 'INVALID_INPUT', 'name'],
] as const;

const createInventoryPool = badInputs(
  'createInventoryPool',
  operator,
  { idempotencyKey, channelId: 'chn_b2b', name: 'Pool', mode: 'SEGMENTED', locationIds: ['loc_house'] },
  [
    ...badKeys,
    ['an unknown channel', { channelId: 'chn_none' }, 'NOT_FOUND', 'channelId'],
    ['a pool too many', { channelId: 'chn_pop' }, 'INVALID_INPUT', 'channelId'],
    ['a channel that is none', { channelId: 'chn_\0' }, 'NOT_FOUND', 'channelId'],
    ...names,
    ...places,
    ...shares,
  ],
);

const updateInventoryPool = badInputs('updateInventoryPool', operator, { id: '@ownPool', expectedVersion: 1 }, [
  ['an unknown pool', { id: 'pol_none' }, 'NOT_FOUND', 'id'],
  ['an id that is none', { id: 'pol_\0' }, 'NOT_FOUND', 'id'],
  ['an old version', { expectedVersion: 0 }, 'VERSION_CONFLICT', 'expectedVersion'],
  ...names,
  ...places,
  ...shares,
  ['another mode while it has units', { mode: 'SHARED' }, 'INVALID_STATE', 'mode'],
  ['other locations than its units', { locationIds: ['loc_second'] }, 'INVALID_STATE', 'locationIds'],
]);

const line = { sku: 'A', quantity: 1, locationId: 'loc_house' };
const lines = oneOf(line);

const transferPoolStock = badInputs(
  'transferPoolStock',
  operator,
  { idempotencyKey, fromPoolId: '@ownPool', toPoolId: '@sharedPool', lines: [line], reason: 'season' },
  [
    ...badKeys,
    ['an unknown giver', { fromPoolId: 'pol_none' }, 'NOT_FOUND', 'fromPoolId'],
    ['a giver that is none', { fromPoolId: 'pol_\0' }, 'NOT_FOUND', 'fromPoolId'],
    ['an unknown taker', { toPoolId: 'pol_none' }, 'NOT_FOUND', 'toPoolId'],
    ['a taker that is none', { toPoolId: 'pol_\0' }, 'NOT_FOUND', 'toPoolId'],
    ['one pool twice', { toPoolId: '@ownPool' }, 'INVALID_INPUT', 'toPoolId'],
    ['two shared pools', { fromPoolId: '@otherSharedPool' }, 'INVALID_STATE', 'toPoolId'],
    ['no line', { lines: [] }, 'INVALID_INPUT', 'lines'],
    ['too many lines', { lines: many(101, (n) => ({ ...line, sku: `S${n}` })) }, 'INVALID_INPUT', 'lines'],
    ['a SKU twice', { lines: [line, line] }, 'INVALID_INPUT', 'lines.1.sku'],
    ['an unknown SKU', lines({ sku: 'NONE' }), 'NOT_FOUND', 'lines.0.sku'],
    ['no SKU', lines({ sku: '' }), 'INVALID_INPUT', 'lines.0.sku'],
    ['a SKU with NUL', lines({ sku: 'A\0' }), 'INVALID_INPUT', 'lines.0.sku'],
    ['no unit', lines({ quantity: 0 }), 'INVALID_INPUT', 'lines.0.quantity'],
    ['too many units', lines({ quantity: 100_001 }), 'INVALID_INPUT', 'lines.0.quantity'],
    ['more than is free', lines({ quantity: 99 }), 'INSUFFICIENT_STOCK', 'lines.0.quantity'],
    ['a location outside of a pool', lines({ locationId: 'loc_other' }), 'INSUFFICIENT_STOCK', 'lines.0.quantity'],
    ['an unknown location', lines({ locationId: 'loc_none' }), 'NOT_FOUND', 'lines.0.locationId'],
    ['a location that is none', lines({ locationId: 'loc_\0' }), 'NOT_FOUND', 'lines.0.locationId'],
    ['no reason', { reason: '' }, 'INVALID_INPUT', 'reason'],
    ['a reason without end', { reason: text(501) }, 'INVALID_INPUT', 'reason'],
    ['a reason with NUL', { reason: 'r\0' }, 'INVALID_INPUT', 'reason'],
  ],
);

export const badPools = [createInventoryPool, transferPoolStock, updateInventoryPool];
