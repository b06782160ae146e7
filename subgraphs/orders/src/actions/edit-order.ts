import { type Connection, inTransaction, oncePerKey } from '@passerelle/database';
import { type Caller, isAllowed } from '@passerelle/server';
import { notFound, ok, type Result, refuse, versionConflict } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import type { EditInput } from '../domain/edit.ts';
import { isUntouched } from '../domain/fulfillment.ts';
import { reachOfAsking } from '../domain/letting-go.ts';
import { isHeld } from '../domain/order.ts';
import { notEditable, type OrderRefusal } from '../domain/refusals.ts';
import { sourceEdit } from '../services/allocate-edit.ts';
import { askToLetGo } from '../services/ask-to-let-go.ts';
import { carryOutEdit, type Edited, editedOf } from '../services/carry-out-edit.ts';
import { type Read, readEdit } from '../services/read-edit.ts';
import { findWaitingChange } from '../storage/change-requests.ts';
import { lockOrder } from '../storage/orders.ts';
import { isVisible } from '../storage/visibility.ts';

/** Thrown to leave a transaction in which the key was found unused. */
class NotYet extends Error {}

/**
 * Changes an order before it is fulfilled. A saga, as placing is: the order is read and the edit checked, locations are
 * chosen and allocated under the next revision, a higher total is authorized, and everything becomes true in one
 * transaction, provided nobody changed the order meanwhile. Whoever comes second is told VERSION_CONFLICT, and what was
 * taken for them is given back. A dry run stops after choosing locations, and leaves nothing. When a warehouse has taken
 * the work on, it is asked to let go first, and the edit waits for its answer.
 */
export async function editOrder(
  deps: Dependencies,
  caller: Caller,
  input: EditInput,
): Promise<Result<Edited, OrderRefusal>> {
  const repeated = input.dryRun ? undefined : await findRepeated(deps, caller, input);
  if (repeated) return repeated;
  const read = await inTransaction(deps.database, (tx) => readOwn(tx, caller, input, deps.now()));
  if (!read.ok) return read;
  const sourced = await sourceEdit(deps, read.value.whole, read.value.plan);
  if (!sourced.ok) return sourced;
  if (input.dryRun) return ok(editedOf(read.value));
  await deps.fault('edit-read');

  if (read.value.asks.length > 0) return ask(deps, caller, input, read.value);
  return carryOutEdit(deps, read.value, {
    sourced: sourced.value,
    input,
    actor: caller.subject,
    once: (tx, store) => oncePerKey<Edited, OrderRefusal>(tx, callOf(caller, input), store),
  });
}

const callOf = (caller: Caller, input: EditInput) => ({
  client: caller.subject,
  operation: 'editOrder',
  key: input.idempotencyKey,
  input,
});

/** What the first call with this key came to; undefined when there was none. */
async function findRepeated(
  { database }: Dependencies,
  caller: Caller,
  input: EditInput,
): Promise<Result<Edited, OrderRefusal> | undefined> {
  try {
    return await inTransaction(database, (tx) =>
      oncePerKey<Edited, OrderRefusal>(tx, callOf(caller, input), () => Promise.reject(new NotYet())),
    );
  } catch (error) {
    if (error instanceof NotYet) return undefined;
    throw error;
  }
}

async function readOwn(
  tx: Connection,
  caller: Caller,
  input: EditInput,
  now: Date,
): Promise<Result<Read, OrderRefusal>> {
  const whole = await lockOrder(tx, input.orderId);
  const isOwn = caller.customerId !== null && whole?.order.customerId === caller.customerId;
  const isByStaff = isAllowed(caller, 'orders:write');
  if (!whole || !(isOwn || isByStaff) || !(await isVisible(tx, whole.order, caller))) {
    return refuse(notFound('order', input.orderId, ['orderId']));
  }
  if (whole.order.version !== input.expectedVersion) {
    return refuse(versionConflict(input.expectedVersion, whole.order.version));
  }
  if (await findWaitingChange(tx, whole.order.id)) return refuse(notEditable(['CHANGE_WAITING'], null));
  const reach = isHeld(whole.order) ? isUntouched : reachOfAsking({ kind: 'EDIT', isByStaff });
  return readEdit(tx, whole, input, { reach, now });
}

/** Asks warehouses, once for the key, provided nobody changed the order meanwhile. */
const ask = ({ database, ...deps }: Dependencies, caller: Caller, input: EditInput, read: Read) =>
  inTransaction(database, (tx) =>
    oncePerKey<Edited, OrderRefusal>(tx, callOf(caller, input), async () => {
      const { version, id } = read.whole.order;
      const whole = await lockOrder(tx, id);
      if (whole?.order.version !== version) return refuse(versionConflict(version, whole?.order.version ?? version));
      const isByStaff = isAllowed(caller, 'orders:write');
      const wish = { kind: 'EDIT', input, isByStaff, requestedBy: caller.subject } as const;
      return ok(editedOf(read, await askToLetGo(tx, deps, whole, { ...wish, asks: read.asks })));
    }),
  );
