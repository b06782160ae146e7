import { inTransaction } from '@passerelle/database';
import type { Caller } from '@passerelle/server';
import { limitExceeded, notFound, ok, type Refusal, type Result, refuse } from '@passerelle/values';
import type { ActionContext } from '../context.ts';
import { checkThreshold, mostThresholds } from '../domain/low-stock.ts';
import { checkChannel } from '../domain/network.ts';
import { checkText } from '../domain/stock-event.ts';
import { findItems } from '../storage/items.ts';
import { countOtherThresholds, saveThreshold } from '../storage/thresholds.ts';
import { insertWatch, removeWatch } from '../storage/watches.ts';

/** Has a channel told of its crossings from now on. Repeating it is harmless. Answers the channel's id. */
export async function startStockWatch(
  { database, network, now }: ActionContext,
  caller: Caller,
  { channelId }: { readonly channelId: string },
): Promise<Result<string, Refusal>> {
  const unserved = checkChannel(await network.get(), channelId);
  if (unserved.length > 0) return refuse(...unserved);
  return inTransaction(database, async (tx) => {
    await insertWatch(tx, { channelId, startedBy: caller.subject, startedAt: now() });
    return ok(channelId);
  });
}

/** Stops telling a channel. Repeating it is harmless. */
export function stopStockWatch(
  { database }: ActionContext,
  { channelId }: { readonly channelId: string },
): Promise<Result<string, Refusal>> {
  return inTransaction(database, async (tx) => {
    await removeWatch(tx, channelId);
    return ok(channelId);
  });
}

export type ThresholdInput = {
  readonly channelId: string;
  /** Left out: the channel's own. */
  readonly sku?: string | null;
  /** Units; null takes the threshold away. */
  readonly quantity?: number | null;
};

/** Sets below how many units a channel calls its stock, or that of one SKU, low. */
export async function setLowStockThreshold(
  context: ActionContext,
  caller: Caller,
  { channelId, sku = null, quantity = null }: ThresholdInput,
): Promise<Result<ThresholdInput, Refusal>> {
  const wrong = [
    ...(quantity === null ? [] : checkThreshold(quantity)),
    ...(sku === null ? [] : checkText(['sku'], sku, 100)),
  ];
  if (wrong.length > 0) return refuse(...wrong);
  const unserved = checkChannel(await context.network.get(), channelId);
  if (unserved.length > 0) return refuse(...unserved);
  const result = await inTransaction(context.database, async (tx): Promise<Result<ThresholdInput, Refusal>> => {
    const [item] = sku === null ? [] : await findItems(tx, [sku]);
    if (sku !== null && !item) return refuse(notFound('SKU', sku, ['sku']));
    const itemNo = item?.itemNo ?? null;
    if (itemNo !== null && (await countOtherThresholds(tx, channelId, itemNo)) >= mostThresholds) {
      const message = `A channel has ${mostThresholds} thresholds for SKUs at most. Set one for the channel instead.`;
      return refuse(limitExceeded(['sku'], message, mostThresholds));
    }
    await saveThreshold(tx, { channelId, itemNo, units: quantity, setBy: caller.subject }, context.now());
    return ok({ channelId, sku, quantity });
  });
  // Others are told by NOTIFY; who wrote it reads it at once.
  context.thresholds.drop();
  return result;
}
