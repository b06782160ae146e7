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
  readonly version: number;
};

/** Locations added and removed in one call, together. */
export const maximumLocationChanges = 500;
