import { readOperation } from '@passerelle/contracts/operations';
import { aCaller } from '@passerelle/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aNetwork, aStore, aWarehouse, type NetworkGraph } from '../test/a-network.ts';
import { findRulesAsOf } from './storage/protection.ts';

/** Codes of channels are store-network's to answer; all else of the stored operation is ours. */
const newRule = readOperation('internal', 'NewRule').replace('channels { code }', 'channels { id }');
const shown = `rule { id version quantity percent priority guards isActive validTo reason
    widening { after percentPerHour } scope { skus channels { id } locations { id } locationTypes categories } }
  userErrors { ... on UserError { code path } }`;
const create = `mutation C($input: CreateProtectionRuleInput!) { createProtectionRule(input: $input) { ${shown} } }`;
const update = `mutation U($input: UpdateProtectionRuleInput!) { updateProtectionRule(input: $input) { ${shown} } }`;
const archive = `mutation A($input: ArchiveProtectionRuleInput!) { archiveProtectionRule(input: $input) { ${shown} } }`;
const list = `query L($filter: ProtectionRuleFilter, $first: Int, $after: String, $last: Int, $before: String) {
  protectionRules(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
    nodes { id reason } pageInfo { hasNextPage hasPreviousPage endCursor startCursor } } }`;

type Rule = { id: string; version: number; [field: string]: unknown };
type Payload = { rule: Rule | null; userErrors: { code: string; path: string[] | null }[] };

let graph: NetworkGraph;
let keys = 0;
const ask = async (text: string, input: Record<string, unknown>, caller = aCaller('operator')) =>
  Object.values(await graph.ask<Record<string, Payload>>(text, { input }, caller))[0] as Payload;
const make = (input: Record<string, unknown> = {}) =>
  ask(create, { idempotencyKey: `new-rule-${++keys}`, scope: {}, quantity: 1, ...input });
const made = async (input: Record<string, unknown> = {}) => (await make(input)).rule as Rule;
const sellable = async (sku = 'SHIRT') => {
  const text = `query S($sku: String!) { availability(channelId: "chn_web", skus: [$sku]) { sellableQuantity } }`;
  const data = await graph.ask<{ availability: [{ sellableQuantity: number }] }>(text, { sku });
  return data.availability[0].sellableQuantity;
};
const everything = () => graph.database.sql`select to_jsonb(rule) as rule from protection_rules as rule order by id`;

beforeAll(async () => {
  graph = await aNetwork([aWarehouse('loc_w'), aStore('loc_a')], { SHIRT: { loc_w: 20, loc_a: 10 }, SHOE: {} });
});
afterEach(() => graph.database.sql`truncate protection_rules cascade`);
afterAll(() => graph[Symbol.asyncDispose]());

