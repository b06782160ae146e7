import { type Connection, inTransaction, oncePerKey } from '@passerelle/database';
import { invalidInput, invalidState, newId, notFound, ok, type Result, refuse } from '@passerelle/values';
import type { Context } from '../context.ts';
import { mayAct } from '../domain/allowed-actions.ts';
import {
  checkFindings,
  type Finding,
  type Inspection,
  inspect,
  inspectionLines,
  needsSecondPerson,
  stockLines,
} from '../domain/inspection.ts';
import { isPoint } from '../domain/place.ts';
import { changed, type Return, type ReturnRefusal } from '../domain/return.ts';
import { maySee, worksAt } from '../domain/viewer.ts';
import { publishEnd } from '../storage/closing.ts';
import { findInspections, insertInspection, saveVerdict, scheduleRestock, sendOn } from '../storage/handling.ts';
import { findReturns, lockReturn, saveReturn } from '../storage/returns.ts';

export type InspectReturn = {
  readonly idempotencyKey: string;
  readonly id: string;
  readonly expectedVersion: number;
  readonly locationId: string;
  readonly lines: readonly Finding[];
};

type Inspected = Result<{ id: string; inspectionId: string }, ReturnRefusal>;

/** Places and SKUs that findings name and neighbours must know; undefined where the location itself is unknown. */
async function problemsOf({ caller, neighbours }: Context, known: Return, input: InspectReturn) {
  const { locationId, lines } = input;
  const place = worksAt(caller, locationId) ? await neighbours.findPlace(locationId, known.channelId) : null;
  if (!place) return [notFound('location', locationId, ['locationId'])];
  if (isPoint(place)) return [invalidInput(['locationId'], 'A drop-off point judges nothing: it sends goods on.')];
  const skus = lines.flatMap(({ restockSku }) => restockSku ?? []);
  const knownSkus = skus.length > 0 ? await neighbours.findCategories(skus) : new Map();
  const places = await Promise.all(
    lines.map(({ toLocationId }) => toLocationId && neighbours.findPlace(toLocationId, known.channelId)),
  );
  return lines.flatMap(({ restockSku, toLocationId }, index) => [
    ...(restockSku && !knownSkus.has(restockSku) ? [notFound('SKU', restockSku, ['lines', index, 'restockSku'])] : []),
    ...(toLocationId && !places[index] ? [notFound('location', toLocationId, ['lines', index, 'toLocationId'])] : []),
  ]);
}

/**
 * Records findings. The stock that follows from them is promised in the same transaction, as a job, and brought about
 * right after it: a crash or a silent inventory in between only delays it. Findings on goods of high value wait for a
 * second person.
 */
export async function inspectReturn(context: Context, input: InspectReturn): Promise<Inspected> {
  const { caller, database } = context;
  const own = checkFindings(input.lines, input.locationId);
  if (own.length > 0) return refuse(...own);
  const [known] = await findReturns(database, [input.id]);
  const problems = known ? await problemsOf(context, known, input) : [];
  const call = { client: caller.subject, operation: 'inspectReturn', key: input.idempotencyKey, input };
  const result = await inTransaction(database, (tx) => oncePerKey(tx, call, () => note(tx, context, input, problems)));
  if (result.ok) await restockNow(context, result.value.inspectionId);
  return result;
}

const restockNow = ({ restock, log }: Context, inspectionId: string) =>
  restock(inspectionId).catch((error) => log.warn({ err: error }, 'restock is delayed'));

async function note(
  tx: Connection,
  context: Context,
  input: InspectReturn,
  problems: readonly ReturnRefusal[],
): Promise<Inspected> {
  const { caller } = context;
  const now = context.now();
  const current = await lockReturn(tx, input.id);
  if (!current || !maySee(caller, current.customerId)) return refuse(notFound('return', input.id, ['id']));
  const allowed = mayAct(current, 'INSPECT', input.expectedVersion);
  if (!allowed.ok) return allowed;
  if (problems.length > 0) return refuse(...problems);
  const next = inspect(current, input.lines, now);
  if (!next.ok) return next;

  const lines = inspectionLines(current, input.lines);
  const isProposal = needsSecondPerson(current, input.lines);
  const inspection: Inspection = {
    id: newId('inspection', now),
    returnId: current.id,
    locationId: input.locationId,
    inspectedAt: now,
    actor: caller.subject,
    status: isProposal ? 'PROPOSED' : 'CONFIRMED',
    confirmedBy: null,
    needsRestock: stockLines(lines).length > 0,
    restockedAt: null,
    lines,
  };
  await insertInspection(tx, inspection);
  if (isProposal) await saveReturn(tx, changed(current, now, {}), caller.subject, `${inspection.id} PROPOSED`);
  else await putIntoEffect(tx, context, next.value, inspection);
  return ok({ id: current.id, inspectionId: inspection.id });
}

/** Saves what follows from findings that hold: the return's new state, units on their way, and stock to come. */
async function putIntoEffect(tx: Connection, { caller, owner, now }: Context, next: Return, inspection: Inspection) {
  const destination = inspection.lines.find(({ toLocationId }) => toLocationId)?.toLocationId;
  const moved = destination ? { ...next, destinationId: destination } : next;
  await saveReturn(tx, moved, caller.subject);
  await sendOn(tx, inspection, now());
  await publishEnd(tx, moved);
  if (inspection.needsRestock) await scheduleRestock(tx, owner, inspection.id, now());
}

export type ConfirmInspection = {
  readonly id: string;
  readonly inspectionId: string;
  readonly expectedVersion: number;
  readonly isConfirmed?: boolean;
};

/** A second person agrees with findings, which then take effect, or not, and the units wait to be looked at again. */
export async function confirmInspection(context: Context, input: ConfirmInspection): Promise<Inspected> {
  const result = await inTransaction(context.database, (tx) => decide(tx, context, input));
  if (result.ok) await restockNow(context, result.value.inspectionId);
  return result;
}

async function decide(tx: Connection, context: Context, input: ConfirmInspection): Promise<Inspected> {
  const { caller } = context;
  const { id, inspectionId, isConfirmed = true } = input;
  const now = context.now();
  const current = await lockReturn(tx, id);
  if (!current || !maySee(caller, current.customerId)) return refuse(notFound('return', id, ['id']));
  const [inspection] = await findInspections(tx, [inspectionId]);
  if (inspection?.returnId !== id || !worksAt(caller, inspection.locationId)) {
    return refuse(notFound('inspection of this return', inspectionId, ['inspectionId']));
  }
  const allowed = mayAct(current, 'INSPECT', input.expectedVersion);
  if (!allowed.ok) return allowed;
  if (inspection.status !== 'PROPOSED') {
    return refuse(invalidState('These findings wait for nobody.', inspection.status, ['inspectionId']));
  }
  if (inspection.actor === caller.subject) {
    return refuse(invalidInput(['inspectionId'], 'Another person than the one who found it must agree.'));
  }
  const next = inspect(current, inspection.lines, now);
  if (!next.ok) return next;
  const verdict = isConfirmed ? 'CONFIRMED' : 'REJECTED';
  await saveVerdict(tx, inspectionId, verdict, caller.subject);
  if (isConfirmed) await putIntoEffect(tx, context, next.value, inspection);
  else await saveReturn(tx, changed(current, now, {}), caller.subject, `${inspectionId} REJECTED`);
  return ok({ id, inspectionId });
}
