import { describe, expect, it } from 'vitest';
import { type Closure, checkClosure, checkRemoval, closuresBetween } from './closure.ts';

const today = '2026-11-22';
const closure = (from: string, to = from): Closure => ({ id: `cls_${from}`, from, to, specialHours: [], reason: null });

describe('a new closure', () => {
  const stored = [closure('2026-12-24', '2026-12-26')];
  it.each([
    ['before another', '2026-12-20', '2026-12-23', true],
    ['after another', '2026-12-27', '2026-12-31', true],
    ['that ends on the first day of another', '2026-12-20', '2026-12-24', false],
    ['that begins on the last day of another', '2026-12-26', '2026-12-27', false],
    ['around another', '2026-12-01', '2026-12-31', false],
    ['that runs today', '2026-11-01', '2026-11-22', true],
    ['that ended yesterday', '2026-11-01', '2026-11-21', false],
    ['of one day', '2026-12-01', '2026-12-01', true],
    ['of 731 days', '2027-01-01', '2028-12-31', true],
    ['of 732 days', '2027-01-01', '2029-01-01', false],
  ])('%s, from %s to %s, is accepted: %s', (_case, from, to, isAccepted) => {
    expect(checkClosure({ from, to }, stored, today).ok).toBe(isAccepted);
  });

  it('has special hours of its own days only', () => {
    const hours = [{ day: 'SUNDAY' as const, opensAt: '10:00', closesAt: '12:00' }];
    const checked = (from: string, to: string) => checkClosure({ from, to, specialHours: hours }, [], today);
    expect(checked('2026-12-14', '2026-12-19')).toMatchObject({
      refusals: [{ code: 'INVALID_INPUT', path: ['input', 'specialHours', '0', 'day'] }],
    });
    expect(checked('2026-12-14', '2026-12-20').ok).toBe(true);
    expect(checked('2026-12-17', '2026-12-20').ok).toBe(true);
  });

  it('is one too many after 200', () => {
    const many = Array.from({ length: 200 }, () => closure('2030-01-01'));
    expect(checkClosure({ from: '2026-12-01', to: '2026-12-01' }, many, today)).toMatchObject({
      refusals: [{ code: 'LIMIT_EXCEEDED', limit: 200 }],
    });
  });
});

it('can be removed up to its last day', () => {
  expect(checkRemoval(closure('2026-11-01', today), today).ok).toBe(true);
  expect(checkRemoval(closure('2026-11-01', '2026-11-21'), today).ok).toBe(false);
});

describe('closures of a range', () => {
  const all = [
    closure('2026-11-01', '2026-11-22'),
    closure('2026-12-22'),
    closure('2026-12-23'),
    closure('2027-01-22'),
  ];
  it.each([
    ['today and 30 days on when no range is given', {}, ['2026-11-01', '2026-12-22']],
    ['30 days from the first day', { from: '2026-11-23' }, ['2026-12-22', '2026-12-23']],
    ['one day', { from: '2026-12-23', to: '2026-12-23' }, ['2026-12-23']],
    ['62 days', { to: '2027-01-22' }, ['2026-11-01', '2026-12-22', '2026-12-23', '2027-01-22']],
  ])('are those of %s', (_case, range, days) => {
    const found = closuresBetween(all, range, today);
    expect(found.ok && found.value.map(({ from }) => from)).toEqual(days);
  });

  it.each([{ to: '2027-01-23' }, { to: '2026-11-21' }])('are refused for %o', (range) => {
    expect(closuresBetween(all, range, today).ok).toBe(false);
  });
});
