// Generated from schema.graphql by `pnpm generate`. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Return as ReturnModel, ShownLine, Return as DecidedReturnModel } from '../domain/return.ts';
import type { Inspection as InspectionModel, InspectionLine as InspectionLineModel, Transfer } from '../domain/inspection.ts';
import type { ReturnPage as ReturnPageModel } from '../storage/paged-reads.ts';
import type { ReturnEligibility as ReturnEligibilityModel } from '../domain/eligibility.ts';
import type { ReturnPolicy as ReturnPolicyModel, WrittenVersion, PolicyTerms } from '../domain/policy.ts';
import type { OrderReference as OrderReferenceModel, OrderLineReference as OrderLineReferenceModel, LocationReference as LocationReferenceModel } from '../domain/order-facts.ts';
import type { InvalidInput, NotFound, VersionConflict, InvalidState, IdempotencyRefusal, LocationNotEligible, QuantityTooLarge, InsufficientStock } from '@passerelle/values';
import type { Receipt } from '../storage/handling.ts';
import type { Extra } from '../domain/extra.ts';
import type { Exchange as ExchangeModel } from '../domain/exchange.ts';
import type { Refund as RefundModel, RefundTooLarge, RefundDeclined } from '../domain/refund.ts';
import type { OrderToTakeBack as OrderToTakeBackModel } from '../domain/take-back.ts';
import type { ExitCall, UserExitRejected } from '../domain/exit-call.ts';
import type { NotReturnable } from '../domain/request.ts';
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
  /** Absolute https URL. */
  URL: { input: string; output: string; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type Query = {
  __typename?: 'Query';
  /** One return. Null when unknown or not the caller's own. */
  return?: Maybe<Return>;
  /** One return by the number printed on its label. */
  returnByNumber?: Maybe<Return>;
  /** Returns, newest first unless sorted otherwise; 20 a page unless asked otherwise, 100 at most. With scope `returns:read:own` only the caller's own. */
  returns?: Maybe<ReturnConnection>;
  /** Orders whose goods a location takes back from somebody who knows the number, the e-mail address or the card: at least one of the three; all that are given must fit. An order whose goods the location may not take back is as if it were not there. Newest first, 20 at most. */
  ordersToTakeBack?: Maybe<Array<OrderToTakeBack>>;
  /** Units asked back, most first; declined and withdrawn returns do not count. */
  returnStatistics?: Maybe<Array<ReturnStatistic>>;
  /** Returns that are not at their end, by days since they were asked for, with the money that waits. */
  returnAgeing?: Maybe<Array<ReturnAgeing>>;
  /** Units on their way back, as supply with a probability. */
  expectedReturns?: Maybe<Array<ExpectedReturn>>;
  /** Return policies by name; at most 500. */
  returnPolicies?: Maybe<Array<ReturnPolicy>>;
  /** One return policy. */
  returnPolicy?: Maybe<ReturnPolicy>;
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QueryReturnArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QueryReturnByNumberArgs = {
  number: Scalars['String']['input'];
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QueryReturnsArgs = {
  filter?: InputMaybe<ReturnFilter>;
  sort?: InputMaybe<Array<ReturnSort>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QueryOrdersToTakeBackArgs = {
  locationId: Scalars['ID']['input'];
  number?: InputMaybe<Scalars['String']['input']>;
  email?: InputMaybe<Scalars['String']['input']>;
  cardToken?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QueryReturnStatisticsArgs = {
  groupBy: ReturnStatisticsGrouping;
  requestedAt?: InputMaybe<DateTimeRangeInput>;
  first?: Scalars['Int']['input'];
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QueryExpectedReturnsArgs = {
  skus: Array<Scalars['String']['input']>;
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QueryReturnPoliciesArgs = {
  includeArchived?: Scalars['Boolean']['input'];
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QueryReturnPolicyArgs = {
  id: Scalars['ID']['input'];
};

/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type Mutation = {
  __typename?: 'Mutation';
  /** Opens a return for lines of one order, bought in any channel. Errors: INVALID_INPUT, NOT_FOUND, NOT_RETURNABLE, QUANTITY_TOO_LARGE, LOCATION_NOT_ELIGIBLE, USER_EXIT_REJECTED, IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_IN_PROGRESS. */
  createReturn?: Maybe<CreateReturnPayload>;
  /** Opens a return of goods that nobody can show an order for, under the policy's terms for that; they are paid for as credit or onto a gift card, at the lowest price they were sold for. Errors: INVALID_INPUT, NOT_FOUND, NOT_RETURNABLE, QUANTITY_TOO_LARGE, LOCATION_NOT_ELIGIBLE, IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_IN_PROGRESS. */
  createReturnWithoutReceipt?: Maybe<CreateReturnPayload>;
  /** Approves a return that waits for review. Errors: NOT_FOUND, VERSION_CONFLICT, INVALID_STATE. */
  approveReturn?: Maybe<ReturnPayload>;
  /** Refuses a return that waits for review. Errors: INVALID_INPUT, NOT_FOUND, VERSION_CONFLICT, INVALID_STATE. */
  declineReturn?: Maybe<ReturnPayload>;
  /** Withdraws a return before any unit was received. Errors: NOT_FOUND, VERSION_CONFLICT, INVALID_STATE. */
  cancelReturn?: Maybe<ReturnPayload>;
  /** Records units that arrived at a store, warehouse or drop-off point, which sends them on; may be repeated for parts. Errors: INVALID_INPUT, NOT_FOUND, VERSION_CONFLICT, INVALID_STATE, QUANTITY_TOO_LARGE, LOCATION_NOT_ELIGIBLE, IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_IN_PROGRESS. */
  receiveReturn?: Maybe<ReturnPayload>;
  /** Says what becomes of units that arrived unannounced: taken in as a line of the return under the same policy, sent back, or disposed of. Errors: INVALID_INPUT, NOT_FOUND, VERSION_CONFLICT, INVALID_STATE, QUANTITY_TOO_LARGE, NOT_RETURNABLE. */
  resolveReturnExtra?: Maybe<ResolveReturnExtraPayload>;
  /** Records condition and disposition of received units; restocks what can be sold. Errors: INVALID_INPUT, NOT_FOUND, VERSION_CONFLICT, INVALID_STATE, QUANTITY_TOO_LARGE, IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_IN_PROGRESS. */
  inspectReturn?: Maybe<ReturnPayload>;
  /** Has a second person agree, or not, with findings on goods of high value. Errors: INVALID_INPUT, NOT_FOUND, VERSION_CONFLICT, INVALID_STATE, QUANTITY_TOO_LARGE. */
  confirmReturnInspection?: Maybe<ReturnPayload>;
  /** Records that units sent on have arrived: judged ones are put on sale there, those of a drop-off point are to be judged there; may be repeated. Errors: INVALID_INPUT, NOT_FOUND, INVALID_STATE. */
  receiveReturnTransfer?: Maybe<ReturnPayload>;
  /** Pays back accepted units, or earlier when the policy says so. With `dryRun` only the amounts are worked out. Errors: INVALID_INPUT, NOT_FOUND, VERSION_CONFLICT, INVALID_STATE, QUANTITY_TOO_LARGE, REFUND_TOO_LARGE, PAYMENT_DECLINED, USER_EXIT_REJECTED, IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_IN_PROGRESS. */
  refundReturn?: Maybe<RefundReturnPayload>;
  /** Replaces returned units with other units in a new order, also before they arrive. Errors: INVALID_INPUT, NOT_FOUND, VERSION_CONFLICT, INVALID_STATE, INSUFFICIENT_STOCK, QUANTITY_TOO_LARGE, IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_IN_PROGRESS. */
  exchangeReturn?: Maybe<ExchangeReturnPayload>;
  /** Tries what was left of an exchange's credit once more after the payment service refused it; refunds of units are tried again with `refundReturn`. Errors: NOT_FOUND, INVALID_STATE, REFUND_TOO_LARGE, PAYMENT_DECLINED, IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_IN_PROGRESS. */
  retryRefund?: Maybe<AppeaseOrderPayload>;
  /** Undoes an exchange: its new order is cancelled as a whole and the units may again be paid for or replaced; refused once new goods were handed over. Errors: NOT_FOUND, VERSION_CONFLICT, INVALID_STATE. */
  cancelExchange?: Maybe<ExchangeReturnPayload>;
  /** Gives money back for an order without goods. Errors: INVALID_INPUT, NOT_FOUND, REFUND_TOO_LARGE, PAYMENT_DECLINED, IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_IN_PROGRESS. */
  appeaseOrder?: Maybe<AppeaseOrderPayload>;
  /** Makes a return policy. Errors: INVALID_INPUT, IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_IN_PROGRESS. */
  createReturnPolicy?: Maybe<ReturnPolicyPayload>;
  /** Gives a return policy new terms for orders placed from now, or later, on. Errors: INVALID_INPUT, NOT_FOUND, VERSION_CONFLICT, INVALID_STATE. */
  changeReturnPolicy?: Maybe<ReturnPolicyPayload>;
  /** Takes a return policy out of use for orders placed from now on. Errors: NOT_FOUND, VERSION_CONFLICT, INVALID_STATE. */
  archiveReturnPolicy?: Maybe<ReturnPolicyPayload>;
  /** Tells which group customers belong to, as far as return policies ask. Errors: INVALID_INPUT. */
  setReturnCustomerGroups?: Maybe<SetReturnCustomerGroupsPayload>;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationCreateReturnArgs = {
  input: CreateReturnInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationCreateReturnWithoutReceiptArgs = {
  input: CreateReturnWithoutReceiptInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationApproveReturnArgs = {
  input: ApproveReturnInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationDeclineReturnArgs = {
  input: DeclineReturnInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationCancelReturnArgs = {
  input: CancelReturnInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationReceiveReturnArgs = {
  input: ReceiveReturnInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationResolveReturnExtraArgs = {
  input: ResolveReturnExtraInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationInspectReturnArgs = {
  input: InspectReturnInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationConfirmReturnInspectionArgs = {
  input: ConfirmReturnInspectionInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationReceiveReturnTransferArgs = {
  input: ReceiveReturnTransferInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationRefundReturnArgs = {
  input: RefundReturnInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationExchangeReturnArgs = {
  input: ExchangeReturnInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationRetryRefundArgs = {
  input: RetryRefundInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationCancelExchangeArgs = {
  input: CancelExchangeInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationAppeaseOrderArgs = {
  input: AppeaseOrderInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationCreateReturnPolicyArgs = {
  input: CreateReturnPolicyInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationChangeReturnPolicyArgs = {
  input: ChangeReturnPolicyInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationArchiveReturnPolicyArgs = {
  input: ArchiveReturnPolicyInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationSetReturnCustomerGroupsArgs = {
  input: SetReturnCustomerGroupsInput;
};

/** What numbers on returns are told of. */
export type ReturnStatisticsGrouping =
  /** Stock-keeping units. */
  | 'SKU'
  /** Channels in which the goods were bought. */
  | 'CHANNEL'
  /** Locations where goods were, or are to be, handed in. */
  | 'LOCATION';

/** Units asked back of one SKU, channel or location. */
export type ReturnStatistic = {
  __typename?: 'ReturnStatistic';
  /** SKU, channel id or location id. */
  key: Scalars['String']['output'];
  /** Units asked to come back. */
  requestedUnits: Scalars['Int']['output'];
  /** Units that arrived. */
  receivedUnits: Scalars['Int']['output'];
  /** Units accepted by inspection. */
  acceptedUnits: Scalars['Int']['output'];
  /** Units handed over to shoppers; null by location. */
  fulfilledUnits?: Maybe<Scalars['Int']['output']>;
  /** Requested by fulfilled units, four fraction digits; null when none were handed over. */
  rate?: Maybe<Scalars['Decimal']['output']>;
  /** Units by reason, most first. */
  reasons: Array<ReturnReasonCount>;
};

/** Units that come back for one reason. */
export type ReturnReasonCount = {
  __typename?: 'ReturnReasonCount';
  /** Why the units come back. */
  reason: ReturnReason;
  /** Units. */
  units: Scalars['Int']['output'];
};

/** Returns of one age that are not at their end, in one currency. */
export type ReturnAgeing = {
  __typename?: 'ReturnAgeing';
  /** Days since they were asked for, at least. */
  fromDays: Scalars['Int']['output'];
  /** Days since they were asked for, less than this; null without limit. */
  toDays?: Maybe<Scalars['Int']['output']>;
  /** Returns. */
  returns: Scalars['Int']['output'];
  /** Units asked to come back and not refused. */
  units: Scalars['Int']['output'];
  /** Value of accepted units for which neither money nor goods went. */
  waiting: Money;
};

/** Units of a SKU on their way to a location. */
export type ExpectedReturn = {
  __typename?: 'ExpectedReturn';
  /** Stock-keeping unit. */
  sku: Scalars['String']['output'];
  /** Location they go to; null when nobody has said. */
  location?: Maybe<Location>;
  /** Units asked to come back that have not arrived. */
  units: Scalars['Int']['output'];
  /** Share of such units that went on sale again, 0 to 1, from the history of the SKU and, while that is short, of all. */
  probability: Scalars['Decimal']['output'];
  /** Units times probability, two fraction digits. */
  expectedUnits: Scalars['Decimal']['output'];
};

/** A policy: what may come back, until when, at what price. Of several that match, the one nearest applies: category before customer group before channel before country. */
export type ReturnPolicy = {
  __typename?: 'ReturnPolicy';
  /** Stable opaque id. */
  id: Scalars['ID']['output'];
  /** Name for people. */
  name: Scalars['String']['output'];
  /** What the policy is for. */
  scope: ReturnPolicyScope;
  /** Grows by one with each change; send it back as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** Every version, newest first. The one in force when the order was placed applies. */
  versions: Array<ReturnPolicyVersion>;
  /** Moment it went out of use; null while in use. Orders placed before keep it. */
  archivedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** What a policy is for; null stands for any. */
export type ReturnPolicyScope = {
  __typename?: 'ReturnPolicyScope';
  /** Channel in which the goods were bought. */
  channelId?: Maybe<Scalars['ID']['output']>;
  /** Country the goods were sent or billed to. */
  countryCode?: Maybe<Scalars['CountryCode']['output']>;
  /** Group of the customer. */
  customerGroup?: Maybe<Scalars['String']['output']>;
  /** Category of the goods. */
  category?: Maybe<Scalars['String']['output']>;
};

/** Terms of a policy for orders placed in a span of time. */
export type ReturnPolicyVersion = {
  __typename?: 'ReturnPolicyVersion';
  /** Number of the version. */
  version: Scalars['Int']['output'];
  /** For orders placed from this moment; null without limit. */
  validFrom?: Maybe<Scalars['DateTime']['output']>;
  /** For orders placed before this moment; null without limit. */
  validTo?: Maybe<Scalars['DateTime']['output']>;
  /** The terms. */
  terms: ReturnPolicyTerms;
  /** Who set it: user, service or user exit. */
  changedBy: Scalars['String']['output'];
  /** Moment it was set. */
  changedAt: Scalars['DateTime']['output'];
};

/** Terms of a policy. */
export type ReturnPolicyTerms = {
  __typename?: 'ReturnPolicyTerms';
  /** False when the goods may not come back at all. */
  isAllowed: Scalars['Boolean']['output'];
  /** True when the goods are sold without right of return. */
  isFinalSale: Scalars['Boolean']['output'];
  /** Days after delivery in which a return may be asked for; null without limit. */
  windowDays?: Maybe<Scalars['Int']['output']>;
  /** Times of purchase with a later last day. */
  seasons: Array<ReturnSeason>;
  /** Ways the goods may come back. */
  methods: Array<ReturnMethod>;
  /** Carrier code of labels. */
  carrier: Scalars['String']['output'];
  /** Location that parcels, and goods of drop-off points, go to; null when nobody has said. */
  carrierDestinationId?: Maybe<Scalars['ID']['output']>;
  /** Kept of the value of the goods, 0 to 100, two fraction digits at most. */
  restockingFeePercent: Scalars['Decimal']['output'];
  /** Kept once a return for a label; one amount a currency. */
  labelFees: Array<Money>;
  /** Reasons that are the retailer's fault: no fee is kept. */
  faultReasons: Array<ReturnReason>;
  /** When delivery charges are given back. */
  deliveryRefund: DeliveryRefundRule;
  /** When money may be given back. */
  refundTiming: RefundTiming;
  /** A return of more units waits for review; null never. */
  reviewAboveUnits?: Maybe<Scalars['Int']['output']>;
  /** A return of a higher value waits for review; one amount a currency. */
  reviewAboveValues: Array<Money>;
  /** A return for one of these reasons waits for review. */
  reviewReasons: Array<ReturnReason>;
  /** Days after which an approved return of which nothing arrived is cancelled; null never. */
  expiresAfterDays?: Maybe<Scalars['Int']['output']>;
  /** What becomes of goods, unless staff decide otherwise. */
  authorizedDisposition: ReturnDisposition;
  /** Findings on goods of a higher value need a second person; one amount a currency. */
  twoPersonsAboveValues: Array<Money>;
  /** Whose stock the goods become. */
  stockOwner: ReturnStockOwner;
  /** What is taken back from somebody without a receipt; null when nothing is. */
  withoutReceipt?: Maybe<ReturnWithoutReceiptTerms>;
};

/** Whose stock returned goods become. */
export type ReturnStockOwner =
  /** Of the location that takes them, or that a drop-off point sends them to. */
  | 'RECEIVER'
  /** Of the seller, to whom they are sent on. */
  | 'SELLER';

/** What is taken back from somebody without a receipt. */
export type ReturnWithoutReceiptTerms = {
  __typename?: 'ReturnWithoutReceiptTerms';
  /** Highest value of one return; a currency without an amount takes nothing. */
  maximumValues: Array<Money>;
  /** Units of one return at most. */
  maximumUnits: Scalars['Int']['output'];
  /** Returns of one person within the period at most. */
  maximumReturns: Scalars['Int']['output'];
  /** The period, in days. */
  periodDays: Scalars['Int']['output'];
  /** Whether a person must approve each. */
  needsReview: Scalars['Boolean']['output'];
  /** Kept of the value of the goods, 0 to 100; the policy's own fee when that is higher. */
  restockingFeePercent: Scalars['Decimal']['output'];
};

/** A time of purchase with a later last day. */
export type ReturnSeason = {
  __typename?: 'ReturnSeason';
  /** For orders placed from this moment. */
  placedFrom: Scalars['DateTime']['output'];
  /** For orders placed before this moment. */
  placedTo: Scalars['DateTime']['output'];
  /** Last moment to ask, when later than the usual one. */
  returnableUntil: Scalars['DateTime']['output'];
};

/** When delivery charges are given back. */
export type DeliveryRefundRule =
  /** Never. */
  | 'NEVER'
  /** When every unit handed over comes back. */
  | 'FULL_RETURN'
  /** When the retailer is at fault. */
  | 'FAULT'
  /** With the first return of the order. */
  | 'ALWAYS';

/** When money may be given back. */
export type RefundTiming =
  /** After the goods were inspected and accepted. */
  | 'AFTER_INSPECTION'
  /** When the goods arrived. */
  | 'ON_RECEIPT'
  /** When the return is approved, for customers who are trusted. */
  | 'ON_APPROVAL';

/** Goods that come back from a shopper. */
export type Return = {
  __typename?: 'Return';
  /** Stable opaque id. */
  id: Scalars['ID']['output'];
  /** Number printed on the label. */
  number: Scalars['String']['output'];
  /** How the goods are known. */
  origin: ReturnOrigin;
  /** Currency in which money is given back: that of the purchase, wherever the goods come back. */
  refundCurrency: Scalars['CurrencyCode']['output'];
  /** Whose stock the goods become; `destination` tells where they go. */
  stockOwner: ReturnStockOwner;
  /** The carrier's number of the point where the parcel is handed in; null when none was named. */
  dropOffPoint?: Maybe<Scalars['String']['output']>;
  /** Order the goods were bought with; null when nobody knows it. */
  order?: Maybe<Order>;
  /** State. */
  status: ReturnStatus;
  /** How the goods come back. */
  method: ReturnMethod;
  /** Store or drop-off point that takes the goods, or null for carrier returns. */
  dropOffLocation?: Maybe<Location>;
  /** Location the first unit was handed in at; null before. */
  lodgedLocation?: Maybe<Location>;
  /** Place where the goods end up. */
  destination?: Maybe<Location>;
  /** Units that come back. */
  lines: Array<ReturnLine>;
  /** Label for the parcel; null for store returns, and while the return is not approved. */
  label?: Maybe<ReturnLabel>;
  /** What staff found, newest first. */
  inspections: Array<ReturnInspection>;
  /** What arrived, in the order it was written down. */
  receipts: Array<ReturnReceipt>;
  /** Units that arrived and were not announced, in the order they were written down. */
  extras: Array<ReturnExtra>;
  /** Units sent on to another location. */
  transfers: Array<ReturnTransfer>;
  /** Moment at which it is cancelled when nothing arrived; null when never. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Money given back, newest first. */
  refunds: Array<Refund>;
  /** New goods for returned ones. */
  exchanges: Array<Exchange>;
  /** What the shopper will get back, or got back. */
  refundSummary: RefundSummary;
  /** What the caller may do next. */
  availableActions: Array<ReturnAction>;
  /** How the policy judged the return. */
  policyDecision?: Maybe<ReturnPolicyDecision>;
  /** User exits that were asked about the return, newest first. */
  userExits: Array<ReturnUserExit>;
  /** Integration attributes. */
  attributes: Array<Attribute>;
  /** Grows by one with each change; send it back as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** Moment it was asked for. */
  requestedAt: Scalars['DateTime']['output'];
  /** Moment the first unit was received; null before. */
  receivedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Moment the return was settled; null before. */
  closedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Moment of the last change. */
  updatedAt: Scalars['DateTime']['output'];
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

/** What may be done with a return. */
export type ReturnAction =
  /** `approveReturn`. */
  | 'APPROVE'
  /** `declineReturn`. */
  | 'DECLINE'
  /** `cancelReturn`. */
  | 'CANCEL'
  /** `receiveReturn`. */
  | 'RECEIVE'
  /** `inspectReturn`. */
  | 'INSPECT'
  /** `refundReturn`. */
  | 'REFUND'
  /** `exchangeReturn`. */
  | 'EXCHANGE';

/** Units of one order line that come back. */
export type ReturnLine = {
  __typename?: 'ReturnLine';
  /** Stable opaque id. */
  id: Scalars['ID']['output'];
  /** The order line. */
  orderLine?: Maybe<OrderLine>;
  /** Stock-keeping unit. */
  sku: Scalars['String']['output'];
  /** Units asked to come back. */
  requestedQuantity: Scalars['Int']['output'];
  /** Units that arrived. */
  receivedQuantity: Scalars['Int']['output'];
  /** Units accepted by inspection. */
  acceptedQuantity: Scalars['Int']['output'];
  /** Units refused by inspection. */
  refusedQuantity: Scalars['Int']['output'];
  /** Why the units come back. */
  reason: ReturnReason;
  /** Shopper's own words. */
  note?: Maybe<Scalars['String']['output']>;
  /** What the shopper asked for. */
  resolution: ReturnResolution;
  /** What the policy wants to become of the units; staff may decide otherwise. */
  authorizedDisposition: ReturnDisposition;
  /** Units paid for, those on their way included. */
  refundedQuantity: Scalars['Int']['output'];
  /** Value of the units asked to come back. */
  refundableTotal: Money;
};

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

/** How returned goods are known. */
export type ReturnOrigin =
  /** By the order they were bought with. */
  | 'ORDER'
  /** Not at all: they came without a receipt. */
  | 'NO_RECEIPT';

/** What the shopper gets. */
export type ReturnResolution =
  /** Money back. */
  | 'REFUND'
  /** Other goods. */
  | 'EXCHANGE'
  /** Credit to spend. */
  | 'STORE_CREDIT';

/** A label to put on the parcel. */
export type ReturnLabel = {
  __typename?: 'ReturnLabel';
  /** Carrier code, for example `colissimo`. */
  carrier: Scalars['String']['output'];
  /** File to print; null when only a code is used. */
  url?: Maybe<Scalars['URL']['output']>;
  /** Text to show as a QR code; null when a file is used. */
  qrPayload?: Maybe<Scalars['String']['output']>;
  /** The label is void after this moment; null when open-ended. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
};

/** What staff found when they looked at the goods. */
export type ReturnInspection = {
  __typename?: 'ReturnInspection';
  /** Stable opaque id. */
  id: Scalars['ID']['output'];
  /** Location concerned. */
  location?: Maybe<Location>;
  /** Findings by line. */
  lines: Array<ReturnInspectionLine>;
  /** Moment of the inspection. */
  inspectedAt: Scalars['DateTime']['output'];
  /** Who did it: user, service or user exit. */
  actor: Scalars['String']['output'];
  /** Whether the findings hold. */
  status: ReturnInspectionStatus;
  /** The second person; null when none was needed, or none has looked yet. */
  confirmedBy?: Maybe<Scalars['String']['output']>;
};

/** Whether findings hold. */
export type ReturnInspectionStatus =
  /** Goods of high value: waits for a second person. */
  | 'PROPOSED'
  /** Holds. */
  | 'CONFIRMED'
  /** The second person did not agree. */
  | 'REJECTED';

/** Units that arrived together. */
export type ReturnReceipt = {
  __typename?: 'ReturnReceipt';
  /** Location they arrived at. */
  location?: Maybe<Location>;
  /** Units by line. */
  lines: Array<ReturnReceiptLine>;
  /** Carrier's tracking number of the parcel; null when none was given. */
  trackingNumber?: Maybe<Scalars['String']['output']>;
  /** Moment of arrival. */
  receivedAt: Scalars['DateTime']['output'];
  /** Who took them in: user, service or user exit. */
  actor: Scalars['String']['output'];
};

/** Units of one line that arrived together. */
export type ReturnReceiptLine = {
  __typename?: 'ReturnReceiptLine';
  /** Return line id. */
  returnLineId: Scalars['ID']['output'];
  /** Units. */
  quantity: Scalars['Int']['output'];
  /** Of these, units damaged on the way. */
  damagedQuantity: Scalars['Int']['output'];
};

/** Units that arrived with a return and were not announced. */
export type ReturnExtra = {
  __typename?: 'ReturnExtra';
  /** Stable opaque id. */
  id: Scalars['ID']['output'];
  /** Whether they are more of what was announced, or something else. */
  kind: ReturnExtraKind;
  /** Stock-keeping unit. */
  sku: Scalars['String']['output'];
  /** Units. */
  quantity: Scalars['Int']['output'];
  /** Free text from staff. */
  note?: Maybe<Scalars['String']['output']>;
  /** What becomes of them. */
  outcome: ReturnExtraOutcome;
  /** Return line that took them in; null unless TAKEN_IN. */
  returnLineId?: Maybe<Scalars['ID']['output']>;
  /** Who decided: user, service or user exit; null while HELD. */
  decidedBy?: Maybe<Scalars['String']['output']>;
  /** Moment of the decision; null while HELD. */
  decidedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** What unannounced units are. */
export type ReturnExtraKind =
  /** More units of a SKU of the return. */
  | 'MORE'
  /** Units of another SKU. */
  | 'OTHER';

/** What becomes of unannounced units. */
export type ReturnExtraOutcome =
  /** Kept apart until somebody decides. */
  | 'HELD'
  /** Taken in as a line of the return. */
  | 'TAKEN_IN'
  /** Sent back to the shopper. */
  | 'SENT_BACK'
  /** Given away or destroyed: nobody wants them back. */
  | 'DISPOSED';

/** Units sent on: after inspection, or from a drop-off point before. */
export type ReturnTransfer = {
  __typename?: 'ReturnTransfer';
  /** Stable opaque id. */
  id: Scalars['ID']['output'];
  /** Stock-keeping unit. */
  sku: Scalars['String']['output'];
  /** Units. */
  quantity: Scalars['Int']['output'];
  /** Whether they were judged before they left; else they are where they arrive. */
  isInspected: Scalars['Boolean']['output'];
  /** Location they left. */
  from?: Maybe<Location>;
  /** Location they go to; null until somebody says. */
  to?: Maybe<Location>;
  /** Moment they left. */
  sentAt: Scalars['DateTime']['output'];
  /** Moment they arrived; null before. */
  arrivedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** What staff found on one line. */
export type ReturnInspectionLine = {
  __typename?: 'ReturnInspectionLine';
  /** Return line id. */
  returnLineId: Scalars['ID']['output'];
  /** Units. */
  quantity: Scalars['Int']['output'];
  /** Condition found. */
  condition: ItemCondition;
  /** What becomes of the units. */
  disposition: ReturnDisposition;
  /** Free text from staff. */
  note?: Maybe<Scalars['String']['output']>;
  /** Photos of the units. */
  photoUrls: Array<Scalars['URL']['output']>;
  /** SKU second choice is sold under; null otherwise. */
  restockSku?: Maybe<Scalars['String']['output']>;
  /** Location units sent on go to; null when nobody said. */
  toLocation?: Maybe<Location>;
};

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

/** Money given back. */
export type Refund = {
  __typename?: 'Refund';
  /** Stable opaque id. */
  id: Scalars['ID']['output'];
  /** Amount. */
  amount: Money;
  /** How the money is given back. */
  method: RefundMethod;
  /** Number of the gift card, or of the credit, that takes the money; null otherwise. */
  target?: Maybe<Scalars['String']['output']>;
  /** State of the refund. */
  status: RefundStatus;
  /** Reference at the payment service. */
  reference?: Maybe<Scalars['String']['output']>;
  /** Reason as the payment service gives it when it refused; null otherwise. */
  declineCode?: Maybe<Scalars['String']['output']>;
  /** Reason staff gave; null for a return. */
  reason?: Maybe<Scalars['String']['output']>;
  /** Units it pays for; empty for an appeasement. */
  lines: Array<RefundLine>;
  /** Moment of creation. */
  createdAt: Scalars['DateTime']['output'];
};

/** Units of one return line that a refund pays for. */
export type RefundLine = {
  __typename?: 'RefundLine';
  /** Return line id. */
  returnLineId: Scalars['ID']['output'];
  /** Units. */
  quantity: Scalars['Int']['output'];
  /** Value of the units, tax included. */
  amount: Money;
  /** Tax within the value. */
  tax: Money;
  /** What the policy keeps of the value. */
  fee: Money;
};

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

/** Sums of a return, all in the order's currency. */
export type RefundSummary = {
  __typename?: 'RefundSummary';
  /** Value of accepted goods, or of requested goods before inspection. */
  goods: Money;
  /** Delivery charges given back. */
  delivery: Money;
  /** Fees kept; zero or more. */
  fees: Money;
  /** What the shopper gets in all. */
  total: Money;
  /** Already given back. */
  refunded: Money;
};

/** New goods for returned ones. */
export type Exchange = {
  __typename?: 'Exchange';
  /** Stable opaque id. */
  id: Scalars['ID']['output'];
  /** Order that brings the new goods; null until placed. */
  order?: Maybe<Order>;
  /** How far it has come. */
  status: ExchangeStatus;
  /** Replacements. */
  lines: Array<ExchangeLine>;
  /** What the shopper pays on top (above zero) or gets back (below zero). */
  amountDue: Money;
};

/** How far an exchange has come. */
export type ExchangeStatus =
  /** The new order is being placed. */
  | 'PENDING'
  /** The new order is placed. */
  | 'PLACED'
  /** The new order could not be placed; nothing changed. */
  | 'FAILED'
  /** The new order is being cancelled. */
  | 'CANCELLING'
  /** The new order is cancelled; the units may be paid for or replaced again. */
  | 'CANCELLED';

/** One replacement. */
export type ExchangeLine = {
  __typename?: 'ExchangeLine';
  /** Return line id. */
  returnLineId: Scalars['ID']['output'];
  /** Stock-keeping unit. */
  sku: Scalars['String']['output'];
  /** Units. */
  quantity: Scalars['Int']['output'];
};

/** How the policy judged a return. */
export type ReturnPolicyDecision = {
  __typename?: 'ReturnPolicyDecision';
  /** Outcome of the check. */
  outcome: ReturnPolicyOutcome;
  /** Every reason that holds, most decisive first. */
  reasons: Array<ReturnIneligibilityReason>;
  /** Why a person had to decide; empty when the policy decided. */
  reviewReasons: Array<ReturnReviewReason>;
  /** What the policies said of each line. */
  lines: Array<ReturnLineDecision>;
  /** Kept once for the label. */
  labelFee: Money;
  /** Delivery charges that come back with the goods. */
  delivery: Money;
  /** Moment of the decision. */
  decidedAt: Scalars['DateTime']['output'];
};

/** One call of a user exit about a return. */
export type ReturnUserExit = {
  __typename?: 'ReturnUserExit';
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

/** What came of a user-exit call. */
export type UserExitOutcome =
  /** The exit answered and its answer was used. */
  | 'APPLIED'
  /** The exit answered that it has no opinion; the built-in rule decided. */
  | 'DECLINED'
  /** The exit timed out or failed; the built-in rule decided. */
  | 'FELL_BACK';

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

/** Why a person must decide. */
export type ReturnReviewReason =
  /** More units than the policy approves by itself. */
  | 'UNITS'
  /** A higher value than the policy approves by itself. */
  | 'VALUE'
  /** The reason of a line. */
  | 'REASON'
  /** Nobody knows the order. */
  | 'NO_RECEIPT'
  /** A user exit asks for it, or did not answer. */
  | 'USER_EXIT';

/** What the policy said of one line. */
export type ReturnLineDecision = {
  __typename?: 'ReturnLineDecision';
  /** Return line id. */
  returnLineId: Scalars['ID']['output'];
  /** Policy that applied; null when none did. */
  policyId?: Maybe<Scalars['ID']['output']>;
  /** Version of the policy, in force when the order was placed. */
  policyVersion?: Maybe<Scalars['Int']['output']>;
  /** Last moment the line might have been asked for; null without limit. */
  returnableUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Kept of the value when every unit is accepted. */
  restockingFee: Money;
  /** When its money may be given back. */
  refundTiming: RefundTiming;
};

/** Outcome of a policy check. */
export type ReturnPolicyOutcome =
  /** Approved without review. */
  | 'AUTO_APPROVED'
  /** A person must decide. */
  | 'NEEDS_REVIEW';

/** A customer order from any channel. Row-level rules apply on top of scopes: shoppers see their own orders, store staff those with work or returns at their location. */
export type Order = {
  __typename?: 'Order';
  /** Stable id. */
  id: Scalars['ID']['output'];
  /** Moment the last unit was delivered or collected; null before. */
  deliveredAt?: Maybe<Scalars['DateTime']['output']>;
  /** Moment of cancellation; null unless cancelled. */
  cancelledAt?: Maybe<Scalars['DateTime']['output']>;
  /** Returns of the order, newest first. */
  returns?: Maybe<ReturnConnection>;
  /** Money given back for the order, appeasements included, newest first. */
  refunds?: Maybe<Array<Refund>>;
  /** How far returns have come; derived. */
  returnStatus?: Maybe<OrderReturnStatus>;
  /** Whether and how the shopper may return goods now. */
  returnEligibility?: Maybe<ReturnEligibility>;
};


/** A customer order from any channel. Row-level rules apply on top of scopes: shoppers see their own orders, store staff those with work or returns at their location. */
export type OrderReturnsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

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

/** Whether and how goods may be returned. */
export type ReturnEligibility = {
  __typename?: 'ReturnEligibility';
  /** True when no reason stands against it. */
  isReturnable: Scalars['Boolean']['output'];
  /** Last moment to ask for a return; null when there is no limit. */
  returnableUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Ways the goods may come back. */
  methods: Array<ReturnMethod>;
  /** Reasons against it; empty when returnable. */
  reasons: Array<ReturnIneligibilityReason>;
};

/** An order whose goods are handed in: what a return needs, and nothing of the shopper. */
export type OrderToTakeBack = {
  __typename?: 'OrderToTakeBack';
  /** Order id, for `createReturn`. */
  orderId: Scalars['ID']['output'];
  /** Number printed for the shopper. */
  number: Scalars['String']['output'];
  /** Moment the shopper placed the order. */
  placedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Currency in which money is given back. */
  currency: Scalars['CurrencyCode']['output'];
  /** Whether and how goods may be returned now. */
  returnEligibility: ReturnEligibility;
  /** Lines of which units were handed over. */
  lines: Array<OrderLineToTakeBack>;
};

/** One line of an order whose goods are handed in. */
export type OrderLineToTakeBack = {
  __typename?: 'OrderLineToTakeBack';
  /** Order line id, for `createReturn`. */
  orderLineId: Scalars['ID']['output'];
  /** Stock-keeping unit. */
  sku: Scalars['String']['output'];
  /** Name at the time of the order. */
  name: Scalars['String']['output'];
  /** Units handed over to the shopper. */
  fulfilledQuantity: Scalars['Int']['output'];
  /** Units that may still be returned; zero when the policy forbids it. */
  returnableQuantity: Scalars['Int']['output'];
  /** Whether and how units of the line may be returned now. */
  returnEligibility: ReturnEligibility;
};

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

/** One line of an order. */
export type OrderLine = {
  __typename?: 'OrderLine';
  /** Stable opaque id. */
  id: Scalars['ID']['output'];
  /** Units shipped or collected. */
  fulfilledQuantity: Scalars['Int']['output'];
  /** Units that came back and were accepted. */
  returnedQuantity?: Maybe<Scalars['Int']['output']>;
  /** Units that may still be returned: fulfilled units less those returned or asked to come back; zero when the policy forbids it. */
  returnableQuantity?: Maybe<Scalars['Int']['output']>;
  /** Whether and how units of the line may be returned now; null for a short while after the order was placed. */
  returnEligibility?: Maybe<ReturnEligibility>;
};

/** A place that can hold stock: store, warehouse or third-party site. */
export type Location = {
  __typename?: 'Location';
  /** Stable id. */
  id: Scalars['ID']['output'];
  /** Returns expected or being handled at the location. */
  returns?: Maybe<ReturnConnection>;
};


/** A place that can hold stock: store, warehouse or third-party site. */
export type LocationReturnsArgs = {
  filter?: InputMaybe<ReturnFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A page of returns. */
export type ReturnConnection = {
  __typename?: 'ReturnConnection';
  /** Edges of the page. */
  edges: Array<ReturnEdge>;
  /** Nodes of the page, in the same order as `edges`. */
  nodes: Array<Return>;
  /** Paging facts. */
  pageInfo: PageInfo;
  /** Number of matches, exact up to 10 000 and null above. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** One return in a page. */
export type ReturnEdge = {
  __typename?: 'ReturnEdge';
  /** Opaque cursor of this edge. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Return;
};

/** Conditions on returns; all given ones must hold, a list means any of. */
export type ReturnFilter = {
  /** Any of these ids; 100 at most. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Any of these numbers; 100 at most. */
  numbers?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Any of these orders; 100 at most. */
  orderIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Any of these states. */
  statuses?: InputMaybe<Array<ReturnStatus>>;
  /** Any of these methods. */
  methods?: InputMaybe<Array<ReturnMethod>>;
  /** Drop-off location or destination is one of these. */
  locationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some line gives one of these reasons. */
  reasons?: InputMaybe<Array<ReturnReason>>;
  /** Asked for within this range. */
  requestedAt?: InputMaybe<DateTimeRangeInput>;
  /** Changed within this range. */
  updatedAt?: InputMaybe<DateTimeRangeInput>;
};

/** One sort key of a return list. */
export type ReturnSort = {
  /** Field to sort by. */
  field: ReturnSortField;
  /** Order. */
  direction?: SortDirection;
};

/** Fields a return list can be sorted by; ties are broken by id. */
export type ReturnSortField =
  /** By moment asked for. */
  | 'REQUESTED_AT'
  /** By last change. */
  | 'UPDATED_AT'
  /** By number. */
  | 'NUMBER';

/** Input of `createReturn`. */
export type CreateReturnInput = {
  /** Client-chosen key, 8 to 128 characters, kept for at least 24 hours. */
  idempotencyKey: Scalars['String']['input'];
  /** Order id. */
  orderId: Scalars['ID']['input'];
  /** How the goods come back. */
  method: ReturnMethod;
  /** Store, or drop-off point, that takes the goods; needed with IN_STORE and DROP_OFF_POINT, and only then. */
  dropOffLocationId?: InputMaybe<Scalars['ID']['input']>;
  /** The carrier's number of the point where the parcel is handed in, 64 characters at most; only with CARRIER_DROP_OFF. */
  dropOffPoint?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 200 lines. */
  lines: Array<CreateReturnLineInput>;
  /** Integration attributes. */
  attributes?: InputMaybe<Array<AttributeInput>>;
};

/** Input of `createReturnWithoutReceipt`. */
export type CreateReturnWithoutReceiptInput = {
  /** Client-chosen key, 8 to 128 characters, kept for at least 24 hours. */
  idempotencyKey: Scalars['String']['input'];
  /** Channel whose policy holds. */
  channelId: Scalars['ID']['input'];
  /** Location the goods are handed in at. */
  locationId: Scalars['ID']['input'];
  /** Country whose policy holds. */
  countryCode?: InputMaybe<Scalars['CountryCode']['input']>;
  /** Currency of the credit. */
  currency: Scalars['CurrencyCode']['input'];
  /** Stands for the person who gives the goods in, 8 to 128 characters; never a number on the person's papers. */
  personReference: Scalars['String']['input'];
  /** 1 to 50 lines. */
  lines: Array<ReturnWithoutReceiptLineInput>;
};

/** Goods without a receipt. */
export type ReturnWithoutReceiptLineInput = {
  /** Stock-keeping unit. */
  sku: Scalars['String']['input'];
  /** Units, 1 or more. */
  quantity: Scalars['Int']['input'];
  /** Why the units come back. */
  reason: ReturnReason;
  /** Price staff can show of one unit; the lowest price it was sold for counts when that is lower. Needed when none is known. */
  unitPrice?: InputMaybe<MoneyInput>;
  /** Shopper's own words. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** One line to return. */
export type CreateReturnLineInput = {
  /** Order line id. */
  orderLineId: Scalars['ID']['input'];
  /** Units to return, 1 or more. */
  quantity: Scalars['Int']['input'];
  /** Why the units come back. */
  reason: ReturnReason;
  /** What the shopper wants. */
  resolution?: ReturnResolution;
  /** Shopper's own words. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** Payload of `createReturn`. */
export type CreateReturnPayload = {
  __typename?: 'CreateReturnPayload';
  /** The return; null when `userErrors` is not empty. */
  return?: Maybe<Return>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<CreateReturnError>;
};

/** Failures of `createReturn`. */
export type CreateReturnError = InvalidInputError | NotFoundError | NotReturnableError | QuantityTooLargeError | LocationNotEligibleError | UserExitRejectedError | IdempotencyError;

/** The return policy does not allow the return. */
export type NotReturnableError = UserError & {
  __typename?: 'NotReturnableError';
  /** Stable machine-readable code. */
  code: UserErrorCode;
  /** English sentence for developers and operators; not for shoppers. */
  message: Scalars['String']['output'];
  /** Path of the input field at fault, starting at `input`; null when no one field is. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** Line concerned; null when the whole order is. */
  orderLineId?: Maybe<Scalars['ID']['output']>;
  /** Every reason that holds, most decisive first. */
  reasons: Array<ReturnIneligibilityReason>;
};

/** The refund is larger than what was paid and not yet refunded. */
export type RefundTooLargeError = UserError & {
  __typename?: 'RefundTooLargeError';
  /** Stable machine-readable code. */
  code: UserErrorCode;
  /** English sentence for developers and operators; not for shoppers. */
  message: Scalars['String']['output'];
  /** Path of the input field at fault, starting at `input`; null when no one field is. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** Largest refund allowed now. */
  maximum: Money;
};

/** The payment service refused the refund. */
export type RefundDeclinedError = UserError & {
  __typename?: 'RefundDeclinedError';
  /** Stable machine-readable code. */
  code: UserErrorCode;
  /** English sentence for developers and operators; not for shoppers. */
  message: Scalars['String']['output'];
  /** Path of the input field at fault, starting at `input`; null when no one field is. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** Reason as the payment service gives it. */
  declineCode?: Maybe<Scalars['String']['output']>;
};

/** Payload of return transitions. */
export type ReturnPayload = {
  __typename?: 'ReturnPayload';
  /** The return; null when `userErrors` is not empty. */
  return?: Maybe<Return>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<ReturnError>;
};

/** Failures of return transitions. */
export type ReturnError = InvalidInputError | NotFoundError | VersionConflictError | InvalidStateError | QuantityTooLargeError | LocationNotEligibleError | IdempotencyError;

/** Input of `approveReturn`. */
export type ApproveReturnInput = {
  /** Stable opaque id. */
  id: Scalars['ID']['input'];
  /** Version the change is based on. */
  expectedVersion: Scalars['Int']['input'];
};

/** Input of `declineReturn`. */
export type DeclineReturnInput = {
  /** Stable opaque id. */
  id: Scalars['ID']['input'];
  /** Version the change is based on. */
  expectedVersion: Scalars['Int']['input'];
  /** Reason, kept in the audit trail. */
  reason: Scalars['String']['input'];
};

/** Input of `cancelReturn`. */
export type CancelReturnInput = {
  /** Stable opaque id. */
  id: Scalars['ID']['input'];
  /** Version the change is based on. */
  expectedVersion: Scalars['Int']['input'];
};

/** Input of `receiveReturn`. */
export type ReceiveReturnInput = {
  /** Client-chosen key, 8 to 128 characters, kept for at least 24 hours. */
  idempotencyKey: Scalars['String']['input'];
  /** Stable opaque id. */
  id: Scalars['ID']['input'];
  /** Version the change is based on. */
  expectedVersion: Scalars['Int']['input'];
  /** Location id. */
  locationId: Scalars['ID']['input'];
  /** Lines concerned. */
  lines: Array<ReceiveReturnLineInput>;
  /** Moment of arrival; default: now. */
  receivedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Carrier's tracking number of the parcel. */
  trackingNumber?: InputMaybe<Scalars['String']['input']>;
  /** Units that nobody had announced; `lines` may then be empty. 200 at most. */
  extras?: Array<ReceiveReturnExtraInput>;
};

/** Units that arrived and were not announced. */
export type ReceiveReturnExtraInput = {
  /** Stock-keeping unit. */
  sku: Scalars['String']['input'];
  /** Units, 1 to 9 999. */
  quantity: Scalars['Int']['input'];
  /** Free text from staff, 1 000 characters at most. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** Input of `resolveReturnExtra`. */
export type ResolveReturnExtraInput = {
  /** Return id. */
  id: Scalars['ID']['input'];
  /** Version the change is based on. */
  expectedVersion: Scalars['Int']['input'];
  /** The unannounced units. */
  extraId: Scalars['ID']['input'];
  /** What becomes of them: TAKEN_IN, SENT_BACK or DISPOSED. */
  outcome: ReturnExtraOutcome;
  /** Order line they were bought with; with TAKEN_IN, and only then. */
  orderLineId?: InputMaybe<Scalars['ID']['input']>;
  /** Why they come back; with TAKEN_IN. */
  reason?: ReturnReason;
};

/** Payload of `resolveReturnExtra`. */
export type ResolveReturnExtraPayload = {
  __typename?: 'ResolveReturnExtraPayload';
  /** The return; null when `userErrors` is not empty. */
  return?: Maybe<Return>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<ResolveReturnExtraError>;
};

/** Failures of `resolveReturnExtra`. */
export type ResolveReturnExtraError = InvalidInputError | NotFoundError | VersionConflictError | InvalidStateError | QuantityTooLargeError | NotReturnableError;

/** Units that arrived. */
export type ReceiveReturnLineInput = {
  /** Return line id. */
  returnLineId: Scalars['ID']['input'];
  /** Units. */
  quantity: Scalars['Int']['input'];
  /** Of these, units damaged on the way. */
  damagedQuantity?: Scalars['Int']['input'];
};

/** Input of `confirmReturnInspection`. */
export type ConfirmReturnInspectionInput = {
  /** Return id. */
  id: Scalars['ID']['input'];
  /** Version the change is based on. */
  expectedVersion: Scalars['Int']['input'];
  /** Inspection whose findings wait. */
  inspectionId: Scalars['ID']['input'];
  /** False when the second person does not agree: the units wait to be inspected again. */
  isConfirmed?: Scalars['Boolean']['input'];
};

/** Input of `receiveReturnTransfer`. */
export type ReceiveReturnTransferInput = {
  /** Transfer id. */
  transferId: Scalars['ID']['input'];
  /** Location the units arrived at. */
  locationId: Scalars['ID']['input'];
};

/** Input of `inspectReturn`. */
export type InspectReturnInput = {
  /** Client-chosen key, 8 to 128 characters, kept for at least 24 hours. */
  idempotencyKey: Scalars['String']['input'];
  /** Stable opaque id. */
  id: Scalars['ID']['input'];
  /** Version the change is based on. */
  expectedVersion: Scalars['Int']['input'];
  /** Location id. */
  locationId: Scalars['ID']['input'];
  /** Lines concerned. */
  lines: Array<InspectReturnLineInput>;
};

/** What staff found on some units of one line. */
export type InspectReturnLineInput = {
  /** Return line id. */
  returnLineId: Scalars['ID']['input'];
  /** Units. */
  quantity: Scalars['Int']['input'];
  /** Condition found. */
  condition: ItemCondition;
  /** What becomes of the units. */
  disposition: ReturnDisposition;
  /** Free text from staff. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** Photos of the units, 10 at most. */
  photoUrls?: Array<Scalars['URL']['input']>;
  /** SKU second choice is sold under; needed with RESTOCK_SECOND_CHOICE. */
  restockSku?: InputMaybe<Scalars['String']['input']>;
  /** Location the units are sent on to; only with TRANSFER. */
  toLocationId?: InputMaybe<Scalars['ID']['input']>;
};

/** Input of `refundReturn`. */
export type RefundReturnInput = {
  /** Client-chosen key, 8 to 128 characters, kept for at least 24 hours. */
  idempotencyKey: Scalars['String']['input'];
  /** Stable opaque id. */
  id: Scalars['ID']['input'];
  /** Version the change is based on. */
  expectedVersion: Scalars['Int']['input'];
  /** Work out the amounts without paying. Default: false. */
  dryRun?: Scalars['Boolean']['input'];
  /** How the money is given back. */
  method?: RefundMethod;
  /** Number of the gift card, or of the credit, that takes the money, 64 characters at most; needed with GIFT_CARD. */
  target?: InputMaybe<Scalars['String']['input']>;
  /** Delivery charges to give back; default: as the policy decided. */
  delivery?: InputMaybe<MoneyInput>;
  /** Fees to keep; default: as the policy decided. */
  fees?: InputMaybe<MoneyInput>;
  /** Units to pay for; default: every unit that may be paid for now. */
  lines?: InputMaybe<Array<RefundReturnLineInput>>;
  /** A person has looked at the refund: it is paid as it stands, and the user exit `refund.amount` is not asked. Default: false. */
  isReviewed?: Scalars['Boolean']['input'];
};

/** Units of one return line to pay for. */
export type RefundReturnLineInput = {
  /** Return line id. */
  returnLineId: Scalars['ID']['input'];
  /** Units. */
  quantity: Scalars['Int']['input'];
};

/** Payload of `refundReturn`. */
export type RefundReturnPayload = {
  __typename?: 'RefundReturnPayload';
  /** The return; null when `userErrors` is not empty. */
  return?: Maybe<Return>;
  /** The refund; null for a dry run. */
  refund?: Maybe<Refund>;
  /** Amounts worked out, also for a dry run. */
  summary?: Maybe<RefundSummary>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<RefundReturnError>;
};

/** Failures of `refundReturn`. */
export type RefundReturnError = InvalidInputError | NotFoundError | VersionConflictError | InvalidStateError | QuantityTooLargeError | RefundTooLargeError | RefundDeclinedError | UserExitRejectedError | IdempotencyError;

/** Input of `appeaseOrder`. */
export type AppeaseOrderInput = {
  /** Client-chosen key, 8 to 128 characters, kept for at least 24 hours. */
  idempotencyKey: Scalars['String']['input'];
  /** Order id. */
  orderId: Scalars['ID']['input'];
  /** What to give back, more than zero. */
  amount: MoneyInput;
  /** How the money is given back. */
  method?: RefundMethod;
  /** Number of the gift card, or of the credit, that takes the money, 64 characters at most; needed with GIFT_CARD. */
  target?: InputMaybe<Scalars['String']['input']>;
  /** Reason, 1 to 1 000 characters, kept in the audit trail. */
  reason: Scalars['String']['input'];
};

/** Input of `retryRefund`. */
export type RetryRefundInput = {
  /** Client-chosen key, 8 to 128 characters, kept for at least 24 hours. */
  idempotencyKey: Scalars['String']['input'];
  /** Refund that failed. */
  id: Scalars['ID']['input'];
  /** How the money is given back; default: as before. */
  method?: InputMaybe<RefundMethod>;
  /** Number of the gift card, or of the credit, that takes the money; default: as before. */
  target?: InputMaybe<Scalars['String']['input']>;
};

/** Payload of `appeaseOrder` and `retryRefund`. */
export type AppeaseOrderPayload = {
  __typename?: 'AppeaseOrderPayload';
  /** The refund; null when `userErrors` is not empty. */
  refund?: Maybe<Refund>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<RefundReturnError>;
};

/** Input of `exchangeReturn`. */
export type ExchangeReturnInput = {
  /** Client-chosen key, 8 to 128 characters, kept for at least 24 hours. */
  idempotencyKey: Scalars['String']['input'];
  /** Stable opaque id. */
  id: Scalars['ID']['input'];
  /** Version the change is based on. */
  expectedVersion: Scalars['Int']['input'];
  /** Replacements wanted. */
  lines: Array<ExchangeReturnLineInput>;
  /** Where the new goods go. Left out: as the first ones went; a shop of collection that has none is sent them. */
  delivery?: InputMaybe<ExchangeDeliveryInput>;
};

/** Where new goods go; give one of the fields. */
export type ExchangeDeliveryInput = {
  /** Sent to this address. */
  shippingAddress?: InputMaybe<PostalAddressInput>;
  /** Collected in this shop, which is sent what it has not. */
  pickupLocationId?: InputMaybe<Scalars['ID']['input']>;
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

/** Input of `cancelExchange`. */
export type CancelExchangeInput = {
  /** Return id. */
  returnId: Scalars['ID']['input'];
  /** Exchange to undo. */
  exchangeId: Scalars['ID']['input'];
  /** Version of the return the change is based on. */
  expectedVersion: Scalars['Int']['input'];
};

/** One replacement wanted. */
export type ExchangeReturnLineInput = {
  /** Return line id. */
  returnLineId: Scalars['ID']['input'];
  /** Stock-keeping unit. */
  sku: Scalars['String']['input'];
  /** Units. */
  quantity: Scalars['Int']['input'];
};

/** Payload of `exchangeReturn`. */
export type ExchangeReturnPayload = {
  __typename?: 'ExchangeReturnPayload';
  /** The return; null when `userErrors` is not empty. */
  return?: Maybe<Return>;
  /** The exchange; null when `userErrors` is not empty. */
  exchange?: Maybe<Exchange>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<ExchangeReturnError>;
};

/** Failures of `exchangeReturn`. */
export type ExchangeReturnError = InvalidInputError | NotFoundError | VersionConflictError | InvalidStateError | InsufficientStockError | QuantityTooLargeError | IdempotencyError;

/** Input of `createReturnPolicy`. */
export type CreateReturnPolicyInput = {
  /** Client-chosen key, 8 to 128 characters, kept for at least 24 hours. */
  idempotencyKey: Scalars['String']['input'];
  /** Name for people, 1 to 200 characters. */
  name: Scalars['String']['input'];
  /** What the policy is for; no two policies in use are for the same. */
  scope: ReturnPolicyScopeInput;
  /** The terms. */
  terms: ReturnPolicyTermsInput;
  /** For orders placed from this moment, which may be past; default: now. */
  validFrom?: InputMaybe<Scalars['DateTime']['input']>;
};

/** What a policy is for; what is left out stands for any. */
export type ReturnPolicyScopeInput = {
  /** Channel in which the goods were bought. */
  channelId?: InputMaybe<Scalars['ID']['input']>;
  /** Country the goods were sent or billed to. */
  countryCode?: InputMaybe<Scalars['CountryCode']['input']>;
  /** Group of the customer. */
  customerGroup?: InputMaybe<Scalars['String']['input']>;
  /** Category of the goods. */
  category?: InputMaybe<Scalars['String']['input']>;
};

/** Terms of a policy. */
export type ReturnPolicyTermsInput = {
  /** False when the goods may not come back at all. */
  isAllowed?: Scalars['Boolean']['input'];
  /** True when the goods are sold without right of return. */
  isFinalSale?: Scalars['Boolean']['input'];
  /** Days after delivery in which a return may be asked for, 0 to 3 650; null without limit. */
  windowDays?: InputMaybe<Scalars['Int']['input']>;
  /** Times of purchase with a later last day; 20 at most. */
  seasons?: Array<ReturnSeasonInput>;
  /** Ways the goods may come back. */
  methods?: Array<ReturnMethod>;
  /** Carrier code of labels. */
  carrier?: Scalars['String']['input'];
  /** Location that parcels, and goods of drop-off points, go to; needed with DROP_OFF_POINT. */
  carrierDestinationId?: InputMaybe<Scalars['ID']['input']>;
  /** Kept of the value of the goods, 0 to 100, two fraction digits at most. */
  restockingFeePercent?: Scalars['Decimal']['input'];
  /** Kept once a return for a label; one amount a currency. */
  labelFees?: Array<MoneyInput>;
  /** Reasons that are the retailer's fault: no fee is kept. */
  faultReasons?: Array<ReturnReason>;
  /** When delivery charges are given back. */
  deliveryRefund?: DeliveryRefundRule;
  /** When money may be given back. */
  refundTiming?: RefundTiming;
  /** A return of more units waits for review, 1 or more; null never. */
  reviewAboveUnits?: InputMaybe<Scalars['Int']['input']>;
  /** A return of a higher value waits for review; one amount a currency. */
  reviewAboveValues?: Array<MoneyInput>;
  /** A return for one of these reasons waits for review. */
  reviewReasons?: Array<ReturnReason>;
  /** Days after which an approved return of which nothing arrived is cancelled, 1 to 3 650; null never. */
  expiresAfterDays?: InputMaybe<Scalars['Int']['input']>;
  /** What becomes of goods, unless staff decide otherwise. */
  authorizedDisposition?: ReturnDisposition;
  /** Findings on goods of a higher value need a second person; one amount a currency. */
  twoPersonsAboveValues?: Array<MoneyInput>;
  /** Whose stock the goods become; SELLER sends them on to `carrierDestinationId`. */
  stockOwner?: ReturnStockOwner;
  /** What is taken back from somebody without a receipt; null when nothing is. */
  withoutReceipt?: InputMaybe<ReturnWithoutReceiptTermsInput>;
};

/** What is taken back from somebody without a receipt. */
export type ReturnWithoutReceiptTermsInput = {
  /** Highest value of one return; a currency without an amount takes nothing. */
  maximumValues: Array<MoneyInput>;
  /** Units of one return at most, 1 to 200. */
  maximumUnits: Scalars['Int']['input'];
  /** Returns of one person within the period at most, 1 to 1 000. */
  maximumReturns: Scalars['Int']['input'];
  /** The period, 1 to 3 650 days. */
  periodDays: Scalars['Int']['input'];
  /** Whether a person must approve each. */
  needsReview?: Scalars['Boolean']['input'];
  /** Kept of the value of the goods, 0 to 100, two fraction digits at most; the policy's own fee when that is higher. */
  restockingFeePercent?: Scalars['Decimal']['input'];
};

/** A time of purchase with a later last day. */
export type ReturnSeasonInput = {
  /** For orders placed from this moment. */
  placedFrom: Scalars['DateTime']['input'];
  /** For orders placed before this moment. */
  placedTo: Scalars['DateTime']['input'];
  /** Last moment to ask, when later than the usual one. */
  returnableUntil: Scalars['DateTime']['input'];
};

/** Input of `changeReturnPolicy`. */
export type ChangeReturnPolicyInput = {
  /** Return policy id. */
  id: Scalars['ID']['input'];
  /** Version the change is based on. */
  expectedVersion: Scalars['Int']['input'];
  /** New name; default: as before. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The terms, all of them. */
  terms: ReturnPolicyTermsInput;
  /** For orders placed from this moment, which is not past; default: now. */
  validFrom?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Input of `archiveReturnPolicy`. */
export type ArchiveReturnPolicyInput = {
  /** Return policy id. */
  id: Scalars['ID']['input'];
  /** Version the change is based on. */
  expectedVersion: Scalars['Int']['input'];
};

/** Payload of changes to return policies. */
export type ReturnPolicyPayload = {
  __typename?: 'ReturnPolicyPayload';
  /** The policy; null when `userErrors` is not empty. */
  returnPolicy?: Maybe<ReturnPolicy>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<ReturnPolicyError>;
};

/** Failures of changes to return policies. */
export type ReturnPolicyError = InvalidInputError | NotFoundError | VersionConflictError | InvalidStateError | IdempotencyError;

/** Input of `setReturnCustomerGroups`. */
export type SetReturnCustomerGroupsInput = {
  /** 1 to 500 customers, each once. */
  customers: Array<ReturnCustomerGroupInput>;
};

/** The group of one customer. */
export type ReturnCustomerGroupInput = {
  /** Id in the retailer's customer system. */
  customerId: Scalars['ID']['input'];
  /** Group, for example `gold`, 1 to 64 characters; null for none. */
  customerGroup?: InputMaybe<Scalars['String']['input']>;
};

/** Payload of `setReturnCustomerGroups`. */
export type SetReturnCustomerGroupsPayload = {
  __typename?: 'SetReturnCustomerGroupsPayload';
  /** Customers written. */
  count?: Maybe<Scalars['Int']['output']>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<ReturnPolicyError>;
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
  Return: Return;
  Order: Order;
  OrderLine: OrderLine;
  Location: Location;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Return:
    ( { __typename: 'Return' }
    & GraphQLRecursivePick<FederationTypes['Return'], {"id":true}> );
  Order:
    ( { __typename: 'Order' }
    & GraphQLRecursivePick<FederationTypes['Order'], {"id":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['Order'], {"deliveredAt":true,"cancelledAt":true}> ) );
  OrderLine:
    ( { __typename: 'OrderLine' }
    & GraphQLRecursivePick<FederationTypes['OrderLine'], {"id":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['OrderLine'], {"fulfilledQuantity":true}> ) );
  Location:
    ( { __typename: 'Location' }
    & GraphQLRecursivePick<FederationTypes['Location'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  CreateReturnError:
    | ( InvalidInput )
    | ( NotFound )
    | ( NotReturnable )
    | ( QuantityTooLarge )
    | ( LocationNotEligible )
    | ( UserExitRejected )
    | ( IdempotencyRefusal )
  ;
  ReturnError:
    | ( InvalidInput )
    | ( NotFound )
    | ( VersionConflict )
    | ( InvalidState )
    | ( QuantityTooLarge )
    | ( LocationNotEligible )
    | ( IdempotencyRefusal )
  ;
  ResolveReturnExtraError:
    | ( InvalidInput )
    | ( NotFound )
    | ( VersionConflict )
    | ( InvalidState )
    | ( QuantityTooLarge )
    | ( NotReturnable )
  ;
  RefundReturnError:
    | ( InvalidInput )
    | ( NotFound )
    | ( VersionConflict )
    | ( InvalidState )
    | ( QuantityTooLarge )
    | ( RefundTooLarge )
    | ( RefundDeclined )
    | ( UserExitRejected )
    | ( IdempotencyRefusal )
  ;
  ExchangeReturnError:
    | ( InvalidInput )
    | ( NotFound )
    | ( VersionConflict )
    | ( InvalidState )
    | ( InsufficientStock )
    | ( QuantityTooLarge )
    | ( IdempotencyRefusal )
  ;
  ReturnPolicyError:
    | ( InvalidInput )
    | ( NotFound )
    | ( VersionConflict )
    | ( InvalidState )
    | ( IdempotencyRefusal )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  UserError:
    | ( UserExitRejected )
    | ( NotReturnable )
    | ( RefundTooLarge )
    | ( RefundDeclined )
    | ( InvalidInput )
    | ( NotFound )
    | ( VersionConflict )
    | ( InvalidState )
    | ( IdempotencyRefusal )
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
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ReturnStatisticsGrouping: ReturnStatisticsGrouping;
  ReturnStatistic: ResolverTypeWrapper<ReturnStatistic>;
  ReturnReasonCount: ResolverTypeWrapper<ReturnReasonCount>;
  ReturnAgeing: ResolverTypeWrapper<ReturnAgeing>;
  ExpectedReturn: ResolverTypeWrapper<Omit<ExpectedReturn, 'location'> & { location?: Maybe<ResolversTypes['Location']> }>;
  ReturnPolicy: ResolverTypeWrapper<ReturnPolicyModel>;
  ReturnPolicyScope: ResolverTypeWrapper<ReturnPolicyScope>;
  ReturnPolicyVersion: ResolverTypeWrapper<WrittenVersion>;
  ReturnPolicyTerms: ResolverTypeWrapper<PolicyTerms>;
  ReturnStockOwner: ReturnStockOwner;
  ReturnWithoutReceiptTerms: ResolverTypeWrapper<ReturnWithoutReceiptTerms>;
  ReturnSeason: ResolverTypeWrapper<ReturnSeason>;
  DeliveryRefundRule: DeliveryRefundRule;
  RefundTiming: RefundTiming;
  Return: ResolverTypeWrapper<ReturnModel>;
  ReturnStatus: ReturnStatus;
  ReturnMethod: ReturnMethod;
  ReturnAction: ReturnAction;
  ReturnLine: ResolverTypeWrapper<ShownLine>;
  ReturnReason: ReturnReason;
  ReturnOrigin: ReturnOrigin;
  ReturnResolution: ReturnResolution;
  ReturnLabel: ResolverTypeWrapper<ReturnLabel>;
  ReturnInspection: ResolverTypeWrapper<InspectionModel>;
  ReturnInspectionStatus: ReturnInspectionStatus;
  ReturnReceipt: ResolverTypeWrapper<Receipt>;
  ReturnReceiptLine: ResolverTypeWrapper<ReturnReceiptLine>;
  ReturnExtra: ResolverTypeWrapper<Extra>;
  ReturnExtraKind: ReturnExtraKind;
  ReturnExtraOutcome: ReturnExtraOutcome;
  ReturnTransfer: ResolverTypeWrapper<Transfer>;
  ReturnInspectionLine: ResolverTypeWrapper<InspectionLineModel>;
  ItemCondition: ItemCondition;
  ReturnDisposition: ReturnDisposition;
  Refund: ResolverTypeWrapper<RefundModel>;
  RefundLine: ResolverTypeWrapper<RefundLine>;
  RefundMethod: RefundMethod;
  RefundStatus: RefundStatus;
  RefundSummary: ResolverTypeWrapper<RefundSummary>;
  Exchange: ResolverTypeWrapper<ExchangeModel>;
  ExchangeStatus: ExchangeStatus;
  ExchangeLine: ResolverTypeWrapper<ExchangeLine>;
  ReturnPolicyDecision: ResolverTypeWrapper<DecidedReturnModel>;
  ReturnUserExit: ResolverTypeWrapper<ExitCall>;
  UserExitOutcome: UserExitOutcome;
  UserExitRejectedError: ResolverTypeWrapper<UserExitRejected>;
  ReturnReviewReason: ReturnReviewReason;
  ReturnLineDecision: ResolverTypeWrapper<ReturnLineDecision>;
  ReturnPolicyOutcome: ReturnPolicyOutcome;
  Order: ResolverTypeWrapper<OrderReferenceModel>;
  OrderReturnStatus: OrderReturnStatus;
  ReturnEligibility: ResolverTypeWrapper<ReturnEligibilityModel>;
  OrderToTakeBack: ResolverTypeWrapper<OrderToTakeBackModel>;
  OrderLineToTakeBack: ResolverTypeWrapper<Omit<OrderLineToTakeBack, 'returnEligibility'> & { returnEligibility: ResolversTypes['ReturnEligibility'] }>;
  ReturnIneligibilityReason: ReturnIneligibilityReason;
  OrderLine: ResolverTypeWrapper<OrderLineReferenceModel>;
  Location: ResolverTypeWrapper<LocationReferenceModel>;
  ReturnConnection: ResolverTypeWrapper<ReturnPageModel>;
  ReturnEdge: ResolverTypeWrapper<Omit<ReturnEdge, 'node'> & { node: ResolversTypes['Return'] }>;
  ReturnFilter: ReturnFilter;
  ReturnSort: ReturnSort;
  ReturnSortField: ReturnSortField;
  CreateReturnInput: CreateReturnInput;
  CreateReturnWithoutReceiptInput: CreateReturnWithoutReceiptInput;
  ReturnWithoutReceiptLineInput: ReturnWithoutReceiptLineInput;
  CreateReturnLineInput: CreateReturnLineInput;
  CreateReturnPayload: ResolverTypeWrapper<Omit<CreateReturnPayload, 'return' | 'userErrors'> & { return?: Maybe<ResolversTypes['Return']>, userErrors: Array<ResolversTypes['CreateReturnError']> }>;
  CreateReturnError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateReturnError']>;
  NotReturnableError: ResolverTypeWrapper<NotReturnable>;
  RefundTooLargeError: ResolverTypeWrapper<RefundTooLarge>;
  RefundDeclinedError: ResolverTypeWrapper<RefundDeclined>;
  ReturnPayload: ResolverTypeWrapper<Omit<ReturnPayload, 'return' | 'userErrors'> & { return?: Maybe<ResolversTypes['Return']>, userErrors: Array<ResolversTypes['ReturnError']> }>;
  ReturnError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReturnError']>;
  ApproveReturnInput: ApproveReturnInput;
  DeclineReturnInput: DeclineReturnInput;
  CancelReturnInput: CancelReturnInput;
  ReceiveReturnInput: ReceiveReturnInput;
  ReceiveReturnExtraInput: ReceiveReturnExtraInput;
  ResolveReturnExtraInput: ResolveReturnExtraInput;
  ResolveReturnExtraPayload: ResolverTypeWrapper<Omit<ResolveReturnExtraPayload, 'return' | 'userErrors'> & { return?: Maybe<ResolversTypes['Return']>, userErrors: Array<ResolversTypes['ResolveReturnExtraError']> }>;
  ResolveReturnExtraError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ResolveReturnExtraError']>;
  ReceiveReturnLineInput: ReceiveReturnLineInput;
  ConfirmReturnInspectionInput: ConfirmReturnInspectionInput;
  ReceiveReturnTransferInput: ReceiveReturnTransferInput;
  InspectReturnInput: InspectReturnInput;
  InspectReturnLineInput: InspectReturnLineInput;
  RefundReturnInput: RefundReturnInput;
  RefundReturnLineInput: RefundReturnLineInput;
  RefundReturnPayload: ResolverTypeWrapper<Omit<RefundReturnPayload, 'return' | 'refund' | 'userErrors'> & { return?: Maybe<ResolversTypes['Return']>, refund?: Maybe<ResolversTypes['Refund']>, userErrors: Array<ResolversTypes['RefundReturnError']> }>;
  RefundReturnError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RefundReturnError']>;
  AppeaseOrderInput: AppeaseOrderInput;
  RetryRefundInput: RetryRefundInput;
  AppeaseOrderPayload: ResolverTypeWrapper<Omit<AppeaseOrderPayload, 'refund' | 'userErrors'> & { refund?: Maybe<ResolversTypes['Refund']>, userErrors: Array<ResolversTypes['RefundReturnError']> }>;
  ExchangeReturnInput: ExchangeReturnInput;
  ExchangeDeliveryInput: ExchangeDeliveryInput;
  PostalAddressInput: PostalAddressInput;
  CancelExchangeInput: CancelExchangeInput;
  ExchangeReturnLineInput: ExchangeReturnLineInput;
  ExchangeReturnPayload: ResolverTypeWrapper<Omit<ExchangeReturnPayload, 'return' | 'exchange' | 'userErrors'> & { return?: Maybe<ResolversTypes['Return']>, exchange?: Maybe<ResolversTypes['Exchange']>, userErrors: Array<ResolversTypes['ExchangeReturnError']> }>;
  ExchangeReturnError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ExchangeReturnError']>;
  CreateReturnPolicyInput: CreateReturnPolicyInput;
  ReturnPolicyScopeInput: ReturnPolicyScopeInput;
  ReturnPolicyTermsInput: ReturnPolicyTermsInput;
  ReturnWithoutReceiptTermsInput: ReturnWithoutReceiptTermsInput;
  ReturnSeasonInput: ReturnSeasonInput;
  ChangeReturnPolicyInput: ChangeReturnPolicyInput;
  ArchiveReturnPolicyInput: ArchiveReturnPolicyInput;
  ReturnPolicyPayload: ResolverTypeWrapper<Omit<ReturnPolicyPayload, 'returnPolicy' | 'userErrors'> & { returnPolicy?: Maybe<ResolversTypes['ReturnPolicy']>, userErrors: Array<ResolversTypes['ReturnPolicyError']> }>;
  ReturnPolicyError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReturnPolicyError']>;
  SetReturnCustomerGroupsInput: SetReturnCustomerGroupsInput;
  ReturnCustomerGroupInput: ReturnCustomerGroupInput;
  SetReturnCustomerGroupsPayload: ResolverTypeWrapper<Omit<SetReturnCustomerGroupsPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['ReturnPolicyError']> }>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  CurrencyCode: ResolverTypeWrapper<Scalars['CurrencyCode']['output']>;
  CountryCode: ResolverTypeWrapper<Scalars['CountryCode']['output']>;
  URL: ResolverTypeWrapper<Scalars['URL']['output']>;
  Money: ResolverTypeWrapper<Money>;
  MoneyInput: MoneyInput;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  SortDirection: SortDirection;
  DateTimeRangeInput: DateTimeRangeInput;
  Attribute: ResolverTypeWrapper<Attribute>;
  AttributeInput: AttributeInput;
  IneligibilityReasonCode: IneligibilityReasonCode;
  IneligibilityReason: ResolverTypeWrapper<IneligibilityReason>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  UserErrorCode: UserErrorCode;
  InvalidInputError: ResolverTypeWrapper<InvalidInput>;
  NotFoundError: ResolverTypeWrapper<NotFound>;
  VersionConflictError: ResolverTypeWrapper<VersionConflict>;
  InvalidStateError: ResolverTypeWrapper<InvalidState>;
  IdempotencyError: ResolverTypeWrapper<IdempotencyRefusal>;
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
  Boolean: Scalars['Boolean']['output'];
  Mutation: Record<PropertyKey, never>;
  ReturnStatistic: ReturnStatistic;
  ReturnReasonCount: ReturnReasonCount;
  ReturnAgeing: ReturnAgeing;
  ExpectedReturn: Omit<ExpectedReturn, 'location'> & { location?: Maybe<ResolversParentTypes['Location']> };
  ReturnPolicy: ReturnPolicyModel;
  ReturnPolicyScope: ReturnPolicyScope;
  ReturnPolicyVersion: WrittenVersion;
  ReturnPolicyTerms: PolicyTerms;
  ReturnWithoutReceiptTerms: ReturnWithoutReceiptTerms;
  ReturnSeason: ReturnSeason;
  Return: ReturnModel;
  ReturnLine: ShownLine;
  ReturnLabel: ReturnLabel;
  ReturnInspection: InspectionModel;
  ReturnReceipt: Receipt;
  ReturnReceiptLine: ReturnReceiptLine;
  ReturnExtra: Extra;
  ReturnTransfer: Transfer;
  ReturnInspectionLine: InspectionLineModel;
  Refund: RefundModel;
  RefundLine: RefundLine;
  RefundSummary: RefundSummary;
  Exchange: ExchangeModel;
  ExchangeLine: ExchangeLine;
  ReturnPolicyDecision: DecidedReturnModel;
  ReturnUserExit: ExitCall;
  UserExitRejectedError: UserExitRejected;
  ReturnLineDecision: ReturnLineDecision;
  Order: OrderReferenceModel;
  ReturnEligibility: ReturnEligibilityModel;
  OrderToTakeBack: OrderToTakeBackModel;
  OrderLineToTakeBack: Omit<OrderLineToTakeBack, 'returnEligibility'> & { returnEligibility: ResolversParentTypes['ReturnEligibility'] };
  OrderLine: OrderLineReferenceModel;
  Location: LocationReferenceModel;
  ReturnConnection: ReturnPageModel;
  ReturnEdge: Omit<ReturnEdge, 'node'> & { node: ResolversParentTypes['Return'] };
  ReturnFilter: ReturnFilter;
  ReturnSort: ReturnSort;
  CreateReturnInput: CreateReturnInput;
  CreateReturnWithoutReceiptInput: CreateReturnWithoutReceiptInput;
  ReturnWithoutReceiptLineInput: ReturnWithoutReceiptLineInput;
  CreateReturnLineInput: CreateReturnLineInput;
  CreateReturnPayload: Omit<CreateReturnPayload, 'return' | 'userErrors'> & { return?: Maybe<ResolversParentTypes['Return']>, userErrors: Array<ResolversParentTypes['CreateReturnError']> };
  CreateReturnError: ResolversUnionTypes<ResolversParentTypes>['CreateReturnError'];
  NotReturnableError: NotReturnable;
  RefundTooLargeError: RefundTooLarge;
  RefundDeclinedError: RefundDeclined;
  ReturnPayload: Omit<ReturnPayload, 'return' | 'userErrors'> & { return?: Maybe<ResolversParentTypes['Return']>, userErrors: Array<ResolversParentTypes['ReturnError']> };
  ReturnError: ResolversUnionTypes<ResolversParentTypes>['ReturnError'];
  ApproveReturnInput: ApproveReturnInput;
  DeclineReturnInput: DeclineReturnInput;
  CancelReturnInput: CancelReturnInput;
  ReceiveReturnInput: ReceiveReturnInput;
  ReceiveReturnExtraInput: ReceiveReturnExtraInput;
  ResolveReturnExtraInput: ResolveReturnExtraInput;
  ResolveReturnExtraPayload: Omit<ResolveReturnExtraPayload, 'return' | 'userErrors'> & { return?: Maybe<ResolversParentTypes['Return']>, userErrors: Array<ResolversParentTypes['ResolveReturnExtraError']> };
  ResolveReturnExtraError: ResolversUnionTypes<ResolversParentTypes>['ResolveReturnExtraError'];
  ReceiveReturnLineInput: ReceiveReturnLineInput;
  ConfirmReturnInspectionInput: ConfirmReturnInspectionInput;
  ReceiveReturnTransferInput: ReceiveReturnTransferInput;
  InspectReturnInput: InspectReturnInput;
  InspectReturnLineInput: InspectReturnLineInput;
  RefundReturnInput: RefundReturnInput;
  RefundReturnLineInput: RefundReturnLineInput;
  RefundReturnPayload: Omit<RefundReturnPayload, 'return' | 'refund' | 'userErrors'> & { return?: Maybe<ResolversParentTypes['Return']>, refund?: Maybe<ResolversParentTypes['Refund']>, userErrors: Array<ResolversParentTypes['RefundReturnError']> };
  RefundReturnError: ResolversUnionTypes<ResolversParentTypes>['RefundReturnError'];
  AppeaseOrderInput: AppeaseOrderInput;
  RetryRefundInput: RetryRefundInput;
  AppeaseOrderPayload: Omit<AppeaseOrderPayload, 'refund' | 'userErrors'> & { refund?: Maybe<ResolversParentTypes['Refund']>, userErrors: Array<ResolversParentTypes['RefundReturnError']> };
  ExchangeReturnInput: ExchangeReturnInput;
  ExchangeDeliveryInput: ExchangeDeliveryInput;
  PostalAddressInput: PostalAddressInput;
  CancelExchangeInput: CancelExchangeInput;
  ExchangeReturnLineInput: ExchangeReturnLineInput;
  ExchangeReturnPayload: Omit<ExchangeReturnPayload, 'return' | 'exchange' | 'userErrors'> & { return?: Maybe<ResolversParentTypes['Return']>, exchange?: Maybe<ResolversParentTypes['Exchange']>, userErrors: Array<ResolversParentTypes['ExchangeReturnError']> };
  ExchangeReturnError: ResolversUnionTypes<ResolversParentTypes>['ExchangeReturnError'];
  CreateReturnPolicyInput: CreateReturnPolicyInput;
  ReturnPolicyScopeInput: ReturnPolicyScopeInput;
  ReturnPolicyTermsInput: ReturnPolicyTermsInput;
  ReturnWithoutReceiptTermsInput: ReturnWithoutReceiptTermsInput;
  ReturnSeasonInput: ReturnSeasonInput;
  ChangeReturnPolicyInput: ChangeReturnPolicyInput;
  ArchiveReturnPolicyInput: ArchiveReturnPolicyInput;
  ReturnPolicyPayload: Omit<ReturnPolicyPayload, 'returnPolicy' | 'userErrors'> & { returnPolicy?: Maybe<ResolversParentTypes['ReturnPolicy']>, userErrors: Array<ResolversParentTypes['ReturnPolicyError']> };
  ReturnPolicyError: ResolversUnionTypes<ResolversParentTypes>['ReturnPolicyError'];
  SetReturnCustomerGroupsInput: SetReturnCustomerGroupsInput;
  ReturnCustomerGroupInput: ReturnCustomerGroupInput;
  SetReturnCustomerGroupsPayload: Omit<SetReturnCustomerGroupsPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['ReturnPolicyError']> };
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  CurrencyCode: Scalars['CurrencyCode']['output'];
  CountryCode: Scalars['CountryCode']['output'];
  URL: Scalars['URL']['output'];
  Money: Money;
  MoneyInput: MoneyInput;
  PageInfo: PageInfo;
  DateTimeRangeInput: DateTimeRangeInput;
  Attribute: Attribute;
  AttributeInput: AttributeInput;
  IneligibilityReason: IneligibilityReason;
  Float: Scalars['Float']['output'];
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
  InvalidInputError: InvalidInput;
  NotFoundError: NotFound;
  VersionConflictError: VersionConflict;
  InvalidStateError: InvalidState;
  IdempotencyError: IdempotencyRefusal;
  InsufficientStockError: InsufficientStock;
  LocationNotEligibleError: LocationNotEligible;
  QuantityTooLargeError: QuantityTooLarge;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  return?: Resolver<Maybe<ResolversTypes['Return']>, ParentType, ContextType, RequireFields<QueryReturnArgs, 'id'>>;
  returnByNumber?: Resolver<Maybe<ResolversTypes['Return']>, ParentType, ContextType, RequireFields<QueryReturnByNumberArgs, 'number'>>;
  returns?: Resolver<Maybe<ResolversTypes['ReturnConnection']>, ParentType, ContextType, Partial<QueryReturnsArgs>>;
  ordersToTakeBack?: Resolver<Maybe<Array<ResolversTypes['OrderToTakeBack']>>, ParentType, ContextType, RequireFields<QueryOrdersToTakeBackArgs, 'locationId'>>;
  returnStatistics?: Resolver<Maybe<Array<ResolversTypes['ReturnStatistic']>>, ParentType, ContextType, RequireFields<QueryReturnStatisticsArgs, 'groupBy' | 'first'>>;
  returnAgeing?: Resolver<Maybe<Array<ResolversTypes['ReturnAgeing']>>, ParentType, ContextType>;
  expectedReturns?: Resolver<Maybe<Array<ResolversTypes['ExpectedReturn']>>, ParentType, ContextType, RequireFields<QueryExpectedReturnsArgs, 'skus'>>;
  returnPolicies?: Resolver<Maybe<Array<ResolversTypes['ReturnPolicy']>>, ParentType, ContextType, RequireFields<QueryReturnPoliciesArgs, 'includeArchived'>>;
  returnPolicy?: Resolver<Maybe<ResolversTypes['ReturnPolicy']>, ParentType, ContextType, RequireFields<QueryReturnPolicyArgs, 'id'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  createReturn?: Resolver<Maybe<ResolversTypes['CreateReturnPayload']>, ParentType, ContextType, RequireFields<MutationCreateReturnArgs, 'input'>>;
  createReturnWithoutReceipt?: Resolver<Maybe<ResolversTypes['CreateReturnPayload']>, ParentType, ContextType, RequireFields<MutationCreateReturnWithoutReceiptArgs, 'input'>>;
  approveReturn?: Resolver<Maybe<ResolversTypes['ReturnPayload']>, ParentType, ContextType, RequireFields<MutationApproveReturnArgs, 'input'>>;
  declineReturn?: Resolver<Maybe<ResolversTypes['ReturnPayload']>, ParentType, ContextType, RequireFields<MutationDeclineReturnArgs, 'input'>>;
  cancelReturn?: Resolver<Maybe<ResolversTypes['ReturnPayload']>, ParentType, ContextType, RequireFields<MutationCancelReturnArgs, 'input'>>;
  receiveReturn?: Resolver<Maybe<ResolversTypes['ReturnPayload']>, ParentType, ContextType, RequireFields<MutationReceiveReturnArgs, 'input'>>;
  resolveReturnExtra?: Resolver<Maybe<ResolversTypes['ResolveReturnExtraPayload']>, ParentType, ContextType, RequireFields<MutationResolveReturnExtraArgs, 'input'>>;
  inspectReturn?: Resolver<Maybe<ResolversTypes['ReturnPayload']>, ParentType, ContextType, RequireFields<MutationInspectReturnArgs, 'input'>>;
  confirmReturnInspection?: Resolver<Maybe<ResolversTypes['ReturnPayload']>, ParentType, ContextType, RequireFields<MutationConfirmReturnInspectionArgs, 'input'>>;
  receiveReturnTransfer?: Resolver<Maybe<ResolversTypes['ReturnPayload']>, ParentType, ContextType, RequireFields<MutationReceiveReturnTransferArgs, 'input'>>;
  refundReturn?: Resolver<Maybe<ResolversTypes['RefundReturnPayload']>, ParentType, ContextType, RequireFields<MutationRefundReturnArgs, 'input'>>;
  exchangeReturn?: Resolver<Maybe<ResolversTypes['ExchangeReturnPayload']>, ParentType, ContextType, RequireFields<MutationExchangeReturnArgs, 'input'>>;
  retryRefund?: Resolver<Maybe<ResolversTypes['AppeaseOrderPayload']>, ParentType, ContextType, RequireFields<MutationRetryRefundArgs, 'input'>>;
  cancelExchange?: Resolver<Maybe<ResolversTypes['ExchangeReturnPayload']>, ParentType, ContextType, RequireFields<MutationCancelExchangeArgs, 'input'>>;
  appeaseOrder?: Resolver<Maybe<ResolversTypes['AppeaseOrderPayload']>, ParentType, ContextType, RequireFields<MutationAppeaseOrderArgs, 'input'>>;
  createReturnPolicy?: Resolver<Maybe<ResolversTypes['ReturnPolicyPayload']>, ParentType, ContextType, RequireFields<MutationCreateReturnPolicyArgs, 'input'>>;
  changeReturnPolicy?: Resolver<Maybe<ResolversTypes['ReturnPolicyPayload']>, ParentType, ContextType, RequireFields<MutationChangeReturnPolicyArgs, 'input'>>;
  archiveReturnPolicy?: Resolver<Maybe<ResolversTypes['ReturnPolicyPayload']>, ParentType, ContextType, RequireFields<MutationArchiveReturnPolicyArgs, 'input'>>;
  setReturnCustomerGroups?: Resolver<Maybe<ResolversTypes['SetReturnCustomerGroupsPayload']>, ParentType, ContextType, RequireFields<MutationSetReturnCustomerGroupsArgs, 'input'>>;
};

export type ReturnStatisticResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnStatistic'] = ResolversParentTypes['ReturnStatistic']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  requestedUnits?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  receivedUnits?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  acceptedUnits?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  fulfilledUnits?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  rate?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['ReturnReasonCount']>, ParentType, ContextType>;
};

export type ReturnReasonCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnReasonCount'] = ResolversParentTypes['ReturnReasonCount']> = {
  reason?: Resolver<ResolversTypes['ReturnReason'], ParentType, ContextType>;
  units?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ReturnAgeingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnAgeing'] = ResolversParentTypes['ReturnAgeing']> = {
  fromDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  toDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  returns?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  units?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  waiting?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type ExpectedReturnResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExpectedReturn'] = ResolversParentTypes['ExpectedReturn']> = {
  sku?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  units?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  probability?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  expectedUnits?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type ReturnPolicyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnPolicy'] = ResolversParentTypes['ReturnPolicy']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  scope?: Resolver<ResolversTypes['ReturnPolicyScope'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  versions?: Resolver<Array<ResolversTypes['ReturnPolicyVersion']>, ParentType, ContextType>;
  archivedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ReturnPolicyScopeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnPolicyScope'] = ResolversParentTypes['ReturnPolicyScope']> = {
  channelId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  countryCode?: Resolver<Maybe<ResolversTypes['CountryCode']>, ParentType, ContextType>;
  customerGroup?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  category?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ReturnPolicyVersionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnPolicyVersion'] = ResolversParentTypes['ReturnPolicyVersion']> = {
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  validFrom?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  terms?: Resolver<ResolversTypes['ReturnPolicyTerms'], ParentType, ContextType>;
  changedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ReturnPolicyTermsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnPolicyTerms'] = ResolversParentTypes['ReturnPolicyTerms']> = {
  isAllowed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isFinalSale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  windowDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  seasons?: Resolver<Array<ResolversTypes['ReturnSeason']>, ParentType, ContextType>;
  methods?: Resolver<Array<ResolversTypes['ReturnMethod']>, ParentType, ContextType>;
  carrier?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  carrierDestinationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  restockingFeePercent?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  labelFees?: Resolver<Array<ResolversTypes['Money']>, ParentType, ContextType>;
  faultReasons?: Resolver<Array<ResolversTypes['ReturnReason']>, ParentType, ContextType>;
  deliveryRefund?: Resolver<ResolversTypes['DeliveryRefundRule'], ParentType, ContextType>;
  refundTiming?: Resolver<ResolversTypes['RefundTiming'], ParentType, ContextType>;
  reviewAboveUnits?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  reviewAboveValues?: Resolver<Array<ResolversTypes['Money']>, ParentType, ContextType>;
  reviewReasons?: Resolver<Array<ResolversTypes['ReturnReason']>, ParentType, ContextType>;
  expiresAfterDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  authorizedDisposition?: Resolver<ResolversTypes['ReturnDisposition'], ParentType, ContextType>;
  twoPersonsAboveValues?: Resolver<Array<ResolversTypes['Money']>, ParentType, ContextType>;
  stockOwner?: Resolver<ResolversTypes['ReturnStockOwner'], ParentType, ContextType>;
  withoutReceipt?: Resolver<Maybe<ResolversTypes['ReturnWithoutReceiptTerms']>, ParentType, ContextType>;
};

export type ReturnWithoutReceiptTermsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnWithoutReceiptTerms'] = ResolversParentTypes['ReturnWithoutReceiptTerms']> = {
  maximumValues?: Resolver<Array<ResolversTypes['Money']>, ParentType, ContextType>;
  maximumUnits?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  maximumReturns?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  periodDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  needsReview?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  restockingFeePercent?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type ReturnSeasonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnSeason'] = ResolversParentTypes['ReturnSeason']> = {
  placedFrom?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  placedTo?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  returnableUntil?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ReturnResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Return'] = ResolversParentTypes['Return'], FederationReferenceType extends FederationReferenceTypes['Return'] = FederationReferenceTypes['Return']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Return']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['ReturnOrigin'], ParentType, ContextType>;
  refundCurrency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  stockOwner?: Resolver<ResolversTypes['ReturnStockOwner'], ParentType, ContextType>;
  dropOffPoint?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ReturnStatus'], ParentType, ContextType>;
  method?: Resolver<ResolversTypes['ReturnMethod'], ParentType, ContextType>;
  dropOffLocation?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  lodgedLocation?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  destination?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['ReturnLine']>, ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['ReturnLabel']>, ParentType, ContextType>;
  inspections?: Resolver<Array<ResolversTypes['ReturnInspection']>, ParentType, ContextType>;
  receipts?: Resolver<Array<ResolversTypes['ReturnReceipt']>, ParentType, ContextType>;
  extras?: Resolver<Array<ResolversTypes['ReturnExtra']>, ParentType, ContextType>;
  transfers?: Resolver<Array<ResolversTypes['ReturnTransfer']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  refunds?: Resolver<Array<ResolversTypes['Refund']>, ParentType, ContextType>;
  exchanges?: Resolver<Array<ResolversTypes['Exchange']>, ParentType, ContextType>;
  refundSummary?: Resolver<ResolversTypes['RefundSummary'], ParentType, ContextType>;
  availableActions?: Resolver<Array<ResolversTypes['ReturnAction']>, ParentType, ContextType>;
  policyDecision?: Resolver<Maybe<ResolversTypes['ReturnPolicyDecision']>, ParentType, ContextType>;
  userExits?: Resolver<Array<ResolversTypes['ReturnUserExit']>, ParentType, ContextType>;
  attributes?: Resolver<Array<ResolversTypes['Attribute']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  receivedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  closedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ReturnLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnLine'] = ResolversParentTypes['ReturnLine']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  orderLine?: Resolver<Maybe<ResolversTypes['OrderLine']>, ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  requestedQuantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  receivedQuantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  acceptedQuantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refusedQuantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['ReturnReason'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  resolution?: Resolver<ResolversTypes['ReturnResolution'], ParentType, ContextType>;
  authorizedDisposition?: Resolver<ResolversTypes['ReturnDisposition'], ParentType, ContextType>;
  refundedQuantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refundableTotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type ReturnLabelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnLabel'] = ResolversParentTypes['ReturnLabel']> = {
  carrier?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  qrPayload?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ReturnInspectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnInspection'] = ResolversParentTypes['ReturnInspection']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['ReturnInspectionLine']>, ParentType, ContextType>;
  inspectedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  actor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ReturnInspectionStatus'], ParentType, ContextType>;
  confirmedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ReturnReceiptResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnReceipt'] = ResolversParentTypes['ReturnReceipt']> = {
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['ReturnReceiptLine']>, ParentType, ContextType>;
  trackingNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  actor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ReturnReceiptLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnReceiptLine'] = ResolversParentTypes['ReturnReceiptLine']> = {
  returnLineId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  damagedQuantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ReturnExtraResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnExtra'] = ResolversParentTypes['ReturnExtra']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ReturnExtraKind'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['ReturnExtraOutcome'], ParentType, ContextType>;
  returnLineId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  decidedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ReturnTransferResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnTransfer'] = ResolversParentTypes['ReturnTransfer']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isInspected?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  sentAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  arrivedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ReturnInspectionLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnInspectionLine'] = ResolversParentTypes['ReturnInspectionLine']> = {
  returnLineId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  condition?: Resolver<ResolversTypes['ItemCondition'], ParentType, ContextType>;
  disposition?: Resolver<ResolversTypes['ReturnDisposition'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  photoUrls?: Resolver<Array<ResolversTypes['URL']>, ParentType, ContextType>;
  restockSku?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  toLocation?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
};

export type RefundResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Refund'] = ResolversParentTypes['Refund']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  method?: Resolver<ResolversTypes['RefundMethod'], ParentType, ContextType>;
  target?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RefundStatus'], ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  declineCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['RefundLine']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type RefundLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefundLine'] = ResolversParentTypes['RefundLine']> = {
  returnLineId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  tax?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  fee?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type RefundSummaryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefundSummary'] = ResolversParentTypes['RefundSummary']> = {
  goods?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  delivery?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  fees?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  refunded?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type ExchangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Exchange'] = ResolversParentTypes['Exchange']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ExchangeStatus'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['ExchangeLine']>, ParentType, ContextType>;
  amountDue?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type ExchangeLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExchangeLine'] = ResolversParentTypes['ExchangeLine']> = {
  returnLineId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ReturnPolicyDecisionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnPolicyDecision'] = ResolversParentTypes['ReturnPolicyDecision']> = {
  outcome?: Resolver<ResolversTypes['ReturnPolicyOutcome'], ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['ReturnIneligibilityReason']>, ParentType, ContextType>;
  reviewReasons?: Resolver<Array<ResolversTypes['ReturnReviewReason']>, ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['ReturnLineDecision']>, ParentType, ContextType>;
  labelFee?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  delivery?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  decidedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ReturnUserExitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnUserExit'] = ResolversParentTypes['ReturnUserExit']> = {
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

export type UserExitRejectedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserExitRejectedError'] = ResolversParentTypes['UserExitRejectedError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  exitReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReturnLineDecisionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnLineDecision'] = ResolversParentTypes['ReturnLineDecision']> = {
  returnLineId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  policyId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  policyVersion?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  returnableUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  restockingFee?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  refundTiming?: Resolver<ResolversTypes['RefundTiming'], ParentType, ContextType>;
};

export type OrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order'], FederationReferenceType extends FederationReferenceTypes['Order'] = FederationReferenceTypes['Order']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Order']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  returns?: Resolver<Maybe<ResolversTypes['ReturnConnection']>, ParentType, ContextType, Partial<OrderReturnsArgs>>;
  refunds?: Resolver<Maybe<Array<ResolversTypes['Refund']>>, ParentType, ContextType>;
  returnStatus?: Resolver<Maybe<ResolversTypes['OrderReturnStatus']>, ParentType, ContextType>;
  returnEligibility?: Resolver<Maybe<ResolversTypes['ReturnEligibility']>, ParentType, ContextType>;
};

export type ReturnEligibilityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnEligibility'] = ResolversParentTypes['ReturnEligibility']> = {
  isReturnable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  returnableUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  methods?: Resolver<Array<ResolversTypes['ReturnMethod']>, ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['ReturnIneligibilityReason']>, ParentType, ContextType>;
};

export type OrderToTakeBackResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderToTakeBack'] = ResolversParentTypes['OrderToTakeBack']> = {
  orderId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  placedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  returnEligibility?: Resolver<ResolversTypes['ReturnEligibility'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['OrderLineToTakeBack']>, ParentType, ContextType>;
};

export type OrderLineToTakeBackResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderLineToTakeBack'] = ResolversParentTypes['OrderLineToTakeBack']> = {
  orderLineId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fulfilledQuantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  returnableQuantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  returnEligibility?: Resolver<ResolversTypes['ReturnEligibility'], ParentType, ContextType>;
};

export type OrderLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderLine'] = ResolversParentTypes['OrderLine'], FederationReferenceType extends FederationReferenceTypes['OrderLine'] = FederationReferenceTypes['OrderLine']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['OrderLine']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  returnedQuantity?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  returnableQuantity?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  returnEligibility?: Resolver<Maybe<ResolversTypes['ReturnEligibility']>, ParentType, ContextType>;
};

export type LocationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Location'] = ResolversParentTypes['Location'], FederationReferenceType extends FederationReferenceTypes['Location'] = FederationReferenceTypes['Location']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Location']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  returns?: Resolver<Maybe<ResolversTypes['ReturnConnection']>, ParentType, ContextType, Partial<LocationReturnsArgs>>;
};

export type ReturnConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnConnection'] = ResolversParentTypes['ReturnConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ReturnEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Return']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ReturnEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnEdge'] = ResolversParentTypes['ReturnEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Return'], ParentType, ContextType>;
};

export type CreateReturnPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateReturnPayload'] = ResolversParentTypes['CreateReturnPayload']> = {
  return?: Resolver<Maybe<ResolversTypes['Return']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['CreateReturnError']>, ParentType, ContextType>;
};

export type CreateReturnErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateReturnError'] = ResolversParentTypes['CreateReturnError']> = {
  __resolveType: TypeResolveFn<'InvalidInputError' | 'NotFoundError' | 'NotReturnableError' | 'QuantityTooLargeError' | 'LocationNotEligibleError' | 'UserExitRejectedError' | 'IdempotencyError', ParentType, ContextType>;
};

export type NotReturnableErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotReturnableError'] = ResolversParentTypes['NotReturnableError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  orderLineId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['ReturnIneligibilityReason']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RefundTooLargeErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefundTooLargeError'] = ResolversParentTypes['RefundTooLargeError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  maximum?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RefundDeclinedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefundDeclinedError'] = ResolversParentTypes['RefundDeclinedError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  declineCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReturnPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnPayload'] = ResolversParentTypes['ReturnPayload']> = {
  return?: Resolver<Maybe<ResolversTypes['Return']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['ReturnError']>, ParentType, ContextType>;
};

export type ReturnErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnError'] = ResolversParentTypes['ReturnError']> = {
  __resolveType: TypeResolveFn<'InvalidInputError' | 'NotFoundError' | 'VersionConflictError' | 'InvalidStateError' | 'QuantityTooLargeError' | 'LocationNotEligibleError' | 'IdempotencyError', ParentType, ContextType>;
};

export type ResolveReturnExtraPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResolveReturnExtraPayload'] = ResolversParentTypes['ResolveReturnExtraPayload']> = {
  return?: Resolver<Maybe<ResolversTypes['Return']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['ResolveReturnExtraError']>, ParentType, ContextType>;
};

export type ResolveReturnExtraErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResolveReturnExtraError'] = ResolversParentTypes['ResolveReturnExtraError']> = {
  __resolveType: TypeResolveFn<'InvalidInputError' | 'NotFoundError' | 'VersionConflictError' | 'InvalidStateError' | 'QuantityTooLargeError' | 'NotReturnableError', ParentType, ContextType>;
};

export type RefundReturnPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefundReturnPayload'] = ResolversParentTypes['RefundReturnPayload']> = {
  return?: Resolver<Maybe<ResolversTypes['Return']>, ParentType, ContextType>;
  refund?: Resolver<Maybe<ResolversTypes['Refund']>, ParentType, ContextType>;
  summary?: Resolver<Maybe<ResolversTypes['RefundSummary']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['RefundReturnError']>, ParentType, ContextType>;
};

export type RefundReturnErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefundReturnError'] = ResolversParentTypes['RefundReturnError']> = {
  __resolveType: TypeResolveFn<'InvalidInputError' | 'NotFoundError' | 'VersionConflictError' | 'InvalidStateError' | 'QuantityTooLargeError' | 'RefundTooLargeError' | 'RefundDeclinedError' | 'UserExitRejectedError' | 'IdempotencyError', ParentType, ContextType>;
};

export type AppeaseOrderPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppeaseOrderPayload'] = ResolversParentTypes['AppeaseOrderPayload']> = {
  refund?: Resolver<Maybe<ResolversTypes['Refund']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['RefundReturnError']>, ParentType, ContextType>;
};

export type ExchangeReturnPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExchangeReturnPayload'] = ResolversParentTypes['ExchangeReturnPayload']> = {
  return?: Resolver<Maybe<ResolversTypes['Return']>, ParentType, ContextType>;
  exchange?: Resolver<Maybe<ResolversTypes['Exchange']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['ExchangeReturnError']>, ParentType, ContextType>;
};

export type ExchangeReturnErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExchangeReturnError'] = ResolversParentTypes['ExchangeReturnError']> = {
  __resolveType: TypeResolveFn<'InvalidInputError' | 'NotFoundError' | 'VersionConflictError' | 'InvalidStateError' | 'InsufficientStockError' | 'QuantityTooLargeError' | 'IdempotencyError', ParentType, ContextType>;
};

export type ReturnPolicyPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnPolicyPayload'] = ResolversParentTypes['ReturnPolicyPayload']> = {
  returnPolicy?: Resolver<Maybe<ResolversTypes['ReturnPolicy']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['ReturnPolicyError']>, ParentType, ContextType>;
};

export type ReturnPolicyErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnPolicyError'] = ResolversParentTypes['ReturnPolicyError']> = {
  __resolveType: TypeResolveFn<'InvalidInputError' | 'NotFoundError' | 'VersionConflictError' | 'InvalidStateError' | 'IdempotencyError', ParentType, ContextType>;
};

export type SetReturnCustomerGroupsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetReturnCustomerGroupsPayload'] = ResolversParentTypes['SetReturnCustomerGroupsPayload']> = {
  count?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['ReturnPolicyError']>, ParentType, ContextType>;
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

export type IneligibilityReasonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IneligibilityReason'] = ResolversParentTypes['IneligibilityReason']> = {
  code?: Resolver<ResolversTypes['IneligibilityReasonCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  limit?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  actual?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'UserExitRejectedError' | 'NotReturnableError' | 'RefundTooLargeError' | 'RefundDeclinedError' | 'InvalidInputError' | 'NotFoundError' | 'VersionConflictError' | 'InvalidStateError' | 'IdempotencyError' | 'InsufficientStockError' | 'LocationNotEligibleError' | 'QuantityTooLargeError', ParentType, ContextType>;
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
  ReturnStatistic?: ReturnStatisticResolvers<ContextType>;
  ReturnReasonCount?: ReturnReasonCountResolvers<ContextType>;
  ReturnAgeing?: ReturnAgeingResolvers<ContextType>;
  ExpectedReturn?: ExpectedReturnResolvers<ContextType>;
  ReturnPolicy?: ReturnPolicyResolvers<ContextType>;
  ReturnPolicyScope?: ReturnPolicyScopeResolvers<ContextType>;
  ReturnPolicyVersion?: ReturnPolicyVersionResolvers<ContextType>;
  ReturnPolicyTerms?: ReturnPolicyTermsResolvers<ContextType>;
  ReturnWithoutReceiptTerms?: ReturnWithoutReceiptTermsResolvers<ContextType>;
  ReturnSeason?: ReturnSeasonResolvers<ContextType>;
  Return?: ReturnResolvers<ContextType>;
  ReturnLine?: ReturnLineResolvers<ContextType>;
  ReturnLabel?: ReturnLabelResolvers<ContextType>;
  ReturnInspection?: ReturnInspectionResolvers<ContextType>;
  ReturnReceipt?: ReturnReceiptResolvers<ContextType>;
  ReturnReceiptLine?: ReturnReceiptLineResolvers<ContextType>;
  ReturnExtra?: ReturnExtraResolvers<ContextType>;
  ReturnTransfer?: ReturnTransferResolvers<ContextType>;
  ReturnInspectionLine?: ReturnInspectionLineResolvers<ContextType>;
  Refund?: RefundResolvers<ContextType>;
  RefundLine?: RefundLineResolvers<ContextType>;
  RefundSummary?: RefundSummaryResolvers<ContextType>;
  Exchange?: ExchangeResolvers<ContextType>;
  ExchangeLine?: ExchangeLineResolvers<ContextType>;
  ReturnPolicyDecision?: ReturnPolicyDecisionResolvers<ContextType>;
  ReturnUserExit?: ReturnUserExitResolvers<ContextType>;
  UserExitRejectedError?: UserExitRejectedErrorResolvers<ContextType>;
  ReturnLineDecision?: ReturnLineDecisionResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  ReturnEligibility?: ReturnEligibilityResolvers<ContextType>;
  OrderToTakeBack?: OrderToTakeBackResolvers<ContextType>;
  OrderLineToTakeBack?: OrderLineToTakeBackResolvers<ContextType>;
  OrderLine?: OrderLineResolvers<ContextType>;
  Location?: LocationResolvers<ContextType>;
  ReturnConnection?: ReturnConnectionResolvers<ContextType>;
  ReturnEdge?: ReturnEdgeResolvers<ContextType>;
  CreateReturnPayload?: CreateReturnPayloadResolvers<ContextType>;
  CreateReturnError?: CreateReturnErrorResolvers<ContextType>;
  NotReturnableError?: NotReturnableErrorResolvers<ContextType>;
  RefundTooLargeError?: RefundTooLargeErrorResolvers<ContextType>;
  RefundDeclinedError?: RefundDeclinedErrorResolvers<ContextType>;
  ReturnPayload?: ReturnPayloadResolvers<ContextType>;
  ReturnError?: ReturnErrorResolvers<ContextType>;
  ResolveReturnExtraPayload?: ResolveReturnExtraPayloadResolvers<ContextType>;
  ResolveReturnExtraError?: ResolveReturnExtraErrorResolvers<ContextType>;
  RefundReturnPayload?: RefundReturnPayloadResolvers<ContextType>;
  RefundReturnError?: RefundReturnErrorResolvers<ContextType>;
  AppeaseOrderPayload?: AppeaseOrderPayloadResolvers<ContextType>;
  ExchangeReturnPayload?: ExchangeReturnPayloadResolvers<ContextType>;
  ExchangeReturnError?: ExchangeReturnErrorResolvers<ContextType>;
  ReturnPolicyPayload?: ReturnPolicyPayloadResolvers<ContextType>;
  ReturnPolicyError?: ReturnPolicyErrorResolvers<ContextType>;
  SetReturnCustomerGroupsPayload?: SetReturnCustomerGroupsPayloadResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  CurrencyCode?: GraphQLScalarType;
  CountryCode?: GraphQLScalarType;
  URL?: GraphQLScalarType;
  Money?: MoneyResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Attribute?: AttributeResolvers<ContextType>;
  IneligibilityReason?: IneligibilityReasonResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  InvalidInputError?: InvalidInputErrorResolvers<ContextType>;
  NotFoundError?: NotFoundErrorResolvers<ContextType>;
  VersionConflictError?: VersionConflictErrorResolvers<ContextType>;
  InvalidStateError?: InvalidStateErrorResolvers<ContextType>;
  IdempotencyError?: IdempotencyErrorResolvers<ContextType>;
  InsufficientStockError?: InsufficientStockErrorResolvers<ContextType>;
  LocationNotEligibleError?: LocationNotEligibleErrorResolvers<ContextType>;
  QuantityTooLargeError?: QuantityTooLargeErrorResolvers<ContextType>;
};


