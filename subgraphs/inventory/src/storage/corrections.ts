import type { Connection } from '@passerelle/database';
import { type LevelKey, ownSource } from '../domain/movement.ts';
import type { Impact, Snapshot, SnapshotSummary } from '../domain/snapshot.ts';

/** What a snapshot did to its location. */
export type Outcome = {
  readonly summary: SnapshotSummary;
  readonly impact: Impact;
  /** Levels that lost units and now hold less than is reserved. */
  readonly short: readonly LevelKey[];
};

/**
 * Takes a snapshot for true: `correct` of the law for all levels of its location at once, with the movements, the levels
 * that change and those that are new, in one statement. A full snapshot leaves alone what it agrees with, since its moment
 * is kept once for the location. Needs the location for itself, so that the ledger it reads is complete and nobody else
 * moves what is on hand.
 */
export async function applyCorrections(tx: Connection, snapshot: Snapshot, now: Date): Promise<Outcome> {
  await prepareSession(tx);
  const outcome = await correctLevels(tx, snapshot, now);
  await tx.sql`select set_config('enable_hashjoin', 'on', true), set_config('enable_nestloop', 'on', true)`;
  const { stocked, emptied, unitsBefore, unitsAfter, repeatedRows, short, ...summary } = outcome;
  if (repeatedRows > 0) await refuseRepeatedRows(tx, snapshot.id);
  return {
    summary,
    impact: { stocked, emptied, unitsBefore, unitsAfter },
    short: (short ?? []).map((itemNo) => ({ itemNo, locationNo: snapshot.locationNo })),
  };
}

/**
 * Sorts of a whole location stay in memory, and compiling a statement that runs once costs more than it saves. Merge joins
 * meet levels in key order, the order in which everybody locks them: locking them beforehand would write each row twice.
 */
async function prepareSession({ sql }: Connection): Promise<void> {
  await sql`
    select set_config('work_mem', '64MB', true), set_config('jit', 'off', true),
      set_config('enable_hashjoin', 'off', true), set_config('enable_nestloop', 'off', true)`;
}

/** A SKU in several chunks: its first row counts, in the order of chunks and not of their arrival. */
async function refuseRepeatedRows({ sql }: Connection, id: string): Promise<void> {
  await sql`
    insert into stock_snapshot_rejections (snapshot_id, chunk, row_no, sku, code, message)
    select ${id}, chunk, position - 1, sku, 'INVALID_INPUT', sku || ' is listed in chunk ' || first || ' too; that row counts.'
    from (
      select item_no, chunk, position, first_value(chunk) over rows_of_item as first, row_number() over rows_of_item as n
      from stock_snapshot_chunks, unnest(item_nos) with ordinality as listed (item_no, position)
      where snapshot_id = ${id} and item_no is not null
      window rows_of_item as (partition by item_no order by chunk, position)
    ) as repeated
    join items using (item_no)
    where n > 1
    on conflict do nothing`;
}

type Corrected = SnapshotSummary & Impact & { readonly repeatedRows: number; readonly short: readonly number[] | null };

async function correctLevels(tx: Connection, snapshot: Snapshot, now: Date): Promise<Corrected> {
  const { id, locationNo, takenAt, missingSkus } = snapshot;
  const { sql } = tx;
  const isDue =
    missingSkus === 'SET_TO_ZERO' ? sql`is_changed` : sql`(is_newer or is_tie or is_blocked_newer or is_changed)`;
  const [outcome] = await sql`
    with ${judged(tx, snapshot)}, entered as (
      insert into stock_movements (item_no, location_no, kind, reason, quantity, applied_quantity,
        applied_blocked_quantity, on_hand_after, source, reference, occurred_at, recorded_at)
      select item_no, ${locationNo}, 'BASELINE', 'SNAPSHOT', stated_on_hand, new_on_hand - old_on_hand,
        new_blocked - old_blocked, new_on_hand, ${`${ownSource}snapshot`}, ${id}, ${takenAt}, ${now}
      from judged where is_changed order by item_no
    ), made as (
      insert into stock_levels (item_no, location_no, on_hand, blocked, baseline_as_of, blocked_as_of, updated_at)
      select item_no, ${locationNo}, new_on_hand, new_blocked, case when is_newer then ${takenAt}::timestamptz end,
        case when is_blocked_newer then ${takenAt}::timestamptz end, ${now}
      from judged where is_missing and is_listed order by item_no
    ), updated as (
      update stock_levels as level
      set on_hand = new_on_hand, blocked = new_blocked,
        baseline_as_of = case when is_newer then ${takenAt} else baseline_as_of end,
        baseline_is_count = baseline_is_count and not is_newer,
        blocked_as_of = case when is_blocked_newer then ${takenAt} else blocked_as_of end,
        version = version + is_changed::integer,
        updated_at = case when is_changed then ${now} else updated_at end
      from judged
      where level.item_no = judged.item_no and level.location_no = ${locationNo} and not is_missing and ${isDue}
      returning level.item_no, reserved > 0 and new_on_hand - new_blocked < least(reserved, old_on_hand - old_blocked)
        as is_short
    )
    select
      count(*) filter (where is_stated and not is_changed)::integer as "unchangedLevels",
      count(*) filter (where is_changed and is_listed)::integer as "changedLevels",
      count(*) filter (where is_changed and not is_listed)::integer as "zeroedLevels",
      coalesce(sum(later_events) filter (where is_newer or is_tie), 0)::integer as "replayedEvents",
      coalesce(sum(new_on_hand - old_on_hand), 0)::integer as "netUnits",
      count(*) filter (where old_on_hand > 0)::integer as stocked,
      count(*) filter (where old_on_hand > 0 and new_on_hand <= 0)::integer as emptied,
      coalesce(sum(old_on_hand), 0)::float8 as "unitsBefore", coalesce(sum(new_on_hand), 0)::float8 as "unitsAfter",
      (select coalesce(sum(cardinality(array_remove(item_nos, null))), 0) from stock_snapshot_chunks
        where snapshot_id = ${id})::integer - count(*) filter (where is_listed)::integer as "repeatedRows",
      (select array_agg(item_no order by item_no) from updated where is_short) as short
    from judged`;
  return outcome as unknown as Corrected;
}

