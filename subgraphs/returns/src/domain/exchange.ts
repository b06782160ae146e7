import {
  type InvalidInput,
  invalidInput,
  type NotFound,
  notFound,
  ok,
  type QuantityTooLarge,
  quantityTooLarge,
  type Result,
  refuse,
} from '@passerelle/values';
import { exchangeableQuantity } from './allowed-actions.ts';
import { changed, type Return, reopenedStatus } from './return.ts';
import { shareOf } from './value.ts';

export type ExchangeStatus = 'PENDING' | 'PLACED' | 'FAILED' | 'CANCELLING' | 'CANCELLED';

/** Units of one return line that other units replace; amounts in minor units. */
export type ExchangeLine = {
  readonly returnLineId: string;
  readonly orderLineId: string;
  readonly sku: string;
  readonly quantity: number;
  readonly creditMinor: number;
  /** Of an exchange that was undone: what of the credit had been given back in money. */
  readonly keptMinor: number;
};

export type Exchange = {
  readonly id: string;
  readonly returnId: string;
  readonly originalOrderId: string;
  readonly currency: string;
  readonly status: ExchangeStatus;
  /** Null until placed. */
  readonly orderId: string | null;
  readonly creditMinor: number;
  /** Above zero the shopper pays, below the shopper gets back. */
  readonly amountDueMinor: number;
  readonly refusalCode: string | null;
  readonly actor: string;
  readonly createdAt: Date;
  readonly settledAt: Date | null;
  /** Being undone at a shopper's wish: what a location holds in its hands stays. */
  readonly isUntouchedOnly: boolean;
  readonly cancelledAt: Date | null;
  /** The shopper's wish; null as the first goods went, and once the new order was placed or refused. */
  readonly delivery: ExchangeDelivery | null;
  /** Shops of collection that may be sent what they have not. */
  readonly sendToLocationIds: readonly string[];
  readonly lines: readonly ExchangeLine[];
};

type Address = {
  readonly name?: string | null;
  readonly lines: readonly string[];
  readonly city: string;
  readonly region?: string | null;
  readonly postalCode?: string | null;
  readonly countryCode: string;
  readonly phone?: string | null;
};
/** Where new goods go: to an address, or to a shop of collection. */
export type ExchangeDelivery = {
  readonly shippingAddress?: Address | null;
  readonly pickupLocationId?: string | null;
};

export type Replacement = { readonly returnLineId: string; readonly sku: string; readonly quantity: number };
type Refusal = InvalidInput | NotFound | QuantityTooLarge;

const maximumLines = 200;

/** Everything wrong with where the new goods are to go. */
export function deliveryProblems({ shippingAddress, pickupLocationId }: ExchangeDelivery): InvalidInput[] {
  if (Boolean(shippingAddress) === Boolean(pickupLocationId)) {
    return [invalidInput(['delivery'], 'Give either `shippingAddress` or `pickupLocationId`.')];
  }
  if (!shippingAddress) return [];
  const { lines, city } = shippingAddress;
  const path = ['delivery', 'shippingAddress'];
  return [
    ...(lines.length < 1 || lines.length > 3
      ? [invalidInput([...path, 'lines'], 'An address has one to three street lines.')]
      : []),
    ...(city.trim() === '' ? [invalidInput([...path, 'city'], 'Name the town or city.')] : []),
  ];
}

/** The lines of an exchange, each with the value of the units it replaces, or everything wrong with them. */
export function draftExchange(current: Return, wanted: readonly Replacement[]): Result<ExchangeLine[], Refusal> {
  if (wanted.length < 1 || wanted.length > maximumLines) {
    return refuse(invalidInput(['lines'], `An exchange has 1 to ${maximumLines} lines.`));
  }
  const lineOf = new Map(current.lines.map((line) => [line.id, line]));
  const taken = new Map<string, { units: number; minor: number }>();
  const refusals: Refusal[] = [];
  const lines = wanted.flatMap(({ returnLineId, sku, quantity }, index): ExchangeLine[] => {
    const line = lineOf.get(returnLineId);
    const before = taken.get(returnLineId) ?? { units: 0, minor: 0 };
    const left = line ? exchangeableQuantity(current, line) - before.units : 0;
    if (!line) refusals.push(notFound('line of this return', returnLineId, ['lines', index, 'returnLineId']));
    else if (quantity < 1) refusals.push(invalidInput(['lines', index, 'quantity'], 'Give 1 unit or more.'));
    else if (quantity > left) {
      refusals.push(quantityTooLarge(['lines', index, 'quantity'], `${left} units may be replaced.`, left));
    }
    if (!line) return [];
    const upTo = line.refundedQuantity + line.exchangedQuantity + before.units + quantity;
    const given = line.refundedMinor + line.exchangedMinor + before.minor;
    const creditMinor = Math.max(0, shareOf(line, line.refundableMinor, upTo) - given);
    taken.set(returnLineId, { units: before.units + quantity, minor: before.minor + creditMinor });
    return [{ returnLineId, orderLineId: line.orderLineId, sku, quantity, creditMinor, keptMinor: 0 }];
  });
  return refusals.length > 0 ? refuse(...refusals) : ok(lines);
}

/** The return with an exchange taken up by it, or given up by it when `direction` is -1. */
export function withExchange(
  current: Return,
  exchanged: readonly ExchangeLine[],
  direction: 1 | -1,
  now: Date,
): Return {
  const sum = (id: string, of: (line: ExchangeLine) => number) =>
    exchanged.reduce((total, line) => total + (line.returnLineId === id ? of(line) : 0), 0);
  const lines = current.lines.map((line) => ({
    ...line,
    exchangedQuantity: line.exchangedQuantity + direction * sum(line.id, ({ quantity }) => quantity),
    exchangedMinor: line.exchangedMinor + direction * sum(line.id, ({ creditMinor }) => creditMinor),
  }));
  return changed(current, now, { lines, ...(direction === -1 ? reopenedStatus(current) : {}) });
}

/** The lines of an exchange that is undone after some of its credit was given back, which stays off their value. */
export function keptOf({ lines }: Pick<Exchange, 'lines'>, paidMinor: number): ExchangeLine[] {
  let left = paidMinor;
  return lines.map((line) => {
    const keptMinor = Math.min(left, line.creditMinor);
    left -= keptMinor;
    return { ...line, keptMinor };
  });
}

/** The return after an exchange was undone: its units may be paid for or replaced, less what was given back for them. */
export const withoutExchange = (current: Return, lines: readonly ExchangeLine[], now: Date): Return =>
  withExchange(
    current,
    lines.map((line) => ({ ...line, creditMinor: line.creditMinor - line.keptMinor })),
    -1,
    now,
  );
