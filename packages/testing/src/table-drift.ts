import type { Sql } from '@passerelle/database';
import { is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';

type Column = { readonly table: string; readonly column: string; readonly type: string; readonly isNullable: boolean };

const line = ({ table, column, type, isNullable }: Column) =>
  `${table}.${column} ${type}${isNullable ? '' : ' not null'}`;

/** PostgreSQL's own spelling of the type names tables are declared with. */
const canonical = (type: string) =>
  type
    .replace(/^(big|small)?serial$/, '$1int')
    .replace(/^timestamp( \(\d\))? with time zone$/, 'timestamptz')
    .replace(/^(int|integer|int4)$/, 'integer')
    .replace(/^(bigint|int8)$/, 'bigint')
    .replace(/^(smallint|int2)$/, 'smallint')
    .replace(/^(bool|boolean)$/, 'boolean')
    .replace(/^(float8|double precision)$/, 'double precision')
    .replace(/^time( without time zone)?$/, 'time')
    .replace(/^numeric\(.*\)$/, 'numeric');

/**
 * What the declared tables and the migrated database disagree on, one line a column: `- ` only in the declaration,
 * `+ ` only in the database. Tables nobody declares are not looked at. `exports` is the module of declarations.
 */
export async function tableDrift(sql: Sql, exports: Readonly<Record<string, unknown>>): Promise<string[]> {
  const tables = Object.values(exports)
    .filter((value): value is PgTable => is(value, PgTable))
    .map((table) => getTableConfig(table));
  const declared = tables.flatMap(({ name, columns }) =>
    columns.map((column) =>
      line({
        table: name,
        column: column.name,
        type: canonical(column.getSQLType()),
        isNullable: !(column.notNull || column.primary),
      }),
    ),
  );
  const rows = await sql`
    select class.relname as table, attname as column, format_type(atttypid, null) as type, not attnotnull as is_nullable
    from pg_attribute join pg_class as class on class.oid = attrelid
    where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p') and attnum > 0 and not attisdropped
      and class.relname = any(${tables.map(({ name }) => name)}::text[])`;
  const stored = rows.map((row) =>
    line({ table: row.table, column: row.column, type: canonical(row.type), isNullable: row.is_nullable }),
  );
  return [
    ...declared.filter((text) => !stored.includes(text)).map((text) => `- ${text}`),
    ...stored.filter((text) => !declared.includes(text)).map((text) => `+ ${text}`),
  ].sort();
}
