// Generated from the stored operations by `pnpm generate`. Do not edit.
import type { Document } from '../document.ts';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Shopper-facing stock state. */
export type AvailabilityStatus =
  /** Enough units. */
  | 'IN_STOCK'
  /** Units left, but fewer than the channel's low-stock threshold. */
  | 'LOW_STOCK'
  /** No unit now, but orders are taken against an expected receipt. */
  | 'BACKORDER'
  /** Not yet released; orders are taken against a release date. */
  | 'PREORDER'
  /** No unit can be promised. */
  | 'OUT_OF_STOCK'
  /** The SKU is not known. */
  | 'UNKNOWN_SKU';

/** One cart line to collect. */
export type PickupItemInput = {
  /** Stock-keeping unit. */
  sku: string;
  /** Units wanted, 1 to 999. */
  quantity: number;
};

/** How much of a cart a store can hand over. */
export type PickupCompleteness =
  /** Every unit. */
  | 'COMPLETE'
  /** Some units. */
  | 'PARTIAL'
  /** No unit. */
  | 'NONE';

/** State of a reservation. */
export type ReservationStatus =
  /** Held for a cart; lapses at `expiresAt`. */
  | 'HELD'
  /** Belongs to an order. */
  | 'ALLOCATED'
  /** Every unit was issued. */
  | 'ISSUED'
  /** Given back. */
  | 'RELEASED'
  /** Lapsed. */
  | 'EXPIRED';

/** Input of `reserveStock`. */
export type ReserveStockInput = {
  /** Client-chosen key, 8 to 128 characters, kept for at least 24 hours. */
  idempotencyKey: string;
  /** Channel id. */
  channelId: string;
  /** Cart the units are held for. */
  cartReference: string;
  /** Lines to hold; 1 to 50. */
  lines: Array<ReserveStockLineInput>;
  /** Store of collection; when given, every line is held there. */
  pickupLocationId?: string | null | undefined;
  /** How long to hold; 1 minute to 60 minutes. Default: PT15M. */
  holdFor?: string | null | undefined;
  /** Hold what there is instead of failing. Default: false. */
  allowPartial?: boolean | null | undefined;
};

/** One line to hold. */
export type ReserveStockLineInput = {
  /** Stock-keeping unit. */
  sku: string;
  /** Units. */
  quantity: number;
};

/** WGS 84 position in decimal degrees, given by a caller. */
export type GeoPointInput = {
  /** North positive, -90 to 90. */
  latitude: number;
  /** East positive, -180 to 180. */
  longitude: number;
};

/** Why a location or its stock was left out. The list may grow; treat an unknown code as 'not available'. */
export type IneligibilityReasonCode =
  /** The location is not active. */
  | 'LOCATION_INACTIVE'
  /** The service is switched off at the location. */
  | 'SERVICE_DISABLED'
  /** A pilot of the service leaves the location out, or has not begun. */
  | 'PILOT_OFF'
  /** Staff paused the service for a while. */
  | 'SERVICE_PAUSED'
  /** The location does not serve the channel. */
  | 'CHANNEL_NOT_SERVED'
  /** A closure covers the period asked for. */
  | 'CLOSED'
  /** The day's capacity for the service is used up. */
  | 'CAPACITY_REACHED'
  /** The order is larger than the location accepts. */
  | 'ORDER_TOO_LARGE'
  /** The location lies outside the search radius. */
  | 'OUT_OF_RADIUS'
  /** The location cannot be ready by the time asked for. */
  | 'TOO_LATE'
  /** No unit is on hand. */
  | 'NO_STOCK'
  /** Every unit on hand is reserved. */
  | 'ALL_RESERVED'
  /** Safety stock protects what is left. */
  | 'PROTECTED'
  /** The channel's pool holds no more units. */
  | 'POOL_EXHAUSTED'
  /** The last snapshot or event is older than the freshness limit. */
  | 'STOCK_STALE';

