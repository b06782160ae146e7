import { inTransaction } from '@passerelle/database';
import type { Dependencies } from '../context.ts';
import { keepAnswer, reverseAnswer } from '../services/move-money.ts';
import { findOperation, type ReceivedMessage, takeNotification } from '../storage/payments.ts';

/**
 * Applies a message of a payment service once, whatever comes first: it ends a movement under way, or takes back one
 * that had come about. What is forged, unknown or about something else is passed over. A job.
 */
export async function receiveNotification(
  deps: Dependencies,
  { provider: name, body, headers }: ReceivedMessage,
): Promise<void> {
  const provider = deps.providers[name];
  const message = provider?.readNotification(body, headers);
  if (!message) return;
  await inTransaction(deps.database, async (tx) => {
    const isNew = await takeNotification(tx, { provider: name, id: message.id, now: deps.now() });
    const operation = isNew && (await findOperation(tx, message.key));
    if (!operation) return;
    const actor = `service:${name}`;
    const declineCode = message.declineCode ?? 'FAILED';
    if (operation.state === 'SUCCEEDED' && message.outcome === 'FAILED') {
      return reverseAnswer(tx, deps, operation.id, { declineCode, actor });
    }
    const answer =
      message.outcome === 'SUCCEEDED'
        ? ({ status: 'SUCCEEDED', reference: message.id } as const)
        : ({ status: 'FAILED', declineCode } as const);
    await keepAnswer(tx, deps, operation.id, answer, actor);
  });
}
