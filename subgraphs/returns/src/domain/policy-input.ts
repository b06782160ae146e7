import {
  fractionDigits,
  type InvalidInput,
  invalidInput,
  type Money,
  type MoneyText,
  ok,
  parseMoney,
  type Result,
  refuse,
} from '@passerelle/values';
import type { PolicyScope, PolicyTerms, Season, WithoutReceipt } from './policy.ts';

type MoneyFields = 'labelFees' | 'reviewAboveValues' | 'twoPersonsAboveValues';
type OwnFields = Omit<PolicyTerms, MoneyFields | 'restockingFeeBasisPoints' | 'withoutReceipt'>;

export type WithoutReceiptInput = Omit<WithoutReceipt, 'maximumValues' | 'restockingFeeBasisPoints' | 'needsReview'> & {
  readonly needsReview?: boolean;
  readonly maximumValues: readonly MoneyText[];
  readonly restockingFeePercent?: string;
};

/** Terms as a caller gives them; what is left out is as in `standardTerms`. */
export type TermsInput = { readonly [Field in keyof OwnFields]?: OwnFields[Field] | null } & {
  readonly [Field in MoneyFields]?: readonly MoneyText[];
} & { readonly restockingFeePercent?: string; readonly withoutReceipt?: WithoutReceiptInput | null };

const standardTerms: PolicyTerms = {
  isAllowed: true,
  isFinalSale: false,
  windowDays: null,
  seasons: [],
  methods: ['IN_STORE', 'CARRIER_DROP_OFF'],
  carrier: 'colissimo',
  carrierDestinationId: null,
  restockingFeeBasisPoints: 0,
  labelFees: [],
  faultReasons: ['NOT_AS_DESCRIBED', 'DEFECTIVE', 'DAMAGED_IN_TRANSIT', 'WRONG_ITEM', 'NEVER_ARRIVED'],
  deliveryRefund: 'FULL_RETURN',
  refundTiming: 'AFTER_INSPECTION',
  reviewAboveUnits: null,
  reviewAboveValues: [],
  reviewReasons: [],
  expiresAfterDays: null,
  authorizedDisposition: 'RESTOCK',
  twoPersonsAboveValues: [],
  stockOwner: 'RECEIVER',
  withoutReceipt: null,
};

const maximumDays = 3650;
const maximumSeasons = 20;

type Path = readonly (string | number)[];

function readAmounts(texts: readonly MoneyText[], path: Path, problems: InvalidInput[]): Money[] {
  const seen = new Set<string>();
  return texts.flatMap((text, index) => {
    const parsed = readAmount(text, [...path, index]);
    if (!parsed.ok) {
      problems.push(...parsed.refusals);
      return [];
    }
    if (parsed.value.minor < 0) problems.push(invalidInput([...path, index, 'amount'], 'Give zero or more.'));
    if (seen.has(text.currency)) problems.push(invalidInput([...path, index, 'currency'], 'Give each currency once.'));
    seen.add(text.currency);
    return [parsed.value];
  });
}

/** An amount a caller gave; refuses a currency nobody knows. */
export function readAmount(text: MoneyText, path: Path): Result<Money, InvalidInput> {
  try {
    fractionDigits(text.currency);
  } catch {
    return refuse(invalidInput([...path, 'currency'], `${text.currency} is no ISO 4217 currency.`));
  }
  return parseMoney(text, path);
}

function readBasisPoints(percent: string, problems: InvalidInput[], path: Path = ['terms']): number {
  const isPercent = /^\d{1,3}(\.\d{1,2})?$/.test(percent) && Number(percent) <= 100;
  if (!isPercent) {
    problems.push(invalidInput([...path, 'restockingFeePercent'], 'Give 0 to 100, with two fraction digits at most.'));
  }
  return isPercent ? Math.round(Number(percent) * 100) : 0;
}

function checkCounts(terms: PolicyTerms, problems: InvalidInput[]): void {
  const bounds = { windowDays: 0, reviewAboveUnits: 1, expiresAfterDays: 1 } as const;
  for (const [field, least] of Object.entries(bounds) as [keyof typeof bounds, number][]) {
    const value = terms[field];
    if (value !== null && (value < least || value > maximumDays)) {
      problems.push(invalidInput(['terms', field], `Give ${least} to ${maximumDays}, or null.`));
    }
  }
}

