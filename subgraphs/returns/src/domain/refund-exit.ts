import type { Answer, Inputs } from '@passerelle/exits';
import { formatMoney, money } from '@passerelle/values';
import type { UserExitRejected } from './exit-call.ts';
import { readAmount } from './policy-input.ts';
import type { RefundDraft, RefundMethod } from './refund.ts';
import type { Return } from './return.ts';

export const refundPoint = 'refund.amount';
export type RefundAnswer = Answer<typeof refundPoint>;

/** What the exit is told of a refund as our own rules work it out. */
export function refundFacts(current: Return, draft: RefundDraft, method: RefundMethod): Inputs[typeof refundPoint] {
  const amount = (minor: number) => formatMoney(money(minor, current.currency));
  const lineOf = new Map(current.lines.map((line) => [line.id, line]));
  return {
    returnId: current.id,
    orderId: current.orderId,
    customerId: current.customerId,
    method,
    delivery: amount(draft.deliveryMinor),
    fees: amount(draft.feesMinor),
    total: amount(draft.amountMinor),
    lines: draft.lines.flatMap(({ returnLineId, quantity, amountMinor }) => {
      const line = lineOf.get(returnLineId);
      if (!line) return [];
      const { orderLineId, sku, reason } = line;
      return [{ returnLineId, orderLineId, sku, quantity, reason, amount: amount(amountMinor) }];
    }),
  };
}

/**
 * The refund less what the exit deducts, which is kept as a fee of the line; undefined when it names a line twice or
 * that is not paid for, or more than the line or the refund comes to.
 */
export function withDeductions(draft: RefundDraft, answer: RefundAnswer, currency: string): RefundDraft | undefined {
  const deducted = new Map<string, number>();
  for (const { returnLineId, amount } of answer.output?.deductions ?? []) {
    const read = readAmount({ amount, currency }, []);
    const line = draft.lines.find((one) => one.returnLineId === returnLineId);
    if (!read.ok || !line || deducted.has(line.returnLineId) || read.value.minor > line.amountMinor) return undefined;
    deducted.set(returnLineId, read.value.minor);
  }
  const total = [...deducted.values()].reduce((sum, minor) => sum + minor, 0);
  if (total > draft.amountMinor) return undefined;
  return {
    ...draft,
    lines: draft.lines.map((line) => ({ ...line, feeMinor: line.feeMinor + (deducted.get(line.returnLineId) ?? 0) })),
    feesMinor: draft.feesMinor + total,
    amountMinor: draft.amountMinor - total,
  };
}

const refused = (message: string, exitReason: string | null): UserExitRejected => ({
  code: 'USER_EXIT_REJECTED',
  message,
  path: null,
  exitReason,
});

const held = (why: string, exitReason: string | null) =>
  refused(`${why} A person looks at the refund first; whoever did sends it with \`isReviewed\`.`, exitReason);

/** The refund as the exit has it, or why it is not paid now. */
export function followRefundExit(
  draft: RefundDraft,
  answer: RefundAnswer,
  currency: string,
): { readonly draft: RefundDraft } | { readonly refusal: UserExitRejected } {
  const { decision, failure, reasons } = answer;
  const [reason] = reasons;
  if (failure && decision !== 'CONTINUE') {
    return { refusal: held(`The user exit ${refundPoint} did not answer: ${failure}.`, failure) };
  }
  if (decision === 'REJECT') {
    const because = reason?.message ?? 'it gives no reason';
    return { refusal: refused(`The user exit ${refundPoint} refuses: ${because}.`, reason?.code ?? null) };
  }
  if (decision === 'HOLD') {
    const because = reason?.message ?? 'it gives no reason';
    return { refusal: held(`The user exit ${refundPoint} holds the refund: ${because}.`, reason?.code ?? null) };
  }
  const less = withDeductions(draft, answer, currency);
  if (less) return { draft: less };
  return {
    refusal: held(`The user exit ${refundPoint} deducts what this refund does not come to.`, 'INVALID_ANSWER'),
  };
}
