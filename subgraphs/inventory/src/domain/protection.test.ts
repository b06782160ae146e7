import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heldBack, type ProtectionRule, protectedUnits, rulesInForce, strongestRule } from './protection.ts';

const at = new Date('2026-11-22T10:00:00Z');

const rule = (id: string, facts: Partial<ProtectionRule> = {}): ProtectionRule => ({
  id,
  channelIds: [],
  locationIds: [],
  locationTypes: [],
  skus: [],
  categories: [],
  quantity: 1,
  percent: null,
  priority: 0,
  guards: 'BOTH',
  widening: null,
  reason: null,
  version: 1,
  validFrom: new Date('2026-01-01T00:00:00Z'),
  validTo: null,
  ...facts,
});

const place = {
  channelId: 'chn_web',
  locationId: 'loc_1',
  locationType: 'STORE',
  sku: 'SHIRT',
  category: 'tops',
} as const;

const strongest = (rules: readonly ProtectionRule[], where: Parameters<typeof strongestRule>[1] = place) =>
  strongestRule(rulesInForce(rules, at, 'PUBLISHING'), where)?.id;

describe('the strongest rule', () => {
  const ladder = [
    rule('all'),
    rule('channel', { channelIds: ['chn_web'] }),
    rule('type', { locationTypes: ['STORE'] }),
    rule('location', { locationIds: ['loc_1'] }),
    rule('category', { categories: ['tops'] }),
    rule('sku', { skus: ['SHIRT'] }),
  ];

  it.each(ladder.map((_, index) => [ladder[index]?.id, ladder.slice(0, index + 1)] as const))(
    'is the most specific of those that match: %s',
    (id, rules) => {
      expect(strongest(rules)).toBe(id);
      expect(strongest(rules.toReversed())).toBe(id);
    },
  );

  it.each([
    ['of higher priority, however general', [rule('sku', { skus: ['SHIRT'] }), rule('all', { priority: 1 })], 'all'],
    ['of two alike, the one with the smaller id', [rule('b'), rule('a')], 'a'],
    ['that names what is asked about', [rule('other', { skus: ['HAT'], priority: 9 }), rule('mine')], 'mine'],
    ['that holds now', [rule('over', { validTo: at, priority: 9 }), rule('now', { validFrom: at })], 'now'],
    ['that has begun', [rule('soon', { validFrom: new Date(at.getTime() + 1), priority: 9 }), rule('now')], 'now'],
    ['of none', [rule('other', { locationIds: ['loc_2'] })], undefined],
  ])('is the one %s', (_title, rules, id) => {
    expect(strongest(rules)).toBe(id);
  });

  it('for every channel names no channel', () => {
    const rules = [rule('web', { channelIds: ['chn_web'], priority: 9 }), rule('all')];
    expect(strongest(rules, { ...place, channelId: null })).toBe('all');
  });

  it('of a category leaves items without one alone', () => {
    expect(strongest([rule('tops', { categories: ['tops'] })], { ...place, category: null })).toBeUndefined();
  });
});

describe('units held back', () => {
  it.each([
    [{ quantity: 3 }, 10, 3],
    [{ quantity: 3 }, 1, 3],
    [{ quantity: null, percent: 10 }, 30, 3],
    [{ quantity: null, percent: 10 }, 31, 4],
    [{ quantity: null, percent: 0 }, 50, 0],
    [{ quantity: null, percent: 100 }, 7, 7],
    [{ quantity: null, percent: 33.33 }, 3, 1],
    [{ quantity: null, percent: 1.1 }, 1000, 11],
    [{ quantity: null, percent: 50 }, -4, 0],
  ])('of %o at %i on hand are %i', (facts, onHand, units) => {
    expect(protectedUnits([rule('one', facts)], place, onHand)).toBe(units);
  });
});

describe('two buffers', () => {
  it.each([
    ['PUBLISHING', 'PUBLISHING', 'one'],
    ['PUBLISHING', 'ROUTING', undefined],
    ['ROUTING', 'ROUTING', 'one'],
    ['ROUTING', 'PUBLISHING', undefined],
    ['BOTH', 'PUBLISHING', 'one'],
    ['BOTH', 'ROUTING', 'one'],
  ] as const)('a rule that guards %s, asked for %s, is %s', (guards, buffer, id) => {
    expect(strongestRule(rulesInForce([rule('one', { guards })], at, buffer), place)?.id).toBe(id);
  });
});

describe('a silent till', () => {
  const hours = (count: number) => count * 3_600_000;

  it.each([
    ['is not overdue yet', { quantity: 4 }, hours(2), 4],
    ['is an hour overdue', { quantity: 4 }, hours(3), 6],
    ['is overdue by a minute: units are whole', { quantity: 4 }, hours(2) + 60_000, 5],
    ['is two hours overdue, with a share', { quantity: null, percent: 10 }, hours(4), 4],
    ['has nothing protected', { quantity: 0 }, hours(99), 0],
  ])('%s', (_title, facts, silentMs, units) => {
    const widening = { afterMinutes: 120, percentPerHour: 50 };
    expect(heldBack(rule('one', { ...facts, widening }), 20, silentMs)).toBe(units);
  });

  it('never frees a unit by being silent for longer', () => {
    const anyRule = fc.record({
      quantity: fc.option(fc.nat(1000)),
      percent: fc.integer({ min: 0, max: 10_000 }).map((share) => share / 100),
      afterMinutes: fc.nat(10_000),
      percentPerHour: fc.integer({ min: 1, max: 10_000 }),
    });
    fc.assert(
      fc.property(anyRule, fc.nat(5000), fc.nat(1e9), fc.nat(1e9), (facts, onHand, silence, more) => {
        const { quantity, percent, ...widening } = facts;
        const wide = rule('one', { quantity, percent: quantity === null ? percent : null, widening });
        expect(heldBack(wide, onHand, silence + more)).toBeGreaterThanOrEqual(heldBack(wide, onHand, silence));
        expect(heldBack(wide, onHand, 0)).toBe(heldBack({ ...wide, widening: null }, onHand, 0));
      }),
      { numRuns: 500 },
    );
  });
});
