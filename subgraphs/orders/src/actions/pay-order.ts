import { inTransaction } from '@passerelle/database';
import type { Dependencies } from '../context.ts';
import { moneyDue } from '../domain/money-due.ts';
import { delayOfCapture } from '../services/before-capture.ts';
import { moveMoney, requestMoney } from '../services/move-money.ts';
import { keepLog, openLog } from '../services/user-exits.ts';
import { lockOrder } from '../storage/orders.ts';
import { findOperations, payLater } from '../storage/payments.ts';

const actor = 'service:orders';

/**
 * Has an order's money follow its goods: captures what left, gives up what will not, gives back what is owed no more.
 * Movements are written down first, under the order's lock, and asked for afterwards: a process killed in between leaves
 * them to the next run. A refused capture is tried again, later and later; the timeline shows each refusal.
 *
 * A job: throws to be done again when a payment service does not answer.
 */
export async function payOrder(deps: Dependencies, { orderId }: { readonly orderId: string }): Promise<void> {
  const now = deps.now();
  const exitLog = openLog(orderId);
  const delayedUntil = await delayOfCapture(deps, exitLog, now);
  const due = await inTransaction(deps.database, async (tx) => {
    const whole = await lockOrder(tx, orderId);
    if (!whole) return undefined;
    const before = await findOperations(tx, orderId);
    const connected = whole.payments.filter(({ provider }) => deps.providers[provider]);
    const isCaptureDelayed = delayedUntil !== null;
    const facts = { ...whole, payments: connected, operations: before, isCaptureDelayed };
    const { wanted, retryAt } = moneyDue(facts, now);
    await keepLog(tx, deps, exitLog);
    const requested = await requestMoney(tx, whole, wanted, { actor, now });
    const again = delayedUntil ?? retryAt;
    if (again && again > now) await payLater(tx, deps.owner, orderId, again);
    return { whole, operations: [...before, ...requested] };
  });
  if (!due) return;
  for (const operation of due.operations) {
    if (operation.isAtProvider) await moveMoney(deps, due.whole, operation);
  }
}
