import { type Check, list, object, oneOf, optional, text } from './check.ts';
import { ExitFailed } from './failure.ts';
import { type Decision, decisions, type PointName, points, type Reason } from './points.ts';

/** What an exit may say in all. */
export const largestAnswer = 64 * 1024;

export type Told = {
  readonly decision: Decision;
  readonly output: unknown;
  readonly reasons: readonly Reason[];
  /** False when our own rule is to decide. */
  readonly hasOpinion: boolean;
};

const reason = object({ code: text(64), message: text(500), lineId: optional(text()) });
const head = object({ decision: oneOf(decisions), reasons: optional(list(reason, 0, 50)) });

/** Reads the answer of a status in the 200s; throws `ExitFailed` when it is not one the point knows. */
export function readAnswer(point: PointName, status: number, body: string): Told {
  if (status === 204) return { decision: 'CONTINUE', output: null, reasons: [], hasOpinion: false };
  const problems: string[] = [];
  const note = (problem: string) => problems.push(problem);
  const value = parse(body);
  const { decision, reasons = [] } = head(value, '', note) ?? {};
  if (problems.length === 0 && !(points[point].decisions as readonly string[]).includes(decision as string)) {
    note(`decision must be one of ${points[point].decisions.join(', ')} at ${point}, not ${decision}.`);
  }
  const brings = decision === 'MODIFY' || decision === 'DEFER';
  const given = (value as { output?: unknown } | null)?.output;
  const output = brings ? (points[point].output as Check<unknown>)(given, 'output', note) : null;
  if (problems.length > 0) throw new ExitFailed('INVALID_ANSWER', problems.join(' '));
  const hasOpinion = decision !== 'CONTINUE' || points[point].isJudgement;
  return { decision: decision as Decision, output, reasons, hasOpinion };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new ExitFailed('INVALID_ANSWER', 'The answer is not JSON.');
  }
}
