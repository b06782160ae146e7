import type { Connection } from '@passerelle/database';
import type { Caller } from '@passerelle/server';
import { invalidInput, newId, ok, type Result, refuse } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import { type LineCount, unitsToHandOn } from '../domain/fulfillment.ts';
import { handOn } from '../domain/hand-on.ts';
import { checkProof, type Proof, pickupAttempts } from '../domain/pickup-proof.ts';
import type { OrderRefusal } from '../domain/refusals.ts';
import { changeWorkOnce } from '../services/change-work.ts';
import { issueOf } from '../services/issue.ts';
import type { LockedWork } from '../storage/locked-work.ts';
import { countFailedPickup } from '../storage/orders.ts';
import { deliveriesOf } from '../storage/shipments.ts';

export type CollectInput = Proof & {
  readonly idempotencyKey: string;
  readonly id: string;
  readonly lines?: readonly LineCount[] | null;
};

/** Hands goods over to the shopper against proof. Issued as a shipment is: stored first, told by a job. */
export const completePickup = (deps: Dependencies, caller: Caller, input: CollectInput) =>
  changeWorkOnce(deps, caller, { input, operation: 'completePickup' }, 'COMPLETE_PICKUP', async (locked, now, tx) => {
    const { work, whole, lines } = locked;
    const proof = await prove(tx, locked, input);
    if (!proof.ok) return proof;
    const units = unitsToHandOn(lines, input.lines);
    if (!units.ok) return units;
    if (units.value.length === 0) return refuse(invalidInput(['lines'], 'Nothing is left to hand over.'));

    const handed = handOn(work, lines, whole.lines, { units: units.value, isDelivery: true, now });
    const isLast = handed.work.status === 'COLLECTED';
    return ok({
      ...handed,
      work: [handed.work],
      deliveries: [...(await deliveriesOf(tx, work.orderId)), now],
      settle: [issueOf(locked, { reference: newId('event', now), units: units.value, occurredAt: now })],
      event: {
        type: isLast ? 'fulfillment.collected' : 'fulfillment.partly-collected',
        message: `${work.number} was handed over${isLast ? '' : ' in part'}; ${input.identityChecked ? 'identity checked' : 'code shown'}.`,
      },
    });
  });

/** A wrong code is counted although nothing else changes. */
async function prove(
  tx: Connection,
  { work, whole }: LockedWork,
  input: CollectInput,
): Promise<Result<null, OrderRefusal>> {
  const code = whole.groups.find(({ id }) => id === work.deliveryGroupId)?.pickupCode ?? null;
  const proof = checkProof(input, { code, failedPickups: work.failedPickups });
  const isWrong = !proof.ok && proof.refusals.some((refusal) => refusal.code === 'PICKUP_PROOF_INVALID');
  if (isWrong && work.failedPickups < pickupAttempts) await countFailedPickup(tx, work.id);
  return proof;
}
