import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Arrival, type Change, levelAfter, type Truth } from './feed-law.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 8, minute));
const change = (id: string | null, minute: number, onHand: number, blocked = 0): Arrival => ({
  kind: 'CHANGE',
  id,
  occurredAt: at(minute),
  onHand,
  blocked,
});
const snapshot = (minute: number, onHand: number, blocked = 0): Arrival => ({
  kind: 'TRUTH',
  asOf: at(minute),
  isCount: false,
  onHand,
  blocked,
});
const count = (minute: number, onHand: number): Arrival => ({
  kind: 'TRUTH',
  asOf: at(minute),
  isCount: true,
  onHand,
  blocked: null,
});
const unlisted = (minute: number): Arrival => ({ kind: 'UNLISTED', asOf: at(minute) });

describe('the level after', () => {
  it.each<[string, Arrival[], { onHand: number; blocked: number }]>([
    ['nothing', [], { onHand: 0, blocked: 0 }],
    ['a sale nobody had stock for', [change('a', 1, -2)], { onHand: -2, blocked: 0 }],
    ['the same event twice', [change('a', 1, -2), change('a', 1, -2)], { onHand: -2, blocked: 0 }],
    ['two moves that are known to happen once', [change(null, 1, 3), change(null, 1, 3)], { onHand: 6, blocked: 0 }],
    ['a sale before the snapshot', [snapshot(5, 10), change('a', 4, -1)], { onHand: 10, blocked: 0 }],
    ['a sale at the moment of the snapshot', [snapshot(5, 10), change('a', 5, -1)], { onHand: 10, blocked: 0 }],
    ['a sale after the snapshot', [snapshot(5, 10), change('a', 6, -1)], { onHand: 9, blocked: 0 }],
    [
      'a sale that came before the snapshot it follows',
      [change('a', 6, -1), snapshot(5, 10)],
      { onHand: 9, blocked: 0 },
    ],
    ['an older snapshot that comes later', [snapshot(5, 10), snapshot(4, 99)], { onHand: 10, blocked: 0 }],
    ['two snapshots of one moment', [snapshot(5, 10, 1), snapshot(5, 8, 2)], { onHand: 8, blocked: 2 }],
    ['a count and a snapshot of one moment', [count(5, 12), snapshot(5, 8)], { onHand: 12, blocked: 0 }],
    ['a count, which leaves blocked units alone', [snapshot(5, 10, 3), count(6, 9)], { onHand: 9, blocked: 3 }],
    [
      'damage that is reported late over a count',
      [snapshot(5, 10), count(7, 9), change('d', 6, 1, 1)],
      { onHand: 9, blocked: 1 },
    ],
    [
      'a full snapshot that does not list it',
      [change('a', 1, 7), unlisted(5), change('b', 6, 2)],
      { onHand: 2, blocked: 0 },
    ],
    ['a row and its absence at one moment', [snapshot(5, 4), unlisted(5)], { onHand: 0, blocked: 0 }],
  ])('%s', (_title, arrivals, expected) => {
    expect(levelAfter(arrivals)).toMatchObject(expected);
  });
});

/** The law said once more without any order of arrival: the greatest truth, and what happened after it. */
function declared(arrivals: readonly Arrival[]): { onHand: number; blocked: number } {
  const changes = new Map<unknown, Change>();
  for (const arrival of arrivals) if (arrival.kind === 'CHANGE') changes.set(arrival.id ?? arrival, arrival);
  const truths = arrivals.flatMap((arrival): Truth[] => {
    if (arrival.kind === 'CHANGE') return [];
    return arrival.kind === 'TRUTH' ? [arrival] : [{ ...arrival, isCount: false, onHand: 0, blocked: 0 }];
  });
  const since = (asOf: Date | undefined, units: (change: Change) => number) =>
    [...changes.values()].filter((one) => !asOf || one.occurredAt > asOf).reduce((sum, one) => sum + units(one), 0);

  const [onHand] = truths.toSorted(
    (a, b) => b.asOf.getTime() - a.asOf.getTime() || Number(b.isCount) - Number(a.isCount) || a.onHand - b.onHand,
  );
  const [blocked] = truths
    .filter((truth) => truth.blocked !== null)
    .toSorted((a, b) => b.asOf.getTime() - a.asOf.getTime() || Number(b.blocked) - Number(a.blocked));
  return {
    onHand: (onHand?.onHand ?? 0) + since(onHand?.asOf, (one) => one.onHand),
    blocked: (blocked?.blocked ?? 0) + since(blocked?.asOf, (one) => one.blocked),
  };
}

const minute = fc.integer({ min: 0, max: 12 });
const units = fc.integer({ min: 0, max: 30 });
/** Same id, same content: what a till repeats is what it said. */
const saleOf = (id: number) => change(`e${id}`, (id * 7) % 13, (id % 9) - 5);
const arrival = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 25 }).map(saleOf) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(minute, fc.integer({ min: -4, max: 4 }), fc.integer({ min: 0, max: 2 }))
      .map(([m, q, b]) => change(null, m, q, b)),
  },
  { weight: 2, arbitrary: fc.tuple(minute, units, units).map(([m, q, b]) => snapshot(m, q, Math.min(q, b))) },
  { weight: 1, arbitrary: fc.tuple(minute, units).map(([m, q]) => count(m, q)) },
  { weight: 1, arbitrary: minute.map(unlisted) },
);
const arrivalsTwice = fc
  .array(arrival, { maxLength: 24 })
  .chain((arrivals) =>
    fc.tuple(
      fc.constant(arrivals),
      fc.shuffledSubarray(arrivals, { minLength: arrivals.length, maxLength: arrivals.length }),
    ),
  );

describe('whatever the order of arrival', () => {
  it('events, duplicates, snapshots full and partial, counts and own moves lead to one level', () => {
    fc.assert(
      fc.property(arrivalsTwice, ([arrivals, permuted]) => {
        const { onHand, blocked } = levelAfter(permuted);
        expect({ onHand, blocked }).toEqual(declared(arrivals));
        expect(levelAfter(arrivals)).toEqual(levelAfter(permuted));
      }),
      { numRuns: 5000, seed: 20261122 },
    );
  });
});
