import type { IneligibilityCode, IneligibilityReason } from '@passerelle/values';
import { instantOf, localDay } from './calendar.ts';
import { capacityReason, mostStretches } from './capacity.ts';
import type { LocationFacts, ServiceFacts, ServiceType } from './facts.ts';
import { firstDayNotShut, isAlwaysOpen, isShutOn, nextOpening } from './opening.ts';
import { readyAt } from './ready.ts';

/** What somebody wants of a location. */
export type Wish = {
  readonly service: ServiceType;
  readonly channelId: string;
  readonly at: Date;
  /** Units of the whole order. */
  readonly units?: number | null;
  /** Lines of the whole order. */
  readonly lines?: number | null;
  /** Search radius; then `distanceKm` decides, and an unknown distance is outside. */
  readonly radiusKm?: number | null;
  readonly distanceKm?: number | null;
  /** The order must be ready by then. */
  readonly readyBy?: Date | null;
};

export type Verdict = { readonly isEligible: boolean; readonly reasons: readonly IneligibilityReason[] };

const eligible: Verdict = { isEligible: true, reasons: [] };

/** Services for which somebody must be in the shop on the day asked for. */
const needsDoors: ReadonlySet<ServiceType> = new Set([
  'CLICK_AND_COLLECT',
  'CURBSIDE_PICKUP',
  'SHIP_FROM_STORE',
  'RETURN_IN_STORE',
  'SHIP_TO_STORE',
]);

const reason = (code: IneligibilityCode, message: string, until: Date | null = null): IneligibilityReason => ({
  code,
  message,
  until,
});

/** Judges one location from facts and clock alone. Every reason that holds, most decisive first. */
export function judge(facts: LocationFacts, wish: Wish): Verdict {
  const service = facts.services.find(({ type }) => type === wish.service);
  const reasons: IneligibilityReason[] = [];
  const note = (found: IneligibilityReason | undefined) => found && reasons.push(found);

  if (facts.status !== 'ACTIVE') note(reason('LOCATION_INACTIVE', `${facts.name} is not active.`));
  note(channelReason(facts, wish));
  if (!service?.isEnabled) note(reason('SERVICE_DISABLED', `${wish.service} is switched off here.`));
  note(pilotReason(facts, wish));
  note(pauseReason(service, wish));
  note(closedReason(facts, wish));
  note(capacityReason(facts, service, wish));
  note(sizeReason(service, wish));
  note(radiusReason(wish));
  note(latenessReason(facts, service, wish));
  return reasons.length === 0 ? eligible : { isEligible: false, reasons };
}

const takesBack: ReadonlySet<ServiceType> = new Set(['RETURN_IN_STORE', 'RETURN_TO_WAREHOUSE']);

/** Selling stock and taking goods back are shared with channels apart from each other. */
function channelReason({ name, channelIds, returnChannelIds = channelIds }: LocationFacts, wish: Wish) {
  const isReturn = takesBack.has(wish.service);
  if ((isReturn ? returnChannelIds : channelIds).includes(wish.channelId)) return undefined;
  const does = isReturn ? 'take back goods of' : 'serve';
  return reason('CHANNEL_NOT_SERVED', `${name} does not ${does} channel ${wish.channelId}.`);
}

function pilotReason({ pilots, timeZone }: LocationFacts, { service, at }: Wish) {
  const pilot = pilots?.find((known) => known.service === service);
  if (!pilot) return undefined;
  if (!pilot.isIncluded) return reason('PILOT_OFF', `The pilot of ${service} does not include this location.`);
  if (pilot.startsOn === null || pilot.startsOn <= localDay(timeZone, at)) return undefined;
  const starts = `The pilot of ${service} begins on ${pilot.startsOn}.`;
  return reason('PILOT_OFF', starts, instantOf(timeZone, pilot.startsOn));
}

/** A service that is switched off is not paused besides. */
function pauseReason(service: ServiceFacts | undefined, wish: Wish) {
  if (!service?.isEnabled || service.pausedUntil === null || service.pausedUntil <= wish.at) return undefined;
  return reason('SERVICE_PAUSED', `Staff paused ${wish.service}.`, service.pausedUntil);
}

function closedReason(facts: LocationFacts, { service, at }: Wish) {
  if (!needsDoors.has(service)) return undefined;
  const { timeZone } = facts;
  if (facts.openingHours.length === 0 && !isAlwaysOpen(facts)) {
    // Special hours may still open the doors of a shop that has no weekly ones.
    const opening = nextOpening(facts, at);
    if (opening && localDay(timeZone, opening) === localDay(timeZone, at)) return undefined;
    return reason('CLOSED', 'No opening hours are known.', opening && instantOf(timeZone, localDay(timeZone, opening)));
  }
  if (facts.closures.length === 0) return undefined;
  const today = localDay(timeZone, at);
  if (!isShutOn(facts, today)) return undefined;
  const until = firstDayNotShut(facts, today);
  return reason('CLOSED', `Closed until ${until}.`, instantOf(timeZone, until));
}

function sizeReason(service: ServiceFacts | undefined, { units, lines }: Wish) {
  const { maxUnitsPerOrder, maxLinesPerOrder } = service ?? {};
  const tooLarge = (actual: number | null | undefined, limit: number | null | undefined, what: string) => {
    if (actual == null || limit == null || actual <= limit) return undefined;
    const message = `${actual} ${what} were asked for, ${limit} are accepted in one order.`;
    return { ...reason('ORDER_TOO_LARGE', message), limit, actual };
  };
  return tooLarge(units, maxUnitsPerOrder, 'units') ?? tooLarge(lines, maxLinesPerOrder, 'lines');
}

function radiusReason({ radiusKm, distanceKm }: Wish) {
  if (radiusKm == null || (distanceKm != null && distanceKm <= radiusKm)) return undefined;
  const message =
    distanceKm == null ? 'The position is not known.' : `${distanceKm.toFixed(1)} km away, ${radiusKm} km at most.`;
  return { ...reason('OUT_OF_RADIUS', message), limit: radiusKm, actual: distanceKm ?? null };
}

function latenessReason(facts: LocationFacts, service: ServiceFacts | undefined, { at, readyBy }: Wish) {
  if (!readyBy || !service) return undefined;
  const ready = readyAt(facts, service, at);
  if (ready && ready <= readyBy) return undefined;
  return reason('TOO_LATE', ready ? `Ready at ${ready.toISOString()} at the earliest.` : 'Not ready within 62 days.');
}

/**
 * Earliest moment at which the service could be provided: ready time after every reason of known end has ended. Null
 * when a reason is open-ended or the location does not open within 62 days.
 */
export function earliestAt(facts: LocationFacts, wish: Wish): Date | null {
  const service = facts.services.find(({ type }) => type === wish.service);
  if (!service) return null;
  let at = wish.at;
  // Ending one reason may start another: a pause that ends on a closed day. Each turn moves past one of them.
  const stretches = (facts.usedUp?.length ?? 0) + (facts.unitCapacities ? mostStretches : 0);
  for (let turn = 0; turn < facts.closures.length + stretches + 5; turn++) {
    const { isEligible, reasons } = judge(facts, { ...wish, at });
    if (isEligible) return readyAt(facts, service, at);
    const ends = reasons.map(({ until }) => until?.getTime() ?? Number.POSITIVE_INFINITY);
    const last = Math.max(...ends);
    if (last === Number.POSITIVE_INFINITY) return null;
    at = new Date(last);
  }
  return null;
}
