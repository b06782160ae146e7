import type { LocationType } from '@passerelle/eligibility';
import {
  type InvalidInput,
  invalidInput,
  type LimitExceeded,
  limitExceeded,
  ok,
  type Result,
  refuse,
} from '@passerelle/values';
import { readCsv } from './csv.ts';
import { checkDescription, sortBrands } from './description.ts';
import type { Location, PostalAddress } from './location.ts';

export type ImportFormat = 'CSV' | 'GEOJSON';

/** What is wrong with one row. Rows count from 1: lines of a CSV, features of a GeoJSON. */
export type RowError = {
  readonly row: number;
  readonly code: string | null;
  readonly field: string | null;
  readonly message: string;
};

/** A location as a file describes it; what it leaves out is absent. */
export type ImportedLocation = Pick<Location, 'code' | 'name' | 'type' | 'timeZone'> &
  Partial<Pick<Location, 'coordinates' | 'phone' | 'gln' | 'region' | 'brands' | 'closesOnHolidays'>> & {
    readonly row: number;
    readonly address: PostalAddress;
  };

export type Import = { readonly locations: readonly ImportedLocation[]; readonly errors: readonly RowError[] };

const maximumRows = 5000;
const required = ['code', 'name', 'type', 'street', 'city', 'countryCode', 'timeZone'] as const;
const optional = [
  'postalCode',
  'latitude',
  'longitude',
  'phone',
  'gln',
  'region',
  'brands',
  'closesOnHolidays',
] as const;
const known: readonly string[] = [...required, ...optional];
const types: readonly string[] = ['STORE', 'WAREHOUSE', 'THIRD_PARTY_LOGISTICS', 'COLLECTION_POINT'];

type Problem = { readonly field: string | null; readonly message: string };
type Cells = {
  readonly row: number;
  readonly values: Readonly<Record<string, string>>;
  /** What is wrong before any value is read. */
  readonly problems?: readonly Problem[];
};

/** Reads a network out of a file: what is right, and row by row what is not. Refuses what is no such file at all. */
export function readImport(format: ImportFormat, content: string): Result<Import, InvalidInput | LimitExceeded> {
  const rows = format === 'CSV' ? csvRows(content) : geoJsonRows(content);
  if (typeof rows === 'string') return refuse(invalidInput(['content'], rows));
  if (rows.length > maximumRows) {
    return refuse(limitExceeded(['content'], `A file has ${maximumRows} locations at most.`, maximumRows));
  }
  const locations: ImportedLocation[] = [];
  const errors: RowError[] = [];
  const seen = new Map<string, number>();
  for (const cells of rows) {
    const read = readRow(cells);
    const code = cells.values.code ?? null;
    const earlier = code === null ? undefined : seen.get(code);
    const problems = [...read.problems];
    if (earlier !== undefined) problems.push({ field: 'code', message: `Code ${code} is in row ${earlier} already.` });
    if (code !== null) seen.set(code, earlier ?? cells.row);
    errors.push(...problems.map((problem) => ({ row: cells.row, code, ...problem })));
    if (problems.length === 0) locations.push(read.location);
  }
  return ok({ locations, errors });
}

function csvRows(content: string): Cells[] | string {
  const lines = readCsv(content);
  if (!lines) return 'A quote is not closed.';
  const [head, ...records] = lines;
  const names = (head?.fields ?? []).map((name) => name.trim());
  const missing = required.filter((name) => !names.includes(name));
  if (missing.length > 0) return `The first line names the columns; ${missing.join(', ')} are missing.`;
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) return `Nobody knows the columns ${unknown.join(', ')}. Known are ${known.join(', ')}.`;
  const repeated = names.filter((name, index) => names.indexOf(name) < index);
  if (repeated.length > 0) return `The first line names ${repeated.join(', ')} twice.`;
  return records.map(({ line, fields }) => ({
    row: line,
    values: filled(names.map((name, index) => [name, fields[index] ?? ''])),
  }));
}

type Feature = {
  readonly geometry?: { readonly type?: string; readonly coordinates?: unknown } | null;
  readonly properties?: Readonly<Record<string, unknown>> | null;
};

