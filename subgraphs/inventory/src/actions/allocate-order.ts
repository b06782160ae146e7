import { type Connection, inTransaction } from '@passerelle/database';
import {
  locationNotEligible,
  newId,
  notFound,
  ok,
  type Refusal,
  type Result,
  refuse,
  reservationExpired,
} from '@passerelle/values';
import type { ActionContext } from '../context.ts';
import {
  type AllocationLine,
  allocationReasons,
  allocationsOf,
  checkOrderLines,
  fillLines,
  reservedChanges,
  touchedLevels,
} from '../domain/allocation.ts';
import { type ChannelView, forRouting } from '../domain/availability.ts';
import { endHold, type Reservation } from '../domain/reservation.ts';
import { findItems } from '../storage/items.ts';
import {
  findReservationsOfOrders,
  insertReservations,
  lockOrder,
  lockReservation,
  saveReservations,
} from '../storage/reservations.ts';
import { addReserved, lockReservable } from '../storage/reserved.ts';

export type OrderLineInput = {
  readonly orderLineId: string;
  readonly sku: string;
  readonly quantity: number;
  readonly locationId: string;
};

export type AllocateOrderInput = {
  readonly orderId: string;
  readonly revision: number;
  readonly channelId: string;
  readonly reservationId?: string | null;
  readonly lines: readonly OrderLineInput[];
};

/**
 * Turns an order's lines, and its cart's hold, into one reservation a location: all of them or nothing. The cart's units
 * pass to the order in the same statement that takes the rest, so that nobody can come between. Answers the ids; the
 * same order and revision again gets the same ids, whatever became of them.
 */
export async function allocateOrder(
  context: ActionContext,
  input: AllocateOrderInput,
): Promise<Result<readonly string[], Refusal>> {
  const problems = checkOrderLines(input.lines);
  if (problems.length > 0) return refuse(...problems);
  // Before the transaction: what is kept in memory may have to be read, on another connection.
  const view = forRouting(await context.views.of(input.channelId));
  return inTransaction(context.database, async (tx): Promise<Result<readonly string[], Refusal>> => {
    await lockOrder(tx, input.orderId);
    const known = (await findReservationsOfOrders(tx, [input.orderId])).filter(
      ({ revision }) => revision === input.revision,
    );
    if (known.length > 0) return ok(known.map(({ id }) => id));

    const held = await cartHold(tx, input.reservationId ?? null, context.now());
    if (!held.ok) return held;
    const lines = await findLines(tx, view, input, context.now());
    if (!lines.ok) return lines;
    return allocate(tx, view, input, lines.value, held.value, context.now());
  });
}

async function cartHold(tx: Connection, id: string | null, at: Date): Promise<Result<Reservation | null, Refusal>> {
  if (id === null) return ok(null);
  const held = await lockReservation(tx, id);
  if (!held) return refuse(notFound('reservation', id, ['reservationId']));
  const isGone = held.status !== 'HELD' || !held.expiresAt || held.expiresAt <= at;
  return isGone ? refuse(reservationExpired(held.expiresAt ?? at, ['reservationId'])) : ok(held);
}

async function findLines(
  tx: Connection,
  { network: { byId } }: ChannelView,
  { lines, channelId }: AllocateOrderInput,
  at: Date,
): Promise<Result<readonly AllocationLine[], Refusal>> {
  const items = new Map(
    (await findItems(tx, [...new Set(lines.map(({ sku }) => sku))])).map((item) => [item.sku, item]),
  );
  const refusals: Refusal[] = [];
  const found = lines.flatMap(({ orderLineId, sku, locationId, quantity }, index): AllocationLine[] => {
    const item = items.get(sku);
    const location = byId.get(locationId);
    if (!item) refusals.push(notFound('SKU', sku, ['lines', index, 'sku']));
    if (!location) refusals.push(notFound('location', locationId, ['lines', index, 'locationId']));
    if (!item || !location) return [];
    const reasons = allocationReasons(location, channelId, at);
    if (reasons.length > 0) refusals.push(locationNotEligible(locationId, reasons, ['lines', index, 'locationId']));
    return [{ orderLineId, item, location, quantity }];
  });
  return refusals.length > 0 ? refuse(...refusals) : ok(found);
}

async function allocate(
  tx: Connection,
  view: ChannelView,
  { orderId, revision, channelId }: AllocateOrderInput,
  lines: readonly AllocationLine[],
  held: Reservation | null,
  at: Date,
): Promise<Result<readonly string[], Refusal>> {
  const filled = fillLines(view, lines, held, await lockReservable(tx, touchedLevels(lines, held)));
  if (!filled.ok) return filled;

  await addReserved(tx, reservedChanges(filled.value, held), at);
  const nextId = () => newId('reservation', at);
  const made = allocationsOf(filled.value, held, { orderId, revision, channelId, at, nextId });
  const isTakenOver = ({ id }: Reservation) => id === held?.id;
  if (held && !made.some(isTakenOver)) await saveReservations(tx, [endHold(held, 'RELEASED')], at);
  await saveReservations(tx, made.filter(isTakenOver), at);
  await insertReservations(
    tx,
    made.filter((reservation) => !isTakenOver(reservation)),
  );
  return ok(made.map(({ id }) => id));
}
