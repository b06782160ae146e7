import type { Caller, SubgraphName } from '@passerelle/server';
import { ask, type testGraph } from '@passerelle/testing';
import { expect } from 'vitest';
import { operator } from './open-returns.ts';

export const euros = (amount: string) => ({ amount, currency: 'EUR' });
export const mutation = (field: string, payload: string) =>
  `mutation ($input: ${field[0]?.toUpperCase()}${field.slice(1)}Input!) {
    ${field}(input: $input) { ${payload} userErrors { ... on UserError { code message path } } } }`;

export type Graph = Awaited<ReturnType<typeof testGraph>>;

/** Asks the subgraphs of a graph, each at its own door. */
export function doorsOf(graph: Graph) {
  const sqlOf = (name: SubgraphName) => {
    const subgraph = graph.subgraphs.get(name);
    if (!subgraph) throw new Error(`${name} is not open`);
    return subgraph.database.sql;
  };

  async function question<Data>(name: SubgraphName, query: string, variables: object, caller: Caller) {
    const executor = graph.executors.get(name);
    if (!executor) throw new Error(`${name} is not open`);
    return ask<Data>(executor, query, { ...variables }, caller);
  }

  /** Sends a mutation, stored or not, that must not be refused, and answers its payload. */
  async function change<Payload>(name: SubgraphName, query: string, input: object, caller: Caller = operator) {
    const data = await question<Record<string, Payload & { userErrors: object[] }>>(name, query, { input }, caller);
    const [payload] = Object.values(data);
    if (!payload) throw new Error(`${query} answered nothing`);
    expect(payload.userErrors).toEqual([]);
    return payload;
  }
  return { sqlOf, question, change };
}
export type Doors = ReturnType<typeof doorsOf>;
