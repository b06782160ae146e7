import {
  anonymous,
  type Caller,
  type Executor,
  type Role,
  roleScopes,
  type SubgraphName,
  serviceCaller,
} from '@passerelle/server';

/** A caller with a role's scopes. */
export const aCaller = (role: Role, facts: Partial<Caller> = {}): Caller => ({
  ...anonymous,
  kind: 'user',
  subject: `test-${role}`,
  scopes: new Set(roleScopes[role]),
  ...facts,
});

export const aService = (name: SubgraphName): Caller => serviceCaller(name);

/**
 * Asks one subgraph in GraphQL, with no port; answers `data` and fails with everything needed to debug when there are
 * errors.
 */
export async function ask<Data = Record<string, never>>(
  executor: Executor,
  query: string,
  variables: Record<string, unknown> = {},
  caller: Caller = anonymous,
): Promise<Data> {
  const result = await executor({ query, variables }, { caller, requestId: 'test' });
  if (result.errors) {
    throw new Error(`${JSON.stringify(result.errors, null, 2)}\n${query}\n${JSON.stringify(variables)}`);
  }
  return result.data as Data;
}
