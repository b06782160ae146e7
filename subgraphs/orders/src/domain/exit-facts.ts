import type { Inputs } from '@passerelle/exits';
import { formatMoney } from '@passerelle/values';
import type { Candidate } from './candidate.ts';
import { type CaptureInput, type Draft, draftTotal } from './capture.ts';
import type { CapturedOrder } from './new-order.ts';
import type { Address } from './order.ts';
import type { GroupDemand } from './work-plan.ts';

/** Country, postal code and city: enough to judge by, and nobody's address. */
export const placeOf = (address: Address | null) =>
  address && { countryCode: address.countryCode, postalCode: address.postalCode, city: address.city };

/** What exits are told of an order that is to be placed. */
export function orderFacts(input: CaptureInput, draft: Draft, parts: CapturedOrder): Inputs['order.validate'] {
  const amount = (minor: number) => formatMoney({ minor, currency: draft.currency });
  const { provider, method, reference } = input.payment;
  return {
    orderId: parts.orderId,
    number: parts.number,
    externalReference: input.externalReference ?? null,
    customerId: input.customer.customerId ?? null,
    email: input.customer.email,
    total: formatMoney(draftTotal(draft)),
    payment: { provider, method, reference },
    billing: placeOf(draft.billingAddress),
    lines: parts.lines.map((line) => ({
      lineId: line.id,
      sku: line.sku,
      name: line.name,
      quantity: line.orderedQuantity,
      unitPrice: amount(line.unitPriceMinor),
      groupId: line.deliveryGroupId,
    })),
    groups: parts.groups.map(({ id, method, pickupLocationId, serviceLevel, shippingAddress }) => ({
      groupId: id,
      method,
      pickupLocationId,
      serviceLevel,
      destination: placeOf(shippingAddress),
    })),
  };
}

/** What is told of those who could source a delivery. */
export const rankFacts = (
  orderId: string,
  { groupId, demands }: GroupDemand,
  candidates: readonly Candidate[],
): Inputs['sourcing.rank'] => ({
  orderId,
  groupId,
  lines: demands,
  candidates: candidates.map(({ locationId, isStore, distanceKm, readyAt, available }) => ({
    locationId,
    isStore,
    distanceKm,
    readyAt: readyAt?.toISOString() ?? null,
    available: Object.fromEntries(available),
  })),
});
