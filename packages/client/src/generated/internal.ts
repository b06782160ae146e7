// Generated from the stored operations by `pnpm generate`. Do not edit.
import type { Document } from '../document.ts';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Kinds of steps in an explanation. */
export type AvailabilityStepKind =
  /** Units physically present at locations of the channel. */
  | 'ON_HAND'
  /** Held for carts and orders. */
  | 'RESERVED'
  /** Not for sale. */
  | 'DAMAGED_OR_BLOCKED'
  /** At locations that may not serve the channel now. */
  | 'INELIGIBLE_LOCATION'
  /** At locations whose stock picture is too old. */
  | 'STALE_LOCATION'
  /** Held back by a protection rule. */
  | 'PROTECTED'
  /** Set apart for other channels; without a pool: shared stock, which the channel does not draw on. */
  | 'POOL_LIMIT'
  /** Cut off at the display cap. */
  | 'DISPLAY_CAP';

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

/** Kinds of locations a protection rule can name. */
export type ProtectionLocationType =
  /** Stores. */
  | 'STORE'
  /** Warehouses. */
  | 'WAREHOUSE'
  /** Sites run by logistics partners. */
  | 'THIRD_PARTY_LOGISTICS';

/** What stock is held back from. Held back from publishing: not shown, not promised to carts. Held back from routing: not given to a location as work, beyond what a cart holds there. */
export type ProtectionBuffer =
  /** Publishing. */
  | 'PUBLISHING'
  /** Routing. */
  | 'ROUTING'
  /** Both. */
  | 'BOTH';

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

/** Input of `transferPoolStock`. */
export type TransferPoolStockInput = {
  /** Client-chosen key, 8 to 128 characters, kept for at least 24 hours. */
  idempotencyKey: string;
  /** Pool that gives. */
  fromPoolId: string;
  /** Pool that receives. */
  toPoolId: string;
  /** SKUs to transfer, each once; 1 to 100. */
  lines: Array<TransferPoolStockLineInput>;
  /** Reason, kept with the movement; 500 characters at most. */
  reason?: string | null | undefined;
};

/** One SKU to transfer. */
export type TransferPoolStockLineInput = {
  /** Stock-keeping unit. */
  sku: string;
  /** Units, 1 to 100 000. */
  quantity: number;
  /** Location whose units move; left out means where most are free. */
  locationId?: string | null | undefined;
};

/** What a protection rule applies to, given by a caller. */
export type ProtectionScopeInput = {
  /** Channels; left out means all. */
  channelIds?: Array<string> | null | undefined;
  /** Locations; left out means all. */
  locationIds?: Array<string> | null | undefined;
  /** Kinds of location; left out means all. */
  locationTypes?: Array<ProtectionLocationType> | null | undefined;
  /** SKUs; left out means all. */
  skus?: Array<string> | null | undefined;
  /** Merchandise hierarchy codes; left out means all. */
  categories?: Array<string> | null | undefined;
};

/** How a rule grows while a location is silent. */
export type ProtectionWideningInput = {
  /** Silence that is normal for the location's feed; `PT0M` to `P365D`. */
  after: string;
  /** What each hour of silence beyond it adds, in percent of the units held back; 1 to 10 000. */
  percentPerHour: number;
};

/** Input of `createProtectionRule`. Exactly one of `quantity` and `percent`. */
export type CreateProtectionRuleInput = {
  /** Client-chosen key, 8 to 128 characters, kept for at least 24 hours. */
  idempotencyKey: string;
  /** What the rule applies to. */
  scope: ProtectionScopeInput;
  /** Units held back at each location, 0 to 100 000. */
  quantity?: number | null | undefined;
  /** Share of on-hand held back at each location, 0 to 100, with two decimals at most. */
  percent?: string | null | undefined;
  /** Rules of higher priority win; -1 000 to 1 000. */
  priority?: number;
  /** Which of the two buffers it fills. */
  guards?: ProtectionBuffer;
  /** How it grows while a location is silent; left out means it does not. */
  widening?: ProtectionWideningInput | null | undefined;
  /** Moment from which it holds. Default: now. */
  validFrom?: string | null | undefined;
  /** Moment at which it ceases to hold; null when open-ended. */
  validTo?: string | null | undefined;
  /** Reason, for people; 500 characters at most. */
  reason?: string | null | undefined;
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

/** What came of a user-exit call. */
export type UserExitOutcome =
  /** The exit answered and its answer was used. */
  | 'APPLIED'
  /** The exit answered that it has no opinion; the built-in rule decided. */
  | 'DECLINED'
  /** The exit timed out or failed; the built-in rule decided. */
  | 'FELL_BACK';

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

/** Outcome of a policy check. */
export type ReturnPolicyOutcome =
  /** Approved without review. */
  | 'AUTO_APPROVED'
  /** A person must decide. */
  | 'NEEDS_REVIEW';

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

/** Whether a location takes part in the network. */
export type LocationStatus =
  /** Set up, but never open so far; takes no work. */
  | 'PLANNED'
  /** Takes part. */
  | 'ACTIVE'
  /** Suspended; takes no new work. */
  | 'INACTIVE'
  /** Gone for good. */
  | 'RETIRED';

export type ExplainAvailabilityQueryVariables = Exact<{
  channelId: string;
  skus: Array<string> | string;
}>;


export type ExplainAvailabilityQuery = { availability: Array<{ sku: string, sellableQuantity: number, stores: { quantity: number, exclusions: Array<{ code: IneligibilityReasonCode, locationCount: number, quantity: number }> }, explanation: { eligibilityAsOf: string | null, steps: Array<{ kind: AvailabilityStepKind, quantity: number, protectionRule: { id: string, quantity: number | null, priority: number } | null, pool: { id: string, name: string } | null }>, locations: { nodes: Array<{ contributedQuantity: number, location: { id: string, code: string, name: string, status: LocationStatus, services: Array<{ type: ServiceType, isEnabled: boolean }> } | null, quantities: { onHand: number, reserved: number, protected: number, available: number }, reasons: Array<{ code: IneligibilityReasonCode, until: string | null }> }> }, userExits: Array<{ name: string, outcome: UserExitOutcome, durationMs: number }> } | null }> | null };

export type MovePoolMutationVariables = Exact<{
  input: TransferPoolStockInput;
}>;


export type MovePoolMutation = { transferPoolStock: { fromPool: { id: string, allocation: { available: number } | null } | null, userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode, availableQuantity: number }
      | { code: UserErrorCode }
    > } | null };

