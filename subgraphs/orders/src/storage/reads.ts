import type { Database } from '@passerelle/database';
import type { Caller } from '@passerelle/server';
import { alignByKey, groupByKey, type PageArguments } from '@passerelle/values';
import DataLoader from 'dataloader';
import type { OrderEdit } from '../domain/edit.ts';
import type { ExitCall } from '../domain/exit-call.ts';
import type { FulfillmentOrder, FulfillmentOrderLine } from '../domain/fulfillment.ts';
import type { OrderHold } from '../domain/hold.ts';
import type { CancellationRequest, ChangeRequest } from '../domain/letting-go.ts';
import type { DeliveryGroup, Order, OrderLine, Payment } from '../domain/order.ts';
import type { Package } from '../domain/packing.ts';
import type { Routing } from '../domain/routing.ts';
import type { Shipment, ShipmentEvent, ShipmentLine } from '../domain/shipment.ts';
import type { Strategy } from '../domain/strategy.ts';
import { findChangesOfOrders, findLastRequests } from './change-requests.ts';
import { findEditsOfOrders } from './edits.ts';
import { pageEvents } from './events.ts';
import { findExitCallsOfOrders } from './exit-calls.ts';
import { findHoldsOfOrders, findStates } from './holds.ts';
import { type OrderPageArguments, pageOrders } from './order-pages.ts';
import * as stored from './orders.ts';
import { findPackagesOfShipments } from './packages.ts';
import type { NewOrder } from './place.ts';
import { findRoutingsOfOrders } from './routings.ts';
import * as parcels from './shipments.ts';
import { findStrategies, listStrategies } from './strategies.ts';
import { isReachable, isVisible } from './visibility.ts';
import { findWorkloads, pageWork, type WorkPageArguments } from './work-pages.ts';

const batch = { maxBatchSize: 500 };

/** One thing by its id; null when missing. */
const byId = <T>(find: (ids: readonly string[]) => Promise<T[]>, idOf: (row: T) => string) =>
  new DataLoader<string, T | null>(async (ids) => alignByKey(ids, await find(ids), idOf), batch);
/** All that belongs to one thing. */
const allOf = <T>(find: (ids: readonly string[]) => Promise<T[]>, ownerOf: (row: T) => string) =>
  new DataLoader<string, T[]>(async (ids) => groupByKey(ids, await find(ids), ownerOf), batch);

/** Where work of held orders stood, by its id. */
const heldStatesOf = (database: Database) =>
  new DataLoader(async (orderIds: readonly string[]) => {
    const states = groupByKey(orderIds, await findStates(database, orderIds), ({ orderId }) => orderId);
    return states.map((own) => new Map(own.map(({ id, status }) => [id, status])));
  }, batch);

/** Parts of orders, by the key of what they belong to. */
function createLoaders(database: Database) {
  return {
    line: byId<OrderLine>(
      (ids) => stored.findLines(database, ids),
      ({ id }) => id,
    ),
    linesOfOrder: allOf<OrderLine>(
      (ids) => stored.findLinesOfOrders(database, ids),
      ({ orderId }) => orderId,
    ),
    groupsOfOrder: allOf<DeliveryGroup>(
      (ids) => stored.findGroupsOfOrders(database, ids),
      ({ orderId }) => orderId,
    ),
    paymentsOfOrder: allOf<Payment>(
      (ids) => stored.findPaymentsOfOrders(database, ids),
      ({ orderId }) => orderId,
    ),
    workOfOrder: allOf<FulfillmentOrder>(
      (ids) => stored.findWorkOfOrders(database, ids),
      ({ orderId }) => orderId,
    ),
    linesOfWork: allOf<FulfillmentOrderLine>(
      (ids) => stored.findLinesOfWork(database, ids),
      ({ fulfillmentOrderId }) => fulfillmentOrderId,
    ),
    shipment: byId<Shipment>(
      (ids) => parcels.findShipments(database, ids),
      ({ id }) => id,
    ),
    shipmentsOfOrder: allOf<Shipment>(
      (ids) => parcels.findShipmentsOfOrders(database, ids),
      ({ orderId }) => orderId,
    ),
    linesOfShipment: allOf<ShipmentLine>(
      (ids) => parcels.findLinesOfShipments(database, ids),
      ({ shipmentId }) => shipmentId,
    ),
    eventsOfShipment: allOf<ShipmentEvent>(
      (ids) => parcels.findEventsOfShipments(database, ids),
      ({ shipmentId }) => shipmentId,
    ),
    packagesOfShipment: allOf<Package>(
      (ids) => findPackagesOfShipments(database, ids),
      ({ shipmentId }) => shipmentId as string,
    ),
  };
}

