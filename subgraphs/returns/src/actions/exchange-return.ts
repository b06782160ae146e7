import { type Connection, inTransaction, oncePerKey } from '@passerelle/database';
import { schedule } from '@passerelle/events';
import { isSilence } from '@passerelle/server';
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
import { mayAct } from '../domain/allowed-actions.ts';
import {
  deliveryProblems,
  draftExchange,
  type Exchange,
  type ExchangeDelivery,
  type Replacement,
  withExchange,
} from '../domain/exchange.ts';
import { mayBeSentGoods } from '../domain/place.ts';
import { mayWriteFor } from '../domain/viewer.ts';
import { exchangeJob, findExchanges, insertExchange } from '../storage/exchanges.ts';
import { findReturns, lockReturn, saveReturn } from '../storage/returns.ts';

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
  readonly delivery?: ExchangeDelivery | null;
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
  const stores = await storesFor(context, input);
  if (!stores.ok) return stores;
  const call = { client: caller.subject, operation: 'exchangeReturn', key: input.idempotencyKey, input };
  const begun: Begun = await inTransaction(database, (tx) =>
    oncePerKey(tx, call, () => begin(tx, context, input, stores.value)),
  );
  if (!begun.ok) return begun;
  const { exchangeId } = begun.value;
  await context.place(exchangeId).catch((error) => log.warn({ err: error }, 'exchange is delayed'));
  const [exchange] = await findExchanges(database, [exchangeId]);
  if (!exchange) throw new TypeError(`exchange ${exchangeId} is gone`);
  return exchange.status === 'FAILED' ? refuse(refusalOf(exchange)) : ok(exchange);
}

/**
 * The shops to which new goods may be sent from elsewhere: the one the shopper names, else those that handed out the
 * first goods. One that went out of business since is not sent anything; when nobody can tell, none is.
 */
async function storesFor(
  { caller, database, neighbours, log }: Context,
  { id, delivery }: ExchangeReturn,
): Promise<Result<readonly string[], ExchangeRefusal>> {
  const problems = delivery ? deliveryProblems(delivery) : [];
  if (problems.length > 0) return refuse(...problems);
  const [current] = await findReturns(database, [id]);
  if (!current || !mayWriteFor(caller, current.customerId)) return refuse(notFound('return', id, ['id']));
  if (delivery?.shippingAddress) return ok([]);
  const { orderId, channelId } = current;
  const named = delivery?.pickupLocationId;
  try {
    const known = named ? [named] : await neighbours.findWorkplaces(orderId);
    const places = await Promise.all(known.map((locationId) => neighbours.findPlace(locationId, channelId)));
    const fit = known.filter((_, index) => mayBeSentGoods(places[index] ?? null));
    return named && fit.length === 0
      ? refuse(notFound('shop that hands out goods of this channel', named, ['delivery', 'pickupLocationId']))
      : ok(fit);
  } catch (error) {
    if (!isSilence(error)) throw error;
    log.warn({ err: error }, 'nobody tells which shops may be sent goods');
    return ok([]);
  }
}

const remedy =
  'Choose other goods, or give `delivery`: a `shippingAddress`, or the `pickupLocationId` of a shop that may have them.';

/** Orders tells that it has no stock, not of which line: the first stands for all. */
function refusalOf({ refusalCode, lines: [line] }: Exchange): ExchangeRefusal {
  const isStock = refusalCode === 'INSUFFICIENT_STOCK' || refusalCode === 'NO_SOURCE';
  if (isStock && line) {
    const none = insufficientStock(line.sku, line.quantity, 0, ['lines']);
    return { ...none, message: `${none.message} ${remedy}` };
  }
  return invalidState(`Orders did not place the new order: ${refusalCode}.`, refusalCode ?? 'FAILED', ['lines']);
}

async function begin(
  tx: Connection,
  context: Context,
  input: ExchangeReturn,
  sendToLocationIds: readonly string[],
): Promise<Begun> {
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
    delivery: input.delivery ?? null,
    sendToLocationIds,
    lines: lines.value,
  };
  await saveReturn(tx, withExchange(current, exchange.lines, 1, now), caller.subject, exchange.id);
  await insertExchange(tx, exchange);
  const { task, key } = exchangeJob(exchange.id);
  const runAt = new Date(now.getTime() + jobDelayMs);
  await schedule(tx, owner, task, { exchangeId: exchange.id }, { key, runAt });
  return ok({ exchangeId: exchange.id });
}
