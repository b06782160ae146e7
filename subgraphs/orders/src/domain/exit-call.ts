import type { Answer, KeptAnswer, PointName } from '@passerelle/exits';

/** One call of a user exit about an order, as kept. */
export type ExitCall = KeptAnswer & {
  readonly id: string;
  readonly orderId: string;
  /** What was done without the exit, of a call in the shadow. */
  readonly own: readonly string[] | null;
  /** Whether the exit would have changed that. */
  readonly differs: boolean | null;
  readonly routingId: string | null;
};

type Said = { readonly decision: Answer['decision']; readonly output: Answer['output'] };

/** What an exit said, in the terms of what is done without it: locations, a carrier, or the decision itself. */
function saidOf({ decision, output }: Said, own: readonly string[]): readonly string[] {
  if (decision === 'CONTINUE') return own;
  if (output && 'locationIds' in output) return output.locationIds.slice(0, own.length);
  if (output && 'carrier' in output) return [output.carrier];
  return [decision];
}

/** Whether things would have gone otherwise with the exit; the order of locations does not matter. */
export function differsFrom(own: readonly string[], said: Said): boolean {
  return saidOf(said, own).toSorted().join('|') !== own.toSorted().join('|');
}

/** The sentence on the timeline, for example `User exit fraud.screen answered HOLD in 84 ms: VELOCITY.` */
export function sentenceOf(call: Omit<ExitCall, 'id' | 'orderId' | 'calledAt' | 'inputHash' | 'routingId'>): string {
  const { point, outcome, decision, durationMs, failure, policy, reasons, own, differs } = call;
  const exit = `User exit ${point}${call.isShadow ? ', in the shadow,' : ''}`;
  const meanwhile = own && differs ? `; here it was ${own.join(', ')}` : '';
  if (outcome === 'FELL_BACK') {
    const instead = call.isShadow ? '' : `; ${policy} decided`;
    return `${exit} fell back after ${durationMs} ms: ${failure}${instead}.`;
  }
  if (outcome === 'DECLINED') return `${exit} had no opinion in ${durationMs} ms.`;
  const because = reasons.length > 0 ? `: ${reasons.map(({ code }) => code).join(', ')}` : '';
  return `${exit} answered ${decision} in ${durationMs} ms${because}${meanwhile}.`;
}

/** Who the timeline names for what an exit did. */
export const actorOf = (point: PointName) => `exit:${point}`;
