import { type Connection, inTransaction, oncePerKey, StaleWriteError } from '@passerelle/database';
import { judge } from '@passerelle/eligibility';
import { schedule } from '@passerelle/events';
import type { Caller } from '@passerelle/server';
import {
  durationMinutes,
  insufficientStock,
  invalidInput,
  locationNotEligible,
  newId,
  notFound,
  ok,
  type Refusal,
  type Result,
  refuse,
} from '@passerelle/values';
import type { ActionContext } from '../context.ts';
import type { ChannelView } from '../domain/availability.ts';
import { type DrawnLine, drawFrom, drawsOf, isShort, sourceKeys } from '../domain/draw.ts';
import { expireTask, expiryKey } from '../domain/expiry.ts';
import { cartStock, staleReasons } from '../domain/pickup.ts';
import { longestExtensionMinutes, newLine, type Reservation, standardHoldMinutes } from '../domain/reservation.ts';
import { type ItemStock, withLevels } from '../domain/stock.ts';
import { checkLines, totalUnits, type WantedLine } from '../domain/wanted.ts';
import { insertReservations } from '../storage/reservations.ts';
import { addReserved, lockReservable } from '../storage/reserved.ts';
import { stockReader } from '../storage/stock.ts';

export type ReserveStockInput = {
  readonly idempotencyKey: string;
  readonly channelId: string;
  readonly cartReference: string;
  readonly lines: readonly WantedLine[];
  readonly pickupLocationId?: string | null;
  readonly holdFor?: string | null;
  readonly allowPartial?: boolean | null;
};

const maximumLines = 50;
const longestReference = 200;

/** Sets units aside for a cart. Answers the reservation's id. */
export async function reserveStock(
  context: ActionContext,
  caller: Caller,
  input: ReserveStockInput,
): Promise<Result<string, Refusal>> {
  const minutes = input.holdFor ? durationMinutes(input.holdFor) : standardHoldMinutes;
  const problem = checkInput(input, minutes);
  if (problem) return problem;

  const view = await context.views.of(input.channelId);
  const call = { client: caller.subject, operation: 'reserveStock', key: input.idempotencyKey, input };
  const attempt = { isContended: false };
  return inTransaction(context.database, (tx) =>
    oncePerKey(tx, call, async (): Promise<Result<string, Refusal>> => {
      const place = pinnedPlace(view, input, context.now());
      if (!place.ok) return place;
      const drawn = await drawUnderLock(tx, view, input, place.value, attempt);
      if (!drawn.ok) return drawn;
      return ok(await hold(context, tx, input, place.value, drawn.value, minutes ?? standardHoldMinutes));
    }),
  );
}

function checkInput({ lines, cartReference }: ReserveStockInput, minutes: number | undefined) {
  const checked = checkLines(lines, 'lines', maximumLines);
  if (!checked.ok) return checked;
  if (cartReference.length < 1 || cartReference.length > longestReference) {
    return refuse(invalidInput(['cartReference'], `A cart reference has 1 to ${longestReference} characters.`));
  }
  if (minutes === undefined || minutes < 1 || minutes > longestExtensionMinutes) {
    return refuse(invalidInput(['holdFor'], `Hold for PT1M to PT${longestExtensionMinutes}M.`));
  }
  return undefined;
}

/** The store of collection, when one is named and may hand the cart over; null when none is named. */
function pinnedPlace(
  { network }: ChannelView,
  { channelId, lines, pickupLocationId }: ReserveStockInput,
  at: Date,
): Result<number | null, Refusal> {
  const servesChannel = [...network.byNo.values()].some(({ facts }) => facts.channelIds.includes(channelId));
  if (!servesChannel) return refuse(notFound('channel', channelId, ['channelId']));
  if (!pickupLocationId) return ok(null);
  const known = network.byId.get(pickupLocationId);
  if (!known) return refuse(notFound('location', pickupLocationId, ['pickupLocationId']));
  const wish = { service: 'CLICK_AND_COLLECT', channelId, at, units: totalUnits(lines) } as const;
  const reasons = [...judge(known.facts, wish).reasons, ...staleReasons(known, at)];
  if (reasons.length > 0) return refuse(locationNotEligible(pickupLocationId, reasons, ['pickupLocationId']));
  return ok(known.locationNo);
}

