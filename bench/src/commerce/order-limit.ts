import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { connect, type Database } from '@passerelle/database';
import type { Pgbench, PgbenchSlice } from '../inventory/pgbench.ts';

/** One statement as PostgreSQL's log tells it. */
export type Logged = {
  readonly process: string;
  readonly role: string;
  readonly text: string;
  readonly parameters: readonly (string | null)[];
};

export type OrderLimit = {
  /** What one order of one buyer sends before it is answered, `begin` and `commit` included. */
  readonly statements: number;
  readonly run: (seconds: number, clients: number) => Promise<PgbenchSlice>;
};

type Place = {
  readonly url: string;
  readonly dataDir: string;
  readonly pgbench: Pgbench;
  readonly skus: number;
  /** Places one order of two lines. */
  readonly placeOrder: () => Promise<unknown>;
};

/**
 * Has PostgreSQL log what one order sends, and pgbench send the same in the same transactions, of other SKUs and under
 * other ids each time. Nobody is told of those orders: the product would be at work for them while others are measured.
 */
export async function findOrderLimit({ url, dataDir, pgbench, skus, placeOrder }: Place): Promise<OrderLimit> {
  const database = connect({ url, max: 1 });
  try {
    const logged = chainOf(await logOf(database, path.join(dataDir, 'postgres/server.log'), placeOrder));
    const script = scriptOf(logged, await numbersOf(database, logged), skus);
    const own = new URL(url);
    own.searchParams.set('options', '-csearch_path=orders,inventory -cpasserelle.tells=stock');
    return {
      statements: logged.length,
      // libpq takes a plus for a plus.
      run: (seconds, clients) => pgbench({ url: own.href.replaceAll('+', '%20'), script, clients, seconds }),
    };
  } finally {
    await database.close();
  }
}

/** Everything takes a moment to be heard of, and to be written. */
const momentMs = 1500;

async function logOf({ sql }: Database, file: string, work: () => Promise<unknown>): Promise<string> {
  const set = async (statements: readonly string[]) => {
    for (const statement of statements) await sql.unsafe(statement);
    await sql`select pg_reload_conf()`;
    await setTimeout(momentMs);
  };
  await set(['alter system set log_min_duration_statement = 0', `alter system set log_line_prefix = '%m [%p] %u '`]);
  try {
    // Sessions have their plans by then.
    for (let before = 0; before < 10; before++) await work();
    await setTimeout(momentMs);
    const start = (await readFile(file, 'utf8')).length;
    await work();
    await setTimeout(momentMs);
    return (await readFile(file, 'utf8')).slice(start);
  } finally {
    await set(['alter system reset log_min_duration_statement', 'alter system reset log_line_prefix']);
  }
}

/** Statements that were carried out, in their order. */
export function readLog(log: string): Logged[] {
  const records = log.split(/\n(?=\d{4}-\d\d-\d\d )/);
  return records.flatMap((record, index) => {
    const found = /\[(\d+)\] (\w+) LOG: {2}duration: [\d.]+ ms {2}(?:statement|execute \S+): ([\s\S]*)/.exec(record);
    if (!found) return [];
    const [, process = '', role = '', text = ''] = found;
    const [, told = ''] = /DETAIL: {2}Parameters: ([\s\S]*)/.exec(records[index + 1] ?? '') ?? [];
    const parameters = [...told.matchAll(/\$\d+ = (?:NULL|'((?:[^']|'')*)')/g)].map(
      ([, value]) => value?.replaceAll("''", "'") ?? null,
    );
    return [{ process, role, text: text.replaceAll(/\s+/g, ' ').trim(), parameters }];
  });
}

