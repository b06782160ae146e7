import type { Connection, Fragment } from '@passerelle/database';
import type { Listing, Range } from '../domain/listing.ts';
import type { RowRules } from '../domain/viewer.ts';

export type PageQuery = Listing & { readonly rules: RowRules };

/** Whose lists are wanted: those of orders, of locations, or the one list of all returns, whose parent is null. */
export type Parents = { readonly of: 'all' | 'order' | 'location'; readonly ids: readonly string[] };

/** What a cursor is made of, read back as the database compares it. */
export type PagedRow = {
  readonly parent: string | null;
  readonly id: string;
  readonly REQUESTED_AT: Date;
  readonly UPDATED_AT: Date;
  readonly NUMBER: string;
};

/** A total above this is not counted out. */
export const countedAtMost = 10_000;

const columnOf = { REQUESTED_AT: 'requested_at', UPDATED_AT: 'updated_at', NUMBER: 'number', ID: 'id' } as const;
type Column = { readonly name: string; readonly isDescending: boolean; readonly isInstant: boolean };

/** The sort's columns, ending on the id; turned round when the window runs backwards. */
function columnsOf({ sort, window }: PageQuery): Column[] {
  const last = sort.at(-1)?.direction;
  return [...sort, { field: 'ID', direction: last } as const].map(({ field, direction }) => ({
    name: columnOf[field],
    isDescending: (direction !== 'ASC') !== window.backwards,
    isInstant: field === 'REQUESTED_AT' || field === 'UPDATED_AT',
  }));
}

type Sql = Connection['sql'];

const allOf = (sql: Sql, parts: readonly Fragment[]): Fragment =>
  parts.reduce((all, part) => sql`${all} and ${part}`, sql`true`);

/** Rows on one side of a cursor's key: of equal beginnings, the first differing column decides. */
function beyond(sql: Sql, columns: readonly Column[], key: readonly unknown[], isAfter: boolean): Fragment {
  const value = ({ isInstant }: Column, index: number) =>
    isInstant ? sql`${String(key[index])}::timestamptz` : sql`${String(key[index])}`;
  const alternatives = columns.map((column, index) => {
    const equal = columns.slice(0, index).map((each, at) => sql`returns.${sql(each.name)} = ${value(each, at)}`);
    const side = column.isDescending === isAfter ? sql`<` : sql`>`;
    return allOf(sql, [...equal, sql`returns.${sql(column.name)} ${side} ${value(column, index)}`]);
  });
  return sql`(${alternatives.reduce((any, each) => sql`${any} or (${each})`, sql`false`)})`;
}

const within = (sql: Sql, column: string, range: Range | null | undefined): Fragment[] => [
  ...(range?.from ? [sql`returns.${sql(column)} >= ${range.from}`] : []),
  ...(range?.to ? [sql`returns.${sql(column)} < ${range.to}`] : []),
];

const anyOf = (sql: Sql, column: string, values: readonly string[] | null | undefined): Fragment[] =>
  values ? [sql`returns.${sql(column)} = any(${[...values]})`] : [];

const atLocations = (sql: Sql, ids: readonly string[] | null | undefined): Fragment[] =>
  ids ? [sql`(returns.drop_off_location_id = any(${[...ids]}) or returns.destination_id = any(${[...ids]}))`] : [];

function conditionsOf(sql: Sql, { conditions, rules }: PageQuery): Fragment[] {
  return [
    ...anyOf(sql, 'id', conditions.ids),
    ...anyOf(sql, 'number', conditions.numbers),
    ...anyOf(sql, 'order_id', conditions.orderIds),
    ...anyOf(sql, 'status', conditions.statuses),
    ...anyOf(sql, 'method', conditions.methods),
    ...atLocations(sql, conditions.locationIds),
    ...atLocations(sql, rules.locationIds),
    ...(rules.customerId === undefined ? [] : [sql`returns.customer_id = ${rules.customerId}`]),
    ...(conditions.reasons
      ? [
          sql`exists (select from return_lines as line
          where line.return_id = returns.id and line.reason = any(${[...conditions.reasons]}))`,
        ]
      : []),
    ...within(sql, 'requested_at', conditions.requestedAt),
    ...within(sql, 'updated_at', conditions.updatedAt),
  ];
}

/** The table to page through, with the parent each row counts for. */
function sourceOf(sql: Sql, parents: Parents): { from: Fragment; parent: Fragment; wanted: Fragment[] } {
  if (parents.of === 'all') return { from: sql`returns`, parent: sql`null::text`, wanted: [] };
  if (parents.of === 'order') {
    return { from: sql`returns`, parent: sql`returns.order_id`, wanted: anyOf(sql, 'order_id', parents.ids) };
  }
  const from = sql`unnest(${[...parents.ids]}::text[]) as place(id)
    join returns on returns.drop_off_location_id = place.id or returns.destination_id = place.id`;
  return { from, parent: sql`place.id`, wanted: [] };
}

/** One page of each parent in one statement, each with one row more than asked for when there is more. */
export async function pageReturns({ sql }: Connection, parents: Parents, query: PageQuery): Promise<PagedRow[]> {
  const { from, parent, wanted } = sourceOf(sql, parents);
  const { window } = query;
  const columns = columnsOf(query);
  // Backwards, the columns are turned round already: `after` then lies on the other side.
  const [after, before] = [window.after, window.before].map((key, index) =>
    key ? [beyond(sql, columns, key, (index === 0) !== window.backwards)] : [],
  ) as [Fragment[], Fragment[]];
  const conditions = allOf(sql, [...wanted, ...conditionsOf(sql, query), ...after, ...before]);
  const order = columns
    .map((column) => sql`returns.${sql(column.name)} ${column.isDescending ? sql`desc` : sql`asc`}`)
    .reduce((all, each) => sql`${all}, ${each}`);
  const limit = window.size + 1;
  // One list needs no window function, and so can stop early on an index.
  const partition =
    parents.of === 'all' ? sql`1::bigint` : sql`row_number() over (partition by ${parent} order by ${order})`;
  return sql<PagedRow[]>`
    select parent, id, requested_at as "REQUESTED_AT", updated_at as "UPDATED_AT", number as "NUMBER"
    from (
      select ${parent} as parent, returns.id, returns.requested_at, returns.updated_at, returns.number,
        ${partition} as position
      from ${from} where ${conditions}
      order by ${order} ${parents.of === 'all' ? sql`limit ${limit}` : sql``}
    ) as returns
    where position <= ${limit}
    order by ${order}`;
}

export type Total = { readonly parent: string | null; readonly total: number };

/** Matches of each parent, counted no further than one above `countedAtMost` for the list of all. */
export async function countReturns({ sql }: Connection, parents: Parents, query: PageQuery): Promise<Total[]> {
  const { from, parent, wanted } = sourceOf(sql, parents);
  const conditions = allOf(sql, [...wanted, ...conditionsOf(sql, query)]);
  return sql<Total[]>`
    select parent, count(*)::integer as total
    from (
      select ${parent} as parent from ${from} where ${conditions}
      ${parents.of === 'all' ? sql`limit ${countedAtMost + 1}` : sql``}
    ) as matching
    group by parent`;
}
