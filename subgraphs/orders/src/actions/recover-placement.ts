import { inTransaction } from '@passerelle/database';
import { schedule } from '@passerelle/events';
import { isSilence } from '@passerelle/server';
import type { Dependencies } from '../context.ts';
import { giveBack } from '../services/give-back.ts';
import { abandonPlacement, findLapsedPlacements, recoverTask, seizePlacement } from '../storage/placements.ts';

export type Recovery = {
  readonly orderId: string;
  /** Given back once already; these days are looked at once more. */
  readonly again?: readonly string[];
};

/** Above every revision a placement allocates under. */
const lastRevision = 1000;
/**
 * A process that was not dead but slow may allocate once more before it finds its placement taken away. Everything is
 * given back a second time when that can no longer happen: calls give up within seconds.
 */
const secondLookMs = 5 * 60_000;

/** How often somebody looks for placements whose process died. */
export const recoveryPauseMs = 1000;
const recoveriesAtOnce = 100;

/**
 * Looks for placements whose lease has ended and gives back what they took. A job for each placement, added and taken
 * back again with nearly every order, cost a fifth of what an order costs PostgreSQL and had all commits wait for each
 * other behind its NOTIFY. What a silent neighbour holds is given back when somebody looks again.
 */
export async function recoverPlacements(deps: Dependencies): Promise<void> {
  for (const orderId of await findLapsedPlacements(deps.database, deps.now(), recoveriesAtOnce)) {
    await recoverPlacement(deps, { orderId }).catch((error) => {
      if (!isSilence(error)) throw error;
    });
  }
}

/**
 * Gives back what a placement took whose process died: its lease has ended and it is not done. Afterwards the same key
 * may be used anew. Throws, to be tried again, while the lease runs or when a neighbour does not answer.
 */
export async function recoverPlacement(deps: Dependencies, { orderId, again }: Recovery): Promise<void> {
  if (again) return giveBack(deps, { orderId, revision: lastRevision, locationIds: again });
  const seized = await seizePlacement(deps.database, orderId, deps.now());
  if (!seized) return;
  if (seized.state === 'RUNNING') throw new Error(`the lease of placement ${orderId} still runs`);

  const locationIds = seized.bookedLocationIds;
  await giveBack(deps, { orderId, revision: lastRevision, locationIds });
  const now = deps.now();
  await inTransaction(deps.database, async (tx) => {
    await abandonPlacement(tx, orderId, now);
    await schedule(
      tx,
      deps.owner,
      recoverTask,
      { orderId, again: locationIds },
      {
        key: `${recoverTask}:${orderId}:again`,
        runAt: new Date(now.getTime() + secondLookMs),
      },
    );
  });
}
