import type { Caller } from '@passerelle/server';
import { ok } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import type { LineCount, RejectionReason } from '../domain/fulfillment.ts';
import { doubtsOf } from '../domain/turn-down.ts';
import { changeWork } from '../services/change-work.ts';
import { turnDownWork } from '../services/turn-down-work.ts';

export type RejectInput = {
  readonly id: string;
  readonly expectedVersion: number;
  readonly reason: RejectionReason;
  readonly note?: string | null;
  /** Units not found or damaged. */
  readonly lines?: readonly LineCount[] | null;
};

/**
 * The location turns the work down: its units are given back there, and another location is looked for. What it says
 * about units corrects its stock.
 */
export const rejectFulfillmentOrder = (deps: Dependencies, caller: Caller, input: RejectInput) =>
  changeWork(deps, caller, input, 'REJECT', async (locked, now, tx) => {
    const doubts = doubtsOf(locked.lines, input.reason, input.lines);
    if (!doubts.ok) return doubts;
    const { reason, note = null } = input;
    return ok(await turnDownWork(tx, deps, locked, { reason, note, doubts: doubts.value, now }));
  });
