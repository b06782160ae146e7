import { expect, it } from 'vitest';
import { Recent } from './recent.ts';

it('keeps what was used last and forgets the rest', () => {
  const recent = new Recent<number, string>(3);
  for (let key = 0; key < 100; key++) {
    recent.set(key, `value ${key}`);
    expect(recent.get(0)).toBe('value 0');
  }
  expect([99, 98].map((key) => recent.get(key))).toEqual(['value 99', 'value 98']);
  expect(recent.get(50)).toBeUndefined();
});
