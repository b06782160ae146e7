import type { PilotFacts, ServiceType } from '@passerelle/eligibility';
import {
  type InvalidInput,
  type InvalidState,
  invalidInput,
  invalidState,
  type NotFound,
  ok,
  type Result,
  refuse,
} from '@passerelle/values';
import { unknownIds } from './refusals.ts';

/** Running: on where it is included. Promoted: on wherever the service is. Rolled back: off everywhere. */
export type PilotState = 'RUNNING' | 'PROMOTED' | 'ROLLED_BACK';

/** A service tried at some locations: by list, by region or by share; one of the three is enough. */
export type Pilot = {
  readonly id: string;
  readonly name: string;
  readonly service: ServiceType;
  readonly state: PilotState;
  /** First local day; null from the start. */
  readonly startsOn: string | null;
  readonly sharePercent: number | null;
  readonly locationIds: string[];
  readonly regions: string[];
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

type Place = { readonly id: string; readonly region: string | null };

/**
 * A number from 0 to 99.99 that depends on nothing but the two ids: FNV-1a, mixed by the finalizer of
 * MurmurHash3 so that ids that differ in their last digit are spread. A location below a share stays below a larger one.
 */
export function bucketOf(pilotId: string, locationId: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(`${pilotId}/${locationId}`)) hash = Math.imul(hash ^ byte, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (((hash ^ (hash >>> 16)) >>> 0) % 10_000) / 100;
}

/** Whether a pilot switches its service on at a location, once it has begun. */
export const includes = (pilot: Pilot, { id, region }: Place): boolean =>
  pilot.state === 'RUNNING' &&
  (pilot.locationIds.includes(id) ||
    (region !== null && pilot.regions.includes(region)) ||
    (pilot.sharePercent !== null && bucketOf(pilot.id, id) < pilot.sharePercent));

/** What pilots mean for a location; promoted ones mean nothing any more. */
export const pilotFactsOf = (pilots: readonly Pilot[], place: Place): PilotFacts[] =>
  pilots
    .filter(({ state }) => state !== 'PROMOTED')
    .map((pilot) => ({ service: pilot.service, isIncluded: includes(pilot, place), startsOn: pilot.startsOn }));

type Maybe<T> = T | null | undefined;
export type PilotWish = {
  readonly name?: Maybe<string>;
  readonly startsOn?: Maybe<string>;
  readonly sharePercent?: Maybe<number>;
  readonly locationIds?: Maybe<readonly string[]>;
  readonly regions?: Maybe<readonly string[]>;
};
export type NewPilotWish = PilotWish & { readonly name: string; readonly service: ServiceType };

const largestList = 5000;

function checkWish({ name, sharePercent, locationIds, regions }: PilotWish, known: ReadonlySet<string>) {
  const problems: (InvalidInput | NotFound)[] = [];
  if (name != null && (name.trim() === '' || name.length > 200))
    problems.push(invalidInput(['name'], 'A name has 1 to 200 characters.'));
  if (sharePercent != null && (sharePercent < 0 || sharePercent > 100))
    problems.push(invalidInput(['sharePercent'], 'A share is 0 to 100 percent.'));
  for (const [field, list] of Object.entries({ locationIds, regions })) {
    if ((list?.length ?? 0) > largestList) problems.push(invalidInput([field], `Give ${largestList} at most.`));
  }
  if (problems.length === 0) problems.push(...unknownIds('location', locationIds ?? [], known, ['locationIds']));
  return problems;
}

/** A pilot that runs at once, or from its first day on. `known` are the locations it names that there are. */
export function toNewPilot(
  wish: NewPilotWish,
  id: string,
  now: Date,
  known: ReadonlySet<string>,
): Result<Pilot, InvalidInput | NotFound> {
  const problems = checkWish(wish, known);
  if (problems.length > 0) return refuse(...problems);
  return ok({
    id,
    name: wish.name,
    service: wish.service,
    state: 'RUNNING',
    startsOn: wish.startsOn ?? null,
    sharePercent: wish.sharePercent ?? null,
    locationIds: [...(wish.locationIds ?? [])],
    regions: [...(wish.regions ?? [])],
    version: 1,
    createdAt: now,
    updatedAt: now,
  });
}

/** The pilot as it will be; what is left out stays, null clears. */
export function changePilot(
  pilot: Pilot,
  wish: PilotWish,
  now: Date,
  known: ReadonlySet<string>,
): Result<Pilot, InvalidInput | InvalidState | NotFound> {
  if (pilot.state === 'PROMOTED') return refuse(invalidState('The pilot is over.', pilot.state));
  const problems = checkWish(wish, known);
  if (problems.length > 0) return refuse(...problems);
  return ok({
    ...pilot,
    name: wish.name ?? pilot.name,
    startsOn: wish.startsOn === undefined ? pilot.startsOn : wish.startsOn,
    sharePercent: wish.sharePercent === undefined ? pilot.sharePercent : wish.sharePercent,
    locationIds: wish.locationIds === undefined ? pilot.locationIds : [...(wish.locationIds ?? [])],
    regions: wish.regions === undefined ? pilot.regions : [...(wish.regions ?? [])],
    version: pilot.version + 1,
    updatedAt: now,
  });
}

const allowedMoves: Record<PilotState, readonly PilotState[]> = {
  RUNNING: ['PROMOTED', 'ROLLED_BACK'],
  PROMOTED: ['ROLLED_BACK'],
  ROLLED_BACK: ['RUNNING', 'PROMOTED'],
};

/** Promotes a pilot, rolls it back or runs it again. What it already is, it stays. */
export function movePilot(
  pilot: Pilot,
  state: PilotState,
  others: readonly Pilot[],
  now: Date,
): Result<Pilot, InvalidState> {
  if (!allowedMoves[pilot.state].includes(state)) {
    return refuse(invalidState(`The pilot is ${pilot.state} already.`, pilot.state));
  }
  const rival =
    state === 'PROMOTED'
      ? undefined
      : rivalOf(
          pilot.service,
          others.filter(({ id }) => id !== pilot.id),
        );
  if (rival) return refuse(rival);
  return ok({ ...pilot, state, version: pilot.version + 1, updatedAt: now });
}

/** Two pilots of one service would contradict each other. */
export function rivalOf(service: ServiceType, pilots: readonly Pilot[]): InvalidState | undefined {
  const rival = pilots.find((pilot) => pilot.service === service && pilot.state !== 'PROMOTED');
  if (!rival) return undefined;
  return invalidState(`Pilot ${rival.id} of ${service} is not over. Promote it first.`, rival.state, ['service']);
}
