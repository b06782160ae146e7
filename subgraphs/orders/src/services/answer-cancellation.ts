import { inTransaction } from '@passerelle/database';
import type { Caller } from '@passerelle/server';
import { invalidState, notFound, ok, type Result, refuse, versionConflict } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import { moved } from '../domain/advance.ts';
import type { OrderRefusal } from '../domain/refusals.ts';
import { findRequestOfWork } from '../storage/change-requests.ts';
import { lockWork } from '../storage/locked-work.ts';
import { type Answer, keepAnswer } from './answer-request.ts';
import { type Changed, saveWork, type WorkId } from './change-work.ts';

/** What a warehouse says to letting go; under the order's lock, so that it comes before or after what else is done to the work. */
export function answerCancellation(
  deps: Dependencies,
  caller: Caller,
  { id, expectedVersion }: WorkId,
  answer: Pick<Answer, 'status' | 'refusalReason' | 'note'>,
): Promise<Result<Changed, OrderRefusal>> {
  const now = deps.now();
  return inTransaction(deps.database, async (tx) => {
    const locked = await lockWork(tx, id, caller.locationIds);
    if (!locked) return refuse(notFound('fulfillment order', id, ['id']));
    const { work } = locked;
    if (expectedVersion !== undefined && expectedVersion !== work.version) {
      return refuse(versionConflict(expectedVersion, work.version));
    }
    const request = await findRequestOfWork(tx, id);
    if (request?.status !== 'REQUESTED') {
      return refuse(invalidState(`Nobody waits for ${work.number} to be let go of.`, work.status));
    }
    await keepAnswer(tx, deps, request, { ...answer, answeredBy: caller.subject, at: now });
    const isAccepted = answer.status === 'ACCEPTED';
    const why = [answer.refusalReason, answer.note].filter(Boolean).join(', ');
    const message = isAccepted
      ? `${work.locationId} lets go of what was asked of ${work.number}.`
      : `${work.locationId} keeps ${work.number}: ${why}.`;
    const event = { type: isAccepted ? 'cancellation.accepted' : 'cancellation.refused', message };
    await saveWork(tx, deps, locked, { work: [moved(work, {}, now)], event, actor: caller.subject, now });
    return ok({ id, shipmentId: null });
  });
}
