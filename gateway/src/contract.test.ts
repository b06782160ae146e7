import { readFileSync } from 'node:fs';
import { composeGraph, readSubgraphs } from '@passerelle/contracts';
import { readCost } from '@passerelle/contracts/cost';
import { asQueryText } from '@passerelle/contracts/live';
import { type Client, listOperations, readOperation } from '@passerelle/contracts/operations';
import { readPrices } from '@passerelle/contracts/prices';
import { costBudgets, filterSchema, type Variant, variants } from '@passerelle/contracts/variants';
import { createLog, firstDenied, type Role, roleScopes, rulesOf } from '@passerelle/server';
import { aCaller } from '@passerelle/testing';
import { type GraphQLSchema, Kind, parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Federation, loadFederation } from './federation.ts';
import { readEnforceableRules } from './policy.ts';

const supergraphSdl = readFileSync(new URL('../supergraph.gateway.graphql', import.meta.url), 'utf8');
let federation: Federation;
const schemas = new Map<Client, GraphQLSchema>();

beforeAll(async () => {
  federation = await loadFederation(supergraphSdl, () => ({ process: async () => ({}) }), createLog('silent'));
  for (const variant of variants) {
    schemas.set(variant, filterSchema(federation.apiSchema, federation.supergraph, variant));
  }
  schemas.set('internal', federation.apiSchema);
});
afterAll(() => federation.stop());

const operations = (['storefront', 'store-app', 'partner', 'internal'] as const).flatMap((client) =>
  listOperations(client).map((name) => [client, name] as const),
);

/** A subscription is checked as the query it stands for. */
const storedQuery = (client: Client, name: string) => asQueryText(readOperation(client, name));

/** The roles that send a client's operations: a shopper's device sends some, the storefront's server the others. */
const rolesOf: Record<Variant | 'internal', readonly Role[]> = {
  storefront: ['shopper', 'storefront'],
  'store-app': ['store-staff'],
  partner: ['partner'],
  internal: ['operator'],
};

describe('the supergraph', () => {
  it('is composed from the SDL files as they are, with no error and no hint', () => {
    const composed = composeGraph(readSubgraphs());
    const complete = readFileSync(new URL('../supergraph.graphql', import.meta.url), 'utf8');
    const isCurrent = composed.gatewaySupergraph === supergraphSdl && composed.supergraph === complete;
    expect(isCurrent, 'run `pnpm generate`').toBe(true);
  });

  it('differs from its twin for other routers by the purpose of the access links only', () => {
    const complete = readFileSync(new URL('../supergraph.graphql', import.meta.url), 'utf8');
    expect(complete.replaceAll(', for: SECURITY', '')).toBe(supergraphSdl.replaceAll(', for: SECURITY', ''));
    expect(complete).toMatch(/requiresScopes\/v0\.1", for: SECURITY/);
  });

  it('has access rules, all of which can be enforced', () => {
    const rules = readEnforceableRules(federation.supergraph);
    expect(rules.size).toBeGreaterThan(50);
    const asked = new Set([...rules.values()].flatMap(({ alternatives }) => alternatives.flat()));
    const known = new Set<string>(Object.values(roleScopes).flat());
    expect([...asked].filter((scope) => !known.has(scope) && !scope.startsWith('service:'))).toEqual([]);
  });

  it.each([
    ['a rule of another kind', 'type Query { a: Int @policy(policies: [["p"]]) }', '@policy'],
    ['a rule where none is read', 'interface I @authenticated { a: Int } type Query { a: I }', '@authenticated on'],
    [
      'no rule though access is linked',
      'schema @link(url: "https://specs.apollo.dev/requiresScopes/v0.1") { query: Query } type Query { a: Int }',
      'none could be read',
    ],
  ])('is refused when it has %s', (_what, sdl, message) => {
    expect(() => readEnforceableRules(parse(sdl))).toThrow(message);
  });
});

describe('a stored operation', () => {
  const problemsOf = (client: Client, name: string) =>
    validate(schemas.get(client) as GraphQLSchema, parse(storedQuery(client, name))).map(({ message }) => message);

  it.each(operations)('%s/%s is valid in its variant', (client, name) => {
    expect(problemsOf(client, name)).toEqual([]);
  });

  it.each(operations)('%s/%s costs no more than its variant allows', (client, name) => {
    const schema = schemas.get(client) as GraphQLSchema;
    const document = parse(storedQuery(client, name));
    const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
    if (!operation) throw new Error('a stored document without an operation');
    const { costOf, pagesOf } = readCost(schema, document, operation, readPrices(federation.supergraph));
    expect(costOf({})).toBeLessThanOrEqual(costBudgets[client as Variant]);
    expect(pagesOf({}).filter(({ size, maximum }) => size > maximum)).toEqual([]);
  });

  it.each(operations)('%s/%s is allowed to a role that sends it', (client, name) => {
    const schema = schemas.get(client) as GraphQLSchema;
    const rules = rulesOf(schema, parse(storedQuery(client, name)), readEnforceableRules(federation.supergraph));
    expect(rolesOf[client].filter((role) => !firstDenied(rules, aCaller(role)))).not.toEqual([]);
  });
});

describe('a variant', () => {
  it('never holds what is tagged internal', () => {
    const hidden = ['explanation', 'exclusions', 'routingDecisions', 'policyDecision', 'privateAttributes'];
    for (const variant of variants) {
      const types = Object.values((schemas.get(variant) as GraphQLSchema).getTypeMap());
      const fields = types.flatMap((type) => ('getFields' in type ? Object.keys(type.getFields()) : []));
      expect(fields.filter((field) => hidden.includes(field))).toEqual([]);
    }
  });

  it('keeps every member of the unions it shows', () => {
    for (const variant of variants) {
      const types = Object.values((schemas.get(variant) as GraphQLSchema).getTypeMap());
      for (const type of types.filter((candidate) => 'getTypes' in candidate)) {
        const whole = federation.apiSchema.getType(type.name) as typeof type;
        expect(type.getTypes().map(String)).toEqual(whole.getTypes().map(String));
      }
    }
  });
});
