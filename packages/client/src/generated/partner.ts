// Generated from the stored operations by `pnpm generate`. Do not edit.
import type { Document } from '../document.ts';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** State of a snapshot. */
export type StockSnapshotStatus =
  /** Chunks may be added. */
  | 'OPEN'
  /** Being applied. */
  | 'APPLYING'
  /** Looks wrong and waits for a person; stock is unchanged. */
  | 'HELD'
  /** Applied. */
  | 'COMPLETED'
  /** Dropped by the sender. */
  | 'ABORTED'
  /** Could not be applied; stock is unchanged. */
  | 'FAILED';

/** Why on-hand stock changed. */
export type StockMovementReason =
  /** Sold at a POS. */
  | 'SALE'
  /** Came back from a shopper. */
  | 'RETURN'
  /** Goods received. */
  | 'RECEIPT'
  /** Shipped or collected for an order. */
  | 'ISSUE'
  /** Corrected by a count. */
  | 'COUNT'
  /** Corrected by hand. */
  | 'ADJUSTMENT'
  /** Found damaged. */
  | 'DAMAGE'
  /** Found missing. */
  | 'THEFT'
  /** Arrived from another location. */
  | 'TRANSFER_IN'
  /** Left for another location. */
  | 'TRANSFER_OUT'
  /** Corrected by a snapshot. */
  | 'SNAPSHOT';

/** Input of `recordStockEvents`. */
export type RecordStockEventsInput = {
  /** Source system, for example a group of POS; with `eventId` it makes each event unique. */
  source: string;
  /** Events in the order they happened; 1 to 500. */
  events: Array<StockEventInput>;
  /** What to do with the batch when a row fails. Default: REJECT_FAILED_ROWS. */
  errorPolicy?: BatchErrorPolicy;
};

/** One stock event. */
export type StockEventInput = {
  /** Id unique within the source. */
  eventId: string;
  /** Location id. */
  locationId: string;
  /** Stock-keeping unit. */
  sku: string;
  /** Signed change in units; not zero. */
  delta: number;
  /** Why on-hand changes. */
  reason: StockMovementReason;
  /** Moment it happened, with its offset. Either this or `occurredAtLocal`. */
  occurredAt?: string | null | undefined;
  /** Time on the location's clock without a zone, such as `2026-11-22T10:31:07`. Of a time shown twice when clocks are set back the first is meant, unless the same till told a later moment before it in the batch; a time that is skipped means as much later. */
  occurredAtLocal?: string | null | undefined;
  /** Number of our order it was rung up for; SALE and RETURN only. Recorded and not counted: the order's own issue or return is. */
  orderNumber?: string | null | undefined;
  /** True for a till in training mode: ignored. */
  isTraining?: boolean;
  /** True for a cancelled transaction: ignored. */
  isCancelled?: boolean;
  /** Till within the location. With `sequence` and `businessDate` it numbers the receipt, so that missing ones are noticed; all three or none. */
  workstation?: string | null | undefined;
  /** Number of the receipt; events of one receipt carry the same. */
  sequence?: number | null | undefined;
  /** Business day of the receipt, `YYYY-MM-DD`; numbers may begin anew with each. */
  businessDate?: string | null | undefined;
};

/** What to do with a batch when a row fails. */
export type BatchErrorPolicy =
  /** Apply good rows, refuse bad ones. */
  | 'REJECT_FAILED_ROWS'
  /** Apply nothing. */
  | 'REJECT_ALL';

/** Input of `startStockSnapshot`. */
export type StartStockSnapshotInput = {
  /** Client-chosen key, 8 to 128 characters, kept for at least 24 hours. */
  idempotencyKey: string;
  /** Location id. */
  locationId: string;
  /** Moment the picture was taken at the source. */
  takenAt: string;
  /** Chunks that will be sent, 1 to 10 000. */
  expectedChunks: number;
  /** What becomes of SKUs the snapshot does not list, or only in a row that is refused. */
  missingSkus?: MissingSkuPolicy;
};

/** What becomes of SKUs a snapshot does not list. */
export type MissingSkuPolicy =
  /** Their on-hand becomes zero. */
  | 'SET_TO_ZERO'
  /** Their on-hand stays. */
  | 'KEEP';

/** Input of `appendStockSnapshot`. */
export type AppendStockSnapshotInput = {
  /** Snapshot id. */
  snapshotId: string;
  /** Chunk number, from 1. */
  chunk: number;
  /** Rows of the chunk; 1 to 1 000. */
  rows: Array<StockSnapshotRowInput>;
};

/** One row of a snapshot. */
export type StockSnapshotRowInput = {
  /** Stock-keeping unit. */
  sku: string;
  /** Units physically present. Below zero when more was sold than was ever reported: recorded as it is, and sold as zero. */
  onHand: number;
  /** Units not for sale, included in `onHand`. */
  blocked?: number;
};

