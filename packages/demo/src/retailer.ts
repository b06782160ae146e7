import type { LocationStatus, LocationType, OpeningPeriod, ServiceType } from '@passerelle/eligibility';
import type { GeoPoint } from '@passerelle/values';
import { makeCatalogue } from './catalogue.ts';
import { makeChannels } from './channels.ts';
import { makeLocations } from './locations.ts';
import { makeLevels } from './stock.ts';
import type { Region } from './towns.ts';

export const brands = ['cordelune', 'maisonnelle'] as const;
/** Cordelune sells fashion, Maisonnelle things for the home. */
export type Brand = (typeof brands)[number];

export type RetailerService = {
  readonly type: ServiceType;
  readonly isEnabled: boolean;
  /** Minutes from the loading until which staff paused it; null when not paused. */
  readonly pausedForMinutes: number | null;
  readonly preparationMinutes: number;
  /** `HH:mm`. */
  readonly cutOff: string | null;
  readonly maxUnitsPerOrder: number | null;
  readonly dailyCapacity: number | null;
};

/** How and when a location's tills report. */
export type RetailerFeed = {
  readonly mode: 'SNAPSHOT' | 'EVENTS' | 'SNAPSHOT_AND_EVENTS';
  readonly freshnessLimitMinutes: number | null;
  /** Hours before the loading since when nothing was heard; 0 for a till that works. */
  readonly silentForHours: number;
};

export type RetailerLocation = {
  /** `loc_` and the code in lower case. */
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly type: LocationType;
  readonly status: LocationStatus;
  readonly brands: readonly Brand[];
  readonly region: Region;
  readonly street: string;
  readonly city: string;
  readonly postalCode: string;
  readonly countryCode: 'FR';
  /** E.164. */
  readonly phone: string;
  readonly position: GeoPoint;
  readonly timeZone: string;
  readonly hours: readonly OpeningPeriod[];
  /** Days from the loading, both included, on which it is closed for works; null when it is not. */
  readonly worksDays: readonly [number, number] | null;
  readonly services: readonly RetailerService[];
  readonly feed: RetailerFeed;
  /** How much of the range it carries, 1 for an average store. */
  readonly weight: number;
  readonly pickupInstructions: string | null;
};

export type RetailerChannel = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly type: 'ECOMMERCE' | 'RETAIL' | 'MARKETPLACE' | 'WHOLESALE';
  readonly locationIds: readonly string[];
};

export type RetailerItem = {
  readonly sku: string;
  readonly gtin: string;
  readonly name: string;
  readonly category: string;
  readonly brand: Brand;
  /** Cents of a euro, taxes included. */
  readonly priceMinor: number;
};

/** Stock of every level in columns, sorted by item and location: ten million fit in memory. */
export type RetailerLevels = {
  readonly count: number;
  /** Index into `items`. */
  readonly item: Int32Array;
  /** Index into `locations`. */
  readonly location: Int32Array;
  /** Units last night. */
  readonly counted: Int32Array;
  /** Units of these that may not be sold. */
  readonly blocked: Int32Array;
  /** Units sold over the counter since. */
  readonly sold: Int32Array;
};

export type RetailerProtection = {
  readonly id: string;
  readonly channelIds: readonly string[];
  readonly locationTypes: readonly LocationType[];
  readonly categories: readonly string[];
  /** One of the two is null. */
  readonly quantity: number | null;
  readonly percent: number | null;
  readonly priority: number;
  readonly reason: string;
};

export type Retailer = {
  readonly seed: number;
  readonly channels: readonly RetailerChannel[];
  /** Warehouses first. */
  readonly locations: readonly RetailerLocation[];
  /** Bestsellers first. */
  readonly items: readonly RetailerItem[];
  readonly levels: RetailerLevels;
  readonly protections: readonly RetailerProtection[];
};

export type RetailerSize = {
  readonly seed?: number;
  readonly stores?: number;
  readonly warehouses?: number;
  readonly skus?: number;
  /** About how many levels; the outcome differs by a few in a hundred, and never exceeds items × locations. */
  readonly levels?: number;
};

/** The demo's retailer, or one of another size. The same arguments give the same retailer, whatever the day. */
export function makeRetailer(size: RetailerSize = {}): Retailer {
  const { seed = 1, stores = 120, warehouses = 3, skus = 5000, levels = 300_000 } = size;
  const locations = makeLocations({ seed, stores, warehouses });
  const items = makeCatalogue({ seed, skus });
  return {
    seed,
    channels: makeChannels(locations),
    locations,
    items,
    levels: makeLevels({ seed, items, locations, levels }),
    protections: makeProtections(),
  };
}

/** Eight stores, two warehouses, forty SKUs: one of everything that matters, quick to load. */
export const smallRetailer = (seed = 1) => makeRetailer({ seed, stores: 8, warehouses: 2, skus: 40, levels: 300 });

const makeProtections = (): RetailerProtection[] => [
  {
    id: 'prt_stores_keep_one',
    channelIds: [],
    locationTypes: ['STORE'],
    categories: [],
    quantity: 1,
    percent: null,
    priority: 0,
    reason: 'The last unit of a store stays on its shelf.',
  },
  {
    id: 'prt_dresses_ten_percent',
    channelIds: [],
    locationTypes: [],
    categories: ['fashion/dresses'],
    quantity: null,
    percent: 10,
    priority: 10,
    reason: 'Dresses sell faster than they are counted.',
  },
  {
    id: 'prt_marketplace_keep_three',
    channelIds: ['chn_marketplace'],
    locationTypes: ['WAREHOUSE'],
    categories: [],
    quantity: 3,
    percent: null,
    priority: 5,
    reason: 'The marketplace fines a cancelled order.',
  },
];
