import type { Connection, Sql } from '@passerelle/database';
import type { LocationStatus, LocationType, ServiceType } from '@passerelle/eligibility';
import {
  type InvalidInput,
  invalidInput,
  type Key,
  ok,
  type PageArguments,
  type PageWindow,
  type Result,
  readPage,
  refuse,
  toConnection,
} from '@passerelle/values';
import type { Location, LocationPage } from '../domain/location.ts';
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

const columns: Record<
  SortField,
  { readonly name: string; readonly type: string; readonly of: (l: Location) => string }
> = {
  NAME: { name: 'name', type: 'text', of: ({ name }) => name },
  CODE: { name: 'code', type: 'text', of: ({ code }) => code },
  UPDATED_AT: { name: 'updated_at', type: 'timestamptz', of: ({ updatedAt }) => updatedAt.toISOString() },
};
const largestList = 100;

/** A page of locations, sorted as asked and then by id. Refuses lists of more than 100 and searches under 2 characters. */
export async function pageLocations(
  { sql }: Connection,
  query: LocationQuery,
): Promise<Result<LocationPage, InvalidInput>> {
  const sort = query.sort?.length ? query.sort : [{ field: 'NAME', direction: 'ASC' } as const];
  const window = readPage(query, { keyLength: sort.length + 1, maximum: 100 });
  if (!window.ok) return window;
  const problem = problemOf(query.filter ?? {}) ?? cursorProblem(sort, window.value);
  if (problem) return refuse(problem);

  const { backwards, size } = window.value;
  const order = sort.map(({ field, direction }) => `${columns[field].name} ${flip(direction, backwards)}`);
  const rows = await sql<Parameters<typeof toLocation>[0][]>`
    select ${locationColumns(sql)} from locations
    where ${conditions(sql, query)} ${bounds(sql, sort, window.value)}
    order by ${sql.unsafe([...order, `id ${flip('ASC', backwards)}`].join(', '))} limit ${size + 1}`;
  const keyOf = (location: Location): Key => [...sort.map(({ field }) => columns[field].of(location)), location.id];
  return ok(toConnection(rows.map(toLocation), window.value, keyOf));
}

const flip = (direction: Direction | undefined, backwards: boolean) =>
  (direction !== 'DESC') !== backwards ? 'asc' : 'desc';

function problemOf({ ids, codes, search }: LocationFilter): InvalidInput | undefined {
  if ((ids?.length ?? 0) > largestList) return invalidInput(['filter', 'ids'], `Give ${largestList} ids at most.`);
  if ((codes?.length ?? 0) > largestList)
    return invalidInput(['filter', 'codes'], `Give ${largestList} codes at most.`);
  if (search != null && search.trim().length < 2) {
    return invalidInput(['filter', 'search'], 'Search with 2 characters at least.');
  }
  return undefined;
}

/** A cursor of another list may have the right length and still hold no instant where one is compared. */
function cursorProblem(sort: readonly LocationSort[], { after, before }: PageWindow): InvalidInput | undefined {
  const isOfThisList = (key: Key) =>
    key.every((part) => typeof part === 'string') &&
    sort.every(({ field }, at) => field !== 'UPDATED_AT' || !Number.isNaN(Date.parse(String(key[at]))));
  for (const [side, key] of Object.entries({ after, before })) {
    if (key && !isOfThisList(key)) return invalidInput([side], 'This cursor is not one of this list.');
  }
  return undefined;
}

function conditions(sql: Sql, { filter, channelId, retired, now }: LocationQuery) {
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

/** Rows after (before) a key in a mixed order: equal on the first parts and beyond on the next. */
function bounds(sql: Sql, sort: readonly LocationSort[], { after, before }: PageWindow) {
  const parts = [
    ...sort.map(({ field, direction }) => ({ ...columns[field], direction })),
    { name: 'id', type: 'text', direction: 'ASC' as const },
  ];
  const beyond = (key: Key, forwards: boolean) => {
    const value = (at: number) => sql`${String(key[at])}::${sql.unsafe(parts[at]?.type ?? 'text')}`;
    const alternatives = parts.map(({ name, direction }, at) => {
      const sign = (direction !== 'DESC') === forwards ? '>' : '<';
      const equal = parts.slice(0, at).map((part, index) => sql`and ${sql.unsafe(part.name)} = ${value(index)}`);
      return sql`(${sql.unsafe(`${name} ${sign}`)} ${value(at)} ${equal.length > 0 ? equal : sql``})`;
    });
    return sql`and (false ${alternatives.map((alternative) => sql`or ${alternative}`)})`;
  };
  return sql`${after ? beyond(after, true) : sql``} ${before ? beyond(before, false) : sql``}`;
}
