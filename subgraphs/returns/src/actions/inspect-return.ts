import { type Connection, inTransaction, oncePerKey } from '@passerelle/database';
import { schedule } from '@passerelle/events';
import { newId, notFound, ok, type Result, refuse } from '@passerelle/values';
import type { Context } from '../context.ts';
import { type Finding, type Inspection, inspect, inspectionLines, stockLines } from '../domain/inspection.ts';
import { mayAct, type ReturnRefusal } from '../domain/return.ts';
import { maySee, worksAt } from '../domain/viewer.ts';
import { publishEnd } from '../storage/closing.ts';
import { insertInspection, restockJob } from '../storage/handling.ts';
import { findReturns, lockReturn, saveReturn } from '../storage/returns.ts';

export type InspectReturn = {
  readonly idempotencyKey: string;
  readonly id: string;
  readonly expectedVersion: number;
  readonly locationId: string;
  readonly lines: readonly Finding[];
};

type Inspected = Result<{ id: string; inspectionId: string }, ReturnRefusal>;

/** The job waits this long, so that it does not race the attempt made right after the commit. */
const jobDelayMs = 10_000;

/**
 * Records findings. The stock that follows from them is promised in the same transaction, as a job, and brought about
 * right after it: a crash or a silent inventory in between only delays it.
 */
export async function inspectReturn(context: Context, input: InspectReturn): Promise<Inspected> {
  const { caller, database, neighbours, log } = context;
  const [known] = await findReturns(database, [input.id]);
  const isPlace =
    known !== undefined &&
    worksAt(caller, input.locationId) &&
    (await neighbours.findPlace(input.locationId, known.channelId)) !== null;
  const call = { client: caller.subject, operation: 'inspectReturn', key: input.idempotencyKey, input };
  const result = await inTransaction(database, (tx) => oncePerKey(tx, call, () => note(tx, context, input, isPlace)));
  if (result.ok) {
    await context.restock(result.value.inspectionId).catch((error) => log.warn({ err: error }, 'restock is delayed'));
  }
  return result;
}

async function note(tx: Connection, context: Context, input: InspectReturn, isPlace: boolean): Promise<Inspected> {
  const { caller, owner } = context;
  const now = context.now();
  const current = await lockReturn(tx, input.id);
  if (!current || !maySee(caller, current.customerId)) return refuse(notFound('return', input.id, ['id']));
  const allowed = mayAct(current, 'INSPECT', input.expectedVersion);
  if (!allowed.ok) return allowed;
  if (!isPlace) return refuse(notFound('location', input.locationId, ['locationId']));
  const next = inspect(current, input.lines, now);
  if (!next.ok) return next;

  const lines = inspectionLines(current, input.lines);
  const inspection: Inspection = {
    id: newId('inspection', now),
    returnId: current.id,
    locationId: input.locationId,
    inspectedAt: now,
    actor: caller.subject,
    needsRestock: stockLines(lines).length > 0,
    restockedAt: null,
    lines,
  };
  await saveReturn(tx, next.value, caller.subject);
  await insertInspection(tx, inspection);
  await publishEnd(tx, owner, next.value);
  if (inspection.needsRestock) {
    const { task, key } = restockJob(inspection.id);
    const runAt = new Date(now.getTime() + jobDelayMs);
    await schedule(tx, owner, task, { inspectionId: inspection.id }, { key, runAt });
  }
  return ok({ id: current.id, inspectionId: inspection.id });
}