/** Input of `completeStockSnapshot`. */
export type CompleteStockSnapshotInput = {
  /** Snapshot id. */
  snapshotId: string;
};

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

/** How goods reach the shopper. */
export type DeliveryMethod =
  /** Carrier to an address; any location may ship. */
  | 'DELIVERY'
  /** Collected in a store from the store's own stock. */
  | 'CLICK_AND_COLLECT'
  /** Collected in a store after being sent there. */
  | 'SHIP_TO_STORE';

/** How a request to let go of work stands. */
export type CancellationRequestStatus =
  /** Waits for the warehouse. */
  | 'REQUESTED'
  /** The warehouse let go. */
  | 'ACCEPTED'
  /** The warehouse keeps the work. */
  | 'REFUSED'
  /** No longer asked: the change was dropped for another reason. */
  | 'WITHDRAWN';

/** Why a warehouse refuses to let go. */
export type RefuseCancellationReason =
  /** Too far along to be stopped. */
  | 'TOO_LATE'
  /** Another reason, told in the note. */
  | 'OTHER';

/** Kind of fulfillment work. */
export type FulfillmentType =
  /** A warehouse ships to the shopper. */
  | 'WAREHOUSE_SHIP'
  /** A store ships to the shopper from its own shelves. */
  | 'SHIP_FROM_STORE'
  /** A store picks from its own shelves for collection. */
  | 'CLICK_AND_COLLECT'
  /** A location sends goods to the store of collection. */
  | 'SHIP_TO_STORE';

/** State of fulfillment work. */
export type FulfillmentOrderStatus =
  /** Its goods are on their way to the location; it is offered when they arrive. */
  | 'AWAITING_STOCK'
  /** Waits for the location. */
  | 'OFFERED'
  /** Taken on. */
  | 'ACCEPTED'
  /** Being picked. */
  | 'PICKING'
  /** Picked. */
  | 'PICKED'
  /** Packed. */
  | 'PACKED'
  /** Every unit handed to a carrier. */
  | 'SHIPPED'
  /** The goods are on their way to the store of collection. */
  | 'IN_TRANSFER'
  /** Waits for the shopper. */
  | 'READY_FOR_PICKUP'
  /** Some units handed to the shopper; the rest waits. */
  | 'PARTLY_COLLECTED'
  /** Handed to the shopper. */
  | 'COLLECTED'
  /** The shopper did not come in time. */
  | 'PICKUP_EXPIRED'
  /** The shopper came and did not take the goods. */
  | 'PICKUP_REFUSED'
  /** Stopped by a hold on the order. */
  | 'ON_HOLD'
  /** Turned down; units were routed again. */
  | 'REJECTED'
  /** Cancelled. */
  | 'CANCELLED';

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

/** Input of `acceptCancellation`. */
export type AcceptCancellationInput = {
  /** Fulfillment order id. */
  id: string;
  /** Version the change is based on. */
  expectedVersion: number;
};

/** Input of `refuseCancellation`. */
export type RefuseCancellationInput = {
  /** Fulfillment order id. */
  id: string;
  /** Version the change is based on. */
  expectedVersion: number;
  /** Why the work is kept. */
  reason: RefuseCancellationReason;
  /** Free text from staff. */
  note?: string | null | undefined;
};

/** Units of one line in a parcel. */
export type PackageLineInput = {
  /** Line id. */
  lineId: string;
  /** Units. */
  quantity: number;
};

/** Input of `shipFulfillmentOrder`. */
export type ShipFulfillmentOrderInput = {
  /** Client-chosen key, 8 to 128 characters, kept for at least 24 hours. */
  idempotencyKey: string;
  /** Stable opaque id. */
  id: string;
  /** Version the change is based on. */
  expectedVersion: number;
  /** Carrier code, for example `colissimo`. */
  carrier: string;
  /** Carrier's service code. */
  carrierService?: string | null | undefined;
  /** Carrier's tracking number. */
  trackingNumber?: string | null | undefined;
  /** Page on which the shopper follows the parcel. */
  trackingUrl?: string | null | undefined;
  /** Units to ship; left out means all that is picked. */
  lines?: Array<PackageLineInput> | null | undefined;
  /** Moment of handover to the carrier. */
  shippedAt?: string | null | undefined;
};