/** Codes of `UserError`. Output only; new values may appear in any release. */
export type UserErrorCode =
  /** A value is malformed or out of range. */
  | 'INVALID_INPUT'
  /** An id in the input names nothing the caller may see. */
  | 'NOT_FOUND'
  /** `expectedVersion` no longer matches. */
  | 'VERSION_CONFLICT'
  /** The object's state does not allow the action. */
  | 'INVALID_STATE'
  /** The idempotency key was used before with different input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** The first request with this key is still running; retry later. */
  | 'IDEMPOTENCY_IN_PROGRESS'
  /** A batch or quantity limit is exceeded. */
  | 'LIMIT_EXCEEDED'
  /** A user exit refused the action. */
  | 'USER_EXIT_REJECTED'
  /** Not enough sellable units. */
  | 'INSUFFICIENT_STOCK'
  /** The reservation ran out before it was used. */
  | 'RESERVATION_EXPIRED'
  /** The expected quantity differs from the stored one. */
  | 'QUANTITY_CONFLICT'
  /** A snapshot chunk is missing, repeated or late. */
  | 'SNAPSHOT_SEQUENCE'
  /** The location cannot provide the service. */
  | 'LOCATION_NOT_ELIGIBLE'
  /** Two opening periods or closures overlap. */
  | 'OVERLAPPING_PERIODS'
  /** The payment service refused the payment. */
  | 'PAYMENT_DECLINED'
  /** Prices given and prices known disagree. */
  | 'PRICE_MISMATCH'
  /** The order or line can no longer be edited. */
  | 'NOT_EDITABLE'
  /** The quantity is larger than what is left to act on. */
  | 'QUANTITY_TOO_LARGE'
  /** The pick-up code or proof of identity does not match. */
  | 'PICKUP_PROOF_INVALID'
  /** No location can source the lines. */
  | 'NO_SOURCE'
  /** The return policy does not allow the return. */
  | 'NOT_RETURNABLE'
  /** The refund is larger than what was paid and not yet refunded. */
  | 'REFUND_TOO_LARGE';

/** Life of an order as a whole. */
export type OrderStatus =
  /** Captured; waits for payment or checks. */
  | 'PENDING'
  /** Being fulfilled. */
  | 'OPEN'
  /** Stopped by a hold. */
  | 'ON_HOLD'
  /** Every unit delivered, collected or cancelled, and settled. */
  | 'COMPLETED'
  /** Every unit cancelled. */
  | 'CANCELLED';

/** How far fulfillment has come. */
export type OrderFulfillmentStatus =
  /** Not routed yet. */
  | 'UNFULFILLED'
  /** No location can source some units yet. */
  | 'BACKORDERED'
  /** Every unit has a location. */
  | 'ALLOCATED'
  /** Some location works on it. */
  | 'IN_PROGRESS'
  /** Some units shipped or collected. */
  | 'PARTIALLY_FULFILLED'
  /** Every unit shipped or collected. */
  | 'FULFILLED'
  /** Nothing left to fulfill, because of cancellation. */
  | 'NOT_REQUIRED';

/** How far payment has come. */
export type OrderPaymentStatus =
  /** Not authorized yet. */
  | 'PENDING'
  /** Authorized in full. */
  | 'AUTHORIZED'
  /** Captured in part. */
  | 'PARTIALLY_CAPTURED'
  /** Captured in full. */
  | 'CAPTURED'
  /** Given back in part. */
  | 'PARTIALLY_REFUNDED'
  /** Given back in full. */
  | 'REFUNDED'
  /** Authorization given up. */
  | 'VOIDED'
  /** Refused. */
  | 'FAILED';

/** Why a line can no longer be edited. */
export type LineEditabilityReason =
  /** The order is completed or cancelled. */
  | 'ORDER_CLOSED'
  /** A location is picking the line. */
  | 'PICKING_STARTED'
  /** The line has shipped. */
  | 'SHIPPED'
  /** The line was collected. */
  | 'COLLECTED'
  /** The channel's time for edits is over. */
  | 'EDIT_WINDOW_CLOSED'
  /** The channel forbids edits, for example a marketplace. */
  | 'RESTRICTED_BY_CHANNEL'
  /** Another change waits for a warehouse to let go of its work. */
  | 'CHANGE_WAITING';

/** How goods reach the shopper. */
export type DeliveryMethod =
  /** Carrier to an address; any location may ship. */
  | 'DELIVERY'
  /** Collected in a store from the store's own stock. */
  | 'CLICK_AND_COLLECT'
  /** Collected in a store after being sent there. */
  | 'SHIP_TO_STORE';

