import { orBadUserInput } from '@passerelle/server';
import type { Refusal, Result } from '@passerelle/values';
import { createInventoryPool, updateInventoryPool } from '../actions/inventory-pools.ts';
import { transferPoolStock } from '../actions/transfer-pool-stock.ts';
import type { Context } from '../context.ts';
import { poolMovementId } from '../domain/pool-movement.ts';
import type {
  ChannelResolvers,
  InventoryPoolResolvers,
  MutationResolvers,
  PoolMovementResolvers,
  PoolUserError,
  QueryResolvers,
} from '../generated/resolver-types.ts';
import { locationOf } from './levels.ts';

const poolsOf = async ({ reads }: Context, channelId: string | null | undefined) =>
  (await reads.allPools()).filter((pool) => channelId == null || pool.channelId === channelId).slice(0, 200);

export const poolQueries: Pick<QueryResolvers, 'inventoryPools'> = {
  inventoryPools: (_root, { channelId }, context) => poolsOf(context, channelId),
};

const asErrors = (refusals: readonly Refusal[]) => refusals as unknown as PoolUserError[];

/** The pool as it is now, or why nothing was done. */
async function poolPayload({ reads }: Context, result: Result<string, Refusal>) {
  if (!result.ok) return { pool: null, userErrors: asErrors(result.refusals) };
  return { pool: await reads.pool.clear(result.value).load(result.value), userErrors: [] };
}

type PoolMutations = 'transferPoolStock' | 'createInventoryPool' | 'updateInventoryPool';

export const poolMutations: Required<Pick<MutationResolvers, PoolMutations>> = {
  async transferPoolStock(_root, { input }, context) {
    const result = await transferPoolStock(context, context.caller, input);
    if (!result.ok) return { fromPool: null, toPool: null, userErrors: asErrors(result.refusals) };
    const { fromPoolId, toPoolId } = result.value;
    const [fromPool, toPool] = await context.reads.pool.loadMany([fromPoolId, toPoolId]);
    return { fromPool: poolOrNull(fromPool), toPool: poolOrNull(toPool), userErrors: [] };
  },
  createInventoryPool: async (_root, { input }, context) =>
    poolPayload(context, await createInventoryPool(context, context.caller, input)),
  updateInventoryPool: async (_root, { input }, context) =>
    poolPayload(context, await updateInventoryPool(context, input)),
};

function poolOrNull<T>(found: T | Error | null | undefined): T | null {
  if (found instanceof Error) throw found;
  return found ?? null;
}

const InventoryPool: InventoryPoolResolvers = {
  __resolveReference: ({ id }, { reads }) => reads.pool.load(id),
  channel: ({ channelId }) => ({ id: channelId }),
  locationCount: ({ locationIds }) => locationIds?.length ?? null,
  arrivalPercent: ({ arrivalPercent }) => (arrivalPercent === null ? null : String(arrivalPercent)),
  async allocation({ poolNo }, { sku }, { reads }) {
    const found = await reads.allocation.load({ poolNo, sku });
    return found && { ...found, available: found.allocated - found.reserved };
  },
  movements: async ({ poolNo }, { sku, ...page }, { reads, caller }) =>
    orBadUserInput(await reads.poolMovements({ poolNo, sku, boundTo: caller.locationIds }, page)),
};

const PoolMovement: PoolMovementResolvers = {
  id: poolMovementId,
  location: ({ locationNo }, _args, context) => locationOf(context, locationNo),
};

const Channel: ChannelResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  inventoryPools: ({ id }, _args, context) => poolsOf(context, id),
};

export const poolTypes = { InventoryPool, PoolMovement, Channel };
