import { invalidInput, limitExceeded, type Money, type MoneyText, ok, type Result, refuse } from '@passerelle/values';
import type { Address, Attribute, DeliveryMethod } from './order.ts';
import {
  type AddressInput,
  type AttributeInput,
  cardTokenProblems,
  type DraftLine,
  type LineInput,
  type Maybe,
  type Note,
  type Path,
  readAddress,
  readAmount,
  readAttributes,
  readLine,
  requireText,
} from './order-input.ts';
import { type OrderRefusal, priceMismatch } from './refusals.ts';

/** What a channel sends to have an order placed. */
export type CaptureInput = {
  readonly idempotencyKey: string;
  readonly channelId: string;
  readonly externalReference?: Maybe<string>;
  readonly reservationId?: Maybe<string>;
  readonly customer: {
    readonly customerId?: Maybe<string>;
    readonly email: string;
    readonly phone?: Maybe<string>;
    readonly firstName?: Maybe<string>;
    readonly lastName?: Maybe<string>;
  };
  readonly billingAddress?: Maybe<AddressInput>;
  readonly deliveryGroups: readonly {
    readonly key: string;
    readonly method: DeliveryMethod;
    readonly shippingAddress?: Maybe<AddressInput>;
    readonly pickupLocationId?: Maybe<string>;
    readonly serviceLevel?: Maybe<string>;
    readonly price: MoneyText;
  }[];
  readonly lines: readonly LineInput[];
  readonly expectedTotal: MoneyText;
  readonly payment: {
    readonly provider: string;
    readonly reference: string;
    readonly method: string;
    readonly cardToken?: Maybe<string>;
    readonly authorized: MoneyText;
  };
  readonly locale?: Maybe<string>;
  readonly placedAt?: Maybe<Date>;
  readonly attributes?: Maybe<readonly AttributeInput[]>;
  readonly privateAttributes?: Maybe<readonly AttributeInput[]>;
};

export type DraftGroup = {
  readonly key: string;
  readonly method: DeliveryMethod;
  readonly shippingAddress: Address | null;
  readonly pickupLocationId: string | null;
  readonly serviceLevel: string | null;
  readonly priceMinor: number;
};

/** What was read of the input: amounts in minor units of one currency, everything checked. */
export type Draft = {
  readonly currency: string;
  readonly groups: readonly DraftGroup[];
  readonly lines: readonly DraftLine[];
  readonly billingAddress: Address | null;
  readonly authorizedMinor: number;
  readonly attributes: Attribute[];
  readonly privateAttributes: Attribute[];
};

export const maximumLines = 200;
export const maximumGroups = 10;
const clockSkewMs = 5 * 60_000;

/**
 * Reads an order to place and tells every problem at once, each with its path. Prices are what the shopper sees, taxes
 * within them: Σ (unit price × quantity − discount) + Σ delivery prices must be `expectedTotal`.
 */
export function readCapture(input: CaptureInput, now: Date): Result<Draft, OrderRefusal> {
  const refusals: OrderRefusal[] = [];
  const note: Note = (refusal) => refusals.push(refusal);
  const { currency } = input.expectedTotal;

  checkHead(input, now, note);
  const groups = input.deliveryGroups.map((group, index) => readGroup(group, index, currency, note));
  const lines = input.lines.map((line, index) => readLine(line, index, currency, note));
  checkReferences(input, note);
  const draft = {
    currency,
    groups,
    lines,
    billingAddress: input.billingAddress ? readAddress(input.billingAddress, ['billingAddress'], note) : null,
    authorizedMinor: readAmount(input.payment.authorized, currency, ['payment', 'authorized'], note),
    attributes: readAttributes(input.attributes, ['attributes'], note),
    privateAttributes: readAttributes(input.privateAttributes, ['privateAttributes'], note),
  };
  const expected = readAmount(input.expectedTotal, currency, ['expectedTotal'], note);
  if (refusals.length > 0) return refuse(...refusals);

  const actual = draftTotal(draft);
  if (actual.minor !== expected) return refuse(priceMismatch({ minor: expected, currency }, actual));
  if (draft.authorizedMinor < expected) {
    return refuse(invalidInput(['payment', 'authorized'], 'Authorize at least `expectedTotal` before placing.'));
  }
  return ok(draft);
}

