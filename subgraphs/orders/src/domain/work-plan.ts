import type { Candidate } from './candidate.ts';
import type { FulfillmentType } from './fulfillment.ts';
import type { DeliveryMethod } from './order.ts';
import type { Choice, LeftOut } from './routing.ts';
import type { Demand, Sourcing } from './sourcing.ts';

export type PlannedLine = {
  /** Id of the fulfillment order line to be; inventory allocates for it, so that units can be given back share by share. */
  readonly id: string;
  readonly orderLineId: string;
  readonly sku: string;
  readonly quantity: number;
};

/** A fulfillment order to be made once its units are allocated. Moments are ISO text: a plan is kept as JSON. */
export type PlannedWork = {
  readonly id: string;
  readonly deliveryGroupId: string;
  readonly locationId: string;
  readonly type: FulfillmentType;
  readonly acceptBy: string | null;
  readonly dueAt: string;
  /** Its goods are on their way to the location; it is offered when they arrive. */
  readonly isAwaitingStock?: boolean;
  readonly lines: readonly PlannedLine[];
};

/** What is to be sourced for one delivery group. */
export type GroupDemand = {
  readonly groupId: string;
  readonly method: DeliveryMethod;
  readonly pickupLocationId?: string | null;
  readonly demands: readonly Demand[];
};

export type SourcedGroup = GroupDemand & {
  readonly sourcing: Sourcing;
  /** Strategy, version and rule that decided; null when the built-in order of preference did. */
  readonly decidedBy?: string | null;
};

const hourMs = 3_600_000;
const acceptWithinHours = 2;
const dueWithinHours = 24;

const typeOf = (
  { method, pickupLocationId }: GroupDemand,
  { isStore, locationId }: Pick<Candidate, 'isStore' | 'locationId'>,
): FulfillmentType => {
  // What the store of collection has itself need not be sent there.
  if (method === 'SHIP_TO_STORE') return locationId === pickupLocationId ? 'CLICK_AND_COLLECT' : method;
  if (method === 'CLICK_AND_COLLECT') return method;
  return isStore ? 'SHIP_FROM_STORE' : 'WAREHOUSE_SHIP';
};

/** Stores must accept within two hours; work is due when the location said it can be ready, or within a day. */
export function planWork(
  groups: readonly SourcedGroup[],
  now: Date,
  ids: { readonly work: () => string; readonly line: () => string },
): PlannedWork[] {
  return groups.flatMap((group) =>
    group.sourcing.assignments.map(({ candidate, units }) => ({
      id: ids.work(),
      deliveryGroupId: group.groupId,
      locationId: candidate.locationId,
      type: typeOf(group, candidate),
      acceptBy: candidate.isStore ? new Date(now.getTime() + acceptWithinHours * hourMs).toISOString() : null,
      dueAt: (candidate.readyAt ?? new Date(now.getTime() + dueWithinHours * hourMs)).toISOString(),
      lines: units.map(({ lineId, sku, quantity }) => ({ id: ids.line(), orderLineId: lineId, sku, quantity })),
    })),
  );
}

/** Units of a line that goods on their way will bring. */
export type PromisedUnits = {
  /** Id of the fulfillment order line to be. */
  readonly id: string;
  readonly orderLineId: string;
  readonly sku: string;
  readonly quantity: number;
  readonly locationId: string;
  readonly isStore: boolean;
  readonly expectedAt: Date;
};

/** Work for goods on their way, a piece for each line, due a day after they are expected. */
export const planPromised = (
  groups: readonly GroupDemand[],
  promised: readonly PromisedUnits[],
  nextId: () => string,
): PlannedWork[] =>
  promised.flatMap(({ id, orderLineId, sku, quantity, locationId, isStore, expectedAt }) => {
    const group = groups.find(({ demands }) => demands.some(({ lineId }) => lineId === orderLineId));
    if (!group) return [];
    return {
      id: nextId(),
      deliveryGroupId: group.groupId,
      locationId,
      type: typeOf(group, { isStore, locationId }),
      acceptBy: null,
      dueAt: new Date(expectedAt.getTime() + dueWithinHours * hourMs).toISOString(),
      isAwaitingStock: true,
      lines: [{ id, orderLineId, sku, quantity }],
    } satisfies PlannedWork;
  });

/** Units of a line that no location has. */
export type Unsourced = {
  readonly lineId: string;
  readonly sku: string;
  readonly quantity: number;
  /** The store of collection: only goods that come there help. Left out of goods that are sent. */
  readonly locationId?: string;
};

/** Units no location has, by line. */
export const unsourced = (groups: readonly SourcedGroup[]): Unsourced[] =>
  groups.flatMap(({ method, pickupLocationId, demands, sourcing }) =>
    demands.flatMap(({ lineId, sku, quantity }) => {
      const given = sourcing.assignments
        .flatMap(({ units }) => units)
        .reduce((sum, unit) => sum + (unit.lineId === lineId ? unit.quantity : 0), 0);
      const at = method === 'CLICK_AND_COLLECT' && pickupLocationId ? { locationId: pickupLocationId } : {};
      return given < quantity ? [{ lineId, sku, quantity: quantity - given, ...at }] : [];
    }),
  );

export type Decision = {
  readonly strategy: string;
  readonly splitCount: number;
  readonly chosen: Choice[];
  readonly rejected: LeftOut[];
};

/** What is told about the choice, for all groups of the order together. */
export function explain(groups: readonly SourcedGroup[]): Decision {
  const strategies = new Set(
    groups.map(({ method, decidedBy }) =>
      method === 'CLICK_AND_COLLECT' ? 'chosen-store' : (decidedBy ?? 'fewest-parcels'),
    ),
  );
  const chosen = groups.flatMap(({ method, sourcing }) =>
    sourcing.assignments.map(({ candidate, units, score, reasons }) => ({
      locationId: candidate.locationId,
      lineIds: [...new Set(units.map(({ lineId }) => lineId))],
      score,
      reasons: method === 'CLICK_AND_COLLECT' ? ['CHOSEN_BY_SHOPPER'] : [...reasons],
    })),
  );
  const chosenIds = new Set(chosen.map(({ locationId }) => locationId));
  const rejected = new Map(
    groups
      .flatMap(({ sourcing }) => sourcing.leftOut)
      .filter(({ locationId }) => !chosenIds.has(locationId))
      .map((one) => [one.locationId, one]),
  );
  return {
    strategy: [...strategies].sort().join('+'),
    splitCount: chosen.length,
    chosen,
    rejected: [...rejected.values()].slice(0, 50),
  };
}
