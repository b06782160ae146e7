import { type Connection, hashOf, inTransaction } from '@passerelle/database';
import type { Caller } from '@passerelle/server';
import {
  type IneligibilityReason,
  idempotencyInProgress,
  idempotencyKeyReused,
  invalidInput,
  locationNotEligible,
  newId,
  notFound,
  ok,
  type Result,
  refuse,
} from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import { type CaptureInput, type Draft, readCapture } from '../domain/capture.ts';
import { nameParts, newOrder } from '../domain/new-order.ts';
import type { Attribute } from '../domain/order.ts';
import { type OrderRefusal, paymentDeclined } from '../domain/refusals.ts';
import { isReferenceTaken, lockOrder, type WholeOrder } from '../storage/orders.ts';
import { watchExpiry } from '../storage/payments.ts';
import { insertPlacedOrders, type NewOrder, ReferenceTaken } from '../storage/place.ts';
import { findPlacement, refusePlacement } from '../storage/placements.ts';
import { type Allocated, allocate, leaseMs, type Saga, type Special } from './allocate-placement.ts';
import { awaitStock } from './await-stock.ts';
import { bookCollections } from './book-collections.ts';
import { giveBack } from './give-back.ts';
import { moment, pickupCode } from './moments.ts';
import { routingOf } from './plans.ts';
import { rankerOf } from './rank-sources.ts';
import { type Screened, screenOrder } from './screen-order.ts';
import { type Stop, stopOrder } from './stop-order.ts';
import { isBlank, keepCalls, keepLog, openLog } from './user-exits.ts';

type Confirmed = { readonly paymentId: string; readonly paymentExpiresAt: Date | null };
/** What was found out of an order before anything was taken for it. */
type Known = Confirmed & Screened;
/** What was stored, for who reads it back at once; left out when a repeated call finds the first one's order. */
export type Placed = { readonly orderId: string; readonly stored?: NewOrder };

/**
 * Accepts an order. A saga: what it takes from others is written down before it is taken (the placement with its
 * lease, after which it is recovered), so that a process may be killed between any two steps and nothing stays reserved.
 * The same key and input give the same result again, refusals included.
 */
export async function placeCaptured(
  deps: Dependencies,
  caller: Caller,
  input: CaptureInput,
  special: Special = {},
): Promise<Result<Placed, OrderRefusal>> {
  const now = deps.now();
  const draft = readCapture(input, now);
  if (!draft.ok) return draft;

  const orderId = newId('order', now);
  const inputHash = hashOf(input);
  const started = await deps.desk.take({
    client: caller.subject,
    key: input.idempotencyKey,
    inputHash,
    orderId,
    now,
    leaseUntil: new Date(now.getTime() + leaseMs),
    bookedLocationIds: pickupLocations(draft.value),
  });
  if (!started) return repeatPlacement(deps, caller, input.idempotencyKey, inputHash);
  await deps.fault('placement-started');

  const parts = nameParts(
    draft.value,
    { orderId, number: started.number },
    {
      group: () => newId('deliveryGroup', now),
      line: () => newId('orderLine', now),
      pickupCode,
    },
  );
  // An abandoned attempt has turned the cart's hold into an allocation and given that back: the hold is used up.
  const reservationId = started.isFirst ? (input.reservationId ?? null) : null;
  const exitLog = openLog(orderId);
  const rank = rankerOf(deps, exitLog, { attempt: orderId, channelId: input.channelId });
  const saga = { special, input, draft: draft.value, parts, caller, now, reservationId, exitLog, rank };
  const outcome = await runSaga(deps, saga);
  if (!outcome.ok) await endRefused(deps, saga, outcome.refusals);
  return outcome;
}

async function endRefused(
  { database }: Dependencies,
  { parts: { orderId }, exitLog: { calls }, now }: Saga,
  refusals: readonly OrderRefusal[],
): Promise<void> {
  if (calls.length > 0) await keepCalls(database, calls);
  await refusePlacement(database, orderId, refusals, now);
}

const pickupLocations = ({ groups }: Draft) => [
  ...new Set(
    groups.flatMap((group) => (group.method === 'CLICK_AND_COLLECT' ? [group.pickupLocationId as string] : [])),
  ),
];

/** What the first call with this key came to. */
export async function repeatPlacement(
  { database }: Dependencies,
  caller: Caller,
  key: string,
  inputHash: string,
): Promise<Result<Placed, OrderRefusal>> {
  const first = await findPlacement(database, { client: caller.subject, key });
  if (!first) return refuse(idempotencyInProgress(key));
  if (first.inputHash !== inputHash) return refuse(idempotencyKeyReused(key));
  if (first.state === 'DONE') return ok({ orderId: first.orderId });
  if (first.state === 'REFUSED') return refuse(...(first.refusals ?? []));
  return refuse(idempotencyInProgress(key));
}

async function runSaga(deps: Dependencies, saga: Saga): Promise<Result<Placed, OrderRefusal>> {
  const { externalReference, channelId } = saga.input;
  if (externalReference && (await isReferenceTaken(deps.database, channelId, externalReference))) {
    return refuse(referenceTaken(externalReference));
  }
  const confirmed = await confirmPayment(deps, saga);
  if (!confirmed.ok) return confirmed;
  await deps.fault('payment-confirmed');
  const screened = await screenOrder(deps, saga);
  if (!screened.ok) return screened;
  await deps.fault('order-screened');
  const allocated = await allocate(deps, saga);
  if (!allocated.ok) return allocated;
  await deps.fault('stock-allocated');

  // A day is booked together with units; who waits for inventory has none yet.
  const booked = allocated.value.isAwaited ? ok(null) : await book(deps, saga, allocated.value);
  const compensate = () =>
    giveBack(deps, {
      orderId: saga.parts.orderId,
      revision: allocated.value.revision,
      locationIds: pickupLocations(saga.draft),
    });
  if (!booked.ok) {
    await compensate();
    await deps.fault('placement-given-back');
    return booked;
  }
  await deps.fault('capacity-booked');

  const stored = await store(deps, saga, allocated.value, { ...confirmed.value, ...screened.value });
  if (!stored.ok) await compensate();
  else await deps.fault('order-stored');
  return stored;
}