function checkSeasons(seasons: readonly Season[], problems: InvalidInput[]): void {
  if (seasons.length > maximumSeasons) problems.push(invalidInput(['terms', 'seasons'], `At most ${maximumSeasons}.`));
  seasons.forEach((season, index) => {
    if (season.placedFrom >= season.placedTo) {
      problems.push(invalidInput(['terms', 'seasons', index, 'placedTo'], 'A season ends after it begins.'));
    }
  });
}

function readWithoutReceipt(input: WithoutReceiptInput, problems: InvalidInput[]): WithoutReceipt {
  const path = ['terms', 'withoutReceipt'];
  const { maximumValues, restockingFeePercent = '0', needsReview = true, ...rest } = input;
  const bounds = { maximumUnits: 200, maximumReturns: 1000, periodDays: maximumDays } as const;
  for (const [field, most] of Object.entries(bounds) as [keyof typeof bounds, number][]) {
    if (rest[field] < 1 || rest[field] > most) problems.push(invalidInput([...path, field], `Give 1 to ${most}.`));
  }
  return {
    ...rest,
    needsReview,
    maximumValues: readAmounts(maximumValues, [...path, 'maximumValues'], problems),
    restockingFeeBasisPoints: readBasisPoints(restockingFeePercent, problems, path),
  };
}

/** Terms a caller gave, or everything wrong with them. */
export function readTerms(input: TermsInput): Result<PolicyTerms, InvalidInput> {
  const problems: InvalidInput[] = [];
  const { restockingFeePercent = '0', labelFees = [], reviewAboveValues = [], twoPersonsAboveValues = [] } = input;
  const { restockingFeePercent: _percent, withoutReceipt, ...given } = input;
  const told = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== undefined));
  const terms: PolicyTerms = {
    ...standardTerms,
    ...told,
    withoutReceipt: withoutReceipt ? readWithoutReceipt(withoutReceipt, problems) : null,
    restockingFeeBasisPoints: readBasisPoints(restockingFeePercent, problems),
    labelFees: readAmounts(labelFees, ['terms', 'labelFees'], problems),
    reviewAboveValues: readAmounts(reviewAboveValues, ['terms', 'reviewAboveValues'], problems),
    twoPersonsAboveValues: readAmounts(twoPersonsAboveValues, ['terms', 'twoPersonsAboveValues'], problems),
  };
  checkCounts(terms, problems);
  if (terms.methods.includes('DROP_OFF_POINT') && terms.carrierDestinationId === null) {
    problems.push(invalidInput(['terms', 'carrierDestinationId'], 'Say where drop-off points send the goods.'));
  }
  checkSeasons(terms.seasons, problems);
  if (!/^[a-z][a-z0-9-]{0,63}$/.test(terms.carrier)) {
    problems.push(invalidInput(['terms', 'carrier'], 'A carrier code is lower case, such as colissimo.'));
  }
  return problems.length > 0 ? refuse(...problems) : ok(terms);
}

const maximumName = 200;
export const maximumGroup = 64;

export function checkName(name: string): InvalidInput[] {
  const isName = name.trim() !== '' && name.length <= maximumName;
  return isName ? [] : [invalidInput(['name'], `A name has 1 to ${maximumName} characters.`)];
}

/** What a policy is for, as a caller gives it. */
export function readScope(
  scope: { readonly [Key in keyof PolicyScope]?: string | null },
): Result<PolicyScope, InvalidInput> {
  const problems = (['customerGroup', 'category'] as const)
    .filter((key) => scope[key] === '' || (scope[key]?.length ?? 0) > maximumGroup)
    .map((key) => invalidInput(['scope', key], `Give 1 to ${maximumGroup} characters, or leave it out.`));
  if (problems.length > 0) return refuse(...problems);
  return ok({
    channelId: scope.channelId ?? null,
    countryCode: scope.countryCode ?? null,
    customerGroup: scope.customerGroup ?? null,
    category: scope.category ?? null,
  });
}
