import { inTransaction } from '@passerelle/database';
import { newId } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import type { Routing } from '../domain/routing.ts';
import { explain, type PlannedWork, type SourcedGroup } from '../domain/work-plan.ts';
import { endPlan } from '../storage/routings.ts';
import { type Settlement, settleLater } from '../storage/settle.ts';

/** Longest a plan may wait to be carried out; then whatever it allocated is given back. */
export const planLeaseMs = 30_000;

/** Work planned under a revision of the order; inventory may have allocated it. */
export type Planned = { readonly id: string; readonly revision: number; readonly plan: readonly PlannedWork[] };

/** The decision on who serves an order, to be kept with it. */
export const routingOf = (
  orderId: string,
  { groups, revision }: { readonly groups: readonly SourcedGroup[]; readonly revision: number },
  now: Date,
): Routing => ({ ...explain(groups), id: newId('routing', now), orderId, revision, decidedAt: now });

/** What inventory is asked to allocate for a plan. */
export const allocationOf = ({ plan }: Pick<Planned, 'plan'>) =>
  plan.flatMap(({ locationId, lines }) =>
    lines.map(({ id, sku, quantity }) => ({ orderLineId: id, sku, quantity, locationId })),
  );

/** Gives back all that a plan may have allocated. */
export const releaseOf = (orderId: string, { revision, plan }: Planned) =>
  ({
    kind: 'RELEASE',
    input: {
      orderId,
      revision,
      reductions: plan.flatMap(({ lines }) => lines.map(({ id }) => ({ orderLineId: id, keptQuantity: 0 }))),
    },
  }) as const satisfies Settlement;

/** Gives back all that a plan may have taken, of stock and of room at stores of collection. */
export const givingBack = (orderId: string, planned: Planned): Settlement[] => [
  releaseOf(orderId, planned),
  ...planned.plan.flatMap(({ id, type, locationId }) =>
    type === 'CLICK_AND_COLLECT' ? [{ kind: 'UNBOOK', orderId, locationId, part: id } as const] : [],
  ),
];

export function giveUpPlan({ database, owner }: Dependencies, orderId: string, planned: Planned): Promise<void> {
  return inTransaction(database, async (tx) => {
    if (await endPlan(tx, planned.id, 'ABANDONED')) await settleLater(tx, owner, givingBack(orderId, planned));
  });
}
