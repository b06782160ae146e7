import { ok, type Result, refuse } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import { actorOf } from '../domain/exit-call.ts';
import { orderFacts } from '../domain/exit-facts.ts';
import type { OrderHoldReason } from '../domain/hold.ts';
import type { Attribute } from '../domain/order.ts';
import { type OrderRefusal, userExitRejected } from '../domain/refusals.ts';
import type { Saga } from './allocate-placement.ts';
import type { Stop } from './stop-order.ts';
import { consult } from './user-exits.ts';

/** What exits made of an order that is to be placed. */
export type Screened = {
  /** Holds it starts with. */
  readonly stops: readonly Stop[];
  /** For the retailer only. */
  readonly attributes: readonly Attribute[];
};

const reasonsToHold = {
  'order.validate': 'OPERATIONS',
  'fraud.screen': 'FRAUD_REVIEW',
} as const satisfies Record<string, OrderHoldReason>;

/**
 * Asks the exits `order.validate` and `fraud.screen`, one after the other, before anything is taken for the order: whom
 * they refuse leaves nothing behind. An exchange is not asked about: what it is for was sold before.
 */
export async function screenOrder(deps: Dependencies, saga: Saga): Promise<Result<Screened, OrderRefusal>> {
  const { input, draft, parts, exitLog, special } = saga;
  const stops: Stop[] = [];
  const attributes: Attribute[] = [];
  if (special.payment) return ok({ stops, attributes });
  const context = { channelId: input.channelId, ...(input.locale ? { locale: input.locale } : {}) };
  for (const point of ['order.validate', 'fraud.screen'] as const) {
    const answer = await consult(deps, exitLog, point, {
      id: `${parts.orderId}.${point}`,
      question: () => ({ input: orderFacts(input, draft, parts), context, own: ['CONTINUE'] }),
    });
    if (!answer) continue;
    const [reason] = answer.reasons;
    if (answer.decision === 'REJECT') return refuse(userExitRejected(point, reason?.code ?? answer.failure, reason));
    if (answer.output) attributes.push(...answer.output.attributes);
    if (answer.decision === 'HOLD') {
      const note = reason?.message ?? reason?.code ?? `User exit ${point}: ${answer.failure ?? 'asks for a look'}`;
      stops.push({ reason: reasonsToHold[point], note, releaseAt: null, actor: actorOf(point) });
    }
  }
  return ok({ stops, attributes });
}
