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
import type { Order } from '../domain/order.ts';
import { cardTokenProblems } from '../domain/order-input.ts';
import { columnsOf } from './rows.ts';
import { orders } from './tables.ts';

type Maybe<T> = T | null | undefined;
type Range = { readonly from?: Maybe<Date>; readonly to?: Maybe<Date> };
export type OrderFilter = {
  readonly ids?: Maybe<readonly string[]>;
  readonly numbers?: Maybe<readonly string[]>;
  readonly externalReferences?: Maybe<readonly string[]>;
  readonly channelIds?: Maybe<readonly string[]>;
  readonly statuses?: Maybe<readonly string[]>;
  readonly fulfillmentStatuses?: Maybe<readonly string[]>;
  readonly paymentStatuses?: Maybe<readonly string[]>;
  readonly deliveryMethods?: Maybe<readonly string[]>;
  readonly locationIds?: Maybe<readonly string[]>;
  readonly customerId?: Maybe<string>;
  readonly customerEmail?: Maybe<string>;
  readonly cardToken?: Maybe<string>;
  readonly skus?: Maybe<readonly string[]>;
  readonly placedAt?: Maybe<Range>;
  readonly updatedAt?: Maybe<Range>;
  readonly isLate?: Maybe<boolean>;
};
export type OrderSort = {
  readonly field: 'PLACED_AT' | 'UPDATED_AT' | 'NUMBER' | 'PROMISED_TO';
  /** Descending when left out. */
  readonly direction?: 'ASC' | 'DESC';
};
export type OrderPageArguments = PageArguments & {
  readonly filter?: Maybe<OrderFilter>;
  readonly sort?: Maybe<readonly OrderSort[]>;
};
export type OrderPage = Page<Order> & { readonly totalCount: () => Promise<number | null> };

const sortKeys: Record<OrderSort['field'], Omit<SortKey, 'isDescending' | 'name'>> = {
  PLACED_AT: { sql: 'orders.placed_at', type: 'timestamptz' },
  UPDATED_AT: { sql: 'orders.updated_at', type: 'timestamptz' },
  NUMBER: { sql: 'substr(orders.number, 3)::bigint', type: 'bigint' },
  PROMISED_TO: { sql: "coalesce(orders.promised_to, 'infinity')", type: 'timestamptz' },
};
const limits = { ids: 100, numbers: 100, externalReferences: 100, skus: 250 } as const;
const countedAtMost = 10_000;
const columns = columnsOf(orders);

/** Orders a caller may see, filtered, sorted and paged in SQL. */
export async function pageOrders(
  connection: Connection,
  { filter, sort, ...page }: OrderPageArguments,
  { caller, now }: { readonly caller: Caller; readonly now: Date },
): Promise<Result<OrderPage>> {
  for (const [field, limit] of Object.entries(limits)) {
    if ((filter?.[field as keyof typeof limits]?.length ?? 0) > limit) {
      return refuse(invalidInput(['filter', field], `\`filter.${field}\` takes ${limit} values at most.`));
    }
  }
  if (filter?.customerEmail != null && !caller.scopes.has('pii:read')) {
    return refuse(invalidInput(['filter', 'customerEmail'], '`filter.customerEmail` needs the scope pii:read.'));
  }
  const [badToken] = tokenProblems(filter?.cardToken, caller);
  if (badToken) return refuse(badToken);
  const { sql } = connection;
  const wanted = sort?.length ? sort : [{ field: 'PLACED_AT', direction: 'DESC' } as const];
  const keys = wanted.map(({ field, direction }) => ({
    ...sortKeys[field],
    name: field,
    isDescending: direction !== 'ASC',
  }));
  const last = { name: 'ID', sql: 'orders.id', type: 'text' as const, isDescending: keys.at(-1)?.isDescending ?? true };
  const keyset = keysetOf(connection, [...keys, last], page);
  if (!keyset.ok) return keyset;
  const where = conditionsOf(connection, filter ?? {}, caller, now);
  const { window, conditions, orderBy, keyOf } = keyset.value;
  const rows = await sql`
    select ${sql.unsafe(columns)} ${keyset.value.columns} from orders
    where true ${where} ${conditions} order by ${orderBy} limit ${window.size + 1}`;
  return ok({
    ...toConnection(rows as unknown as Order[], window, keyOf),
    totalCount: async () => {
      const [counted] = await sql`
        select count(*)::int as total from (select from orders where true ${where} limit ${countedAtMost + 1}) as found`;
      return counted?.total > countedAtMost ? null : counted?.total;
    },
  });
}

