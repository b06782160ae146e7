import { type Connection, inTransaction, oncePerKey } from '@passerelle/database';
import type { Caller } from '@passerelle/server';
import {
  invalidInput,
  invalidState,
  newId,
  notFound,
  ok,
  type Refusal,
  type Result,
  refuse,
  versionConflict,
} from '@passerelle/values';
import type { ActionContext } from '../context.ts';
import { checkChannel, type Network } from '../domain/network.ts';
import type { Pool, PoolMode } from '../domain/pool.ts';
import { changedPool, type PoolInput } from '../domain/pool-input.ts';
import { findAllPools, findStockedLocations, insertPool, lockAllPools, lockPools, savePool } from '../storage/pools.ts';

export type CreatePoolInput = PoolInput & {
  readonly idempotencyKey: string;
  readonly channelId: string;
  readonly name: string;
  readonly mode: PoolMode;
};

const mostPools = 200;

/** Creates a pool, once per key; it has no units yet. Answers its id. */
export async function createInventoryPool(
  context: ActionContext,
  caller: Caller,
  input: CreatePoolInput,
): Promise<Result<string, Refusal>> {
  const network = await context.network.get();
  const call = { client: caller.subject, operation: 'createInventoryPool', key: input.idempotencyKey, input };
  const result = await inTransaction(context.database, (tx) =>
    oncePerKey(tx, call, async (): Promise<Result<string, Refusal>> => {
      const { channelId, name, mode } = input;
      const unserved = checkChannel(network, channelId);
      if (unserved.length > 0) return refuse(...unserved);
      await lockAllPools(tx);
      const others = await findAllPools(tx);
      if (others.filter((pool) => pool.channelId === channelId).length >= mostPools) {
        return refuse(invalidInput(['channelId'], `A channel has at most ${mostPools} pools.`));
      }
      const now = context.now();
      const facts = { poolNo: 0, locationIds: null, arrivalPercent: null, version: 1, updatedAt: now };
      const blank: Pool = { ...facts, id: newId('pool', now), channelId, name, mode };
      const pool = changedPool(blank, input, others, network);
      if (!pool.ok) return pool;
      const unknown = unknownLocations(network, input);
      if (unknown.length > 0) return refuse(...unknown);
      await insertPool(tx, pool.value, now);
      return ok(pool.value.id);
    }),
  );
  // Others are told by NOTIFY; who wrote it reads it at once.
  context.pools.drop();
  return result;
}

export type UpdatePoolInput = PoolInput & { readonly id: string; readonly expectedVersion: number };

/** Changes a pool. Units that are set apart in it must be moved away before it can no longer hold them. */
export async function updateInventoryPool(
  context: ActionContext,
  input: UpdatePoolInput,
): Promise<Result<string, Refusal>> {
  const network = await context.network.get();
  const result = await inTransaction(context.database, async (tx): Promise<Result<string, Refusal>> => {
    await lockAllPools(tx);
    const [pool] = await lockPools(tx, [input.id]);
    if (!pool) return refuse(notFound('pool', input.id, ['id']));
    if (pool.version !== input.expectedVersion) return refuse(versionConflict(input.expectedVersion, pool.version));
    const others = (await findAllPools(tx)).filter(({ id }) => id !== pool.id);
    const changed = changedPool(pool, input, others, network);
    if (!changed.ok) return changed;
    const problems = [...unknownLocations(network, input), ...(await strandedUnits(tx, changed.value))];
    if (problems.length > 0) return refuse(...problems);
    await savePool(tx, changed.value, context.now());
    return ok(pool.id);
  });
  context.pools.drop();
  return result;
}

const unknownLocations = ({ byId }: Network, { locationIds }: PoolInput) =>
  (locationIds ?? []).flatMap((id, index) => (byId.has(id) ? [] : [notFound('location', id, ['locationIds', index])]));

/** Refusals of a change that leaves units in a pool that may not have them. */
async function strandedUnits(tx: Connection, pool: Pool): Promise<Refusal[]> {
  const stocked = await findStockedLocations(tx, pool.poolNo);
  if (stocked.length === 0) return [];
  if (pool.mode === 'SHARED') {
    return [
      invalidState('Units are set apart in the pool: transfer them to another one first.', 'SEGMENTED', ['mode']),
    ];
  }
  const left = pool.locationIds && stocked.filter((id) => !pool.locationIds?.includes(id));
  if (!left?.length) return [];
  const message = `Units are set apart at ${left.slice(0, 5).join(', ')}: transfer them to another pool first.`;
  return [invalidState(message, 'SEGMENTED', ['locationIds'])];
}
