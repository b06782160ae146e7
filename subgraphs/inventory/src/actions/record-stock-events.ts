import { type Connection, inTransaction } from '@passerelle/database';
import type { Caller } from '@passerelle/server';
import { invalidInput, limitExceeded, notFound, ok, type Refusal, type Result, refuse } from '@passerelle/values';
import type { ActionContext } from '../context.ts';
import { instantMeant, localInstants } from '../domain/event-time.ts';
import { findSeenLocation } from '../domain/feed-scope.ts';
import type { AppliedDelta, Delta } from '../domain/movement.ts';
import type { KnownLocation, Network } from '../domain/network.ts';
import {
  checkEvent,
  checkMoment,
  checkSource,
  isIgnored,
  isStorable,
  maxEvents,
  noLocalTime,
  type StockEvent,
  type TimedEvent,
} from '../domain/stock-event.ts';
import { tillDaysOf } from '../domain/till-day.ts';
import { noteEvents } from '../storage/feeds.ts';
import { findItems } from '../storage/items.ts';
import { applyDeltas, findEntered } from '../storage/ledger.ts';
import { publishShortages } from '../storage/shortages.ts';
import { noteTillDays } from '../storage/till-days.ts';

export type StockEventBatch = {
  readonly source: string;
  readonly events: readonly StockEvent[];
  /** REJECT_FAILED_ROWS when left out. */
  readonly errorPolicy?: 'REJECT_FAILED_ROWS' | 'REJECT_ALL';
};

export type EventRejection = {
  readonly index: number;
  readonly eventId: string;
  readonly userErrors: readonly Refusal[];
};

export type RecordedEvents = {
  /** Entered in the ledger, late ones included. */
  readonly appliedCount: number;
  readonly duplicateCount: number;
  /** Entered in the ledger and not counted: the order they belong to is. */
  readonly notedCount: number;
  /** Training and cancelled transactions: not entered. */
  readonly ignoredCount: number;
  readonly rejections: readonly EventRejection[];
  readonly userErrors: readonly Refusal[];
};

const nothing = (userErrors: readonly Refusal[], rejections: readonly EventRejection[] = []): RecordedEvents => ({
  appliedCount: 0,
  duplicateCount: 0,
  notedCount: 0,
  ignoredCount: 0,
  rejections,
  userErrors,
});

/**
 * Enters a batch of a till's or warehouse's events; each `(source, eventId)` once. A location of any feed mode may send
 * events: the mode describes what to expect, it does not forbid.
 */
export async function recordStockEvents(
  context: ActionContext & { readonly caller: Caller },
  batch: StockEventBatch,
): Promise<RecordedEvents> {
  const now = context.now();
  const refusals = checkBatch(batch);
  if (refusals.length > 0) return nothing(refusals);
  const network = await context.network.get();

  return inTransaction(context.database, async (tx) => {
    const itemNos = await findItemNos(tx, batch.events);
    const eventIds = batch.events.map((event) => event.eventId).filter(isStorable);
    const entered = await findEntered(tx, batch.source, eventIds);
    const { deltas, seen, ignoredCount, rejections } = sortEvents(batch, {
      network,
      itemNos,
      entered,
      caller: context.caller,
      now,
    });
    if (rejections.length > 0 && batch.errorPolicy === 'REJECT_ALL') {
      return nothing([rejectedAll(rejections.length, batch.events.length)], rejections);
    }
    const counts = await enter(tx, deltas, now);
    await noteTillDays(tx, tillDaysOf(seen), now);
    return { ...counts, ignoredCount, rejections, userErrors: [] };
  });
}

type Known = {
  readonly network: Network;
  readonly itemNos: ReadonlyMap<string, number>;
  /** What events of the source said that came before. */
  readonly entered: ReadonlyMap<string, Content>;
  readonly caller: Caller;
  readonly now: Date;
};

/** Tells good events from bad ones. Repeated ones are good: the ledger skips them. */
function sortEvents({ source, events }: StockEventBatch, known: Known) {
  const { network, itemNos, caller, now } = known;
  const entered = new Map(known.entered);
  const deltas: Delta[] = [];
  const seen: SeenEvent[] = [];
  const rejections: EventRejection[] = [];
  const lastTold = new Map<string, Date>();
  let ignoredCount = 0;
  for (const [index, event] of events.entries()) {
    const reject = (...userErrors: Refusal[]) => rejections.push({ index, eventId: event.eventId, userErrors });
    const location = findSeenLocation(network, caller, event.locationId, ['events', index, 'locationId']);
    const itemNo = itemNos.get(event.sku);
    const till = `${event.locationId}\n${event.workstation ?? ''}`;
    const timed = timeOf(
      event,
      location.ok ? location.value : null,
      event.workstation ? lastTold.get(till) : undefined,
      index,
    );
    const wrong: Refusal[] = [
      ...(timed.ok ? checkEvent(timed.value, index, now) : timed.refusals),
      ...(location.ok ? [] : location.refusals),
      ...(itemNo === undefined && !isIgnored(event) ? [notFound('SKU', event.sku, ['events', index, 'sku'])] : []),
    ];
    if (wrong.length > 0 || !location.ok || !timed.ok) {
      reject(...wrong);
      continue;
    }
    const { locationNo } = location.value;
    const known = { ...timed.value, locationNo };
    if (isIgnored(event) || itemNo === undefined) ignoredCount++;
    else {
      const first = entered.get(event.eventId);
      const delta = deltaOf(known, source, itemNo, caller.subject, first);
      if (first && !isSame(first, delta)) {
        reject(reusedEventId(index));
        continue;
      }
      entered.set(event.eventId, delta);
      deltas.push(delta);
    }
    lastTold.set(till, known.occurredAt);
    seen.push(known);
  }
  return { deltas, seen, ignoredCount, rejections };
}

