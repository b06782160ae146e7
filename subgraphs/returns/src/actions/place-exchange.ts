import { type Connection, inTransaction } from '@passerelle/database';
import { schedule, unschedule } from '@passerelle/events';
import { newId } from '@passerelle/values';
import type { Context } from '../context.ts';
import { type Exchange, withExchange } from '../domain/exchange.ts';
import { type Refund, withRefund } from '../domain/refund.ts';
import { changed, isSettled, type Return } from '../domain/return.ts';
import type { ExchangeAnswer } from '../services/resolutions.ts';
import { publishEnd } from '../storage/closing.ts';
import { exchangeJob, findExchanges, lockExchange, savePlacement } from '../storage/exchanges.ts';
import { insertRefund, refundJob } from '../storage/refunds.ts';
import { lockReturn, saveReturn } from '../storage/returns.ts';

type Placing = Pick<Context, 'database' | 'owner' | 'neighbours' | 'now'>;

/**
 * Has orders place the new order of an exchange unless that was done. Orders does it once for each exchange, so repeating
 * the call after a lost answer does no harm. What is left of the credit is given back.
 */
export async function placeExchange(context: Placing, exchangeId: string): Promise<void> {
  const { database, neighbours } = context;
  const [exchange] = await findExchanges(database, [exchangeId]);
  if (exchange?.status !== 'PENDING') return;
  const answer = await neighbours.replace(exchange);
  await inTransaction(database, (tx) => settle(tx, context, exchange, answer));
}

async function settle(tx: Connection, { owner, now }: Placing, asked: Exchange, answer: ExchangeAnswer): Promise<void> {
  const at = now();
  const current = await lockReturn(tx, asked.returnId);
  const exchange = await lockExchange(tx, asked.id);
  if (!current || exchange?.status !== 'PENDING') return;
  const { refusalCode, orderId, amountDueMinor } = answer;
  const status = refusalCode === null ? 'PLACED' : 'FAILED';
  await savePlacement(tx, exchange.id, { status, orderId, amountDueMinor, refusalCode, settledAt: at });
  await unschedule(tx, owner, exchangeJob(exchange.id).key);
  const reason = `${exchange.id} ${status}`;
  if (status === 'FAILED') {
    await saveReturn(tx, withExchange(current, exchange.lines, -1, at), exchange.actor, reason);
    return;
  }
  const rest = amountDueMinor < 0 ? await giveBack(tx, owner, { ...exchange, amountDueMinor }, current, at) : null;
  const next = rest ? withRefund(current, rest, 1, at) : closedWhenSettled(current, at);
  await saveReturn(tx, next, exchange.actor, reason);
  if (next.status !== current.status) await publishEnd(tx, next);
}

const closedWhenSettled = (current: Return, at: Date): Return =>
  isSettled(current) && current.status !== 'CLOSED'
    ? changed(current, at, { status: 'CLOSED', closedAt: at })
    : changed(current, at, {});

/** A refund of what is left of the credit, on its way at once. */
async function giveBack(
  tx: Connection,
  owner: Placing['owner'],
  { amountDueMinor, id, actor }: Exchange,
  { id: returnId, orderId, customerId, currency }: Return,
  at: Date,
): Promise<Refund> {
  const minor = -amountDueMinor;
  const refund: Refund = {
    id: newId('refund', at),
    returnId,
    orderId,
    customerId,
    currency,
    amountMinor: minor,
    goodsMinor: minor,
    deliveryMinor: 0,
    feesMinor: 0,
    method: 'ORIGINAL_PAYMENT',
    target: null,
    status: 'PENDING',
    reference: null,
    declineCode: null,
    maximumMinor: null,
    reason: id,
    actor,
    createdAt: at,
    settledAt: null,
    lines: [],
  };
  await insertRefund(tx, refund);
  const { task, key } = refundJob(refund.id);
  await schedule(tx, owner, task, { refundId: refund.id }, { key, runAt: at });
  return refund;
}
