import { readOperation } from '@passerelle/contracts/operations';
import { aService } from '@passerelle/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addStore, aNetwork } from '../test/network.ts';

let network: Awaited<ReturnType<typeof aNetwork>>;
beforeAll(async () => {
  network = await aNetwork();
});
afterAll(() => network[Symbol.asyncDispose]());

const document = readOperation('service', 'ReturnLocation');
const asked = async (locationId: string) => {
  const answer = await network.ask<{ returnLocation: { type: string; reasons: { code: string }[] } | null }>(
    document,
    { locationId, channelId: 'chn_web' },
    aService('returns'),
  );
  const { returnLocation } = answer;
  return returnLocation && { type: returnLocation.type, codes: returnLocation.reasons.map(({ code }) => code) };
};

it('tells returns whether a location takes goods back, by the service of its kind', async () => {
  await addStore(network.graph, { id: 'loc_yes', services: ['RETURN_IN_STORE'] });
  await addStore(network.graph, { id: 'loc_no', services: ['CLICK_AND_COLLECT', 'RETURN_TO_WAREHOUSE'] });
  await addStore(network.graph, { id: 'loc_depot', type: 'WAREHOUSE', services: ['RETURN_TO_WAREHOUSE'] });
  await addStore(network.graph, { id: 'loc_gone', status: 'RETIRED', services: ['RETURN_IN_STORE'], channelIds: [] });
  expect(await Promise.all(['loc_yes', 'loc_no', 'loc_depot', 'loc_gone', 'loc_none'].map(asked))).toEqual([
    { type: 'STORE', codes: [] },
    { type: 'STORE', codes: ['SERVICE_DISABLED'] },
    { type: 'WAREHOUSE', codes: [] },
    { type: 'STORE', codes: ['LOCATION_INACTIVE', 'CHANNEL_NOT_SERVED'] },
    null,
  ]);
});

it('tells nobody else', async () => {
  const variables = { locationId: 'loc_yes', channelId: 'chn_web' };
  await expect(network.ask(document, variables, aService('orders'))).rejects.toThrow('FORBIDDEN');
});
