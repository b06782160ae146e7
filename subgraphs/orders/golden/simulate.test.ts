import { expect, it } from 'vitest';
import { choose, gate, movedOrders } from './simulate.ts';

it('finds every golden order where it was accepted', () => {
  const printed: string[] = [];
  expect(
    gate([], (text) => printed.push(text)),
    printed.join('\n'),
  ).toBe(0);
});

it('tells which orders a changed rule moves, and from where to where', () => {
  const candidate = { isStore: true, readyAt: null, readyOn: null, remainingCapacity: null };
  const order = {
    name: 'a hat',
    at: '2035-03-05T09:00:00Z',
    countryCode: null,
    serviceLevel: null,
    lines: [{ lineId: 'l1', sku: 'HAT', quantity: 1 }],
    candidates: [
      { ...candidate, locationId: 'near', distanceKm: 1, available: { HAT: 1 } },
      { ...candidate, locationId: 'deep', distanceKm: 90, available: { HAT: 9 } },
    ],
  };
  const by = (kind: 'DISTANCE' | 'STOCK_DEPTH') =>
    choose({ name: 'S', rules: [{ name: 'R', criteria: [{ kind, weight: 1 }] }] }, [order]);
  expect(movedOrders(by('DISTANCE'), by('DISTANCE'))).toEqual([]);
  expect(movedOrders(by('DISTANCE'), by('STOCK_DEPTH'))).toEqual(['a hat: near: 1×HAT → deep: 1×HAT']);
});

it('does not judge by a strategy that could not be kept', () => {
  expect(() => choose({ name: 'S', rules: [] }, [])).toThrow('rules');
});
