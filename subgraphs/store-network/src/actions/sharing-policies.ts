import { type Connection, inTransaction, oncePerKey } from '@passerelle/database';
import { newId, notFound, ok, refuse, versionConflict } from '@passerelle/values';
import type { ActionContext } from '../context.ts';
import type { NetworkRefusal } from '../domain/refusals.ts';
import type { SharingEffect, SharingKind, SharingRules } from '../domain/sharing.ts';
import {
  changePolicy,
  type KnownIds,
  type NewPolicyWish,
  type PolicyWish,
  toNewPolicy,
} from '../domain/sharing-change.ts';
import { findKnownLocationIds, insertPolicy, removePolicy, saveDefault, savePolicy } from '../storage/sharing.ts';
import { changeRules, writeRules } from './rules-write.ts';

export type CreatePolicyInput = NewPolicyWish & { readonly idempotencyKey: string };

/** Creates a policy, once per key. It holds from the commit on. */
export const createSharingPolicy = (context: ActionContext, input: CreatePolicyInput) =>
  inTransaction(context.database, (tx) =>
    oncePerKey<{ id: string }, NetworkRefusal>(
      tx,
      { client: context.caller.subject, operation: 'createSharingPolicy', key: input.idempotencyKey, input },
      () =>
        writeRules(context, tx, { action: 'createSharingPolicy', input }, async (tx, rules, now) => {
          const policy = toNewPolicy(input, newId('sharingPolicy', now), now, await findKnown(tx, rules, input));
          if (!policy.ok) return policy;
          await insertPolicy(tx, policy.value);
          return ok({ id: policy.value.id });
        }),
    ),
  );

const findKnown = async (tx: Connection, { channels }: SharingRules, { locations }: PolicyWish): Promise<KnownIds> => ({
  channels: new Set(channels.map(({ id }) => id)),
  locations: await findKnownLocationIds(tx, locations?.ids ?? []),
});

type Versioned = { readonly id: string; readonly expectedVersion: number };

function findCurrent({ policies }: SharingRules, { id, expectedVersion }: Versioned) {
  const policy = policies.find((known) => known.id === id);
  if (!policy) return refuse(notFound('policy', id, ['id']));
  return policy.version === expectedVersion ? ok(policy) : refuse(versionConflict(expectedVersion, policy.version));
}

/** Changes a policy; what is left out stays. */
export const updateSharingPolicy = (context: ActionContext, input: PolicyWish & Versioned) =>
  changeRules<{ id: string }, typeof input>(
    context,
    { action: 'updateSharingPolicy', input },
    async (tx, rules, now) => {
      const current = findCurrent(rules, input);
      if (!current.ok) return current;
      const policy = changePolicy(current.value, input, now, await findKnown(tx, rules, input));
      if (!policy.ok) return policy;
      await savePolicy(tx, policy.value);
      return ok({ id: input.id });
    },
  );

export const removeSharingPolicy = (context: ActionContext, input: Versioned) =>
  changeRules<{ id: string }, Versioned>(context, { action: 'removeSharingPolicy', input }, async (tx, rules) => {
    const current = findCurrent(rules, input);
    if (!current.ok) return current;
    await removePolicy(tx, input.id);
    return ok({ id: input.id });
  });

export type SetDefaultInput = { readonly kind: SharingKind; readonly effect: SharingEffect };

/** What holds for linked pairs that no policy names. */
export const setSharingDefault = (context: ActionContext, input: SetDefaultInput) =>
  changeRules<{ id: string }, SetDefaultInput>(context, { action: 'setSharingDefault', input }, async (tx) => {
    await saveDefault(tx, input.kind, input.effect);
    return ok({ id: `sharing-default:${input.kind}` });
  });
