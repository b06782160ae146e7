// Generated from schema.graphql by `pnpm generate`. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Order as OrderModel, OrderLine as OrderLineModel, DeliveryGroup as DeliveryGroupModel, Payment as PaymentModel, OrderEvent as OrderEventModel, LocationRef, ChannelRef, ItemRef, Order as OrderForReturnModel, OrderLine as OrderLineForReturnModel } from '../domain/order.ts';
import type { FulfillmentOrder as FulfillmentOrderModel, FulfillmentOrderLine as FulfillmentOrderLineModel, Rejection } from '../domain/fulfillment.ts';
import type { Shipment as ShipmentModel, ShipmentLine as ShipmentLineModel, ShipmentEvent as ShipmentEventModel } from '../domain/shipment.ts';
import type { Package as PackageModel } from '../domain/packing.ts';
import type { Routing, Choice, LeftOut } from '../domain/routing.ts';
import type { IneligibilityReason as IneligibilityReasonModel, InvalidInput, NotFound, VersionConflict, InvalidState, IdempotencyRefusal, LimitExceeded, InsufficientStock, LocationNotEligible, QuantityTooLarge, ReservationExpired } from '@passerelle/values';
import type { PriceMismatch, PaymentDeclined, NotEditable, NoSource, PickupProofInvalid, UserExitRejected } from '../domain/refusals.ts';
import type { OrderHold as OrderHoldModel } from '../domain/hold.ts';
import type { ChangeRequest as ChangeRequestModel, CancellationRequest as CancellationRequestModel } from '../domain/letting-go.ts';
import type { OrderEdit as OrderEditModel } from '../domain/edit.ts';
import type { Imported } from '../resolvers/imported.ts';
import type { ExitCall, ExitCall as UserExitCallModel } from '../domain/exit-call.ts';
import type { OrderPage } from '../storage/order-pages.ts';
import type { WorkPage } from '../storage/work-pages.ts';
import type { EventPage } from '../storage/events.ts';
import type { Strategy as StrategyModel } from '../domain/strategy.ts';
import type { Simulation as SimulationModel, SimulatedChoice as SimulatedChoiceModel } from '../domain/simulation.ts';
import type { Context } from '../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** Instant in RFC 3339 form with a zone offset; servers always emit UTC (`Z`). */
  DateTime: { input: Date; output: Date | string; }
  /** Exact base-10 number sent as a string; never a float. */
  Decimal: { input: string; output: string; }
  /** ISO 4217 alphabetic code, upper case. */
  CurrencyCode: { input: string; output: string; }
  /** ISO 3166-1 alpha-2 code, upper case. */
  CountryCode: { input: string; output: string; }
  /** BCP 47 language tag such as `fr-FR`. */
  Locale: { input: string; output: string; }
  /** Absolute https URL. */
  URL: { input: string; output: string; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type Query = {
  __typename?: 'Query';
  /** One order. Null when unknown or not the caller's own. */
  order?: Maybe<Order>;
  /** One order by the number printed for the shopper. Guests give the e-mail address used for the order as proof. */
  orderByNumber?: Maybe<Order>;
  /** Orders, newest first unless sorted otherwise; 20 a page unless asked otherwise, 100 at most. With scope `orders:read:own` only the caller's own. */
  orders?: Maybe<OrderConnection>;
  /** One piece of fulfillment work. */
  fulfillmentOrder?: Maybe<FulfillmentOrder>;
  /** Work queue. Store staff see their own location only. */
  fulfillmentOrders?: Maybe<FulfillmentOrderConnection>;
  /** One sourcing strategy; null when unknown. */
  sourcingStrategy?: Maybe<SourcingStrategy>;
  /** Sourcing strategies, newest first; 100 at most. */
  sourcingStrategies?: Maybe<Array<SourcingStrategy>>;
  /** What a strategy, also a draft, would choose for orders if they came again now, beside what decides live. The same code on the same candidates; nothing is kept or reserved. */
  simulateSourcing?: Maybe<SourcingSimulation>;
  /** Service to service. What a return must know about the order; null when unknown. */
  orderForReturn?: Maybe<OrderForReturn>;
  /** Service to service. Orders that all the given facts fit, newest first, 20 at most; none when no fact is given. */
  ordersByReceipt?: Maybe<Array<OrderForReturn>>;
  /** Service to service. What returns must know about several orders; unknown ones are left out. */
  ordersForReturn?: Maybe<Array<OrderForReturn>>;
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QueryOrderArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QueryOrderByNumberArgs = {
  number: Scalars['String']['input'];
  email?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QueryOrdersArgs = {
  filter?: InputMaybe<OrderFilter>;
  sort?: InputMaybe<Array<OrderSort>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QueryFulfillmentOrderArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QueryFulfillmentOrdersArgs = {
  filter?: InputMaybe<FulfillmentOrderFilter>;
  sort?: InputMaybe<Array<FulfillmentOrderSort>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QuerySourcingStrategyArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QuerySourcingStrategiesArgs = {
  channelId?: InputMaybe<Scalars['ID']['input']>;
  statuses?: InputMaybe<Array<SourcingStrategyStatus>>;
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QuerySimulateSourcingArgs = {
  input: SimulateSourcingInput;
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QueryOrderForReturnArgs = {
  orderId: Scalars['ID']['input'];
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QueryOrdersByReceiptArgs = {
  number?: InputMaybe<Scalars['String']['input']>;
  email?: InputMaybe<Scalars['String']['input']>;
  cardToken?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QueryOrdersForReturnArgs = {
  orderIds: Array<Scalars['ID']['input']>;
};

/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type Mutation = {
  __typename?: 'Mutation';
  /** Accepts an order from any channel and allocates it. Same key and input give the same order again. Errors: INVALID_INPUT, NOT_FOUND, INSUFFICIENT_STOCK, LOCATION_NOT_ELIGIBLE, RESERVATION_EXPIRED, PRICE_MISMATCH, PAYMENT_DECLINED, NO_SOURCE, USER_EXIT_REJECTED, IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_IN_PROGRESS, LIMIT_EXCEEDED. */
  placeOrder?: Maybe<PlaceOrderPayload>;
  /** Accepts up to 100 orders, each by itself and once for its own key: a row that is refused changes nothing and stops no other row. A row with `history` was fulfilled elsewhere and is stored as it came about, without stock, capacity or user exits. After a fault the same call is simply sent again. Errors by row; of the whole call: INVALID_INPUT, LIMIT_EXCEEDED. */
  importOrders?: Maybe<ImportOrdersPayload>;
  /** Changes lines, quantities, address or delivery of an order before it is fulfilled. With `dryRun` nothing is stored and `preview` tells the outcome. Where a warehouse has taken the work on it is asked to let go first: then nothing changes yet, and `changeRequest` tells how that ends. Errors: INVALID_INPUT, NOT_FOUND, VERSION_CONFLICT, NOT_EDITABLE, QUANTITY_TOO_LARGE, INSUFFICIENT_STOCK, LOCATION_NOT_ELIGIBLE, PAYMENT_DECLINED, IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_IN_PROGRESS. */
  editOrder?: Maybe<EditOrderPayload>;
  /** Cancels an order or some of its lines, gives stock back and voids or refunds payment. Where a warehouse has taken the work on it is asked to let go first: then nothing changes yet, and `changeRequest` tells how that ends. Errors: INVALID_INPUT, NOT_FOUND, VERSION_CONFLICT, INVALID_STATE, QUANTITY_TOO_LARGE, IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_IN_PROGRESS. */
  cancelOrder?: Maybe<CancelOrderPayload>;
  /** Stops routing and fulfillment. Errors: NOT_FOUND, VERSION_CONFLICT, INVALID_STATE. */
  holdOrder?: Maybe<HoldOrderPayload>;
  /** Ends a hold and routes the order. Errors: NOT_FOUND, INVALID_STATE. */
  releaseOrderHold?: Maybe<ReleaseOrderHoldPayload>;
  /** Staff or WMS takes the work on. Errors: NOT_FOUND, VERSION_CONFLICT, INVALID_STATE. */
  acceptFulfillmentOrder?: Maybe<FulfillmentOrderPayload>;
  /** A warehouse lets go of what an edit or a cancellation asks of its work; the change is carried out once all warehouses have let go. Errors: NOT_FOUND, VERSION_CONFLICT, INVALID_STATE. */
  acceptCancellation?: Maybe<FulfillmentOrderPayload>;
  /** A warehouse keeps its work; the change that waits for it is dropped as a whole. Errors: NOT_FOUND, VERSION_CONFLICT, INVALID_STATE. */
  refuseCancellation?: Maybe<FulfillmentOrderPayload>;
  /** Staff or WMS turns the work down; the order is routed again. Errors: INVALID_INPUT, NOT_FOUND, VERSION_CONFLICT, INVALID_STATE, QUANTITY_TOO_LARGE. */
  rejectFulfillmentOrder?: Maybe<FulfillmentOrderPayload>;
  /** Records picked and missing units. Missing units are routed again. Errors: NOT_FOUND, VERSION_CONFLICT, INVALID_STATE, QUANTITY_TOO_LARGE. */
  recordPick?: Maybe<FulfillmentOrderPayload>;
  /** Puts picked units into packages. Errors: INVALID_INPUT, NOT_FOUND, VERSION_CONFLICT, INVALID_STATE, QUANTITY_TOO_LARGE. */
  packFulfillmentOrder?: Maybe<FulfillmentOrderPayload>;
  /** Hands packages to a carrier; makes a shipment, also for a part of the lines. Errors: NOT_FOUND, VERSION_CONFLICT, INVALID_STATE, QUANTITY_TOO_LARGE, IDEMPOTENCY_KEY_REUSED. */
  shipFulfillmentOrder?: Maybe<ShipFulfillmentOrderPayload>;
  /** A store takes goods in that were sent there to be collected; what did not come, or came damaged, is routed again. Errors: INVALID_INPUT, NOT_FOUND, VERSION_CONFLICT, INVALID_STATE, QUANTITY_TOO_LARGE. */
  receiveTransfer?: Maybe<FulfillmentOrderPayload>;
  /** Tells the shopper that the goods wait in the store. Errors: NOT_FOUND, VERSION_CONFLICT, INVALID_STATE. */
  markReadyForPickup?: Maybe<FulfillmentOrderPayload>;
  /** Hands goods over to the shopper against proof. Errors: INVALID_INPUT, NOT_FOUND, INVALID_STATE, QUANTITY_TOO_LARGE, PICKUP_PROOF_INVALID, IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_IN_PROGRESS. */
  completePickup?: Maybe<CompletePickupPayload>;
  /** The shopper does not take goods at the counter: they go back on sale, damaged ones do not, and are cancelled on the order. Errors: INVALID_INPUT, NOT_FOUND, VERSION_CONFLICT, INVALID_STATE, QUANTITY_TOO_LARGE. */
  refusePickup?: Maybe<FulfillmentOrderPayload>;
  /** Moves work to another location by hand; answers the work as the new location has it. Errors: INVALID_INPUT, NOT_FOUND, VERSION_CONFLICT, INVALID_STATE, LOCATION_NOT_ELIGIBLE, INSUFFICIENT_STOCK. */
  reassignFulfillmentOrder?: Maybe<FulfillmentOrderPayload>;
  /** Writes a sourcing strategy down as a draft, under the next version of its channel. A draft decides nothing. Errors: INVALID_INPUT, IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_IN_PROGRESS. */
  draftSourcingStrategy?: Maybe<SourcingStrategyPayload>;
  /** Lets a strategy decide from now on; the one before it is archived. Errors: NOT_FOUND, INVALID_STATE. */
  activateSourcingStrategy?: Maybe<SourcingStrategyPayload>;
  /** Ends a strategy; the one of all channels, or the built-in order of preference, decides again. Errors: NOT_FOUND, INVALID_STATE. */
  archiveSourcingStrategy?: Maybe<SourcingStrategyPayload>;
  /** Records a carrier's tracking event. Each event is applied once, by `eventId`. Errors: INVALID_INPUT, NOT_FOUND. */
  recordShipmentEvent?: Maybe<RecordShipmentEventPayload>;
  /** Decides what becomes of a parcel that was lost or came back: its units are sent again, or cancelled and paid back. Once. Errors: NOT_FOUND, INVALID_STATE, IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_IN_PROGRESS. */
  resolveShipment?: Maybe<ShipmentPayload>;
  /** Books the units of a parcel that came back in at the location that sent it; damaged ones are not for sale. Once. Errors: INVALID_INPUT, NOT_FOUND, INVALID_STATE, QUANTITY_TOO_LARGE, IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_IN_PROGRESS. */
  receiveReturnedShipment?: Maybe<ShipmentPayload>;
  /** Service to service. Places the order that replaces returned goods. */
  placeExchangeOrder?: Maybe<PlaceExchangeOrderPayload>;
  /** Service to service. Takes back the order that brings new goods, all of it or nothing, and the credit with it; once for each exchange. Errors: NOT_FOUND, INVALID_STATE. */
  cancelExchangeOrder?: Maybe<CancelExchangeOrderPayload>;
  /** Service to service. Gives money of an order back, once for each `refundReference`; the same call again tells how far it has come. Errors: INVALID_INPUT, NOT_FOUND, IDEMPOTENCY_KEY_REUSED. */
  refundOrder?: Maybe<RefundOrderPayload>;
  /** Service to service. Gives credit for goods nobody knows an order of, once for each reference. Errors: INVALID_INPUT. */
  issueCredit?: Maybe<IssueCreditPayload>;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationPlaceOrderArgs = {
  input: PlaceOrderInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationImportOrdersArgs = {
  input: ImportOrdersInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationEditOrderArgs = {
  input: EditOrderInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationCancelOrderArgs = {
  input: CancelOrderInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationHoldOrderArgs = {
  input: HoldOrderInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationReleaseOrderHoldArgs = {
  input: ReleaseOrderHoldInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationAcceptFulfillmentOrderArgs = {
  input: AcceptFulfillmentOrderInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationAcceptCancellationArgs = {
  input: AcceptCancellationInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationRefuseCancellationArgs = {
  input: RefuseCancellationInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationRejectFulfillmentOrderArgs = {
  input: RejectFulfillmentOrderInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationRecordPickArgs = {
  input: RecordPickInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationPackFulfillmentOrderArgs = {
  input: PackFulfillmentOrderInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationShipFulfillmentOrderArgs = {
  input: ShipFulfillmentOrderInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationReceiveTransferArgs = {
  input: ReceiveTransferInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationMarkReadyForPickupArgs = {
  input: MarkReadyForPickupInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationCompletePickupArgs = {
  input: CompletePickupInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationRefusePickupArgs = {
  input: RefusePickupInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationReassignFulfillmentOrderArgs = {
  input: ReassignFulfillmentOrderInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationDraftSourcingStrategyArgs = {
  input: DraftSourcingStrategyInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationActivateSourcingStrategyArgs = {
  input: TurnSourcingStrategyInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationArchiveSourcingStrategyArgs = {
  input: TurnSourcingStrategyInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationRecordShipmentEventArgs = {
  input: RecordShipmentEventInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationResolveShipmentArgs = {
  input: ResolveShipmentInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationReceiveReturnedShipmentArgs = {
  input: ReceiveReturnedShipmentInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationPlaceExchangeOrderArgs = {
  input: PlaceExchangeOrderInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationCancelExchangeOrderArgs = {
  input: CancelExchangeOrderInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationRefundOrderArgs = {
  input: RefundOrderInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationIssueCreditArgs = {
  input: IssueCreditInput;
};

/** A customer order from any channel. Row-level rules apply on top of scopes: shoppers see their own orders, store staff those with work or returns at their location. */
export type Order = {
  __typename?: 'Order';
  /** Stable id. */
  id: Scalars['ID']['output'];
  /** Number printed for the shopper. */
  number: Scalars['String']['output'];
  /** Reference of the system that sent the order; unique per channel. */
  externalReference?: Maybe<Scalars['String']['output']>;
  /** Channel in which the order was born. */
  channel?: Maybe<Channel>;
  /** Life of the order as a whole. */
  status: OrderStatus;
  /** How far fulfillment has come; derived from the lines. */
  fulfillmentStatus: OrderFulfillmentStatus;
  /** How far payment has come; derived from the payments. */
  paymentStatus: OrderPaymentStatus;
  /** Language the shopper ordered in. */
  locale: Scalars['Locale']['output'];
  /** Shopper. Personal data. */
  customer?: Maybe<OrderCustomer>;
  /** Lines in the order of capture; at most 200. */
  lines: Array<OrderLine>;
  /** How and where parts of the order reach the shopper. */
  deliveryGroups: Array<DeliveryGroup>;
  /** Sums after discounts and edits. */
  totals: OrderTotals;
  /** Payments known for the order. */
  payments: Array<OrderPayment>;
  /** Work given to locations. */
  fulfillmentOrders: Array<FulfillmentOrder>;
  /** Parcels on their way or delivered. */
  shipments: Array<Shipment>;
  /** Holds, open ones first. */
  holds: Array<OrderHold>;
  /** Edits and cancellations that wait, or waited, for a warehouse to let go of its work; newest first. */
  changeRequests: Array<OrderChangeRequest>;
  /** Edits made since capture, newest first. */
  edits: Array<OrderEdit>;
  /** What the caller may do next. */
  availableActions: Array<OrderAction>;
  /** How locations were chosen; newest decision first. */
  routingDecisions: Array<RoutingDecision>;
  /** Every call of a user exit about the order, newest first; what the retailer's own services said, and what was done without them. */
  userExits: Array<OrderUserExit>;
  /** Everything that happened, newest first. */
  events: OrderEventConnection;
  /** Attributes any reader of the order may see. */
  attributes: Array<Attribute>;
  /** Attributes for the retailer only. */
  privateAttributes: Array<Attribute>;
  /** Grows by one with each change; send it back as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** Moment the shopper placed the order. */
  placedAt: Scalars['DateTime']['output'];
  /** Moment the last unit was delivered or collected; null before. */
  deliveredAt?: Maybe<Scalars['DateTime']['output']>;
  /** Moment of cancellation; null unless cancelled. */
  cancelledAt?: Maybe<Scalars['DateTime']['output']>;
  /** Moment of the last change. */
  updatedAt: Scalars['DateTime']['output'];
};


/** A customer order from any channel. Row-level rules apply on top of scopes: shoppers see their own orders, store staff those with work or returns at their location. */
export type OrderEventsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

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

/** The shopper of an order. Personal data; blank after erasure. */
export type OrderCustomer = {
  __typename?: 'OrderCustomer';
  /** Id in the retailer's customer system; null for guests. */
  customerId?: Maybe<Scalars['ID']['output']>;
  /** E-mail address. */
  email?: Maybe<Scalars['String']['output']>;
  /** E.164 telephone number. */
  phone?: Maybe<Scalars['String']['output']>;
  /** Given name. */
  firstName?: Maybe<Scalars['String']['output']>;
  /** Family name. */
  lastName?: Maybe<Scalars['String']['output']>;
};

/** One line of an order. */
export type OrderLine = {
  __typename?: 'OrderLine';
  /** Stable opaque id. */
  id: Scalars['ID']['output'];
  /** The order. */
  order: Order;
  /** Stock-keeping unit. */
  sku: Scalars['String']['output'];
  /** The stock-keeping unit. */
  item?: Maybe<InventoryItem>;
  /** Name at the time of the order. */
  name: Scalars['String']['output'];
  /** Units the shopper wants now, after edits and cancellations. */
  quantity: Scalars['Int']['output'];
  /** Units ordered at first. */
  orderedQuantity: Scalars['Int']['output'];
  /** Units cancelled. */
  cancelledQuantity: Scalars['Int']['output'];
  /** Units shipped or collected. */
  fulfilledQuantity: Scalars['Int']['output'];
  /** Units no location can source yet. */
  backorderedQuantity: Scalars['Int']['output'];
  /** Price of one unit before discounts, tax as the channel shows it. */
  unitPrice: Money;
  /** Sum of discounts on the line; zero or more. */
  discountTotal: Money;
  /** Tax included in, or added to, the line. */
  taxTotal: Money;
  /** What the shopper pays for the line. */
  total: Money;
  /** Group the line belongs to. */
  deliveryGroup: DeliveryGroup;
  /** Whether the line may still be edited, and why not. */
  editability: LineEditability;
  /** Integration attributes. */
  attributes: Array<Attribute>;
};

/** Whether a line may still be edited. */
export type LineEditability = {
  __typename?: 'LineEditability';
  /** True when no reason stands against it. */
  isEditable: Scalars['Boolean']['output'];
  /** Units that may still be taken away. */
  reducibleQuantity: Scalars['Int']['output'];
  /** Reasons against it; empty when editable. */
  reasons: Array<LineEditabilityReason>;
};

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

/** Lines that reach the shopper in the same way. */
export type DeliveryGroup = {
  __typename?: 'DeliveryGroup';
  /** Stable opaque id. */
  id: Scalars['ID']['output'];
  /** Method. */
  method: DeliveryMethod;
  /** Delivery address; null for collection. Personal data. */
  shippingAddress?: Maybe<PostalAddress>;
  /** Store of collection; null for delivery. */
  pickupLocation?: Maybe<Location>;
  /** Six digits the shopper shows at collection; null when goods are delivered. For the shopper only. */
  pickupCode?: Maybe<Scalars['String']['output']>;
  /** Service level sold, for example `EXPRESS`. */
  serviceLevel?: Maybe<Scalars['String']['output']>;
  /** Earliest promised moment. */
  promisedFrom?: Maybe<Scalars['DateTime']['output']>;
  /** Latest promised moment. */
  promisedTo?: Maybe<Scalars['DateTime']['output']>;
  /** Price of delivery. */
  price: Money;
  /** Lines concerned. */
  lines: Array<OrderLine>;
};

/** How goods reach the shopper. */
export type DeliveryMethod =
  /** Carrier to an address; any location may ship. */
  | 'DELIVERY'
  /** Collected in a store from the store's own stock. */
  | 'CLICK_AND_COLLECT'
  /** Collected in a store after being sent there. */
  | 'SHIP_TO_STORE';

/** Sums of an order; all in the channel's currency. */
export type OrderTotals = {
  __typename?: 'OrderTotals';
  /** Lines before discounts. */
  items: Money;
  /** Discounts; zero or more. */
  discounts: Money;
  /** Delivery charges. */
  delivery: Money;
  /** Taxes. */
  taxes: Money;
  /** What the shopper owes in all. */
  grandTotal: Money;
  /** Amount captured so far. */
  captured: Money;
  /** Amount given back so far. */
  refunded: Money;
  /** `grandTotal` - `captured` + `refunded`; below zero when money is owed to the shopper. */
  balance: Money;
};

/** A payment held by the retailer's payment service. */
export type OrderPayment = {
  __typename?: 'OrderPayment';
  /** Stable opaque id. */
  id: Scalars['ID']['output'];
  /** Payment service, for example `adyen`. */
  provider: Scalars['String']['output'];
  /** Reference at the payment service. */
  reference: Scalars['String']['output'];
  /** Payment method, for example `card`. */
  method: Scalars['String']['output'];
  /** State. */
  status: PaymentStatus;
  /** Amount authorized. */
  authorized: Money;
  /** Amount captured so far. */
  captured: Money;
  /** Amount given back so far. */
  refunded: Money;
};

/** State of one payment. */
export type PaymentStatus =
  /** Not authorized yet. */
  | 'PENDING'
  /** Authorized. */
  | 'AUTHORIZED'
  /** Captured. */
  | 'CAPTURED'
  /** Given back in full. */
  | 'REFUNDED'
  /** Authorization given up. */
  | 'VOIDED'
  /** Refused. */
  | 'FAILED';

/** A stop placed on an order. */
export type OrderHold = {
  __typename?: 'OrderHold';
  /** Stable opaque id. */
  id: Scalars['ID']['output'];
  /** Why the order is stopped. */
  reason: OrderHoldReason;
  /** Free text from staff. */
  note?: Maybe<Scalars['String']['output']>;
  /** Moment it was placed. */
  placedAt: Scalars['DateTime']['output'];
  /** Moment it ended; null while open. */
  releasedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** Why an order is stopped. */
export type OrderHoldReason =
  /** Payment must be looked at. */
  | 'PAYMENT'
  /** Risk must be looked at. */
  | 'FRAUD_REVIEW'
  /** Address must be looked at. */
  | 'ADDRESS'
  /** Stock must be looked at. */
  | 'STOCK'
  /** The shopper asked for it. */
  | 'CUSTOMER_REQUEST'
  /** Head office asked for it. */
  | 'OPERATIONS';

/** What may be done with an order. */
export type OrderAction =
  /** `editOrder`. */
  | 'EDIT'
  /** `cancelOrder`. */
  | 'CANCEL'
  /** `holdOrder`. */
  | 'HOLD'
  /** `releaseOrderHold`. */
  | 'RELEASE_HOLD'
  /** `createReturn`. */
  | 'RETURN';

/** One edit of an order. */
export type OrderEdit = {
  __typename?: 'OrderEdit';
  /** Stable opaque id. */
  id: Scalars['ID']['output'];
  /** Order version the edit produced. */
  version: Scalars['Int']['output'];
  /** Reason, kept in the audit trail. */
  reason?: Maybe<Scalars['String']['output']>;
  /** Moment of the edit. */
  editedAt: Scalars['DateTime']['output'];
  /** Who made the edit. */
  actor: Scalars['String']['output'];
  /** What the edit changed. */
  changes: Array<OrderChange>;
  /** Change of the grand total; below zero when the shopper pays less. */
  totalDelta: Money;
};

/** An edit or a cancellation for which warehouses are asked to let go of work they took on: carried out as a whole once all have, dropped as a whole when one refuses or does not answer in time. */
export type OrderChangeRequest = {
  __typename?: 'OrderChangeRequest';
  /** Stable opaque id. */
  id: Scalars['ID']['output'];
  /** What waits. */
  kind: OrderChangeRequestKind;
  /** How it stands. */
  status: OrderChangeRequestStatus;
  /** Why it was dropped, in words for operators; null unless it was. */
  reason?: Maybe<Scalars['String']['output']>;
  /** Who asked for the change. */
  requestedBy: Scalars['String']['output'];
  /** Moment the warehouses were asked. */
  requestedAt: Scalars['DateTime']['output'];
  /** Moment at which silence counts as a refusal: 30 minutes after the warehouses were asked. */
  answerBy: Scalars['DateTime']['output'];
  /** Moment it was carried out or dropped; null before. */
  endedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** What waits for warehouses. */
export type OrderChangeRequestKind =
  /** `editOrder`. */
  | 'EDIT'
  /** `cancelOrder`. */
  | 'CANCELLATION';

/** How a change that waits for warehouses stands. */
export type OrderChangeRequestStatus =
  /** Some warehouse has not answered; the order is as it was. */
  | 'WAITING'
  /** Carried out as a whole. */
  | 'APPLIED'
  /** Nothing of it came about. */
  | 'DROPPED';

/** What a warehouse is asked to let go of. */
export type CancellationRequest = {
  __typename?: 'CancellationRequest';
  /** Stable opaque id. */
  id: Scalars['ID']['output'];
  /** How it stands. */
  status: CancellationRequestStatus;
  /** Units to let go of; all of the work where it is to go to another address, and is offered again. */
  lines: Array<CancellationRequestLine>;
  /** Moment of the request. */
  requestedAt: Scalars['DateTime']['output'];
  /** Moment at which silence counts as a refusal. */
  answerBy: Scalars['DateTime']['output'];
  /** Moment of the answer; null before. */
  answeredAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why the warehouse keeps the work; null unless it does. */
  refusalReason?: Maybe<CancellationRefusalReason>;
  /** Free text of the answer. */
  note?: Maybe<Scalars['String']['output']>;
};

/** Units of one line to let go of. */
export type CancellationRequestLine = {
  __typename?: 'CancellationRequestLine';
  /** Fulfillment order line id. */
  lineId: Scalars['ID']['output'];
  /** Stock-keeping unit. */
  sku: Scalars['String']['output'];
  /** Units to let go of. */
  quantity: Scalars['Int']['output'];
};

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

/** Why a warehouse keeps work it was asked to let go of. */
export type CancellationRefusalReason =
  /** Too far along to be stopped. */
  | 'TOO_LATE'
  /** It was shipped before the request was answered. */
  | 'SHIPPED'
  /** The request was not answered in time. */
  | 'TIMED_OUT'
  /** Another reason, told in the note. */
  | 'OTHER';

/** Why a warehouse refuses to let go. */
export type RefuseCancellationReason =
  /** Too far along to be stopped. */
  | 'TOO_LATE'
  /** Another reason, told in the note. */
  | 'OTHER';

/** One change within an edit. */
export type OrderChange = {
  __typename?: 'OrderChange';
  /** Kind of change. */
  kind: OrderChangeKind;
  /** Line concerned; null for order-wide changes. */
  lineId?: Maybe<Scalars['ID']['output']>;
  /** Stock-keeping unit. */
  sku?: Maybe<Scalars['String']['output']>;
  /** Units before; null for a new line. */
  quantityBefore?: Maybe<Scalars['Int']['output']>;
  /** Units after; zero for a removed line. */
  quantityAfter?: Maybe<Scalars['Int']['output']>;
};

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

/** How locations are chosen in a channel, or in every channel without a strategy of its own. */
export type SourcingStrategy = {
  __typename?: 'SourcingStrategy';
  /** Stable opaque id. */
  id: Scalars['ID']['output'];
  /** Channel it decides in; null for every channel without its own. */
  channel?: Maybe<Channel>;
  /** Name for people. */
  name: Scalars['String']['output'];
  /** Counts the strategies of the channel. */
  version: Scalars['Int']['output'];
  /** State. */
  status: SourcingStrategyStatus;
  /** Rules; the first whose conditions all hold decides. When none does, the built-in order of preference decides: fewest parcels, fewest stores, shortest way, deepest stock. */
  rules: Array<SourcingRule>;
  /** Who wrote it down. */
  createdBy: Scalars['String']['output'];
  /** Moment of creation. */
  createdAt: Scalars['DateTime']['output'];
  /** Moment it last began to decide; null before. */
  activatedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Moment it ended; null unless archived. */
  archivedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** State of a sourcing strategy. */
export type SourcingStrategyStatus =
  /** Written down; decides nothing. */
  | 'DRAFT'
  /** Decides. */
  | 'ACTIVE'
  /** Decides no more. */
  | 'ARCHIVED';

/** One rule of a sourcing strategy. */
export type SourcingRule = {
  __typename?: 'SourcingRule';
  /** Name for people; unique within the strategy. */
  name: Scalars['String']['output'];
  /** Facts a delivery must have for the rule to apply; none means every delivery. */
  when: SourcingCondition;
  /** What a plan is judged by; the cheapest plan wins. */
  criteria: Array<SourcingCriterion>;
  /** What parcels cost; needed by SHIPPING_COST. */
  tariff?: Maybe<SourcingTariff>;
};

/** Facts of a delivery that a rule asks for; what is null is not asked. */
export type SourcingCondition = {
  __typename?: 'SourcingCondition';
  /** The address is in one of these countries. */
  countryCodes?: Maybe<Array<Scalars['CountryCode']['output']>>;
  /** One of these service levels was sold. */
  serviceLevels?: Maybe<Array<Scalars['String']['output']>>;
  /** At least so many units. */
  minimumUnits?: Maybe<Scalars['Int']['output']>;
  /** At most so many units. */
  maximumUnits?: Maybe<Scalars['Int']['output']>;
};

/** One criterion and what it weighs. */
export type SourcingCriterion = {
  __typename?: 'SourcingCriterion';
  /** What is judged. */
  kind: SourcingCriterionKind;
  /** Cost of one of its units, 0 to 1 000 000. */
  weight: Scalars['Float']['output'];
};

/** What a plan can be judged by; each is a cost. */
export type SourcingCriterionKind =
  /** Each location. */
  | 'SPLIT'
  /** Each store. */
  | 'STORE'
  /** Each warehouse. */
  | 'WAREHOUSE'
  /** Each 100 kilometres to the shopper; an unknown distance counts as 1 000 kilometres. */
  | 'DISTANCE'
  /** What the parcel of each location costs, by the rule's tariff. */
  | 'SHIPPING_COST'
  /** 1 / (1 + units there) for each location, so that thin stock is spared. */
  | 'STOCK_DEPTH'
  /** 30 / (30 + days the oldest unit of the wanted SKUs has lain there) for each location, so that ageing stock is sold first: 1 where it has just come, a half after 30 days. */
  | 'AGEING_STOCK'
  /** 1 / (1 + orders it may still take that day) for each location; nothing when unlimited. */
  | 'CAPACITY'
  /** Hours until the last location can be ready; 24 when unknown. */
  | 'TIME_TO_DELIVER';

/** What parcels cost, in any one unit of money. */
export type SourcingTariff = {
  __typename?: 'SourcingTariff';
  /** A parcel sent by a store. */
  storeParcel: Scalars['Float']['output'];
  /** A parcel sent by a warehouse. */
  warehouseParcel: Scalars['Float']['output'];
  /** Each 100 kilometres on top. */
  per100Km: Scalars['Float']['output'];
};

/** Input of `draftSourcingStrategy`. */
export type DraftSourcingStrategyInput = {
  /** Client-chosen key, 8 to 128 characters, kept for at least 24 hours. */
  idempotencyKey: Scalars['String']['input'];
  /** Channel it is for; left out means every channel without its own. */
  channelId?: InputMaybe<Scalars['ID']['input']>;
  /** Name for people, 1 to 64 characters. */
  name: Scalars['String']['input'];
  /** 1 to 20 rules; the first whose conditions all hold decides. */
  rules: Array<SourcingRuleInput>;
};

/** One rule of a sourcing strategy, given by a caller. */
export type SourcingRuleInput = {
  /** Name for people; unique within the strategy. */
  name: Scalars['String']['input'];
  /** Facts a delivery must have for the rule to apply; left out means every delivery. */
  when?: InputMaybe<SourcingConditionInput>;
  /** What a plan is judged by; 1 to 8, the cheapest plan wins. */
  criteria: Array<SourcingCriterionInput>;
  /** What parcels cost; needed by SHIPPING_COST. */
  tariff?: InputMaybe<SourcingTariffInput>;
};

/** Facts of a delivery that a rule asks for, given by a caller; what is left out is not asked. */
export type SourcingConditionInput = {
  /** The address is in one of these countries. */
  countryCodes?: InputMaybe<Array<Scalars['CountryCode']['input']>>;
  /** One of these service levels was sold. */
  serviceLevels?: InputMaybe<Array<Scalars['String']['input']>>;
  /** At least so many units. */
  minimumUnits?: InputMaybe<Scalars['Int']['input']>;
  /** At most so many units. */
  maximumUnits?: InputMaybe<Scalars['Int']['input']>;
};

/** One criterion and what it weighs. */
export type SourcingCriterionInput = {
  /** What is judged. */
  kind: SourcingCriterionKind;
  /** Cost of one of its units, 0 to 1 000 000. */
  weight: Scalars['Float']['input'];
};

/** What parcels cost, in any one unit of money. */
export type SourcingTariffInput = {
  /** A parcel sent by a store. */
  storeParcel: Scalars['Float']['input'];
  /** A parcel sent by a warehouse. */
  warehouseParcel: Scalars['Float']['input'];
  /** Each 100 kilometres on top. */
  per100Km: Scalars['Float']['input'];
};

/** Input of `activateSourcingStrategy` and `archiveSourcingStrategy`. */
export type TurnSourcingStrategyInput = {
  /** Strategy id. */
  id: Scalars['ID']['input'];
};

/** Payload of strategy writes. */
export type SourcingStrategyPayload = {
  __typename?: 'SourcingStrategyPayload';
  /** The strategy; null when `userErrors` is not empty. */
  strategy?: Maybe<SourcingStrategy>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<SourcingStrategyError>;
};

/** Failures of strategy writes. */
export type SourcingStrategyError = InvalidInputError | NotFoundError | InvalidStateError | IdempotencyError;

/** Input of `simulateSourcing`. Either `orderIds` or `recent`. */
export type SimulateSourcingInput = {
  /** Strategy to try. */
  strategyId: Scalars['ID']['input'];
  /** 1 to 200 orders. */
  orderIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Latest orders of a channel. */
  recent?: InputMaybe<RecentOrdersInput>;
  /** Moment whose stock, reservations, rules and facts of locations the orders are tried on, as they were known then; not in the future. Now when left out. */
  stockDate?: InputMaybe<Scalars['DateTime']['input']>;
};

/** The latest orders of a channel. */
export type RecentOrdersInput = {
  /** Channel id. */
  channelId: Scalars['ID']['input'];
  /** 1 to 200 orders. */
  count: Scalars['Int']['input'];
};

/** What a strategy would choose, beside what decides live. */
export type SourcingSimulation = {
  __typename?: 'SourcingSimulation';
  /** Each order, in the order asked for. */
  orders: Array<SimulatedOrder>;
  /** Orders whose units would go elsewhere. */
  movedOrders: Scalars['Int']['output'];
  /** In all, by what decides live. */
  before: SimulationTotals;
  /** In all, by the strategy tried. */
  after: SimulationTotals;
};

/** One order in a simulation. */
export type SimulatedOrder = {
  __typename?: 'SimulatedOrder';
  /** Order id. */
  orderId: Scalars['ID']['output'];
  /** Number printed for the shopper. */
  number: Scalars['String']['output'];
  /** Some unit would go elsewhere. */
  isMoved: Scalars['Boolean']['output'];
  /** By what decides live. */
  before: SimulatedPlan;
  /** By the strategy tried. */
  after: SimulatedPlan;
};

/** Locations chosen for one order in a simulation. */
export type SimulatedPlan = {
  __typename?: 'SimulatedPlan';
  /** Strategy, version and rule that decided. */
  decidedBy: Scalars['String']['output'];
  /** Locations chosen. */
  choices: Array<SimulatedChoice>;
  /** Cost by the rules of the strategy tried; null when none of them applies. */
  cost?: Maybe<Scalars['Float']['output']>;
};

/** A location chosen in a simulation. */
export type SimulatedChoice = {
  __typename?: 'SimulatedChoice';
  /** Location concerned. */
  location?: Maybe<Location>;
  /** Order lines given to the location. */
  lineIds: Array<Scalars['ID']['output']>;
  /** Units given to the location. */
  units: Scalars['Int']['output'];
  /** Score given by the strategy; higher is better. */
  score: Scalars['Float']['output'];
  /** Rules that spoke for it. */
  reasons: Array<Scalars['String']['output']>;
};

/** Sums of a simulation. */
export type SimulationTotals = {
  __typename?: 'SimulationTotals';
  /** Parcels needed. */
  locations: Scalars['Int']['output'];
  /** Orders sent from more than one location. */
  splitOrders: Scalars['Int']['output'];
  /** Parcels sent by stores. */
  stores: Scalars['Int']['output'];
  /** Sum of known distances, in kilometres. */
  distanceKm: Scalars['Float']['output'];
  /** Cost by the rules of the strategy tried. */
  cost: Scalars['Float']['output'];
  /** Units that no location can source. */
  shortUnits: Scalars['Int']['output'];
};

/** How locations were chosen for an order. */
export type RoutingDecision = {
  __typename?: 'RoutingDecision';
  /** Stable opaque id. */
  id: Scalars['ID']['output'];
  /** Moment of the decision. */
  decidedAt: Scalars['DateTime']['output'];
  /** Name of the strategy used. */
  strategy: Scalars['String']['output'];
  /** Number of parcels and pick-ups the plan needs. */
  splitCount: Scalars['Int']['output'];
  /** Locations chosen. */
  chosen: Array<RoutingChoice>;
  /** Locations that were weighed and left out; first 50. */
  rejected: Array<RoutingRejection>;
  /** User exits that took part. */
  userExits: Array<UserExitCall>;
};

/** One call of a user exit about an order. */
export type OrderUserExit = {
  __typename?: 'OrderUserExit';
  /** Stable opaque id. */
  id: Scalars['ID']['output'];
  /** Registered name of the exit. */
  name: Scalars['String']['output'];
  /** What came of the call. */
  outcome: UserExitOutcome;
  /** What was to be done: CONTINUE, MODIFY, REJECT, HOLD or DEFER, as the exit said or its policy decided. */
  decision: Scalars['String']['output'];
  /** Reason codes given by the exit. */
  reasons: Array<Scalars['String']['output']>;
  /** Why its policy decided, for example TIMED_OUT; null when the exit did. */
  failure?: Maybe<Scalars['String']['output']>;
  /** The answer was compared and not followed. */
  isShadow: Scalars['Boolean']['output'];
  /** Whether the exit would have changed what was done; null unless it was called in the shadow. */
  differs?: Maybe<Scalars['Boolean']['output']>;
  /** SHA-256 of what the exit was told, in hex. */
  inputHash: Scalars['String']['output'];
  /** Wall time of the call in milliseconds, a second attempt included. */
  durationMs: Scalars['Int']['output'];
  /** Moment of the answer. */
  calledAt: Scalars['DateTime']['output'];
};

/** A user exit: a retailer's own service called in place of, or after, a built-in rule. */
export type UserExitCall = {
  __typename?: 'UserExitCall';
  /** Registered name of the exit. */
  name: Scalars['String']['output'];
  /** What came of the call. */
  outcome: UserExitOutcome;
  /** Wall time of the call in milliseconds. */
  durationMs: Scalars['Int']['output'];
};

/** What came of a user-exit call. */
export type UserExitOutcome =
  /** The exit answered and its answer was used. */
  | 'APPLIED'
  /** The exit answered that it has no opinion; the built-in rule decided. */
  | 'DECLINED'
  /** The exit timed out or failed; the built-in rule decided. */
  | 'FELL_BACK';

/** A location chosen for some lines. */
export type RoutingChoice = {
  __typename?: 'RoutingChoice';
  /** Location concerned. */
  location?: Maybe<Location>;
  /** Order lines given to the location. */
  lineIds: Array<Scalars['ID']['output']>;
  /** Score given by the strategy; higher is better. */
  score: Scalars['Float']['output'];
  /** Rules that spoke for it. */
  reasons: Array<Scalars['String']['output']>;
};

/** A location that was left out. */
export type RoutingRejection = {
  __typename?: 'RoutingRejection';
  /** Location concerned. */
  location?: Maybe<Location>;
  /** Every reason that holds, most decisive first. */
  reasons: Array<IneligibilityReason>;
  /** Score given by the strategy; higher is better. Null when it could not serve, or no strategy weighed. */
  score?: Maybe<Scalars['Float']['output']>;
};

/** One fact in the life of an order. */
export type OrderEvent = {
  __typename?: 'OrderEvent';
  /** Stable opaque id. */
  id: Scalars['ID']['output'];
  /** Event name, for example `order.placed`. */
  type: Scalars['String']['output'];
  /** Moment it happened. */
  occurredAt: Scalars['DateTime']['output'];
  /** Who did it: user, service or user exit. */
  actor: Scalars['String']['output'];
  /** English sentence for developers and operators; not for shoppers. */
  message: Scalars['String']['output'];
};

/** A page of order events. */
export type OrderEventConnection = {
  __typename?: 'OrderEventConnection';
  /** Edges of the page. */
  edges: Array<OrderEventEdge>;
  /** Nodes of the page, in the same order as `edges`. */
  nodes: Array<OrderEvent>;
  /** Paging facts. */
  pageInfo: PageInfo;
};

/** One order event in a page. */
export type OrderEventEdge = {
  __typename?: 'OrderEventEdge';
  /** Opaque cursor of this edge. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: OrderEvent;
};

/** A page of orders. */
export type OrderConnection = {
  __typename?: 'OrderConnection';
  /** Edges of the page. */
  edges: Array<OrderEdge>;
  /** Nodes of the page, in the same order as `edges`. */
  nodes: Array<Order>;
  /** Paging facts. */
  pageInfo: PageInfo;
  /** Number of matches, exact up to 10 000 and null above. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** One order in a page. */
export type OrderEdge = {
  __typename?: 'OrderEdge';
  /** Opaque cursor of this edge. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Order;
};

/** Conditions on orders; all given ones must hold, a list means any of. */
export type OrderFilter = {
  /** Any of these ids; 100 at most. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Any of these numbers; 100 at most. */
  numbers?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Any of these references; 100 at most. */
  externalReferences?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Any of these channels. */
  channelIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Any of these states. */
  statuses?: InputMaybe<Array<OrderStatus>>;
  /** Any of these fulfillment states. */
  fulfillmentStatuses?: InputMaybe<Array<OrderFulfillmentStatus>>;
  /** Any of these payment states. */
  paymentStatuses?: InputMaybe<Array<OrderPaymentStatus>>;
  /** Some delivery group uses one of these methods. */
  deliveryMethods?: InputMaybe<Array<DeliveryMethod>>;
  /** Some fulfillment order is at one of these locations. */
  locationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Orders of this customer. */
  customerId?: InputMaybe<Scalars['ID']['input']>;
  /** Exact address, case ignored; needs scope `pii:read`. */
  customerEmail?: InputMaybe<Scalars['String']['input']>;
  /** Paid for with the card the payment service calls so; exact, never a card number; needs scope `returns:process`. */
  cardToken?: InputMaybe<Scalars['String']['input']>;
  /** Any of these SKUs; 250 at most. */
  skus?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Placed within this range. */
  placedAt?: InputMaybe<DateTimeRangeInput>;
  /** Changed within this range. */
  updatedAt?: InputMaybe<DateTimeRangeInput>;
  /** Latest promise has passed and units are unfulfilled. */
  isLate?: InputMaybe<Scalars['Boolean']['input']>;
};

/** One sort key of an order list. */
export type OrderSort = {
  /** Field to sort by. */
  field: OrderSortField;
  /** Order. */
  direction?: SortDirection;
};

/** Fields an order list can be sorted by; ties are broken by id. */
export type OrderSortField =
  /** By moment placed. */
  | 'PLACED_AT'
  /** By last change. */
  | 'UPDATED_AT'
  /** By number. */
  | 'NUMBER'
  /** By latest promised moment. */
  | 'PROMISED_TO';

/** Work given to one location for one order. */
export type FulfillmentOrder = {
  __typename?: 'FulfillmentOrder';
  /** Stable opaque id. */
  id: Scalars['ID']['output'];
  /** Number for staff. */
  number: Scalars['String']['output'];
  /** The order. */
  order: Order;
  /** Location concerned. */
  location?: Maybe<Location>;
  /** What kind of work. */
  type: FulfillmentType;
  /** State. */
  status: FulfillmentOrderStatus;
  /** Lines concerned. */
  lines: Array<FulfillmentOrderLine>;
  /** Latest moment to accept before the work is routed again. */
  acceptBy?: Maybe<Scalars['DateTime']['output']>;
  /** Latest moment to be shipped or ready. */
  dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** Shipments made for this work. */
  shipments: Array<Shipment>;
  /** Facts of a collection; null unless goods are collected. */
  pickup?: Maybe<PickupDetails>;
  /** Locations that turned the work down before. */
  rejections: Array<FulfillmentRejection>;
  /** The last request to let go of this work; null when there was none. */
  cancellationRequest?: Maybe<CancellationRequest>;
  /** What the caller may do next. */
  availableActions: Array<FulfillmentOrderAction>;
  /** Grows by one with each change; send it back as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** Moment of creation. */
  createdAt: Scalars['DateTime']['output'];
  /** Moment of the last change. */
  updatedAt: Scalars['DateTime']['output'];
};

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

/** Units of one order line in fulfillment work. */
export type FulfillmentOrderLine = {
  __typename?: 'FulfillmentOrderLine';
  /** Stable opaque id. */
  id: Scalars['ID']['output'];
  /** The order line. */
  orderLine: OrderLine;
  /** Stock-keeping unit. */
  sku: Scalars['String']['output'];
  /** Name for people. */
  name: Scalars['String']['output'];
  /** Units asked for. */
  quantity: Scalars['Int']['output'];
  /** Units picked so far. */
  pickedQuantity: Scalars['Int']['output'];
  /** Units not found; routed again. */
  missingQuantity: Scalars['Int']['output'];
  /** Units shipped or collected. */
  fulfilledQuantity: Scalars['Int']['output'];
};

/** Facts of a collection. */
export type PickupDetails = {
  __typename?: 'PickupDetails';
  /** Moment the goods were, or can be, ready. */
  readyAt?: Maybe<Scalars['DateTime']['output']>;
  /** Goods go back on sale after this moment. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Moment the shopper was reminded; null before. */
  remindedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Moment of the last handover; null before. */
  collectedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why the shopper did not take goods; null unless some were refused. */
  refusalReason?: Maybe<PickupRefusalReason>;
  /** Where the goods wait in the store. */
  storageSpot?: Maybe<Scalars['String']['output']>;
};

/** Why the shopper did not take goods at the counter. */
export type PickupRefusalReason =
  /** Not what was ordered. */
  | 'WRONG_ITEM'
  /** Damaged; the units are no longer for sale. */
  | 'DAMAGED'
  /** No longer wanted. */
  | 'CHANGED_MIND'
  /** Another reason; see the timeline. */
  | 'OTHER';

/** A location that turned work down. */
export type FulfillmentRejection = {
  __typename?: 'FulfillmentRejection';
  /** Location concerned. */
  location?: Maybe<Location>;
  /** Why the work was turned down. */
  reason: FulfillmentRejectionReason;
  /** Free text from staff. */
  note?: Maybe<Scalars['String']['output']>;
  /** Moment it was turned down. */
  rejectedAt: Scalars['DateTime']['output'];
};

/** Why work was turned down. */
export type FulfillmentRejectionReason =
  /** Not on the shelf. */
  | 'ITEM_NOT_FOUND'
  /** Found damaged. */
  | 'ITEM_DAMAGED'
  /** Nobody free to pick. */
  | 'NO_STAFF'
  /** The store is about to close. */
  | 'STORE_CLOSING'
  /** Not accepted in time; set by the OMS. */
  | 'TIMED_OUT'
  /** Another reason; see the note. */
  | 'OTHER';

/** A page of fulfillment work. */
export type FulfillmentOrderConnection = {
  __typename?: 'FulfillmentOrderConnection';
  /** Edges of the page. */
  edges: Array<FulfillmentOrderEdge>;
  /** Nodes of the page, in the same order as `edges`. */
  nodes: Array<FulfillmentOrder>;
  /** Paging facts. */
  pageInfo: PageInfo;
  /** Number of matches, exact up to 10 000 and null above. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** One piece of fulfillment work in a page. */
export type FulfillmentOrderEdge = {
  __typename?: 'FulfillmentOrderEdge';
  /** Opaque cursor of this edge. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: FulfillmentOrder;
};

/** Conditions on fulfillment work. */
export type FulfillmentOrderFilter = {
  /** Any of these locations; 100 at most. */
  locationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Any of these orders; 100 at most. */
  orderIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Any of these states. */
  statuses?: InputMaybe<Array<FulfillmentOrderStatus>>;
  /** Any of these kinds of work. */
  types?: InputMaybe<Array<FulfillmentType>>;
  /** With a request to let go in any of these states. */
  cancellationStatuses?: InputMaybe<Array<CancellationRequestStatus>>;
  /** Due within this range. */
  dueAt?: InputMaybe<DateTimeRangeInput>;
  /** Changed within this range. */
  updatedAt?: InputMaybe<DateTimeRangeInput>;
};

/** One sort key of a work queue. */
export type FulfillmentOrderSort = {
  /** Field to sort by. */
  field: FulfillmentOrderSortField;
  /** Order. */
  direction?: SortDirection;
};

/** Fields a work queue can be sorted by. */
export type FulfillmentOrderSortField =
  /** By due moment. */
  | 'DUE_AT'
  /** By moment of creation. */
  | 'CREATED_AT'
  /** By last change. */
  | 'UPDATED_AT';

/** Goods handed to a carrier together; an order may have several. */
export type Shipment = {
  __typename?: 'Shipment';
  /** Stable opaque id. */
  id: Scalars['ID']['output'];
  /** The order. */
  order: Order;
  /** The fulfillment order; null when nothing was found. */
  fulfillmentOrder?: Maybe<FulfillmentOrder>;
  /** Location that shipped. */
  fromLocation?: Maybe<Location>;
  /** State. */
  status: ShipmentStatus;
  /** Carrier code, for example `colissimo`. */
  carrier: Scalars['String']['output'];
  /** Carrier's service code. */
  carrierService?: Maybe<Scalars['String']['output']>;
  /** Carrier's tracking number. */
  trackingNumber?: Maybe<Scalars['String']['output']>;
  /** Page on which the shopper follows the parcel. */
  trackingUrl?: Maybe<Scalars['URL']['output']>;
  /** Units in the shipment. */
  lines: Array<ShipmentLine>;
  /** Parcels of the shipment. */
  packages: Array<Package>;
  /** Carrier events, newest first; at most 100. */
  events: Array<ShipmentEvent>;
  /** Moment of handover to the carrier. */
  shippedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Moment the carrier expects to deliver; null when unknown. */
  estimatedDeliveryAt?: Maybe<Scalars['DateTime']['output']>;
  /** Moment of delivery; null before. */
  deliveredAt?: Maybe<Scalars['DateTime']['output']>;
  /** What became of its units after it was lost or came back; null while nothing was decided. */
  resolution?: Maybe<ShipmentResolution>;
  /** Moment its units were booked in again where they had left; null before, and for parcels that did not come back. */
  receivedBackAt?: Maybe<Scalars['DateTime']['output']>;
};

/** What becomes of units that did not reach the shopper. */
export type ShipmentResolution =
  /** They are sent again, from wherever they are. */
  | 'REPLACE'
  /** They are cancelled and paid back. */
  | 'REFUND';

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

/** Units of one order line in a shipment. */
export type ShipmentLine = {
  __typename?: 'ShipmentLine';
  /** The order line. */
  orderLine: OrderLine;
  /** Units. */
  quantity: Scalars['Int']['output'];
};

/** One carrier event. */
export type ShipmentEvent = {
  __typename?: 'ShipmentEvent';
  /** State. */
  status: ShipmentStatus;
  /** Carrier's own words. */
  description?: Maybe<Scalars['String']['output']>;
  /** Place as the carrier names it. */
  place?: Maybe<Scalars['String']['output']>;
  /** Moment it happened. */
  occurredAt: Scalars['DateTime']['output'];
};

/** One parcel. */
export type Package = {
  __typename?: 'Package';
  /** Stable opaque id. */
  id: Scalars['ID']['output'];
  /** Weight in grams. */
  weightGrams?: Maybe<Scalars['Int']['output']>;
  /** Carrier's tracking number. */
  trackingNumber?: Maybe<Scalars['String']['output']>;
};

/** A stock-keeping unit as the OMS sees it. A product subgraph may extend it by `sku`. */
export type InventoryItem = {
  __typename?: 'InventoryItem';
  /** Retailer's stock-keeping unit; upper and lower case differ. */
  sku: Scalars['String']['output'];
};

/** A sales channel: a place where orders are born, such as a web shop, a marketplace or the POS of one brand. */
export type Channel = {
  __typename?: 'Channel';
  /** Stable id; storefronts keep it in their configuration. */
  id: Scalars['ID']['output'];
};

/** A place that can hold stock: store, warehouse or third-party site. */
export type Location = {
  __typename?: 'Location';
  /** Stable id. */
  id: Scalars['ID']['output'];
  /** Work queue of the location. */
  fulfillmentOrders?: Maybe<FulfillmentOrderConnection>;
  /** Open work by state. */
  workload?: Maybe<LocationWorkload>;
};


/** A place that can hold stock: store, warehouse or third-party site. */
export type LocationFulfillmentOrdersArgs = {
  filter?: InputMaybe<FulfillmentOrderFilter>;
  sort?: InputMaybe<Array<FulfillmentOrderSort>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** Open work of a location. */
export type LocationWorkload = {
  __typename?: 'LocationWorkload';
  /** Work that waits to be accepted. */
  offered: Scalars['Int']['output'];
  /** Work accepted, not yet shipped or ready. */
  inProgress: Scalars['Int']['output'];
  /** Goods that wait for shoppers. */
  readyForPickup: Scalars['Int']['output'];
  /** Work past its due moment. */
  late: Scalars['Int']['output'];
};

/** Input of `placeOrder`. */
export type PlaceOrderInput = {
  /** Client-chosen key, 8 to 128 characters, kept for at least 24 hours. */
  idempotencyKey: Scalars['String']['input'];
  /** Channel id. */
  channelId: Scalars['ID']['input'];
  /** Reference of the sending system; unique per channel. */
  externalReference?: InputMaybe<Scalars['String']['input']>;
  /** Cart reservation to turn into an allocation. */
  reservationId?: InputMaybe<Scalars['ID']['input']>;
  /** The shopper. */
  customer: OrderCustomerInput;
  /** Billing address. */
  billingAddress?: InputMaybe<PostalAddressInput>;
  /** How parts of the order reach the shopper; 1 to 10. */
  deliveryGroups: Array<DeliveryGroupInput>;
  /** 1 to 200 lines. */
  lines: Array<PlaceOrderLineInput>;
  /** What the shopper was told to pay; a difference is PRICE_MISMATCH. */
  expectedTotal: MoneyInput;
  /** Payment authorized beforehand. */
  payment: PaymentInput;
  /** Shopper's language. */
  locale?: InputMaybe<Scalars['Locale']['input']>;
  /** Moment the shopper placed it; default: now. */
  placedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Attributes any reader of the order may see. */
  attributes?: InputMaybe<Array<AttributeInput>>;
  /** Attributes for the retailer only. */
  privateAttributes?: InputMaybe<Array<AttributeInput>>;
};

/** The shopper of an order, given by a caller. */
export type OrderCustomerInput = {
  /** Id in the retailer's customer system; null for guests. */
  customerId?: InputMaybe<Scalars['ID']['input']>;
  /** E-mail address. */
  email: Scalars['String']['input'];
  /** E.164 telephone number. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** Given name. */
  firstName?: InputMaybe<Scalars['String']['input']>;
  /** Family name. */
  lastName?: InputMaybe<Scalars['String']['input']>;
};

/** How some lines reach the shopper. `shippingAddress` with DELIVERY, `pickupLocationId` with the others; never both. */
export type DeliveryGroupInput = {
  /** Name by which lines refer to the group within this input. */
  key: Scalars['String']['input'];
  /** How the lines reach the shopper. */
  method: DeliveryMethod;
  /** Delivery address; only with DELIVERY. */
  shippingAddress?: InputMaybe<PostalAddressInput>;
  /** Store of collection; only with collection methods. */
  pickupLocationId?: InputMaybe<Scalars['ID']['input']>;
  /** Service level sold, for example `EXPRESS`. `CURBSIDE_PICKUP` with CLICK_AND_COLLECT: the goods are brought to the car, by the store's capacity for that. */
  serviceLevel?: InputMaybe<Scalars['String']['input']>;
  /** Price of delivery. */
  price: MoneyInput;
};

/** One line to order. */
export type PlaceOrderLineInput = {
  /** Stock-keeping unit. */
  sku: Scalars['String']['input'];
  /** Units, 1 to 9 999. */
  quantity: Scalars['Int']['input'];
  /** Name shown to the shopper. */
  name: Scalars['String']['input'];
  /** Price of one unit before discounts. */
  unitPrice: MoneyInput;
  /** Sum of discounts on the line; zero or more. */
  discountTotal?: InputMaybe<MoneyInput>;
  /** Tax of the line. */
  taxTotal: MoneyInput;
  /** `key` of the delivery group of the line. */
  deliveryGroupKey: Scalars['String']['input'];
  /** Integration attributes. */
  attributes?: InputMaybe<Array<AttributeInput>>;
};

/** Payment authorized beforehand at the retailer's payment service. */
export type PaymentInput = {
  /** Payment service, for example `adyen`. */
  provider: Scalars['String']['input'];
  /** Reference at the payment service. */
  reference: Scalars['String']['input'];
  /** Payment method, for example `card`. */
  method: Scalars['String']['input'];
  /** What the payment service calls the card: its token or fingerprint, 256 characters at most, never a card number. Staff find the order by it; it is shown to nobody. */
  cardToken?: InputMaybe<Scalars['String']['input']>;
  /** Amount authorized. */
  authorized: MoneyInput;
};

/** Input of `importOrders`. */
export type ImportOrdersInput = {
  /** The orders; 1 to 100. */
  orders: Array<ImportOrderInput>;
};

/** One order to import. */
export type ImportOrderInput = {
  /** The order, as `placeOrder` takes it. */
  order: PlaceOrderInput;
  /** How it came about, when it was fulfilled and paid before; left out, it is placed now like any other. */
  history?: InputMaybe<OrderHistoryInput>;
};

/** How an order came about elsewhere: all of it delivered or collected, and paid. Needs `placedAt`. */
export type OrderHistoryInput = {
  /** Location that shipped what was delivered; it need not exist any more. What was collected left from its store of collection. */
  locationId?: InputMaybe<Scalars['ID']['input']>;
  /** Moment the goods left. */
  fulfilledAt: Scalars['DateTime']['input'];
  /** Moment the last unit was delivered or collected. */
  deliveredAt: Scalars['DateTime']['input'];
  /** Carrier of what was delivered. */
  carrier?: InputMaybe<Scalars['String']['input']>;
  /** Tracking number of what was delivered. */
  trackingNumber?: InputMaybe<Scalars['String']['input']>;
};

/** Payload of `importOrders`. */
export type ImportOrdersPayload = {
  __typename?: 'ImportOrdersPayload';
  /** Rows that are orders now, those of an earlier call included. */
  acceptedCount: Scalars['Int']['output'];
  /** Rows that were refused. */
  rejectedCount: Scalars['Int']['output'];
  /** One entry for each row, in order. */
  rows: Array<ImportedOrder>;
  /** Failures of the whole call; empty when each row has its own answer. */
  userErrors: Array<ImportOrdersError>;
};

/** What became of one row. */
export type ImportedOrder = {
  __typename?: 'ImportedOrder';
  /** Position in the input, from 0. */
  index: Scalars['Int']['output'];
  /** The order; null when `userErrors` is not empty. */
  order?: Maybe<Order>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<PlaceOrderError>;
};

/** Failures of `importOrders`. */
export type ImportOrdersError = InvalidInputError | LimitExceededError;

/** Payload of `placeOrder`. */
export type PlaceOrderPayload = {
  __typename?: 'PlaceOrderPayload';
  /** The order; null when `userErrors` is not empty. */
  order?: Maybe<Order>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<PlaceOrderError>;
};

/** Failures of `placeOrder`. */
export type PlaceOrderError = InvalidInputError | NotFoundError | InsufficientStockError | LocationNotEligibleError | ReservationExpiredError | PriceMismatchError | PaymentDeclinedError | NoSourceError | UserExitRejectedError | IdempotencyError | LimitExceededError;

/** A retailer's user exit refused the action. */
export type UserExitRejectedError = UserError & {
  __typename?: 'UserExitRejectedError';
  /** Stable machine-readable code. */
  code: UserErrorCode;
  /** English sentence for developers and operators; not for shoppers. */
  message: Scalars['String']['output'];
  /** Path of the input field at fault, starting at `input`; null when no one field is. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** Reason code given by the exit. */
  exitReason?: Maybe<Scalars['String']['output']>;
};

/** The reservation ran out before it was used. */
export type ReservationExpiredError = UserError & {
  __typename?: 'ReservationExpiredError';
  /** Stable machine-readable code. */
  code: UserErrorCode;
  /** English sentence for developers and operators; not for shoppers. */
  message: Scalars['String']['output'];
  /** Path of the input field at fault, starting at `input`; null when no one field is. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** Moment it ran out. */
  expiredAt: Scalars['DateTime']['output'];
};

/** Prices given and prices known disagree. */
export type PriceMismatchError = UserError & {
  __typename?: 'PriceMismatchError';
  /** Stable machine-readable code. */
  code: UserErrorCode;
  /** English sentence for developers and operators; not for shoppers. */
  message: Scalars['String']['output'];
  /** Path of the input field at fault, starting at `input`; null when no one field is. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** Amount the caller sent. */
  expected: Money;
  /** Amount worked out by the OMS. */
  actual: Money;
};

/** The payment service refused the payment. */
export type PaymentDeclinedError = UserError & {
  __typename?: 'PaymentDeclinedError';
  /** Stable machine-readable code. */
  code: UserErrorCode;
  /** English sentence for developers and operators; not for shoppers. */
  message: Scalars['String']['output'];
  /** Path of the input field at fault, starting at `input`; null when no one field is. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** Reason as the payment service gives it. */
  declineCode?: Maybe<Scalars['String']['output']>;
};

/** The order or line can no longer be edited. */
export type NotEditableError = UserError & {
  __typename?: 'NotEditableError';
  /** Stable machine-readable code. */
  code: UserErrorCode;
  /** English sentence for developers and operators; not for shoppers. */
  message: Scalars['String']['output'];
  /** Path of the input field at fault, starting at `input`; null when no one field is. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** Every reason that holds, most decisive first. */
  reasons: Array<LineEditabilityReason>;
};

/** No location can source some lines. */
export type NoSourceError = UserError & {
  __typename?: 'NoSourceError';
  /** Stable machine-readable code. */
  code: UserErrorCode;
  /** English sentence for developers and operators; not for shoppers. */
  message: Scalars['String']['output'];
  /** Path of the input field at fault, starting at `input`; null when no one field is. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** SKUs without a source. */
  skus: Array<Scalars['String']['output']>;
};

/** The pick-up proof does not match. */
export type PickupProofInvalidError = UserError & {
  __typename?: 'PickupProofInvalidError';
  /** Stable machine-readable code. */
  code: UserErrorCode;
  /** English sentence for developers and operators; not for shoppers. */
  message: Scalars['String']['output'];
  /** Path of the input field at fault, starting at `input`; null when no one field is. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** Tries left before the pick-up is locked. */
  attemptsLeft: Scalars['Int']['output'];
};

/** Sets the quantity of a line; zero removes it. */
export type SetLineQuantityInput = {
  /** Line id. */
  lineId: Scalars['ID']['input'];
  /** New quantity in units; in `cancelOrder`, units to cancel. */
  quantity: Scalars['Int']['input'];
};

/** Input of `editOrder`. At least one change. */
export type EditOrderInput = {
  /** Client-chosen key, 8 to 128 characters, kept for at least 24 hours. */
  idempotencyKey: Scalars['String']['input'];
  /** Order id. */
  orderId: Scalars['ID']['input'];
  /** Version the change is based on. */
  expectedVersion: Scalars['Int']['input'];
  /** Check and price the edit without storing it. Default: false. */
  dryRun?: Scalars['Boolean']['input'];
  /** Lines to add. */
  addLines?: InputMaybe<Array<PlaceOrderLineInput>>;
  /** Quantities to set. */
  setQuantities?: InputMaybe<Array<SetLineQuantityInput>>;
  /** Group to change; also used by lines in `addLines` through its key. */
  deliveryGroups?: InputMaybe<Array<EditDeliveryGroupInput>>;
  /** Reason, kept in the audit trail. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** Payment that covers a higher total; left out means the first payment is increased where the provider allows. */
  payment?: InputMaybe<PaymentInput>;
};

/** Changes a delivery group, or adds one when `id` is left out. */
export type EditDeliveryGroupInput = {
  /** Group to change; left out adds a group. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** Name by which `addLines` refers to the group. */
  key?: InputMaybe<Scalars['String']['input']>;
  /** How the lines reach the shopper. */
  method?: InputMaybe<DeliveryMethod>;
  /** Delivery address; only with DELIVERY. */
  shippingAddress?: InputMaybe<PostalAddressInput>;
  /** Store of collection; only with collection methods. */
  pickupLocationId?: InputMaybe<Scalars['ID']['input']>;
  /** Service level sold, for example `EXPRESS`. */
  serviceLevel?: InputMaybe<Scalars['String']['input']>;
};

/** Payload of `editOrder`. */
export type EditOrderPayload = {
  __typename?: 'EditOrderPayload';
  /** The order after the edit; unchanged when `dryRun` was set. */
  order?: Maybe<Order>;
  /** Outcome of the edit, also for a dry run. */
  preview?: Maybe<OrderEditPreview>;
  /** The edit as it waits for warehouses; null when nobody had to be asked. */
  changeRequest?: Maybe<OrderChangeRequest>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<EditOrderError>;
};

/** Outcome of an edit. */
export type OrderEditPreview = {
  __typename?: 'OrderEditPreview';
  /** What would change. */
  changes: Array<OrderChange>;
  /** Grand total before. */
  totalBefore: Money;
  /** Grand total after. */
  totalAfter: Money;
  /** What the shopper must still pay (above zero) or gets back (below zero). */
  amountDue: Money;
  /** True when a warehouse has taken the work on, and is asked before anything changes. */
  waitsForWarehouse: Scalars['Boolean']['output'];
};

/** Failures of `editOrder`. */
export type EditOrderError = InvalidInputError | NotFoundError | VersionConflictError | NotEditableError | QuantityTooLargeError | InsufficientStockError | LocationNotEligibleError | PaymentDeclinedError | IdempotencyError;

/** Input of `cancelOrder`. */
export type CancelOrderInput = {
  /** Client-chosen key, 8 to 128 characters, kept for at least 24 hours. */
  idempotencyKey: Scalars['String']['input'];
  /** Order id. */
  orderId: Scalars['ID']['input'];
  /** Version the change is based on. */
  expectedVersion: Scalars['Int']['input'];
  /** Lines to cancel; left out means all that is not fulfilled. */
  lines?: InputMaybe<Array<SetLineQuantityInput>>;
  /** Why the order is cancelled. */
  reason: OrderCancelReason;
  /** Free text from staff. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** Why an order is cancelled. */
export type OrderCancelReason =
  /** The shopper asked for it. */
  | 'CUSTOMER_REQUEST'
  /** Judged fraudulent. */
  | 'FRAUD'
  /** No location can source it. */
  | 'NO_STOCK'
  /** Payment failed. */
  | 'PAYMENT'
  /** Head office asked for it. */
  | 'OPERATIONS';

/** Payload of `cancelOrder`. */
export type CancelOrderPayload = {
  __typename?: 'CancelOrderPayload';
  /** The order. */
  order?: Maybe<Order>;
  /** Amount given back or voided. */
  refundedTotal?: Maybe<Money>;
  /** The cancellation as it waits for warehouses; null when nobody had to be asked. */
  changeRequest?: Maybe<OrderChangeRequest>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<CancelOrderError>;
};

/** Failures of `cancelOrder`. */
export type CancelOrderError = InvalidInputError | NotFoundError | VersionConflictError | InvalidStateError | QuantityTooLargeError | IdempotencyError;

/** Input of `holdOrder`. */
export type HoldOrderInput = {
  /** Order id. */
  orderId: Scalars['ID']['input'];
  /** Version the change is based on. */
  expectedVersion: Scalars['Int']['input'];
  /** Why the order is stopped. */
  reason: OrderHoldReason;
  /** Free text from staff. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** Moment the hold ends by itself; by hand only when left out. */
  releaseAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Payload of `holdOrder`. */
export type HoldOrderPayload = {
  __typename?: 'HoldOrderPayload';
  /** The order. */
  order?: Maybe<Order>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<OrderHoldError>;
};

/** Input of `releaseOrderHold`. */
export type ReleaseOrderHoldInput = {
  /** Order id. */
  orderId: Scalars['ID']['input'];
  /** Hold id. */
  holdId: Scalars['ID']['input'];
};

/** Payload of `releaseOrderHold`. */
export type ReleaseOrderHoldPayload = {
  __typename?: 'ReleaseOrderHoldPayload';
  /** The order. */
  order?: Maybe<Order>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<OrderHoldError>;
};

/** Failures of hold writes. */
export type OrderHoldError = NotFoundError | VersionConflictError | InvalidStateError;

/** Payload of fulfillment transitions. */
export type FulfillmentOrderPayload = {
  __typename?: 'FulfillmentOrderPayload';
  /** The fulfillment order; null when nothing was found. */
  fulfillmentOrder?: Maybe<FulfillmentOrder>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<FulfillmentOrderError>;
};

/** Failures of fulfillment transitions. */
export type FulfillmentOrderError = InvalidInputError | NotFoundError | VersionConflictError | InvalidStateError | QuantityTooLargeError | InsufficientStockError | LocationNotEligibleError | IdempotencyError;

/** Input of `acceptFulfillmentOrder`. */
export type AcceptFulfillmentOrderInput = {
  /** Stable opaque id. */
  id: Scalars['ID']['input'];
  /** Version the change is based on. */
  expectedVersion: Scalars['Int']['input'];
};

/** Input of `acceptCancellation`. */
export type AcceptCancellationInput = {
  /** Fulfillment order id. */
  id: Scalars['ID']['input'];
  /** Version the change is based on. */
  expectedVersion: Scalars['Int']['input'];
};

/** Input of `refuseCancellation`. */
export type RefuseCancellationInput = {
  /** Fulfillment order id. */
  id: Scalars['ID']['input'];
  /** Version the change is based on. */
  expectedVersion: Scalars['Int']['input'];
  /** Why the work is kept. */
  reason: RefuseCancellationReason;
  /** Free text from staff. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** Input of `rejectFulfillmentOrder`. */
export type RejectFulfillmentOrderInput = {
  /** Stable opaque id. */
  id: Scalars['ID']['input'];
  /** Version the change is based on. */
  expectedVersion: Scalars['Int']['input'];
  /** Why the work is turned down. */
  reason: FulfillmentRejectionReason;
  /** Free text from staff. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** Units not found or damaged, which corrects the location's stock; left out means all. Only with ITEM_NOT_FOUND and ITEM_DAMAGED. */
  lines?: InputMaybe<Array<PackageLineInput>>;
};

/** Input of `recordPick`. */
export type RecordPickInput = {
  /** Stable opaque id. */
  id: Scalars['ID']['input'];
  /** Version the change is based on. */
  expectedVersion: Scalars['Int']['input'];
  /** Units found and not found, by line. */
  lines: Array<RecordPickLineInput>;
  /** Picking is over; missing units are routed again. */
  isComplete: Scalars['Boolean']['input'];
};

/** Units picked and missing on one line, as totals so far. */
export type RecordPickLineInput = {
  /** Line id. */
  lineId: Scalars['ID']['input'];
  /** Units picked so far. */
  pickedQuantity: Scalars['Int']['input'];
  /** Units not found so far. */
  missingQuantity?: Scalars['Int']['input'];
};

/** Input of `packFulfillmentOrder`. */
export type PackFulfillmentOrderInput = {
  /** Stable opaque id. */
  id: Scalars['ID']['input'];
  /** Version the change is based on. */
  expectedVersion: Scalars['Int']['input'];
  /** Parcels made; replaces earlier ones. */
  packages: Array<PackageInput>;
};

/** One parcel. */
export type PackageInput = {
  /** Weight in grams. */
  weightGrams?: InputMaybe<Scalars['Int']['input']>;
  /** Units in the parcel. */
  lines: Array<PackageLineInput>;
};

/** Units of one line in a parcel. */
export type PackageLineInput = {
  /** Line id. */
  lineId: Scalars['ID']['input'];
  /** Units. */
  quantity: Scalars['Int']['input'];
};

/** Input of `shipFulfillmentOrder`. */
export type ShipFulfillmentOrderInput = {
  /** Client-chosen key, 8 to 128 characters, kept for at least 24 hours. */
  idempotencyKey: Scalars['String']['input'];
  /** Stable opaque id. */
  id: Scalars['ID']['input'];
  /** Version the change is based on. */
  expectedVersion: Scalars['Int']['input'];
  /** Carrier code, for example `colissimo`. */
  carrier: Scalars['String']['input'];
  /** Carrier's service code. */
  carrierService?: InputMaybe<Scalars['String']['input']>;
  /** Carrier's tracking number. */
  trackingNumber?: InputMaybe<Scalars['String']['input']>;
  /** Page on which the shopper follows the parcel. */
  trackingUrl?: InputMaybe<Scalars['URL']['input']>;
  /** Units to ship; left out means all that is picked. */
  lines?: InputMaybe<Array<PackageLineInput>>;
  /** Moment of handover to the carrier. */
  shippedAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Payload of `shipFulfillmentOrder`. */
export type ShipFulfillmentOrderPayload = {
  __typename?: 'ShipFulfillmentOrderPayload';
  /** The fulfillment order; null when nothing was found. */
  fulfillmentOrder?: Maybe<FulfillmentOrder>;
  /** The shipment; null when `userErrors` is not empty. */
  shipment?: Maybe<Shipment>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<FulfillmentOrderError>;
};

/** Input of `receiveTransfer`. */
export type ReceiveTransferInput = {
  /** Stable opaque id. */
  id: Scalars['ID']['input'];
  /** Version the change is based on. */
  expectedVersion: Scalars['Int']['input'];
  /** What arrived; lines that are left out arrived in full. */
  lines?: InputMaybe<Array<ArrivedLineInput>>;
};

/** What arrived of one line. */
export type ArrivedLineInput = {
  /** Line id. */
  lineId: Scalars['ID']['input'];
  /** Units in good order, zero or more. */
  receivedQuantity: Scalars['Int']['input'];
  /** Damaged units, zero or more. */
  damagedQuantity?: InputMaybe<Scalars['Int']['input']>;
};

/** Input of `markReadyForPickup`. */
export type MarkReadyForPickupInput = {
  /** Stable opaque id. */
  id: Scalars['ID']['input'];
  /** Version the change is based on. */
  expectedVersion: Scalars['Int']['input'];
  /** Where the goods wait in the store. */
  storageSpot?: InputMaybe<Scalars['String']['input']>;
};

/** Input of `completePickup`. Needs one proof: `pickupCode` or `identityChecked`. */
export type CompletePickupInput = {
  /** Client-chosen key, 8 to 128 characters, kept for at least 24 hours. */
  idempotencyKey: Scalars['String']['input'];
  /** Stable opaque id. */
  id: Scalars['ID']['input'];
  /** Code shown by the shopper. */
  pickupCode?: InputMaybe<Scalars['String']['input']>;
  /** Staff checked the shopper's identity instead. */
  identityChecked?: Scalars['Boolean']['input'];
  /** Units handed over; left out means all. */
  lines?: InputMaybe<Array<PackageLineInput>>;
};

/** Input of `refusePickup`. */
export type RefusePickupInput = {
  /** Stable opaque id. */
  id: Scalars['ID']['input'];
  /** Version the change is based on. */
  expectedVersion: Scalars['Int']['input'];
  /** Why the shopper does not take the goods. */
  reason: PickupRefusalReason;
  /** Free text from staff; 1 000 characters at most. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** Units refused; left out means all that wait. */
  lines?: InputMaybe<Array<PackageLineInput>>;
};

/** Input of `reassignFulfillmentOrder`. */
export type ReassignFulfillmentOrderInput = {
  /** Stable opaque id. */
  id: Scalars['ID']['input'];
  /** Version the change is based on. */
  expectedVersion: Scalars['Int']['input'];
  /** Location id. */
  locationId: Scalars['ID']['input'];
  /** Reason, kept in the audit trail. */
  reason: Scalars['String']['input'];
};

/** Payload of `completePickup`. */
export type CompletePickupPayload = {
  __typename?: 'CompletePickupPayload';
  /** The fulfillment order; null when nothing was found. */
  fulfillmentOrder?: Maybe<FulfillmentOrder>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<CompletePickupError>;
};

/** Failures of `completePickup`. */
export type CompletePickupError = InvalidInputError | NotFoundError | InvalidStateError | QuantityTooLargeError | PickupProofInvalidError | IdempotencyError;

/** Input of `resolveShipment`. */
export type ResolveShipmentInput = {
  /** Client-chosen key, 8 to 128 characters, kept for at least 24 hours. */
  idempotencyKey: Scalars['String']['input'];
  /** Shipment id. */
  shipmentId: Scalars['ID']['input'];
  /** What becomes of its units. */
  resolution: ShipmentResolution;
  /** Free text from staff. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** Input of `receiveReturnedShipment`. */
export type ReceiveReturnedShipmentInput = {
  /** Client-chosen key, 8 to 128 characters, kept for at least 24 hours. */
  idempotencyKey: Scalars['String']['input'];
  /** Shipment id. */
  shipmentId: Scalars['ID']['input'];
  /** Units that are damaged, by order line; all others are for sale again. */
  damagedLines?: InputMaybe<Array<DamagedLineInput>>;
};

/** Damaged units of one order line. */
export type DamagedLineInput = {
  /** Order line id. */
  orderLineId: Scalars['ID']['input'];
  /** Units, 1 or more. */
  quantity: Scalars['Int']['input'];
};

/** Payload of `resolveShipment` and `receiveReturnedShipment`. */
export type ShipmentPayload = {
  __typename?: 'ShipmentPayload';
  /** The shipment; null when `userErrors` is not empty. */
  shipment?: Maybe<Shipment>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<ShipmentError>;
};

/** Failures of `resolveShipment` and `receiveReturnedShipment`. */
export type ShipmentError = InvalidInputError | NotFoundError | InvalidStateError | QuantityTooLargeError | IdempotencyError;

/** Input of `recordShipmentEvent`. */
export type RecordShipmentEventInput = {
  /** Shipment id. */
  shipmentId: Scalars['ID']['input'];
  /** Id unique within the carrier. */
  eventId: Scalars['String']['input'];
  /** State the event leads to. */
  status: ShipmentStatus;
  /** Carrier's own words. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Place as the carrier names it. */
  place?: InputMaybe<Scalars['String']['input']>;
  /** Moment it happened. */
  occurredAt: Scalars['DateTime']['input'];
};

/** Payload of `recordShipmentEvent`. */
export type RecordShipmentEventPayload = {
  __typename?: 'RecordShipmentEventPayload';
  /** The shipment; null when `userErrors` is not empty. */
  shipment?: Maybe<Shipment>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<ShipmentEventError>;
};

/** Failures of `recordShipmentEvent`. */
export type ShipmentEventError = InvalidInputError | NotFoundError;

/** Service to service: input of `placeExchangeOrder`. */
export type PlaceExchangeOrderInput = {
  /** Exchange that asks for the order; makes the call idempotent. */
  exchangeId: Scalars['ID']['input'];
  /** Return id. */
  returnId: Scalars['ID']['input'];
  /** Order the goods were bought with. */
  originalOrderId: Scalars['ID']['input'];
  /** Replacement lines. */
  lines: Array<ExchangeOrderLineInput>;
  /** Value of the returned goods set against the new order. */
  credit: MoneyInput;
  /** Where the new goods go; as the first ones went when left out. */
  delivery?: InputMaybe<ExchangeOrderDeliveryInput>;
  /** Stores to which goods may be sent from elsewhere, for collection there, when they have none themselves. */
  sendToLocationIds?: Array<Scalars['ID']['input']>;
};

/** Service to service: where new goods go; one of the fields is given. */
export type ExchangeOrderDeliveryInput = {
  /** Sent to this address. */
  shippingAddress?: InputMaybe<PostalAddressInput>;
  /** Collected in this store. */
  pickupLocationId?: InputMaybe<Scalars['ID']['input']>;
};

/** Service to service: one replacement line. */
export type ExchangeOrderLineInput = {
  /** Line the goods were bought with. */
  replacesOrderLineId: Scalars['ID']['input'];
  /** Stock-keeping unit. */
  sku: Scalars['String']['input'];
  /** Units. */
  quantity: Scalars['Int']['input'];
};

/** Service to service: payload of `placeExchangeOrder`. */
export type PlaceExchangeOrderPayload = {
  __typename?: 'PlaceExchangeOrderPayload';
  /** The order. */
  order?: Maybe<Order>;
  /** What the shopper must still pay (above zero) or gets back (below zero). */
  amountDue?: Maybe<Money>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<PlaceExchangeOrderError>;
};

/** Service to service: failures of `placeExchangeOrder`. */
export type PlaceExchangeOrderError = InvalidInputError | NotFoundError | InsufficientStockError | LocationNotEligibleError | NoSourceError | InvalidStateError | IdempotencyError;

/** Service to service: input of `cancelExchangeOrder`. */
export type CancelExchangeOrderInput = {
  /** Exchange to be undone; makes the call idempotent. */
  exchangeId: Scalars['ID']['input'];
  /** Order the goods were bought with. */
  originalOrderId: Scalars['ID']['input'];
  /** Order that brings the new goods. */
  orderId: Scalars['ID']['input'];
  /** True leaves what a location holds in its hands: asked by a shopper. */
  isUntouchedOnly: Scalars['Boolean']['input'];
};

/** Service to service: payload of `cancelExchangeOrder`. */
export type CancelExchangeOrderPayload = {
  __typename?: 'CancelExchangeOrderPayload';
  /** The order; null when `userErrors` is not empty. */
  order?: Maybe<Order>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<CancelExchangeOrderError>;
};

/** Service to service: failures of `cancelExchangeOrder`. */
export type CancelExchangeOrderError = NotFoundError | InvalidStateError;

/** Service to service: input of `refundOrder`. */
export type RefundOrderInput = {
  /** Order id. */
  orderId: Scalars['ID']['input'];
  /** Refund that asks for the money, 1 to 128 characters; makes the call idempotent. */
  refundReference: Scalars['ID']['input'];
  /** Amount to give back, above zero, in the order's currency. */
  amount: MoneyInput;
  /** `ORIGINAL_PAYMENT`, through the payment service; `STORE_CREDIT` or `GIFT_CARD`, loaded by whoever keeps credit; `CASH`, given already and only written down. */
  method: Scalars['String']['input'];
  /** Number of the gift card, or of the credit, that takes the money; needed with `GIFT_CARD`, null for a new credit. */
  target?: InputMaybe<Scalars['String']['input']>;
  /** Why, for the log. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Service to service: payload of `refundOrder`. */
export type RefundOrderPayload = {
  __typename?: 'RefundOrderPayload';
  /** How far the refund has come; null when `userErrors` is not empty. */
  status?: Maybe<OrderRefundStatus>;
  /** Reference of the refund, as given. */
  reference?: Maybe<Scalars['String']['output']>;
  /** Why it failed, as the payment service says; `EXCEEDS_CAPTURED` when more was asked than was captured. */
  declineCode?: Maybe<Scalars['String']['output']>;
  /** Number of the gift card, or of the credit, that holds the money; null otherwise. */
  creditNumber?: Maybe<Scalars['String']['output']>;
  /** What may still be given back for the order. */
  refundable?: Maybe<Money>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<RefundOrderError>;
};

/** Service to service: input of `issueCredit`. */
export type IssueCreditInput = {
  /** Refund that asks for the credit; makes the call idempotent. */
  reference: Scalars['ID']['input'];
  /** Amount, above zero. */
  amount: MoneyInput;
  /** Number of the gift card, or of the credit, that takes it; null for a new credit. */
  target?: InputMaybe<Scalars['String']['input']>;
};

/** Service to service: payload of `issueCredit`. */
export type IssueCreditPayload = {
  __typename?: 'IssueCreditPayload';
  /** What became of it; null when `userErrors` is not empty. */
  status?: Maybe<OrderRefundStatus>;
  /** Number of the gift card, or of the credit, that holds the money; null when it was refused. */
  creditNumber?: Maybe<Scalars['String']['output']>;
  /** Why it was refused. */
  declineCode?: Maybe<Scalars['String']['output']>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<RefundOrderError>;
};

/** Service to service: how far a refund has come. */
export type OrderRefundStatus =
  /** Given back. */
  | 'SUCCEEDED'
  /** Under way: waits for a capture or for the payment service. */
  | 'PENDING'
  /** Refused; nothing was given back. */
  | 'FAILED';

/** Service to service: failures of `refundOrder`. */
export type RefundOrderError = InvalidInputError | NotFoundError | IdempotencyError;

/** Service to service: an order as a return sees it. */
export type OrderForReturn = {
  __typename?: 'OrderForReturn';
  /** Order id. */
  id: Scalars['ID']['output'];
  /** Number printed for the shopper. */
  number: Scalars['String']['output'];
  /** Channel in which the order was born. */
  channelId: Scalars['ID']['output'];
  /** Life of the order as a whole. */
  status: OrderStatus;
  /** Id in the retailer's customer system; null for guests. */
  customerId?: Maybe<Scalars['ID']['output']>;
  /** Currency of every amount of the order. */
  currency: Scalars['CurrencyCode']['output'];
  /** Country the goods were sent to, or else billed to; null when neither is known. */
  countryCode?: Maybe<Scalars['CountryCode']['output']>;
  /** What the shopper pays for delivery. */
  delivery: Money;
  /** Moment the shopper placed the order. */
  placedAt: Scalars['DateTime']['output'];
  /** Moment the last unit was delivered or collected; null before. */
  deliveredAt?: Maybe<Scalars['DateTime']['output']>;
  /** Moment of cancellation; null unless cancelled. */
  cancelledAt?: Maybe<Scalars['DateTime']['output']>;
  /** Locations that have, or had, work for the order. */
  locationIds: Array<Scalars['ID']['output']>;
  /** Lines in the order of capture; at most 200. */
  lines: Array<OrderLineForReturn>;
};

/** Service to service: one order line as a return sees it. */
export type OrderLineForReturn = {
  __typename?: 'OrderLineForReturn';
  /** Order line id. */
  id: Scalars['ID']['output'];
  /** Stock-keeping unit. */
  sku: Scalars['String']['output'];
  /** Name at the time of the order. */
  name: Scalars['String']['output'];
  /** Units the shopper wants now, after edits and cancellations. */
  quantity: Scalars['Int']['output'];
  /** Units shipped or collected. */
  fulfilledQuantity: Scalars['Int']['output'];
  /** What the shopper pays for the line. */
  total: Money;
  /** Tax within `total`. */
  taxTotal: Money;
};

/** An amount in one currency. `amount` always carries that currency's ISO 4217 fraction digits. */
export type Money = {
  __typename?: 'Money';
  /** Signed decimal in major units, for example `12.90`. */
  amount: Scalars['Decimal']['output'];
  /** Currency of `amount`. */
  currency: Scalars['CurrencyCode']['output'];
};

/** An amount in one currency, given by a caller. */
export type MoneyInput = {
  /** Signed decimal in major units. More fraction digits than the currency allows is INVALID_INPUT. */
  amount: Scalars['Decimal']['input'];
  /** Currency of `amount`; must equal the currency of the object it applies to. */
  currency: Scalars['CurrencyCode']['input'];
};

/** Paging facts of one connection page (GraphQL Cursor Connections). */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** More edges follow `endCursor`. Only meaningful when paging forwards. */
  hasNextPage: Scalars['Boolean']['output'];
  /** More edges precede `startCursor`. Only meaningful when paging backwards. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Opaque cursor of the first edge; null when the page is empty. */
  startCursor?: Maybe<Scalars['String']['output']>;
  /** Opaque cursor of the last edge; null when the page is empty. */
  endCursor?: Maybe<Scalars['String']['output']>;
};

/** Order of a sorted list. */
export type SortDirection =
  /** Smallest or oldest first. */
  | 'ASC'
  /** Largest or newest first. */
  | 'DESC';

/** Half-open time range `[from, to)`; either bound may be left out. */
export type DateTimeRangeInput = {
  /** Inclusive lower bound. */
  from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Exclusive upper bound. */
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Free-form key and value kept for an integration; never read by OMS rules. */
export type Attribute = {
  __typename?: 'Attribute';
  /** Lower-case dotted key, at most 64 characters, for example `erp.docType`. */
  key: Scalars['String']['output'];
  /** Value, at most 1 024 characters. */
  value: Scalars['String']['output'];
};

/** Sets one attribute; a null value removes it. */
export type AttributeInput = {
  /** Lower-case dotted key, at most 64 characters. */
  key: Scalars['String']['input'];
  /** New value, or null to remove the key. */
  value?: InputMaybe<Scalars['String']['input']>;
};

/** A postal address. Personal data when it belongs to a shopper. */
export type PostalAddress = {
  __typename?: 'PostalAddress';
  /** Recipient or site name. */
  name?: Maybe<Scalars['String']['output']>;
  /** Street lines, one to three. */
  lines: Array<Scalars['String']['output']>;
  /** Town or city. */
  city: Scalars['String']['output'];
  /** State, province or region. */
  region?: Maybe<Scalars['String']['output']>;
  /** Postal code in national form. */
  postalCode?: Maybe<Scalars['String']['output']>;
  /** Country of the address. */
  countryCode: Scalars['CountryCode']['output'];
  /** E.164 telephone number. */
  phone?: Maybe<Scalars['String']['output']>;
};

/** A postal address, given by a caller. */
export type PostalAddressInput = {
  /** Recipient or site name. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Street lines, one to three. */
  lines: Array<Scalars['String']['input']>;
  /** Town or city. */
  city: Scalars['String']['input'];
  /** State, province or region. */
  region?: InputMaybe<Scalars['String']['input']>;
  /** Postal code in national form. */
  postalCode?: InputMaybe<Scalars['String']['input']>;
  /** Country of the address. */
  countryCode: Scalars['CountryCode']['input'];
  /** E.164 telephone number. */
  phone?: InputMaybe<Scalars['String']['input']>;
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

/** One reason, with the moment at which it stops to hold when that is known. */
export type IneligibilityReason = {
  __typename?: 'IneligibilityReason';
  /** Stable machine-readable reason. */
  code: IneligibilityReasonCode;
  /** English sentence for operators; storefronts localize from `code`. */
  message: Scalars['String']['output'];
  /** When the reason is known to end; null when open-ended. */
  until?: Maybe<Scalars['DateTime']['output']>;
  /** Most there can be, in units, lines or kilometres; null where nothing is measured. */
  limit?: Maybe<Scalars['Float']['output']>;
  /** What was asked for, in the same measure; null where nothing is measured, or it is not known. */
  actual?: Maybe<Scalars['Float']['output']>;
};

/** A failure that the caller can act on. Every `userErrors` entry implements it, so clients can fall back to these three fields when a new error type appears. */
export type UserError = {
  /** Stable machine-readable code. */
  code: UserErrorCode;
  /** English sentence for developers and operators; not for shoppers. */
  message: Scalars['String']['output'];
  /** Path of the input field at fault, starting at `input`; null when no one field is. */
  path?: Maybe<Array<Scalars['String']['output']>>;
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

/** A malformed or out-of-range value. */
export type InvalidInputError = UserError & {
  __typename?: 'InvalidInputError';
  /** Stable machine-readable code. */
  code: UserErrorCode;
  /** English sentence for developers and operators; not for shoppers. */
  message: Scalars['String']['output'];
  /** Path of the input field at fault, starting at `input`; null when no one field is. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** An id that names nothing the caller may see. */
export type NotFoundError = UserError & {
  __typename?: 'NotFoundError';
  /** Stable machine-readable code. */
  code: UserErrorCode;
  /** English sentence for developers and operators; not for shoppers. */
  message: Scalars['String']['output'];
  /** Path of the input field at fault, starting at `input`; null when no one field is. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** The id that was not found. */
  id?: Maybe<Scalars['ID']['output']>;
};

/** Someone else changed the object first; read it again and retry. */
export type VersionConflictError = UserError & {
  __typename?: 'VersionConflictError';
  /** Stable machine-readable code. */
  code: UserErrorCode;
  /** English sentence for developers and operators; not for shoppers. */
  message: Scalars['String']['output'];
  /** Path of the input field at fault, starting at `input`; null when no one field is. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** Version the caller sent. */
  expectedVersion: Scalars['Int']['output'];
  /** Version now stored. */
  actualVersion: Scalars['Int']['output'];
};

/** The object's state does not allow the action. */
export type InvalidStateError = UserError & {
  __typename?: 'InvalidStateError';
  /** Stable machine-readable code. */
  code: UserErrorCode;
  /** English sentence for developers and operators; not for shoppers. */
  message: Scalars['String']['output'];
  /** Path of the input field at fault, starting at `input`; null when no one field is. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** State now stored, spelt as in the object's status enum. */
  currentState: Scalars['String']['output'];
};

/** The idempotency key cannot be honoured. */
export type IdempotencyError = UserError & {
  __typename?: 'IdempotencyError';
  /** Stable machine-readable code. */
  code: UserErrorCode;
  /** English sentence for developers and operators; not for shoppers. */
  message: Scalars['String']['output'];
  /** Path of the input field at fault, starting at `input`; null when no one field is. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** Key the caller sent. */
  idempotencyKey: Scalars['String']['output'];
};

/** A batch or quantity limit is exceeded. */
export type LimitExceededError = UserError & {
  __typename?: 'LimitExceededError';
  /** Stable machine-readable code. */
  code: UserErrorCode;
  /** English sentence for developers and operators; not for shoppers. */
  message: Scalars['String']['output'];
  /** Path of the input field at fault, starting at `input`; null when no one field is. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** Largest value allowed. */
  limit: Scalars['Int']['output'];
};

/** Not enough sellable units for one SKU. */
export type InsufficientStockError = UserError & {
  __typename?: 'InsufficientStockError';
  /** Stable machine-readable code. */
  code: UserErrorCode;
  /** English sentence for developers and operators; not for shoppers. */
  message: Scalars['String']['output'];
  /** Path of the input field at fault, starting at `input`; null when no one field is. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** SKU that fell short. */
  sku: Scalars['String']['output'];
  /** Units asked for. */
  requestedQuantity: Scalars['Int']['output'];
  /** Units that can be promised now. */
  availableQuantity: Scalars['Int']['output'];
};

/** The location cannot provide the service asked of it. */
export type LocationNotEligibleError = UserError & {
  __typename?: 'LocationNotEligibleError';
  /** Stable machine-readable code. */
  code: UserErrorCode;
  /** English sentence for developers and operators; not for shoppers. */
  message: Scalars['String']['output'];
  /** Path of the input field at fault, starting at `input`; null when no one field is. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** Location that was refused. */
  locationId: Scalars['ID']['output'];
  /** Every reason that holds, most decisive first. */
  reasons: Array<IneligibilityReason>;
};

/** The quantity is larger than what is left to act on. */
export type QuantityTooLargeError = UserError & {
  __typename?: 'QuantityTooLargeError';
  /** Stable machine-readable code. */
  code: UserErrorCode;
  /** English sentence for developers and operators; not for shoppers. */
  message: Scalars['String']['output'];
  /** Path of the input field at fault, starting at `input`; null when no one field is. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** Largest quantity allowed now, in units. */
  maximumQuantity: Scalars['Int']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Order: Order;
  OrderLine: OrderLine;
  FulfillmentOrder: FulfillmentOrder;
  Shipment: Shipment;
  Location: Location;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Order:
    ( { __typename: 'Order' }
    & GraphQLRecursivePick<FederationTypes['Order'], {"id":true}> );
  OrderLine:
    ( { __typename: 'OrderLine' }
    & GraphQLRecursivePick<FederationTypes['OrderLine'], {"id":true}> );
  FulfillmentOrder:
    ( { __typename: 'FulfillmentOrder' }
    & GraphQLRecursivePick<FederationTypes['FulfillmentOrder'], {"id":true}> );
  Shipment:
    ( { __typename: 'Shipment' }
    & GraphQLRecursivePick<FederationTypes['Shipment'], {"id":true}> );
  Location:
    ( { __typename: 'Location' }
    & GraphQLRecursivePick<FederationTypes['Location'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  SourcingStrategyError:
    | ( InvalidInput )
    | ( NotFound )
    | ( InvalidState )
    | ( IdempotencyRefusal )
  ;
  ImportOrdersError:
    | ( InvalidInput )
    | ( LimitExceeded )
  ;
  PlaceOrderError:
    | ( InvalidInput )
    | ( NotFound )
    | ( InsufficientStock )
    | ( LocationNotEligible )
    | ( ReservationExpired )
    | ( PriceMismatch )
    | ( PaymentDeclined )
    | ( NoSource )
    | ( UserExitRejected )
    | ( IdempotencyRefusal )
    | ( LimitExceeded )
  ;
  EditOrderError:
    | ( InvalidInput )
    | ( NotFound )
    | ( VersionConflict )
    | ( NotEditable )
    | ( QuantityTooLarge )
    | ( InsufficientStock )
    | ( LocationNotEligible )
    | ( PaymentDeclined )
    | ( IdempotencyRefusal )
  ;
  CancelOrderError:
    | ( InvalidInput )
    | ( NotFound )
    | ( VersionConflict )
    | ( InvalidState )
    | ( QuantityTooLarge )
    | ( IdempotencyRefusal )
  ;
  OrderHoldError:
    | ( NotFound )
    | ( VersionConflict )
    | ( InvalidState )
  ;
  FulfillmentOrderError:
    | ( InvalidInput )
    | ( NotFound )
    | ( VersionConflict )
    | ( InvalidState )
    | ( QuantityTooLarge )
    | ( InsufficientStock )
    | ( LocationNotEligible )
    | ( IdempotencyRefusal )
  ;
  CompletePickupError:
    | ( InvalidInput )
    | ( NotFound )
    | ( InvalidState )
    | ( QuantityTooLarge )
    | ( PickupProofInvalid )
    | ( IdempotencyRefusal )
  ;
  ShipmentError:
    | ( InvalidInput )
    | ( NotFound )
    | ( InvalidState )
    | ( QuantityTooLarge )
    | ( IdempotencyRefusal )
  ;
  ShipmentEventError:
    | ( InvalidInput )
    | ( NotFound )
  ;
  PlaceExchangeOrderError:
    | ( InvalidInput )
    | ( NotFound )
    | ( InsufficientStock )
    | ( LocationNotEligible )
    | ( NoSource )
    | ( InvalidState )
    | ( IdempotencyRefusal )
  ;
  CancelExchangeOrderError:
    | ( NotFound )
    | ( InvalidState )
  ;
  RefundOrderError:
    | ( InvalidInput )
    | ( NotFound )
    | ( IdempotencyRefusal )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  UserError:
    | ( UserExitRejected )
    | ( ReservationExpired )
    | ( PriceMismatch )
    | ( PaymentDeclined )
    | ( NotEditable )
    | ( NoSource )
    | ( PickupProofInvalid )
    | ( InvalidInput )
    | ( NotFound )
    | ( VersionConflict )
    | ( InvalidState )
    | ( IdempotencyRefusal )
    | ( LimitExceeded )
    | ( InsufficientStock )
    | ( LocationNotEligible )
    | ( QuantityTooLarge )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Order: ResolverTypeWrapper<OrderModel>;
  OrderStatus: OrderStatus;
  OrderFulfillmentStatus: OrderFulfillmentStatus;
  OrderPaymentStatus: OrderPaymentStatus;
  OrderCustomer: ResolverTypeWrapper<OrderCustomer>;
  OrderLine: ResolverTypeWrapper<OrderLineModel>;
  LineEditability: ResolverTypeWrapper<LineEditability>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  LineEditabilityReason: LineEditabilityReason;
  DeliveryGroup: ResolverTypeWrapper<DeliveryGroupModel>;
  DeliveryMethod: DeliveryMethod;
  OrderTotals: ResolverTypeWrapper<OrderTotals>;
  OrderPayment: ResolverTypeWrapper<PaymentModel>;
  PaymentStatus: PaymentStatus;
  OrderHold: ResolverTypeWrapper<OrderHoldModel>;
  OrderHoldReason: OrderHoldReason;
  OrderAction: OrderAction;
  OrderEdit: ResolverTypeWrapper<OrderEditModel>;
  OrderChangeRequest: ResolverTypeWrapper<ChangeRequestModel>;
  OrderChangeRequestKind: OrderChangeRequestKind;
  OrderChangeRequestStatus: OrderChangeRequestStatus;
  CancellationRequest: ResolverTypeWrapper<CancellationRequestModel>;
  CancellationRequestLine: ResolverTypeWrapper<CancellationRequestLine>;
  CancellationRequestStatus: CancellationRequestStatus;
  CancellationRefusalReason: CancellationRefusalReason;
  RefuseCancellationReason: RefuseCancellationReason;
  OrderChange: ResolverTypeWrapper<OrderChange>;
  OrderChangeKind: OrderChangeKind;
  SourcingStrategy: ResolverTypeWrapper<StrategyModel>;
  SourcingStrategyStatus: SourcingStrategyStatus;
  SourcingRule: ResolverTypeWrapper<SourcingRule>;
  SourcingCondition: ResolverTypeWrapper<SourcingCondition>;
  SourcingCriterion: ResolverTypeWrapper<SourcingCriterion>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  SourcingCriterionKind: SourcingCriterionKind;
  SourcingTariff: ResolverTypeWrapper<SourcingTariff>;
  DraftSourcingStrategyInput: DraftSourcingStrategyInput;
  SourcingRuleInput: SourcingRuleInput;
  SourcingConditionInput: SourcingConditionInput;
  SourcingCriterionInput: SourcingCriterionInput;
  SourcingTariffInput: SourcingTariffInput;
  TurnSourcingStrategyInput: TurnSourcingStrategyInput;
  SourcingStrategyPayload: ResolverTypeWrapper<Omit<SourcingStrategyPayload, 'strategy' | 'userErrors'> & { strategy?: Maybe<ResolversTypes['SourcingStrategy']>, userErrors: Array<ResolversTypes['SourcingStrategyError']> }>;
  SourcingStrategyError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SourcingStrategyError']>;
  SimulateSourcingInput: SimulateSourcingInput;
  RecentOrdersInput: RecentOrdersInput;
  SourcingSimulation: ResolverTypeWrapper<SimulationModel>;
  SimulatedOrder: ResolverTypeWrapper<Omit<SimulatedOrder, 'before' | 'after'> & { before: ResolversTypes['SimulatedPlan'], after: ResolversTypes['SimulatedPlan'] }>;
  SimulatedPlan: ResolverTypeWrapper<Omit<SimulatedPlan, 'choices'> & { choices: Array<ResolversTypes['SimulatedChoice']> }>;
  SimulatedChoice: ResolverTypeWrapper<SimulatedChoiceModel>;
  SimulationTotals: ResolverTypeWrapper<SimulationTotals>;
  RoutingDecision: ResolverTypeWrapper<Routing>;
  OrderUserExit: ResolverTypeWrapper<ExitCall>;
  UserExitCall: ResolverTypeWrapper<UserExitCallModel>;
  UserExitOutcome: UserExitOutcome;
  RoutingChoice: ResolverTypeWrapper<Choice>;
  RoutingRejection: ResolverTypeWrapper<LeftOut>;
  OrderEvent: ResolverTypeWrapper<OrderEventModel>;
  OrderEventConnection: ResolverTypeWrapper<EventPage>;
  OrderEventEdge: ResolverTypeWrapper<Omit<OrderEventEdge, 'node'> & { node: ResolversTypes['OrderEvent'] }>;
  OrderConnection: ResolverTypeWrapper<OrderPage>;
  OrderEdge: ResolverTypeWrapper<Omit<OrderEdge, 'node'> & { node: ResolversTypes['Order'] }>;
  OrderFilter: OrderFilter;
  OrderSort: OrderSort;
  OrderSortField: OrderSortField;
  FulfillmentOrder: ResolverTypeWrapper<FulfillmentOrderModel>;
  FulfillmentType: FulfillmentType;
  FulfillmentOrderStatus: FulfillmentOrderStatus;
  FulfillmentOrderAction: FulfillmentOrderAction;
  FulfillmentOrderLine: ResolverTypeWrapper<FulfillmentOrderLineModel>;
  PickupDetails: ResolverTypeWrapper<PickupDetails>;
  PickupRefusalReason: PickupRefusalReason;
  FulfillmentRejection: ResolverTypeWrapper<Rejection>;
  FulfillmentRejectionReason: FulfillmentRejectionReason;
  FulfillmentOrderConnection: ResolverTypeWrapper<WorkPage>;
  FulfillmentOrderEdge: ResolverTypeWrapper<Omit<FulfillmentOrderEdge, 'node'> & { node: ResolversTypes['FulfillmentOrder'] }>;
  FulfillmentOrderFilter: FulfillmentOrderFilter;
  FulfillmentOrderSort: FulfillmentOrderSort;
  FulfillmentOrderSortField: FulfillmentOrderSortField;
  Shipment: ResolverTypeWrapper<ShipmentModel>;
  ShipmentResolution: ShipmentResolution;
  ShipmentStatus: ShipmentStatus;
  ShipmentLine: ResolverTypeWrapper<ShipmentLineModel>;
  ShipmentEvent: ResolverTypeWrapper<ShipmentEventModel>;
  Package: ResolverTypeWrapper<PackageModel>;
  InventoryItem: ResolverTypeWrapper<ItemRef>;
  Channel: ResolverTypeWrapper<ChannelRef>;
  Location: ResolverTypeWrapper<LocationRef>;
  LocationWorkload: ResolverTypeWrapper<LocationWorkload>;
  PlaceOrderInput: PlaceOrderInput;
  OrderCustomerInput: OrderCustomerInput;
  DeliveryGroupInput: DeliveryGroupInput;
  PlaceOrderLineInput: PlaceOrderLineInput;
  PaymentInput: PaymentInput;
  ImportOrdersInput: ImportOrdersInput;
  ImportOrderInput: ImportOrderInput;
  OrderHistoryInput: OrderHistoryInput;
  ImportOrdersPayload: ResolverTypeWrapper<Omit<ImportOrdersPayload, 'rows' | 'userErrors'> & { rows: Array<ResolversTypes['ImportedOrder']>, userErrors: Array<ResolversTypes['ImportOrdersError']> }>;
  ImportedOrder: ResolverTypeWrapper<Imported>;
  ImportOrdersError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ImportOrdersError']>;
  PlaceOrderPayload: ResolverTypeWrapper<Omit<PlaceOrderPayload, 'order' | 'userErrors'> & { order?: Maybe<ResolversTypes['Order']>, userErrors: Array<ResolversTypes['PlaceOrderError']> }>;
  PlaceOrderError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PlaceOrderError']>;
  UserExitRejectedError: ResolverTypeWrapper<UserExitRejected>;
  ReservationExpiredError: ResolverTypeWrapper<ReservationExpired>;
  PriceMismatchError: ResolverTypeWrapper<PriceMismatch>;
  PaymentDeclinedError: ResolverTypeWrapper<PaymentDeclined>;
  NotEditableError: ResolverTypeWrapper<NotEditable>;
  NoSourceError: ResolverTypeWrapper<NoSource>;
  PickupProofInvalidError: ResolverTypeWrapper<PickupProofInvalid>;
  SetLineQuantityInput: SetLineQuantityInput;
  EditOrderInput: EditOrderInput;
  EditDeliveryGroupInput: EditDeliveryGroupInput;
  EditOrderPayload: ResolverTypeWrapper<Omit<EditOrderPayload, 'order' | 'changeRequest' | 'userErrors'> & { order?: Maybe<ResolversTypes['Order']>, changeRequest?: Maybe<ResolversTypes['OrderChangeRequest']>, userErrors: Array<ResolversTypes['EditOrderError']> }>;
  OrderEditPreview: ResolverTypeWrapper<OrderEditPreview>;
  EditOrderError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['EditOrderError']>;
  CancelOrderInput: CancelOrderInput;
  OrderCancelReason: OrderCancelReason;
  CancelOrderPayload: ResolverTypeWrapper<Omit<CancelOrderPayload, 'order' | 'changeRequest' | 'userErrors'> & { order?: Maybe<ResolversTypes['Order']>, changeRequest?: Maybe<ResolversTypes['OrderChangeRequest']>, userErrors: Array<ResolversTypes['CancelOrderError']> }>;
  CancelOrderError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CancelOrderError']>;
  HoldOrderInput: HoldOrderInput;
  HoldOrderPayload: ResolverTypeWrapper<Omit<HoldOrderPayload, 'order' | 'userErrors'> & { order?: Maybe<ResolversTypes['Order']>, userErrors: Array<ResolversTypes['OrderHoldError']> }>;
  ReleaseOrderHoldInput: ReleaseOrderHoldInput;
  ReleaseOrderHoldPayload: ResolverTypeWrapper<Omit<ReleaseOrderHoldPayload, 'order' | 'userErrors'> & { order?: Maybe<ResolversTypes['Order']>, userErrors: Array<ResolversTypes['OrderHoldError']> }>;
  OrderHoldError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['OrderHoldError']>;
  FulfillmentOrderPayload: ResolverTypeWrapper<Omit<FulfillmentOrderPayload, 'fulfillmentOrder' | 'userErrors'> & { fulfillmentOrder?: Maybe<ResolversTypes['FulfillmentOrder']>, userErrors: Array<ResolversTypes['FulfillmentOrderError']> }>;
  FulfillmentOrderError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['FulfillmentOrderError']>;
  AcceptFulfillmentOrderInput: AcceptFulfillmentOrderInput;
  AcceptCancellationInput: AcceptCancellationInput;
  RefuseCancellationInput: RefuseCancellationInput;
  RejectFulfillmentOrderInput: RejectFulfillmentOrderInput;
  RecordPickInput: RecordPickInput;
  RecordPickLineInput: RecordPickLineInput;
  PackFulfillmentOrderInput: PackFulfillmentOrderInput;
  PackageInput: PackageInput;
  PackageLineInput: PackageLineInput;
  ShipFulfillmentOrderInput: ShipFulfillmentOrderInput;
  ShipFulfillmentOrderPayload: ResolverTypeWrapper<Omit<ShipFulfillmentOrderPayload, 'fulfillmentOrder' | 'shipment' | 'userErrors'> & { fulfillmentOrder?: Maybe<ResolversTypes['FulfillmentOrder']>, shipment?: Maybe<ResolversTypes['Shipment']>, userErrors: Array<ResolversTypes['FulfillmentOrderError']> }>;
  ReceiveTransferInput: ReceiveTransferInput;
  ArrivedLineInput: ArrivedLineInput;
  MarkReadyForPickupInput: MarkReadyForPickupInput;
  CompletePickupInput: CompletePickupInput;
  RefusePickupInput: RefusePickupInput;
  ReassignFulfillmentOrderInput: ReassignFulfillmentOrderInput;
  CompletePickupPayload: ResolverTypeWrapper<Omit<CompletePickupPayload, 'fulfillmentOrder' | 'userErrors'> & { fulfillmentOrder?: Maybe<ResolversTypes['FulfillmentOrder']>, userErrors: Array<ResolversTypes['CompletePickupError']> }>;
  CompletePickupError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CompletePickupError']>;
  ResolveShipmentInput: ResolveShipmentInput;
  ReceiveReturnedShipmentInput: ReceiveReturnedShipmentInput;
  DamagedLineInput: DamagedLineInput;
  ShipmentPayload: ResolverTypeWrapper<Omit<ShipmentPayload, 'shipment' | 'userErrors'> & { shipment?: Maybe<ResolversTypes['Shipment']>, userErrors: Array<ResolversTypes['ShipmentError']> }>;
  ShipmentError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ShipmentError']>;
  RecordShipmentEventInput: RecordShipmentEventInput;
  RecordShipmentEventPayload: ResolverTypeWrapper<Omit<RecordShipmentEventPayload, 'shipment' | 'userErrors'> & { shipment?: Maybe<ResolversTypes['Shipment']>, userErrors: Array<ResolversTypes['ShipmentEventError']> }>;
  ShipmentEventError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ShipmentEventError']>;
  PlaceExchangeOrderInput: PlaceExchangeOrderInput;
  ExchangeOrderDeliveryInput: ExchangeOrderDeliveryInput;
  ExchangeOrderLineInput: ExchangeOrderLineInput;
  PlaceExchangeOrderPayload: ResolverTypeWrapper<Omit<PlaceExchangeOrderPayload, 'order' | 'userErrors'> & { order?: Maybe<ResolversTypes['Order']>, userErrors: Array<ResolversTypes['PlaceExchangeOrderError']> }>;
  PlaceExchangeOrderError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PlaceExchangeOrderError']>;
  CancelExchangeOrderInput: CancelExchangeOrderInput;
  CancelExchangeOrderPayload: ResolverTypeWrapper<Omit<CancelExchangeOrderPayload, 'order' | 'userErrors'> & { order?: Maybe<ResolversTypes['Order']>, userErrors: Array<ResolversTypes['CancelExchangeOrderError']> }>;
  CancelExchangeOrderError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CancelExchangeOrderError']>;
  RefundOrderInput: RefundOrderInput;
  RefundOrderPayload: ResolverTypeWrapper<Omit<RefundOrderPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['RefundOrderError']> }>;
  IssueCreditInput: IssueCreditInput;
  IssueCreditPayload: ResolverTypeWrapper<Omit<IssueCreditPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['RefundOrderError']> }>;
  OrderRefundStatus: OrderRefundStatus;
  RefundOrderError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RefundOrderError']>;
  OrderForReturn: ResolverTypeWrapper<OrderForReturnModel>;
  OrderLineForReturn: ResolverTypeWrapper<OrderLineForReturnModel>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  CurrencyCode: ResolverTypeWrapper<Scalars['CurrencyCode']['output']>;
  CountryCode: ResolverTypeWrapper<Scalars['CountryCode']['output']>;
  Locale: ResolverTypeWrapper<Scalars['Locale']['output']>;
  URL: ResolverTypeWrapper<Scalars['URL']['output']>;
  Money: ResolverTypeWrapper<Money>;
  MoneyInput: MoneyInput;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  SortDirection: SortDirection;
  DateTimeRangeInput: DateTimeRangeInput;
  Attribute: ResolverTypeWrapper<Attribute>;
  AttributeInput: AttributeInput;
  PostalAddress: ResolverTypeWrapper<PostalAddress>;
  PostalAddressInput: PostalAddressInput;
  IneligibilityReasonCode: IneligibilityReasonCode;
  IneligibilityReason: ResolverTypeWrapper<IneligibilityReasonModel>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  UserErrorCode: UserErrorCode;
  InvalidInputError: ResolverTypeWrapper<InvalidInput>;
  NotFoundError: ResolverTypeWrapper<NotFound>;
  VersionConflictError: ResolverTypeWrapper<VersionConflict>;
  InvalidStateError: ResolverTypeWrapper<InvalidState>;
  IdempotencyError: ResolverTypeWrapper<IdempotencyRefusal>;
  LimitExceededError: ResolverTypeWrapper<LimitExceeded>;
  InsufficientStockError: ResolverTypeWrapper<InsufficientStock>;
  LocationNotEligibleError: ResolverTypeWrapper<LocationNotEligible>;
  QuantityTooLargeError: ResolverTypeWrapper<QuantityTooLarge>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Query: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  String: Scalars['String']['output'];
  Int: Scalars['Int']['output'];
  Mutation: Record<PropertyKey, never>;
  Order: OrderModel;
  OrderCustomer: OrderCustomer;
  OrderLine: OrderLineModel;
  LineEditability: LineEditability;
  Boolean: Scalars['Boolean']['output'];
  DeliveryGroup: DeliveryGroupModel;
  OrderTotals: OrderTotals;
  OrderPayment: PaymentModel;
  OrderHold: OrderHoldModel;
  OrderEdit: OrderEditModel;
  OrderChangeRequest: ChangeRequestModel;
  CancellationRequest: CancellationRequestModel;
  CancellationRequestLine: CancellationRequestLine;
  OrderChange: OrderChange;
  SourcingStrategy: StrategyModel;
  SourcingRule: SourcingRule;
  SourcingCondition: SourcingCondition;
  SourcingCriterion: SourcingCriterion;
  Float: Scalars['Float']['output'];
  SourcingTariff: SourcingTariff;
  DraftSourcingStrategyInput: DraftSourcingStrategyInput;
  SourcingRuleInput: SourcingRuleInput;
  SourcingConditionInput: SourcingConditionInput;
  SourcingCriterionInput: SourcingCriterionInput;
  SourcingTariffInput: SourcingTariffInput;
  TurnSourcingStrategyInput: TurnSourcingStrategyInput;
  SourcingStrategyPayload: Omit<SourcingStrategyPayload, 'strategy' | 'userErrors'> & { strategy?: Maybe<ResolversParentTypes['SourcingStrategy']>, userErrors: Array<ResolversParentTypes['SourcingStrategyError']> };
  SourcingStrategyError: ResolversUnionTypes<ResolversParentTypes>['SourcingStrategyError'];
  SimulateSourcingInput: SimulateSourcingInput;
  RecentOrdersInput: RecentOrdersInput;
  SourcingSimulation: SimulationModel;
  SimulatedOrder: Omit<SimulatedOrder, 'before' | 'after'> & { before: ResolversParentTypes['SimulatedPlan'], after: ResolversParentTypes['SimulatedPlan'] };
  SimulatedPlan: Omit<SimulatedPlan, 'choices'> & { choices: Array<ResolversParentTypes['SimulatedChoice']> };
  SimulatedChoice: SimulatedChoiceModel;
  SimulationTotals: SimulationTotals;
  RoutingDecision: Routing;
  OrderUserExit: ExitCall;
  UserExitCall: UserExitCallModel;
  RoutingChoice: Choice;
  RoutingRejection: LeftOut;
  OrderEvent: OrderEventModel;
  OrderEventConnection: EventPage;
  OrderEventEdge: Omit<OrderEventEdge, 'node'> & { node: ResolversParentTypes['OrderEvent'] };
  OrderConnection: OrderPage;
  OrderEdge: Omit<OrderEdge, 'node'> & { node: ResolversParentTypes['Order'] };
  OrderFilter: OrderFilter;
  OrderSort: OrderSort;
  FulfillmentOrder: FulfillmentOrderModel;
  FulfillmentOrderLine: FulfillmentOrderLineModel;
  PickupDetails: PickupDetails;
  FulfillmentRejection: Rejection;
  FulfillmentOrderConnection: WorkPage;
  FulfillmentOrderEdge: Omit<FulfillmentOrderEdge, 'node'> & { node: ResolversParentTypes['FulfillmentOrder'] };
  FulfillmentOrderFilter: FulfillmentOrderFilter;
  FulfillmentOrderSort: FulfillmentOrderSort;
  Shipment: ShipmentModel;
  ShipmentLine: ShipmentLineModel;
  ShipmentEvent: ShipmentEventModel;
  Package: PackageModel;
  InventoryItem: ItemRef;
  Channel: ChannelRef;
  Location: LocationRef;
  LocationWorkload: LocationWorkload;
  PlaceOrderInput: PlaceOrderInput;
  OrderCustomerInput: OrderCustomerInput;
  DeliveryGroupInput: DeliveryGroupInput;
  PlaceOrderLineInput: PlaceOrderLineInput;
  PaymentInput: PaymentInput;
  ImportOrdersInput: ImportOrdersInput;
  ImportOrderInput: ImportOrderInput;
  OrderHistoryInput: OrderHistoryInput;
  ImportOrdersPayload: Omit<ImportOrdersPayload, 'rows' | 'userErrors'> & { rows: Array<ResolversParentTypes['ImportedOrder']>, userErrors: Array<ResolversParentTypes['ImportOrdersError']> };
  ImportedOrder: Imported;
  ImportOrdersError: ResolversUnionTypes<ResolversParentTypes>['ImportOrdersError'];
  PlaceOrderPayload: Omit<PlaceOrderPayload, 'order' | 'userErrors'> & { order?: Maybe<ResolversParentTypes['Order']>, userErrors: Array<ResolversParentTypes['PlaceOrderError']> };
  PlaceOrderError: ResolversUnionTypes<ResolversParentTypes>['PlaceOrderError'];
  UserExitRejectedError: UserExitRejected;
  ReservationExpiredError: ReservationExpired;
  PriceMismatchError: PriceMismatch;
  PaymentDeclinedError: PaymentDeclined;
  NotEditableError: NotEditable;
  NoSourceError: NoSource;
  PickupProofInvalidError: PickupProofInvalid;
  SetLineQuantityInput: SetLineQuantityInput;
  EditOrderInput: EditOrderInput;
  EditDeliveryGroupInput: EditDeliveryGroupInput;
  EditOrderPayload: Omit<EditOrderPayload, 'order' | 'changeRequest' | 'userErrors'> & { order?: Maybe<ResolversParentTypes['Order']>, changeRequest?: Maybe<ResolversParentTypes['OrderChangeRequest']>, userErrors: Array<ResolversParentTypes['EditOrderError']> };
  OrderEditPreview: OrderEditPreview;
  EditOrderError: ResolversUnionTypes<ResolversParentTypes>['EditOrderError'];
  CancelOrderInput: CancelOrderInput;
  CancelOrderPayload: Omit<CancelOrderPayload, 'order' | 'changeRequest' | 'userErrors'> & { order?: Maybe<ResolversParentTypes['Order']>, changeRequest?: Maybe<ResolversParentTypes['OrderChangeRequest']>, userErrors: Array<ResolversParentTypes['CancelOrderError']> };
  CancelOrderError: ResolversUnionTypes<ResolversParentTypes>['CancelOrderError'];
  HoldOrderInput: HoldOrderInput;
  HoldOrderPayload: Omit<HoldOrderPayload, 'order' | 'userErrors'> & { order?: Maybe<ResolversParentTypes['Order']>, userErrors: Array<ResolversParentTypes['OrderHoldError']> };
  ReleaseOrderHoldInput: ReleaseOrderHoldInput;
  ReleaseOrderHoldPayload: Omit<ReleaseOrderHoldPayload, 'order' | 'userErrors'> & { order?: Maybe<ResolversParentTypes['Order']>, userErrors: Array<ResolversParentTypes['OrderHoldError']> };
  OrderHoldError: ResolversUnionTypes<ResolversParentTypes>['OrderHoldError'];
  FulfillmentOrderPayload: Omit<FulfillmentOrderPayload, 'fulfillmentOrder' | 'userErrors'> & { fulfillmentOrder?: Maybe<ResolversParentTypes['FulfillmentOrder']>, userErrors: Array<ResolversParentTypes['FulfillmentOrderError']> };
  FulfillmentOrderError: ResolversUnionTypes<ResolversParentTypes>['FulfillmentOrderError'];
  AcceptFulfillmentOrderInput: AcceptFulfillmentOrderInput;
  AcceptCancellationInput: AcceptCancellationInput;
  RefuseCancellationInput: RefuseCancellationInput;
  RejectFulfillmentOrderInput: RejectFulfillmentOrderInput;
  RecordPickInput: RecordPickInput;
  RecordPickLineInput: RecordPickLineInput;
  PackFulfillmentOrderInput: PackFulfillmentOrderInput;
  PackageInput: PackageInput;
  PackageLineInput: PackageLineInput;
  ShipFulfillmentOrderInput: ShipFulfillmentOrderInput;
  ShipFulfillmentOrderPayload: Omit<ShipFulfillmentOrderPayload, 'fulfillmentOrder' | 'shipment' | 'userErrors'> & { fulfillmentOrder?: Maybe<ResolversParentTypes['FulfillmentOrder']>, shipment?: Maybe<ResolversParentTypes['Shipment']>, userErrors: Array<ResolversParentTypes['FulfillmentOrderError']> };
  ReceiveTransferInput: ReceiveTransferInput;
  ArrivedLineInput: ArrivedLineInput;
  MarkReadyForPickupInput: MarkReadyForPickupInput;
  CompletePickupInput: CompletePickupInput;
  RefusePickupInput: RefusePickupInput;
  ReassignFulfillmentOrderInput: ReassignFulfillmentOrderInput;
  CompletePickupPayload: Omit<CompletePickupPayload, 'fulfillmentOrder' | 'userErrors'> & { fulfillmentOrder?: Maybe<ResolversParentTypes['FulfillmentOrder']>, userErrors: Array<ResolversParentTypes['CompletePickupError']> };
  CompletePickupError: ResolversUnionTypes<ResolversParentTypes>['CompletePickupError'];
  ResolveShipmentInput: ResolveShipmentInput;
  ReceiveReturnedShipmentInput: ReceiveReturnedShipmentInput;
  DamagedLineInput: DamagedLineInput;
  ShipmentPayload: Omit<ShipmentPayload, 'shipment' | 'userErrors'> & { shipment?: Maybe<ResolversParentTypes['Shipment']>, userErrors: Array<ResolversParentTypes['ShipmentError']> };
  ShipmentError: ResolversUnionTypes<ResolversParentTypes>['ShipmentError'];
  RecordShipmentEventInput: RecordShipmentEventInput;
  RecordShipmentEventPayload: Omit<RecordShipmentEventPayload, 'shipment' | 'userErrors'> & { shipment?: Maybe<ResolversParentTypes['Shipment']>, userErrors: Array<ResolversParentTypes['ShipmentEventError']> };
  ShipmentEventError: ResolversUnionTypes<ResolversParentTypes>['ShipmentEventError'];
  PlaceExchangeOrderInput: PlaceExchangeOrderInput;
  ExchangeOrderDeliveryInput: ExchangeOrderDeliveryInput;
  ExchangeOrderLineInput: ExchangeOrderLineInput;
  PlaceExchangeOrderPayload: Omit<PlaceExchangeOrderPayload, 'order' | 'userErrors'> & { order?: Maybe<ResolversParentTypes['Order']>, userErrors: Array<ResolversParentTypes['PlaceExchangeOrderError']> };
  PlaceExchangeOrderError: ResolversUnionTypes<ResolversParentTypes>['PlaceExchangeOrderError'];
  CancelExchangeOrderInput: CancelExchangeOrderInput;
  CancelExchangeOrderPayload: Omit<CancelExchangeOrderPayload, 'order' | 'userErrors'> & { order?: Maybe<ResolversParentTypes['Order']>, userErrors: Array<ResolversParentTypes['CancelExchangeOrderError']> };
  CancelExchangeOrderError: ResolversUnionTypes<ResolversParentTypes>['CancelExchangeOrderError'];
  RefundOrderInput: RefundOrderInput;
  RefundOrderPayload: Omit<RefundOrderPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['RefundOrderError']> };
  IssueCreditInput: IssueCreditInput;
  IssueCreditPayload: Omit<IssueCreditPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['RefundOrderError']> };
  RefundOrderError: ResolversUnionTypes<ResolversParentTypes>['RefundOrderError'];
  OrderForReturn: OrderForReturnModel;
  OrderLineForReturn: OrderLineForReturnModel;
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  CurrencyCode: Scalars['CurrencyCode']['output'];
  CountryCode: Scalars['CountryCode']['output'];
  Locale: Scalars['Locale']['output'];
  URL: Scalars['URL']['output'];
  Money: Money;
  MoneyInput: MoneyInput;
  PageInfo: PageInfo;
  DateTimeRangeInput: DateTimeRangeInput;
  Attribute: Attribute;
  AttributeInput: AttributeInput;
  PostalAddress: PostalAddress;
  PostalAddressInput: PostalAddressInput;
  IneligibilityReason: IneligibilityReasonModel;
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
  InvalidInputError: InvalidInput;
  NotFoundError: NotFound;
  VersionConflictError: VersionConflict;
  InvalidStateError: InvalidState;
  IdempotencyError: IdempotencyRefusal;
  LimitExceededError: LimitExceeded;
  InsufficientStockError: InsufficientStock;
  LocationNotEligibleError: LocationNotEligible;
  QuantityTooLargeError: QuantityTooLarge;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType, RequireFields<QueryOrderArgs, 'id'>>;
  orderByNumber?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType, RequireFields<QueryOrderByNumberArgs, 'number'>>;
  orders?: Resolver<Maybe<ResolversTypes['OrderConnection']>, ParentType, ContextType, Partial<QueryOrdersArgs>>;
  fulfillmentOrder?: Resolver<Maybe<ResolversTypes['FulfillmentOrder']>, ParentType, ContextType, RequireFields<QueryFulfillmentOrderArgs, 'id'>>;
  fulfillmentOrders?: Resolver<Maybe<ResolversTypes['FulfillmentOrderConnection']>, ParentType, ContextType, Partial<QueryFulfillmentOrdersArgs>>;
  sourcingStrategy?: Resolver<Maybe<ResolversTypes['SourcingStrategy']>, ParentType, ContextType, RequireFields<QuerySourcingStrategyArgs, 'id'>>;
  sourcingStrategies?: Resolver<Maybe<Array<ResolversTypes['SourcingStrategy']>>, ParentType, ContextType, Partial<QuerySourcingStrategiesArgs>>;
  simulateSourcing?: Resolver<Maybe<ResolversTypes['SourcingSimulation']>, ParentType, ContextType, RequireFields<QuerySimulateSourcingArgs, 'input'>>;
  orderForReturn?: Resolver<Maybe<ResolversTypes['OrderForReturn']>, ParentType, ContextType, RequireFields<QueryOrderForReturnArgs, 'orderId'>>;
  ordersByReceipt?: Resolver<Maybe<Array<ResolversTypes['OrderForReturn']>>, ParentType, ContextType, Partial<QueryOrdersByReceiptArgs>>;
  ordersForReturn?: Resolver<Maybe<Array<ResolversTypes['OrderForReturn']>>, ParentType, ContextType, RequireFields<QueryOrdersForReturnArgs, 'orderIds'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  placeOrder?: Resolver<Maybe<ResolversTypes['PlaceOrderPayload']>, ParentType, ContextType, RequireFields<MutationPlaceOrderArgs, 'input'>>;
  importOrders?: Resolver<Maybe<ResolversTypes['ImportOrdersPayload']>, ParentType, ContextType, RequireFields<MutationImportOrdersArgs, 'input'>>;
  editOrder?: Resolver<Maybe<ResolversTypes['EditOrderPayload']>, ParentType, ContextType, RequireFields<MutationEditOrderArgs, 'input'>>;
  cancelOrder?: Resolver<Maybe<ResolversTypes['CancelOrderPayload']>, ParentType, ContextType, RequireFields<MutationCancelOrderArgs, 'input'>>;
  holdOrder?: Resolver<Maybe<ResolversTypes['HoldOrderPayload']>, ParentType, ContextType, RequireFields<MutationHoldOrderArgs, 'input'>>;
  releaseOrderHold?: Resolver<Maybe<ResolversTypes['ReleaseOrderHoldPayload']>, ParentType, ContextType, RequireFields<MutationReleaseOrderHoldArgs, 'input'>>;
  acceptFulfillmentOrder?: Resolver<Maybe<ResolversTypes['FulfillmentOrderPayload']>, ParentType, ContextType, RequireFields<MutationAcceptFulfillmentOrderArgs, 'input'>>;
  acceptCancellation?: Resolver<Maybe<ResolversTypes['FulfillmentOrderPayload']>, ParentType, ContextType, RequireFields<MutationAcceptCancellationArgs, 'input'>>;
  refuseCancellation?: Resolver<Maybe<ResolversTypes['FulfillmentOrderPayload']>, ParentType, ContextType, RequireFields<MutationRefuseCancellationArgs, 'input'>>;
  rejectFulfillmentOrder?: Resolver<Maybe<ResolversTypes['FulfillmentOrderPayload']>, ParentType, ContextType, RequireFields<MutationRejectFulfillmentOrderArgs, 'input'>>;
  recordPick?: Resolver<Maybe<ResolversTypes['FulfillmentOrderPayload']>, ParentType, ContextType, RequireFields<MutationRecordPickArgs, 'input'>>;
  packFulfillmentOrder?: Resolver<Maybe<ResolversTypes['FulfillmentOrderPayload']>, ParentType, ContextType, RequireFields<MutationPackFulfillmentOrderArgs, 'input'>>;
  shipFulfillmentOrder?: Resolver<Maybe<ResolversTypes['ShipFulfillmentOrderPayload']>, ParentType, ContextType, RequireFields<MutationShipFulfillmentOrderArgs, 'input'>>;
  receiveTransfer?: Resolver<Maybe<ResolversTypes['FulfillmentOrderPayload']>, ParentType, ContextType, RequireFields<MutationReceiveTransferArgs, 'input'>>;
  markReadyForPickup?: Resolver<Maybe<ResolversTypes['FulfillmentOrderPayload']>, ParentType, ContextType, RequireFields<MutationMarkReadyForPickupArgs, 'input'>>;
  completePickup?: Resolver<Maybe<ResolversTypes['CompletePickupPayload']>, ParentType, ContextType, RequireFields<MutationCompletePickupArgs, 'input'>>;
  refusePickup?: Resolver<Maybe<ResolversTypes['FulfillmentOrderPayload']>, ParentType, ContextType, RequireFields<MutationRefusePickupArgs, 'input'>>;
  reassignFulfillmentOrder?: Resolver<Maybe<ResolversTypes['FulfillmentOrderPayload']>, ParentType, ContextType, RequireFields<MutationReassignFulfillmentOrderArgs, 'input'>>;
  draftSourcingStrategy?: Resolver<Maybe<ResolversTypes['SourcingStrategyPayload']>, ParentType, ContextType, RequireFields<MutationDraftSourcingStrategyArgs, 'input'>>;
  activateSourcingStrategy?: Resolver<Maybe<ResolversTypes['SourcingStrategyPayload']>, ParentType, ContextType, RequireFields<MutationActivateSourcingStrategyArgs, 'input'>>;
  archiveSourcingStrategy?: Resolver<Maybe<ResolversTypes['SourcingStrategyPayload']>, ParentType, ContextType, RequireFields<MutationArchiveSourcingStrategyArgs, 'input'>>;
  recordShipmentEvent?: Resolver<Maybe<ResolversTypes['RecordShipmentEventPayload']>, ParentType, ContextType, RequireFields<MutationRecordShipmentEventArgs, 'input'>>;
  resolveShipment?: Resolver<Maybe<ResolversTypes['ShipmentPayload']>, ParentType, ContextType, RequireFields<MutationResolveShipmentArgs, 'input'>>;
  receiveReturnedShipment?: Resolver<Maybe<ResolversTypes['ShipmentPayload']>, ParentType, ContextType, RequireFields<MutationReceiveReturnedShipmentArgs, 'input'>>;
  placeExchangeOrder?: Resolver<Maybe<ResolversTypes['PlaceExchangeOrderPayload']>, ParentType, ContextType, RequireFields<MutationPlaceExchangeOrderArgs, 'input'>>;
  cancelExchangeOrder?: Resolver<Maybe<ResolversTypes['CancelExchangeOrderPayload']>, ParentType, ContextType, RequireFields<MutationCancelExchangeOrderArgs, 'input'>>;
  refundOrder?: Resolver<Maybe<ResolversTypes['RefundOrderPayload']>, ParentType, ContextType, RequireFields<MutationRefundOrderArgs, 'input'>>;
  issueCredit?: Resolver<Maybe<ResolversTypes['IssueCreditPayload']>, ParentType, ContextType, RequireFields<MutationIssueCreditArgs, 'input'>>;
};

export type OrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order'], FederationReferenceType extends FederationReferenceTypes['Order'] = FederationReferenceTypes['Order']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Order']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  externalReference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OrderStatus'], ParentType, ContextType>;
  fulfillmentStatus?: Resolver<ResolversTypes['OrderFulfillmentStatus'], ParentType, ContextType>;
  paymentStatus?: Resolver<ResolversTypes['OrderPaymentStatus'], ParentType, ContextType>;
  locale?: Resolver<ResolversTypes['Locale'], ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['OrderCustomer']>, ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['OrderLine']>, ParentType, ContextType>;
  deliveryGroups?: Resolver<Array<ResolversTypes['DeliveryGroup']>, ParentType, ContextType>;
  totals?: Resolver<ResolversTypes['OrderTotals'], ParentType, ContextType>;
  payments?: Resolver<Array<ResolversTypes['OrderPayment']>, ParentType, ContextType>;
  fulfillmentOrders?: Resolver<Array<ResolversTypes['FulfillmentOrder']>, ParentType, ContextType>;
  shipments?: Resolver<Array<ResolversTypes['Shipment']>, ParentType, ContextType>;
  holds?: Resolver<Array<ResolversTypes['OrderHold']>, ParentType, ContextType>;
  changeRequests?: Resolver<Array<ResolversTypes['OrderChangeRequest']>, ParentType, ContextType>;
  edits?: Resolver<Array<ResolversTypes['OrderEdit']>, ParentType, ContextType>;
  availableActions?: Resolver<Array<ResolversTypes['OrderAction']>, ParentType, ContextType>;
  routingDecisions?: Resolver<Array<ResolversTypes['RoutingDecision']>, ParentType, ContextType>;
  userExits?: Resolver<Array<ResolversTypes['OrderUserExit']>, ParentType, ContextType>;
  events?: Resolver<ResolversTypes['OrderEventConnection'], ParentType, ContextType, Partial<OrderEventsArgs>>;
  attributes?: Resolver<Array<ResolversTypes['Attribute']>, ParentType, ContextType>;
  privateAttributes?: Resolver<Array<ResolversTypes['Attribute']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  placedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  deliveredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  cancelledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type OrderCustomerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderCustomer'] = ResolversParentTypes['OrderCustomer']> = {
  customerId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  firstName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type OrderLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderLine'] = ResolversParentTypes['OrderLine'], FederationReferenceType extends FederationReferenceTypes['OrderLine'] = FederationReferenceTypes['OrderLine']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['OrderLine']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  item?: Resolver<Maybe<ResolversTypes['InventoryItem']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  orderedQuantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  cancelledQuantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  fulfilledQuantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  backorderedQuantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unitPrice?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  discountTotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  taxTotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  deliveryGroup?: Resolver<ResolversTypes['DeliveryGroup'], ParentType, ContextType>;
  editability?: Resolver<ResolversTypes['LineEditability'], ParentType, ContextType>;
  attributes?: Resolver<Array<ResolversTypes['Attribute']>, ParentType, ContextType>;
};

export type LineEditabilityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LineEditability'] = ResolversParentTypes['LineEditability']> = {
  isEditable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reducibleQuantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['LineEditabilityReason']>, ParentType, ContextType>;
};

export type DeliveryGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeliveryGroup'] = ResolversParentTypes['DeliveryGroup']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  method?: Resolver<ResolversTypes['DeliveryMethod'], ParentType, ContextType>;
  shippingAddress?: Resolver<Maybe<ResolversTypes['PostalAddress']>, ParentType, ContextType>;
  pickupLocation?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  pickupCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  serviceLevel?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  promisedFrom?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  promisedTo?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['OrderLine']>, ParentType, ContextType>;
};

export type OrderTotalsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderTotals'] = ResolversParentTypes['OrderTotals']> = {
  items?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  discounts?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  delivery?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  taxes?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  grandTotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  captured?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  refunded?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  balance?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type OrderPaymentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderPayment'] = ResolversParentTypes['OrderPayment']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  provider?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reference?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  method?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PaymentStatus'], ParentType, ContextType>;
  authorized?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  captured?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  refunded?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type OrderHoldResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderHold'] = ResolversParentTypes['OrderHold']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['OrderHoldReason'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  placedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  releasedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type OrderEditResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderEdit'] = ResolversParentTypes['OrderEdit']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  editedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  actor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  changes?: Resolver<Array<ResolversTypes['OrderChange']>, ParentType, ContextType>;
  totalDelta?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type OrderChangeRequestResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderChangeRequest'] = ResolversParentTypes['OrderChangeRequest']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['OrderChangeRequestKind'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OrderChangeRequestStatus'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  requestedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  answerBy?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type CancellationRequestResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancellationRequest'] = ResolversParentTypes['CancellationRequest']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CancellationRequestStatus'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['CancellationRequestLine']>, ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  answerBy?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  answeredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  refusalReason?: Resolver<Maybe<ResolversTypes['CancellationRefusalReason']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CancellationRequestLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancellationRequestLine'] = ResolversParentTypes['CancellationRequestLine']> = {
  lineId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OrderChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderChange'] = ResolversParentTypes['OrderChange']> = {
  kind?: Resolver<ResolversTypes['OrderChangeKind'], ParentType, ContextType>;
  lineId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  sku?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  quantityBefore?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  quantityAfter?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type SourcingStrategyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SourcingStrategy'] = ResolversParentTypes['SourcingStrategy']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SourcingStrategyStatus'], ParentType, ContextType>;
  rules?: Resolver<Array<ResolversTypes['SourcingRule']>, ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  activatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  archivedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type SourcingRuleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SourcingRule'] = ResolversParentTypes['SourcingRule']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  when?: Resolver<ResolversTypes['SourcingCondition'], ParentType, ContextType>;
  criteria?: Resolver<Array<ResolversTypes['SourcingCriterion']>, ParentType, ContextType>;
  tariff?: Resolver<Maybe<ResolversTypes['SourcingTariff']>, ParentType, ContextType>;
};

export type SourcingConditionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SourcingCondition'] = ResolversParentTypes['SourcingCondition']> = {
  countryCodes?: Resolver<Maybe<Array<ResolversTypes['CountryCode']>>, ParentType, ContextType>;
  serviceLevels?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  minimumUnits?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  maximumUnits?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type SourcingCriterionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SourcingCriterion'] = ResolversParentTypes['SourcingCriterion']> = {
  kind?: Resolver<ResolversTypes['SourcingCriterionKind'], ParentType, ContextType>;
  weight?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type SourcingTariffResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SourcingTariff'] = ResolversParentTypes['SourcingTariff']> = {
  storeParcel?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  warehouseParcel?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  per100Km?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type SourcingStrategyPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SourcingStrategyPayload'] = ResolversParentTypes['SourcingStrategyPayload']> = {
  strategy?: Resolver<Maybe<ResolversTypes['SourcingStrategy']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['SourcingStrategyError']>, ParentType, ContextType>;
};

export type SourcingStrategyErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SourcingStrategyError'] = ResolversParentTypes['SourcingStrategyError']> = {
  __resolveType: TypeResolveFn<'InvalidInputError' | 'NotFoundError' | 'InvalidStateError' | 'IdempotencyError', ParentType, ContextType>;
};

export type SourcingSimulationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SourcingSimulation'] = ResolversParentTypes['SourcingSimulation']> = {
  orders?: Resolver<Array<ResolversTypes['SimulatedOrder']>, ParentType, ContextType>;
  movedOrders?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  before?: Resolver<ResolversTypes['SimulationTotals'], ParentType, ContextType>;
  after?: Resolver<ResolversTypes['SimulationTotals'], ParentType, ContextType>;
};

export type SimulatedOrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SimulatedOrder'] = ResolversParentTypes['SimulatedOrder']> = {
  orderId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isMoved?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  before?: Resolver<ResolversTypes['SimulatedPlan'], ParentType, ContextType>;
  after?: Resolver<ResolversTypes['SimulatedPlan'], ParentType, ContextType>;
};

export type SimulatedPlanResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SimulatedPlan'] = ResolversParentTypes['SimulatedPlan']> = {
  decidedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  choices?: Resolver<Array<ResolversTypes['SimulatedChoice']>, ParentType, ContextType>;
  cost?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type SimulatedChoiceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SimulatedChoice'] = ResolversParentTypes['SimulatedChoice']> = {
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  lineIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  units?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SimulationTotalsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SimulationTotals'] = ResolversParentTypes['SimulationTotals']> = {
  locations?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  splitOrders?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  stores?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  distanceKm?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  cost?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  shortUnits?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RoutingDecisionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RoutingDecision'] = ResolversParentTypes['RoutingDecision']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  decidedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  strategy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  splitCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  chosen?: Resolver<Array<ResolversTypes['RoutingChoice']>, ParentType, ContextType>;
  rejected?: Resolver<Array<ResolversTypes['RoutingRejection']>, ParentType, ContextType>;
  userExits?: Resolver<Array<ResolversTypes['UserExitCall']>, ParentType, ContextType>;
};

export type OrderUserExitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderUserExit'] = ResolversParentTypes['OrderUserExit']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['UserExitOutcome'], ParentType, ContextType>;
  decision?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isShadow?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  differs?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  inputHash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  durationMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  calledAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type UserExitCallResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserExitCall'] = ResolversParentTypes['UserExitCall']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['UserExitOutcome'], ParentType, ContextType>;
  durationMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RoutingChoiceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RoutingChoice'] = ResolversParentTypes['RoutingChoice']> = {
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  lineIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RoutingRejectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RoutingRejection'] = ResolversParentTypes['RoutingRejection']> = {
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['IneligibilityReason']>, ParentType, ContextType>;
  score?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type OrderEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderEvent'] = ResolversParentTypes['OrderEvent']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  actor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OrderEventConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderEventConnection'] = ResolversParentTypes['OrderEventConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OrderEventEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['OrderEvent']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type OrderEventEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderEventEdge'] = ResolversParentTypes['OrderEventEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['OrderEvent'], ParentType, ContextType>;
};

export type OrderConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderConnection'] = ResolversParentTypes['OrderConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OrderEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Order']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type OrderEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderEdge'] = ResolversParentTypes['OrderEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
};

export type FulfillmentOrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FulfillmentOrder'] = ResolversParentTypes['FulfillmentOrder'], FederationReferenceType extends FederationReferenceTypes['FulfillmentOrder'] = FederationReferenceTypes['FulfillmentOrder']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['FulfillmentOrder']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['FulfillmentType'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['FulfillmentOrderStatus'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['FulfillmentOrderLine']>, ParentType, ContextType>;
  acceptBy?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  shipments?: Resolver<Array<ResolversTypes['Shipment']>, ParentType, ContextType>;
  pickup?: Resolver<Maybe<ResolversTypes['PickupDetails']>, ParentType, ContextType>;
  rejections?: Resolver<Array<ResolversTypes['FulfillmentRejection']>, ParentType, ContextType>;
  cancellationRequest?: Resolver<Maybe<ResolversTypes['CancellationRequest']>, ParentType, ContextType>;
  availableActions?: Resolver<Array<ResolversTypes['FulfillmentOrderAction']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type FulfillmentOrderLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FulfillmentOrderLine'] = ResolversParentTypes['FulfillmentOrderLine']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  orderLine?: Resolver<ResolversTypes['OrderLine'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pickedQuantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  missingQuantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  fulfilledQuantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PickupDetailsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PickupDetails'] = ResolversParentTypes['PickupDetails']> = {
  readyAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  remindedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  collectedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  refusalReason?: Resolver<Maybe<ResolversTypes['PickupRefusalReason']>, ParentType, ContextType>;
  storageSpot?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type FulfillmentRejectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FulfillmentRejection'] = ResolversParentTypes['FulfillmentRejection']> = {
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['FulfillmentRejectionReason'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rejectedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type FulfillmentOrderConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FulfillmentOrderConnection'] = ResolversParentTypes['FulfillmentOrderConnection']> = {
  edges?: Resolver<Array<ResolversTypes['FulfillmentOrderEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['FulfillmentOrder']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type FulfillmentOrderEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FulfillmentOrderEdge'] = ResolversParentTypes['FulfillmentOrderEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['FulfillmentOrder'], ParentType, ContextType>;
};

export type ShipmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Shipment'] = ResolversParentTypes['Shipment'], FederationReferenceType extends FederationReferenceTypes['Shipment'] = FederationReferenceTypes['Shipment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Shipment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  fulfillmentOrder?: Resolver<Maybe<ResolversTypes['FulfillmentOrder']>, ParentType, ContextType>;
  fromLocation?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ShipmentStatus'], ParentType, ContextType>;
  carrier?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  carrierService?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  trackingNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  trackingUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['ShipmentLine']>, ParentType, ContextType>;
  packages?: Resolver<Array<ResolversTypes['Package']>, ParentType, ContextType>;
  events?: Resolver<Array<ResolversTypes['ShipmentEvent']>, ParentType, ContextType>;
  shippedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  estimatedDeliveryAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  deliveredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  resolution?: Resolver<Maybe<ResolversTypes['ShipmentResolution']>, ParentType, ContextType>;
  receivedBackAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ShipmentLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShipmentLine'] = ResolversParentTypes['ShipmentLine']> = {
  orderLine?: Resolver<ResolversTypes['OrderLine'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ShipmentEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShipmentEvent'] = ResolversParentTypes['ShipmentEvent']> = {
  status?: Resolver<ResolversTypes['ShipmentStatus'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  place?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type PackageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Package'] = ResolversParentTypes['Package']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  weightGrams?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  trackingNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type InventoryItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InventoryItem'] = ResolversParentTypes['InventoryItem']> = {
  sku?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ChannelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Channel'] = ResolversParentTypes['Channel']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type LocationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Location'] = ResolversParentTypes['Location'], FederationReferenceType extends FederationReferenceTypes['Location'] = FederationReferenceTypes['Location']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Location']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  fulfillmentOrders?: Resolver<Maybe<ResolversTypes['FulfillmentOrderConnection']>, ParentType, ContextType, Partial<LocationFulfillmentOrdersArgs>>;
  workload?: Resolver<Maybe<ResolversTypes['LocationWorkload']>, ParentType, ContextType>;
};

export type LocationWorkloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LocationWorkload'] = ResolversParentTypes['LocationWorkload']> = {
  offered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  inProgress?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  readyForPickup?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ImportOrdersPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportOrdersPayload'] = ResolversParentTypes['ImportOrdersPayload']> = {
  acceptedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rejectedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rows?: Resolver<Array<ResolversTypes['ImportedOrder']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['ImportOrdersError']>, ParentType, ContextType>;
};

export type ImportedOrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportedOrder'] = ResolversParentTypes['ImportedOrder']> = {
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PlaceOrderError']>, ParentType, ContextType>;
};

export type ImportOrdersErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportOrdersError'] = ResolversParentTypes['ImportOrdersError']> = {
  __resolveType: TypeResolveFn<'InvalidInputError' | 'LimitExceededError', ParentType, ContextType>;
};

export type PlaceOrderPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlaceOrderPayload'] = ResolversParentTypes['PlaceOrderPayload']> = {
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PlaceOrderError']>, ParentType, ContextType>;
};

export type PlaceOrderErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlaceOrderError'] = ResolversParentTypes['PlaceOrderError']> = {
  __resolveType: TypeResolveFn<'InvalidInputError' | 'NotFoundError' | 'InsufficientStockError' | 'LocationNotEligibleError' | 'ReservationExpiredError' | 'PriceMismatchError' | 'PaymentDeclinedError' | 'NoSourceError' | 'UserExitRejectedError' | 'IdempotencyError' | 'LimitExceededError', ParentType, ContextType>;
};

export type UserExitRejectedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserExitRejectedError'] = ResolversParentTypes['UserExitRejectedError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  exitReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReservationExpiredErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReservationExpiredError'] = ResolversParentTypes['ReservationExpiredError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  expiredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PriceMismatchErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PriceMismatchError'] = ResolversParentTypes['PriceMismatchError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  expected?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  actual?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PaymentDeclinedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentDeclinedError'] = ResolversParentTypes['PaymentDeclinedError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  declineCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NotEditableErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotEditableError'] = ResolversParentTypes['NotEditableError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['LineEditabilityReason']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NoSourceErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NoSourceError'] = ResolversParentTypes['NoSourceError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  skus?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PickupProofInvalidErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PickupProofInvalidError'] = ResolversParentTypes['PickupProofInvalidError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  attemptsLeft?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EditOrderPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EditOrderPayload'] = ResolversParentTypes['EditOrderPayload']> = {
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  preview?: Resolver<Maybe<ResolversTypes['OrderEditPreview']>, ParentType, ContextType>;
  changeRequest?: Resolver<Maybe<ResolversTypes['OrderChangeRequest']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['EditOrderError']>, ParentType, ContextType>;
};

export type OrderEditPreviewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderEditPreview'] = ResolversParentTypes['OrderEditPreview']> = {
  changes?: Resolver<Array<ResolversTypes['OrderChange']>, ParentType, ContextType>;
  totalBefore?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  totalAfter?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  amountDue?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  waitsForWarehouse?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type EditOrderErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EditOrderError'] = ResolversParentTypes['EditOrderError']> = {
  __resolveType: TypeResolveFn<'InvalidInputError' | 'NotFoundError' | 'VersionConflictError' | 'NotEditableError' | 'QuantityTooLargeError' | 'InsufficientStockError' | 'LocationNotEligibleError' | 'PaymentDeclinedError' | 'IdempotencyError', ParentType, ContextType>;
};

export type CancelOrderPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelOrderPayload'] = ResolversParentTypes['CancelOrderPayload']> = {
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  refundedTotal?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  changeRequest?: Resolver<Maybe<ResolversTypes['OrderChangeRequest']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['CancelOrderError']>, ParentType, ContextType>;
};

export type CancelOrderErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelOrderError'] = ResolversParentTypes['CancelOrderError']> = {
  __resolveType: TypeResolveFn<'InvalidInputError' | 'NotFoundError' | 'VersionConflictError' | 'InvalidStateError' | 'QuantityTooLargeError' | 'IdempotencyError', ParentType, ContextType>;
};

export type HoldOrderPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HoldOrderPayload'] = ResolversParentTypes['HoldOrderPayload']> = {
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['OrderHoldError']>, ParentType, ContextType>;
};

export type ReleaseOrderHoldPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReleaseOrderHoldPayload'] = ResolversParentTypes['ReleaseOrderHoldPayload']> = {
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['OrderHoldError']>, ParentType, ContextType>;
};

export type OrderHoldErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderHoldError'] = ResolversParentTypes['OrderHoldError']> = {
  __resolveType: TypeResolveFn<'NotFoundError' | 'VersionConflictError' | 'InvalidStateError', ParentType, ContextType>;
};

export type FulfillmentOrderPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FulfillmentOrderPayload'] = ResolversParentTypes['FulfillmentOrderPayload']> = {
  fulfillmentOrder?: Resolver<Maybe<ResolversTypes['FulfillmentOrder']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['FulfillmentOrderError']>, ParentType, ContextType>;
};

export type FulfillmentOrderErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FulfillmentOrderError'] = ResolversParentTypes['FulfillmentOrderError']> = {
  __resolveType: TypeResolveFn<'InvalidInputError' | 'NotFoundError' | 'VersionConflictError' | 'InvalidStateError' | 'QuantityTooLargeError' | 'InsufficientStockError' | 'LocationNotEligibleError' | 'IdempotencyError', ParentType, ContextType>;
};

export type ShipFulfillmentOrderPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShipFulfillmentOrderPayload'] = ResolversParentTypes['ShipFulfillmentOrderPayload']> = {
  fulfillmentOrder?: Resolver<Maybe<ResolversTypes['FulfillmentOrder']>, ParentType, ContextType>;
  shipment?: Resolver<Maybe<ResolversTypes['Shipment']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['FulfillmentOrderError']>, ParentType, ContextType>;
};

export type CompletePickupPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CompletePickupPayload'] = ResolversParentTypes['CompletePickupPayload']> = {
  fulfillmentOrder?: Resolver<Maybe<ResolversTypes['FulfillmentOrder']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['CompletePickupError']>, ParentType, ContextType>;
};

export type CompletePickupErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CompletePickupError'] = ResolversParentTypes['CompletePickupError']> = {
  __resolveType: TypeResolveFn<'InvalidInputError' | 'NotFoundError' | 'InvalidStateError' | 'QuantityTooLargeError' | 'PickupProofInvalidError' | 'IdempotencyError', ParentType, ContextType>;
};

export type ShipmentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShipmentPayload'] = ResolversParentTypes['ShipmentPayload']> = {
  shipment?: Resolver<Maybe<ResolversTypes['Shipment']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['ShipmentError']>, ParentType, ContextType>;
};

export type ShipmentErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShipmentError'] = ResolversParentTypes['ShipmentError']> = {
  __resolveType: TypeResolveFn<'InvalidInputError' | 'NotFoundError' | 'InvalidStateError' | 'QuantityTooLargeError' | 'IdempotencyError', ParentType, ContextType>;
};

export type RecordShipmentEventPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordShipmentEventPayload'] = ResolversParentTypes['RecordShipmentEventPayload']> = {
  shipment?: Resolver<Maybe<ResolversTypes['Shipment']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['ShipmentEventError']>, ParentType, ContextType>;
};

export type ShipmentEventErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShipmentEventError'] = ResolversParentTypes['ShipmentEventError']> = {
  __resolveType: TypeResolveFn<'InvalidInputError' | 'NotFoundError', ParentType, ContextType>;
};

export type PlaceExchangeOrderPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlaceExchangeOrderPayload'] = ResolversParentTypes['PlaceExchangeOrderPayload']> = {
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  amountDue?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PlaceExchangeOrderError']>, ParentType, ContextType>;
};

export type PlaceExchangeOrderErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlaceExchangeOrderError'] = ResolversParentTypes['PlaceExchangeOrderError']> = {
  __resolveType: TypeResolveFn<'InvalidInputError' | 'NotFoundError' | 'InsufficientStockError' | 'LocationNotEligibleError' | 'NoSourceError' | 'InvalidStateError' | 'IdempotencyError', ParentType, ContextType>;
};

export type CancelExchangeOrderPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelExchangeOrderPayload'] = ResolversParentTypes['CancelExchangeOrderPayload']> = {
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['CancelExchangeOrderError']>, ParentType, ContextType>;
};

export type CancelExchangeOrderErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelExchangeOrderError'] = ResolversParentTypes['CancelExchangeOrderError']> = {
  __resolveType: TypeResolveFn<'NotFoundError' | 'InvalidStateError', ParentType, ContextType>;
};

export type RefundOrderPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefundOrderPayload'] = ResolversParentTypes['RefundOrderPayload']> = {
  status?: Resolver<Maybe<ResolversTypes['OrderRefundStatus']>, ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  declineCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  creditNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  refundable?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['RefundOrderError']>, ParentType, ContextType>;
};

export type IssueCreditPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssueCreditPayload'] = ResolversParentTypes['IssueCreditPayload']> = {
  status?: Resolver<Maybe<ResolversTypes['OrderRefundStatus']>, ParentType, ContextType>;
  creditNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  declineCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['RefundOrderError']>, ParentType, ContextType>;
};

export type RefundOrderErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefundOrderError'] = ResolversParentTypes['RefundOrderError']> = {
  __resolveType: TypeResolveFn<'InvalidInputError' | 'NotFoundError' | 'IdempotencyError', ParentType, ContextType>;
};

export type OrderForReturnResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderForReturn'] = ResolversParentTypes['OrderForReturn']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  channelId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OrderStatus'], ParentType, ContextType>;
  customerId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  countryCode?: Resolver<Maybe<ResolversTypes['CountryCode']>, ParentType, ContextType>;
  delivery?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  placedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  deliveredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  cancelledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  locationIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['OrderLineForReturn']>, ParentType, ContextType>;
};

export type OrderLineForReturnResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderLineForReturn'] = ResolversParentTypes['OrderLineForReturn']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  fulfilledQuantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  taxTotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export interface CurrencyCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CurrencyCode'], any> {
  name: 'CurrencyCode';
}

export interface CountryCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CountryCode'], any> {
  name: 'CountryCode';
}

export interface LocaleScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Locale'], any> {
  name: 'Locale';
}

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AttributeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Attribute'] = ResolversParentTypes['Attribute']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PostalAddressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PostalAddress'] = ResolversParentTypes['PostalAddress']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  city?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postalCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  countryCode?: Resolver<ResolversTypes['CountryCode'], ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type IneligibilityReasonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IneligibilityReason'] = ResolversParentTypes['IneligibilityReason']> = {
  code?: Resolver<ResolversTypes['IneligibilityReasonCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  limit?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  actual?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'UserExitRejectedError' | 'ReservationExpiredError' | 'PriceMismatchError' | 'PaymentDeclinedError' | 'NotEditableError' | 'NoSourceError' | 'PickupProofInvalidError' | 'InvalidInputError' | 'NotFoundError' | 'VersionConflictError' | 'InvalidStateError' | 'IdempotencyError' | 'LimitExceededError' | 'InsufficientStockError' | 'LocationNotEligibleError' | 'QuantityTooLargeError', ParentType, ContextType>;
};

export type InvalidInputErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidInputError'] = ResolversParentTypes['InvalidInputError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NotFoundErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotFoundError'] = ResolversParentTypes['NotFoundError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type VersionConflictErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VersionConflictError'] = ResolversParentTypes['VersionConflictError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  expectedVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  actualVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvalidStateErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidStateError'] = ResolversParentTypes['InvalidStateError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  currentState?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IdempotencyErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IdempotencyError'] = ResolversParentTypes['IdempotencyError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  idempotencyKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LimitExceededErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LimitExceededError'] = ResolversParentTypes['LimitExceededError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  limit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InsufficientStockErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InsufficientStockError'] = ResolversParentTypes['InsufficientStockError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  requestedQuantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  availableQuantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LocationNotEligibleErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LocationNotEligibleError'] = ResolversParentTypes['LocationNotEligibleError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  locationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['IneligibilityReason']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QuantityTooLargeErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QuantityTooLargeError'] = ResolversParentTypes['QuantityTooLargeError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  maximumQuantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  OrderCustomer?: OrderCustomerResolvers<ContextType>;
  OrderLine?: OrderLineResolvers<ContextType>;
  LineEditability?: LineEditabilityResolvers<ContextType>;
  DeliveryGroup?: DeliveryGroupResolvers<ContextType>;
  OrderTotals?: OrderTotalsResolvers<ContextType>;
  OrderPayment?: OrderPaymentResolvers<ContextType>;
  OrderHold?: OrderHoldResolvers<ContextType>;
  OrderEdit?: OrderEditResolvers<ContextType>;
  OrderChangeRequest?: OrderChangeRequestResolvers<ContextType>;
  CancellationRequest?: CancellationRequestResolvers<ContextType>;
  CancellationRequestLine?: CancellationRequestLineResolvers<ContextType>;
  OrderChange?: OrderChangeResolvers<ContextType>;
  SourcingStrategy?: SourcingStrategyResolvers<ContextType>;
  SourcingRule?: SourcingRuleResolvers<ContextType>;
  SourcingCondition?: SourcingConditionResolvers<ContextType>;
  SourcingCriterion?: SourcingCriterionResolvers<ContextType>;
  SourcingTariff?: SourcingTariffResolvers<ContextType>;
  SourcingStrategyPayload?: SourcingStrategyPayloadResolvers<ContextType>;
  SourcingStrategyError?: SourcingStrategyErrorResolvers<ContextType>;
  SourcingSimulation?: SourcingSimulationResolvers<ContextType>;
  SimulatedOrder?: SimulatedOrderResolvers<ContextType>;
  SimulatedPlan?: SimulatedPlanResolvers<ContextType>;
  SimulatedChoice?: SimulatedChoiceResolvers<ContextType>;
  SimulationTotals?: SimulationTotalsResolvers<ContextType>;
  RoutingDecision?: RoutingDecisionResolvers<ContextType>;
  OrderUserExit?: OrderUserExitResolvers<ContextType>;
  UserExitCall?: UserExitCallResolvers<ContextType>;
  RoutingChoice?: RoutingChoiceResolvers<ContextType>;
  RoutingRejection?: RoutingRejectionResolvers<ContextType>;
  OrderEvent?: OrderEventResolvers<ContextType>;
  OrderEventConnection?: OrderEventConnectionResolvers<ContextType>;
  OrderEventEdge?: OrderEventEdgeResolvers<ContextType>;
  OrderConnection?: OrderConnectionResolvers<ContextType>;
  OrderEdge?: OrderEdgeResolvers<ContextType>;
  FulfillmentOrder?: FulfillmentOrderResolvers<ContextType>;
  FulfillmentOrderLine?: FulfillmentOrderLineResolvers<ContextType>;
  PickupDetails?: PickupDetailsResolvers<ContextType>;
  FulfillmentRejection?: FulfillmentRejectionResolvers<ContextType>;
  FulfillmentOrderConnection?: FulfillmentOrderConnectionResolvers<ContextType>;
  FulfillmentOrderEdge?: FulfillmentOrderEdgeResolvers<ContextType>;
  Shipment?: ShipmentResolvers<ContextType>;
  ShipmentLine?: ShipmentLineResolvers<ContextType>;
  ShipmentEvent?: ShipmentEventResolvers<ContextType>;
  Package?: PackageResolvers<ContextType>;
  InventoryItem?: InventoryItemResolvers<ContextType>;
  Channel?: ChannelResolvers<ContextType>;
  Location?: LocationResolvers<ContextType>;
  LocationWorkload?: LocationWorkloadResolvers<ContextType>;
  ImportOrdersPayload?: ImportOrdersPayloadResolvers<ContextType>;
  ImportedOrder?: ImportedOrderResolvers<ContextType>;
  ImportOrdersError?: ImportOrdersErrorResolvers<ContextType>;
  PlaceOrderPayload?: PlaceOrderPayloadResolvers<ContextType>;
  PlaceOrderError?: PlaceOrderErrorResolvers<ContextType>;
  UserExitRejectedError?: UserExitRejectedErrorResolvers<ContextType>;
  ReservationExpiredError?: ReservationExpiredErrorResolvers<ContextType>;
  PriceMismatchError?: PriceMismatchErrorResolvers<ContextType>;
  PaymentDeclinedError?: PaymentDeclinedErrorResolvers<ContextType>;
  NotEditableError?: NotEditableErrorResolvers<ContextType>;
  NoSourceError?: NoSourceErrorResolvers<ContextType>;
  PickupProofInvalidError?: PickupProofInvalidErrorResolvers<ContextType>;
  EditOrderPayload?: EditOrderPayloadResolvers<ContextType>;
  OrderEditPreview?: OrderEditPreviewResolvers<ContextType>;
  EditOrderError?: EditOrderErrorResolvers<ContextType>;
  CancelOrderPayload?: CancelOrderPayloadResolvers<ContextType>;
  CancelOrderError?: CancelOrderErrorResolvers<ContextType>;
  HoldOrderPayload?: HoldOrderPayloadResolvers<ContextType>;
  ReleaseOrderHoldPayload?: ReleaseOrderHoldPayloadResolvers<ContextType>;
  OrderHoldError?: OrderHoldErrorResolvers<ContextType>;
  FulfillmentOrderPayload?: FulfillmentOrderPayloadResolvers<ContextType>;
  FulfillmentOrderError?: FulfillmentOrderErrorResolvers<ContextType>;
  ShipFulfillmentOrderPayload?: ShipFulfillmentOrderPayloadResolvers<ContextType>;
  CompletePickupPayload?: CompletePickupPayloadResolvers<ContextType>;
  CompletePickupError?: CompletePickupErrorResolvers<ContextType>;
  ShipmentPayload?: ShipmentPayloadResolvers<ContextType>;
  ShipmentError?: ShipmentErrorResolvers<ContextType>;
  RecordShipmentEventPayload?: RecordShipmentEventPayloadResolvers<ContextType>;
  ShipmentEventError?: ShipmentEventErrorResolvers<ContextType>;
  PlaceExchangeOrderPayload?: PlaceExchangeOrderPayloadResolvers<ContextType>;
  PlaceExchangeOrderError?: PlaceExchangeOrderErrorResolvers<ContextType>;
  CancelExchangeOrderPayload?: CancelExchangeOrderPayloadResolvers<ContextType>;
  CancelExchangeOrderError?: CancelExchangeOrderErrorResolvers<ContextType>;
  RefundOrderPayload?: RefundOrderPayloadResolvers<ContextType>;
  IssueCreditPayload?: IssueCreditPayloadResolvers<ContextType>;
  RefundOrderError?: RefundOrderErrorResolvers<ContextType>;
  OrderForReturn?: OrderForReturnResolvers<ContextType>;
  OrderLineForReturn?: OrderLineForReturnResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  CurrencyCode?: GraphQLScalarType;
  CountryCode?: GraphQLScalarType;
  Locale?: GraphQLScalarType;
  URL?: GraphQLScalarType;
  Money?: MoneyResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Attribute?: AttributeResolvers<ContextType>;
  PostalAddress?: PostalAddressResolvers<ContextType>;
  IneligibilityReason?: IneligibilityReasonResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  InvalidInputError?: InvalidInputErrorResolvers<ContextType>;
  NotFoundError?: NotFoundErrorResolvers<ContextType>;
  VersionConflictError?: VersionConflictErrorResolvers<ContextType>;
  InvalidStateError?: InvalidStateErrorResolvers<ContextType>;
  IdempotencyError?: IdempotencyErrorResolvers<ContextType>;
  LimitExceededError?: LimitExceededErrorResolvers<ContextType>;
  InsufficientStockError?: InsufficientStockErrorResolvers<ContextType>;
  LocationNotEligibleError?: LocationNotEligibleErrorResolvers<ContextType>;
  QuantityTooLargeError?: QuantityTooLargeErrorResolvers<ContextType>;
};


