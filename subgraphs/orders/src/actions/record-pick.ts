import type { Caller } from '@passerelle/server';
import { ok } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import { changeLines, moved } from '../domain/advance.ts';
import { keptRoom } from '../domain/kept-room.ts';
import { recordPick as decidePick, type PickCount } from '../domain/picking.ts';
import { waitForLocation } from '../domain/turn-down.ts';
import { changeWork } from '../services/change-work.ts';
import { giveBackAfter } from '../services/turn-down-work.ts';
import { rerouteLater } from '../storage/settle.ts';

export type PickInput = {
  readonly id: string;
  readonly expectedVersion: number;
  readonly lines: readonly PickCount[];
  readonly isComplete: boolean;
};

/** Takes down what was found. Once picking is over, missing units are given back at the location, whose stock they leave, and routed again. */
export const recordPick = (deps: Dependencies, caller: Caller, input: PickInput) =>
  changeWork(deps, caller, input, 'RECORD_PICK', async (locked, now, tx) => {
    const { whole, work, lines } = locked;
    const outcome = decidePick(lines, input.lines, input.isComplete);
    if (!outcome.ok) return outcome;
    const { status, missing } = outcome.value;
    const reductions = missing.map(({ line }) => ({
      orderLineId: line.id,
      keptQuantity: line.quantity - line.cancelledQuantity - line.missingQuantity,
    }));
    if (missing.length > 0) await rerouteLater(tx, deps.owner, work.orderId);
    const units = missing.map(({ line, quantity }) => ({ orderLineId: line.orderLineId, quantity }));
    const notFound = units.reduce((sum, { quantity }) => sum + quantity, 0);
    const down = status === 'REJECTED' ? ({ rejectionReason: 'ITEM_NOT_FOUND', rejectedAt: now } as const) : {};
    const release = { orderId: work.orderId, revision: whole.order.revision, reductions };
    return ok({
      work: [moved(work, { status, ...down }, now)],
      workLines: outcome.value.lines,
      lines: changeLines(whole.lines, units, waitForLocation),
      settle: [
        ...(missing.length > 0 ? [giveBackAfter(locked, release, { reason: 'ITEM_NOT_FOUND', doubts: missing })] : []),
        ...(missing.length > 0 ? keptRoom([work], outcome.value.lines) : []).map(
          (room) => ({ kind: 'UNBOOK', ...room }) as const,
        ),
      ],
      event: {
        type: input.isComplete ? 'fulfillment.picked' : 'fulfillment.picking',
        message: `${work.number}: ${input.isComplete ? 'picking is over' : 'picking goes on'}, ${notFound} unit(s) not found.`,
      },
    });
  });
