import type * as v from 'valibot';
import { ExitFailed } from './failure.ts';
import { integer, list, object, oneOf, optional, readForm, text } from './form.ts';
import { type Decision, decisions, type PointName, points, type Reason } from './points.ts';

/** What an exit may say in all. */
export const largestAnswer = 64 * 1024;

export type Told = {
  readonly decision: Decision;
  readonly output: unknown;
  readonly reasons: readonly Reason[];
  /** False when our own rule is to decide. */
  readonly hasOpinion: boolean;
  /** How long the same facts have the same answer; zero unless the exit says so at a point where that is possible. */
  readonly ttlSeconds: number;
};

const reason = object({ code: text(64), message: text(500), lineId: optional(text()) });
const answerOf = object({
  decision: oneOf(decisions),
  reasons: optional(list(reason, 0, 50)),
  ttlSeconds: optional(integer(0, 86_400)),
});

/** Reads the answer of a status in the 200s; throws `ExitFailed` when it is not one the point knows. */
export function readAnswer(point: PointName, status: number, body: string): Told {
  if (status === 204) return { decision: 'CONTINUE', output: null, reasons: [], hasOpinion: false, ttlSeconds: 0 };
  const { decisions: allowed, output: form, isJudgement, isCacheable } = points[point];
  const json = parse(body);
  const { decision, reasons, ttlSeconds = 0 } = readOrFail(answerOf, json);
  if (!(allowed as readonly Decision[]).includes(decision)) {
    const problem = `decision must be one of ${allowed.join(', ')} at ${point}, not ${decision}.`;
    throw new ExitFailed('INVALID_ANSWER', problem);
  }
  const brings = decision === 'MODIFY' || decision === 'DEFER';
  const output = brings ? readOrFail(object({ output: form }), json).output : null;
  const hasOpinion = decision !== 'CONTINUE' || isJudgement;
  return { decision, output, reasons: reasons ?? [], hasOpinion, ttlSeconds: isCacheable ? ttlSeconds : 0 };
}

function readOrFail<S extends v.GenericSchema>(form: S, json: unknown): v.InferOutput<S> {
  const read = readForm(form, json);
  if (read.problems) throw new ExitFailed('INVALID_ANSWER', read.problems.join(' '));
  return read.value;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new ExitFailed('INVALID_ANSWER', 'The answer is not JSON.');
  }
}
