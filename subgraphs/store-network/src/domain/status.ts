import type { LocationStatus } from '@passerelle/eligibility';
import { invalidInput, invalidState, ok, type Result, refuse } from '@passerelle/values';
import type { NetworkRefusal } from './refusals.ts';

/** Whether a location may take a status. `bookedAhead` counts orders booked for today or later. */
export function checkStatus(
  current: LocationStatus,
  { status, reason }: { readonly status: LocationStatus; readonly reason?: string | null },
  bookedAhead: number,
): Result<null, NetworkRefusal> {
  if ((reason?.length ?? 0) > 500) return refuse(invalidInput(['reason'], 'A reason has 500 characters at most.'));
  if (current === 'RETIRED' && status !== 'RETIRED') {
    return refuse(invalidState('The location is gone for good. Create a new one.', current, ['status']));
  }
  if (status === 'PLANNED' && current !== 'PLANNED') {
    return refuse(invalidState('The location was open before. Set it INACTIVE.', current, ['status']));
  }
  if (status === 'RETIRED' && bookedAhead > 0) {
    const message = `${bookedAhead} orders are booked for today or later. Set it INACTIVE until they are done.`;
    return refuse(invalidState(message, current, ['status']));
  }
  return ok(null);
}
