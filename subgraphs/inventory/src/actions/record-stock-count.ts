import { inTransaction, oncePerKey } from '@passerelle/database';
import type { Caller } from '@passerelle/server';
import { invalidInput, notFound, ok, type Refusal, type Result, refuse } from '@passerelle/values';
import type { ActionContext } from '../context.ts';
import { findSeenLocation } from '../domain/feed-scope.ts';
import type { LevelKey } from '../domain/movement.ts';
import { maxUnits } from '../domain/snapshot.ts';
import { checkText, type QuantityConflict, quantityConflict } from '../domain/stock-event.ts';
import { applyCounts } from '../storage/counts.ts';
import { findItems } from '../storage/items.ts';
import { levelKeyText, lockLevels, lockLocationAlone } from '../storage/ledger.ts';
import { publishShortages } from '../storage/shortages.ts';

export type StockCount = {
  readonly idempotencyKey: string;
  readonly locationId: string;
  readonly sku: string;
  /** Units. */
  readonly countedQuantity: number;
  readonly expectedOnHand?: number | null;
  readonly countedAt: Date;
};

/** Takes a count as the truth of its moment: what moved since is added on top. */
export async function recordStockCount(
  context: ActionContext & { readonly caller: Caller },
  count: StockCount,
): Promise<Result<LevelKey, Refusal | QuantityConflict>> {
  const { idempotencyKey, locationId, sku, countedQuantity, expectedOnHand, countedAt } = count;
  const { caller } = context;
  const network = await context.network.get();
  const now = context.now();
  const call = { client: caller.subject, operation: 'recordStockCount', key: idempotencyKey, input: count };

  return inTransaction(context.database, (tx) =>
    oncePerKey<LevelKey, Refusal | QuantityConflict>(tx, call, async () => {
      const wrong = [...checkText(['sku'], sku, 100), ...checkCount(count, now)];
      if (wrong.length > 0) return refuse(...wrong);
      const location = findSeenLocation(network, caller, locationId, ['locationId']);
      if (!location.ok) return location;
      const [item] = await findItems(tx, [sku]);
      if (!item) return refuse(notFound('SKU', sku, ['sku']));

      const key = { itemNo: item.itemNo, locationNo: location.value.locationNo };
      await lockLocationAlone(tx, key.locationNo);
      if (expectedOnHand !== null && expectedOnHand !== undefined) {
        const actual = (await lockLevels(tx, [key])).get(levelKeyText(key))?.onHand ?? 0;
        if (actual !== expectedOnHand) return refuse(quantityConflict(expectedOnHand, actual));
      }
      const counted = { ...key, quantity: countedQuantity, countedAt, actor: caller.subject };
      const [changed] = await applyCounts(tx, [counted], now);
      if (changed && changed.change < 0) await publishShortages(tx, [key], now);
      return ok(key);
    }),
  );
}

function checkCount({ countedQuantity, countedAt }: StockCount, now: Date): readonly Refusal[] {
  const refusals: Refusal[] = [];
  if (countedQuantity < 0 || countedQuantity > maxUnits) {
    refusals.push(invalidInput(['countedQuantity'], `A count is 0 to ${maxUnits} units, not ${countedQuantity}.`));
  }
  if (countedAt > now) {
    const message = `countedAt ${countedAt.toISOString()} lies in the future. Check the clock of the device.`;
    refusals.push(invalidInput(['countedAt'], message));
  }
  return refusals;
}
