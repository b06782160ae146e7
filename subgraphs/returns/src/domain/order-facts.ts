/** What orders tells about an order when goods come back. */
export type OrderFacts = {
  readonly orderId: string;
  readonly channelId: string;
  /** Null for guests. */
  readonly customerId: string | null;
  readonly currency: string;
  /** Where the goods were sent or billed to; null when unknown. */
  readonly countryCode: string | null;
  /** What was paid for delivery, in minor units. */
  readonly deliveryMinor: number;
  /** Null when told before anybody asked. */
  readonly placedAt: Date | null;
  /** Moment the last unit was delivered or collected. */
  readonly deliveredAt: Date | null;
  readonly cancelledAt: Date | null;
  readonly lines: readonly OrderLineFacts[];
};

export type OrderLineFacts = {
  readonly orderLineId: string;
  readonly sku: string;
  /** Category of the SKU, as inventory knew it; null when it has none. */
  readonly category: string | null;
  readonly quantity: number;
  readonly fulfilledQuantity: number;
  /** What the shopper paid for the whole line, in minor units. */
  readonly totalMinor: number;
  /** Tax within `totalMinor`. */
  readonly taxMinor: number;
};

/** An order as orders tells of it when asked. */
export type ToldOrder = OrderFacts & {
  /** Printed for the shopper. */
  readonly number: string;
  /** Locations that have, or had, work for the order. */
  readonly locationIds: readonly string[];
  /** Names of the goods by order line. */
  readonly names: ReadonlyMap<string, string>;
};

/** An order as the gateway hands it over: its key, and what we asked for with it. */
export type OrderReference = {
  readonly id: string;
  readonly deliveredAt?: string | Date | null;
  readonly cancelledAt?: string | Date | null;
};
export type OrderLineReference = { readonly id: string; readonly fulfilledQuantity?: number };
export type LocationReference = { readonly id: string };

/** Units of one order line in returns that were neither declined nor cancelled. */
export type Claims = {
  readonly orderId: string;
  readonly orderLineId: string;
  readonly requestedQuantity: number;
  /** Units that are still on their way back. */
  readonly awaitedQuantity: number;
  readonly receivedQuantity: number;
  readonly acceptedQuantity: number;
  readonly refusedQuantity: number;
  /** Value of the requested units, in minor units. */
  readonly refundableMinor: number;
};

export type OrderReturnStatus = 'NONE' | 'REQUESTED' | 'IN_PROGRESS' | 'PARTIALLY_RETURNED' | 'RETURNED';

const total = (claims: readonly Claims[], of: (claim: Claims) => number) =>
  claims.reduce((sum, claim) => sum + of(claim), 0);

/** How far returns of an order have come; `facts` are null while nothing is known of the order. */
export function orderReturnStatus(claims: readonly Claims[], facts: OrderFacts | null): OrderReturnStatus {
  const fulfilled = facts?.lines.reduce((sum, line) => sum + line.fulfilledQuantity, 0) ?? 0;
  const accepted = total(claims, (claim) => claim.acceptedQuantity);
  const refused = total(claims, (claim) => claim.refusedQuantity);
  const received = total(claims, (claim) => claim.receivedQuantity);
  if (accepted > 0 && accepted >= fulfilled) return 'RETURNED';
  if (received > accepted + refused) return 'IN_PROGRESS';
  if (accepted > 0) return 'PARTIALLY_RETURNED';
  return total(claims, (claim) => claim.awaitedQuantity) > 0 ? 'REQUESTED' : 'NONE';
}
