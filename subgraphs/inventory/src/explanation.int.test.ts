import { readOperation } from '@passerelle/contracts/operations';
import { anonymous } from '@passerelle/server';
import { aCaller } from '@passerelle/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aNetwork, aService, aStore, aWarehouse, type NetworkGraph } from '../test/a-network.ts';

/** Status and services of a location are store-network's to answer; all else of the stored operation is ours. */
const explainAvailability = readOperation('internal', 'ExplainAvailability').replace(
  'status services { type isEnabled }',
  '',
);
const later = '2026-11-22T12:00:00.000Z';

type Explained = {
  sku: string;
  sellableQuantity: number;
  stores: { quantity: number; exclusions: unknown[] };
  explanation: {
    steps: { kind: string; quantity: number }[];
    locations: { nodes: { location: { id: string }; contributedQuantity: number; reasons: { code: string }[] }[] };
  };
};

let graph: NetworkGraph;
const ask = async (skus: string[], caller = aCaller('operator')) =>
  (await graph.ask<{ availability: Explained[] }>(explainAvailability, { channelId: 'chn_web', skus }, caller))
    .availability;

beforeAll(async () => {
  const paused = { ...aService('SHIP_FROM_STORE'), pausedUntil: new Date(later) };
  graph = await aNetwork(
    [
      aWarehouse('loc_w'),
      aStore('loc_a'),
      aStore('loc_b'),
      aStore('loc_paused', { services: [paused] }),
      aStore('loc_stale'),
      aStore('loc_other', { channelIds: ['chn_b2b'] }),
    ],
    {
      SHIRT: { loc_w: 20, loc_a: { onHand: 6, blocked: 1 }, loc_b: 2, loc_paused: 9, loc_stale: 30, loc_other: 70 },
      MANY: { loc_w: 2000 },
      NONE: {},
    },
  );
  const { sql } = graph.database;
  await sql`
    insert into stock_feeds (location_no, freshness_limit_minutes, last_event_at)
    select location_no, 60, ${new Date('2026-11-22T08:00:00Z')} from locations where id = 'loc_stale'`;
  await sql`
    insert into protection_rules (id, location_types, quantity, valid_from)
    values ('prt_stores', ${['STORE']}, 2, ${graph.clock.now()})`;
  await sql`insert into items (sku, is_tracked) values ('WRAP', false)`;
});
afterAll(() => graph[Symbol.asyncDispose]());

describe('an explanation', () => {
  it('says step by step how a number came about, and of each location what it adds and why not more', async () => {
    const [shirt] = await ask(['SHIRT']);
    expect(shirt).toEqual({
      sku: 'SHIRT',
      sellableQuantity: 23,
      stores: {
        quantity: 3,
        exclusions: [
          { code: 'STOCK_STALE', locationCount: 1, quantity: 30 },
          { code: 'SERVICE_PAUSED', locationCount: 1, quantity: 9 },
          { code: 'PROTECTED', locationCount: 1, quantity: 2 },
        ],
      },
      explanation: {
        steps: [
          { kind: 'ON_HAND', quantity: 67, protectionRule: null, pool: null },
          { kind: 'INELIGIBLE_LOCATION', quantity: -9, protectionRule: null, pool: null },
          { kind: 'STALE_LOCATION', quantity: -30, protectionRule: null, pool: null },
          { kind: 'DAMAGED_OR_BLOCKED', quantity: -1, protectionRule: null, pool: null },
          {
            kind: 'PROTECTED',
            quantity: -4,
            protectionRule: { id: 'prt_stores', quantity: 2, priority: 0 },
            pool: null,
          },
        ],
        locations: {
          nodes: [
            shareAt('loc_w', [20, 0, 0, 20], 20, []),
            shareAt('loc_a', [6, 0, 2, 3], 3, [{ code: 'PROTECTED', until: null }]),
            shareAt('loc_stale', [30, 0, 0, 30], 0, [{ code: 'STOCK_STALE', until: null }]),
            shareAt('loc_paused', [9, 0, 0, 9], 0, [{ code: 'SERVICE_PAUSED', until: later }]),
            shareAt('loc_b', [2, 0, 2, 0], 0, [{ code: 'PROTECTED', until: null }]),
          ],
        },
        eligibilityAsOf: '2026-11-01T00:00:00.000Z',
        userExits: [],
      },
    });
  });

  it('says what the cap cut off, and has nothing to say of goods without stock control and unknown ones', async () => {
    const explained = await ask(['MANY', 'WRAP', 'UNHEARD', 'NONE']);
    expect(explained.map(({ explanation }) => explanation.steps.map(({ kind, quantity }) => [kind, quantity]))).toEqual(
      [
        [
          ['ON_HAND', 2000],
          ['DISPLAY_CAP', -1001],
        ],
        [],
        [],
        [],
      ],
    );
  });

  it('costs no statement more than the number', async () => {
    await ask(['SHIRT']);
    graph.statements.length = 0;
    await ask(['SHIRT', 'MANY', 'NONE']);
    expect(graph.statements.length).toBeLessThanOrEqual(1);
  });

  it('is for those who may read explanations', async () => {
    await expect(ask(['SHIRT'], anonymous)).rejects.toThrow(/FORBIDDEN|UNAUTHENTICATED/);
    await expect(ask(['SHIRT'], aCaller('store-staff'))).rejects.toThrow(/FORBIDDEN/);
  });

  it('pages through its locations and refuses a page of a wrong size', async () => {
    const text = `query E($first: Int, $after: String) { availability(channelId: "chn_web", skus: ["SHIRT"]) {
      explanation { locations(first: $first, after: $after) { nodes { location { id } } pageInfo { endCursor } } } } }`;
    type Paged = {
      availability: [
        { explanation: { locations: { nodes: { location: { id: string } }[]; pageInfo: { endCursor: string } } } },
      ];
    };
    const page = async (variables: Record<string, unknown>) =>
      (await graph.ask<Paged>(text, variables)).availability[0].explanation.locations;
    const first = await page({ first: 4 });
    const second = await page({ first: 4, after: first.pageInfo.endCursor });
    expect(second.nodes.map(({ location }) => location.id)).toEqual(['loc_b']);
    await expect(page({ first: 501 })).rejects.toThrow(/500[\s\S]*BAD_USER_INPUT/);
    await expect(page({ after: 'no' })).rejects.toThrow(/cursor[\s\S]*BAD_USER_INPUT/);
  });
});

function shareAt(id: string, units: [number, number, number, number], contributedQuantity: number, reasons: unknown[]) {
  const [onHand, reserved, held, available] = units;
  return {
    location: { id, code: id.toUpperCase(), name: `Store ${id}` },
    quantities: { onHand, reserved, protected: held, available },
    contributedQuantity,
    reasons,
  };
}
