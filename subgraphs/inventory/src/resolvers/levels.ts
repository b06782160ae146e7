import { badUserInput, orBadUserInput } from '@passerelle/server';
import type { PageArguments } from '@passerelle/values';
import type { Context } from '../context.ts';
import { seesLocation } from '../domain/feed-scope.ts';
import { isStale, type LocationRef, refOf, silenceOf, standardFeed } from '../domain/network.ts';
import { protectedUnits, rulesInForce } from '../domain/protection.ts';
import { type Level, levelId } from '../domain/stock.ts';
import type {
  InventoryItemResolvers,
  InventoryLevelResolvers,
  LocationResolvers,
  QueryResolvers,
  StockFreshnessResolvers,
} from '../generated/resolver-types.ts';
import type { LevelPageFilter } from '../storage/reads.ts';

const maximumSkus = 250;
const maximumReturnedSkus = 200;
const maximumLocations = 100;
const maximumGaps = 100;

async function pageOf(context: Context, filter: Omit<LevelPageFilter, 'boundTo'>, page: PageArguments) {
  if ((filter.skus?.length ?? 0) > maximumSkus) throw badUserInput(`At most ${maximumSkus} SKUs.`);
  if ((filter.locationIds?.length ?? 0) > maximumLocations)
    throw badUserInput(`At most ${maximumLocations} locations.`);
  return orBadUserInput(await context.reads.levels({ ...filter, boundTo: context.caller.locationIds }, page));
}

export const levelQueries: Pick<QueryResolvers, 'inventoryItem' | 'inventoryLevels' | 'itemsForReturn'> = {
  inventoryItem: (_root, { sku }, context) => context.reads.item.load(sku),
  async itemsForReturn(_root, { skus }, { reads }) {
    if (skus.length < 1 || skus.length > maximumReturnedSkus) throw badUserInput(`1 to ${maximumReturnedSkus} SKUs.`);
    const items = await Promise.all(skus.map((sku) => reads.item.load(sku)));
    return items.filter((item) => item !== null);
  },
  inventoryLevels(_root, { filter, ...page }, context) {
    if (!filter.skus && !filter.locationIds) throw badUserInput('Give `skus` or `locationIds` in `filter`.');
    const { updatedAt, ...rest } = filter;
    return pageOf(context, { ...rest, updatedFrom: updatedAt?.from, updatedTo: updatedAt?.to }, page);
  },
};

/** The location of a number of ours; null when the projection was emptied. */
export async function locationOf(context: Context, locationNo: number): Promise<LocationRef | null> {
  const known = (await context.network.get()).byNo.get(locationNo);
  return known ? refOf(known) : null;
}

async function freshnessOf(context: Context, locationNo: number) {
  const feed = (await context.network.get()).byNo.get(locationNo)?.feed ?? standardFeed;
  return {
    mode: feed.mode,
    lastSnapshotAt: feed.lastSnapshotAt,
    lastEventAt: feed.lastEventAt,
    isStale: isStale(feed, context.now()),
    locationNo,
  };
}

/** What no channel may have: only rules that name no channel count. */
async function quantitiesOf(context: Context, level: Level) {
  const { onHand, reserved, blocked } = level;
  const known = (await context.network.get()).byNo.get(level.locationNo);
  const facts = known?.facts;
  const rules = rulesInForce(await context.rules.get(), context.now(), 'PUBLISHING');
  const place = facts && {
    channelId: null,
    locationId: facts.locationId,
    locationType: facts.type,
    sku: level.sku,
    category: level.category,
  };
  const held = place ? protectedUnits(rules, place, onHand, silenceOf(known.feed, context.now())) : 0;
  return { onHand, reserved, blocked, protected: held, available: Math.max(0, onHand - reserved - blocked - held) };
}

const InventoryItem: InventoryItemResolvers = {
  __resolveReference: ({ sku }, context) => context.reads.item.load(sku),
  availability: ({ sku }, { channelId }, context) => context.reads.availabilityOf(channelId, sku),
  expectedReceipts: ({ itemNo }, _args, context) => context.reads.receipts.load(itemNo),
  levels: ({ sku }, { filter, ...page }, context) => pageOf(context, { ...filter, skus: [sku] }, page),
};

const InventoryLevel: InventoryLevelResolvers = {
  __resolveReference: ({ id }, context) => context.reads.visibleLevel(id, context.caller),
  id: levelId,
  item: ({ itemNo, sku, category, isTracked }) => ({ itemNo, sku, category, isTracked }),
  location: ({ locationNo }, _args, context) => locationOf(context, locationNo),
  quantities: (level, _args, context) => quantitiesOf(context, level),
  quantitiesAsOf(level, { at }, context) {
    if (at > context.now()) throw badUserInput('`at` lies in the future; ask for `quantities`.');
    return context.reads.quantitiesAsOf(level, at);
  },
  freshness: ({ locationNo }, _args, context) => freshnessOf(context, locationNo),
};

const StockFreshness: StockFreshnessResolvers = {
  hasGap: async ({ locationNo }, _args, { reads }) => (await reads.gaps.load(locationNo)).length > 0,
  gaps: async ({ locationNo }, _args, { reads }) => (await reads.gaps.load(locationNo)).slice(0, maximumGaps),
};

const Location: LocationResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  async stockFeed({ id }, _args, context) {
    const known = (await context.network.get()).byId.get(id);
    return known && seesLocation(context.caller, id) ? context.reads.feed.load(known.locationNo) : null;
  },
  inventoryLevels: ({ id }, { filter, ...page }, context) => pageOf(context, { ...filter, locationIds: [id] }, page),
  async stockFreshness({ id }, _args, context) {
    const known = (await context.network.get()).byId.get(id);
    return known ? freshnessOf(context, known.locationNo) : null;
  },
};

export const levelTypes = { InventoryItem, InventoryLevel, Location, StockFreshness };
