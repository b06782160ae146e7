import type { Connection } from '@passerelle/database';
import type { Range } from '../domain/listing.ts';
import type { Grouping } from '../domain/numbers.ts';
import type { ReturnReason } from '../domain/return.ts';

export type Statistic = {
  readonly key: string;
  readonly requestedUnits: number;
  readonly receivedUnits: number;
  readonly acceptedUnits: number;
  /** Null by location: returns do not know where goods were handed over. */
  readonly fulfilledUnits: number | null;
  readonly reasons: readonly { readonly reason: ReturnReason; readonly units: number }[];
};

const keyColumn = {
  SKU: 'return_lines.sku',
  CHANNEL: 'returns.channel_id',
  LOCATION: 'coalesce(returns.lodged_location_id, returns.drop_off_location_id)',
} as const;
const soldKey = { SKU: 'order_line_facts.sku', CHANNEL: 'order_facts.channel_id', LOCATION: 'null::text' } as const;

/** Units asked back by key, most first, of returns asked for in a range; declined and withdrawn ones do not count. */
export async function countUnits(
  { sql }: Connection,
  by: Grouping,
  { from, to }: Range,
  limit: number,
): Promise<Statistic[]> {
  return sql<Statistic[]>`
    with asked as (
      select ${sql.unsafe(keyColumn[by])} as key, reason, sum(requested_quantity) as units,
        sum(received_quantity) as received, sum(accepted_quantity) as accepted
      from return_lines join returns on returns.id = return_lines.return_id
      where returns.status not in ('DECLINED', 'CANCELLED')
        and (${from ?? null}::timestamptz is null or returns.requested_at >= ${from ?? null})
        and (${to ?? null}::timestamptz is null or returns.requested_at < ${to ?? null})
      group by 1, reason
    ), sold as (
      select ${sql.unsafe(soldKey[by])} as key, sum(fulfilled_quantity) as units
      from order_line_facts join order_facts using (order_id)
      where order_id not like 'no-receipt:%' and (${from ?? null}::timestamptz is null or placed_at >= ${from ?? null})
        and (${to ?? null}::timestamptz is null or placed_at < ${to ?? null})
      group by 1
    )
    select asked.key, sum(asked.units)::integer as "requestedUnits", sum(received)::integer as "receivedUnits",
      sum(accepted)::integer as "acceptedUnits", max(sold.units)::integer as "fulfilledUnits",
      jsonb_agg(jsonb_build_object('reason', reason, 'units', asked.units) order by asked.units desc, reason) as reasons
    from asked left join sold on sold.key = asked.key
    where asked.key is not null group by asked.key
    order by "requestedUnits" desc, asked.key limit ${limit}`;
}

export type Ageing = {
  readonly fromDays: number;
  /** Exclusive; null for the last. */
  readonly toDays: number | null;
  readonly currency: string;
  readonly returns: number;
  readonly units: number;
  /** Value of accepted units for which neither money nor goods went, in minor units. */
  readonly waitingMinor: number;
};

/** Returns that are not at their end, by days since they were asked for and by currency. */
export async function countOpen({ sql }: Connection, now: Date): Promise<Ageing[]> {
  const rows = await sql<Ageing[]>`
    with ages(from_days, to_days) as (values (0, 3), (3, 8), (8, 15), (15, 31), (31, null::integer)),
    units as (
      select return_id, sum(requested_quantity - refused_quantity) as units, sum(round(refundable_minor::numeric
        * greatest(0, accepted_quantity - refunded_quantity - exchanged_quantity) / requested_quantity)) as waiting
      from return_lines group by return_id
    )
    select from_days as "fromDays", to_days as "toDays", currency, count(*)::integer as returns,
      sum(units)::integer as units, sum(waiting)::bigint as "waitingMinor"
    from returns join units on return_id = returns.id
    join ages on requested_at <= ${now}::timestamptz - make_interval(days => from_days)
      and (to_days is null or requested_at > ${now}::timestamptz - make_interval(days => to_days))
    where status not in ('DECLINED', 'CANCELLED', 'CLOSED')
    group by from_days, to_days, currency order by from_days, currency`;
  return rows.map((row) => ({ ...row, waitingMinor: Number(row.waitingMinor) }));
}

export type Awaited = {
  readonly sku: string;
  readonly locationId: string | null;
  readonly units: number;
  readonly requestedUnits: number;
  readonly restockedUnits: number;
  readonly allRequestedUnits: number;
  readonly allRestockedUnits: number;
};

/** Units on their way back by SKU and destination, with what became of units of returns that are at their end. */
export async function findAwaited({ sql }: Connection, skus: readonly string[]): Promise<Awaited[]> {
  return sql<Awaited[]>`
    with ended as (
      select line.sku, sum(line.requested_quantity) as requested, coalesce(sum(found.units), 0) as restocked
      from return_lines as line join returns on returns.id = line.return_id
      left join (
        select return_line_id, sum(quantity) as units from inspection_lines
        join inspections on inspections.id = inspection_id
        where inspections.status = 'CONFIRMED' and disposition = 'RESTOCK' and condition not in ('DAMAGED', 'INCOMPLETE')
        group by return_line_id) as found on found.return_line_id = line.id
      where method <> 'KEEP_ITEM' and returns.status in ('INSPECTED', 'CLOSED', 'CANCELLED')
      group by line.sku
    ), overall as (select coalesce(sum(requested), 0) as requested, coalesce(sum(restocked), 0) as restocked from ended)
    select line.sku, destination_id as "locationId", 
      sum(requested_quantity - received_quantity + in_transit_quantity)::integer as units,
      coalesce(max(ended.requested), 0)::integer as "requestedUnits",
      coalesce(max(ended.restocked), 0)::integer as "restockedUnits",
      max(overall.requested)::integer as "allRequestedUnits", max(overall.restocked)::integer as "allRestockedUnits"
    from return_lines as line join returns on returns.id = line.return_id cross join overall
    left join ended on ended.sku = line.sku
    where line.sku = any(${[...skus]}) and method <> 'KEEP_ITEM' and requested_quantity > received_quantity - in_transit_quantity
      and returns.status in ('APPROVED', 'PARTIALLY_RECEIVED', 'RECEIVED')
    group by line.sku, destination_id order by line.sku, destination_id`;
}
