import { type GeoPoint, type InvalidInput, invalidInput, isOnEarth } from '@passerelle/values';
import { checkMarket } from './channel.ts';
import { isGln } from './gln.ts';
import type { Attribute, PostalAddress } from './location.ts';

/** What people and integrations say about a location; absent means not given. */
export type Description = {
  readonly code?: string;
  readonly name?: string | null;
  readonly address?: PostalAddress | null;
  readonly coordinates?: GeoPoint | null;
  readonly phone?: string | null;
  readonly attributes?: readonly { readonly key: string; readonly value?: string | null }[] | null;
  readonly region?: string | null;
  readonly brands?: readonly string[] | null;
  readonly closesOnHolidays?: boolean | null;
  readonly gln?: string | null;
};

const attributeKey = /^[a-z][a-zA-Z0-9]*(\.[a-z][a-zA-Z0-9]*)*$/;
const phoneNumber = /^\+[1-9]\d{6,14}$/;

const isText = (text: string, length: number) => text.trim() !== '' && text.length <= length;

/** Everything that is wrong with what was given. */
export function checkDescription(given: Description): InvalidInput[] {
  const { code, name, address, coordinates, phone, attributes, region, brands, gln } = given;
  const refusals: InvalidInput[] = checkMarket({ region });
  const check = (isRight: boolean, path: (string | number)[], message: string) => {
    if (!isRight) refusals.push(invalidInput(path, message));
  };
  if (code != null) check(/^[\w.-]{1,64}$/.test(code), ['code'], 'A code has 1 to 64 letters, digits, dots or dashes.');
  if (name != null) check(isText(name, 200), ['name'], 'A name has 1 to 200 characters.');
  if (coordinates)
    check(isOnEarth(coordinates), ['coordinates'], 'Latitude is -90 to 90, longitude -180 to 180 degrees.');
  if (phone != null)
    check(phoneNumber.test(phone), ['phone'], 'Give the number in E.164 form, for example +33123456789.');
  if (address) refusals.push(...checkAddress(address));
  for (const [index, { key, value }] of (attributes ?? []).entries()) {
    const path = ['attributes', index];
    check(attributeKey.test(key) && key.length <= 64, [...path, 'key'], 'A key is dotted, for example erp.docType.');
    check((value?.length ?? 0) <= 1024, [...path, 'value'], 'A value has 1 024 characters at most.');
  }
  check(gln == null || isGln(gln), ['gln'], 'A GLN has 13 digits, the last one a check digit.');
  check(brands?.every((brand) => isText(brand, 100)) ?? true, ['brands'], 'A brand has 1 to 100 characters.');
  check((brands?.length ?? 0) <= 50, ['brands'], 'Give 50 brands at most.');
  check((attributes?.length ?? 0) <= 100, ['attributes'], 'Give 100 attributes at most.');
  return refusals;
}

function checkAddress({ lines, city, phone }: PostalAddress): InvalidInput[] {
  const refusals: InvalidInput[] = [];
  if (lines.length < 1 || lines.length > 3 || !lines.every((line) => isText(line, 200))) {
    refusals.push(invalidInput(['address', 'lines'], 'Give one to three lines of 1 to 200 characters.'));
  }
  if (!isText(city, 100)) refusals.push(invalidInput(['address', 'city'], 'A city has 1 to 100 characters.'));
  if (phone != null && !phoneNumber.test(phone)) {
    refusals.push(invalidInput(['address', 'phone'], 'Give the number in E.164 form, for example +33123456789.'));
  }
  return refusals;
}

/** Attributes after a change: a null value removes its key. */
export function mergeAttributes(
  current: readonly Attribute[],
  changes: readonly { readonly key: string; readonly value?: string | null }[],
): Attribute[] {
  const values = new Map(current.map(({ key, value }) => [key, value]));
  for (const { key, value } of changes) {
    if (value == null) values.delete(key);
    else values.set(key, value);
  }
  return [...values].map(([key, value]) => ({ key, value })).sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Brands as they are kept: each once, sorted. */
export const sortBrands = (brands: readonly string[]): string[] => [...new Set(brands)].sort();
