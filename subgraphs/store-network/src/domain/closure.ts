import { addDays, daysBetween, horizonDays, type OpeningPeriod, weekdayOf } from '@passerelle/eligibility';
import {
  type InvalidInput,
  invalidInput,
  invalidState,
  limitExceeded,
  ok,
  type Result,
  refuse,
} from '@passerelle/values';
import { checkPeriods } from './opening-hours.ts';
import { type NetworkRefusal, overlappingPeriods } from './refusals.ts';

/** Local days, both included, on which the weekly hours do not hold. */
export type Closure = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly specialHours: OpeningPeriod[];
  readonly reason: string | null;
  /** A public holiday of the country, not written down by anybody. */
  readonly isPublicHoliday?: boolean;
};

export type ClosureWish = {
  readonly from: string;
  readonly to: string;
  readonly specialHours?: readonly OpeningPeriod[] | null;
  readonly reason?: string | null;
};

const longestDays = 731;
const maximumClosures = 200;

/** Checks a new closure against those stored that have not ended; answers its special hours, sorted. */
export function checkClosure(
  wish: ClosureWish,
  stored: readonly Closure[],
  today: string,
): Result<readonly OpeningPeriod[], NetworkRefusal> {
  const refusals: NetworkRefusal[] = [];
  if (wish.to < wish.from) refusals.push(invalidInput(['to'], 'The last day is not before the first.'));
  else if (wish.to < today) refusals.push(invalidInput(['to'], `The last day is today, ${today}, or later.`));
  else if (daysBetween(wish.from, wish.to) >= longestDays) {
    refusals.push(invalidInput(['to'], `A closure lasts ${longestDays} days at most.`));
  }
  if ((wish.reason?.length ?? 0) > 500) refusals.push(invalidInput(['reason'], 'A reason has 500 characters at most.'));
  if (refusals.length > 0) return refuse(...refusals);

  const overlap = stored.find(({ from, to }) => from <= wish.to && wish.from <= to);
  if (overlap) {
    const message = `Closure ${overlap.id} holds from ${overlap.from} to ${overlap.to}. Remove it, or choose other days.`;
    return refuse(overlappingPeriods(['from'], message, []));
  }
  if (stored.length >= maximumClosures) {
    return refuse(limitExceeded(null, `A location has ${maximumClosures} closures ahead at most.`, maximumClosures));
  }
  const hours = checkPeriods(wish.specialHours ?? [], 'specialHours');
  const strays = strayHours(wish);
  return hours.ok && strays.length > 0 ? refuse(...strays) : hours;
}

/** Hours of a weekday that the closure does not reach would never hold. */
function strayHours({ from, to, specialHours }: ClosureWish): InvalidInput[] {
  if (daysBetween(from, to) >= 6) return [];
  const days = new Set(
    Array.from({ length: daysBetween(from, to) + 1 }, (_, ahead) => weekdayOf(addDays(from, ahead))),
  );
  return (specialHours ?? []).flatMap(({ day }, index) =>
    days.has(day) ? [] : [invalidInput(['specialHours', index, 'day'], `There is no ${day} from ${from} to ${to}.`)],
  );
}

/** What is over stays as it was. */
export const checkRemoval = ({ to }: Closure, today: string): Result<null, NetworkRefusal> =>
  to < today ? refuse(invalidState('The closure has ended.', 'ENDED', ['closureId'])) : ok(null);

/** The closures that touch a range of days: 30 days from today unless told, 62 days at most. */
export function closuresBetween(
  closures: readonly Closure[],
  range: { readonly from?: string | null; readonly to?: string | null },
  today: string,
): Result<Closure[], InvalidInput> {
  const first = range.from ?? today;
  const last = range.to ?? addDays(first, 30);
  const days = daysBetween(first, last);
  if (days < 0 || days >= horizonDays) {
    return refuse(invalidInput(['to'], `\`to\` is at or after \`from\`, ${horizonDays} days in all at most.`));
  }
  return ok(closures.filter(({ from, to }) => from <= last && first <= to));
}
