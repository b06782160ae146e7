import { connect, ownerOf } from '@passerelle/database';
import { buildSchema, type OpenSubgraph, readTypeDefs } from '@passerelle/server';
import { calendarTask, refreshCalendars, scheduleCalendars } from './actions/refresh-calendars.ts';
import { refreshFacts, refreshTask } from './actions/refresh-facts.ts';
import { resolvers } from './resolvers/index.ts';
import { keepLocations } from './storage/kept-locations.ts';
import { createReads } from './storage/reads.ts';

const name = 'store-network';

/** Opens the store network on its database. It calls no other subgraph and listens to none. */
export const openStoreNetwork: OpenSubgraph = async (options) => {
  const { databaseUrl, now, poolSize, onStatement, shortcuts } = options;
  const owner = ownerOf(name);
  const database = connect({ url: databaseUrl, schema: owner.schema, max: poolSize, onStatement });
  const kept = await keepLocations(database, { isUsed: shortcuts?.locationCache !== false });
  const typeDefs = readTypeDefs(new URL('../schema.graphql', import.meta.url));
  return {
    name,
    owner,
    typeDefs,
    schema: buildSchema(typeDefs, resolvers),
    database,
    createContext: ({ caller }) => ({ caller, database, owner, now, reads: createReads(database, kept, caller) }),
    receive: async (events) => {
      if (events.length > 0) throw new TypeError(`${name} expects no event, got ${events[0]?.type}`);
    },
    tasks: {
      [calendarTask]: () => refreshCalendars({ database, owner, now }),
      [refreshTask]: (payload: { locationId: string }) => refreshFacts({ database, owner, now }, payload),
    },
    start: () => scheduleCalendars({ database, owner, now }),
    async close() {
      await kept.close();
      await database.close();
    },
  };
};
