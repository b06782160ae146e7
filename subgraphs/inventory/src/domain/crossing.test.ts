import { expect, it } from 'vitest';
import { crossingBetween, type Picture, suspectsBetween } from './crossing.ts';

it.each([
  ['IN_STOCK', 'IN_STOCK', null],
  ['IN_STOCK', 'LOW_STOCK', 'BELOW_THRESHOLD'],
  ['IN_STOCK', 'OUT_OF_STOCK', 'OUT_OF_STOCK'],
  ['LOW_STOCK', 'OUT_OF_STOCK', 'OUT_OF_STOCK'],
  ['LOW_STOCK', 'IN_STOCK', 'ABOVE_THRESHOLD'],
  ['OUT_OF_STOCK', 'LOW_STOCK', 'BACK_IN_STOCK'],
  ['OUT_OF_STOCK', 'IN_STOCK', 'BACK_IN_STOCK'],
] as const)('from %s to %s crosses %s', (before, after, kind) => {
  expect(crossingBetween(before, after)).toBe(kind);
});

const picture: Picture = { rules: {}, pools: 'pol_a:1', locations: { 1: '3 -1', 2: '3 -1' } };
const rule = (skus: string[], locationIds: string[]) => ({ skus, locationIds });
const nothing = { all: false, skus: [], locationIds: [], locationNos: [] };

it.each([
  ['nothing changed', picture, picture, nothing],
  ['it is the first look', null, picture, nothing],
  ['a location ships no more', picture, { ...picture, locations: { 1: '3 -1', 2: '0 -1' } }, { locationNos: [2] }],
  ['a location is new', picture, { ...picture, locations: { ...picture.locations, 3: '3 -1' } }, { locationNos: [3] }],
  ['a pool changed', picture, { ...picture, pools: 'pol_a:2' }, { all: true }],
  ['a rule for SKUs began', picture, { ...picture, rules: { 'prt_1:1': rule(['A'], ['loc_1']) } }, { skus: ['A'] }],
  [
    'a rule for locations ended',
    { ...picture, rules: { 'prt_1:1': rule([], ['loc_1']) } },
    picture,
    { locationIds: ['loc_1'] },
  ],
  ['a rule for all began', picture, { ...picture, rules: { 'prt_1:1': rule([], []) } }, { all: true }],
] as const)('suspects what it concerns when %s', (_when, before, after, suspects) => {
  expect(suspectsBetween(before, after)).toEqual({ ...nothing, ...suspects });
});
