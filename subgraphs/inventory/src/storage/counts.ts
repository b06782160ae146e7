import type { Connection } from '@passerelle/database';
import { correct, emptyLevel } from '../domain/feed-law.ts';
import { type LevelKey, ownSource } from '../domain/movement.ts';
import { addMissingLevels, levelKeyText, lockLevels } from './ledger.ts';
import { signalStock } from './watched.ts';

/** What somebody counted at a moment. */
export type Count = LevelKey & {
  /** Units. */
  readonly quantity: number;
  readonly countedAt: Date;
  readonly actor: string;
};

/**
 * Sets a level to what was counted plus what moved since. A count older than what is known changes nothing but the
 * ledger. Needs the location for itself. Answers by how many units on-hand changed.
 */
export async function applyCount(tx: Connection, count: Count, now: Date): Promise<number> {
  const { itemNo, locationNo, quantity, countedAt } = count;
  await addMissingLevels(tx, [count], now);
  const level = (await lockLevels(tx, [count])).get(levelKeyText(count)) ?? emptyLevel;
  const [later] = await tx.sql`
    select coalesce(sum(quantity), 0)::integer as "onHand" from stock_movements
    where item_no = ${itemNo} and location_no = ${locationNo} and kind = 'DELTA' and occurred_at > ${countedAt}`;

  const truth = { asOf: countedAt, isCount: true, onHand: quantity, blocked: null };
  const after = correct(level, truth, { onHand: later?.onHand, blocked: 0 });
  const change = after.onHand - level.onHand;
  if (change !== 0) signalStock(tx, [itemNo]);
  await tx.sql`
    with entered as (
      insert into stock_movements (item_no, location_no, kind, reason, quantity, applied_quantity, on_hand_after, source,
        actor, occurred_at, recorded_at)
      values (${itemNo}, ${locationNo}, 'BASELINE', 'COUNT', ${quantity}, ${change}, ${after.onHand},
        ${`${ownSource}count`}, ${count.actor}, ${countedAt}, ${now})
    )
    update stock_levels
    set on_hand = ${after.onHand}, baseline_as_of = ${after.asOf}, baseline_is_count = ${after.isCount},
      version = version + ${change === 0 ? 0 : 1}::integer,
      updated_at = case when ${change}::integer = 0 then updated_at else ${now} end
    where item_no = ${itemNo} and location_no = ${locationNo}`;
  return change;
}
