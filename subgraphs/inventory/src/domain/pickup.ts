import type { Connection, IneligibilityReason } from '@passerelle/values';
import type { KnownLocation } from './network.ts';

/** A cart line, in units. */
export type WantedLine = { readonly sku: string; readonly quantity: number };

export type OfferedLine = {
  readonly sku: string;
  readonly requestedQuantity: number;
  /** At most the quantity asked for. */
  readonly availableQuantity: number;
};

export type Completeness = 'COMPLETE' | 'PARTIAL' | 'NONE';

/** A store checked for a cart. */
export type StoreOffer = {
  readonly location: KnownLocation;
  /** Kilometres from the shopper; null when no point was given or the store's is unknown. */
  readonly distanceKm: number | null;
  readonly fulfillment: Completeness;
  readonly items: readonly OfferedLine[];
  /** Null when the store cannot. */
  readonly readyAt: Date | null;
  readonly reasons: readonly IneligibilityReason[];
};

export type StorePage = Connection<StoreOffer>;