/** Input of `recordShipmentEvent`. */
export type RecordShipmentEventInput = {
  /** Shipment id. */
  shipmentId: string;
  /** Id unique within the carrier. */
  eventId: string;
  /** State the event leads to. */
  status: ShipmentStatus;
  /** Carrier's own words. */
  description?: string | null | undefined;
  /** Place as the carrier names it. */
  place?: string | null | undefined;
  /** Moment it happened. */
  occurredAt: string;
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

export type CarrierEventMutationVariables = Exact<{
  input: RecordShipmentEventInput;
}>;


export type CarrierEventMutation = { recordShipmentEvent: { shipment: { id: string, status: ShipmentStatus } | null, userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } | null };

export type MarketplaceOrderMutationVariables = Exact<{
  input: PlaceOrderInput;
}>;


export type MarketplaceOrderMutation = { placeOrder: { order: { id: string, number: string, externalReference: string | null } | null, userErrors: Array<
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
      | { code: UserErrorCode, message: string, path: Array<string> | null }
    > } | null };

export type SnapshotChunkMutationVariables = Exact<{
  input: AppendStockSnapshotInput;
}>;


export type SnapshotChunkMutation = { appendStockSnapshot: { snapshot: { id: string, receivedChunks: number } | null, userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode, missingChunks: Array<number> }
    > } | null };

export type SnapshotDoneMutationVariables = Exact<{
  input: CompleteStockSnapshotInput;
}>;


export type SnapshotDoneMutation = { completeStockSnapshot: { snapshot: { status: StockSnapshotStatus, summary: { changedLevels: number, zeroedLevels: number, replayedEvents: number, netUnits: number } | null } | null, userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } | null };

export type SnapshotStartMutationVariables = Exact<{
  input: StartStockSnapshotInput;
}>;


export type SnapshotStartMutation = { startStockSnapshot: { snapshot: { id: string, status: StockSnapshotStatus } | null, userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } | null };

export type TillEventsMutationVariables = Exact<{
  input: RecordStockEventsInput;
}>;


export type TillEventsMutation = { recordStockEvents: { appliedCount: number, duplicateCount: number, rejections: Array<{ index: number, eventId: string, userErrors: Array<
        | { code: UserErrorCode, message: string }
        | { code: UserErrorCode, message: string }
        | { code: UserErrorCode, message: string }
        | { code: UserErrorCode, message: string }
        | { code: UserErrorCode, message: string }
      > }>, userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } | null };

export type WmsCancellationsQueryVariables = Exact<{
  locationIds: Array<string> | string;
  after?: string | null | undefined;
}>;


