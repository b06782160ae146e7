import { type Connection, createGroups, type Taken, untilCommit } from '@passerelle/database';
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
  type LockedStock,
  reservedChanges,
  touchedLevels,
  withReserved,
} from '../domain/allocation.ts';
import { type ChannelView, forRouting } from '../domain/availability.ts';
import { endHold, type Reservation } from '../domain/reservation.ts';
import type { HeldUnits, Item } from '../domain/stock.ts';
import { checkNames } from '../domain/stock-event.ts';
import { findItems } from '../storage/items.ts';
import {
  findReservationsOfOrders,
  insertReservations,
  lockOrders,
  lockReservations,
  saveReservations,
} from '../storage/reservations.ts';
import { addReserved, lockReservable, lockWanted } from '../storage/reserved.ts';
import type { WrittenLevel } from '../storage/stock-shelf.ts';

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

/** What was allocated; a call that comes again is answered with the ids, of which more may have become since. */
export type AllocationAnswer = Result<readonly { readonly id: string; readonly made: Reservation | null }[], Refusal>;
type Means = Omit<ActionContext, 'holds' | 'allocations'>;

/** Longest an allocation waits for one of other SKUs: that may wait for a level which somebody else has locked. */
const patienceMs = 100;

/** Allocations of this process: those that wait for one that is under way share the next transaction of ten statements. */
export const groupAllocations = (context: Means, most: number) =>
  createGroups<AllocateOrderInput, AllocationAnswer>({
    lanesOf: ({ lines }) => lines.map(({ sku }) => sku),
    namesOf: ({ orderId, reservationId }) => [orderId, ...(reservationId ? [reservationId] : [])],
    take: (inputs) => allocateInTurn(context, inputs),
    most,
    patienceMs,
  });

/**
 * Turns an order's lines, and its cart's hold, into one reservation a location: all of them or nothing. The cart's units
 * pass to the order in the same statement that takes the rest, so that nobody can come between. The same order and
 * revision again gets the same reservations, whatever became of them.
 */
export async function allocateOrder(
  { allocations }: Pick<ActionContext, 'allocations'>,
  input: AllocateOrderInput,
): Promise<AllocationAnswer> {
  const problems = [...checkNames({ orderId: input.orderId }), ...checkOrderLines(input.lines)];
  return problems.length > 0 ? refuse(...problems) : allocations(input);
}

/** Allocations of several orders in one transaction, as if one came after another. */
async function allocateInTurn(context: Means, inputs: readonly AllocateOrderInput[]): Promise<Taken<AllocationAnswer>> {
  // Before the transaction: what is kept in memory may have to be read, on another connection.
  const views = await Promise.all(inputs.map(async ({ channelId }) => forRouting(await context.views.of(channelId))));
  const work = async (tx: Connection) => {
    const orderIds = inputs.map(({ orderId }) => orderId);
    const skus = new Set(inputs.flatMap(({ lines }) => lines.map(({ sku }) => sku)));
    // They travel together and are carried out one after another: what is read is read under the lock.
    const [, known, items, locked] = await Promise.all([
      lockOrders(tx, orderIds),
      findReservationsOfOrders(tx, orderIds),
      findItems(tx, [...skus]),
      // Which levels a cart's hold touches is known only when that is locked.
      inputs.some(({ reservationId }) => reservationId) ? undefined : lockWanted(tx, wantedLevels(inputs, views)),
    ]);
    const idsOf = ({ orderId, revision }: AllocateOrderInput) =>
      known.flatMap((found) =>
        found.orderId === orderId && found.revision === revision ? [{ id: found.id, made: null }] : [],
      );

    const fresh = inputs.filter((input) => idsOf(input).length === 0);
    const held = await lockReservations(
      tx,
      fresh.flatMap(({ reservationId }) => reservationId ?? []),
    );
    const at = context.now();
    const wishes = new Map(
      inputs.flatMap((input, place) =>
        fresh.includes(input) ? [[input, wishOf(views[place] as ChannelView, input, { held, items, at })]] : [],
      ),
    );
    const { made, written } = await fillInTurn(
      tx,
      [...wishes.values()].flatMap((wish) => (wish.ok ? [wish.value] : [])),
      { locked, at },
    );
    const answers = inputs.map((input): AllocationAnswer => {
      const wish = wishes.get(input);
      if (!wish) return ok(idsOf(input));
      return wish.ok ? (made.get(wish.value) as AllocationAnswer) : wish;
    });
    return { answers, written };
  };
  const { result, told } = await context.stock.write(
    () => untilCommit(context.database, work),
    ({ result: { written } }) => written,
  );
  return { answers: result.answers, told };
}

