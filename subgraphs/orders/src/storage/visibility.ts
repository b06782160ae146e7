import type { Connection } from '@passerelle/database';
import type { Caller } from '@passerelle/server';
import type { Order } from '../domain/order.ts';

/**
 * Whether a caller may see an order at all. Shoppers see their own; who is bound to locations sees orders that have,
 * or had, work there; services and everybody else who may read orders see all.
 */
export async function isVisible(
  { sql }: Connection,
  order: Pick<Order, 'id' | 'customerId'>,
  caller: Caller,
): Promise<boolean> {
  if (caller.kind === 'service') return true;
  const { scopes, customerId, locationIds } = caller;
  if (customerId !== null && order.customerId === customerId) return true;
  if (!scopes.has('orders:read') && !scopes.has('orders:write')) return false;
  if (locationIds === null) return true;
  const rows = await sql`
    select from fulfillment_orders
    where order_id = ${order.id} and location_id = any(${locationIds as string[]}::text[]) limit 1`;
  return rows.length > 0;
}

/** Scopes whose holders come to an order by work or returns they may see; row rules were applied on the way. */
const ways = ['orders:read', 'fulfillment:read', 'returns:process', 'shipments:track'];

/** Whether an order may be shown to a caller who came to it from another object. Shoppers still see their own only. */
export function isReachable({ customerId }: Pick<Order, 'customerId'>, caller: Caller): boolean {
  if (caller.kind === 'service' || ways.some((scope) => caller.scopes.has(scope))) return true;
  return customerId !== null && customerId === caller.customerId;
}
