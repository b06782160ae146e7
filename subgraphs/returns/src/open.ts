import { connect, ownerOf } from '@passerelle/database';
import { applyOnce } from '@passerelle/events';
import { createExits, noExits } from '@passerelle/exits';
import { buildSchema, type OpenSubgraph, readTypeDefs } from '@passerelle/server';
import { undoExchange } from './actions/cancel-exchange.ts';
import { expireReturn } from './actions/expire-return.ts';
import { type Learning, learnOrders, learnTask, noteOrderChanges } from './actions/learn-order.ts';
import { placeExchange } from './actions/place-exchange.ts';
import { stockTransfer } from './actions/receive-transfer.ts';
import { restockInspection } from './actions/restock-inspection.ts';
import { settleRefund } from './actions/settle-refund.ts';
import { tryExit } from './actions/try-exit.ts';
import type { Context } from './context.ts';
import { resolvers } from './resolvers/index.ts';
import { createNeighbours } from './services/neighbours.ts';
import { exchangeTask } from './storage/exchanges.ts';
import { type ShadowCall, shadowTask } from './storage/exit-calls.ts';
import { restockTask } from './storage/handling.ts';
import { createReads } from './storage/reads.ts';
import { refundTask } from './storage/refunds.ts';
import { expiryTask } from './storage/returns.ts';

const typeDefs = readTypeDefs(new URL('../schema.graphql', import.meta.url));

/** Opens the returns subgraph on its own database role. */
export const openReturns: OpenSubgraph = async (options) => {
  const { databaseUrl, services, now, log, poolSize, onStatement } = options;
  const owner = ownerOf('returns');
  const database = connect({ url: databaseUrl, schema: owner.schema, max: poolSize, onStatement });
  const neighbours = createNeighbours(services);
  const own = { database, owner, neighbours, now, exits: options.exits ?? createExits(noExits) };
  const place = async (exchangeId: string) => {
    await placeExchange(own, exchangeId);
    await undoExchange(own, exchangeId);
  };
  const settle = (refundId: string) => settleRefund(own, refundId);
  const restock = async (id: string) => {
    await restockInspection(own, id);
    await stockTransfer(own, id);
  };
  return {
    name: 'returns',
    owner,
    typeDefs,
    schema: buildSchema(typeDefs, resolvers),
    database,
    createContext: ({ caller }): Context => ({
      ...own,
      caller,
      log,
      restock,
      settle,
      place,
      reads: createReads(database, caller),
    }),
    receive: (events) => applyOnce(database, events, (tx, fresh) => noteOrderChanges(tx, owner, fresh)),
    tasks: {
      [learnTask]: (learning: Learning) => learnOrders(own, learning),
      [exchangeTask]: ({ exchangeId }: { exchangeId: string }) => place(exchangeId),
      [refundTask]: ({ refundId }: { refundId: string }) => settle(refundId),
      [expiryTask]: ({ returnId }: { returnId: string }) => expireReturn(own, returnId),
      [shadowTask]: (call: ShadowCall) => tryExit(own, call),
      [restockTask]: ({ inspectionId }: { inspectionId: string }) => restock(inspectionId),
    },
    close: () => database.close(),
  };
};
