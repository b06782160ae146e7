import {
  type InvalidInput,
  invalidInput,
  type Key,
  ok,
  type PageArguments,
  type PageWindow,
  type Result,
  readPage,
  refuse,
} from '@passerelle/values';
import type { Connection, Fragment } from './connect.ts';

/** One sort key: SQL of ours, never a caller's; `type` is what its text is cast back to. It must not be null. */
export type SortKey = {
  readonly name: string;
  readonly sql: string;
  readonly type: 'text' | 'timestamptz' | 'bigint';
  readonly isDescending: boolean;
};

export type Keyset = {
  readonly window: PageWindow;
  /** Extra columns of the select, each after a comma: `k0`, `k1`, … as text. */
  readonly columns: Fragment;
  /** Conditions, each starting with `and`. */
  readonly conditions: Fragment;
  readonly orderBy: Fragment;
  /** The cursor's parts, of a row that was selected with the extra columns. */
  readonly keyOf: (row: object) => Key;
};

const maximumPage = 100;

/**
 * Paging by keys: rows after (or before) the ones of a cursor, in a given order that ends on a unique key. A cursor
 * carries the order it was made for and is refused with another; a page has 1 to 100 rows.
 */
export function keysetOf(
  { sql }: Connection,
  keys: readonly SortKey[],
  page: PageArguments,
): Result<Keyset, InvalidInput> {
  const parts = keys.map(({ type }) => (type === 'timestamptz' ? 'instant' : type));
  const read = readPage(page, { key: ['text', ...parts], maximum: maximumPage });
  if (!read.ok) return read;
  const window = read.value;
  const order = keys.map(({ name, isDescending }) => `${name}${isDescending ? '-' : '+'}`).join(',');
  const problem = cursorProblem(window, order);
  if (problem) return refuse(problem);

  const joined = (parts: readonly Fragment[]) => parts.reduce((all, one) => sql`${all} ${one}`, sql``);
  const compared = ({ sql: column, type }: SortKey, sign: string, value: Key[number] | undefined) =>
    sql`${sql.unsafe(column)} ${sql.unsafe(sign)} ${String(value)}::text::${sql.unsafe(type)}`;
  /** Of equal beginnings, the first key that differs decides. */
  const beyond = (cursor: Key, isAfter: boolean) =>
    keys
      .map((key, index) => {
        const equal = keys.slice(0, index).map((earlier, at) => sql`${compared(earlier, '=', cursor[at + 1])} and`);
        return sql`(${joined(equal)} ${compared(key, key.isDescending === isAfter ? '<' : '>', cursor[index + 1])})`;
      })
      .reduce((all, one) => sql`${all} or ${one}`);
  const { after, before, backwards } = window;
  return ok({
    window,
    columns: joined(keys.map((key, index) => sql`, (${sql.unsafe(key.sql)})::text as ${sql.unsafe(`k${index}`)}`)),
    conditions: joined([
      ...(after ? [sql`and (${beyond(after, true)})`] : []),
      ...(before ? [sql`and (${beyond(before, false)})`] : []),
    ]),
    orderBy: sql`${sql.unsafe(
      keys.map((key) => `${key.sql} ${key.isDescending === backwards ? 'asc' : 'desc'}`).join(', '),
    )}`,
    keyOf: (row) => [order, ...keys.map((_key, index) => String((row as Record<string, unknown>)[`k${index}`]))],
  });
}

function cursorProblem({ after, before }: PageWindow, order: string) {
  const side = after && after[0] !== order ? 'after' : before && before[0] !== order ? 'before' : undefined;
  return side && invalidInput([side], 'This cursor belongs to another order.');
}