/** Levels that the lines name; of locations that nobody knows none. */
const wantedLevels = (inputs: readonly AllocateOrderInput[], views: readonly ChannelView[]) =>
  inputs.flatMap(({ lines }, place) =>
    lines.flatMap(({ sku, locationId }) => {
      const location = views[place]?.network.byId.get(locationId);
      return location ? [{ sku, locationNo: location.locationNo }] : [];
    }),
  );

/** An order that may be filled as far as can be told without its stock. */
type AllocationWish = {
  readonly view: ChannelView;
  readonly input: AllocateOrderInput;
  readonly held: Reservation | null;
  readonly lines: readonly AllocationLine[];
};

type Found = { readonly held: readonly Reservation[]; readonly items: readonly Item[]; readonly at: Date };

function wishOf(view: ChannelView, input: AllocateOrderInput, found: Found): Result<AllocationWish, Refusal> {
  const held = cartHold(input.reservationId ?? null, found);
  if (!held.ok) return held;
  const lines = findLines(view, input, found);
  return lines.ok ? ok({ view, input, held: held.value, lines: lines.value }) : lines;
}

function cartHold(id: string | null, { held: locked, at }: Found): Result<Reservation | null, Refusal> {
  if (id === null) return ok(null);
  const held = locked.find((reservation) => reservation.id === id);
  if (!held) return refuse(notFound('reservation', id, ['reservationId']));
  const isGone = held.status !== 'HELD' || !held.expiresAt || held.expiresAt <= at;
  return isGone ? refuse(reservationExpired(held.expiresAt ?? at, ['reservationId'])) : ok(held);
}

function findLines(
  { network: { byId } }: ChannelView,
  { lines, channelId }: AllocateOrderInput,
  { items: known, at }: Found,
): Result<readonly AllocationLine[], Refusal> {
  const items = new Map(known.map((item) => [item.sku, item]));
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

type Filled = {
  readonly made: ReadonlyMap<AllocationWish, AllocationAnswer>;
  readonly written: readonly WrittenLevel[];
};

type Filling = { readonly locked: LockedStock | undefined; readonly at: Date };

/** Fills orders one after another from stock that is locked once for all of them, and writes what came of it. */
async function fillInTurn(tx: Connection, wishes: readonly AllocationWish[], { locked, at }: Filling): Promise<Filled> {
  if (wishes.length === 0) return { made: new Map(), written: [] };
  const nextId = () => newId('reservation', at);
  const touched = wishes.flatMap(({ lines, held }) => touchedLevels(lines, held));
  let stock: LockedStock = locked ?? (await lockReservable(tx, touched));
  const changes: HeldUnits[] = [];
  const saved: Reservation[] = [];
  const inserted: Reservation[] = [];
  const answers = wishes.map((wish): [AllocationWish, AllocationAnswer] => {
    const { view, input, lines, held } = wish;
    const filled = fillLines(view, lines, held, stock);
    if (!filled.ok) return [wish, filled];
    const changed = reservedChanges(filled.value, held);
    changes.push(...changed);
    if (wishes.length > 1) stock = withReserved(stock, changed);
    const { orderId, revision, channelId } = input;
    const made = allocationsOf(filled.value, held, { orderId, revision, channelId, at, nextId });
    const isTakenOver = ({ id }: Reservation) => id === held?.id;
    if (held && !made.some(isTakenOver)) saved.push(endHold(held, 'RELEASED'));
    for (const reservation of made) (isTakenOver(reservation) ? saved : inserted).push(reservation);
    // What was a cart's hold is read back: its version counts on.
    return [wish, ok(made.map((one) => ({ id: one.id, made: isTakenOver(one) ? null : one })))];
  });
  // Sent without waiting for each other: the rows are locked for as long as this takes.
  const [written] = await Promise.all([
    addReserved(tx, changes, at),
    saveReservations(tx, saved, at),
    insertReservations(tx, inserted),
  ]);
  return { made: new Map(answers), written };
}
