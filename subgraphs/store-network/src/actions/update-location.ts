import { invalidInput, ok, refuse } from '@passerelle/values';
import type { ActionContext } from '../context.ts';
import { checkDescription, type Description, mergeAttributes, sortBrands } from '../domain/description.ts';
import { findGlnHolder, saveLocation } from '../storage/locations.ts';
import { changeLocation } from './location-write.ts';

export type UpdateLocationInput = Omit<Description, 'code'> & {
  readonly id: string;
  readonly expectedVersion: number;
  readonly timeZone?: string | null;
};

/** Changes what is said about a location; what is left out stays. */
export const updateLocation = (context: ActionContext, input: UpdateLocationInput) =>
  changeLocation<{ id: string }, UpdateLocationInput>(
    context,
    {
      action: 'updateLocation',
      field: 'id',
      locationId: input.id,
      expectedVersion: input.expectedVersion,
      input,
    },
    async (tx, location) => {
      const problems = checkDescription(input);
      if (problems.length > 0) return refuse(...problems);
      const taken = input.gln ? await findGlnHolder(tx, input.gln) : undefined;
      if (taken !== undefined && taken !== location.id) {
        return refuse(invalidInput(['gln'], `GLN ${input.gln} names another location.`));
      }
      await saveLocation(tx, {
        ...location,
        name: input.name ?? location.name,
        address: input.address ?? location.address,
        coordinates: input.coordinates ?? location.coordinates,
        timeZone: input.timeZone ?? location.timeZone,
        phone: input.phone ?? location.phone,
        attributes: mergeAttributes(location.attributes, input.attributes ?? []),
        region: input.region === undefined ? location.region : input.region,
        gln: input.gln === undefined ? location.gln : input.gln,
        closesOnHolidays: input.closesOnHolidays ?? location.closesOnHolidays,
        brands: input.brands ? sortBrands(input.brands) : location.brands,
      });
      return ok({ id: location.id });
    },
  );
