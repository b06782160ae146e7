import { type Connection, inTransaction, oncePerKey } from '@passerelle/database';
import type { Caller } from '@passerelle/server';
import {
  insufficientStock,
  invalidInput,
  newId,
  notFound,
  ok,
  type Refusal,
  type Result,
  refuse,
  versionConflict,
} from '@passerelle/values';
import type { ActionContext } from '../context.ts';
import { seesLocation } from '../domain/feed-scope.ts';
import type { KnownLocation, Network } from '../domain/network.ts';
import { unclaimedUnits } from '../domain/pool-transfer.ts';
import { checkNote, checkTransferOrder, type NewTransferOrder } from '../domain/transfer-input.ts';
import {
  cancel,
  checkStep,
  isAtEnd,
  request,
  ship,
  type TransferOrder,
  type TransferOutcome,
  type TransferStep,
  transferSteps,
} from '../domain/transfer-order.ts';
import {
  type ArrivedLine,
  type PickedLine,
  pick,
  type ResolvedLine,
  receive,
  resolve,
} from '../domain/transfer-work.ts';
import { findItems } from '../storage/items.ts';
import { lockReservable } from '../storage/reserved.ts';
import { moveTransfer } from '../storage/transfer-moves.ts';
import { insertTransferOrder, insertTransferStep, lockTransferOrder } from '../storage/transfer-orders.ts';

type CallerContext = ActionContext & { readonly caller: Caller };
/** Holds the order's id. */
type Answer = Result<string, Refusal>;
/** What every step on a transfer order names. */
type StepInput = {
  readonly id: string;
  readonly expectedVersion?: number | null;
  readonly note?: string | null;
};
type KeyedInput = StepInput & { readonly idempotencyKey: string };

/** Writes down what one location should send another, once per key. Nothing is set aside before it is requested. */
export async function createTransferOrder(
  context: CallerContext,
  input: NewTransferOrder & { readonly idempotencyKey: string },
): Promise<Answer> {
  const { caller } = context;
  const network = await context.network.get();
  const call = { client: caller.subject, operation: 'createTransferOrder', key: input.idempotencyKey, input };
  return inTransaction(context.database, (tx) =>
    oncePerKey(tx, call, async (): Promise<Answer> => {
      const wrong = checkTransferOrder(input);
      if (wrong.length > 0) return refuse(...wrong);
      const ends = findEnds(network, caller, input);
      if (!ends.ok) return ends;
      const items = await findLines(tx, input);
      if (!items.ok) return items;
      const now = context.now();
      const id = newId('transferOrder', now);
      await insertTransferOrder(tx, {
        id,
        reference: input.reference ?? null,
        fromLocationNo: ends.value.from.locationNo,
        toLocationNo: ends.value.to.locationNo,
        createdAt: now,
        lines: items.value,
      });
      const created = { step: 'CREATE', actor: caller.subject, note: input.note ?? null, occurredAt: now } as const;
      await insertTransferStep(tx, id, created);
      return ok(id);
    }),
  );
}

/** Both locations; a caller that is bound to locations must be at one of them. */
function findEnds(
  { byId }: Network,
  caller: Caller,
  { fromLocationId, toLocationId }: NewTransferOrder,
): Result<{ readonly from: KnownLocation; readonly to: KnownLocation }, Refusal> {
  const [from, to] = [byId.get(fromLocationId), byId.get(toLocationId)];
  const isBoundElsewhere = !seesLocation(caller, fromLocationId) && !seesLocation(caller, toLocationId);
  if (!from || isBoundElsewhere) return refuse(notFound('location', fromLocationId, ['fromLocationId']));
  return to ? ok({ from, to }) : refuse(notFound('location', toLocationId, ['toLocationId']));
}

async function findLines(
  tx: Connection,
  { lines }: NewTransferOrder,
): Promise<Result<readonly { readonly itemNo: number; readonly quantity: number }[], Refusal>> {
  const skus = lines.map(({ sku }) => sku);
  const items = new Map((await findItems(tx, skus)).map((item) => [item.sku, item]));
  const found = lines.flatMap(({ sku, quantity }) => {
    const item = items.get(sku);
    return item?.isTracked ? [{ itemNo: item.itemNo, quantity }] : [];
  });
  if (found.length === lines.length) return ok(found);
  return refuse(
    ...skus.flatMap((sku, index): Refusal[] => {
      const item = items.get(sku);
      if (!item) return [notFound('SKU', sku, ['lines', index, 'sku'])];
      return item.isTracked ? [] : [invalidInput(['lines', index, 'sku'], `${sku} is sold without stock control.`)];
    }),
  );
}

