import { type Connection, hashOf, inTransaction, oncePerKey } from '@passerelle/database';
import { schedule } from '@passerelle/events';
import type { Ask } from '@passerelle/exits';
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
import {
  asksForReview,
  type Eligibility,
  eligibilityFacts,
  eligibilityPoint,
  rejectionOf,
  type UserExitRejected,
  withFeeOf,
} from '../domain/exit-call.ts';
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
import { insertExitCall, shadowLater } from '../storage/exit-calls.ts';
import { findClaims, findDeliveryClaimed, saveOrderFacts } from '../storage/order-facts.ts';
import { findCustomerGroups, findPolicyVersions } from '../storage/policies.ts';
import { expiryJob, insertReturn, nextNumber } from '../storage/returns.ts';

export type CreateReturn = ReturnRequest & { readonly idempotencyKey: string };
type Refused = RequestRefusal | LocationNotEligible | UserExitRejected | IdempotencyRefusal;
type Created = Result<{ id: string }, Refused>;

/** Opens a return: approved at once, or waiting for review when the policy or a user exit asks for one. */
export async function createReturn(context: Context, input: CreateReturn): Promise<Created> {
  const problems = checkRequest(input);
  if (problems.length > 0) return refuse(...problems);

  const { caller, database, neighbours } = context;
  const { idempotencyKey: key, dropOffLocationId } = input;
  const order = await neighbours.findOrder(input.orderId);
  const place = order && dropOffLocationId ? await neighbours.findPlace(dropOffLocationId, order.channelId) : null;
  const told = { order, place };
  const exit = await consult(context, input, told);
  const call = { client: caller.subject, operation: 'createReturn', key, input };
  return inTransaction(database, (tx) => oncePerKey(tx, call, () => open(tx, context, input, { ...told, exit })));
}

type Told = { readonly order: ToldOrder | null; readonly place: ReturnPlace | null };

/** The exit as it stands for one request; null when none is set. */
type Exit = {
  /** The same for a repeated call, so that the exit can know it again. */
  readonly id: string;
  readonly mode: 'LIVE' | 'SHADOW';
  /** Null in the shadow, and of a request that was to be refused anyway when the exit would have been asked. */
  readonly answer: Eligibility | null;
} | null;

/** Asks the exit about what our own rules allow, outside every transaction; they are looked at again afterwards. */
async function consult(context: Context, input: CreateReturn, told: Told): Promise<Exit> {
  const { exits, database, caller } = context;
  const id = hashOf([caller.subject, input.idempotencyKey]);
  const mode = exits.modeOf(eligibilityPoint, id);
  if (mode !== 'LIVE') return mode && { id, mode, answer: null };
  const admitted = admit(context, input, told);
  const judged = admitted.ok ? await judge(database, context, input, admitted.value) : admitted;
  const answer = judged.ok ? await exits.ask(eligibilityPoint, askOf(id, input, judged.value)) : null;
  return { id, mode, answer };
}

const askOf = (id: string, input: ReturnRequest, { order, lines }: Allowed): Ask<typeof eligibilityPoint> => ({
  id,
  input: eligibilityFacts(input, order, lines),
  context: { channelId: order.channelId },
});

type Allowed = Omit<Judged, 'number' | 'claimedMinor' | 'isToBeSeen'>;

/** The order, when the caller may bring goods of it there. */
function admit(
  { caller }: Context,
  input: CreateReturn,
  { order, place }: Told,
): Result<ToldOrder, RequestRefusal | LocationNotEligible> {
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
  return ok(order);
}

/** What the policies say of a request, now. */
async function judge(
  connection: Connection,
  { now }: Context,
  input: CreateReturn,
  order: ToldOrder,
): Promise<Result<Allowed, RequestRefusal>> {
  const at = now();
  const [group] = await findCustomerGroups(connection, [order.customerId ?? '']);
  const policies = policiesFor(await findPolicyVersions(connection), order, group?.customerGroup ?? null, at);
  const claims = await findClaims(connection, { orderIds: [order.orderId] });
  const lines = judgeRequest(input, { order, claims, policies }, at);
  return lines.ok ? ok({ order, policies, claims, lines: lines.value, now: at }) : lines;
}

async function open(
  tx: Connection,
  context: Context,
  input: CreateReturn,
  { exit, ...told }: Told & { readonly exit: Exit },
): Promise<Created> {
  const { owner, caller } = context;
  const admitted = admit(context, input, told);
  if (!admitted.ok) return admitted;
  // From here on, requests for the same order wait for each other.
  await saveOrderFacts(tx, [admitted.value], context.now());
  const judged = await judge(tx, context, input, admitted.value);
  if (!judged.ok) return judged;
  const { order, lines, now } = judged.value;
  const answer = exit?.answer ?? null;
  const rejection = answer && rejectionOf(answer);
  if (rejection) {
    await insertExitCall(tx, answer, { orderId: order.orderId, returnId: null }, now);
    return refuse(rejection);
  }

  const created = newReturn(input, {
    ...judged.value,
    lines: withFeeOf(answer, lines),
    claimedMinor: await findDeliveryClaimed(tx, order.orderId),
    isToBeSeen: exit?.mode === 'LIVE' && (answer === null || asksForReview(answer)),
    number: await nextNumber(tx),
  });
  await insertReturn(tx, created, caller.subject);
  const about = { orderId: order.orderId, returnId: created.id };
  if (answer) await insertExitCall(tx, answer, about, now);
  if (exit?.mode === 'SHADOW') {
    await shadowLater(tx, owner, { ...about, point: eligibilityPoint, ask: askOf(exit.id, input, judged.value) });
  }
  if (created.expiresAt) {
    const { task, key } = expiryJob(created.id);
    await schedule(tx, owner, task, { returnId: created.id }, { key, runAt: created.expiresAt });
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
  /** A user exit has a person decide. */
  readonly isToBeSeen: boolean;
  readonly number: string;
  readonly now: Date;
};

function newReturn(request: ReturnRequest, judged: Judged): Return {
  const { order, lines, number, now } = judged;
  const { whole } = judged.policies;
  const valueMinor = lines.reduce((sum, line) => sum + line.refundableMinor, 0);
  const asked = { lines: request.lines, valueMinor, currency: order.currency };
  const reviewReasons = reviewReasonsOf(whole, asked);
  if (judged.isToBeSeen) reviewReasons.push('USER_EXIT');
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
