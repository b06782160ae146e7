import { type InvalidInput, invalidInput } from './refusals.ts';
import { ok, type Result, refuse } from './result.ts';

/** An amount in whole minor units (cents for EUR, yen for JPY), signed. Sums stay exact up to 2^53. */
export type Money = { readonly minor: number; readonly currency: string };

/** As it travels in the graph: a decimal string in major units. */
export type MoneyText = { readonly amount: string; readonly currency: string };

const digitsByCurrency = new Map<string, number>();

/** Fraction digits of an ISO 4217 currency, as ICU knows them. Throws a RangeError for a code that is not three letters. */
export function fractionDigits(currency: string): number {
  let digits = digitsByCurrency.get(currency);
  if (digits === undefined) {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    digits = format.resolvedOptions().maximumFractionDigits ?? 2;
    digitsByCurrency.set(currency, digits);
  }
  return digits;
}

export const money = (minor: number, currency: string): Money => ({ minor, currency });

const decimal = /^(-?)(\d{1,12})(?:\.(\d+))?$/;

/** Reads `{ amount: "12.90", currency: "EUR" }`; refuses more fraction digits than the currency has. */
export function parseMoney(text: MoneyText, path: readonly (string | number)[]): Result<Money, InvalidInput> {
  const parts = decimal.exec(text.amount);
  if (!parts)
    return refuse(invalidInput([...path, 'amount'], 'An amount is a decimal such as 12.90, up to 12 digits.'));

  const digits = fractionDigits(text.currency);
  const [, sign, whole, fraction = ''] = parts;
  if (fraction.length > digits) {
    return refuse(invalidInput([...path, 'amount'], `${text.currency} has ${digits} fraction digits.`));
  }
  const minor = Number(`${whole}${fraction.padEnd(digits, '0')}`);
  return ok(money(sign === '-' && minor !== 0 ? -minor : minor, text.currency));
}

/** `{ minor: 1290, currency: "EUR" }` → `{ amount: "12.90", currency: "EUR" }`. */
export function formatMoney({ minor, currency }: Money): MoneyText {
  const digits = fractionDigits(currency);
  const text = Math.abs(minor)
    .toString()
    .padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  const amount = digits === 0 ? whole : `${whole}.${text.slice(-digits)}`;
  return { amount: minor < 0 ? `-${amount}` : amount, currency };
}

/** Adds amounts of one currency; a second currency is a fault of the caller. */
export function sumMoney(currency: string, amounts: Iterable<Money>): Money {
  let minor = 0;
  for (const amount of amounts) {
    if (amount.currency !== currency) throw new TypeError(`cannot add ${amount.currency} to ${currency}`);
    minor += amount.minor;
  }
  return { minor, currency };
}
