// Generated from schema.graphql by `pnpm generate`. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { LocationRef, ChannelRef, PairRef, Freshness } from '../domain/network.ts';
import type { OrderRef, Reservation as ReservationModel, ShownLine } from '../domain/reservation.ts';
import type { Item, Level, LevelPage } from '../domain/stock.ts';
import type { StorePage, StoreOffer, OfferedLine, Alternative } from '../domain/pickup.ts';
import type { SourcingCandidate as SourcingCandidateModel } from '../domain/sourcing.ts';
import type { SkuAvailability as SkuAvailabilityModel } from '../domain/availability.ts';
import type { Pool } from '../domain/pool.ts';
import type { PoolMovement as PoolMovementModel, PoolMovementPage } from '../domain/pool-movement.ts';
import type { ShownShare, Explanation, Step, LocationShare, LocationSharePage } from '../domain/explanation.ts';
import type { CountTask as CountTaskModel, CountLine as CountLineModel, CountTaskPage } from '../domain/count-task.ts';
import type { TransferOrder as TransferOrderModel, TransferMoment, TransferOrderPage } from '../domain/transfer-order.ts';
import type { ShownTransferLine } from '../domain/transfer-difference.ts';
import type { Crossing, CrossingPage, StockWatch as StockWatchModel } from '../domain/crossing.ts';
import type { Threshold, ThresholdPage } from '../domain/low-stock.ts';
import type { ProtectionRule as ProtectionRuleModel, RulePage, ProtectionRule as ProtectionScopeModel } from '../domain/protection.ts';
import type { ExpectedReceipt as ExpectedReceiptModel } from '../domain/expected-receipt.ts';
import type { LedgerEntry, LedgerPage } from '../domain/ledger-entry.ts';
import type { SnapshotPage, Snapshot } from '../domain/snapshot.ts';
import type { KnownFeed } from '../domain/feed-settings.ts';
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
  /** ISO 8601 duration such as `PT2H` or `P3D`. Months and years are refused. */
  Duration: { input: string; output: string; }
  /** ISO 3166-1 alpha-2 code, upper case. */
  CountryCode: { input: string; output: string; }
  /** Exact base-10 number sent as a string; never a float. */
  Decimal: { input: string; output: string; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type Query = {
  __typename?: 'Query';
  /**
   * Sellable quantity of each SKU in one channel: warehouse stock plus the stock of stores eligible to ship, after reservations and protection.
   * Returns one entry for each SKU asked for, in the same order; an unknown SKU comes back with status UNKNOWN_SKU. 100 SKUs at most, else BAD_USER_INPUT.
   */
  availability?: Maybe<Array<SkuAvailability>>;
  /**
   * Stores near a point that can hand over the items, nearest first. Stores that cannot are left out unless `includeIneligible` is set.
   * 20 a page unless asked otherwise, 50 at most; radius 200 km at most.
   */
  pickupStores?: Maybe<PickupStoreConnection>;
  /** One store checked for a cart, for example the shopper's favourite store. Null when the location is unknown. */
  pickupStore?: Maybe<PickupStore>;
  /** One stock-keeping unit. */
  inventoryItem?: Maybe<InventoryItem>;
  /** Stock levels across SKUs and locations; 50 a page unless asked otherwise, 250 at most. */
  inventoryLevels?: Maybe<InventoryLevelConnection>;
  /** One reservation. */
  reservation?: Maybe<Reservation>;
  /** Pools of one channel, or of all when left out, the oldest first; at most 200. */
  inventoryPools?: Maybe<Array<InventoryPool>>;
  /** Protection rules, also ended ones, strongest first: by priority, then the most specific; 20 a page unless asked otherwise, 200 at most. */
  protectionRules?: Maybe<ProtectionRuleConnection>;
  /** One snapshot import. */
  stockSnapshot?: Maybe<StockSnapshot>;
  /** Snapshot imports, newest first; 20 a page unless asked otherwise, 100 at most. */
  stockSnapshots?: Maybe<StockSnapshotConnection>;
  /** Ledger of stock movements, newest first. 31 days at most in one query; 50 a page unless asked otherwise, 250 at most. */
  stockMovements?: Maybe<StockMovementConnection>;
  /** How far inventory has taken over what store-network tells of its locations. For operators. */
  networkProjection?: Maybe<NetworkProjection>;
  /** Crossings that watched channels were told of, newest first: SKUs that ran out, came back, or fell below or rose above the channel's low-stock threshold. 50 a page unless asked otherwise, 250 at most. */
  stockCrossings?: Maybe<StockCrossingConnection>;
  /** Channels that are told of their crossings, in order of their ids. */
  stockWatches?: Maybe<Array<StockWatch>>;
  /** Low-stock thresholds that somebody set for a channel: its own first, then those of SKUs in their order. 50 a page unless asked otherwise, 250 at most. */
  lowStockThresholds?: Maybe<LowStockThresholdConnection>;
  /** One task of counting. Null when it is unknown or of a location the caller does not see. */
  countTask?: Maybe<CountTask>;
  /** Tasks of counting, newest first; 20 a page unless asked otherwise, 100 at most. */
  countTasks?: Maybe<CountTaskConnection>;
  /** One transfer order. Null when it is unknown or of locations the caller does not see. */
  transferOrder?: Maybe<TransferOrder>;
  /** Transfer orders, newest first: goods that one location sends another. Callers bound to locations see those that begin or end there. 20 a page unless asked otherwise, 100 at most. */
  transferOrders?: Maybe<TransferOrderConnection>;
  /** Service to service. Every location that could source the lines, with quantities; used by order routing. */
  sourcingCandidates?: Maybe<SourcingCandidates>;
  /** Service to service. What return policies must know about SKUs; unknown ones are left out. */
  itemsForReturn?: Maybe<Array<ItemForReturn>>;
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QueryAvailabilityArgs = {
  channelId: Scalars['ID']['input'];
  skus: Array<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QueryPickupStoresArgs = {
  channelId: Scalars['ID']['input'];
  items: Array<PickupItemInput>;
  near?: InputMaybe<GeoPointInput>;
  postalCode?: InputMaybe<Scalars['String']['input']>;
  radiusKm?: Scalars['Float']['input'];
  filter?: InputMaybe<PickupStoreFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QueryPickupStoreArgs = {
  channelId: Scalars['ID']['input'];
  locationId: Scalars['ID']['input'];
  items: Array<PickupItemInput>;
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QueryInventoryItemArgs = {
  sku: Scalars['String']['input'];
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QueryInventoryLevelsArgs = {
  filter: InventoryLevelFilter;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QueryReservationArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QueryInventoryPoolsArgs = {
  channelId?: InputMaybe<Scalars['ID']['input']>;
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QueryProtectionRulesArgs = {
  filter?: InputMaybe<ProtectionRuleFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QueryStockSnapshotArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QueryStockSnapshotsArgs = {
  filter?: InputMaybe<StockSnapshotFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QueryStockMovementsArgs = {
  filter: StockMovementFilter;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QueryStockCrossingsArgs = {
  filter?: InputMaybe<StockCrossingFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QueryLowStockThresholdsArgs = {
  channelId: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QueryCountTaskArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QueryCountTasksArgs = {
  filter?: InputMaybe<CountTaskFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QueryTransferOrderArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QueryTransferOrdersArgs = {
  filter?: InputMaybe<TransferOrderFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QuerySourcingCandidatesArgs = {
  input: SourcingCandidatesInput;
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QueryItemsForReturnArgs = {
  skus: Array<Scalars['String']['input']>;
};

/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type Mutation = {
  __typename?: 'Mutation';
  /** Sets units aside for a cart for a short time. Errors: INVALID_INPUT, NOT_FOUND, INSUFFICIENT_STOCK, LOCATION_NOT_ELIGIBLE, IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_IN_PROGRESS, LIMIT_EXCEEDED. */
  reserveStock?: Maybe<ReserveStockPayload>;
  /** Moves a reservation's expiry ahead; two hours from creation at most. Errors: NOT_FOUND, RESERVATION_EXPIRED, INVALID_STATE. */
  extendReservation?: Maybe<ExtendReservationPayload>;
  /** Gives a cart reservation's units back. Repeating it is harmless. Errors: NOT_FOUND, INVALID_STATE. */
  releaseReservation?: Maybe<ReleaseReservationPayload>;
  /** Changes on-hand stock by a signed delta. Errors: NOT_FOUND, QUANTITY_CONFLICT, INVALID_INPUT, IDEMPOTENCY_KEY_REUSED. */
  adjustStock?: Maybe<AdjustStockPayload>;
  /** Sets on-hand stock to a counted quantity. Errors: NOT_FOUND, QUANTITY_CONFLICT, INVALID_INPUT, IDEMPOTENCY_KEY_REUSED. */
  recordStockCount?: Maybe<RecordStockCountPayload>;
  /** Applies POS or warehouse events in order; 500 at most. Each event is applied once, by `eventId`. Errors: INVALID_INPUT, LIMIT_EXCEEDED; by row INVALID_INPUT, NOT_FOUND. */
  recordStockEvents?: Maybe<RecordStockEventsPayload>;
  /** States what is on its way: purchase orders and transfers; 500 at most. A later statement about the same reference, SKU and location replaces an earlier one; an earlier one changes nothing. Errors: INVALID_INPUT, LIMIT_EXCEEDED; by row INVALID_INPUT, NOT_FOUND. */
  recordExpectedReceipts?: Maybe<RecordExpectedReceiptsPayload>;
  /** Opens a snapshot for one location; one at a time for a client. Nothing changes until it is completed. Errors: INVALID_INPUT, NOT_FOUND, INVALID_STATE, LIMIT_EXCEEDED, IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_IN_PROGRESS. */
  startStockSnapshot?: Maybe<StartStockSnapshotPayload>;
  /** Adds one numbered chunk to an open snapshot; 1 000 rows at most. Sending a chunk again is harmless. Errors: SNAPSHOT_SEQUENCE, INVALID_STATE, LIMIT_EXCEEDED. */
  appendStockSnapshot?: Maybe<AppendStockSnapshotPayload>;
  /** Gateway to service, for files. As `appendStockSnapshot`, with 10 000 rows at most as one text. Errors: NOT_FOUND, SNAPSHOT_SEQUENCE, INVALID_INPUT, INVALID_STATE, LIMIT_EXCEEDED. */
  appendSnapshotText?: Maybe<AppendStockSnapshotPayload>;
  /** Applies a snapshot in one step and replays later events over it, or holds it when it is not plausible: look at `status`. Repeating it is harmless. Errors: NOT_FOUND, SNAPSHOT_SEQUENCE, INVALID_STATE. */
  completeStockSnapshot?: Maybe<CompleteStockSnapshotPayload>;
  /** Drops an open or held snapshot. Repeating it is harmless. Errors: NOT_FOUND, INVALID_STATE. */
  abortStockSnapshot?: Maybe<AbortStockSnapshotPayload>;
  /** Applies a held snapshot because a person takes it for true; events since are applied on top. Repeating it is harmless. Errors: NOT_FOUND, INVALID_STATE. */
  releaseStockSnapshot?: Maybe<ReleaseStockSnapshotPayload>;
  /** Sets how a location reports stock and how far its reports are believed. What is left out stays. Errors: NOT_FOUND, INVALID_INPUT. */
  setStockFeed?: Maybe<SetStockFeedPayload>;
  /** Moves allocation, not goods, from one channel pool to another, all lines or none; a SHARED pool gives and takes what is in no pool. Errors: INVALID_INPUT, INSUFFICIENT_STOCK, NOT_FOUND, INVALID_STATE, IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_IN_PROGRESS. */
  transferPoolStock?: Maybe<TransferPoolStockPayload>;
  /** Creates a channel pool, without units. A channel without pools draws on all shared stock; one with pools draws on these only. Errors: INVALID_INPUT, NOT_FOUND, IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_IN_PROGRESS. */
  createInventoryPool?: Maybe<CreateInventoryPoolPayload>;
  /** Changes a pool's name, mode, share or locations. Errors: NOT_FOUND, VERSION_CONFLICT, INVALID_INPUT, INVALID_STATE. */
  updateInventoryPool?: Maybe<UpdateInventoryPoolPayload>;
  /** Creates a protection rule. Errors: INVALID_INPUT, NOT_FOUND, IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_IN_PROGRESS. */
  createProtectionRule?: Maybe<CreateProtectionRulePayload>;
  /** Changes a protection rule; the version before is kept for explanations of the past. Errors: NOT_FOUND, VERSION_CONFLICT, INVALID_INPUT. */
  updateProtectionRule?: Maybe<UpdateProtectionRulePayload>;
  /** Ends a protection rule now; it stays readable. Errors: NOT_FOUND, VERSION_CONFLICT, INVALID_STATE. */
  archiveProtectionRule?: Maybe<ArchiveProtectionRulePayload>;
  /** Has a channel told, from now on, when a SKU runs out, comes back, or crosses its low-stock threshold: once a crossing, seconds after it; what went and came back within five seconds is not told. Nobody pays for channels that nobody watches. Repeating it is harmless. Errors: NOT_FOUND. */
  startStockWatch?: Maybe<StartStockWatchPayload>;
  /** Stops telling a channel of its crossings. What it was told stays readable. Repeating it is harmless. No errors. */
  stopStockWatch?: Maybe<StopStockWatchPayload>;
  /** Sets below how many sellable units a channel calls a SKU low: the channel's own number, or one for a SKU, which goes before it. Errors: INVALID_INPUT, NOT_FOUND, LIMIT_EXCEEDED. */
  setLowStockThreshold?: Maybe<SetLowStockThresholdPayload>;
  /** Asks a location to count SKUs, 1 to 500. Errors: INVALID_INPUT, NOT_FOUND, LIMIT_EXCEEDED, IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_IN_PROGRESS. */
  createCountTask?: Maybe<CountTaskPayload>;
  /** Enters what was counted. The latest count of a SKU counts, in whichever order they come, so sending one again is harmless. Nothing changes on the levels. Errors: INVALID_INPUT, NOT_FOUND, INVALID_STATE, LIMIT_EXCEEDED. */
  recordCountedQuantities?: Maybe<CountTaskPayload>;
  /** Ends the counting: lines within the task's limits are posted as counts, the others wait for approval. What moved since each count is added on top. Repeating it is harmless. Errors: NOT_FOUND, INVALID_STATE. */
  submitCountTask?: Maybe<CountTaskPayload>;
  /** Posts the lines that wait for approval, save those that are rejected: these change nothing. Repeating it is harmless. Errors: NOT_FOUND, INVALID_STATE. */
  approveCountTask?: Maybe<CountTaskPayload>;
  /** Drops a task; what was posted of it stays posted. Repeating it is harmless. Errors: NOT_FOUND, INVALID_STATE. */
  cancelCountTask?: Maybe<CountTaskPayload>;
  /** Writes down what one location should send another, 1 to 500 SKUs, as a draft: nothing is set aside yet. Callers bound to locations are at one of its ends. Errors: INVALID_INPUT, NOT_FOUND, IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_IN_PROGRESS. */
  createTransferOrder?: Maybe<TransferOrderPayload>;
  /** Asks the sender for the goods of a draft: every unit is set aside there, of stock that is in no pool and nobody reserved, or none. For the sender's staff and head office. Repeating it is harmless. Errors: NOT_FOUND, INVALID_INPUT, INVALID_STATE, INSUFFICIENT_STOCK, VERSION_CONFLICT. */
  requestTransferOrder?: Maybe<TransferOrderPayload>;
  /** Notes what a picker found at the sender, over and over until all is picked. Units not found leave on-hand, damaged ones are not for sale any more. Errors: NOT_FOUND, INVALID_INPUT, INVALID_STATE, QUANTITY_TOO_LARGE, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_IN_PROGRESS. */
  recordTransferPick?: Maybe<TransferOrderPayload>;
  /** Sends what was picked: it leaves the sender's on-hand and the receiver may expect it; what was not picked is free again. Repeating it is harmless. Errors: NOT_FOUND, INVALID_INPUT, INVALID_STATE, VERSION_CONFLICT. */
  shipTransferOrder?: Maybe<TransferOrderPayload>;
  /** Takes goods in at the receiver, in one delivery or several. No more than is on its way, unless it is named as surplus, which waits for a decision. Errors: NOT_FOUND, INVALID_INPUT, INVALID_STATE, QUANTITY_TOO_LARGE, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_IN_PROGRESS. */
  receiveTransferOrder?: Maybe<TransferOrderPayload>;
  /** Decides about units of a transfer order that did not come, or that came beyond what was sent. Errors: NOT_FOUND, INVALID_INPUT, INVALID_STATE, QUANTITY_TOO_LARGE, VERSION_CONFLICT, IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_IN_PROGRESS. */
  resolveTransferDifferences?: Maybe<TransferOrderPayload>;
  /** Drops a transfer order that has not left; what was set aside is free again. Repeating it is harmless. Errors: NOT_FOUND, INVALID_INPUT, INVALID_STATE, VERSION_CONFLICT. */
  cancelTransferOrder?: Maybe<TransferOrderPayload>;
  /** Service to service. Allocates an order's lines to locations, turning its cart reservation into hard reservations. All or nothing. Idempotent per `orderId` and `revision`. */
  allocateOrder?: Maybe<AllocateOrderPayload>;
  /** Service to service. Promises an order units of goods on their way: reserved where they will arrive, each line by one receipt. All or nothing. Errors: INSUFFICIENT_STOCK, NOT_FOUND. */
  promiseExpectedStock?: Maybe<PromiseExpectedStockPayload>;
  /** Service to service. Gives back an order's unshipped units, for all lines or some. */
  releaseOrderAllocation?: Maybe<ReleaseOrderAllocationPayload>;
  /** Service to service. Turns allocated units into issued stock when they ship or are collected. */
  issueAllocatedStock?: Maybe<IssueAllocatedStockPayload>;
  /** Service to service. Corrects stock by what a location said when it turned work down; once for each correction. Before the units are released, so that they are never free in between. Errors: INVALID_INPUT, NOT_FOUND. */
  correctStockAfterRejection?: Maybe<CorrectStockAfterRejectionPayload>;
  /** Service to service. Books units that came back, by disposition. */
  receiveReturnedStock?: Maybe<ReceiveReturnedStockPayload>;
  /** Service to service. Books goods that another location sent for an order in where they arrived, and keeps them for the order; damaged ones are not for sale. Once for each reference. Errors: INVALID_INPUT, NOT_FOUND. */
  receiveTransferredStock?: Maybe<ReceiveTransferredStockPayload>;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationReserveStockArgs = {
  input: ReserveStockInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationExtendReservationArgs = {
  input: ExtendReservationInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationReleaseReservationArgs = {
  input: ReleaseReservationInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationAdjustStockArgs = {
  input: AdjustStockInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationRecordStockCountArgs = {
  input: RecordStockCountInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationRecordStockEventsArgs = {
  input: RecordStockEventsInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationRecordExpectedReceiptsArgs = {
  input: RecordExpectedReceiptsInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationStartStockSnapshotArgs = {
  input: StartStockSnapshotInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationAppendStockSnapshotArgs = {
  input: AppendStockSnapshotInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationAppendSnapshotTextArgs = {
  input: AppendSnapshotTextInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationCompleteStockSnapshotArgs = {
  input: CompleteStockSnapshotInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationAbortStockSnapshotArgs = {
  input: AbortStockSnapshotInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationReleaseStockSnapshotArgs = {
  input: ReleaseStockSnapshotInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationSetStockFeedArgs = {
  input: SetStockFeedInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationTransferPoolStockArgs = {
  input: TransferPoolStockInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationCreateInventoryPoolArgs = {
  input: CreateInventoryPoolInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationUpdateInventoryPoolArgs = {
  input: UpdateInventoryPoolInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationCreateProtectionRuleArgs = {
  input: CreateProtectionRuleInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationUpdateProtectionRuleArgs = {
  input: UpdateProtectionRuleInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationArchiveProtectionRuleArgs = {
  input: ArchiveProtectionRuleInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationStartStockWatchArgs = {
  input: StartStockWatchInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationStopStockWatchArgs = {
  input: StopStockWatchInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationSetLowStockThresholdArgs = {
  input: SetLowStockThresholdInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationCreateCountTaskArgs = {
  input: CreateCountTaskInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationRecordCountedQuantitiesArgs = {
  input: RecordCountedQuantitiesInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationSubmitCountTaskArgs = {
  input: SubmitCountTaskInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationApproveCountTaskArgs = {
  input: ApproveCountTaskInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationCancelCountTaskArgs = {
  input: CancelCountTaskInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationCreateTransferOrderArgs = {
  input: CreateTransferOrderInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationRequestTransferOrderArgs = {
  input: RequestTransferOrderInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationRecordTransferPickArgs = {
  input: RecordTransferPickInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationShipTransferOrderArgs = {
  input: ShipTransferOrderInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationReceiveTransferOrderArgs = {
  input: ReceiveTransferOrderInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationResolveTransferDifferencesArgs = {
  input: ResolveTransferDifferencesInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationCancelTransferOrderArgs = {
  input: CancelTransferOrderInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationAllocateOrderArgs = {
  input: AllocateOrderInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationPromiseExpectedStockArgs = {
  input: PromiseExpectedStockInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationReleaseOrderAllocationArgs = {
  input: ReleaseOrderAllocationInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationIssueAllocatedStockArgs = {
  input: IssueAllocatedStockInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationCorrectStockAfterRejectionArgs = {
  input: CorrectStockAfterRejectionInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationReceiveReturnedStockArgs = {
  input: ReceiveReturnedStockInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationReceiveTransferredStockArgs = {
  input: ReceiveTransferredStockInput;
};

/** A stock-keeping unit as the OMS sees it. A product subgraph may extend it by `sku`. */
export type InventoryItem = {
  __typename?: 'InventoryItem';
  /** Retailer's stock-keeping unit; upper and lower case differ. */
  sku: Scalars['String']['output'];
  /** False for goods and services sold without stock control. */
  isTracked: Scalars['Boolean']['output'];
  /** Availability in one channel. Prefer `Query.availability` for lists. */
  availability?: Maybe<SkuAvailability>;
  /** Stock by location. */
  levels: InventoryLevelConnection;
  /** Units expected to arrive, soonest first; at most 20. Those whose moment has passed are left out until they are stated anew. */
  expectedReceipts: Array<ExpectedReceipt>;
};


/** A stock-keeping unit as the OMS sees it. A product subgraph may extend it by `sku`. */
export type InventoryItemAvailabilityArgs = {
  channelId: Scalars['ID']['input'];
};


/** A stock-keeping unit as the OMS sees it. A product subgraph may extend it by `sku`. */
export type InventoryItemLevelsArgs = {
  filter?: InputMaybe<ItemLevelFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** Goods on their way in. */
export type ExpectedReceipt = {
  __typename?: 'ExpectedReceipt';
  /** Location that will receive them. */
  location?: Maybe<Location>;
  /** Units expected. */
  quantity: Scalars['Int']['output'];
  /** Purchase order or transfer, as its source names it. */
  reference: Scalars['String']['output'];
  /** What brings them. */
  kind: ExpectedReceiptKind;
  /** Moment expected. */
  expectedAt: Scalars['DateTime']['output'];
};

/** What brings goods in. */
export type ExpectedReceiptKind =
  /** Ordered from a supplier. */
  | 'PURCHASE_ORDER'
  /** On their way from another location. */
  | 'TRANSFER';

/** A place that can hold stock: store, warehouse or third-party site. */
export type Location = {
  __typename?: 'Location';
  /** Stable id. */
  id: Scalars['ID']['output'];
  /** Retailer's own code, for example the store number. Unique. */
  code: Scalars['String']['output'];
  /** Name shown to people. */
  name: Scalars['String']['output'];
  /** Stock at the location. */
  inventoryLevels?: Maybe<InventoryLevelConnection>;
  /** How fresh the location's stock picture is. */
  stockFreshness?: Maybe<StockFreshness>;
  /** How the location reports stock and how far its reports are believed. */
  stockFeed?: Maybe<StockFeed>;
};


/** A place that can hold stock: store, warehouse or third-party site. */
export type LocationInventoryLevelsArgs = {
  filter?: InputMaybe<LocationLevelFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** How far the facts of locations have been taken over. */
export type NetworkProjection = {
  __typename?: 'NetworkProjection';
  /** Locations known. */
  locationCount: Scalars['Int']['output'];
  /** Latest change taken over; null when none was. */
  sequence?: Maybe<Scalars['String']['output']>;
  /** When the latest change became true; null when none was taken over. */
  asOf?: Maybe<Scalars['DateTime']['output']>;
  /** Seconds between the moment the latest change became true and the moment it was taken over; null when none was. */
  lagSeconds?: Maybe<Scalars['Float']['output']>;
};

/** One channel and one location. */
export type SharingPair = {
  __typename?: 'SharingPair';
  /** Channel id. */
  channelId: Scalars['ID']['output'];
  /** Location id. */
  locationId: Scalars['ID']['output'];
  /** Units at the location that nobody has reserved or blocked, over all tracked SKUs: what the pair shares. What protection rules hold back is counted too. */
  freeUnits?: Maybe<Scalars['Int']['output']>;
};

/** A sales channel: a place where orders are born, such as a web shop, a marketplace or the POS of one brand. */
export type Channel = {
  __typename?: 'Channel';
  /** Stable id; storefronts keep it in their configuration. */
  id: Scalars['ID']['output'];
  /** Pools that feed the channel, in order of use: what is set apart for it before what is shared; none means all shared stock. */
  inventoryPools?: Maybe<Array<InventoryPool>>;
};

/** A customer order from any channel. Row-level rules apply on top of scopes: shoppers see their own orders, store staff those with work or returns at their location. */
export type Order = {
  __typename?: 'Order';
  /** Stable id. */
  id: Scalars['ID']['output'];
  /** Stock held for the order. */
  reservations?: Maybe<Array<Reservation>>;
};

/** What a channel may promise for one SKU. */
export type SkuAvailability = {
  __typename?: 'SkuAvailability';
  /** SKU asked for. */
  sku: Scalars['String']['output'];
  /** The item; null when the SKU is unknown. */
  item?: Maybe<InventoryItem>;
  /** Channel asked for. */
  channel?: Maybe<Channel>;
  /** Shopper-facing state. */
  status: AvailabilityStatus;
  /** Units that may be promised for delivery, warehouse plus stores, never negative, cut off at the channel's display cap. */
  sellableQuantity: Scalars['Int']['output'];
  /** True when `sellableQuantity` was cut off at the channel's display cap. */
  isCapped: Scalars['Boolean']['output'];
  /** The part that comes from warehouses. */
  warehouse: AvailabilityShare;
  /** The part that comes from stores eligible to ship. */
  stores: AvailabilityShare;
  /** Whether any store can hand the SKU over, and how many. */
  pickup: PickupSummary;
  /** Next arrival that the channel may promise; null when none. */
  nextReceipt?: Maybe<PromisableReceipt>;
  /** Oldest moment among the stock facts used. */
  asOf: Scalars['DateTime']['output'];
  /** How the number came about, step by step. */
  explanation?: Maybe<AvailabilityExplanation>;
};

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

/** One share of the sellable quantity. */
export type AvailabilityShare = {
  __typename?: 'AvailabilityShare';
  /** Units this share adds, before the display cap. */
  quantity: Scalars['Int']['output'];
  /** Locations that add at least one unit. */
  locationCount: Scalars['Int']['output'];
  /** Locations with stock that were left out, grouped by reason, most units first. */
  exclusions: Array<AvailabilityExclusion>;
};

/** Stock left out for one reason. */
export type AvailabilityExclusion = {
  __typename?: 'AvailabilityExclusion';
  /** Reason. */
  code: IneligibilityReasonCode;
  /** Locations concerned. */
  locationCount: Scalars['Int']['output'];
  /** Units left out. */
  quantity: Scalars['Int']['output'];
};

/** Whether stores can hand the SKU over. */
export type PickupSummary = {
  __typename?: 'PickupSummary';
  /** True when at least one store can. */
  isAvailable: Scalars['Boolean']['output'];
  /** Stores that can hand over at least one unit. */
  storeCount: Scalars['Int']['output'];
};

/** An arrival that may be promised. */
export type PromisableReceipt = {
  __typename?: 'PromisableReceipt';
  /** Units that may be promised. */
  quantity: Scalars['Int']['output'];
  /** Moment expected. */
  expectedAt: Scalars['DateTime']['output'];
};

/** How a sellable quantity came about. */
export type AvailabilityExplanation = {
  __typename?: 'AvailabilityExplanation';
  /** Steps from on-hand to sellable; quantities add up to `sellableQuantity`, and without `DISPLAY_CAP` to what it is before the cap. Empty for goods without stock control. */
  steps: Array<AvailabilityStep>;
  /** Locations of the channel with units on hand, those that add most first; 20 a page unless asked otherwise, 500 at most. */
  locations: LocationAvailabilityConnection;
  /** Sequence of the projection of store-network's facts that was used. */
  eligibilitySequence?: Maybe<Scalars['String']['output']>;
  /** Moment of the newest fact about a location in that projection; null when it is empty. */
  eligibilityAsOf?: Maybe<Scalars['DateTime']['output']>;
  /** User exits that took part. Always empty: no user exit can be configured yet. */
  userExits: Array<UserExitCall>;
};


/** How a sellable quantity came about. */
export type AvailabilityExplanationLocationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** One step of an explanation. */
export type AvailabilityStep = {
  __typename?: 'AvailabilityStep';
  /** What was added or taken away. */
  kind: AvailabilityStepKind;
  /** Units; negative when taken away. */
  quantity: Scalars['Int']['output'];
  /** Rule that caused the step; null when none did. */
  protectionRule?: Maybe<ProtectionRule>;
  /** Pool that caused the step; null when none did. */
  pool?: Maybe<InventoryPool>;
};

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

/** A page of per-location explanations. */
export type LocationAvailabilityConnection = {
  __typename?: 'LocationAvailabilityConnection';
  /** Edges of the page. */
  edges: Array<LocationAvailabilityEdge>;
  /** Nodes of the page. */
  nodes: Array<LocationAvailability>;
  /** Paging facts. */
  pageInfo: PageInfo;
};

/** One location in a page of explanations. */
export type LocationAvailabilityEdge = {
  __typename?: 'LocationAvailabilityEdge';
  /** Opaque cursor of this edge. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: LocationAvailability;
};

/** What one location adds. */
export type LocationAvailability = {
  __typename?: 'LocationAvailability';
  /** Location concerned. */
  location?: Maybe<Location>;
  /** Units at the location. */
  quantities: InventoryQuantities;
  /** Units the location adds to the channel. */
  contributedQuantity: Scalars['Int']['output'];
  /** Why units were held back; empty when none were. */
  reasons: Array<IneligibilityReason>;
};

/** One cart line to collect. */
export type PickupItemInput = {
  /** Stock-keeping unit. */
  sku: Scalars['String']['input'];
  /** Units wanted, 1 to 999. */
  quantity: Scalars['Int']['input'];
};

/** Conditions on stores; all given ones must hold. */
export type PickupStoreFilter = {
  /** Only stores that have every unit. Default: false, partly able stores are listed too. */
  onlyComplete?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only stores that can be ready by this moment. */
  readyBy?: InputMaybe<Scalars['DateTime']['input']>;
  /** Only stores whose doors are open now. */
  openNow?: InputMaybe<Scalars['Boolean']['input']>;
  /** Service by which the cart is collected: CLICK_AND_COLLECT or CURBSIDE_PICKUP. Default: CLICK_AND_COLLECT. */
  service?: InputMaybe<ServiceType>;
  /** Also list stores that cannot, with reasons; needs scope `explain:read`. */
  includeIneligible?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A page of stores. */
export type PickupStoreConnection = {
  __typename?: 'PickupStoreConnection';
  /** Edges of the page. */
  edges: Array<PickupStoreEdge>;
  /** Nodes of the page, in the same order as `edges`. */
  nodes: Array<PickupStore>;
  /** Paging facts. */
  pageInfo: PageInfo;
};

/** One store in a page. */
export type PickupStoreEdge = {
  __typename?: 'PickupStoreEdge';
  /** Opaque cursor of this edge. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: PickupStore;
};

/** A store that was checked for a cart. */
export type PickupStore = {
  __typename?: 'PickupStore';
  /** The store; `code` and `name` come along without another hop. */
  location?: Maybe<Location>;
  /** Great-circle distance from `near` or `postalCode` in kilometres; null when no point was given. */
  distanceKm?: Maybe<Scalars['Float']['output']>;
  /** Whether the store has every unit, some or none. */
  fulfillment: PickupCompleteness;
  /** What the store has of each item, in the order asked. */
  items: Array<PickupItemAvailability>;
  /** Earliest moment of collection if ordered now; null when the store cannot. */
  readyAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why the store cannot, or can only in part; empty when complete. */
  reasons: Array<IneligibilityReason>;
};

/** How much of a cart a store can hand over. */
export type PickupCompleteness =
  /** Every unit. */
  | 'COMPLETE'
  /** Some units. */
  | 'PARTIAL'
  /** No unit. */
  | 'NONE';

/** What a store has of one item. */
export type PickupItemAvailability = {
  __typename?: 'PickupItemAvailability';
  /** Stock-keeping unit. */
  sku: Scalars['String']['output'];
  /** Units asked for. */
  requestedQuantity: Scalars['Int']['output'];
  /** Units the store can hand over, at most the quantity asked for. */
  availableQuantity: Scalars['Int']['output'];
  /** Units asked for that the store cannot hand over. */
  missingQuantity: Scalars['Int']['output'];
  /** Where else what is missing could come from: the nearest store that has it, else a warehouse; null when nothing is missing, or nobody near has it. */
  alternative?: Maybe<PickupAlternative>;
};

/** Another location that has what is missing. */
export type PickupAlternative = {
  __typename?: 'PickupAlternative';
  /** The other store, or the warehouse that would send the units. */
  location?: Maybe<Location>;
  /** False when the units would be sent from a warehouse. */
  isStore: Scalars['Boolean']['output'];
  /** Great-circle distance of the other store from `near` in kilometres; null for a warehouse, and when no point was given. */
  distanceKm?: Maybe<Scalars['Float']['output']>;
  /** Earliest moment of collection there, or at which the warehouse could hand the units to a carrier. */
  readyAt?: Maybe<Scalars['DateTime']['output']>;
};

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

/** Stock of one SKU at one location. */
export type InventoryLevel = {
  __typename?: 'InventoryLevel';
  /** Stable opaque id. */
  id: Scalars['ID']['output'];
  /** The stock-keeping unit. */
  item: InventoryItem;
  /** Location concerned. */
  location?: Maybe<Location>;
  /** Units by state. */
  quantities: InventoryQuantities;
  /** Units by state at an earlier moment, by what was known then. */
  quantitiesAsOf: InventoryQuantities;
  /** Where the picture comes from. */
  freshness: StockFreshness;
  /** Grows by one with each change. */
  version: Scalars['Int']['output'];
  /** Moment of the last change. */
  updatedAt: Scalars['DateTime']['output'];
};


/** Stock of one SKU at one location. */
export type InventoryLevelQuantitiesAsOfArgs = {
  at: Scalars['DateTime']['input'];
};

/** Units of one SKU at one location by state. `available` = `onHand` - `reserved` - `blocked` - `protected`, never below zero. */
export type InventoryQuantities = {
  __typename?: 'InventoryQuantities';
  /** Units physically present. */
  onHand: Scalars['Int']['output'];
  /** Units held for carts and orders. */
  reserved: Scalars['Int']['output'];
  /** Units damaged, in quality control or otherwise not for sale. */
  blocked: Scalars['Int']['output'];
  /** Safety stock held back from every channel. */
  protected: Scalars['Int']['output'];
  /** Units that may be promised. */
  available: Scalars['Int']['output'];
};

/** Where a stock picture comes from and how old it is. */
export type StockFreshness = {
  __typename?: 'StockFreshness';
  /** How the location reports stock. */
  mode: StockFeedMode;
  /** Moment of the last full snapshot; null when there was none. */
  lastSnapshotAt?: Maybe<Scalars['DateTime']['output']>;
  /** Moment of the last single event; null when there was none. */
  lastEventAt?: Maybe<Scalars['DateTime']['output']>;
  /** True when older than the location's freshness limit; its stock is then left out of availability. */
  isStale: Scalars['Boolean']['output'];
  /** True when receipts of a till are missing that no later full snapshot makes up for. */
  hasGap: Scalars['Boolean']['output'];
  /** Receipts that are missing; first 100. */
  gaps: Array<SequenceGap>;
};

/** Receipts of a till that did not come. */
export type SequenceGap = {
  __typename?: 'SequenceGap';
  /** Till within the location. */
  workstation: Scalars['String']['output'];
  /** Business day, `YYYY-MM-DD`. */
  businessDate: Scalars['String']['output'];
  /** First number that is missing. */
  from: Scalars['Int']['output'];
  /** Last number that is missing. */
  to: Scalars['Int']['output'];
};

/** How a location reports stock. */
export type StockFeedMode =
  /** Full snapshots only, for example nightly. */
  | 'SNAPSHOT'
  /** Single events as they happen. */
  | 'EVENTS'
  /** Snapshots with events in between. */
  | 'SNAPSHOT_AND_EVENTS';

/** A page of stock levels. */
export type InventoryLevelConnection = {
  __typename?: 'InventoryLevelConnection';
  /** Edges of the page. */
  edges: Array<InventoryLevelEdge>;
  /** Nodes of the page, in the same order as `edges`. */
  nodes: Array<InventoryLevel>;
  /** Paging facts. */
  pageInfo: PageInfo;
};

/** One stock level in a page. */
export type InventoryLevelEdge = {
  __typename?: 'InventoryLevelEdge';
  /** Opaque cursor of this edge. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: InventoryLevel;
};

/** Conditions on stock levels. */
export type InventoryLevelFilter = {
  /** Any of these SKUs; 250 at most. */
  skus?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Any of these locations; 100 at most. */
  locationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Only levels with at least one unit on hand. */
  onlyWithStock?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only levels whose location is past its freshness limit. */
  onlyStale?: InputMaybe<Scalars['Boolean']['input']>;
  /** Moment of the last change. */
  updatedAt?: InputMaybe<DateTimeRangeInput>;
};

/** Conditions on one item's levels. */
export type ItemLevelFilter = {
  /** Any of these locations; 100 at most. */
  locationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Only levels with at least one unit on hand. */
  onlyWithStock?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Conditions on one location's levels. */
export type LocationLevelFilter = {
  /** Any of these SKUs; 250 at most. */
  skus?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Only levels with at least one unit on hand. */
  onlyWithStock?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Units a channel may draw on: set apart for it, or the shared stock of some locations. */
export type InventoryPool = {
  __typename?: 'InventoryPool';
  /** Stable opaque id. */
  id: Scalars['ID']['output'];
  /** Name for people. */
  name: Scalars['String']['output'];
  /** Channel concerned. */
  channel?: Maybe<Channel>;
  /** Shared: first come, first served. Segmented: units set apart for the channel. */
  mode: PoolMode;
  /** Number of locations the pool draws on; null means every location that serves the channel. */
  locationCount?: Maybe<Scalars['Int']['output']>;
  /** Share of arriving units that is set apart, rounded down at each arrival; null when none is. */
  arrivalPercent?: Maybe<Scalars['Decimal']['output']>;
  /** Allocation of one SKU in the pool over all locations; null when the pool is shared or holds none. */
  allocation?: Maybe<PoolAllocation>;
  /** Ledger of the pool: units set apart for it and units that left it, newest first. Callers bound to locations see those of their locations. 50 a page unless asked otherwise, 250 at most. */
  movements: PoolMovementConnection;
  /** Grows by one with each change; send it back as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** Moment of the last change. */
  updatedAt: Scalars['DateTime']['output'];
};


/** Units a channel may draw on: set apart for it, or the shared stock of some locations. */
export type InventoryPoolAllocationArgs = {
  sku: Scalars['String']['input'];
};


/** Units a channel may draw on: set apart for it, or the shared stock of some locations. */
export type InventoryPoolMovementsArgs = {
  sku?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** How a pool shares stock. */
export type PoolMode =
  /** What is in no pool, at the locations the pool names. */
  | 'SHARED'
  /** Units are set apart for the pool's channel. */
  | 'SEGMENTED';

/** One entry of a pool's ledger; their sum is what is set apart in it. */
export type PoolMovement = {
  __typename?: 'PoolMovement';
  /** Stable opaque id. */
  id: Scalars['ID']['output'];
  /** The stock-keeping unit. */
  item: InventoryItem;
  /** Location concerned. */
  location?: Maybe<Location>;
  /** Why the allocation changed. */
  kind: PoolMovementKind;
  /** Change in units, signed. */
  quantity: Scalars['Int']['output'];
  /** Transfer, order or return the entry stems from. */
  reference?: Maybe<Scalars['String']['output']>;
  /** Who did it: user, service or user exit. */
  actor?: Maybe<Scalars['String']['output']>;
  /** Reason, for people. */
  reason?: Maybe<Scalars['String']['output']>;
  /** Moment it happened. */
  occurredAt: Scalars['DateTime']['output'];
};

/** Why the allocation of a pool changed. */
export type PoolMovementKind =
  /** Moved by hand from or to another pool. */
  | 'TRANSFER'
  /** Its share of goods that arrived. */
  | 'ARRIVAL'
  /** Shipped or collected for an order. */
  | 'ISSUE'
  /** Came back from an order that had drawn on the pool. */
  | 'RETURN';

/** A page of a pool's ledger. */
export type PoolMovementConnection = {
  __typename?: 'PoolMovementConnection';
  /** Edges of the page. */
  edges: Array<PoolMovementEdge>;
  /** Nodes of the page, in the same order as `edges`. */
  nodes: Array<PoolMovement>;
  /** Paging facts. */
  pageInfo: PageInfo;
};

/** One entry in a page of a pool's ledger. */
export type PoolMovementEdge = {
  __typename?: 'PoolMovementEdge';
  /** Opaque cursor of this edge. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: PoolMovement;
};

/** Units of one SKU in a segmented pool. */
export type PoolAllocation = {
  __typename?: 'PoolAllocation';
  /** Stock-keeping unit. */
  sku: Scalars['String']['output'];
  /** Units set apart. */
  allocated: Scalars['Int']['output'];
  /** Units already reserved from the pool. */
  reserved: Scalars['Int']['output'];
  /** Units left. */
  available: Scalars['Int']['output'];
};

/** Holds back stock against count errors and walk-in customers. */
export type ProtectionRule = {
  __typename?: 'ProtectionRule';
  /** Stable opaque id. */
  id: Scalars['ID']['output'];
  /** What the rule applies to; an empty part means all. */
  scope: ProtectionScope;
  /** Units held back; null when `percent` is used. */
  quantity?: Maybe<Scalars['Int']['output']>;
  /** Share of on-hand held back, 0 to 100, rounded up to whole units; null when `quantity` is used. */
  percent?: Maybe<Scalars['Decimal']['output']>;
  /** Rules of higher priority win; equal ones: the most specific wins. */
  priority: Scalars['Int']['output'];
  /** Which of the two buffers it fills. */
  guards: ProtectionBuffer;
  /** How it grows while a location is silent; null when it does not. */
  widening?: Maybe<ProtectionWidening>;
  /** Whether it holds now. */
  isActive: Scalars['Boolean']['output'];
  /** Moment from which it holds. */
  validFrom: Scalars['DateTime']['output'];
  /** Moment at which it ceases to hold; null when open-ended. */
  validTo?: Maybe<Scalars['DateTime']['output']>;
  /** Reason, for people. */
  reason?: Maybe<Scalars['String']['output']>;
  /** Grows by one with each change; send it back as `expectedVersion`. */
  version: Scalars['Int']['output'];
};

/** What a protection rule applies to. */
export type ProtectionScope = {
  __typename?: 'ProtectionScope';
  /** Channels; empty means all. */
  channels: Array<Maybe<Channel>>;
  /** Locations; empty means all. */
  locations: Array<Maybe<Location>>;
  /** Kinds of location; empty means all. */
  locationTypes: Array<ProtectionLocationType>;
  /** SKUs; empty means all. */
  skus: Array<Scalars['String']['output']>;
  /** Merchandise hierarchy codes. */
  categories: Array<Scalars['String']['output']>;
};

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

/** Holds back more of a location that has told nothing about its stock for a while: ⌈units × (1 + `percentPerHour` / 100 × hours of silence beyond `after`)⌉. More silence never holds back less. */
export type ProtectionWidening = {
  __typename?: 'ProtectionWidening';
  /** Silence that is normal for the location's feed. */
  after: Scalars['Duration']['output'];
  /** What each hour of silence beyond it adds, in percent of the units held back. */
  percentPerHour: Scalars['Int']['output'];
};

/** Conditions on protection rules. */
export type ProtectionRuleFilter = {
  /** Rules that name any of these channels. */
  channelIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Rules that name any of these locations; 100 at most. */
  locationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Rules that name any of these SKUs; 250 at most. */
  skus?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Whether it holds now. */
  isActive?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A page of protection rules. */
export type ProtectionRuleConnection = {
  __typename?: 'ProtectionRuleConnection';
  /** Edges of the page. */
  edges: Array<ProtectionRuleEdge>;
  /** Nodes of the page, in the same order as `edges`. */
  nodes: Array<ProtectionRule>;
  /** Paging facts. */
  pageInfo: PageInfo;
};

/** One protection rule in a page. */
export type ProtectionRuleEdge = {
  __typename?: 'ProtectionRuleEdge';
  /** Opaque cursor of this edge. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: ProtectionRule;
};

/** Units set aside for a cart or an order. */
export type Reservation = {
  __typename?: 'Reservation';
  /** Stable opaque id. */
  id: Scalars['ID']['output'];
  /** State. */
  status: ReservationStatus;
  /** Channel concerned. */
  channel?: Maybe<Channel>;
  /** Lines concerned. */
  lines: Array<ReservationLine>;
  /** Moment at which a cart reservation lapses; null once it belongs to an order. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Cart that holds it; null once it belongs to an order. */
  cartReference?: Maybe<Scalars['String']['output']>;
  /** Order that holds it; null for a cart. */
  order?: Maybe<Order>;
  /** Grows by one with each change; send it back as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** Moment of creation. */
  createdAt: Scalars['DateTime']['output'];
};

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

/** Units of one SKU in a reservation. */
export type ReservationLine = {
  __typename?: 'ReservationLine';
  /** Stock-keeping unit. */
  sku: Scalars['String']['output'];
  /** Units held. */
  quantity: Scalars['Int']['output'];
  /** Units issued so far. */
  issuedQuantity: Scalars['Int']['output'];
  /** Location that holds the units; null while a cart reservation is not tied to one. */
  location?: Maybe<Location>;
  /** Pool the units were drawn from; null when they are shared stock, or come from more than one place. */
  pool?: Maybe<InventoryPool>;
};

/** A full stock picture of one location, sent in numbered chunks. */
export type StockSnapshot = {
  __typename?: 'StockSnapshot';
  /** Stable opaque id. */
  id: Scalars['ID']['output'];
  /** Location concerned. */
  location?: Maybe<Location>;
  /** State. */
  status: StockSnapshotStatus;
  /** Moment the picture was taken at the source. */
  takenAt: Scalars['DateTime']['output'];
  /** Chunks announced. */
  expectedChunks: Scalars['Int']['output'];
  /** Chunks received so far. */
  receivedChunks: Scalars['Int']['output'];
  /** Rows received so far. */
  rowCount: Scalars['Int']['output'];
  /** Rows that were refused, first 100; each counts as not listed. */
  rejectedRows: Array<StockSnapshotRejection>;
  /** What changed; null until completed. */
  summary?: Maybe<StockSnapshotSummary>;
  /** Why the snapshot was held; null when it never was. */
  holdReason?: Maybe<Scalars['String']['output']>;
  /** Who took a held snapshot for true; null when nobody had to. */
  releasedBy?: Maybe<Scalars['String']['output']>;
  /** Moment it was applied; null before. */
  completedAt?: Maybe<Scalars['DateTime']['output']>;
};

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

/** Conditions on snapshots. */
export type StockSnapshotFilter = {
  /** Any of these states. */
  statuses?: InputMaybe<Array<StockSnapshotStatus>>;
  /** Any of these locations; 100 at most. */
  locationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** A page of snapshots. */
export type StockSnapshotConnection = {
  __typename?: 'StockSnapshotConnection';
  /** Edges of the page. */
  edges: Array<StockSnapshotEdge>;
  /** Nodes of the page, in the same order as `edges`. */
  nodes: Array<StockSnapshot>;
  /** Paging facts. */
  pageInfo: PageInfo;
};

/** One snapshot in a page. */
export type StockSnapshotEdge = {
  __typename?: 'StockSnapshotEdge';
  /** Opaque cursor of this edge. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: StockSnapshot;
};

/** How a location reports stock and how far its reports are believed. */
export type StockFeed = {
  __typename?: 'StockFeed';
  /** Location concerned. */
  location?: Maybe<Location>;
  /** How the location reports stock. */
  mode: StockFeedMode;
  /** A stock picture older than this is stale; null never. */
  freshnessLimit?: Maybe<Scalars['Duration']['output']>;
  /** A snapshot that empties more than this percentage of the levels with stock waits for a person; null never. */
  maxEmptiedPercent?: Maybe<Scalars['Int']['output']>;
  /** A snapshot that changes the units on hand by more than this percentage waits for a person; null never. */
  maxChangePercent?: Maybe<Scalars['Int']['output']>;
};

/** A refused snapshot row. */
export type StockSnapshotRejection = {
  __typename?: 'StockSnapshotRejection';
  /** Chunk number, from 1. */
  chunk: Scalars['Int']['output'];
  /** Row within the chunk, from 0. */
  row: Scalars['Int']['output'];
  /** Stock-keeping unit. */
  sku?: Maybe<Scalars['String']['output']>;
  /** Stable machine-readable code. */
  code: UserErrorCode;
  /** English sentence for developers and operators; not for shoppers. */
  message: Scalars['String']['output'];
};

/** What a snapshot changed. */
export type StockSnapshotSummary = {
  __typename?: 'StockSnapshotSummary';
  /** Levels that already agreed. */
  unchangedLevels: Scalars['Int']['output'];
  /** Levels that were corrected. */
  changedLevels: Scalars['Int']['output'];
  /** Levels set to zero because the snapshot did not list them, or only in a row that was refused. */
  zeroedLevels: Scalars['Int']['output'];
  /** Events later than `takenAt` that were replayed over the snapshot. */
  replayedEvents: Scalars['Int']['output'];
  /** Sum of differences in units, signed. */
  netUnits: Scalars['Int']['output'];
};

/** One entry of the stock ledger. */
export type StockMovement = {
  __typename?: 'StockMovement';
  /** Stable opaque id. */
  id: Scalars['ID']['output'];
  /** The stock-keeping unit. */
  item: InventoryItem;
  /** Location concerned. */
  location?: Maybe<Location>;
  /** Why on-hand changed. */
  reason: StockMovementReason;
  /** Change in units that was reported, signed; of a snapshot or a count the correction it led to. */
  quantity: Scalars['Int']['output'];
  /** Change of on-hand in units when it was entered, signed: zero when a later truth was known already, or when the units were counted elsewhere. */
  appliedQuantity: Scalars['Int']['output'];
  /** On-hand after the change. */
  onHandAfter: Scalars['Int']['output'];
  /** System that reported it; our own begin with `passerelle:`. */
  source: Scalars['String']['output'];
  /** Order, return, snapshot or event the entry stems from. */
  sourceReference?: Maybe<Scalars['String']['output']>;
  /** Who did it: user, service or user exit. */
  actor?: Maybe<Scalars['String']['output']>;
  /** Moment it happened. */
  occurredAt: Scalars['DateTime']['output'];
  /** Moment it was entered in the ledger. */
  recordedAt: Scalars['DateTime']['output'];
};

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

/** Conditions on stock movements. */
export type StockMovementFilter = {
  /** Range of moments, 31 days at most; a bound that is left out lies 31 days from the other, or now. */
  occurredAt: DateTimeRangeInput;
  /** Any of these SKUs; 250 at most. */
  skus?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Any of these locations; 100 at most. */
  locationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Any of these reasons. */
  reasons?: InputMaybe<Array<StockMovementReason>>;
};

/** A page of stock movements. */
export type StockMovementConnection = {
  __typename?: 'StockMovementConnection';
  /** Edges of the page. */
  edges: Array<StockMovementEdge>;
  /** Nodes of the page, in the same order as `edges`. */
  nodes: Array<StockMovement>;
  /** Paging facts. */
  pageInfo: PageInfo;
};

/** One stock movement in a page. */
export type StockMovementEdge = {
  __typename?: 'StockMovementEdge';
  /** Opaque cursor of this edge. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: StockMovement;
};

/** A channel's sellable units of a SKU crossed zero or the channel's low-stock threshold. */
export type StockCrossing = {
  __typename?: 'StockCrossing';
  /** Stable opaque id. */
  id: Scalars['ID']['output'];
  /** Channel concerned. */
  channel?: Maybe<Channel>;
  /** The stock-keeping unit. */
  item: InventoryItem;
  /** Which line was crossed, and which way. */
  kind: StockCrossingKind;
  /** Sellable units when it was noticed: what `availability` answered then. */
  sellableQuantity: Scalars['Int']['output'];
  /** The channel's low-stock threshold for the SKU at that time, in units. */
  threshold: Scalars['Int']['output'];
  /** Moment it was noticed, seconds after it happened. */
  noticedAt: Scalars['DateTime']['output'];
};

/** Which line a channel's stock crossed. */
export type StockCrossingKind =
  /** Nothing is left to sell. */
  | 'OUT_OF_STOCK'
  /** Something is there to sell again, or for the first time. */
  | 'BACK_IN_STOCK'
  /** Units left, but now fewer than the threshold. */
  | 'BELOW_THRESHOLD'
  /** As many units as the threshold, or more, after fewer. */
  | 'ABOVE_THRESHOLD';

/** Conditions on crossings. */
export type StockCrossingFilter = {
  /** Any of these channels; 100 at most. */
  channelIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Any of these SKUs; 250 at most. */
  skus?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Any of these kinds. */
  kinds?: InputMaybe<Array<StockCrossingKind>>;
  /** Noticed in this range. */
  noticedAt?: InputMaybe<DateTimeRangeInput>;
};

/** A page of crossings. */
export type StockCrossingConnection = {
  __typename?: 'StockCrossingConnection';
  /** Edges of the page. */
  edges: Array<StockCrossingEdge>;
  /** Nodes of the page, in the same order as `edges`. */
  nodes: Array<StockCrossing>;
  /** Paging facts. */
  pageInfo: PageInfo;
};

/** One crossing in a page. */
export type StockCrossingEdge = {
  __typename?: 'StockCrossingEdge';
  /** Opaque cursor of this edge. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: StockCrossing;
};

/** A channel that is told of its crossings. */
export type StockWatch = {
  __typename?: 'StockWatch';
  /** Channel concerned. */
  channel?: Maybe<Channel>;
  /** Who began it. */
  startedBy: Scalars['String']['output'];
  /** Moment from which crossings are told. */
  startedAt: Scalars['DateTime']['output'];
};

/** Below how many sellable units a channel calls its stock low. */
export type LowStockThreshold = {
  __typename?: 'LowStockThreshold';
  /** Channel concerned. */
  channel?: Maybe<Channel>;
  /** SKU it is for; null for every SKU of the channel that has none of its own. */
  sku?: Maybe<Scalars['String']['output']>;
  /** Fewer units than this are low stock. */
  quantity: Scalars['Int']['output'];
  /** Who set it. */
  setBy: Scalars['String']['output'];
  /** Moment it was set. */
  setAt: Scalars['DateTime']['output'];
};

/** A page of low-stock thresholds. */
export type LowStockThresholdConnection = {
  __typename?: 'LowStockThresholdConnection';
  /** Edges of the page. */
  edges: Array<LowStockThresholdEdge>;
  /** Nodes of the page, in the same order as `edges`. */
  nodes: Array<LowStockThreshold>;
  /** Paging facts. */
  pageInfo: PageInfo;
};

/** One low-stock threshold in a page. */
export type LowStockThresholdEdge = {
  __typename?: 'LowStockThresholdEdge';
  /** Opaque cursor of this edge. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: LowStockThreshold;
};

/** Input of `startStockWatch`. */
export type StartStockWatchInput = {
  /** Channel to be told. */
  channelId: Scalars['ID']['input'];
};

/** Payload of `startStockWatch`. */
export type StartStockWatchPayload = {
  __typename?: 'StartStockWatchPayload';
  /** The watch; null when `userErrors` is not empty. */
  watch?: Maybe<StockWatch>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<StockWatchError>;
};

/** Input of `stopStockWatch`. */
export type StopStockWatchInput = {
  /** Channel that is no longer to be told. */
  channelId: Scalars['ID']['input'];
};

/** Payload of `stopStockWatch`. */
export type StopStockWatchPayload = {
  __typename?: 'StopStockWatchPayload';
  /** Always null: nobody watches any more. */
  watch?: Maybe<StockWatch>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<StockWatchError>;
};

/** Input of `setLowStockThreshold`. */
export type SetLowStockThresholdInput = {
  /** Channel concerned. */
  channelId: Scalars['ID']['input'];
  /** SKU it is for; left out: every SKU of the channel that has none of its own. */
  sku?: InputMaybe<Scalars['String']['input']>;
  /** Fewer units than this are low stock, 0 to 100 000; null takes the threshold away. A channel that set none uses 5. */
  quantity?: InputMaybe<Scalars['Int']['input']>;
};

/** Payload of `setLowStockThreshold`. */
export type SetLowStockThresholdPayload = {
  __typename?: 'SetLowStockThresholdPayload';
  /** The threshold as it is now; null when it was taken away, or when `userErrors` is not empty. */
  threshold?: Maybe<LowStockThreshold>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<StockWatchError>;
};

/** Failures of watches and thresholds. */
export type StockWatchError = InvalidInputError | NotFoundError | LimitExceededError;

/** A list of SKUs that a location counts. */
export type CountTask = {
  __typename?: 'CountTask';
  /** Stable opaque id. */
  id: Scalars['ID']['output'];
  /** Location that counts. */
  location?: Maybe<Location>;
  /** Name for people. */
  name: Scalars['String']['output'];
  /** How far it has come. */
  status: CountTaskStatus;
  /** A difference of more units than this, either way, waits for approval; null: none does. */
  approvalUnits?: Maybe<Scalars['Int']['output']>;
  /** A difference of more than this percentage of what was expected waits for approval; null: none does. */
  approvalPercent?: Maybe<Scalars['Int']['output']>;
  /** SKUs to count, in the order of the task; at most 500. */
  lines: Array<CountLine>;
  /** The lines in figures. */
  summary: CountSummary;
  /** Who made it. */
  createdBy: Scalars['String']['output'];
  /** Moment it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Who ended the counting; null until then. */
  submittedBy?: Maybe<Scalars['String']['output']>;
  /** Moment the counting ended; null until then. */
  submittedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who posted or cancelled it; null until then. */
  closedBy?: Maybe<Scalars['String']['output']>;
  /** Moment it was posted or cancelled; null until then. */
  closedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** How far a task of counting has come. */
export type CountTaskStatus =
  /** Counts are entered. */
  | 'OPEN'
  /** Submitted; some lines wait for approval, the others are posted. */
  | 'TO_APPROVE'
  /** Every counted line is decided. */
  | 'POSTED'
  /** Dropped. */
  | 'CANCELLED';

/** One SKU of a task of counting. */
export type CountLine = {
  __typename?: 'CountLine';
  /** The stock-keeping unit. */
  item: InventoryItem;
  /** How far the line has come. */
  status: CountLineStatus;
  /** Units found; null until counted. */
  countedQuantity?: Maybe<Scalars['Int']['output']>;
  /** Moment of counting; null until counted. */
  countedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who counted; null until counted. */
  countedBy?: Maybe<Scalars['String']['output']>;
  /** Units on hand at the moment of counting, by what was known when the line was written last; null until counted. */
  expectedQuantity?: Maybe<Scalars['Int']['output']>;
  /** Units found beyond what was expected, signed; null until counted. */
  variance?: Maybe<Scalars['Int']['output']>;
};

/** How far one SKU of a task has come. */
export type CountLineStatus =
  /** Nobody counted it yet. */
  | 'TO_COUNT'
  /** Counted, not submitted. */
  | 'COUNTED'
  /** The difference is more than the task lets pass unseen. */
  | 'TO_APPROVE'
  /** Taken for true. */
  | 'POSTED'
  /** Not believed; nothing changed. */
  | 'REJECTED'
  /** A snapshot or count of a later moment was known already; nothing changed. */
  | 'SUPERSEDED';

/** A task of counting in figures. */
export type CountSummary = {
  __typename?: 'CountSummary';
  /** SKUs of the task. */
  lineCount: Scalars['Int']['output'];
  /** SKUs counted so far. */
  countedLines: Scalars['Int']['output'];
  /** SKUs that wait for approval. */
  waitingLines: Scalars['Int']['output'];
  /** Sum of variances in units, signed. */
  netVariance: Scalars['Int']['output'];
  /** Sum of variances in units, each without its sign. */
  absoluteVariance: Scalars['Int']['output'];
};

/** Conditions on tasks of counting. */
export type CountTaskFilter = {
  /** Any of these statuses. */
  statuses?: InputMaybe<Array<CountTaskStatus>>;
  /** Any of these locations; 100 at most. */
  locationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** A page of tasks of counting. */
export type CountTaskConnection = {
  __typename?: 'CountTaskConnection';
  /** Edges of the page. */
  edges: Array<CountTaskEdge>;
  /** Nodes of the page, in the same order as `edges`. */
  nodes: Array<CountTask>;
  /** Paging facts. */
  pageInfo: PageInfo;
};

/** One task of counting in a page. */
export type CountTaskEdge = {
  __typename?: 'CountTaskEdge';
  /** Opaque cursor of this edge. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: CountTask;
};

/** Input of `createCountTask`. */
export type CreateCountTaskInput = {
  /** Client-chosen key, 8 to 128 characters, kept for at least 24 hours. */
  idempotencyKey: Scalars['String']['input'];
  /** Location that counts. */
  locationId: Scalars['ID']['input'];
  /** Name for people, 1 to 100 characters. */
  name: Scalars['String']['input'];
  /** Distinct SKUs to count, 1 to 500. */
  skus: Array<Scalars['String']['input']>;
  /** A difference of more units than this, either way, waits for approval; left out: none does. */
  approvalUnits?: InputMaybe<Scalars['Int']['input']>;
  /** A difference of more than this percentage of what was expected, 0 to 1 000, waits for approval; left out: none does. */
  approvalPercent?: InputMaybe<Scalars['Int']['input']>;
};

/** Input of `recordCountedQuantities`. */
export type RecordCountedQuantitiesInput = {
  /** Task id. */
  id: Scalars['ID']['input'];
  /** What was found, 1 to 500, each SKU once. */
  counts: Array<CountedQuantityInput>;
};

/** What was found of one SKU. */
export type CountedQuantityInput = {
  /** SKU of the task. */
  sku: Scalars['String']['input'];
  /** Units found. */
  countedQuantity: Scalars['Int']['input'];
  /** Moment of counting; what moved after it is added on top. */
  countedAt: Scalars['DateTime']['input'];
};

/** Input of `submitCountTask`. */
export type SubmitCountTaskInput = {
  /** Task id. */
  id: Scalars['ID']['input'];
};

/** Input of `approveCountTask`. */
export type ApproveCountTaskInput = {
  /** Task id. */
  id: Scalars['ID']['input'];
  /** SKUs whose counts are not believed; the other lines that wait are posted. */
  rejectedSkus?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** Input of `cancelCountTask`. */
export type CancelCountTaskInput = {
  /** Task id. */
  id: Scalars['ID']['input'];
};

/** Payload of the mutations of tasks of counting. */
export type CountTaskPayload = {
  __typename?: 'CountTaskPayload';
  /** The task as it is now; null when `userErrors` is not empty. */
  task?: Maybe<CountTask>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<CountTaskError>;
};

/** Failures of tasks of counting. */
export type CountTaskError = InvalidInputError | NotFoundError | InvalidStateError | LimitExceededError | IdempotencyError;

/** Goods that one location sends another. */
export type TransferOrder = {
  __typename?: 'TransferOrder';
  /** Stable opaque id. */
  id: Scalars['ID']['output'];
  /** What another system calls it. */
  reference?: Maybe<Scalars['String']['output']>;
  /** Location that sends. */
  fromLocation?: Maybe<Location>;
  /** Location that receives. */
  toLocation?: Maybe<Location>;
  /** How far it has come. */
  status: TransferOrderStatus;
  /** SKUs, in the order they were given; at most 500. */
  lines: Array<TransferOrderLine>;
  /** When the goods will be there; null until they left. */
  expectedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What the caller may do next. */
  availableActions: Array<TransferOrderAction>;
  /** Who did what, the oldest first. */
  history: Array<TransferOrderMoment>;
  /** Rises with every change; for `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** Moment it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Moment of the latest change. */
  updatedAt: Scalars['DateTime']['output'];
};

/** How far a transfer order has come. */
export type TransferOrderStatus =
  /** Written down; nothing is set aside. */
  | 'DRAFT'
  /** Set aside at the sender. */
  | 'REQUESTED'
  /** The sender picks. */
  | 'PICKING'
  /** On its way. */
  | 'SHIPPED'
  /** Some of it has come, or a difference waits for a decision. */
  | 'PARTLY_RECEIVED'
  /** Every unit that left is accounted for. */
  | 'RECEIVED'
  /** Dropped before it left. */
  | 'CANCELLED';

/** What may be done with a transfer order. */
export type TransferOrderAction =
  /** Write it down. */
  | 'CREATE'
  /** Ask the sender for the goods. */
  | 'REQUEST'
  /** Note what a picker found. */
  | 'PICK'
  /** Send what was picked. */
  | 'SHIP'
  /** Take goods in. */
  | 'RECEIVE'
  /** Decide about differences. */
  | 'RESOLVE'
  /** Drop it. */
  | 'CANCEL';

/** Something that was done with a transfer order. */
export type TransferOrderMoment = {
  __typename?: 'TransferOrderMoment';
  /** What was done. */
  action: TransferOrderAction;
  /** Who did it. */
  actor: Scalars['String']['output'];
  /** Words for people. */
  note?: Maybe<Scalars['String']['output']>;
  /** Moment it was done. */
  occurredAt: Scalars['DateTime']['output'];
};

/** One SKU of a transfer order. Every unit asked for is at the sender, on its way, received, or among the differences. */
export type TransferOrderLine = {
  __typename?: 'TransferOrderLine';
  /** The stock-keeping unit. */
  item: InventoryItem;
  /** Units asked for. */
  requestedQuantity: Scalars['Int']['output'];
  /** Units still at the sender for this transfer order, picked ones among them. */
  atSenderQuantity: Scalars['Int']['output'];
  /** Units picked. */
  pickedQuantity: Scalars['Int']['output'];
  /** Units that left the sender. */
  shippedQuantity: Scalars['Int']['output'];
  /** Units on their way. */
  inTransitQuantity: Scalars['Int']['output'];
  /** Units that came undamaged. */
  receivedQuantity: Scalars['Int']['output'];
  /** Units that did not go as asked, by cause; empty when all did. */
  differences: Array<TransferDifference>;
};

/** Units of a transfer order that did not go as asked. */
export type TransferDifference = {
  __typename?: 'TransferDifference';
  /** Too few, too many, or damaged. */
  kind: TransferDifferenceKind;
  /** What became of them. */
  cause: TransferDifferenceCause;
  /** Units. */
  quantity: Scalars['Int']['output'];
  /** Somebody has to decide about them (`resolveTransferDifferences`), or they are still to come. */
  isOpen: Scalars['Boolean']['output'];
};

/** How units of a transfer order differ from what was asked. */
export type TransferDifferenceKind =
  /** Fewer than asked for. */
  | 'SHORT'
  /** More than were sent. */
  | 'OVER'
  /** Not for sale. */
  | 'DAMAGED';

/** What became of units of a transfer order that did not go as asked. */
export type TransferDifferenceCause =
  /** SHORT. The sender did not find them; they left its on-hand. */
  | 'NOT_FOUND'
  /** SHORT. Not picked when the goods left, or the order was cancelled; free again at the sender. */
  | 'LEFT_BEHIND'
  /** SHORT. Sent and not come with the rest; still to come, or to be decided on. */
  | 'NOT_ARRIVED'
  /** SHORT. Lost on their way and written off. */
  | 'LOST'
  /** SHORT. Found at the sender after all; on hand there again. */
  | 'FOUND_AT_SENDER'
  /** OVER. Came beyond what was sent, and nobody decided yet; not stock of the receiver. */
  | 'SURPLUS'
  /** OVER. Kept by the receiver, and taken off the sender's on-hand. */
  | 'TAKEN_IN'
  /** OVER. Went back to the sender; no stock changed. */
  | 'SENT_BACK'
  /** DAMAGED. Found damaged when picking; not sent, and not for sale at the sender. */
  | 'DAMAGED_AT_SENDER'
  /** DAMAGED. Came damaged; on hand at the receiver and not for sale. */
  | 'DAMAGED_ON_ARRIVAL';

/** Conditions on transfer orders. */
export type TransferOrderFilter = {
  /** Any of these statuses. */
  statuses?: InputMaybe<Array<TransferOrderStatus>>;
  /** From or to any of these locations; 100 at most. */
  locationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** From any of these locations; 100 at most. */
  fromLocationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** To any of these locations; 100 at most. */
  toLocationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** A page of transfer orders. */
export type TransferOrderConnection = {
  __typename?: 'TransferOrderConnection';
  /** Edges of the page. */
  edges: Array<TransferOrderEdge>;
  /** Nodes of the page, in the same order as `edges`. */
  nodes: Array<TransferOrder>;
  /** Paging facts. */
  pageInfo: PageInfo;
};

/** One transfer order in a page. */
export type TransferOrderEdge = {
  __typename?: 'TransferOrderEdge';
  /** Opaque cursor of this edge. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: TransferOrder;
};

/** Input of `createTransferOrder`. */
export type CreateTransferOrderInput = {
  /** Client-chosen key, 8 to 128 characters, kept for at least 24 hours. */
  idempotencyKey: Scalars['String']['input'];
  /** Location that sends. */
  fromLocationId: Scalars['ID']['input'];
  /** Location that receives; another one. */
  toLocationId: Scalars['ID']['input'];
  /** What another system calls it, 1 to 200 characters. */
  reference?: InputMaybe<Scalars['String']['input']>;
  /** Words for people, 1 to 500 characters, kept in the history. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** What to send, 1 to 500 lines, each SKU once. */
  lines: Array<TransferOrderLineInput>;
};

/** One SKU to send. */
export type TransferOrderLineInput = {
  /** Stock-keeping unit; one under stock control. */
  sku: Scalars['String']['input'];
  /** Units, 1 or more. */
  quantity: Scalars['Int']['input'];
};

/** Input of `requestTransferOrder`. */
export type RequestTransferOrderInput = {
  /** Transfer order id. */
  id: Scalars['ID']['input'];
  /** Version the caller last read; left out: any. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Words for people, 1 to 500 characters, kept in the history. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** Input of `recordTransferPick`. */
export type RecordTransferPickInput = {
  /** Client-chosen key, 8 to 128 characters, kept for at least 24 hours. */
  idempotencyKey: Scalars['String']['input'];
  /** Transfer order id. */
  id: Scalars['ID']['input'];
  /** Version the caller last read; left out: any. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Words for people, 1 to 500 characters, kept in the history. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** What was found since the last call, each SKU once. */
  lines: Array<TransferPickLineInput>;
};

/** What a picker found of one SKU. */
export type TransferPickLineInput = {
  /** SKU of the transfer order. */
  sku: Scalars['String']['input'];
  /** Units picked, to be added to those picked before. */
  pickedQuantity?: Scalars['Int']['input'];
  /** Units that are not there; they leave on-hand. */
  notFoundQuantity?: Scalars['Int']['input'];
  /** Units that are damaged; they stay, and are not for sale. */
  damagedQuantity?: Scalars['Int']['input'];
};

/** Input of `shipTransferOrder`. */
export type ShipTransferOrderInput = {
  /** Transfer order id. */
  id: Scalars['ID']['input'];
  /** When the goods will be at the receiver. */
  expectedAt: Scalars['DateTime']['input'];
  /** Version the caller last read; left out: any. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Words for people, 1 to 500 characters, kept in the history. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** Input of `receiveTransferOrder`. */
export type ReceiveTransferOrderInput = {
  /** Client-chosen key, 8 to 128 characters, kept for at least 24 hours. */
  idempotencyKey: Scalars['String']['input'];
  /** Transfer order id. */
  id: Scalars['ID']['input'];
  /** Version the caller last read; left out: any. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Words for people, 1 to 500 characters, kept in the history. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** What came with this delivery, each SKU once. */
  lines: Array<TransferArrivalLineInput>;
};

/** What came of one SKU. */
export type TransferArrivalLineInput = {
  /** SKU of the transfer order. */
  sku: Scalars['String']['input'];
  /** Undamaged units; with the damaged ones no more than are on their way. */
  receivedQuantity?: Scalars['Int']['input'];
  /** Damaged units; on hand, and not for sale. */
  damagedQuantity?: Scalars['Int']['input'];
  /** Units beyond what was sent; no stock before somebody decides. */
  surplusQuantity?: Scalars['Int']['input'];
};

/** Input of `resolveTransferDifferences`. */
export type ResolveTransferDifferencesInput = {
  /** Client-chosen key, 8 to 128 characters, kept for at least 24 hours. */
  idempotencyKey: Scalars['String']['input'];
  /** Transfer order id. */
  id: Scalars['ID']['input'];
  /** Version the caller last read; left out: any. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Words for people, 1 to 500 characters, kept in the history. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** Decisions, each SKU and resolution once. */
  lines: Array<TransferResolutionLineInput>;
};

/** What is decided about units of one SKU. */
export type TransferResolutionLineInput = {
  /** SKU of the transfer order. */
  sku: Scalars['String']['input'];
  /** The decision. */
  resolution: TransferResolution;
  /** Units, 1 or more. */
  quantity: Scalars['Int']['input'];
};

/** Decisions about units of a transfer order. */
export type TransferResolution =
  /** On their way and lost: written off, with a note in the ledger of the receiver. */
  | 'LOST'
  /** Never left: on hand at the sender again. */
  | 'FOUND_AT_SENDER'
  /** Surplus that the receiver keeps: taken off the sender's on-hand, for it sent more than it said. */
  | 'TAKEN_IN'
  /** Surplus that went back: no stock changes. */
  | 'SENT_BACK';

/** Input of `cancelTransferOrder`. */
export type CancelTransferOrderInput = {
  /** Transfer order id. */
  id: Scalars['ID']['input'];
  /** Version the caller last read; left out: any. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Words for people, 1 to 500 characters, kept in the history. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** Payload of the mutations of transfer orders. */
export type TransferOrderPayload = {
  __typename?: 'TransferOrderPayload';
  /** The order as it is now; null when `userErrors` is not empty. */
  transferOrder?: Maybe<TransferOrder>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<TransferOrderError>;
};

/** Failures of transfer orders. */
export type TransferOrderError = InvalidInputError | NotFoundError | InvalidStateError | VersionConflictError | InsufficientStockError | QuantityTooLargeError | IdempotencyError;

/** Input of `reserveStock`. */
export type ReserveStockInput = {
  /** Client-chosen key, 8 to 128 characters, kept for at least 24 hours. */
  idempotencyKey: Scalars['String']['input'];
  /** Channel id. */
  channelId: Scalars['ID']['input'];
  /** Cart the units are held for. */
  cartReference: Scalars['String']['input'];
  /** Lines to hold; 1 to 50. */
  lines: Array<ReserveStockLineInput>;
  /** Store of collection; when given, every line is held there. */
  pickupLocationId?: InputMaybe<Scalars['ID']['input']>;
  /** How long to hold; 1 minute to 60 minutes. Default: PT15M. */
  holdFor?: InputMaybe<Scalars['Duration']['input']>;
  /** Hold what there is instead of failing. Default: false. */
  allowPartial?: InputMaybe<Scalars['Boolean']['input']>;
};

/** One line to hold. */
export type ReserveStockLineInput = {
  /** Stock-keeping unit. */
  sku: Scalars['String']['input'];
  /** Units. */
  quantity: Scalars['Int']['input'];
};

/** Payload of `reserveStock`. */
export type ReserveStockPayload = {
  __typename?: 'ReserveStockPayload';
  /** The reservation; null when `userErrors` is not empty. */
  reservation?: Maybe<Reservation>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<ReserveStockError>;
};

/** Failures of `reserveStock`. */
export type ReserveStockError = InvalidInputError | NotFoundError | InsufficientStockError | LocationNotEligibleError | IdempotencyError | LimitExceededError;

/** Input of `extendReservation`. */
export type ExtendReservationInput = {
  /** Stable opaque id. */
  id: Scalars['ID']['input'];
  /** How long to hold, from now; 60 minutes at most. */
  holdFor: Scalars['Duration']['input'];
};

/** Payload of `extendReservation`. */
export type ExtendReservationPayload = {
  __typename?: 'ExtendReservationPayload';
  /** The reservation; null when `userErrors` is not empty. */
  reservation?: Maybe<Reservation>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<ReservationError>;
};

/** Input of `releaseReservation`. */
export type ReleaseReservationInput = {
  /** Stable opaque id. */
  id: Scalars['ID']['input'];
};

/** Payload of `releaseReservation`. */
export type ReleaseReservationPayload = {
  __typename?: 'ReleaseReservationPayload';
  /** The reservation; null when `userErrors` is not empty. */
  reservation?: Maybe<Reservation>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<ReservationError>;
};

/** Failures of writes on a reservation. */
export type ReservationError = InvalidInputError | NotFoundError | InvalidStateError | ReservationExpiredError;

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

/** Input of `adjustStock`. */
export type AdjustStockInput = {
  /** Client-chosen key, 8 to 128 characters, kept for at least 24 hours. */
  idempotencyKey: Scalars['String']['input'];
  /** Location id. */
  locationId: Scalars['ID']['input'];
  /** Stock-keeping unit. */
  sku: Scalars['String']['input'];
  /** Signed change in units; not zero. */
  delta: Scalars['Int']['input'];
  /** Why on-hand changes. */
  reason: StockMovementReason;
  /** On-hand the change is based on; leave out to skip the check. */
  expectedOnHand?: InputMaybe<Scalars['Int']['input']>;
  /** Document at the source, for example a damage report. */
  sourceReference?: InputMaybe<Scalars['String']['input']>;
};

/** Payload of `adjustStock`. */
export type AdjustStockPayload = {
  __typename?: 'AdjustStockPayload';
  /** The stock level after the change; null when `userErrors` is not empty. */
  level?: Maybe<InventoryLevel>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<StockWriteError>;
};

/** Input of `recordStockCount`. */
export type RecordStockCountInput = {
  /** Client-chosen key, 8 to 128 characters, kept for at least 24 hours. */
  idempotencyKey: Scalars['String']['input'];
  /** Location id. */
  locationId: Scalars['ID']['input'];
  /** Stock-keeping unit. */
  sku: Scalars['String']['input'];
  /** Units counted; zero or more. */
  countedQuantity: Scalars['Int']['input'];
  /** On-hand the change is based on; leave out to skip the check. */
  expectedOnHand?: InputMaybe<Scalars['Int']['input']>;
  /** Moment of the count. */
  countedAt: Scalars['DateTime']['input'];
};

/** Payload of `recordStockCount`. */
export type RecordStockCountPayload = {
  __typename?: 'RecordStockCountPayload';
  /** The stock level after the change; null when `userErrors` is not empty. */
  level?: Maybe<InventoryLevel>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<StockWriteError>;
};

/** Failures of single stock writes. */
export type StockWriteError = InvalidInputError | NotFoundError | QuantityConflictError | IdempotencyError | LimitExceededError;

/** The expected quantity differs from the stored one. */
export type QuantityConflictError = UserError & {
  __typename?: 'QuantityConflictError';
  /** Stable machine-readable code. */
  code: UserErrorCode;
  /** English sentence for developers and operators; not for shoppers. */
  message: Scalars['String']['output'];
  /** Path of the input field at fault, starting at `input`; null when no one field is. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** On-hand the caller sent. */
  expectedOnHand: Scalars['Int']['output'];
  /** On-hand now stored. */
  actualOnHand: Scalars['Int']['output'];
};

/** Input of `recordStockEvents`. */
export type RecordStockEventsInput = {
  /** Source system, for example a group of POS; with `eventId` it makes each event unique. */
  source: Scalars['String']['input'];
  /** Events in the order they happened; 1 to 500. */
  events: Array<StockEventInput>;
  /** What to do with the batch when a row fails. Default: REJECT_FAILED_ROWS. */
  errorPolicy?: BatchErrorPolicy;
};

/** One stock event. */
export type StockEventInput = {
  /** Id unique within the source. */
  eventId: Scalars['String']['input'];
  /** Location id. */
  locationId: Scalars['ID']['input'];
  /** Stock-keeping unit. */
  sku: Scalars['String']['input'];
  /** Signed change in units; not zero. */
  delta: Scalars['Int']['input'];
  /** Why on-hand changes. */
  reason: StockMovementReason;
  /** Moment it happened, with its offset. Either this or `occurredAtLocal`. */
  occurredAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Time on the location's clock without a zone, such as `2026-11-22T10:31:07`. Of a time shown twice when clocks are set back the first is meant, unless the same till told a later moment before it in the batch; a time that is skipped means as much later. */
  occurredAtLocal?: InputMaybe<Scalars['String']['input']>;
  /** Number of our order it was rung up for; SALE and RETURN only. Recorded and not counted: the order's own issue or return is. */
  orderNumber?: InputMaybe<Scalars['String']['input']>;
  /** True for a till in training mode: ignored. */
  isTraining?: Scalars['Boolean']['input'];
  /** True for a cancelled transaction: ignored. */
  isCancelled?: Scalars['Boolean']['input'];
  /** Till within the location. With `sequence` and `businessDate` it numbers the receipt, so that missing ones are noticed; all three or none. */
  workstation?: InputMaybe<Scalars['String']['input']>;
  /** Number of the receipt; events of one receipt carry the same. */
  sequence?: InputMaybe<Scalars['Int']['input']>;
  /** Business day of the receipt, `YYYY-MM-DD`; numbers may begin anew with each. */
  businessDate?: InputMaybe<Scalars['String']['input']>;
};

/** What to do with a batch when a row fails. */
export type BatchErrorPolicy =
  /** Apply good rows, refuse bad ones. */
  | 'REJECT_FAILED_ROWS'
  /** Apply nothing. */
  | 'REJECT_ALL';

/** Payload of `recordStockEvents`. */
export type RecordStockEventsPayload = {
  __typename?: 'RecordStockEventsPayload';
  /** Events applied. */
  appliedCount: Scalars['Int']['output'];
  /** Events seen before and skipped. */
  duplicateCount: Scalars['Int']['output'];
  /** Events recorded and not counted, because they belong to an order of ours. */
  notedCount: Scalars['Int']['output'];
  /** Training and cancelled transactions; nothing is recorded of them but their numbers. */
  ignoredCount: Scalars['Int']['output'];
  /** One entry for each row that was refused. */
  rejections: Array<StockEventRejection>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<StockWriteError>;
};

/** A refused event. */
export type StockEventRejection = {
  __typename?: 'StockEventRejection';
  /** Position in the batch, from 0. */
  index: Scalars['Int']['output'];
  /** Id of the refused event. */
  eventId: Scalars['String']['output'];
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<StockWriteError>;
};

/** Input of `recordExpectedReceipts`. */
export type RecordExpectedReceiptsInput = {
  /** Source system, for example the ERP; with `reference`, SKU and location it makes each receipt unique. */
  source: Scalars['String']['input'];
  /** Moment as of which this holds; of two statements about a receipt the later counts. */
  statedAt: Scalars['DateTime']['input'];
  /** Receipts, 1 to 500. */
  receipts: Array<ExpectedReceiptInput>;
};

/** One position of a purchase order or transfer. */
export type ExpectedReceiptInput = {
  /** Purchase order or transfer, as its source names it. */
  reference: Scalars['String']['input'];
  /** Location that will receive the units. */
  locationId: Scalars['ID']['input'];
  /** Stock-keeping unit. */
  sku: Scalars['String']['input'];
  /** What brings them. */
  kind?: ExpectedReceiptKind;
  /** Units still to come; zero once all came, or when none will. */
  quantity: Scalars['Int']['input'];
  /** Moment expected. */
  expectedAt: Scalars['DateTime']['input'];
};

/** Payload of `recordExpectedReceipts`. */
export type RecordExpectedReceiptsPayload = {
  __typename?: 'RecordExpectedReceiptsPayload';
  /** Receipts written. */
  recordedCount: Scalars['Int']['output'];
  /** Receipts left as they were, because as late or a later statement is known. */
  unchangedCount: Scalars['Int']['output'];
  /** One entry for each row that was refused. */
  rejections: Array<ExpectedReceiptRejection>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<StockWriteError>;
};

/** A refused receipt. */
export type ExpectedReceiptRejection = {
  __typename?: 'ExpectedReceiptRejection';
  /** Position in the call, from 0. */
  index: Scalars['Int']['output'];
  /** Reference of the refused receipt. */
  reference: Scalars['String']['output'];
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<StockWriteError>;
};

/** Input of `startStockSnapshot`. */
export type StartStockSnapshotInput = {
  /** Client-chosen key, 8 to 128 characters, kept for at least 24 hours. */
  idempotencyKey: Scalars['String']['input'];
  /** Location id. */
  locationId: Scalars['ID']['input'];
  /** Moment the picture was taken at the source. */
  takenAt: Scalars['DateTime']['input'];
  /** Chunks that will be sent, 1 to 10 000. */
  expectedChunks: Scalars['Int']['input'];
  /** What becomes of SKUs the snapshot does not list, or only in a row that is refused. */
  missingSkus?: MissingSkuPolicy;
};

/** What becomes of SKUs a snapshot does not list. */
export type MissingSkuPolicy =
  /** Their on-hand becomes zero. */
  | 'SET_TO_ZERO'
  /** Their on-hand stays. */
  | 'KEEP';

/** Payload of `startStockSnapshot`. */
export type StartStockSnapshotPayload = {
  __typename?: 'StartStockSnapshotPayload';
  /** The snapshot; null when `userErrors` is not empty. */
  snapshot?: Maybe<StockSnapshot>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<StockSnapshotError>;
};

/** Input of `appendStockSnapshot`. */
export type AppendStockSnapshotInput = {
  /** Snapshot id. */
  snapshotId: Scalars['ID']['input'];
  /** Chunk number, from 1. */
  chunk: Scalars['Int']['input'];
  /** Rows of the chunk; 1 to 1 000. */
  rows: Array<StockSnapshotRowInput>;
};

/** Input of `appendSnapshotText`. */
export type AppendSnapshotTextInput = {
  /** Snapshot id. */
  snapshotId: Scalars['ID']['input'];
  /** Chunk number, from 1. */
  chunk: Scalars['Int']['input'];
  /** Rows of the chunk, 1 to 10 000: a JSON list of lists of SKU, units on hand and units blocked. */
  rows: Scalars['String']['input'];
};

/** One row of a snapshot. */
export type StockSnapshotRowInput = {
  /** Stock-keeping unit. */
  sku: Scalars['String']['input'];
  /** Units physically present. Below zero when more was sold than was ever reported: recorded as it is, and sold as zero. */
  onHand: Scalars['Int']['input'];
  /** Units not for sale, included in `onHand`. */
  blocked?: Scalars['Int']['input'];
};

/** Payload of `appendStockSnapshot`. */
export type AppendStockSnapshotPayload = {
  __typename?: 'AppendStockSnapshotPayload';
  /** The snapshot; null when `userErrors` is not empty. */
  snapshot?: Maybe<StockSnapshot>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<StockSnapshotError>;
};

/** Input of `completeStockSnapshot`. */
export type CompleteStockSnapshotInput = {
  /** Snapshot id. */
  snapshotId: Scalars['ID']['input'];
};

/** Payload of `completeStockSnapshot`. */
export type CompleteStockSnapshotPayload = {
  __typename?: 'CompleteStockSnapshotPayload';
  /** The snapshot; null when `userErrors` is not empty. */
  snapshot?: Maybe<StockSnapshot>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<StockSnapshotError>;
};

/** Input of `abortStockSnapshot`. */
export type AbortStockSnapshotInput = {
  /** Snapshot id. */
  snapshotId: Scalars['ID']['input'];
};

/** Payload of `abortStockSnapshot`. */
export type AbortStockSnapshotPayload = {
  __typename?: 'AbortStockSnapshotPayload';
  /** The snapshot; null when `userErrors` is not empty. */
  snapshot?: Maybe<StockSnapshot>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<StockSnapshotError>;
};

/** Input of `releaseStockSnapshot`. */
export type ReleaseStockSnapshotInput = {
  /** Snapshot id. */
  snapshotId: Scalars['ID']['input'];
};

/** Payload of `releaseStockSnapshot`. */
export type ReleaseStockSnapshotPayload = {
  __typename?: 'ReleaseStockSnapshotPayload';
  /** The snapshot; null when `userErrors` is not empty. */
  snapshot?: Maybe<StockSnapshot>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<StockSnapshotError>;
};

/** Input of `setStockFeed`. What is left out stays as it was. */
export type SetStockFeedInput = {
  /** Location id. */
  locationId: Scalars['ID']['input'];
  /** How the location reports stock. */
  mode?: InputMaybe<StockFeedMode>;
  /** A stock picture older than this is stale, PT1M to P366D; null: never. */
  freshnessLimit?: InputMaybe<Scalars['Duration']['input']>;
  /** Percentage of the levels with stock that one snapshot may empty unseen, 0 to 100; null: any. */
  maxEmptiedPercent?: InputMaybe<Scalars['Int']['input']>;
  /** Percentage by which one snapshot may change the units on hand unseen, 0 to 1 000 000; null: any. */
  maxChangePercent?: InputMaybe<Scalars['Int']['input']>;
};

/** Payload of `setStockFeed`. */
export type SetStockFeedPayload = {
  __typename?: 'SetStockFeedPayload';
  /** The feed as it is now; null when `userErrors` is not empty. */
  feed?: Maybe<StockFeed>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<StockWriteError>;
};

/** Failures of snapshot writes. */
export type StockSnapshotError = InvalidInputError | NotFoundError | InvalidStateError | IdempotencyError | LimitExceededError | SnapshotSequenceError;

/** A chunk is missing, or was sent before with other content. */
export type SnapshotSequenceError = UserError & {
  __typename?: 'SnapshotSequenceError';
  /** Stable machine-readable code. */
  code: UserErrorCode;
  /** English sentence for developers and operators; not for shoppers. */
  message: Scalars['String']['output'];
  /** Path of the input field at fault, starting at `input`; null when no one field is. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** Chunk numbers still missing. */
  missingChunks: Array<Scalars['Int']['output']>;
};

/** Input of `transferPoolStock`. */
export type TransferPoolStockInput = {
  /** Client-chosen key, 8 to 128 characters, kept for at least 24 hours. */
  idempotencyKey: Scalars['String']['input'];
  /** Pool that gives. */
  fromPoolId: Scalars['ID']['input'];
  /** Pool that receives. */
  toPoolId: Scalars['ID']['input'];
  /** SKUs to transfer, each once; 1 to 100. */
  lines: Array<TransferPoolStockLineInput>;
  /** Reason, kept with the movement; 500 characters at most. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** One SKU to transfer. */
export type TransferPoolStockLineInput = {
  /** Stock-keeping unit. */
  sku: Scalars['String']['input'];
  /** Units, 1 to 100 000. */
  quantity: Scalars['Int']['input'];
  /** Location whose units move; left out means where most are free. */
  locationId?: InputMaybe<Scalars['ID']['input']>;
};

/** Payload of `transferPoolStock`. */
export type TransferPoolStockPayload = {
  __typename?: 'TransferPoolStockPayload';
  /** Pool that gave. */
  fromPool?: Maybe<InventoryPool>;
  /** Pool that received. */
  toPool?: Maybe<InventoryPool>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<PoolUserError>;
};

/** Input of `createInventoryPool`. */
export type CreateInventoryPoolInput = {
  /** Client-chosen key, 8 to 128 characters, kept for at least 24 hours. */
  idempotencyKey: Scalars['String']['input'];
  /** Channel id. */
  channelId: Scalars['ID']['input'];
  /** Name for people. */
  name: Scalars['String']['input'];
  /** Mode. */
  mode: PoolMode;
  /** Locations the pool draws on; left out means every location that serves the channel. */
  locationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Share of arriving units (reasons RECEIPT and TRANSFER_IN) that is set apart, more than 0 and at most 100; SEGMENTED pools only. */
  arrivalPercent?: InputMaybe<Scalars['Decimal']['input']>;
};

/** Payload of `createInventoryPool`. */
export type CreateInventoryPoolPayload = {
  __typename?: 'CreateInventoryPoolPayload';
  /** The pool; null when `userErrors` is not empty. */
  pool?: Maybe<InventoryPool>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<PoolUserError>;
};

/** Input of `updateInventoryPool`. What is left out stays as it was. */
export type UpdateInventoryPoolInput = {
  /** Stable opaque id. */
  id: Scalars['ID']['input'];
  /** Version the change is based on. */
  expectedVersion: Scalars['Int']['input'];
  /** Name for people. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Mode. */
  mode?: InputMaybe<PoolMode>;
  /** Replaces the locations the pool draws on; null means every location that serves the channel. */
  locationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Share of arriving units that is set apart; null means none. */
  arrivalPercent?: InputMaybe<Scalars['Decimal']['input']>;
};

/** Payload of `updateInventoryPool`. */
export type UpdateInventoryPoolPayload = {
  __typename?: 'UpdateInventoryPoolPayload';
  /** The pool; null when `userErrors` is not empty. */
  pool?: Maybe<InventoryPool>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<PoolUserError>;
};

/** Failures of pool writes. */
export type PoolUserError = InvalidInputError | NotFoundError | VersionConflictError | InvalidStateError | InsufficientStockError | IdempotencyError;

/** What a protection rule applies to, given by a caller. */
export type ProtectionScopeInput = {
  /** Channels; left out means all. */
  channelIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Locations; left out means all. */
  locationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Kinds of location; left out means all. */
  locationTypes?: InputMaybe<Array<ProtectionLocationType>>;
  /** SKUs; left out means all. */
  skus?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Merchandise hierarchy codes; left out means all. */
  categories?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** How a rule grows while a location is silent. */
export type ProtectionWideningInput = {
  /** Silence that is normal for the location's feed; `PT0M` to `P365D`. */
  after: Scalars['Duration']['input'];
  /** What each hour of silence beyond it adds, in percent of the units held back; 1 to 10 000. */
  percentPerHour: Scalars['Int']['input'];
};

/** Input of `createProtectionRule`. Exactly one of `quantity` and `percent`. */
export type CreateProtectionRuleInput = {
  /** Client-chosen key, 8 to 128 characters, kept for at least 24 hours. */
  idempotencyKey: Scalars['String']['input'];
  /** What the rule applies to. */
  scope: ProtectionScopeInput;
  /** Units held back at each location, 0 to 100 000. */
  quantity?: InputMaybe<Scalars['Int']['input']>;
  /** Share of on-hand held back at each location, 0 to 100, with two decimals at most. */
  percent?: InputMaybe<Scalars['Decimal']['input']>;
  /** Rules of higher priority win; -1 000 to 1 000. */
  priority?: Scalars['Int']['input'];
  /** Which of the two buffers it fills. */
  guards?: ProtectionBuffer;
  /** How it grows while a location is silent; left out means it does not. */
  widening?: InputMaybe<ProtectionWideningInput>;
  /** Moment from which it holds. Default: now. */
  validFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Moment at which it ceases to hold; null when open-ended. */
  validTo?: InputMaybe<Scalars['DateTime']['input']>;
  /** Reason, for people; 500 characters at most. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Payload of `createProtectionRule`. */
export type CreateProtectionRulePayload = {
  __typename?: 'CreateProtectionRulePayload';
  /** The rule; null when `userErrors` is not empty. */
  rule?: Maybe<ProtectionRule>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<ProtectionRuleError>;
};

/** Input of `updateProtectionRule`. What is left out stays as it was; `quantity` replaces `percent` and the other way round. */
export type UpdateProtectionRuleInput = {
  /** Stable opaque id. */
  id: Scalars['ID']['input'];
  /** Version the change is based on. */
  expectedVersion: Scalars['Int']['input'];
  /** Replaces what the rule applies to. */
  scope?: InputMaybe<ProtectionScopeInput>;
  /** Units held back at each location, 0 to 100 000. */
  quantity?: InputMaybe<Scalars['Int']['input']>;
  /** Share of on-hand held back at each location, 0 to 100, with two decimals at most. */
  percent?: InputMaybe<Scalars['Decimal']['input']>;
  /** Rules of higher priority win; -1 000 to 1 000. */
  priority?: InputMaybe<Scalars['Int']['input']>;
  /** Which of the two buffers it fills. */
  guards?: InputMaybe<ProtectionBuffer>;
  /** How it grows while a location is silent; null means it does not. */
  widening?: InputMaybe<ProtectionWideningInput>;
  /** Moment from which it holds. */
  validFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Moment at which it ceases to hold; null when open-ended. */
  validTo?: InputMaybe<Scalars['DateTime']['input']>;
  /** Reason, for people; 500 characters at most. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Payload of `updateProtectionRule`. */
export type UpdateProtectionRulePayload = {
  __typename?: 'UpdateProtectionRulePayload';
  /** The rule; null when `userErrors` is not empty. */
  rule?: Maybe<ProtectionRule>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<ProtectionRuleError>;
};

/** Input of `archiveProtectionRule`. */
export type ArchiveProtectionRuleInput = {
  /** Stable opaque id. */
  id: Scalars['ID']['input'];
  /** Version the change is based on. */
  expectedVersion: Scalars['Int']['input'];
};

/** Payload of `archiveProtectionRule`. */
export type ArchiveProtectionRulePayload = {
  __typename?: 'ArchiveProtectionRulePayload';
  /** The rule; null when `userErrors` is not empty. */
  rule?: Maybe<ProtectionRule>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<ProtectionRuleError>;
};

/** Failures of protection-rule writes. */
export type ProtectionRuleError = InvalidInputError | NotFoundError | VersionConflictError | InvalidStateError | IdempotencyError;

/** Service to service: lines to source. */
export type SourcingCandidatesInput = {
  /** Channel id. */
  channelId: Scalars['ID']['input'];
  /** What the units are wanted for. */
  purpose: SourcingPurpose;
  /** Where the units would go: distance is measured from its postal code when `near` is left out and the place is known. */
  destination?: InputMaybe<DestinationInput>;
  /** Point from which distance is measured. */
  near?: InputMaybe<GeoPointInput>;
  /** Lines concerned. */
  lines: Array<ReserveStockLineInput>;
  /** Locations not to offer. */
  excludeLocationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Only these locations. */
  locationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Cart reservation whose units count as available. */
  reservationId?: InputMaybe<Scalars['ID']['input']>;
  /** How goods are handed over that are collected. Default: `CLICK_AND_COLLECT`. */
  service?: InputMaybe<ServiceType>;
  /** Offers locations whose capacity to hand over is used up too: who asks has booked there, or books for itself. Default: false. */
  ignoresCapacity?: InputMaybe<Scalars['Boolean']['input']>;
  /** Also tells how long the oldest units have lain there. Default: false. */
  withStockAges?: InputMaybe<Scalars['Boolean']['input']>;
  /** Answers as of an earlier moment, by what was known then: stock, reservations, facts of locations and rules. Left out: now. Not together with `reservationId`. */
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  /** Candidates wanted, 1 to 500. */
  first?: Scalars['Int']['input'];
};

/** Where units would go. */
export type DestinationInput = {
  /** Country. */
  countryCode: Scalars['CountryCode']['input'];
  /** Postal code. */
  postalCode?: InputMaybe<Scalars['String']['input']>;
};

/** Service to service: what the units are wanted for. */
export type SourcingPurpose =
  /** To be shipped by the location. */
  | 'SHIP'
  /** To be collected at the location. */
  | 'COLLECT';

/** Service to service: how long units of one SKU have lain at a location. */
export type StockAge = {
  __typename?: 'StockAge';
  /** Stock-keeping unit. */
  sku: Scalars['String']['output'];
  /** Days since the oldest unit there came, if the oldest are sold first; what came from another location began anew. */
  days: Scalars['Float']['output'];
};

/** Service to service: locations that could source the lines. */
export type SourcingCandidates = {
  __typename?: 'SourcingCandidates';
  /** Candidates, most units first. */
  candidates: Array<SourcingCandidate>;
  /** Sequence of the eligibility projection used. */
  eligibilitySequence: Scalars['String']['output'];
  /** Oldest moment among the stock facts used. */
  asOf: Scalars['DateTime']['output'];
};

/** Service to service: one location that could source some lines. */
export type SourcingCandidate = {
  __typename?: 'SourcingCandidate';
  /** How long the oldest units have lain there, for SKUs that are on hand; empty unless asked for. */
  stockAges: Array<StockAge>;
  /** Location id. */
  locationId: Scalars['ID']['output'];
  /** True for a store, false for a warehouse of any kind; orders prefer warehouses. */
  isStore: Scalars['Boolean']['output'];
  /** Great-circle distance in kilometres; null without a point. */
  distanceKm?: Maybe<Scalars['Float']['output']>;
  /** Moment the goods were, or can be, ready. */
  readyAt?: Maybe<Scalars['DateTime']['output']>;
  /** Local day of `readyAt`, `YYYY-MM-DD`: the day whose capacity an order takes; null when `readyAt` is. */
  readyOn?: Maybe<Scalars['String']['output']>;
  /** Orders that can still be accepted that day; null when unlimited. */
  remainingCapacity?: Maybe<Scalars['Int']['output']>;
  /** Lines concerned. */
  lines: Array<PickupItemAvailability>;
};

/** Service to service: input of `allocateOrder`. */
export type AllocateOrderInput = {
  /** Order id. */
  orderId: Scalars['ID']['input'];
  /** Grows with each edit or re-routing of the order. */
  revision: Scalars['Int']['input'];
  /** Channel id. */
  channelId: Scalars['ID']['input'];
  /** Cart reservation to turn into allocations; null when there was none. */
  reservationId?: InputMaybe<Scalars['ID']['input']>;
  /** Lines concerned. */
  lines: Array<AllocateOrderLineInput>;
};

/** Service to service: one line to allocate. */
export type AllocateOrderLineInput = {
  /** Order line id. */
  orderLineId: Scalars['ID']['input'];
  /** Stock-keeping unit. */
  sku: Scalars['String']['input'];
  /** Units. */
  quantity: Scalars['Int']['input'];
  /** Location id. */
  locationId: Scalars['ID']['input'];
};

/** Service to service: payload of `allocateOrder`. */
export type AllocateOrderPayload = {
  __typename?: 'AllocateOrderPayload';
  /** Allocations, one for each location. */
  reservations: Array<Reservation>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<AllocateOrderError>;
};

/** Service to service: failures of `allocateOrder`. */
export type AllocateOrderError = InvalidInputError | NotFoundError | InsufficientStockError | LocationNotEligibleError | ReservationExpiredError;

/** Service to service: input of `releaseOrderAllocation`. */
export type ReleaseOrderAllocationInput = {
  /** Order id. */
  orderId: Scalars['ID']['input'];
  /** Releases what this revision and earlier ones allocated. */
  revision: Scalars['Int']['input'];
  /** Lines to release; left out means all. */
  orderLineIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Instead of `orderLineIds`: lines of which only a part is given back. Idempotent, since it names what stays. */
  reductions?: InputMaybe<Array<AllocationReductionInput>>;
};

/** Service to service: one allocated line of which a part is given back. */
export type AllocationReductionInput = {
  /** Order line id, as allocated. */
  orderLineId: Scalars['ID']['input'];
  /** Units the order keeps of what was allocated, issued ones included; never grows. */
  keptQuantity: Scalars['Int']['input'];
};

/** Service to service: payload of `releaseOrderAllocation`. */
export type ReleaseOrderAllocationPayload = {
  __typename?: 'ReleaseOrderAllocationPayload';
  /** Units given back. */
  releasedUnits: Scalars['Int']['output'];
};

/** Service to service: input of `issueAllocatedStock`. */
export type IssueAllocatedStockInput = {
  /** Order id. */
  orderId: Scalars['ID']['input'];
  /** Shipment or pick-up that issues the units; makes the call idempotent. */
  issueReference: Scalars['ID']['input'];
  /** Location id. */
  locationId: Scalars['ID']['input'];
  /** Lines concerned. */
  lines: Array<AllocateOrderLineInput>;
  /** Moment it happened. */
  occurredAt: Scalars['DateTime']['input'];
};

/** Service to service: payload of `issueAllocatedStock`. */
export type IssueAllocatedStockPayload = {
  __typename?: 'IssueAllocatedStockPayload';
  /** Units issued. */
  issuedUnits: Scalars['Int']['output'];
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<IssueAllocatedStockError>;
};

/** Service to service: failures of `issueAllocatedStock`. */
export type IssueAllocatedStockError = InvalidInputError | InvalidStateError | QuantityTooLargeError;

/** Service to service: a SKU as return policies see it. */
export type ItemForReturn = {
  __typename?: 'ItemForReturn';
  /** Stock-keeping unit. */
  sku: Scalars['String']['output'];
  /** Category of the SKU; null when it has none. */
  category?: Maybe<Scalars['String']['output']>;
};

/** Service to service: input of `receiveReturnedStock`. */
export type ReceiveReturnedStockInput = {
  /** Return id. */
  returnId: Scalars['ID']['input'];
  /** Inspection that decided the disposition; makes the call idempotent. */
  inspectionId: Scalars['ID']['input'];
  /** Location id. */
  locationId: Scalars['ID']['input'];
  /** Order the units were sold with; they go back to the pools it drew them from. Left out means to the shared stock. */
  orderId?: InputMaybe<Scalars['ID']['input']>;
  /** Lines concerned. */
  lines: Array<ReceiveReturnedStockLineInput>;
};

/** Service to service: units that came back. */
export type ReceiveReturnedStockLineInput = {
  /** Stock-keeping unit. */
  sku: Scalars['String']['input'];
  /** Units put back for sale. */
  restockedQuantity: Scalars['Int']['input'];
  /** Units kept but not for sale. */
  blockedQuantity: Scalars['Int']['input'];
};

/** Service to service: payload of `receiveReturnedStock`. */
export type ReceiveReturnedStockPayload = {
  __typename?: 'ReceiveReturnedStockPayload';
  /** Units put back for sale. */
  restockedUnits: Scalars['Int']['output'];
};

/** Service to service: input of `correctStockAfterRejection`. */
export type CorrectStockAfterRejectionInput = {
  /** Names the correction; makes the call idempotent. */
  correctionId: Scalars['String']['input'];
  /** Order id. */
  orderId: Scalars['ID']['input'];
  /** Location id. */
  locationId: Scalars['ID']['input'];
  /** Lines concerned; 1 to 500, each SKU once. */
  lines: Array<CorrectedStockLineInput>;
};

/** Service to service: what a location found of one SKU when it looked for it. */
export type CorrectedStockLineInput = {
  /** Stock-keeping unit. */
  sku: Scalars['String']['input'];
  /** Units that are not there: taken off on-hand. */
  missingQuantity: Scalars['Int']['input'];
  /** Units found damaged: they stay on hand and are no longer for sale. */
  damagedQuantity: Scalars['Int']['input'];
};

/** Service to service: payload of `correctStockAfterRejection`. */
export type CorrectStockAfterRejectionPayload = {
  __typename?: 'CorrectStockAfterRejectionPayload';
  /** Units taken off sale, now or by an earlier call with this `correctionId`. */
  correctedUnits: Scalars['Int']['output'];
};

/** Service to service: units an order is to get of goods on their way. */
export type PromiseExpectedStockInput = {
  /** Order id. */
  orderId: Scalars['ID']['input'];
  /** Revision under which the units are kept; no other allocation of the order has it. */
  revision: Scalars['Int']['input'];
  /** Channel id. */
  channelId: Scalars['ID']['input'];
  /** Lines concerned; 1 to 500. */
  lines: Array<PromiseExpectedLineInput>;
  /** True only tells what would be promised; nothing is reserved. */
  dryRun?: Scalars['Boolean']['input'];
};

/** Service to service: units of one line to promise. */
export type PromiseExpectedLineInput = {
  /** Line the units are kept for. */
  orderLineId: Scalars['ID']['input'];
  /** Stock-keeping unit. */
  sku: Scalars['String']['input'];
  /** Units, 1 or more. */
  quantity: Scalars['Int']['input'];
  /** Store where the units will be collected: only goods on their way there count. Left out: those of any location that serves the channel. */
  locationId?: InputMaybe<Scalars['ID']['input']>;
};

/** Payload of `promiseExpectedStock`. */
export type PromiseExpectedStockPayload = {
  __typename?: 'PromiseExpectedStockPayload';
  /** One promise for each line; empty when `userErrors` is not empty. */
  promises: Array<ExpectedStockPromise>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<PromiseExpectedStockError>;
};

/** Service to service: units of one line that will arrive. */
export type ExpectedStockPromise = {
  __typename?: 'ExpectedStockPromise';
  /** Line the units are kept for. */
  orderLineId: Scalars['ID']['output'];
  /** Stock-keeping unit. */
  sku: Scalars['String']['output'];
  /** Units. */
  quantity: Scalars['Int']['output'];
  /** Location that will receive them. */
  locationId: Scalars['ID']['output'];
  /** True for a store, false for a warehouse of any kind. */
  isStore: Scalars['Boolean']['output'];
  /** Moment expected. */
  expectedAt: Scalars['DateTime']['output'];
};

/** Service to service: failures of `promiseExpectedStock`. */
export type PromiseExpectedStockError = NotFoundError | InsufficientStockError;

/** Service to service: goods that arrived for an order. */
export type ReceiveTransferredStockInput = {
  /** Arrival; makes the call idempotent. */
  receiptReference: Scalars['String']['input'];
  /** Order id. */
  orderId: Scalars['ID']['input'];
  /** Revision under which the units are kept; no other allocation of the order has it. */
  revision: Scalars['Int']['input'];
  /** Channel the order was placed in. */
  channelId: Scalars['ID']['input'];
  /** Location where the goods arrived. */
  locationId: Scalars['ID']['input'];
  /** Lines concerned; 1 to 500. */
  lines: Array<TransferredStockLineInput>;
  /** Moment of arrival. */
  occurredAt: Scalars['DateTime']['input'];
};

/** Service to service: units that arrived for one line. */
export type TransferredStockLineInput = {
  /** Line the units are kept for. */
  orderLineId: Scalars['ID']['input'];
  /** Stock-keeping unit. */
  sku: Scalars['String']['input'];
  /** Units kept for the order, zero or more. */
  quantity: Scalars['Int']['input'];
  /** Damaged units, zero or more; not for sale, and not kept for the order. */
  damagedQuantity: Scalars['Int']['input'];
};

/** Payload of `receiveTransferredStock`. */
export type ReceiveTransferredStockPayload = {
  __typename?: 'ReceiveTransferredStockPayload';
  /** Units kept for the order, now or by an earlier call with this `receiptReference`. */
  keptUnits: Scalars['Int']['output'];
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

/** WGS 84 position in decimal degrees, given by a caller. */
export type GeoPointInput = {
  /** North positive, -90 to 90. */
  latitude: Scalars['Float']['input'];
  /** East positive, -180 to 180. */
  longitude: Scalars['Float']['input'];
};

/** Half-open time range `[from, to)`; either bound may be left out. */
export type DateTimeRangeInput = {
  /** Inclusive lower bound. */
  from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Exclusive upper bound. */
  to?: InputMaybe<Scalars['DateTime']['input']>;
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
  InventoryItem: InventoryItem;
  Location: Location;
  SharingPair: SharingPair;
  Channel: Channel;
  Order: Order;
  InventoryLevel: InventoryLevel;
  InventoryPool: InventoryPool;
  ProtectionRule: ProtectionRule;
  Reservation: Reservation;
  StockSnapshot: StockSnapshot;
  StockMovement: StockMovement;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  InventoryItem:
    ( { __typename: 'InventoryItem' }
    & GraphQLRecursivePick<FederationTypes['InventoryItem'], {"sku":true}> );
  Location:
    ( { __typename: 'Location' }
    & GraphQLRecursivePick<FederationTypes['Location'], {"id":true}> );
  SharingPair:
    ( { __typename: 'SharingPair' }
    & GraphQLRecursivePick<FederationTypes['SharingPair'], {"channelId":true,"locationId":true}> );
  Channel:
    ( { __typename: 'Channel' }
    & GraphQLRecursivePick<FederationTypes['Channel'], {"id":true}> );
  Order:
    ( { __typename: 'Order' }
    & GraphQLRecursivePick<FederationTypes['Order'], {"id":true}> );
  InventoryLevel:
    ( { __typename: 'InventoryLevel' }
    & GraphQLRecursivePick<FederationTypes['InventoryLevel'], {"id":true}> );
  InventoryPool:
    ( { __typename: 'InventoryPool' }
    & GraphQLRecursivePick<FederationTypes['InventoryPool'], {"id":true}> );
  ProtectionRule:
    ( { __typename: 'ProtectionRule' }
    & GraphQLRecursivePick<FederationTypes['ProtectionRule'], {"id":true}> );
  Reservation:
    ( { __typename: 'Reservation' }
    & GraphQLRecursivePick<FederationTypes['Reservation'], {"id":true}> );
  StockSnapshot:
    ( { __typename: 'StockSnapshot' }
    & GraphQLRecursivePick<FederationTypes['StockSnapshot'], {"id":true}> );
  StockMovement:
    ( { __typename: 'StockMovement' }
    & GraphQLRecursivePick<FederationTypes['StockMovement'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  StockWatchError:
    | ( InvalidInputError )
    | ( NotFoundError )
    | ( LimitExceededError )
  ;
  CountTaskError:
    | ( InvalidInputError )
    | ( NotFoundError )
    | ( InvalidStateError )
    | ( LimitExceededError )
    | ( IdempotencyError )
  ;
  TransferOrderError:
    | ( InvalidInputError )
    | ( NotFoundError )
    | ( InvalidStateError )
    | ( VersionConflictError )
    | ( InsufficientStockError )
    | ( QuantityTooLargeError )
    | ( IdempotencyError )
  ;
  ReserveStockError:
    | ( InvalidInputError )
    | ( NotFoundError )
    | ( InsufficientStockError )
    | ( LocationNotEligibleError )
    | ( IdempotencyError )
    | ( LimitExceededError )
  ;
  ReservationError:
    | ( InvalidInputError )
    | ( NotFoundError )
    | ( InvalidStateError )
    | ( ReservationExpiredError )
  ;
  StockWriteError:
    | ( InvalidInputError )
    | ( NotFoundError )
    | ( QuantityConflictError )
    | ( IdempotencyError )
    | ( LimitExceededError )
  ;
  StockSnapshotError:
    | ( InvalidInputError )
    | ( NotFoundError )
    | ( InvalidStateError )
    | ( IdempotencyError )
    | ( LimitExceededError )
    | ( SnapshotSequenceError )
  ;
  PoolUserError:
    | ( InvalidInputError )
    | ( NotFoundError )
    | ( VersionConflictError )
    | ( InvalidStateError )
    | ( InsufficientStockError )
    | ( IdempotencyError )
  ;
  ProtectionRuleError:
    | ( InvalidInputError )
    | ( NotFoundError )
    | ( VersionConflictError )
    | ( InvalidStateError )
    | ( IdempotencyError )
  ;
  AllocateOrderError:
    | ( InvalidInputError )
    | ( NotFoundError )
    | ( InsufficientStockError )
    | ( LocationNotEligibleError )
    | ( ReservationExpiredError )
  ;
  IssueAllocatedStockError:
    | ( InvalidInputError )
    | ( InvalidStateError )
    | ( QuantityTooLargeError )
  ;
  PromiseExpectedStockError:
    | ( NotFoundError )
    | ( InsufficientStockError )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  UserError:
    | ( ReservationExpiredError )
    | ( QuantityConflictError )
    | ( SnapshotSequenceError )
    | ( InvalidInputError )
    | ( NotFoundError )
    | ( VersionConflictError )
    | ( InvalidStateError )
    | ( IdempotencyError )
    | ( LimitExceededError )
    | ( InsufficientStockError )
    | ( LocationNotEligibleError )
    | ( QuantityTooLargeError )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  InventoryItem: ResolverTypeWrapper<Item>;
  ExpectedReceipt: ResolverTypeWrapper<ExpectedReceiptModel>;
  ExpectedReceiptKind: ExpectedReceiptKind;
  Location: ResolverTypeWrapper<LocationRef>;
  NetworkProjection: ResolverTypeWrapper<NetworkProjection>;
  SharingPair: ResolverTypeWrapper<PairRef>;
  Channel: ResolverTypeWrapper<ChannelRef>;
  Order: ResolverTypeWrapper<OrderRef>;
  SkuAvailability: ResolverTypeWrapper<SkuAvailabilityModel>;
  AvailabilityStatus: AvailabilityStatus;
  AvailabilityShare: ResolverTypeWrapper<ShownShare>;
  AvailabilityExclusion: ResolverTypeWrapper<AvailabilityExclusion>;
  PickupSummary: ResolverTypeWrapper<PickupSummary>;
  PromisableReceipt: ResolverTypeWrapper<PromisableReceipt>;
  AvailabilityExplanation: ResolverTypeWrapper<Explanation>;
  AvailabilityStep: ResolverTypeWrapper<Step>;
  AvailabilityStepKind: AvailabilityStepKind;
  LocationAvailabilityConnection: ResolverTypeWrapper<LocationSharePage>;
  LocationAvailabilityEdge: ResolverTypeWrapper<Omit<LocationAvailabilityEdge, 'node'> & { node: ResolversTypes['LocationAvailability'] }>;
  LocationAvailability: ResolverTypeWrapper<LocationShare>;
  PickupItemInput: PickupItemInput;
  PickupStoreFilter: PickupStoreFilter;
  PickupStoreConnection: ResolverTypeWrapper<StorePage>;
  PickupStoreEdge: ResolverTypeWrapper<Omit<PickupStoreEdge, 'node'> & { node: ResolversTypes['PickupStore'] }>;
  PickupStore: ResolverTypeWrapper<StoreOffer>;
  PickupCompleteness: PickupCompleteness;
  PickupItemAvailability: ResolverTypeWrapper<OfferedLine>;
  PickupAlternative: ResolverTypeWrapper<Alternative>;
  ServiceType: ServiceType;
  InventoryLevel: ResolverTypeWrapper<Level>;
  InventoryQuantities: ResolverTypeWrapper<InventoryQuantities>;
  StockFreshness: ResolverTypeWrapper<Freshness>;
  SequenceGap: ResolverTypeWrapper<SequenceGap>;
  StockFeedMode: StockFeedMode;
  InventoryLevelConnection: ResolverTypeWrapper<LevelPage>;
  InventoryLevelEdge: ResolverTypeWrapper<Omit<InventoryLevelEdge, 'node'> & { node: ResolversTypes['InventoryLevel'] }>;
  InventoryLevelFilter: InventoryLevelFilter;
  ItemLevelFilter: ItemLevelFilter;
  LocationLevelFilter: LocationLevelFilter;
  InventoryPool: ResolverTypeWrapper<Pool>;
  PoolMode: PoolMode;
  PoolMovement: ResolverTypeWrapper<PoolMovementModel>;
  PoolMovementKind: PoolMovementKind;
  PoolMovementConnection: ResolverTypeWrapper<PoolMovementPage>;
  PoolMovementEdge: ResolverTypeWrapper<Omit<PoolMovementEdge, 'node'> & { node: ResolversTypes['PoolMovement'] }>;
  PoolAllocation: ResolverTypeWrapper<PoolAllocation>;
  ProtectionRule: ResolverTypeWrapper<ProtectionRuleModel>;
  ProtectionScope: ResolverTypeWrapper<ProtectionScopeModel>;
  ProtectionLocationType: ProtectionLocationType;
  ProtectionBuffer: ProtectionBuffer;
  ProtectionWidening: ResolverTypeWrapper<ProtectionWidening>;
  ProtectionRuleFilter: ProtectionRuleFilter;
  ProtectionRuleConnection: ResolverTypeWrapper<RulePage>;
  ProtectionRuleEdge: ResolverTypeWrapper<Omit<ProtectionRuleEdge, 'node'> & { node: ResolversTypes['ProtectionRule'] }>;
  Reservation: ResolverTypeWrapper<ReservationModel>;
  ReservationStatus: ReservationStatus;
  ReservationLine: ResolverTypeWrapper<ShownLine>;
  StockSnapshot: ResolverTypeWrapper<Snapshot>;
  StockSnapshotStatus: StockSnapshotStatus;
  StockSnapshotFilter: StockSnapshotFilter;
  StockSnapshotConnection: ResolverTypeWrapper<SnapshotPage>;
  StockSnapshotEdge: ResolverTypeWrapper<Omit<StockSnapshotEdge, 'node'> & { node: ResolversTypes['StockSnapshot'] }>;
  StockFeed: ResolverTypeWrapper<KnownFeed>;
  StockSnapshotRejection: ResolverTypeWrapper<StockSnapshotRejection>;
  StockSnapshotSummary: ResolverTypeWrapper<StockSnapshotSummary>;
  StockMovement: ResolverTypeWrapper<LedgerEntry>;
  StockMovementReason: StockMovementReason;
  StockMovementFilter: StockMovementFilter;
  StockMovementConnection: ResolverTypeWrapper<LedgerPage>;
  StockMovementEdge: ResolverTypeWrapper<Omit<StockMovementEdge, 'node'> & { node: ResolversTypes['StockMovement'] }>;
  StockCrossing: ResolverTypeWrapper<Crossing>;
  StockCrossingKind: StockCrossingKind;
  StockCrossingFilter: StockCrossingFilter;
  StockCrossingConnection: ResolverTypeWrapper<CrossingPage>;
  StockCrossingEdge: ResolverTypeWrapper<Omit<StockCrossingEdge, 'node'> & { node: ResolversTypes['StockCrossing'] }>;
  StockWatch: ResolverTypeWrapper<StockWatchModel>;
  LowStockThreshold: ResolverTypeWrapper<Threshold>;
  LowStockThresholdConnection: ResolverTypeWrapper<ThresholdPage>;
  LowStockThresholdEdge: ResolverTypeWrapper<Omit<LowStockThresholdEdge, 'node'> & { node: ResolversTypes['LowStockThreshold'] }>;
  StartStockWatchInput: StartStockWatchInput;
  StartStockWatchPayload: ResolverTypeWrapper<Omit<StartStockWatchPayload, 'watch' | 'userErrors'> & { watch?: Maybe<ResolversTypes['StockWatch']>, userErrors: Array<ResolversTypes['StockWatchError']> }>;
  StopStockWatchInput: StopStockWatchInput;
  StopStockWatchPayload: ResolverTypeWrapper<Omit<StopStockWatchPayload, 'watch' | 'userErrors'> & { watch?: Maybe<ResolversTypes['StockWatch']>, userErrors: Array<ResolversTypes['StockWatchError']> }>;
  SetLowStockThresholdInput: SetLowStockThresholdInput;
  SetLowStockThresholdPayload: ResolverTypeWrapper<Omit<SetLowStockThresholdPayload, 'threshold' | 'userErrors'> & { threshold?: Maybe<ResolversTypes['LowStockThreshold']>, userErrors: Array<ResolversTypes['StockWatchError']> }>;
  StockWatchError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['StockWatchError']>;
  CountTask: ResolverTypeWrapper<CountTaskModel>;
  CountTaskStatus: CountTaskStatus;
  CountLine: ResolverTypeWrapper<CountLineModel>;
  CountLineStatus: CountLineStatus;
  CountSummary: ResolverTypeWrapper<CountSummary>;
  CountTaskFilter: CountTaskFilter;
  CountTaskConnection: ResolverTypeWrapper<CountTaskPage>;
  CountTaskEdge: ResolverTypeWrapper<Omit<CountTaskEdge, 'node'> & { node: ResolversTypes['CountTask'] }>;
  CreateCountTaskInput: CreateCountTaskInput;
  RecordCountedQuantitiesInput: RecordCountedQuantitiesInput;
  CountedQuantityInput: CountedQuantityInput;
  SubmitCountTaskInput: SubmitCountTaskInput;
  ApproveCountTaskInput: ApproveCountTaskInput;
  CancelCountTaskInput: CancelCountTaskInput;
  CountTaskPayload: ResolverTypeWrapper<Omit<CountTaskPayload, 'task' | 'userErrors'> & { task?: Maybe<ResolversTypes['CountTask']>, userErrors: Array<ResolversTypes['CountTaskError']> }>;
  CountTaskError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CountTaskError']>;
  TransferOrder: ResolverTypeWrapper<TransferOrderModel>;
  TransferOrderStatus: TransferOrderStatus;
  TransferOrderAction: TransferOrderAction;
  TransferOrderMoment: ResolverTypeWrapper<TransferMoment>;
  TransferOrderLine: ResolverTypeWrapper<ShownTransferLine>;
  TransferDifference: ResolverTypeWrapper<TransferDifference>;
  TransferDifferenceKind: TransferDifferenceKind;
  TransferDifferenceCause: TransferDifferenceCause;
  TransferOrderFilter: TransferOrderFilter;
  TransferOrderConnection: ResolverTypeWrapper<TransferOrderPage>;
  TransferOrderEdge: ResolverTypeWrapper<Omit<TransferOrderEdge, 'node'> & { node: ResolversTypes['TransferOrder'] }>;
  CreateTransferOrderInput: CreateTransferOrderInput;
  TransferOrderLineInput: TransferOrderLineInput;
  RequestTransferOrderInput: RequestTransferOrderInput;
  RecordTransferPickInput: RecordTransferPickInput;
  TransferPickLineInput: TransferPickLineInput;
  ShipTransferOrderInput: ShipTransferOrderInput;
  ReceiveTransferOrderInput: ReceiveTransferOrderInput;
  TransferArrivalLineInput: TransferArrivalLineInput;
  ResolveTransferDifferencesInput: ResolveTransferDifferencesInput;
  TransferResolutionLineInput: TransferResolutionLineInput;
  TransferResolution: TransferResolution;
  CancelTransferOrderInput: CancelTransferOrderInput;
  TransferOrderPayload: ResolverTypeWrapper<Omit<TransferOrderPayload, 'transferOrder' | 'userErrors'> & { transferOrder?: Maybe<ResolversTypes['TransferOrder']>, userErrors: Array<ResolversTypes['TransferOrderError']> }>;
  TransferOrderError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['TransferOrderError']>;
  ReserveStockInput: ReserveStockInput;
  ReserveStockLineInput: ReserveStockLineInput;
  ReserveStockPayload: ResolverTypeWrapper<Omit<ReserveStockPayload, 'reservation' | 'userErrors'> & { reservation?: Maybe<ResolversTypes['Reservation']>, userErrors: Array<ResolversTypes['ReserveStockError']> }>;
  ReserveStockError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReserveStockError']>;
  ExtendReservationInput: ExtendReservationInput;
  ExtendReservationPayload: ResolverTypeWrapper<Omit<ExtendReservationPayload, 'reservation' | 'userErrors'> & { reservation?: Maybe<ResolversTypes['Reservation']>, userErrors: Array<ResolversTypes['ReservationError']> }>;
  ReleaseReservationInput: ReleaseReservationInput;
  ReleaseReservationPayload: ResolverTypeWrapper<Omit<ReleaseReservationPayload, 'reservation' | 'userErrors'> & { reservation?: Maybe<ResolversTypes['Reservation']>, userErrors: Array<ResolversTypes['ReservationError']> }>;
  ReservationError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReservationError']>;
  ReservationExpiredError: ResolverTypeWrapper<ReservationExpiredError>;
  AdjustStockInput: AdjustStockInput;
  AdjustStockPayload: ResolverTypeWrapper<Omit<AdjustStockPayload, 'level' | 'userErrors'> & { level?: Maybe<ResolversTypes['InventoryLevel']>, userErrors: Array<ResolversTypes['StockWriteError']> }>;
  RecordStockCountInput: RecordStockCountInput;
  RecordStockCountPayload: ResolverTypeWrapper<Omit<RecordStockCountPayload, 'level' | 'userErrors'> & { level?: Maybe<ResolversTypes['InventoryLevel']>, userErrors: Array<ResolversTypes['StockWriteError']> }>;
  StockWriteError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['StockWriteError']>;
  QuantityConflictError: ResolverTypeWrapper<QuantityConflictError>;
  RecordStockEventsInput: RecordStockEventsInput;
  StockEventInput: StockEventInput;
  BatchErrorPolicy: BatchErrorPolicy;
  RecordStockEventsPayload: ResolverTypeWrapper<Omit<RecordStockEventsPayload, 'rejections' | 'userErrors'> & { rejections: Array<ResolversTypes['StockEventRejection']>, userErrors: Array<ResolversTypes['StockWriteError']> }>;
  StockEventRejection: ResolverTypeWrapper<Omit<StockEventRejection, 'userErrors'> & { userErrors: Array<ResolversTypes['StockWriteError']> }>;
  RecordExpectedReceiptsInput: RecordExpectedReceiptsInput;
  ExpectedReceiptInput: ExpectedReceiptInput;
  RecordExpectedReceiptsPayload: ResolverTypeWrapper<Omit<RecordExpectedReceiptsPayload, 'rejections' | 'userErrors'> & { rejections: Array<ResolversTypes['ExpectedReceiptRejection']>, userErrors: Array<ResolversTypes['StockWriteError']> }>;
  ExpectedReceiptRejection: ResolverTypeWrapper<Omit<ExpectedReceiptRejection, 'userErrors'> & { userErrors: Array<ResolversTypes['StockWriteError']> }>;
  StartStockSnapshotInput: StartStockSnapshotInput;
  MissingSkuPolicy: MissingSkuPolicy;
  StartStockSnapshotPayload: ResolverTypeWrapper<Omit<StartStockSnapshotPayload, 'snapshot' | 'userErrors'> & { snapshot?: Maybe<ResolversTypes['StockSnapshot']>, userErrors: Array<ResolversTypes['StockSnapshotError']> }>;
  AppendStockSnapshotInput: AppendStockSnapshotInput;
  AppendSnapshotTextInput: AppendSnapshotTextInput;
  StockSnapshotRowInput: StockSnapshotRowInput;
  AppendStockSnapshotPayload: ResolverTypeWrapper<Omit<AppendStockSnapshotPayload, 'snapshot' | 'userErrors'> & { snapshot?: Maybe<ResolversTypes['StockSnapshot']>, userErrors: Array<ResolversTypes['StockSnapshotError']> }>;
  CompleteStockSnapshotInput: CompleteStockSnapshotInput;
  CompleteStockSnapshotPayload: ResolverTypeWrapper<Omit<CompleteStockSnapshotPayload, 'snapshot' | 'userErrors'> & { snapshot?: Maybe<ResolversTypes['StockSnapshot']>, userErrors: Array<ResolversTypes['StockSnapshotError']> }>;
  AbortStockSnapshotInput: AbortStockSnapshotInput;
  AbortStockSnapshotPayload: ResolverTypeWrapper<Omit<AbortStockSnapshotPayload, 'snapshot' | 'userErrors'> & { snapshot?: Maybe<ResolversTypes['StockSnapshot']>, userErrors: Array<ResolversTypes['StockSnapshotError']> }>;
  ReleaseStockSnapshotInput: ReleaseStockSnapshotInput;
  ReleaseStockSnapshotPayload: ResolverTypeWrapper<Omit<ReleaseStockSnapshotPayload, 'snapshot' | 'userErrors'> & { snapshot?: Maybe<ResolversTypes['StockSnapshot']>, userErrors: Array<ResolversTypes['StockSnapshotError']> }>;
  SetStockFeedInput: SetStockFeedInput;
  SetStockFeedPayload: ResolverTypeWrapper<Omit<SetStockFeedPayload, 'feed' | 'userErrors'> & { feed?: Maybe<ResolversTypes['StockFeed']>, userErrors: Array<ResolversTypes['StockWriteError']> }>;
  StockSnapshotError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['StockSnapshotError']>;
  SnapshotSequenceError: ResolverTypeWrapper<SnapshotSequenceError>;
  TransferPoolStockInput: TransferPoolStockInput;
  TransferPoolStockLineInput: TransferPoolStockLineInput;
  TransferPoolStockPayload: ResolverTypeWrapper<Omit<TransferPoolStockPayload, 'fromPool' | 'toPool' | 'userErrors'> & { fromPool?: Maybe<ResolversTypes['InventoryPool']>, toPool?: Maybe<ResolversTypes['InventoryPool']>, userErrors: Array<ResolversTypes['PoolUserError']> }>;
  CreateInventoryPoolInput: CreateInventoryPoolInput;
  CreateInventoryPoolPayload: ResolverTypeWrapper<Omit<CreateInventoryPoolPayload, 'pool' | 'userErrors'> & { pool?: Maybe<ResolversTypes['InventoryPool']>, userErrors: Array<ResolversTypes['PoolUserError']> }>;
  UpdateInventoryPoolInput: UpdateInventoryPoolInput;
  UpdateInventoryPoolPayload: ResolverTypeWrapper<Omit<UpdateInventoryPoolPayload, 'pool' | 'userErrors'> & { pool?: Maybe<ResolversTypes['InventoryPool']>, userErrors: Array<ResolversTypes['PoolUserError']> }>;
  PoolUserError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PoolUserError']>;
  ProtectionScopeInput: ProtectionScopeInput;
  ProtectionWideningInput: ProtectionWideningInput;
  CreateProtectionRuleInput: CreateProtectionRuleInput;
  CreateProtectionRulePayload: ResolverTypeWrapper<Omit<CreateProtectionRulePayload, 'rule' | 'userErrors'> & { rule?: Maybe<ResolversTypes['ProtectionRule']>, userErrors: Array<ResolversTypes['ProtectionRuleError']> }>;
  UpdateProtectionRuleInput: UpdateProtectionRuleInput;
  UpdateProtectionRulePayload: ResolverTypeWrapper<Omit<UpdateProtectionRulePayload, 'rule' | 'userErrors'> & { rule?: Maybe<ResolversTypes['ProtectionRule']>, userErrors: Array<ResolversTypes['ProtectionRuleError']> }>;
  ArchiveProtectionRuleInput: ArchiveProtectionRuleInput;
  ArchiveProtectionRulePayload: ResolverTypeWrapper<Omit<ArchiveProtectionRulePayload, 'rule' | 'userErrors'> & { rule?: Maybe<ResolversTypes['ProtectionRule']>, userErrors: Array<ResolversTypes['ProtectionRuleError']> }>;
  ProtectionRuleError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ProtectionRuleError']>;
  SourcingCandidatesInput: SourcingCandidatesInput;
  DestinationInput: DestinationInput;
  SourcingPurpose: SourcingPurpose;
  StockAge: ResolverTypeWrapper<StockAge>;
  SourcingCandidates: ResolverTypeWrapper<Omit<SourcingCandidates, 'candidates'> & { candidates: Array<ResolversTypes['SourcingCandidate']> }>;
  SourcingCandidate: ResolverTypeWrapper<SourcingCandidateModel>;
  AllocateOrderInput: AllocateOrderInput;
  AllocateOrderLineInput: AllocateOrderLineInput;
  AllocateOrderPayload: ResolverTypeWrapper<Omit<AllocateOrderPayload, 'reservations' | 'userErrors'> & { reservations: Array<ResolversTypes['Reservation']>, userErrors: Array<ResolversTypes['AllocateOrderError']> }>;
  AllocateOrderError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AllocateOrderError']>;
  ReleaseOrderAllocationInput: ReleaseOrderAllocationInput;
  AllocationReductionInput: AllocationReductionInput;
  ReleaseOrderAllocationPayload: ResolverTypeWrapper<ReleaseOrderAllocationPayload>;
  IssueAllocatedStockInput: IssueAllocatedStockInput;
  IssueAllocatedStockPayload: ResolverTypeWrapper<Omit<IssueAllocatedStockPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['IssueAllocatedStockError']> }>;
  IssueAllocatedStockError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['IssueAllocatedStockError']>;
  ItemForReturn: ResolverTypeWrapper<ItemForReturn>;
  ReceiveReturnedStockInput: ReceiveReturnedStockInput;
  ReceiveReturnedStockLineInput: ReceiveReturnedStockLineInput;
  ReceiveReturnedStockPayload: ResolverTypeWrapper<ReceiveReturnedStockPayload>;
  CorrectStockAfterRejectionInput: CorrectStockAfterRejectionInput;
  CorrectedStockLineInput: CorrectedStockLineInput;
  CorrectStockAfterRejectionPayload: ResolverTypeWrapper<CorrectStockAfterRejectionPayload>;
  PromiseExpectedStockInput: PromiseExpectedStockInput;
  PromiseExpectedLineInput: PromiseExpectedLineInput;
  PromiseExpectedStockPayload: ResolverTypeWrapper<Omit<PromiseExpectedStockPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['PromiseExpectedStockError']> }>;
  ExpectedStockPromise: ResolverTypeWrapper<ExpectedStockPromise>;
  PromiseExpectedStockError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PromiseExpectedStockError']>;
  ReceiveTransferredStockInput: ReceiveTransferredStockInput;
  TransferredStockLineInput: TransferredStockLineInput;
  ReceiveTransferredStockPayload: ResolverTypeWrapper<ReceiveTransferredStockPayload>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Duration: ResolverTypeWrapper<Scalars['Duration']['output']>;
  CountryCode: ResolverTypeWrapper<Scalars['CountryCode']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  GeoPointInput: GeoPointInput;
  DateTimeRangeInput: DateTimeRangeInput;
  IneligibilityReasonCode: IneligibilityReasonCode;
  IneligibilityReason: ResolverTypeWrapper<IneligibilityReason>;
  UserExitCall: ResolverTypeWrapper<UserExitCall>;
  UserExitOutcome: UserExitOutcome;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  UserErrorCode: UserErrorCode;
  InvalidInputError: ResolverTypeWrapper<InvalidInputError>;
  NotFoundError: ResolverTypeWrapper<NotFoundError>;
  VersionConflictError: ResolverTypeWrapper<VersionConflictError>;
  InvalidStateError: ResolverTypeWrapper<InvalidStateError>;
  IdempotencyError: ResolverTypeWrapper<IdempotencyError>;
  LimitExceededError: ResolverTypeWrapper<LimitExceededError>;
  InsufficientStockError: ResolverTypeWrapper<InsufficientStockError>;
  LocationNotEligibleError: ResolverTypeWrapper<LocationNotEligibleError>;
  QuantityTooLargeError: ResolverTypeWrapper<QuantityTooLargeError>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Query: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  String: Scalars['String']['output'];
  Float: Scalars['Float']['output'];
  Mutation: Record<PropertyKey, never>;
  InventoryItem: Item;
  ExpectedReceipt: ExpectedReceiptModel;
  Location: LocationRef;
  NetworkProjection: NetworkProjection;
  SharingPair: PairRef;
  Channel: ChannelRef;
  Order: OrderRef;
  SkuAvailability: SkuAvailabilityModel;
  AvailabilityShare: ShownShare;
  AvailabilityExclusion: AvailabilityExclusion;
  PickupSummary: PickupSummary;
  PromisableReceipt: PromisableReceipt;
  AvailabilityExplanation: Explanation;
  AvailabilityStep: Step;
  LocationAvailabilityConnection: LocationSharePage;
  LocationAvailabilityEdge: Omit<LocationAvailabilityEdge, 'node'> & { node: ResolversParentTypes['LocationAvailability'] };
  LocationAvailability: LocationShare;
  PickupItemInput: PickupItemInput;
  PickupStoreFilter: PickupStoreFilter;
  PickupStoreConnection: StorePage;
  PickupStoreEdge: Omit<PickupStoreEdge, 'node'> & { node: ResolversParentTypes['PickupStore'] };
  PickupStore: StoreOffer;
  PickupItemAvailability: OfferedLine;
  PickupAlternative: Alternative;
  InventoryLevel: Level;
  InventoryQuantities: InventoryQuantities;
  StockFreshness: Freshness;
  SequenceGap: SequenceGap;
  InventoryLevelConnection: LevelPage;
  InventoryLevelEdge: Omit<InventoryLevelEdge, 'node'> & { node: ResolversParentTypes['InventoryLevel'] };
  InventoryLevelFilter: InventoryLevelFilter;
  ItemLevelFilter: ItemLevelFilter;
  LocationLevelFilter: LocationLevelFilter;
  InventoryPool: Pool;
  PoolMovement: PoolMovementModel;
  PoolMovementConnection: PoolMovementPage;
  PoolMovementEdge: Omit<PoolMovementEdge, 'node'> & { node: ResolversParentTypes['PoolMovement'] };
  PoolAllocation: PoolAllocation;
  ProtectionRule: ProtectionRuleModel;
  ProtectionScope: ProtectionScopeModel;
  ProtectionWidening: ProtectionWidening;
  ProtectionRuleFilter: ProtectionRuleFilter;
  ProtectionRuleConnection: RulePage;
  ProtectionRuleEdge: Omit<ProtectionRuleEdge, 'node'> & { node: ResolversParentTypes['ProtectionRule'] };
  Reservation: ReservationModel;
  ReservationLine: ShownLine;
  StockSnapshot: Snapshot;
  StockSnapshotFilter: StockSnapshotFilter;
  StockSnapshotConnection: SnapshotPage;
  StockSnapshotEdge: Omit<StockSnapshotEdge, 'node'> & { node: ResolversParentTypes['StockSnapshot'] };
  StockFeed: KnownFeed;
  StockSnapshotRejection: StockSnapshotRejection;
  StockSnapshotSummary: StockSnapshotSummary;
  StockMovement: LedgerEntry;
  StockMovementFilter: StockMovementFilter;
  StockMovementConnection: LedgerPage;
  StockMovementEdge: Omit<StockMovementEdge, 'node'> & { node: ResolversParentTypes['StockMovement'] };
  StockCrossing: Crossing;
  StockCrossingFilter: StockCrossingFilter;
  StockCrossingConnection: CrossingPage;
  StockCrossingEdge: Omit<StockCrossingEdge, 'node'> & { node: ResolversParentTypes['StockCrossing'] };
  StockWatch: StockWatchModel;
  LowStockThreshold: Threshold;
  LowStockThresholdConnection: ThresholdPage;
  LowStockThresholdEdge: Omit<LowStockThresholdEdge, 'node'> & { node: ResolversParentTypes['LowStockThreshold'] };
  StartStockWatchInput: StartStockWatchInput;
  StartStockWatchPayload: Omit<StartStockWatchPayload, 'watch' | 'userErrors'> & { watch?: Maybe<ResolversParentTypes['StockWatch']>, userErrors: Array<ResolversParentTypes['StockWatchError']> };
  StopStockWatchInput: StopStockWatchInput;
  StopStockWatchPayload: Omit<StopStockWatchPayload, 'watch' | 'userErrors'> & { watch?: Maybe<ResolversParentTypes['StockWatch']>, userErrors: Array<ResolversParentTypes['StockWatchError']> };
  SetLowStockThresholdInput: SetLowStockThresholdInput;
  SetLowStockThresholdPayload: Omit<SetLowStockThresholdPayload, 'threshold' | 'userErrors'> & { threshold?: Maybe<ResolversParentTypes['LowStockThreshold']>, userErrors: Array<ResolversParentTypes['StockWatchError']> };
  StockWatchError: ResolversUnionTypes<ResolversParentTypes>['StockWatchError'];
  CountTask: CountTaskModel;
  CountLine: CountLineModel;
  CountSummary: CountSummary;
  CountTaskFilter: CountTaskFilter;
  CountTaskConnection: CountTaskPage;
  CountTaskEdge: Omit<CountTaskEdge, 'node'> & { node: ResolversParentTypes['CountTask'] };
  CreateCountTaskInput: CreateCountTaskInput;
  RecordCountedQuantitiesInput: RecordCountedQuantitiesInput;
  CountedQuantityInput: CountedQuantityInput;
  SubmitCountTaskInput: SubmitCountTaskInput;
  ApproveCountTaskInput: ApproveCountTaskInput;
  CancelCountTaskInput: CancelCountTaskInput;
  CountTaskPayload: Omit<CountTaskPayload, 'task' | 'userErrors'> & { task?: Maybe<ResolversParentTypes['CountTask']>, userErrors: Array<ResolversParentTypes['CountTaskError']> };
  CountTaskError: ResolversUnionTypes<ResolversParentTypes>['CountTaskError'];
  TransferOrder: TransferOrderModel;
  TransferOrderMoment: TransferMoment;
  TransferOrderLine: ShownTransferLine;
  TransferDifference: TransferDifference;
  TransferOrderFilter: TransferOrderFilter;
  TransferOrderConnection: TransferOrderPage;
  TransferOrderEdge: Omit<TransferOrderEdge, 'node'> & { node: ResolversParentTypes['TransferOrder'] };
  CreateTransferOrderInput: CreateTransferOrderInput;
  TransferOrderLineInput: TransferOrderLineInput;
  RequestTransferOrderInput: RequestTransferOrderInput;
  RecordTransferPickInput: RecordTransferPickInput;
  TransferPickLineInput: TransferPickLineInput;
  ShipTransferOrderInput: ShipTransferOrderInput;
  ReceiveTransferOrderInput: ReceiveTransferOrderInput;
  TransferArrivalLineInput: TransferArrivalLineInput;
  ResolveTransferDifferencesInput: ResolveTransferDifferencesInput;
  TransferResolutionLineInput: TransferResolutionLineInput;
  CancelTransferOrderInput: CancelTransferOrderInput;
  TransferOrderPayload: Omit<TransferOrderPayload, 'transferOrder' | 'userErrors'> & { transferOrder?: Maybe<ResolversParentTypes['TransferOrder']>, userErrors: Array<ResolversParentTypes['TransferOrderError']> };
  TransferOrderError: ResolversUnionTypes<ResolversParentTypes>['TransferOrderError'];
  ReserveStockInput: ReserveStockInput;
  ReserveStockLineInput: ReserveStockLineInput;
  ReserveStockPayload: Omit<ReserveStockPayload, 'reservation' | 'userErrors'> & { reservation?: Maybe<ResolversParentTypes['Reservation']>, userErrors: Array<ResolversParentTypes['ReserveStockError']> };
  ReserveStockError: ResolversUnionTypes<ResolversParentTypes>['ReserveStockError'];
  ExtendReservationInput: ExtendReservationInput;
  ExtendReservationPayload: Omit<ExtendReservationPayload, 'reservation' | 'userErrors'> & { reservation?: Maybe<ResolversParentTypes['Reservation']>, userErrors: Array<ResolversParentTypes['ReservationError']> };
  ReleaseReservationInput: ReleaseReservationInput;
  ReleaseReservationPayload: Omit<ReleaseReservationPayload, 'reservation' | 'userErrors'> & { reservation?: Maybe<ResolversParentTypes['Reservation']>, userErrors: Array<ResolversParentTypes['ReservationError']> };
  ReservationError: ResolversUnionTypes<ResolversParentTypes>['ReservationError'];
  ReservationExpiredError: ReservationExpiredError;
  AdjustStockInput: AdjustStockInput;
  AdjustStockPayload: Omit<AdjustStockPayload, 'level' | 'userErrors'> & { level?: Maybe<ResolversParentTypes['InventoryLevel']>, userErrors: Array<ResolversParentTypes['StockWriteError']> };
  RecordStockCountInput: RecordStockCountInput;
  RecordStockCountPayload: Omit<RecordStockCountPayload, 'level' | 'userErrors'> & { level?: Maybe<ResolversParentTypes['InventoryLevel']>, userErrors: Array<ResolversParentTypes['StockWriteError']> };
  StockWriteError: ResolversUnionTypes<ResolversParentTypes>['StockWriteError'];
  QuantityConflictError: QuantityConflictError;
  RecordStockEventsInput: RecordStockEventsInput;
  StockEventInput: StockEventInput;
  RecordStockEventsPayload: Omit<RecordStockEventsPayload, 'rejections' | 'userErrors'> & { rejections: Array<ResolversParentTypes['StockEventRejection']>, userErrors: Array<ResolversParentTypes['StockWriteError']> };
  StockEventRejection: Omit<StockEventRejection, 'userErrors'> & { userErrors: Array<ResolversParentTypes['StockWriteError']> };
  RecordExpectedReceiptsInput: RecordExpectedReceiptsInput;
  ExpectedReceiptInput: ExpectedReceiptInput;
  RecordExpectedReceiptsPayload: Omit<RecordExpectedReceiptsPayload, 'rejections' | 'userErrors'> & { rejections: Array<ResolversParentTypes['ExpectedReceiptRejection']>, userErrors: Array<ResolversParentTypes['StockWriteError']> };
  ExpectedReceiptRejection: Omit<ExpectedReceiptRejection, 'userErrors'> & { userErrors: Array<ResolversParentTypes['StockWriteError']> };
  StartStockSnapshotInput: StartStockSnapshotInput;
  StartStockSnapshotPayload: Omit<StartStockSnapshotPayload, 'snapshot' | 'userErrors'> & { snapshot?: Maybe<ResolversParentTypes['StockSnapshot']>, userErrors: Array<ResolversParentTypes['StockSnapshotError']> };
  AppendStockSnapshotInput: AppendStockSnapshotInput;
  AppendSnapshotTextInput: AppendSnapshotTextInput;
  StockSnapshotRowInput: StockSnapshotRowInput;
  AppendStockSnapshotPayload: Omit<AppendStockSnapshotPayload, 'snapshot' | 'userErrors'> & { snapshot?: Maybe<ResolversParentTypes['StockSnapshot']>, userErrors: Array<ResolversParentTypes['StockSnapshotError']> };
  CompleteStockSnapshotInput: CompleteStockSnapshotInput;
  CompleteStockSnapshotPayload: Omit<CompleteStockSnapshotPayload, 'snapshot' | 'userErrors'> & { snapshot?: Maybe<ResolversParentTypes['StockSnapshot']>, userErrors: Array<ResolversParentTypes['StockSnapshotError']> };
  AbortStockSnapshotInput: AbortStockSnapshotInput;
  AbortStockSnapshotPayload: Omit<AbortStockSnapshotPayload, 'snapshot' | 'userErrors'> & { snapshot?: Maybe<ResolversParentTypes['StockSnapshot']>, userErrors: Array<ResolversParentTypes['StockSnapshotError']> };
  ReleaseStockSnapshotInput: ReleaseStockSnapshotInput;
  ReleaseStockSnapshotPayload: Omit<ReleaseStockSnapshotPayload, 'snapshot' | 'userErrors'> & { snapshot?: Maybe<ResolversParentTypes['StockSnapshot']>, userErrors: Array<ResolversParentTypes['StockSnapshotError']> };
  SetStockFeedInput: SetStockFeedInput;
  SetStockFeedPayload: Omit<SetStockFeedPayload, 'feed' | 'userErrors'> & { feed?: Maybe<ResolversParentTypes['StockFeed']>, userErrors: Array<ResolversParentTypes['StockWriteError']> };
  StockSnapshotError: ResolversUnionTypes<ResolversParentTypes>['StockSnapshotError'];
  SnapshotSequenceError: SnapshotSequenceError;
  TransferPoolStockInput: TransferPoolStockInput;
  TransferPoolStockLineInput: TransferPoolStockLineInput;
  TransferPoolStockPayload: Omit<TransferPoolStockPayload, 'fromPool' | 'toPool' | 'userErrors'> & { fromPool?: Maybe<ResolversParentTypes['InventoryPool']>, toPool?: Maybe<ResolversParentTypes['InventoryPool']>, userErrors: Array<ResolversParentTypes['PoolUserError']> };
  CreateInventoryPoolInput: CreateInventoryPoolInput;
  CreateInventoryPoolPayload: Omit<CreateInventoryPoolPayload, 'pool' | 'userErrors'> & { pool?: Maybe<ResolversParentTypes['InventoryPool']>, userErrors: Array<ResolversParentTypes['PoolUserError']> };
  UpdateInventoryPoolInput: UpdateInventoryPoolInput;
  UpdateInventoryPoolPayload: Omit<UpdateInventoryPoolPayload, 'pool' | 'userErrors'> & { pool?: Maybe<ResolversParentTypes['InventoryPool']>, userErrors: Array<ResolversParentTypes['PoolUserError']> };
  PoolUserError: ResolversUnionTypes<ResolversParentTypes>['PoolUserError'];
  ProtectionScopeInput: ProtectionScopeInput;
  ProtectionWideningInput: ProtectionWideningInput;
  CreateProtectionRuleInput: CreateProtectionRuleInput;
  CreateProtectionRulePayload: Omit<CreateProtectionRulePayload, 'rule' | 'userErrors'> & { rule?: Maybe<ResolversParentTypes['ProtectionRule']>, userErrors: Array<ResolversParentTypes['ProtectionRuleError']> };
  UpdateProtectionRuleInput: UpdateProtectionRuleInput;
  UpdateProtectionRulePayload: Omit<UpdateProtectionRulePayload, 'rule' | 'userErrors'> & { rule?: Maybe<ResolversParentTypes['ProtectionRule']>, userErrors: Array<ResolversParentTypes['ProtectionRuleError']> };
  ArchiveProtectionRuleInput: ArchiveProtectionRuleInput;
  ArchiveProtectionRulePayload: Omit<ArchiveProtectionRulePayload, 'rule' | 'userErrors'> & { rule?: Maybe<ResolversParentTypes['ProtectionRule']>, userErrors: Array<ResolversParentTypes['ProtectionRuleError']> };
  ProtectionRuleError: ResolversUnionTypes<ResolversParentTypes>['ProtectionRuleError'];
  SourcingCandidatesInput: SourcingCandidatesInput;
  DestinationInput: DestinationInput;
  StockAge: StockAge;
  SourcingCandidates: Omit<SourcingCandidates, 'candidates'> & { candidates: Array<ResolversParentTypes['SourcingCandidate']> };
  SourcingCandidate: SourcingCandidateModel;
  AllocateOrderInput: AllocateOrderInput;
  AllocateOrderLineInput: AllocateOrderLineInput;
  AllocateOrderPayload: Omit<AllocateOrderPayload, 'reservations' | 'userErrors'> & { reservations: Array<ResolversParentTypes['Reservation']>, userErrors: Array<ResolversParentTypes['AllocateOrderError']> };
  AllocateOrderError: ResolversUnionTypes<ResolversParentTypes>['AllocateOrderError'];
  ReleaseOrderAllocationInput: ReleaseOrderAllocationInput;
  AllocationReductionInput: AllocationReductionInput;
  ReleaseOrderAllocationPayload: ReleaseOrderAllocationPayload;
  IssueAllocatedStockInput: IssueAllocatedStockInput;
  IssueAllocatedStockPayload: Omit<IssueAllocatedStockPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['IssueAllocatedStockError']> };
  IssueAllocatedStockError: ResolversUnionTypes<ResolversParentTypes>['IssueAllocatedStockError'];
  ItemForReturn: ItemForReturn;
  ReceiveReturnedStockInput: ReceiveReturnedStockInput;
  ReceiveReturnedStockLineInput: ReceiveReturnedStockLineInput;
  ReceiveReturnedStockPayload: ReceiveReturnedStockPayload;
  CorrectStockAfterRejectionInput: CorrectStockAfterRejectionInput;
  CorrectedStockLineInput: CorrectedStockLineInput;
  CorrectStockAfterRejectionPayload: CorrectStockAfterRejectionPayload;
  PromiseExpectedStockInput: PromiseExpectedStockInput;
  PromiseExpectedLineInput: PromiseExpectedLineInput;
  PromiseExpectedStockPayload: Omit<PromiseExpectedStockPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['PromiseExpectedStockError']> };
  ExpectedStockPromise: ExpectedStockPromise;
  PromiseExpectedStockError: ResolversUnionTypes<ResolversParentTypes>['PromiseExpectedStockError'];
  ReceiveTransferredStockInput: ReceiveTransferredStockInput;
  TransferredStockLineInput: TransferredStockLineInput;
  ReceiveTransferredStockPayload: ReceiveTransferredStockPayload;
  DateTime: Scalars['DateTime']['output'];
  Duration: Scalars['Duration']['output'];
  CountryCode: Scalars['CountryCode']['output'];
  Decimal: Scalars['Decimal']['output'];
  PageInfo: PageInfo;
  GeoPointInput: GeoPointInput;
  DateTimeRangeInput: DateTimeRangeInput;
  IneligibilityReason: IneligibilityReason;
  UserExitCall: UserExitCall;
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
  InvalidInputError: InvalidInputError;
  NotFoundError: NotFoundError;
  VersionConflictError: VersionConflictError;
  InvalidStateError: InvalidStateError;
  IdempotencyError: IdempotencyError;
  LimitExceededError: LimitExceededError;
  InsufficientStockError: InsufficientStockError;
  LocationNotEligibleError: LocationNotEligibleError;
  QuantityTooLargeError: QuantityTooLargeError;
  Int: Scalars['Int']['output'];
  Boolean: Scalars['Boolean']['output'];
};

export type CacheControlDirectiveArgs = {
  maxAge?: Maybe<Scalars['Int']['input']>;
  inheritMaxAge?: Maybe<Scalars['Boolean']['input']>;
};

export type CacheControlDirectiveResolver<Result, Parent, ContextType = Context, Args = CacheControlDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  availability?: Resolver<Maybe<Array<ResolversTypes['SkuAvailability']>>, ParentType, ContextType, RequireFields<QueryAvailabilityArgs, 'channelId' | 'skus'>>;
  pickupStores?: Resolver<Maybe<ResolversTypes['PickupStoreConnection']>, ParentType, ContextType, RequireFields<QueryPickupStoresArgs, 'channelId' | 'items' | 'radiusKm'>>;
  pickupStore?: Resolver<Maybe<ResolversTypes['PickupStore']>, ParentType, ContextType, RequireFields<QueryPickupStoreArgs, 'channelId' | 'locationId' | 'items'>>;
  inventoryItem?: Resolver<Maybe<ResolversTypes['InventoryItem']>, ParentType, ContextType, RequireFields<QueryInventoryItemArgs, 'sku'>>;
  inventoryLevels?: Resolver<Maybe<ResolversTypes['InventoryLevelConnection']>, ParentType, ContextType, RequireFields<QueryInventoryLevelsArgs, 'filter'>>;
  reservation?: Resolver<Maybe<ResolversTypes['Reservation']>, ParentType, ContextType, RequireFields<QueryReservationArgs, 'id'>>;
  inventoryPools?: Resolver<Maybe<Array<ResolversTypes['InventoryPool']>>, ParentType, ContextType, Partial<QueryInventoryPoolsArgs>>;
  protectionRules?: Resolver<Maybe<ResolversTypes['ProtectionRuleConnection']>, ParentType, ContextType, Partial<QueryProtectionRulesArgs>>;
  stockSnapshot?: Resolver<Maybe<ResolversTypes['StockSnapshot']>, ParentType, ContextType, RequireFields<QueryStockSnapshotArgs, 'id'>>;
  stockSnapshots?: Resolver<Maybe<ResolversTypes['StockSnapshotConnection']>, ParentType, ContextType, Partial<QueryStockSnapshotsArgs>>;
  stockMovements?: Resolver<Maybe<ResolversTypes['StockMovementConnection']>, ParentType, ContextType, RequireFields<QueryStockMovementsArgs, 'filter'>>;
  networkProjection?: Resolver<Maybe<ResolversTypes['NetworkProjection']>, ParentType, ContextType>;
  stockCrossings?: Resolver<Maybe<ResolversTypes['StockCrossingConnection']>, ParentType, ContextType, Partial<QueryStockCrossingsArgs>>;
  stockWatches?: Resolver<Maybe<Array<ResolversTypes['StockWatch']>>, ParentType, ContextType>;
  lowStockThresholds?: Resolver<Maybe<ResolversTypes['LowStockThresholdConnection']>, ParentType, ContextType, RequireFields<QueryLowStockThresholdsArgs, 'channelId'>>;
  countTask?: Resolver<Maybe<ResolversTypes['CountTask']>, ParentType, ContextType, RequireFields<QueryCountTaskArgs, 'id'>>;
  countTasks?: Resolver<Maybe<ResolversTypes['CountTaskConnection']>, ParentType, ContextType, Partial<QueryCountTasksArgs>>;
  transferOrder?: Resolver<Maybe<ResolversTypes['TransferOrder']>, ParentType, ContextType, RequireFields<QueryTransferOrderArgs, 'id'>>;
  transferOrders?: Resolver<Maybe<ResolversTypes['TransferOrderConnection']>, ParentType, ContextType, Partial<QueryTransferOrdersArgs>>;
  sourcingCandidates?: Resolver<Maybe<ResolversTypes['SourcingCandidates']>, ParentType, ContextType, RequireFields<QuerySourcingCandidatesArgs, 'input'>>;
  itemsForReturn?: Resolver<Maybe<Array<ResolversTypes['ItemForReturn']>>, ParentType, ContextType, RequireFields<QueryItemsForReturnArgs, 'skus'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  reserveStock?: Resolver<Maybe<ResolversTypes['ReserveStockPayload']>, ParentType, ContextType, RequireFields<MutationReserveStockArgs, 'input'>>;
  extendReservation?: Resolver<Maybe<ResolversTypes['ExtendReservationPayload']>, ParentType, ContextType, RequireFields<MutationExtendReservationArgs, 'input'>>;
  releaseReservation?: Resolver<Maybe<ResolversTypes['ReleaseReservationPayload']>, ParentType, ContextType, RequireFields<MutationReleaseReservationArgs, 'input'>>;
  adjustStock?: Resolver<Maybe<ResolversTypes['AdjustStockPayload']>, ParentType, ContextType, RequireFields<MutationAdjustStockArgs, 'input'>>;
  recordStockCount?: Resolver<Maybe<ResolversTypes['RecordStockCountPayload']>, ParentType, ContextType, RequireFields<MutationRecordStockCountArgs, 'input'>>;
  recordStockEvents?: Resolver<Maybe<ResolversTypes['RecordStockEventsPayload']>, ParentType, ContextType, RequireFields<MutationRecordStockEventsArgs, 'input'>>;
  recordExpectedReceipts?: Resolver<Maybe<ResolversTypes['RecordExpectedReceiptsPayload']>, ParentType, ContextType, RequireFields<MutationRecordExpectedReceiptsArgs, 'input'>>;
  startStockSnapshot?: Resolver<Maybe<ResolversTypes['StartStockSnapshotPayload']>, ParentType, ContextType, RequireFields<MutationStartStockSnapshotArgs, 'input'>>;
  appendStockSnapshot?: Resolver<Maybe<ResolversTypes['AppendStockSnapshotPayload']>, ParentType, ContextType, RequireFields<MutationAppendStockSnapshotArgs, 'input'>>;
  appendSnapshotText?: Resolver<Maybe<ResolversTypes['AppendStockSnapshotPayload']>, ParentType, ContextType, RequireFields<MutationAppendSnapshotTextArgs, 'input'>>;
  completeStockSnapshot?: Resolver<Maybe<ResolversTypes['CompleteStockSnapshotPayload']>, ParentType, ContextType, RequireFields<MutationCompleteStockSnapshotArgs, 'input'>>;
  abortStockSnapshot?: Resolver<Maybe<ResolversTypes['AbortStockSnapshotPayload']>, ParentType, ContextType, RequireFields<MutationAbortStockSnapshotArgs, 'input'>>;
  releaseStockSnapshot?: Resolver<Maybe<ResolversTypes['ReleaseStockSnapshotPayload']>, ParentType, ContextType, RequireFields<MutationReleaseStockSnapshotArgs, 'input'>>;
  setStockFeed?: Resolver<Maybe<ResolversTypes['SetStockFeedPayload']>, ParentType, ContextType, RequireFields<MutationSetStockFeedArgs, 'input'>>;
  transferPoolStock?: Resolver<Maybe<ResolversTypes['TransferPoolStockPayload']>, ParentType, ContextType, RequireFields<MutationTransferPoolStockArgs, 'input'>>;
  createInventoryPool?: Resolver<Maybe<ResolversTypes['CreateInventoryPoolPayload']>, ParentType, ContextType, RequireFields<MutationCreateInventoryPoolArgs, 'input'>>;
  updateInventoryPool?: Resolver<Maybe<ResolversTypes['UpdateInventoryPoolPayload']>, ParentType, ContextType, RequireFields<MutationUpdateInventoryPoolArgs, 'input'>>;
  createProtectionRule?: Resolver<Maybe<ResolversTypes['CreateProtectionRulePayload']>, ParentType, ContextType, RequireFields<MutationCreateProtectionRuleArgs, 'input'>>;
  updateProtectionRule?: Resolver<Maybe<ResolversTypes['UpdateProtectionRulePayload']>, ParentType, ContextType, RequireFields<MutationUpdateProtectionRuleArgs, 'input'>>;
  archiveProtectionRule?: Resolver<Maybe<ResolversTypes['ArchiveProtectionRulePayload']>, ParentType, ContextType, RequireFields<MutationArchiveProtectionRuleArgs, 'input'>>;
  startStockWatch?: Resolver<Maybe<ResolversTypes['StartStockWatchPayload']>, ParentType, ContextType, RequireFields<MutationStartStockWatchArgs, 'input'>>;
  stopStockWatch?: Resolver<Maybe<ResolversTypes['StopStockWatchPayload']>, ParentType, ContextType, RequireFields<MutationStopStockWatchArgs, 'input'>>;
  setLowStockThreshold?: Resolver<Maybe<ResolversTypes['SetLowStockThresholdPayload']>, ParentType, ContextType, RequireFields<MutationSetLowStockThresholdArgs, 'input'>>;
  createCountTask?: Resolver<Maybe<ResolversTypes['CountTaskPayload']>, ParentType, ContextType, RequireFields<MutationCreateCountTaskArgs, 'input'>>;
  recordCountedQuantities?: Resolver<Maybe<ResolversTypes['CountTaskPayload']>, ParentType, ContextType, RequireFields<MutationRecordCountedQuantitiesArgs, 'input'>>;
  submitCountTask?: Resolver<Maybe<ResolversTypes['CountTaskPayload']>, ParentType, ContextType, RequireFields<MutationSubmitCountTaskArgs, 'input'>>;
  approveCountTask?: Resolver<Maybe<ResolversTypes['CountTaskPayload']>, ParentType, ContextType, RequireFields<MutationApproveCountTaskArgs, 'input'>>;
  cancelCountTask?: Resolver<Maybe<ResolversTypes['CountTaskPayload']>, ParentType, ContextType, RequireFields<MutationCancelCountTaskArgs, 'input'>>;
  createTransferOrder?: Resolver<Maybe<ResolversTypes['TransferOrderPayload']>, ParentType, ContextType, RequireFields<MutationCreateTransferOrderArgs, 'input'>>;
  requestTransferOrder?: Resolver<Maybe<ResolversTypes['TransferOrderPayload']>, ParentType, ContextType, RequireFields<MutationRequestTransferOrderArgs, 'input'>>;
  recordTransferPick?: Resolver<Maybe<ResolversTypes['TransferOrderPayload']>, ParentType, ContextType, RequireFields<MutationRecordTransferPickArgs, 'input'>>;
  shipTransferOrder?: Resolver<Maybe<ResolversTypes['TransferOrderPayload']>, ParentType, ContextType, RequireFields<MutationShipTransferOrderArgs, 'input'>>;
  receiveTransferOrder?: Resolver<Maybe<ResolversTypes['TransferOrderPayload']>, ParentType, ContextType, RequireFields<MutationReceiveTransferOrderArgs, 'input'>>;
  resolveTransferDifferences?: Resolver<Maybe<ResolversTypes['TransferOrderPayload']>, ParentType, ContextType, RequireFields<MutationResolveTransferDifferencesArgs, 'input'>>;
  cancelTransferOrder?: Resolver<Maybe<ResolversTypes['TransferOrderPayload']>, ParentType, ContextType, RequireFields<MutationCancelTransferOrderArgs, 'input'>>;
  allocateOrder?: Resolver<Maybe<ResolversTypes['AllocateOrderPayload']>, ParentType, ContextType, RequireFields<MutationAllocateOrderArgs, 'input'>>;
  promiseExpectedStock?: Resolver<Maybe<ResolversTypes['PromiseExpectedStockPayload']>, ParentType, ContextType, RequireFields<MutationPromiseExpectedStockArgs, 'input'>>;
  releaseOrderAllocation?: Resolver<Maybe<ResolversTypes['ReleaseOrderAllocationPayload']>, ParentType, ContextType, RequireFields<MutationReleaseOrderAllocationArgs, 'input'>>;
  issueAllocatedStock?: Resolver<Maybe<ResolversTypes['IssueAllocatedStockPayload']>, ParentType, ContextType, RequireFields<MutationIssueAllocatedStockArgs, 'input'>>;
  correctStockAfterRejection?: Resolver<Maybe<ResolversTypes['CorrectStockAfterRejectionPayload']>, ParentType, ContextType, RequireFields<MutationCorrectStockAfterRejectionArgs, 'input'>>;
  receiveReturnedStock?: Resolver<Maybe<ResolversTypes['ReceiveReturnedStockPayload']>, ParentType, ContextType, RequireFields<MutationReceiveReturnedStockArgs, 'input'>>;
  receiveTransferredStock?: Resolver<Maybe<ResolversTypes['ReceiveTransferredStockPayload']>, ParentType, ContextType, RequireFields<MutationReceiveTransferredStockArgs, 'input'>>;
};

export type InventoryItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InventoryItem'] = ResolversParentTypes['InventoryItem'], FederationReferenceType extends FederationReferenceTypes['InventoryItem'] = FederationReferenceTypes['InventoryItem']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['InventoryItem']> | FederationReferenceType, FederationReferenceType, ContextType>;
  sku?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isTracked?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  availability?: Resolver<Maybe<ResolversTypes['SkuAvailability']>, ParentType, ContextType, RequireFields<InventoryItemAvailabilityArgs, 'channelId'>>;
  levels?: Resolver<ResolversTypes['InventoryLevelConnection'], ParentType, ContextType, Partial<InventoryItemLevelsArgs>>;
  expectedReceipts?: Resolver<Array<ResolversTypes['ExpectedReceipt']>, ParentType, ContextType>;
};

export type ExpectedReceiptResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExpectedReceipt'] = ResolversParentTypes['ExpectedReceipt']> = {
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reference?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ExpectedReceiptKind'], ParentType, ContextType>;
  expectedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type LocationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Location'] = ResolversParentTypes['Location'], FederationReferenceType extends FederationReferenceTypes['Location'] = FederationReferenceTypes['Location']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Location']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  inventoryLevels?: Resolver<Maybe<ResolversTypes['InventoryLevelConnection']>, ParentType, ContextType, Partial<LocationInventoryLevelsArgs>>;
  stockFreshness?: Resolver<Maybe<ResolversTypes['StockFreshness']>, ParentType, ContextType>;
  stockFeed?: Resolver<Maybe<ResolversTypes['StockFeed']>, ParentType, ContextType>;
};

export type NetworkProjectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NetworkProjection'] = ResolversParentTypes['NetworkProjection']> = {
  locationCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sequence?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  asOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lagSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type SharingPairResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SharingPair'] = ResolversParentTypes['SharingPair'], FederationReferenceType extends FederationReferenceTypes['SharingPair'] = FederationReferenceTypes['SharingPair']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['SharingPair']> | FederationReferenceType, FederationReferenceType, ContextType>;
  channelId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  locationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  freeUnits?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ChannelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Channel'] = ResolversParentTypes['Channel'], FederationReferenceType extends FederationReferenceTypes['Channel'] = FederationReferenceTypes['Channel']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Channel']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inventoryPools?: Resolver<Maybe<Array<ResolversTypes['InventoryPool']>>, ParentType, ContextType>;
};

export type OrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order'], FederationReferenceType extends FederationReferenceTypes['Order'] = FederationReferenceTypes['Order']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Order']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reservations?: Resolver<Maybe<Array<ResolversTypes['Reservation']>>, ParentType, ContextType>;
};

export type SkuAvailabilityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SkuAvailability'] = ResolversParentTypes['SkuAvailability']> = {
  sku?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  item?: Resolver<Maybe<ResolversTypes['InventoryItem']>, ParentType, ContextType>;
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['AvailabilityStatus'], ParentType, ContextType>;
  sellableQuantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isCapped?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  warehouse?: Resolver<ResolversTypes['AvailabilityShare'], ParentType, ContextType>;
  stores?: Resolver<ResolversTypes['AvailabilityShare'], ParentType, ContextType>;
  pickup?: Resolver<ResolversTypes['PickupSummary'], ParentType, ContextType>;
  nextReceipt?: Resolver<Maybe<ResolversTypes['PromisableReceipt']>, ParentType, ContextType>;
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  explanation?: Resolver<Maybe<ResolversTypes['AvailabilityExplanation']>, ParentType, ContextType>;
};

export type AvailabilityShareResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AvailabilityShare'] = ResolversParentTypes['AvailabilityShare']> = {
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  locationCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  exclusions?: Resolver<Array<ResolversTypes['AvailabilityExclusion']>, ParentType, ContextType>;
};

export type AvailabilityExclusionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AvailabilityExclusion'] = ResolversParentTypes['AvailabilityExclusion']> = {
  code?: Resolver<ResolversTypes['IneligibilityReasonCode'], ParentType, ContextType>;
  locationCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PickupSummaryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PickupSummary'] = ResolversParentTypes['PickupSummary']> = {
  isAvailable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  storeCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PromisableReceiptResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PromisableReceipt'] = ResolversParentTypes['PromisableReceipt']> = {
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  expectedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type AvailabilityExplanationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AvailabilityExplanation'] = ResolversParentTypes['AvailabilityExplanation']> = {
  steps?: Resolver<Array<ResolversTypes['AvailabilityStep']>, ParentType, ContextType>;
  locations?: Resolver<ResolversTypes['LocationAvailabilityConnection'], ParentType, ContextType, Partial<AvailabilityExplanationLocationsArgs>>;
  eligibilitySequence?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  eligibilityAsOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  userExits?: Resolver<Array<ResolversTypes['UserExitCall']>, ParentType, ContextType>;
};

export type AvailabilityStepResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AvailabilityStep'] = ResolversParentTypes['AvailabilityStep']> = {
  kind?: Resolver<ResolversTypes['AvailabilityStepKind'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  protectionRule?: Resolver<Maybe<ResolversTypes['ProtectionRule']>, ParentType, ContextType>;
  pool?: Resolver<Maybe<ResolversTypes['InventoryPool']>, ParentType, ContextType>;
};

export type LocationAvailabilityConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LocationAvailabilityConnection'] = ResolversParentTypes['LocationAvailabilityConnection']> = {
  edges?: Resolver<Array<ResolversTypes['LocationAvailabilityEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['LocationAvailability']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type LocationAvailabilityEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LocationAvailabilityEdge'] = ResolversParentTypes['LocationAvailabilityEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LocationAvailability'], ParentType, ContextType>;
};

export type LocationAvailabilityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LocationAvailability'] = ResolversParentTypes['LocationAvailability']> = {
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  quantities?: Resolver<ResolversTypes['InventoryQuantities'], ParentType, ContextType>;
  contributedQuantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['IneligibilityReason']>, ParentType, ContextType>;
};

export type PickupStoreConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PickupStoreConnection'] = ResolversParentTypes['PickupStoreConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PickupStoreEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['PickupStore']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PickupStoreEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PickupStoreEdge'] = ResolversParentTypes['PickupStoreEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PickupStore'], ParentType, ContextType>;
};

export type PickupStoreResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PickupStore'] = ResolversParentTypes['PickupStore']> = {
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  distanceKm?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  fulfillment?: Resolver<ResolversTypes['PickupCompleteness'], ParentType, ContextType>;
  items?: Resolver<Array<ResolversTypes['PickupItemAvailability']>, ParentType, ContextType>;
  readyAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['IneligibilityReason']>, ParentType, ContextType>;
};

export type PickupItemAvailabilityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PickupItemAvailability'] = ResolversParentTypes['PickupItemAvailability']> = {
  sku?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  requestedQuantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  availableQuantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  missingQuantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  alternative?: Resolver<Maybe<ResolversTypes['PickupAlternative']>, ParentType, ContextType>;
};

export type PickupAlternativeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PickupAlternative'] = ResolversParentTypes['PickupAlternative']> = {
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  isStore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  distanceKm?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  readyAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type InventoryLevelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InventoryLevel'] = ResolversParentTypes['InventoryLevel'], FederationReferenceType extends FederationReferenceTypes['InventoryLevel'] = FederationReferenceTypes['InventoryLevel']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['InventoryLevel']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['InventoryItem'], ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  quantities?: Resolver<ResolversTypes['InventoryQuantities'], ParentType, ContextType>;
  quantitiesAsOf?: Resolver<ResolversTypes['InventoryQuantities'], ParentType, ContextType, RequireFields<InventoryLevelQuantitiesAsOfArgs, 'at'>>;
  freshness?: Resolver<ResolversTypes['StockFreshness'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type InventoryQuantitiesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InventoryQuantities'] = ResolversParentTypes['InventoryQuantities']> = {
  onHand?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reserved?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  blocked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  protected?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type StockFreshnessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockFreshness'] = ResolversParentTypes['StockFreshness']> = {
  mode?: Resolver<ResolversTypes['StockFeedMode'], ParentType, ContextType>;
  lastSnapshotAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastEventAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  isStale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasGap?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  gaps?: Resolver<Array<ResolversTypes['SequenceGap']>, ParentType, ContextType>;
};

export type SequenceGapResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SequenceGap'] = ResolversParentTypes['SequenceGap']> = {
  workstation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  businessDate?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type InventoryLevelConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InventoryLevelConnection'] = ResolversParentTypes['InventoryLevelConnection']> = {
  edges?: Resolver<Array<ResolversTypes['InventoryLevelEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['InventoryLevel']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type InventoryLevelEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InventoryLevelEdge'] = ResolversParentTypes['InventoryLevelEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['InventoryLevel'], ParentType, ContextType>;
};

export type InventoryPoolResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InventoryPool'] = ResolversParentTypes['InventoryPool'], FederationReferenceType extends FederationReferenceTypes['InventoryPool'] = FederationReferenceTypes['InventoryPool']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['InventoryPool']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['PoolMode'], ParentType, ContextType>;
  locationCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  arrivalPercent?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  allocation?: Resolver<Maybe<ResolversTypes['PoolAllocation']>, ParentType, ContextType, RequireFields<InventoryPoolAllocationArgs, 'sku'>>;
  movements?: Resolver<ResolversTypes['PoolMovementConnection'], ParentType, ContextType, Partial<InventoryPoolMovementsArgs>>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type PoolMovementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PoolMovement'] = ResolversParentTypes['PoolMovement']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['InventoryItem'], ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PoolMovementKind'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  actor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type PoolMovementConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PoolMovementConnection'] = ResolversParentTypes['PoolMovementConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PoolMovementEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['PoolMovement']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PoolMovementEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PoolMovementEdge'] = ResolversParentTypes['PoolMovementEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PoolMovement'], ParentType, ContextType>;
};

export type PoolAllocationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PoolAllocation'] = ResolversParentTypes['PoolAllocation']> = {
  sku?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  allocated?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reserved?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProtectionRuleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProtectionRule'] = ResolversParentTypes['ProtectionRule'], FederationReferenceType extends FederationReferenceTypes['ProtectionRule'] = FederationReferenceTypes['ProtectionRule']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ProtectionRule']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  scope?: Resolver<ResolversTypes['ProtectionScope'], ParentType, ContextType>;
  quantity?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  percent?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  priority?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  guards?: Resolver<ResolversTypes['ProtectionBuffer'], ParentType, ContextType>;
  widening?: Resolver<Maybe<ResolversTypes['ProtectionWidening']>, ParentType, ContextType>;
  isActive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProtectionScopeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProtectionScope'] = ResolversParentTypes['ProtectionScope']> = {
  channels?: Resolver<Array<Maybe<ResolversTypes['Channel']>>, ParentType, ContextType>;
  locations?: Resolver<Array<Maybe<ResolversTypes['Location']>>, ParentType, ContextType>;
  locationTypes?: Resolver<Array<ResolversTypes['ProtectionLocationType']>, ParentType, ContextType>;
  skus?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  categories?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ProtectionWideningResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProtectionWidening'] = ResolversParentTypes['ProtectionWidening']> = {
  after?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
  percentPerHour?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProtectionRuleConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProtectionRuleConnection'] = ResolversParentTypes['ProtectionRuleConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ProtectionRuleEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['ProtectionRule']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ProtectionRuleEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProtectionRuleEdge'] = ResolversParentTypes['ProtectionRuleEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ProtectionRule'], ParentType, ContextType>;
};

export type ReservationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Reservation'] = ResolversParentTypes['Reservation'], FederationReferenceType extends FederationReferenceTypes['Reservation'] = FederationReferenceTypes['Reservation']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Reservation']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ReservationStatus'], ParentType, ContextType>;
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['ReservationLine']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  cartReference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ReservationLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReservationLine'] = ResolversParentTypes['ReservationLine']> = {
  sku?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  issuedQuantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  pool?: Resolver<Maybe<ResolversTypes['InventoryPool']>, ParentType, ContextType>;
};

export type StockSnapshotResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockSnapshot'] = ResolversParentTypes['StockSnapshot'], FederationReferenceType extends FederationReferenceTypes['StockSnapshot'] = FederationReferenceTypes['StockSnapshot']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['StockSnapshot']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['StockSnapshotStatus'], ParentType, ContextType>;
  takenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expectedChunks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  receivedChunks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rowCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rejectedRows?: Resolver<Array<ResolversTypes['StockSnapshotRejection']>, ParentType, ContextType>;
  summary?: Resolver<Maybe<ResolversTypes['StockSnapshotSummary']>, ParentType, ContextType>;
  holdReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  releasedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  completedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type StockSnapshotConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockSnapshotConnection'] = ResolversParentTypes['StockSnapshotConnection']> = {
  edges?: Resolver<Array<ResolversTypes['StockSnapshotEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['StockSnapshot']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type StockSnapshotEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockSnapshotEdge'] = ResolversParentTypes['StockSnapshotEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StockSnapshot'], ParentType, ContextType>;
};

export type StockFeedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockFeed'] = ResolversParentTypes['StockFeed']> = {
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['StockFeedMode'], ParentType, ContextType>;
  freshnessLimit?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  maxEmptiedPercent?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  maxChangePercent?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type StockSnapshotRejectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockSnapshotRejection'] = ResolversParentTypes['StockSnapshotRejection']> = {
  chunk?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  row?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sku?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type StockSnapshotSummaryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockSnapshotSummary'] = ResolversParentTypes['StockSnapshotSummary']> = {
  unchangedLevels?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  changedLevels?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  zeroedLevels?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  replayedEvents?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  netUnits?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type StockMovementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockMovement'] = ResolversParentTypes['StockMovement'], FederationReferenceType extends FederationReferenceTypes['StockMovement'] = FederationReferenceTypes['StockMovement']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['StockMovement']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['InventoryItem'], ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['StockMovementReason'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  appliedQuantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  onHandAfter?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sourceReference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  actor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type StockMovementConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockMovementConnection'] = ResolversParentTypes['StockMovementConnection']> = {
  edges?: Resolver<Array<ResolversTypes['StockMovementEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['StockMovement']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type StockMovementEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockMovementEdge'] = ResolversParentTypes['StockMovementEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StockMovement'], ParentType, ContextType>;
};

export type StockCrossingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockCrossing'] = ResolversParentTypes['StockCrossing']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  item?: Resolver<ResolversTypes['InventoryItem'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['StockCrossingKind'], ParentType, ContextType>;
  sellableQuantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  threshold?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  noticedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type StockCrossingConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockCrossingConnection'] = ResolversParentTypes['StockCrossingConnection']> = {
  edges?: Resolver<Array<ResolversTypes['StockCrossingEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['StockCrossing']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type StockCrossingEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockCrossingEdge'] = ResolversParentTypes['StockCrossingEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StockCrossing'], ParentType, ContextType>;
};

export type StockWatchResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockWatch'] = ResolversParentTypes['StockWatch']> = {
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  startedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type LowStockThresholdResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LowStockThreshold'] = ResolversParentTypes['LowStockThreshold']> = {
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  sku?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  setBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  setAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type LowStockThresholdConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LowStockThresholdConnection'] = ResolversParentTypes['LowStockThresholdConnection']> = {
  edges?: Resolver<Array<ResolversTypes['LowStockThresholdEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['LowStockThreshold']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type LowStockThresholdEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LowStockThresholdEdge'] = ResolversParentTypes['LowStockThresholdEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LowStockThreshold'], ParentType, ContextType>;
};

export type StartStockWatchPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StartStockWatchPayload'] = ResolversParentTypes['StartStockWatchPayload']> = {
  watch?: Resolver<Maybe<ResolversTypes['StockWatch']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['StockWatchError']>, ParentType, ContextType>;
};

export type StopStockWatchPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StopStockWatchPayload'] = ResolversParentTypes['StopStockWatchPayload']> = {
  watch?: Resolver<Maybe<ResolversTypes['StockWatch']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['StockWatchError']>, ParentType, ContextType>;
};

export type SetLowStockThresholdPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetLowStockThresholdPayload'] = ResolversParentTypes['SetLowStockThresholdPayload']> = {
  threshold?: Resolver<Maybe<ResolversTypes['LowStockThreshold']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['StockWatchError']>, ParentType, ContextType>;
};

export type StockWatchErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockWatchError'] = ResolversParentTypes['StockWatchError']> = {
  __resolveType: TypeResolveFn<'InvalidInputError' | 'NotFoundError' | 'LimitExceededError', ParentType, ContextType>;
};

export type CountTaskResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CountTask'] = ResolversParentTypes['CountTask']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CountTaskStatus'], ParentType, ContextType>;
  approvalUnits?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  approvalPercent?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['CountLine']>, ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['CountSummary'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  submittedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  submittedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  closedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  closedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type CountLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CountLine'] = ResolversParentTypes['CountLine']> = {
  item?: Resolver<ResolversTypes['InventoryItem'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CountLineStatus'], ParentType, ContextType>;
  countedQuantity?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  countedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  countedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expectedQuantity?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  variance?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CountSummaryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CountSummary'] = ResolversParentTypes['CountSummary']> = {
  lineCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  countedLines?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  waitingLines?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  netVariance?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  absoluteVariance?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CountTaskConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CountTaskConnection'] = ResolversParentTypes['CountTaskConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CountTaskEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['CountTask']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CountTaskEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CountTaskEdge'] = ResolversParentTypes['CountTaskEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CountTask'], ParentType, ContextType>;
};

export type CountTaskPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CountTaskPayload'] = ResolversParentTypes['CountTaskPayload']> = {
  task?: Resolver<Maybe<ResolversTypes['CountTask']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['CountTaskError']>, ParentType, ContextType>;
};

export type CountTaskErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CountTaskError'] = ResolversParentTypes['CountTaskError']> = {
  __resolveType: TypeResolveFn<'InvalidInputError' | 'NotFoundError' | 'InvalidStateError' | 'LimitExceededError' | 'IdempotencyError', ParentType, ContextType>;
};

export type TransferOrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TransferOrder'] = ResolversParentTypes['TransferOrder']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fromLocation?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  toLocation?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['TransferOrderStatus'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['TransferOrderLine']>, ParentType, ContextType>;
  expectedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  availableActions?: Resolver<Array<ResolversTypes['TransferOrderAction']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['TransferOrderMoment']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type TransferOrderMomentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TransferOrderMoment'] = ResolversParentTypes['TransferOrderMoment']> = {
  action?: Resolver<ResolversTypes['TransferOrderAction'], ParentType, ContextType>;
  actor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type TransferOrderLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TransferOrderLine'] = ResolversParentTypes['TransferOrderLine']> = {
  item?: Resolver<ResolversTypes['InventoryItem'], ParentType, ContextType>;
  requestedQuantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  atSenderQuantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pickedQuantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  shippedQuantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  inTransitQuantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  receivedQuantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  differences?: Resolver<Array<ResolversTypes['TransferDifference']>, ParentType, ContextType>;
};

export type TransferDifferenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TransferDifference'] = ResolversParentTypes['TransferDifference']> = {
  kind?: Resolver<ResolversTypes['TransferDifferenceKind'], ParentType, ContextType>;
  cause?: Resolver<ResolversTypes['TransferDifferenceCause'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isOpen?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type TransferOrderConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TransferOrderConnection'] = ResolversParentTypes['TransferOrderConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TransferOrderEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['TransferOrder']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type TransferOrderEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TransferOrderEdge'] = ResolversParentTypes['TransferOrderEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['TransferOrder'], ParentType, ContextType>;
};

export type TransferOrderPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TransferOrderPayload'] = ResolversParentTypes['TransferOrderPayload']> = {
  transferOrder?: Resolver<Maybe<ResolversTypes['TransferOrder']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['TransferOrderError']>, ParentType, ContextType>;
};

export type TransferOrderErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TransferOrderError'] = ResolversParentTypes['TransferOrderError']> = {
  __resolveType: TypeResolveFn<'InvalidInputError' | 'NotFoundError' | 'InvalidStateError' | 'VersionConflictError' | 'InsufficientStockError' | 'QuantityTooLargeError' | 'IdempotencyError', ParentType, ContextType>;
};

export type ReserveStockPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReserveStockPayload'] = ResolversParentTypes['ReserveStockPayload']> = {
  reservation?: Resolver<Maybe<ResolversTypes['Reservation']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['ReserveStockError']>, ParentType, ContextType>;
};

export type ReserveStockErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReserveStockError'] = ResolversParentTypes['ReserveStockError']> = {
  __resolveType: TypeResolveFn<'InvalidInputError' | 'NotFoundError' | 'InsufficientStockError' | 'LocationNotEligibleError' | 'IdempotencyError' | 'LimitExceededError', ParentType, ContextType>;
};

export type ExtendReservationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExtendReservationPayload'] = ResolversParentTypes['ExtendReservationPayload']> = {
  reservation?: Resolver<Maybe<ResolversTypes['Reservation']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['ReservationError']>, ParentType, ContextType>;
};

export type ReleaseReservationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReleaseReservationPayload'] = ResolversParentTypes['ReleaseReservationPayload']> = {
  reservation?: Resolver<Maybe<ResolversTypes['Reservation']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['ReservationError']>, ParentType, ContextType>;
};

export type ReservationErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReservationError'] = ResolversParentTypes['ReservationError']> = {
  __resolveType: TypeResolveFn<'InvalidInputError' | 'NotFoundError' | 'InvalidStateError' | 'ReservationExpiredError', ParentType, ContextType>;
};

export type ReservationExpiredErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReservationExpiredError'] = ResolversParentTypes['ReservationExpiredError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  expiredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AdjustStockPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AdjustStockPayload'] = ResolversParentTypes['AdjustStockPayload']> = {
  level?: Resolver<Maybe<ResolversTypes['InventoryLevel']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['StockWriteError']>, ParentType, ContextType>;
};

export type RecordStockCountPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordStockCountPayload'] = ResolversParentTypes['RecordStockCountPayload']> = {
  level?: Resolver<Maybe<ResolversTypes['InventoryLevel']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['StockWriteError']>, ParentType, ContextType>;
};

export type StockWriteErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockWriteError'] = ResolversParentTypes['StockWriteError']> = {
  __resolveType: TypeResolveFn<'InvalidInputError' | 'NotFoundError' | 'QuantityConflictError' | 'IdempotencyError' | 'LimitExceededError', ParentType, ContextType>;
};

export type QuantityConflictErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QuantityConflictError'] = ResolversParentTypes['QuantityConflictError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  expectedOnHand?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  actualOnHand?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RecordStockEventsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordStockEventsPayload'] = ResolversParentTypes['RecordStockEventsPayload']> = {
  appliedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  duplicateCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  notedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ignoredCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rejections?: Resolver<Array<ResolversTypes['StockEventRejection']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['StockWriteError']>, ParentType, ContextType>;
};

export type StockEventRejectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockEventRejection'] = ResolversParentTypes['StockEventRejection']> = {
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  eventId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['StockWriteError']>, ParentType, ContextType>;
};

export type RecordExpectedReceiptsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordExpectedReceiptsPayload'] = ResolversParentTypes['RecordExpectedReceiptsPayload']> = {
  recordedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unchangedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rejections?: Resolver<Array<ResolversTypes['ExpectedReceiptRejection']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['StockWriteError']>, ParentType, ContextType>;
};

export type ExpectedReceiptRejectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExpectedReceiptRejection'] = ResolversParentTypes['ExpectedReceiptRejection']> = {
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reference?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['StockWriteError']>, ParentType, ContextType>;
};

export type StartStockSnapshotPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StartStockSnapshotPayload'] = ResolversParentTypes['StartStockSnapshotPayload']> = {
  snapshot?: Resolver<Maybe<ResolversTypes['StockSnapshot']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['StockSnapshotError']>, ParentType, ContextType>;
};

export type AppendStockSnapshotPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppendStockSnapshotPayload'] = ResolversParentTypes['AppendStockSnapshotPayload']> = {
  snapshot?: Resolver<Maybe<ResolversTypes['StockSnapshot']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['StockSnapshotError']>, ParentType, ContextType>;
};

export type CompleteStockSnapshotPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CompleteStockSnapshotPayload'] = ResolversParentTypes['CompleteStockSnapshotPayload']> = {
  snapshot?: Resolver<Maybe<ResolversTypes['StockSnapshot']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['StockSnapshotError']>, ParentType, ContextType>;
};

export type AbortStockSnapshotPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AbortStockSnapshotPayload'] = ResolversParentTypes['AbortStockSnapshotPayload']> = {
  snapshot?: Resolver<Maybe<ResolversTypes['StockSnapshot']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['StockSnapshotError']>, ParentType, ContextType>;
};

export type ReleaseStockSnapshotPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReleaseStockSnapshotPayload'] = ResolversParentTypes['ReleaseStockSnapshotPayload']> = {
  snapshot?: Resolver<Maybe<ResolversTypes['StockSnapshot']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['StockSnapshotError']>, ParentType, ContextType>;
};

export type SetStockFeedPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetStockFeedPayload'] = ResolversParentTypes['SetStockFeedPayload']> = {
  feed?: Resolver<Maybe<ResolversTypes['StockFeed']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['StockWriteError']>, ParentType, ContextType>;
};

export type StockSnapshotErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockSnapshotError'] = ResolversParentTypes['StockSnapshotError']> = {
  __resolveType: TypeResolveFn<'InvalidInputError' | 'NotFoundError' | 'InvalidStateError' | 'IdempotencyError' | 'LimitExceededError' | 'SnapshotSequenceError', ParentType, ContextType>;
};

export type SnapshotSequenceErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SnapshotSequenceError'] = ResolversParentTypes['SnapshotSequenceError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  missingChunks?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TransferPoolStockPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TransferPoolStockPayload'] = ResolversParentTypes['TransferPoolStockPayload']> = {
  fromPool?: Resolver<Maybe<ResolversTypes['InventoryPool']>, ParentType, ContextType>;
  toPool?: Resolver<Maybe<ResolversTypes['InventoryPool']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PoolUserError']>, ParentType, ContextType>;
};

export type CreateInventoryPoolPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateInventoryPoolPayload'] = ResolversParentTypes['CreateInventoryPoolPayload']> = {
  pool?: Resolver<Maybe<ResolversTypes['InventoryPool']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PoolUserError']>, ParentType, ContextType>;
};

export type UpdateInventoryPoolPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateInventoryPoolPayload'] = ResolversParentTypes['UpdateInventoryPoolPayload']> = {
  pool?: Resolver<Maybe<ResolversTypes['InventoryPool']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PoolUserError']>, ParentType, ContextType>;
};

export type PoolUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PoolUserError'] = ResolversParentTypes['PoolUserError']> = {
  __resolveType: TypeResolveFn<'InvalidInputError' | 'NotFoundError' | 'VersionConflictError' | 'InvalidStateError' | 'InsufficientStockError' | 'IdempotencyError', ParentType, ContextType>;
};

export type CreateProtectionRulePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateProtectionRulePayload'] = ResolversParentTypes['CreateProtectionRulePayload']> = {
  rule?: Resolver<Maybe<ResolversTypes['ProtectionRule']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['ProtectionRuleError']>, ParentType, ContextType>;
};

export type UpdateProtectionRulePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateProtectionRulePayload'] = ResolversParentTypes['UpdateProtectionRulePayload']> = {
  rule?: Resolver<Maybe<ResolversTypes['ProtectionRule']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['ProtectionRuleError']>, ParentType, ContextType>;
};

export type ArchiveProtectionRulePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ArchiveProtectionRulePayload'] = ResolversParentTypes['ArchiveProtectionRulePayload']> = {
  rule?: Resolver<Maybe<ResolversTypes['ProtectionRule']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['ProtectionRuleError']>, ParentType, ContextType>;
};

export type ProtectionRuleErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProtectionRuleError'] = ResolversParentTypes['ProtectionRuleError']> = {
  __resolveType: TypeResolveFn<'InvalidInputError' | 'NotFoundError' | 'VersionConflictError' | 'InvalidStateError' | 'IdempotencyError', ParentType, ContextType>;
};

export type StockAgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockAge'] = ResolversParentTypes['StockAge']> = {
  sku?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  days?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type SourcingCandidatesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SourcingCandidates'] = ResolversParentTypes['SourcingCandidates']> = {
  candidates?: Resolver<Array<ResolversTypes['SourcingCandidate']>, ParentType, ContextType>;
  eligibilitySequence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type SourcingCandidateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SourcingCandidate'] = ResolversParentTypes['SourcingCandidate']> = {
  stockAges?: Resolver<Array<ResolversTypes['StockAge']>, ParentType, ContextType>;
  locationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isStore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  distanceKm?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  readyAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  readyOn?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  remainingCapacity?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['PickupItemAvailability']>, ParentType, ContextType>;
};

export type AllocateOrderPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AllocateOrderPayload'] = ResolversParentTypes['AllocateOrderPayload']> = {
  reservations?: Resolver<Array<ResolversTypes['Reservation']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['AllocateOrderError']>, ParentType, ContextType>;
};

export type AllocateOrderErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AllocateOrderError'] = ResolversParentTypes['AllocateOrderError']> = {
  __resolveType: TypeResolveFn<'InvalidInputError' | 'NotFoundError' | 'InsufficientStockError' | 'LocationNotEligibleError' | 'ReservationExpiredError', ParentType, ContextType>;
};

export type ReleaseOrderAllocationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReleaseOrderAllocationPayload'] = ResolversParentTypes['ReleaseOrderAllocationPayload']> = {
  releasedUnits?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type IssueAllocatedStockPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssueAllocatedStockPayload'] = ResolversParentTypes['IssueAllocatedStockPayload']> = {
  issuedUnits?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['IssueAllocatedStockError']>, ParentType, ContextType>;
};

export type IssueAllocatedStockErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssueAllocatedStockError'] = ResolversParentTypes['IssueAllocatedStockError']> = {
  __resolveType: TypeResolveFn<'InvalidInputError' | 'InvalidStateError' | 'QuantityTooLargeError', ParentType, ContextType>;
};

export type ItemForReturnResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemForReturn'] = ResolversParentTypes['ItemForReturn']> = {
  sku?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  category?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ReceiveReturnedStockPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReceiveReturnedStockPayload'] = ResolversParentTypes['ReceiveReturnedStockPayload']> = {
  restockedUnits?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CorrectStockAfterRejectionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CorrectStockAfterRejectionPayload'] = ResolversParentTypes['CorrectStockAfterRejectionPayload']> = {
  correctedUnits?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PromiseExpectedStockPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PromiseExpectedStockPayload'] = ResolversParentTypes['PromiseExpectedStockPayload']> = {
  promises?: Resolver<Array<ResolversTypes['ExpectedStockPromise']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PromiseExpectedStockError']>, ParentType, ContextType>;
};

export type ExpectedStockPromiseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExpectedStockPromise'] = ResolversParentTypes['ExpectedStockPromise']> = {
  orderLineId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  locationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isStore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  expectedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type PromiseExpectedStockErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PromiseExpectedStockError'] = ResolversParentTypes['PromiseExpectedStockError']> = {
  __resolveType: TypeResolveFn<'NotFoundError' | 'InsufficientStockError', ParentType, ContextType>;
};

export type ReceiveTransferredStockPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReceiveTransferredStockPayload'] = ResolversParentTypes['ReceiveTransferredStockPayload']> = {
  keptUnits?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DurationScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Duration'], any> {
  name: 'Duration';
}

export interface CountryCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CountryCode'], any> {
  name: 'CountryCode';
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type IneligibilityReasonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IneligibilityReason'] = ResolversParentTypes['IneligibilityReason']> = {
  code?: Resolver<ResolversTypes['IneligibilityReasonCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  limit?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  actual?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type UserExitCallResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserExitCall'] = ResolversParentTypes['UserExitCall']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['UserExitOutcome'], ParentType, ContextType>;
  durationMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'ReservationExpiredError' | 'QuantityConflictError' | 'SnapshotSequenceError' | 'InvalidInputError' | 'NotFoundError' | 'VersionConflictError' | 'InvalidStateError' | 'IdempotencyError' | 'LimitExceededError' | 'InsufficientStockError' | 'LocationNotEligibleError' | 'QuantityTooLargeError', ParentType, ContextType>;
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
  InventoryItem?: InventoryItemResolvers<ContextType>;
  ExpectedReceipt?: ExpectedReceiptResolvers<ContextType>;
  Location?: LocationResolvers<ContextType>;
  NetworkProjection?: NetworkProjectionResolvers<ContextType>;
  SharingPair?: SharingPairResolvers<ContextType>;
  Channel?: ChannelResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  SkuAvailability?: SkuAvailabilityResolvers<ContextType>;
  AvailabilityShare?: AvailabilityShareResolvers<ContextType>;
  AvailabilityExclusion?: AvailabilityExclusionResolvers<ContextType>;
  PickupSummary?: PickupSummaryResolvers<ContextType>;
  PromisableReceipt?: PromisableReceiptResolvers<ContextType>;
  AvailabilityExplanation?: AvailabilityExplanationResolvers<ContextType>;
  AvailabilityStep?: AvailabilityStepResolvers<ContextType>;
  LocationAvailabilityConnection?: LocationAvailabilityConnectionResolvers<ContextType>;
  LocationAvailabilityEdge?: LocationAvailabilityEdgeResolvers<ContextType>;
  LocationAvailability?: LocationAvailabilityResolvers<ContextType>;
  PickupStoreConnection?: PickupStoreConnectionResolvers<ContextType>;
  PickupStoreEdge?: PickupStoreEdgeResolvers<ContextType>;
  PickupStore?: PickupStoreResolvers<ContextType>;
  PickupItemAvailability?: PickupItemAvailabilityResolvers<ContextType>;
  PickupAlternative?: PickupAlternativeResolvers<ContextType>;
  InventoryLevel?: InventoryLevelResolvers<ContextType>;
  InventoryQuantities?: InventoryQuantitiesResolvers<ContextType>;
  StockFreshness?: StockFreshnessResolvers<ContextType>;
  SequenceGap?: SequenceGapResolvers<ContextType>;
  InventoryLevelConnection?: InventoryLevelConnectionResolvers<ContextType>;
  InventoryLevelEdge?: InventoryLevelEdgeResolvers<ContextType>;
  InventoryPool?: InventoryPoolResolvers<ContextType>;
  PoolMovement?: PoolMovementResolvers<ContextType>;
  PoolMovementConnection?: PoolMovementConnectionResolvers<ContextType>;
  PoolMovementEdge?: PoolMovementEdgeResolvers<ContextType>;
  PoolAllocation?: PoolAllocationResolvers<ContextType>;
  ProtectionRule?: ProtectionRuleResolvers<ContextType>;
  ProtectionScope?: ProtectionScopeResolvers<ContextType>;
  ProtectionWidening?: ProtectionWideningResolvers<ContextType>;
  ProtectionRuleConnection?: ProtectionRuleConnectionResolvers<ContextType>;
  ProtectionRuleEdge?: ProtectionRuleEdgeResolvers<ContextType>;
  Reservation?: ReservationResolvers<ContextType>;
  ReservationLine?: ReservationLineResolvers<ContextType>;
  StockSnapshot?: StockSnapshotResolvers<ContextType>;
  StockSnapshotConnection?: StockSnapshotConnectionResolvers<ContextType>;
  StockSnapshotEdge?: StockSnapshotEdgeResolvers<ContextType>;
  StockFeed?: StockFeedResolvers<ContextType>;
  StockSnapshotRejection?: StockSnapshotRejectionResolvers<ContextType>;
  StockSnapshotSummary?: StockSnapshotSummaryResolvers<ContextType>;
  StockMovement?: StockMovementResolvers<ContextType>;
  StockMovementConnection?: StockMovementConnectionResolvers<ContextType>;
  StockMovementEdge?: StockMovementEdgeResolvers<ContextType>;
  StockCrossing?: StockCrossingResolvers<ContextType>;
  StockCrossingConnection?: StockCrossingConnectionResolvers<ContextType>;
  StockCrossingEdge?: StockCrossingEdgeResolvers<ContextType>;
  StockWatch?: StockWatchResolvers<ContextType>;
  LowStockThreshold?: LowStockThresholdResolvers<ContextType>;
  LowStockThresholdConnection?: LowStockThresholdConnectionResolvers<ContextType>;
  LowStockThresholdEdge?: LowStockThresholdEdgeResolvers<ContextType>;
  StartStockWatchPayload?: StartStockWatchPayloadResolvers<ContextType>;
  StopStockWatchPayload?: StopStockWatchPayloadResolvers<ContextType>;
  SetLowStockThresholdPayload?: SetLowStockThresholdPayloadResolvers<ContextType>;
  StockWatchError?: StockWatchErrorResolvers<ContextType>;
  CountTask?: CountTaskResolvers<ContextType>;
  CountLine?: CountLineResolvers<ContextType>;
  CountSummary?: CountSummaryResolvers<ContextType>;
  CountTaskConnection?: CountTaskConnectionResolvers<ContextType>;
  CountTaskEdge?: CountTaskEdgeResolvers<ContextType>;
  CountTaskPayload?: CountTaskPayloadResolvers<ContextType>;
  CountTaskError?: CountTaskErrorResolvers<ContextType>;
  TransferOrder?: TransferOrderResolvers<ContextType>;
  TransferOrderMoment?: TransferOrderMomentResolvers<ContextType>;
  TransferOrderLine?: TransferOrderLineResolvers<ContextType>;
  TransferDifference?: TransferDifferenceResolvers<ContextType>;
  TransferOrderConnection?: TransferOrderConnectionResolvers<ContextType>;
  TransferOrderEdge?: TransferOrderEdgeResolvers<ContextType>;
  TransferOrderPayload?: TransferOrderPayloadResolvers<ContextType>;
  TransferOrderError?: TransferOrderErrorResolvers<ContextType>;
  ReserveStockPayload?: ReserveStockPayloadResolvers<ContextType>;
  ReserveStockError?: ReserveStockErrorResolvers<ContextType>;
  ExtendReservationPayload?: ExtendReservationPayloadResolvers<ContextType>;
  ReleaseReservationPayload?: ReleaseReservationPayloadResolvers<ContextType>;
  ReservationError?: ReservationErrorResolvers<ContextType>;
  ReservationExpiredError?: ReservationExpiredErrorResolvers<ContextType>;
  AdjustStockPayload?: AdjustStockPayloadResolvers<ContextType>;
  RecordStockCountPayload?: RecordStockCountPayloadResolvers<ContextType>;
  StockWriteError?: StockWriteErrorResolvers<ContextType>;
  QuantityConflictError?: QuantityConflictErrorResolvers<ContextType>;
  RecordStockEventsPayload?: RecordStockEventsPayloadResolvers<ContextType>;
  StockEventRejection?: StockEventRejectionResolvers<ContextType>;
  RecordExpectedReceiptsPayload?: RecordExpectedReceiptsPayloadResolvers<ContextType>;
  ExpectedReceiptRejection?: ExpectedReceiptRejectionResolvers<ContextType>;
  StartStockSnapshotPayload?: StartStockSnapshotPayloadResolvers<ContextType>;
  AppendStockSnapshotPayload?: AppendStockSnapshotPayloadResolvers<ContextType>;
  CompleteStockSnapshotPayload?: CompleteStockSnapshotPayloadResolvers<ContextType>;
  AbortStockSnapshotPayload?: AbortStockSnapshotPayloadResolvers<ContextType>;
  ReleaseStockSnapshotPayload?: ReleaseStockSnapshotPayloadResolvers<ContextType>;
  SetStockFeedPayload?: SetStockFeedPayloadResolvers<ContextType>;
  StockSnapshotError?: StockSnapshotErrorResolvers<ContextType>;
  SnapshotSequenceError?: SnapshotSequenceErrorResolvers<ContextType>;
  TransferPoolStockPayload?: TransferPoolStockPayloadResolvers<ContextType>;
  CreateInventoryPoolPayload?: CreateInventoryPoolPayloadResolvers<ContextType>;
  UpdateInventoryPoolPayload?: UpdateInventoryPoolPayloadResolvers<ContextType>;
  PoolUserError?: PoolUserErrorResolvers<ContextType>;
  CreateProtectionRulePayload?: CreateProtectionRulePayloadResolvers<ContextType>;
  UpdateProtectionRulePayload?: UpdateProtectionRulePayloadResolvers<ContextType>;
  ArchiveProtectionRulePayload?: ArchiveProtectionRulePayloadResolvers<ContextType>;
  ProtectionRuleError?: ProtectionRuleErrorResolvers<ContextType>;
  StockAge?: StockAgeResolvers<ContextType>;
  SourcingCandidates?: SourcingCandidatesResolvers<ContextType>;
  SourcingCandidate?: SourcingCandidateResolvers<ContextType>;
  AllocateOrderPayload?: AllocateOrderPayloadResolvers<ContextType>;
  AllocateOrderError?: AllocateOrderErrorResolvers<ContextType>;
  ReleaseOrderAllocationPayload?: ReleaseOrderAllocationPayloadResolvers<ContextType>;
  IssueAllocatedStockPayload?: IssueAllocatedStockPayloadResolvers<ContextType>;
  IssueAllocatedStockError?: IssueAllocatedStockErrorResolvers<ContextType>;
  ItemForReturn?: ItemForReturnResolvers<ContextType>;
  ReceiveReturnedStockPayload?: ReceiveReturnedStockPayloadResolvers<ContextType>;
  CorrectStockAfterRejectionPayload?: CorrectStockAfterRejectionPayloadResolvers<ContextType>;
  PromiseExpectedStockPayload?: PromiseExpectedStockPayloadResolvers<ContextType>;
  ExpectedStockPromise?: ExpectedStockPromiseResolvers<ContextType>;
  PromiseExpectedStockError?: PromiseExpectedStockErrorResolvers<ContextType>;
  ReceiveTransferredStockPayload?: ReceiveTransferredStockPayloadResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Duration?: GraphQLScalarType;
  CountryCode?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  PageInfo?: PageInfoResolvers<ContextType>;
  IneligibilityReason?: IneligibilityReasonResolvers<ContextType>;
  UserExitCall?: UserExitCallResolvers<ContextType>;
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

export type DirectiveResolvers<ContextType = Context> = {
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>;
};

