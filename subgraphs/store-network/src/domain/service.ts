import type { LocationStatus, ServiceFacts, ServiceType } from '@passerelle/eligibility';
import {
  durationMinutes,
  formatDuration,
  type InvalidInput,
  type InvalidState,
  invalidInput,
  invalidState,
  ok,
  type Result,
  refuse,
} from '@passerelle/values';
import type { NetworkRefusal } from './refusals.ts';

/** One service at one location, with what is needed to tell its day. */
export type LocationService = ServiceFacts & {
  readonly locationId: string;
  readonly timeZone: string;
  /** What capacities count. */
  readonly capacityUnit: CapacityUnit;
  readonly dailyCapacity: number | null;
  /** Parts of the day with capacities of their own, in order. */
  readonly capacityWindows: CapacityWindow[];
  readonly maxLinesPerOrder: number | null;
};

export type CapacityUnit = 'ORDERS' | 'UNITS';
/** Times of the location's wall clock, `HH:mm`; `23:59` as the end means midnight. */
export type CapacityWindow = { readonly opensAt: string; readonly closesAt: string; readonly capacity: number };

/** How a service is wanted. A field left out stays as it is, null clears it. */
export type ServiceSettings = {
  readonly type: ServiceType;
  readonly isEnabled: boolean;
  readonly preparationTime: string;
  readonly dailyCapacity?: number | null;
  readonly cutOff?: string | null;
  readonly maxUnitsPerOrder?: number | null;
  readonly maxLinesPerOrder?: number | null;
  readonly capacityUnit?: CapacityUnit | null;
  readonly capacityWindows?: readonly CapacityWindow[] | null;
};

export type StoredSettings = Pick<
  LocationService,
  | 'isEnabled'
  | 'preparationMinutes'
  | 'capacityUnit'
  | 'dailyCapacity'
  | 'capacityWindows'
  | 'cutOff'
  | 'maxUnitsPerOrder'
  | 'maxLinesPerOrder'
>;

/** Preparation beyond this could never be ready: nothing is looked for further ahead. */
const longestPreparationMinutes = 62 * 24 * 60;
const largestLimit = 1_000_000;

/** The service as it will be, or what is wrong with the settings. */
export function settle(
  settings: ServiceSettings,
  current: StoredSettings | undefined,
): Result<StoredSettings, InvalidInput> {
  const refusals: InvalidInput[] = [];
  const preparationMinutes = durationMinutes(settings.preparationTime) ?? Number.POSITIVE_INFINITY;
  if (preparationMinutes > longestPreparationMinutes) {
    const longest = formatDuration(longestPreparationMinutes);
    refusals.push(invalidInput(['preparationTime'], `Preparation takes ${longest} at most.`));
  }
  for (const field of ['dailyCapacity', 'maxUnitsPerOrder', 'maxLinesPerOrder'] as const) {
    const limit = settings[field];
    if (limit == null || (limit >= 1 && limit <= largestLimit)) continue;
    refusals.push(
      invalidInput(
        [field],
        `Give 1 to ${largestLimit}, or null for no limit. To take no orders, switch the service off.`,
      ),
    );
  }
  refusals.push(...checkWindows(settings.capacityWindows ?? []));
  if (refusals.length > 0) return refuse(...refusals);
  const kept = <T>(wanted: T | undefined, stored: T | undefined) => (wanted === undefined ? stored : wanted) ?? null;
  return ok({
    isEnabled: settings.isEnabled,
    preparationMinutes,
    dailyCapacity: kept(settings.dailyCapacity, current?.dailyCapacity),
    cutOff: kept(settings.cutOff, current?.cutOff),
    maxUnitsPerOrder: kept(settings.maxUnitsPerOrder, current?.maxUnitsPerOrder),
    maxLinesPerOrder: kept(settings.maxLinesPerOrder, current?.maxLinesPerOrder),
    capacityUnit: settings.capacityUnit ?? current?.capacityUnit ?? 'ORDERS',
    capacityWindows: [...(kept(settings.capacityWindows, current?.capacityWindows) ?? [])].sort(byTime),
  });
}

const byTime = (a: CapacityWindow, b: CapacityWindow) => (a.opensAt < b.opensAt ? -1 : 1);
const maximumWindows = 48;

function checkWindows(windows: readonly CapacityWindow[]): InvalidInput[] {
  if (windows.length > maximumWindows) {
    return [invalidInput(['capacityWindows'], `A day has ${maximumWindows} windows at most.`)];
  }
  return windows.flatMap(({ opensAt, closesAt, capacity }, index) => {
    const path = ['capacityWindows', index];
    if (opensAt >= closesAt) return [invalidInput([...path, 'closesAt'], 'A window ends after it begins.')];
    if (capacity < 1 || capacity > largestLimit)
      return [invalidInput([...path, 'capacity'], `Give 1 to ${largestLimit}.`)];
    const overlaps = windows.slice(0, index).some((other) => opensAt < other.closesAt && other.opensAt < closesAt);
    return overlaps ? [invalidInput(path, 'Windows of a day do not overlap.')] : [];
  });
}

const longestPauseMs = 7 * 24 * 60 * 60 * 1000;

export type Pause = { readonly until: Date; readonly reason: string };

/** Whether staff may pause the service until then. Pausing again moves the end. */
export function checkPause(
  { status, service }: { status: LocationStatus; service: LocationService },
  { until, reason }: Pause,
  now: Date,
): Result<null, NetworkRefusal> {
  const refusals: NetworkRefusal[] = [];
  if (until <= now || until.getTime() - now.getTime() > longestPauseMs) {
    refusals.push(invalidInput(['until'], 'A pause ends in the future, seven days ahead at most.'));
  }
  if (reason.trim() === '' || reason.length > 500) {
    refusals.push(invalidInput(['reason'], 'Give a reason of 1 to 500 characters.'));
  }
  if (status === 'RETIRED') refusals.push(invalidState('The location is gone for good.', status));
  if (!service.isEnabled)
    refusals.push(invalidState('The service is switched off; there is nothing to pause.', 'DISABLED'));
  return refusals.length === 0 ? ok(null) : refuse(...refusals);
}

/** Whether there is a pause to end. */
export function checkResume({ pausedUntil }: LocationService, now: Date): Result<null, InvalidState> {
  if (pausedUntil !== null && pausedUntil > now) return ok(null);
  return refuse(invalidState('The service is not paused.', 'NOT_PAUSED'));
}
