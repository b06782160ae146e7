import type { Money, OwnRefusal, Refusal } from '@passerelle/values';
import type { LineEditabilityReason } from './editability.ts';

/** What the shopper was told to pay is not what the lines, discounts and deliveries add up to. */
export type PriceMismatch = OwnRefusal<'PRICE_MISMATCH', { readonly expected: Money; readonly actual: Money }>;
/** The payment service refused the payment, in its own words. */
export type PaymentDeclined = OwnRefusal<'PAYMENT_DECLINED', { readonly declineCode: string | null }>;
/** No location at all can source these SKUs for the channel. */
export type NoSource = OwnRefusal<'NO_SOURCE', { readonly skus: readonly string[] }>;
/** The code is wrong, or was wrong too often. */
export type PickupProofInvalid = OwnRefusal<'PICKUP_PROOF_INVALID', { readonly attemptsLeft: number }>;

/** The order or line can no longer be edited. */
export type NotEditable = OwnRefusal<'NOT_EDITABLE', { readonly reasons: readonly LineEditabilityReason[] }>;

/** A service of the retailer refused; the reason is in its own words. */
export type UserExitRejected = OwnRefusal<'USER_EXIT_REJECTED', { readonly exitReason: string | null }>;

export type OrderRefusal =
  | Refusal
  | UserExitRejected
  | NotEditable
  | PriceMismatch
  | PaymentDeclined
  | NoSource
  | PickupProofInvalid;

export const priceMismatch = (expected: Money, actual: Money): PriceMismatch => ({
  code: 'PRICE_MISMATCH',
  message: 'Lines less discounts, plus deliveries, do not add up to `expectedTotal`; taxes are included in prices.',
  path: ['input', 'expectedTotal'],
  expected,
  actual,
});

export const userExitRejected = (
  exit: string,
  exitReason: string | null,
  reason?: { readonly message: string },
): UserExitRejected => ({
  code: 'USER_EXIT_REJECTED',
  message: `The user exit ${exit} refuses: ${reason?.message ?? exitReason ?? 'it gives no reason'}.`,
  path: null,
  exitReason,
});

export const paymentDeclined = (declineCode: string, path: readonly string[]): PaymentDeclined => ({
  code: 'PAYMENT_DECLINED',
  message: `The payment service refuses: ${declineCode}. Use another means of payment.`,
  path: ['input', ...path],
  declineCode,
});

export const notEditable = (
  reasons: readonly LineEditabilityReason[],
  path: readonly string[] | null,
): NotEditable => ({
  code: 'NOT_EDITABLE',
  message: `This can no longer be changed: ${reasons.join(', ')}.`,
  path: path && ['input', ...path],
  reasons,
});

export const noSource = (skus: readonly string[]): NoSource => ({
  code: 'NO_SOURCE',
  message: `No location can source ${skus.join(', ')} for this channel and delivery.`,
  path: ['input', 'lines'],
  skus,
});

export const pickupProofInvalid = (attemptsLeft: number): PickupProofInvalid => ({
  code: 'PICKUP_PROOF_INVALID',
  message:
    attemptsLeft > 0
      ? `This is not the code of the pick-up; ${attemptsLeft} tries are left.`
      : "The pick-up is locked after too many wrong codes; check the shopper's identity instead.",
  path: ['input', 'pickupCode'],
  attemptsLeft,
});
