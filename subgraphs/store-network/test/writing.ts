import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { invariants } from '../src/index.ts';
import { addStore, aNetwork, operator } from './network.ts';

type UserError = {
  code: string;
  path: string[] | null;
  message: string;
  id?: string;
  actualVersion?: number;
  currentState?: string;
  indexes?: number[];
  limit?: number;
};
export type Payload = {
  location: { version: number } | null;
  channel?: { version: number } | null;
  service?: object | null;
  closure?: { id: string } | null;
  userErrors: UserError[];
};

const errors = `userErrors { ... on UserError { code path message } ... on NotFoundError { id }
  ... on VersionConflictError { actualVersion } ... on InvalidStateError { currentState }
  ... on OverlappingPeriodsError { indexes } ... on LimitExceededError { limit } }`;
const returned: Record<string, string> = {
  updateChannelLocations: 'channel { version }',
  addClosure: 'location { version } closure { id from to reason specialHours { day opensAt } }',
  setLocationService:
    'location { version } service { type isEnabled dailyCapacity cutOff maxUnitsPerOrder preparationTime }',
  pauseLocationService: 'location { version } service { type pausedUntil }',
  resumeLocationService: 'location { version } service { type pausedUntil }',
};

/** Opens a network for the tests of a file: each test has a store of its own, and the invariants hold after all. */
export function writing() {
  let network: Awaited<ReturnType<typeof aNetwork>>;
  let stores = 0;
  let store = '';
  beforeAll(async () => {
    network = await aNetwork();
  });
  beforeEach(async () => {
    stores += 1;
    store = await addStore(network.graph, { id: `loc_${1000 + stores}`, dailyCapacity: 4 });
  });
  afterAll(async () => {
    for (const { name, sql } of invariants) expect(await network.sql.unsafe(sql), name).toEqual([]);
    await network[Symbol.asyncDispose]();
  });
  return {
    get network() {
      return network;
    },
    get store() {
      return store;
    },
    async write(mutation: string, input: object, caller = operator): Promise<Payload> {
      const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!`;
      const fields = returned[mutation] ?? 'location { version }';
      const text = `mutation ($input: ${type}) { ${mutation}(input: $input) { ${fields} ${errors} } }`;
      const data = await network.ask<Record<string, Payload>>(text, { input }, caller);
      return data[mutation] as Payload;
    },
    /** Everything a refused write must leave alone. */
    async stateOf(locationId: string): Promise<string> {
      const { sql } = network;
      const [location] = await sql`select * from locations where id = ${locationId}`;
      const rest = await Promise.all(
        ['location_services', 'opening_periods', 'closures', 'channel_locations'].map(
          (table) => sql`select * from ${sql(table)} where location_id = ${locationId}`,
        ),
      );
      const [counts] =
        await sql`select (select count(*) from network_changes) as a, (select count(*) from outbox) as b`;
      return JSON.stringify([location, rest, counts]);
    },
  };
}

export const monday = { day: 'MONDAY', opensAt: '10:00', closesAt: '12:00' };
export const service = { type: 'CLICK_AND_COLLECT', isEnabled: true, preparationTime: 'PT2H' };
