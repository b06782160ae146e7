import { badUserInput, orBadUserInput } from '@passerelle/server';
import type { Refusal, Result } from '@passerelle/values';
import {
  cancelTransferOrder,
  createTransferOrder,
  receiveTransferOrder,
  recordTransferPick,
  requestTransferOrder,
  resolveTransferDifferences,
  shipTransferOrder,
} from '../actions/transfer-orders.ts';
import type { Context } from '../context.ts';
import { seesLocation } from '../domain/feed-scope.ts';
import { shownLines } from '../domain/transfer-difference.ts';
import { nextSteps, type TransferOrder as Order } from '../domain/transfer-order.ts';
import type {
  MutationResolvers,
  QueryResolvers,
  TransferOrderError,
  TransferOrderLineResolvers,
  TransferOrderMomentResolvers,
  TransferOrderResolvers,
} from '../generated/resolver-types.ts';
import { locationOf } from './levels.ts';

const maximumLocations = 100;

const endsOf = ({ caller }: Context, { fromLocationId, toLocationId }: Order) => ({
  sender: seesLocation(caller, fromLocationId),
  receiver: seesLocation(caller, toLocationId),
});

async function seenOrder(context: Context, id: string): Promise<Order | null> {
  const order = await context.reads.transferOrder.load(id);
  if (!order) return null;
  const { sender, receiver } = endsOf(context, order);
  return sender || receiver ? order : null;
}

export const transferQueries: Pick<QueryResolvers, 'transferOrder' | 'transferOrders'> = {
  transferOrder: (_root, { id }, context) => seenOrder(context, id),
  async transferOrders(_root, { filter, ...page }, { reads, caller }) {
    const lists = [filter?.locationIds, filter?.fromLocationIds, filter?.toLocationIds];
    if (lists.some((ids) => (ids?.length ?? 0) > maximumLocations)) {
      throw badUserInput(`At most ${maximumLocations} locations.`);
    }
    return orBadUserInput(await reads.transferOrders({ ...filter, boundTo: caller.locationIds }, page));
  },
};

/** The order as it is now, or why nothing was done. */
async function orderPayload({ reads }: Context, result: Result<string, Refusal>) {
  if (!result.ok) return { transferOrder: null, userErrors: result.refusals as unknown as TransferOrderError[] };
  return { transferOrder: await reads.transferOrder.clear(result.value).load(result.value), userErrors: [] };
}

type TransferMutations =
  | 'createTransferOrder'
  | 'requestTransferOrder'
  | 'recordTransferPick'
  | 'shipTransferOrder'
  | 'receiveTransferOrder'
  | 'resolveTransferDifferences'
  | 'cancelTransferOrder';

export const transferMutations: Required<Pick<MutationResolvers, TransferMutations>> = {
  createTransferOrder: async (_root, { input }, context) =>
    orderPayload(context, await createTransferOrder(context, input)),
  requestTransferOrder: async (_root, { input }, context) =>
    orderPayload(context, await requestTransferOrder(context, input)),
  recordTransferPick: async (_root, { input }, context) =>
    orderPayload(context, await recordTransferPick(context, input)),
  shipTransferOrder: async (_root, { input }, context) =>
    orderPayload(context, await shipTransferOrder(context, input)),
  receiveTransferOrder: async (_root, { input }, context) =>
    orderPayload(context, await receiveTransferOrder(context, input)),
  resolveTransferDifferences: async (_root, { input }, context) =>
    orderPayload(context, await resolveTransferDifferences(context, input)),
  cancelTransferOrder: async (_root, { input }, context) =>
    orderPayload(context, await cancelTransferOrder(context, input)),
};

const TransferOrder: TransferOrderResolvers = {
  fromLocation: ({ fromLocationNo }, _args, context) => locationOf(context, fromLocationNo),
  toLocation: ({ toLocationNo }, _args, context) => locationOf(context, toLocationNo),
  lines: shownLines,
  availableActions: (order, _args, context) => nextSteps(order, endsOf(context, order)),
  history: ({ history }) => [...history],
};

const TransferOrderLine: TransferOrderLineResolvers = {
  requestedQuantity: ({ requested }) => requested,
  atSenderQuantity: ({ atSender }) => atSender,
  pickedQuantity: ({ picked }) => picked,
  shippedQuantity: ({ shipped }) => shipped,
  inTransitQuantity: ({ inTransit }) => inTransit,
  receivedQuantity: ({ received }) => received,
};

const TransferOrderMoment: TransferOrderMomentResolvers = { action: ({ step }) => step };

export const transferTypes = { TransferOrder, TransferOrderLine, TransferOrderMoment };
