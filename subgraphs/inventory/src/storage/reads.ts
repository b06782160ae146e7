import type { Connection } from '@passerelle/database';
import type { Caller } from '@passerelle/server';
import { alignByKey, groupByKey, type PageArguments, readPage, toConnection, whenRead } from '@passerelle/values';
import type { SkuAvailability } from '../domain/availability.ts';
import { isStale, type Network, standardFeed } from '../domain/network.ts';
import type { ProtectionRule } from '../domain/protection.ts';
import { isSeenBy } from '../domain/reservation.ts';
import { type Level, levelId, levelNumbers } from '../domain/stock.ts';
import type { WantedLine } from '../domain/wanted.ts';
import { countReads } from './count-reads.ts';
import { crossingReads } from './crossing-reads.ts';
import { feedReads } from './feed-reads.ts';
import { findItems } from './items.ts';
import type { Kept } from './kept.ts';
import { LateLoader } from './late-loader.ts';
import { findLevels, type LevelFilter, levelKey, pageLevels, sumFreeUnits } from './levels.ts';
import { findProjection } from './network.ts';
import { type CandidatesWish, checkStore, findCandidates, type PickupWish, pageStores } from './offers.ts';
import { poolReads } from './pool-reads.ts';
import { findReservations, findReservationsOfOrders } from './reservations.ts';
import { ruleReads } from './rule-reads.ts';
import type { StockReader } from './stock.ts';
import type { PastViews } from './time-travel.ts';
import { transferReads } from './transfer-reads.ts';
import type { Views } from './views.ts';
import { workedOutAvailability } from './worked-out.ts';

/** What reading needs beside the database: what is kept in memory. */
export type ReadSources = {
  readonly connection: Connection;
  readonly network: Kept<Network>;
  readonly rules: Kept<readonly ProtectionRule[]>;
  readonly views: Views;
  readonly pastViews: PastViews;
  readonly stock: StockReader;
  /** Shared by all requests, and keeps nothing. */
  readonly reservations: ReturnType<typeof reservationLoader>;
  readonly now: () => Date;
};

/** References the gateway may put into one batch. */
const maxBatchSize = 500;

/** What resolvers may read, for one request: by key through loaders, by page in SQL. */
export type Reads = ReturnType<typeof createReads>;

export function createReads(sources: ReadSources) {
  const { connection, views, stock } = sources;
  const byChannel = new Map<string, LateLoader<string, SkuAvailability>>();

  const readAvailability = (channelId: string, skus: readonly string[]) =>
    whenRead(views.of(channelId), (view) =>
      whenRead(stock.read(skus, { receiptsAfter: sources.now() }), (items) =>
        skus.map((sku) => workedOutAvailability(view, sku, items.get(sku) ?? null)),
      ),
    );

  const level = new LateLoader(
    async (ids: readonly string[]) =>
      alignByKey(
        ids,
        await findLevels(
          connection,
          ids.flatMap((id) => levelNumbers(id) ?? []),
        ),
        levelId,
      ),
    { maxBatchSize },
  );

  const reservation = reservationLoader(connection, { cache: true });

  return {
    ...sources,
    availability: readAvailability,
    availabilityOf(channelId: string, sku: string) {
      const known = byChannel.get(channelId);
      const loader = known ?? new LateLoader(async (skus) => readAvailability(channelId, skus), { maxBatchSize });
      if (!known) byChannel.set(channelId, loader);
      return loader.load(sku);
    },
    networkProjection: () => findProjection(connection),
    freeUnits: freeUnitsBy(connection),
    item: new LateLoader(
      async (skus: readonly string[]) => alignByKey(skus, await findItems(connection, skus), (item) => item.sku),
      { maxBatchSize },
    ),
    level,
    /** Null when the caller is bound to other locations. */
    async visibleLevel(id: string, { locationIds }: { readonly locationIds: readonly string[] | null }) {
      const found = await level.load(id);
      if (!found || !locationIds) return found;
      const location = (await sources.network.get()).byNo.get(found.locationNo);
      return location && locationIds.includes(location.facts.locationId) ? found : null;
    },
    /** Null also when it is not the caller's to know of. */
    async visibleReservation(id: string, caller: Caller) {
      const found = await reservation.load(id);
      return found && isSeenBy(found, caller) ? found : null;
    },
    /** As it is now, read together with those that other requests wrote at the same time. */
    writtenReservation: (id: string) => sources.reservations.load(id),
    reservationsOfOrder: new LateLoader(
      async (orderIds: readonly string[]) =>
        groupByKey(orderIds, await findReservationsOfOrders(connection, orderIds), (found) => found.orderId),
      { maxBatchSize },
    ),
    ...feedReads(sources),
    ...ruleReads(sources),
    ...poolReads(sources),
    ...crossingReads(sources),
    ...countReads(sources),
    ...transferReads(sources),
    pickupStores: (wish: PickupWish, page: PageArguments) => pageStores(sources, wish, page),
    pickupStore: (channelId: string, locationId: string, items: readonly WantedLine[]) =>
      checkStore(sources, channelId, locationId, items),
    candidates: (wish: CandidatesWish) => findCandidates(sources, wish),
    levels: (filter: LevelPageFilter, page: PageArguments) => pageOfLevels(sources, filter, page),
  };
}

const freeUnitsBy = (connection: Connection) =>
  new LateLoader(
    async (locationIds: readonly string[]) => {
      const sums = await sumFreeUnits(connection, locationIds);
      return alignByKey(locationIds, sums, ({ locationId }) => locationId).map((sum) => sum?.units ?? 0);
    },
    { maxBatchSize },
  );

/** Reservations by id; null when there is none. */
export const reservationLoader = (connection: Connection, { cache }: { readonly cache: boolean }) =>
  new LateLoader(
    async (ids: readonly string[]) =>
      alignByKey(ids, await findReservations(connection, ids), (reservation) => reservation.id),
    { maxBatchSize, cache },
  );

export type LevelPageFilter = Omit<LevelFilter, 'locationNos'> & {
  readonly locationIds?: readonly string[] | null;
  readonly onlyStale?: boolean | null;
  /** Locations the caller is bound to; null when to none. */
  readonly boundTo: readonly string[] | null;
};

async function pageOfLevels({ connection, network, now }: ReadSources, filter: LevelPageFilter, page: PageArguments) {
  const window = readPage(page, { key: ['integer', 'integer'], standard: 50, maximum: 250 });
  if (!window.ok) return window;
  const { byId, byNo } = await network.get();
  const { locationIds, onlyStale, boundTo, ...rest } = filter;
  const at = now();
  const isWanted = (id: string) =>
    (!locationIds || locationIds.includes(id)) &&
    (!boundTo || boundTo.includes(id)) &&
    (!onlyStale || isStale((byId.get(id) ?? { feed: standardFeed }).feed, at));
  const isNarrow = locationIds || boundTo || onlyStale;
  const locationNos = isNarrow
    ? [...byNo.values()].filter(({ facts }) => isWanted(facts.locationId)).map(({ locationNo }) => locationNo)
    : null;
  const order = rest.skus ? 'ITEM' : 'LOCATION';
  const rows: Level[] = await pageLevels(connection, { ...rest, locationNos }, order, window.value);
  return { ok: true as const, value: toConnection(rows, window.value, levelKey(order)) };
}
