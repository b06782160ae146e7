import { type Connection, inTransaction, oncePerKey } from '@passerelle/database';
import type { Caller } from '@passerelle/server';
import { invalidInput, invalidState, notFound, ok, type Refusal, type Result, refuse } from '@passerelle/values';
import type { ActionContext } from '../context.ts';
import type { Network } from '../domain/network.ts';
import type { Pool } from '../domain/pool.ts';
import { planTransfer, type Transfer, type TransferLine, transferPlaces } from '../domain/pool-transfer.ts';
import { checkText } from '../domain/stock-event.ts';
import { findItems } from '../storage/items.ts';
import { addAllocated } from '../storage/pool-stock.ts';
import { lockPools } from '../storage/pools.ts';
import { lockReservable } from '../storage/reserved.ts';

export type TransferPoolStockInput = {
  readonly idempotencyKey: string;
  readonly fromPoolId: string;
  readonly toPoolId: string;
  readonly lines: readonly { readonly sku: string; readonly quantity: number; readonly locationId?: string | null }[];
  readonly reason?: string | null;
};

export type TransferredPools = { readonly fromPoolId: string; readonly toPoolId: string };

const maximumLines = 100;
const largestQuantity = 100_000;

/** Moves units, not goods, from one pool to another: all lines or none, once per key. */
export async function transferPoolStock(
  context: ActionContext,
  caller: Caller,
  input: TransferPoolStockInput,
): Promise<Result<TransferredPools, Refusal>> {
  const network = await context.network.get();
  const call = { client: caller.subject, operation: 'transferPoolStock', key: input.idempotencyKey, input };
  return inTransaction(context.database, (tx) =>
    oncePerKey(tx, call, async (): Promise<Result<TransferredPools, Refusal>> => {
      const problems = checkTransfer(input);
      if (problems.length > 0) return refuse(...problems);
      const pools = await findBoth(tx, input);
      if (!pools.ok) return pools;
      const lines = await findLines(tx, network, input);
      if (!lines.ok) return lines;

      const { from, to } = pools.value;
      const places = lines.value.map((line) => transferPlaces(network, from, to, line));
      const keys = lines.value.flatMap(({ item }, index) =>
        (places[index] ?? []).map(({ locationNo }) => ({ itemNo: item.itemNo, locationNo })),
      );
      const planned = planTransfer(lines.value, from, places, await lockReservable(tx, keys));
      if (!planned.ok) return planned;
      const { idempotencyKey, reason = null, fromPoolId, toPoolId } = input;
      const cause = { kind: 'TRANSFER', reference: idempotencyKey, actor: caller.subject, reason } as const;
      await addAllocated(tx, changesOf(planned.value, from, to), cause, context.now());
      return ok({ fromPoolId, toPoolId });
    }),
  );
}

/** What each pool gains or loses; shared stock is what is in no pool. */
const changesOf = (transfers: readonly Transfer[], from: Pool, to: Pool) =>
  transfers.flatMap(({ units, ...level }) => [
    ...(from.mode === 'SEGMENTED' ? [{ ...level, poolNo: from.poolNo, quantity: -units }] : []),
    ...(to.mode === 'SEGMENTED' ? [{ ...level, poolNo: to.poolNo, quantity: units }] : []),
  ]);

function checkTransfer({ lines, reason, fromPoolId, toPoolId }: TransferPoolStockInput): Refusal[] {
  if (fromPoolId === toPoolId) return [invalidInput(['toPoolId'], 'Units move between two pools: name another one.')];
  if (lines.length < 1 || lines.length > maximumLines) {
    return [invalidInput(['lines'], `Give 1 to ${maximumLines} lines.`)];
  }
  const seen = new Set<string>();
  const problems = lines.flatMap(({ sku, quantity }, index): readonly Refusal[] => {
    if (quantity < 1 || quantity > largestQuantity) {
      return [invalidInput(['lines', index, 'quantity'], `A quantity is 1 to ${largestQuantity} units.`)];
    }
    if (seen.has(sku))
      return [invalidInput(['lines', index, 'sku'], `${sku} is there twice; transfer it in two calls.`)];
    seen.add(sku);
    return checkText(['lines', index, 'sku'], sku, 100);
  });
  return [...problems, ...(reason == null ? [] : checkText(['reason'], reason, 500))];
}

async function findBoth(
  tx: Connection,
  { fromPoolId, toPoolId }: TransferPoolStockInput,
): Promise<Result<{ from: Pool; to: Pool }, Refusal>> {
  const pools = new Map((await lockPools(tx, [fromPoolId, toPoolId])).map((pool) => [pool.id, pool]));
  const [from, to] = [pools.get(fromPoolId), pools.get(toPoolId)];
  if (!from) return refuse(notFound('pool', fromPoolId, ['fromPoolId']));
  if (!to) return refuse(notFound('pool', toPoolId, ['toPoolId']));
  if (from.mode === 'SEGMENTED' || to.mode === 'SEGMENTED') return ok({ from, to });
  return refuse(invalidState('Both pools are shared stock: there is nothing to move.', 'SHARED', ['toPoolId']));
}

async function findLines(
  tx: Connection,
  { byId }: Network,
  { lines }: TransferPoolStockInput,
): Promise<Result<readonly TransferLine[], Refusal>> {
  const skus = lines.map(({ sku }) => sku);
  const items = new Map((await findItems(tx, skus)).map((item) => [item.sku, item]));
  const refusals: Refusal[] = [];
  const found = lines.flatMap(({ sku, quantity, locationId }, index): TransferLine[] => {
    const item = items.get(sku);
    const location = locationId == null ? null : byId.get(locationId);
    if (!item) refusals.push(notFound('SKU', sku, ['lines', index, 'sku']));
    if (location === undefined) refusals.push(notFound('location', String(locationId), ['lines', index, 'locationId']));
    return item && location !== undefined ? [{ item, quantity, location }] : [];
  });
  return refusals.length > 0 ? refuse(...refusals) : ok(found);
}
