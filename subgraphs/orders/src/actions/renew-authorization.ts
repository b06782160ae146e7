import { inTransaction } from '@passerelle/database';
import type { Dependencies } from '../context.ts';
import { openAuthorization } from '../domain/payment.ts';
import { totalsOf } from '../domain/pricing.ts';
import { moveMoney, requestMoney } from '../services/move-money.ts';
import { lockOrder } from '../storage/orders.ts';
import { findOperations, watchExpiry } from '../storage/payments.ts';

const actor = 'service:orders';
const soonMs = 2 * 3_600_000;

/**
 * Has an authorization that is about to run out prolonged while money is still to be captured; one that is not needed
 * any more runs out. When the payment service refuses, the payment has failed and the timeline tells.
 *
 * A job: throws to be done again when the payment service does not answer.
 */
export async function renewAuthorization(
  deps: Dependencies,
  { orderId, paymentId }: { readonly orderId: string; readonly paymentId: string },
): Promise<void> {
  const now = deps.now();
  const due = await inTransaction(deps.database, async (tx) => {
    const whole = await lockOrder(tx, orderId);
    const payment = whole?.payments.find(({ id }) => id === paymentId);
    if (!whole || !payment?.expiresAt) return undefined;
    const operations = await findOperations(tx, orderId);
    const asked = operations.find(
      (one) => one.paymentId === paymentId && one.kind === 'RENEW' && one.state === 'REQUESTED',
    );
    if (asked) return { whole, operation: asked };
    if (payment.expiresAt.getTime() > now.getTime() + soonMs) {
      await watchExpiry(tx, deps.owner, payment);
      return undefined;
    }
    const { grandTotal, captured } = totalsOf(whole.order.currency, whole.lines, whole.groups, whole.payments);
    if (openAuthorization(payment, operations) === 0 || grandTotal.minor <= captured.minor) return undefined;
    const amountMinor = payment.authorizedMinor;
    const wanted = [{ kind: 'RENEW', purpose: 'EXPIRY', paymentId, amountMinor } as const];
    const [operation] = await requestMoney(tx, whole, wanted, { actor, now });
    return operation && { whole, operation };
  });
  if (due) await moveMoney(deps, due.whole, due.operation);
}
