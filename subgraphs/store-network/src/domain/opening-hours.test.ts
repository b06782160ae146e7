import { closingMinutesOf, minutesOf, type OpeningPeriod, weekdays } from '@passerelle/eligibility';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkPeriods } from './opening-hours.ts';

const time = fc
  .integer({ min: 0, max: 95 })
  .map(
    (quarter) => `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`,
  );
const periods: fc.Arbitrary<OpeningPeriod[]> = fc.array(
  fc.record({ day: fc.constantFrom(...weekdays), opensAt: time, closesAt: time }),
  { maxLength: 6 },
);

const minutesOpen = (week: readonly OpeningPeriod[]) => {
  const open = new Set<string>();
  for (const { day, opensAt, closesAt } of week) {
    for (let minute = minutesOf(opensAt); minute < closingMinutesOf(closesAt); minute++) open.add(`${day} ${minute}`);
  }
  return open.size;
};
const length = ({ opensAt, closesAt }: OpeningPeriod) => closingMinutesOf(closesAt) - minutesOf(opensAt);

it('accepts a week exactly when every period is longer than nothing and no minute is covered twice', () => {
  fc.assert(
    fc.property(periods, (week) => {
      const isRight =
        week.every((period) => length(period) > 0) &&
        minutesOpen(week) === week.reduce((sum, period) => sum + length(period), 0);
      expect(checkPeriods(week, 'periods').ok).toBe(isRight);
    }),
  );
});

it('answers the week in order, Monday first', () => {
  fc.assert(
    fc.property(periods, (week) => {
      const checked = checkPeriods(week, 'periods');
      if (!checked.ok) return;
      const places = checked.value.map(({ day, opensAt }) => weekdays.indexOf(day) * 1440 + minutesOf(opensAt));
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(checked.value).toHaveLength(week.length);
    }),
  );
});
