import {
  type InvalidInput,
  invalidInput,
  type Money,
  type MoneyText,
  type NotFound,
  notFound,
  type OwnRefusal,
  ok,
  type QuantityTooLarge,
  quantityTooLarge,
  type Result,
  refuse,
} from '@passerelle/values';
import { refundableQuantity } from './allowed-actions.ts';
import { readAmount } from './policy-input.ts';
import { changed, isSettled, type Return, type ReturnLine, reopenedStatus } from './return.ts';
import { shareOf } from './value.ts';

export const refundMethods = ['ORIGINAL_PAYMENT', 'STORE_CREDIT', 'GIFT_CARD', 'CASH'] as const;
export type RefundMethod = (typeof refundMethods)[number];
export type RefundStatus = 'PENDING' | 'SUCCEEDED' | 'FAILED';

/** Units of one return line that a refund pays for; amounts in minor units. */
export type RefundLine = {
  readonly returnLineId: string;
  readonly quantity: number;
  readonly amountMinor: number;
  readonly taxMinor: number;
  readonly feeMinor: number;
};

export type Refund = {
  readonly id: string;
  /** Null for an appeasement. */
  readonly returnId: string | null;
  readonly orderId: string;
  readonly customerId: string | null;
  readonly currency: string;
  readonly amountMinor: number;
  readonly goodsMinor: number;
  readonly deliveryMinor: number;
  readonly feesMinor: number;
  readonly method: RefundMethod;
  /** Number of the gift card, or of the credit, that takes the money. */
  readonly target: string | null;
  readonly status: RefundStatus;
  readonly reference: string | null;
  readonly declineCode: string | null;
  /** What might still have been given back when it was too much. */
  readonly maximumMinor: number | null;
  readonly reason: string | null;
  readonly actor: string;
  readonly createdAt: Date;
  readonly settledAt: Date | null;
  readonly lines: readonly RefundLine[];
};

export type RefundTooLarge = OwnRefusal<'REFUND_TOO_LARGE', { readonly maximum: MoneyText }>;
export type RefundDeclined = OwnRefusal<'PAYMENT_DECLINED', { readonly declineCode: string | null }>;

/** What a refund is to pay: amounts in minor units of the return's currency. */
export type RefundDraft = Pick<Refund, 'amountMinor' | 'goodsMinor' | 'deliveryMinor' | 'feesMinor' | 'lines'>;

export type RefundWish = {
  /** Left out: every unit that may be paid for now. */
  readonly lines?: readonly { readonly returnLineId: string; readonly quantity: number }[] | null;
  readonly delivery?: MoneyText | null;
  readonly fees?: MoneyText | null;
};

type Refusal = InvalidInput | NotFound | QuantityTooLarge;

function wantedUnits(current: Return, wish: RefundWish): Result<Map<string, number>, Refusal> {
  if (!wish.lines) return ok(new Map(current.lines.map((line) => [line.id, refundableQuantity(current, line)])));
  const lineOf = new Map(current.lines.map((line) => [line.id, line]));
  const units = new Map<string, number>();
  const refusals = wish.lines.flatMap(({ returnLineId, quantity }, index): Refusal[] => {
    const line = lineOf.get(returnLineId);
    if (!line) return [notFound('line of this return', returnLineId, ['lines', index, 'returnLineId'])];
    const left = refundableQuantity(current, line) - (units.get(line.id) ?? 0);
    units.set(line.id, (units.get(line.id) ?? 0) + quantity);
    const path = ['lines', index, 'quantity'];
    if (quantity < 1) return [invalidInput(path, 'Give 1 unit or more.')];
    return quantity > left ? [quantityTooLarge(path, `${left} units may be paid for now.`, left)] : [];
  });
  return refusals.length > 0 ? refuse(...refusals) : ok(units);
}

/** Of running totals, so that the refunds of a line always add up to the line. */
function draftLine(line: ReturnLine, quantity: number): RefundLine {
  const before = line.refundedQuantity + line.exchangedQuantity;
  const upTo = before + quantity;
  const part = (minor: number) => shareOf(line, minor, upTo) - shareOf(line, minor, before);
  const amountMinor = Math.max(0, shareOf(line, line.refundableMinor, upTo) - line.refundedMinor - line.exchangedMinor);
  return {
    returnLineId: line.id,
    quantity,
    amountMinor,
    taxMinor: Math.min(amountMinor, part(line.taxMinor)),
    feeMinor: part(line.restockingFeeMinor),
  };
}

