import { connect, listen, ownerOf } from '@passerelle/database';
import { buildSchema, type OpenSubgraph, type RequestFacts, readTypeDefs, type Subgraph } from '@passerelle/server';
import { expireReservation } from './actions/end-reservation.ts';
import { noticeCrossings } from './actions/notice-crossings.ts';
import { receiveEvents, repairProjection, repairTask, startProjection } from './actions/project-locations.ts';
import type { ActionContext, Context } from './context.ts';
import { noticePauseMs } from './domain/crossing.ts';
import { expireTask } from './domain/expiry.ts';
import { resolvers } from './resolvers/index.ts';
import { keepNetwork, locationsChanged } from './storage/network.ts';
import { keepPools, poolsChanged } from './storage/pools.ts';
import { keepRules, protectionChanged } from './storage/protection.ts';
import { createReads } from './storage/reads.ts';
import { stockReader } from './storage/stock.ts';
import { keepThresholds, thresholdsChanged } from './storage/thresholds.ts';
import { keepViews } from './storage/views.ts';
import { readWatched, signalAllStock, stockSignal } from './storage/watched.ts';

/** Opens the subgraph on its own database schema, which must be migrated. */
export const openInventory: OpenSubgraph = async (options): Promise<Subgraph> => {
  const { databaseUrl, services, now, log, poolSize, onStatement } = options;
  const owner = ownerOf('inventory');
  const database = connect({ url: databaseUrl, schema: owner.schema, max: poolSize, onStatement });
  const typeDefs = readTypeDefs(new URL('../schema.graphql', import.meta.url));
  const network = keepNetwork(database, now);
  const rules = keepRules(database, now);
  const pools = keepPools(database);
  const thresholds = keepThresholds(database);
  const views = keepViews({ network, rules, pools, thresholds, now });
  const stock = stockReader(database);
  const dropAt = (channel: string, kept: { readonly drop: () => void }) => {
    const onMessage = () => {
      kept.drop();
      signalAllStock(database);
    };
    return listen(database, channel, { onMessage, onConnect: kept.drop });
  };
  const listeners = [
    await dropAt(locationsChanged, network),
    await dropAt(protectionChanged, rules),
    await dropAt(poolsChanged, pools),
    await dropAt(thresholdsChanged, thresholds),
  ];
  const actions: ActionContext = { database, owner, now, log, network, rules, pools, thresholds, views };
  return {
    name: 'inventory',
    owner,
    typeDefs,
    schema: buildSchema(typeDefs, resolvers),
    database,
    createContext: ({ caller, requestId }: RequestFacts): Context => ({
      ...actions,
      caller,
      requestId,
      reads: createReads({ connection: database, network, rules, views, stock, now }),
    }),
    receive: (events) => receiveEvents(actions, events),
    tasks: {
      [repairTask]: () => repairProjection(actions, services),
      [expireTask]: (payload: { readonly id: string }) => expireReservation(actions, payload),
    },
    wakes: [{ signal: stockSignal, read: (itemNos) => readWatched(database, itemNos) }],
    sweeps: { 'notice-crossings': { everyMs: noticePauseMs, work: () => noticeCrossings(actions) } },
    start: () => startProjection(actions, services),
    async close() {
      for (const listener of listeners) await listener.close();
      await database.close();
    },
  };
};
