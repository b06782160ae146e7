import { orBadUserInput } from '@passerelle/server';
import { findOrdersToTakeBack } from '../actions/find-orders-to-take-back.ts';
import type { QueryResolvers } from '../generated/resolver-types.ts';
import { numberQueries } from './numbers.ts';
import { policyQueries } from './policy.ts';
import { seenReturn } from './seen-return.ts';

export const Query: Required<QueryResolvers> = {
  ...policyQueries,
  ...numberQueries,

  return: (_root, { id }, context) => seenReturn(context, id),

  returnByNumber: async (_root, { number }, context) =>
    seenReturn(context, (await context.reads.idsByNumber.load(number))?.id),

  ordersToTakeBack: async (_root, search, context) => orBadUserInput(await findOrdersToTakeBack(context, search)),

  returns: async (_root, args, { reads }) => orBadUserInput(await reads.pages.all(args)),
};