/** Kinds of changes. */
export type OrderChangeKind =
  /** A line was added. */
  | 'LINE_ADDED'
  /** A line was removed. */
  | 'LINE_REMOVED'
  /** A quantity was changed. */
  | 'QUANTITY_CHANGED'
  /** An address was changed. */
  | 'ADDRESS_CHANGED'
  /** A delivery group was changed. */
  | 'DELIVERY_CHANGED'
  /** A price was changed. */
  | 'PRICE_CHANGED';

/** State of a shipment. */
export type ShipmentStatus =
  /** Label made; not handed over. */
  | 'LABEL_CREATED'
  /** On its way. */
  | 'IN_TRANSIT'
  /** With the courier. */
  | 'OUT_FOR_DELIVERY'
  /** Delivered. */
  | 'DELIVERED'
  /** Something went wrong. */
  | 'EXCEPTION'
  /** The carrier has lost it. */
  | 'LOST'
  /** Came back undelivered. */
  | 'RETURNED_TO_SENDER';

/** Input of `placeOrder`. */
export type PlaceOrderInput = {
  /** Client-chosen key, 8 to 128 characters, kept for at least 24 hours. */
  idempotencyKey: string;
  /** Channel id. */
  channelId: string;
  /** Reference of the sending system; unique per channel. */
  externalReference?: string | null | undefined;
  /** Cart reservation to turn into an allocation. */
  reservationId?: string | null | undefined;
  /** The shopper. */
  customer: OrderCustomerInput;
  /** Billing address. */
  billingAddress?: PostalAddressInput | null | undefined;
  /** How parts of the order reach the shopper; 1 to 10. */
  deliveryGroups: Array<DeliveryGroupInput>;
  /** 1 to 200 lines. */
  lines: Array<PlaceOrderLineInput>;
  /** What the shopper was told to pay; a difference is PRICE_MISMATCH. */
  expectedTotal: MoneyInput;
  /** Payment authorized beforehand. */
  payment: PaymentInput;
  /** Shopper's language. */
  locale?: string | null | undefined;
  /** Moment the shopper placed it; default: now. */
  placedAt?: string | null | undefined;
  /** Attributes any reader of the order may see. */
  attributes?: Array<AttributeInput> | null | undefined;
};

/** The shopper of an order, given by a caller. */
export type OrderCustomerInput = {
  /** Id in the retailer's customer system; null for guests. */
  customerId?: string | null | undefined;
  /** E-mail address. */
  email: string;
  /** E.164 telephone number. */
  phone?: string | null | undefined;
  /** Given name. */
  firstName?: string | null | undefined;
  /** Family name. */
  lastName?: string | null | undefined;
};

/** How some lines reach the shopper. `shippingAddress` with DELIVERY, `pickupLocationId` with the others; never both. */
export type DeliveryGroupInput = {
  /** Name by which lines refer to the group within this input. */
  key: string;
  /** How the lines reach the shopper. */
  method: DeliveryMethod;
  /** Delivery address; only with DELIVERY. */
  shippingAddress?: PostalAddressInput | null | undefined;
  /** Store of collection; only with collection methods. */
  pickupLocationId?: string | null | undefined;
  /** Service level sold, for example `EXPRESS`. `CURBSIDE_PICKUP` with CLICK_AND_COLLECT: the goods are brought to the car, by the store's capacity for that. */
  serviceLevel?: string | null | undefined;
  /** Price of delivery. */
  price: MoneyInput;
};

/** One line to order. */
export type PlaceOrderLineInput = {
  /** Stock-keeping unit. */
  sku: string;
  /** Units, 1 to 9 999. */
  quantity: number;
  /** Name shown to the shopper. */
  name: string;
  /** Price of one unit before discounts. */
  unitPrice: MoneyInput;
  /** Sum of discounts on the line; zero or more. */
  discountTotal?: MoneyInput | null | undefined;
  /** Tax of the line. */
  taxTotal: MoneyInput;
  /** `key` of the delivery group of the line. */
  deliveryGroupKey: string;
  /** Integration attributes. */
  attributes?: Array<AttributeInput> | null | undefined;
};

