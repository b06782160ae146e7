import { type Money, money } from '@passerelle/values';
import { type DeliveryGroup, type OrderLine, type Payment, wantedQuantity } from './order.ts';

/**
 * `part` of `whole` units' share of an amount, rounded half up to the minor unit. Computed on big integers: an amount
 * times a quantity may pass 2^53.
 */
export function shareOf(minor: number, part: number, whole: number): number {
  return Number((2n * BigInt(minor) * BigInt(part) + BigInt(whole)) / (2n * BigInt(whole)));
}

type PricedLine = Pick<
  OrderLine,
  'orderedQuantity' | 'cancelledQuantity' | 'unitPriceMinor' | 'discountMinor' | 'taxMinor'
>;

/** What a line comes to for the units still wanted. Prices are what the shopper sees: the tax is within the total. */
export function lineAmounts(line: PricedLine) {
  const wanted = wantedQuantity(line);
  const items = line.unitPriceMinor * wanted;
  const discount = shareOf(line.discountMinor, wanted, line.orderedQuantity);
  return { items, discount, tax: shareOf(line.taxMinor, wanted, line.orderedQuantity), total: items - discount };
}

export type Totals = {
  readonly items: Money;
  readonly discounts: Money;
  readonly delivery: Money;
  readonly taxes: Money;
  readonly grandTotal: Money;
  readonly captured: Money;
  readonly refunded: Money;
  readonly balance: Money;
};

const sum = (amounts: Iterable<number>) => {
  let total = 0;
  for (const amount of amounts) total += amount;
  return total;
};

/** Delivery is owed while any unit of its group is wanted. */
export function totalsOf(
  currency: string,
  lines: readonly (PricedLine & Pick<OrderLine, 'deliveryGroupId'>)[],
  groups: readonly Pick<DeliveryGroup, 'id' | 'priceMinor'>[],
  payments: readonly Pick<Payment, 'capturedMinor' | 'refundedMinor'>[],
): Totals {
  const amounts = lines.map(lineAmounts);
  const items = sum(amounts.map((line) => line.items));
  const discounts = sum(amounts.map((line) => line.discount));
  const wanted = new Set(lines.filter((line) => wantedQuantity(line) > 0).map((line) => line.deliveryGroupId));
  const delivery = sum(groups.filter(({ id }) => wanted.has(id)).map(({ priceMinor }) => priceMinor));
  const grandTotal = items - discounts + delivery;
  const captured = sum(payments.map((payment) => payment.capturedMinor));
  const refunded = sum(payments.map((payment) => payment.refundedMinor));
  const of = (minor: number) => money(minor, currency);
  return {
    items: of(items),
    discounts: of(discounts),
    delivery: of(delivery),
    taxes: of(sum(amounts.map((line) => line.tax))),
    grandTotal: of(grandTotal),
    captured: of(captured),
    refunded: of(refunded),
    balance: of(grandTotal - captured + refunded),
  };
}

/** What the units that left, by parcel or over the counter, come to; delivery is owed with the first unit of its group. */
export function fulfilledValue(
  lines: readonly Pick<
    OrderLine,
    'deliveryGroupId' | 'fulfilledQuantity' | 'orderedQuantity' | 'unitPriceMinor' | 'discountMinor'
  >[],
  groups: readonly Pick<DeliveryGroup, 'id' | 'priceMinor'>[],
): number {
  const gone = lines.filter(({ fulfilledQuantity }) => fulfilledQuantity > 0);
  const begun = new Set(gone.map(({ deliveryGroupId }) => deliveryGroupId));
  const items = gone.map(
    ({ unitPriceMinor, discountMinor, fulfilledQuantity, orderedQuantity }) =>
      unitPriceMinor * fulfilledQuantity - shareOf(discountMinor, fulfilledQuantity, orderedQuantity),
  );
  return sum([...items, ...groups.filter(({ id }) => begun.has(id)).map(({ priceMinor }) => priceMinor)]);
}