/** Sets every unit aside at the sender, of stock that is in no pool and nobody reserved: all lines or none. */
export const requestTransferOrder = (context: CallerContext, input: StepInput): Promise<Answer> =>
  inTransaction(context.database, (tx) =>
    takeStep(context, tx, { step: 'REQUEST', input, isDone: ({ status }) => status === 'REQUESTED' }, async (order) => {
      const short = await findShort(tx, order);
      return short.length > 0 ? refuse(...short) : ok(request(order));
    }),
  );

async function findShort(tx: Connection, { lines, fromLocationNo }: TransferOrder): Promise<Refusal[]> {
  const keys = lines.map(({ item }) => ({ itemNo: item.itemNo, locationNo: fromLocationNo }));
  const { levels, pools } = await lockReservable(tx, keys);
  return lines.flatMap(({ item, requested }, index) => {
    const level = levels.find(({ itemNo }) => itemNo === item.itemNo);
    const own = pools.filter(({ itemNo }) => itemNo === item.itemNo);
    const available = level ? unclaimedUnits(level, own) : 0;
    if (available >= requested) return [];
    return [insufficientStock(item.sku, requested, available, ['lines', index, 'quantity'])];
  });
}

/** Notes what a picker found, once per key. */
export const recordTransferPick = (
  context: CallerContext,
  input: KeyedInput & { readonly lines: readonly PickedLine[] },
): Promise<Answer> =>
  onceStep(context, 'recordTransferPick', input, { step: 'PICK' }, (order) => pick(order, input.lines));

/** Sends what was picked. Repeating it is harmless. */
export const shipTransferOrder = (
  context: CallerContext,
  input: StepInput & { readonly expectedAt: Date },
): Promise<Answer> =>
  inTransaction(context.database, (tx) =>
    takeStep(context, tx, { step: 'SHIP', input, isDone: ({ expectedAt }) => expectedAt !== null }, (order) =>
      ship(order, input.expectedAt),
    ),
  );

/** Takes goods in, once per key. */
export const receiveTransferOrder = (
  context: CallerContext,
  input: KeyedInput & { readonly lines: readonly ArrivedLine[] },
): Promise<Answer> =>
  onceStep(context, 'receiveTransferOrder', input, { step: 'RECEIVE' }, (order) => receive(order, input.lines));

/** Decides about units that are missing or too many, once per key. */
export const resolveTransferDifferences = (
  context: CallerContext,
  input: KeyedInput & { readonly lines: readonly ResolvedLine[] },
): Promise<Answer> =>
  onceStep(context, 'resolveTransferDifferences', input, { step: 'RESOLVE' }, (order) => resolve(order, input.lines));

/** Drops an order that has not left; what was set aside is free again. Repeating it is harmless. */
export const cancelTransferOrder = (context: CallerContext, input: StepInput): Promise<Answer> =>
  inTransaction(context.database, (tx) =>
    takeStep(context, tx, { step: 'CANCEL', input, isDone: ({ status }) => status === 'CANCELLED' }, (order) =>
      ok(cancel(order)),
    ),
  );

type Step = { readonly step: TransferStep; readonly isDone?: (order: TransferOrder) => boolean };
type Decide = (order: TransferOrder) => Result<TransferOutcome, Refusal> | Promise<Result<TransferOutcome, Refusal>>;

function onceStep(
  context: CallerContext,
  operation: string,
  input: KeyedInput,
  step: Step,
  decide: Decide,
): Promise<Answer> {
  const call = { client: context.caller.subject, operation, key: input.idempotencyKey, input };
  return inTransaction(context.database, (tx) =>
    oncePerKey(tx, call, () => takeStep(context, tx, { ...step, input }, decide)),
  );
}

/** Takes a step on an order the caller may see, locked: what the rule decides is written, or nothing is. */
async function takeStep(
  { caller, now }: CallerContext,
  tx: Connection,
  { step, input, isDone }: Step & { readonly input: StepInput },
  decide: Decide,
): Promise<Answer> {
  const { id, expectedVersion, note = null } = input;
  const order = await lockTransferOrder(tx, id);
  const ends = order && {
    sender: seesLocation(caller, order.fromLocationId),
    receiver: seesLocation(caller, order.toLocationId),
  };
  if (!order || !ends || !(ends.sender || ends.receiver)) return refuse(notFound('transfer order', id, ['id']));
  if (!isAtEnd(step, ends)) {
    const end = transferSteps[step].at === 'SENDER' ? order.fromLocationId : order.toLocationId;
    return refuse(invalidInput(['id'], `${step} is for ${end}, which you are not bound to.`));
  }
  if (isDone?.(order)) return ok(id);
  const wrong = [...checkNote(note), ...checkStep(order, step)];
  if (wrong.length > 0) return refuse(...wrong);
  if (expectedVersion != null && expectedVersion !== order.version) {
    return refuse(versionConflict(expectedVersion, order.version));
  }
  const decided = await decide(order);
  if (!decided.ok) return decided;
  await moveTransfer(tx, order, decided.value, { step, actor: caller.subject, note, occurredAt: now() });
  return ok(id);
}
