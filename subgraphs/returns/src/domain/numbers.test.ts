import { expect, it } from 'vitest';
import { rateOf, restockProbability } from './numbers.ts';

const all = { requestedUnits: 1000, restockedUnits: 800 };

it.each([
  ['nothing of its own: as all', { requestedUnits: 0, restockedUnits: 0 }, all, 0.8],
  ['little of its own: between', { requestedUnits: 20, restockedUnits: 0 }, all, 0.4],
  ['much of its own: nearly its own', { requestedUnits: 1980, restockedUnits: 0 }, all, 0.008],
  ['no history at all: nothing', { requestedUnits: 0, restockedUnits: 0 }, { requestedUnits: 0, restockedUnits: 0 }, 0],
])('a SKU with %s', (_title, own, others, probability) => {
  expect(restockProbability(own, others)).toBeCloseTo(probability, 10);
});

it('has a rate only where something was handed over', () => {
  expect([rateOf(1, 3), rateOf(1, 0), rateOf(1, null)]).toEqual(['0.3333', null, null]);
});