/**
 * Decides on what is read without locks, locks only the levels drawn from, and decides again on what the locked rows
 * say. When somebody took units in between, the transaction starts again and locks every level it could draw from: that
 * decision is final.
 */
async function drawUnderLock(
  tx: Connection,
  view: ChannelView,
  input: ReserveStockInput,
  pinned: number | null,
  attempt: { isContended: boolean },
): Promise<Result<readonly DrawnLine[], Refusal>> {
  const skus = input.lines.map(({ sku }) => sku);
  const stock = await stockReader(tx).read(skus, pinned === null ? {} : { among: [pinned] });
  const unknown = unknownSkus(input.lines, stock);
  if (unknown.length > 0) return refuse(...unknown);

  const cart = cartStock(input.lines, stock);
  const planned = drawFrom(view, cart, pinned);
  const refusal = shortageOf(input, planned);
  if (refusal) return refusal;

  const keys = attempt.isContended ? sourceKeys(view, cart, pinned) : drawsOf(planned);
  const { levels, pools } = await lockReservable(tx, keys);
  const locked = withLevels(stock, levels, pools);
  const drawn = drawFrom(view, cartStock(input.lines, locked), pinned);
  const units = (lines: readonly DrawnLine[]) => drawsOf(lines).reduce((sum, { quantity }) => sum + quantity, 0);
  if (units(drawn) < units(planned) && !attempt.isContended) {
    attempt.isContended = true;
    throw new StaleWriteError('stock level');
  }
  return shortageOf(input, drawn) ?? ok(drawn);
}

const unknownSkus = (lines: readonly WantedLine[], stock: ReadonlyMap<string, ItemStock>) =>
  lines.flatMap(({ sku }, index) => (stock.has(sku) ? [] : [notFound('SKU', sku, ['lines', index, 'sku'])]));

/** One refusal a line that falls short; with `allowPartial` only when nothing at all can be held. */
function shortageOf({ lines, allowPartial }: ReserveStockInput, drawn: readonly DrawnLine[]) {
  const short = lines.flatMap(({ sku, quantity }, index) => {
    const line = drawn[index] as DrawnLine;
    return isShort(line) ? [insufficientStock(sku, quantity, line.available, ['lines', index, 'quantity'])] : [];
  });
  const isRefused = allowPartial ? short.length > 0 && drawsOf(drawn).length === 0 : short.length > 0;
  return isRefused ? refuse(...short) : undefined;
}

async function hold(
  { owner, now }: ActionContext,
  tx: Connection,
  { channelId, cartReference }: ReserveStockInput,
  locationNo: number | null,
  drawn: readonly DrawnLine[],
  minutes: number,
): Promise<string> {
  const at = now();
  const draws = drawsOf(drawn);
  const reservation: Reservation = {
    id: newId('reservation', at),
    status: 'HELD',
    channelId,
    cartReference,
    orderId: null,
    revision: null,
    locationNo,
    expiresAt: new Date(at.getTime() + minutes * 60_000),
    version: 1,
    createdAt: at,
    lines: draws.map((draw, index) => newLine({ ...draw, lineNo: index + 1, orderLineId: null })),
  };
  await addReserved(
    tx,
    draws.map(({ quantity, ...key }) => ({ ...key, units: quantity })),
    at,
  );
  await insertReservations(tx, [reservation]);
  const { id, expiresAt } = reservation;
  await schedule(tx, owner, expireTask, { id }, { runAt: expiresAt as Date, key: expiryKey(id) });
  return id;
}
