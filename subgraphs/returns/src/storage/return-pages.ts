import type { Connection, Fragment, Keyset, SortKey } from '@passerelle/database';
import type { Listing, Range } from '../domain/listing.ts';
import type { RowRules } from '../domain/viewer.ts';

export type Wanted = Pick<Listing, 'conditions'> & { readonly rules: RowRules };

/** Whose lists are wanted: those of orders, of locations, or the one list of all returns, whose parent is null. */
export type Parents = { readonly of: 'all' | 'order' | 'location'; readonly ids: readonly string[] };

export type PagedRow = { readonly parent: string | null; readonly id: string };

/** A total above this is not counted out. */
export const countedAtMost = 10_000;

const sortKeys = {
  REQUESTED_AT: { sql: 'returns.requested_at', type: 'timestamptz' },
  UPDATED_AT: { sql: 'returns.updated_at', type: 'timestamptz' },
  NUMBER: { sql: 'returns.number', type: 'text' },
  ID: { sql: 'returns.id', type: 'text' },
} as const;

/** The sort's keys, ending on the id. */
export function keysOf(sort: Listing['sort']): SortKey[] {
  const last = sort.at(-1)?.direction;
  return [...sort, { field: 'ID', direction: last } as const].map(({ field, direction }) => ({
    ...sortKeys[field],
    name: field,
    isDescending: direction !== 'ASC',
  }));
}

type Sql = Connection['sql'];

const allOf = (sql: Sql, parts: readonly Fragment[]): Fragment =>
  parts.reduce((all, part) => sql`${all} and ${part}`, sql`true`);

const within = (sql: Sql, column: string, range: Range | null | undefined): Fragment[] => [
  ...(range?.from ? [sql`returns.${sql(column)} >= ${range.from}`] : []),
  ...(range?.to ? [sql`returns.${sql(column)} < ${range.to}`] : []),
];

const anyOf = (sql: Sql, column: string, values: readonly string[] | null | undefined): Fragment[] =>
  values ? [sql`returns.${sql(column)} = any(${[...values]})`] : [];

const atLocations = (sql: Sql, ids: readonly string[] | null | undefined): Fragment[] =>
  ids ? [sql`(returns.drop_off_location_id = any(${[...ids]}) or returns.destination_id = any(${[...ids]}))`] : [];

function conditionsOf(sql: Sql, { conditions, rules }: Wanted): Fragment[] {
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
export async function pageReturns(
  { sql }: Connection,
  parents: Parents,
  query: Wanted,
  { window, columns, conditions, orderBy }: Keyset,
): Promise<PagedRow[]> {
  const { from, parent, wanted } = sourceOf(sql, parents);
  const matching = sql`${allOf(sql, [...wanted, ...conditionsOf(sql, query)])} ${conditions}`;
  const limit = window.size + 1;
  // One list needs no window function, and so can stop early on an index.
  if (parents.of === 'all') {
    return sql<PagedRow[]>`
      select null as parent, returns.id ${columns} from ${from} where ${matching} order by ${orderBy} limit ${limit}`;
  }
  return sql<PagedRow[]>`
    select * from (
      select ${parent} as parent, returns.id ${columns},
        row_number() over (partition by ${parent} order by ${orderBy}) as position
      from ${from} where ${matching}
    ) as paged
    where position <= ${limit} order by parent, position`;
}

export type Total = { readonly parent: string | null; readonly total: number };

/** Matches of each parent, counted no further than one above `countedAtMost` for the list of all. */
export async function countReturns({ sql }: Connection, parents: Parents, query: Wanted): Promise<Total[]> {
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
