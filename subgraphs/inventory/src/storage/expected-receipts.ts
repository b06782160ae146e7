import type { Connection } from '@passerelle/database';
import type { ExpectedReceipt, ReceiptKind } from '../domain/expected-receipt.ts';
import { signalStock } from './watched.ts';

export type ReceiptRow = {
  readonly reference: string;
  readonly itemNo: number;
  readonly locationNo: number;
  readonly kind: ReceiptKind;
  readonly quantity: number;
  readonly expectedAt: Date;
};

/** Writes what a source states as of a moment, unless a later statement is known; answers how many were written. */
export async function saveReceipts(
  tx: Connection,
  { source, statedAt }: { readonly source: string; readonly statedAt: Date },
  rows: readonly ReceiptRow[],
  now: Date,
): Promise<number> {
  if (rows.length === 0) return 0;
  signalStock(
    tx,
    rows.map(({ itemNo }) => itemNo),
  );
  const written = await tx.sql`
    insert into expected_receipts as known (source, reference, item_no, location_no, kind, quantity, expected_at,
      stated_at, recorded_at)
    select ${source}, reference, item_no, location_no, kind, quantity, expected_at, ${statedAt}, ${now}
    from unnest(${rows.map((row) => row.reference)}::text[], ${rows.map((row) => row.itemNo)}::integer[],
      ${rows.map((row) => row.locationNo)}::integer[], ${rows.map((row) => row.kind)}::text[],
      ${rows.map((row) => row.quantity)}::integer[], ${rows.map((row) => row.expectedAt.toISOString())}::timestamptz[])
      as stated (reference, item_no, location_no, kind, quantity, expected_at)
    order by reference, item_no, location_no
    on conflict (source, reference, item_no, location_no) do update
      set kind = excluded.kind, quantity = excluded.quantity, expected_at = excluded.expected_at,
        stated_at = excluded.stated_at, recorded_at = excluded.recorded_at
      where known.stated_at < excluded.stated_at`;
  return written.count;
}

/** What is still to come of items after a moment, soonest first, twenty an item. */
export async function findReceipts(
  { sql }: Connection,
  itemNos: readonly number[],
  after: Date,
): Promise<ExpectedReceipt[]> {
  const rows = await sql`
    select receipt.item_no as "itemNo", receipt.location_no as "locationNo", reference, kind, quantity,
      expected_at as "expectedAt", greatest(0, coalesce(reserved + blocked - on_hand, 0)) as waiting,
      greatest(0, coalesce(on_hand - blocked - reserved, 0)) as spare
    from unnest(${itemNos as number[]}::integer[]) as wanted (item_no)
    cross join lateral (
      select * from expected_receipts
      where expected_receipts.item_no = wanted.item_no and quantity > 0 and expected_at > ${after}
      order by expected_at, reference, location_no limit 20
    ) as receipt
    left join stock_levels as level on level.item_no = receipt.item_no and level.location_no = receipt.location_no
    order by receipt.item_no, expected_at, reference, receipt.location_no`;
  return rows as unknown as ExpectedReceipt[];
}
