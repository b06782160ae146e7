import { type Connection, StaleWriteError } from '@passerelle/database';
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { PolicyScope, PolicyTerms, ReturnPolicy, ScopedVersion, WrittenVersion } from '../domain/policy.ts';
import { customerGroups, returnPolicies, returnPolicyVersions } from './tables.ts';

/** Terms come back from JSON, where moments are text. */
const termsOf = (stored: PolicyTerms): PolicyTerms => ({
  ...stored,
  // Terms written before there was a choice.
  authorizedDisposition: stored.authorizedDisposition ?? 'RESTOCK',
  stockOwner: stored.stockOwner ?? 'RECEIVER',
  withoutReceipt: stored.withoutReceipt ?? null,
  seasons: stored.seasons.map((season) => ({
    placedFrom: new Date(season.placedFrom),
    placedTo: new Date(season.placedTo),
    returnableUntil: new Date(season.returnableUntil),
  })),
});

/** Every version of every policy with what it is for; they are few. */
export async function findPolicyVersions({ sql }: Connection): Promise<ScopedVersion[]> {
  const rows = await sql<ScopedVersion[]>`
    select policy.channel_id as "channelId", policy.country_code as "countryCode", policy.category,
      policy.customer_group as "customerGroup", policy_id as "policyId", terms.version,
      valid_from as "validFrom", valid_to as "validTo", terms
    from return_policy_versions as terms join return_policies as policy on policy.id = policy_id`;
  return rows.map((row) => ({ ...row, terms: termsOf(row.terms) }));
}

/** Policies with their versions, oldest first: these, or all. */
export async function findPolicies({ db }: Connection, ids?: readonly string[]): Promise<ReturnPolicy[]> {
  const wanted = ids ? inArray(returnPolicies.id, [...ids]) : undefined;
  const [policies, versions] = await Promise.all([
    db.select().from(returnPolicies).where(wanted).orderBy(asc(returnPolicies.name), asc(returnPolicies.id)),
    db
      .select()
      .from(returnPolicyVersions)
      .where(ids ? inArray(returnPolicyVersions.policyId, [...ids]) : undefined)
      .orderBy(asc(returnPolicyVersions.policyId), asc(returnPolicyVersions.version)),
  ]);
  const versionsOf = Map.groupBy(versions, (version) => version.policyId);
  return policies.map((policy) => ({
    ...policy,
    versions: (versionsOf.get(policy.id) ?? []).map((version) => ({ ...version, terms: termsOf(version.terms) })),
  }));
}

/** One policy, locked until the transaction ends. */
export async function lockPolicy(tx: Connection, id: string): Promise<ReturnPolicy | undefined> {
  await tx.sql`select from return_policies where id = ${id} for update`;
  const [found] = await findPolicies(tx, [id]);
  return found;
}

/** Whether another policy in use is for the same. */
export async function isScopeTaken({ sql }: Connection, scope: PolicyScope): Promise<boolean> {
  const rows = await sql`
    select from return_policies
    where archived_at is null and channel_id is not distinct from ${scope.channelId}
      and country_code is not distinct from ${scope.countryCode} and category is not distinct from ${scope.category}
      and customer_group is not distinct from ${scope.customerGroup}`;
  return rows.length > 0;
}

export async function insertPolicy({ db }: Connection, policy: Omit<ReturnPolicy, 'versions'>): Promise<void> {
  await db.insert(returnPolicies).values(policy);
}

export async function insertVersion({ db }: Connection, version: WrittenVersion): Promise<void> {
  await db.insert(returnPolicyVersions).values(version);
}

/** Writes only over the version before; ends the last version's time in the same step. */
export async function savePolicy(
  tx: Connection,
  policy: Omit<ReturnPolicy, 'versions'>,
  { last, validTo }: { readonly last: number; readonly validTo: Date },
): Promise<void> {
  const written = await tx.db
    .update(returnPolicies)
    .set({ name: policy.name, version: policy.version, archivedAt: policy.archivedAt })
    .where(and(eq(returnPolicies.id, policy.id), eq(returnPolicies.version, policy.version - 1)))
    .returning({ id: returnPolicies.id });
  if (written.length === 0) throw new StaleWriteError(`return policy ${policy.id}`);
  await tx.sql`
    update return_policy_versions set valid_to = greatest(${validTo}, valid_from)
    where policy_id = ${policy.id} and version = ${last}`;
}

/** The groups of these customers; a customer in none is absent. */
export async function findCustomerGroups({ db }: Connection, customerIds: readonly string[]) {
  return db
    .select({ customerId: customerGroups.customerId, customerGroup: customerGroups.customerGroup })
    .from(customerGroups)
    .where(inArray(customerGroups.customerId, [...customerIds]));
}

export type Membership = { readonly customerId: string; readonly customerGroup: string | null };

/** Puts each customer into a group, or into none. */
export async function saveCustomerGroups({ sql }: Connection, members: readonly Membership[], at: Date): Promise<void> {
  await sql`
    with given as (
      select "customerId", "customerGroup" from jsonb_to_recordset(${sql.json(members as never)})
        as member("customerId" text, "customerGroup" text)
    ), gone as (
      delete from customer_groups using given where customer_id = "customerId" and "customerGroup" is null
    )
    insert into customer_groups (customer_id, customer_group, updated_at)
    select "customerId", "customerGroup", ${at} from given where "customerGroup" is not null
    on conflict (customer_id) do update set customer_group = excluded.customer_group, updated_at = excluded.updated_at`;
}
