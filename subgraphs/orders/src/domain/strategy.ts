import { invalidInput, ok, type Refusal, type Result, refuse } from '@passerelle/values';

export type StrategyStatus = 'DRAFT' | 'ACTIVE' | 'ARCHIVED';

/**
 * What a plan is judged by; each is a cost, and the cheapest plan wins.
 * - `SPLIT`: each location.
 * - `STORE`, `WAREHOUSE`: each location of that kind.
 * - `DISTANCE`: each 100 km between a location and the shopper; an unknown distance counts as 1 000 km.
 * - `SHIPPING_COST`: the parcel of each location, by the rule's tariff.
 * - `STOCK_DEPTH`: 1 / (1 + units of the wanted SKUs there) for each location, so that thin stock is spared; ten times
 *   what is wanted is as deep as stock gets.
 * - `AGEING_STOCK`: 30 / (30 + days the oldest unit of the wanted SKUs has lain there) for each location: 1 where it has
 *   just come, a half after 30 days, so that ageing stock is sold first; 1 when nobody knows.
 * - `CAPACITY`: 1 / (1 + orders it may still take that day) for each location; nothing when unlimited.
 * - `TIME_TO_DELIVER`: hours until the last location can be ready; 24 when unknown.
 */
export type CriterionKind =
  | 'SPLIT'
  | 'STORE'
  | 'WAREHOUSE'
  | 'DISTANCE'
  | 'SHIPPING_COST'
  | 'STOCK_DEPTH'
  | 'AGEING_STOCK'
  | 'CAPACITY'
  | 'TIME_TO_DELIVER';

export type Criterion = { readonly kind: CriterionKind; readonly weight: number };

/** What a parcel costs, in any one unit of money. */
export type Tariff = { readonly storeParcel: number; readonly warehouseParcel: number; readonly per100Km: number };

/** Facts a delivery must have for the rule to apply; what is left out is not asked. */
export type Condition = {
  readonly countryCodes?: readonly string[] | null;
  readonly serviceLevels?: readonly string[] | null;
  readonly minimumUnits?: number | null;
  readonly maximumUnits?: number | null;
};

export type Rule = {
  readonly name: string;
  readonly when: Condition;
  readonly criteria: readonly Criterion[];
  readonly tariff: Tariff | null;
};

/** How locations are chosen in a channel, or in every channel that has no strategy of its own. */
export type Strategy = {
  readonly id: string;
  readonly channelId: string | null;
  readonly name: string;
  readonly version: number;
  readonly status: StrategyStatus;
  readonly rules: readonly Rule[];
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly activatedAt: Date | null;
  readonly archivedAt: Date | null;
};

/** What the rules may ask of a delivery. */
export type DeliveryFacts = {
  readonly countryCode: string | null;
  readonly serviceLevel: string | null;
  readonly units: number;
};

/** The first rule whose conditions all hold; null when none does. */
export const ruleFor = ({ rules }: Pick<Strategy, 'rules'>, facts: DeliveryFacts): Rule | null =>
  rules.find(({ when }) => holds(when, facts)) ?? null;

function holds(
  { countryCodes, serviceLevels, minimumUnits, maximumUnits }: Condition,
  { countryCode, serviceLevel, units }: DeliveryFacts,
): boolean {
  if (countryCodes && !(countryCode && countryCodes.includes(countryCode))) return false;
  if (serviceLevels && !(serviceLevel && serviceLevels.includes(serviceLevel))) return false;
  return units >= (minimumUnits ?? 0) && units <= (maximumUnits ?? Number.POSITIVE_INFINITY);
}

export type StrategyInput = {
  readonly name: string;
  readonly rules: readonly {
    readonly name: string;
    readonly when?: Condition | null;
    readonly criteria: readonly Criterion[];
    readonly tariff?: Tariff | null;
  }[];
};

const rulesAtMost = 20;
const heaviest = 1_000_000;
const isName = (text: string) => text.trim().length >= 1 && text.length <= 64;

/** The rules as kept, or every reason why they cannot be. */
export function readRules({ name, rules }: StrategyInput): Result<Rule[]> {
  const refusals: Refusal[] = [];
  if (!isName(name)) refusals.push(invalidInput(['name'], 'A name has 1 to 64 characters.'));
  if (rules.length < 1 || rules.length > rulesAtMost) {
    refusals.push(invalidInput(['rules'], `Give 1 to ${rulesAtMost} rules.`));
  }
  const read = rules.map(({ when, tariff, ...rule }) => ({ ...rule, when: when ?? {}, tariff: tariff ?? null }));
  const names = new Set<string>();
  for (const [index, rule] of read.entries()) {
    refusals.push(...checkRule(rule, ['rules', index]));
    if (names.has(rule.name)) refusals.push(invalidInput(['rules', index, 'name'], `${rule.name} is named twice.`));
    names.add(rule.name);
  }
  return refusals.length > 0 ? refuse(...refusals) : ok(read);
}

function checkRule({ name, when, criteria, tariff }: Rule, path: (string | number)[]): Refusal[] {
  const wrong: Refusal[] = [];
  if (!isName(name)) wrong.push(invalidInput([...path, 'name'], 'A name has 1 to 64 characters.'));
  for (const field of ['countryCodes', 'serviceLevels'] as const) {
    if (when[field]?.length === 0) wrong.push(invalidInput([...path, 'when', field], 'Name one at least, or none.'));
  }
  if ((when.minimumUnits ?? 0) < 0) wrong.push(invalidInput([...path, 'when', 'minimumUnits'], 'Zero or more.'));
  if ((when.maximumUnits ?? Number.POSITIVE_INFINITY) < (when.minimumUnits ?? 1)) {
    wrong.push(invalidInput([...path, 'when', 'maximumUnits'], 'Not below `minimumUnits`, and 1 or more.'));
  }
  if (criteria.length === 0) wrong.push(invalidInput([...path, 'criteria'], 'Judge by one criterion at least.'));
  const kinds = new Set<CriterionKind>();
  for (const [index, { kind, weight }] of criteria.entries()) {
    const at = [...path, 'criteria', index];
    if (!(weight >= 0 && weight <= heaviest)) {
      wrong.push(invalidInput([...at, 'weight'], `A weight is 0 to ${heaviest}.`));
    }
    if (kinds.has(kind)) wrong.push(invalidInput([...at, 'kind'], `${kind} is named twice.`));
    kinds.add(kind);
  }
  if (kinds.has('SHIPPING_COST') && !tariff) {
    wrong.push(invalidInput([...path, 'tariff'], 'SHIPPING_COST needs a tariff.'));
  }
  for (const [field, cost] of Object.entries(tariff ?? {})) {
    if (!(cost >= 0 && cost <= heaviest)) {
      wrong.push(invalidInput([...path, 'tariff', field], `A cost is 0 to ${heaviest}.`));
    }
  }
  return wrong;
}
