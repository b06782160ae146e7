// Generated from the stored operations by `pnpm generate`. Do not edit.
import type { Document } from '../document.ts';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** What a location can do for customers and orders. */
export type ServiceType =
  /** Ships customer orders from the store's own shelves. */
  | 'SHIP_FROM_STORE'
  /** Hands over web orders that the store picks from its shelves. */
  | 'CLICK_AND_COLLECT'
  /** Brings web orders that the store picks from its shelves to the customer's car. */
  | 'CURBSIDE_PICKUP'
  /** Hands over web orders that were sent to the store first. */
  | 'SHIP_TO_STORE'
  /** Takes back items bought in any channel. */
  | 'RETURN_IN_STORE'
  /** Ships customer orders as a distribution centre. */
  | 'WAREHOUSE_SHIP'
  /** Receives parcels sent back by customers. */
  | 'RETURN_TO_WAREHOUSE';

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

/** Input of `adjustStock`. */
export type AdjustStockInput = {
  /** Client-chosen key, 8 to 128 characters, kept for at least 24 hours. */
  idempotencyKey: string;
  /** Location id. */
  locationId: string;
  /** Stock-keeping unit. */
  sku: string;
  /** Signed change in units; not zero. */
  delta: number;
  /** Why on-hand changes. */
  reason: StockMovementReason;
  /** On-hand the change is based on; leave out to skip the check. */
  expectedOnHand?: number | null | undefined;
  /** Document at the source, for example a damage report. */
  sourceReference?: string | null | undefined;
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

/** What may be done with fulfillment work. */
export type FulfillmentOrderAction =
  /** `acceptFulfillmentOrder`. */
  | 'ACCEPT'
  /** `rejectFulfillmentOrder`. */
  | 'REJECT'
  /** `recordPick`. */
  | 'RECORD_PICK'
  /** `packFulfillmentOrder`. */
  | 'PACK'
  /** `shipFulfillmentOrder`. */
  | 'SHIP'
  /** `receiveTransfer`. */
  | 'RECEIVE'
  /** `markReadyForPickup`. */
  | 'MARK_READY'
  /** `completePickup`. */
  | 'COMPLETE_PICKUP'
  /** `refusePickup`. */
  | 'REFUSE_PICKUP'
  /** `reassignFulfillmentOrder`. */
  | 'REASSIGN'
  /** `acceptCancellation`. */
  | 'ACCEPT_CANCELLATION'
  /** `refuseCancellation`. */
  | 'REFUSE_CANCELLATION';

/** Input of `acceptFulfillmentOrder`. */
export type AcceptFulfillmentOrderInput = {
  /** Stable opaque id. */
  id: string;
  /** Version the change is based on. */
  expectedVersion: number;
};

/** Input of `recordPick`. */
export type RecordPickInput = {
  /** Stable opaque id. */
  id: string;
  /** Version the change is based on. */
  expectedVersion: number;
  /** Units found and not found, by line. */
  lines: Array<RecordPickLineInput>;
  /** Picking is over; missing units are routed again. */
  isComplete: boolean;
};

/** Units picked and missing on one line, as totals so far. */
export type RecordPickLineInput = {
  /** Line id. */
  lineId: string;
  /** Units picked so far. */
  pickedQuantity: number;
  /** Units not found so far. */
  missingQuantity?: number;
};

/** Units of one line in a parcel. */
export type PackageLineInput = {
  /** Line id. */
  lineId: string;
  /** Units. */
  quantity: number;
};

/** Input of `completePickup`. Needs one proof: `pickupCode` or `identityChecked`. */
export type CompletePickupInput = {
  /** Client-chosen key, 8 to 128 characters, kept for at least 24 hours. */
  idempotencyKey: string;
  /** Stable opaque id. */
  id: string;
  /** Code shown by the shopper. */
  pickupCode?: string | null | undefined;
  /** Staff checked the shopper's identity instead. */
  identityChecked?: boolean;
  /** Units handed over; left out means all. */
  lines?: Array<PackageLineInput> | null | undefined;
};

/** An amount in one currency, given by a caller. */
export type MoneyInput = {
  /** Signed decimal in major units. More fraction digits than the currency allows is INVALID_INPUT. */
  amount: string;
  /** Currency of `amount`; must equal the currency of the object it applies to. */
  currency: string;
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

/** Condition of a returned unit. */
export type ItemCondition =
  /** As new. */
  | 'AS_NEW'
  /** Opened, otherwise as new. */
  | 'OPENED'
  /** Shows wear. */
  | 'WORN'
  /** Damaged. */
  | 'DAMAGED'
  /** Parts are missing. */
  | 'INCOMPLETE';

/** What becomes of a returned unit. */
export type ReturnDisposition =
  /** Back on sale at the inspecting location. */
  | 'RESTOCK'
  /** On sale as second choice, under a SKU of its own. */
  | 'RESTOCK_SECOND_CHOICE'
  /** Sent on to another location. */
  | 'TRANSFER'
  /** Kept apart for repair. */
  | 'REPAIR'
  /** Sent back to the vendor. */
  | 'VENDOR'
  /** Written off and destroyed. */
  | 'SCRAP'
  /** Given away. */
  | 'DONATE'
  /** Sent back to the shopper. */
  | 'SEND_BACK';

/** How money is given back. */
export type RefundMethod =
  /** To the payment used for the order. */
  | 'ORIGINAL_PAYMENT'
  /** As credit to spend. */
  | 'STORE_CREDIT'
  /** Onto a gift card. */
  | 'GIFT_CARD'
  /** From the register. */
  | 'CASH';

/** State of a refund. */
export type RefundStatus =
  /** Asked of the payment service. */
  | 'PENDING'
  /** Paid back. */
  | 'SUCCEEDED'
  /** Refused. */
  | 'FAILED';

/** Input of `receiveReturn`. */
export type ReceiveReturnInput = {
  /** Client-chosen key, 8 to 128 characters, kept for at least 24 hours. */
  idempotencyKey: string;
  /** Stable opaque id. */
  id: string;
  /** Version the change is based on. */
  expectedVersion: number;
  /** Location id. */
  locationId: string;
  /** Lines concerned. */
  lines: Array<ReceiveReturnLineInput>;
  /** Moment of arrival; default: now. */
  receivedAt?: string | null | undefined;
  /** Carrier's tracking number of the parcel. */
  trackingNumber?: string | null | undefined;
  /** Units that nobody had announced; `lines` may then be empty. 200 at most. */
  extras?: Array<ReceiveReturnExtraInput>;
};

/** Units that arrived and were not announced. */
export type ReceiveReturnExtraInput = {
  /** Stock-keeping unit. */
  sku: string;
  /** Units, 1 to 9 999. */
  quantity: number;
  /** Free text from staff, 1 000 characters at most. */
  note?: string | null | undefined;
};

/** Units that arrived. */
export type ReceiveReturnLineInput = {
  /** Return line id. */
  returnLineId: string;
  /** Units. */
  quantity: number;
  /** Of these, units damaged on the way. */
  damagedQuantity?: number;
};

/** Input of `inspectReturn`. */
export type InspectReturnInput = {
  /** Client-chosen key, 8 to 128 characters, kept for at least 24 hours. */
  idempotencyKey: string;
  /** Stable opaque id. */
  id: string;
  /** Version the change is based on. */
  expectedVersion: number;
  /** Location id. */
  locationId: string;
  /** Lines concerned. */
  lines: Array<InspectReturnLineInput>;
};

/** What staff found on some units of one line. */
export type InspectReturnLineInput = {
  /** Return line id. */
  returnLineId: string;
  /** Units. */
  quantity: number;
  /** Condition found. */
  condition: ItemCondition;
  /** What becomes of the units. */
  disposition: ReturnDisposition;
  /** Free text from staff. */
  note?: string | null | undefined;
  /** Photos of the units, 10 at most. */
  photoUrls?: Array<string>;
  /** SKU second choice is sold under; needed with RESTOCK_SECOND_CHOICE. */
  restockSku?: string | null | undefined;
  /** Location the units are sent on to; only with TRANSFER. */
  toLocationId?: string | null | undefined;
};

/** Input of `refundReturn`. */
export type RefundReturnInput = {
  /** Client-chosen key, 8 to 128 characters, kept for at least 24 hours. */
  idempotencyKey: string;
  /** Stable opaque id. */
  id: string;
  /** Version the change is based on. */
  expectedVersion: number;
  /** Work out the amounts without paying. Default: false. */
  dryRun?: boolean;
  /** How the money is given back. */
  method?: RefundMethod;
  /** Number of the gift card, or of the credit, that takes the money, 64 characters at most; needed with GIFT_CARD. */
  target?: string | null | undefined;
  /** Delivery charges to give back; default: as the policy decided. */
  delivery?: MoneyInput | null | undefined;
  /** Fees to keep; default: as the policy decided. */
  fees?: MoneyInput | null | undefined;
  /** Units to pay for; default: every unit that may be paid for now. */
  lines?: Array<RefundReturnLineInput> | null | undefined;
  /** A person has looked at the refund: it is paid as it stands, and the user exit `refund.amount` is not asked. Default: false. */
  isReviewed?: boolean;
};

/** Units of one return line to pay for. */
export type RefundReturnLineInput = {
  /** Return line id. */
  returnLineId: string;
  /** Units. */
  quantity: number;
};

/** Input of `pauseLocationService`. */
export type PauseLocationServiceInput = {
  /** Location id. */
  locationId: string;
  /** Kind. */
  type: ServiceType;
  /** End of the pause; seven days ahead at most. */
  until: string;
  /** Reason kept in the audit trail. */
  reason: string;
};

export type AcceptMutationVariables = Exact<{
  input: AcceptFulfillmentOrderInput;
}>;


export type AcceptMutation = { acceptFulfillmentOrder: { fulfillmentOrder: { id: string, status: FulfillmentOrderStatus, version: number } | null, userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode, actualVersion: number }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } | null };

export type CollectMutationVariables = Exact<{
  input: CompletePickupInput;
}>;


export type CollectMutation = { completePickup: { fulfillmentOrder: { id: string, status: FulfillmentOrderStatus, pickup: { collectedAt: string | null } | null } | null, userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode, attemptsLeft: number }
      | { code: UserErrorCode }
    > } | null };

