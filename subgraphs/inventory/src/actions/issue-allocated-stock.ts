import { type Connection, inTransaction } from '@passerelle/database';
import type { Caller } from '@passerelle/server';
import { invalidInput, invalidState, ok, type Refusal, type Result, refuse } from '@passerelle/values';
import type { ActionContext } from '../context.ts';
import { checkOrderLines } from '../domain/allocation.ts';
import { issueFrom } from '../domain/issue.ts';
import { ownSource } from '../domain/movement.ts';
import { checkNames } from '../domain/stock-event.ts';
import { applyDeltas } from '../storage/ledger.ts';
import { findIssue, insertIssue } from '../storage/once.ts';
import { addAllocated } from '../storage/pool-stock.ts';
import { findReservationsOfOrders, lockOrder, saveReservations } from '../storage/reservations.ts';
import { addReserved } from '../storage/reserved.ts';

export type IssueAllocatedStockInput = {
  readonly orderId: string;
  readonly issueReference: string;
  readonly locationId: string;
  readonly lines: readonly {
    readonly orderLineId: string;
    readonly sku: string;
    readonly quantity: number;
    readonly locationId: string;
  }[];
  readonly occurredAt: Date;
};

/** Takes allocated units out of stock when they ship or are collected; once for each reference. Answers units issued. */
export async function issueAllocatedStock(
  context: ActionContext,
  caller: Caller,
  input: IssueAllocatedStockInput,
): Promise<Result<number, Refusal>> {
  const { orderId, issueReference } = input;
  const problems = [...checkNames({ orderId, issueReference }), ...checkOrderLines(input.lines), ...checkPlaces(input)];
  if (problems.length > 0) return refuse(...problems);
  const known = (await context.network.get()).byId.get(input.locationId);
  return inTransaction(context.database, async (tx): Promise<Result<number, Refusal>> => {
    await lockOrder(tx, input.orderId);
    const before = await findIssue(tx, input.issueReference);
    if (before !== null) return ok(before);
    return issue(context, tx, caller, input, known?.locationNo ?? 0);
  });
}

const checkPlaces = ({ lines, locationId }: IssueAllocatedStockInput) =>
  lines.flatMap((line, index) =>
    line.locationId === locationId
      ? []
      : [invalidInput(['lines', index, 'locationId'], `All units of one issue leave ${locationId}.`)],
  );

async function issue(
  { now }: ActionContext,
  tx: Connection,
  caller: Caller,
  input: IssueAllocatedStockInput,
  locationNo: number,
): Promise<Result<number, Refusal>> {
  const here = (await findReservationsOfOrders(tx, [input.orderId])).filter(
    (reservation) => reservation.locationNo === locationNo,
  );
  const allocated = here.filter(({ status }) => status === 'ALLOCATED');
  if (allocated.length === 0) {
    const state = here.at(-1)?.status ?? 'RELEASED';
    return refuse(invalidState(`Order ${input.orderId} holds no unit at ${input.locationId}.`, state, ['locationId']));
  }
  const { refusals, saved, issued } = issueFrom(allocated, input.lines);
  if (refusals.length > 0) return refuse(...refusals);

  await applyDeltas(
    tx,
    issued.map(({ quantity, poolNo: _from, ...level }) => ({
      ...level,
      quantity: -quantity,
      blockedQuantity: 0,
      reason: 'ISSUE',
      source: `${ownSource}issue`,
      eventId: null,
      reference: input.orderId,
      actor: caller.subject,
      occurredAt: input.occurredAt,
    })),
    now(),
  );
  await addReserved(
    tx,
    issued.map(({ quantity, ...level }) => ({ ...level, units: -quantity })),
    now(),
  );
  const cause = { kind: 'ISSUE', reference: input.orderId, actor: caller.subject, reason: null } as const;
  const fromPools = issued.flatMap(({ quantity, poolNo, ...level }) =>
    poolNo === null ? [] : [{ ...level, poolNo, quantity: -quantity }],
  );
  await addAllocated(tx, fromPools, cause, now());
  await saveReservations(tx, saved, now());
  const units = issued.reduce((sum, { quantity }) => sum + quantity, 0);
  await insertIssue(tx, { reference: input.issueReference, orderId: input.orderId, units }, now());
  return ok(units);
}