/** What was decided about orders, by order. */
function createDecisionLoaders(database: Database) {
  return {
    holdsOfOrder: allOf<OrderHold>(
      (ids) => findHoldsOfOrders(database, ids),
      ({ orderId }) => orderId,
    ),
    changesOfOrder: allOf<ChangeRequest>(
      (ids) => findChangesOfOrders(database, ids),
      ({ orderId }) => orderId,
    ),
    cancellationOfWork: byId<CancellationRequest>(
      (ids) => findLastRequests(database, ids),
      ({ fulfillmentOrderId }) => fulfillmentOrderId,
    ),
    editsOfOrder: allOf<OrderEdit>(
      (ids) => findEditsOfOrders(database, ids),
      ({ orderId }) => orderId,
    ),
    routingsOfOrder: allOf<Routing>(
      (ids) => findRoutingsOfOrders(database, ids),
      ({ orderId }) => orderId,
    ),
    exitCallsOfOrder: allOf<ExitCall>(
      (ids) => findExitCallsOfOrders(database, ids),
      ({ orderId }) => orderId,
    ),
  };
}

/** What resolvers may read, for one request: by key through loaders, and in pages, within what the caller may see. */
export function createReads(database: Database, caller: Caller, now: () => Date) {
  const orderById = byId<Order>(
    (ids) => stored.findOrders(database, ids),
    ({ id }) => id,
  );
  const workById = byId<FulfillmentOrder>(
    (ids) => stored.findWork(database, ids),
    ({ id }) => id,
  );
  const parts = { ...createLoaders(database), ...createDecisionLoaders(database) };
  const visible = async (order: Order | null | undefined) =>
    order && (await isVisible(database, order, caller)) ? order : null;
  const isMine = ({ locationId }: Pick<FulfillmentOrder, 'locationId'>) =>
    caller.locationIds === null || caller.locationIds.includes(locationId);
  return {
    /** Of a row the caller sees already, so without row rules. */
    orderOf: orderById,
    workOf: workById,
    order: async (id: string) => visible(await orderById.load(id)),
    /** Something of an order that another subgraph refers to; null when the order is not for the caller. */
    async reachable<T extends { readonly orderId: string }>(part: T | null): Promise<T | null> {
      const order = part && (await orderById.load(part.orderId));
      return order && isReachable(order, caller) ? part : null;
    },
    /** Guests prove by the e-mail address; who may read orders need not. */
    async orderByNumber(number: string, email: string | null) {
      const order = await stored.findOrderByNumber(database, number);
      if (!order) return null;
      const isProven = email !== null && order.customerEmail?.toLowerCase() === email.trim().toLowerCase();
      if (caller.kind !== 'service' && !caller.scopes.has('orders:read')) {
        return isProven || (caller.customerId !== null && order.customerId === caller.customerId) ? order : null;
      }
      return isProven ? order : visible(order);
    },
    /** For another service, which keeps the row rules. */
    ordersByReceipt: (facts: stored.ReceiptFacts) => stored.findOrdersByReceipt(database, facts),
    orders: (page: OrderPageArguments) => pageOrders(database, page, { caller, now: now() }),
    work: async (id: string) => {
      const work = await workById.load(id);
      return work && isMine(work) ? work : null;
    },
    works: (page: WorkPageArguments, at?: string) => pageWork(database, page, { caller, ...(at ? { at } : {}) }),
    mayWorkAt: (locationId: string) => isMine({ locationId }),
    ...parts,
    heldStates: heldStatesOf(database),
    /** What was just stored, so that nobody reads it back. */
    keepPlaced({ order, lines, groups, payment }: NewOrder) {
      orderById.prime(order.id, order);
      parts.linesOfOrder.prime(order.id, [...lines]);
      parts.groupsOfOrder.prime(order.id, [...groups]);
      parts.paymentsOfOrder.prime(order.id, [payment]);
    },
    events: (orderId: string, page: PageArguments) => pageEvents(database, orderId, page),
    strategy: byId<Strategy>(
      (ids) => findStrategies(database, ids),
      ({ id }) => id,
    ),
    strategies: (filter: Parameters<typeof listStrategies>[1]) => listStrategies(database, filter),
    workload: byId(
      (ids) => findWorkloads(database, ids, now()),
      ({ locationId }) => locationId,
    ),
  };
}

export type Reads = ReturnType<typeof createReads>;
