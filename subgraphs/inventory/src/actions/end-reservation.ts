import { type Connection, inTransaction } from '@passerelle/database';
import { schedule } from '@passerelle/events';
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
import { expireTask, expiryKey } from '../domain/expiry.ts';
import {
  endHold,
  extendedExpiry,
  longestExtensionMinutes,
  openLevels,
  type Reservation,
} from '../domain/reservation.ts';
import { lockReservation, saveReservations } from '../storage/reservations.ts';
import { addReserved, lockReservable } from '../storage/reserved.ts';

/** Moves the moment at which a cart's hold lapses. Answers the reservation's id. */
export async function extendReservation(
  { database, owner, now }: ActionContext,
  { id, holdFor }: { readonly id: string; readonly holdFor: string },
): Promise<Result<string, Refusal>> {
  const minutes = durationMinutes(holdFor) ?? 0;
  if (minutes < 1 || minutes > longestExtensionMinutes) {
    return refuse(invalidInput(['holdFor'], `Hold for PT1M to PT${longestExtensionMinutes}M.`));
  }
  return inTransaction(database, async (tx): Promise<Result<string, Refusal>> => {
    const held = await lockReservation(tx, id);
    if (!held) return refuse(notFound('reservation', id, ['id']));
    if (hasLapsed(held, now())) return refuse(reservationExpired(held.expiresAt ?? now(), ['id']));
    if (held.status !== 'HELD') return refuse(notHeld(held));

    const expiresAt = extendedExpiry(held, minutes, now());
    await saveReservations(tx, [{ ...held, expiresAt }], now());
    await schedule(tx, owner, expireTask, { id }, { runAt: expiresAt, key: expiryKey(id) });
    return ok(id);
  });
}

/** Gives a cart's units back. Answers the reservation's id, also when it had ended before. */
export function releaseReservation(
  { database, now }: ActionContext,
  { id }: { readonly id: string },
): Promise<Result<string, Refusal>> {
  return inTransaction(database, async (tx): Promise<Result<string, Refusal>> => {
    const held = await lockReservation(tx, id);
    if (!held) return refuse(notFound('reservation', id, ['id']));
    if (held.status === 'RELEASED' || held.status === 'EXPIRED') return ok(id);
    if (held.status !== 'HELD') return refuse(notHeld(held));
    await giveBack(tx, held, 'RELEASED', now());
    return ok(id);
  });
}

/** Ends a hold whose time is over; anything else is left alone, and a job that came early comes again. */
export function expireReservation(
  { database, owner, now }: ActionContext,
  { id }: { readonly id: string },
): Promise<void> {
  return inTransaction(database, async (tx) => {
    const held = await lockReservation(tx, id);
    if (held?.status !== 'HELD' || !held.expiresAt) return;
    if (hasLapsed(held, now())) return giveBack(tx, held, 'EXPIRED', now());
    await schedule(tx, owner, expireTask, { id }, { runAt: held.expiresAt, key: expiryKey(id) });
  });
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

async function giveBack(tx: Connection, held: Reservation, status: 'RELEASED' | 'EXPIRED', at: Date): Promise<void> {
  const levels = openLevels(held);
  await lockReservable(tx, levels);
  await addReserved(
    tx,
    levels.map((level) => ({ ...level, units: -level.units })),
    at,
  );
  await saveReservations(tx, [endHold(held, status)], at);
}
