import { connect, listen, ownerOf } from '@passerelle/database';
import { applyOnce, type DomainEvent } from '@passerelle/events';
import { createExits, noExits } from '@passerelle/exits';
import { buildSchema, type OpenSubgraph, readTypeDefs, requireService } from '@passerelle/server';
import { coverDifference } from './actions/cover-difference.ts';
import { endChange } from './actions/end-change.ts';
import { expirePickup } from './actions/expire-pickup.ts';
import { noteShortage } from './actions/note-shortage.ts';
import { offerArrived } from './actions/offer-arrived.ts';
import { payOrder } from './actions/pay-order.ts';
import { receiveNotification } from './actions/receive-notification.ts';
import { type Recovery, recoverPlacement, recoverPlacements, recoveryPauseMs } from './actions/recover-placement.ts';
import { endTimedHold } from './actions/release-order-hold.ts';
import { remindShopper } from './actions/remind-shopper.ts';
import { renewAuthorization } from './actions/renew-authorization.ts';
import { rerouteOrder } from './actions/reroute-order.ts';
import { seeRefundThrough } from './actions/see-refund-through.ts';
import { settle } from './actions/settle.ts';
import { timeOutOffer } from './actions/time-out-offer.ts';
import { tryExit } from './actions/try-exit.ts';
import type { Context, Dependencies } from './context.ts';
import { resolvers } from './resolvers/index.ts';
import { demoCredit } from './services/demo-credit.ts';
import { demoPayments } from './services/demo-payments.ts';
import { inventoryService } from './services/inventory.ts';
import { openDesk } from './services/placement-desk.ts';
import { networkService } from './services/store-network.ts';
import { type ArrivedStock, offerArrivedTask, offerLater } from './storage/awaiting.ts';
import { endChangeTask } from './storage/change-requests.ts';
import { orderSignal, readWatched } from './storage/changed.ts';
import { type ShadowCall, shadowTask } from './storage/exit-calls.ts';
import { endHoldTask } from './storage/holds.ts';
import {
  coverTask,
  expiryTask,
  notificationTask,
  payTask,
  type ReceivedMessage,
  refundTask,
} from './storage/payments.ts';
import { recoverTask } from './storage/placements.ts';
import { createReads } from './storage/reads.ts';
import {
  expirePickupTask,
  remindTask,
  rerouteTask,
  type Settlement,
  settleTask,
  timeOutTask,
} from './storage/settle.ts';
import { keepStrategies, strategiesChanged } from './storage/strategies.ts';

const typeDefs = readTypeDefs(new URL('../schema.graphql', import.meta.url));
const owner = ownerOf('orders');

/** Orders written in one statement at most. */
const ordersTogether = 50;

const arrivedOf = ({ data, occurredAt }: DomainEvent): ArrivedStock => ({
  ...(data as Omit<ArrivedStock, 'at'>),
  at: occurredAt.toISOString(),
});

/** Opens orders; `fault` is for tests that kill the process between two steps. */
export const createOpenOrders =
  (fault: Dependencies['fault'] = () => {}): OpenSubgraph =>
  async (options) => {
    const { databaseUrl: url, services, now, poolSize, onStatement, shortcuts } = options;
    const database = connect({
      url,
      schema: owner.schema,
      ...(poolSize ? { max: poolSize } : {}),
      ...(onStatement ? { onStatement } : {}),
    });
    const strategies = keepStrategies(database);
    const listener = await listen(database, strategiesChanged, {
      onMessage: strategies.drop,
      onConnect: strategies.drop,
    });
    const deps: Dependencies = {
      database,
      owner,
      inventory: inventoryService(requireService(services, 'inventory')),
      network: networkService(requireService(services, 'store-network')),
      providers: { demo: demoPayments(database) },
      credit: demoCredit(database),
      desk: openDesk(database, owner, shortcuts?.groupedOrders === false ? 1 : ordersTogether),
      strategies,
      exits: options.exits ?? createExits(noExits),
      now,
      fault,
    };
    return {
      name: 'orders',
      owner,
      typeDefs,
      schema: buildSchema(typeDefs, resolvers),
      database,
      createContext: ({ caller }): Context => ({ ...deps, caller, reads: createReads(database, caller, now) }),
      receive: (events) =>
        applyOnce(database, events, async (tx, fresh) => {
          for (const event of fresh) {
            if (event.type === 'stock.shortage') await noteShortage(tx, event);
            if (event.type === 'stock.arrived') await offerLater(tx, owner, arrivedOf(event));
          }
        }),
      tasks: {
        [recoverTask]: (recovery: Recovery) => recoverPlacement(deps, recovery),
        [rerouteTask]: (target: { orderId: string }) => rerouteOrder(deps, target),
        [offerArrivedTask]: (arrived: ArrivedStock) => offerArrived(deps, arrived),
        [timeOutTask]: (work: { id: string }) => timeOutOffer(deps, work),
        [endChangeTask]: (target: { changeId: string; orderId: string }) => endChange(deps, target),
        [endHoldTask]: (target: { orderId: string; holdId: string }) => endTimedHold(deps, target),
        [payTask]: (target: { orderId: string }) => payOrder(deps, target),
        [coverTask]: (target: { orderId: string; coveredBy: string }) => coverDifference(deps, target),
        [expiryTask]: (target: { orderId: string; paymentId: string }) => renewAuthorization(deps, target),
        [notificationTask]: (message: ReceivedMessage) => receiveNotification(deps, message),
        [refundTask]: (target: { orderId: string; reference: string }) => seeRefundThrough(deps, target),
        [remindTask]: (work: { id: string }) => remindShopper(deps, work),
        [expirePickupTask]: (work: { id: string }) => expirePickup(deps, work),
        [shadowTask]: (call: ShadowCall) => tryExit(deps, call),
        [settleTask]: (settlement: Settlement) => settle(deps, settlement),
      },
      sweeps: { 'recover-placements': { everyMs: recoveryPauseMs, work: () => recoverPlacements(deps) } },
      wakes: [{ signal: orderSignal, read: (ids) => readWatched(database, ids) }],
      close: async () => {
        await listener.close();
        await database.close();
      },
    };
  };

export const openOrders: OpenSubgraph = createOpenOrders();
