import { describe, expect, it } from 'vitest';
import {
  alignByKey,
  distanceKm,
  durationMinutes,
  encodeCursor,
  formatDuration,
  groupByKey,
  newId,
  readPage,
  toConnection,
} from './index.ts';

describe('ids', () => {
  it('say their kind and sort by age', () => {
    const earlier = newId('order', new Date('2026-01-01T00:00:00Z'));
    const later = newId('order', new Date('2026-01-01T00:00:01Z'));
    expect(earlier).toMatch(/^ord_[0-9a-z]{22}$/);
    expect(earlier < later).toBe(true);
  });

  it('differ within one millisecond', () => {
    const now = new Date();
    expect(new Set(Array.from({ length: 1000 }, () => newId('order', now))).size).toBe(1000);
  });
});

describe('distance', () => {
  it('from Paris to Lyon is 392 km', () => {
    const paris = { latitude: 48.8566, longitude: 2.3522 };
    const lyon = { latitude: 45.764, longitude: 4.8357 };
    expect(distanceKm(paris, lyon)).toBeCloseTo(391.5, 0);
    expect(distanceKm(paris, paris)).toBe(0);
  });
});

describe('durations', () => {
  it.each([
    ['PT15M', 15],
    ['PT2H', 120],
    ['P1DT30M', 1470],
    ['P2W', 20160],
    ['PT90S', 2],
  ])('%s is %i minutes', (text, minutes) => {
    expect(durationMinutes(text)).toBe(minutes);
    expect(durationMinutes(formatDuration(minutes))).toBe(minutes);
  });

  it.each(['P', 'PT', '15M', 'P1Y', 'P1M', '-PT5M'])('%s is none', (text) => {
    expect(durationMinutes(text)).toBeUndefined();
  });
});

describe('pages', () => {
  const rules = { key: ['text'], maximum: 50 } as const;

  it.each([
    [{ first: 0 }, 'first'],
    [{ first: 51 }, 'first'],
    [{ last: 51 }, 'last'],
    [{ first: 1, last: 1 }, 'last'],
    [{ after: 'not a cursor' }, 'after'],
    [{ before: encodeCursor(['a', 'b']) }, 'before'],
  ])('%j is refused and names the argument', (page, argument) => {
    expect(readPage(page, rules)).toMatchObject({ ok: false, refusals: [{ path: ['input', argument] }] });
  });

  it.each([
    ['text', ['a', '', 'é'], [1, null, 'a\0b', ['a'], {}]],
    ['number', [0, -1.5], ['0', null]],
    ['integer', [0, -5, 2147483647], [1.5, 2147483648, '1', null]],
    ['bigint', ['0', '-12', '123456789012345678'], [1, '1e3', '1234567890123456789', '']],
    [
      'instant',
      ['2026-11-22T10:00:00.000Z', '2026-11-22 10:00:00.123456+00', 'infinity'],
      ['soon', '2026-11-22', 1_700_000_000],
    ],
  ] as const)('a cursor with a part of kind %s is one of a list with such a key only', (kind, good, bad) => {
    const read = (part: unknown) => readPage({ after: encodeCursor([part as string]) }, { key: [kind], maximum: 50 });
    expect(good.map((part) => read(part).ok)).toEqual(good.map(() => true));
    expect(bad.map((part) => read(part).ok)).toEqual(bad.map(() => false));
  });

  const window = (page: object) => {
    const result = readPage(page, rules);
    if (!result.ok) throw new Error('refused');
    return result.value;
  };

  it('forwards keeps the size and tells that more follows', () => {
    const connection = toConnection(['a', 'b', 'c'], window({ first: 2 }), (row) => [row]);
    expect(connection.nodes).toEqual(['a', 'b']);
    expect(connection.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    expect(window({ first: 2, after: connection.pageInfo.endCursor }).after).toEqual(['b']);
  });

  it('backwards turns the rows round', () => {
    const connection = toConnection(['c', 'b', 'a'], window({ last: 2, before: encodeCursor(['d']) }), (row) => [row]);
    expect(connection.nodes).toEqual(['b', 'c']);
    expect(connection.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
  });
});

describe('rows by key', () => {
  const rows = [
    { id: 'b', group: 'x' },
    { id: 'a', group: 'x' },
  ];

  it('are put into the order of the keys, missing ones null', () => {
    expect(alignByKey(['a', 'z', 'b'], rows, (row) => row.id)).toEqual([rows[1], null, rows[0]]);
  });

  it('are grouped, a key without rows empty', () => {
    expect(groupByKey(['y', 'x'], rows, (row) => row.group)).toEqual([[], rows]);
  });
});