/** Shoppers and their storefront have no business with cards: only who takes goods back finds orders by them. */
function tokenProblems(token: Maybe<string>, { scopes }: Caller) {
  const path = ['filter', 'cardToken'];
  if (token == null || scopes.has('returns:process')) return cardTokenProblems(token, path);
  return [invalidInput(path, '`filter.cardToken` needs the scope returns:process.')];
}

/** Row rules and filter; each condition starts with `and`. */
function conditionsOf({ sql }: Connection, filter: OrderFilter, caller: Caller, now: Date) {
  const parts: Fragment[] = [rowsOf({ sql }, caller)];
  const anyOf = (column: string, values: Maybe<readonly string[]>) => {
    if (values) parts.push(sql`and ${sql.unsafe(column)} = any(${values as string[]}::text[])`);
  };
  anyOf('orders.id', filter.ids);
  anyOf('orders.number', filter.numbers);
  anyOf('orders.external_reference', filter.externalReferences);
  anyOf('orders.channel_id', filter.channelIds);
  anyOf('orders.status', filter.statuses);
  anyOf('orders.fulfillment_status', filter.fulfillmentStatuses);
  anyOf('orders.payment_status', filter.paymentStatuses);
  if (filter.deliveryMethods) {
    parts.push(sql`and exists (select from delivery_groups where order_id = orders.id
      and method = any(${filter.deliveryMethods as string[]}::text[]))`);
  }
  if (filter.locationIds) {
    parts.push(sql`and exists (select from fulfillment_orders where order_id = orders.id
      and location_id = any(${filter.locationIds as string[]}::text[]))`);
  }
  if (filter.skus) {
    parts.push(sql`and exists (select from order_lines where order_id = orders.id
      and sku = any(${filter.skus as string[]}::text[]))`);
  }
  if (filter.customerId != null) parts.push(sql`and orders.customer_id = ${filter.customerId}`);
  if (filter.customerEmail != null) parts.push(sql`and lower(orders.customer_email) = lower(${filter.customerEmail})`);
  if (filter.cardToken != null) {
    parts.push(sql`and orders.id in (select order_id from payments where card_token = ${filter.cardToken})`);
  }
  for (const [column, range] of [
    ['orders.placed_at', filter.placedAt],
    ['orders.updated_at', filter.updatedAt],
  ] as const) {
    if (range?.from) parts.push(sql`and ${sql.unsafe(column)} >= ${range.from}`);
    if (range?.to) parts.push(sql`and ${sql.unsafe(column)} < ${range.to}`);
  }
  if (filter.isLate != null) {
    const late = sql`(orders.promised_to < ${now} and orders.status not in ('COMPLETED', 'CANCELLED')
      and orders.fulfillment_status not in ('FULFILLED', 'NOT_REQUIRED'))`;
    parts.push(filter.isLate ? sql`and ${late}` : sql`and ${late} is not true`);
  }
  return parts.reduce((all, one) => sql`${all} ${one}`);
}

function rowsOf({ sql }: Pick<Connection, 'sql'>, { scopes, customerId, locationIds }: Caller) {
  if (!scopes.has('orders:read')) return sql`and orders.customer_id = ${customerId}`;
  if (locationIds === null) return sql``;
  return sql`and exists (select from fulfillment_orders where order_id = orders.id
    and location_id = any(${locationIds as string[]}::text[]))`;
}
