import { type Connection, inTransaction, oncePerKey } from '@passerelle/database';
import type { Caller } from '@passerelle/server';
import {
  invalidState,
  newId,
  notFound,
  ok,
  type Refusal,
  type Result,
  refuse,
  versionConflict,
} from '@passerelle/values';
import type { ActionContext } from '../context.ts';
import { checkChannel, type Network } from '../domain/network.ts';
import type { ProtectionRule } from '../domain/protection.ts';
import { blankRule, changedRule, type RuleInput, type ScopeInput } from '../domain/protection-input.ts';
import { findItems } from '../storage/items.ts';
import { insertRule, lockRule, saveRule } from '../storage/protection.ts';

export type CreateRuleInput = RuleInput & { readonly idempotencyKey: string; readonly scope: ScopeInput };
type Versioned = { readonly id: string; readonly expectedVersion: number };
export type UpdateRuleInput = RuleInput & Versioned;

/** Creates a rule, once per key. It holds back stock from the commit on, or from `validFrom`. Answers its id. */
export async function createProtectionRule(
  context: ActionContext,
  caller: Caller,
  input: CreateRuleInput,
): Promise<Result<string, Refusal>> {
  const network = await context.network.get();
  const call = { client: caller.subject, operation: 'createProtectionRule', key: input.idempotencyKey, input };
  const result = await inTransaction(context.database, (tx) =>
    oncePerKey(tx, call, async (): Promise<Result<string, Refusal>> => {
      const now = context.now();
      const rule = changedRule(blankRule(newId('protectionRule', now), now), input);
      if (!rule.ok) return rule;
      const unknown = await findUnknown(tx, network, input.scope);
      if (unknown.length > 0) return refuse(...unknown);
      await insertRule(tx, rule.value, now);
      return ok(rule.value.id);
    }),
  );
  // Others are told by NOTIFY; who wrote it reads it at once.
  context.rules.drop();
  return result;
}

/** Changes a rule; what is left out stays. The version before is kept for explanations of the past. */
export async function updateProtectionRule(
  context: ActionContext,
  input: UpdateRuleInput,
): Promise<Result<string, Refusal>> {
  const network = await context.network.get();
  return changeRule(context, input, async (tx, rule) => {
    const changed = changedRule(rule, input);
    if (!changed.ok) return changed;
    const unknown = await findUnknown(tx, network, input.scope ?? {});
    return unknown.length > 0 ? refuse(...unknown) : changed;
  });
}

/** Ends a rule now; it stays readable. */
export const archiveProtectionRule = (context: ActionContext, input: Versioned): Promise<Result<string, Refusal>> =>
  changeRule(context, input, async (_tx, rule) => {
    const now = context.now();
    if (rule.validTo === null || rule.validTo > now) return ok({ ...rule, validTo: now });
    return refuse(invalidState(`The rule ended at ${rule.validTo.toISOString()}.`, 'ENDED', ['id']));
  });

type Change = (tx: Connection, rule: ProtectionRule) => Promise<Result<ProtectionRule, Refusal>>;

async function changeRule(
  { database, now, rules }: ActionContext,
  { id, expectedVersion }: Versioned,
  change: Change,
): Promise<Result<string, Refusal>> {
  const result = await inTransaction(database, async (tx): Promise<Result<string, Refusal>> => {
    const rule = await lockRule(tx, id);
    if (!rule) return refuse(notFound('protection rule', id, ['id']));
    if (rule.version !== expectedVersion) return refuse(versionConflict(expectedVersion, rule.version));
    const changed = await change(tx, rule);
    if (!changed.ok) return changed;
    await saveRule(tx, changed.value, now());
    return ok(id);
  });
  rules.drop();
  return result;
}

/** One refusal for each channel, location or SKU that nobody knows. */
async function findUnknown(tx: Connection, network: Network, scope: ScopeInput): Promise<Refusal[]> {
  const { channelIds, locationIds, skus } = scope;
  const known = new Set(skus?.length ? (await findItems(tx, skus)).map(({ sku }) => sku) : []);
  const missing = (
    what: string,
    part: string,
    names: readonly string[] | null | undefined,
    isKnown: (name: string) => boolean,
  ) => (names ?? []).flatMap((name, index) => (isKnown(name) ? [] : [notFound(what, name, ['scope', part, index])]));
  return [
    ...(channelIds ?? []).flatMap((id, index) => checkChannel(network, id, ['scope', 'channelIds', index])),
    ...missing('location', 'locationIds', locationIds, (id) => network.byId.has(id)),
    ...missing('SKU', 'skus', skus, (sku) => known.has(sku)),
  ];
}
