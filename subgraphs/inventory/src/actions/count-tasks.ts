import { type Connection, inTransaction, oncePerKey } from '@passerelle/database';
import type { Caller } from '@passerelle/server';
import { invalidInput, invalidState, newId, notFound, ok, type Refusal, type Result, refuse } from '@passerelle/values';
import type { ActionContext } from '../context.ts';
import {
  type CountLine,
  type CountTask,
  checkFound,
  checkTask,
  countLine,
  decideLine,
  type Expectation,
  type FoundQuantity,
  type NewCountTask,
  notOpen,
  submitLine,
} from '../domain/count-task.ts';
import { findSeenLocation, seesLocation } from '../domain/feed-scope.ts';
import { insertCountTask, lockCountTask, saveCountLines, saveTaskStatus } from '../storage/count-tasks.ts';
import { applyCounts, findExpectations } from '../storage/counts.ts';
import { findItems } from '../storage/items.ts';
import { lockLocationAlone } from '../storage/ledger.ts';
import { publishShortages } from '../storage/shortages.ts';

type CallerContext = ActionContext & { readonly caller: Caller };
/** Holds the task's id. */
type Answer = Result<string, Refusal>;

export type CreateCountTask = NewCountTask & { readonly idempotencyKey: string; readonly locationId: string };

/** Asks a location to count SKUs, once per key. */
export async function createCountTask(context: CallerContext, input: CreateCountTask): Promise<Answer> {
  const { caller } = context;
  const network = await context.network.get();
  const call = { client: caller.subject, operation: 'createCountTask', key: input.idempotencyKey, input };
  return inTransaction(context.database, (tx) =>
    oncePerKey(tx, call, async (): Promise<Answer> => {
      const wrong = checkTask(input);
      if (wrong.length > 0) return refuse(...wrong);
      const location = findSeenLocation(network, caller, input.locationId, ['locationId']);
      if (!location.ok) return location;
      const items = new Map((await findItems(tx, input.skus)).map((item) => [item.sku, item]));
      const missing = input.skus.flatMap((sku, index): Refusal[] => {
        const item = items.get(sku);
        if (!item) return [notFound('SKU', sku, ['skus', index])];
        return item.isTracked ? [] : [invalidInput(['skus', index], `${sku} is sold without stock control.`)];
      });
      if (missing.length > 0) return refuse(...missing);
      const now = context.now();
      const { name, approvalUnits = null, approvalPercent = null } = input;
      const { locationNo } = location.value;
      const id = newId('countTask', now);
      const task = { id, locationNo, name, approvalUnits, approvalPercent, createdBy: caller.subject, createdAt: now };
      await insertCountTask(
        tx,
        task,
        input.skus.map((sku) => (items.get(sku) as { itemNo: number }).itemNo),
      );
      return ok(id);
    }),
  );
}

/** Runs `work` on a task the caller may see, locked. */
function onTask(
  { database, caller }: CallerContext,
  id: string,
  work: (tx: Connection, task: CountTask) => Promise<Answer>,
): Promise<Answer> {
  return inTransaction(database, async (tx): Promise<Answer> => {
    const task = await lockCountTask(tx, id);
    if (!task || !seesLocation(caller, task.locationId)) return refuse(notFound('count task', id, ['id']));
    return work(tx, task);
  });
}

/** Enters what was found, and what was expected then. The latest count of a SKU counts, in whichever order they come. */
export function recordCountedQuantities(
  context: CallerContext,
  { id, counts }: { readonly id: string; readonly counts: readonly FoundQuantity[] },
): Promise<Answer> {
  return onTask(context, id, async (tx, task) => {
    if (task.status !== 'OPEN') return refuse(notOpen(task));
    const wrong = checkFound(counts, context.now());
    if (wrong.length > 0) return refuse(...wrong);
    const lines = new Map(task.lines.map((line) => [line.item.sku, line]));
    const foreign = counts.flatMap(({ sku }, index) =>
      lines.has(sku) ? [] : [notFound('SKU of this task', sku, ['counts', index, 'sku'])],
    );
    if (foreign.length > 0) return refuse(...foreign);
    const counted = counts.flatMap((found) => {
      const line = lines.get(found.sku);
      return (line && countLine(line, found, context.caller.subject)) ?? [];
    });
    const expected = await expectationsOf(tx, task, counted);
    await saveCountLines(
      tx,
      id,
      counted.map((line) => ({ ...line, expectedQuantity: expected(line).expected })),
    );
    return ok(id);
  });
}

