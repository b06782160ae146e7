import { availabilityOf, type ChannelView, type SkuAvailability } from '../domain/availability.ts';
import type { ItemStock } from '../domain/stock.ts';

/** What was worked out of a view and an item; forgotten with either of them. */
const workedOut = new WeakMap<ChannelView, WeakMap<ItemStock, SkuAvailability>>();

/**
 * `availabilityOf`, once for a view and an item: a view serves a second of requests, and an item in memory is the same
 * until its stock changes.
 */
export function workedOutAvailability(view: ChannelView, sku: string, item: ItemStock | null): SkuAvailability {
  if (!item) return availabilityOf(view, sku, item);
  const ofView = workedOut.get(view) ?? new WeakMap<ItemStock, SkuAvailability>();
  workedOut.set(view, ofView);
  const known = ofView.get(item) ?? availabilityOf(view, sku, item);
  ofView.set(item, known);
  return known;
}
