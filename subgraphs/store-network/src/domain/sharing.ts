import type { LocationType } from '@passerelle/eligibility';
import {
  type Connection,
  type InvalidInput,
  ok,
  type PageArguments,
  type Result,
  readPage,
  toConnection,
} from '@passerelle/values';
import type { ChannelType } from './channel.ts';

/** What is shared: stock that a channel sells, or the duty to take back what a channel sold. */
export const sharingKinds = ['SELL', 'TAKE_BACK'] as const;
export type SharingKind = (typeof sharingKinds)[number];
export type SharingEffect = 'ALLOW' | 'DENY';

/** Conditions that must all hold; an empty list means any. */
export type Group<Type extends string> = {
  readonly ids: string[];
  readonly types: Type[];
  readonly regions: string[];
  readonly brands: string[];
};

export type SharingPolicy = {
  readonly id: string;
  readonly name: string;
  readonly kind: SharingKind;
  readonly effect: SharingEffect;
  readonly isActive: boolean;
  readonly channels: Group<ChannelType>;
  readonly locations: Group<LocationType>;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

/** A channel as policies see it. */
export type SharingChannel = {
  readonly id: string;
  readonly type: ChannelType;
  readonly region: string | null;
  readonly brand: string | null;
};

/** A location as policies see it, with the channels it is linked to. */
export type SharingLocation = {
  readonly id: string;
  readonly type: LocationType;
  readonly region: string | null;
  readonly brands: readonly string[];
  readonly linkedChannelIds: readonly string[];
};

export type SharingDefaults = Readonly<Record<SharingKind, SharingEffect>>;

/** Everything that decides on pairs beside the locations themselves. */
export type SharingRules = {
  readonly policies: readonly SharingPolicy[];
  readonly defaults: SharingDefaults;
  readonly channels: readonly SharingChannel[];
};

export const standardDefaults: SharingDefaults = { SELL: 'ALLOW', TAKE_BACK: 'ALLOW' };

type Member = { readonly id: string; readonly type: string; readonly region: string | null };

function isIn(group: Group<string>, { id, type, region }: Member, brands: readonly string[]): boolean {
  const fits = (list: readonly string[], values: readonly (string | null)[]) =>
    list.length === 0 || values.some((value) => value !== null && list.includes(value));
  return (
    fits(group.ids, [id]) && fits(group.types, [type]) && fits(group.regions, [region]) && fits(group.brands, brands)
  );
}

export type SharingVerdict = {
  readonly isAllowed: boolean;
  readonly isLinked: boolean;
  /** The active policies that name the pair, those that decide first. */
  readonly policies: readonly SharingPolicy[];
};

/**
 * Whether a pair shares: a DENY beats every ALLOW, either beats the default. Stock is sold only where the location is
 * linked to the channel; goods are taken back where it is linked, or where a policy allows it by name.
 */
export function verdictOf(
  { policies, defaults }: Omit<SharingRules, 'channels'>,
  kind: SharingKind,
  channel: SharingChannel,
  location: SharingLocation,
): SharingVerdict {
  const brand = channel.brand === null ? [] : [channel.brand];
  const fitting = policies.filter(
    (policy) =>
      policy.isActive &&
      policy.kind === kind &&
      isIn(policy.channels, channel, brand) &&
      isIn(policy.locations, location, location.brands),
  );
  const isLinked = location.linkedChannelIds.includes(channel.id);
  const denials = fitting.filter(({ effect }) => effect === 'DENY');
  const effect = denials.length > 0 ? 'DENY' : fitting.length > 0 ? 'ALLOW' : defaults[kind];
  const isReachable = isLinked || (kind === 'TAKE_BACK' && fitting.length > 0);
  return {
    isAllowed: effect === 'ALLOW' && isReachable,
    isLinked,
    policies: [...denials, ...fitting.filter((policy) => policy.effect === 'ALLOW')],
  };
}

/** The channels with which a location shares, sorted by id. */
export function sharedChannelIds(rules: SharingRules, kind: SharingKind, location: SharingLocation): string[] {
  const isPlain = rules.defaults[kind] === 'ALLOW' && !rules.policies.some((policy) => policy.kind === kind);
  if (isPlain) return [...location.linkedChannelIds].sort();
  return rules.channels
    .filter((channel) => verdictOf(rules, kind, channel, location).isAllowed)
    .map(({ id }) => id)
    .sort();
}

/** One channel and one location that begin or cease to share. */
export type PairChange = {
  readonly kind: SharingKind;
  readonly channelId: string;
  readonly locationId: string;
  readonly isAdded: boolean;
};

/** The pairs that differ between two sets of rules, by kind, channel and location. */
export function changedPairs(
  before: SharingRules,
  after: SharingRules,
  locations: readonly SharingLocation[],
): PairChange[] {
  const changes = locations.flatMap((location) =>
    sharingKinds.flatMap((kind): PairChange[] => {
      const was = new Set(sharedChannelIds(before, kind, location));
      const will = new Set(sharedChannelIds(after, kind, location));
      const change = (isAdded: boolean) => (channelId: string) => ({
        kind,
        channelId,
        locationId: location.id,
        isAdded,
      });
      return [...[...will.difference(was)].map(change(true)), ...[...was.difference(will)].map(change(false))];
    }),
  );
  return changes.sort((a, b) => comparePairs(pairKey(a), pairKey(b)));
}

export type PairKey = readonly [string, string, string];
export const pairKey = ({ kind, channelId, locationId }: PairChange): PairKey => [kind, channelId, locationId];

export function comparePairs(a: readonly unknown[], b: readonly unknown[]): number {
  for (const [at, part] of a.entries()) {
    if (part !== b[at]) return String(part) < String(b[at]) ? -1 : 1;
  }
  return 0;
}

export type PairRef = Pick<PairChange, 'channelId' | 'locationId'>;

/** Which pairs changes would add and remove. */
export type DryRun = { readonly pairs: readonly PairChange[] };

export type PairPage = Connection<PairChange>;

/** One page of a dry run's pairs. */
export function pagePairs({ pairs }: DryRun, page: PageArguments): Result<PairPage, InvalidInput> {
  const window = readPage(page, { key: ['text', 'text', 'text'], standard: 50, maximum: 500 });
  if (!window.ok) return window;
  const { after, before, backwards, size } = window.value;
  const inside = pairs.filter(
    (pair) =>
      (!after || comparePairs(pairKey(pair), after) > 0) && (!before || comparePairs(pairKey(pair), before) < 0),
  );
  const rows = (backwards ? inside.reverse() : inside).slice(0, size + 1);
  return ok(toConnection(rows, window.value, pairKey));
}
