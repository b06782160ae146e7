import type { Caller } from '@passerelle/server';
import { ok } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import type { RejectionReason } from '../domain/fulfillment.ts';
import { turnDown } from '../domain/turn-down.ts';
import { changeWork } from '../services/change-work.ts';
import { rerouteLater } from '../storage/settle.ts';

export type RejectInput = {
  readonly id: string;
  readonly expectedVersion: number;
  readonly reason: RejectionReason;
  readonly note?: string | null;
};

/** The location turns the work down: its units are given back there, and another location is looked for. */
export const rejectFulfillmentOrder = (deps: Dependencies, caller: Caller, input: RejectInput) =>
  changeWork(deps, caller, input, 'REJECT', async ({ whole, work, lines }, now, tx) => {
    const down = turnDown(work, lines, whole.lines, { reason: input.reason, note: input.note ?? null, now });
    const { orderId, locationId, number } = work;
    await rerouteLater(tx, deps.owner, orderId);
    return ok({
      work: [down.work],
      lines: down.lines,
      settle: [
        { kind: 'RELEASE', input: { orderId, revision: whole.order.revision, reductions: down.reductions } },
        ...(work.type === 'CLICK_AND_COLLECT' ? [{ kind: 'UNBOOK', orderId, locationId } as const] : []),
      ],
      event: { type: 'fulfillment.rejected', message: `${number} was turned down by ${locationId}: ${input.reason}.` },
    });
  });
