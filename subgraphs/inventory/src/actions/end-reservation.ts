import { type Connection, inTransaction } from '@passerelle/database';
import type { Caller } from '@passerelle/server';
import {
  durationMinutes,
  invalidInput,
  invalidState,
  notFound,
  ok,
  type Refusal,
  type Result,
  refuse,
  reservationExpired,
} from '@passerelle/values';
import type { ActionContext } from '../context.ts';
import {
  endHold,
  extendedExpiry,
  isSeenBy,
  longestExtensionMinutes,
  openLevels,
  type Reservation,
} from '../domain/reservation.ts';
import { lockLapsed, lockReservation, saveReservations } from '../storage/reservations.ts';
import { addReserved, lockReservable } from '../storage/reserved.ts';

/** Moves the moment at which a cart's hold lapses. Answers the reservation's id. */
export async function extendReservation(
  { database, now }: ActionContext,
  caller: Caller,
  { id, holdFor }: { readonly id: string; readonly holdFor: string },
): Promise<Result<string, Refusal>> {
  const minutes = durationMinutes(holdFor) ?? 0;
  if (minutes < 1 || minutes > longestExtensionMinutes) {
    return refuse(invalidInput(['holdFor'], `Hold for PT1M to PT${longestExtensionMinutes}M.`));
  }
  return inTransaction(database, async (tx): Promise<Result<string, Refusal>> => {
    const held = await lockReservation(tx, id);
    if (!held || !isSeenBy(held, caller)) return refuse(notFound('reservation', id, ['id']));
    if (hasLapsed(held, now())) return refuse(reservationExpired(held.expiresAt ?? now(), ['id']));
    if (held.status !== 'HELD') return refuse(notHeld(held));

    const expiresAt = extendedExpiry(held, minutes, now());
    await saveReservations(tx, [{ ...held, expiresAt }], now());
    return ok(id);
  });
}

/** Gives a cart's units back. Answers the reservation's id, also when it had ended before. */
export function releaseReservation(
  { database, now }: ActionContext,
  caller: Caller,
  { id }: { readonly id: string },
): Promise<Result<string, Refusal>> {
  return inTransaction(database, async (tx): Promise<Result<string, Refusal>> => {
    const held = await lockReservation(tx, id);
    if (!held || !isSeenBy(held, caller)) return refuse(notFound('reservation', id, ['id']));
    if (held.status === 'RELEASED' || held.status === 'EXPIRED') return ok(id);
    if (held.status !== 'HELD') return refuse(notHeld(held));
    await giveBack(tx, [held], 'RELEASED', now());
    return ok(id);
  });
}

/** How often is looked for holds whose time is over. */
export const expiryPauseMs = 1000;
/** Holds that end in one transaction: buyers of the same levels wait for as long as it takes. */
const endedAtOnce = 200;

/**
 * Ends the holds whose time is over. Several processes may do so at once; a hold that is being extended or bought just
 * now is passed over, and looked at again next time.
 */
export async function expireReservations({ database, now }: ActionContext): Promise<void> {
  const at = now();
  for (let ended = endedAtOnce; ended === endedAtOnce; ) {
    ended = await inTransaction(database, async (tx) => {
      const lapsed = await lockLapsed(tx, at, endedAtOnce);
      await giveBack(tx, lapsed, 'EXPIRED', at);
      return lapsed.length;
    });
  }
}

const hasLapsed = ({ status, expiresAt }: Reservation, at: Date) =>
  status === 'EXPIRED' || (status === 'HELD' && expiresAt !== null && expiresAt <= at);

const notHeld = ({ status }: Reservation) =>
  invalidState(
    status === 'RELEASED'
      ? 'The units were given back; reserve again.'
      : 'The reservation belongs to an order; change the order instead.',
    status,
    ['id'],
  );

async function giveBack(
  tx: Connection,
  held: readonly Reservation[],
  status: 'RELEASED' | 'EXPIRED',
  at: Date,
): Promise<void> {
  if (held.length === 0) return;
  const levels = held.flatMap(openLevels);
  await lockReservable(tx, levels);
  await addReserved(
    tx,
    levels.map((level) => ({ ...level, units: -level.units })),
    at,
  );
  await saveReservations(
    tx,
    held.map((reservation) => endHold(reservation, status)),
    at,
  );
}
