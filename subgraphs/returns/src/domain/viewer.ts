import { actionsOf, type ReturnAction } from './allowed-actions.ts';
import type { Return } from './return.ts';

/** Who looks, as far as it narrows which rows. */
export type Viewer = {
  readonly scopes: ReadonlySet<string>;
  /** Null for staff, partners and services. */
  readonly customerId: string | null;
  /** Locations the viewer is bound to; null when to none. */
  readonly locationIds: readonly string[] | null;
};

/** Rows a list may hold at most; a `customerId` of null means that it holds none. */
export type RowRules = { readonly customerId?: string | null; readonly locationIds?: readonly string[] };

const isOwn = (viewer: Viewer, customerId: string | null) => customerId !== null && viewer.customerId === customerId;
const seesAll = ({ scopes }: Viewer) => scopes.has('returns:read') || scopes.has('returns:process');

/** Any store may look a return up, because any store may be handed its goods; a shopper sees the own ones. */
export const maySee = (viewer: Viewer, customerId: string | null): boolean =>
  seesAll(viewer) || isOwn(viewer, customerId);

/** Whether the viewer may ask for, or withdraw, a return of this customer's order. */
export const mayWriteFor = (viewer: Viewer, customerId: string | null): boolean =>
  viewer.scopes.has('returns:write') || isOwn(viewer, customerId);

/** Whether the viewer is bound to locations none of which had work for an order: the order is somebody else's. */
export const isForeign = (viewer: Viewer, { locationIds }: { readonly locationIds: readonly string[] }): boolean =>
  viewer.locationIds !== null && !viewer.locationIds.some((id) => locationIds.includes(id));

/** Whether the viewer may look at, and handle, goods at a location. */
export const worksAt = (viewer: Viewer, locationId: string): boolean =>
  viewer.locationIds === null || viewer.locationIds.includes(locationId);

/** Rows of one order's list: all that the viewer may see. */
export const rowRules = (viewer: Viewer): RowRules => (seesAll(viewer) ? {} : { customerId: viewer.customerId });

/** Rows of the list of all returns: staff bound to locations work through what concerns these. */
export const listRules = (viewer: Viewer): RowRules =>
  viewer.locationIds === null ? rowRules(viewer) : { ...rowRules(viewer), locationIds: viewer.locationIds };

/** Scope each action needs; a shopper may withdraw an own return, or have it replaced. */
const scopeOf: Readonly<Record<ReturnAction, string>> = {
  APPROVE: 'returns:write',
  DECLINE: 'returns:write',
  CANCEL: 'returns:write',
  RECEIVE: 'returns:process',
  INSPECT: 'returns:process',
  REFUND: 'refunds:write',
  EXCHANGE: 'returns:write',
};

const ownActions: readonly ReturnAction[] = ['CANCEL', 'EXCHANGE'];

/** What the viewer may do next with a return. */
export const actionsFor = (viewer: Viewer, current: Return): ReturnAction[] =>
  actionsOf(current).filter(
    (action) =>
      viewer.scopes.has(scopeOf[action]) || (ownActions.includes(action) && mayWriteFor(viewer, current.customerId)),
  );
