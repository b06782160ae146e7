import { type Connection, inTransaction } from '@passerelle/database';
import { notFound, type Result, refuse, versionConflict } from '@passerelle/values';
import type { ActionContext } from '../context.ts';
import { type Location, mayChange } from '../domain/location.ts';
import type { NetworkRefusal } from '../domain/refusals.ts';
import { recordChange } from '../storage/changes.ts';
import { lockLocation } from '../storage/locations.ts';

export type LocationWrite<Input> = {
  /** Name of the mutation, for the audit trail. */
  readonly action: string;
  readonly locationId: string;
  /** Field of the input that names the location. */
  readonly field: 'id' | 'locationId';
  /** Version the change is based on; left out when any will do. */
  readonly expectedVersion?: number;
  readonly reason?: string | null;
  readonly input: Input;
};

type Work<T> = (tx: Connection, location: Location, now: Date) => Promise<Result<T, NetworkRefusal>>;

/**
 * The frame of every change of one location: lock it, check who asks and which version was read, do the work, and on
 * success write version, audit trail and feed. A refusal changes nothing.
 */
export async function writeLocation<T, Input>(
  context: ActionContext,
  tx: Connection,
  { action, locationId, field, expectedVersion, reason, input }: LocationWrite<Input>,
  work: Work<T>,
): Promise<Result<T, NetworkRefusal>> {
  const location = mayChange(context.caller, locationId) ? await lockLocation(tx, locationId) : undefined;
  if (!location) return refuse(notFound('location', locationId, [field]));
  if (expectedVersion !== undefined && expectedVersion !== location.version) {
    return refuse(versionConflict(expectedVersion, location.version));
  }
  const now = context.now();
  const result = await work(tx, location, now);
  if (!result.ok) return result;
  const actor = context.caller.subject;
  await recordChange(tx, { locationId, now, action, actor, reason, input });
  return result;
}

/** The same in a transaction of its own. */
export const changeLocation = <T, Input>(
  context: ActionContext,
  write: LocationWrite<Input>,
  work: Work<T>,
): Promise<Result<T, NetworkRefusal>> =>
  inTransaction(context.database, (tx) => writeLocation(context, tx, write, work));
