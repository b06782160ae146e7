import { orBadUserInput } from '@passerelle/server';
import {
  eligibilityOf,
  lineEligibilityOf,
  returnableQuantityOf,
  returnedQuantityOf,
  returnStatusOf,
} from '../actions/answer-for-order.ts';
import type { LocationResolvers, OrderLineResolvers, OrderResolvers } from '../generated/resolver-types.ts';
import { refundsOfOrder } from './refund.ts';

export const Order: OrderResolvers = {
  returns: async ({ id }, args, { reads }) => orBadUserInput(await reads.pages.ofOrder(id, args)),
  refunds: refundsOfOrder,
  returnStatus: (order, _args, context) => returnStatusOf(context, order),
  returnEligibility: (order, _args, context) => eligibilityOf(context, order),
};

export const OrderLine: OrderLineResolvers = {
  returnedQuantity: (line, _args, context) => returnedQuantityOf(context, line),
  returnEligibility: (line, _args, context) => lineEligibilityOf(context, line),
  returnableQuantity: (line, _args, context) => returnableQuantityOf(context, line),
};

export const Location: LocationResolvers = {
  returns: async ({ id }, args, { reads }) => orBadUserInput(await reads.pages.ofLocation(id, args)),
};