/**
 * Ends the counting: lines within the task's limits are posted as counts, the others wait for approval. Lines nobody
 * counted stay as they are. Repeating it is harmless.
 */
export function submitCountTask(context: CallerContext, { id }: { readonly id: string }): Promise<Answer> {
  return onTask(context, id, async (tx, task) => {
    if (task.status === 'TO_APPROVE' || task.status === 'POSTED') return ok(id);
    if (task.status !== 'OPEN') return refuse(notOpen(task));
    const counted = task.lines.filter(({ status }) => status === 'COUNTED');
    if (counted.length === 0) {
      return refuse(invalidState('Nothing was counted yet: enter counts, or cancel the task.', task.status, ['id']));
    }
    await lockLocationAlone(tx, task.locationNo);
    const expected = await expectationsOf(tx, task, counted);
    const decided = counted.map((line) => submitLine(task, line, expected(line)));
    await post(context, tx, task, decided);
    const status = decided.some((line) => line.status === 'TO_APPROVE') ? 'TO_APPROVE' : 'POSTED';
    await saveTaskStatus(tx, id, { status, by: context.caller.subject, isSubmission: true }, context.now());
    return ok(id);
  });
}

/** Posts the lines that wait, save those that are rejected: these change nothing. Repeating it is harmless. */
export function approveCountTask(
  context: CallerContext,
  { id, rejectedSkus }: { readonly id: string; readonly rejectedSkus?: readonly string[] | null },
): Promise<Answer> {
  return onTask(context, id, async (tx, task) => {
    if (task.status === 'POSTED') return ok(id);
    if (task.status !== 'TO_APPROVE') {
      return refuse(invalidState(`The task is ${task.status}; it is approved once submitted.`, task.status, ['id']));
    }
    const waiting = task.lines.filter(({ status }) => status === 'TO_APPROVE');
    const foreign = (rejectedSkus ?? []).flatMap((sku, index) =>
      waiting.some(({ item }) => item.sku === sku) ? [] : [notFound('waiting SKU', sku, ['rejectedSkus', index])],
    );
    if (foreign.length > 0) return refuse(...foreign);
    await lockLocationAlone(tx, task.locationNo);
    const expected = await expectationsOf(tx, task, waiting);
    const rejected = new Set(rejectedSkus);
    const decided = waiting.map((line) => decideLine(line, rejected.has(line.item.sku), expected(line)));
    await post(context, tx, task, decided);
    await saveTaskStatus(tx, id, { status: 'POSTED', by: context.caller.subject, isSubmission: false }, context.now());
    return ok(id);
  });
}

/** Drops a task; what was posted of it stays posted. Repeating it is harmless. */
export function cancelCountTask(context: CallerContext, { id }: { readonly id: string }): Promise<Answer> {
  return onTask(context, id, async (tx, task) => {
    if (task.status === 'CANCELLED') return ok(id);
    if (task.status === 'POSTED') {
      return refuse(invalidState('The task is posted; count again to correct it.', task.status, ['id']));
    }
    const cancelled = { status: 'CANCELLED', by: context.caller.subject, isSubmission: false } as const;
    await saveTaskStatus(tx, id, cancelled, context.now());
    return ok(id);
  });
}

const keyOf = ({ locationNo }: CountTask, { item, countedAt }: CountLine) => ({
  itemNo: item.itemNo,
  locationNo,
  countedAt: countedAt as Date,
});

/** What was expected of counted lines, by all that is known now. */
async function expectationsOf(tx: Connection, task: CountTask, lines: readonly CountLine[]) {
  const found = await findExpectations(
    tx,
    lines.map((line) => keyOf(task, line)),
  );
  const byItem = new Map(found.map((expectation) => [expectation.itemNo, expectation]));
  return ({ item }: CountLine) => byItem.get(item.itemNo) as Expectation;
}

/** Saves decided lines, and takes those that are posted for true. */
async function post(
  { now }: ActionContext,
  tx: Connection,
  task: CountTask,
  lines: readonly CountLine[],
): Promise<void> {
  await saveCountLines(tx, task.id, lines);
  const counts = lines
    .filter(({ status }) => status === 'POSTED')
    .map((line) => ({
      ...keyOf(task, line),
      quantity: line.countedQuantity as number,
      actor: line.countedBy as string,
      reference: task.id,
    }));
  const changed = await applyCounts(tx, counts, now());
  await publishShortages(
    tx,
    changed.filter(({ change }) => change < 0),
    now(),
  );
}
