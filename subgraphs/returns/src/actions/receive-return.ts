import { type Connection, inTransaction, oncePerKey } from '@passerelle/database';
import { unschedule } from '@passerelle/events';
import { invalidInput, newId, notFound, ok, type Result, refuse } from '@passerelle/values';
import type { Context } from '../context.ts';
import { mayAct, mayTakeExtras } from '../domain/allowed-actions.ts';
import { type ArrivedExtra, checkExtras, kindOf } from '../domain/extra.ts';
import { isPoint, mayTakeReturns, type ReturnPlace } from '../domain/place.ts';
import { type ArrivedLine, receive } from '../domain/receiving.ts';
import { changed, type ReturnRefusal } from '../domain/return.ts';
import { maySee, worksAt } from '../domain/viewer.ts';
import { insertExtras } from '../storage/extras.ts';
import { insertReceipt, sendOnUnjudged } from '../storage/handling.ts';
import { expiryJob, findReturns, lockReturn, saveReturn } from '../storage/returns.ts';

export type ReceiveReturn = {
  readonly idempotencyKey: string;
  readonly id: string;
  readonly expectedVersion: number;
  readonly locationId: string;
  readonly lines: readonly ArrivedLine[];
  readonly receivedAt?: Date | null;
  readonly trackingNumber?: string | null;
  /** Units nobody had announced. */
  readonly extras?: readonly ArrivedExtra[];
};

type Received = Result<{ id: string }, ReturnRefusal>;

/**
 * Records units that arrived, at any location that takes returns, whichever the shopper had named. A drop-off point sends
 * them on to the return's destination at once.
 */
export async function receiveReturn(context: Context, input: ReceiveReturn): Promise<Received> {
  const problems = checkExtras(input.extras ?? []);
  if (problems.length > 0) return refuse(...problems);
  const { caller, database, neighbours } = context;
  const [known] = await findReturns(database, [input.id]);
  const place =
    known && worksAt(caller, input.locationId) ? await neighbours.findPlace(input.locationId, known.channelId) : null;
  const call = { client: caller.subject, operation: 'receiveReturn', key: input.idempotencyKey, input };
  return inTransaction(database, (tx) => oncePerKey(tx, call, () => take(tx, context, input, place)));
}

async function take(
  tx: Connection,
  context: Context,
  input: ReceiveReturn,
  place: ReturnPlace | null,
): Promise<Received> {
  const { caller } = context;
  const now = context.now();
  const current = await lockReturn(tx, input.id);
  if (!current || !maySee(caller, current.customerId)) return refuse(notFound('return', input.id, ['id']));
  const extras = input.extras ?? [];
  // Only what nobody had announced: it may also come after everything else.
  const isExtraOnly = input.lines.length === 0 && extras.length > 0;
  const allowed = isExtraOnly
    ? mayTakeExtras(current, input.expectedVersion)
    : mayAct(current, 'RECEIVE', input.expectedVersion);
  if (!allowed.ok) return allowed;
  const taken = mayTakeReturns(
    place,
    input.locationId,
    'RECEIVE',
    ['locationId'],
    [current.destinationId, current.dropOffLocationId].includes(input.locationId),
  );
  if (!taken.ok) return taken;
  const isSentOn = isPoint(place);
  if (isSentOn && extras.length > 0) {
    const message = 'A drop-off point opens no parcel: what else is in it is written down where it arrives.';
    return refuse(invalidInput(['extras'], message));
  }

  const { locationId, lines, trackingNumber } = input;
  const arrival = { locationId, lines, trackingNumber, receivedAt: input.receivedAt ?? now, isSentOn };
  const next = isExtraOnly ? ok(changed(current, now, {})) : receive(current, arrival, now);
  if (!next.ok) return next;
  await unschedule(tx, context.owner, expiryJob(current.id).key);
  await saveReturn(tx, next.value, caller.subject);
  if (isSentOn) await sendOnUnjudged(tx, next.value, arrival, now);
  const receiptId = await insertReceipt(tx, current.id, arrival, caller.subject);
  await insertExtras(
    tx,
    extras.map(({ sku, quantity, note = null }) => ({
      id: newId('returnExtra', now),
      returnId: current.id,
      receiptId,
      kind: kindOf(sku, current.lines),
      sku,
      quantity,
      note,
      outcome: 'HELD',
      returnLineId: null,
      decidedBy: null,
      decidedAt: null,
    })),
  );
  return ok({ id: current.id });
}
