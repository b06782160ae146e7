import { type Money, money } from '@passerelle/values';
import type { Return, ReturnLine } from './return.ts';

/**
 * Value of `quantity` more units of an order line, in minor units, when `claimed` units worth `claimedMinor` were asked
 * for before. Works on the running total, so that the parts of a line always add up to the line: 10.00 for three units
 * gives 3.33, 3.34 and 3.33.
 */
export function valueOfUnits(
  line: { readonly quantity: number; readonly totalMinor: number },
  quantity: number,
  claimed: { readonly quantity: number; readonly minor: number },
): number {
  const upTo = Math.round((line.totalMinor * (claimed.quantity + quantity)) / line.quantity);
  return Math.max(0, upTo - claimed.minor);
}

/** Tax within a part of a line's value, in minor units, rounded half up. */
export const taxOfUnits = (
  line: { readonly totalMinor: number; readonly taxMinor: number },
  valueMinor: number,
): number =>
  line.totalMinor === 0 ? 0 : Math.min(valueMinor, Math.round((line.taxMinor * valueMinor) / line.totalMinor));

/** The part of an amount of a whole line that falls to some of its requested units, rounded half up. */
export const shareOf = (line: Pick<ReturnLine, 'requestedQuantity'>, minor: number, quantity: number): number =>
  Math.round((minor * quantity) / line.requestedQuantity);

/** Units whose value counts: accepted ones once inspected; before, all that were asked for and not refused. */
function countedQuantity({ status, method }: Pick<Return, 'status' | 'method'>, line: ReturnLine): number {
  switch (status) {
    case 'INSPECTED':
    case 'CLOSED':
      return method === 'KEEP_ITEM' ? line.requestedQuantity : line.acceptedQuantity;
    case 'DECLINED':
    case 'CANCELLED':
      return 0;
    default:
      return line.requestedQuantity - line.refusedQuantity;
  }
}

export type RefundSums = Record<'goods' | 'delivery' | 'fees' | 'total' | 'refunded', Money>;

/** What the shopper will get back by the policy's decision. Fees never take more than there is to give back. */
export function refundSums(current: Return): RefundSums {
  const counted = current.lines.map((line) => ({ line, quantity: countedQuantity(current, line) }));
  const sum = (of: (line: ReturnLine) => number) =>
    counted.reduce((total, { line, quantity }) => total + shareOf(line, of(line), quantity), 0);
  const isAny = counted.some(({ quantity }) => quantity > 0);
  const goods = sum((line) => line.refundableMinor);
  const delivery = isAny ? current.deliveryMinor : 0;
  const kept = isAny ? sum((line) => line.restockingFeeMinor) + current.labelFeeMinor : 0;
  const fees = Math.min(goods + delivery, kept);
  const amount = (minor: number) => money(minor, current.currency);
  return {
    goods: amount(goods),
    delivery: amount(delivery),
    fees: amount(fees),
    total: amount(goods + delivery - fees),
    refunded: amount(current.refundedMinor),
  };
}
