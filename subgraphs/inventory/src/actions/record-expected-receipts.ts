import { inTransaction } from '@passerelle/database';
import type { Caller } from '@passerelle/server';
import { invalidInput, limitExceeded, notFound, type Refusal } from '@passerelle/values';
import type { ActionContext } from '../context.ts';
import { checkReceipt, maxReceipts, type StatedReceipt } from '../domain/expected-receipt.ts';
import { findSeenLocation } from '../domain/feed-scope.ts';
import { checkSource, isStorable } from '../domain/stock-event.ts';
import { type ReceiptRow, saveReceipts } from '../storage/expected-receipts.ts';
import { findItems } from '../storage/items.ts';

export type ReceiptStatement = {
  readonly source: string;
  readonly statedAt: Date;
  readonly receipts: readonly StatedReceipt[];
};

type Rejection = { readonly index: number; readonly reference: string; readonly userErrors: readonly Refusal[] };

/**
 * Takes what a system says about goods on their way. A position is known by source, reference, SKU and location, and a
 * later statement replaces an earlier one, so that statements may come twice and in any order.
 */
export async function recordExpectedReceipts(
  context: ActionContext & { readonly caller: Caller },
  statement: ReceiptStatement,
) {
  const { source, statedAt, receipts } = statement;
  const now = context.now();
  const wrong = checkStatement(statement, now);
  if (wrong.length > 0) return { recordedCount: 0, unchangedCount: 0, rejections: [], userErrors: wrong };
  const network = await context.network.get();

  return inTransaction(context.database, async (tx) => {
    const skus = [...new Set(receipts.map(({ sku }) => sku))].filter(isStorable);
    const itemNos = new Map((await findItems(tx, skus)).map(({ sku, itemNo }) => [sku, itemNo]));
    const rows = new Map<string, ReceiptRow>();
    const rejections: Rejection[] = [];
    for (const [index, receipt] of receipts.entries()) {
      const location = findSeenLocation(network, context.caller, receipt.locationId, ['receipts', index, 'locationId']);
      const itemNo = itemNos.get(receipt.sku);
      const userErrors: Refusal[] = [
        ...checkReceipt(receipt, index),
        ...(location.ok ? [] : location.refusals),
        ...(itemNo === undefined ? [notFound('SKU', receipt.sku, ['receipts', index, 'sku'])] : []),
      ];
      if (location.ok && itemNo !== undefined && userErrors.length === 0) {
        const { locationNo } = location.value;
        const key = `${itemNo}:${locationNo}:${receipt.reference}`;
        if (rows.has(key)) userErrors.push(repeated(index));
        else rows.set(key, { ...receipt, kind: receipt.kind ?? 'PURCHASE_ORDER', itemNo, locationNo });
      }
      if (userErrors.length > 0) rejections.push({ index, reference: receipt.reference, userErrors });
    }
    const recordedCount = await saveReceipts(tx, { source, statedAt }, [...rows.values()], now);
    return { recordedCount, unchangedCount: rows.size - recordedCount, rejections, userErrors: [] };
  });
}

const repeated = (index: number) =>
  invalidInput(['receipts', index], 'The same reference, SKU and location stand twice; the first counts.');

function checkStatement({ source, statedAt, receipts }: ReceiptStatement, now: Date): readonly Refusal[] {
  const refusals = [...checkSource(source)];
  if (statedAt > now) {
    const message = `statedAt ${statedAt.toISOString()} lies in the future. Check the clock at the source.`;
    refusals.push(invalidInput(['statedAt'], message));
  }
  if (receipts.length === 0) refusals.push(invalidInput(['receipts'], 'Send 1 receipt or more.'));
  if (receipts.length > maxReceipts) {
    refusals.push(limitExceeded(['receipts'], `Send ${maxReceipts} receipts at most in one call.`, maxReceipts));
  }
  return refusals;
}
