import { inTransaction, oncePerKey } from '@passerelle/database';
import type { LocationType } from '@passerelle/eligibility';
import { type GeoPoint, invalidInput, newId, ok, type Result, refuse } from '@passerelle/values';
import type { ActionContext } from '../context.ts';
import { checkDescription, type Description, mergeAttributes, sortBrands } from '../domain/description.ts';
import type { Location, PostalAddress } from '../domain/location.ts';
import type { NetworkRefusal } from '../domain/refusals.ts';
import { insertChange } from '../storage/changes.ts';
import { recordFacts } from '../storage/facts.ts';
import { insertLocation } from '../storage/locations.ts';

export type CreateLocationInput = Description & {
  readonly idempotencyKey: string;
  readonly code: string;
  readonly name: string;
  readonly type: LocationType;
  readonly address: PostalAddress;
  readonly coordinates?: GeoPoint | null;
  readonly timeZone: string;
};

/** Creates a location in status PLANNED, once per key. */
export const createLocation = (context: ActionContext, input: CreateLocationInput) =>
  inTransaction(context.database, (tx) =>
    oncePerKey<{ id: string }, NetworkRefusal>(
      tx,
      { client: context.caller.subject, operation: 'createLocation', key: input.idempotencyKey, input },
      async (): Promise<Result<{ id: string }, NetworkRefusal>> => {
        const problems = checkDescription(input);
        if (problems.length > 0) return refuse(...problems);
        const now = context.now();
        const location = toNewLocation(input, now);
        if (!(await insertLocation(tx, location))) {
          return refuse(invalidInput(['code'], `Code ${input.code} or its GLN is taken. Choose another.`));
        }
        const change = { action: 'createLocation', actor: context.caller.subject, input };
        await insertChange(tx, location.id, change, now);
        await recordFacts(tx, [location.id], now);
        return ok({ id: location.id });
      },
    ),
  );

const toNewLocation = (
  { code, name, type, address, coordinates, timeZone, attributes, region, brands, ...rest }: CreateLocationInput,
  now: Date,
): Location => ({
  id: newId('location', now),
  code,
  name,
  type,
  status: 'PLANNED',
  address,
  coordinates: coordinates ?? null,
  timeZone,
  phone: null,
  instructions: {},
  attributes: mergeAttributes([], attributes ?? []),
  region: region ?? null,
  brands: sortBrands(brands ?? []),
  gln: rest.gln ?? null,
  closesOnHolidays: rest.closesOnHolidays ?? false,
  countryCode: address.countryCode,
  version: 1,
  createdAt: now,
  updatedAt: now,
});
