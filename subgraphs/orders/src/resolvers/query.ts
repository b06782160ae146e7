import { orBadUserInput } from '@passerelle/server';
import type { QueryResolvers } from '../generated/resolver-types.ts';

/** Entry points of reading. */
export const Query: Omit<Required<QueryResolvers>, '_entities' | '_service'> = {
  order: (_root, { id }, { reads }) => reads.order(id),
  orderByNumber: (_root, { number, email }, { reads }) => reads.orderByNumber(number, email ?? null),
  orders: async (_root, page, { reads }) => orBadUserInput(await reads.orders(page)),
  fulfillmentOrder: (_root, { id }, { reads }) => reads.work(id),
  fulfillmentOrders: async (_root, page, { reads }) => orBadUserInput(await reads.works(page)),
  orderForReturn: (_root, { orderId }, { reads }) => reads.orderOf.load(orderId),
};
