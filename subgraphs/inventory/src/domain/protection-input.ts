import { durationMinutes, invalidInput, ok, type Refusal, type Result, refuse } from '@passerelle/values';
import type { Guards, ProtectionRule, Widening } from './protection.ts';
import { checkText } from './stock-event.ts';

export type ScopeInput = {
  readonly channelIds?: readonly string[] | null;
  readonly locationIds?: readonly string[] | null;
  readonly locationTypes?: readonly string[] | null;
  readonly skus?: readonly string[] | null;
  readonly categories?: readonly string[] | null;
};

/** What a caller wants of a rule; what is left out stays as it was, null clears what may be absent. */
export type RuleInput = {
  readonly scope?: ScopeInput | null;
  readonly quantity?: number | null;
  readonly percent?: string | null;
  readonly priority?: number | null;
  readonly guards?: Guards | null;
  readonly widening?: { readonly after: string; readonly percentPerHour: number } | null;
  readonly validFrom?: Date | null;
  readonly validTo?: Date | null;
  readonly reason?: string | null;
};

const limits = {
  channelIds: 100,
  locationIds: 1000,
  locationTypes: 10,
  skus: 1000,
  categories: 200,
} as const;
const mostProtected = 100_000;
const largestPriority = 1000;
const longestSilenceMinutes = 525_600;
const steepestWidening = 10_000;

/** A rule as it begins, before a caller said anything. */
export const blankRule = (id: string, now: Date): ProtectionRule => ({
  id,
  channelIds: [],
  locationIds: [],
  locationTypes: [],
  skus: [],
  categories: [],
  quantity: null,
  percent: null,
  priority: 0,
  guards: 'BOTH',
  widening: null,
  validFrom: now,
  validTo: null,
  reason: null,
  version: 1,
});

/** The rule as the caller wants it, or everything that is wrong with that. */
export function changedRule(rule: ProtectionRule, input: RuleInput): Result<ProtectionRule, Refusal> {
  const problems = [...checkScope(input.scope ?? {}), ...checkUnits(rule, input), ...checkRest(rule, input)];
  if (problems.length > 0) return refuse(...problems);
  const { scope } = input;
  return ok({
    ...rule,
    ...(scope ? scopeOf(scope) : {}),
    ...unitsOf(rule, input),
    priority: input.priority ?? rule.priority,
    guards: input.guards ?? rule.guards,
    widening: input.widening === undefined ? rule.widening : wideningOf(input.widening),
    validFrom: input.validFrom ?? rule.validFrom,
    validTo: input.validTo === undefined ? rule.validTo : input.validTo,
    reason: input.reason === undefined ? rule.reason : input.reason,
  });
}

const distinct = (list: readonly string[] | null | undefined) => [...new Set(list ?? [])];

const scopeOf = (scope: ScopeInput) => ({
  channelIds: distinct(scope.channelIds),
  locationIds: distinct(scope.locationIds),
  locationTypes: distinct(scope.locationTypes),
  skus: distinct(scope.skus),
  categories: distinct(scope.categories),
});

function unitsOf(rule: ProtectionRule, { quantity, percent }: RuleInput) {
  if (quantity != null) return { quantity, percent: null };
  if (percent != null) return { quantity: null, percent: Number(percent) };
  return { quantity: rule.quantity, percent: rule.percent };
}

const wideningOf = (given: NonNullable<RuleInput['widening']> | null): Widening | null =>
  given && { afterMinutes: durationMinutes(given.after) ?? 0, percentPerHour: given.percentPerHour };

function checkScope(scope: ScopeInput): Refusal[] {
  return (Object.keys(limits) as (keyof typeof limits)[]).flatMap((part): Refusal[] => {
    const list = scope[part] ?? [];
    const path = ['scope', part];
    if (list.length > limits[part]) return [invalidInput(path, `\`${part}\` names at most ${limits[part]}.`)];
    return list.flatMap((name, index) => checkText([...path, index], name, 100));
  });
}

function checkUnits(rule: ProtectionRule, { quantity, percent }: RuleInput): Refusal[] {
  if (quantity != null && percent != null) {
    return [invalidInput(['percent'], 'Give `quantity` or `percent`, not both.')];
  }
  if (quantity == null && percent == null && rule.quantity === null && rule.percent === null) {
    return [invalidInput(['quantity'], 'Give `quantity` or `percent`.')];
  }
  if (quantity != null && (quantity < 0 || quantity > mostProtected)) {
    return [invalidInput(['quantity'], `A rule holds back 0 to ${mostProtected} units.`)];
  }
  const isShare = percent == null || (/^\d{1,3}(\.\d{1,2})?$/.test(percent) && Number(percent) <= 100);
  return isShare ? [] : [invalidInput(['percent'], 'A share is 0 to 100, with two decimals at most.')];
}

function checkRest(rule: ProtectionRule, input: RuleInput): Refusal[] {
  const { priority, reason, widening } = input;
  const validFrom = input.validFrom ?? rule.validFrom;
  const validTo = input.validTo === undefined ? rule.validTo : input.validTo;
  const problems: Refusal[] = [];
  if (priority != null && Math.abs(priority) > largestPriority) {
    problems.push(invalidInput(['priority'], `A priority is -${largestPriority} to ${largestPriority}.`));
  }
  if (validTo !== null && validTo <= validFrom) {
    problems.push(invalidInput(['validTo'], 'A rule ends after it begins: give a later `validTo`.'));
  }
  if (reason != null) problems.push(...checkText(['reason'], reason, 500));
  if (widening) problems.push(...checkWidening(widening));
  return problems;
}

function checkWidening({ after, percentPerHour }: NonNullable<RuleInput['widening']>): Refusal[] {
  const minutes = durationMinutes(after);
  const problems: Refusal[] = [];
  if (minutes === undefined || minutes > longestSilenceMinutes) {
    problems.push(invalidInput(['widening', 'after'], 'Silence is PT0M to P365D.'));
  }
  if (percentPerHour < 1 || percentPerHour > steepestWidening) {
    const path = ['widening', 'percentPerHour'];
    problems.push(invalidInput(path, `An hour of silence adds 1 to ${steepestWidening} percent.`));
  }
  return problems;
}
