import {
  type InvalidInput,
  invalidInput,
  type NotFound,
  notFound,
  type OwnRefusal,
  ok,
  type QuantityTooLarge,
  quantityTooLarge,
  type Result,
  refuse,
} from '@passerelle/values';
import { restockingFeeOf } from './charges.ts';
import { type IneligibilityReason, reasonsAgainst, returnableUntil } from './eligibility.ts';
import type { Claims, OrderFacts, OrderLineFacts } from './order-facts.ts';
import type { AppliedPolicy, OrderPolicies } from './policy.ts';
import type { Attribute, ReturnLine, ReturnMethod, ReturnReason, ReturnResolution } from './return.ts';
import { taxOfUnits, valueOfUnits } from './value.ts';

export type NotReturnable = OwnRefusal<
  'NOT_RETURNABLE',
  { readonly orderLineId: string | null; readonly reasons: readonly IneligibilityReason[] }
>;

export type AskedLine = {
  readonly orderLineId: string;
  readonly quantity: number;
  readonly reason: ReturnReason;
  readonly resolution?: ReturnResolution;
  readonly note?: string | null;
};

export type ReturnRequest = {
  readonly orderId: string;
  readonly method: ReturnMethod;
  readonly dropOffLocationId?: string | null;
  /** The carrier's number of the point where the parcel is handed in. */
  readonly dropOffPoint?: string | null;
  readonly lines: readonly AskedLine[];
  readonly attributes?: readonly { readonly key: string; readonly value?: string | null }[] | null;
};

export type RequestRefusal = InvalidInput | NotFound | NotReturnable | QuantityTooLarge;

const maximumLines = 200;
const maximumNote = 1000;
const maximumPoint = 64;
const maximumAttributes = 50;
const attributeKey = /^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*$/;

/** What is wrong with a request by itself, whatever the order. */
export function checkRequest(request: ReturnRequest): InvalidInput[] {
  const { lines, method, dropOffLocationId, dropOffPoint, attributes } = request;
  const problems: InvalidInput[] = [];
  const note = (path: readonly (string | number)[], message: string) => problems.push(invalidInput(path, message));
  if (lines.length < 1 || lines.length > maximumLines) note(['lines'], `A return has 1 to ${maximumLines} lines.`);
  const isAtCounter = method === 'IN_STORE' || method === 'DROP_OFF_POINT';
  if (isAtCounter && !dropOffLocationId) note(['dropOffLocationId'], 'Name the location that takes the goods.');
  if (!isAtCounter && dropOffLocationId) {
    note(['dropOffLocationId'], 'Only IN_STORE and DROP_OFF_POINT name a location.');
  }
  if (method !== 'CARRIER_DROP_OFF' && dropOffPoint) note(['dropOffPoint'], 'Only parcels have a drop-off point.');
  if ((dropOffPoint?.length ?? 1) > maximumPoint || dropOffPoint === '') {
    note(['dropOffPoint'], `Give 1 to ${maximumPoint} characters.`);
  }
  lines.forEach((line, index) => {
    if (line.quantity < 1) note(['lines', index, 'quantity'], 'Return 1 unit or more.');
    if ((line.note?.length ?? 0) > maximumNote) note(['lines', index, 'note'], `At most ${maximumNote} characters.`);
  });
  if ((attributes?.length ?? 0) > maximumAttributes) note(['attributes'], `At most ${maximumAttributes} attributes.`);
  attributes?.forEach(({ key, value }, index) => {
    if (key.length > 64 || !attributeKey.test(key)) {
      note(['attributes', index, 'key'], 'A key is dotted, such as erp.docType, and has at most 64 characters.');
    }
    if ((value?.length ?? 0) > 1024) note(['attributes', index, 'value'], 'A value has at most 1 024 characters.');
  });
  return problems;
}

/** The attributes a request sets; a later one of the same key wins, null takes it away. */
export function attributesOf(request: ReturnRequest): Attribute[] {
  const byKey = new Map<string, string | null>(
    (request.attributes ?? []).map(({ key, value }) => [key, value ?? null]),
  );
  return [...byKey].flatMap(([key, value]) => (value === null ? [] : [{ key, value }]));
}

/** A refusal in the policy's words. */
export const notReturnable = (
  reasons: readonly IneligibilityReason[],
  path: readonly (string | number)[],
  orderLineId: string | null = null,
): NotReturnable => ({
  code: 'NOT_RETURNABLE',
  message: `The return policy says no: ${reasons.join(', ')}.`,
  path: ['input', ...path.map(String)],
  orderLineId,
  reasons,
});

type Progress = 'received' | 'inTransit' | 'accepted' | 'refused' | 'refunded' | 'exchanged';
export type DraftLine = Omit<ReturnLine, 'id' | `${Progress}Quantity` | 'refundedMinor' | 'exchangedMinor'>;

/**
 * Lines of the new return, or every reason against it. `claims` are what other returns of the order ask for already and
 * must be read under the order's lock.
 */
