import { type Connection, inTransaction } from '@passerelle/database';
import type { Caller } from '@passerelle/server';
import { invalidInput, limitExceeded, notFound, type Refusal } from '@passerelle/values';
import type { ActionContext } from '../context.ts';
import { findSeenLocation } from '../domain/feed-scope.ts';
import type { AppliedDelta, Delta } from '../domain/movement.ts';
import type { Network } from '../domain/network.ts';
import { checkEvent, checkSource, isStorable, maxEvents, type StockEvent } from '../domain/stock-event.ts';
import { noteEvents } from '../storage/feeds.ts';
import { findItems } from '../storage/items.ts';
import { applyDeltas, findEntered } from '../storage/ledger.ts';
import { publishShortages } from '../storage/shortages.ts';

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
  readonly rejections: readonly EventRejection[];
  readonly userErrors: readonly Refusal[];
};

const nothing = (userErrors: readonly Refusal[], rejections: readonly EventRejection[] = []): RecordedEvents => ({
  appliedCount: 0,
  duplicateCount: 0,
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
    const { deltas, rejections } = sortEvents(batch, { network, itemNos, entered, caller: context.caller, now });
    if (rejections.length > 0 && batch.errorPolicy === 'REJECT_ALL') {
      return nothing([rejectedAll(rejections.length, batch.events.length)], rejections);
    }
    return { ...(await enter(context, tx, deltas, now)), rejections, userErrors: [] };
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
  const rejections: EventRejection[] = [];
  for (const [index, event] of events.entries()) {
    const location = findSeenLocation(network, caller, event.locationId, ['events', index, 'locationId']);
    const itemNo = itemNos.get(event.sku);
    const userErrors: Refusal[] = [
      ...checkEvent(event, index, now),
      ...(location.ok ? [] : location.refusals),
      ...(itemNo === undefined ? [notFound('SKU', event.sku, ['events', index, 'sku'])] : []),
    ];
    if (location.ok && itemNo !== undefined && userErrors.length === 0) {
      const delta = deltaOf(event, source, itemNo, location.value.locationNo, caller.subject);
      const first = entered.get(event.eventId);
      if (first && !isSame(first, delta)) userErrors.push(reusedEventId(index));
      else {
        entered.set(event.eventId, delta);
        deltas.push(delta);
      }
    }
    if (userErrors.length > 0) rejections.push({ index, eventId: event.eventId, userErrors });
  }
  return { deltas, rejections };
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

const deltaOf = (event: StockEvent, source: string, itemNo: number, locationNo: number, actor: string): Delta => ({
  itemNo,
  locationNo,
  quantity: event.delta,
  blockedQuantity: 0,
  reason: event.reason,
  source,
  eventId: event.eventId,
  reference: event.eventId,
  actor,
  occurredAt: event.occurredAt,
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

async function enter(context: ActionContext, tx: Connection, deltas: readonly Delta[], now: Date) {
  const applied = await applyDeltas(tx, deltas, now);
  const fresh = applied.filter((delta) => delta.outcome !== 'DUPLICATE');
  if (fresh.length > 0) await noteEvents(tx, latestByLocation(fresh, now));
  const lost = fresh.filter((delta) => delta.appliedQuantity < 0);
  await publishShortages(tx, context.owner, lost, now);
  return { appliedCount: fresh.length, duplicateCount: applied.length - fresh.length };
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
