import { aCaller } from '@passerelle/testing';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { aNetwork, aStore, aWarehouse, type NetworkGraph } from '../test/a-network.ts';

const create = `mutation C($input: CreateProtectionRuleInput!) { createProtectionRule(input: $input) {
  rule { id percent quantity guards isActive validTo widening { after percentPerHour } } userErrors { __typename } } }`;

let graph: NetworkGraph;
let keys = 0;
const made = async (input: Record<string, unknown>) => {
  const given = { idempotencyKey: `rule-in-force-${++keys}`, scope: {}, ...input };
  const data = await graph.ask<{ createProtectionRule: { rule: object; userErrors: object[] } }>(create, {
    input: given,
  });
  expect(data.createProtectionRule.userErrors).toEqual([]);
  return data.createProtectionRule.rule;
};
const sellable = async () => {
  const text = '{ availability(channelId: "chn_web", skus: ["SHIRT"]) { sellableQuantity } }';
  return (await graph.ask<{ availability: [{ sellableQuantity: number }] }>(text)).availability[0].sellableQuantity;
};

beforeAll(async () => {
  graph = await aNetwork([aWarehouse('loc_w'), aStore('loc_a')], { SHIRT: { loc_w: 20, loc_a: 10 } });
});
afterEach(async () => {
  await graph.database.sql`truncate protection_rules cascade`;
  await graph.database.sql`notify protection_changed`;
  await expect.poll(sellable).toBe(30);
});
afterAll(() => graph[Symbol.asyncDispose]());

const inForce = `query E($channel: ID!, $sku: String!) { availability(channelId: $channel, skus: [$sku]) {
  sellableQuantity explanation { steps { kind quantity protectionRule { reason } } } } }`;
type Held = { kind: string; quantity: number; protectionRule: { reason: string } | null };
/** What rules take from what a channel may sell, by the reason they give. */
const heldFrom = async (channel: string, sku = 'SHIRT') => {
  const data = await graph.ask<{ availability: [{ explanation: { steps: Held[] } }] }>(inForce, { channel, sku });
  const steps = data.availability[0].explanation.steps.filter(({ kind }) => kind === 'PROTECTED');
  return steps.map(({ quantity, protectionRule }) => `${protectionRule?.reason} ${-quantity}`).sort();
};
it('of category, kind of location, SKU, location and channel: the strongest wins at each location, and says so', async () => {
  await graph.database.sql`update items set category = 'shirts' where sku = 'SHIRT'`;
  graph.database.signal('stock', ['*']);
  const ladder: [object, string[], string[]][] = [
    [{ reason: 'all', scope: {}, percent: '10', quantity: null }, ['all 3'], ['all 2']],
    [{ reason: 'kind', scope: { locationTypes: ['STORE'] }, quantity: 2 }, ['all 2', 'kind 2'], ['all 2']],
    [{ reason: 'place', scope: { locationIds: ['loc_a'] }, quantity: 4 }, ['all 2', 'place 4'], ['all 2']],
    [{ reason: 'category', scope: { categories: ['shirts'] }, quantity: 3 }, ['category 6'], ['category 3']],
    [{ reason: 'SKU', scope: { skus: ['SHIRT'] }, quantity: 5 }, ['SKU 10'], ['SKU 5']],
    [
      { reason: 'channel', scope: { skus: ['SHIRT'], channelIds: ['chn_web'] }, quantity: 6 },
      ['channel 12'],
      ['SKU 5'],
    ],
    [{ reason: 'priority', scope: {}, quantity: 1, priority: 1 }, ['priority 2'], ['priority 1']],
  ];
  for (const [rule, web, b2b] of ladder) {
    await made(rule as Record<string, unknown>);
    expect([await heldFrom('chn_web'), await heldFrom('chn_b2b')]).toEqual([web, b2b]);
  }
});