export function judgeRequest(
  request: ReturnRequest,
  { order, claims, policies }: { order: OrderFacts; claims: readonly Claims[]; policies: OrderPolicies },
  now: Date,
): Result<DraftLine[], RequestRefusal> {
  const taken = new Map(
    claims.map((claim) => [claim.orderLineId, { quantity: claim.requestedQuantity, minor: claim.refundableMinor }]),
  );
  const lineOf = new Map(order.lines.map((line) => [line.orderLineId, line]));
  const against = policyRefusals(request, { order, policies, lineOf }, now);
  if (against.length > 0) return refuse(...against);
  const refusals: RequestRefusal[] = [];
  const drafts: DraftLine[] = [];
  for (const [index, asked] of request.lines.entries()) {
    const line = lineOf.get(asked.orderLineId);
    const before = taken.get(asked.orderLineId) ?? { quantity: 0, minor: 0 };
    const refusal = line && refuseLine(line, asked, before.quantity, index);
    if (!line || refusal) {
      refusals.push(refusal ?? unknownLine(asked, index));
      continue;
    }
    const draft = draftLine({ line, asked, before, method: request.method }, policies.ofLine(line), order);
    // Two lines may ask for the same order line, each with its own reason.
    const after = { quantity: before.quantity + asked.quantity, minor: before.minor + draft.refundableMinor };
    taken.set(asked.orderLineId, after);
    drafts.push(draft);
  }
  return refusals.length > 0 ? refuse(...refusals) : ok(drafts);
}

type Judged = {
  readonly order: OrderFacts;
  readonly policies: OrderPolicies;
  readonly lineOf: ReadonlyMap<string, OrderLineFacts>;
};

/** What the policies of the lines asked for say against them; said once of the order when it holds for all alike. */
function policyRefusals(request: ReturnRequest, { order, policies, lineOf }: Judged, now: Date): RequestRefusal[] {
  const asked = request.lines.flatMap(({ orderLineId }, index) => {
    const line = lineOf.get(orderLineId);
    return line ? [{ orderLineId, index, policy: policies.ofLine(line) }] : [];
  });
  const judged = asked.map((line) => ({
    ...line,
    reasons: reasonsAgainst(line.policy, order, now, request.lines[line.index]?.reason === 'NEVER_ARRIVED'),
  }));
  const alike = new Set(judged.map(({ reasons }) => reasons.join()));
  const [first] = judged;
  if (first && first.reasons.length > 0 && alike.size === 1 && !first.reasons.includes('FINAL_SALE')) {
    return [notReturnable(first.reasons, ['orderId'])];
  }
  const refused = judged.filter(({ reasons }) => reasons.length > 0);
  if (refused.length > 0) {
    return refused.map((line) => notReturnable(line.reasons, ['lines', line.index, 'orderLineId'], line.orderLineId));
  }
  const methods = (first?.policy ?? policies.whole).methods.filter((method) =>
    judged.every(({ policy }) => policy.methods.includes(method)),
  );
  const claimed = request.lines.find(({ reason }, index) => {
    const policy = asked.find((line) => line.index === index)?.policy ?? policies.whole;
    return request.method === 'KEEP_ITEM' ? !policy.faultReasons.includes(reason) : reason === 'NEVER_ARRIVED';
  });
  if (claimed) {
    const index = request.lines.indexOf(claimed);
    const message =
      'Goods are kept for a reason that is the retailer’s fault, and only kept goods may never have arrived.';
    return [invalidInput(['lines', index, 'reason'], message)];
  }
  return methods.includes(request.method)
    ? []
    : [invalidInput(['method'], `These goods take ${methods.join(' or ') || 'no method'}.`)];
}

const unknownLine = ({ orderLineId }: AskedLine, index: number) =>
  notFound('line of this order', orderLineId, ['lines', index, 'orderLineId']);

function refuseLine(
  line: OrderLineFacts,
  asked: AskedLine,
  claimed: number,
  index: number,
): RequestRefusal | undefined {
  const left = line.fulfilledQuantity - claimed;
  if (asked.quantity <= left) return undefined;
  if (left > 0) {
    return quantityTooLarge(['lines', index, 'quantity'], `${left} units of this line may still be returned.`, left);
  }
  const reason = line.fulfilledQuantity === 0 ? 'NOT_DELIVERED' : 'ALREADY_RETURNED';
  return notReturnable([reason], ['lines', index, 'orderLineId'], line.orderLineId);
}

type Draft = {
  readonly line: OrderLineFacts;
  readonly asked: AskedLine;
  readonly before: { readonly quantity: number; readonly minor: number };
  readonly method: ReturnMethod;
};

function draftLine({ line, asked, before, method }: Draft, policy: AppliedPolicy, order: OrderFacts): DraftLine {
  const refundableMinor = valueOfUnits(line, asked.quantity, before);
  return {
    orderLineId: line.orderLineId,
    sku: line.sku,
    fulfilledQuantity: line.fulfilledQuantity,
    requestedQuantity: asked.quantity,
    reason: asked.reason,
    resolution: asked.resolution ?? 'REFUND',
    note: asked.note ?? null,
    refundableMinor,
    taxMinor: taxOfUnits(line, refundableMinor),
    restockingFeeMinor: restockingFeeOf(policy, asked.reason, refundableMinor),
    // Nothing comes back of a claim that could be waited for.
    refundTiming: method === 'KEEP_ITEM' ? 'ON_APPROVAL' : policy.refundTiming,
    // What the seller owns is sent on to the seller.
    authorizedDisposition:
      policy.stockOwner === 'SELLER' && policy.carrierDestinationId && method === 'IN_STORE'
        ? 'TRANSFER'
        : policy.authorizedDisposition,
    policyId: policy.policyId,
    policyVersion: policy.policyVersion,
    returnableUntil: returnableUntil(policy, order),
  };
}