export type WmsCancellationsQuery = { fulfillmentOrders: { nodes: Array<{ id: string, number: string, version: number, status: FulfillmentOrderStatus, cancellationRequest: { status: CancellationRequestStatus, answerBy: string, lines: Array<{ lineId: string, sku: string, quantity: number }> } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type WmsKeepMutationVariables = Exact<{
  input: RefuseCancellationInput;
}>;


export type WmsKeepMutation = { refuseCancellation: { fulfillmentOrder: { id: string, status: FulfillmentOrderStatus, version: number } | null, userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } | null };

export type WmsLetGoMutationVariables = Exact<{
  input: AcceptCancellationInput;
}>;


export type WmsLetGoMutation = { acceptCancellation: { fulfillmentOrder: { id: string, status: FulfillmentOrderStatus, version: number } | null, userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } | null };

export type WmsQueueQueryVariables = Exact<{
  locationIds: Array<string> | string;
  after?: string | null | undefined;
}>;


export type WmsQueueQuery = { fulfillmentOrders: { nodes: Array<{ id: string, number: string, type: FulfillmentType, lines: Array<{ sku: string, quantity: number }>, order: { number: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type WmsShipMutationVariables = Exact<{
  input: ShipFulfillmentOrderInput;
}>;


export type WmsShipMutation = { shipFulfillmentOrder: { shipment: { id: string, trackingNumber: string | null } | null, fulfillmentOrder: { id: string, status: FulfillmentOrderStatus, version: number } | null, userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } | null };

export const carrierEvent: Document<CarrierEventMutation, CarrierEventMutationVariables, 'mutation'> = {
  "name": "CarrierEvent",
  "kind": "mutation",
  "text": "mutation CarrierEvent($input: RecordShipmentEventInput!) { recordShipmentEvent(input: $input) { shipment { id status } userErrors { ... on UserError { code } } } }",
  "hash": "db05ac710c03a86901ef9b2bf1479838ac43a4a239a4e8c6db8eb6fe8203b824"
};

export const marketplaceOrder: Document<MarketplaceOrderMutation, MarketplaceOrderMutationVariables, 'mutation'> = {
  "name": "MarketplaceOrder",
  "kind": "mutation",
  "text": "mutation MarketplaceOrder($input: PlaceOrderInput!) { placeOrder(input: $input) { order { id number externalReference } userErrors { ... on UserError { code message path } } } }",
  "hash": "e66849eadc3ca7581673ae8d46f17f4ea36a842c367136a2b18d404dbe363a4d"
};

export const snapshotChunk: Document<SnapshotChunkMutation, SnapshotChunkMutationVariables, 'mutation'> = {
  "name": "SnapshotChunk",
  "kind": "mutation",
  "text": "mutation SnapshotChunk($input: AppendStockSnapshotInput!) { appendStockSnapshot(input: $input) { snapshot { id receivedChunks } userErrors { ... on UserError { code } ... on SnapshotSequenceError { missingChunks } } } }",
  "hash": "a6e648ef55e3968e934b39c0da1d56729d7483496fe3adb13bc845b55cbe986f"
};

export const snapshotDone: Document<SnapshotDoneMutation, SnapshotDoneMutationVariables, 'mutation'> = {
  "name": "SnapshotDone",
  "kind": "mutation",
  "text": "mutation SnapshotDone($input: CompleteStockSnapshotInput!) { completeStockSnapshot(input: $input) { snapshot { status summary { changedLevels zeroedLevels replayedEvents netUnits } } userErrors { ... on UserError { code } } } }",
  "hash": "0ff9b04c33e6c8ea568d97df5bd4877a0187f9fecddecafe36d5a713a7ea6a3d"
};

export const snapshotStart: Document<SnapshotStartMutation, SnapshotStartMutationVariables, 'mutation'> = {
  "name": "SnapshotStart",
  "kind": "mutation",
  "text": "mutation SnapshotStart($input: StartStockSnapshotInput!) { startStockSnapshot(input: $input) { snapshot { id status } userErrors { ... on UserError { code } } } }",
  "hash": "01b092f39c95c9200a19fc76b8c5fa9a70cbd3cb5001c31e2e8a258575dd1064"
};

export const tillEvents: Document<TillEventsMutation, TillEventsMutationVariables, 'mutation'> = {
  "name": "TillEvents",
  "kind": "mutation",
  "text": "mutation TillEvents($input: RecordStockEventsInput!) { recordStockEvents(input: $input) { appliedCount duplicateCount rejections { index eventId userErrors { ... on UserError { code message } } } userErrors { ... on UserError { code } } } }",
  "hash": "8f40377596b3afea52ded3767ca6097848ff3cb0ed6cbd234547811419bbaba6"
};

export const wmsCancellations: Document<WmsCancellationsQuery, WmsCancellationsQueryVariables, 'query'> = {
  "name": "WmsCancellations",
  "kind": "query",
  "text": "query WmsCancellations($locationIds: [ID!]!, $after: String) { fulfillmentOrders(filter: {locationIds: $locationIds, cancellationStatuses: [REQUESTED]}, first: 100, after: $after) { nodes { id number version status cancellationRequest { status answerBy lines { lineId sku quantity } } } pageInfo { hasNextPage endCursor } } }",
  "hash": "c4b582b2ae1db436f63a60a59ea6ac9e2526ded72dc9ff1be2cb212fc96b6298"
};

export const wmsKeep: Document<WmsKeepMutation, WmsKeepMutationVariables, 'mutation'> = {
  "name": "WmsKeep",
  "kind": "mutation",
  "text": "mutation WmsKeep($input: RefuseCancellationInput!) { refuseCancellation(input: $input) { fulfillmentOrder { id status version } userErrors { ... on UserError { code } } } }",
  "hash": "b8169ac6158fbe2eac00e1643d098c0f0e1e2599a66a906f3b114b0912709852"
};

export const wmsLetGo: Document<WmsLetGoMutation, WmsLetGoMutationVariables, 'mutation'> = {
  "name": "WmsLetGo",
  "kind": "mutation",
  "text": "mutation WmsLetGo($input: AcceptCancellationInput!) { acceptCancellation(input: $input) { fulfillmentOrder { id status version } userErrors { ... on UserError { code } } } }",
  "hash": "18595c0ae59e3f0b15738d40f68967c7efbdccd4c0f692b4b3b89293e1b0b2fe"
};

export const wmsQueue: Document<WmsQueueQuery, WmsQueueQueryVariables, 'query'> = {
  "name": "WmsQueue",
  "kind": "query",
  "text": "query WmsQueue($locationIds: [ID!]!, $after: String) { fulfillmentOrders(filter: {locationIds: $locationIds, statuses: [OFFERED]}, first: 100, after: $after) { nodes { id number type lines { sku quantity } order { number } } pageInfo { hasNextPage endCursor } } }",
  "hash": "5e417bc800cfdd17200ef25611a31fb8ce8e2e729ef26f046a19b22a8b76054f"
};

export const wmsShip: Document<WmsShipMutation, WmsShipMutationVariables, 'mutation'> = {
  "name": "WmsShip",
  "kind": "mutation",
  "text": "mutation WmsShip($input: ShipFulfillmentOrderInput!) { shipFulfillmentOrder(input: $input) { shipment { id trackingNumber } fulfillmentOrder { id status version } userErrors { ... on UserError { code } } } }",
  "hash": "8cbfef004bb5c8ae4758359b7b6a65e2a3438fa0c5e33ca92526cbabe7f1bb9e"
};
