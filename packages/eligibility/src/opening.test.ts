import { describe, expect, it } from 'vitest';
import { aStore, closedOn, shopWeek } from '../test/facts.ts';
import { isOpen, nextOpening, openPeriodsOn, openUntil } from './index.ts';

const at = (text: string) => new Date(text);

describe('a shop open Monday to Saturday, 10 to 19', () => {
  it.each([
    ['Sunday', '2026-11-22T11:00:00Z', false],
    ['Monday, a minute before opening', '2026-11-23T08:59:00Z', false],
    ['Monday, opening', '2026-11-23T09:00:00Z', true],
    ['Monday, the last minute', '2026-11-23T17:59:59Z', true],
    ['Monday, closing', '2026-11-23T18:00:00Z', false],
    ['summer time, opening', '2026-07-20T08:00:00Z', true],
  ])('on %s (%s) is open: %s', (_case, instant, expected) => {
    expect(isOpen(aStore(), at(instant))).toBe(expected);
  });

  it('opens next on Monday and then closes at 19', () => {
    expect(nextOpening(aStore(), at('2026-11-22T11:00:00Z'))).toEqual(at('2026-11-23T09:00:00Z'));
    expect(openUntil(aStore(), at('2026-11-23T12:00:00Z'))).toEqual(at('2026-11-23T18:00:00Z'));
    expect(openUntil(aStore(), at('2026-11-22T12:00:00Z'))).toBeNull();
  });

  it('keeps its wall-clock hours over both clock changes', () => {
    expect(nextOpening(aStore(), at('2026-03-28T20:00:00Z'))).toEqual(at('2026-03-30T08:00:00Z'));
    expect(nextOpening(aStore(), at('2026-10-24T20:00:00Z'))).toEqual(at('2026-10-26T09:00:00Z'));
  });
});

describe('closures', () => {
  const sales = {
    from: '2026-11-22',
    to: '2026-11-23',
    specialHours: [{ day: 'SUNDAY' as const, opensAt: '11:00', closesAt: '18:00' }],
  };

  it('replace the weekly hours by special ones, and by none where none are given', () => {
    const store = aStore({ closures: [sales] });
    expect(openPeriodsOn(store, '2026-11-22')).toMatchObject([{ from: 660, to: 1080 }]);
    expect(openPeriodsOn(store, '2026-11-23')).toEqual([]);
    expect(openPeriodsOn(store, '2026-11-24')).toMatchObject([{ from: 600, to: 1140 }]);
  });

  it('move the next opening behind them', () => {
    const store = aStore({ closures: [closedOn('2026-11-23', '2026-11-25')] });
    expect(nextOpening(store, at('2026-11-22T11:00:00Z'))).toEqual(at('2026-11-26T09:00:00Z'));
  });

  it('that last more than 62 days leave no next opening', () => {
    const store = aStore({ closures: [closedOn('2026-11-01', '2027-06-01')] });
    expect(nextOpening(store, at('2026-11-22T11:00:00Z'))).toBeNull();
  });
});

describe('hours around midnight', () => {
  it('join at midnight when a day closes at 23:59 and the next opens at 00:00', () => {
    const store = aStore({
      openingHours: [
        { day: 'FRIDAY', opensAt: '18:00', closesAt: '23:59' },
        { day: 'SATURDAY', opensAt: '00:00', closesAt: '02:00' },
      ],
    });
    expect(isOpen(store, at('2026-11-27T22:59:30Z'))).toBe(true);
    expect(openUntil(store, at('2026-11-27T20:00:00Z'))).toEqual(at('2026-11-28T01:00:00Z'));
  });

  it('never end for a warehouse without hours', () => {
    const warehouse = aStore({ type: 'WAREHOUSE', openingHours: [] });
    expect(isOpen(warehouse, at('2026-11-22T03:00:00Z'))).toBe(true);
    expect(openUntil(warehouse, at('2026-11-22T03:00:00Z'))).toBeNull();
  });

  it('never begin for a shop without hours', () => {
    const shop = aStore({ openingHours: [] });
    expect(nextOpening(shop, at('2026-11-22T03:00:00Z'))).toBeNull();
  });
});

it('takes lunch breaks for what they are', () => {
  const store = aStore({
    openingHours: [
      { day: 'MONDAY', opensAt: '14:00', closesAt: '19:00' },
      { day: 'MONDAY', opensAt: '10:00', closesAt: '12:30' },
      ...shopWeek.slice(1),
    ],
  });
  expect(isOpen(store, at('2026-11-23T12:00:00Z'))).toBe(false);
  expect(nextOpening(store, at('2026-11-23T12:00:00Z'))).toEqual(at('2026-11-23T13:00:00Z'));
});
