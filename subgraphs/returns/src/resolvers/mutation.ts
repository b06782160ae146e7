import type { Result } from '@passerelle/values';
import { cancelExchange } from '../actions/cancel-exchange.ts';
import { createReturn } from '../actions/create-return.ts';
import { createReturnWithoutReceipt } from '../actions/create-return-without-receipt.ts';
import { approveReturn, cancelReturn, declineReturn } from '../actions/decide-return.ts';
import { exchangeReturn } from '../actions/exchange-return.ts';
import { confirmInspection, inspectReturn } from '../actions/inspect-return.ts';
import { receiveReturn } from '../actions/receive-return.ts';
import { receiveTransfer } from '../actions/receive-transfer.ts';
import { resolveExtra } from '../actions/resolve-extra.ts';
import type { Context } from '../context.ts';
import type { MutationResolvers } from '../generated/resolver-types.ts';
import { policyMutations } from './policy.ts';
import { refundMutations } from './refund.ts';

/** The return as it is stored now: also a repeated call answers with its present state. */
async function payloadOf<R>({ reads }: Context, result: Result<{ id: string }, R>) {
  if (!result.ok) return { return: null, userErrors: [...result.refusals] };
  return { return: await reads.returns.clear(result.value.id).load(result.value.id), userErrors: [] };
}

export const Mutation: Required<MutationResolvers> = {
  ...policyMutations,
  ...refundMutations,
  createReturn: async (_root, { input }, context) => payloadOf(context, await createReturn(context, input)),
  createReturnWithoutReceipt: async (_root, { input }, context) =>
    payloadOf(context, await createReturnWithoutReceipt(context, input)),
  approveReturn: async (_root, { input }, context) => payloadOf(context, await approveReturn(context, input)),
  declineReturn: async (_root, { input }, context) => payloadOf(context, await declineReturn(context, input)),
  cancelReturn: async (_root, { input }, context) => payloadOf(context, await cancelReturn(context, input)),
  receiveReturn: async (_root, { input }, context) => payloadOf(context, await receiveReturn(context, input)),
  resolveReturnExtra: async (_root, { input }, context) => payloadOf(context, await resolveExtra(context, input)),
  async exchangeReturn(_root, { input }, context) {
    const result = await exchangeReturn(context, input);
    if (!result.ok) return { return: null, exchange: null, userErrors: [...result.refusals] };
    const found = await context.reads.returns.clear(input.id).load(input.id);
    return { return: found, exchange: result.value, userErrors: [] };
  },
  async cancelExchange(_root, { input }, context) {
    const result = await cancelExchange(context, input);
    if (!result.ok) return { return: null, exchange: null, userErrors: [...result.refusals] };
    const found = await context.reads.returns.clear(input.returnId).load(input.returnId);
    return { return: found, exchange: result.value, userErrors: [] };
  },
  confirmReturnInspection: async (_root, { input }, context) =>
    payloadOf(context, await confirmInspection(context, input)),
  receiveReturnTransfer: async (_root, { input }, context) => payloadOf(context, await receiveTransfer(context, input)),
  inspectReturn: async (_root, { input }, context) => payloadOf(context, await inspectReturn(context, input)),
};
