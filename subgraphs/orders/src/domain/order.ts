/** Stubs of what other subgraphs own. */
export type LocationRef = { readonly id: string };
export type ChannelRef = { readonly id: string };
export type ItemRef = { readonly sku: string };

export type OrderStatus = 'PENDING' | 'OPEN' | 'ON_HOLD' | 'COMPLETED' | 'CANCELLED';
export type OrderFulfillmentStatus =
  | 'UNFULFILLED'
  | 'BACKORDERED'
  | 'ALLOCATED'
  | 'IN_PROGRESS'
  | 'PARTIALLY_FULFILLED'
  | 'FULFILLED'
  | 'NOT_REQUIRED';
export type OrderPaymentStatus =
  | 'PENDING'
  | 'AUTHORIZED'
  | 'PARTIALLY_CAPTURED'
  | 'CAPTURED'
  | 'PARTIALLY_REFUNDED'
  | 'REFUNDED'
  | 'VOIDED'
  | 'FAILED';
export type PaymentStatus = 'PENDING' | 'AUTHORIZED' | 'CAPTURED' | 'REFUNDED' | 'VOIDED' | 'FAILED';
export type DeliveryMethod = 'DELIVERY' | 'CLICK_AND_COLLECT' | 'SHIP_TO_STORE';

export type Attribute = { readonly key: string; readonly value: string };
export type Address = {
  readonly name: string | null;
  readonly lines: string[];
  readonly city: string;
  readonly region: string | null;
  readonly postalCode: string | null;
  readonly countryCode: string;
  readonly phone: string | null;
};

/** An order's own row; amounts elsewhere are minor units of its currency. */
export type Order = {
  readonly id: string;
  readonly number: string;
  readonly channelId: string;
  readonly externalReference: string | null;
  readonly status: OrderStatus;
  readonly fulfillmentStatus: OrderFulfillmentStatus;
  readonly paymentStatus: OrderPaymentStatus;
  readonly locale: string;
  readonly currency: string;
  readonly customerId: string | null;
  readonly customerEmail: string | null;
  readonly customerPhone: string | null;
  readonly customerFirstName: string | null;
  readonly customerLastName: string | null;
  readonly billingAddress: Address | null;
  readonly attributes: Attribute[];
  readonly privateAttributes: Attribute[];
  readonly promisedTo: Date | null;
  /** Grows with each allocation asked of inventory. */
  readonly revision: number;
  readonly version: number;
  readonly placedBy: string;
  readonly placedAt: Date;
  readonly deliveredAt: Date | null;
  readonly cancelledAt: Date | null;
  readonly updatedAt: Date;
};

export type OrderLine = {
  readonly id: string;
  readonly orderId: string;
  readonly deliveryGroupId: string;
  readonly position: number;
  readonly sku: string;
  readonly name: string;
  readonly orderedQuantity: number;
  readonly cancelledQuantity: number;
  readonly fulfilledQuantity: number;
  /** Fulfilled units that reached the shopper. */
  readonly deliveredQuantity: number;
  /** Units no location works on: turned down or not found, and not sourced elsewhere yet. */
  readonly backorderedQuantity: number;
  readonly unitPriceMinor: number;
  /** Of all units ordered, cancelled ones included. */
  readonly discountMinor: number;
  readonly taxMinor: number;
  readonly attributes: Attribute[];
};

export type DeliveryGroup = {
  readonly id: string;
  readonly orderId: string;
  readonly position: number;
  readonly method: DeliveryMethod;
  readonly shippingAddress: Address | null;
  readonly pickupLocationId: string | null;
  readonly pickupCode: string | null;
  readonly serviceLevel: string | null;
  readonly promisedFrom: Date | null;
  readonly promisedTo: Date | null;
  readonly priceMinor: number;
};

export type Payment = {
  readonly id: string;
  readonly orderId: string;
  readonly provider: string;
  readonly reference: string;
  readonly method: string;
  readonly status: PaymentStatus;
  readonly authorizedMinor: number;
  readonly capturedMinor: number;
  readonly refundedMinor: number;
  /** Moment the authorization runs out; null when the payment service does not tell. */
  readonly expiresAt: Date | null;
  /** What the payment service calls the card; for finding the order only, never shown. */
  readonly cardToken: string | null;
};

export type OrderEvent = {
  readonly position: number;
  readonly id: string;
  readonly orderId: string;
  readonly type: string;
  readonly occurredAt: Date;
  readonly actor: string;
  readonly message: string;
};

/** Units the shopper wants now. */
export const wantedQuantity = (line: Pick<OrderLine, 'orderedQuantity' | 'cancelledQuantity'>) =>
  line.orderedQuantity - line.cancelledQuantity;

/** Units that may still be cancelled. */
export const openQuantity = (line: Pick<OrderLine, 'orderedQuantity' | 'cancelledQuantity' | 'fulfilledQuantity'>) =>
  wantedQuantity(line) - line.fulfilledQuantity;

export const isClosed = ({ status }: Pick<Order, 'status'>) => status === 'COMPLETED' || status === 'CANCELLED';

/** Some hold is open: one placed with the order, or one placed later. */
export const isHeld = ({ status }: Pick<Order, 'status'>) => status === 'PENDING' || status === 'ON_HOLD';
