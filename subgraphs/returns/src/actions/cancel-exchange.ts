import { type Connection, inTransaction } from '@passerelle/database';
import { schedule, unschedule } from '@passerelle/events';
import {
  type InvalidState,
  invalidState,
  type NotFound,
  notFound,
  ok,
  type Result,
  refuse,
  type VersionConflict,
  versionConflict,
} from '@passerelle/values';
import type { Context } from '../context.ts';
import { type Exchange, keptOf, withoutExchange } from '../domain/exchange.ts';
import { changed } from '../domain/return.ts';
import { mayWriteFor } from '../domain/viewer.ts';
import { exchangeJob, findExchanges, lockExchange, saveUndoing, saveUndone } from '../storage/exchanges.ts';
import { findRefundsOfReturns } from '../storage/refunds.ts';
import { lockReturn, saveReturn } from '../storage/returns.ts';

export type CancelExchange = {
  readonly returnId: string;
  readonly exchangeId: string;
  readonly expectedVersion: number;
};
export type CancelExchangeRefusal = NotFound | VersionConflict | InvalidState;
type Cancelled = Result<Exchange, CancelExchangeRefusal>;

/** The job waits this long, so that it does not race the attempt made right after the commit. */
const jobDelayMs = 10_000;

/**
 * Undoes an exchange: orders cancels the new order as a whole, and the units may again be paid for or replaced. Refused
 * while the new order, or what was left of the credit, is on its way, and once new goods were handed over. Undoing it
 * again changes nothing.
 */
export async function cancelExchange(context: Context, input: CancelExchange): Promise<Cancelled> {
  const { database, log } = context;
  const begun = await inTransaction(database, (tx) => begin(tx, context, input));
  if (!begun.ok) return begun;
  await context.place(input.exchangeId).catch((error) => log.warn({ err: error }, 'undoing an exchange is delayed'));
  const [exchange] = await findExchanges(database, [input.exchangeId]);
  if (!exchange) throw new TypeError(`exchange ${input.exchangeId} is gone`);
  return exchange.status === 'PLACED'
    ? refuse(invalidState(exchange.refusalCode ?? 'Orders did not cancel the new order.', 'PLACED', ['exchangeId']))
    : ok(exchange);
}

async function begin(tx: Connection, context: Context, input: CancelExchange): Promise<Cancelled> {
  const { caller, owner } = context;
  const now = context.now();
  const current = await lockReturn(tx, input.returnId);
  if (!current || !mayWriteFor(caller, current.customerId)) {
    return refuse(notFound('return', input.returnId, ['returnId']));
  }
  const exchange = await lockExchange(tx, input.exchangeId);
  if (exchange?.returnId !== current.id) {
    return refuse(notFound('exchange of this return', input.exchangeId, ['exchangeId']));
  }
  if (exchange.status === 'CANCELLING' || exchange.status === 'CANCELLED') return ok(exchange);
  if (current.version !== input.expectedVersion) return refuse(versionConflict(input.expectedVersion, current.version));
  const rest = (await findRefundsOfReturns(tx, [current.id])).filter(({ reason }) => reason === exchange.id);
  const isMoneyMoving = rest.some(({ status }) => status === 'PENDING');
  if (exchange.status !== 'PLACED' || isMoneyMoving) {
    const message = isMoneyMoving
      ? 'What was left of the credit is being paid back; try again when that is decided.'
      : 'Only an exchange whose new order is placed can be undone.';
    return refuse(invalidState(message, exchange.status, ['exchangeId']));
  }
  const isUntouchedOnly = !caller.scopes.has('returns:write');
  await saveUndoing(tx, exchange.id, { status: 'CANCELLING', isUntouchedOnly, refusalCode: null });
  await saveReturn(tx, changed(current, now, {}), caller.subject, `${exchange.id} CANCELLING`);
  const { task, key } = exchangeJob(exchange.id);
  const runAt = new Date(now.getTime() + jobDelayMs);
  await schedule(tx, owner, task, { exchangeId: exchange.id }, { key, runAt });
  return ok(exchange);
}

type Undoing = Pick<Context, 'database' | 'owner' | 'neighbours' | 'now'>;

/** Has orders cancel the new order of an exchange that is being undone; harmless when repeated. */
export async function undoExchange({ database, owner, neighbours, now }: Undoing, exchangeId: string): Promise<void> {
  const [asked] = await findExchanges(database, [exchangeId]);
  if (asked?.status !== 'CANCELLING') return;
  const refusal = await neighbours.undoReplace(asked);
  await inTransaction(database, async (tx) => {
    const at = now();
    const current = await lockReturn(tx, asked.returnId);
    const exchange = await lockExchange(tx, exchangeId);
    if (!current || exchange?.status !== 'CANCELLING') return;
    await unschedule(tx, owner, exchangeJob(exchangeId).key);
    if (refusal !== null) {
      await saveUndoing(tx, exchangeId, { ...exchange, status: 'PLACED', refusalCode: refusal });
      return saveReturn(tx, changed(current, at, {}), exchange.actor, `${exchangeId} PLACED`);
    }
    const paid = (await findRefundsOfReturns(tx, [current.id]))
      .filter(({ reason, status }) => reason === exchangeId && status === 'SUCCEEDED')
      .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    const lines = keptOf(exchange, paid);
    await saveUndone(tx, { ...exchange, lines }, at);
    await saveReturn(tx, withoutExchange(current, lines, at), exchange.actor, `${exchangeId} CANCELLED`);
  });
}
