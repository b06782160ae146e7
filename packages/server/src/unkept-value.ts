import { ServiceError } from './services.ts';

type Cause = { readonly code?: unknown; readonly detail?: unknown; readonly cause?: unknown };

/** What a client's value was when PostgreSQL answers so, by its SQLSTATE. */
function kindOf(error: Cause): 'TIME' | 'LONG' | 'TEXT' | 'REFUSED' | undefined {
  switch (error.code) {
    // A moment before the year 1 or after the year 9999, which no time zone takes.
    case '22008':
    case '22009':
      return 'TIME';
    // More than an index takes.
    case '54000':
      return 'LONG';
    // A NUL in a text, and in JSON.
    case '22021':
    case '22P05':
      return 'TEXT';
    // Half of a surrogate pair in JSON is one of many things that this state is about.
    case '22P02':
      return /surrogate/.test(String(error.detail)) ? 'TEXT' : undefined;
    default:
      // A neighbour was handed the value, and refused it.
      return error instanceof ServiceError && error.code === 'BAD_USER_INPUT' ? 'REFUSED' : undefined;
  }
}

const isOdd = (text: string) => text.includes('\0') || !text.isWellFormed();
/** An index takes 2 704 bytes. */
const isLong = (text: string) => text.length > 1000;

/** Where in the variables such a text is: `input.lines.0.sku`. */
function placeOf(isSuch: (text: string) => boolean, value: unknown, path = ''): string | undefined {
  if (typeof value === 'string') return isSuch(value) ? path : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, each] of Object.entries(value)) {
    const place = placeOf(isSuch, each, path === '' ? name : `${path}.${name}`);
    if (place) return place;
  }
  return undefined;
}

/**
 * What to tell a client whose operation failed because of a value that cannot be kept, with its name where it came in a
 * variable; undefined when something else was the matter.
 */
export function sayUnkeptValue(error: unknown, variables: unknown): string | undefined {
  for (let each = error as Cause | null | undefined; typeof each === 'object' && each; each = each.cause as Cause) {
    const kind = kindOf(each);
    if (kind === undefined) continue;
    if (kind === 'TIME') return 'A moment of this operation is too far away: name one of the years 1 to 9998.';
    const place = placeOf(kind === 'LONG' ? isLong : isOdd, variables);
    if (kind === 'REFUSED' && !place) return undefined;
    const text = place ? `\`${place}\`` : 'A text of this operation';
    return kind === 'LONG'
      ? `${text} is too long: give 1000 characters at most.`
      : `${text} holds a NUL character or half of a surrogate pair, which cannot be kept: leave it out.`;
  }
  return undefined;
}
