import { type ChannelView, duties, sellableAt } from './availability.ts';
import type { CartStock } from './pickup.ts';
import type { Part } from './pool.ts';
import { type ItemStock, levelWidth } from './stock.ts';

/** Units taken of one item at one location. */
export type Draw = {
  readonly itemNo: number;
  readonly sku: string;
  readonly locationNo: number;
  /** Null is the shared stock. */
  readonly poolNo: number | null;
  readonly quantity: number;
};

/** What one line of a cart gets. `available` are all units that could be promised now, wanted or not. */
export type DrawnLine = { readonly wanted: number; readonly available: number; readonly draws: readonly Draw[] };

export const isShort = (line: DrawnLine) => line.available < line.wanted;
export const drawsOf = (lines: readonly DrawnLine[]): Draw[] => lines.flatMap(({ draws }) => draws);

type Source = Part & { readonly locationNo: number; readonly isWarehouse: boolean };

/**
 * Decides where the units of a cart are taken: what is set apart for the channel before
 * what is shared; at `pinned` alone, else at warehouses first, then at the stores with the
 * most units, so that small stores keep what walk-in customers look for. Goods without stock control take nothing.
 */
export const drawFrom = (view: ChannelView, cart: CartStock, pinned: number | null): DrawnLine[] =>
  cart.map(({ line, item }) => {
    if (!item) return { wanted: line.quantity, available: 0, draws: [] };
    if (!item.isTracked) return { wanted: 0, available: 0, draws: [] };
    const sources = sourcesOf(view, item, pinned);
    let missing = line.quantity;
    const draws: Draw[] = [];
    for (const { locationNo, poolNo, units } of sources) {
      if (missing === 0) break;
      const quantity = Math.min(missing, units);
      draws.push({ itemNo: item.itemNo, sku: item.sku, locationNo, poolNo, quantity });
      missing -= quantity;
    }
    return { wanted: line.quantity, available: sources.reduce((sum, { units }) => sum + units, 0), draws };
  });

function sourcesOf(view: ChannelView, item: ItemStock, pinned: number | null): Source[] {
  const sources: Source[] = [];
  for (let offset = 0; offset < item.levels.length; offset += levelWidth) {
    const locationNo = item.levels[offset] as number;
    const duty = view.duties[locationNo] ?? 0;
    const isSource = pinned === null ? (duty & (duties.warehouse | duties.stores)) !== 0 : locationNo === pinned;
    const parts: Part[] = [];
    if (isSource) sellableAt(view, item, offset, undefined, parts);
    const isWarehouse = (duty & duties.warehouse) !== 0;
    for (const part of parts) sources.push({ ...part, locationNo, isWarehouse });
  }
  return sources.sort(
    (a, b) =>
      Number(b.poolNo !== null) - Number(a.poolNo !== null) ||
      Number(b.isWarehouse) - Number(a.isWarehouse) ||
      b.units - a.units ||
      a.locationNo - b.locationNo,
  );
}

/** Every level a cart could be drawn from. */
export const sourceKeys = (view: ChannelView, cart: CartStock, pinned: number | null) =>
  cart.flatMap(({ item }) =>
    item ? sourcesOf(view, item, pinned).map(({ locationNo }) => ({ itemNo: item.itemNo, locationNo })) : [],
  );
