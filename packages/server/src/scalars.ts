import { durationMinutes } from '@passerelle/values';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { Recent } from './recent.ts';

/** A scalar that travels as text: `parse` reads what a caller sends and throws on what it cannot read. */
function textScalar<T>(name: string, parse: (text: string) => T, write: (value: unknown) => string = String) {
  const read = (value: unknown): T => {
    if (typeof value !== 'string') throw new GraphQLError(`${name} must be a string.`);
    return parse(value);
  };
  return new GraphQLScalarType<T, string>({
    name,
    serialize: write,
    parseValue: read,
    parseLiteral(node) {
      if (node.kind !== Kind.STRING) throw new GraphQLError(`${name} must be a string.`, { nodes: node });
      return read(node.value);
    },
  });
}

const matching = (name: string, pattern: RegExp, example: string) =>
  textScalar(name, (text) => {
    if (!pattern.test(text)) throw new GraphQLError(`${name} must look like ${example}.`);
    return text;
  });

function checked(name: string, isValid: (text: string) => boolean, example: string) {
  return textScalar(name, (text) => {
    if (!isValid(text)) throw new GraphQLError(`${name} must look like ${example}.`);
    return text;
  });
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/i;

function parseInstant(text: string): Date {
  const date = new Date(text);
  if (!instant.test(text) || Number.isNaN(date.getTime())) {
    throw new GraphQLError('DateTime must look like 2026-11-22T10:30:00Z, with a zone offset.');
  }
  return date;
}

/** Instants written last, by their milliseconds: writing one anew takes 2 µs, and stores of one town are ready at the same. */
const instants = new Recent<number, string>(1000);

function instantText(value: unknown): string {
  const date = value instanceof Date ? value : new Date(value as string);
  const known = instants.get(date.getTime());
  if (known !== undefined) return known;
  const text = date.toISOString();
  instants.set(date.getTime(), text);
  return text;
}

/** A name, not an offset: `+01:00` is a zone to ECMAScript and means the opposite to PostgreSQL. */
function isZone(text: string): boolean {
  if (!/^[a-z]/i.test(text)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: text }));
  } catch {
    return false;
  }
}

function isLocale(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

const isDay = (text: string) => {
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

/** Resolvers of the graph's own scalars; each subgraph takes those its SDL declares. */
export const scalars = {
  DateTime: textScalar('DateTime', parseInstant, instantText),
  Date: checked('Date', isDay, '2026-11-22'),
  LocalTime: matching('LocalTime', /^([01]\d|2[0-3]):[0-5]\d$/, '09:30'),
  Duration: checked('Duration', (text) => durationMinutes(text) !== undefined, 'PT2H or P3D'),
  Decimal: matching('Decimal', /^-?\d+(\.\d+)?$/, '12.90'),
  CurrencyCode: matching('CurrencyCode', /^[A-Z]{3}$/, 'EUR'),
  CountryCode: matching('CountryCode', /^[A-Z]{2}$/, 'FR'),
  Locale: checked('Locale', isLocale, 'fr-FR'),
  TimeZone: checked('TimeZone', isZone, 'Europe/Paris'),
  URL: checked('URL', (text) => URL.canParse(text) && text.startsWith('https:'), 'https://example.com/track'),
} as const;
