import {
  type Connection,
  createGroups,
  oncePerKeys,
  StaleWriteError,
  type Taken,
  untilCommit,
} from '@passerelle/database';
import type { Caller } from '@passerelle/server';
import { durationMinutes, newId, ok, type Refusal, type Result } from '@passerelle/values';
import type { ActionContext } from '../context.ts';
import type { ChannelView } from '../domain/availability.ts';
import { type DrawnLine, drawsOf, sourceKeys } from '../domain/draw.ts';
import { type Drawn, drawInTurn, type HoldWish, unitsOf } from '../domain/draw-in-turn.ts';
import { checkHold, type HoldRequest, type ReserveStockInput, wishOf } from '../domain/hold-input.ts';
import { cartStock } from '../domain/pickup.ts';
import { newLine, type Reservation, standardHoldMinutes } from '../domain/reservation.ts';
import { type ItemStock, withLevels } from '../domain/stock.ts';
import { insertReservations } from '../storage/reservations.ts';
import { addReserved, lockReservable } from '../storage/reserved.ts';
import { stockReader } from '../storage/stock.ts';
import type { WrittenLevel } from '../storage/stock-shelf.ts';

/** What was reserved; a call that comes again is answered with the id, of which more may have become since. */
export type HoldAnswer = Result<{ readonly id: string; readonly reservation: Reservation | null }, Refusal>;

type Means = Omit<ActionContext, 'holds' | 'allocations'>;

/** Holds of this process, those for the same SKUs together. */
export const groupHolds = (context: Means, most: number) =>
  createGroups<HoldRequest, HoldAnswer>({
    lanesOf: ({ input }) => input.lines.map(({ sku }) => sku),
    namesOf: ({ client, input }) => [`${client}|${input.idempotencyKey}`],
    take: (requests) => holdInTurn(context, requests),
    most,
  });

/** Sets units aside for a cart. */
export async function reserveStock(
  { holds }: Pick<ActionContext, 'holds'>,
  caller: Caller,
  input: ReserveStockInput,
): Promise<HoldAnswer> {
  const minutes = input.holdFor ? durationMinutes(input.holdFor) : standardHoldMinutes;
  return checkHold(input, minutes) ?? holds({ client: caller.subject, input, minutes: minutes ?? standardHoldMinutes });
}

/** Holds of several carts in one transaction, as if one came after another; one's refusal is nobody else's. */
async function holdInTurn(context: Means, requests: readonly HoldRequest[]): Promise<Taken<HoldAnswer>> {
  const views = await Promise.all(requests.map(({ input }) => context.views.of(input.channelId)));
  const calls = requests.map(({ client, input }) => ({
    client,
    operation: 'reserveStock',
    key: input.idempotencyKey,
    input,
  }));
  const attempt = { isContended: false };
  const work = async (tx: Connection) => {
    const at = context.now();
    const wishes = requests.map((request, place) => wishOf(views[place] as ChannelView, request, at));
    const holds = new Map<string, Reservation>();
    let saved: Promise<readonly WrittenLevel[]> | undefined;
    const hold = async (fresh: readonly number[]) => {
      const held = await holdFresh(tx, { requests, wishes, fresh, stock, attempt, at });
      for (const hold of held) if (hold.ok) holds.set(hold.value.id, hold.value);
      saved = saveHolds(tx, [...holds.values()], at);
      // Whoever waits for it comes later; until then a fault is nobody's.
      saved.catch(() => {});
      return held.map((hold) => (hold.ok ? ok(hold.value.id) : hold));
    };
    // A group waits for each way there and back: what was answered before and what there is are asked for together, and
    // what was decided is written together with the keys.
    const stock = readFor(tx, wishes);
    const [answers] = await Promise.all([oncePerKeys(tx, calls, hold).finally(() => saved), stock]);
    const given = answers.map((answer) =>
      answer.ok ? ok({ id: answer.value, reservation: holds.get(answer.value) ?? null }) : answer,
    );
    return { answers: given, written: (await saved) ?? [] };
  };
  const { result, told } = await context.stock.write(
    () => untilCommit(context.database, work),
    ({ result: { written } }) => written,
  );
  return { answers: result.answers, told };
}

