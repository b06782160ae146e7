import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accessOf, type Pool, splitFree } from './pool.ts';

const anyPools = fc.uniqueArray(
  fc
    .record({ poolNo: fc.integer({ min: 1, max: 9 }), allocated: fc.nat(50), share: fc.nat(100) })
    .map(({ poolNo, allocated, share }) => ({ poolNo, allocated, reserved: Math.floor((allocated * share) / 100) })),
  { selector: ({ poolNo }) => poolNo, maxLength: 5 },
);

describe('what is free at a level', () => {
  it('is split among pools and the shared stock without a unit too many or too few', () => {
    fc.assert(
      fc.property(fc.nat(300), anyPools, (free, pools) => {
        const parts = splitFree(free, pools);
        expect(parts.reduce((sum, { units }) => sum + units, 0)).toBe(free);
        expect(parts.every(({ units }) => units >= 0)).toBe(true);
        const setApart = pools.reduce((sum, { allocated, reserved }) => sum + allocated - reserved, 0);
        expect(parts.at(-1)).toEqual({ poolNo: null, units: Math.max(0, free - setApart) });
      }),
      { numRuns: 500 },
    );
  });

  it('is lacked by the shared stock first, then by the youngest pool', () => {
    const pools = [
      { poolNo: 2, allocated: 4, reserved: 0 },
      { poolNo: 1, allocated: 9, reserved: 6 },
    ];
    const parts = (free: number) => splitFree(free, pools).map(({ units }) => units);
    expect(parts(20)).toEqual([3, 4, 13]);
    expect(parts(7)).toEqual([3, 4, 0]);
    expect(parts(5)).toEqual([3, 2, 0]);
    expect(parts(1)).toEqual([1, 0, 0]);
  });
});

describe('a channel', () => {
  const pool = (poolNo: number, facts: Partial<Pool>): Pool => ({
    poolNo,
    id: `pol_${poolNo}`,
    channelId: 'chn_web',
    name: 'A pool',
    mode: 'SEGMENTED',
    locationIds: null,
    arrivalPercent: null,
    version: 1,
    updatedAt: new Date(0),
    ...facts,
  });

  it.each([
    ['without pools has all shared stock', [pool(1, { channelId: 'chn_b2b' })], [], null],
    ['with its own pool only has that', [pool(1, {})], [1], []],
    ['with both has its own and what is shared', [pool(1, {}), pool(2, { mode: 'SHARED' })], [1], [2]],
  ])('%s', (_title, pools, own, shared) => {
    const access = accessOf(pools, 'chn_web');
    expect([...access.own]).toEqual(own);
    expect(access.shared === null ? null : access.shared.map(({ poolNo }) => poolNo)).toEqual(shared);
  });
});