/** Payment authorized beforehand at the retailer's payment service. */
export type PaymentInput = {
  /** Payment service, for example `adyen`. */
  provider: string;
  /** Reference at the payment service. */
  reference: string;
  /** Payment method, for example `card`. */
  method: string;
  /** What the payment service calls the card: its token or fingerprint, 256 characters at most, never a card number. Staff find the order by it; it is shown to nobody. */
  cardToken?: string | null | undefined;
  /** Amount authorized. */
  authorized: MoneyInput;
};

/** Sets the quantity of a line; zero removes it. */
export type SetLineQuantityInput = {
  /** Line id. */
  lineId: string;
  /** New quantity in units; in `cancelOrder`, units to cancel. */
  quantity: number;
};

/** Input of `editOrder`. At least one change. */
export type EditOrderInput = {
  /** Client-chosen key, 8 to 128 characters, kept for at least 24 hours. */
  idempotencyKey: string;
  /** Order id. */
  orderId: string;
  /** Version the change is based on. */
  expectedVersion: number;
  /** Check and price the edit without storing it. Default: false. */
  dryRun?: boolean;
  /** Lines to add. */
  addLines?: Array<PlaceOrderLineInput> | null | undefined;
  /** Quantities to set. */
  setQuantities?: Array<SetLineQuantityInput> | null | undefined;
  /** Group to change; also used by lines in `addLines` through its key. */
  deliveryGroups?: Array<EditDeliveryGroupInput> | null | undefined;
  /** Reason, kept in the audit trail. */
  reason?: string | null | undefined;
  /** Payment that covers a higher total; left out means the first payment is increased where the provider allows. */
  payment?: PaymentInput | null | undefined;
};

/** Changes a delivery group, or adds one when `id` is left out. */
export type EditDeliveryGroupInput = {
  /** Group to change; left out adds a group. */
  id?: string | null | undefined;
  /** Name by which `addLines` refers to the group. */
  key?: string | null | undefined;
  /** How the lines reach the shopper. */
  method?: DeliveryMethod | null | undefined;
  /** Delivery address; only with DELIVERY. */
  shippingAddress?: PostalAddressInput | null | undefined;
  /** Store of collection; only with collection methods. */
  pickupLocationId?: string | null | undefined;
  /** Service level sold, for example `EXPRESS`. */
  serviceLevel?: string | null | undefined;
};

/** An amount in one currency, given by a caller. */
export type MoneyInput = {
  /** Signed decimal in major units. More fraction digits than the currency allows is INVALID_INPUT. */
  amount: string;
  /** Currency of `amount`; must equal the currency of the object it applies to. */
  currency: string;
};

/** Sets one attribute; a null value removes it. */
export type AttributeInput = {
  /** Lower-case dotted key, at most 64 characters. */
  key: string;
  /** New value, or null to remove the key. */
  value?: string | null | undefined;
};

/** A postal address, given by a caller. */
export type PostalAddressInput = {
  /** Recipient or site name. */
  name?: string | null | undefined;
  /** Street lines, one to three. */
  lines: Array<string>;
  /** Town or city. */
  city: string;
  /** State, province or region. */
  region?: string | null | undefined;
  /** Postal code in national form. */
  postalCode?: string | null | undefined;
  /** Country of the address. */
  countryCode: string;
  /** E.164 telephone number. */
  phone?: string | null | undefined;
};

/** State of a return. */
export type ReturnStatus =
  /** Waits for review. */
  | 'REQUESTED'
  /** Approved; waits for the goods. */
  | 'APPROVED'
  /** Refused. */
  | 'DECLINED'
  /** Some units arrived. */
  | 'PARTIALLY_RECEIVED'
  /** Every unit arrived. */
  | 'RECEIVED'
  /** Every received unit was inspected. */
  | 'INSPECTED'
  /** Settled: refunded or exchanged in full, or nothing was accepted. */
  | 'CLOSED'
  /** Withdrawn. */
  | 'CANCELLED';

