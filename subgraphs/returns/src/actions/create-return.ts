import { type Connection, inTransaction, oncePerKey } from '@passerelle/database';
import { schedule } from '@passerelle/events';
import {
  type IdempotencyRefusal,
  invalidInput,
  type LocationNotEligible,
  newId,
  notFound,
  ok,
  type Result,
  refuse,
} from '@passerelle/values';
import type { Context } from '../context.ts';
import { deliveryRefundOf, labelFeeOf } from '../domain/charges.ts';
import { dayMs, outcomeOf, reviewReasonsOf } from '../domain/eligibility.ts';
import type { Claims, OrderFacts, ToldOrder } from '../domain/order-facts.ts';
import { isPoint, mayTakeReturns, type ReturnPlace } from '../domain/place.ts';
import { amountIn, type OrderPolicies, policiesFor } from '../domain/policy.ts';
import {
  attributesOf,
  checkRequest,
  type DraftLine,
  judgeRequest,
  type RequestRefusal,
  type ReturnRequest,
} from '../domain/request.ts';
import { nothingYet, type Return } from '../domain/return.ts';
import { isForeign, mayWriteFor, worksAt } from '../domain/viewer.ts';
import { findClaims, findDeliveryClaimed, saveOrderFacts } from '../storage/order-facts.ts';
import { findCustomerGroups, findPolicyVersions } from '../storage/policies.ts';
import { expiryJob, insertReturn, nextNumber } from '../storage/returns.ts';

export type CreateReturn = ReturnRequest & { readonly idempotencyKey: string };
type Created = Result<{ id: string }, RequestRefusal | LocationNotEligible | IdempotencyRefusal>;

/** Opens a return: approved at once, or waiting for review when the policy asks for one. */
export async function createReturn(context: Context, input: CreateReturn): Promise<Created> {
  const problems = checkRequest(input);
  if (problems.length > 0) return refuse(...problems);

  const { caller, database, neighbours } = context;
  const { idempotencyKey: key, dropOffLocationId } = input;
  const order = await neighbours.findOrder(input.orderId);
  const place = order && dropOffLocationId ? await neighbours.findPlace(dropOffLocationId, order.channelId) : null;
  const call = { client: caller.subject, operation: 'createReturn', key, input };
  return inTransaction(database, (tx) => oncePerKey(tx, call, () => open(tx, context, input, { order, place })));
}

type Told = { readonly order: ToldOrder | null; readonly place: ReturnPlace | null };

async function open(tx: Connection, context: Context, input: CreateReturn, { order, place }: Told): Promise<Created> {
  const now = context.now();
  const { caller } = context;
  const { dropOffLocationId } = input;
  const taken = dropOffLocationId ? mayTakeReturns(place, dropOffLocationId, 'ASK', ['dropOffLocationId']) : ok(null);
  const takesHere = dropOffLocationId != null && worksAt(caller, dropOffLocationId) && taken.ok;
  // What others sold is there for who takes it back only.
  if (!order || !mayWriteFor(caller, order.customerId) || (isForeign(caller, order) && !takesHere)) {
    return refuse(notFound('order', input.orderId, ['orderId']));
  }
  if (!taken.ok) return taken;
  if (dropOffLocationId && isPoint(place) !== (input.method === 'DROP_OFF_POINT')) {
    const message = 'DROP_OFF_POINT names a drop-off point, IN_STORE a location that keeps the goods.';
    return refuse(invalidInput(['dropOffLocationId'], message));
  }
  // From here on, requests for the same order wait for each other.
  await saveOrderFacts(tx, [order], now);
  const [group] = await findCustomerGroups(tx, [order.customerId ?? '']);
  const policies = policiesFor(await findPolicyVersions(tx), order, group?.customerGroup ?? null, now);
  const claims = await findClaims(tx, { orderIds: [order.orderId] });
  const lines = judgeRequest(input, { order, claims, policies }, now);
  if (!lines.ok) return lines;

  const claimedMinor = await findDeliveryClaimed(tx, order.orderId);
  const judged = { order, policies, claims, claimedMinor, lines: lines.value };
  const created = newReturn(input, { ...judged, number: await nextNumber(tx), now });
  await insertReturn(tx, created, context.caller.subject);
  if (created.expiresAt) {
    const { task, key } = expiryJob(created.id);
    await schedule(tx, context.owner, task, { returnId: created.id }, { key, runAt: created.expiresAt });
  }
  return ok({ id: created.id });
}

type Judged = {
  readonly order: OrderFacts;
  readonly policies: OrderPolicies;
  readonly claims: readonly Claims[];
  /** Delivery charges other returns of the order bring back. */
  readonly claimedMinor: number;
  readonly lines: readonly DraftLine[];
  readonly number: string;
  readonly now: Date;
};

function newReturn(request: ReturnRequest, judged: Judged): Return {
  const { order, lines, number, now } = judged;
  const { whole } = judged.policies;
  const valueMinor = lines.reduce((sum, line) => sum + line.refundableMinor, 0);
  const reviewReasons = reviewReasonsOf(whole, { lines: request.lines, valueMinor, currency: order.currency });
  const outcome = outcomeOf(reviewReasons);
  const isParcel = request.method === 'CARRIER_DROP_OFF';
  const isToPoint = request.method === 'DROP_OFF_POINT';
  const isSellers = whole.stockOwner === 'SELLER' && whole.carrierDestinationId !== null;
  const days = request.method === 'KEEP_ITEM' ? null : whole.expiresAfterDays;
  return {
    id: newId('return', now),
    number,
    orderId: order.orderId,
    channelId: order.channelId,
    customerId: order.customerId,
    currency: order.currency,
    status: outcome === 'AUTO_APPROVED' ? 'APPROVED' : 'REQUESTED',
    method: request.method,
    dropOffLocationId: request.dropOffLocationId ?? null,
    destinationId:
      isParcel || isToPoint || isSellers ? whole.carrierDestinationId : (request.dropOffLocationId ?? null),
    lodgedLocationId: null,
    twoPersonsAboveMinor: amountIn(whole.twoPersonsAboveValues, order.currency),
    carrier: isParcel ? whole.carrier : null,
    policyOutcome: outcome,
    reviewReasons,
    labelFeeMinor: labelFeeOf(whole, request.method, request.lines, order.currency),
    deliveryMinor: deliveryRefundOf(whole, order, judged),
    refundedMinor: 0,
    refundedDeliveryMinor: 0,
    expiresAt: days === null ? null : new Date(now.getTime() + days * dayMs),
    origin: 'ORDER',
    personReference: null,
    stockOwner: whole.stockOwner,
    dropOffPoint: request.dropOffPoint ?? null,
    declineReason: null,
    attributes: attributesOf(request),
    version: 1,
    requestedAt: now,
    receivedAt: null,
    closedAt: null,
    updatedAt: now,
    lines: lines.map((line) => ({
      ...line,
      id: newId('returnLine', now),
      ...nothingYet,
    })),
  };
}
