import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type postgres from 'postgres';

export type Value = string | number | boolean | Date | null;

const chunkLength = 1 << 16;
const needsEscape = /[\\\t\n\r]/;
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** One value in the text form of COPY: PostgreSQL documentation, "COPY", section "Text Format". */
function asText(value: Value): string {
  if (typeof value === 'number') return `${value}`;
  if (value === null) return '\\N';
  if (value instanceof Date) return value.toISOString();
  const text = String(value);
  return needsEscape.test(text) ? text.replace(/[\\\t\n\r]/g, (sign) => escapes[sign] as string) : text;
}

export type CopyTarget = {
  /** With its schema, for example `inventory.items`. */
  readonly table: string;
  readonly columns: readonly string[];
  /** Told how many rows left since it was told last. */
  readonly onRows?: (rows: number) => void;
};

/** Sends rows into a table by COPY, in the caller's transaction, never holding more than some of them. */
export async function copyRows(
  sql: postgres.TransactionSql,
  { table, columns, onRows }: CopyTarget,
  rows: Iterable<readonly Value[]>,
): Promise<void> {
  function* chunks() {
    let text = '';
    let waiting = 0;
    for (const row of rows) {
      let line = '';
      for (const value of row) line += line === '' ? asText(value) : `\t${asText(value)}`;
      text += `${line}\n`;
      waiting++;
      if (text.length < chunkLength) continue;
      yield text;
      onRows?.(waiting);
      text = '';
      waiting = 0;
    }
    if (text !== '') yield text;
    if (waiting > 0) onRows?.(waiting);
  }
  const target = await sql`copy ${sql(table)} (${sql(columns as string[])}) from stdin`.writable();
  await pipeline(Readable.from(chunks()), target);
}

/**
 * Inserts rows whose keys are the table's columns, in one statement: for tables of some thousand rows, where the two
 * round trips that COPY waits for would take longer than the data.
 */
export async function insertRows(
  sql: postgres.TransactionSql,
  table: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  if (!rows[0]) return;
  const columns = Object.keys(rows[0]).join(', ');
  await sql.unsafe(
    `insert into ${table} (${columns}) overriding system value
     select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
    [sql.json(rows as never) as never],
  );
}
