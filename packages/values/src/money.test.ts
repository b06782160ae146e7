import { describe, expect, it } from 'vitest';
import { formatMoney, fractionDigits, money, parseMoney, sumMoney } from './index.ts';

const parsed = (amount: string, currency: string) => {
  const result = parseMoney({ amount, currency }, ['price']);
  return result.ok ? result.value.minor : result.refusals[0]?.message;
};

describe('money', () => {
  it.each([
    ['12.90', 'EUR', 1290],
    ['12.9', 'EUR', 1290],
    ['0', 'EUR', 0],
    ['-0.05', 'EUR', -5],
    ['1500', 'JPY', 1500],
    ['1.234', 'KWD', 1234],
    ['999999999999.99', 'EUR', 99999999999999],
  ])('reads %s %s as %i minor units and writes it back', (amount, currency, minor) => {
    expect(parsed(amount, currency)).toBe(minor);
    const text = formatMoney(money(minor, currency));
    expect(parsed(text.amount, currency)).toBe(minor);
    expect(text.amount.split('.')[1]?.length ?? 0).toBe(fractionDigits(currency));
  });

  it.each([
    ['12.905', 'EUR'],
    ['1.5', 'JPY'],
    ['1e3', 'EUR'],
    ['', 'EUR'],
    ['1 000', 'EUR'],
  ])('refuses %j %s and names the field', (amount, currency) => {
    const result = parseMoney({ amount, currency }, ['lines', 0, 'unitPrice']);
    expect(result).toMatchObject({
      ok: false,
      refusals: [{ code: 'INVALID_INPUT', path: ['input', 'lines', '0', 'unitPrice', 'amount'] }],
    });
  });

  it('adds one currency exactly and throws on a second one', () => {
    expect(sumMoney('EUR', [money(10, 'EUR'), money(20, 'EUR')])).toEqual(money(30, 'EUR'));
    expect(() => sumMoney('EUR', [money(10, 'USD')])).toThrow(TypeError);
  });
});
