import { minutesOf, type OpeningPeriod, weekdays } from '@passerelle/eligibility';
import { invalidInput, limitExceeded, ok, type Result, refuse } from '@passerelle/values';
import { type NetworkRefusal, overlappingPeriods } from './refusals.ts';

const maximumPeriods = 21;

/** Checks a list of periods found at `path` of the input, and answers it sorted, Monday first. */
export function checkPeriods(
  periods: readonly OpeningPeriod[],
  path: string,
): Result<readonly OpeningPeriod[], NetworkRefusal> {
  if (periods.length > maximumPeriods) {
    return refuse(limitExceeded([path], `A week has ${maximumPeriods} opening periods at most.`, maximumPeriods));
  }
  const reversed = periods.flatMap(({ opensAt, closesAt }, index) =>
    opensAt < closesAt
      ? []
      : [
          invalidInput(
            [path, index, 'closesAt'],
            'Doors close after they open. Write a night as two periods, one to 23:59 and one from 00:00 of the next day.',
          ),
        ],
  );
  if (reversed.length > 0) return refuse(...reversed);
  const overlap = firstOverlap(periods);
  if (overlap) {
    return refuse(
      overlappingPeriods([path], `Periods ${overlap.join(' and ')} overlap. Join them, or move one.`, overlap),
    );
  }
  return ok([...periods].sort(byTime));
}

const byTime = (a: OpeningPeriod, b: OpeningPeriod) =>
  weekdays.indexOf(a.day) - weekdays.indexOf(b.day) || minutesOf(a.opensAt) - minutesOf(b.opensAt);

function firstOverlap(periods: readonly OpeningPeriod[]): [number, number] | undefined {
  for (const [second, b] of periods.entries()) {
    const first = periods
      .slice(0, second)
      .findIndex((a) => a.day === b.day && a.opensAt < b.closesAt && b.opensAt < a.closesAt);
    if (first >= 0) return [first, second];
  }
  return undefined;
}
