import type { Connection, Sql } from '@passerelle/database';
import { getTableColumns } from 'drizzle-orm';
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';

/** The column list of a select, each under its property's name; made once a table, not once a query. */
export function columnsOf(table: PgTable): string {
  const { name } = getTableConfig(table);
  return Object.entries(getTableColumns(table))
    .map(([property, column]) => `"${name}"."${column.name}" as "${property}"`)
    .join(', ');
}

const columnNames = new Map<string, string>();

function columnName(property: string): string {
  let name = columnNames.get(property);
  if (name === undefined) {
    name = property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    columnNames.set(property, name);
  }
  return name;
}

/** A row under its columns' names, for `jsonb_populate_record`; instants become text. */
export const toColumns = (row: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).map(([property, value]) => [columnName(property), value]));

/** Rows as one JSON parameter, for `jsonb_populate_recordset(null::table, …)`. */
export const asRows = ({ sql }: Connection, rows: readonly object[]) => sql.json(rows.map(toColumns) as never);
export const asRow = ({ sql }: Connection, row: object) => sql.json(toColumns(row) as never);

/**
 * The condition after a column's name: one id, for which PostgreSQL keeps its plan, or several, for which it plans anew
 * each time, and that takes longer than to read a few rows.
 */
export const isAmong = (sql: Sql, ids: readonly string[]) =>
  ids.length === 1 ? sql`= ${ids[0] as string}` : sql`= any(${ids as string[]}::text[])`;
