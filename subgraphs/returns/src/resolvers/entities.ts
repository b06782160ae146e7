import { orBadUserInput } from '@passerelle/server';
import {
  eligibilityOf,
  lineEligibilityOf,
  returnableQuantityOf,
  returnedQuantityOf,
  returnStatusOf,
} from '../actions/answer-for-order.ts';
import { readListing } from '../domain/listing.ts';
import type { LocationResolvers, OrderLineResolvers, OrderResolvers } from '../generated/resolver-types.ts';
import { refundsOfOrder } from './refund.ts';

export const Order: OrderResolvers = {
  returns: ({ id }, args, { reads }) => reads.pages.ofOrder(id, orBadUserInput(readListing(args))),
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
  returns: ({ id }, args, { reads }) => reads.pages.ofLocation(id, orBadUserInput(readListing(args))),
};
