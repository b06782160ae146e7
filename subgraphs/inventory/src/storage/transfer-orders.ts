import { type Connection, StaleWriteError } from '@passerelle/database';
import type { PageWindow } from '@passerelle/values';
import { ownSource } from '../domain/movement.ts';
import { isStorable } from '../domain/stock-event.ts';
import type { TransferLine, TransferMoment, TransferOrder, TransferStatus } from '../domain/transfer-order.ts';
import { signalStock } from './watched.ts';

/** What movements and expected receipts of transfer orders carry as their source. */
export const transferSource = `${ownSource}transfer-order`;

const selected = ({ sql }: Connection) => sql`
  select transfer.id, reference, from_location_no as "fromLocationNo", sender.id as "fromLocationId",
    to_location_no as "toLocationNo", receiver.id as "toLocationId", transfer.status, expected_at as "expectedAt", version,
    created_at as "createdAt", updated_at as "updatedAt", (
      select jsonb_agg(jsonb_build_object('lineNo', line_no, 'item', jsonb_build_object('itemNo', item_no, 'sku', sku,
        'category', category, 'isTracked', is_tracked), 'requested', requested, 'atSender', at_sender, 'picked', picked,
        'notFound', not_found, 'damagedAtSender', damaged_at_sender, 'leftBehind', left_behind, 'shipped', shipped,
        'inTransit', in_transit, 'received', received, 'damaged', damaged, 'lost', lost,
        'foundAtSender', found_at_sender, 'surplus', surplus, 'takenIn', taken_in, 'sentBack', sent_back)
        order by line_no)
      from transfer_lines as line join items using (item_no) where transfer_id = transfer.id) as lines, (
      select jsonb_agg(jsonb_build_object('step', step, 'actor', actor, 'note', note, 'occurredAt', occurred_at)
        order by step_no)
      from transfer_steps where transfer_id = transfer.id) as history
  from transfer_orders as transfer
  join locations as sender on sender.location_no = from_location_no
  join locations as receiver on receiver.location_no = to_location_no`;

const ordersOf = (rows: readonly Record<string, unknown>[]) =>
  rows.map((row) => ({
    ...row,
    history: (row.history as (TransferMoment & { occurredAt: string })[]).map((moment) => ({
      ...moment,
      occurredAt: new Date(moment.occurredAt),
    })),
  })) as unknown as TransferOrder[];

/** Transfer orders by id with their lines, in no order; missing ones are absent. */
export async function findTransferOrders(connection: Connection, ids: readonly string[]): Promise<TransferOrder[]> {
  const { sql } = connection;
  return ordersOf(await sql`${selected(connection)} where transfer.id = any(${ids.filter(isStorable)}::text[])`);
}

/** One transfer order, kept from changing until the transaction ends. */
export async function lockTransferOrder(tx: Connection, id: string): Promise<TransferOrder | undefined> {
  if (!isStorable(id)) return undefined;
  await tx.sql`select from transfer_orders where id = ${id} for update`;
  return (await findTransferOrders(tx, [id]))[0];
}

export type TransferFilter = {
  readonly statuses?: readonly TransferStatus[] | null;
  /** Either end is one of these; null for all. */
  readonly locationNos: readonly number[] | null;
  readonly fromLocationNos: readonly number[] | null;
  readonly toLocationNos: readonly number[] | null;
};

/** One page of transfer orders, newest first, and one row more. Ids begin with the moment they were made. */
export async function pageTransferOrders(
  connection: Connection,
  { statuses, locationNos, fromLocationNos, toLocationNos }: TransferFilter,
  { size, backwards, after, before }: PageWindow,
): Promise<TransferOrder[]> {
  const { sql } = connection;
  const among = (numbers: readonly number[]) => sql`any(${numbers as number[]}::integer[])`;
  return ordersOf(
    await sql`
      ${selected(connection)}
      where true
        ${statuses ? sql`and transfer.status = any(${statuses as string[]}::text[])` : sql``}
        ${locationNos ? sql`and (from_location_no = ${among(locationNos)} or to_location_no = ${among(locationNos)})` : sql``}
        ${fromLocationNos ? sql`and from_location_no = ${among(fromLocationNos)}` : sql``}
        ${toLocationNos ? sql`and to_location_no = ${among(toLocationNos)}` : sql``}
        ${after ? sql`and transfer.id < ${String(after[0])}` : sql``}
        ${before ? sql`and transfer.id > ${String(before[0])}` : sql``}
      order by ${backwards ? sql`transfer.id` : sql`transfer.id desc`}
      limit ${size + 1}`,
  );
}