type SeenEvent = TimedEvent & { readonly locationNo: number };

/** An event with its moment. A local time that the location's clock showed twice is told apart by what its till told before. */
function timeOf(
  event: StockEvent,
  location: KnownLocation | null,
  before: Date | undefined,
  index: number,
): Result<TimedEvent> {
  const wrong = checkMoment(event, index);
  if (wrong.length > 0) return refuse(...wrong);
  if (event.occurredAt) return ok({ ...event, occurredAt: event.occurredAt, instants: [event.occurredAt] });
  const instants = localInstants(location?.facts.timeZone ?? 'UTC', event.occurredAtLocal ?? '');
  const occurredAt = instantMeant(instants, before);
  return occurredAt ? ok({ ...event, occurredAt, instants }) : refuse(noLocalTime(index));
}

function checkBatch({ source, events }: StockEventBatch): readonly Refusal[] {
  const refusals = [...checkSource(source)];
  if (events.length === 0) refusals.push(invalidInput(['events'], 'Send 1 event or more.'));
  if (events.length > maxEvents) {
    refusals.push(limitExceeded(['events'], `Send ${maxEvents} events at most in one batch.`, maxEvents));
  }
  return refusals;
}

async function findItemNos(tx: Connection, events: readonly StockEvent[]): Promise<Map<string, number>> {
  const skus = [...new Set(events.map((event) => event.sku))].filter(isStorable);
  return new Map((await findItems(tx, skus)).map((item) => [item.sku, item.itemNo]));
}

/** Sent again without its neighbours, a repeated local time may be read otherwise; then the first reading stays. */
const deltaOf = (
  event: SeenEvent,
  source: string,
  itemNo: number,
  actor: string,
  first: Content | undefined,
): Delta => ({
  itemNo,
  locationNo: event.locationNo,
  quantity: event.delta,
  blockedQuantity: 0,
  reason: event.reason,
  source,
  eventId: event.eventId,
  reference: event.orderNumber ?? event.eventId,
  actor,
  occurredAt: event.instants.find((instant) => instant.getTime() === first?.occurredAt.getTime()) ?? event.occurredAt,
  isNote: typeof event.orderNumber === 'string',
});

type Content = Pick<Delta, 'itemNo' | 'locationNo' | 'quantity' | 'occurredAt'>;

const isSame = (one: Content, other: Content) =>
  one.itemNo === other.itemNo &&
  one.locationNo === other.locationNo &&
  one.quantity === other.quantity &&
  one.occurredAt.getTime() === other.occurredAt.getTime();

const reusedEventId = (index: number) =>
  invalidInput(
    ['events', index, 'eventId'],
    'This eventId was used before for another event of the source. Give each row its own, for example receipt and line.',
  );

const rejectedAll = (bad: number, total: number) =>
  invalidInput(
    ['events'],
    `${bad} of ${total} events were refused, so that none was applied. Correct them and resend.`,
  );

async function enter(tx: Connection, deltas: readonly Delta[], now: Date) {
  const applied = await applyDeltas(tx, deltas, now);
  const fresh = applied.filter((delta) => delta.outcome !== 'DUPLICATE');
  if (fresh.length > 0) await noteEvents(tx, latestByLocation(fresh, now));
  const lost = fresh.filter((delta) => delta.appliedQuantity < 0);
  await publishShortages(tx, lost, now);
  const notedCount = fresh.filter((delta) => delta.outcome === 'NOTED').length;
  return { appliedCount: fresh.length - notedCount, notedCount, duplicateCount: applied.length - fresh.length };
}

/** When each location's till last spoke; a clock that is ahead does not make the picture fresher than now. */
function latestByLocation(deltas: readonly AppliedDelta[], now: Date): Map<number, Date> {
  const latest = new Map<number, Date>();
  for (const { locationNo, occurredAt } of deltas) {
    const moment = occurredAt > now ? now : occurredAt;
    const known = latest.get(locationNo);
    if (!known || moment > known) latest.set(locationNo, moment);
  }
  return latest;
}
