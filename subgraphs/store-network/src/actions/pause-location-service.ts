import type { ServiceType } from '@passerelle/eligibility';
import { notFound, ok, refuse } from '@passerelle/values';
import type { ActionContext } from '../context.ts';
import { checkPause, checkResume, type LocationService } from '../domain/service.ts';
import { findService, savePause } from '../storage/services.ts';
import { changeLocation } from './location-write.ts';

export type PauseInput = {
  readonly locationId: string;
  readonly type: ServiceType;
  readonly until: Date;
  readonly reason: string;
};

/** Staff stop taking new work for a service until a moment. */
export const pauseLocationService = (context: ActionContext, input: PauseInput) =>
  changeLocation<LocationService, PauseInput>(
    context,
    { action: 'pauseLocationService', field: 'locationId', locationId: input.locationId, reason: input.reason, input },
    async (tx, { status }, now) => {
      const service = await findService(tx, input.locationId, input.type);
      if (!service) return refuse(notFound('service', input.type, ['type']));
      const decision = checkPause({ status, service }, input, now);
      if (!decision.ok) return decision;
      await savePause(tx, service, input.until);
      return ok({ ...service, pausedUntil: input.until });
    },
  );

export type ResumeInput = Pick<PauseInput, 'locationId' | 'type'>;

/** Ends a pause at once. */
export const resumeLocationService = (context: ActionContext, input: ResumeInput) =>
  changeLocation<LocationService, ResumeInput>(
    context,
    { action: 'resumeLocationService', field: 'locationId', locationId: input.locationId, input },
    async (tx, _location, now) => {
      const service = await findService(tx, input.locationId, input.type);
      if (!service) return refuse(notFound('service', input.type, ['type']));
      const decision = checkResume(service, now);
      if (!decision.ok) return decision;
      await savePause(tx, service, null);
      return ok({ ...service, pausedUntil: null });
    },
  );