it('hold from their first moment to their last, each buffer for itself', async () => {
  const at = (minutes: number) => new Date(graph.clock.now().getTime() + minutes * 60_000).toISOString();
  const scope = { locationIds: ['loc_a'] };
  const sale = { reason: 'sale', scope, validFrom: at(10), validTo: at(20), priority: 1 };
  await made({ ...sale, quantity: 7, guards: 'PUBLISHING' });
  await made({ reason: 'always', scope, quantity: 2, guards: 'ROUTING' });
  const candidates = `query C($input: SourcingCandidatesInput!) { sourcingCandidates(input: $input) {
    candidates { lines { availableQuantity } } } }`;
  const input = {
    channelId: 'chn_web',
    purpose: 'SHIP',
    locationIds: ['loc_a'],
    lines: [{ sku: 'SHIRT', quantity: 99 }],
  };
  const routed = async () => {
    type Found = { sourcingCandidates: { candidates: { lines: { availableQuantity: number }[] }[] } };
    const orders = aCaller('operator', { scopes: new Set(['service:orders']) });
    const data = await graph.ask<Found>(candidates, { input }, orders);
    return data.sourcingCandidates.candidates[0]?.lines[0]?.availableQuantity;
  };
  const seen: unknown[] = [];
  for (const minutes of [9, 2, 10]) {
    graph.clock.advance({ minutes });
    seen.push([await heldFrom('chn_web'), await routed()]);
  }
  expect(seen).toEqual([
    [[], 8],
    [['sale 7'], 8],
    [[], 8],
  ]);
});

it('holds back a share, in a span of time, of one of two uses', async () => {
  const rule = await made({
    quantity: null,
    percent: '12.50',
    guards: 'ROUTING',
    widening: { after: 'PT2H', percentPerHour: 50 },
    validTo: '2027-01-01T00:00:00Z',
    reason: 'Sales',
  });
  expect(rule).toMatchObject({
    percent: '12.5',
    quantity: null,
    guards: 'ROUTING',
    widening: { after: 'PT2H', percentPerHour: 50 },
    isActive: true,
    validTo: '2027-01-01T00:00:00.000Z',
  });
  expect(await sellable()).toBe(30);
  const candidates = `query C($input: SourcingCandidatesInput!) { sourcingCandidates(input: $input) {
    candidates { locationId lines { availableQuantity } } } }`;
  const input = { channelId: 'chn_web', purpose: 'SHIP', lines: [{ sku: 'SHIRT', quantity: 99 }] };
  const data = await graph.ask<{ sourcingCandidates: { candidates: unknown[] } }>(
    candidates,
    { input },
    aCaller('operator', { scopes: new Set(['service:orders']) }),
  );
  expect(data.sourcingCandidates.candidates).toEqual([
    { locationId: 'loc_w', lines: [{ availableQuantity: 17 }] },
    { locationId: 'loc_a', lines: [{ availableQuantity: 8 }] },
  ]);
});

it('grows while a till is silent, and shrinks again when it speaks', async () => {
  await using other = await aNetwork([aStore('loc_a')], { SHIRT: { loc_a: 10 } });
  const units = async () => {
    const text = '{ availability(channelId: "chn_web", skus: ["SHIRT"]) { sellableQuantity } }';
    const data = await other.ask<{ availability: [{ sellableQuantity: number }] }>(text);
    return data.availability[0].sellableQuantity;
  };
  const told = () => other.database.sql`
    insert into stock_feeds (location_no, last_event_at) select location_no, ${other.clock.now()} from locations
    on conflict (location_no) do update set last_event_at = excluded.last_event_at`;
  await told();
  const widening = { after: 'PT2H', percentPerHour: 50 };
  const input = { idempotencyKey: 'widening', scope: {}, quantity: 4, widening };
  await other.ask(create, { input });
  expect(await units()).toBe(6);
  other.clock.advance({ minutes: 120 });
  expect(await units()).toBe(6);
  other.clock.advance({ minutes: 60 });
  expect(await units()).toBe(4);
  other.clock.advance({ minutes: 600 });
  expect(await units()).toBe(0);
  await told();
  other.clock.advance({ minutes: 1 });
  expect(await units()).toBe(6);
});
