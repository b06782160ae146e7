import { expect, it } from 'vitest';
import { quantile, spread } from './statistics.ts';

it.each([
  [[1, 2, 3, 4], 0.5, 2],
  [[4, 1, 3, 2], 0.99, 4],
  [[7], 0.01, 7],
])('of %j the quantile %d is %d', (samples, q, value) => {
  expect(quantile(samples, q)).toBe(value);
});

it('has no quantile without samples', () => {
  expect(quantile([], 0.5)).toBeNaN();
});

it('tells the spread', () => {
  expect(spread([3, 1, 2])).toEqual({ median: 2, min: 1, max: 3 });
});