describe('a new rule', () => {
  it('is made by the stored operation, and holds back stock in the next read', async () => {
    expect(await sellable()).toBe(30);
    const scope = { skus: ['SHIRT'], channelIds: ['chn_web'], locationIds: ['loc_a'] };
    const input = { idempotencyKey: 'the-new-rule', scope, quantity: 4 };
    const { rule, userErrors } = await ask(newRule, input);
    expect(userErrors).toEqual([]);
    expect(rule).toEqual({
      id: expect.stringMatching(/^prt_/),
      version: 1,
      scope: { skus: ['SHIRT'], channels: [{ id: 'chn_web' }], locations: [{ name: 'Store loc_a' }] },
    });
    expect(await sellable()).toBe(26);
    expect((await ask(newRule, input)).rule?.id).toBe(rule?.id);
    expect((await ask(newRule, { ...input, quantity: 5 })).userErrors).toEqual([{ code: 'IDEMPOTENCY_KEY_REUSED' }]);
    expect(await everything()).toHaveLength(1);
  });

  it('holds back a share, in a span of time, of one of two uses', async () => {
    const { sql } = graph.database;
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
    expect(await sql`select 1 from protection_rules where specificity = 0`).toHaveLength(1);
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

  it.each([
    ['no units', { quantity: null }, 'INVALID_INPUT', ['input', 'quantity']],
    ['units and a share', { percent: '10' }, 'INVALID_INPUT', ['input', 'percent']],
    ['fewer than no units', { quantity: -1 }, 'INVALID_INPUT', ['input', 'quantity']],
    ['more units than any level has', { quantity: 100_001 }, 'INVALID_INPUT', ['input', 'quantity']],
    ['more than everything', { quantity: null, percent: '100.01' }, 'INVALID_INPUT', ['input', 'percent']],
    ['a share too fine', { quantity: null, percent: '1.001' }, 'INVALID_INPUT', ['input', 'percent']],
    ['a share below zero', { quantity: null, percent: '-1' }, 'INVALID_INPUT', ['input', 'percent']],
    ['a priority out of range', { priority: 1001 }, 'INVALID_INPUT', ['input', 'priority']],
    ['an end before its beginning', { validTo: '2020-01-01T00:00:00Z' }, 'INVALID_INPUT', ['input', 'validTo']],
    ['an empty reason', { reason: '' }, 'INVALID_INPUT', ['input', 'reason']],
    ['NUL in its reason', { reason: 'a\0b' }, 'INVALID_INPUT', ['input', 'reason']],
    ['an empty category', { scope: { categories: [''] } }, 'INVALID_INPUT', ['input', 'scope', 'categories', '0']],
    ['NUL in a SKU', { scope: { skus: ['a\0'] } }, 'INVALID_INPUT', ['input', 'scope', 'skus', '0']],
    ['too many SKUs', { scope: { skus: Array(1001).fill('SHIRT') } }, 'INVALID_INPUT', ['input', 'scope', 'skus']],
    ['a SKU nobody knows', { scope: { skus: ['SHIRT', 'X'] } }, 'NOT_FOUND', ['input', 'scope', 'skus', '1']],
    ['a place nobody knows', { scope: { locationIds: ['x'] } }, 'NOT_FOUND', ['input', 'scope', 'locationIds', '0']],
    ['a channel nobody knows', { scope: { channelIds: ['x'] } }, 'NOT_FOUND', ['input', 'scope', 'channelIds', '0']],
    [
      'a silence without measure',
      { widening: { after: 'P366D', percentPerHour: 1 } },
      'INVALID_INPUT',
      ['input', 'widening', 'after'],
    ],
    [
      'a widening that does not widen',
      { widening: { after: 'PT1H', percentPerHour: 0 } },
      'INVALID_INPUT',
      ['input', 'widening', 'percentPerHour'],
    ],
    ['a short key', { idempotencyKey: 'short' }, 'INVALID_INPUT', ['input', 'idempotencyKey']],
  ])('with %s is refused, and nothing changes', async (_title, input, code, path) => {
    expect(await make(input)).toEqual({ rule: null, userErrors: [{ code, path }] });
    expect(await everything()).toEqual([]);
  });

  it('is made by who administers inventory only', async () => {
    await expect(
      ask(create, { idempotencyKey: 'not-allowed', scope: {}, quantity: 1 }, aCaller('store-staff')),
    ).rejects.toThrow(/FORBIDDEN/);
  });
});

describe('a change of a rule', () => {
  it('leaves what is not said, replaces what is, and is seen in the next read', async () => {
    const { id } = await made({ reason: 'Count errors', priority: 3, scope: { skus: ['SHIRT'] } });
    expect(await sellable()).toBe(28);
    const changed = await ask(update, { id, expectedVersion: 1, percent: '50', scope: { locationIds: ['loc_w'] } });
    expect(changed).toMatchObject({
      rule: { id, version: 2, quantity: null, percent: '50', priority: 3, reason: 'Count errors' },
      userErrors: [],
    });
    expect(changed.rule?.scope).toMatchObject({ skus: [], locations: [{ id: 'loc_w' }] });
    expect(await sellable()).toBe(20);
  });

  it('keeps what the rule said before, for answers of that time', async () => {
    const { sql } = graph.database;
    const rulesAt = async (moment: Date) =>
      (await findRulesAsOf(graph.database, moment)).map(({ version, quantity, percent }) => [
        version,
        quantity,
        percent,
      ]);
    const before = graph.clock.now();
    graph.clock.advance({ minutes: 1 });
    const { id } = await made({ quantity: 4 });
    const first = graph.clock.now();
    graph.clock.advance({ minutes: 1 });
    await ask(update, { id, expectedVersion: 1, percent: '12.5' });
    const second = graph.clock.now();
    graph.clock.advance({ minutes: 1 });
    await ask(archive, { id, expectedVersion: 2 });
    expect(await rulesAt(before)).toEqual([]);
    expect(await rulesAt(first)).toEqual([[1, 4, null]]);
    expect(await rulesAt(second)).toEqual([[2, null, 12.5]]);
    expect(await rulesAt(graph.clock.now())).toEqual([[3, null, 12.5]]);
    await sql`insert into protection_rules (id, quantity) values ('prt_always', 1)`;
    expect(await rulesAt(before)).toEqual([[1, 1, null]]);
  });

  it.each([
    ['of one nobody knows', { id: 'prt_no' }, 'NOT_FOUND', ['input', 'id']],
    ['of a version that is not current', { expectedVersion: 7 }, 'VERSION_CONFLICT', ['input', 'expectedVersion']],
    ['to units out of range', { quantity: -1 }, 'INVALID_INPUT', ['input', 'quantity']],
    ['to units and a share', { quantity: 1, percent: '1' }, 'INVALID_INPUT', ['input', 'percent']],
    ['to an end before its beginning', { validTo: '2020-01-01T00:00:00Z' }, 'INVALID_INPUT', ['input', 'validTo']],
    ['to a priority out of range', { priority: -1001 }, 'INVALID_INPUT', ['input', 'priority']],
    ['to a reason too long', { reason: 'x'.repeat(501) }, 'INVALID_INPUT', ['input', 'reason']],
    ['to a SKU nobody knows', { scope: { skus: ['X'] } }, 'NOT_FOUND', ['input', 'scope', 'skus', '0']],
    [
      'to a widening that does not widen',
      { widening: { after: 'PT1H', percentPerHour: 0 } },
      'INVALID_INPUT',
      ['input', 'widening', 'percentPerHour'],
    ],
  ])('%s is refused, and nothing changes', async (_title, input, code, path) => {
    const { id } = await made();
    const before = await everything();
    expect(await ask(update, { id, expectedVersion: 1, ...input })).toEqual({
      rule: null,
      userErrors: [{ code, path }],
    });
    expect(await everything()).toEqual(before);
  });

  it('wins once of two that began with the same version', async () => {
    const { id } = await made();
    const answers = await Promise.all([5, 6].map((quantity) => ask(update, { id, expectedVersion: 1, quantity })));
    expect(answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(['VERSION_CONFLICT']);
  });
});

describe('the end of a rule', () => {
  it('frees its units, and leaves it readable', async () => {
    const { id } = await made({ quantity: 5 });
    expect(await sellable()).toBe(20);
    expect(await ask(archive, { id, expectedVersion: 1 })).toMatchObject({ rule: { version: 2, isActive: false } });
    expect(await sellable()).toBe(30);
    const again = await ask(archive, { id, expectedVersion: 2 });
    expect(again).toEqual({ rule: null, userErrors: [{ code: 'INVALID_STATE', path: ['input', 'id'] }] });
  });

  it.each([
    ['of one nobody knows', { id: 'prt_no' }, 'NOT_FOUND', ['input', 'id']],
    ['of a version that is not current', { expectedVersion: 7 }, 'VERSION_CONFLICT', ['input', 'expectedVersion']],
  ])('%s is refused, and nothing changes', async (_title, input, code, path) => {
    const { id } = await made();
    const before = await everything();
    expect(await ask(archive, { id, expectedVersion: 1, ...input })).toEqual({
      rule: null,
      userErrors: [{ code, path }],
    });
    expect(await everything()).toEqual(before);
  });
});

describe('rules', () => {
  type Page = {
    protectionRules: {
      nodes: { reason: string }[];
      pageInfo: { hasNextPage: boolean; endCursor: string; startCursor: string };
    };
  };
  const page = async (variables: Record<string, unknown> = {}) =>
    (await graph.ask<Page>(list, variables)).protectionRules;
  const names = ({ nodes }: Page['protectionRules']) => nodes.map(({ reason }) => reason);

  it('are read strongest first, page by page, and filtered by what they name and whether they hold', async () => {
    await made({ reason: 'all' });
    await made({ reason: 'sku', scope: { skus: ['SHIRT'] } });
    await made({ reason: 'store', scope: { locationIds: ['loc_a'], channelIds: ['chn_web'] } });
    await made({ reason: 'wins', priority: 5 });
    const { id } = await made({ reason: 'weak', priority: -5 });
    await ask(archive, { id, expectedVersion: 1 });
    expect(names(await page())).toEqual(['wins', 'sku', 'store', 'all', 'weak']);
    const first = await page({ first: 2 });
    const second = await page({ first: 2, after: first.pageInfo.endCursor });
    expect([names(first), names(second)]).toEqual([
      ['wins', 'sku'],
      ['store', 'all'],
    ]);
    expect(names(await page({ last: 1, before: second.pageInfo.startCursor }))).toEqual(['sku']);
    expect(names(await page({ filter: { skus: ['SHIRT'] } }))).toEqual(['sku']);
    expect(names(await page({ filter: { locationIds: ['loc_a'], channelIds: ['chn_web'] } }))).toEqual(['store']);
    expect(names(await page({ filter: { isActive: false } }))).toEqual(['weak']);
  });

  it.each([
    ['a page too large', { first: 201 }, /200/],
    ['a cursor of another list', { after: 'no' }, /cursor/],
    ['too many SKUs', { filter: { skus: Array(251).fill('x') } }, /250/],
    ['too many locations', { filter: { locationIds: Array(101).fill('x') } }, /100/],
  ])('with %s are bad input', async (_title, variables, message) => {
    await expect(page(variables)).rejects.toThrow(message);
    await expect(page(variables)).rejects.toThrow(/BAD_USER_INPUT/);
  });
});
