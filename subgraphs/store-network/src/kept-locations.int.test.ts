import { anonymous, createLog, type Executor, openGraph } from '@passerelle/server';
import { ask } from '@passerelle/testing';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { addStore, aNetwork, operator } from '../test/network.ts';
import { openStoreNetwork } from './index.ts';

type Shop = { readonly name: string; readonly isOpen: boolean; readonly openingHours: readonly unknown[] };
const query = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) { ... on Location { name isOpen openingHours { day } } } }`;
const representations = ['loc_0001', 'loc_0002'].map((id) => ({ __typename: 'Location', id }));

const resources = new AsyncDisposableStack();
let network: Awaited<ReturnType<typeof aNetwork>>;
let second: Executor;
const statements: string[] = [];

beforeAll(async () => {
  network = resources.use(await aNetwork());
  await addStore(network.graph, { id: 'loc_0001', dailyCapacity: 9 });
  await addStore(network.graph, { id: 'loc_0002' });
  const other = await openGraph({
    databaseUrl: network.graph.adminUrl,
    open: { 'store-network': openStoreNetwork },
    remote: {},
    serviceSecret: 'a secret of thirty-two characters',
    now: network.graph.clock.now,
    log: createLog('silent'),
    poolSize: 4,
    onStatement: (text) => statements.push(text),
  });
  resources.defer(other.close);
  second = other.executors.get('store-network') as Executor;
});
afterAll(() => resources.disposeAsync());

type Answer = { readonly _entities: readonly (Shop | null)[] };
const shopsHere = async () => (await network.ask<Answer>(query, { representations }))._entities;
const shopsThere = async () => (await ask<Answer>(second, query, { representations }, anonymous))._entities;
/** Statements that a question sends in the first process. */
async function costOf(work: () => Promise<unknown>) {
  network.graph.statements.length = 0;
  await work();
  return network.graph.statements.filter((text) => /from (locations|opening_periods)/.test(text)).length;
}

beforeEach(async () => {
  await shopsHere();
  await shopsThere();
});

async function change(name: string, input: object) {
  const mutation = `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) {
    ${name}(input: $input) { userErrors { ... on UserError { message } } } }`;
  expect(await network.ask(mutation, { input }, operator)).toEqual({ [name]: { userErrors: [] } });
}

it('stores read before are shown without a statement, in every process', async () => {
  statements.length = 0;
  expect(await costOf(shopsHere)).toBe(0);
  await shopsThere();
  expect(statements).toEqual([]);
});

it('a change is in the next answer of the process that made it, for one statement, and soon in that of the other', async () => {
  await change('updateLocation', { id: 'loc_0001', expectedVersion: 1, name: 'Boutique Rivoli' });
  const read = await costOf(async () => expect((await shopsHere())[0]?.name).toBe('Boutique Rivoli'));
  expect(read).toBeGreaterThan(0);
  await vi.waitFor(async () => expect((await shopsThere())[0]?.name).toBe('Boutique Rivoli'), 10_000);
});

it('new hours and a closure are seen at once where they were set, and soon elsewhere', async () => {
  await change('setOpeningHours', {
    locationId: 'loc_0001',
    expectedVersion: 2,
    periods: [{ day: 'MONDAY', opensAt: '10:00', closesAt: '19:00' }],
  });
  expect((await shopsHere())[0]?.openingHours).toEqual([{ day: 'MONDAY' }]);
  await vi.waitFor(async () => expect((await shopsThere())[0]?.openingHours).toHaveLength(1), 10_000);

  const wasOpen = (await shopsHere())[1]?.isOpen;
  const today = '2026-11-22';
  await change('addClosure', { idempotencyKey: 'a strike today', locationId: 'loc_0002', from: today, to: today });
  expect([wasOpen, (await shopsHere())[1]?.isOpen]).toEqual([true, false]);
  await vi.waitFor(async () => expect((await shopsThere())[1]?.isOpen).toBe(false), 10_000);
});

it('what somebody writes past the services is told by the database', async () => {
  await network.sql`update locations set name = 'Boutique du quai' where id = 'loc_0002'`;
  await vi.waitFor(async () => {
    expect((await shopsHere())[1]?.name).toBe('Boutique du quai');
    expect((await shopsThere())[1]?.name).toBe('Boutique du quai');
  }, 10_000);
});

it('a booking, which changes nothing that is shown, has nothing read again', async () => {
  statements.length = 0;
  await network.sql`update locations set facts_sequence = nextval('eligibility_sequence') where id = 'loc_0002'`;
  await network.sql`select pg_notify('store_network_changed', 'loc_none')`;
  expect(await costOf(shopsHere)).toBe(0);
  await shopsThere();
  expect(statements).toEqual([]);
});

it('a retired store stays kept for those who run the network, and is not shown to shoppers', async () => {
  await change('setLocationStatus', { id: 'loc_0002', expectedVersion: 2, status: 'RETIRED', reason: 'gone' });
  expect((await shopsHere())[1]).toBeNull();
  const seen = await network.ask<Answer>(query, { representations }, operator);
  expect(seen._entities[1]?.name).toBe('Boutique du quai');
  await vi.waitFor(async () => expect((await shopsThere())[1]).toBeNull(), 10_000);
});
