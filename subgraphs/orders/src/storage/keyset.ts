import type { Connection } from '@passerelle/database';
import {
  invalidInput,
  type Key,
  ok,
  type PageArguments,
  type PageWindow,
  type Result,
  readPage,
  refuse,
} from '@passerelle/values';

/** One sort key: SQL of ours, never a caller's; `type` is what its text is cast back to. It must not be null. */
export type SortKey = {
  readonly name: string;
  readonly sql: string;
  readonly type: string;
  readonly isDescending: boolean;
};

const empty = ({ sql }: Connection) => sql``;
/** A piece of SQL with its parameters. */
export type Fragment = ReturnType<typeof empty>;
export type Keyset = {
  readonly window: PageWindow;
  /** Extra columns of the select: `k0`, `k1`, … as text. */
  readonly columns: Fragment;
  /** Conditions, each starting with `and`. */
  readonly conditions: Fragment;
  readonly orderBy: Fragment;
  readonly keyOf: (row: Record<string, unknown>) => Key;
};

export const maximumPage = 100;

/**
 * Paging by keys: rows after (or before) the ones of a cursor, in a given order that ends on a unique key. A cursor
 * carries the order it was made for and is refused with another.
 */
export function keysetOf({ sql }: Connection, keys: readonly SortKey[], page: PageArguments): Result<Keyset> {
  const window = readPage(page, { keyLength: keys.length + 1, maximum: maximumPage });
  if (!window.ok) return window;
  const { after, before, backwards } = window.value;
  const order = keys.map(({ name, isDescending }) => `${name}${isDescending ? '-' : '+'}`).join(',');
  for (const [side, cursor] of Object.entries({ after, before })) {
    if (cursor && cursor[0] !== order) return refuse(invalidInput([side], 'This cursor belongs to another order.'));
  }
  const beyond = (cursor: Key, isAfter: boolean) =>
    keys
      .map((key, index) => {
        const equal = keys
          .slice(0, index)
          .map(
            (earlier, at) =>
              sql`${sql.unsafe(earlier.sql)} = ${String(cursor[at + 1])}::text::${sql.unsafe(earlier.type)} and`,
          );
        const sign = sql.unsafe(key.isDescending === isAfter ? '<' : '>');
        return sql`${index > 0 ? sql`or` : sql``} (${joined(equal)} ${sql.unsafe(key.sql)} ${sign} ${String(cursor[index + 1])}::text::${sql.unsafe(key.type)})`;
      })
      .reduce((all, one) => sql`${all} ${one}`);
  const joined = (parts: readonly Fragment[]) => parts.reduce((all, one) => sql`${all} ${one}`, sql``);
  return ok({
    window: window.value,
    columns: joined(keys.map((key, index) => sql`, (${sql.unsafe(key.sql)})::text as ${sql.unsafe(`k${index}`)}`)),
    conditions: joined([
      ...(after ? [sql`and (${beyond(after, true)})`] : []),
      ...(before ? [sql`and (${beyond(before, false)})`] : []),
    ]),
    orderBy: sql.unsafe(
      keys.map((key) => `${key.sql} ${key.isDescending === backwards ? 'asc' : 'desc'}`).join(', '),
    ) as unknown as Fragment,
    keyOf: (row) => [order, ...keys.map((_key, index) => String(row[`k${index}`]))],
  });
}
