import { type InvalidInput, invalidInput } from './refusals.ts';
import { ok, type Result, refuse } from './result.ts';

/** The window a connection was asked for: rows after (or before) a sort key, in a direction. */
export type PageArguments = {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
};

export type Key = readonly (string | number | null)[];
export type PageWindow = {
  readonly size: number;
  readonly backwards: boolean;
  readonly after: Key | null;
  readonly before: Key | null;
};

/** What a part of a list's key looks like in its cursors; `instant` as PostgreSQL or JavaScript writes it. */
export type KeyPart = 'text' | 'number' | 'integer' | 'bigint' | 'instant';

const isText = (form: RegExp) => (part: unknown) => typeof part === 'string' && form.test(part);
const isOf: Record<KeyPart, (part: unknown) => boolean> = {
  text: (part) => typeof part === 'string' && !part.includes('\0'),
  number: (part) => typeof part === 'number',
  integer: (part) => part === Number(part) && part === (part | 0),
  bigint: isText(/^-?\d{1,18}$/),
  instant: isText(/^(-?infinity|\d{4,6}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d(:\d\d){0,2}))$/),
};

export const encodeCursor = (key: Key) => Buffer.from(JSON.stringify(key)).toString('base64url');

function decodeCursor(cursor: string): Key | undefined {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(key) ? key : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Reads the four paging arguments. Refuses sizes outside 1..maximum, `first` together with `last`, and a cursor whose
 * parts no row of a list with this key could have.
 */
export function readPage(
  page: PageArguments,
  { key: forms, standard = 20, maximum }: { key: readonly KeyPart[]; standard?: number; maximum: number },
): Result<PageWindow, InvalidInput> {
  if (page.first != null && page.last != null) {
    return refuse(invalidInput(['last'], 'Give `first` or `last`, not both.'));
  }
  const size = page.first ?? page.last ?? standard;
  if (size < 1 || size > maximum) {
    return refuse(invalidInput([page.last == null ? 'first' : 'last'], `A page has 1 to ${maximum} items.`));
  }
  const keys: { after: Key | null; before: Key | null } = { after: null, before: null };
  for (const side of ['after', 'before'] as const) {
    const text = page[side];
    if (text == null) continue;
    const key = decodeCursor(text);
    const isOfThisList = key?.length === forms.length && forms.every((form, index) => isOf[form](key[index]));
    if (!isOfThisList) return refuse(invalidInput([side], 'This cursor is not one of this list.'));
    keys[side] = key;
  }
  return ok({ size, backwards: page.last != null, ...keys });
}

export type Connection<T> = {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly nodes: readonly T[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
};

/**
 * Makes a connection of rows fetched with one more than the window's size, in the order they were fetched
 * (reversed when the window runs backwards).
 */
export function toConnection<T>(rows: readonly T[], window: PageWindow, keyOf: (row: T) => Key): Connection<T> {
  const more = rows.length > window.size;
  const kept = rows.slice(0, window.size);
  const nodes = window.backwards ? kept.reverse() : kept;
  const edges = nodes.map((node) => ({ cursor: encodeCursor(keyOf(node)), node }));
  return {
    edges,
    nodes,
    pageInfo: {
      hasNextPage: window.backwards ? window.before !== null : more,
      hasPreviousPage: window.backwards ? more : window.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
