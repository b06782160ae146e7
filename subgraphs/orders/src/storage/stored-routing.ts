import type { LeftOut, Routing } from '../domain/routing.ts';

/**
 * A location that was left out for no reason and without a score, as nearly all of up to fifty are, is stored as its id:
 * a decision among a hundred stores takes 0.5 kB so, and not 2.9.
 */
export type StoredLeftOut = string | LeftOut;

const toStored = (one: LeftOut): StoredLeftOut =>
  one.reasons.length === 0 && (one.score ?? null) === null ? one.locationId : one;
const fromStored = (one: StoredLeftOut): LeftOut =>
  typeof one === 'string' ? { locationId: one, reasons: [], score: null } : one;

/** A decision as its row has it. */
export const storedRouting = (routing: Routing) => ({ ...routing, rejected: routing.rejected.map(toStored) });

/** The decision of a row. */
export const routingOfRow = (
  row: Omit<Routing, 'rejected'> & { readonly rejected: readonly StoredLeftOut[] },
): Routing => ({
  ...row,
  rejected: row.rejected.map(fromStored),
});
