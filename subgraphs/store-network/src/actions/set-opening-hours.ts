import type { OpeningPeriod } from '@passerelle/eligibility';
import { ok } from '@passerelle/values';
import type { ActionContext } from '../context.ts';
import { checkPeriods } from '../domain/opening-hours.ts';
import { replaceOpeningPeriods } from '../storage/hours.ts';
import { changeLocation } from './location-write.ts';

export type SetHoursInput = {
  readonly locationId: string;
  readonly expectedVersion: number;
  readonly periods: readonly OpeningPeriod[];
};

/** Replaces the weekly opening hours. */
export const setOpeningHours = (context: ActionContext, input: SetHoursInput) =>
  changeLocation<{ id: string }, SetHoursInput>(
    context,
    {
      action: 'setOpeningHours',
      field: 'locationId',
      locationId: input.locationId,
      expectedVersion: input.expectedVersion,
      input,
    },
    async (tx, { id }) => {
      const periods = checkPeriods(input.periods, 'periods');
      if (!periods.ok) return periods;
      await replaceOpeningPeriods(tx, id, periods.value);
      return ok({ id });
    },
  );
