import { inTransaction } from '@passerelle/database';
import type { Context } from '../context.ts';
import { actionsOf } from '../domain/allowed-actions.ts';
import { cancel } from '../domain/return.ts';
import { publishEnd } from '../storage/closing.ts';
import { lockReturn, saveReturn } from '../storage/returns.ts';

/** Withdraws a return of which nothing arrived in time; one that has moved on, or was paid for, stays. */
export async function expireReturn(
  { database, now }: Pick<Context, 'database' | 'now'>,
  returnId: string,
): Promise<void> {
  await inTransaction(database, async (tx) => {
    const current = await lockReturn(tx, returnId);
    if (!current?.expiresAt || now() < current.expiresAt || !actionsOf(current).includes('CANCEL')) return;
    const next = cancel(current, now());
    await saveReturn(tx, next, 'service:returns', 'Nothing arrived in time.');
    await publishEnd(tx, next);
  });
}
