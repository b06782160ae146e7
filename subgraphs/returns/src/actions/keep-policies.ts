import { inTransaction, oncePerKey } from '@passerelle/database';
import {
  type IdempotencyRefusal,
  type InvalidInput,
  type InvalidState,
  invalidInput,
  invalidState,
  type NotFound,
  newId,
  notFound,
  ok,
  type Result,
  refuse,
  type VersionConflict,
  versionConflict,
} from '@passerelle/values';
import type { Context } from '../context.ts';
import type { PolicyScope, ReturnPolicy } from '../domain/policy.ts';
import { checkName, maximumGroup, readScope, readTerms, type TermsInput } from '../domain/policy-input.ts';
import {
  insertPolicy,
  insertVersion,
  isScopeTaken,
  lockPolicy,
  type Membership,
  saveCustomerGroups,
  savePolicy,
} from '../storage/policies.ts';

export type PolicyRefusal = InvalidInput | NotFound | VersionConflict | InvalidState | IdempotencyRefusal;
type Kept = Result<{ id: string }, PolicyRefusal>;

export type CreatePolicy = {
  readonly idempotencyKey: string;
  readonly name: string;
  readonly scope: { readonly [Key in keyof PolicyScope]?: string | null };
  readonly terms: TermsInput;
  readonly validFrom?: Date | null;
};

/** Makes a policy for what no other policy in use is for. */
export async function createPolicy(context: Context, input: CreatePolicy): Promise<Kept> {
  const [terms, scope, problems] = [readTerms(input.terms), readScope(input.scope), checkName(input.name)];
  if (!terms.ok || !scope.ok || problems.length > 0) {
    return refuse(...problems, ...(scope.ok ? [] : scope.refusals), ...(terms.ok ? [] : terms.refusals));
  }
  const { caller, database } = context;
  const call = { client: caller.subject, operation: 'createReturnPolicy', key: input.idempotencyKey, input };
  return inTransaction(database, (tx) =>
    oncePerKey(tx, call, async (): Promise<Kept> => {
      if (await isScopeTaken(tx, scope.value)) {
        return refuse(invalidInput(['scope'], 'Another policy in use is for the same; change that one.'));
      }
      const now = context.now();
      const id = newId('returnPolicy', now);
      await insertPolicy(tx, { ...scope.value, id, name: input.name.trim(), version: 1, archivedAt: null });
      const validFrom = input.validFrom ?? now;
      const written = { changedBy: caller.subject, changedAt: now, validTo: null, terms: terms.value };
      await insertVersion(tx, { ...written, policyId: id, version: 1, validFrom });
      return ok({ id });
    }),
  );
}

type Change = { readonly id: string; readonly expectedVersion: number };

function mayChange(
  policy: ReturnPolicy | undefined,
  { id, expectedVersion }: Change,
): Result<ReturnPolicy, PolicyRefusal> {
  if (!policy) return refuse(notFound('return policy', id, ['id']));
  if (policy.version !== expectedVersion) return refuse(versionConflict(expectedVersion, policy.version));
  if (policy.archivedAt) return refuse(invalidState('This policy is out of use.', 'ARCHIVED', ['id']));
  return ok(policy);
}

export type ChangePolicy = Change & {
  readonly name?: string | null;
  readonly terms: TermsInput;
  readonly validFrom?: Date | null;
};

/** New terms for orders placed from now, or later, on: a change never reaches back. */
export async function changePolicy(context: Context, input: ChangePolicy): Promise<Kept> {
  const { caller, database } = context;
  const terms = readTerms(input.terms);
  const problems = input.name ? checkName(input.name) : [];
  if (!terms.ok || problems.length > 0) return refuse(...problems, ...(terms.ok ? [] : terms.refusals));
  return inTransaction(database, async (tx): Promise<Kept> => {
    const now = context.now();
    const found = mayChange(await lockPolicy(tx, input.id), input);
    if (!found.ok) return found;
    const policy = found.value;
    const last = policy.versions.at(-1);
    const from = input.validFrom ?? now;
    if (from < now || (last?.validFrom && from < last.validFrom)) {
      const message = 'New terms hold from now on or later, and not before the last ones.';
      return refuse(invalidInput(['validFrom'], message));
    }
    const version = policy.version + 1;
    const named = { ...policy, name: input.name?.trim() ?? policy.name, version };
    await savePolicy(tx, named, { last: last?.version ?? 0, validTo: from });
    const written = { changedBy: caller.subject, changedAt: now, validTo: null, terms: terms.value };
    await insertVersion(tx, { ...written, policyId: policy.id, version, validFrom: from });
    return ok({ id: policy.id });
  });
}

/** Takes a policy out of use for orders placed from now on. */
export async function archivePolicy(context: Context, input: Change): Promise<Kept> {
  return inTransaction(context.database, async (tx): Promise<Kept> => {
    const now = context.now();
    const found = mayChange(await lockPolicy(tx, input.id), input);
    if (!found.ok) return found;
    const last = found.value.versions.at(-1)?.version ?? 0;
    const archived = { ...found.value, version: found.value.version + 1, archivedAt: now };
    await savePolicy(tx, archived, { last, validTo: now });
    return ok({ id: input.id });
  });
}

type Given = { readonly customerId: string; readonly customerGroup?: string | null };
const maximumCustomers = 500;

/** Puts customers into groups; answers how many. */
export async function setCustomerGroups(
  { database, now }: Context,
  customers: readonly Given[],
): Promise<Result<number, InvalidInput>> {
  if (customers.length < 1 || customers.length > maximumCustomers) {
    return refuse(invalidInput(['customers'], `Give 1 to ${maximumCustomers} customers.`));
  }
  const problems = customers.flatMap(({ customerGroup }, index) =>
    customerGroup === '' || (customerGroup?.length ?? 0) > maximumGroup
      ? [invalidInput(['customers', index, 'customerGroup'], `Give 1 to ${maximumGroup} characters, or null.`)]
      : [],
  );
  if (new Set(customers.map(({ customerId }) => customerId)).size < customers.length) {
    problems.push(invalidInput(['customers'], 'Name each customer once.'));
  }
  if (problems.length > 0) return refuse(...problems);
  const members: Membership[] = customers.map(({ customerId, customerGroup }) => ({
    customerId,
    customerGroup: customerGroup ?? null,
  }));
  await inTransaction(database, (tx) => saveCustomerGroups(tx, members, now()));
  return ok(customers.length);
}
