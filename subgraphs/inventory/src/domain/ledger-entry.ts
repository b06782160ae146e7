import { type Connection, invalidInput, ok, type Result, refuse } from '@passerelle/values';
import type { LevelKey, MovementReason } from './movement.ts';
import type { Item } from './stock.ts';

/** One entry of the ledger as it is shown. */
export type LedgerEntry = LevelKey & {
  readonly movementNo: string;
  readonly item: Item;
  readonly reason: MovementReason;
  /** What was stated: a change in units, signed; of a snapshot or a count the correction it led to. */
  readonly quantity: number;
  /** What it changed on the level at that time. */
  readonly appliedQuantity: number;
  readonly onHandAfter: number;
  readonly source: string;
  readonly sourceReference: string | null;
  readonly actor: string | null;
  readonly occurredAt: Date;
  /** Microseconds since 1970, for cursors: a Date holds milliseconds only. */
  readonly occurredMicros: string;
  readonly recordedAt: Date;
};

export type LedgerPage = Connection<LedgerEntry>;

/** Ids of entries say which entry they mean; to callers they are opaque. */
export const movementId = ({ movementNo }: Pick<LedgerEntry, 'movementNo'>) => `mov_${BigInt(movementNo).toString(36)}`;

/** The number in an entry's id; undefined when it is none. */
export function movementNumber(id: string): string | undefined {
  const [, digits] = /^mov_([0-9a-z]{1,12})$/.exec(id) ?? [];
  if (digits === undefined) return undefined;
  let number = 0n;
  for (const digit of digits) number = number * 36n + BigInt(Number.parseInt(digit, 36));
  return number < 2n ** 63n ? String(number) : undefined;
}

const longestDays = 31;
const dayMs = 86_400_000;

/** The interval `[from, to)` of a query, 31 days at most; a bound that is left out lies 31 days from the other, or now. */
export function ledgerInterval(
  { from, to }: { readonly from?: Date | null; readonly to?: Date | null },
  now: Date,
): Result<{ readonly from: Date; readonly to: Date }> {
  const end = to ?? (from ? new Date(Math.min(from.getTime() + longestDays * dayMs, now.getTime() + dayMs)) : now);
  const start = from ?? new Date(end.getTime() - longestDays * dayMs);
  if (start > end) return refuse(invalidInput(['filter', 'occurredAt'], '`from` lies after `to`.'));
  if (end.getTime() - start.getTime() > longestDays * dayMs) {
    return refuse(invalidInput(['filter', 'occurredAt'], `A query spans ${longestDays} days at most. Ask in parts.`));
  }
  return ok({ from: start, to: end });
}
