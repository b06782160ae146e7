import { anonymous, type Caller, type Graph, type Role, roleScopes, type SubgraphName } from '@passerelle/server';

type Refused = { readonly userErrors?: readonly { readonly code: string; readonly message?: string }[] };

/** The graph as a client of the demo sees it: answers, and a count of refusals. */
export type Client = {
  readonly knows: (name: SubgraphName) => boolean;
  /** The one field a query asks for; throws on any error. */
  readonly read: <Data>(name: SubgraphName, query: string, variables: Record<string, unknown>) => Promise<Data>;
  /** The payload of a mutation, or undefined when it was refused; throws on any error. */
  readonly change: <Data>(
    name: SubgraphName,
    query: string,
    input: Record<string, unknown>,
  ) => Promise<Data | undefined>;
  /** How often each mutation was refused, by `mutation CODE`. */
  readonly refusals: ReadonlyMap<string, number>;
};

const caller = (role: Role): Caller => ({
  ...anonymous,
  kind: 'user',
  subject: 'demo',
  scopes: new Set(roleScopes[role]),
});

/** Head office, which may place and move on any order. */
export function demoClient(graph: Graph): Client {
  const request = { caller: caller('operator'), requestId: 'demo' };
  const refusals = new Map<string, number>();

  async function send<Data>(name: SubgraphName, query: string, variables: Record<string, unknown>) {
    const executor = graph.executors.get(name);
    if (!executor) throw new TypeError(`${name} is not open in this process`);
    const { data, errors } = await executor({ query, variables }, request);
    if (errors) throw new Error(`${name} failed: ${JSON.stringify(errors)} for ${JSON.stringify(variables)}`);
    const [field, answer] = Object.entries(data ?? {})[0] ?? [];
    return { field: String(field), answer: answer as Data };
  }
  return {
    knows: (name) => graph.executors.has(name),
    read: async (name, query, variables) => (await send<never>(name, query, variables)).answer,
    async change<Data>(name: SubgraphName, query: string, input: Record<string, unknown>) {
      const { field, answer } = await send<Data & Refused>(name, query, { input });
      const refused = answer.userErrors?.[0];
      if (!refused) return answer;
      const key = `${field} ${refused.code}`;
      refusals.set(key, (refusals.get(key) ?? 0) + 1);
      return undefined;
    },
    refusals,
  };
}
