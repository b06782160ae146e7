import { badUserInput, orBadUserInput } from '@passerelle/server';
import type { Refusal, Result } from '@passerelle/values';
import {
  setLowStockThreshold,
  startStockWatch,
  stopStockWatch,
  type ThresholdInput,
} from '../actions/stock-watches.ts';
import type { Context } from '../context.ts';
import type {
  LowStockThresholdResolvers,
  MutationResolvers,
  QueryResolvers,
  StockCrossingResolvers,
  StockWatchError,
  StockWatchResolvers,
} from '../generated/resolver-types.ts';

const maximumSkus = 250;
const maximumChannels = 100;

export const crossingQueries: Pick<QueryResolvers, 'stockCrossings' | 'stockWatches' | 'lowStockThresholds'> = {
  async stockCrossings(_root, { filter, ...page }, { reads }) {
    if ((filter?.skus?.length ?? 0) > maximumSkus) throw badUserInput(`At most ${maximumSkus} SKUs.`);
    if ((filter?.channelIds?.length ?? 0) > maximumChannels) {
      throw badUserInput(`At most ${maximumChannels} channels.`);
    }
    return orBadUserInput(await reads.crossings(filter ?? {}, page));
  },
  stockWatches: (_root, _args, { reads }) => reads.watches(),
  lowStockThresholds: async (_root, { channelId, ...page }, { reads }) =>
    orBadUserInput(await reads.thresholds(channelId, page)),
};

const asErrors = (refusals: readonly Refusal[]) => refusals as unknown as StockWatchError[];

/** The watch as it is now, or why nothing was done. */
async function watchPayload({ reads }: Context, result: Result<string, Refusal>) {
  if (!result.ok) return { watch: null, userErrors: asErrors(result.refusals) };
  const watch = (await reads.watches()).find(({ channelId }) => channelId === result.value);
  return { watch: watch ?? null, userErrors: [] };
}

async function thresholdPayload({ reads }: Context, result: Result<ThresholdInput, Refusal>) {
  if (!result.ok) return { threshold: null, userErrors: asErrors(result.refusals) };
  const { channelId, sku = null } = result.value;
  return { threshold: (await reads.threshold(channelId, sku)) ?? null, userErrors: [] };
}

type CrossingMutations = 'startStockWatch' | 'stopStockWatch' | 'setLowStockThreshold';

export const crossingMutations: Required<Pick<MutationResolvers, CrossingMutations>> = {
  startStockWatch: async (_root, { input }, context) =>
    watchPayload(context, await startStockWatch(context, context.caller, input)),
  stopStockWatch: async (_root, { input }, context) => watchPayload(context, await stopStockWatch(context, input)),
  setLowStockThreshold: async (_root, { input }, context) =>
    thresholdPayload(context, await setLowStockThreshold(context, context.caller, input)),
};

const StockCrossing: StockCrossingResolvers = {
  id: ({ crossingNo }) => `crs_${BigInt(crossingNo).toString(36)}`,
  channel: ({ channelId }) => ({ id: channelId }),
};

const StockWatch: StockWatchResolvers = { channel: ({ channelId }) => ({ id: channelId }) };

const LowStockThreshold: LowStockThresholdResolvers = {
  channel: ({ channelId }) => ({ id: channelId }),
  quantity: ({ units }) => units,
};

export const crossingTypes = { StockCrossing, StockWatch, LowStockThreshold };
