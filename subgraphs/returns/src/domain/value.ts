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

const share = (line: ReturnLine, quantity: number) =>
  Math.round((line.refundableMinor * quantity) / line.requestedQuantity);

/** Units whose value counts: accepted ones once inspected; before, all that were asked for and not refused. */
function countedQuantity({ status }: Return, line: ReturnLine): number {
  switch (status) {
    case 'INSPECTED':
    case 'CLOSED':
      return line.acceptedQuantity;
    case 'DECLINED':
    case 'CANCELLED':
      return 0;
    default:
      return line.requestedQuantity - line.refusedQuantity;
  }
}

export type RefundSums = Record<'goods' | 'delivery' | 'fees' | 'total' | 'refunded', Money>;

/** What the shopper will get back. Nothing is charged or paid back by this subgraph yet: those sums are zero. */
export function refundSums(current: Return): RefundSums {
  const goods = current.lines.reduce((sum, line) => sum + share(line, countedQuantity(current, line)), 0);
  const amount = (minor: number) => money(minor, current.currency);
  return { goods: amount(goods), delivery: amount(0), fees: amount(0), total: amount(goods), refunded: amount(0) };
}
