import { type Connection, textList } from '@passerelle/database';
import type { Reservation } from '../domain/reservation.ts';
import { isStorable } from '../domain/stock-event.ts';

const selected = ({ sql }: Connection) => sql`
  select reservations.id, status, channel_id as "channelId", cart_reference as "cartReference", order_id as "orderId",
    revision, reservations.location_no as "locationNo", expires_at as "expiresAt", held_by as "heldBy", version,
    created_at as "createdAt",
    coalesce((
      select jsonb_agg(jsonb_build_object(
        'lineNo', line_no, 'orderLineId', order_line_id, 'itemNo', item_no, 'sku', sku, 'locationNo', line.location_no,
        'poolNo', pool_no, 'quantity', quantity, 'issuedQuantity', issued_quantity, 'releasedQuantity', released_quantity) order by line_no)
      from reservation_lines as line join items using (item_no) where reservation_id = reservations.id
    ), '[]') as lines
  from reservations`;

const reservationsOf = (rows: readonly Record<string, unknown>[]) => rows as unknown as Reservation[];

/** Reservations by id, in no order; missing ones are absent. */
export async function findReservations(connection: Connection, ids: readonly string[]): Promise<Reservation[]> {
  const { sql } = connection;
  return reservationsOf(
    await sql`${selected(connection)} where id = any(${textList({ sql }, ids.filter(isStorable))})`,
  );
}

/** Reservations of orders, oldest first. */
export async function findReservationsOfOrders(
  connection: Connection,
  orderIds: readonly string[],
): Promise<Reservation[]> {
  const { sql } = connection;
  return reservationsOf(
    await sql`${selected(connection)} where order_id = any(${textList({ sql }, orderIds)}) order by created_at, revision, location_no`,
  );
}

/** One reservation, its row locked until the transaction ends. */
export const lockReservation = async (connection: Connection, id: string): Promise<Reservation | undefined> =>
  (await lockReservations(connection, [id]))[0];

/** Reservations by id, their rows locked in the order of ids; missing ones are absent. No statement for none. */
export async function lockReservations(connection: Connection, ids: readonly string[]): Promise<Reservation[]> {
  if (ids.length === 0) return [];
  const { sql } = connection;
  // The lock first: the lines are read as they are once it was had.
  await sql`select from reservations where id = any(${textList({ sql }, ids.filter(isStorable))}) order by id for update`;
  return findReservations(connection, ids);
}

/**
 * Carts' holds whose time is over, the oldest first, their rows locked until the transaction ends. Those that somebody has
 * locked are left to them: waiting for one would keep all others.
 */
export async function lockLapsed(connection: Connection, at: Date, most: number): Promise<Reservation[]> {
  const { sql } = connection;
  const rows = await sql`
    select id from reservations where status = 'HELD' and expires_at <= ${at}
    order by expires_at limit ${most} for update skip locked`;
  return rows.length === 0
    ? []
    : findReservations(
        connection,
        rows.map(({ id }) => id),
      );
}

/** Makes callers that change one order's reservations wait for each other, also before there are any. */
export const lockOrder = (connection: Connection, orderId: string): Promise<void> => lockOrders(connection, [orderId]);

/** The same for several orders, always in the same order. */
export async function lockOrders({ sql }: Connection, orderIds: readonly string[]): Promise<void> {
  const names = orderIds.map((orderId) => `order|${orderId}`);
  await sql`
    select pg_advisory_xact_lock(number)
    from (select distinct hashtextextended(name, 0) as number from unnest(${names}::text[]) as name order by 1) as locks`;
}

/** Writes new reservations with their lines. */
export async function insertReservations({ sql }: Connection, reservations: readonly Reservation[]): Promise<void> {
  if (reservations.length === 0) return;
  const lines = reservations.flatMap(({ id, lines }) => lines.map((line) => ({ ...line, reservationId: id })));
  await sql`
    with given as (
      select * from jsonb_to_recordset(${sql.json(reservations as never)}) as t(id text, status text, "channelId" text,
        "cartReference" text, "orderId" text, revision integer, "locationNo" integer, "expiresAt" timestamptz,
        "heldBy" text, version integer, "createdAt" timestamptz)
    ), saved as (
      insert into reservations (id, status, channel_id, cart_reference, order_id, revision, location_no, expires_at,
        held_by, version, created_at, updated_at)
      select id, status, "channelId", "cartReference", "orderId", revision, "locationNo", "expiresAt", "heldBy", version,
        "createdAt", "createdAt" from given
    )
    insert into reservation_lines (reservation_id, line_no, order_line_id, item_no, location_no, pool_no, quantity,
      issued_quantity, released_quantity)
    select "reservationId", "lineNo", "orderLineId", "itemNo", "locationNo", "poolNo", quantity, "issuedQuantity",
      "releasedQuantity"
    from jsonb_to_recordset(${sql.json(lines as never)}) as t("reservationId" text, "lineNo" integer,
      "orderLineId" text, "itemNo" integer, "locationNo" integer, "poolNo" integer, quantity integer, "issuedQuantity" integer,
      "releasedQuantity" integer)`;
}

/** Writes state and lines of reservations that are locked; their lines are replaced. */
export async function saveReservations(
  { sql }: Connection,
  reservations: readonly Reservation[],
  now: Date,
): Promise<void> {
  if (reservations.length === 0) return;
  const ids = reservations.map(({ id }) => id);
  await sql`delete from reservation_lines where reservation_id = any(${ids}::text[])`;
  const lines = reservations.flatMap(({ id, lines }) => lines.map((line) => ({ ...line, reservationId: id })));
  await sql`
    with given as (
      select * from jsonb_to_recordset(${sql.json(reservations as never)}) as t(id text, status text,
        "cartReference" text, "orderId" text, revision integer, "locationNo" integer, "expiresAt" timestamptz)
    ), saved as (
      update reservations
      set status = given.status, cart_reference = given."cartReference", order_id = given."orderId",
        revision = given.revision, location_no = given."locationNo", expires_at = given."expiresAt",
        version = version + 1, updated_at = ${now}
      from given where reservations.id = given.id
    )
    insert into reservation_lines (reservation_id, line_no, order_line_id, item_no, location_no, pool_no, quantity,
      issued_quantity, released_quantity)
    select "reservationId", "lineNo", "orderLineId", "itemNo", "locationNo", "poolNo", quantity, "issuedQuantity",
      "releasedQuantity"
    from jsonb_to_recordset(${sql.json(lines as never)}) as t("reservationId" text, "lineNo" integer,
      "orderLineId" text, "itemNo" integer, "locationNo" integer, "poolNo" integer, quantity integer, "issuedQuantity" integer,
      "releasedQuantity" integer)`;
}
