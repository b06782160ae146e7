import { readOperation } from '@passerelle/contracts/operations';
import { aService } from '@passerelle/testing';
import { expect, it } from 'vitest';
import { addStore, aNetwork, eventsOf, operator } from '../test/network.ts';

type Network = Awaited<ReturnType<typeof aNetwork>>;
const policyFields = 'policy { id name effect isActive version } userErrors { ... on UserError { code path } }';
const create = `mutation ($input: CreateSharingPolicyInput!) { createSharingPolicy(input: $input) { ${policyFields} } }`;
const update = `mutation ($input: UpdateSharingPolicyInput!) { updateSharingPolicy(input: $input) { ${policyFields} } }`;
const remove = `mutation ($input: RemoveSharingPolicyInput!) { removeSharingPolicy(input: $input) { ${policyFields} } }`;
const setDefault = `mutation ($input: SetSharingDefaultInput!) {
  setSharingDefault(input: $input) { rules { sellDefault takeBackDefault } userErrors { ... on UserError { code } } } }`;
const updateChannel = `mutation ($input: UpdateChannelInput!) {
  updateChannel(input: $input) { channel { region brand version } userErrors { ... on UserError { code path } } } }`;
const dryRun = `query ($changes: [SharingChangeInput!]!, $first: Int, $after: String) { sharingDryRun(changes: $changes) {
  addedCount removedCount
  pairs(first: $first, after: $after) { nodes { kind isAdded pair { channelId locationId channel { code } location { code } } }
    pageInfo { hasNextPage endCursor } } } }`;
const shared = `query ($id: ID!) { location(id: $id) {
  sold: sharedChannels { id } returned: sharedChannels(kind: TAKE_BACK) { id } channels { id } } }`;

type Payload = { policy: { id: string; version: number } | null; userErrors: { code: string; path: string[] }[] };
const created = async (network: Network, input: Record<string, unknown>) =>
  (
    await network.ask<{ createSharingPolicy: Payload }>(
      create,
      { input: { idempotencyKey: `policy-${input.name}`, kind: 'SELL', effect: 'DENY', ...input } },
      operator,
    )
  ).createSharingPolicy;

const facts = async (network: Network, locationId: string) => (await eventsOf(network.graph, locationId)).at(-1);

async function twoShops() {
  const network = await aNetwork();
  for (const [id, region] of [
    ['loc_0001', 'north'],
    ['loc_0002', 'south'],
  ] as const) {
    await addStore(network.graph, {
      id,
      channelIds: ['chn_web', 'chn_mkt'],
      services: ['CLICK_AND_COLLECT', 'RETURN_IN_STORE'],
    });
    await network.sql`update locations set region = ${region}, brands = '{cordelune}' where id = ${id}`;
  }
  return network;
}
const noMarketInTheNorth = {
  name: 'No marketplace in the north',
  channels: { types: ['MARKETPLACE'] },
  locations: { regions: ['north'] },
};

it('a policy takes effect at once: in the facts told, in verdicts, and it ends when it is removed', async () => {
  await using network = await twoShops();
  const { policy } = await created(network, noMarketInTheNorth);
  expect(await facts(network, 'loc_0001')).toMatchObject({
    channelIds: ['chn_web'],
    returnChannelIds: ['chn_mkt', 'chn_web'],
  });
  expect(await eventsOf(network.graph, 'loc_0002')).toEqual([]);
  expect(await network.ask(shared, { id: 'loc_0001' }, operator)).toEqual({
    location: {
      sold: [{ id: 'chn_web' }],
      returned: [{ id: 'chn_mkt' }, { id: 'chn_web' }],
      channels: [{ id: 'chn_mkt' }, { id: 'chn_web' }],
    },
  });
  const why = readOperation('store-app', 'WhyNot');
  expect(await network.ask(why, { locationId: 'loc_0001', channelId: 'chn_mkt' }, operator)).toMatchObject({
    location: { eligibility: { isEligible: false, reasons: [{ code: 'CHANNEL_NOT_SERVED' }] } },
  });
  const input = { id: policy?.id, expectedVersion: 1 };
  expect(await network.ask(remove, { input }, operator)).toEqual({
    removeSharingPolicy: { policy: null, userErrors: [] },
  });
  expect(await facts(network, 'loc_0001')).toMatchObject({ channelIds: ['chn_mkt', 'chn_web'] });
});

it('the dry run names exactly the pairs that the change then moves', async () => {
  await using network = await twoShops();
  const { kind, effect, ...policy } = { kind: 'SELL', effect: 'DENY', ...noMarketInTheNorth };
  const changes = [{ create: { kind, effect, ...policy } }];
  const pair = { channelId: 'chn_mkt', locationId: 'loc_0001', channel: { code: 'MKT' }, location: { code: '0001' } };
  expect(await network.ask(dryRun, { changes }, operator)).toMatchObject({
    sharingDryRun: { addedCount: 0, removedCount: 1, pairs: { nodes: [{ kind: 'SELL', isAdded: false, pair }] } },
  });
  expect(await eventsOf(network.graph, 'loc_0001')).toEqual([]);
  await created(network, policy);
  expect(await eventsOf(network.graph, 'loc_0001')).toHaveLength(1);
  expect(await network.ask(dryRun, { changes: [{ removeId: 'spl_none' }] }, operator).catch(String)).toContain(
    'BAD_USER_INPUT',
  );
});

