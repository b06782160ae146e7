import { type Connection, keysetOf, type SortKey, type Sql } from '@passerelle/database';
import type { LocationStatus, LocationType, ServiceType } from '@passerelle/eligibility';
import {
  type InvalidInput,
  invalidInput,
  ok,
  type PageArguments,
  type Result,
  refuse,
  toConnection,
} from '@passerelle/values';
import type { LocationPage } from '../domain/location.ts';
import { locationColumns, toLocation } from './locations.ts';

type Maybe<T> = T | null | undefined;

export type LocationFilter = {
  readonly ids?: Maybe<readonly string[]>;
  readonly codes?: Maybe<readonly string[]>;
  readonly types?: Maybe<readonly LocationType[]>;
  readonly statuses?: Maybe<readonly LocationStatus[]>;
  readonly channelId?: Maybe<string>;
  readonly services?: Maybe<readonly ServiceType[]>;
  readonly countryCodes?: Maybe<readonly string[]>;
  readonly search?: Maybe<string>;
};

export type SortField = 'NAME' | 'CODE' | 'UPDATED_AT';
export type LocationSort = { readonly field: SortField; readonly direction?: Direction };
type Direction = 'ASC' | 'DESC';

export type LocationQuery = PageArguments & {
  readonly filter?: Maybe<LocationFilter>;
  readonly sort?: Maybe<readonly LocationSort[]>;
  /** Serves this channel, beside what the filter says. */
  readonly channelId?: string;
  readonly retired: boolean;
  readonly now: Date;
};

const sortKeys: Record<SortField, Pick<SortKey, 'sql' | 'type'>> = {
  NAME: { sql: 'name', type: 'text' },
  CODE: { sql: 'code', type: 'text' },
  UPDATED_AT: { sql: 'updated_at', type: 'timestamptz' },
};
const largestList = 100;

/** A page of locations, sorted as asked and then by id. Refuses lists of more than 100 and searches under 2 characters. */
export async function pageLocations(
  connection: Connection,
  { filter, sort, channelId, retired, now, ...page }: LocationQuery,
): Promise<Result<LocationPage, InvalidInput>> {
  const problem = problemOf(filter ?? {});
  if (problem) return refuse(problem);
  const wanted = sort?.length ? sort : [{ field: 'NAME', direction: 'ASC' } as const];
  const keys = wanted.map(({ field, direction }) => ({
    ...sortKeys[field],
    name: field,
    isDescending: direction === 'DESC',
  }));
  const keyset = keysetOf(connection, [...keys, { name: 'ID', sql: 'id', type: 'text', isDescending: false }], page);
  if (!keyset.ok) return keyset;
  const { columns, conditions, orderBy, window, keyOf } = keyset.value;
  const { sql } = connection;
  const rows = await sql<Parameters<typeof toLocation>[0][]>`
    select ${locationColumns(sql)} ${columns} from locations
    where ${wantedRows(sql, { filter, channelId, retired, now })} ${conditions}
    order by ${orderBy} limit ${window.size + 1}`;
  const { edges, pageInfo } = toConnection(rows, window, keyOf);
  const located = edges.map(({ cursor, node }) => ({ cursor, node: toLocation(node) }));
  return ok({ edges: located, nodes: located.map(({ node }) => node), pageInfo });
}

function problemOf({ ids, codes, search }: LocationFilter): InvalidInput | undefined {
  if ((ids?.length ?? 0) > largestList) return invalidInput(['filter', 'ids'], `Give ${largestList} ids at most.`);
  if ((codes?.length ?? 0) > largestList)
    return invalidInput(['filter', 'codes'], `Give ${largestList} codes at most.`);
  if (search != null && search.trim().length < 2) {
    return invalidInput(['filter', 'search'], 'Search with 2 characters at least.');
  }
  return undefined;
}

function wantedRows(
  sql: Sql,
  { filter, channelId, retired, now }: Pick<LocationQuery, 'filter' | 'channelId' | 'retired' | 'now'>,
) {
  const { ids, codes, types, statuses, services, countryCodes, search } = filter ?? {};
  const any = (column: string, values: Maybe<readonly string[]>) =>
    values ? sql`and ${sql.unsafe(column)} = any(${[...values]})` : sql``;
  const serves = (id: Maybe<string>) =>
    id ? sql`and exists (select from channel_locations c where c.location_id = id and c.channel_id = ${id})` : sql``;
  return sql`
    (${retired} or status <> 'RETIRED')
    ${any('id', ids)} ${any('code', codes)} ${any('type', types)} ${any('status', statuses)}
    ${any("address->>'countryCode'", countryCodes)} ${serves(channelId)} ${serves(filter?.channelId)}
    ${services ? offers(sql, services, now) : sql``} ${search ? startsWith(sql, search.trim()) : sql``}`;
}

const offers = (sql: Sql, services: readonly ServiceType[], now: Date) => sql`
  and ${new Set(services).size} = (
    select count(*) from location_services s
    where s.location_id = id and s.type = any(${[...services]}) and is_enabled
      and (paused_until is null or paused_until <= ${now}))`;

function startsWith(sql: Sql, search: string) {
  const pattern = `${search.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`;
  return sql`and (lower(name) like ${pattern} or lower(code) like ${pattern}
    or lower(address->>'city') like ${pattern} or lower(address->>'postalCode') like ${pattern})`;
}
