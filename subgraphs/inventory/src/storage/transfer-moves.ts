import type { Connection } from '@passerelle/database';
import { publish } from '@passerelle/events';
import { newId } from '@passerelle/values';
import type { Delta } from '../domain/movement.ts';
import type { HeldUnits } from '../domain/stock.ts';
import {
  heldUnits,
  type TransferMoment,
  type TransferMove,
  type TransferOrder,
  type TransferOutcome,
} from '../domain/transfer-order.ts';
import { addMissingLevels, applyDeltas, lockLevels, lockLocations } from './ledger.ts';
import { addReserved, lockReservable } from './reserved.ts';
import { publishShortages } from './shortages.ts';
import { expectTransfer, insertTransferStep, saveTransferOrder, transferSource } from './transfer-orders.ts';

/**
 * Writes a step of an order that is locked: movements at both ends, what is set aside at the sender, what the receiver may
 * expect, the order, and who did it. All levels are locked first, in the order in which everybody locks them.
 */
export async function moveTransfer(
  tx: Connection,
  before: TransferOrder,
  { order, moves }: TransferOutcome,
  moment: TransferMoment,
): Promise<void> {
  const now = moment.occurredAt;
  const held = heldChanges(before, order);
  const deltas = moves.map((move) => deltaOf(order, move, moment));
  await lockStock(tx, deltas, held, now);
  await applyDeltas(tx, deltas, now);
  await addReserved(tx, held, now);
  const lost = deltas.filter(({ quantity, blockedQuantity, isNote }) => !isNote && quantity - blockedQuantity < 0);
  await publishShortages(tx, lost, now);
  const changed = order.lines.filter((line, index) => line.inTransit !== before.lines[index]?.inTransit);
  await expectTransfer(tx, order, changed, now);
  await saveTransferOrder(tx, order, now);
  await insertTransferStep(tx, order.id, moment);
  await publishTransfer(tx, order, now);
}

/** Locations before levels, as everybody; who only reserves needs no location. */
async function lockStock(tx: Connection, deltas: readonly Delta[], held: readonly HeldUnits[], now: Date) {
  if (deltas.length === 0) {
    await lockReservable(tx, held);
    return;
  }
  const keys = [...deltas, ...held];
  await lockLocations(
    tx,
    keys.map(({ locationNo }) => locationNo),
  );
  await addMissingLevels(tx, keys, now);
  await lockLevels(tx, keys);
}

/** Signed units by which what is set aside at the sender changes. */
const heldChanges = (before: TransferOrder, after: TransferOrder): HeldUnits[] =>
  after.lines
    .map((line, index) => ({
      itemNo: line.item.itemNo,
      locationNo: after.fromLocationNo,
      poolNo: null,
      units: heldUnits(after, line) - heldUnits(before, before.lines[index] ?? line),
    }))
    .filter(({ units }) => units !== 0);

const deltaOf = (order: TransferOrder, move: TransferMove, { actor, occurredAt }: TransferMoment): Delta => ({
  itemNo: move.itemNo,
  locationNo: move.end === 'SENDER' ? order.fromLocationNo : order.toLocationNo,
  quantity: move.quantity,
  blockedQuantity: move.blockedQuantity ?? 0,
  reason: move.reason,
  source: transferSource,
  eventId: null,
  reference: order.id,
  actor,
  occurredAt,
  isNote: move.isNote,
});

const publishTransfer = (tx: Connection, order: TransferOrder, now: Date): Promise<void> =>
  publish(tx, [
    {
      id: newId('event', now),
      type: 'transfer.changed',
      subject: order.id,
      data: {
        transferOrderId: order.id,
        status: order.status,
        version: order.version + 1,
        fromLocationId: order.fromLocationId,
        toLocationId: order.toLocationId,
      },
      occurredAt: now,
    },
  ]);
