import { inTransaction } from '@passerelle/database';

import type { Dependencies } from '../context.ts';
import { advance } from '../domain/advance.ts';
import type { Payment } from '../domain/order.ts';
import { totalsOf } from '../domain/pricing.ts';
import { moment } from '../services/moments.ts';
import { publishChanged } from '../storage/changed.ts';
import { findPaymentsOfOrders, lockOrder, saveOrder, type WholeOrder } from '../storage/orders.ts';
import { insertPayment, payLater, watchExpiry } from '../storage/payments.ts';

const actor = 'service:orders';

/** What no payment of the order covers yet. */
function uncovered({ order, lines, groups, payments }: WholeOrder): number {
  const { grandTotal } = totalsOf(order.currency, lines, groups, payments);
  const covered = payments.reduce(
    (sum, { status, authorizedMinor }) => sum + (status === 'VOIDED' || status === 'FAILED' ? 0 : authorizedMinor),
    0,
  );
  return grandTotal.minor - covered;
}

/**
 * Has what a credit does not cover authorized with the means of payment of the original order. A refusal is written on
 * the timeline, and the order stays short of payment. A job: throws to be done again when nobody answers.
 */
export async function coverDifference(
  deps: Dependencies,
  { orderId, coveredBy }: { readonly orderId: string; readonly coveredBy: string },
): Promise<void> {
  const now = deps.now();
  const whole = await inTransaction(deps.database, (tx) => lockOrder(tx, orderId));
  const amountMinor = whole ? uncovered(whole) : 0;
  if (!whole || amountMinor <= 0) return;
  const means = (await findPaymentsOfOrders(deps.database, [coveredBy])).find(
    ({ provider }) => deps.providers[provider],
  );
  const provider = means && deps.providers[means.provider];
  // Named after the credit: asked again after a crash it is the same payment.
  const id = `${whole.payments[0]?.id ?? orderId}-2`;
  const payment = {
    ...means,
    id,
    currency: whole.order.currency,
    authorizedMinor: amountMinor,
  };
  const answer = await provider?.authorise({
    key: id,
    payment: { ...payment, reference: means?.reference ?? '', expiresAt: null },
    amountMinor,
    now,
  });
  await inTransaction(deps.database, async (tx) => {
    const current = await lockOrder(tx, orderId);
    if (!current || uncovered(current) !== amountMinor) return;
    if (!means || answer?.status !== 'SUCCEEDED') {
      const why = answer?.status === 'FAILED' ? answer.declineCode : 'no payment service is connected';
      const event = { orderId, type: 'payment.declined', actor, message: `The difference is not covered: ${why}.` };
      return saveOrder(tx, { order: current.order, events: [moment(event, now)] });
    }
    const added: Payment = {
      ...means,
      id,
      orderId,
      reference: answer.reference,
      status: 'AUTHORIZED',
      authorizedMinor: amountMinor,
      capturedMinor: 0,
      refundedMinor: 0,
      expiresAt: answer.expiresAt ?? null,
    };
    await insertPayment(tx, added);
    await watchExpiry(tx, deps.owner, added);
    const order = advance({ ...current, payments: [...current.payments, added] }, {}, now);
    const event = {
      orderId,
      type: 'payment.authorized',
      actor,
      message: 'The difference to the credit is authorized.',
    };
    await saveOrder(tx, { order, events: [moment(event, now)] });
    await payLater(tx, deps.owner, orderId);
    await publishChanged(tx, order, now);
  });
}
