import {
  invalidInput,
  limitExceeded,
  type Money,
  type MoneyText,
  ok,
  parseMoney,
  type Result,
  refuse,
} from '@passerelle/values';
import type { Address, Attribute, DeliveryMethod } from './order.ts';
import { type OrderRefusal, priceMismatch } from './refusals.ts';

type Maybe<T> = T | null | undefined;
type AddressInput = {
  readonly name?: Maybe<string>;
  readonly lines: readonly string[];
  readonly city: string;
  readonly region?: Maybe<string>;
  readonly postalCode?: Maybe<string>;
  readonly countryCode: string;
  readonly phone?: Maybe<string>;
};
type AttributeInput = { readonly key: string; readonly value?: Maybe<string> };

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
  readonly lines: readonly {
    readonly sku: string;
    readonly quantity: number;
    readonly name: string;
    readonly unitPrice: MoneyText;
    readonly discountTotal?: Maybe<MoneyText>;
    readonly taxTotal: MoneyText;
    readonly deliveryGroupKey: string;
    readonly attributes?: Maybe<readonly AttributeInput[]>;
  }[];
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
export type DraftLine = {
  readonly sku: string;
  readonly quantity: number;
  readonly name: string;
  readonly unitPriceMinor: number;
  readonly discountMinor: number;
  readonly taxMinor: number;
  readonly groupKey: string;
  readonly attributes: Attribute[];
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

type Path = readonly (string | number)[];
type Note = (refusal: OrderRefusal) => void;

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

/** Reads one line of `field`. */
export function readLine(
  line: CaptureInput['lines'][number],
  index: number,
  currency: string,
  note: Note,
  field = 'lines',
): DraftLine {
  const path = [field, index];
  requireText(line.sku, [...path, 'sku'], note);
  requireText(line.name, [...path, 'name'], note);
  if (line.quantity < 1 || line.quantity > 9999) note(invalidInput([...path, 'quantity'], 'Give 1 to 9 999 units.'));
  const unitPriceMinor = readAmount(line.unitPrice, currency, [...path, 'unitPrice'], note);
  const discountMinor = line.discountTotal
    ? readAmount(line.discountTotal, currency, [...path, 'discountTotal'], note)
    : 0;
  const taxMinor = readAmount(line.taxTotal, currency, [...path, 'taxTotal'], note);
  const items = unitPriceMinor * line.quantity;
  if (discountMinor > items) note(invalidInput([...path, 'discountTotal'], 'A discount is at most the price.'));
  else if (taxMinor > items - discountMinor) {
    note(invalidInput([...path, 'taxTotal'], 'Taxes are within what the shopper pays for the line.'));
  }
  return {
    sku: line.sku,
    quantity: line.quantity,
    name: line.name,
    unitPriceMinor,
    discountMinor,
    taxMinor,
    groupKey: line.deliveryGroupKey,
    attributes: readAttributes(line.attributes, [...path, 'attributes'], note),
  };
}

function readAmount(text: MoneyText, currency: string, path: Path, note: Note): number {
  if (text.currency !== currency) {
    note(invalidInput([...path, 'currency'], `Every amount must be in ${currency}, as \`expectedTotal\` is.`));
    return 0;
  }
  const amount = parseMoney(text, path);
  if (!amount.ok) {
    for (const refusal of amount.refusals) note(refusal);
    return 0;
  }
  if (amount.value.minor < 0) note(invalidInput([...path, 'amount'], 'Give zero or more.'));
  return amount.value.minor;
}

const longestText = 256;
function requireText(text: string, path: Path, note: Note) {
  if (text.trim() === '' || text.length > longestText) note(invalidInput(path, 'Give 1 to 256 characters.'));
}

/** What is wrong with a card token: empty, too long, or a card's number by its looks. What was given is not repeated. */
export function cardTokenProblems(token: Maybe<string>, path: Path) {
  if (token == null) return [];
  if (token.trim() === '' || token.length > longestText) return [invalidInput(path, 'Give 1 to 256 characters.')];
  if (!looksLikeCardNumber(token)) return [];
  return [invalidInput(path, 'Give the token or fingerprint of the payment service, never a card number.')];
}

/** Numbers of payment cards have 12 to 19 digits (ISO/IEC 7812-1), often written in groups. */
const looksLikeCardNumber = (text: string) => /^[0-9]{12,19}$/.test(text.replace(/[\s._-]/g, ''));

/** Reads an address; problems are noted. */
export function readAddress(address: AddressInput, path: Path, note: Note): Address {
  if (address.lines.length < 1 || address.lines.length > 3) {
    note(invalidInput([...path, 'lines'], 'An address has one to three street lines.'));
  }
  requireText(address.city, [...path, 'city'], note);
  return {
    name: address.name ?? null,
    lines: [...address.lines],
    city: address.city,
    region: address.region ?? null,
    postalCode: address.postalCode ?? null,
    countryCode: address.countryCode,
    phone: address.phone ?? null,
  };
}

const attributeKey = /^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*$/;

function readAttributes(attributes: Maybe<readonly AttributeInput[]>, path: Path, note: Note): Attribute[] {
  return (attributes ?? []).flatMap(({ key, value }, index) => {
    if (!attributeKey.test(key) || key.length > 64) {
      note(invalidInput([...path, index, 'key'], 'A key is dotted, such as erp.docType, of 64 characters at most.'));
    }
    if (value == null) return [];
    if (value.length > 1024) note(invalidInput([...path, index, 'value'], 'A value has 1 024 characters at most.'));
    return [{ key, value }];
  });
}
