import type { Retailer, RetailerItem, RetailerLocation } from './retailer.ts';

/** A store that hands over web orders, and what it has plenty of. */
export type Shelf = {
  readonly location: RetailerLocation;
  readonly channelIds: readonly string[];
  readonly items: readonly RetailerItem[];
};

/** Units an article needs in a store before an order counts on it: more than any line takes and any rule protects. */
const plenty = 5;

const handsOver = ({ type, status, worksDays, feed, services }: RetailerLocation) =>
  type === 'STORE' &&
  status === 'ACTIVE' &&
  worksDays === null &&
  feed.silentForHours === 0 &&
  services.some(
    (service) => service.type === 'CLICK_AND_COLLECT' && service.isEnabled && service.pausedForMinutes === null,
  );

/** Stores where an order can be collected, with their articles, bestsellers first. */
export function pickupShelves({ locations, channels, items, levels }: Retailer): Shelf[] {
  const found = new Map<number, RetailerItem[]>();
  for (const [index, location] of locations.entries()) if (handsOver(location)) found.set(index, []);
  for (let at = 0; at < levels.count; at++) {
    const free = (levels.counted[at] as number) - (levels.blocked[at] as number) - (levels.sold[at] as number);
    if (free >= plenty)
      found.get(levels.location[at] as number)?.push(items[levels.item[at] as number] as RetailerItem);
  }
  return [...found]
    .map(([index, shelf]) => {
      const location = locations[index] as RetailerLocation;
      const serving = channels.filter(({ locationIds }) => locationIds.includes(location.id));
      return { location, channelIds: serving.map(({ id }) => id), items: shelf };
    })
    .filter(({ items: shelf }) => shelf.length > 0);
}

/** Articles that no warehouse has, and some store that ships has plenty of. */
export function storeOnlyItems({ locations, items, levels }: Retailer): RetailerItem[] {
  const warehoused = new Set<number>();
  const shipped = new Set<number>();
  const ships = locations.map(
    (location) =>
      handsOver(location) && location.services.some(({ type, isEnabled }) => type === 'SHIP_FROM_STORE' && isEnabled),
  );
  for (let at = 0; at < levels.count; at++) {
    const place = levels.location[at] as number;
    const item = levels.item[at] as number;
    if (locations[place]?.type === 'WAREHOUSE') warehoused.add(item);
    else if (ships[place] && (levels.counted[at] as number) >= plenty) shipped.add(item);
  }
  return items.filter((_, index) => shipped.has(index) && !warehoused.has(index));
}
