import { type Connection, type Fragment, keysetOf, type SortKey } from '@passerelle/database';
import type { Caller } from '@passerelle/server';
import {
  invalidInput,
  ok,
  type Connection as Page,
  type PageArguments,
  type Result,
  refuse,
  toConnection,
} from '@passerelle/values';
import type { FulfillmentOrder } from '../domain/fulfillment.ts';
import { columnsOf } from './rows.ts';
import { fulfillmentOrders } from './tables.ts';

type Maybe<T> = T | null | undefined;
type Range = { readonly from?: Maybe<Date>; readonly to?: Maybe<Date> };
export type WorkFilter = {
  readonly locationIds?: Maybe<readonly string[]>;
  readonly orderIds?: Maybe<readonly string[]>;
  readonly statuses?: Maybe<readonly string[]>;
  readonly types?: Maybe<readonly string[]>;
  readonly cancellationStatuses?: Maybe<readonly string[]>;
  readonly dueAt?: Maybe<Range>;
  readonly updatedAt?: Maybe<Range>;
};
export type WorkSort = {
  readonly field: 'DUE_AT' | 'CREATED_AT' | 'UPDATED_AT';
  /** Ascending when left out. */
  readonly direction?: 'ASC' | 'DESC';
};
export type WorkPageArguments = PageArguments & {
  readonly filter?: Maybe<WorkFilter>;
  readonly sort?: Maybe<readonly WorkSort[]>;
};
export type WorkPage = Page<FulfillmentOrder> & { readonly totalCount: () => Promise<number | null> };

const sortKeys: Record<WorkSort['field'], Omit<SortKey, 'isDescending' | 'name'>> = {
  DUE_AT: { sql: "coalesce(fulfillment_orders.due_at, 'infinity')", type: 'timestamptz' },
  CREATED_AT: { sql: 'fulfillment_orders.created_at', type: 'timestamptz' },
  UPDATED_AT: { sql: 'fulfillment_orders.updated_at', type: 'timestamptz' },
};
const countedAtMost = 10_000;
const columns = columnsOf(fulfillmentOrders);

/** Work a caller may see, filtered, sorted and paged in SQL. `at` narrows to one location. */
export async function pageWork(
  connection: Connection,
  { filter, sort, ...page }: WorkPageArguments,
  { caller, at }: { readonly caller: Caller; readonly at?: string },
): Promise<Result<WorkPage>> {
  for (const field of ['locationIds', 'orderIds'] as const) {
    if ((filter?.[field]?.length ?? 0) > 100) {
      return refuse(invalidInput(['filter', field], `\`filter.${field}\` takes 100 values at most.`));
    }
  }
  const { sql } = connection;
  const wanted = sort?.length ? sort : [{ field: 'DUE_AT', direction: 'ASC' } as const];
  const keys = wanted.map(({ field, direction }) => ({
    ...sortKeys[field],
    name: field,
    isDescending: direction === 'DESC',
  }));
  const last = {
    name: 'ID',
    sql: 'fulfillment_orders.id',
    type: 'text' as const,
    isDescending: keys.at(-1)?.isDescending ?? false,
  };
  const keyset = keysetOf(connection, [...keys, last], page);
  if (!keyset.ok) return keyset;
  const where = conditionsOf(connection, filter ?? {}, caller.locationIds, at);
  const { window, conditions, orderBy, keyOf } = keyset.value;
  const rows = await sql`
    select ${sql.unsafe(columns)} ${keyset.value.columns} from fulfillment_orders
    where true ${where} ${conditions} order by ${orderBy} limit ${window.size + 1}`;
  return ok({
    ...toConnection(rows as unknown as FulfillmentOrder[], window, keyOf),
    totalCount: async () => {
      const [counted] = await sql`
        select count(*)::int as total
        from (select from fulfillment_orders where true ${where} limit ${countedAtMost + 1}) as found`;
      return counted?.total > countedAtMost ? null : counted?.total;
    },
  });
}

function conditionsOf(
  { sql }: Connection,
  filter: WorkFilter,
  bound: readonly string[] | null,
  at: string | undefined,
) {
  const parts: Fragment[] = [sql``];
  const anyOf = (column: string, values: Maybe<readonly string[]>) => {
    if (values) parts.push(sql`and ${sql.unsafe(column)} = any(${values as string[]}::text[])`);
  };
  anyOf('location_id', bound);
  anyOf('location_id', filter.locationIds);
  anyOf('order_id', filter.orderIds);
  anyOf('status', filter.statuses);
  anyOf('type', filter.types);
  if (filter.cancellationStatuses) {
    parts.push(sql`and exists (
      select from cancellation_requests as request
      where request.fulfillment_order_id = fulfillment_orders.id
        and request.status = any(${filter.cancellationStatuses as string[]}::text[]))`);
  }
  if (at !== undefined) parts.push(sql`and location_id = ${at}`);
  for (const [column, range] of [
    ['due_at', filter.dueAt],
    ['updated_at', filter.updatedAt],
  ] as const) {
    if (range?.from) parts.push(sql`and ${sql.unsafe(column)} >= ${range.from}`);
    if (range?.to) parts.push(sql`and ${sql.unsafe(column)} < ${range.to}`);
  }
  return parts.reduce((all, one) => sql`${all} ${one}`);
}

export type Workload = {
  readonly locationId: string;
  readonly offered: number;
  readonly inProgress: number;
  readonly readyForPickup: number;
  readonly late: number;
};

/** Open work of locations by state; a location without any is absent. */
export async function findWorkloads(
  { sql }: Connection,
  locationIds: readonly string[],
  now: Date,
): Promise<Workload[]> {
  const rows = await sql`
    select location_id as "locationId",
      count(*) filter (where status = 'OFFERED')::int as offered,
      count(*) filter (where status in ('ACCEPTED', 'PICKING', 'PICKED', 'PACKED'))::int as "inProgress",
      count(*) filter (where status in ('READY_FOR_PICKUP', 'PARTLY_COLLECTED'))::int as "readyForPickup",
      count(*) filter (where status in ('OFFERED', 'ACCEPTED', 'PICKING', 'PICKED', 'PACKED') and due_at < ${now})::int
        as late
    from fulfillment_orders
    where location_id = any(${locationIds as string[]}::text[])
      and status in ('OFFERED', 'ACCEPTED', 'PICKING', 'PICKED', 'PACKED', 'READY_FOR_PICKUP',
        'PARTLY_COLLECTED')
    group by location_id`;
  return rows as unknown as Workload[];
}
