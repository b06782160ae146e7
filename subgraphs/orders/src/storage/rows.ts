import type { Connection } from '@passerelle/database';
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