function readOwn(
  text: MoneyText | null | undefined,
  currency: string,
  field: string,
): Result<Money | null, InvalidInput> {
  if (!text) return ok(null);
  if (text.currency !== currency) return refuse(invalidInput([field, 'currency'], `This return is in ${currency}.`));
  const parsed = readAmount(text, [field]);
  return parsed.ok && parsed.value.minor < 0 ? refuse(invalidInput([field, 'amount'], 'Give zero or more.')) : parsed;
}

/** What staff said on delivery and fees, or everything wrong with it; null where the policy decides. */
function readCharges(wish: RefundWish, currency: string, maximumDelivery: number) {
  const delivery = readOwn(wish.delivery, currency, 'delivery');
  const fees = readOwn(wish.fees, currency, 'fees');
  const problems = [delivery, fees].flatMap((read) => (read.ok ? [] : read.refusals));
  if (!delivery.ok || !fees.ok || problems.length > 0) return refuse(...problems);
  if ((delivery.value?.minor ?? 0) > maximumDelivery) {
    return refuse(invalidInput(['delivery', 'amount'], 'More than was paid for delivery and not given back yet.'));
  }
  return ok({ delivery: delivery.value, fees: fees.value });
}

/**
 * What a refund comes to: the goods, with the delivery charges and less the fees that the policy decided, or that staff
 * set instead. `maximumDelivery` is what was paid for delivery and not given back yet, in minor units.
 */
export function draftRefund(current: Return, wish: RefundWish, maximumDelivery: number): Result<RefundDraft, Refusal> {
  const units = wantedUnits(current, wish);
  if (!units.ok) return units;
  const charges = readCharges(wish, current.currency, maximumDelivery);
  if (!charges.ok) return charges;
  const lines = current.lines.flatMap((line) => {
    const quantity = units.value.get(line.id) ?? 0;
    return quantity > 0 ? [draftLine(line, quantity)] : [];
  });
  const sum = (of: (line: RefundLine) => number) => lines.reduce((total, line) => total + of(line), 0);
  const goodsMinor = sum((line) => line.amountMinor);
  const ownDelivery = Math.min(maximumDelivery, Math.max(0, current.deliveryMinor - current.refundedDeliveryMinor));
  const deliveryMinor = charges.value.delivery?.minor ?? ownDelivery;
  const isFirst = current.lines.every((line) => line.refundedQuantity === 0);
  const policyFees = sum((line) => line.feeMinor) + (isFirst ? current.labelFeeMinor : 0);
  const feesMinor = charges.value.fees?.minor ?? Math.min(goodsMinor + deliveryMinor, policyFees);
  if (feesMinor > goodsMinor + deliveryMinor) {
    return refuse(invalidInput(['fees', 'amount'], 'Fees cannot be more than what is given back.'));
  }
  return ok({ lines, goodsMinor, deliveryMinor, feesMinor, amountMinor: goodsMinor + deliveryMinor - feesMinor });
}

/** The return with a refund taken up by it, or given up by it when `direction` is -1. */
export function withRefund(current: Return, refund: RefundDraft, direction: 1 | -1, now: Date): Return {
  const partOf = new Map(refund.lines.map((line) => [line.returnLineId, line]));
  const lines = current.lines.map((line) => ({
    ...line,
    refundedQuantity: line.refundedQuantity + direction * (partOf.get(line.id)?.quantity ?? 0),
    refundedMinor: line.refundedMinor + direction * (partOf.get(line.id)?.amountMinor ?? 0),
  }));
  return changed(current, now, {
    lines,
    refundedMinor: current.refundedMinor + direction * refund.amountMinor,
    refundedDeliveryMinor: current.refundedDeliveryMinor + direction * refund.deliveryMinor,
    ...(direction === -1 ? reopenedStatus(current) : {}),
  });
}

/** The return after the payment service answered; at its end when nothing is left to wait for. */
export function afterSettlement(current: Return, refund: Refund, status: 'SUCCEEDED' | 'FAILED', now: Date): Return {
  if (status === 'FAILED') return withRefund(current, refund, -1, now);
  return isSettled(current) && current.status !== 'CLOSED'
    ? changed(current, now, { status: 'CLOSED', closedAt: now })
    : changed(current, now, {});
}
