import type { Connection } from '@passerelle/database';
import type { Expectation } from '../domain/count-task.ts';
import { correct, emptyLevel } from '../domain/feed-law.ts';
import { type LevelKey, ownSource } from '../domain/movement.ts';
import { addMissingLevels, levelKeyText, lockLevels } from './ledger.ts';
import { signalLevels } from './watched.ts';

/** What somebody counted at a moment. */
export type Count = LevelKey & {
  /** Units. */
  readonly quantity: number;
  readonly countedAt: Date;
  readonly actor: string;
  /** The task it was counted for. */
  readonly reference?: string | null;
};

/**
 * Sets levels of one location to what was counted plus what moved since. A count older than what is known changes
 * nothing but the ledger. Needs the location for itself, and each level once. Four statements, whatever the number of
 * counts. Answers the levels that changed, and by how many units.
 */
export async function applyCounts(
  tx: Connection,
  counts: readonly Count[],
  now: Date,
): Promise<(LevelKey & { readonly change: number })[]> {
  if (counts.length === 0) return [];
  await addMissingLevels(tx, counts, now);
  const levels = await lockLevels(tx, counts);
  const later = await sumLater(tx, counts);
  const rows = counts.map((count, index) => {
    const level = levels.get(levelKeyText(count)) ?? emptyLevel;
    const truth = { asOf: count.countedAt, isCount: true, onHand: count.quantity, blocked: null };
    const after = correct(level, truth, { onHand: later[index] ?? 0, blocked: 0 });
    return { ...count, after, change: after.onHand - level.onHand };
  });
  await writeCounts(tx, rows, now);
  const changed = rows.filter(({ change }) => change !== 0);
  signalLevels(tx, changed);
  return changed.map(({ itemNo, locationNo, change }) => ({ itemNo, locationNo, change }));
}

const columns = (counts: readonly (LevelKey & { readonly countedAt: Date })[]) => ({
  items: counts.map(({ itemNo }) => itemNo),
  locations: counts.map(({ locationNo }) => locationNo),
  moments: counts.map(({ countedAt }) => countedAt.toISOString()),
});

/** Units that moved after each count, in the order given. */
async function sumLater({ sql }: Connection, counts: readonly Count[]): Promise<number[]> {
  const { items, locations, moments } = columns(counts);
  const rows = await sql`
    select coalesce(units, 0)::integer as units
    from unnest(${items}::integer[], ${locations}::integer[], ${moments}::timestamptz[])
      with ordinality as wanted (item_no, location_no, counted_at, position)
    left join lateral (
      select sum(quantity) as units from stock_movements as movement
      where movement.item_no = wanted.item_no and movement.location_no = wanted.location_no and kind = 'DELTA'
        and occurred_at > counted_at) as later on true
    order by position`;
  return rows.map(({ units }) => units);
}

type Row = Count & { readonly change: number; readonly after: { onHand: number; asOf: Date | null; isCount: boolean } };

async function writeCounts({ sql }: Connection, rows: readonly Row[], now: Date): Promise<void> {
  const { items, locations, moments } = columns(rows);
  await sql`
    with given as (
      select * from unnest(${items}::integer[], ${locations}::integer[], ${moments}::timestamptz[],
        ${rows.map(({ quantity }) => quantity)}::integer[], ${rows.map(({ change }) => change)}::integer[],
        ${rows.map(({ after }) => after.onHand)}::integer[],
        ${rows.map(({ after }) => after.asOf?.toISOString() ?? null)}::timestamptz[],
        ${rows.map(({ after }) => String(after.isCount))}::text[]::boolean[], ${rows.map(({ actor }) => actor)}::text[],
        ${rows.map(({ reference }) => reference ?? null)}::text[])
        as given (item_no, location_no, counted_at, quantity, change, on_hand, as_of, is_count, actor, reference)
    ), entered as (
      insert into stock_movements (item_no, location_no, kind, reason, quantity, applied_quantity, on_hand_after, source,
        reference, actor, occurred_at, recorded_at)
      select item_no, location_no, 'BASELINE', 'COUNT', quantity, change, on_hand, ${`${ownSource}count`}, reference,
        actor, counted_at, ${now}
      from given order by item_no, location_no
    )
    update stock_levels as level
    set on_hand = given.on_hand, baseline_as_of = given.as_of, baseline_is_count = given.is_count,
      version = version + (change <> 0)::integer,
      updated_at = case when change = 0 then updated_at else ${now} end
    from given
    where level.item_no = given.item_no and level.location_no = given.location_no`;
}

/**
 * What was on hand when items of one location were counted, by all that is known now: the level less what happened
 * after; where a later truth is known, what the ledger had entered of the time before.
 */
export async function findExpectations(
  { sql }: Connection,
  counts: readonly (LevelKey & { readonly countedAt: Date })[],
): Promise<Expectation[]> {
  const { items, locations, moments } = columns(counts);
  const rows = await sql`
    select wanted.item_no as "itemNo", is_superseded as "isSuperseded", (case
      when is_superseded then (
        select coalesce(sum(applied_quantity), 0) from stock_movements as movement
        where movement.item_no = wanted.item_no and movement.location_no = wanted.location_no
          and occurred_at <= counted_at)
      else coalesce(on_hand, 0) - (
        select coalesce(sum(quantity), 0) from stock_movements as movement
        where movement.item_no = wanted.item_no and movement.location_no = wanted.location_no and kind = 'DELTA'
          and occurred_at > counted_at)
      end)::integer as expected
    from unnest(${items}::integer[], ${locations}::integer[], ${moments}::timestamptz[])
      as wanted (item_no, location_no, counted_at)
    left join stock_levels as level on level.item_no = wanted.item_no and level.location_no = wanted.location_no
    left join stock_feeds as feed on feed.location_no = wanted.location_no
    cross join lateral (
      select coalesce(greatest(baseline_as_of, full_snapshot_as_of) > counted_at, false) as is_superseded) as judged`;
  return rows as unknown as Expectation[];
}
