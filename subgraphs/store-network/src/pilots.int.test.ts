import { readOperation } from '@passerelle/contracts/operations';
import { aService } from '@passerelle/testing';
import { expect, it } from 'vitest';
import { addStore, aNetwork, eventsOf, operator } from '../test/network.ts';

type Network = Awaited<ReturnType<typeof aNetwork>>;
type Answer = { pilot: { id: string; version: number; state: string } | null; userErrors: { code: string }[] };
const fields =
  '{ pilot { id version state locationCount includes(locationId: "loc_0001") } userErrors { ... on UserError { code path } } }';

async function write(network: Network, name: 'create' | 'update' | 'state', input: object): Promise<Answer> {
  const [field, type] = {
    create: ['createPilot', 'CreatePilotInput'],
    update: ['updatePilot', 'UpdatePilotInput'],
    state: ['setPilotState', 'SetPilotStateInput'],
  }[name];
  const data = await network.ask<Record<string, Answer>>(
    `mutation ($input: ${type}!) { answer: ${field}(input: $input) ${fields} }`,
    { input },
    operator,
  );
  return data.answer as Answer;
}

const begin = (network: Network, input: object = {}) =>
  write(network, 'create', { idempotencyKey: 'the-first-pilot', name: 'Try', service: 'CLICK_AND_COLLECT', ...input });

async function reasons(network: Network, locationId: string) {
  type Data = {
    location: { eligibility: { reasons: { code: string; until: string | null }[]; earliestAt: string | null } };
  };
  const why = readOperation('store-app', 'WhyNot');
  return (await network.ask<Data>(why, { locationId, channelId: 'chn_web' }, operator)).location.eligibility;
}

const pilotsTold = async (network: Network, locationId: string) =>
  (await eventsOf(network.graph, locationId)).map(({ pilots }) => pilots);

it('a pilot switches the service off where it does not include a location, and promoting it switches it on', async () => {
  await using network = await aNetwork();
  for (const id of ['loc_0001', 'loc_0002']) await addStore(network.graph, { id });
  const { pilot } = await begin(network, { locationIds: ['loc_0001'] });
  expect(pilot).toMatchObject({ state: 'RUNNING', locationCount: 1, includes: true });
  expect((await reasons(network, 'loc_0001')).reasons).toEqual([]);
  expect((await reasons(network, 'loc_0002')).reasons).toMatchObject([{ code: 'PILOT_OFF', until: null }]);
  expect(await pilotsTold(network, 'loc_0002')).toEqual([
    [{ service: 'CLICK_AND_COLLECT', isIncluded: false, startsOn: null }],
  ]);
  expect(
    await write(network, 'update', { id: pilot?.id, expectedVersion: 1, locationIds: ['loc_0002', 'loc_no'] }),
  ).toMatchObject({ pilot: null, userErrors: [{ code: 'NOT_FOUND', path: ['input', 'locationIds', '1'] }] });
  await write(network, 'state', { id: pilot?.id, expectedVersion: 1, state: 'PROMOTED' });
  expect((await reasons(network, 'loc_0002')).reasons).toEqual([]);
  expect((await pilotsTold(network, 'loc_0002')).at(-1)).toEqual([]);
});

it('rolling back switches the service off everywhere, running again as it was', async () => {
  await using network = await aNetwork();
  await addStore(network.graph, {});
  const { pilot } = await begin(network, { sharePercent: 100 });
  const set = (expectedVersion: number, state: string) =>
    write(network, 'state', { id: pilot?.id, expectedVersion, state });
  expect(await set(1, 'ROLLED_BACK')).toMatchObject({ pilot: { state: 'ROLLED_BACK', locationCount: 0 } });
  expect((await reasons(network, 'loc_0001')).reasons).toMatchObject([{ code: 'PILOT_OFF' }]);
  expect(await set(2, 'RUNNING')).toMatchObject({ pilot: { state: 'RUNNING', locationCount: 1 } });
  expect((await reasons(network, 'loc_0001')).reasons).toEqual([]);
});

it('a pilot of a region begins at the local midnight of its first day', async () => {
  await using network = await aNetwork();
  await addStore(network.graph, {});
  await network.sql`update locations set region = 'north'`;
  await begin(network, { regions: ['north'], startsOn: '2026-11-24' });
  expect(await reasons(network, 'loc_0001')).toMatchObject({
    reasons: [{ code: 'PILOT_OFF', until: '2026-11-23T23:00:00.000Z' }],
    earliestAt: '2026-11-24T11:00:00.000Z',
  });
  network.graph.clock.advance({ hours: 48 });
  expect((await reasons(network, 'loc_0001')).reasons).toEqual([]);
});

it('orders cannot book capacity where a pilot leaves the location out', async () => {
  await using network = await aNetwork();
  await addStore(network.graph, { dailyCapacity: 3 });
  await begin(network, { sharePercent: 0 });
  const input = {
    locationId: 'loc_0001',
    service: 'CLICK_AND_COLLECT',
    channelId: 'chn_web',
    orderId: 'ord_1',
    on: '2026-11-23',
  };
  expect(await network.ask(readOperation('service', 'Book'), { input }, aService('orders'))).toMatchObject({
    bookServiceCapacity: { userErrors: [{ code: 'LOCATION_NOT_ELIGIBLE', reasons: [{ code: 'PILOT_OFF' }] }] },
  });
});

it('refuses a second pilot of a service, a version that is old and a pilot nobody knows', async () => {
  await using network = await aNetwork();
  await addStore(network.graph, {});
  const { pilot } = await begin(network);
  expect((await begin(network)).pilot?.id).toBe(pilot?.id);
  const codes = async (answer: Promise<Answer>) => (await answer).userErrors.map(({ code }) => code);
  expect(await codes(begin(network, { idempotencyKey: 'another-pilot' }))).toEqual(['INVALID_STATE']);
  expect(await codes(write(network, 'update', { id: pilot?.id, expectedVersion: 9 }))).toEqual(['VERSION_CONFLICT']);
  expect(await codes(write(network, 'update', { id: 'plt_none', expectedVersion: 1 }))).toEqual(['NOT_FOUND']);
  expect(await codes(write(network, 'update', { id: pilot?.id, expectedVersion: 1, sharePercent: 500 }))).toEqual([
    'INVALID_INPUT',
  ]);
  expect(
    (await write(network, 'update', { id: pilot?.id, expectedVersion: 1, sharePercent: 100 })).pilot?.version,
  ).toBe(2);
});
