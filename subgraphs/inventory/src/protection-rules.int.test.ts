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
