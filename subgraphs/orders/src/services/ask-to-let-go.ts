import type { Connection } from '@passerelle/database';
import { newId } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import { advance, moved } from '../domain/advance.ts';
import { type Ask, answerWithinMs, type ChangeRequest } from '../domain/letting-go.ts';
import { insertChange } from '../storage/change-requests.ts';
import { publishChanged } from '../storage/changed.ts';
import { saveOrder, type WholeOrder } from '../storage/orders.ts';
import { moment } from './moments.ts';

type Wish = Pick<ChangeRequest, 'kind' | 'input' | 'isByStaff' | 'requestedBy'> & { readonly asks: readonly Ask[] };

/**
 * Asks warehouses to let go of work of an order that is locked; answers the id of the change that waits. The work goes
 * one version on, so that a warehouse that ships what it read before is told to look again.
 */
export async function askToLetGo(
  tx: Connection,
  { owner, now }: Pick<Dependencies, 'owner' | 'now'>,
  whole: WholeOrder,
  { asks, ...wish }: Wish,
): Promise<string> {
  const at = now();
  const { id: orderId } = whole.order;
  const answerBy = new Date(at.getTime() + answerWithinMs);
  const open = { requestedAt: at, answerBy };
  const change = { ...wish, ...open, id: newId('changeRequest', at), orderId, reason: null, endedAt: null };
  const unanswered = { answeredAt: null, answeredBy: null, refusalReason: null, note: null };
  const requests = asks.map((ask) => ({
    ...ask,
    ...open,
    ...unanswered,
    id: newId('cancellationRequest', at),
    changeId: change.id,
    orderId,
    status: 'REQUESTED' as const,
  }));
  await insertChange(tx, owner, { ...change, status: 'WAITING' }, requests);
  const asked = new Map(asks.map((ask) => [ask.fulfillmentOrderId, ask]));
  const work = whole.work.filter(({ id }) => asked.has(id)).map((one) => moved(one, {}, at));
  const events = work.map(({ id, number, locationId }) => {
    const what = asked.get(id)?.lines.map(({ sku, quantity }) => `${quantity} × ${sku}`);
    const why = wish.kind === 'EDIT' ? 'an edit' : 'a cancellation';
    const message = `${locationId} was asked to let go of ${what?.join(', ')} of ${number} for ${why}.`;
    return moment({ orderId, type: 'cancellation.requested', actor: wish.requestedBy, message }, at);
  });
  const order = advance(whole, { work }, at);
  await saveOrder(tx, { order, work, events });
  await publishChanged(tx, order, at);
  return change.id;
}
