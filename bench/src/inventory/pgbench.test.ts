import { expect, it } from 'vitest';
import { lastSeconds } from './pgbench.ts';

const every = (stepMs: number, from: number, to: number) =>
  Array.from({ length: (to - from) / stepMs }, (_, n) => ({ endedAt: from + (n + 1) * stepMs, tookMs: stepMs }));

it('a slice counts its last seconds alone, whatever came before them', () => {
  expect(lastSeconds([...every(100, 0, 3000), ...every(10, 3000, 5000)], 2)).toEqual({ rate: 100, p99Ms: 10 });
});

it.each([
  ['none', []],
  ['too few seconds', every(10, 0, 1000)],
])('with transactions of %s there is no figure', (_title, transactions) => {
  expect(() => lastSeconds(transactions, 2)).toThrow('no time to connect');
});
