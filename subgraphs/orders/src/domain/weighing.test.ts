import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Candidate } from './candidate.ts';
import { chooseSources } from './sourcing.ts';
import { type CriterionKind, type Rule, ruleFor } from './strategy.ts';
import { cheapestCover, weighingOf } from './weighing.ts';

const at = new Date('2035-03-05T09:00:00Z');
const aCandidate = (locationId: string, stock: Record<string, number>, facts: Partial<Candidate> = {}): Candidate => ({
  locationId,
  isStore: true,
  distanceKm: null,
  readyAt: null,
  readyOn: null,
  remainingCapacity: null,
  available: new Map(Object.entries(stock)),
  ...facts,
});
const aRule = (weights: Partial<Record<CriterionKind, number>>, more: Partial<Rule> = {}): Rule => ({
  name: 'only',
  when: {},
  criteria: Object.entries(weights).map(([kind, weight]) => ({ kind: kind as CriterionKind, weight })),
  tariff: { storeParcel: 6, warehouseParcel: 4, per100Km: 0.5 },
  ...more,
});
const inHours = (hours: number) => new Date(at.getTime() + hours * 3_600_000);
const shirts = (quantity: number) => [{ lineId: 'l1', sku: 'SHIRT', quantity }];

describe('what each criterion prefers', () => {
  const near = aCandidate('near', { SHIRT: 2 }, { distanceKm: 10, readyAt: inHours(30), remainingCapacity: 1 });
  const far = aCandidate('far', { SHIRT: 9 }, { distanceKm: 700, readyAt: inHours(2), remainingCapacity: 40 });
  const lain = { stockAges: new Map([['SHIRT', 90]]) };
  const depot = aCandidate('depot', { SHIRT: 3 }, { isStore: false, distanceKm: 400, readyAt: inHours(9), ...lain });
  it.each<[CriterionKind, string]>([
    ['STORE', 'depot'],
    ['WAREHOUSE', 'far'],
    ['DISTANCE', 'near'],
    ['STOCK_DEPTH', 'far'],
    ['AGEING_STOCK', 'depot'],
    ['CAPACITY', 'depot'],
    ['TIME_TO_DELIVER', 'far'],
    ['SHIPPING_COST', 'depot'],
    ['SPLIT', 'depot'],
  ])('%s: %s', (kind, expected) => {
    const { assignments } = chooseSources(shirts(1), [near, far, depot], { rule: aRule({ [kind]: 1 }), at });
    expect(assignments.map(({ candidate }) => candidate.locationId)).toEqual([expected]);
  });

  it('sells stock of 90 days at a quarter of the cost of new stock, by the oldest SKU that is wanted', () => {
    const { costOf } = weighingOf(aRule({ AGEING_STOCK: 8 }), new Map([['SHIRT', 1]]), at);
    expect([costOf(near), costOf(depot)]).toEqual([8, 2]);
    const other = weighingOf(aRule({ AGEING_STOCK: 8 }), new Map([['SHOES', 1]]), at);
    expect(other.costOf(depot)).toBe(8);
  });

  it('splits when two near parcels weigh less than a far one, and not when a split weighs more', () => {
    const [a, b] = [aCandidate('a', { SHIRT: 1 }, { distanceKm: 5 }), aCandidate('b', { SHIRT: 1 }, { distanceKm: 5 })];
    const whole = aCandidate('whole', { SHIRT: 2 }, { distanceKm: 300 });
    const placesBy = (split: number) =>
      chooseSources(shirts(2), [a, b, whole], { rule: aRule({ DISTANCE: 1, SPLIT: split }), at }).assignments.length;
    expect([placesBy(1), placesBy(10)]).toEqual([2, 1]);
  });

  it('tells the cost of the plan, the score of each location, and what spoke for it', () => {
    const sourcing = chooseSources(shirts(1), [near, depot], { rule: aRule({ DISTANCE: 1, STORE: 2 }), at });
    expect(sourcing).toMatchObject({
      cost: 2.1,
      assignments: [{ score: -2.1, reasons: ['BEST_DISTANCE'] }],
      leftOut: [{ locationId: 'depot', score: -4, reasons: [] }],
    });
  });
});

