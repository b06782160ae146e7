import type { Assignment } from './sourcing.ts';
import { ruleFor, type Strategy } from './strategy.ts';
import { weighingOf } from './weighing.ts';
import type { SourcedGroup } from './work-plan.ts';

type WithFacts = SourcedGroup & {
  readonly shippingAddress?: { readonly countryCode: string } | null;
  readonly serviceLevel?: string | null;
};

/** One order as it would be routed: by what decides live, and by the strategy tried. */
export type SimulatedOrder = {
  readonly orderId: string;
  readonly number: string;
  readonly strategy: Strategy;
  readonly at: Date;
  readonly before: readonly WithFacts[];
  readonly after: readonly WithFacts[];
};

export type SimulatedChoice = {
  readonly locationId: string;
  readonly lineIds: string[];
  readonly units: number;
  readonly score: number;
  readonly reasons: readonly string[];
};

export type SimulatedPlan = {
  readonly decidedBy: string;
  readonly choices: readonly SimulatedChoice[];
  /** Under the rules of the strategy tried; null when none of them applies. */
  readonly cost: number | null;
};

export type Totals = {
  readonly locations: number;
  readonly splitOrders: number;
  readonly stores: number;
  /** Sum of known distances, in kilometres. */
  readonly distanceKm: number;
  readonly cost: number;
  /** Units that no location can source. */
  readonly shortUnits: number;
};

export type Simulation = {
  readonly orders: readonly {
    readonly orderId: string;
    readonly number: string;
    readonly isMoved: boolean;
    readonly before: SimulatedPlan;
    readonly after: SimulatedPlan;
  }[];
  readonly movedOrders: number;
  readonly before: Totals;
  readonly after: Totals;
};

const rounded = (value: number) => Math.round(value * 100) / 100;
const assignmentsOf = (groups: readonly WithFacts[]) => groups.flatMap(({ sourcing }) => sourcing.assignments);

/** Both plans of each order side by side, and what each way comes to in all. */
export function compare(orders: readonly SimulatedOrder[]): Simulation {
  const compared = orders.map((order) => {
    const [before, after] = [planOf(order, order.before), planOf(order, order.after)];
    const { orderId, number } = order;
    return { orderId, number, isMoved: placesOf(order.before) !== placesOf(order.after), before, after };
  });
  return {
    orders: compared,
    movedOrders: compared.filter(({ isMoved }) => isMoved).length,
    before: totalsOf(
      orders.map(({ before }) => before),
      compared.map(({ before }) => before),
    ),
    after: totalsOf(
      orders.map(({ after }) => after),
      compared.map(({ after }) => after),
    ),
  };
}

/** Which units go where, as text that is the same exactly when the plans are. */
const placesOf = (groups: readonly WithFacts[]) =>
  assignmentsOf(groups)
    .flatMap(({ candidate, units }) => units.map((one) => `${candidate.locationId}|${one.lineId}|${one.quantity}`))
    .sort()
    .join('\n');

const unitsOf = ({ units }: Assignment) => units.reduce((sum, { quantity }) => sum + quantity, 0);

function planOf({ strategy, at }: SimulatedOrder, groups: readonly WithFacts[]): SimulatedPlan {
  const costs = groups.map((group) => costOf(group, strategy, at));
  const known = costs.filter((cost) => cost !== null);
  return {
    decidedBy: [...new Set(groups.map(({ decidedBy }) => decidedBy ?? 'fewest-parcels'))].join('+'),
    choices: assignmentsOf(groups).map((one) => ({
      locationId: one.candidate.locationId,
      lineIds: [...new Set(one.units.map(({ lineId }) => lineId))],
      units: unitsOf(one),
      score: one.score,
      reasons: one.reasons,
    })),
    cost: known.length > 0 ? rounded(known.reduce((sum, cost) => sum + cost, 0)) : null,
  };
}

/** Both plans by one yardstick: the rule that the strategy tried has for this delivery. */
function costOf({ demands, sourcing, shippingAddress, serviceLevel }: WithFacts, strategy: Strategy, at: Date) {
  const wanted = new Map<string, number>();
  for (const { sku, quantity } of demands) wanted.set(sku, (wanted.get(sku) ?? 0) + quantity);
  const units = demands.reduce((sum, { quantity }) => sum + quantity, 0);
  const facts = { countryCode: shippingAddress?.countryCode ?? null, serviceLevel: serviceLevel ?? null, units };
  const rule = ruleFor(strategy, facts);
  const set = sourcing.assignments.map(({ candidate }) => candidate);
  return rule ? weighingOf(rule, wanted, at).planCost(set) : null;
}

function totalsOf(plans: readonly (readonly WithFacts[])[], told: readonly SimulatedPlan[]): Totals {
  const chosen = plans.flatMap(assignmentsOf).map(({ candidate }) => candidate);
  const short = plans.flat().flatMap(({ sourcing }) => sourcing.shortages);
  return {
    locations: chosen.length,
    splitOrders: plans.filter((groups) => groups.some(({ sourcing }) => sourcing.assignments.length > 1)).length,
    stores: chosen.filter(({ isStore }) => isStore).length,
    distanceKm: rounded(chosen.reduce((sum, { distanceKm }) => sum + (distanceKm ?? 0), 0)),
    cost: rounded(told.reduce((sum, { cost }) => sum + (cost ?? 0), 0)),
    shortUnits: short.reduce((sum, { requested, available }) => sum + requested - available, 0),
  };
}
