import { expect, it } from 'vitest';
import { aNetwork, aStore } from '../test/a-network.ts';

it('tells the free units that pairs of channel and location share, in one statement', async () => {
  await using network = await aNetwork([aStore('loc_1'), aStore('loc_2'), aStore('loc_3')], {
    'SKU-1': { loc_1: 5, loc_2: { onHand: 4, blocked: 3 } },
    'SKU-2': { loc_1: -2, loc_2: 7 },
  });
  const pairs = [
    ['chn_web', 'loc_1'],
    ['chn_mkt', 'loc_1'],
    ['chn_web', 'loc_2'],
    ['chn_web', 'loc_3'],
    ['chn_web', 'loc_unknown'],
  ];
  network.statements.length = 0;
  const { _entities } = await network.ask<{ _entities: { freeUnits: number }[] }>(
    `query ($pairs: [_Any!]!) { _entities(representations: $pairs) { ... on SharingPair { freeUnits } } }`,
    { pairs: pairs.map(([channelId, locationId]) => ({ __typename: 'SharingPair', channelId, locationId })) },
  );
  expect(_entities.map(({ freeUnits }) => freeUnits)).toEqual([5, 5, 8, 0, 0]);
  expect(network.statements).toHaveLength(1);
});