it('a retailer may deny by default and allow by name', async () => {
  await using network = await twoShops();
  const input = { kind: 'SELL', effect: 'DENY' };
  expect(await network.ask(setDefault, { input }, operator)).toEqual({
    setSharingDefault: { rules: { sellDefault: 'DENY', takeBackDefault: 'ALLOW' }, userErrors: [] },
  });
  expect(await facts(network, 'loc_0001')).toMatchObject({ channelIds: [] });
  await created(network, {
    name: 'Web in the south',
    effect: 'ALLOW',
    channels: { ids: ['chn_web'] },
    locations: { regions: ['south'] },
  });
  expect(await facts(network, 'loc_0001')).toMatchObject({ channelIds: [] });
  expect(await facts(network, 'loc_0002')).toMatchObject({ channelIds: ['chn_web'] });
});

it('a location takes back what it does not sell when a policy says so, and not what one denies', async () => {
  await using network = await twoShops();
  const ask = async (locationId: string, channelId: string) =>
    (
      await network.ask<{ returnLocation: { reasons: { code: string }[] } }>(
        readOperation('service', 'ReturnLocation'),
        { locationId, channelId },
        aService('returns'),
      )
    ).returnLocation.reasons.map(({ code }) => code);
  await network.sql`delete from channel_locations where location_id = 'loc_0001' and channel_id = 'chn_mkt'`;
  expect(await ask('loc_0001', 'chn_mkt')).toEqual(['CHANNEL_NOT_SERVED']);
  await created(network, { name: 'Take back', kind: 'TAKE_BACK', effect: 'ALLOW', channels: { ids: ['chn_mkt'] } });
  expect(await ask('loc_0001', 'chn_mkt')).toEqual([]);
  await created(network, { name: 'Not here', kind: 'TAKE_BACK', locations: { ids: ['loc_0001'] } });
  expect(await ask('loc_0001', 'chn_mkt')).toEqual(['CHANNEL_NOT_SERVED']);
  expect(await ask('loc_0002', 'chn_mkt')).toEqual([]);
});

it('a channel that moves to a brand, or a location to a region, comes under the policies of it', async () => {
  await using network = await twoShops();
  await created(network, {
    name: 'Brand apart',
    channels: { brands: ['maisonnelle'] },
    locations: { brands: ['cordelune'] },
  });
  expect(await eventsOf(network.graph, 'loc_0001')).toEqual([]);
  const input = { id: 'chn_mkt', expectedVersion: 1, brand: 'maisonnelle' };
  expect(await network.ask(updateChannel, { input }, operator)).toEqual({
    updateChannel: { channel: { region: null, brand: 'maisonnelle', version: 2 }, userErrors: [] },
  });
  expect(await facts(network, 'loc_0001')).toMatchObject({ channelIds: ['chn_web'] });
  await network.ask(
    `mutation ($input: UpdateLocationInput!) { updateLocation(input: $input) { userErrors { ... on UserError { code } } } }`,
    { input: { id: 'loc_0001', expectedVersion: 1, brands: ['maisonnelle'] } },
    operator,
  );
  expect(await facts(network, 'loc_0001')).toMatchObject({ channelIds: ['chn_mkt', 'chn_web'] });
});

it('refuses what is wrong and changes nothing', async () => {
  await using network = await twoShops();
  const { policy } = await created(network, { ...noMarketInTheNorth, isActive: false });
  const again = await created(network, { ...noMarketInTheNorth, isActive: false });
  expect(again.policy?.id).toBe(policy?.id);
  expect((await created(network, { name: ' ' })).userErrors).toMatchObject([
    { code: 'INVALID_INPUT', path: ['input', 'name'] },
  ]);
  const changed = (input: object) => network.ask<{ updateSharingPolicy: Payload }>(update, { input }, operator);
  expect(await changed({ id: policy?.id, expectedVersion: 7, isActive: true })).toMatchObject({
    updateSharingPolicy: { policy: null, userErrors: [{ code: 'VERSION_CONFLICT' }] },
  });
  expect(await changed({ id: 'spl_none', expectedVersion: 1 })).toMatchObject({
    updateSharingPolicy: { userErrors: [{ code: 'NOT_FOUND' }] },
  });
  expect(await changed({ id: policy?.id, expectedVersion: 1, isActive: true })).toMatchObject({
    updateSharingPolicy: { policy: { isActive: true, version: 2 }, userErrors: [] },
  });
  expect(await eventsOf(network.graph, 'loc_0001')).toHaveLength(1);
});

it('links and policies that change at the same time leave facts that agree with both', async () => {
  await using network = await twoShops();
  const link = (locationId: string, expectedVersion: number) =>
    network.ask(
      `mutation ($input: UpdateChannelLocationsInput!) { updateChannelLocations(input: $input) { userErrors { ... on UserError { code } } } }`,
      { input: { channelId: 'chn_mkt', expectedVersion, removeLocationIds: [locationId] } },
      operator,
    );
  await link('loc_0001', 1);
  const relink = network.ask(
    `mutation ($input: UpdateChannelLocationsInput!) { updateChannelLocations(input: $input) { userErrors { ... on UserError { code } } } }`,
    { input: { channelId: 'chn_mkt', expectedVersion: 2, addLocationIds: ['loc_0001'] } },
    operator,
  );
  await Promise.all([relink, created(network, noMarketInTheNorth)]);
  expect(await facts(network, 'loc_0001')).toMatchObject({ channelIds: ['chn_web'] });
});
