import { type Connection, inTransaction, oncePerKey } from '@passerelle/database';
import { unschedule } from '@passerelle/events';
import { notFound, ok, type Result, refuse } from '@passerelle/values';
import type { Context } from '../context.ts';
import { mayTakeReturns, type ReturnPlace } from '../domain/place.ts';
import { type ArrivedLine, receive } from '../domain/receiving.ts';
import { mayAct, type ReturnRefusal } from '../domain/return.ts';
import { maySee, worksAt } from '../domain/viewer.ts';
import { insertReceipt } from '../storage/handling.ts';
import { expiryJob, findReturns, lockReturn, saveReturn } from '../storage/returns.ts';

export type ReceiveReturn = {
  readonly idempotencyKey: string;
  readonly id: string;
  readonly expectedVersion: number;
  readonly locationId: string;
  readonly lines: readonly ArrivedLine[];
  readonly receivedAt?: Date | null;
  readonly trackingNumber?: string | null;
};

type Received = Result<{ id: string }, ReturnRefusal>;

/** Records units that arrived, at any location that takes returns, whichever the shopper had named. */
export async function receiveReturn(context: Context, input: ReceiveReturn): Promise<Received> {
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
  const allowed = mayAct(current, 'RECEIVE', input.expectedVersion);
  if (!allowed.ok) return allowed;
  const taken = mayTakeReturns(place, input.locationId, 'RECEIVE', ['locationId']);
  if (!taken.ok) return taken;

  const { locationId, lines, trackingNumber } = input;
  const arrival = { locationId, lines, trackingNumber, receivedAt: input.receivedAt ?? now };
  const next = receive(current, arrival, now);
  if (!next.ok) return next;
  await unschedule(tx, context.owner, expiryJob(current.id).key);
  await saveReturn(tx, next.value, caller.subject);
  await insertReceipt(tx, current.id, arrival, caller.subject);
  return ok({ id: current.id });
}
