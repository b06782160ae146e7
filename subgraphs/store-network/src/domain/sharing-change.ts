import type { LocationType } from '@passerelle/eligibility';
import { type InvalidInput, invalidInput, type NotFound, notFound, ok, type Result, refuse } from '@passerelle/values';
import type { ChannelType } from './channel.ts';
import { unknownIds } from './refusals.ts';
import type { Group, SharingEffect, SharingKind, SharingPolicy, SharingRules } from './sharing.ts';

type Maybe<T> = T | null | undefined;
export type GroupWish<Type extends string> = {
  readonly ids?: Maybe<readonly string[]>;
  readonly types?: Maybe<readonly Type[]>;
  readonly regions?: Maybe<readonly string[]>;
  readonly brands?: Maybe<readonly string[]>;
};

/** How a policy is wanted; a group replaces the former one as a whole. */
export type PolicyWish = {
  readonly name?: Maybe<string>;
  readonly effect?: Maybe<SharingEffect>;
  readonly isActive?: Maybe<boolean>;
  readonly channels?: Maybe<GroupWish<ChannelType>>;
  readonly locations?: Maybe<GroupWish<LocationType>>;
};
export type NewPolicyWish = PolicyWish & {
  readonly name: string;
  readonly kind: SharingKind;
  readonly effect: SharingEffect;
};

/** Ids of every channel, and of every location that is named. */
export type KnownIds = { readonly channels: ReadonlySet<string>; readonly locations: ReadonlySet<string> };

const largestList = 500;

function settleGroup<Type extends string>(wish: Maybe<GroupWish<Type>>, path: keyof KnownIds, known: KnownIds) {
  const { ids, types, regions, brands } = wish ?? {};
  const group: Group<Type> = {
    ids: [...(ids ?? [])],
    types: [...(types ?? [])],
    regions: [...(regions ?? [])],
    brands: [...(brands ?? [])],
  };
  const problems: (InvalidInput | NotFound)[] = Object.entries(group).flatMap(([field, list]) => {
    if (list.length > largestList) return [invalidInput([path, field], `Give ${largestList} of them at most.`)];
    const bad = list.findIndex((value) => value.trim() === '' || value.length > 100);
    return bad < 0 ? [] : [invalidInput([path, field, bad], 'A value has 1 to 100 characters.')];
  });
  const what = path === 'channels' ? 'channel' : 'location';
  if (problems.length === 0) problems.push(...unknownIds(what, group.ids, known[path], [path, 'ids']));
  return { group, problems };
}

function checkName(name: Maybe<string>): InvalidInput[] {
  if (name == null || (name.trim() !== '' && name.length <= 200)) return [];
  return [invalidInput(['name'], 'A name has 1 to 200 characters.')];
}

/** A new policy. Active unless told otherwise. */
export function toNewPolicy(
  wish: NewPolicyWish,
  id: string,
  now: Date,
  known: KnownIds,
): Result<SharingPolicy, InvalidInput | NotFound> {
  const channels = settleGroup(wish.channels, 'channels', known);
  const locations = settleGroup(wish.locations, 'locations', known);
  const problems = [...checkName(wish.name), ...channels.problems, ...locations.problems];
  if (problems.length > 0) return refuse(...problems);
  const { name, kind, effect } = wish;
  const isActive = wish.isActive ?? true;
  const groups = { channels: channels.group, locations: locations.group };
  return ok({ id, name, kind, effect, isActive, ...groups, version: 1, createdAt: now, updatedAt: now });
}

/** The policy as it will be; what is left out stays. */
export function changePolicy(
  policy: SharingPolicy,
  wish: PolicyWish,
  now: Date,
  known: KnownIds,
): Result<SharingPolicy, InvalidInput | NotFound> {
  const channels = wish.channels && settleGroup(wish.channels, 'channels', known);
  const locations = wish.locations && settleGroup(wish.locations, 'locations', known);
  const problems = [...checkName(wish.name), ...(channels?.problems ?? []), ...(locations?.problems ?? [])];
  if (problems.length > 0) return refuse(...problems);
  return ok({
    ...policy,
    name: wish.name ?? policy.name,
    effect: wish.effect ?? policy.effect,
    isActive: wish.isActive ?? policy.isActive,
    channels: channels?.group ?? policy.channels,
    locations: locations?.group ?? policy.locations,
    version: policy.version + 1,
    updatedAt: now,
  });
}

/** One change to try: exactly one of the four is given. */
export type ChangeWish = {
  readonly create?: Maybe<NewPolicyWish>;
  readonly update?: Maybe<PolicyWish & { readonly id: string }>;
  readonly removeId?: Maybe<string>;
  readonly setDefault?: Maybe<{ readonly kind: SharingKind; readonly effect: SharingEffect }>;
};

const largestTrial = 20;

/** The rules as they would be after the changes, in their order. */
export function rulesAfter(
  rules: SharingRules,
  changes: readonly ChangeWish[],
  now: Date,
  locationIds: ReadonlySet<string>,
): Result<SharingRules, InvalidInput | NotFound> {
  if (changes.length < 1 || changes.length > largestTrial) {
    return refuse(invalidInput(['changes'], `\`changes\` takes 1 to ${largestTrial}.`));
  }
  const known = { channels: new Set(rules.channels.map(({ id }) => id)), locations: locationIds };
  let after = rules;
  for (const [index, change] of changes.entries()) {
    const next = ruleAfter(after, change, index, now, known);
    if (!next.ok) return next;
    after = next.value;
  }
  return ok(after);
}

function ruleAfter(
  rules: SharingRules,
  { create, update, removeId, setDefault }: ChangeWish,
  index: number,
  now: Date,
  known: KnownIds,
): Result<SharingRules, InvalidInput | NotFound> {
  const given = [create, update, removeId, setDefault].filter((part) => part != null);
  if (given.length !== 1) {
    return refuse(invalidInput(['changes', index], `\`changes[${index}]\` takes exactly one of its fields.`));
  }
  if (setDefault) return ok({ ...rules, defaults: { ...rules.defaults, [setDefault.kind]: setDefault.effect } });
  if (create) {
    const policy = toNewPolicy(create, `new-${index}`, now, known);
    return policy.ok ? ok({ ...rules, policies: [...rules.policies, policy.value] }) : policy;
  }
  const id = update?.id ?? removeId ?? '';
  const current = rules.policies.find((policy) => policy.id === id);
  if (!current) return refuse(notFound('policy', id, ['changes', index]));
  const others = rules.policies.filter((policy) => policy !== current);
  if (!update) return ok({ ...rules, policies: others });
  const changed = changePolicy(current, update, now, known);
  return changed.ok ? ok({ ...rules, policies: [...others, changed.value] }) : changed;
}