export type NewRuleMutationVariables = Exact<{
  input: CreateProtectionRuleInput;
}>;


export type NewRuleMutation = { createProtectionRule: { rule: { id: string, version: number, scope: { skus: Array<string>, channels: Array<{ code: string } | null>, locations: Array<{ name: string } | null> } } | null, userErrors: Array<
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
      | { code: UserErrorCode }
    > } | null };

export type OrderDashboardQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type OrderDashboardQuery = { orders: { totalCount: number | null, nodes: Array<{ id: string, number: string, status: OrderStatus, fulfillmentStatus: OrderFulfillmentStatus, returnStatus: OrderReturnStatus | null, channel: { code: string, name: string } | null, lines: Array<{ sku: string, quantity: number, backorderedQuantity: number }>, routingDecisions: Array<{ strategy: string, splitCount: number, chosen: Array<{ score: number, reasons: Array<string>, location: { code: string } | null }>, rejected: Array<{ location: { name: string } | null, reasons: Array<{ code: IneligibilityReasonCode }> }>, userExits: Array<{ name: string, outcome: UserExitOutcome }> }>, reservations: Array<{ id: string, status: ReservationStatus }> | null }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } | null };

export type ReturnsBoardQueryVariables = Exact<{ [key: string]: never; }>;


export type ReturnsBoardQuery = { returns: { nodes: Array<{ number: string, order: { number: string, channel: { name: string } | null } | null, lines: Array<{ requestedQuantity: number, reason: ReturnReason, orderLine: { name: string, sku: string } | null }>, policyDecision: { outcome: ReturnPolicyOutcome, reasons: Array<ReturnIneligibilityReason> } | null, dropOffLocation: { name: string } | null }> } | null };

export const explainAvailability: Document<ExplainAvailabilityQuery, ExplainAvailabilityQueryVariables, 'query'> = {
  "name": "ExplainAvailability",
  "kind": "query",
  "text": "query ExplainAvailability($channelId: ID!, $skus: [String!]!) { availability(channelId: $channelId, skus: $skus) { sku sellableQuantity stores { quantity exclusions { code locationCount quantity } } explanation { steps { kind quantity protectionRule { id quantity priority } pool { id name } } locations(first: 20) { nodes { location { id code name status services { type isEnabled } } quantities { onHand reserved protected available } contributedQuantity reasons { code until } } } eligibilityAsOf userExits { name outcome durationMs } } } }",
  "hash": "5f3e3f374fcd131f6d20dfdb7a13733440be2854ac51746fe79eb444ed151021"
};

export const movePool: Document<MovePoolMutation, MovePoolMutationVariables, 'mutation'> = {
  "name": "MovePool",
  "kind": "mutation",
  "text": "mutation MovePool($input: TransferPoolStockInput!) { transferPoolStock(input: $input) { fromPool { id allocation(sku: \"A\") { available } } userErrors { ... on UserError { code } ... on InsufficientStockError { availableQuantity } } } }",
  "hash": "a711b35ad891d8de0860dbdb2eb4d00a7a715239e25d13c5d66769a192792440"
};

export const newRule: Document<NewRuleMutation, NewRuleMutationVariables, 'mutation'> = {
  "name": "NewRule",
  "kind": "mutation",
  "text": "mutation NewRule($input: CreateProtectionRuleInput!) { createProtectionRule(input: $input) { rule { id version scope { skus channels { code } locations { name } } } userErrors { ... on UserError { code } } } }",
  "hash": "16c5b1daab2ab7f330380c6c349233877a79063dbe1ca5c4ae1ea96df395e7f6"
};

export const orderDashboard: Document<OrderDashboardQuery, OrderDashboardQueryVariables, 'query'> = {
  "name": "OrderDashboard",
  "kind": "query",
  "text": "query OrderDashboard($after: String) { orders(filter: {statuses: [OPEN], isLate: true}, sort: [{field: PROMISED_TO, direction: ASC}], first: 50, after: $after) { totalCount nodes { id number channel { code name } status fulfillmentStatus returnStatus lines { sku quantity backorderedQuantity } routingDecisions { strategy splitCount chosen { location { code } score reasons } rejected { location { name } reasons { code } } userExits { name outcome } } reservations { id status } } pageInfo { endCursor hasNextPage } } }",
  "hash": "de8312a8351cde008db1658b9843521c65ac56219bc60340d9d673bad427242b"
};

export const returnsBoard: Document<ReturnsBoardQuery, ReturnsBoardQueryVariables, 'query'> = {
  "name": "ReturnsBoard",
  "kind": "query",
  "text": "query ReturnsBoard { returns(filter: {statuses: [REQUESTED]}, first: 20) { nodes { number order { number channel { name } } lines { orderLine { name sku } requestedQuantity reason } policyDecision { outcome reasons } dropOffLocation { name } } } }",
  "hash": "94177f1e76012688ac1199a8eb8550eb5d3688ae0f19a07bad5be1b57ebb6f92"
};
