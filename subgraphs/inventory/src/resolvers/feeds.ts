import { badUserInput, orBadUserInput } from '@passerelle/server';
import { formatDuration, type Refusal, type Result } from '@passerelle/values';
import { abortStockSnapshot } from '../actions/abort-stock-snapshot.ts';
import { adjustStock } from '../actions/adjust-stock.ts';
import { appendSnapshotText, appendStockSnapshot } from '../actions/append-stock-snapshot.ts';
import { completeStockSnapshot } from '../actions/complete-stock-snapshot.ts';
import { recordExpectedReceipts } from '../actions/record-expected-receipts.ts';
import { recordStockCount } from '../actions/record-stock-count.ts';
import { recordStockEvents } from '../actions/record-stock-events.ts';
import { releaseStockSnapshot } from '../actions/release-stock-snapshot.ts';
import { setStockFeed } from '../actions/set-stock-feed.ts';
import { startStockSnapshot } from '../actions/start-stock-snapshot.ts';
import type { Context } from '../context.ts';
import { seesLocation } from '../domain/feed-scope.ts';
import type { LevelKey } from '../domain/movement.ts';
import type { Snapshot, SnapshotSequence, SnapshotStatus } from '../domain/snapshot.ts';
import { levelId } from '../domain/stock.ts';
import type { QuantityConflict } from '../domain/stock-event.ts';
import type {
  ExpectedReceiptResolvers,
  MutationResolvers,
  QueryResolvers,
  StockFeedResolvers,
  StockSnapshotError,
  StockSnapshotResolvers,
  StockWriteError,
} from '../generated/resolver-types.ts';
import { locationOf } from './levels.ts';

/** The generated unions name concrete types, refusals carry the same facts under their code. */
const asWriteErrors = (refusals: readonly (Refusal | QuantityConflict)[]) => refusals as unknown as StockWriteError[];
const asSnapshotErrors = (refusals: readonly (Refusal | SnapshotSequence)[]) =>
  refusals as unknown as StockSnapshotError[];

async function levelPayload(context: Context, result: Result<LevelKey, Refusal | QuantityConflict>) {
  return result.ok
    ? { level: await context.reads.level.load(levelId(result.value)), userErrors: [] }
    : { level: null, userErrors: asWriteErrors(result.refusals) };
}

async function snapshotPayload(context: Context, result: Result<string, Refusal | SnapshotSequence>) {
  return result.ok
    ? { snapshot: await context.reads.snapshot.clear(result.value).load(result.value), userErrors: [] }
    : { snapshot: null, userErrors: asSnapshotErrors(result.refusals) };
}

async function seenSnapshot(context: Context, id: string): Promise<Snapshot | null> {
  const snapshot = await context.reads.snapshot.load(id);
  return snapshot && seesLocation(context.caller, snapshot.locationId) ? snapshot : null;
}

const maximumLocations = 100;

export const feedQueries: Pick<QueryResolvers, 'stockSnapshot' | 'stockSnapshots'> = {
  stockSnapshot: (_root, { id }, context) => seenSnapshot(context, id),
  async stockSnapshots(_root, { filter, ...page }, { reads, caller }) {
    const { statuses, locationIds } = filter ?? {};
    if ((locationIds?.length ?? 0) > maximumLocations) throw badUserInput(`At most ${maximumLocations} locations.`);
    const wanted = { statuses: statuses as SnapshotStatus[] | null | undefined, locationIds };
    return orBadUserInput(await reads.snapshots({ ...wanted, boundTo: caller.locationIds }, page));
  },
};

/** Resolvers of the mutations that bring stock in. */
export const feedMutations: Required<
  Pick<
    MutationResolvers,
    | 'adjustStock'
    | 'recordStockCount'
    | 'recordStockEvents'
    | 'startStockSnapshot'
    | 'appendStockSnapshot'
    | 'appendSnapshotText'
    | 'completeStockSnapshot'
    | 'abortStockSnapshot'
    | 'releaseStockSnapshot'
    | 'setStockFeed'
    | 'recordExpectedReceipts'
  >
> = {
  adjustStock: async (_root, { input }, context) => levelPayload(context, await adjustStock(context, input)),
  recordStockCount: async (_root, { input }, context) => levelPayload(context, await recordStockCount(context, input)),
  async recordStockEvents(_root, { input }, context) {
    const { rejections, userErrors, ...counts } = await recordStockEvents(context, input);
    return {
      ...counts,
      rejections: rejections.map((rejection) => ({ ...rejection, userErrors: asWriteErrors(rejection.userErrors) })),
      userErrors: asWriteErrors(userErrors),
    };
  },
  startStockSnapshot: async (_root, { input }, context) =>
    snapshotPayload(context, await startStockSnapshot(context, input)),
  appendStockSnapshot: async (_root, { input }, context) =>
    snapshotPayload(context, await appendStockSnapshot(context, input)),
  appendSnapshotText: async (_root, { input }, context) =>
    snapshotPayload(context, await appendSnapshotText(context, input)),
  completeStockSnapshot: async (_root, { input }, context) =>
    snapshotPayload(context, await completeStockSnapshot(context, input)),
  abortStockSnapshot: async (_root, { input }, context) =>
    snapshotPayload(context, await abortStockSnapshot(context, input)),
  releaseStockSnapshot: async (_root, { input }, context) =>
    snapshotPayload(context, await releaseStockSnapshot(context, input)),
  async recordExpectedReceipts(_root, { input }, context) {
    const { rejections, userErrors, ...counts } = await recordExpectedReceipts(context, input);
    return {
      ...counts,
      rejections: rejections.map((rejection) => ({ ...rejection, userErrors: asWriteErrors(rejection.userErrors) })),
      userErrors: asWriteErrors(userErrors),
    };
  },
  async setStockFeed(_root, { input }, context) {
    const result = await setStockFeed(context, input);
    return result.ok
      ? { feed: await context.reads.feed.clear(result.value).load(result.value), userErrors: [] }
      : { feed: null, userErrors: asWriteErrors(result.refusals) };
  },
};

const StockSnapshot: StockSnapshotResolvers = {
  __resolveReference: ({ id }, context) => seenSnapshot(context, id),
  location: ({ locationNo }, _args, context) => locationOf(context, locationNo),
};

const ExpectedReceipt: ExpectedReceiptResolvers = {
  location: ({ locationNo }, _args, context) => locationOf(context, locationNo),
};

const StockFeed: StockFeedResolvers = {
  location: ({ locationNo }, _args, context) => locationOf(context, locationNo),
  freshnessLimit: ({ freshnessLimitMinutes: minutes }) => (minutes === null ? null : formatDuration(minutes)),
};

/** Resolvers of the types that only feeds use. */
export const feedTypes = { StockSnapshot, StockFeed, ExpectedReceipt };
