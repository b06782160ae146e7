import type { Connection } from '@passerelle/database';
import { newId, ok, type Result } from '@passerelle/values';
import { type EditInput, type EditPlan, planEdit } from '../domain/edit.ts';
import { beforeHold } from '../domain/hold.ts';
import { type Ask, asksOf, type Reach } from '../domain/letting-go.ts';
import { isHeld } from '../domain/order.ts';
import type { OrderRefusal } from '../domain/refusals.ts';
import { findStates } from '../storage/holds.ts';
import type { WholeOrder } from '../storage/orders.ts';
import { pickupCode } from './moments.ts';

/** An edit as it would be carried out, and the warehouses to be asked first. */
export type Read = { readonly whole: WholeOrder; readonly plan: EditPlan; readonly asks: readonly Ask[] };

/** Reads an edit of an order that is locked. A held order's work has stopped: nobody is asked about it. */
export async function readEdit(
  tx: Connection,
  whole: WholeOrder,
  input: EditInput,
  { reach, now }: { readonly reach: Reach; readonly now: Date },
): Promise<Result<Read, OrderRefusal>> {
  const ids = { group: () => newId('deliveryGroup', now), line: () => newId('orderLine', now), pickupCode };
  const plan = planEdit({ ...whole, work: await asItStood(tx, whole) }, input, { ids, reach });
  if (!plan.ok) return plan;
  const asks = isHeld(whole.order) ? [] : asksOf(whole, plan.value.workLines, plan.value.readdressed);
  return ok({ whole, plan: plan.value, asks });
}

/** Work of a held order tells by where it stood before whose hands units are in. */
export const asItStood = async (tx: Connection, { order, work }: WholeOrder) =>
  isHeld(order)
    ? beforeHold(work, new Map((await findStates(tx, [order.id])).map((one) => [one.id, one.status])))
    : work;