type Round = {
  readonly requests: readonly HoldRequest[];
  readonly wishes: readonly Result<HoldWish, Refusal>[];
  /** Places of the requests that were not answered before. */
  readonly fresh: readonly number[];
  readonly stock: Promise<StockBySku>;
  readonly attempt: { isContended: boolean };
  readonly at: Date;
};

type StockBySku = ReadonlyMap<string, ItemStock>;

async function holdFresh(
  tx: Connection,
  { requests, wishes, fresh, stock, attempt, at }: Round,
): Promise<readonly Result<Reservation, Refusal>[]> {
  const granted = fresh.flatMap((place) => (wishes[place]?.ok ? [wishes[place].value] : []));
  const drawn = await drawUnderLock(tx, granted, await stock, attempt);
  const byWish = new Map(granted.map((wish, index) => [wish, drawn[index] as Drawn]));
  return fresh.map((place): Result<Reservation, Refusal> => {
    const wish = wishes[place] as Result<HoldWish, Refusal>;
    const lines = wish.ok ? (byWish.get(wish.value) as Drawn) : wish;
    if (!lines.ok || !wish.ok) return lines as Result<never, Refusal>;
    return ok(newHold(requests[place] as HoldRequest, wish.value.pinned, lines.value, at));
  });
}

/** What there is of all that is wished for, read without locks. */
function readFor(tx: Connection, wishes: readonly Result<HoldWish, Refusal>[]): Promise<StockBySku> {
  const granted = wishes.flatMap((wish) => (wish.ok ? [wish.value] : []));
  const skus = [...new Set(granted.flatMap(({ lines }) => lines.map(({ sku }) => sku)))];
  if (skus.length === 0) return Promise.resolve(new Map());
  const pins = granted.flatMap(({ pinned }) => (pinned === null ? [] : [pinned]));
  return stockReader(tx).read(skus, pins.length < granted.length ? {} : { among: () => pins });
}

/**
 * Decides on what is read without locks, locks only the levels drawn from, and decides again on what the locked rows
 * say. When somebody took units in between, the transaction starts again and locks every level it could draw from: that
 * decision is final.
 */
async function drawUnderLock(
  tx: Connection,
  wishes: readonly HoldWish[],
  stock: StockBySku,
  attempt: { isContended: boolean },
): Promise<readonly Drawn[]> {
  if (wishes.length === 0) return [];
  const planned = drawInTurn(wishes, stock);
  if (planned.every(({ ok: isDrawn }) => !isDrawn)) return planned;

  const { isContended } = attempt;
  const keys = isContended
    ? wishes.flatMap(({ view, lines, pinned }) => sourceKeys(view, cartStock(lines, stock), pinned))
    : planned.flatMap((drawn) => (drawn.ok ? drawsOf(drawn.value) : []));
  const { levels, pools } = await lockReservable(tx, keys);
  const locked = withLevels(stock, levels, pools);
  if (isContended) return drawInTurn(wishes, locked);

  const kept = drawInTurn(
    wishes.filter((_wish, index) => planned[index]?.ok),
    locked,
  );
  const drawn = planned.map((plan) => (plan.ok ? (kept.shift() as Drawn) : plan));
  if (drawn.some((lines, index) => unitsOf(lines) < unitsOf(planned[index] as Drawn))) {
    attempt.isContended = true;
    throw new StaleWriteError('stock level');
  }
  return drawn;
}

function newHold(
  { client, input: { channelId, cartReference }, minutes }: HoldRequest,
  locationNo: number | null,
  drawn: readonly DrawnLine[],
  at: Date,
): Reservation {
  return {
    id: newId('reservation', at),
    status: 'HELD',
    channelId,
    cartReference,
    orderId: null,
    revision: null,
    locationNo,
    expiresAt: new Date(at.getTime() + minutes * 60_000),
    heldBy: client,
    version: 1,
    createdAt: at,
    lines: drawsOf(drawn).map((draw, index) => newLine({ ...draw, lineNo: index + 1, orderLineId: null })),
  };
}

/** Answers the levels as they are then. */
async function saveHolds(tx: Connection, holds: readonly Reservation[], at: Date): Promise<readonly WrittenLevel[]> {
  const taken = holds.flatMap(({ lines }) => lines.map((line) => ({ ...line, units: line.quantity })));
  // Sent without waiting for each other: the rows are locked for as long as this takes.
  const [written] = await Promise.all([addReserved(tx, taken, at), insertReservations(tx, holds)]);
  return written;
}
