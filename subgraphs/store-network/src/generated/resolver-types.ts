// Generated from schema.graphql by `pnpm generate`. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Location as LocationModel, PostalAddress as PostalAddressModel, LocationPage } from '../domain/location.ts';
import type { Channel as ChannelModel } from '../domain/channel.ts';
import type { LocationService as LocationServiceModel } from '../domain/service.ts';
import type { Closure as ClosureModel } from '../domain/closure.ts';
import type { OpeningPeriod as OpeningPeriodModel, PilotFacts, UsedUpFacts, UnitCapacityFacts } from '@passerelle/eligibility';
import type { Eligibility, ReturnLocation as ReturnLocationModel, FactsEntry } from '../domain/location-facts.ts';
import type { IneligibilityReason as IneligibilityReasonModel, InvalidInput, NotFound, VersionConflict, InvalidState, IdempotencyRefusal, LimitExceeded, LocationNotEligible } from '@passerelle/values';
import type { OverlappingPeriods } from '../domain/refusals.ts';
import type { SharingPolicy as SharingPolicyModel, SharingVerdict as SharingVerdictModel, PairRef, PairPage, PairChange, DryRun } from '../domain/sharing.ts';
import type { NetworkRules } from '../domain/rules.ts';
import type { Pilot as PilotModel } from '../domain/pilot.ts';
import type { NetworkChange as NetworkChangeModel, ChangePage } from '../domain/change.ts';
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
  /** Calendar day `YYYY-MM-DD`, read in the time zone named by the surrounding field. */
  Date: { input: string; output: string; }
  /** Wall-clock time `HH:mm`, read in the location's `timeZone`. */
  LocalTime: { input: string; output: string; }
  /** ISO 8601 duration such as `PT2H` or `P3D`. Months and years are refused. */
  Duration: { input: string; output: string; }
  /** ISO 4217 alphabetic code, upper case. */
  CurrencyCode: { input: string; output: string; }
  /** ISO 3166-1 alpha-2 code, upper case. */
  CountryCode: { input: string; output: string; }
  /** BCP 47 language tag such as `fr-FR`. */
  Locale: { input: string; output: string; }
  /** IANA time-zone name such as `Europe/Paris`. */
  TimeZone: { input: string; output: string; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type Query = {
  __typename?: 'Query';
  /** One location. Null when unknown or not visible to the caller. */
  location?: Maybe<Location>;
  /** One location by the retailer's own code. */
  locationByCode?: Maybe<Location>;
  /** Locations, 20 a page unless asked otherwise, 100 at most. */
  locations?: Maybe<LocationConnection>;
  /** One sales channel. */
  channel?: Maybe<Channel>;
  /** Every sales channel of the retailer, active first; at most 200. */
  channels?: Maybe<Array<Channel>>;
  /** Every sharing policy, and what holds where none fits. */
  sharingRules?: Maybe<SharingRules>;
  /** Who changed what, when and why; the latest first, 20 a page unless asked otherwise, 100 at most. */
  networkChanges?: Maybe<NetworkChangeConnection>;
  /** Every pilot, oldest first. */
  pilots?: Maybe<Array<Pilot>>;
  /** Whether one channel and one location share, and what decides it. Null when either is unknown. */
  sharingVerdict?: Maybe<SharingVerdict>;
  /** Which pairs of channel and location changes of the sharing rules would add and remove. Nothing is changed. */
  sharingDryRun?: Maybe<SharingDryRun>;
  /** Service to service. Ordered feed of eligibility facts, from which `inventory` rebuilds its projection. 500 entries a page at most. */
  locationEligibilityFeed?: Maybe<LocationEligibilityFeed>;
  /** Service to service. Whether a location takes returned goods now: RETURN_IN_STORE of shops, RETURN_TO_WAREHOUSE of warehouses. Null when unknown. */
  returnLocation?: Maybe<ReturnLocation>;
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QueryLocationArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QueryLocationByCodeArgs = {
  code: Scalars['String']['input'];
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QueryLocationsArgs = {
  filter?: InputMaybe<LocationFilter>;
  sort?: InputMaybe<Array<LocationSort>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QueryChannelArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QueryNetworkChangesArgs = {
  subjectId?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QuerySharingVerdictArgs = {
  kind: SharingKind;
  channelId: Scalars['ID']['input'];
  locationId: Scalars['ID']['input'];
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QuerySharingDryRunArgs = {
  changes: Array<SharingChangeInput>;
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QueryLocationEligibilityFeedArgs = {
  afterSequence?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


/** What can be asked. Each field names the scopes it needs; what belongs to somebody else is answered as what is not there. */
export type QueryReturnLocationArgs = {
  locationId: Scalars['ID']['input'];
  channelId: Scalars['ID']['input'];
};

/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type Mutation = {
  __typename?: 'Mutation';
  /** Creates a location in status PLANNED. Errors: INVALID_INPUT, IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_IN_PROGRESS. */
  createLocation?: Maybe<CreateLocationPayload>;
  /** Creates locations from a file, and changes those whose code is known, save their type. Wrong rows are told and left out, the others are written together. Errors: INVALID_INPUT, LIMIT_EXCEEDED. */
  importLocations?: Maybe<ImportLocationsPayload>;
  /** Changes name, address, position, time zone or contact. Errors: NOT_FOUND, VERSION_CONFLICT, INVALID_INPUT. */
  updateLocation?: Maybe<UpdateLocationPayload>;
  /** Opens, suspends or retires a location. Retiring refuses while capacity is booked for today or later. Errors: NOT_FOUND, VERSION_CONFLICT, INVALID_STATE, INVALID_INPUT. */
  setLocationStatus?: Maybe<SetLocationStatusPayload>;
  /** Switches one service on or off and sets its capacity, lead time and limits. Errors: NOT_FOUND, VERSION_CONFLICT, INVALID_INPUT. */
  setLocationService?: Maybe<SetLocationServicePayload>;
  /** Store staff stop taking new work for a service until a moment. Work already accepted stays. Errors: NOT_FOUND, INVALID_STATE, INVALID_INPUT. */
  pauseLocationService?: Maybe<PauseLocationServicePayload>;
  /** Ends a pause at once. Errors: NOT_FOUND, INVALID_STATE. */
  resumeLocationService?: Maybe<ResumeLocationServicePayload>;
  /** Replaces the weekly opening hours. Errors: NOT_FOUND, VERSION_CONFLICT, OVERLAPPING_PERIODS, INVALID_INPUT, LIMIT_EXCEEDED. */
  setOpeningHours?: Maybe<SetOpeningHoursPayload>;
  /** Adds a closure or a day with special hours. Errors: NOT_FOUND, OVERLAPPING_PERIODS, INVALID_INPUT, LIMIT_EXCEEDED, IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_IN_PROGRESS. */
  addClosure?: Maybe<AddClosurePayload>;
  /** Removes a closure that has not ended. Errors: NOT_FOUND, INVALID_STATE. */
  removeClosure?: Maybe<RemoveClosurePayload>;
  /** Sets which locations serve a channel, by adding and removing. Errors: NOT_FOUND, VERSION_CONFLICT, LIMIT_EXCEEDED, INVALID_INPUT. */
  updateChannelLocations?: Maybe<UpdateChannelLocationsPayload>;
  /** Changes a channel's name, region, brand, or whether it takes orders. Errors: NOT_FOUND, VERSION_CONFLICT, INVALID_INPUT. */
  updateChannel?: Maybe<UpdateChannelPayload>;
  /** Creates a sharing policy; it holds at once. Errors: INVALID_INPUT, NOT_FOUND, IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_IN_PROGRESS. */
  createSharingPolicy?: Maybe<SharingPolicyPayload>;
  /** Changes a sharing policy; the change holds at once. Errors: NOT_FOUND, VERSION_CONFLICT, INVALID_INPUT. */
  updateSharingPolicy?: Maybe<SharingPolicyPayload>;
  /** Removes a sharing policy. Errors: NOT_FOUND, VERSION_CONFLICT. */
  removeSharingPolicy?: Maybe<SharingPolicyPayload>;
  /** Sets what holds for linked pairs that no policy names. No errors. */
  setSharingDefault?: Maybe<SetSharingDefaultPayload>;
  /** Begins a pilot: the service is off wherever the pilot does not include it. Errors: INVALID_INPUT, NOT_FOUND, INVALID_STATE, IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_IN_PROGRESS. */
  createPilot?: Maybe<PilotPayload>;
  /** Changes where a pilot runs, or from when. Errors: NOT_FOUND, VERSION_CONFLICT, INVALID_STATE, INVALID_INPUT. */
  updatePilot?: Maybe<PilotPayload>;
  /** Promotes a pilot, rolls it back, or runs it again. Errors: NOT_FOUND, VERSION_CONFLICT, INVALID_STATE. */
  setPilotState?: Maybe<PilotPayload>;
  /** Service to service. Takes one unit of a service's daily capacity for an order. Idempotent per order. Errors: NOT_FOUND, LOCATION_NOT_ELIGIBLE. */
  bookServiceCapacity?: Maybe<BookServiceCapacityPayload>;
  /** Service to service. Gives a booked capacity unit back. Idempotent per order. */
  releaseServiceCapacity?: Maybe<ReleaseServiceCapacityPayload>;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationCreateLocationArgs = {
  input: CreateLocationInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationImportLocationsArgs = {
  input: ImportLocationsInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationUpdateLocationArgs = {
  input: UpdateLocationInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationSetLocationStatusArgs = {
  input: SetLocationStatusInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationSetLocationServiceArgs = {
  input: SetLocationServiceInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationPauseLocationServiceArgs = {
  input: PauseLocationServiceInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationResumeLocationServiceArgs = {
  input: ResumeLocationServiceInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationSetOpeningHoursArgs = {
  input: SetOpeningHoursInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationAddClosureArgs = {
  input: AddClosureInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationRemoveClosureArgs = {
  input: RemoveClosureInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationUpdateChannelLocationsArgs = {
  input: UpdateChannelLocationsInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationUpdateChannelArgs = {
  input: UpdateChannelInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationCreateSharingPolicyArgs = {
  input: CreateSharingPolicyInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationUpdateSharingPolicyArgs = {
  input: UpdateSharingPolicyInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationRemoveSharingPolicyArgs = {
  input: RemoveSharingPolicyInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationSetSharingDefaultArgs = {
  input: SetSharingDefaultInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationCreatePilotArgs = {
  input: CreatePilotInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationUpdatePilotArgs = {
  input: UpdatePilotInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationSetPilotStateArgs = {
  input: SetPilotStateInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationBookServiceCapacityArgs = {
  input: BookServiceCapacityInput;
};


/** What can be changed. A refusal is no error of the request: it is told in `userErrors`, with its code, the input at fault and the remedy. */
export type MutationReleaseServiceCapacityArgs = {
  input: ReleaseServiceCapacityInput;
};

/** A sales channel: a place where orders are born, such as a web shop, a marketplace or the POS of one brand. */
export type Channel = {
  __typename?: 'Channel';
  /** Stable id; storefronts keep it in their configuration. */
  id: Scalars['ID']['output'];
  /** Retailer's own short code. */
  code: Scalars['String']['output'];
  /** Name for people. */
  name: Scalars['String']['output'];
  /** Kind of channel. */
  type: ChannelType;
  /** Currency in which the channel sells. */
  currency: Scalars['CurrencyCode']['output'];
  /** Locale used when a caller gives none. */
  defaultLocale: Scalars['Locale']['output'];
  /** Countries the channel delivers to. */
  shipsTo: Array<Scalars['CountryCode']['output']>;
  /** False when the channel takes no new orders. */
  isActive: Scalars['Boolean']['output'];
  /** The retailer's own name for the part of its market the channel serves; null when it belongs to none. */
  region?: Maybe<Scalars['String']['output']>;
  /** Brand it sells; null when it sells several. */
  brand?: Maybe<Scalars['String']['output']>;
  /** Locations that serve the channel. */
  locations: LocationConnection;
  /** Grows by one with each change; send it back as `expectedVersion`. */
  version: Scalars['Int']['output'];
};


/** A sales channel: a place where orders are born, such as a web shop, a marketplace or the POS of one brand. */
export type ChannelLocationsArgs = {
  filter?: InputMaybe<LocationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** Kind of channel. */
export type ChannelType =
  /** The retailer's own web shop or app. */
  | 'ECOMMERCE'
  /** POS and assisted sale in stores. */
  | 'RETAIL'
  /** A third party's marketplace. */
  | 'MARKETPLACE'
  /** Sales to businesses. */
  | 'WHOLESALE'
  /** Refill of the retailer's own stores. */
  | 'REPLENISHMENT';

/** A place that can hold stock: store, warehouse or third-party site. */
export type Location = {
  __typename?: 'Location';
  /** Stable id. */
  id: Scalars['ID']['output'];
  /** Retailer's own code, for example the store number. Unique. */
  code: Scalars['String']['output'];
  /** Name shown to people. */
  name: Scalars['String']['output'];
  /** Kind of location. */
  type: LocationType;
  /** Whether the location takes part in the network. */
  status: LocationStatus;
  /** Site address; not personal data. Nullable so that a store list survives an outage of this subgraph. */
  address?: Maybe<PostalAddress>;
  /** Position used for distance; null until geocoded. */
  coordinates?: Maybe<GeoPoint>;
  /** Zone in which hours, cut-offs and capacity days are read. */
  timeZone: Scalars['TimeZone']['output'];
  /** E.164 telephone number for customers. */
  phone?: Maybe<Scalars['String']['output']>;
  /** What a shopper must know to collect there. */
  pickupInstructions?: Maybe<Scalars['String']['output']>;
  /** Weekly hours, Monday first. */
  openingHours?: Maybe<Array<OpeningPeriod>>;
  /** Closures and special hours in a range of days; 62 days at most. */
  closures?: Maybe<Array<Closure>>;
  /** Whether the doors are open at a moment. Default: now. */
  isOpen?: Maybe<Scalars['Boolean']['output']>;
  /** When the doors close that are open at a moment; null when they are shut then, or never close. */
  openUntil?: Maybe<Scalars['DateTime']['output']>;
  /** GS1 Global Location Number; null when it has none. */
  gln?: Maybe<Scalars['String']['output']>;
  /** Who changed the location, when and why; the latest first, 20 a page unless asked otherwise, 100 at most. */
  changes: NetworkChangeConnection;
  /** Closed on the public holidays of its country, unless special hours are written down for one. */
  closesOnHolidays: Scalars['Boolean']['output'];
  /** The retailer's own name for the part of its market the location is in; null when it belongs to none. */
  region?: Maybe<Scalars['String']['output']>;
  /** Brands the location carries. */
  brands: Array<Scalars['String']['output']>;
  /** Channels with which the location shares: linked, and not denied by a sharing policy. */
  sharedChannels: Array<Channel>;
  /** Channels the location is linked to. */
  channels: Array<Channel>;
  /** Every service the location knows, enabled or not. */
  services: Array<LocationService>;
  /** Why the location may or may not provide a service to a channel at a moment. */
  eligibility: LocationEligibility;
  /** Integration attributes. */
  attributes: Array<Attribute>;
  /** Grows by one with each change; send it back as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** Moment of creation. */
  createdAt: Scalars['DateTime']['output'];
  /** Moment of the last change. */
  updatedAt: Scalars['DateTime']['output'];
};


/** A place that can hold stock: store, warehouse or third-party site. */
export type LocationPickupInstructionsArgs = {
  locale?: InputMaybe<Scalars['Locale']['input']>;
};


/** A place that can hold stock: store, warehouse or third-party site. */
export type LocationClosuresArgs = {
  from?: InputMaybe<Scalars['Date']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
};


/** A place that can hold stock: store, warehouse or third-party site. */
export type LocationIsOpenArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>;
};


/** A place that can hold stock: store, warehouse or third-party site. */
export type LocationOpenUntilArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>;
};


/** A place that can hold stock: store, warehouse or third-party site. */
export type LocationChangesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A place that can hold stock: store, warehouse or third-party site. */
export type LocationSharedChannelsArgs = {
  kind?: SharingKind;
};


/** A place that can hold stock: store, warehouse or third-party site. */
export type LocationEligibilityArgs = {
  service: ServiceType;
  channelId: Scalars['ID']['input'];
  at?: InputMaybe<Scalars['DateTime']['input']>;
  units?: InputMaybe<Scalars['Int']['input']>;
};

/** Kind of location. */
export type LocationType =
  /** A shop open to the public. */
  | 'STORE'
  /** The retailer's own warehouse or distribution centre. */
  | 'WAREHOUSE'
  /** A site run by a logistics partner. */
  | 'THIRD_PARTY_LOGISTICS'
  /** A locker or partner counter that hands over parcels but holds no stock. */
  | 'COLLECTION_POINT';

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

/** One weekly opening period. Several periods may share a day. */
export type OpeningPeriod = {
  __typename?: 'OpeningPeriod';
  /** Day of the week. */
  day: Weekday;
  /** Opening time. */
  opensAt: Scalars['LocalTime']['output'];
  /** Closing time; `24:00` is written `23:59`. */
  closesAt: Scalars['LocalTime']['output'];
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

/** Days on which the weekly hours do not hold. */
export type Closure = {
  __typename?: 'Closure';
  /** Stable id within the location. */
  id: Scalars['ID']['output'];
  /** First day. */
  from: Scalars['Date']['output'];
  /** Last day, included. */
  to: Scalars['Date']['output'];
  /** Special hours of these days; empty when closed all day. */
  specialHours: Array<OpeningPeriod>;
  /** Reason shown to staff and shoppers. */
  reason?: Maybe<Scalars['String']['output']>;
  /** A public holiday of the location's country that nobody wrote down. Add a closure with special hours to open on it. */
  isPublicHoliday: Scalars['Boolean']['output'];
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

/** One service at one location. */
export type LocationService = {
  __typename?: 'LocationService';
  /** Kind of service. */
  type: ServiceType;
  /** Switched on by head office. */
  isEnabled: Scalars['Boolean']['output'];
  /** Paused by staff until this moment; null when not paused. */
  pausedUntil?: Maybe<Scalars['DateTime']['output']>;
  /** What capacities count. */
  capacityUnit: CapacityUnit;
  /** Orders or units accepted each local day; null when unlimited. */
  dailyCapacity?: Maybe<Scalars['Int']['output']>;
  /** Parts of the day with capacities of their own, in order; empty when the day alone limits. */
  capacityWindows: Array<CapacityWindow>;
  /** Orders or units that can still be accepted on a local day, in all its windows together. */
  remainingCapacity?: Maybe<Scalars['Int']['output']>;
  /** Time needed between acceptance and readiness, in opening hours. */
  preparationTime: Scalars['Duration']['output'];
  /** Orders accepted after this time count for the next open day. */
  cutOff?: Maybe<Scalars['LocalTime']['output']>;
  /** Largest number of units in one order; null when unlimited. */
  maxUnitsPerOrder?: Maybe<Scalars['Int']['output']>;
  /** Largest number of lines in one order; null when unlimited. */
  maxLinesPerOrder?: Maybe<Scalars['Int']['output']>;
};


/** One service at one location. */
export type LocationServiceCapacityWindowsArgs = {
  on?: InputMaybe<Scalars['Date']['input']>;
};


/** One service at one location. */
export type LocationServiceRemainingCapacityArgs = {
  on?: InputMaybe<Scalars['Date']['input']>;
};

/** What the capacity of a service counts. */
export type CapacityUnit =
  /** Orders, however large. */
  | 'ORDERS'
  /** Units of the orders. */
  | 'UNITS';

/** A part of a local day with a capacity of its own. */
export type CapacityWindow = {
  __typename?: 'CapacityWindow';
  /** Beginning. */
  opensAt: Scalars['LocalTime']['output'];
  /** End, excluded; `24:00` is written `23:59`. */
  closesAt: Scalars['LocalTime']['output'];
  /** Orders or units that may be ready in it. */
  capacity: Scalars['Int']['output'];
  /** Orders or units that can still be accepted. */
  remainingCapacity: Scalars['Int']['output'];
};

/** A part of each local day with a capacity of its own. */
export type CapacityWindowInput = {
  /** Beginning. */
  opensAt: Scalars['LocalTime']['input'];
  /** End, excluded; `24:00` is written `23:59`. */
  closesAt: Scalars['LocalTime']['input'];
  /** Orders or units that may be ready in it; 1 at least. */
  capacity: Scalars['Int']['input'];
};

/** Whether a location may provide a service, and why not. */
export type LocationEligibility = {
  __typename?: 'LocationEligibility';
  /** True when no reason stands against it. */
  isEligible: Scalars['Boolean']['output'];
  /** Every reason that holds, most decisive first; empty when eligible. */
  reasons: Array<IneligibilityReason>;
  /** Earliest moment at which the service could be provided; null when unknown. */
  earliestAt?: Maybe<Scalars['DateTime']['output']>;
  /** Moment at which the facts were read. */
  evaluatedAt: Scalars['DateTime']['output'];
};

/** A page of locations. */
export type LocationConnection = {
  __typename?: 'LocationConnection';
  /** Edges of the page. */
  edges: Array<LocationEdge>;
  /** Nodes of the page, in the same order as `edges`. */
  nodes: Array<Location>;
  /** Paging facts. */
  pageInfo: PageInfo;
};

/** One location in a page. */
export type LocationEdge = {
  __typename?: 'LocationEdge';
  /** Opaque cursor. */
  cursor: Scalars['String']['output'];
  /** The location. */
  node: Location;
};

/** Conditions on locations; all given ones must hold, a list means any of. */
export type LocationFilter = {
  /** Any of these ids; 100 at most. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Any of these codes; 100 at most. */
  codes?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Any of these kinds. */
  types?: InputMaybe<Array<LocationType>>;
  /** Any of these statuses. */
  statuses?: InputMaybe<Array<LocationStatus>>;
  /** Serves this channel. */
  channelId?: InputMaybe<Scalars['ID']['input']>;
  /** Offers every one of these services, enabled and not paused. */
  services?: InputMaybe<Array<ServiceType>>;
  /** Any of these countries. */
  countryCodes?: InputMaybe<Array<Scalars['CountryCode']['input']>>;
  /** Name, code, city or postal code starts with this text; 2 characters at least. */
  search?: InputMaybe<Scalars['String']['input']>;
};

/** One sort key of a location list. */
export type LocationSort = {
  /** Field to sort by. */
  field: LocationSortField;
  /** Order. */
  direction?: SortDirection;
};

/** Fields a location list can be sorted by. */
export type LocationSortField =
  /** By name. */
  | 'NAME'
  /** By retailer's code. */
  | 'CODE'
  /** By last change. */
  | 'UPDATED_AT';

/** Input of `createLocation`. */
export type CreateLocationInput = {
  /** Client-chosen key, 8 to 128 characters, kept for at least 24 hours. */
  idempotencyKey: Scalars['String']['input'];
  /** Retailer's own code; must be new. */
  code: Scalars['String']['input'];
  /** Name shown to people. */
  name: Scalars['String']['input'];
  /** Kind of location. */
  type: LocationType;
  /** Site address. */
  address: PostalAddressInput;
  /** Position; without one the location is at no known distance. */
  coordinates?: InputMaybe<GeoPointInput>;
  /** Zone of hours, cut-offs and capacity days. */
  timeZone: Scalars['TimeZone']['input'];
  /** Integration attributes. */
  attributes?: InputMaybe<Array<AttributeInput>>;
  /** The retailer's own name for a part of its market. */
  region?: InputMaybe<Scalars['String']['input']>;
  /** Brands it carries. */
  brands?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Closed on the public holidays of its country. Default: false. */
  closesOnHolidays?: InputMaybe<Scalars['Boolean']['input']>;
  /** GS1 Global Location Number, 13 digits; names one location only. */
  gln?: InputMaybe<Scalars['String']['input']>;
};

/** Payload of `createLocation`. */
export type CreateLocationPayload = {
  __typename?: 'CreateLocationPayload';
  /** The new location; null when `userErrors` is not empty. */
  location?: Maybe<Location>;
  /** Failures the caller can act on. */
  userErrors: Array<LocationUserError>;
};

/** Input of `updateLocation`. A field left out stays as it is. */
export type UpdateLocationInput = {
  /** Location to change. */
  id: Scalars['ID']['input'];
  /** Version the change is based on. */
  expectedVersion: Scalars['Int']['input'];
  /** New name. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** New site address. */
  address?: InputMaybe<PostalAddressInput>;
  /** New position. */
  coordinates?: InputMaybe<GeoPointInput>;
  /** IANA zone. */
  timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
  /** New telephone number in E.164 form. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** Integration attributes. */
  attributes?: InputMaybe<Array<AttributeInput>>;
  /** The retailer's own name for a part of its market; null takes it out. */
  region?: InputMaybe<Scalars['String']['input']>;
  /** Brands it carries, in place of the former ones. */
  brands?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Closed on the public holidays of its country. */
  closesOnHolidays?: InputMaybe<Scalars['Boolean']['input']>;
  /** GS1 Global Location Number, 13 digits; null takes it away. */
  gln?: InputMaybe<Scalars['String']['input']>;
};

/** Payload of `updateLocation`. */
export type UpdateLocationPayload = {
  __typename?: 'UpdateLocationPayload';
  /** Location concerned. */
  location?: Maybe<Location>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<LocationUserError>;
};

/** Input of `setLocationStatus`. */
export type SetLocationStatusInput = {
  /** Stable opaque id. */
  id: Scalars['ID']['input'];
  /** Version the change is based on. */
  expectedVersion: Scalars['Int']['input'];
  /** Wanted status. */
  status: LocationStatus;
  /** Reason kept in the audit trail. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Payload of `setLocationStatus`. */
export type SetLocationStatusPayload = {
  __typename?: 'SetLocationStatusPayload';
  /** Location concerned. */
  location?: Maybe<Location>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<LocationUserError>;
};

/** Input of `setLocationService`. */
export type SetLocationServiceInput = {
  /** Location id. */
  locationId: Scalars['ID']['input'];
  /** Version the change is based on. */
  expectedVersion: Scalars['Int']['input'];
  /** Kind. */
  type: ServiceType;
  /** Whether the service is on. */
  isEnabled: Scalars['Boolean']['input'];
  /** Orders accepted each local day; null for unlimited. Left out: as it is. */
  dailyCapacity?: InputMaybe<Scalars['Int']['input']>;
  /** Time needed between acceptance and readiness, in opening hours. */
  preparationTime: Scalars['Duration']['input'];
  /** Orders accepted after this time count for the next open day; null for no such time. Left out: as it is. */
  cutOff?: InputMaybe<Scalars['LocalTime']['input']>;
  /** Largest number of units in one order; null for unlimited. Left out: as it is. */
  maxUnitsPerOrder?: InputMaybe<Scalars['Int']['input']>;
  /** Largest number of lines in one order; null for unlimited. Left out: as it is. */
  maxLinesPerOrder?: InputMaybe<Scalars['Int']['input']>;
  /** What capacities count. Left out: as it is, ORDERS at first. */
  capacityUnit?: InputMaybe<CapacityUnit>;
  /** Parts of the day with capacities of their own; null for none. Left out: as it is. */
  capacityWindows?: InputMaybe<Array<CapacityWindowInput>>;
};

/** Payload of `setLocationService`. */
export type SetLocationServicePayload = {
  __typename?: 'SetLocationServicePayload';
  /** Location concerned. */
  location?: Maybe<Location>;
  /** Service concerned. */
  service?: Maybe<LocationService>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<LocationUserError>;
};

/** Input of `pauseLocationService`. */
export type PauseLocationServiceInput = {
  /** Location id. */
  locationId: Scalars['ID']['input'];
  /** Kind. */
  type: ServiceType;
  /** End of the pause; seven days ahead at most. */
  until: Scalars['DateTime']['input'];
  /** Reason kept in the audit trail. */
  reason: Scalars['String']['input'];
};

/** Payload of `pauseLocationService`. */
export type PauseLocationServicePayload = {
  __typename?: 'PauseLocationServicePayload';
  /** Location concerned. */
  location?: Maybe<Location>;
  /** Service concerned. */
  service?: Maybe<LocationService>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<LocationUserError>;
};

/** Input of `resumeLocationService`. */
export type ResumeLocationServiceInput = {
  /** Location id. */
  locationId: Scalars['ID']['input'];
  /** Kind. */
  type: ServiceType;
};

/** Payload of `resumeLocationService`. */
export type ResumeLocationServicePayload = {
  __typename?: 'ResumeLocationServicePayload';
  /** Location concerned. */
  location?: Maybe<Location>;
  /** Service concerned. */
  service?: Maybe<LocationService>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<LocationUserError>;
};

/** One weekly opening period, given by a caller. */
export type OpeningPeriodInput = {
  /** Day of the week. */
  day: Weekday;
  /** Opening time. */
  opensAt: Scalars['LocalTime']['input'];
  /** Closing time; `24:00` is written `23:59`. */
  closesAt: Scalars['LocalTime']['input'];
};

/** Input of `setOpeningHours`. */
export type SetOpeningHoursInput = {
  /** Location id. */
  locationId: Scalars['ID']['input'];
  /** Version the change is based on. */
  expectedVersion: Scalars['Int']['input'];
  /** Replaces the whole week; 21 periods at most. */
  periods: Array<OpeningPeriodInput>;
};

/** Payload of `setOpeningHours`. */
export type SetOpeningHoursPayload = {
  __typename?: 'SetOpeningHoursPayload';
  /** Location concerned. */
  location?: Maybe<Location>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<LocationUserError>;
};

/** Input of `addClosure`. */
export type AddClosureInput = {
  /** Client-chosen key, 8 to 128 characters, kept for at least 24 hours. */
  idempotencyKey: Scalars['String']['input'];
  /** Location id. */
  locationId: Scalars['ID']['input'];
  /** First day. */
  from: Scalars['Date']['input'];
  /** Last day, included. */
  to: Scalars['Date']['input'];
  /** Special hours of these days, on weekdays among them; left out means closed all day. */
  specialHours?: InputMaybe<Array<OpeningPeriodInput>>;
  /** Reason, kept in the audit trail. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Payload of `addClosure`. */
export type AddClosurePayload = {
  __typename?: 'AddClosurePayload';
  /** Location concerned. */
  location?: Maybe<Location>;
  /** The closure; null when `userErrors` is not empty. */
  closure?: Maybe<Closure>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<LocationUserError>;
};

/** Input of `removeClosure`. */
export type RemoveClosureInput = {
  /** Location id. */
  locationId: Scalars['ID']['input'];
  /** Closure id. */
  closureId: Scalars['ID']['input'];
};

/** Payload of `removeClosure`. */
export type RemoveClosurePayload = {
  __typename?: 'RemoveClosurePayload';
  /** Location concerned. */
  location?: Maybe<Location>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<LocationUserError>;
};

/** Input of `updateChannelLocations`; 500 ids in all. */
export type UpdateChannelLocationsInput = {
  /** Channel id. */
  channelId: Scalars['ID']['input'];
  /** Version the change is based on. */
  expectedVersion: Scalars['Int']['input'];
  /** Locations to add. */
  addLocationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Locations to remove. */
  removeLocationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** Payload of `updateChannelLocations`. */
export type UpdateChannelLocationsPayload = {
  __typename?: 'UpdateChannelLocationsPayload';
  /** Channel concerned. */
  channel?: Maybe<Channel>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<LocationUserError>;
};

/** What a policy is about. */
export type SharingKind =
  /** Which channel may sell whose stock. Only linked pairs can share. */
  | 'SELL'
  /** Which location may take back whose returns. Linked pairs, and those that a policy allows by name. */
  | 'TAKE_BACK';

/** What a policy does with the pairs it names. */
export type SharingEffect =
  /** They share, unless another policy denies it. */
  | 'ALLOW'
  /** They do not share, whatever other policies allow. */
  | 'DENY';

/** Which channels a policy is about: all conditions must hold, a list left out or empty means any. */
export type ChannelGroupInput = {
  /** Channel ids. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Kinds of channel. */
  types?: InputMaybe<Array<ChannelType>>;
  /** Regions, by the retailer's own names. */
  regions?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Brands; one in common is enough. */
  brands?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** Which channels a policy is about; an empty list means any. */
export type ChannelGroup = {
  __typename?: 'ChannelGroup';
  /** Channel ids. */
  ids: Array<Scalars['ID']['output']>;
  /** Kinds of channel. */
  types: Array<ChannelType>;
  /** Regions, by the retailer's own names. */
  regions: Array<Scalars['String']['output']>;
  /** Brands; one in common is enough. */
  brands: Array<Scalars['String']['output']>;
};

/** Which locations a policy is about: all conditions must hold, a list left out or empty means any. */
export type LocationGroupInput = {
  /** Location ids. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Kinds of location. */
  types?: InputMaybe<Array<LocationType>>;
  /** Regions, by the retailer's own names. */
  regions?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Brands; one in common is enough. */
  brands?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** Which locations a policy is about; an empty list means any. */
export type LocationGroup = {
  __typename?: 'LocationGroup';
  /** Location ids. */
  ids: Array<Scalars['ID']['output']>;
  /** Kinds of location. */
  types: Array<LocationType>;
  /** Regions, by the retailer's own names. */
  regions: Array<Scalars['String']['output']>;
  /** Brands; one in common is enough. */
  brands: Array<Scalars['String']['output']>;
};

/** A rule on which channels and locations share stock, or take goods back. DENY beats ALLOW, either beats the default. */
export type SharingPolicy = {
  __typename?: 'SharingPolicy';
  /** Stable id. */
  id: Scalars['ID']['output'];
  /** Name for people. */
  name: Scalars['String']['output'];
  /** What the policy is about. */
  kind: SharingKind;
  /** What it does with the pairs it names. */
  effect: SharingEffect;
  /** False when it is kept but does not count. */
  isActive: Scalars['Boolean']['output'];
  /** Channels it is about. */
  channels: ChannelGroup;
  /** Locations it is about. */
  locations: LocationGroup;
  /** Grows by one with each change; send it back as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** Moment of creation. */
  createdAt: Scalars['DateTime']['output'];
  /** Moment of the last change. */
  updatedAt: Scalars['DateTime']['output'];
};

/** Every sharing policy, and what holds where none fits. */
export type SharingRules = {
  __typename?: 'SharingRules';
  /** Policies, oldest first. */
  policies: Array<SharingPolicy>;
  /** What holds for linked pairs that no SELL policy names. */
  sellDefault: SharingEffect;
  /** What holds for linked pairs that no TAKE_BACK policy names. */
  takeBackDefault: SharingEffect;
};

/** Whether one channel and one location share, and what decides it. */
export type SharingVerdict = {
  __typename?: 'SharingVerdict';
  /** They share. */
  isAllowed: Scalars['Boolean']['output'];
  /** The location is linked to the channel. */
  isLinked: Scalars['Boolean']['output'];
  /** Active policies that name the pair, those that decide first; empty when the default holds. */
  policies: Array<SharingPolicy>;
};

/** One channel and one location. */
export type SharingPair = {
  __typename?: 'SharingPair';
  /** Channel id. */
  channelId: Scalars['ID']['output'];
  /** Location id. */
  locationId: Scalars['ID']['output'];
  /** The channel. */
  channel?: Maybe<Channel>;
  /** The location. */
  location?: Maybe<Location>;
};

/** A pair that a change would let share, or not any more. */
export type SharingPairChange = {
  __typename?: 'SharingPairChange';
  /** What it would share. */
  kind: SharingKind;
  /** True when the pair would begin to share, false when it would cease. */
  isAdded: Scalars['Boolean']['output'];
  /** The pair. */
  pair: SharingPair;
};

/** A page of pairs that would change. */
export type SharingPairChangeConnection = {
  __typename?: 'SharingPairChangeConnection';
  /** Edges of the page. */
  edges: Array<SharingPairChangeEdge>;
  /** Items of the page, without cursors. */
  nodes: Array<SharingPairChange>;
  /** Paging facts. */
  pageInfo: PageInfo;
};

/** One pair in a page. */
export type SharingPairChangeEdge = {
  __typename?: 'SharingPairChangeEdge';
  /** Opaque cursor of this pair. */
  cursor: Scalars['String']['output'];
  /** The pair. */
  node: SharingPairChange;
};

/** What changes of the sharing rules would do. Nothing is changed. */
export type SharingDryRun = {
  __typename?: 'SharingDryRun';
  /** Pairs that would begin to share, of both kinds. */
  addedCount: Scalars['Int']['output'];
  /** Pairs that would cease to share, of both kinds. */
  removedCount: Scalars['Int']['output'];
  /** The pairs, by kind, channel and location; 50 a page unless asked otherwise, 500 at most. */
  pairs: SharingPairChangeConnection;
};


/** What changes of the sharing rules would do. Nothing is changed. */
export type SharingDryRunPairsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A policy to try. */
export type SharingPolicySettings = {
  /** Name for people. */
  name: Scalars['String']['input'];
  /** What the policy is about. */
  kind: SharingKind;
  /** What it does with the pairs it names. */
  effect: SharingEffect;
  /** Default: true. */
  isActive?: InputMaybe<Scalars['Boolean']['input']>;
  /** Channels it is about; any when left out. */
  channels?: InputMaybe<ChannelGroupInput>;
  /** Locations it is about; any when left out. */
  locations?: InputMaybe<LocationGroupInput>;
};

/** Changes of a policy to try; what is left out stays, a group is replaced as a whole. */
export type SharingPolicyChange = {
  /** Policy id. */
  id: Scalars['ID']['input'];
  /** New name. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** New effect. */
  effect?: InputMaybe<SharingEffect>;
  /** Whether it counts. */
  isActive?: InputMaybe<Scalars['Boolean']['input']>;
  /** Channels it is about. */
  channels?: InputMaybe<ChannelGroupInput>;
  /** Locations it is about. */
  locations?: InputMaybe<LocationGroupInput>;
};

/** What holds for linked pairs that no policy names. */
export type SetSharingDefaultInput = {
  /** What is shared. */
  kind: SharingKind;
  /** What holds from now on. */
  effect: SharingEffect;
};

/** One change to try; exactly one field is given. */
export type SharingChangeInput = {
  /** A policy that does not exist yet. */
  create?: InputMaybe<SharingPolicySettings>;
  /** A policy changed. */
  update?: InputMaybe<SharingPolicyChange>;
  /** A policy removed. */
  removeId?: InputMaybe<Scalars['ID']['input']>;
  /** Another default. */
  setDefault?: InputMaybe<SetSharingDefaultInput>;
};

/** Input of `createSharingPolicy`. */
export type CreateSharingPolicyInput = {
  /** Client-chosen key, 8 to 128 characters, kept for at least 24 hours. */
  idempotencyKey: Scalars['String']['input'];
  /** Name for people. */
  name: Scalars['String']['input'];
  /** What the policy is about. */
  kind: SharingKind;
  /** What it does with the pairs it names. */
  effect: SharingEffect;
  /** Default: true. */
  isActive?: InputMaybe<Scalars['Boolean']['input']>;
  /** Channels it is about; any when left out. */
  channels?: InputMaybe<ChannelGroupInput>;
  /** Locations it is about; any when left out. */
  locations?: InputMaybe<LocationGroupInput>;
};

/** Input of `updateSharingPolicy`; what is left out stays, a group is replaced as a whole. */
export type UpdateSharingPolicyInput = {
  /** Policy id. */
  id: Scalars['ID']['input'];
  /** Version the change is based on. */
  expectedVersion: Scalars['Int']['input'];
  /** New name. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** New effect. */
  effect?: InputMaybe<SharingEffect>;
  /** Whether it counts. */
  isActive?: InputMaybe<Scalars['Boolean']['input']>;
  /** Channels it is about. */
  channels?: InputMaybe<ChannelGroupInput>;
  /** Locations it is about. */
  locations?: InputMaybe<LocationGroupInput>;
};

/** Input of `removeSharingPolicy`. */
export type RemoveSharingPolicyInput = {
  /** Policy id. */
  id: Scalars['ID']['input'];
  /** Version the change is based on. */
  expectedVersion: Scalars['Int']['input'];
};

/** Payload of a change of a sharing policy. */
export type SharingPolicyPayload = {
  __typename?: 'SharingPolicyPayload';
  /** Policy concerned; null when it was removed. */
  policy?: Maybe<SharingPolicy>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<LocationUserError>;
};

/** Payload of `setSharingDefault`. */
export type SetSharingDefaultPayload = {
  __typename?: 'SetSharingDefaultPayload';
  /** The rules as they are now. */
  rules?: Maybe<SharingRules>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<LocationUserError>;
};

/** Input of `updateChannel`; what is left out stays, null takes it out of its region or brand. */
export type UpdateChannelInput = {
  /** Channel to change. */
  id: Scalars['ID']['input'];
  /** Version the change is based on. */
  expectedVersion: Scalars['Int']['input'];
  /** New name. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** False when the channel takes no new orders. */
  isActive?: InputMaybe<Scalars['Boolean']['input']>;
  /** The retailer's own name for a part of its market. */
  region?: InputMaybe<Scalars['String']['input']>;
  /** Brand it sells. */
  brand?: InputMaybe<Scalars['String']['input']>;
};

/** Payload of `updateChannel`. */
export type UpdateChannelPayload = {
  __typename?: 'UpdateChannelPayload';
  /** Channel concerned. */
  channel?: Maybe<Channel>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<LocationUserError>;
};

/** One entry of the audit trail. */
export type NetworkChange = {
  __typename?: 'NetworkChange';
  /** Location, channel, policy or pilot that was changed. */
  subjectId: Scalars['ID']['output'];
  /** Name of the mutation. */
  action: Scalars['String']['output'];
  /** Who asked for it. */
  actor: Scalars['String']['output'];
  /** Why, when it was told. */
  reason?: Maybe<Scalars['String']['output']>;
  /** What was asked for, as JSON text. */
  input: Scalars['String']['output'];
  /** Moment of the change. */
  changedAt: Scalars['DateTime']['output'];
};

/** A page of the audit trail. */
export type NetworkChangeConnection = {
  __typename?: 'NetworkChangeConnection';
  /** Edges of the page. */
  edges: Array<NetworkChangeEdge>;
  /** Items of the page, without cursors. */
  nodes: Array<NetworkChange>;
  /** Paging facts. */
  pageInfo: PageInfo;
};

/** One change in a page. */
export type NetworkChangeEdge = {
  __typename?: 'NetworkChangeEdge';
  /** Opaque cursor of this change. */
  cursor: Scalars['String']['output'];
  /** The change. */
  node: NetworkChange;
};

/** How a file describes locations. */
export type ImportFormat =
  /** RFC 4180, comma or semicolon. The first line names the columns: code, name, type, street, city, countryCode, timeZone, and if wanted postalCode, latitude, longitude, phone, gln, region, brands, closesOnHolidays. Brands and street lines are separated by `|`. */
  | 'CSV'
  /** RFC 7946: a FeatureCollection of Points, whose properties have the names of the columns of CSV. */
  | 'GEOJSON';

/** Input of `importLocations`. */
export type ImportLocationsInput = {
  /** Format of the content. */
  format: ImportFormat;
  /** Text of the file; 5 000 locations at most. */
  content: Scalars['String']['input'];
  /** Tell what would be done, and do nothing. Default: false. */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Payload of `importLocations`. */
export type ImportLocationsPayload = {
  __typename?: 'ImportLocationsPayload';
  /** Locations created, in status PLANNED. */
  created: Scalars['Int']['output'];
  /** Locations changed. */
  updated: Scalars['Int']['output'];
  /** Locations that are as the file says already. */
  unchanged: Scalars['Int']['output'];
  /** What is wrong, row by row; these rows were left out. */
  errors: Array<ImportRowError>;
  /** Failures of the file as a whole; then nothing was done. */
  userErrors: Array<LocationUserError>;
};

/** What is wrong with one row of a file. */
export type ImportRowError = {
  __typename?: 'ImportRowError';
  /** Line of a CSV, feature of a GeoJSON; counted from 1. */
  row: Scalars['Int']['output'];
  /** Code that the row gives. */
  code?: Maybe<Scalars['String']['output']>;
  /** Column or property at fault; null when no one is. */
  field?: Maybe<Scalars['String']['output']>;
  /** What is wrong, and what is right. */
  message: Scalars['String']['output'];
};

/** What becomes of a pilot. */
export type PilotState =
  /** The service is on where the pilot includes it, and off elsewhere. */
  | 'RUNNING'
  /** The pilot is over: the service is on wherever it is switched on. */
  | 'PROMOTED'
  /** The service is off everywhere until the pilot runs again or is promoted. */
  | 'ROLLED_BACK';

/** A service tried at some locations: by list, by region or by share; one of the three is enough. */
export type Pilot = {
  __typename?: 'Pilot';
  /** Stable id. */
  id: Scalars['ID']['output'];
  /** Name for people. */
  name: Scalars['String']['output'];
  /** Service tried. */
  service: ServiceType;
  /** What became of it. */
  state: PilotState;
  /** First day, in each location's `timeZone`; null from the start. */
  startsOn?: Maybe<Scalars['Date']['output']>;
  /** Share of all locations, chosen by a stable hash; growing it keeps those that are in. */
  sharePercent?: Maybe<Scalars['Int']['output']>;
  /** Locations included by name. */
  locationIds: Array<Scalars['ID']['output']>;
  /** Regions included as a whole. */
  regions: Array<Scalars['String']['output']>;
  /** Whether a location is included; null when unknown. */
  includes?: Maybe<Scalars['Boolean']['output']>;
  /** Locations included. */
  locationCount: Scalars['Int']['output'];
  /** Grows by one with each change; send it back as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** Moment of creation. */
  createdAt: Scalars['DateTime']['output'];
  /** Moment of the last change. */
  updatedAt: Scalars['DateTime']['output'];
};


/** A service tried at some locations: by list, by region or by share; one of the three is enough. */
export type PilotIncludesArgs = {
  locationId: Scalars['ID']['input'];
};

/** Input of `createPilot`. */
export type CreatePilotInput = {
  /** Client-chosen key, 8 to 128 characters, kept for at least 24 hours. */
  idempotencyKey: Scalars['String']['input'];
  /** Name for people. */
  name: Scalars['String']['input'];
  /** Service tried; one pilot of a service at a time. */
  service: ServiceType;
  /** First day, in each location's `timeZone`. Default: at once. */
  startsOn?: InputMaybe<Scalars['Date']['input']>;
  /** Share of all locations, 0 to 100. */
  sharePercent?: InputMaybe<Scalars['Int']['input']>;
  /** Locations included by name. */
  locationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Regions included as a whole. */
  regions?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** Input of `updatePilot`; what is left out stays, null clears. */
export type UpdatePilotInput = {
  /** Pilot id. */
  id: Scalars['ID']['input'];
  /** Version the change is based on. */
  expectedVersion: Scalars['Int']['input'];
  /** New name. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** First day, in each location's `timeZone`. */
  startsOn?: InputMaybe<Scalars['Date']['input']>;
  /** Share of all locations, 0 to 100. */
  sharePercent?: InputMaybe<Scalars['Int']['input']>;
  /** Locations included by name, in place of the former ones. */
  locationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Regions included as a whole, in place of the former ones. */
  regions?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** Input of `setPilotState`. */
export type SetPilotStateInput = {
  /** Pilot id. */
  id: Scalars['ID']['input'];
  /** Version the change is based on. */
  expectedVersion: Scalars['Int']['input'];
  /** What becomes of it. */
  state: PilotState;
};

/** Payload of a change of a pilot. */
export type PilotPayload = {
  __typename?: 'PilotPayload';
  /** Pilot concerned. */
  pilot?: Maybe<Pilot>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<LocationUserError>;
};

/** Service to service: what a pilot means for a location. */
export type LocationPilot = {
  __typename?: 'LocationPilot';
  /** Service tried. */
  service: ServiceType;
  /** The location may provide it, from `startsOn` on. */
  isIncluded: Scalars['Boolean']['output'];
  /** First local day; null from the start. */
  startsOn?: Maybe<Scalars['Date']['output']>;
};

/** Failures of network writes. */
export type LocationUserError = InvalidInputError | NotFoundError | VersionConflictError | InvalidStateError | IdempotencyError | LimitExceededError | OverlappingPeriodsError;

/** Two opening periods or closures overlap. */
export type OverlappingPeriodsError = UserError & {
  __typename?: 'OverlappingPeriodsError';
  /** Stable machine-readable code. */
  code: UserErrorCode;
  /** English sentence for developers and operators; not for shoppers. */
  message: Scalars['String']['output'];
  /** Path of the input field at fault, starting at `input`; null when no one field is. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** Positions, in the list sent, of the two periods that overlap; empty when one of them is already stored. */
  indexes: Array<Scalars['Int']['output']>;
};

/** Service to service: a location as a return sees it. */
export type ReturnLocation = {
  __typename?: 'ReturnLocation';
  /** Location id. */
  locationId: Scalars['ID']['output'];
  /** Kind. */
  type: LocationType;
  /** Every reason against returns that holds, most decisive first. */
  reasons: Array<IneligibilityReason>;
};

/** Service to service: one page of the eligibility feed. */
export type LocationEligibilityFeed = {
  __typename?: 'LocationEligibilityFeed';
  /** Entries in order of sequence. */
  entries: Array<LocationEligibilityEntry>;
  /** Pass back as `afterSequence`. */
  lastSequence?: Maybe<Scalars['String']['output']>;
  /** More entries follow. */
  hasMore: Scalars['Boolean']['output'];
};

/** Service to service: full eligibility state of one location as of a sequence. */
export type LocationEligibilityEntry = {
  __typename?: 'LocationEligibilityEntry';
  /** Grows with each change. */
  sequence: Scalars['String']['output'];
  /** Location id. */
  locationId: Scalars['ID']['output'];
  /** Stable machine-readable code. */
  code: Scalars['String']['output'];
  /** Name for people. */
  name: Scalars['String']['output'];
  /** Kind. */
  type: LocationType;
  /** State. */
  status: LocationStatus;
  /** Position. */
  coordinates?: Maybe<GeoPoint>;
  /** IANA zone. */
  timeZone: Scalars['TimeZone']['output'];
  /** Channels that may sell its stock. */
  channelIds: Array<Scalars['ID']['output']>;
  /** Channels whose goods it takes back. */
  returnChannelIds: Array<Scalars['ID']['output']>;
  /** What pilots that are not over mean for it. */
  pilots: Array<LocationPilot>;
  /** Every service the location knows. */
  services: Array<LocationService>;
  /** Weekly hours. */
  openingHours: Array<OpeningPeriod>;
  /** Closures that have not ended, and public holidays of this year and the next on which it is closed. */
  closures: Array<Closure>;
  /** Services whose capacity for the current local day is used up. */
  exhaustedServices: Array<ServiceType>;
  /** Days and windows used up, from today on. */
  usedUp: Array<UsedUpCapacity>;
  /** Services whose capacity counts units, and how many are left. */
  unitCapacities: Array<UnitCapacity>;
  /** Moment it happened. */
  occurredAt: Scalars['DateTime']['output'];
};

/** Service to service: a stretch of time in which a service takes no more. */
export type UsedUpCapacity = {
  __typename?: 'UsedUpCapacity';
  /** Service concerned. */
  service: ServiceType;
  /** Beginning. */
  from: Scalars['DateTime']['output'];
  /** End, excluded. */
  until: Scalars['DateTime']['output'];
};

/** Service to service: a service of which a day, or parts of it, take so many units. */
export type UnitCapacity = {
  __typename?: 'UnitCapacity';
  /** Service concerned. */
  service: ServiceType;
  /** Units of a day; null when only windows limit. */
  perDay?: Maybe<Scalars['Int']['output']>;
  /** Parts of the day with units of their own, in order. */
  windows: Array<UnitCapacityWindow>;
  /** Days on which something was booked, from today on, in order. */
  left: Array<UnitsLeft>;
};

/** Service to service: a part of the day that takes so many units. */
export type UnitCapacityWindow = {
  __typename?: 'UnitCapacityWindow';
  /** Beginning on the location's wall clock. */
  opensAt: Scalars['LocalTime']['output'];
  /** End on the location's wall clock; `23:59` means midnight. */
  closesAt: Scalars['LocalTime']['output'];
  /** Units that can be booked. */
  units: Scalars['Int']['output'];
};

/** Service to service: units that can still be booked on a day. */
export type UnitsLeft = {
  __typename?: 'UnitsLeft';
  /** Local day. */
  day: Scalars['Date']['output'];
  /** In the whole day; null when only windows limit. */
  units?: Maybe<Scalars['Int']['output']>;
  /** In each window, in their order. */
  windows: Array<Scalars['Int']['output']>;
};

/** Service to service: input of `bookServiceCapacity`. */
export type BookServiceCapacityInput = {
  /** Location id. */
  locationId: Scalars['ID']['input'];
  /** Service concerned. */
  service: ServiceType;
  /** Channel id. */
  channelId: Scalars['ID']['input'];
  /** Order for which the capacity is taken. */
  orderId: Scalars['ID']['input'];
  /** What of the order it is taken for; makes, with the order, the call idempotent. Default: the order as a whole. */
  part?: InputMaybe<Scalars['ID']['input']>;
  /** Local day; where `at` is given, the local day of that moment counts. */
  on: Scalars['Date']['input'];
  /** When the order is to be ready: it takes from the window of that moment. Default: the first window of the day with room. */
  at?: InputMaybe<Scalars['DateTime']['input']>;
  /** Units of the part, counted where the capacity counts units; where it counts orders, an order is counted once. Default: 1. */
  units?: InputMaybe<Scalars['Int']['input']>;
  /** Parts in whose stead this one comes: what they are to give up in the same window passes on to it, and need not be free twice. */
  insteadOf?: InputMaybe<Array<KeptCapacityInput>>;
};

/** Service to service: what a part of an order keeps of the capacity taken for it. */
export type KeptCapacityInput = {
  /** Part of the order. */
  part: Scalars['ID']['input'];
  /** Units that stay. */
  keptUnits: Scalars['Int']['input'];
};

/** Service to service: payload of `bookServiceCapacity`. */
export type BookServiceCapacityPayload = {
  __typename?: 'BookServiceCapacityPayload';
  /** Orders that can still be accepted that day; null when unlimited. */
  remainingCapacity?: Maybe<Scalars['Int']['output']>;
  /** Failures the caller can act on; empty when the mutation did what was asked. */
  userErrors: Array<BookServiceCapacityError>;
};

/** Service to service: failures of `bookServiceCapacity`. */
export type BookServiceCapacityError = NotFoundError | LocationNotEligibleError;

/** Service to service: input of `releaseServiceCapacity`. */
export type ReleaseServiceCapacityInput = {
  /** Location id. */
  locationId: Scalars['ID']['input'];
  /** Service concerned; every service the order has booked at the location when left out. */
  service?: InputMaybe<ServiceType>;
  /** Order id. */
  orderId: Scalars['ID']['input'];
  /** Part of the order; every part when left out. */
  part?: InputMaybe<Scalars['ID']['input']>;
  /** Units that stay booked, so that the same call gives back once. Default: 0. */
  keptUnits?: InputMaybe<Scalars['Int']['input']>;
};

/** Service to service: payload of `releaseServiceCapacity`. */
export type ReleaseServiceCapacityPayload = {
  __typename?: 'ReleaseServiceCapacityPayload';
  /** False when nothing was given back. */
  released: Scalars['Boolean']['output'];
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

/** WGS 84 position in decimal degrees. */
export type GeoPoint = {
  __typename?: 'GeoPoint';
  /** North positive, -90 to 90. */
  latitude: Scalars['Float']['output'];
  /** East positive, -180 to 180. */
  longitude: Scalars['Float']['output'];
};

/** WGS 84 position in decimal degrees, given by a caller. */
export type GeoPointInput = {
  /** North positive, -90 to 90. */
  latitude: Scalars['Float']['input'];
  /** East positive, -180 to 180. */
  longitude: Scalars['Float']['input'];
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
  Channel: Channel;
  Location: Location;
  SharingPair: SharingPair;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Channel:
    ( { __typename: 'Channel' }
    & GraphQLRecursivePick<FederationTypes['Channel'], {"id":true}> );
  Location:
    ( { __typename: 'Location' }
    & GraphQLRecursivePick<FederationTypes['Location'], {"id":true}> );
  SharingPair:
    ( { __typename: 'SharingPair' }
    & GraphQLRecursivePick<FederationTypes['SharingPair'], {"channelId":true,"locationId":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  LocationUserError:
    | ( InvalidInput )
    | ( NotFound )
    | ( VersionConflict )
    | ( InvalidState )
    | ( IdempotencyRefusal )
    | ( LimitExceeded )
    | ( OverlappingPeriods )
  ;
  BookServiceCapacityError:
    | ( NotFound )
    | ( LocationNotEligible )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  UserError:
    | ( OverlappingPeriods )
    | ( InvalidInput )
    | ( NotFound )
    | ( VersionConflict )
    | ( InvalidState )
    | ( IdempotencyRefusal )
    | ( LimitExceeded )
    | ( LocationNotEligible )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Channel: ResolverTypeWrapper<ChannelModel>;
  ChannelType: ChannelType;
  Location: ResolverTypeWrapper<LocationModel>;
  LocationType: LocationType;
  LocationStatus: LocationStatus;
  OpeningPeriod: ResolverTypeWrapper<OpeningPeriodModel>;
  Weekday: Weekday;
  Closure: ResolverTypeWrapper<ClosureModel>;
  ServiceType: ServiceType;
  LocationService: ResolverTypeWrapper<LocationServiceModel>;
  CapacityUnit: CapacityUnit;
  CapacityWindow: ResolverTypeWrapper<CapacityWindow>;
  CapacityWindowInput: CapacityWindowInput;
  LocationEligibility: ResolverTypeWrapper<Eligibility>;
  LocationConnection: ResolverTypeWrapper<LocationPage>;
  LocationEdge: ResolverTypeWrapper<Omit<LocationEdge, 'node'> & { node: ResolversTypes['Location'] }>;
  LocationFilter: LocationFilter;
  LocationSort: LocationSort;
  LocationSortField: LocationSortField;
  CreateLocationInput: CreateLocationInput;
  CreateLocationPayload: ResolverTypeWrapper<Omit<CreateLocationPayload, 'location' | 'userErrors'> & { location?: Maybe<ResolversTypes['Location']>, userErrors: Array<ResolversTypes['LocationUserError']> }>;
  UpdateLocationInput: UpdateLocationInput;
  UpdateLocationPayload: ResolverTypeWrapper<Omit<UpdateLocationPayload, 'location' | 'userErrors'> & { location?: Maybe<ResolversTypes['Location']>, userErrors: Array<ResolversTypes['LocationUserError']> }>;
  SetLocationStatusInput: SetLocationStatusInput;
  SetLocationStatusPayload: ResolverTypeWrapper<Omit<SetLocationStatusPayload, 'location' | 'userErrors'> & { location?: Maybe<ResolversTypes['Location']>, userErrors: Array<ResolversTypes['LocationUserError']> }>;
  SetLocationServiceInput: SetLocationServiceInput;
  SetLocationServicePayload: ResolverTypeWrapper<Omit<SetLocationServicePayload, 'location' | 'service' | 'userErrors'> & { location?: Maybe<ResolversTypes['Location']>, service?: Maybe<ResolversTypes['LocationService']>, userErrors: Array<ResolversTypes['LocationUserError']> }>;
  PauseLocationServiceInput: PauseLocationServiceInput;
  PauseLocationServicePayload: ResolverTypeWrapper<Omit<PauseLocationServicePayload, 'location' | 'service' | 'userErrors'> & { location?: Maybe<ResolversTypes['Location']>, service?: Maybe<ResolversTypes['LocationService']>, userErrors: Array<ResolversTypes['LocationUserError']> }>;
  ResumeLocationServiceInput: ResumeLocationServiceInput;
  ResumeLocationServicePayload: ResolverTypeWrapper<Omit<ResumeLocationServicePayload, 'location' | 'service' | 'userErrors'> & { location?: Maybe<ResolversTypes['Location']>, service?: Maybe<ResolversTypes['LocationService']>, userErrors: Array<ResolversTypes['LocationUserError']> }>;
  OpeningPeriodInput: OpeningPeriodInput;
  SetOpeningHoursInput: SetOpeningHoursInput;
  SetOpeningHoursPayload: ResolverTypeWrapper<Omit<SetOpeningHoursPayload, 'location' | 'userErrors'> & { location?: Maybe<ResolversTypes['Location']>, userErrors: Array<ResolversTypes['LocationUserError']> }>;
  AddClosureInput: AddClosureInput;
  AddClosurePayload: ResolverTypeWrapper<Omit<AddClosurePayload, 'location' | 'closure' | 'userErrors'> & { location?: Maybe<ResolversTypes['Location']>, closure?: Maybe<ResolversTypes['Closure']>, userErrors: Array<ResolversTypes['LocationUserError']> }>;
  RemoveClosureInput: RemoveClosureInput;
  RemoveClosurePayload: ResolverTypeWrapper<Omit<RemoveClosurePayload, 'location' | 'userErrors'> & { location?: Maybe<ResolversTypes['Location']>, userErrors: Array<ResolversTypes['LocationUserError']> }>;
  UpdateChannelLocationsInput: UpdateChannelLocationsInput;
  UpdateChannelLocationsPayload: ResolverTypeWrapper<Omit<UpdateChannelLocationsPayload, 'channel' | 'userErrors'> & { channel?: Maybe<ResolversTypes['Channel']>, userErrors: Array<ResolversTypes['LocationUserError']> }>;
  SharingKind: SharingKind;
  SharingEffect: SharingEffect;
  ChannelGroupInput: ChannelGroupInput;
  ChannelGroup: ResolverTypeWrapper<ChannelGroup>;
  LocationGroupInput: LocationGroupInput;
  LocationGroup: ResolverTypeWrapper<LocationGroup>;
  SharingPolicy: ResolverTypeWrapper<SharingPolicyModel>;
  SharingRules: ResolverTypeWrapper<NetworkRules>;
  SharingVerdict: ResolverTypeWrapper<SharingVerdictModel>;
  SharingPair: ResolverTypeWrapper<PairRef>;
  SharingPairChange: ResolverTypeWrapper<PairChange>;
  SharingPairChangeConnection: ResolverTypeWrapper<PairPage>;
  SharingPairChangeEdge: ResolverTypeWrapper<Omit<SharingPairChangeEdge, 'node'> & { node: ResolversTypes['SharingPairChange'] }>;
  SharingDryRun: ResolverTypeWrapper<DryRun>;
  SharingPolicySettings: SharingPolicySettings;
  SharingPolicyChange: SharingPolicyChange;
  SetSharingDefaultInput: SetSharingDefaultInput;
  SharingChangeInput: SharingChangeInput;
  CreateSharingPolicyInput: CreateSharingPolicyInput;
  UpdateSharingPolicyInput: UpdateSharingPolicyInput;
  RemoveSharingPolicyInput: RemoveSharingPolicyInput;
  SharingPolicyPayload: ResolverTypeWrapper<Omit<SharingPolicyPayload, 'policy' | 'userErrors'> & { policy?: Maybe<ResolversTypes['SharingPolicy']>, userErrors: Array<ResolversTypes['LocationUserError']> }>;
  SetSharingDefaultPayload: ResolverTypeWrapper<Omit<SetSharingDefaultPayload, 'rules' | 'userErrors'> & { rules?: Maybe<ResolversTypes['SharingRules']>, userErrors: Array<ResolversTypes['LocationUserError']> }>;
  UpdateChannelInput: UpdateChannelInput;
  UpdateChannelPayload: ResolverTypeWrapper<Omit<UpdateChannelPayload, 'channel' | 'userErrors'> & { channel?: Maybe<ResolversTypes['Channel']>, userErrors: Array<ResolversTypes['LocationUserError']> }>;
  NetworkChange: ResolverTypeWrapper<NetworkChangeModel>;
  NetworkChangeConnection: ResolverTypeWrapper<ChangePage>;
  NetworkChangeEdge: ResolverTypeWrapper<Omit<NetworkChangeEdge, 'node'> & { node: ResolversTypes['NetworkChange'] }>;
  ImportFormat: ImportFormat;
  ImportLocationsInput: ImportLocationsInput;
  ImportLocationsPayload: ResolverTypeWrapper<Omit<ImportLocationsPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['LocationUserError']> }>;
  ImportRowError: ResolverTypeWrapper<ImportRowError>;
  PilotState: PilotState;
  Pilot: ResolverTypeWrapper<PilotModel>;
  CreatePilotInput: CreatePilotInput;
  UpdatePilotInput: UpdatePilotInput;
  SetPilotStateInput: SetPilotStateInput;
  PilotPayload: ResolverTypeWrapper<Omit<PilotPayload, 'pilot' | 'userErrors'> & { pilot?: Maybe<ResolversTypes['Pilot']>, userErrors: Array<ResolversTypes['LocationUserError']> }>;
  LocationPilot: ResolverTypeWrapper<PilotFacts>;
  LocationUserError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['LocationUserError']>;
  OverlappingPeriodsError: ResolverTypeWrapper<OverlappingPeriods>;
  ReturnLocation: ResolverTypeWrapper<ReturnLocationModel>;
  LocationEligibilityFeed: ResolverTypeWrapper<Omit<LocationEligibilityFeed, 'entries'> & { entries: Array<ResolversTypes['LocationEligibilityEntry']> }>;
  LocationEligibilityEntry: ResolverTypeWrapper<FactsEntry>;
  UsedUpCapacity: ResolverTypeWrapper<UsedUpFacts>;
  UnitCapacity: ResolverTypeWrapper<UnitCapacityFacts>;
  UnitCapacityWindow: ResolverTypeWrapper<UnitCapacityWindow>;
  UnitsLeft: ResolverTypeWrapper<UnitsLeft>;
  BookServiceCapacityInput: BookServiceCapacityInput;
  KeptCapacityInput: KeptCapacityInput;
  BookServiceCapacityPayload: ResolverTypeWrapper<Omit<BookServiceCapacityPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['BookServiceCapacityError']> }>;
  BookServiceCapacityError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['BookServiceCapacityError']>;
  ReleaseServiceCapacityInput: ReleaseServiceCapacityInput;
  ReleaseServiceCapacityPayload: ResolverTypeWrapper<ReleaseServiceCapacityPayload>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  LocalTime: ResolverTypeWrapper<Scalars['LocalTime']['output']>;
  Duration: ResolverTypeWrapper<Scalars['Duration']['output']>;
  CurrencyCode: ResolverTypeWrapper<Scalars['CurrencyCode']['output']>;
  CountryCode: ResolverTypeWrapper<Scalars['CountryCode']['output']>;
  Locale: ResolverTypeWrapper<Scalars['Locale']['output']>;
  TimeZone: ResolverTypeWrapper<Scalars['TimeZone']['output']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  SortDirection: SortDirection;
  GeoPoint: ResolverTypeWrapper<GeoPoint>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  GeoPointInput: GeoPointInput;
  Attribute: ResolverTypeWrapper<Attribute>;
  AttributeInput: AttributeInput;
  PostalAddress: ResolverTypeWrapper<PostalAddressModel>;
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
  LocationNotEligibleError: ResolverTypeWrapper<LocationNotEligible>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Query: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  String: Scalars['String']['output'];
  Mutation: Record<PropertyKey, never>;
  Channel: ChannelModel;
  Location: LocationModel;
  OpeningPeriod: OpeningPeriodModel;
  Closure: ClosureModel;
  LocationService: LocationServiceModel;
  CapacityWindow: CapacityWindow;
  CapacityWindowInput: CapacityWindowInput;
  LocationEligibility: Eligibility;
  LocationConnection: LocationPage;
  LocationEdge: Omit<LocationEdge, 'node'> & { node: ResolversParentTypes['Location'] };
  LocationFilter: LocationFilter;
  LocationSort: LocationSort;
  CreateLocationInput: CreateLocationInput;
  CreateLocationPayload: Omit<CreateLocationPayload, 'location' | 'userErrors'> & { location?: Maybe<ResolversParentTypes['Location']>, userErrors: Array<ResolversParentTypes['LocationUserError']> };
  UpdateLocationInput: UpdateLocationInput;
  UpdateLocationPayload: Omit<UpdateLocationPayload, 'location' | 'userErrors'> & { location?: Maybe<ResolversParentTypes['Location']>, userErrors: Array<ResolversParentTypes['LocationUserError']> };
  SetLocationStatusInput: SetLocationStatusInput;
  SetLocationStatusPayload: Omit<SetLocationStatusPayload, 'location' | 'userErrors'> & { location?: Maybe<ResolversParentTypes['Location']>, userErrors: Array<ResolversParentTypes['LocationUserError']> };
  SetLocationServiceInput: SetLocationServiceInput;
  SetLocationServicePayload: Omit<SetLocationServicePayload, 'location' | 'service' | 'userErrors'> & { location?: Maybe<ResolversParentTypes['Location']>, service?: Maybe<ResolversParentTypes['LocationService']>, userErrors: Array<ResolversParentTypes['LocationUserError']> };
  PauseLocationServiceInput: PauseLocationServiceInput;
  PauseLocationServicePayload: Omit<PauseLocationServicePayload, 'location' | 'service' | 'userErrors'> & { location?: Maybe<ResolversParentTypes['Location']>, service?: Maybe<ResolversParentTypes['LocationService']>, userErrors: Array<ResolversParentTypes['LocationUserError']> };
  ResumeLocationServiceInput: ResumeLocationServiceInput;
  ResumeLocationServicePayload: Omit<ResumeLocationServicePayload, 'location' | 'service' | 'userErrors'> & { location?: Maybe<ResolversParentTypes['Location']>, service?: Maybe<ResolversParentTypes['LocationService']>, userErrors: Array<ResolversParentTypes['LocationUserError']> };
  OpeningPeriodInput: OpeningPeriodInput;
  SetOpeningHoursInput: SetOpeningHoursInput;
  SetOpeningHoursPayload: Omit<SetOpeningHoursPayload, 'location' | 'userErrors'> & { location?: Maybe<ResolversParentTypes['Location']>, userErrors: Array<ResolversParentTypes['LocationUserError']> };
  AddClosureInput: AddClosureInput;
  AddClosurePayload: Omit<AddClosurePayload, 'location' | 'closure' | 'userErrors'> & { location?: Maybe<ResolversParentTypes['Location']>, closure?: Maybe<ResolversParentTypes['Closure']>, userErrors: Array<ResolversParentTypes['LocationUserError']> };
  RemoveClosureInput: RemoveClosureInput;
  RemoveClosurePayload: Omit<RemoveClosurePayload, 'location' | 'userErrors'> & { location?: Maybe<ResolversParentTypes['Location']>, userErrors: Array<ResolversParentTypes['LocationUserError']> };
  UpdateChannelLocationsInput: UpdateChannelLocationsInput;
  UpdateChannelLocationsPayload: Omit<UpdateChannelLocationsPayload, 'channel' | 'userErrors'> & { channel?: Maybe<ResolversParentTypes['Channel']>, userErrors: Array<ResolversParentTypes['LocationUserError']> };
  ChannelGroupInput: ChannelGroupInput;
  ChannelGroup: ChannelGroup;
  LocationGroupInput: LocationGroupInput;
  LocationGroup: LocationGroup;
  SharingPolicy: SharingPolicyModel;
  SharingRules: NetworkRules;
  SharingVerdict: SharingVerdictModel;
  SharingPair: PairRef;
  SharingPairChange: PairChange;
  SharingPairChangeConnection: PairPage;
  SharingPairChangeEdge: Omit<SharingPairChangeEdge, 'node'> & { node: ResolversParentTypes['SharingPairChange'] };
  SharingDryRun: DryRun;
  SharingPolicySettings: SharingPolicySettings;
  SharingPolicyChange: SharingPolicyChange;
  SetSharingDefaultInput: SetSharingDefaultInput;
  SharingChangeInput: SharingChangeInput;
  CreateSharingPolicyInput: CreateSharingPolicyInput;
  UpdateSharingPolicyInput: UpdateSharingPolicyInput;
  RemoveSharingPolicyInput: RemoveSharingPolicyInput;
  SharingPolicyPayload: Omit<SharingPolicyPayload, 'policy' | 'userErrors'> & { policy?: Maybe<ResolversParentTypes['SharingPolicy']>, userErrors: Array<ResolversParentTypes['LocationUserError']> };
  SetSharingDefaultPayload: Omit<SetSharingDefaultPayload, 'rules' | 'userErrors'> & { rules?: Maybe<ResolversParentTypes['SharingRules']>, userErrors: Array<ResolversParentTypes['LocationUserError']> };
  UpdateChannelInput: UpdateChannelInput;
  UpdateChannelPayload: Omit<UpdateChannelPayload, 'channel' | 'userErrors'> & { channel?: Maybe<ResolversParentTypes['Channel']>, userErrors: Array<ResolversParentTypes['LocationUserError']> };
  NetworkChange: NetworkChangeModel;
  NetworkChangeConnection: ChangePage;
  NetworkChangeEdge: Omit<NetworkChangeEdge, 'node'> & { node: ResolversParentTypes['NetworkChange'] };
  ImportLocationsInput: ImportLocationsInput;
  ImportLocationsPayload: Omit<ImportLocationsPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['LocationUserError']> };
  ImportRowError: ImportRowError;
  Pilot: PilotModel;
  CreatePilotInput: CreatePilotInput;
  UpdatePilotInput: UpdatePilotInput;
  SetPilotStateInput: SetPilotStateInput;
  PilotPayload: Omit<PilotPayload, 'pilot' | 'userErrors'> & { pilot?: Maybe<ResolversParentTypes['Pilot']>, userErrors: Array<ResolversParentTypes['LocationUserError']> };
  LocationPilot: PilotFacts;
  LocationUserError: ResolversUnionTypes<ResolversParentTypes>['LocationUserError'];
  OverlappingPeriodsError: OverlappingPeriods;
  ReturnLocation: ReturnLocationModel;
  LocationEligibilityFeed: Omit<LocationEligibilityFeed, 'entries'> & { entries: Array<ResolversParentTypes['LocationEligibilityEntry']> };
  LocationEligibilityEntry: FactsEntry;
  UsedUpCapacity: UsedUpFacts;
  UnitCapacity: UnitCapacityFacts;
  UnitCapacityWindow: UnitCapacityWindow;
  UnitsLeft: UnitsLeft;
  BookServiceCapacityInput: BookServiceCapacityInput;
  KeptCapacityInput: KeptCapacityInput;
  BookServiceCapacityPayload: Omit<BookServiceCapacityPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['BookServiceCapacityError']> };
  BookServiceCapacityError: ResolversUnionTypes<ResolversParentTypes>['BookServiceCapacityError'];
  ReleaseServiceCapacityInput: ReleaseServiceCapacityInput;
  ReleaseServiceCapacityPayload: ReleaseServiceCapacityPayload;
  DateTime: Scalars['DateTime']['output'];
  Date: Scalars['Date']['output'];
  LocalTime: Scalars['LocalTime']['output'];
  Duration: Scalars['Duration']['output'];
  CurrencyCode: Scalars['CurrencyCode']['output'];
  CountryCode: Scalars['CountryCode']['output'];
  Locale: Scalars['Locale']['output'];
  TimeZone: Scalars['TimeZone']['output'];
  PageInfo: PageInfo;
  GeoPoint: GeoPoint;
  Float: Scalars['Float']['output'];
  GeoPointInput: GeoPointInput;
  Attribute: Attribute;
  AttributeInput: AttributeInput;
  PostalAddress: PostalAddressModel;
  PostalAddressInput: PostalAddressInput;
  IneligibilityReason: IneligibilityReasonModel;
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
  InvalidInputError: InvalidInput;
  NotFoundError: NotFound;
  VersionConflictError: VersionConflict;
  InvalidStateError: InvalidState;
  IdempotencyError: IdempotencyRefusal;
  LimitExceededError: LimitExceeded;
  LocationNotEligibleError: LocationNotEligible;
  Int: Scalars['Int']['output'];
  Boolean: Scalars['Boolean']['output'];
};

export type CacheControlDirectiveArgs = {
  maxAge?: Maybe<Scalars['Int']['input']>;
  inheritMaxAge?: Maybe<Scalars['Boolean']['input']>;
};

export type CacheControlDirectiveResolver<Result, Parent, ContextType = Context, Args = CacheControlDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType, RequireFields<QueryLocationArgs, 'id'>>;
  locationByCode?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType, RequireFields<QueryLocationByCodeArgs, 'code'>>;
  locations?: Resolver<Maybe<ResolversTypes['LocationConnection']>, ParentType, ContextType, Partial<QueryLocationsArgs>>;
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType, RequireFields<QueryChannelArgs, 'id'>>;
  channels?: Resolver<Maybe<Array<ResolversTypes['Channel']>>, ParentType, ContextType>;
  sharingRules?: Resolver<Maybe<ResolversTypes['SharingRules']>, ParentType, ContextType>;
  networkChanges?: Resolver<Maybe<ResolversTypes['NetworkChangeConnection']>, ParentType, ContextType, Partial<QueryNetworkChangesArgs>>;
  pilots?: Resolver<Maybe<Array<ResolversTypes['Pilot']>>, ParentType, ContextType>;
  sharingVerdict?: Resolver<Maybe<ResolversTypes['SharingVerdict']>, ParentType, ContextType, RequireFields<QuerySharingVerdictArgs, 'kind' | 'channelId' | 'locationId'>>;
  sharingDryRun?: Resolver<Maybe<ResolversTypes['SharingDryRun']>, ParentType, ContextType, RequireFields<QuerySharingDryRunArgs, 'changes'>>;
  locationEligibilityFeed?: Resolver<Maybe<ResolversTypes['LocationEligibilityFeed']>, ParentType, ContextType, RequireFields<QueryLocationEligibilityFeedArgs, 'first'>>;
  returnLocation?: Resolver<Maybe<ResolversTypes['ReturnLocation']>, ParentType, ContextType, RequireFields<QueryReturnLocationArgs, 'locationId' | 'channelId'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  createLocation?: Resolver<Maybe<ResolversTypes['CreateLocationPayload']>, ParentType, ContextType, RequireFields<MutationCreateLocationArgs, 'input'>>;
  importLocations?: Resolver<Maybe<ResolversTypes['ImportLocationsPayload']>, ParentType, ContextType, RequireFields<MutationImportLocationsArgs, 'input'>>;
  updateLocation?: Resolver<Maybe<ResolversTypes['UpdateLocationPayload']>, ParentType, ContextType, RequireFields<MutationUpdateLocationArgs, 'input'>>;
  setLocationStatus?: Resolver<Maybe<ResolversTypes['SetLocationStatusPayload']>, ParentType, ContextType, RequireFields<MutationSetLocationStatusArgs, 'input'>>;
  setLocationService?: Resolver<Maybe<ResolversTypes['SetLocationServicePayload']>, ParentType, ContextType, RequireFields<MutationSetLocationServiceArgs, 'input'>>;
  pauseLocationService?: Resolver<Maybe<ResolversTypes['PauseLocationServicePayload']>, ParentType, ContextType, RequireFields<MutationPauseLocationServiceArgs, 'input'>>;
  resumeLocationService?: Resolver<Maybe<ResolversTypes['ResumeLocationServicePayload']>, ParentType, ContextType, RequireFields<MutationResumeLocationServiceArgs, 'input'>>;
  setOpeningHours?: Resolver<Maybe<ResolversTypes['SetOpeningHoursPayload']>, ParentType, ContextType, RequireFields<MutationSetOpeningHoursArgs, 'input'>>;
  addClosure?: Resolver<Maybe<ResolversTypes['AddClosurePayload']>, ParentType, ContextType, RequireFields<MutationAddClosureArgs, 'input'>>;
  removeClosure?: Resolver<Maybe<ResolversTypes['RemoveClosurePayload']>, ParentType, ContextType, RequireFields<MutationRemoveClosureArgs, 'input'>>;
  updateChannelLocations?: Resolver<Maybe<ResolversTypes['UpdateChannelLocationsPayload']>, ParentType, ContextType, RequireFields<MutationUpdateChannelLocationsArgs, 'input'>>;
  updateChannel?: Resolver<Maybe<ResolversTypes['UpdateChannelPayload']>, ParentType, ContextType, RequireFields<MutationUpdateChannelArgs, 'input'>>;
  createSharingPolicy?: Resolver<Maybe<ResolversTypes['SharingPolicyPayload']>, ParentType, ContextType, RequireFields<MutationCreateSharingPolicyArgs, 'input'>>;
  updateSharingPolicy?: Resolver<Maybe<ResolversTypes['SharingPolicyPayload']>, ParentType, ContextType, RequireFields<MutationUpdateSharingPolicyArgs, 'input'>>;
  removeSharingPolicy?: Resolver<Maybe<ResolversTypes['SharingPolicyPayload']>, ParentType, ContextType, RequireFields<MutationRemoveSharingPolicyArgs, 'input'>>;
  setSharingDefault?: Resolver<Maybe<ResolversTypes['SetSharingDefaultPayload']>, ParentType, ContextType, RequireFields<MutationSetSharingDefaultArgs, 'input'>>;
  createPilot?: Resolver<Maybe<ResolversTypes['PilotPayload']>, ParentType, ContextType, RequireFields<MutationCreatePilotArgs, 'input'>>;
  updatePilot?: Resolver<Maybe<ResolversTypes['PilotPayload']>, ParentType, ContextType, RequireFields<MutationUpdatePilotArgs, 'input'>>;
  setPilotState?: Resolver<Maybe<ResolversTypes['PilotPayload']>, ParentType, ContextType, RequireFields<MutationSetPilotStateArgs, 'input'>>;
  bookServiceCapacity?: Resolver<Maybe<ResolversTypes['BookServiceCapacityPayload']>, ParentType, ContextType, RequireFields<MutationBookServiceCapacityArgs, 'input'>>;
  releaseServiceCapacity?: Resolver<Maybe<ResolversTypes['ReleaseServiceCapacityPayload']>, ParentType, ContextType, RequireFields<MutationReleaseServiceCapacityArgs, 'input'>>;
};

export type ChannelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Channel'] = ResolversParentTypes['Channel'], FederationReferenceType extends FederationReferenceTypes['Channel'] = FederationReferenceTypes['Channel']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Channel']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['ChannelType'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  defaultLocale?: Resolver<ResolversTypes['Locale'], ParentType, ContextType>;
  shipsTo?: Resolver<Array<ResolversTypes['CountryCode']>, ParentType, ContextType>;
  isActive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  brand?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  locations?: Resolver<ResolversTypes['LocationConnection'], ParentType, ContextType, Partial<ChannelLocationsArgs>>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LocationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Location'] = ResolversParentTypes['Location'], FederationReferenceType extends FederationReferenceTypes['Location'] = FederationReferenceTypes['Location']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Location']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['LocationType'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['LocationStatus'], ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['PostalAddress']>, ParentType, ContextType>;
  coordinates?: Resolver<Maybe<ResolversTypes['GeoPoint']>, ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['TimeZone'], ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  pickupInstructions?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, Partial<LocationPickupInstructionsArgs>>;
  openingHours?: Resolver<Maybe<Array<ResolversTypes['OpeningPeriod']>>, ParentType, ContextType>;
  closures?: Resolver<Maybe<Array<ResolversTypes['Closure']>>, ParentType, ContextType, Partial<LocationClosuresArgs>>;
  isOpen?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType, Partial<LocationIsOpenArgs>>;
  openUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType, Partial<LocationOpenUntilArgs>>;
  gln?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  changes?: Resolver<ResolversTypes['NetworkChangeConnection'], ParentType, ContextType, Partial<LocationChangesArgs>>;
  closesOnHolidays?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  brands?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  sharedChannels?: Resolver<Array<ResolversTypes['Channel']>, ParentType, ContextType, RequireFields<LocationSharedChannelsArgs, 'kind'>>;
  channels?: Resolver<Array<ResolversTypes['Channel']>, ParentType, ContextType>;
  services?: Resolver<Array<ResolversTypes['LocationService']>, ParentType, ContextType>;
  eligibility?: Resolver<ResolversTypes['LocationEligibility'], ParentType, ContextType, RequireFields<LocationEligibilityArgs, 'service' | 'channelId'>>;
  attributes?: Resolver<Array<ResolversTypes['Attribute']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type OpeningPeriodResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OpeningPeriod'] = ResolversParentTypes['OpeningPeriod']> = {
  day?: Resolver<ResolversTypes['Weekday'], ParentType, ContextType>;
  opensAt?: Resolver<ResolversTypes['LocalTime'], ParentType, ContextType>;
  closesAt?: Resolver<ResolversTypes['LocalTime'], ParentType, ContextType>;
};

export type ClosureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Closure'] = ResolversParentTypes['Closure']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  specialHours?: Resolver<Array<ResolversTypes['OpeningPeriod']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isPublicHoliday?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type LocationServiceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LocationService'] = ResolversParentTypes['LocationService']> = {
  type?: Resolver<ResolversTypes['ServiceType'], ParentType, ContextType>;
  isEnabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  pausedUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  capacityUnit?: Resolver<ResolversTypes['CapacityUnit'], ParentType, ContextType>;
  dailyCapacity?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  capacityWindows?: Resolver<Array<ResolversTypes['CapacityWindow']>, ParentType, ContextType, Partial<LocationServiceCapacityWindowsArgs>>;
  remainingCapacity?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType, Partial<LocationServiceRemainingCapacityArgs>>;
  preparationTime?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
  cutOff?: Resolver<Maybe<ResolversTypes['LocalTime']>, ParentType, ContextType>;
  maxUnitsPerOrder?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  maxLinesPerOrder?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CapacityWindowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CapacityWindow'] = ResolversParentTypes['CapacityWindow']> = {
  opensAt?: Resolver<ResolversTypes['LocalTime'], ParentType, ContextType>;
  closesAt?: Resolver<ResolversTypes['LocalTime'], ParentType, ContextType>;
  capacity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  remainingCapacity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LocationEligibilityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LocationEligibility'] = ResolversParentTypes['LocationEligibility']> = {
  isEligible?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['IneligibilityReason']>, ParentType, ContextType>;
  earliestAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  evaluatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type LocationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LocationConnection'] = ResolversParentTypes['LocationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['LocationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Location']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type LocationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LocationEdge'] = ResolversParentTypes['LocationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Location'], ParentType, ContextType>;
};

export type CreateLocationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateLocationPayload'] = ResolversParentTypes['CreateLocationPayload']> = {
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['LocationUserError']>, ParentType, ContextType>;
};

export type UpdateLocationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateLocationPayload'] = ResolversParentTypes['UpdateLocationPayload']> = {
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['LocationUserError']>, ParentType, ContextType>;
};

export type SetLocationStatusPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetLocationStatusPayload'] = ResolversParentTypes['SetLocationStatusPayload']> = {
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['LocationUserError']>, ParentType, ContextType>;
};

export type SetLocationServicePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetLocationServicePayload'] = ResolversParentTypes['SetLocationServicePayload']> = {
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  service?: Resolver<Maybe<ResolversTypes['LocationService']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['LocationUserError']>, ParentType, ContextType>;
};

export type PauseLocationServicePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PauseLocationServicePayload'] = ResolversParentTypes['PauseLocationServicePayload']> = {
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  service?: Resolver<Maybe<ResolversTypes['LocationService']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['LocationUserError']>, ParentType, ContextType>;
};

export type ResumeLocationServicePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResumeLocationServicePayload'] = ResolversParentTypes['ResumeLocationServicePayload']> = {
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  service?: Resolver<Maybe<ResolversTypes['LocationService']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['LocationUserError']>, ParentType, ContextType>;
};

export type SetOpeningHoursPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetOpeningHoursPayload'] = ResolversParentTypes['SetOpeningHoursPayload']> = {
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['LocationUserError']>, ParentType, ContextType>;
};

export type AddClosurePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddClosurePayload'] = ResolversParentTypes['AddClosurePayload']> = {
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  closure?: Resolver<Maybe<ResolversTypes['Closure']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['LocationUserError']>, ParentType, ContextType>;
};

export type RemoveClosurePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveClosurePayload'] = ResolversParentTypes['RemoveClosurePayload']> = {
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['LocationUserError']>, ParentType, ContextType>;
};

export type UpdateChannelLocationsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateChannelLocationsPayload'] = ResolversParentTypes['UpdateChannelLocationsPayload']> = {
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['LocationUserError']>, ParentType, ContextType>;
};

export type ChannelGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChannelGroup'] = ResolversParentTypes['ChannelGroup']> = {
  ids?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  types?: Resolver<Array<ResolversTypes['ChannelType']>, ParentType, ContextType>;
  regions?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  brands?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LocationGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LocationGroup'] = ResolversParentTypes['LocationGroup']> = {
  ids?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  types?: Resolver<Array<ResolversTypes['LocationType']>, ParentType, ContextType>;
  regions?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  brands?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SharingPolicyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SharingPolicy'] = ResolversParentTypes['SharingPolicy']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SharingKind'], ParentType, ContextType>;
  effect?: Resolver<ResolversTypes['SharingEffect'], ParentType, ContextType>;
  isActive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  channels?: Resolver<ResolversTypes['ChannelGroup'], ParentType, ContextType>;
  locations?: Resolver<ResolversTypes['LocationGroup'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type SharingRulesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SharingRules'] = ResolversParentTypes['SharingRules']> = {
  policies?: Resolver<Array<ResolversTypes['SharingPolicy']>, ParentType, ContextType>;
  sellDefault?: Resolver<ResolversTypes['SharingEffect'], ParentType, ContextType>;
  takeBackDefault?: Resolver<ResolversTypes['SharingEffect'], ParentType, ContextType>;
};

export type SharingVerdictResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SharingVerdict'] = ResolversParentTypes['SharingVerdict']> = {
  isAllowed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isLinked?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  policies?: Resolver<Array<ResolversTypes['SharingPolicy']>, ParentType, ContextType>;
};

export type SharingPairResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SharingPair'] = ResolversParentTypes['SharingPair'], FederationReferenceType extends FederationReferenceTypes['SharingPair'] = FederationReferenceTypes['SharingPair']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['SharingPair']> | FederationReferenceType, FederationReferenceType, ContextType>;
  channelId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  locationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
};

export type SharingPairChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SharingPairChange'] = ResolversParentTypes['SharingPairChange']> = {
  kind?: Resolver<ResolversTypes['SharingKind'], ParentType, ContextType>;
  isAdded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  pair?: Resolver<ResolversTypes['SharingPair'], ParentType, ContextType>;
};

export type SharingPairChangeConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SharingPairChangeConnection'] = ResolversParentTypes['SharingPairChangeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SharingPairChangeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['SharingPairChange']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SharingPairChangeEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SharingPairChangeEdge'] = ResolversParentTypes['SharingPairChangeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SharingPairChange'], ParentType, ContextType>;
};

export type SharingDryRunResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SharingDryRun'] = ResolversParentTypes['SharingDryRun']> = {
  addedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  removedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pairs?: Resolver<ResolversTypes['SharingPairChangeConnection'], ParentType, ContextType, Partial<SharingDryRunPairsArgs>>;
};

export type SharingPolicyPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SharingPolicyPayload'] = ResolversParentTypes['SharingPolicyPayload']> = {
  policy?: Resolver<Maybe<ResolversTypes['SharingPolicy']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['LocationUserError']>, ParentType, ContextType>;
};

export type SetSharingDefaultPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetSharingDefaultPayload'] = ResolversParentTypes['SetSharingDefaultPayload']> = {
  rules?: Resolver<Maybe<ResolversTypes['SharingRules']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['LocationUserError']>, ParentType, ContextType>;
};

export type UpdateChannelPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateChannelPayload'] = ResolversParentTypes['UpdateChannelPayload']> = {
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['LocationUserError']>, ParentType, ContextType>;
};

export type NetworkChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NetworkChange'] = ResolversParentTypes['NetworkChange']> = {
  subjectId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  action?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  actor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  input?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type NetworkChangeConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NetworkChangeConnection'] = ResolversParentTypes['NetworkChangeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['NetworkChangeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['NetworkChange']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type NetworkChangeEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NetworkChangeEdge'] = ResolversParentTypes['NetworkChangeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['NetworkChange'], ParentType, ContextType>;
};

export type ImportLocationsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportLocationsPayload'] = ResolversParentTypes['ImportLocationsPayload']> = {
  created?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  updated?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unchanged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['ImportRowError']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['LocationUserError']>, ParentType, ContextType>;
};

export type ImportRowErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportRowError'] = ResolversParentTypes['ImportRowError']> = {
  row?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PilotResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Pilot'] = ResolversParentTypes['Pilot']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  service?: Resolver<ResolversTypes['ServiceType'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['PilotState'], ParentType, ContextType>;
  startsOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  sharePercent?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  locationIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  regions?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  includes?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType, RequireFields<PilotIncludesArgs, 'locationId'>>;
  locationCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type PilotPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PilotPayload'] = ResolversParentTypes['PilotPayload']> = {
  pilot?: Resolver<Maybe<ResolversTypes['Pilot']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['LocationUserError']>, ParentType, ContextType>;
};

export type LocationPilotResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LocationPilot'] = ResolversParentTypes['LocationPilot']> = {
  service?: Resolver<ResolversTypes['ServiceType'], ParentType, ContextType>;
  isIncluded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startsOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type LocationUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LocationUserError'] = ResolversParentTypes['LocationUserError']> = {
  __resolveType: TypeResolveFn<'InvalidInputError' | 'NotFoundError' | 'VersionConflictError' | 'InvalidStateError' | 'IdempotencyError' | 'LimitExceededError' | 'OverlappingPeriodsError', ParentType, ContextType>;
};

export type OverlappingPeriodsErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OverlappingPeriodsError'] = ResolversParentTypes['OverlappingPeriodsError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  indexes?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReturnLocationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnLocation'] = ResolversParentTypes['ReturnLocation']> = {
  locationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['LocationType'], ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['IneligibilityReason']>, ParentType, ContextType>;
};

export type LocationEligibilityFeedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LocationEligibilityFeed'] = ResolversParentTypes['LocationEligibilityFeed']> = {
  entries?: Resolver<Array<ResolversTypes['LocationEligibilityEntry']>, ParentType, ContextType>;
  lastSequence?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type LocationEligibilityEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LocationEligibilityEntry'] = ResolversParentTypes['LocationEligibilityEntry']> = {
  sequence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  locationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['LocationType'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['LocationStatus'], ParentType, ContextType>;
  coordinates?: Resolver<Maybe<ResolversTypes['GeoPoint']>, ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['TimeZone'], ParentType, ContextType>;
  channelIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  returnChannelIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  pilots?: Resolver<Array<ResolversTypes['LocationPilot']>, ParentType, ContextType>;
  services?: Resolver<Array<ResolversTypes['LocationService']>, ParentType, ContextType>;
  openingHours?: Resolver<Array<ResolversTypes['OpeningPeriod']>, ParentType, ContextType>;
  closures?: Resolver<Array<ResolversTypes['Closure']>, ParentType, ContextType>;
  exhaustedServices?: Resolver<Array<ResolversTypes['ServiceType']>, ParentType, ContextType>;
  usedUp?: Resolver<Array<ResolversTypes['UsedUpCapacity']>, ParentType, ContextType>;
  unitCapacities?: Resolver<Array<ResolversTypes['UnitCapacity']>, ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type UsedUpCapacityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UsedUpCapacity'] = ResolversParentTypes['UsedUpCapacity']> = {
  service?: Resolver<ResolversTypes['ServiceType'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type UnitCapacityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnitCapacity'] = ResolversParentTypes['UnitCapacity']> = {
  service?: Resolver<ResolversTypes['ServiceType'], ParentType, ContextType>;
  perDay?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  windows?: Resolver<Array<ResolversTypes['UnitCapacityWindow']>, ParentType, ContextType>;
  left?: Resolver<Array<ResolversTypes['UnitsLeft']>, ParentType, ContextType>;
};

export type UnitCapacityWindowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnitCapacityWindow'] = ResolversParentTypes['UnitCapacityWindow']> = {
  opensAt?: Resolver<ResolversTypes['LocalTime'], ParentType, ContextType>;
  closesAt?: Resolver<ResolversTypes['LocalTime'], ParentType, ContextType>;
  units?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type UnitsLeftResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnitsLeft'] = ResolversParentTypes['UnitsLeft']> = {
  day?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  units?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  windows?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type BookServiceCapacityPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BookServiceCapacityPayload'] = ResolversParentTypes['BookServiceCapacityPayload']> = {
  remainingCapacity?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['BookServiceCapacityError']>, ParentType, ContextType>;
};

export type BookServiceCapacityErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BookServiceCapacityError'] = ResolversParentTypes['BookServiceCapacityError']> = {
  __resolveType: TypeResolveFn<'NotFoundError' | 'LocationNotEligibleError', ParentType, ContextType>;
};

export type ReleaseServiceCapacityPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReleaseServiceCapacityPayload'] = ResolversParentTypes['ReleaseServiceCapacityPayload']> = {
  released?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface LocalTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalTime'], any> {
  name: 'LocalTime';
}

export interface DurationScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Duration'], any> {
  name: 'Duration';
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

export interface TimeZoneScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['TimeZone'], any> {
  name: 'TimeZone';
}

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type GeoPointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GeoPoint'] = ResolversParentTypes['GeoPoint']> = {
  latitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  longitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
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
  __resolveType: TypeResolveFn<'OverlappingPeriodsError' | 'InvalidInputError' | 'NotFoundError' | 'VersionConflictError' | 'InvalidStateError' | 'IdempotencyError' | 'LimitExceededError' | 'LocationNotEligibleError', ParentType, ContextType>;
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

export type LocationNotEligibleErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LocationNotEligibleError'] = ResolversParentTypes['LocationNotEligibleError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  locationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['IneligibilityReason']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Channel?: ChannelResolvers<ContextType>;
  Location?: LocationResolvers<ContextType>;
  OpeningPeriod?: OpeningPeriodResolvers<ContextType>;
  Closure?: ClosureResolvers<ContextType>;
  LocationService?: LocationServiceResolvers<ContextType>;
  CapacityWindow?: CapacityWindowResolvers<ContextType>;
  LocationEligibility?: LocationEligibilityResolvers<ContextType>;
  LocationConnection?: LocationConnectionResolvers<ContextType>;
  LocationEdge?: LocationEdgeResolvers<ContextType>;
  CreateLocationPayload?: CreateLocationPayloadResolvers<ContextType>;
  UpdateLocationPayload?: UpdateLocationPayloadResolvers<ContextType>;
  SetLocationStatusPayload?: SetLocationStatusPayloadResolvers<ContextType>;
  SetLocationServicePayload?: SetLocationServicePayloadResolvers<ContextType>;
  PauseLocationServicePayload?: PauseLocationServicePayloadResolvers<ContextType>;
  ResumeLocationServicePayload?: ResumeLocationServicePayloadResolvers<ContextType>;
  SetOpeningHoursPayload?: SetOpeningHoursPayloadResolvers<ContextType>;
  AddClosurePayload?: AddClosurePayloadResolvers<ContextType>;
  RemoveClosurePayload?: RemoveClosurePayloadResolvers<ContextType>;
  UpdateChannelLocationsPayload?: UpdateChannelLocationsPayloadResolvers<ContextType>;
  ChannelGroup?: ChannelGroupResolvers<ContextType>;
  LocationGroup?: LocationGroupResolvers<ContextType>;
  SharingPolicy?: SharingPolicyResolvers<ContextType>;
  SharingRules?: SharingRulesResolvers<ContextType>;
  SharingVerdict?: SharingVerdictResolvers<ContextType>;
  SharingPair?: SharingPairResolvers<ContextType>;
  SharingPairChange?: SharingPairChangeResolvers<ContextType>;
  SharingPairChangeConnection?: SharingPairChangeConnectionResolvers<ContextType>;
  SharingPairChangeEdge?: SharingPairChangeEdgeResolvers<ContextType>;
  SharingDryRun?: SharingDryRunResolvers<ContextType>;
  SharingPolicyPayload?: SharingPolicyPayloadResolvers<ContextType>;
  SetSharingDefaultPayload?: SetSharingDefaultPayloadResolvers<ContextType>;
  UpdateChannelPayload?: UpdateChannelPayloadResolvers<ContextType>;
  NetworkChange?: NetworkChangeResolvers<ContextType>;
  NetworkChangeConnection?: NetworkChangeConnectionResolvers<ContextType>;
  NetworkChangeEdge?: NetworkChangeEdgeResolvers<ContextType>;
  ImportLocationsPayload?: ImportLocationsPayloadResolvers<ContextType>;
  ImportRowError?: ImportRowErrorResolvers<ContextType>;
  Pilot?: PilotResolvers<ContextType>;
  PilotPayload?: PilotPayloadResolvers<ContextType>;
  LocationPilot?: LocationPilotResolvers<ContextType>;
  LocationUserError?: LocationUserErrorResolvers<ContextType>;
  OverlappingPeriodsError?: OverlappingPeriodsErrorResolvers<ContextType>;
  ReturnLocation?: ReturnLocationResolvers<ContextType>;
  LocationEligibilityFeed?: LocationEligibilityFeedResolvers<ContextType>;
  LocationEligibilityEntry?: LocationEligibilityEntryResolvers<ContextType>;
  UsedUpCapacity?: UsedUpCapacityResolvers<ContextType>;
  UnitCapacity?: UnitCapacityResolvers<ContextType>;
  UnitCapacityWindow?: UnitCapacityWindowResolvers<ContextType>;
  UnitsLeft?: UnitsLeftResolvers<ContextType>;
  BookServiceCapacityPayload?: BookServiceCapacityPayloadResolvers<ContextType>;
  BookServiceCapacityError?: BookServiceCapacityErrorResolvers<ContextType>;
  ReleaseServiceCapacityPayload?: ReleaseServiceCapacityPayloadResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  LocalTime?: GraphQLScalarType;
  Duration?: GraphQLScalarType;
  CurrencyCode?: GraphQLScalarType;
  CountryCode?: GraphQLScalarType;
  Locale?: GraphQLScalarType;
  TimeZone?: GraphQLScalarType;
  PageInfo?: PageInfoResolvers<ContextType>;
  GeoPoint?: GeoPointResolvers<ContextType>;
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
  LocationNotEligibleError?: LocationNotEligibleErrorResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>;
};