export type CorrectMutationVariables = Exact<{
  input: AdjustStockInput;
}>;


export type CorrectMutation = { adjustStock: { level: { id: string, version: number, quantities: { onHand: number, available: number } } | null, userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode, actualOnHand: number }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } | null };

export type InspectMutationVariables = Exact<{
  input: InspectReturnInput;
}>;


export type InspectMutation = { inspectReturn: { return: { id: string, status: ReturnStatus, inspections: Array<{ id: string, lines: Array<{ disposition: ReturnDisposition }> }> } | null, userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } | null };

export type PauseMutationVariables = Exact<{
  input: PauseLocationServiceInput;
}>;


export type PauseMutation = { pauseLocationService: { service: { type: ServiceType, pausedUntil: string | null } | null, userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } | null };

export type PayBackMutationVariables = Exact<{
  input: RefundReturnInput;
}>;


export type PayBackMutation = { refundReturn: { refund: { id: string, status: RefundStatus, amount: { amount: string, currency: string } } | null, summary: { total: { amount: string } } | null, userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode, maximum: { amount: string } }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } | null };

export type PickMutationVariables = Exact<{
  input: RecordPickInput;
}>;


export type PickMutation = { recordPick: { fulfillmentOrder: { id: string, status: FulfillmentOrderStatus, lines: Array<{ id: string, missingQuantity: number }> } | null, userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } | null };

