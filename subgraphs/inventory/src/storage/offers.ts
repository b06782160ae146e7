import { ok, type PageArguments, type PageWindow, readPage, toConnection, whenRead } from '@passerelle/values';
import { type ChannelView, duties, forRouting } from '../domain/availability.ts';
import { type Near, NearestStores } from '../domain/nearest.ts';
import {
  type CartStock,
  canServe,
  cartStock,
  compareKeys,
  isOpenNow,
  nearKey,
  offersFor,
  type PickupService,
  type StoreOffer,
  warehousesOf,
  withAlternatives,
} from '../domain/pickup.ts';
import { openLevels } from '../domain/reservation.ts';
import { oldestFacts, type SourcingWish, sourcingCandidates } from '../domain/sourcing.ts';
import { withUnitsBack } from '../domain/stock.ts';
import type { WantedLine } from '../domain/wanted.ts';
import type { ReadSources } from './reads.ts';
import { findReservations } from './reservations.ts';
import { withStockAges } from './stock-ages.ts';
import { findStockAsOf } from './time-travel.ts';

export type PickupWish = {
  readonly channelId: string;
  readonly items: readonly WantedLine[];
  readonly near: { readonly latitude: number; readonly longitude: number };
  readonly radiusKm: number;
  readonly onlyComplete: boolean;
  readonly includeIneligible: boolean;
  readonly readyBy: Date | null;
  readonly openNow: boolean;
  readonly service: PickupService;
};

/** One page of stores near a point, nearest first. One statement, whatever the number of stores and lines. */
export function pageStores(sources: ReadSources, wish: PickupWish, page: PageArguments) {
  const window = readPage(page, { key: ['number', 'text'], maximum: 50 });
  if (!window.ok) return window;
  return whenRead(sources.views.of(wish.channelId), (view) => {
    const stores = new NearestStores(view.network, wish.near, wish.radiusKm);
    // All stores near and the warehouses: they may have what another store is missing.
    const among = () => [...stores.locationNos(), ...warehousesOf(view).map(({ locationNo }) => locationNo)];
    const skus = wish.items.map(({ sku }) => sku);
    return whenRead(sources.stock.read(skus, { among }), (items) => {
      const offers = offersWithin(view, stores, cartStock(wish.items, items), wish, window.value);
      return ok(toConnection(offers, window.value, nearKey));
    });
  });
}

/** One offer more than the page has, when there is one. */
function offersWithin(view: ChannelView, stores: NearestStores, cart: CartStock, wish: PickupWish, window: PageWindow) {
  const { after, before, size, backwards } = window;
  const offerOf = offersFor(view, cart, wish.readyBy, wish.service);
  const offers: StoreOffer[] = [];
  for (const near of backwards ? [...stores].reverse() : stores) {
    if (offers.length > size) break;
    if (after && compareKeys(nearKey(near), after as [number, string]) <= 0) continue;
    if (before && compareKeys(nearKey(near), before as [number, string]) >= 0) continue;
    if (!mayServe(view, near, wish) || (wish.openNow && !isOpenNow(view, near))) continue;
    const offer = offerOf(near);
    if (isWanted(offer, wish)) offers.push(withAlternatives(view, offer, cart, stores, wish.service));
  }
  return offers;
}

/** Duties know of the first service alone; a store that collects otherwise is judged by its offer. */
const mayServe = (view: ChannelView, { location }: Near, { includeIneligible, service }: PickupWish) =>
  includeIneligible ||
  service !== 'CLICK_AND_COLLECT' ||
  ((view.duties[location.locationNo] ?? 0) & duties.pickup) !== 0;

const isWanted = (offer: StoreOffer, { onlyComplete, includeIneligible }: PickupWish) =>
  (includeIneligible || canServe(offer)) && (!onlyComplete || offer.fulfillment === 'COMPLETE');

/** One store checked for a cart, with every reason against it; null when nobody knows the location. */
export async function checkStore(
  { views, stock }: ReadSources,
  channelId: string,
  locationId: string,
  items: readonly WantedLine[],
): Promise<StoreOffer | null> {
  const view = await views.of(channelId);
  const location = view.network.byId.get(locationId);
  if (!location) return null;
  const skus = items.map(({ sku }) => sku);
  const cart = cartStock(items, await stock.read(skus, { among: () => [location.locationNo] }));
  return offersFor(view, cart, null)({ location, distanceKm: null });
}

export type CandidatesWish = SourcingWish & {
  readonly channelId: string;
  readonly lines: readonly WantedLine[];
  readonly reservationId: string | null;
  /** Also how long the oldest units have lain there: one statement more. */
  readonly withStockAges: boolean;
  /** By what was known at an earlier moment; now when null. */
  readonly asOf: Date | null;
};

/** Locations that could source the lines. Two statements at most for now. */
export async function findCandidates(sources: ReadSources, wish: CandidatesWish) {
  const skus = wish.lines.map(({ sku }) => sku);
  const [published, stock, held] = await (wish.asOf
    ? Promise.all([
        sources.pastViews.of(wish.channelId, wish.asOf),
        findStockAsOf(sources.connection, skus, wish.asOf),
        [] as const,
      ])
    : Promise.all([
        sources.views.of(wish.channelId),
        sources.stock.read(skus),
        findHeldUnits(sources, wish.reservationId),
      ]));
  const view = forRouting(published);
  const cart = cartStock(wish.lines, held.length > 0 ? withUnitsBack(stock, held) : stock);
  const found = sourcingCandidates(view, cart, wish);
  const candidates = wish.withStockAges ? await withStockAges(sources.connection, view, found, stock) : found;
  return { candidates, eligibilitySequence: String(view.network.sequence), asOf: oldestFacts(view, candidates) };
}

/** Units a cart still holds, by level; none once its reservation lapsed. They count as free for its order. */
async function findHeldUnits({ connection, now }: ReadSources, reservationId: string | null) {
  const [held] = reservationId ? await findReservations(connection, [reservationId]) : [];
  const isHeld = held?.status === 'HELD' && held.expiresAt !== null && held.expiresAt > now();
  return isHeld ? openLevels(held) : [];
}
