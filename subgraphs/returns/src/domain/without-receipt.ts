import {
  type InvalidInput,
  invalidInput,
  type MoneyText,
  ok,
  type QuantityTooLarge,
  quantityTooLarge,
  type Result,
  refuse,
} from '@passerelle/values';
import { restockingFeeOf } from './charges.ts';
import type { IneligibilityReason } from './eligibility.ts';
import { type AppliedPolicy, amountIn, type OrderPolicies, type WithoutReceipt } from './policy.ts';
import { readAmount } from './policy-input.ts';
import { type DraftLine, type NotReturnable, notReturnable } from './request.ts';
import type { ReturnReason, ReturnResolution } from './return.ts';
import { taxOfUnits } from './value.ts';

export type BlindLine = {
  readonly sku: string;
  readonly quantity: number;
  readonly reason: ReturnReason;
  readonly unitPrice?: MoneyText | null;
  readonly note?: string | null;
};

export type BlindRequest = {
  readonly channelId: string;
  readonly locationId: string;
  readonly countryCode?: string | null;
  readonly currency: string;
  readonly personReference: string;
  readonly lines: readonly BlindLine[];
};

const prefix = 'no-receipt:';
/** Names the facts that stand for the order nobody knows. */
export const factsIdOf = (returnId: string) => `${prefix}${returnId}`;
export const isWithoutReceipt = (orderId: string) => orderId.startsWith(prefix);

const maximumLines = 50;

/** What is wrong with a request by itself. */
export function checkBlind({ lines, personReference }: BlindRequest): InvalidInput[] {
  const problems: InvalidInput[] = [];
  if (!/^[\w.:-]{8,128}$/.test(personReference)) {
    problems.push(invalidInput(['personReference'], 'Give 8 to 128 letters, digits, dots, colons or dashes.'));
  }
  if (lines.length < 1 || lines.length > maximumLines) {
    problems.push(invalidInput(['lines'], `Give 1 to ${maximumLines} lines.`));
  }
  lines.forEach(({ quantity }, index) => {
    if (quantity < 1) problems.push(invalidInput(['lines', index, 'quantity'], 'Return 1 unit or more.'));
  });
  return problems;
}

/** The line of an order that sold a SKU for least a unit; amounts in minor units, tax within the total. */
export type LowestPrice = { readonly quantity: number; readonly totalMinor: number; readonly taxMinor: number };

/** What is known beside the request. */
export type BlindFacts = {
  readonly policies: OrderPolicies;
  readonly categories: ReadonlyMap<string, string | null>;
  /** What sold for least lately, by SKU. */
  readonly lowest: ReadonlyMap<string, LowestPrice>;
  /** Returns of the person within the policy's period. */
  readonly returnsOfPerson: number;
};

type Refusal = InvalidInput | NotReturnable | QuantityTooLarge;
export type BlindDraft = Omit<DraftLine, 'orderLineId'>;

/** The lines of a return without a receipt, at the lowest price their SKUs were sold for, or why there is none. */
export function judgeBlind(request: BlindRequest, facts: BlindFacts): Result<BlindDraft[], Refusal> {
  const { whole, ofLine } = facts.policies;
  const rule = whole.withoutReceipt;
  if (!whole.isAllowed) return refuse(notReturnable(['CHANNEL_NOT_ALLOWED'], ['channelId']));
  if (!rule) return refuse(notReturnable(['RECEIPT_REQUIRED'], ['channelId']));
  if (facts.returnsOfPerson >= rule.maximumReturns)
    return refuse(notReturnable(['LIMIT_REACHED'], ['personReference']));
  const units = request.lines.reduce((sum, line) => sum + line.quantity, 0);
  if (units > rule.maximumUnits) {
    const message = `Without a receipt ${rule.maximumUnits} units are taken at most.`;
    return refuse(quantityTooLarge(['lines'], message, rule.maximumUnits));
  }
  const refusals: Refusal[] = [];
  const drafts = request.lines.flatMap((line, index): BlindDraft[] => {
    const policy = ofLine({ category: facts.categories.get(line.sku) ?? null });
    const against = reasonsOf(policy);
    if (against.length > 0) refusals.push(notReturnable(against, ['lines', index, 'sku']));
    const sold = facts.lowest.get(line.sku);
    const lowest = sold && Math.floor(sold.totalMinor / sold.quantity);
    const price = priceOf(line, index, { lowest, currency: request.currency });
    if (!price.ok) refusals.push(...price.refusals);
    return price.ok ? [draft(line, { unitMinor: price.value, sold }, policy, rule)] : [];
  });
  if (refusals.length > 0) return refuse(...refusals);
  const value = drafts.reduce((sum, line) => sum + line.refundableMinor, 0);
  return value > (amountIn(rule.maximumValues, request.currency) ?? 0)
    ? refuse(notReturnable(['LIMIT_REACHED'], ['lines']))
    : ok(drafts);
}

const reasonsOf = ({ isAllowed, isFinalSale }: AppliedPolicy): IneligibilityReason[] => [
  ...(isAllowed ? [] : (['CHANNEL_NOT_ALLOWED'] as const)),
  ...(isFinalSale ? (['FINAL_SALE'] as const) : []),
];

/** The lower of what staff say and what the SKU was sold for; neither known is a refusal. */
function priceOf(
  { unitPrice }: BlindLine,
  index: number,
  { lowest, currency }: { readonly lowest: number | undefined; readonly currency: string },
): Result<number, InvalidInput> {
  const path = ['lines', index, 'unitPrice'];
  if (!unitPrice) {
    return lowest === undefined ? refuse(invalidInput(path, 'No price of this SKU is known: give one.')) : ok(lowest);
  }
  const read = readAmount(unitPrice, path);
  if (!read.ok) return read;
  if (read.value.currency !== currency) return refuse(invalidInput([...path, 'currency'], `Give ${currency}.`));
  if (read.value.minor < 0) return refuse(invalidInput([...path, 'amount'], 'Give zero or more.'));
  return ok(Math.min(read.value.minor, lowest ?? read.value.minor));
}

type Price = { readonly unitMinor: number; readonly sold: LowestPrice | undefined };

function draft(line: BlindLine, { unitMinor, sold }: Price, policy: AppliedPolicy, rule: WithoutReceipt): BlindDraft {
  const refundableMinor = unitMinor * line.quantity;
  const resolution: ReturnResolution = 'STORE_CREDIT';
  const stricter = Math.max(policy.restockingFeeBasisPoints, rule.restockingFeeBasisPoints);
  return {
    sku: line.sku,
    fulfilledQuantity: line.quantity,
    requestedQuantity: line.quantity,
    reason: line.reason,
    resolution,
    note: line.note ?? null,
    refundableMinor,
    // Taxed as what sold for least; of what never sold here nobody knows.
    taxMinor: sold ? taxOfUnits(sold, refundableMinor) : 0,
    restockingFeeMinor: restockingFeeOf(
      { ...policy, restockingFeeBasisPoints: stricter },
      line.reason,
      refundableMinor,
    ),
    refundTiming: 'AFTER_INSPECTION',
    authorizedDisposition: policy.authorizedDisposition,
    policyId: policy.policyId,
    policyVersion: policy.policyVersion,
    returnableUntil: null,
  };
}
