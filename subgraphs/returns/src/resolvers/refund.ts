import { UserErrorType } from '@passerelle/server';
import { formatMoney, money } from '@passerelle/values';
import { appeaseOrder } from '../actions/appease-order.ts';
import { refundReturn } from '../actions/refund-return.ts';
import { retryRefund } from '../actions/retry-refund.ts';
import type { RefundDraft } from '../domain/refund.ts';
import type { Return } from '../domain/return.ts';
import { maySee } from '../domain/viewer.ts';
import type { MutationResolvers, OrderResolvers, RefundResolvers } from '../generated/resolver-types.ts';

/** Amounts of one refund; what was given back before counts as refunded. */
function summaryOf(draft: RefundDraft, { currency, refundedMinor }: Return) {
  const amount = (minor: number) => formatMoney(money(minor, currency));
  return {
    goods: amount(draft.goodsMinor),
    delivery: amount(draft.deliveryMinor),
    fees: amount(draft.feesMinor),
    total: amount(draft.amountMinor),
    refunded: amount(refundedMinor),
  };
}

export const refundMutations: Required<Pick<MutationResolvers, 'refundReturn' | 'appeaseOrder' | 'retryRefund'>> = {
  async refundReturn(_root, { input }, context) {
    const result = await refundReturn(context, input);
    if (!result.ok) return { return: null, refund: null, summary: null, userErrors: [...result.refusals] };
    const { returnId, refund, draft } = result.value;
    const found = (await context.reads.returns.clear(returnId).load(returnId)) as Return;
    return { return: found, refund, summary: summaryOf(draft, found), userErrors: [] };
  },
  async retryRefund(_root, { input }, context) {
    const result = await retryRefund(context, input);
    return result.ok ? { refund: result.value, userErrors: [] } : { refund: null, userErrors: [...result.refusals] };
  },
  async appeaseOrder(_root, { input }, context) {
    const result = await appeaseOrder(context, input);
    return result.ok ? { refund: result.value, userErrors: [] } : { refund: null, userErrors: [...result.refusals] };
  },
};

/** Every refund the caller may see of an order. */
export const refundsOfOrder: NonNullable<OrderResolvers['refunds']> = async ({ id }, _args, { reads, caller }) =>
  (await reads.refundsOfOrder.load(id)).filter(({ customerId }) => maySee(caller, customerId));

export const Refund: RefundResolvers = {
  amount: ({ amountMinor, currency }) => formatMoney(money(amountMinor, currency)),
  lines: ({ lines, currency }) =>
    lines.map(({ returnLineId, quantity, amountMinor, taxMinor, feeMinor }) => ({
      returnLineId,
      quantity,
      amount: formatMoney(money(amountMinor, currency)),
      tax: formatMoney(money(taxMinor, currency)),
      fee: formatMoney(money(feeMinor, currency)),
    })),
};

type TypeOf = typeof UserErrorType.__resolveType;

/** A refused refund is no refused payment, though their code is the same. */
export const RefundErrorType: { __resolveType: TypeOf } = {
  __resolveType: (refusal) =>
    refusal.code === 'PAYMENT_DECLINED' ? ('RefundDeclinedError' as never) : UserErrorType.__resolveType(refusal),
};