export function draftTotal({ currency, lines, groups }: Draft): Money {
  const items = lines.reduce((sum, line) => sum + line.unitPriceMinor * line.quantity - line.discountMinor, 0);
  return { minor: items + groups.reduce((sum, { priceMinor }) => sum + priceMinor, 0), currency };
}

function checkHead(input: CaptureInput, now: Date, note: Note) {
  const { length } = input.idempotencyKey;
  if (length < 8 || length > 128) note(invalidInput(['idempotencyKey'], 'A key has 8 to 128 characters.'));
  if (!/^[^\s@]+@[^\s@]+$/.test(input.customer.email) || input.customer.email.length > 254) {
    note(invalidInput(['customer', 'email'], 'Give an e-mail address such as someone@example.com.'));
  }
  if (input.placedAt && input.placedAt.getTime() > now.getTime() + clockSkewMs) {
    note(invalidInput(['placedAt'], 'An order cannot be placed in the future.'));
  }
  if (input.externalReference === '') note(invalidInput(['externalReference'], 'Leave it out, or give characters.'));
  checkCount(input.lines.length, maximumLines, ['lines'], note);
  checkCount(input.deliveryGroups.length, maximumGroups, ['deliveryGroups'], note);
  for (const field of ['provider', 'reference', 'method'] as const) {
    requireText(input.payment[field], ['payment', field], note);
  }
  cardTokenProblems(input.payment.cardToken, ['payment', 'cardToken']).forEach(note);
}

function checkCount(count: number, maximum: number, path: Path, note: Note) {
  if (count === 0) note(invalidInput(path, 'Give at least one.'));
  if (count > maximum) note(limitExceeded(path, `Give at most ${maximum}.`, maximum));
}

function checkReferences({ deliveryGroups, lines }: CaptureInput, note: Note) {
  const keys = new Set<string>();
  deliveryGroups.forEach(({ key }, index) => {
    if (keys.has(key)) note(invalidInput(['deliveryGroups', index, 'key'], `Two groups are called ${key}.`));
    keys.add(key);
    if (!lines.some((line) => line.deliveryGroupKey === key)) {
      note(invalidInput(['deliveryGroups', index, 'key'], `No line belongs to group ${key}; leave it out.`));
    }
  });
  lines.forEach(({ deliveryGroupKey }, index) => {
    if (keys.has(deliveryGroupKey)) return;
    note(invalidInput(['lines', index, 'deliveryGroupKey'], `There is no delivery group ${deliveryGroupKey}.`));
  });
}

function readGroup(group: CaptureInput['deliveryGroups'][number], index: number, currency: string, note: Note) {
  const path = ['deliveryGroups', index];
  const isDelivery = group.method === 'DELIVERY';
  if (isDelivery !== Boolean(group.shippingAddress)) {
    const message = isDelivery ? 'DELIVERY needs an address.' : 'Goods that are collected have no delivery address.';
    note(invalidInput([...path, 'shippingAddress'], message));
  }
  if (isDelivery === Boolean(group.pickupLocationId)) {
    const message = isDelivery ? 'DELIVERY has no store of collection.' : 'Name the store of collection.';
    note(invalidInput([...path, 'pickupLocationId'], message));
  }
  requireText(group.key, [...path, 'key'], note);
  return {
    key: group.key,
    method: group.method,
    shippingAddress: group.shippingAddress
      ? readAddress(group.shippingAddress, [...path, 'shippingAddress'], note)
      : null,
    pickupLocationId: group.pickupLocationId ?? null,
    serviceLevel: group.serviceLevel ?? null,
    priceMinor: readAmount(group.price, currency, [...path, 'price'], note),
  };
}