/** What the snapshot means for each level of its location, and for those it makes. */
const judged = ({ sql }: Connection, { id, locationNo, takenAt, missingSkus }: Snapshot) => sql`
    listed as (
      select distinct on (item_no) item_no, on_hand, blocked
      from stock_snapshot_chunks,
        unnest(item_nos, on_hands, blockeds) with ordinality as listed (item_no, on_hand, blocked, position)
      where snapshot_id = ${id} and item_no is not null
      order by item_no, chunk, position
    ), later as (
      select item_no, sum(quantity) as on_hand, sum(blocked_quantity) as blocked, count(*) as events
      from stock_movements
      where location_no = ${locationNo} and kind = 'DELTA' and occurred_at > ${takenAt}
      group by item_no
    ), known as (
      select item_no, on_hand, blocked, baseline_is_count, baseline_as_of, blocked_as_of
      from stock_levels where location_no = ${locationNo}
    ), feed as materialized (
      select max(full_snapshot_as_of) as full_as_of from stock_feeds where location_no = ${locationNo}
    ), stated as (
      select item_no,
        -- The snapshot has a row for it.
        listed.item_no is not null as is_listed,
        -- The snapshot says something about it: a row, or zero because it has none.
        listed.item_no is not null or ${missingSkus === 'SET_TO_ZERO'} as is_stated,
        known.item_no is null as is_missing,
        greatest(baseline_as_of, full_as_of) as as_of,
        coalesce(baseline_is_count and baseline_as_of >= coalesce(full_as_of, '-infinity'), false) as is_count,
        greatest(blocked_as_of, full_as_of) as blocked_as_of,
        coalesce(listed.on_hand, 0) as stated_on_hand,
        coalesce(listed.on_hand, 0) + coalesce(later.on_hand, 0) as on_hand,
        coalesce(listed.blocked, 0) + coalesce(later.blocked, 0) as blocked,
        coalesce(later.events, 0) as later_events,
        coalesce(known.on_hand, 0) as old_on_hand, coalesce(known.blocked, 0) as old_blocked
      from known full join listed using (item_no) left join later using (item_no) cross join feed
    ), weighed as (
      select *, is_stated and coalesce(as_of < ${takenAt}, true) as is_newer,
        is_stated and coalesce(as_of = ${takenAt} and not is_count, false) as is_tie,
        is_stated and coalesce(blocked_as_of < ${takenAt}, true) as is_blocked_newer,
        is_stated and coalesce(blocked_as_of = ${takenAt}, false) as is_blocked_tie
      from stated
    ), corrected as (
      select item_no, is_listed, is_stated, is_missing, is_newer, is_tie, is_blocked_newer, stated_on_hand, later_events,
        old_on_hand, old_blocked,
        (case when is_newer then on_hand when is_tie then least(old_on_hand, on_hand) else old_on_hand end)::integer
          as new_on_hand,
        (case when is_blocked_newer then blocked when is_blocked_tie then greatest(old_blocked, blocked)
          else old_blocked end)::integer as new_blocked
      from weighed
    ), judged as materialized (
      select *, old_on_hand <> new_on_hand or old_blocked <> new_blocked as is_changed from corrected
    )`;
