import type { LocationStatus, LocationType } from '@passerelle/eligibility';
import type { Connection, GeoPoint } from '@passerelle/values';

export type PostalAddress = {
  readonly name?: string | null;
  readonly lines: string[];
  readonly city: string;
  readonly region?: string | null;
  readonly postalCode?: string | null;
  readonly countryCode: string;
  readonly phone?: string | null;
};

export type Attribute = { readonly key: string; readonly value: string };

/** A place that can hold stock or hand it over; its services, hours and closures are kept apart. */
export type Location = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly type: LocationType;
  readonly status: LocationStatus;
  readonly address: PostalAddress;
  readonly coordinates: GeoPoint | null;
  readonly timeZone: string;
  readonly phone: string | null;
  /** GS1 Global Location Number; null when it has none. */
  readonly gln: string | null;
  /** Text by BCP 47 tag. */
  readonly instructions: Readonly<Record<string, string>>;
  readonly attributes: Attribute[];
  /** The retailer's own name for a part of its market; null when it belongs to none. */
  readonly region: string | null;
  /** Brands it carries; sorted. */
  readonly brands: string[];
  /** Closed on the public holidays of its country, unless special hours are written down. */
  readonly closesOnHolidays: boolean;
  /** Of its address. */
  readonly countryCode: string;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

export type LocationPage = Connection<Location>;

/** Who asks: what of it decides on rows. */
export type Viewer = { readonly scopes: ReadonlySet<string>; readonly locationIds: readonly string[] | null };

/** Shops that are gone for good stay in old orders, so those who run the network still see them; shoppers do not. */
export const seesRetired = ({ scopes }: Viewer): boolean =>
  scopes.has('network:read') || [...scopes].some((scope) => scope.startsWith('service:'));

/** A token bound to locations may change those and no other. */
export const mayChange = ({ locationIds }: Viewer, locationId: string): boolean =>
  locationIds === null || locationIds.includes(locationId);

const languageOf = (tag: string) => tag.split('-')[0]?.toLowerCase();

/** Whether the language asked for decides alone which text is shown, so that no channel need be asked for its own. */
export const isSettled = (texts: Readonly<Record<string, string>>, locale: string | null | undefined): boolean =>
  Object.keys(texts).length <= 1 || (locale != null && textIn(texts, locale) !== undefined);

function textIn(texts: Readonly<Record<string, string>>, wanted: string): string | undefined {
  const tags = Object.keys(texts).sort();
  const tag =
    tags.find((known) => known.toLowerCase() === wanted.toLowerCase()) ??
    tags.find((known) => languageOf(known) === languageOf(wanted));
  return tag === undefined ? undefined : texts[tag];
}

/** The text of the first wanted tag that there is: the very tag before its language, then whatever there is. */
export function instructionsIn(
  texts: Readonly<Record<string, string>>,
  wanted: readonly (string | null | undefined)[],
): string | null {
  for (const tag of wanted) {
    const text = tag && textIn(texts, tag);
    if (text) return text;
  }
  const first = Object.keys(texts).sort()[0];
  return first === undefined ? null : (texts[first] ?? null);
}
