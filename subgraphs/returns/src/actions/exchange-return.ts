import { type Connection, inTransaction, oncePerKey } from '@passerelle/database';
import { schedule } from '@passerelle/events';
import {
  type IdempotencyRefusal,
  type InsufficientStock,
  type InvalidInput,
  type InvalidState,
  insufficientStock,
  invalidState,
  type NotFound,
  newId,
  notFound,
  ok,
  type QuantityTooLarge,
  type Result,
  refuse,
  type VersionConflict,
} from '@passerelle/values';
import type { Context } from '../context.ts';
import { draftExchange, type Exchange, type Replacement, withExchange } from '../domain/exchange.ts';
import { mayAct } from '../domain/return.ts';
import { mayWriteFor } from '../domain/viewer.ts';
import { exchangeJob, findExchanges, insertExchange } from '../storage/exchanges.ts';
import { lockReturn, saveReturn } from '../storage/returns.ts';

export type ExchangeRefusal =
  | InvalidInput
  | NotFound
  | VersionConflict
  | InvalidState
  | InsufficientStock
  | QuantityTooLarge
  | IdempotencyRefusal;

export type ExchangeReturn = {
  readonly idempotencyKey: string;
  readonly id: string;
  readonly expectedVersion: number;
  readonly lines: readonly Replacement[];
};
type Begun = Result<{ exchangeId: string }, ExchangeRefusal>;

/** The job waits this long, so that it does not race the attempt made right after the commit. */
const jobDelayMs = 10_000;

/** Replaces units, also before they arrive: the new order takes its stock at once. */
export async function exchangeReturn(
  context: Context,
  input: ExchangeReturn,
): Promise<Result<Exchange, ExchangeRefusal>> {
  const { caller, database, log } = context;
  const call = { client: caller.subject, operation: 'exchangeReturn', key: input.idempotencyKey, input };
  const begun: Begun = await inTransaction(database, (tx) => oncePerKey(tx, call, () => begin(tx, context, input)));
  if (!begun.ok) return begun;
  const { exchangeId } = begun.value;
  await context.place(exchangeId).catch((error) => log.warn({ err: error }, 'exchange is delayed'));
  const [exchange] = await findExchanges(database, [exchangeId]);
  if (!exchange) throw new TypeError(`exchange ${exchangeId} is gone`);
  return exchange.status === 'FAILED' ? refuse(refusalOf(exchange)) : ok(exchange);
}

/** Orders tells that it has no stock, not of which line: the first stands for all. */
function refusalOf({ refusalCode, lines: [line] }: Exchange): ExchangeRefusal {
  const isStock = refusalCode === 'INSUFFICIENT_STOCK' || refusalCode === 'NO_SOURCE';
  if (isStock && line) return insufficientStock(line.sku, line.quantity, 0, ['lines']);
  return invalidState(`Orders did not place the new order: ${refusalCode}.`, refusalCode ?? 'FAILED', ['lines']);
}

async function begin(tx: Connection, context: Context, input: ExchangeReturn): Promise<Begun> {
  const { caller, owner } = context;
  const now = context.now();
  const current = await lockReturn(tx, input.id);
  if (!current || !mayWriteFor(caller, current.customerId)) return refuse(notFound('return', input.id, ['id']));
  const allowed = mayAct(current, 'EXCHANGE', input.expectedVersion);
  if (!allowed.ok) return allowed;
  const lines = draftExchange(current, input.lines);
  if (!lines.ok) return lines;
  const exchange: Exchange = {
    id: newId('exchange', now),
    returnId: current.id,
    originalOrderId: current.orderId,
    currency: current.currency,
    status: 'PENDING',
    orderId: null,
    creditMinor: lines.value.reduce((sum, line) => sum + line.creditMinor, 0),
    amountDueMinor: 0,
    refusalCode: null,
    actor: caller.subject,
    createdAt: now,
    settledAt: null,
    isUntouchedOnly: false,
    cancelledAt: null,
    lines: lines.value,
  };
  await saveReturn(tx, withExchange(current, exchange.lines, 1, now), caller.subject, exchange.id);
  await insertExchange(tx, exchange);
  const { task, key } = exchangeJob(exchange.id);
  const runAt = new Date(now.getTime() + jobDelayMs);
  await schedule(tx, owner, task, { exchangeId: exchange.id }, { key, runAt });
  return ok({ exchangeId: exchange.id });
}
