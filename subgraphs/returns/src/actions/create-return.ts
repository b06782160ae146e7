import { type Connection, inTransaction, oncePerKey } from '@passerelle/database';
import {
  type IdempotencyRefusal,
  type LocationNotEligible,
  newId,
  notFound,
  ok,
  type Result,
  refuse,
} from '@passerelle/values';
import type { Context } from '../context.ts';
import type { OrderFacts } from '../domain/order-facts.ts';
import { mayTakeReturns, type ReturnPlace } from '../domain/place.ts';
import { outcomeOf, policyOf, type ReturnPolicy } from '../domain/policy.ts';
import {
  attributesOf,
  checkRequest,
  type DraftLine,
  judgeRequest,
  type RequestRefusal,
  type ReturnRequest,
} from '../domain/request.ts';
import type { Return } from '../domain/return.ts';
import { mayWriteFor } from '../domain/viewer.ts';
import { findClaims, findPolicies, saveOrderFacts } from '../storage/order-facts.ts';
import { insertReturn, nextNumber } from '../storage/returns.ts';

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

type Told = { readonly order: OrderFacts | null; readonly place: ReturnPlace | null };

async function open(tx: Connection, context: Context, input: CreateReturn, { order, place }: Told): Promise<Created> {
  const now = context.now();
  if (!order || !mayWriteFor(context.caller, order.customerId)) {
    return refuse(notFound('order', input.orderId, ['orderId']));
  }
  if (input.dropOffLocationId) {
    const taken = mayTakeReturns(place, input.dropOffLocationId, 'ASK', ['dropOffLocationId']);
    if (!taken.ok) return taken;
  }
  // From here on, requests for the same order wait for each other.
  await saveOrderFacts(tx, order, now);
  const policy = policyOf(await findPolicies(tx), order.channelId);
  const claims = await findClaims(tx, { orderIds: [order.orderId] });
  const lines = judgeRequest(input, order, claims, policy, now);
  if (!lines.ok) return lines;

  const created = newReturn(input, { order, policy, lines: lines.value, number: await nextNumber(tx), now });
  await insertReturn(tx, created, context.caller.subject);
  return ok({ id: created.id });
}

type Judged = {
  readonly order: OrderFacts;
  readonly policy: ReturnPolicy;
  readonly lines: readonly DraftLine[];
  readonly number: string;
  readonly now: Date;
};

function newReturn(request: ReturnRequest, { order, policy, lines, number, now }: Judged): Return {
  const outcome = outcomeOf(policy, request.lines);
  const isParcel = request.method === 'CARRIER_DROP_OFF';
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
    destinationId: isParcel ? policy.carrierDestinationId : (request.dropOffLocationId ?? null),
    carrier: isParcel ? policy.carrier : null,
    policyOutcome: outcome,
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
      receivedQuantity: 0,
      acceptedQuantity: 0,
      refusedQuantity: 0,
    })),
  };
}
