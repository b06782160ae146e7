import type { Caller } from '@passerelle/server';
import type { Dependencies } from '../context.ts';
import { answerCancellation } from '../services/answer-cancellation.ts';
import type { WorkId } from '../services/change-work.ts';

/** The warehouse lets go of what it was asked for; the change that waits is carried out once all have. */
export const acceptCancellation = (deps: Dependencies, caller: Caller, input: WorkId) =>
  answerCancellation(deps, caller, input, { status: 'ACCEPTED', refusalReason: null, note: null });
