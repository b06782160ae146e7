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
import type { Claims, OrderFacts, OrderLineFacts } from './order-facts.ts';
import { type IneligibilityReason, type ReturnPolicy, reasonsAgainst } from './policy.ts';
import type { Attribute, ReturnLine, ReturnMethod, ReturnReason, ReturnResolution } from './return.ts';
import { valueOfUnits } from './value.ts';

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
  readonly lines: readonly AskedLine[];
  readonly attributes?: readonly { readonly key: string; readonly value?: string | null }[] | null;
};

export type RequestRefusal = InvalidInput | NotFound | NotReturnable | QuantityTooLarge;

const maximumLines = 200;
const maximumNote = 1000;
const maximumAttributes = 50;
const attributeKey = /^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*$/;

/** What is wrong with a request by itself, whatever the order. */
export function checkRequest(request: ReturnRequest): InvalidInput[] {
  const { lines, method, dropOffLocationId, attributes } = request;
  const problems: InvalidInput[] = [];
  const note = (path: readonly (string | number)[], message: string) => problems.push(invalidInput(path, message));
  if (lines.length < 1 || lines.length > maximumLines) note(['lines'], `A return has 1 to ${maximumLines} lines.`);
  if (method === 'IN_STORE' && !dropOffLocationId) note(['dropOffLocationId'], 'Name the store that takes the goods.');
  if (method !== 'IN_STORE' && dropOffLocationId) note(['dropOffLocationId'], 'Only IN_STORE has a drop-off store.');
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

const notReturnable = (
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

export type DraftLine = Omit<ReturnLine, 'id' | 'receivedQuantity' | 'acceptedQuantity' | 'refusedQuantity'>;

/**
 * Lines of the new return, or every reason against it. `claims` are what other returns of the order ask for already and
 * must be read under the order's lock.
 */
export function judgeRequest(
  request: ReturnRequest,
  order: OrderFacts,
  claims: readonly Claims[],
  policy: ReturnPolicy,
  now: Date,
): Result<DraftLine[], RequestRefusal> {
  const against = reasonsAgainst(policy, order, now);
  if (against.length > 0) return refuse(notReturnable(against, ['orderId']));
  if (!policy.methods.includes(request.method)) {
    return refuse(invalidInput(['method'], `This order takes ${policy.methods.join(' or ') || 'no method'}.`));
  }
  const taken = new Map(
    claims.map((claim) => [claim.orderLineId, { quantity: claim.requestedQuantity, minor: claim.refundableMinor }]),
  );
  const lineOf = new Map(order.lines.map((line) => [line.orderLineId, line]));
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
    const draft = draftLine(line, asked, before);
    // Two lines may ask for the same order line, each with its own reason.
    const after = { quantity: before.quantity + asked.quantity, minor: before.minor + draft.refundableMinor };
    taken.set(asked.orderLineId, after);
    drafts.push(draft);
  }
  return refusals.length > 0 ? refuse(...refusals) : ok(drafts);
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

const draftLine = (line: OrderLineFacts, asked: AskedLine, before: { quantity: number; minor: number }): DraftLine => ({
  orderLineId: line.orderLineId,
  sku: line.sku,
  fulfilledQuantity: line.fulfilledQuantity,
  requestedQuantity: asked.quantity,
  reason: asked.reason,
  resolution: asked.resolution ?? 'REFUND',
  note: asked.note ?? null,
  refundableMinor: valueOfUnits(line, asked.quantity, before),
});
