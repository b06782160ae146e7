import { invalidInput, ok, type Result, refuse } from '@passerelle/values';
import { type OrderRefusal, pickupProofInvalid } from './refusals.ts';

/** Wrong codes a pick-up takes before it is locked; then only a checked identity opens it. */
export const pickupAttempts = 5;

export type Proof = { readonly pickupCode?: string | null; readonly identityChecked?: boolean };

/** Whether the goods may be handed over; a wrong code tells how many tries are left after it. */
export function checkProof(
  proof: Proof,
  { code, failedPickups }: { readonly code: string | null; readonly failedPickups: number },
): Result<null, OrderRefusal> {
  if (proof.identityChecked) return ok(null);
  if (proof.pickupCode == null) {
    return refuse(invalidInput(['pickupCode'], 'Give the code, or check the identity and say so.'));
  }
  if (failedPickups >= pickupAttempts) return refuse(pickupProofInvalid(0));
  if (code !== null && proof.pickupCode === code) return ok(null);
  return refuse(pickupProofInvalid(pickupAttempts - failedPickups - 1));
}
