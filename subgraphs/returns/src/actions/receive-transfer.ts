import { type Connection, inTransaction } from '@passerelle/database';
import { unschedule } from '@passerelle/events';
import { invalidState, notFound, ok, type Result, refuse } from '@passerelle/values';
import type { Context } from '../context.ts';
import type { ReturnRefusal } from '../domain/return.ts';
import { worksAt } from '../domain/viewer.ts';
import {
  findTransfers,
  lockTransfer,
  restockJob,
  saveArrival,
  saveTransferStocked,
  scheduleRestock,
} from '../storage/handling.ts';
import { findOrderIdOf } from '../storage/returns.ts';

export type ReceiveTransfer = { readonly transferId: string; readonly locationId: string };
type Arrived = Result<{ id: string; transferId: string }, ReturnRefusal>;

/** Notes that units sent on have arrived; they are sold from there. Repeating it at the same location changes nothing. */
export async function receiveTransfer(context: Context, input: ReceiveTransfer): Promise<Arrived> {
  const { caller, database, neighbours, log } = context;
  // Whether there is such a location does not depend on the channel.
  const isPlace = worksAt(caller, input.locationId) && (await neighbours.findPlace(input.locationId, '')) !== null;
  const result = await inTransaction(database, (tx) => arrive(tx, context, input, isPlace));
  if (result.ok)
    await context.restock(input.transferId).catch((error) => log.warn({ err: error }, 'restock is delayed'));
  return result;
}

async function arrive(tx: Connection, context: Context, input: ReceiveTransfer, isPlace: boolean): Promise<Arrived> {
  const { owner, now } = context;
  const { transferId, locationId } = input;
  const transfer = await lockTransfer(tx, transferId);
  if (!transfer) return refuse(notFound('transfer', transferId, ['transferId']));
  if (!isPlace) return refuse(notFound('location', locationId, ['locationId']));
  const arrived = ok({ id: transfer.returnId, transferId });
  if (transfer.arrivedAt) {
    return transfer.toLocationId === locationId
      ? arrived
      : refuse(invalidState('These units have arrived elsewhere.', 'ARRIVED', ['transferId']));
  }
  await saveArrival(tx, transferId, locationId, now());
  await scheduleRestock(tx, owner, transferId, now());
  return arrived;
}

/** Puts units that arrived into stock unless that was done. */
export async function stockTransfer(
  { database, owner, neighbours, now }: Pick<Context, 'database' | 'owner' | 'neighbours' | 'now'>,
  transferId: string,
): Promise<void> {
  const [transfer] = await findTransfers(database, [transferId]);
  if (!transfer?.arrivedAt || transfer.stockedAt) return;
  await neighbours.restockTransfer(transfer, await findOrderIdOf(database, transfer.returnId));
  await inTransaction(database, async (tx) => {
    await saveTransferStocked(tx, transferId, now());
    await unschedule(tx, owner, restockJob(transferId).key);
  });
}