/** RFC 7946: a FeatureCollection of Points, longitude first; properties have the names of the columns of a CSV. */
function geoJsonRows(content: string): Cells[] | string {
  const parsed = parseJson(content) as { type?: unknown; features?: unknown } | undefined;
  if (parsed?.type !== 'FeatureCollection' || !Array.isArray(parsed.features)) {
    return 'The content is not a GeoJSON FeatureCollection.';
  }
  return (parsed.features as readonly (Feature | null)[]).map((feature, index) => {
    const properties = Object.entries(feature?.properties ?? {}).map(([name, value]): [string, string] => [
      name,
      Array.isArray(value) ? value.join('|') : String(value ?? ''),
    ]);
    const point = pointOf(feature?.geometry ?? null);
    const unknown = properties.map(([name]) => name).filter((name) => !known.includes(name));
    return {
      row: index + 1,
      values: filled([...properties, ...(point ?? [])]),
      problems: [
        ...(point ? [] : [{ field: 'geometry', message: 'Give a Point, longitude first, or no geometry.' }]),
        ...unknown.map((field) => ({ field, message: `Nobody knows this. Known are ${known.join(', ')}.` })),
      ],
    };
  });
}

/** The cells of a position, none without a geometry; null when there is one that is no point. */
function pointOf(geometry: Feature['geometry']): [string, string][] | null {
  if (!geometry) return [];
  const { type, coordinates } = geometry;
  if (type !== 'Point' || !Array.isArray(coordinates) || !coordinates.every(Number.isFinite)) return null;
  const [longitude, latitude] = coordinates;
  return longitude === undefined || latitude === undefined
    ? null
    : [
        ['latitude', String(latitude)],
        ['longitude', String(longitude)],
      ];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const filled = (pairs: readonly (readonly [string, string])[]) =>
  Object.fromEntries(pairs.map(([name, value]) => [name, value.trim()]).filter(([, value]) => value !== ''));

function readRow({ row, values, problems: found = [] }: Cells): { location: ImportedLocation; problems: Problem[] } {
  const text = (name: string) => values[name] ?? '';
  const missing = required.filter((name) => values[name] === undefined);
  const problems: Problem[] = [...found, ...missing.map((field) => ({ field, message: 'A value is needed.' }))];
  const check = (isRight: boolean, field: string, message: string) => {
    if (values[field] !== undefined && !isRight) problems.push({ field, message });
  };
  check(types.includes(text('type')), 'type', `A type is one of ${types.join(', ')}.`);
  check(/^[A-Z]{2}$/.test(text('countryCode')), 'countryCode', 'Give the two letters of ISO 3166-1.');
  check(isTimeZone(text('timeZone')), 'timeZone', 'Give an IANA time zone, for example Europe/Paris.');
  check(/^(true|false)$/.test(text('closesOnHolidays')), 'closesOnHolidays', 'Give true or false.');
  const [latitude, longitude] = [values.latitude, values.longitude];
  if ((latitude === undefined) !== (longitude === undefined))
    problems.push({ field: 'latitude', message: 'Give latitude and longitude, or neither.' });
  const { street, city, countryCode, postalCode } = {
    street: text('street'),
    city: text('city'),
    countryCode: text('countryCode'),
    postalCode: values.postalCode,
  };
  const location: ImportedLocation = {
    row,
    code: text('code'),
    name: text('name'),
    type: text('type') as LocationType,
    timeZone: text('timeZone'),
    address: { name: text('name'), lines: street.split('|'), city, countryCode, ...(postalCode && { postalCode }) },
    ...(latitude && longitude && { coordinates: { latitude: Number(latitude), longitude: Number(longitude) } }),
    ...(values.phone && { phone: values.phone }),
    ...(values.gln && { gln: values.gln }),
    ...(values.region && { region: values.region }),
    ...(values.brands && { brands: sortBrands(values.brands.split('|')) }),
    ...(values.closesOnHolidays && { closesOnHolidays: values.closesOnHolidays === 'true' }),
  };
  if (problems.length === 0) {
    for (const { path, message } of checkDescription(location)) {
      problems.push({ field: path?.slice(1).join('.') ?? null, message });
    }
  }
  return { location, problems };
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** A location that is there already, as the file describes it; what the file leaves out stays. */
export const mergeImported = (current: Location, { row, code, type, ...given }: ImportedLocation): Location => ({
  ...current,
  ...given,
  address: { ...current.address, ...given.address },
  countryCode: given.address.countryCode,
});

export const isSame = (a: Location, b: Location): boolean => {
  const text = ({ address, ...rest }: Location) => {
    const sorted = (object: object) => Object.entries(object).sort(([x], [y]) => (x < y ? -1 : 1));
    return JSON.stringify([sorted(rest), sorted(address)]);
  };
  return text(a) === text(b);
};
