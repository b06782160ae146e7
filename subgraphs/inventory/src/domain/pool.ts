import type { LocationFacts } from '@passerelle/eligibility';

export type PoolMode = 'SHARED' | 'SEGMENTED';

/** What a channel may draw on: units set apart for it, or the shared stock of some locations. */
export type Pool = {
  readonly poolNo: number;
  readonly id: string;
  readonly channelId: string;
  readonly name: string;
  readonly mode: PoolMode;
  /** Null means every location that serves the channel. */
  readonly locationIds: readonly string[] | null;
  /** Share of arriving units that is set apart; null when none is. */
  readonly arrivalPercent: number | null;
  readonly version: number;
  readonly updatedAt: Date;
};

/** Units of one level in a pool. */
export type PoolStock = {
  readonly itemNo: number;
  readonly locationNo: number;
  readonly poolNo: number;
  readonly allocated: number;
  readonly reserved: number;
};

export const covers = ({ locationIds, channelId }: Pool, facts: Pick<LocationFacts, 'locationId' | 'channelIds'>) =>
  locationIds === null ? facts.channelIds.includes(channelId) : locationIds.includes(facts.locationId);

/** Which units a channel may have. */
export type PoolAccess = {
  readonly byNo: ReadonlyMap<number, Pool>;
  /** Numbers of pools whose units are set apart for the channel. */
  readonly own: ReadonlySet<number>;
  /** Null: the shared stock everywhere, because the channel has no pools. */
  readonly shared: readonly Pool[] | null;
};

/** A channel without pools draws on all shared stock; one with pools draws on these only. */
export function accessOf(pools: readonly Pool[], channelId: string): PoolAccess {
  const mine = pools.filter((pool) => pool.channelId === channelId);
  return {
    byNo: new Map(pools.map((pool) => [pool.poolNo, pool])),
    own: new Set(mine.filter(({ mode }) => mode === 'SEGMENTED').map(({ poolNo }) => poolNo)),
    shared: mine.length === 0 ? null : mine.filter(({ mode }) => mode === 'SHARED'),
  };
}

/** Units that come from one pool, or from the shared stock when `poolNo` is null. */
export type Part = { readonly poolNo: number | null; readonly units: number };

/**
 * Splits what is free at a level among the pools that have units there, older pools first, and the shared stock last.
 * The parts lie side by side within `free`, so whatever channels are promised of them never adds up to more. When less is
 * there than was set apart, the shared stock lacks it first, then the youngest pool.
 */
export function splitFree(
  free: number,
  pools: readonly Pick<PoolStock, 'poolNo' | 'allocated' | 'reserved'>[],
): Part[] {
  let left = free;
  const parts = [...pools]
    .sort((a, b) => a.poolNo - b.poolNo)
    .map(({ poolNo, allocated, reserved }): Part => {
      const units = Math.min(left, allocated - reserved);
      left -= units;
      return { poolNo, units };
    });
  return [...parts, { poolNo: null, units: left }];
}
