import type { Connection } from '@passerelle/database';
import type { Answer, Ask, PointName } from '@passerelle/exits';
import { newId } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import { actorOf, type ExitCall, sentenceOf } from '../domain/exit-call.ts';
import type { PlannedWork } from '../domain/work-plan.ts';
import { insertEvents } from '../storage/events.ts';
import { insertExitCalls, type ShadowCall, shadowLater } from '../storage/exit-calls.ts';
import { moment } from './moments.ts';

/** What exits said, and are still to be tried for, while something is decided about an order; kept with what is decided. */
export type ExitLog = { readonly orderId: string; readonly calls: ExitCall[]; readonly shadows: ShadowCall[] };
export const openLog = (orderId: string): ExitLog => ({ orderId, calls: [], shadows: [] });
export const isBlank = ({ calls, shadows }: ExitLog) => calls.length === 0 && shadows.length === 0;

export type Question<P extends PointName> = Omit<Ask<P>, 'id'> & {
  /** What is done without the exit. */
  readonly own: readonly string[];
};

/**
 * Asks an exit, outside every transaction. Null when there is none to follow: none is set, or only its shadow is, which
 * is tried later. `question` is made only when it is asked.
 */
export async function consult<P extends PointName>(
  { exits, now }: Pick<Dependencies, 'exits' | 'now'>,
  log: ExitLog,
  point: P,
  { id, question }: { readonly id: string; readonly question: () => Question<P> },
): Promise<Answer<P> | null> {
  const mode = exits.modeOf(point, id);
  if (!mode) return null;
  const { own, ...asked } = question();
  const ask: Ask<P> = { id, ...asked };
  if (mode === 'SHADOW') {
    log.shadows.push({ point, orderId: log.orderId, ask: ask as unknown as Ask<PointName>, own });
    return null;
  }
  const answer = await exits.ask(point, ask);
  log.calls.push(callOf(log.orderId, answer, now()));
  return answer;
}

/** An answer as it is kept. */
export function callOf(orderId: string, answer: Answer, calledAt: Date): ExitCall {
  const { id: _id, answeredBy, ...facts } = answer;
  const kept = { own: null, differs: null, routingId: null };
  return { ...facts, ...kept, id: newId('event', calledAt), orderId, outcome: answeredBy, calledAt };
}

/** Keeps calls and tells the order's timeline of them. */
export async function keepCalls(tx: Connection, calls: readonly ExitCall[]): Promise<void> {
  if (calls.length === 0) return;
  await insertExitCalls(tx, calls);
  const told = calls.map((call) => {
    const { orderId, point, calledAt } = call;
    return moment({ orderId, type: 'exit.called', actor: actorOf(point), message: sentenceOf(call) }, calledAt);
  });
  await insertEvents(tx, told);
}

/** Keeps all of a log, in the transaction of what was decided. */
export async function keepLog(
  tx: Connection,
  { owner }: Pick<Dependencies, 'owner'>,
  { calls, shadows }: ExitLog,
  decided: { readonly routingId?: string | undefined; readonly plan?: readonly PlannedWork[] } = {},
): Promise<void> {
  const { routingId = null, plan = [] } = decided;
  await keepCalls(
    tx,
    calls.map((call) => (call.point === 'sourcing.rank' ? { ...call, routingId } : call)),
  );
  if (shadows.length > 0) {
    await shadowLater(
      tx,
      owner,
      shadows.map((one) => ({ ...one, own: placesOf(one, plan) ?? one.own })),
    );
  }
}

/** Whom we chose for the delivery that an exit would have ranked for. */
function placesOf({ ask: { input } }: ShadowCall, plan: readonly PlannedWork[]): string[] | undefined {
  if (!('candidates' in input)) return undefined;
  return plan.flatMap((work) => (work.deliveryGroupId === input.groupId ? [work.locationId] : []));
}
