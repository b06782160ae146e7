import { type Connection, inTransaction } from '@passerelle/database';
import { unschedule } from '@passerelle/events';
import { invalidInput, invalidState, notFound, ok, type Result, refuse } from '@passerelle/values';
import type { Context } from '../context.ts';
import { isPoint, type ReturnPlace } from '../domain/place.ts';
import { arrive } from '../domain/receiving.ts';
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
import { findOrderIdOf, lockReturn, saveReturn } from '../storage/returns.ts';

export type ReceiveTransfer = { readonly transferId: string; readonly locationId: string };
type Arrived = Result<{ id: string; transferId: string }, ReturnRefusal>;

/**
 * Notes that units sent on have arrived: judged ones are sold from there, those of a drop-off point are judged there.
 * Repeating it at the same location changes nothing.
 */
export async function receiveTransfer(context: Context, input: ReceiveTransfer): Promise<Arrived> {
  const { caller, database, neighbours, log } = context;
  // Whether there is such a location does not depend on the channel.
  const place = worksAt(caller, input.locationId) ? await neighbours.findPlace(input.locationId, '') : null;
  const result = await inTransaction(database, (tx) => note(tx, context, input, place));
  if (result.ok)
    await context.restock(input.transferId).catch((error) => log.warn({ err: error }, 'restock is delayed'));
  return result;
}

async function note(
  tx: Connection,
  context: Context,
  input: ReceiveTransfer,
  place: ReturnPlace | null,
): Promise<Arrived> {
  const { caller, owner, now } = context;
  const { transferId, locationId } = input;
  const transfer = await lockTransfer(tx, transferId);
  if (!transfer) return refuse(notFound('transfer', transferId, ['transferId']));
  if (!place) return refuse(notFound('location', locationId, ['locationId']));
  if (isPoint(place)) return refuse(invalidInput(['locationId'], 'A drop-off point keeps no goods.'));
  const arrived = ok({ id: transfer.returnId, transferId });
  if (transfer.arrivedAt) {
    return transfer.toLocationId === locationId
      ? arrived
      : refuse(invalidState('These units have arrived elsewhere.', 'ARRIVED', ['transferId']));
  }
  await saveArrival(tx, transferId, locationId, now());
  if (transfer.inspectionId !== null) {
    await scheduleRestock(tx, owner, transferId, now());
    return arrived;
  }
  const current = await lockReturn(tx, transfer.returnId);
  if (!current) throw new TypeError(`the return of transfer ${transferId} is gone`);
  await saveReturn(tx, arrive(current, transfer, locationId, now()), caller.subject, `${transferId} ARRIVED`);
  return arrived;
}

/** Puts units that arrived into stock unless that was done. */
export async function stockTransfer(
  { database, owner, neighbours, now }: Pick<Context, 'database' | 'owner' | 'neighbours' | 'now'>,
  transferId: string,
): Promise<void> {
  const [transfer] = await findTransfers(database, [transferId]);
  if (!transfer?.arrivedAt || transfer.stockedAt || transfer.inspectionId === null) return;
  await neighbours.restockTransfer(transfer, await findOrderIdOf(database, transfer.returnId));
  await inTransaction(database, async (tx) => {
    await saveTransferStocked(tx, transferId, now());
    await unschedule(tx, owner, restockJob(transferId).key);
  });
}