/** Has the payment service confirm what the order says is authorized; a service that is not connected is believed. */
async function confirmPayment(
  { providers }: Dependencies,
  { input, draft, now, special }: Saga,
): Promise<Result<Confirmed, OrderRefusal>> {
  const { provider, reference } = input.payment;
  const paymentId = newId('payment', now);
  const facts = { id: paymentId, reference, currency: draft.currency, authorizedMinor: draft.authorizedMinor };
  const answer = special.payment ? undefined : await providers[provider]?.confirm(facts, now);
  if (answer?.status === 'FAILED') return refuse(paymentDeclined(answer.declineCode, ['payment']));
  const paymentExpiresAt = answer?.status === 'SUCCEEDED' ? (answer.expiresAt ?? null) : null;
  return ok({ paymentId, paymentExpiresAt });
}

/** Takes room at each store of collection. */
async function book(
  deps: Dependencies,
  { input, parts: { orderId, groups } }: Saga,
  { plan }: Allocated,
): Promise<Result<null, OrderRefusal>> {
  const refused = await bookCollections(deps, { orderId, channelId: input.channelId, groups }, plan);
  if (!refused) return ok(null);
  const { locationId, groupId, code, reasons } = refused;
  const path = ['deliveryGroups', groups.findIndex(({ id }) => id === groupId), 'pickupLocationId'];
  if (code === 'NOT_FOUND') return refuse(notFound('location', locationId, path));
  return refuse(locationNotEligible(locationId, reasons.map(asReason), path));
}

const asReason = (code: IneligibilityReason['code']): IneligibilityReason => ({
  code,
  message: `The store network refused the booking: ${code}.`,
  until: null,
});

export const referenceTaken = (reference: string) =>
  invalidInput(['externalReference'], `The channel has an order ${reference} already.`);

/** Makes the order true. */
async function store(
  deps: Dependencies,
  saga: Saga,
  allocated: Allocated,
  known: Known,
): Promise<Result<Placed, OrderRefusal>> {
  const placed = orderOf(saga, allocated, known);
  const { id: orderId } = placed.order;
  try {
    const isOurs = await write(deps, saga, { allocated, placed, stops: known.stops });
    // Recovery has given back, or is giving back, what the order stands on.
    if (!isOurs) throw new Error(`placement of ${orderId} lost its lease`);
  } catch (error) {
    if (error instanceof ReferenceTaken) return refuse(referenceTaken(saga.input.externalReference as string));
    throw error;
  }
  return ok(known.stops.length > 0 ? { orderId } : { orderId, stored: placed });
}

function orderOf(saga: Saga, allocated: Allocated, { paymentId, paymentExpiresAt, attributes }: Known): NewOrder {
  const { input, draft, parts, caller, now, special } = saga;
  const { orderId } = parts;
  const { isAwaited, plan } = allocated;
  const built = newOrder({
    ...saga,
    ...allocated,
    draft: { ...draft, privateAttributes: withAttributes(draft.privateAttributes, attributes) },
    placedBy: caller.subject,
    paymentId,
    paymentExpiresAt,
    ...(special.payment ? { payment: special.payment(orderId, paymentId) } : {}),
  });
  const routing = routingOf(orderId, allocated, now);
  const outcome = isAwaited ? 'inventory does not answer' : `${routing.splitCount} location(s) chosen`;
  const message = `Placed in channel ${input.channelId}; ${outcome}.`;
  const events = [moment({ orderId, type: 'order.placed', actor: caller.subject, message }, now)];
  return { ...built, routing: isAwaited ? null : routing, work: isAwaited ? [] : plan, events };
}

type Written = { readonly allocated: Allocated; readonly placed: NewOrder; readonly stops: readonly Stop[] };

async function hold(tx: Connection, deps: Dependencies, orderId: string, stops: readonly Stop[]): Promise<void> {
  for (const stop of stops) await stopOrder(tx, deps, (await lockOrder(tx, orderId)) as WholeOrder, stop);
}

/** What an exit said of a key takes the place of what was said before. */
const withAttributes = (before: readonly Attribute[], said: readonly Attribute[]): Attribute[] => [
  ...new Map([...before, ...said].map((one) => [one.key, one])).values(),
];

/** An ordinary order is one statement, shared with others; what is true only with more has a transaction of its own. */
function write(
  deps: Dependencies,
  { special: { alsoStore }, exitLog, ...saga }: Saga,
  { allocated, placed, stops }: Written,
): Promise<boolean> {
  const isOrdinary = !alsoStore && !allocated.isAwaited && !placed.payment.expiresAt && isBlank(exitLog);
  if (isOrdinary) return deps.desk.store(placed);
  return inTransaction(deps.database, async (tx) => {
    const stored = await insertPlacedOrders(tx, deps.owner, [placed]);
    if (stored.size === 0) return false;
    await alsoStore?.(tx, placed.order);
    if (allocated.isAwaited) await awaitStock(tx, deps, saga, allocated);
    await watchExpiry(tx, deps.owner, placed.payment);
    await keepLog(tx, deps, exitLog, { routingId: placed.routing?.id, plan: placed.work });
    await hold(tx, deps, placed.order.id, stops);
    return true;
  });
}
