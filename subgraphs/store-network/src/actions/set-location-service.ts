import { invalidState, ok, refuse } from '@passerelle/values';
import type { ActionContext } from '../context.ts';
import { type LocationService, type ServiceSettings, settle } from '../domain/service.ts';
import { findService, saveService } from '../storage/services.ts';
import { changeLocation } from './location-write.ts';

export type SetServiceInput = ServiceSettings & { readonly locationId: string; readonly expectedVersion: number };

/** Switches one service on or off and sets its limits. */
export const setLocationService = (context: ActionContext, input: SetServiceInput) =>
  changeLocation<LocationService, SetServiceInput>(
    context,
    {
      action: 'setLocationService',
      field: 'locationId',
      locationId: input.locationId,
      expectedVersion: input.expectedVersion,
      input,
    },
    async (tx, { id, status, timeZone }) => {
      if (status === 'RETIRED') return refuse(invalidState('The location is gone for good.', status));
      const current = await findService(tx, id, input.type);
      const settled = settle(input, current);
      if (!settled.ok) return settled;
      await saveService(tx, id, input.type, settled.value);
      return ok({
        ...settled.value,
        type: input.type,
        locationId: id,
        timeZone,
        pausedUntil: current?.pausedUntil ?? null,
      });
    },
  );
