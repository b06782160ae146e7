import type { Connection } from '@passerelle/database';
import type { Dependencies } from '../context.ts';
import type { RejectionReason } from '../domain/fulfillment.ts';
import { keptRoom } from '../domain/kept-room.ts';
import { type Doubt, isAboutStock, turnDown } from '../domain/turn-down.ts';
import type { LockedWork } from '../storage/locked-work.ts';
import { rerouteLater, type Settlement } from '../storage/settle.ts';
import type { WorkChange } from './change-work.ts';
import type { Release } from './inventory.ts';

export type TurningDown = {
  readonly reason: RejectionReason;
  readonly note: string | null;
  readonly doubts: readonly Doubt[];
  readonly now: Date;
};

/** A location is out of the work, by its own word or by its silence: its units wait, and others are looked for. */
export async function turnDownWork(
  tx: Connection,
  { owner }: Dependencies,
  locked: LockedWork,
  { reason, note, doubts, now }: TurningDown,
): Promise<WorkChange> {
  const { whole, work, lines } = locked;
  const down = turnDown(work, lines, whole.lines, { reason, note, now });
  const { orderId, locationId, number } = work;
  await rerouteLater(tx, owner, orderId);
  const release = { orderId, revision: whole.order.revision, reductions: down.reductions };
  const said = reason === 'TIMED_OUT' ? 'was not answered in time by' : 'was turned down by';
  return {
    work: [down.work],
    lines: down.lines,
    settle: [
      giveBackAfter(locked, release, { reason, doubts }),
      ...keptRoom([down.work], lines).map((room) => ({ kind: 'UNBOOK', ...room }) as const),
    ],
    event: {
      type: reason === 'TIMED_OUT' ? 'fulfillment.timed-out' : 'fulfillment.rejected',
      message: `${number} ${said} ${locationId}: ${reason}${note ? `, ${note}` : ''}.`,
    },
  };
}

/** Gives units back, stock corrected first: what is not there, or cannot be sold, is never free in between. */
export function giveBackAfter(
  { whole, work }: LockedWork,
  release: Release,
  { reason, doubts }: Pick<TurningDown, 'reason' | 'doubts'>,
): Settlement {
  if (!isAboutStock(reason) || doubts.length === 0) return { kind: 'RELEASE', input: release };
  const skuOf = new Map(whole.lines.map(({ id, sku }) => [id, sku]));
  const perSku = new Map<string, number>();
  for (const { line, quantity } of doubts) {
    const sku = skuOf.get(line.orderLineId) as string;
    perSku.set(sku, (perSku.get(sku) ?? 0) + quantity);
  }
  const lines = [...perSku].map(([sku, units]) => ({
    sku,
    missingQuantity: reason === 'ITEM_NOT_FOUND' ? units : 0,
    damagedQuantity: reason === 'ITEM_DAMAGED' ? units : 0,
  }));
  const { orderId, locationId, id, version } = work;
  return { kind: 'CORRECT', correction: { correctionId: `${id}:${version}`, orderId, locationId, lines }, release };
}
