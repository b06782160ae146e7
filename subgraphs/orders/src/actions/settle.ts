import { inTransaction } from '@passerelle/database';
import type { Dependencies } from '../context.ts';
import { moment } from '../services/moments.ts';
import { insertEvents } from '../storage/events.ts';
import type { Settlement } from '../storage/settle.ts';

/**
 * Tells a neighbour what became true here. Done again until the neighbour answers; it may be told twice, since issues go
 * by their reference, and whoever gives stock or room back names what stays.
 */
export async function settle(deps: Dependencies, settlement: Settlement): Promise<void> {
  if (settlement.kind === 'CORRECT') {
    await deps.inventory.correct(settlement.correction);
    return deps.inventory.release(settlement.release);
  }
  if (settlement.kind === 'RELEASE') return deps.inventory.release(settlement.input);
  if (settlement.kind === 'RESTOCK') return deps.inventory.restock(settlement.input);
  if (settlement.kind === 'ARRIVAL') return deps.inventory.arrive(settlement.input);
  if (settlement.kind === 'UNBOOK') return deps.network.unbookPickup(settlement);

  const refused = await deps.inventory.issue(settlement.input);
  await deps.fault('stock-issued');
  if (refused.length === 0) return;
  // The goods have left: what inventory holds against it is for a person to look at.
  const { orderId, issueReference } = settlement.input;
  const message = `Inventory refused to issue ${issueReference}: ${refused.map(({ code }) => code).join(', ')}.`;
  const now = deps.now();
  await inTransaction(deps.database, (tx) =>
    insertEvents(tx, [moment({ orderId, type: 'stock.issue-refused', actor: 'service:inventory', message }, now)]),
  );
}
