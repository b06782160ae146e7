import type { Caller } from '@passerelle/server';
import type { Dependencies } from '../context.ts';
import type { CancellationRefusalReason } from '../domain/letting-go.ts';
import { answerCancellation } from '../services/answer-cancellation.ts';
import type { WorkId } from '../services/change-work.ts';

export type RefuseInput = WorkId & {
  readonly reason: Extract<CancellationRefusalReason, 'TOO_LATE' | 'OTHER'>;
  readonly note?: string | null;
};

/** The warehouse keeps its work: the change that waits is dropped as a whole. */
export const refuseCancellation = (deps: Dependencies, caller: Caller, { reason, note = null, ...work }: RefuseInput) =>
  answerCancellation(deps, caller, work, { status: 'REFUSED', refusalReason: reason, note });