export type TakeBackMutationVariables = Exact<{
  input: ReceiveReturnInput;
}>;


export type TakeBackMutation = { receiveReturn: { return: { id: string, status: ReturnStatus, lines: Array<{ id: string, receivedQuantity: number }> } | null, userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } | null };

export type WatchQueueSubscriptionVariables = Exact<{
  locationId: string;
}>;


export type WatchQueueSubscription = { fulfillmentQueueChanged: { id: string, workload: { offered: number, late: number, readyForPickup: number } | null, fulfillmentOrders: { nodes: Array<{ id: string, number: string, status: FulfillmentOrderStatus, dueAt: string | null, version: number, availableActions: Array<FulfillmentOrderAction> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } | null };

export type WhyNotQueryVariables = Exact<{
  locationId: string;
  channelId: string;
}>;


export type WhyNotQuery = { location: { eligibility: { isEligible: boolean, earliestAt: string | null, reasons: Array<{ code: IneligibilityReasonCode, message: string, until: string | null }> } } | null };

export type WorkQueueQueryVariables = Exact<{
  locationId: string;
}>;


export type WorkQueueQuery = { location: { id: string, name: string, workload: { offered: number, late: number, readyForPickup: number } | null, fulfillmentOrders: { nodes: Array<{ id: string, number: string, status: FulfillmentOrderStatus, type: FulfillmentType, dueAt: string | null, version: number, availableActions: Array<FulfillmentOrderAction>, lines: Array<{ id: string, sku: string, name: string, quantity: number, pickedQuantity: number }>, order: { id: string, number: string, customer: { firstName: string | null, lastName: string | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null, services: Array<{ type: ServiceType, isEnabled: boolean, pausedUntil: string | null, remainingCapacity: number | null }> } | null };

export const accept: Document<AcceptMutation, AcceptMutationVariables, 'mutation'> = {
  "name": "Accept",
  "kind": "mutation",
  "text": "mutation Accept($input: AcceptFulfillmentOrderInput!) { acceptFulfillmentOrder(input: $input) { fulfillmentOrder { id status version } userErrors { ... on UserError { code } ... on VersionConflictError { actualVersion } } } }",
  "hash": "520831ffdab8a4283d095f7477bd72be4cab47954d42f7e38910050cbaf90097"
};

export const collect: Document<CollectMutation, CollectMutationVariables, 'mutation'> = {
  "name": "Collect",
  "kind": "mutation",
  "text": "mutation Collect($input: CompletePickupInput!) { completePickup(input: $input) { fulfillmentOrder { id status pickup { collectedAt } } userErrors { ... on UserError { code } ... on PickupProofInvalidError { attemptsLeft } } } }",
  "hash": "4677503907628ea5e461e463925694fca593066ec588f81c1f3503dc61b2f550"
};

export const correct: Document<CorrectMutation, CorrectMutationVariables, 'mutation'> = {
  "name": "Correct",
  "kind": "mutation",
  "text": "mutation Correct($input: AdjustStockInput!) { adjustStock(input: $input) { level { id quantities { onHand available } version } userErrors { ... on UserError { code } ... on QuantityConflictError { actualOnHand } } } }",
  "hash": "a910ade7efe3e9f8a6277dfd2a37922d23024e2690de3fa6279f6f6b27cd3ed7"
};

export const inspect: Document<InspectMutation, InspectMutationVariables, 'mutation'> = {
  "name": "Inspect",
  "kind": "mutation",
  "text": "mutation Inspect($input: InspectReturnInput!) { inspectReturn(input: $input) { return { id status inspections { id lines { disposition } } } userErrors { ... on UserError { code } } } }",
  "hash": "bfae0685ddf68061a044ee6cfbb11e7519310a41450b0d91c96f0d7605febbe0"
};

export const pause: Document<PauseMutation, PauseMutationVariables, 'mutation'> = {
  "name": "Pause",
  "kind": "mutation",
  "text": "mutation Pause($input: PauseLocationServiceInput!) { pauseLocationService(input: $input) { service { type pausedUntil } userErrors { ... on UserError { code } } } }",
  "hash": "f1ca3dc43d4b9b82c2dbfdab62f4865f54ee59a38a874564dd1d10e70f6f5d53"
};

export const payBack: Document<PayBackMutation, PayBackMutationVariables, 'mutation'> = {
  "name": "PayBack",
  "kind": "mutation",
  "text": "mutation PayBack($input: RefundReturnInput!) { refundReturn(input: $input) { refund { id amount { amount currency } status } summary { total { amount } } userErrors { ... on UserError { code } ... on RefundTooLargeError { maximum { amount } } } } }",
  "hash": "b439094e64c7cc73bf4082971d3ce5624c33cd638ff7a770feba4a041f37ecd0"
};

export const pick: Document<PickMutation, PickMutationVariables, 'mutation'> = {
  "name": "Pick",
  "kind": "mutation",
  "text": "mutation Pick($input: RecordPickInput!) { recordPick(input: $input) { fulfillmentOrder { id status lines { id missingQuantity } } userErrors { ... on UserError { code } } } }",
  "hash": "7f131345fbc778f8448979a2cd0a87df20e982c22adfbc4f7d600fea261313f7"
};

export const takeBack: Document<TakeBackMutation, TakeBackMutationVariables, 'mutation'> = {
  "name": "TakeBack",
  "kind": "mutation",
  "text": "mutation TakeBack($input: ReceiveReturnInput!) { receiveReturn(input: $input) { return { id status lines { id receivedQuantity } } userErrors { ... on UserError { code } } } }",
  "hash": "ab88b13fda02df81aaa7bf7b3c1dcc2c0e74204da17d7e0bedd730d0b43871cf"
};

export const watchQueue: Document<WatchQueueSubscription, WatchQueueSubscriptionVariables, 'subscription'> = {
  "name": "WatchQueue",
  "kind": "subscription",
  "text": "subscription WatchQueue($locationId: ID!) { fulfillmentQueueChanged(locationId: $locationId) { id workload { offered late readyForPickup } fulfillmentOrders(filter: {statuses: [OFFERED, ACCEPTED]}, sort: [{field: DUE_AT}], first: 25) { nodes { id number status dueAt version availableActions } pageInfo { hasNextPage endCursor } } } }",
  "hash": "2495d49ca1ee4df1d05d938a524ee4c86a371847cd5cdb5cfede76630ec76be6"
};

export const whyNot: Document<WhyNotQuery, WhyNotQueryVariables, 'query'> = {
  "name": "WhyNot",
  "kind": "query",
  "text": "query WhyNot($locationId: ID!, $channelId: ID!) { location(id: $locationId) { eligibility(service: CLICK_AND_COLLECT, channelId: $channelId) { isEligible reasons { code message until } earliestAt } } }",
  "hash": "e6635d642e3a95125ba6aa0568d4ef2312a318443d14a111349f9b3b0fffd97c"
};

export const workQueue: Document<WorkQueueQuery, WorkQueueQueryVariables, 'query'> = {
  "name": "WorkQueue",
  "kind": "query",
  "text": "query WorkQueue($locationId: ID!) { location(id: $locationId) { id name workload { offered late readyForPickup } fulfillmentOrders(filter: {statuses: [OFFERED, ACCEPTED]}, sort: [{field: DUE_AT}], first: 25) { nodes { id number status type dueAt version availableActions lines { id sku name quantity pickedQuantity } order { id number customer { firstName lastName } } } pageInfo { hasNextPage endCursor } } services { type isEnabled pausedUntil remainingCapacity } } }",
  "hash": "e14882cce3fb8be584685192335600b0079191a1498ee8766f134eb7396feb23"
};
