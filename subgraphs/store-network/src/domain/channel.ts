import { type InvalidInput, invalidInput } from '@passerelle/values';

export type ChannelType = 'ECOMMERCE' | 'RETAIL' | 'MARKETPLACE' | 'WHOLESALE' | 'REPLENISHMENT';

/** A place where orders are born. */
export type Channel = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly type: ChannelType;
  readonly currency: string;
  readonly defaultLocale: string;
  readonly shipsTo: string[];
  readonly isActive: boolean;
  /** The retailer's own names for parts of its market; null when it belongs to none. */
  readonly region: string | null;
  readonly brand: string | null;
  readonly version: number;
};

/** Locations added and removed in one call, together. */
export const maximumLocationChanges = 500;

/** What is wrong with names of a region or brand; absent ones are right. */
export function checkMarket(names: {
  readonly region?: string | null;
  readonly brand?: string | null;
}): InvalidInput[] {
  return (['region', 'brand'] as const).flatMap((field) => {
    const name = names[field];
    if (name == null || (name.trim() !== '' && name.length <= 100)) return [];
    return [invalidInput([field], 'A name of a region or brand has 1 to 100 characters.')];
  });
}
