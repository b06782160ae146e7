import { type Connection, inTransaction } from '@passerelle/database';
import type { Caller } from '@passerelle/server';
import { invalidInput, newId, notFound, ok, type Refusal, type Result, refuse } from '@passerelle/values';
import type { ActionContext } from '../context.ts';
import { allocationsOf, type FilledLine, maximumOrderLines, reservedChanges } from '../domain/allocation.ts';
import { type Delta, ownSource } from '../domain/movement.ts';
import type { KnownLocation } from '../domain/network.ts';
import type { Item } from '../domain/stock.ts';
import { checkNames, checkUnits } from '../domain/stock-event.ts';
import { findItems } from '../storage/items.ts';
import { applyDeltas } from '../storage/ledger.ts';
import { insertRestock } from '../storage/once.ts';
import { insertReservations, lockOrder } from '../storage/reservations.ts';
import { addReserved } from '../storage/reserved.ts';

type ArrivedLine = {
  readonly orderLineId: string;
  readonly sku: string;
  readonly quantity: number;
  readonly damagedQuantity: number;
};
export type ReceiveTransferredStockInput = {
  readonly receiptReference: string;
  readonly orderId: string;
  readonly revision: number;
  readonly channelId: string;
  readonly locationId: string;
  readonly lines: readonly ArrivedLine[];
  readonly occurredAt: Date;
};

type Arrival = ReceiveTransferredStockInput & {
  readonly location: KnownLocation;
  readonly items: ReadonlyMap<string, Item>;
};

/**
 * Books goods that another location sent for an order in where they arrived, and keeps them for the order in the same
 * transaction, so that nobody else's order can take them; damaged ones are blocked. Once for each reference; answers the
 * units kept.
 */
export async function receiveTransferredStock(
  { database, network, now }: ActionContext,
  caller: Caller,
  input: ReceiveTransferredStockInput,
): Promise<Result<number, Refusal>> {
  const { receiptReference, orderId, channelId } = input;
  const problems = [...checkNames({ receiptReference, orderId, channelId }), ...checkArrived(input.lines)];
  if (problems.length > 0) return refuse(...problems);
  const location = (await network.get()).byId.get(input.locationId);
  if (!location) return refuse(notFound('location', input.locationId, ['locationId']));

  return inTransaction(database, async (tx): Promise<Result<number, Refusal>> => {
    await lockOrder(tx, input.orderId);
    const skus = [...new Set(input.lines.map(({ sku }) => sku))];
    const items = new Map((await findItems(tx, skus)).map((item) => [item.sku, item]));
    const unknown = input.lines.flatMap(({ sku }, index) =>
      items.has(sku) ? [] : [notFound('SKU', sku, ['lines', index, 'sku'])],
    );
    if (unknown.length > 0) return refuse(...unknown);
    const units = input.lines.reduce((sum, { quantity }) => sum + quantity, 0);
    const once = { inspectionId: `arrival:${input.receiptReference}`, returnId: input.orderId, units };
    const before = await insertRestock(tx, once, now());
    if (before !== null) return ok(before);
    await bookIn(tx, caller, { ...input, location, items }, now());
    return ok(units);
  });
}

async function bookIn(tx: Connection, caller: Caller, arrival: Arrival, at: Date): Promise<void> {
  const { location, items, lines, orderId, revision, channelId, occurredAt } = arrival;
  const tracked = lines.flatMap((line) => {
    const item = items.get(line.sku);
    return item?.isTracked ? [{ ...line, item }] : [];
  });
  const deltas = tracked.map(
    ({ item, quantity, damagedQuantity }): Delta => ({
      itemNo: item.itemNo,
      locationNo: location.locationNo,
      quantity: quantity + damagedQuantity,
      blockedQuantity: damagedQuantity,
      reason: 'TRANSFER_IN',
      source: `${ownSource}transfer`,
      eventId: null,
      reference: orderId,
      actor: caller.subject,
      occurredAt,
      isSpokenFor: true,
    }),
  );
  await applyDeltas(tx, deltas, at);
  const kept = tracked
    .filter(({ quantity }) => quantity > 0)
    .map(({ orderLineId, item, quantity }): FilledLine => ({ orderLineId, item, location, quantity, poolNo: null }));
  if (kept.length === 0) return;
  await addReserved(tx, reservedChanges(kept, null), at);
  const nextId = () => newId('reservation', at);
  await insertReservations(tx, allocationsOf(kept, null, { orderId, revision, channelId, at, nextId }));
}

function checkArrived(lines: ReceiveTransferredStockInput['lines']): Refusal[] {
  if (lines.length < 1 || lines.length > maximumOrderLines) {
    return [invalidInput(['lines'], `Give 1 to ${maximumOrderLines} lines.`)];
  }
  return lines.flatMap(({ orderLineId, sku, quantity, damagedQuantity }, index) => [
    ...checkNames({ orderLineId, sku }, ['lines', index]),
    ...checkUnits({ quantity, damagedQuantity }, ['lines', index]),
  ]);
}