/** Those of orders and inventory that belong to the order that was taken last: its key first, its rows last. */
function chainOf(log: string): Logged[] {
  const all = readLog(log).filter(({ role }) => role === 'passerelle_orders' || role === 'passerelle_inventory');
  const start = all.findLastIndex(({ text }) => text.includes('insert into placements'));
  const end = all.findLastIndex(({ text }) => text.includes('insert into order_lines'));
  const allocating = all.find(({ text }, index) => index > start && text.includes('pg_advisory_xact_lock'))?.process;
  const within = all.slice(start, end + 1);
  const chain = within.filter(
    ({ process }, index) => process === allocating || index === 0 || index === within.length - 1,
  );
  if (start < 0 || end < start || !allocating) throw new Error('no order is in the log');
  return chain;
}

/** The two SKUs of the order with their numbers, in the order of both. */
async function numbersOf({ sql }: Database, logged: readonly Logged[]) {
  const list = logged.find(({ text }) => text.includes('from items where sku = any'))?.parameters.at(-1) ?? '';
  const names = list.slice(1, -1).split(',');
  const rows = await sql<{ sku: string; itemNo: number }[]>`
    select sku, item_no as "itemNo" from inventory.items where sku = any(${names}) order by item_no`;
  const [other] = await sql`
    select count(*) as count from inventory.items
    where item_no - substr(sku, 2)::integer <> (select item_no from inventory.items where sku = 'S0')`;
  if (rows.length !== 2 || other?.count !== 0) throw new Error('SKUs are numbered in another way now');
  return rows;
}

type Numbered = { readonly sku: string; readonly itemNo: number };

/** pgbench's script. Colons are written by their number: pgbench would take what follows for a variable. */
export function scriptOf(logged: readonly Logged[], items: readonly Numbered[], skus: number): string {
  const [first, second] = items as [Numbered, Numbered];
  const offset = first.itemNo - Number(first.sku.slice(1));
  const everything = logged.flatMap(({ parameters }) => parameters).join('\n');
  const marks = new Map<string, string>();
  for (const [, time = ''] of everything.matchAll(/[a-z]{3}_(0[0-9a-z]{9})/g)) marks.set(time, ':n::text');
  for (const [number] of everything.matchAll(/P-\d+/g)) marks.set(number, ":n::text || '/P'");
  for (const [uuid] of everything.matchAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g)) marks.set(uuid, ':n::text');
  for (const [{ sku, itemNo }, place] of [[first, ':a'] as const, [second, ':b'] as const]) {
    marks.set(`"${sku}"`, `'"S' || ${place}::text || '"'`);
    marks.set(`"itemNo": ${itemNo},`, `'"itemNo"' || chr(58) || (${place}::integer + ${offset})::text || ','`);
  }
  const lists = new Map([
    [
      `{${first.itemNo},${second.itemNo}}`,
      `'{' || (:a::integer + ${offset}) || ',' || (:b::integer + ${offset}) || '}'`,
    ],
    [`{${first.sku},${second.sku}}`, `'{S' || :a::text || ',S' || :b::text || '}'`],
    [`{${second.sku},${first.sku}}`, `'{S' || :b::text || ',S' || :a::text || '}'`],
  ]);
  const lines = logged.map(({ text, parameters }) => {
    const values = parameters.map((value) => (value === null ? 'null' : (lists.get(value) ?? literalOf(value, marks))));
    return `${text.replaceAll(/\$(\d+)/g, (_whole, number) => `(${values[Number(number) - 1]})`)};`;
  });
  const half = Math.floor(skus / 2);
  return [
    '\\set n random(1, 9000000000000000000)',
    `\\set a random(0, ${half - 1})`,
    `\\set b random(${half}, ${skus - 1})`,
    ...lines,
    '',
  ].join('\n');
}

function literalOf(value: string, marks: ReadonlyMap<string, string>): string {
  const isJson = value.startsWith('[');
  const quiet = value.replaceAll('"subscribers": ["returns"]', '"subscribers": []');
  const text = [...marks].reduce(
    (sql, [mark, by]) => (quiet.includes(mark) ? `replace(${sql}, ${quoted(mark)}, ${by})` : sql),
    quoted(quiet),
  );
  if (isJson) return `${text}::jsonb`;
  return text.startsWith('replace') ? `${text}::text` : text;
}

const quoted = (text: string) => `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll(':', '\\x3a')}'`;
