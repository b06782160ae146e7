import { type InvalidInput, invalidInput } from '@passerelle/values';
import { judgeLine, judgeOrder, type ReturnEligibility, unclaimed } from './eligibility.ts';
import type { Claims, ToldOrder } from './order-facts.ts';
import type { OrderPolicies } from './policy.ts';

/** What somebody who gives goods back can show or say of the order. */
export type ReceiptFacts = {
  readonly number?: string | null;
  readonly email?: string | null;
  readonly cardToken?: string | null;
};

export type OrderToTakeBack = Pick<ToldOrder, 'orderId' | 'number' | 'placedAt' | 'currency'> & {
  readonly returnEligibility: ReturnEligibility;
  readonly lines: {
    readonly orderLineId: string;
    readonly sku: string;
    readonly name: string;
    readonly fulfilledQuantity: number;
    readonly returnableQuantity: number;
    readonly returnEligibility: ReturnEligibility;
  }[];
};

const maximumText = 256;
/** Numbers of payment cards have 12 to 19 digits (ISO/IEC 7812-1), often written in groups. */
const looksLikeCardNumber = (text: string) => /^[0-9]{12,19}$/.test(text.replace(/[\s._-]/g, ''));

/** What is wrong with a search by itself; a card number is not repeated. */
export function checkReceiptFacts(facts: ReceiptFacts, mayReadPersons: boolean): InvalidInput[] {
  const given = (['number', 'email', 'cardToken'] as const).filter((field) => facts[field] != null);
  if (given.length === 0) return [invalidInput(['number'], 'Give `number`, `email` or `cardToken`.')];
  const problems = given
    .filter((field) => facts[field]?.trim() === '' || (facts[field]?.length ?? 0) > maximumText)
    .map((field) => invalidInput([field], `\`${field}\` has 1 to ${maximumText} characters.`));
  if (facts.email != null && !mayReadPersons) {
    problems.push(invalidInput(['email'], '`email` needs the scope pii:read.'));
  }
  if (facts.cardToken && looksLikeCardNumber(facts.cardToken)) {
    const message = '`cardToken` takes the token or fingerprint of the payment service, never a card number.';
    problems.push(invalidInput(['cardToken'], message));
  }
  return problems;
}

/** What a counter needs to know of an order to take goods of it back. */
export function toTakeBack(
  order: ToldOrder,
  { policies, claims, now }: { policies: OrderPolicies; claims: readonly Claims[]; now: Date },
): OrderToTakeBack {
  const { orderId, number, placedAt, currency } = order;
  const claimOf = new Map(claims.map((claim) => [claim.orderLineId, claim]));
  const lines = order.lines
    .filter(({ fulfilledQuantity }) => fulfilledQuantity > 0)
    .map((line) => {
      const claim = claimOf.get(line.orderLineId) ?? null;
      const returnEligibility = judgeLine(policies, line, { order, claim, now });
      const { orderLineId, sku, fulfilledQuantity } = line;
      const name = order.names.get(orderLineId) ?? sku;
      const returnableQuantity = returnEligibility.isReturnable ? unclaimed(fulfilledQuantity, claim) : 0;
      return { orderLineId, sku, name, fulfilledQuantity, returnableQuantity, returnEligibility };
    });
  const returnEligibility = judgeOrder(policies, { ...order, facts: order, claims }, now);
  return { orderId, number, placedAt, currency, returnEligibility, lines };
}
