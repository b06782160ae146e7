import { isAllowed, orBadUserInput } from '@passerelle/server';
import type { Context } from '../context.ts';
import { availableActions, type Rejection, type FulfillmentOrder as WorkModel } from '../domain/fulfillment.ts';
import type { Order, OrderLine } from '../domain/order.ts';
import type {
  FulfillmentOrderLineResolvers,
  FulfillmentOrderResolvers,
  FulfillmentRejectionResolvers,
  LocationResolvers,
  RoutingChoiceResolvers,
  RoutingRejectionResolvers,
  ShipmentLineResolvers,
  ShipmentResolvers,
} from '../generated/resolver-types.ts';

const orderOf = async ({ orderId }: { readonly orderId: string }, { reads }: Context) =>
  (await reads.orderOf.load(orderId)) as Order;
const lineOf = async ({ orderLineId }: { readonly orderLineId: string }, { reads }: Context) =>
  (await reads.line.load(orderLineId)) as OrderLine;
const location = ({ locationId }: { readonly locationId: string }) => ({ id: locationId });

/** Work on the same lines that was turned down, by this location or by others before it. */
async function rejectionsOf(work: WorkModel, { reads }: Context): Promise<Rejection[]> {
  const siblings = await reads.workOfOrder.load(work.orderId);
  const refused = siblings.filter((one) => one.rejectedAt !== null && one.deliveryGroupId === work.deliveryGroupId);
  const linesOf = async ({ id }: WorkModel) => (await reads.linesOfWork.load(id)).map(({ orderLineId }) => orderLineId);
  const own = new Set(await linesOf(work));
  const shared = await Promise.all(
    refused.map(async (one) => ((await linesOf(one)).some((id) => own.has(id)) ? [one] : [])),
  );
  return shared.flat().map((one) => ({
    locationId: one.locationId,
    reason: one.rejectionReason ?? 'OTHER',
    note: one.rejectionNote,
    rejectedAt: one.rejectedAt as Date,
  }));
}

const scopeOf = (action: ReturnType<typeof availableActions>[number]) =>
  action === 'REASSIGN' ? 'fulfillment:admin' : 'fulfillment:write';

export const FulfillmentOrder: FulfillmentOrderResolvers = {
  __resolveReference: ({ id }, { reads }) => reads.work(id),
  order: (work, _args, context) => orderOf(work, context),
  location,
  lines: ({ id }, _args, { reads }) => reads.linesOfWork.load(id),
  async shipments({ id, orderId }, _args, { reads }) {
    const shipments = await reads.shipmentsOfOrder.load(orderId);
    return shipments.filter(({ fulfillmentOrderId }) => fulfillmentOrderId === id);
  },
  pickup: (work) => (work.type === 'CLICK_AND_COLLECT' ? { ...work, readyAt: work.readyAt ?? work.dueAt } : null),
  rejections: (work, _args, context) => rejectionsOf(work, context),
  cancellationRequest: ({ id }, _args, { reads }) => reads.cancellationOfWork.load(id),
  async availableActions(work, _args, { caller, reads }) {
    const actions = availableActions(work, (await reads.cancellationOfWork.load(work.id))?.status);
    return actions.filter((action) => isAllowed(caller, scopeOf(action)));
  },
};

export const FulfillmentOrderLine: FulfillmentOrderLineResolvers = {
  orderLine: (line, _args, context) => lineOf(line, context),
  sku: async (line, _args, context) => (await lineOf(line, context)).sku,
  name: async (line, _args, context) => (await lineOf(line, context)).name,
  quantity: ({ quantity, cancelledQuantity }) => quantity - cancelledQuantity,
};

export const FulfillmentRejection: FulfillmentRejectionResolvers = { location };
export const RoutingChoice: RoutingChoiceResolvers = { location };
export const RoutingRejection: RoutingRejectionResolvers = { location };

export const Shipment: ShipmentResolvers = {
  __resolveReference: async ({ id }, { reads }) => reads.reachable(await reads.shipment.load(id)),
  order: (shipment, _args, context) => orderOf(shipment, context),
  fulfillmentOrder: ({ fulfillmentOrderId }, _args, { reads }) => reads.workOf.load(fulfillmentOrderId),
  fromLocation: location,
  lines: ({ id }, _args, { reads }) => reads.linesOfShipment.load(id),
  packages: ({ id }, _args, { reads }) => reads.packagesOfShipment.load(id),
  events: async ({ id }, _args, { reads }) => (await reads.eventsOfShipment.load(id)).slice(0, 100),
};

export const ShipmentLine: ShipmentLineResolvers = {
  orderLine: (line, _args, context) => lineOf(line, context),
};

const noWork = { offered: 0, inProgress: 0, readyForPickup: 0, late: 0 };

export const Location: LocationResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  fulfillmentOrders: async ({ id }, page, { reads }) => orBadUserInput(await reads.works(page, id)),
  workload: async ({ id }, _args, { reads }) =>
    reads.mayWorkAt(id) ? ((await reads.workload.load(id)) ?? noWork) : null,
};
