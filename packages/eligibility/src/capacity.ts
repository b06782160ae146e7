import type { IneligibilityReason } from '@passerelle/values';
import { addDays, closingMinutesOf, instantOf, localDay, minutesOf } from './calendar.ts';
import type { LocationFacts, ServiceFacts, UnitCapacityFacts, UsedUpFacts } from './facts.ts';
import { readyAt } from './ready.ts';

type Stretch = Pick<UsedUpFacts, 'from' | 'until'> & {
  /** Units that can still be booked. */
  readonly left: number;
};

/** Stretches too small for an order, one after another, that are followed until their end counts as unknown. */
export const mostStretches = 62;

/**
 * An order takes capacity of the moment at which it is ready. The reason ends when an order accepted then would be ready
 * after the stretch that has no room for it, and after those that follow on it. It has no end when the order is larger
 * than any day, nor when it would be beyond the stretches followed.
 */
export function capacityReason(
  facts: LocationFacts,
  service: ServiceFacts | undefined,
  { at, units }: { readonly at: Date; readonly units?: number | null },
): IneligibilityReason | undefined {
  if (!service) return undefined;
  const asked = units ?? 1;
  const usedUp = usedUpOf(facts, service);
  const counted = facts.unitCapacities?.find((capacity) => capacity.service === service.type);
  if (usedUp.length === 0 && !counted) return undefined;
  const stretchAt = (moment: Date): Stretch | undefined => {
    const ready = readyAt(facts, service, moment);
    if (!ready) return undefined;
    const full = usedUp.find(({ from, until }) => from <= ready && ready < until);
    return full ? { ...full, left: 0 } : counted && tooSmallAt(counted, facts.timeZone, ready, asked);
  };
  const first = stretchAt(at);
  if (!first) return undefined;
  const isTooLarge = counted?.perDay != null && counted.perDay < asked;
  return {
    code: 'CAPACITY_REACHED',
    message: messageOf(service, localDay(facts.timeZone, first.from), asked, first.left),
    until: isTooLarge ? null : endOf(facts, service, at, first, stretchAt),
    // Where orders are counted, what is asked for is one order.
    limit: first.left,
    actual: counted ? asked : 1,
  };
}

const messageOf = ({ type }: ServiceFacts, day: string, asked: number, left: number) =>
  left === 0
    ? `The capacity of ${type} for ${day} is used up.`
    : `${asked} units were asked for, the capacity of ${type} for ${day} has ${left} left.`;

function endOf(
  facts: LocationFacts,
  service: ServiceFacts,
  at: Date,
  first: Stretch,
  stretchAt: (moment: Date) => Stretch | undefined,
): Date | null {
  let until = at;
  let stretch: Stretch | undefined = first;
  for (let count = 0; stretch; count++) {
    if (count === mostStretches) return null;
    until = firstReadyFrom(facts, service, until, stretch.until);
    stretch = stretchAt(until);
  }
  return until;
}

/** Stretches of a service; facts that tell none of them may tell that their own local day is used up. */
function usedUpOf(facts: LocationFacts, { type }: ServiceFacts): readonly Pick<UsedUpFacts, 'from' | 'until'>[] {
  if (facts.usedUp) return facts.usedUp.filter((stretch) => stretch.service === type);
  if (!facts.exhaustedServices.includes(type)) return [];
  const day = localDay(facts.timeZone, facts.occurredAt);
  return [{ from: instantOf(facts.timeZone, day), until: instantOf(facts.timeZone, addDays(day, 1)) }];
}

/** The day, or else the window, of a moment when it has fewer units left than are asked for. */
function tooSmallAt(
  { perDay, windows, left }: UnitCapacityFacts,
  timeZone: string,
  ready: Date,
  asked: number,
): Stretch | undefined {
  const day = localDay(timeZone, ready);
  const known = left.find((each) => each.day === day);
  const ofDay = known ? known.units : perDay;
  if (ofDay !== null && ofDay < asked) {
    return { from: instantOf(timeZone, day), until: instantOf(timeZone, addDays(day, 1)), left: ofDay };
  }
  for (const [index, { opensAt, closesAt, units }] of windows.entries()) {
    const room = known?.windows[index] ?? units;
    if (room >= asked) continue;
    const from = instantOf(timeZone, day, minutesOf(opensAt));
    const until = instantOf(timeZone, day, closingMinutesOf(closesAt));
    if (from <= ready && ready < until) return { from, until, left: room };
  }
  return undefined;
}

/** The first moment, to the millisecond, from which an order is ready at `end` or later: the later, the later. */
function firstReadyFrom(facts: LocationFacts, service: ServiceFacts, at: Date, end: Date): Date {
  let [before, after] = [at.getTime(), end.getTime()];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    const ready = readyAt(facts, service, new Date(middle));
    if (ready && ready < end) before = middle;
    else after = middle;
  }
  return new Date(after);
}
