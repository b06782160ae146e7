import { localDay } from '@passerelle/eligibility';
import { notFound, ok, refuse } from '@passerelle/values';
import type { ActionContext } from '../context.ts';
import { checkRemoval } from '../domain/closure.ts';
import { findClosures, removeClosure as remove } from '../storage/hours.ts';
import { changeLocation } from './location-write.ts';

export type RemoveClosureInput = { readonly locationId: string; readonly closureId: string };

/** Removes a closure that has not ended. */
export const removeClosure = (context: ActionContext, input: RemoveClosureInput) =>
  changeLocation<{ id: string }, RemoveClosureInput>(
    context,
    { action: 'removeClosure', field: 'locationId', locationId: input.locationId, input },
    async (tx, { id, timeZone }, now) => {
      const closure = (await findClosures(tx, [id])).find((stored) => stored.id === input.closureId);
      if (!closure) return refuse(notFound('closure', input.closureId, ['closureId']));
      const decision = checkRemoval(closure, localDay(timeZone, now));
      if (!decision.ok) return decision;
      await remove(tx, closure.id);
      return ok({ id });
    },
  );
