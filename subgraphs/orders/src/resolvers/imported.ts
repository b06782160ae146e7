import type { OrderRefusal } from '../domain/refusals.ts';
import type { ImportedOrderResolvers } from '../generated/resolver-types.ts';

/** One row's answer; its order is read when somebody asks for it. */
export type Imported = {
  readonly index: number;
  readonly orderId: string | null;
  readonly refusals: readonly OrderRefusal[];
};

export const ImportedOrder: ImportedOrderResolvers = {
  order: ({ orderId }, _args, { reads }) => (orderId ? reads.orderOf.load(orderId) : null),
  userErrors: ({ refusals }) => refusals as never[],
};