/** How goods come back. */
export type ReturnMethod =
  /** Handed over in a store. */
  | 'IN_STORE'
  /** Handed over at a drop-off point of the network, which sends the goods on to be judged. */
  | 'DROP_OFF_POINT'
  /** Handed to a carrier with a label. */
  | 'CARRIER_DROP_OFF'
  /** The shopper keeps the goods: a claim for a reason that is the retailer's fault. */
  | 'KEEP_ITEM';

/** Why goods come back. */
export type ReturnReason =
  /** Too small. */
  | 'TOO_SMALL'
  /** Too large. */
  | 'TOO_LARGE'
  /** Not as described. */
  | 'NOT_AS_DESCRIBED'
  /** Does not work. */
  | 'DEFECTIVE'
  /** Damaged on the way. */
  | 'DAMAGED_IN_TRANSIT'
  /** Another item was sent. */
  | 'WRONG_ITEM'
  /** Came too late. */
  | 'ARRIVED_LATE'
  /** No longer wanted. */
  | 'CHANGED_MIND'
  /** Lost on the way; only with KEEP_ITEM. */
  | 'NEVER_ARRIVED'
  /** Another reason; see the note. */
  | 'OTHER';

/** What the shopper gets. */
export type ReturnResolution =
  /** Money back. */
  | 'REFUND'
  /** Other goods. */
  | 'EXCHANGE'
  /** Credit to spend. */
  | 'STORE_CREDIT';

/** How far returns of an order have come. */
export type OrderReturnStatus =
  /** No return. */
  | 'NONE'
  /** Asked for; nothing received. */
  | 'REQUESTED'
  /** Some goods are being handled. */
  | 'IN_PROGRESS'
  /** Some units came back. */
  | 'PARTIALLY_RETURNED'
  /** Every fulfilled unit came back. */
  | 'RETURNED';

/** Why goods cannot be returned. */
export type ReturnIneligibilityReason =
  /** Not delivered or collected yet. */
  | 'NOT_DELIVERED'
  /** The order is cancelled. */
  | 'ORDER_CANCELLED'
  /** The time for returns is over. */
  | 'WINDOW_CLOSED'
  /** Sold without right of return. */
  | 'FINAL_SALE'
  /** Every unit came back already. */
  | 'ALREADY_RETURNED'
  /** The channel handles its own returns. */
  | 'CHANNEL_NOT_ALLOWED'
  /** Nothing is taken back without a receipt. */
  | 'RECEIPT_REQUIRED'
  /** More, of a higher value, or more often than is taken back without a receipt. */
  | 'LIMIT_REACHED';

/** Input of `createReturn`. */
export type CreateReturnInput = {
  /** Client-chosen key, 8 to 128 characters, kept for at least 24 hours. */
  idempotencyKey: string;
  /** Order id. */
  orderId: string;
  /** How the goods come back. */
  method: ReturnMethod;
  /** Store, or drop-off point, that takes the goods; needed with IN_STORE and DROP_OFF_POINT, and only then. */
  dropOffLocationId?: string | null | undefined;
  /** The carrier's number of the point where the parcel is handed in, 64 characters at most; only with CARRIER_DROP_OFF. */
  dropOffPoint?: string | null | undefined;
  /** 1 to 200 lines. */
  lines: Array<CreateReturnLineInput>;
  /** Integration attributes. */
  attributes?: Array<AttributeInput> | null | undefined;
};

/** One line to return. */
export type CreateReturnLineInput = {
  /** Order line id. */
  orderLineId: string;
  /** Units to return, 1 or more. */
  quantity: number;
  /** Why the units come back. */
  reason: ReturnReason;
  /** What the shopper wants. */
  resolution?: ReturnResolution;
  /** Shopper's own words. */
  note?: string | null | undefined;
};

/** Day of the week. */
export type Weekday =
  /** Monday. */
  | 'MONDAY'
  /** Tuesday. */
  | 'TUESDAY'
  /** Wednesday. */
  | 'WEDNESDAY'
  /** Thursday. */
  | 'THURSDAY'
  /** Friday. */
  | 'FRIDAY'
  /** Saturday. */
  | 'SATURDAY'
  /** Sunday. */
  | 'SUNDAY';

export type AskReturnMutationVariables = Exact<{
  input: CreateReturnInput;
}>;


