import { type InsufficientStock, insufficientStock, ok, type Result, refuse } from '@passerelle/values';
import type { KnownLocation, Network } from './network.ts';
import { covers, type Pool, type PoolStock } from './pool.ts';
import type { Item } from './stock.ts';

/** Units of one item that change pools. */
export type TransferLine = { readonly item: Item; readonly quantity: number; readonly location: KnownLocation | null };

/** Units that one pool gives and another takes at one level. */
export type Transfer = { readonly itemNo: number; readonly locationNo: number; readonly units: number };

type StandingLevel = {
  readonly itemNo: number;
  readonly locationNo: number;
  readonly onHand: number;
  readonly reserved: number;
  readonly blocked: number;
};

/** Locations where both pools may have stock, or the one that a line names. */
export function transferPlaces({ byNo }: Network, from: Pool, to: Pool, { location }: TransferLine): KnownLocation[] {
  const places = [...byNo.values()].filter(({ facts }) => covers(from, facts) && covers(to, facts));
  return location ? places.filter(({ locationNo }) => locationNo === location.locationNo) : places;
}

/**
 * Where the units of each line change pools: where most are free first. A SHARED pool gives what is on hand and nobody
 * reserved, blocked or set apart; a SEGMENTED one what is set apart in it and not reserved. Refuses lines that are short.
 */
export function planTransfer(
  lines: readonly TransferLine[],
  from: Pool,
  places: readonly (readonly KnownLocation[])[],
  stock: { readonly levels: readonly StandingLevel[]; readonly pools: readonly PoolStock[] },
): Result<readonly Transfer[], InsufficientStock> {
  const refusals: InsufficientStock[] = [];
  const transfers = lines.flatMap(({ item, quantity }, index): Transfer[] => {
    const allowed = new Set(places[index]?.map(({ locationNo }) => locationNo));
    const sources = stock.levels
      .filter((level) => level.itemNo === item.itemNo && allowed.has(level.locationNo))
      .map(({ itemNo, locationNo, ...level }) => {
        const pools = stock.pools.filter((pool) => pool.itemNo === itemNo && pool.locationNo === locationNo);
        return { itemNo, locationNo, units: giveable(from, level, pools) };
      })
      .sort((a, b) => b.units - a.units || a.locationNo - b.locationNo);
    const available = sources.reduce((sum, { units }) => sum + units, 0);
    if (available < quantity) {
      refusals.push(insufficientStock(item.sku, quantity, available, ['lines', index, 'quantity']));
    }
    let missing = quantity;
    return sources.flatMap((source) => {
      const units = Math.min(missing, source.units);
      missing -= units;
      return units > 0 ? [{ ...source, units }] : [];
    });
  });
  return refusals.length > 0 ? refuse(...refusals) : ok(transfers);
}

function giveable(
  from: Pool,
  level: Omit<StandingLevel, 'itemNo' | 'locationNo'>,
  pools: readonly PoolStock[],
): number {
  const free = ({ allocated, reserved }: PoolStock) => allocated - reserved;
  if (from.mode === 'SEGMENTED') {
    return pools.filter(({ poolNo }) => poolNo === from.poolNo).reduce((sum, pool) => sum + free(pool), 0);
  }
  return unclaimedUnits(level, pools);
}

/** Units of a level that nobody reserved, that are for sale, and that are in no pool. */
export function unclaimedUnits(
  { onHand, reserved, blocked }: Pick<StandingLevel, 'onHand' | 'reserved' | 'blocked'>,
  pools: readonly PoolStock[],
): number {
  const setAside = pools.reduce((sum, pool) => sum + pool.allocated - pool.reserved, 0);
  return Math.max(0, onHand - reserved - blocked - setAside);
}