it.each([
  [{ countryCodes: ['FR'] }, true],
  [{ countryCodes: ['BE'] }, false],
  [{ serviceLevels: ['EXPRESS'] }, false],
  [{ minimumUnits: 3 }, true],
  [{ minimumUnits: 4 }, false],
  [{ maximumUnits: 3 }, true],
  [{ maximumUnits: 2 }, false],
  [{}, true],
])('a rule for %o applies to 3 units for France: %s', (when, expected) => {
  const facts = { countryCode: 'FR', serviceLevel: null, units: 3 };
  expect(ruleFor({ rules: [aRule({}, { when })] }, facts) !== null).toBe(expected);
});

const skus = ['A', 'B', 'C'];
const stocks = (most: number) => fc.array(fc.integer({ min: 0, max: most }), { minLength: 3, maxLength: 3 });
const candidatesOf = fc
  .array(
    fc.record({
      stock: stocks(4),
      isStore: fc.boolean(),
      distanceKm: fc.option(fc.integer({ min: 0, max: 900 })),
      remainingCapacity: fc.option(fc.integer({ min: 1, max: 9 })),
      readyAt: fc.option(fc.integer({ min: 0, max: 60 }).map(inHours)),
    }),
    { minLength: 1, maxLength: 9 },
  )
  .map((rows) =>
    rows.map(({ stock, ...facts }, index) =>
      aCandidate(`loc${index}`, Object.fromEntries(skus.map((sku, n) => [sku, stock[n] as number])), facts),
    ),
  );
const weightOf = fc.integer({ min: 0, max: 20 });
const rules = fc
  .record({
    SPLIT: weightOf,
    STORE: weightOf,
    DISTANCE: weightOf,
    STOCK_DEPTH: weightOf,
    AGEING_STOCK: weightOf,
    TIME_TO_DELIVER: weightOf,
  })
  .map((weights) => aRule(weights));
const covers = (set: readonly Candidate[], wanted: ReadonlyMap<string, number>) =>
  [...wanted].every(([sku, units]) => set.reduce((sum, one) => sum + (one.available.get(sku) ?? 0), 0) >= units);

it('finds a plan as cheap as the cheapest of all sets, whatever the order of candidates', () => {
  fc.assert(
    fc.property(candidatesOf, stocks(6), rules, (candidates, asked, rule) => {
      const wanted = new Map(
        skus.map((sku, n) => [
          sku,
          Math.min(
            asked[n] as number,
            candidates.reduce((sum, one) => sum + (one.available.get(sku) ?? 0), 0),
          ),
        ]),
      );
      const weighing = weighingOf(rule, wanted, at);
      let cheapest = Number.POSITIVE_INFINITY;
      for (let bits = 0; bits < 2 ** candidates.length; bits++) {
        const set = candidates.filter((_, n) => bits & (1 << n));
        if (covers(set, wanted)) cheapest = Math.min(cheapest, weighing.planCost(set));
      }
      const { set, isBest } = cheapestCover(candidates, wanted, weighing);
      expect(isBest).toBe(true);
      expect(covers(set, wanted)).toBe(true);
      expect(weighing.planCost(set)).toBeCloseTo(cheapest, 6);
      const turned = cheapestCover([...candidates].reverse(), wanted, weighing).set;
      expect(turned.map(({ locationId }) => locationId).sort()).toEqual(set.map(({ locationId }) => locationId).sort());
    }),
    { numRuns: 500 },
  );
});

it('finds the best split of 10 lines over 50 candidates within a second', () => {
  let seed = 7;
  const next = (most: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * most);
  };
  const times: number[] = [];
  for (let round = 0; round < 20; round++) {
    const wanted = new Map(Array.from({ length: 10 }, (_, n) => [`S${n}`, 1 + next(3)]));
    const candidates = Array.from({ length: 50 }, (_, n) =>
      aCandidate(
        `loc${n}`,
        Object.fromEntries([...wanted.keys()].map((sku) => [sku, next(10) < 4 ? 1 + next(4) : 0])),
        { isStore: n > 2, distanceKm: next(900), readyAt: inHours(next(48)) },
      ),
    );
    const rule = aRule({ SPLIT: 5, STORE: 1, DISTANCE: 1, SHIPPING_COST: 1, STOCK_DEPTH: 1 });
    const before = process.cpuUsage();
    const { isBest } = cheapestCover(candidates, wanted, weighingOf(rule, wanted, at));
    times.push(process.cpuUsage(before).user);
    expect(isBest).toBe(true);
  }
  // Of its own, in microseconds: others may keep the machine busy.
  expect(Math.max(...times)).toBeLessThan(1_000_000);
});
