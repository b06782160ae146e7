import { aNetwork, aService, aStore, aWarehouse, type NetworkGraph } from './a-network.ts';

export const later = new Date('2026-11-22T12:00:00Z');

/** Two warehouses and eight places out of the ordinary, each in another way. */
export async function aVariedNetwork(): Promise<NetworkGraph> {
  const graph = await aNetwork(
    [
      aWarehouse('loc_w'),
      aWarehouse('loc_3pl', { type: 'THIRD_PARTY_LOGISTICS', channelIds: ['chn_web'] }),
      aStore('loc_a'),
      aStore('loc_b', { services: [aService('CLICK_AND_COLLECT')] }),
      aStore('loc_paused', {
        services: [aService('SHIP_FROM_STORE'), aService('CLICK_AND_COLLECT')].map((service) => ({
          ...service,
          pausedUntil: later,
        })),
      }),
      aStore('loc_closed', { closures: [{ from: '2026-11-22', to: '2026-11-22', specialHours: [] }] }),
      aStore('loc_full', { exhaustedServices: ['SHIP_FROM_STORE'], occurredAt: new Date('2026-11-22T08:00:00Z') }),
      aStore('loc_inactive', { status: 'INACTIVE' }),
      aStore('loc_stale'),
      aStore('loc_point', { type: 'COLLECTION_POINT' }),
    ],
    {
      SHIRT: {
        loc_w: 20,
        loc_3pl: 5,
        loc_a: { onHand: 4, blocked: 1 },
        loc_b: 7,
        loc_paused: 100,
        loc_closed: 100,
        loc_full: 2,
        loc_inactive: 100,
        loc_stale: 100,
        loc_point: 100,
      },
      FEW: { loc_a: 3 },
      NONE: {},
      MANY: { loc_w: 2000 },
    },
  );
  await graph.database.sql`
    insert into stock_feeds (location_no, freshness_limit_minutes, last_event_at)
    select location_no, 60, ${new Date('2026-11-22T08:00:00Z')} from locations where id = 'loc_stale'`;
  await graph.database.sql`
    insert into stock_feeds (location_no, freshness_limit_minutes, last_snapshot_at)
    select location_no, 1440, ${new Date('2026-11-22T03:00:00Z')} from locations where id = 'loc_a'`;
  await graph.database.sql`insert into items (sku, is_tracked) values ('GIFT-WRAP', false)`;
  return graph;
}
