import { inTransaction, oncePerKey } from '@passerelle/database';
import { localDay } from '@passerelle/eligibility';
import { newId, ok } from '@passerelle/values';
import type { ActionContext } from '../context.ts';
import { type Closure, type ClosureWish, checkClosure } from '../domain/closure.ts';
import type { NetworkRefusal } from '../domain/refusals.ts';
import { findClosures, insertClosure } from '../storage/hours.ts';
import { writeLocation } from './location-write.ts';

export type AddClosureInput = ClosureWish & { readonly idempotencyKey: string; readonly locationId: string };
export type AddedClosure = { readonly id: string; readonly closure: Closure };

/** Adds a closure or days with special hours, once per key. */
export const addClosure = (context: ActionContext, input: AddClosureInput) =>
  inTransaction(context.database, (tx) =>
    oncePerKey<AddedClosure, NetworkRefusal>(
      tx,
      { client: context.caller.subject, operation: 'addClosure', key: input.idempotencyKey, input },
      () =>
        writeLocation(
          context,
          tx,
          {
            action: 'addClosure',
            field: 'locationId',
            locationId: input.locationId,
            reason: input.reason,
            input,
          },
          async (_tx, { id, timeZone }, now) => {
            const today = localDay(timeZone, now);
            const ahead = (await findClosures(tx, [id])).filter(({ to }) => to >= today);
            const hours = checkClosure(input, ahead, today);
            if (!hours.ok) return hours;
            const { from, to, reason = null } = input;
            const closure = { id: newId('closure', now), from, to, reason, specialHours: [...hours.value] };
            await insertClosure(tx, { locationId: id, ...closure });
            return ok({ id, closure });
          },
        ),
    ),
  );
