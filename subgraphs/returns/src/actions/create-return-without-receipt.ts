import { type Connection, inTransaction, oncePerKey } from '@passerelle/database';
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
import { dayMs } from '../domain/eligibility.ts';
import { isPoint, mayTakeReturns, type ReturnPlace } from '../domain/place.ts';
import { amountIn, type OrderPolicies, policiesFor } from '../domain/policy.ts';
import type { RequestRefusal } from '../domain/request.ts';
import { nothingYet, type Return } from '../domain/return.ts';
import { worksAt } from '../domain/viewer.ts';
import { type BlindDraft, type BlindRequest, checkBlind, factsIdOf, judgeBlind } from '../domain/without-receipt.ts';
import { saveOrderFacts } from '../storage/order-facts.ts';
import { findPolicyVersions } from '../storage/policies.ts';
import { insertReturn, nextNumber } from '../storage/returns.ts';
import { findLowestPrices, lockPerson } from '../storage/without-receipt.ts';

export type CreateReturnWithoutReceipt = BlindRequest & { readonly idempotencyKey: string };
type Created = Result<{ id: string }, RequestRefusal | LocationNotEligible | IdempotencyRefusal>;
type Told = { readonly place: ReturnPlace | null; readonly categories: ReadonlyMap<string, string | null> };

/** Prices older than this say nothing of what goods were bought for. */
const priceDays = 365;

/**
 * Opens a return of goods nobody can show an order for, where the policy allows it: up to a value and a number of units,
 * so many times a person, at the lowest price the goods were sold for. Requests of one person wait for each other.
 */
export async function createReturnWithoutReceipt(
  context: Context,
  input: CreateReturnWithoutReceipt,
): Promise<Created> {
  const problems = checkBlind(input);
  if (problems.length > 0) return refuse(...problems);
  const { caller, database, neighbours } = context;
  const isThere = worksAt(caller, input.locationId);
  const place = isThere ? await neighbours.findPlace(input.locationId, input.channelId) : null;
  const categories = await neighbours.findCategories(input.lines.map(({ sku }) => sku));
  const unknown = input.lines.flatMap(({ sku }, index) =>
    categories.has(sku) ? [] : [notFound('SKU', sku, ['lines', index, 'sku'])],
  );
  if (unknown.length > 0) return refuse(...unknown);
  const call = { client: caller.subject, operation: 'createReturnWithoutReceipt', key: input.idempotencyKey, input };
  return inTransaction(database, (tx) => oncePerKey(tx, call, () => open(tx, context, input, { place, categories })));
}

async function open(
  tx: Connection,
  context: Context,
  input: CreateReturnWithoutReceipt,
  { place, categories }: Told,
): Promise<Created> {
  const now = context.now();
  const taken = mayTakeReturns(place, input.locationId, 'RECEIVE', ['locationId']);
  if (!taken.ok) return taken;
  if (isPoint(place)) return refuse(invalidInput(['locationId'], 'A drop-off point takes what was announced only.'));
  const { channelId, countryCode = null, currency, personReference } = input;
  const policies = policiesFor(await findPolicyVersions(tx), { channelId, countryCode, placedAt: now }, null, now);
  const since = (days: number) => new Date(now.getTime() - days * dayMs);
  const periodDays = policies.whole.withoutReceipt?.periodDays ?? priceDays;
  const returnsOfPerson = await lockPerson(tx, personReference, since(periodDays));
  const skus = input.lines.map(({ sku }) => sku);
  const lowest = await findLowestPrices(tx, { skus, currency, since: since(priceDays) });
  const drafts = judgeBlind(input, { policies, categories, lowest, returnsOfPerson });
  if (!drafts.ok) return drafts;

  const created = newReturn(input, { drafts: drafts.value, policies, number: await nextNumber(tx), now });
  const lines = created.lines.map((line) => ({
    orderLineId: line.orderLineId,
    sku: line.sku,
    category: categories.get(line.sku) ?? null,
    quantity: line.requestedQuantity,
    fulfilledQuantity: line.requestedQuantity,
    totalMinor: line.refundableMinor,
    taxMinor: line.taxMinor,
  }));
  const moments = { placedAt: now, deliveredAt: now, cancelledAt: null };
  const { orderId } = created;
  const facts = { orderId, channelId, customerId: null, currency, countryCode, deliveryMinor: 0, ...moments, lines };
  await saveOrderFacts(tx, [facts], now);
  await insertReturn(tx, created, context.caller.subject);
  return ok({ id: created.id });
}

type Judged = {
  readonly drafts: readonly BlindDraft[];
  readonly policies: OrderPolicies;
  readonly number: string;
  readonly now: Date;
};

function newReturn(input: BlindRequest, { drafts, policies, number, now }: Judged): Return {
  const id = newId('return', now);
  const { whole } = policies;
  const isReviewed = whole.withoutReceipt?.needsReview ?? true;
  return {
    id,
    number,
    orderId: factsIdOf(id),
    channelId: input.channelId,
    customerId: null,
    currency: input.currency,
    status: isReviewed ? 'REQUESTED' : 'APPROVED',
    method: 'IN_STORE',
    dropOffLocationId: input.locationId,
    destinationId: input.locationId,
    lodgedLocationId: null,
    twoPersonsAboveMinor: amountIn(whole.twoPersonsAboveValues, input.currency),
    carrier: null,
    policyOutcome: isReviewed ? 'NEEDS_REVIEW' : 'AUTO_APPROVED',
    reviewReasons: isReviewed ? ['NO_RECEIPT'] : [],
    labelFeeMinor: 0,
    deliveryMinor: 0,
    refundedMinor: 0,
    refundedDeliveryMinor: 0,
    expiresAt: null,
    origin: 'NO_RECEIPT',
    personReference: input.personReference,
    stockOwner: 'RECEIVER',
    dropOffPoint: null,
    declineReason: null,
    attributes: [],
    version: 1,
    requestedAt: now,
    receivedAt: null,
    closedAt: null,
    updatedAt: now,
    lines: drafts.map((line) => {
      const lineId = newId('returnLine', now);
      return {
        ...line,
        id: lineId,
        orderLineId: factsIdOf(lineId),
        ...nothingYet,
      };
    }),
  };
}
