import { connect, listen, ownerOf } from '@passerelle/database';
import { buildSchema, type OpenSubgraph, type RequestFacts, readTypeDefs, type Subgraph } from '@passerelle/server';
import { expireReservation } from './actions/end-reservation.ts';
import { receiveEvents, repairProjection, repairTask, startProjection } from './actions/project-locations.ts';
import type { ActionContext, Context } from './context.ts';
import { expireTask } from './domain/expiry.ts';
import { resolvers } from './resolvers/index.ts';
import { keepNetwork, locationsChanged } from './storage/network.ts';
import { keepPools, poolsChanged } from './storage/pools.ts';
import { keepRules, protectionChanged } from './storage/protection.ts';
import { createReads } from './storage/reads.ts';
import { stockReader } from './storage/stock.ts';
import { keepViews } from './storage/views.ts';

/** Opens the subgraph on its own database schema, which must be migrated. */
export const openInventory: OpenSubgraph = async (options): Promise<Subgraph> => {
  const { databaseUrl, services, now, log, poolSize, onStatement } = options;
  const owner = ownerOf('inventory');
  const database = connect({ url: databaseUrl, schema: owner.schema, max: poolSize, onStatement });
  const typeDefs = readTypeDefs(new URL('../schema.graphql', import.meta.url));
  const network = keepNetwork(database, now);
  const rules = keepRules(database, now);
  const pools = keepPools(database);
  const views = keepViews({ network, rules, pools, now });
  const stock = stockReader(database);
  const listeners = [
    await listen(database, locationsChanged, { onMessage: network.drop, onConnect: network.drop }),
    await listen(database, protectionChanged, { onMessage: rules.drop, onConnect: rules.drop }),
    await listen(database, poolsChanged, { onMessage: pools.drop, onConnect: pools.drop }),
  ];
  const actions: ActionContext = { database, owner, now, log, network, rules, pools, views };
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
    start: () => startProjection(actions, services),
    async close() {
      for (const listener of listeners) await listener.close();
      await database.close();
    },
  };
};