export type AskReturnMutation = { createReturn: { return: { id: string, number: string, status: ReturnStatus, label: { url: string | null, qrPayload: string | null } | null } | null, userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode, reasons: Array<ReturnIneligibilityReason> }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } | null };

export type ChangeOrderMutationVariables = Exact<{
  input: EditOrderInput;
}>;


export type ChangeOrderMutation = { editOrder: { order: { id: string, version: number } | null, preview: { totalAfter: { amount: string }, amountDue: { amount: string }, changes: Array<{ kind: OrderChangeKind, sku: string | null, quantityBefore: number | null, quantityAfter: number | null }> } | null, userErrors: Array<
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null, reasons: Array<LineEditabilityReason> }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
      | { code: UserErrorCode, path: Array<string> | null }
    > } | null };

export type CheckoutMutationVariables = Exact<{
  input: PlaceOrderInput;
}>;


export type CheckoutMutation = { placeOrder: { order: { id: string, number: string, status: OrderStatus, totals: { grandTotal: { amount: string, currency: string } } } | null, userErrors: Array<
      | { __typename: 'InvalidInputError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'NotFoundError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientStockError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'LocationNotEligibleError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'ReservationExpiredError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'PriceMismatchError', code: UserErrorCode, message: string, path: Array<string> | null, expected: { amount: string }, actual: { amount: string } }
      | { __typename: 'PaymentDeclinedError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'NoSourceError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'UserExitRejectedError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceededError', code: UserErrorCode, message: string, path: Array<string> | null }
    > } | null };

export type HoldCartMutationVariables = Exact<{
  input: ReserveStockInput;
}>;


