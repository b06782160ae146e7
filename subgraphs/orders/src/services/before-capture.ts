import { inTransaction } from '@passerelle/database';
import { formatMoney } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import { moneyDue } from '../domain/money-due.ts';
import { lockOrder } from '../storage/orders.ts';
import { findOperations } from '../storage/payments.ts';
import { consult, type ExitLog } from './user-exits.ts';

const hourMinutes = 60;

/**
 * Asks the exit `payment.before-capture` when something is to be captured; answers until when that waits, or null. An
 * exit that must answer and does not is asked again in an hour.
 */
export async function delayOfCapture(deps: Dependencies, exitLog: ExitLog, now: Date): Promise<Date | null> {
  const { orderId } = exitLog;
  const id = `${orderId}.payment.before-capture.${now.getTime()}`;
  if (!deps.exits.modeOf('payment.before-capture', id)) return null;
  const due = await readCaptures(deps, orderId, now);
  if (!due) return null;
  const { order, captures } = due;
  const answer = await consult(deps, exitLog, 'payment.before-capture', {
    id,
    question: () => ({
      input: { orderId, number: order.number, captures },
      context: { channelId: order.channelId, locale: order.locale },
      own: ['CONTINUE'],
    }),
  });
  if (!answer || answer.decision === 'CONTINUE') return null;
  return new Date(now.getTime() + (answer.output?.delayMinutes ?? hourMinutes) * 60_000);
}

/** What would be captured now, read again under the order's lock when it is. */
const readCaptures = (deps: Dependencies, orderId: string, now: Date) =>
  inTransaction(deps.database, async (tx) => {
    const whole = await lockOrder(tx, orderId);
    if (!whole) return undefined;
    const { order } = whole;
    const payments = whole.payments.filter(({ provider }) => deps.providers[provider]);
    const { wanted } = moneyDue({ ...whole, payments, operations: await findOperations(tx, orderId) }, now);
    const captures = wanted.filter(({ kind }) => kind === 'CAPTURE');
    const amounts = captures.map(({ amountMinor }) => formatMoney({ minor: amountMinor, currency: order.currency }));
    return captures.length > 0 ? { order, captures: amounts } : undefined;
  });
