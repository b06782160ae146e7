import { invalidInput, type MoneyText, parseMoney } from '@passerelle/values';
import type { Address, Attribute } from './order.ts';
import type { OrderRefusal } from './refusals.ts';

export type Maybe<T> = T | null | undefined;
export type AddressInput = {
  readonly name?: Maybe<string>;
  readonly lines: readonly string[];
  readonly city: string;
  readonly region?: Maybe<string>;
  readonly postalCode?: Maybe<string>;
  readonly countryCode: string;
  readonly phone?: Maybe<string>;
};
export type AttributeInput = { readonly key: string; readonly value?: Maybe<string> };

export type LineInput = {
  readonly sku: string;
  readonly quantity: number;
  readonly name: string;
  readonly unitPrice: MoneyText;
  readonly discountTotal?: Maybe<MoneyText>;
  readonly taxTotal: MoneyText;
  readonly deliveryGroupKey: string;
  readonly attributes?: Maybe<readonly AttributeInput[]>;
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

export type Path = readonly (string | number)[];
export type Note = (refusal: OrderRefusal) => void;

/** Reads one line of `field`. */
export function readLine(line: LineInput, index: number, currency: string, note: Note, field = 'lines'): DraftLine {
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

export function readAmount(text: MoneyText, currency: string, path: Path, note: Note): number {
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
export function requireText(text: string, path: Path, note: Note) {
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

export function readAttributes(attributes: Maybe<readonly AttributeInput[]>, path: Path, note: Note): Attribute[] {
  return (attributes ?? []).flatMap(({ key, value }, index) => {
    if (!attributeKey.test(key) || key.length > 64) {
      note(invalidInput([...path, index, 'key'], 'A key is dotted, such as erp.docType, of 64 characters at most.'));
    }
    if (value == null) return [];
    if (value.length > 1024) note(invalidInput([...path, index, 'value'], 'A value has 1 024 characters at most.'));
    return [{ key, value }];
  });
}