export type HoldCartMutation = { reserveStock: { reservation: { id: string, status: ReservationStatus, expiresAt: string | null, lines: Array<{ sku: string, quantity: number }> } | null, userErrors: Array<
      | { __typename: 'InvalidInputError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'NotFoundError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientStockError', code: UserErrorCode, message: string, path: Array<string> | null, sku: string, availableQuantity: number }
      | { __typename: 'LocationNotEligibleError', code: UserErrorCode, message: string, path: Array<string> | null, reasons: Array<{ code: IneligibilityReasonCode, until: string | null }> }
      | { __typename: 'IdempotencyError', code: UserErrorCode, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceededError', code: UserErrorCode, message: string, path: Array<string> | null }
    > } | null };

export type ListingAvailabilityQueryVariables = Exact<{
  channelId: string;
  skus: Array<string> | string;
}>;


export type ListingAvailabilityQuery = { availability: Array<{ sku: string, status: AvailabilityStatus, sellableQuantity: number, isCapped: boolean, asOf: string, warehouse: { quantity: number }, stores: { quantity: number, locationCount: number }, pickup: { isAvailable: boolean, storeCount: number }, nextReceipt: { quantity: number, expectedAt: string } | null }> | null };

export type OrderPageQueryVariables = Exact<{
  id: string;
}>;


export type OrderPageQuery = { order: { id: string, number: string, status: OrderStatus, fulfillmentStatus: OrderFulfillmentStatus, paymentStatus: OrderPaymentStatus, returnStatus: OrderReturnStatus | null, version: number, placedAt: string, customer: { email: string | null, firstName: string | null } | null, totals: { grandTotal: { amount: string, currency: string }, balance: { amount: string } }, lines: Array<{ id: string, sku: string, name: string, quantity: number, fulfilledQuantity: number, returnableQuantity: number | null, total: { amount: string, currency: string }, editability: { isEditable: boolean, reasons: Array<LineEditabilityReason> } }>, deliveryGroups: Array<{ method: DeliveryMethod, promisedTo: string | null, shippingAddress: { city: string, countryCode: string } | null, pickupLocation: { id: string, name: string, address: { city: string } | null } | null }>, shipments: Array<{ carrier: string, trackingNumber: string | null, trackingUrl: string | null, status: ShipmentStatus, lines: Array<{ quantity: number, orderLine: { sku: string } }> }>, returnEligibility: { isReturnable: boolean, returnableUntil: string | null, methods: Array<ReturnMethod>, reasons: Array<ReturnIneligibilityReason> } | null, returns: { nodes: Array<{ id: string, number: string, status: ReturnStatus, refundSummary: { total: { amount: string } } }> } | null } | null };

export type StorePickerQueryVariables = Exact<{
  channelId: string;
  items: Array<PickupItemInput> | PickupItemInput;
  near: GeoPointInput;
}>;


export type StorePickerQuery = { pickupStores: { edges: Array<{ cursor: string, node: { distanceKm: number | null, fulfillment: PickupCompleteness, readyAt: string | null, items: Array<{ sku: string, availableQuantity: number }>, reasons: Array<{ code: IneligibilityReasonCode }>, location: { id: string, code: string, name: string, isOpen: boolean | null, pickupInstructions: string | null, address: { lines: Array<string>, city: string, postalCode: string | null } | null, openingHours: Array<{ day: Weekday, opensAt: string, closesAt: string }> | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type StorePickerNamesQueryVariables = Exact<{
  channelId: string;
  items: Array<PickupItemInput> | PickupItemInput;
  near: GeoPointInput;
}>;


export type StorePickerNamesQuery = { pickupStores: { nodes: Array<{ distanceKm: number | null, readyAt: string | null, location: { id: string, code: string, name: string } | null }> } | null };

export type WatchAvailabilitySubscriptionVariables = Exact<{
  channelId: string;
  skus: Array<string> | string;
}>;


export type WatchAvailabilitySubscription = { availabilityChanged: Array<{ sku: string, status: AvailabilityStatus, sellableQuantity: number, isCapped: boolean }> | null };

export type WatchOrderSubscriptionVariables = Exact<{
  id: string;
}>;


export type WatchOrderSubscription = { orderChanged: { id: string, status: OrderStatus, fulfillmentStatus: OrderFulfillmentStatus, paymentStatus: OrderPaymentStatus, returnStatus: OrderReturnStatus | null, version: number, shipments: Array<{ carrier: string, trackingNumber: string | null, trackingUrl: string | null, status: ShipmentStatus }> } | null };

export const askReturn: Document<AskReturnMutation, AskReturnMutationVariables, 'mutation'> = {
  "name": "AskReturn",
  "kind": "mutation",
  "text": "mutation AskReturn($input: CreateReturnInput!) { createReturn(input: $input) { return { id number status label { url qrPayload } } userErrors { ... on UserError { code } ... on NotReturnableError { reasons } } } }",
  "hash": "3afba7c47c25b32a22425e42fe8d3552ee3864b087fe3fd1f4d7a436dae5b830"
};

export const changeOrder: Document<ChangeOrderMutation, ChangeOrderMutationVariables, 'mutation'> = {
  "name": "ChangeOrder",
  "kind": "mutation",
  "text": "mutation ChangeOrder($input: EditOrderInput!) { editOrder(input: $input) { order { id version } preview { totalAfter { amount } amountDue { amount } changes { kind sku quantityBefore quantityAfter } } userErrors { ... on UserError { code path } ... on NotEditableError { reasons } } } }",
  "hash": "cac74177abcaa6f38c9516eec7cd73151f3bfe008815f31299904f9540ab211f"
};

export const checkout: Document<CheckoutMutation, CheckoutMutationVariables, 'mutation'> = {
  "name": "Checkout",
  "kind": "mutation",
  "text": "mutation Checkout($input: PlaceOrderInput!) { placeOrder(input: $input) { order { id number status totals { grandTotal { amount currency } } } userErrors { __typename ... on UserError { code message path } ... on PriceMismatchError { expected { amount } actual { amount } } } } }",
  "hash": "f890c66511279a7c4a5ea20353e857a308e12c0b09a9e4263d6527afb5a58038"
};

export const holdCart: Document<HoldCartMutation, HoldCartMutationVariables, 'mutation'> = {
  "name": "HoldCart",
  "kind": "mutation",
  "text": "mutation HoldCart($input: ReserveStockInput!) { reserveStock(input: $input) { reservation { id status expiresAt lines { sku quantity } } userErrors { __typename ... on UserError { code message path } ... on InsufficientStockError { sku availableQuantity } ... on LocationNotEligibleError { reasons { code until } } } } }",
  "hash": "bc7a550864dda48fb932bd41b29c102b3796f640333f9ff68f2309ca9906a3d4"
};

export const listingAvailability: Document<ListingAvailabilityQuery, ListingAvailabilityQueryVariables, 'query'> = {
  "name": "ListingAvailability",
  "kind": "query",
  "text": "query ListingAvailability($channelId: ID!, $skus: [String!]!) {\n  availability(channelId: $channelId, skus: $skus) { sku status sellableQuantity isCapped warehouse { quantity } stores { quantity locationCount } pickup { isAvailable storeCount } nextReceipt { quantity expectedAt } asOf }\n}",
  "hash": "53839bd4ee6c24670e3b8ef900bb195488ebcc9c6e4b14c9ed4ca06916119da5"
};

export const orderPage: Document<OrderPageQuery, OrderPageQueryVariables, 'query'> = {
  "name": "OrderPage",
  "kind": "query",
  "text": "query OrderPage($id: ID!) {\n  order(id: $id) { id number status fulfillmentStatus paymentStatus returnStatus version placedAt\n    customer { email firstName } totals { grandTotal { amount currency } balance { amount } }\n    lines { id sku name quantity fulfilledQuantity returnableQuantity total { amount currency } editability { isEditable reasons } }\n    deliveryGroups { method shippingAddress { city countryCode } pickupLocation { id name address { city } } promisedTo }\n    shipments { carrier trackingNumber trackingUrl status lines { quantity orderLine { sku } } }\n    returnEligibility { isReturnable returnableUntil methods reasons } returns(first: 5) { nodes { id number status refundSummary { total { amount } } } } } }",
  "hash": "488db1a05a5e4ac114cf4b2ffee4d0a60e30b7b701addcec82bbd0d9fd1bd366"
};

export const storePicker: Document<StorePickerQuery, StorePickerQueryVariables, 'query'> = {
  "name": "StorePicker",
  "kind": "query",
  "text": "query StorePicker($channelId: ID!, $items: [PickupItemInput!]!, $near: GeoPointInput!) {\n  pickupStores(channelId: $channelId, items: $items, near: $near, radiusKm: 30, first: 10) {\n    edges { cursor node { distanceKm fulfillment readyAt items { sku availableQuantity } reasons { code } location { id code name address { lines city postalCode } isOpen openingHours { day opensAt closesAt } pickupInstructions(locale: \"fr-FR\") } } }\n    pageInfo { hasNextPage endCursor }\n  }\n}",
  "hash": "0592698c3e061998af3a69b9f35591efeedec35b6376416d5dac3e9ca5ce1cfe"
};

export const storePickerNames: Document<StorePickerNamesQuery, StorePickerNamesQueryVariables, 'query'> = {
  "name": "StorePickerNames",
  "kind": "query",
  "text": "query StorePickerNames($channelId: ID!, $items: [PickupItemInput!]!, $near: GeoPointInput!) {\n  pickupStores(channelId: $channelId, items: $items, near: $near, first: 10) { nodes { distanceKm readyAt location { id code name } } }\n}",
  "hash": "b14c97cef09bf3311eb8b9bd020bcdf2cf76115c91f0ad9eba667e25ed72a446"
};

export const watchAvailability: Document<WatchAvailabilitySubscription, WatchAvailabilitySubscriptionVariables, 'subscription'> = {
  "name": "WatchAvailability",
  "kind": "subscription",
  "text": "subscription WatchAvailability($channelId: ID!, $skus: [String!]!) {\n  availabilityChanged(channelId: $channelId, skus: $skus) { sku status sellableQuantity isCapped }\n}",
  "hash": "397b28f3712018009ea44171a1efc90d453450fb7ec58cb8b6c12c2a42d15611"
};

export const watchOrder: Document<WatchOrderSubscription, WatchOrderSubscriptionVariables, 'subscription'> = {
  "name": "WatchOrder",
  "kind": "subscription",
  "text": "subscription WatchOrder($id: ID!) {\n  orderChanged(id: $id) { id status fulfillmentStatus paymentStatus returnStatus version\n    shipments { carrier trackingNumber trackingUrl status } } }",
  "hash": "e0281ff0e115abfe1bd6810f97dad00c42b75d4df5460dcce53aaa42c90ac100"
};
