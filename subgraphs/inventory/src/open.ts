import { connect, listen, ownerOf } from '@passerelle/database';
import { buildSchema, type OpenSubgraph, type RequestFacts, readTypeDefs, type Subgraph } from '@passerelle/server';
import { groupAllocations } from './actions/allocate-order.ts';
import { expireReservations, expiryPauseMs } from './actions/end-reservation.ts';
import { noticeCrossings } from './actions/notice-crossings.ts';
import { receiveEvents, repairProjection, repairTask, startProjection } from './actions/project-locations.ts';
import { groupHolds } from './actions/reserve-stock.ts';
import type { ActionContext, Context } from './context.ts';
import { noticePauseMs } from './domain/crossing.ts';
import { resolvers } from './resolvers/index.ts';
import { keepNetwork, locationsChanged } from './storage/network.ts';
import { keepPools, poolsChanged } from './storage/pools.ts';
import { keepRules, protectionChanged } from './storage/protection.ts';
import { createReads, reservationLoader } from './storage/reads.ts';
import { stockReader } from './storage/stock.ts';
import { cacheGauges, keepStock, type StockCache } from './storage/stock-cache.ts';
import { followStock, tellsByItself } from './storage/stock-changes.ts';
import { warming, warmingPauseMs } from './storage/stock-warming.ts';
import { keepThresholds, thresholdsChanged } from './storage/thresholds.ts';
import { keepPastViews } from './storage/time-travel.ts';
import { keepViews } from './storage/views.ts';
import { allWatched, readWatched, stockSignal, verdictSignal } from './storage/watched.ts';

/** Reservations made in one transaction at most: it keeps its rows for as long as all of them take. */
const mostTogether = 100;

/** Opens the subgraph on its own database schema, which must be migrated. */
export const openInventory: OpenSubgraph = async (options): Promise<Subgraph> => {
  const { databaseUrl, services, now, log, poolSize, onStatement, shortcuts } = options;
  const owner = ownerOf('inventory');
  const database = connect({
    url: databaseUrl,
    schema: owner.schema,
    max: poolSize,
    settings: tellsByItself,
    onStatement,
  });
  const typeDefs = readTypeDefs(new URL('../schema.graphql', import.meta.url));
  const network = keepNetwork(database, now);
  const rules = keepRules(database, now);
  const pools = keepPools(database);
  const thresholds = keepThresholds(database);
  const [views, pastViews] = [keepViews({ network, rules, pools, thresholds, now }), keepPastViews(database, now)];
  const reservations = reservationLoader(database, { cache: false });
  const stock = keepStock(stockReader(database), { now });
  const dropAt = (channel: string, kept: { readonly drop: () => void }) => {
    const onMessage = () => {
      kept.drop();
      database.signal(verdictSignal);
    };
    return listen(database, channel, { onMessage, onConnect: kept.drop });
  };
  const listeners = [
    await dropAt(locationsChanged, network),
    await dropAt(protectionChanged, rules),
    await dropAt(poolsChanged, pools),
    await dropAt(thresholdsChanged, thresholds),
    await followStock(database, stock, {
      isUsed: shortcuts?.stockCache !== false,
      onError: (err) => log.error({ err }, 'others not told of stock'),
    }),
  ];
  const means = { database, owner, now, log, network, rules, pools, thresholds, views, stock };
  const most = shortcuts?.groupedReservations === false ? 1 : mostTogether;
  const actions: ActionContext = {
    ...means,
    holds: groupHolds(means, most),
    allocations: groupAllocations(means, most),
  };
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
      reads: createReads({ connection: database, network, rules, views, pastViews, stock, reservations, now }),
    }),
    receive: (events) => receiveEvents(actions, events),
    tasks: {
      [repairTask]: () => repairProjection(actions, services),
    },
    wakes: [
      { signal: stockSignal, read: (itemNos) => readWatched(database, itemNos) },
      { signal: verdictSignal, read: () => allWatched },
    ],
    gauges: () => cacheGauges(stock.counts()),
    sweeps: sweepsOf(actions, stock),
    start: () => startProjection(actions, services),
    async close() {
      for (const listener of listeners) await listener.close();
      await database.close();
    },
  };
};

const sweepsOf = (actions: ActionContext, stock: StockCache): Subgraph['sweeps'] => ({
  'expire-reservations': { everyMs: expiryPauseMs, work: () => expireReservations(actions) },
  'notice-crossings': { everyMs: noticePauseMs, work: () => noticeCrossings(actions) },
  'keep-stock-warm': { everyMs: warmingPauseMs, work: warming(stock, actions.database) },
});
