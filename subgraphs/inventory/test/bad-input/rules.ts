import { aCaller } from '@passerelle/testing';
import { badInputs, badKeys, many, text } from './case.ts';

const operator = aCaller('operator');

const scope = (part: object) => ({ scope: part });
const widening = (change: object) => ({ widening: { after: 'PT2H', percentPerHour: 50, ...change } });

/** What a rule may not say, whether it is new or not. */
const rules = [
  ['units and a share', { quantity: 1, percent: '10' }, 'INVALID_INPUT', 'percent'],
  ['fewer units than none', { quantity: -1 }, 'INVALID_INPUT', 'quantity'],
  ['more units than any level has', { quantity: 100_001 }, 'INVALID_INPUT', 'quantity'],
  ['more than all', { quantity: null, percent: '100.01' }, 'INVALID_INPUT', 'percent'],
  ['less than nothing', { quantity: null, percent: '-1' }, 'INVALID_INPUT', 'percent'],
  ['a share too fine', { quantity: null, percent: '1.001' }, 'INVALID_INPUT', 'percent'],
  ['a priority too high', { priority: 1001 }, 'INVALID_INPUT', 'priority'],
  ['a priority too low', { priority: -1001 }, 'INVALID_INPUT', 'priority'],
  ['an end before it begins', { validTo: '2020-01-01T00:00:00Z' }, 'INVALID_INPUT', 'validTo'],
  [
    'a beginning after its end',
    { validFrom: '2028-01-01T00:00:00Z', validTo: '2027-01-01T00:00:00Z' },
    'INVALID_INPUT',
    'validTo',
  ],
  ['no reason', { reason: '' }, 'INVALID_INPUT', 'reason'],
  ['a reason without end', { reason: text(501) }, 'INVALID_INPUT', 'reason'],
  ['a reason with NUL', { reason: 'r\0' }, 'INVALID_INPUT', 'reason'],
  ['a silence of more than a year', widening({ after: 'P366D' }), 'INVALID_INPUT', 'widening.after'],
  ['a widening that does not widen', widening({ percentPerHour: 0 }), 'INVALID_INPUT', 'widening.percentPerHour'],
  ['a widening beyond reason', widening({ percentPerHour: 10_001 }), 'INVALID_INPUT', 'widening.percentPerHour'],
  ['too many channels', scope({ channelIds: many(101, () => 'chn_web') }), 'INVALID_INPUT', 'scope.channelIds'],
  ['an unknown channel', scope({ channelIds: ['chn_web', 'chn_none'] }), 'NOT_FOUND', 'scope.channelIds.1'],
  ['a channel with NUL', scope({ channelIds: ['chn_\0'] }), 'INVALID_INPUT', 'scope.channelIds.0'],
  ['too many locations', scope({ locationIds: many(1001, () => 'loc_store') }), 'INVALID_INPUT', 'scope.locationIds'],
  ['an unknown location', scope({ locationIds: ['loc_none'] }), 'NOT_FOUND', 'scope.locationIds.0'],
  ['a location with NUL', scope({ locationIds: ['loc_\0'] }), 'INVALID_INPUT', 'scope.locationIds.0'],
  ['too many kinds', scope({ locationTypes: many(11, () => 'STORE') }), 'INVALID_INPUT', 'scope.locationTypes'],
  ['too many SKUs', scope({ skus: many(1001, () => 'A') }), 'INVALID_INPUT', 'scope.skus'],
  ['an unknown SKU', scope({ skus: ['A', 'NONE'] }), 'NOT_FOUND', 'scope.skus.1'],
  ['a SKU with NUL', scope({ skus: ['A\0'] }), 'INVALID_INPUT', 'scope.skus.0'],
  ['too many categories', scope({ categories: many(201, (n) => `c${n}`) }), 'INVALID_INPUT', 'scope.categories'],
  ['a category without a name', scope({ categories: [''] }), 'INVALID_INPUT', 'scope.categories.0'],
  ['a category with NUL', scope({ categories: ['c\0'] }), 'INVALID_INPUT', 'scope.categories.0'],
] as const;

const createProtectionRule = badInputs(
  'createProtectionRule',
  operator,
  { idempotencyKey: 'replaced by a key of its own', scope: { skus: ['A'] }, quantity: 1 },
  [...badKeys, ['no units', { quantity: null }, 'INVALID_INPUT', 'quantity'], ...rules],
);

const versions = [
  ['an unknown rule', { id: 'prt_none' }, 'NOT_FOUND', 'id'],
  ['an id that is none', { id: 'prt_\0' }, 'NOT_FOUND', 'id'],
  ['an old version', { expectedVersion: 0 }, 'VERSION_CONFLICT', 'expectedVersion'],
] as const;

const updateProtectionRule = badInputs(
  'updateProtectionRule',
  operator,
  { id: '@rule', expectedVersion: 1, quantity: 2 },
  [...versions, ...rules],
);

const archiveProtectionRule = badInputs('archiveProtectionRule', operator, { id: '@rule', expectedVersion: 2 }, [
  ...versions,
  ['one that ended', { id: '@endedRule' }, 'INVALID_STATE', 'id'],
]);

export const badRules = [createProtectionRule, updateProtectionRule, archiveProtectionRule];
