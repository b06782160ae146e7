import type { GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faults } from '../test/a-network.ts';
import type { BadCase, Input } from '../test/bad-input/case.ts';
import { badCounting } from '../test/bad-input/counting.ts';
import { neverWrong, openFields } from '../test/bad-input/fields.ts';
import { badPools } from '../test/bad-input/pools.ts';
import { type PreparedGraph, prepareGraph, withIds } from '../test/bad-input/prepared.ts';
import { badReservations } from '../test/bad-input/reservations.ts';
import { badRules } from '../test/bad-input/rules.ts';
import { badServices } from '../test/bad-input/services.ts';
import { badSnapshots } from '../test/bad-input/snapshots.ts';
import { badStock } from '../test/bad-input/stock.ts';
import { badTransfers } from '../test/bad-input/transfers.ts';

const all = [
  ...badReservations,
  ...badServices,
  ...badStock,
  ...badSnapshots,
  ...badPools,
  ...badRules,
  ...badCounting,
  ...badTransfers,
];

let graph: PreparedGraph;
/** What every table held after the case before. */
let before: Record<string, string>;
beforeAll(async () => {
  graph = await prepareGraph();
  before = await everything();
});
afterAll(() => graph[Symbol.asyncDispose]());

/** Every row of every table of the subgraph, as one number a table; but what answers a repeated key. */
async function everything(): Promise<Record<string, string>> {
  const { sql } = graph.database;
  const tables = await sql`
    select relname as name from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'r'
      and relname not in ('idempotency_keys', 'migrations') order by relname`;
  const rows = await sql.unsafe(
    tables
      .map(
        ({ name }) =>
          `select '${name}' as name, count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) as rows from "${name}" as t`,
      )
      .join(' union all '),
  );
  return Object.fromEntries(rows.map(({ name, rows: held }) => [name, held]));
}

const refusal = '{ ... on UserError { code path message } }';
const rejecting = new Set(['recordStockEvents', 'recordExpectedReceipts']);
const throwing = new Set([
  'releaseOrderAllocation',
  'correctStockAfterRejection',
  'receiveReturnedStock',
  'receiveTransferredStock',
]);

type Refused = { code: string; path: string[] | null; message: string };
type Answer = { userErrors?: Refused[]; rejections?: { userErrors: Refused[] }[] };

/** What a mutation refuses: of the call, of its rows, or as an error of the request that names the field in words. */
async function send({ mutation, input, caller }: Pick<BadCase, 'mutation' | 'input' | 'caller'>): Promise<Refused[]> {
  const query = `mutation ($input: ${typeOf(mutation)}!) { answer: ${mutation}(input: $input) {
    __typename ${throwing.has(mutation) ? '' : `userErrors ${refusal}`}
    ${rejecting.has(mutation) ? `rejections { userErrors ${refusal} }` : ''} } }`;
  const variables = { input: withIds(input, graph.ids) };
  const executor = graph.executor({ query, variables }, { caller, requestId: 'test' });
  const { data, errors } = await executor;
  if (errors) {
    return errors.map(({ message, extensions }) => ({
      code: String(extensions?.code),
      path: /\((input\.[\w.]+)\)/.exec(message)?.[1]?.split('.') ?? null,
      message,
    }));
  }
  const answer = data?.answer as Answer;
  return [...(answer.userErrors ?? []), ...(answer.rejections ?? []).flatMap(({ userErrors }) => userErrors)];
}

const typeOf = (mutation: string) => `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;

describe.each(all.filter(({ cases }) => cases.length > 0))('$mutation', ({ cases }) => {
  it.each(cases)('refuses $wrong as $code at $path, and changes nothing', async (one) => {
    const [first] = await send(one);
    expect(first).toMatchObject({ code: one.code, path: ['input', ...one.path.split('.')] });
    expect(first?.message.length).toBeGreaterThan(10);
    const after = await everything();
    const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
    before = after;
    expect(changed).toEqual([]);
  });
});

describe('the table of bad inputs', () => {
  it('tries every field of every mutation, but those that no value makes wrong', () => {
    const schema = graph.subgraphs.get('inventory')?.schema as GraphQLSchema;
    const tried = new Set(
      all.flatMap(({ cases }) => cases.map(({ mutation, path }) => `${mutation} ${path.replace(/\.\d+/g, '.*')}`)),
    );
    const untried = openFields(schema).filter((field) => !tried.has(field));
    expect(untried.sort()).toEqual(Object.keys(neverWrong).sort());
  });

  it('begins at inputs that are taken: only what is named is at fault', async () => {
    const refused: Record<string, unknown> = {};
    for (const { mutation, good, caller } of all) {
      const refusals = await send({ mutation, input: good, caller });
      if (refusals.length > 0) refused[mutation] = refusals;
    }
    expect(refused).toEqual({});
    expect(await faults(graph)).toEqual([]);
  });

  it('refuses a key that was used with another input, and changes nothing', async () => {
    before = await everything();
    const keyed = all.filter(({ good }) => 'idempotencyKey' in good);
    expect(keyed.length).toBeGreaterThan(8);
    for (const { mutation, good, cases } of keyed) {
      const { idempotencyKey } = good;
      const other = cases.find(({ path }) => path !== 'idempotencyKey') as BadCase;
      const refused = await send({ ...other, input: { ...other.input, idempotencyKey } });
      expect({ mutation, refused }).toMatchObject({
        refused: [{ code: 'IDEMPOTENCY_KEY_REUSED', path: ['input', 'idempotencyKey'] }],
      });
    }
    expect(await everything()).toEqual(before);
  });

  it('finds no text that cannot be kept and makes a fault, wherever it stands', async () => {
    before = await everything();
    const faulty: string[] = [];
    for (const { mutation, good, caller } of all) {
      for (const [path, input] of withNul(good)) {
        const codes = (await send({ mutation, input, caller })).map(({ code }) => code);
        if (codes.includes('INTERNAL_SERVER_ERROR')) faulty.push(`${mutation} ${path}`);
      }
    }
    expect(faulty).toEqual([]);
    expect(await everything()).toEqual(before);
  });
});

/** The input once for each text in it, with a NUL in that text. */
function withNul(input: Input): [path: string, input: Input][] {
  return Object.entries(input).flatMap(([field, value]): [string, Input][] => {
    if (typeof value === 'string' && !isMoment(value)) return [[field, { ...input, [field]: `${value}\0` }]];
    if (!Array.isArray(value)) return [];
    const [first, ...rest] = value;
    if (typeof first === 'string') return [[`${field}.0`, { ...input, [field]: [`${first}\0`, ...rest] }]];
    return withNul(first).map(([path, changed]) => [`${field}.0.${path}`, { ...input, [field]: [changed, ...rest] }]);
  });
}

const isMoment = (value: string) => /^(\d{4}-|PT?\d|[A-Z_]+$)/.test(value) && value.length > 1;
