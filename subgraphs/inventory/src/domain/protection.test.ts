import { describe, expect, it } from 'vitest';
import { type ProtectionRule, protectedUnits, rulesInForce, strongestRule } from './protection.ts';

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
  strongestRule(rulesInForce(rules, at), where)?.id;

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
