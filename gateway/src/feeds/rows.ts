import { isUtf8 } from 'node:buffer';
import { HttpError, scalars } from '@passerelle/server';
import { fieldsOf, type Line } from './lines.ts';

/** What stands on one line: fields by name, or why there are none. */
export type Reading =
  | { readonly ok: true; readonly fields: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly message: string };

export type Format = 'ndjson' | 'csv';

/** Reads one line after the other into fields named as in the graph. */
export type Reader = (line: Line) => Reading;

const camelCase = (name: string) => name.trim().replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());

/** Two names that differ in a letter nobody can read would count as one. */
const notUtf8: Reading = { ok: false, message: 'The line is not UTF-8.' };

export const readJson: Reader = ({ bytes, text }) => {
  if (!isUtf8(bytes)) return notUtf8;
  try {
    const value: unknown = JSON.parse(text);
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      return { ok: true, fields: value as Record<string, unknown> };
    }
  } catch {
    // Told below, like a line that is JSON and no object.
  }
  return { ok: false, message: 'A line is one JSON object.' };
};

/** A reader of CSV, comma or semicolon, whose first line names the columns, in snake_case or camelCase. */
export function csvReader(header: Line): Reader {
  const title = header.text.replace(/^\uFEFF/, '');
  const separator = title.includes(',') ? ',' : ';';
  const names = fieldsOf(title, separator)?.map(camelCase);
  if (!names || new Set(names).size < names.length)
    throw new HttpError(400, 'The first line names the columns, each once.');
  return ({ bytes, text }) => {
    if (!isUtf8(bytes)) return notUtf8;
    const values = fieldsOf(text, separator);
    if (values?.length !== names.length) return { ok: false, message: `A row has ${names.length} fields.` };
    const fields: Record<string, unknown> = {};
    for (const [index, name] of names.entries()) if (values[index] !== '') fields[name] = values[index];
    return { ok: true, fields };
  };
}

type Kind = 'text' | 'integer' | 'flag' | 'instant' | 'reason';
type Field = { readonly kind: Kind; readonly isNeeded?: boolean };
/** Fields by name, in the order in which they are looked at. */
type Shape = readonly (readonly [name: string, field: Field])[];

const shapeOf = (fields: Readonly<Record<string, Field>>): Shape => Object.entries(fields);

export const snapshotShape = shapeOf({
  sku: { kind: 'text', isNeeded: true },
  onHand: { kind: 'integer', isNeeded: true },
  blocked: { kind: 'integer' },
});
export const eventShape = shapeOf({
  eventId: { kind: 'text', isNeeded: true },
  locationId: { kind: 'text', isNeeded: true },
  sku: { kind: 'text', isNeeded: true },
  delta: { kind: 'integer', isNeeded: true },
  reason: { kind: 'reason', isNeeded: true },
  occurredAt: { kind: 'instant' },
  occurredAtLocal: { kind: 'text' },
  orderNumber: { kind: 'text' },
  isTraining: { kind: 'flag' },
  isCancelled: { kind: 'flag' },
  workstation: { kind: 'text' },
  sequence: { kind: 'integer' },
  businessDate: { kind: 'text' },
});

/** The graph's `StockMovementReason`. */
export const reasons = [
  'SALE',
  'RETURN',
  'RECEIPT',
  'ISSUE',
  'COUNT',
  'ADJUSTMENT',
  'DAMAGE',
  'THEFT',
  'TRANSFER_IN',
  'TRANSFER_OUT',
  'SNAPSHOT',
];

const largest = 2 ** 31 - 1;

const parsers: Record<Kind, (value: unknown) => unknown> = {
  text: (value) => (typeof value === 'string' ? value : undefined),
  integer(value) {
    const number = typeof value === 'string' && /^[+-]?\d{1,10}$/.test(value) ? Number(value) : value;
    return typeof number === 'number' && Number.isInteger(number) && Math.abs(number) <= largest ? number : undefined;
  },
  flag: (value) =>
    value === true || value === 'true' ? true : value === false || value === 'false' ? false : undefined,
  instant: (value) => (isInstant(value) ? value : undefined),
  reason: (value) => (reasons.includes(value as string) ? value : undefined),
};

function isInstant(value: unknown): boolean {
  try {
    scalars.DateTime.parseValue(value);
    return true;
  } catch {
    return false;
  }
}

const said: Record<Kind, string> = {
  text: 'text',
  integer: 'a whole number',
  flag: 'true or false',
  instant: 'a moment such as 2026-11-22T10:30:00Z, with a zone offset',
  reason: `one of ${reasons.join(', ')}`,
};

/** Takes the fields of a shape and leaves others; a field of the wrong kind would make the graph refuse its whole chunk. */
export function shaped(reading: Reading, shape: Shape): Reading {
  if (!reading.ok) return reading;
  const fields: Record<string, unknown> = {};
  for (const [name, { kind, isNeeded }] of shape) {
    const value = reading.fields[name];
    if (value === undefined || value === null) {
      if (isNeeded) return { ok: false, message: `${name} is missing.` };
      continue;
    }
    const parsed = parsers[kind](value);
    if (parsed === undefined) {
      return { ok: false, message: `${name} is ${said[kind]}, not ${JSON.stringify(value).slice(0, 50)}.` };
    }
    fields[name] = parsed;
  }
  return { ok: true, fields };
}