export type NewTransferOrder = Pick<
  TransferOrder,
  'id' | 'reference' | 'fromLocationNo' | 'toLocationNo' | 'createdAt'
> & {
  readonly lines: readonly { readonly itemNo: number; readonly quantity: number }[];
};

/** Makes a draft with its lines, in the order given. */
export async function insertTransferOrder({ sql }: Connection, order: NewTransferOrder): Promise<void> {
  const { id, reference, fromLocationNo, toLocationNo, createdAt, lines } = order;
  await sql`
    insert into transfer_orders (id, reference, from_location_no, to_location_no, created_at, updated_at)
    values (${id}, ${reference}, ${fromLocationNo}, ${toLocationNo}, ${createdAt}, ${createdAt})`;
  await sql`
    insert into transfer_lines (transfer_id, line_no, item_no, requested, at_sender)
    select ${id}, position, item_no, units, units
    from unnest(${lines.map(({ itemNo }) => itemNo)}::integer[], ${lines.map(({ quantity }) => quantity)}::integer[])
      with ordinality as given (item_no, units, position)`;
}

/** Writes who did what next. */
export async function insertTransferStep(
  { sql }: Connection,
  id: string,
  { step, actor, note, occurredAt }: TransferMoment,
): Promise<void> {
  await sql`
    insert into transfer_steps (transfer_id, step_no, step, actor, note, occurred_at)
    select ${id}, count(*) + 1, ${step}, ${actor}, ${note}, ${occurredAt} from transfer_steps where transfer_id = ${id}`;
}

/** Writes the state and lines of an order that is locked. */
export async function saveTransferOrder(
  { sql }: Connection,
  { id, status, expectedAt, version, lines }: TransferOrder,
  now: Date,
): Promise<void> {
  const saved = await sql`
    with given as (
      select * from jsonb_to_recordset(${sql.json(lines as never)}) as t("lineNo" integer, "atSender" integer,
        picked integer, "notFound" integer, "damagedAtSender" integer, "leftBehind" integer, shipped integer,
        "inTransit" integer, received integer, damaged integer, lost integer, "foundAtSender" integer, surplus integer,
        "takenIn" integer, "sentBack" integer)
    ), written as (
      update transfer_lines as line
      set at_sender = "atSender", picked = given.picked, not_found = "notFound", damaged_at_sender = "damagedAtSender",
        left_behind = "leftBehind", shipped = given.shipped, in_transit = "inTransit", received = given.received,
        damaged = given.damaged, lost = given.lost, found_at_sender = "foundAtSender", surplus = given.surplus,
        taken_in = "takenIn", sent_back = "sentBack"
      from given where transfer_id = ${id} and line_no = "lineNo"
    )
    update transfer_orders set status = ${status}, expected_at = ${expectedAt}, version = version + 1, updated_at = ${now}
    where id = ${id} and version = ${version}`;
  if (saved.count !== 1) throw new StaleWriteError(`transfer order ${id}`);
}

/** States what is on its way of lines: an expected receipt each, of zero units once all came or none will. */
export async function expectTransfer(
  tx: Connection,
  { id, toLocationNo, expectedAt }: TransferOrder,
  lines: readonly TransferLine[],
  now: Date,
): Promise<void> {
  if (lines.length === 0) return;
  const itemNos = lines.map(({ item }) => item.itemNo);
  signalStock(tx, itemNos);
  await tx.sql`
    insert into expected_receipts (source, reference, item_no, location_no, kind, quantity, expected_at, stated_at,
      recorded_at)
    select ${transferSource}, ${id}, item_no, ${toLocationNo}, 'TRANSFER', units, ${expectedAt}, ${now}, ${now}
    from unnest(${itemNos}::integer[], ${lines.map(({ inTransit }) => inTransit)}::integer[]) as line (item_no, units)
    order by item_no
    on conflict (source, reference, item_no, location_no) do update
      set quantity = excluded.quantity, stated_at = excluded.stated_at, recorded_at = excluded.recorded_at`;
}
