import { hashOf } from '@passerelle/database';
import type { Caller } from '@passerelle/server';
import {
  type IneligibilityReason,
  idempotencyInProgress,
  idempotencyKeyReused,
  locationNotEligible,
  newId,
  notFound,
  ok,
  type Result,
  refuse,
} from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import { type CaptureInput, type Draft, readCapture } from '../domain/capture.ts';
import { nameParts } from '../domain/new-order.ts';
import { type OrderRefusal, paymentDeclined } from '../domain/refusals.ts';
import { isReferenceTaken } from '../storage/orders.ts';
import { findPlacement, refusePlacement } from '../storage/placements.ts';
import { type Allocated, allocate, leaseMs, type Saga, type Special } from './allocate-placement.ts';
import { bookCollections } from './book-collections.ts';
import { giveBack } from './give-back.ts';
import { pickupCode } from './moments.ts';
import { rankerOf } from './rank-sources.ts';
import { screenOrder } from './screen-order.ts';
import { type Confirmed, type Placed, referenceTaken, storeOrder } from './store-order.ts';
import { keepCalls, openLog } from './user-exits.ts';

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

  const stored = await storeOrder(deps, saga, allocated.value, { ...confirmed.value, ...screened.value });
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
