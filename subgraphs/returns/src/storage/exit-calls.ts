import type { Connection, Owner } from '@passerelle/database';
import { schedule } from '@passerelle/events';
import type { Answer, Ask } from '@passerelle/exits';
import { newId } from '@passerelle/values';
import { desc, inArray } from 'drizzle-orm';
import type { ExitCall, ReturnPoint } from '../domain/exit-call.ts';
import { exitCalls } from './tables.ts';

/** Name of the job that asks an exit whose answer is compared and ignored. */
export const shadowTask = 'try-exit';

/** A call to make once something is decided, to see what the exit would have said. */
export type ShadowCall = {
  readonly orderId: string;
  readonly returnId: string;
  readonly point: ReturnPoint;
  readonly ask: Ask<ReturnPoint>;
};

type About = Pick<ExitCall, 'orderId' | 'returnId'> & { readonly differs?: boolean };

export async function insertExitCall(
  { db }: Connection,
  { id: _id, answeredBy, ...facts }: Answer<ReturnPoint>,
  about: About,
  calledAt: Date,
): Promise<void> {
  await db
    .insert(exitCalls)
    .values({ ...facts, ...about, id: newId('event', calledAt), outcome: answeredBy, calledAt });
}

export const shadowLater = (tx: Connection, owner: Owner, call: ShadowCall): Promise<void> =>
  schedule(tx, owner, shadowTask, call);

/** Newest first. */
export const findExitCallsOfReturns = ({ db }: Connection, returnIds: readonly string[]): Promise<ExitCall[]> =>
  db
    .select()
    .from(exitCalls)
    .where(inArray(exitCalls.returnId, [...returnIds]))
    .orderBy(desc(exitCalls.calledAt), desc(exitCalls.id));
