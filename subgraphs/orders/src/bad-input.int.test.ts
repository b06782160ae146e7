import type { GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { capture } from '../test/bad-input/capture.ts';
import type { BadInputs, Input } from '../test/bad-input/case.ts';
import { changes } from '../test/bad-input/changes.ts';
import { openPrepared, type Prepared, prepare } from '../test/bad-input/prepared.ts';
import { services } from '../test/bad-input/services.ts';
import { strategies } from '../test/bad-input/strategies.ts';
import { work } from '../test/bad-input/work.ts';
import type { Market } from '../test/market.ts';

let market: Market;
let prepared: Prepared;
beforeAll(async () => {
  market = await openPrepared();
  prepared = await prepare(market);
});
afterAll(() => market[Symbol.asyncDispose]());

type Refused = { code: string; path: string[] | null };

async function send({ mutation, caller }: Pick<BadInputs, 'mutation' | 'caller'>, input: Input): Promise<Refused[]> {
  const type = /^(activate|archive)SourcingStrategy$/.test(mutation)
    ? 'TurnSourcingStrategyInput'
    : `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { answer: ${mutation}(input: $input) {
    userErrors { ... on UserError { code path } } } }`;
  return (await market.ask<{ answer: { userErrors: Refused[] } }>(query, { input }, caller)).answer.userErrors;
}

/**
 * Every row of every table of orders, as one number a table; but what answers a repeated key, and a plan that was given
 * up: it is written down before units are allocated, under a revision of the order.
 */
async function everything(): Promise<Record<string, string>> {
  const { sql } = market.orders;
  const tables = await sql`
    select relname as name from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'r'
      and relname not in ('idempotency_keys', 'placements', 'migrations') order by relname`;
  const each = tables.map(
    ({ name }) =>
      `select '${name}' as name, count(*) || ' ' || coalesce(sum(hashtextextended((to_jsonb(t) - 'revision')::text, 0)), 0) as rows from "${name}" as t ${name === 'routings' ? "where state <> 'ABANDONED'" : ''}`,
  );
  const held = await sql.unsafe(each.join(' union all '));
  return Object.fromEntries(held.map(({ name, rows }) => [name, rows]));
}

const tables: Record<string, (prepared: Prepared) => readonly BadInputs[]> = {
  capture: () => capture,
  changes,
  work,
  strategies: () => strategies,
  services,
};

let keys = 0;
const keyed = (input: Input, change: Input): Input =>
  'idempotencyKey' in input && !('idempotencyKey' in change)
    ? { ...input, ...change, idempotencyKey: `bad-input-${++keys}` }
    : { ...input, ...change };

describe.each(Object.keys(tables))('%s', (name) => {
  it('is refused for each field that is wrong, by its code and path, and changes nothing', async () => {
    const [before, taken] = [await everything(), await market.taken()];
    const wanted: string[] = [];
    const seen: string[] = [];
    for (const { mutation, good, rows, ...who } of (tables[name] as (typeof tables)[string])(prepared)) {
      for (const [wrong, change, code, path] of rows) {
        const told = `${mutation}, ${wrong}:`;
        const [first] = await send({ mutation, ...who }, keyed(good, change));
        wanted.push(`${told} ${code} ${path}`);
        seen.push(`${told} ${first?.code ?? 'TAKEN'} ${(first?.path ?? []).slice(1).join('.')}`);
      }
    }
    expect(seen).toEqual(wanted);
    await market.settle();
    expect([await everything(), await market.taken()]).toEqual([before, taken]);
  });
});

it('has a table for every mutation there is', () => {
  const schema = market.subgraphs.get('orders')?.schema as GraphQLSchema;
  const tried = Object.values(tables).flatMap((table) => table(prepared).map(({ mutation }) => mutation));
  expect(tried.toSorted()).toEqual(Object.keys(schema.getMutationType()?.getFields() ?? {}).toSorted());
});
