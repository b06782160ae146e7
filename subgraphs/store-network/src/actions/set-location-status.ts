import { type LocationStatus, localDay } from '@passerelle/eligibility';
import { ok } from '@passerelle/values';
import type { ActionContext } from '../context.ts';
import { checkStatus } from '../domain/status.ts';
import { countBookedFrom } from '../storage/bookings.ts';
import { saveLocation } from '../storage/locations.ts';
import { changeLocation } from './location-write.ts';

export type SetStatusInput = {
  readonly id: string;
  readonly expectedVersion: number;
  readonly status: LocationStatus;
  readonly reason?: string | null;
};

/** Opens, suspends or retires a location. */
export const setLocationStatus = (context: ActionContext, input: SetStatusInput) =>
  changeLocation<{ id: string }, SetStatusInput>(
    context,
    {
      action: 'setLocationStatus',
      field: 'id',
      locationId: input.id,
      expectedVersion: input.expectedVersion,
      reason: input.reason,
      input,
    },
    async (tx, location, now) => {
      const bookedAhead = await countBookedFrom(tx, location.id, localDay(location.timeZone, now));
      const decision = checkStatus(location.status, input, bookedAhead);
      if (!decision.ok) return decision;
      await saveLocation(tx, { ...location, status: input.status });
      return ok({ id: location.id });
    },
  );
