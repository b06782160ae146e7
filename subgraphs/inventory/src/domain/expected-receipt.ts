import { invalidInput, type Refusal } from '@passerelle/values';
import type { ChannelView } from './availability.ts';
import { maxUnits } from './snapshot.ts';
import { checkText } from './stock-event.ts';

export type ReceiptKind = 'PURCHASE_ORDER' | 'TRANSFER';

/** What a system says of one position of a purchase order or transfer. */
export type StatedReceipt = {
  readonly reference: string;
  readonly locationId: string;
  readonly sku: string;
  /** PURCHASE_ORDER when left out. */
  readonly kind?: ReceiptKind;
  /** Units still to come; zero when none will. */
  readonly quantity: number;
  readonly expectedAt: Date;
};

/** Goods on their way to a location. */
export type ExpectedReceipt = {
  readonly itemNo: number;
  readonly locationNo: number;
  readonly reference: string;
  readonly kind: ReceiptKind;
  readonly quantity: number;
  readonly expectedAt: Date;
  /** Units of the location that are promised already and not there: they take what arrives first. */
  readonly waiting: number;
  /** Units that are there and that nobody holds; left out when there are none. */
  readonly spare?: number;
};

export const maxReceipts = 500;

/** Everything wrong with one receipt but its SKU and location. */
export function checkReceipt({ reference, quantity }: StatedReceipt, index: number): readonly Refusal[] {
  const refusals = [...checkText(['receipts', index, 'reference'], reference, 200)];
  if (quantity < 0 || quantity > maxUnits) {
    refusals.push(
      invalidInput(['receipts', index, 'quantity'], `quantity is 0 to ${maxUnits} units, not ${quantity}.`),
    );
  }
  return refusals;
}

/**
 * The next arrival a channel may promise: the first, soonest first, of which something is left once the units that wait
 * at its location are served. Only locations that share their stock with the channel count. Null when there is none.
 */
export function nextPromisable(
  { network, channelId }: Pick<ChannelView, 'network' | 'channelId'>,
  receipts: readonly ExpectedReceipt[],
): { readonly quantity: number; readonly expectedAt: Date } | null {
  const waiting = new Map<number, number>();
  for (const { locationNo, quantity, expectedAt, waiting: owed } of receipts) {
    const facts = network.byNo.get(locationNo)?.facts;
    if (facts?.status !== 'ACTIVE' || !facts.channelIds.includes(channelId)) continue;
    const debt = waiting.get(locationNo) ?? owed;
    waiting.set(locationNo, Math.max(0, debt - quantity));
    if (quantity > debt) return { quantity: quantity - debt, expectedAt };
  }
  return null;
}

/**
 * The soonest receipt that brings `wanted` units beyond those that wait at its location already, `taken` among them; and
 * the most any one receipt could bring. Where enough is on the shelf, which may not be sold now, nothing is promised:
 * arriving goods would not be missed there, and whoever waits for them would not be told.
 */
export function promiseFrom(
  receipts: readonly ExpectedReceipt[],
  taken: readonly { readonly locationNo: number; readonly units: number }[],
  wanted: number,
  { isForSure = true }: { readonly isForSure?: boolean } = {},
): { readonly receipt: ExpectedReceipt | null; readonly available: number } {
  const debts = new Map<number, number>();
  let available = 0;
  for (const receipt of receipts) {
    const { locationNo, quantity, waiting, spare = 0 } = receipt;
    if (isForSure && spare >= wanted) continue;
    const owed = taken.reduce((sum, one) => sum + (one.locationNo === locationNo ? one.units : 0), waiting);
    const debt = debts.get(locationNo) ?? owed;
    debts.set(locationNo, Math.max(0, debt - quantity));
    const left = Math.max(0, quantity - debt);
    if (left >= wanted) return { receipt, available: left };
    available = Math.max(available, left);
  }
  return { receipt: null, available };
}
