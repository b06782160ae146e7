import { inTransaction, oncePerKey } from '@passerelle/database';
import type { Caller } from '@passerelle/server';
import { notFound, ok, type Refusal, type Result, refuse } from '@passerelle/values';
import type { ActionContext } from '../context.ts';
import { findSeenLocation } from '../domain/feed-scope.ts';
import { type LevelKey, type MovementReason, ownSource } from '../domain/movement.ts';
import {
  checkDelta,
  checkDeltaReason,
  checkText,
  type QuantityConflict,
  quantityConflict,
} from '../domain/stock-event.ts';
import { findItems } from '../storage/items.ts';
import { applyDeltas, levelKeyText, lockLevels, lockLocationAlone } from '../storage/ledger.ts';
import { publishShortages } from '../storage/shortages.ts';

export type Adjustment = {
  readonly idempotencyKey: string;
  readonly locationId: string;
  readonly sku: string;
  /** Signed units. */
  readonly delta: number;
  readonly reason: MovementReason;
  readonly expectedOnHand?: number | null;
  readonly sourceReference?: string | null;
};

/** Changes on-hand by a signed number of units, now. */
export async function adjustStock(
  context: ActionContext & { readonly caller: Caller },
  adjustment: Adjustment,
): Promise<Result<LevelKey, Refusal | QuantityConflict>> {
  const { idempotencyKey, locationId, sku, delta, reason, expectedOnHand, sourceReference } = adjustment;
  const { caller } = context;
  const network = await context.network.get();
  const call = { client: caller.subject, operation: 'adjustStock', key: idempotencyKey, input: adjustment };

  return inTransaction(context.database, (tx) =>
    oncePerKey<LevelKey, Refusal | QuantityConflict>(tx, call, async () => {
      const wrong = [
        ...checkText(['sku'], sku, 100),
        ...checkDelta(['delta'], delta),
        ...checkDeltaReason(['reason'], reason),
        ...(sourceReference ? checkText(['sourceReference'], sourceReference, 200) : []),
      ];
      if (wrong.length > 0) return refuse(...wrong);
      const location = findSeenLocation(network, caller, locationId, ['locationId']);
      if (!location.ok) return location;
      const [item] = await findItems(tx, [sku]);
      if (!item) return refuse(notFound('SKU', sku, ['sku']));

      const key = { itemNo: item.itemNo, locationNo: location.value.locationNo };
      if (expectedOnHand !== null && expectedOnHand !== undefined) {
        await lockLocationAlone(tx, key.locationNo);
        const actual = (await lockLevels(tx, [key])).get(levelKeyText(key))?.onHand ?? 0;
        if (actual !== expectedOnHand) return refuse(quantityConflict(expectedOnHand, actual));
      }
      const now = context.now();
      const source = `${ownSource}adjustment`;
      const facts = { source, eventId: null, reference: sourceReference ?? null, actor: caller.subject };
      await applyDeltas(tx, [{ ...key, ...facts, quantity: delta, blockedQuantity: 0, reason, occurredAt: now }], now);
      if (delta < 0) await publishShortages(tx, [key], now);
      return ok(key);
    }),
  );
}
