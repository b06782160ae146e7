import { anonymous, firstDenied, type Role, readScopeRules, roleScopes, rulesOf } from '@passerelle/server';
import {
  type DocumentNode,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import { readCost } from '../cost.ts';
import type { Finding } from '../findings.ts';
import type { Client } from '../operations.ts';
import { costBudgets, type Variant } from '../variants.ts';
import { type Baseline, type Graph, keyOf, type StoredOperation } from './graph.ts';

/** The roles that send a client's operations: a shopper's device sends some, the storefront's server the others. */
export const rolesOf: Readonly<Record<Exclude<Client, 'service'>, readonly Role[]>> = {
  storefront: ['shopper', 'storefront'],
  'store-app': ['store-staff'],
  partner: ['partner'],
  internal: ['operator'],
};

type Composed = NonNullable<Graph['composed']>;

/** Each stored operation must be valid in its variant, with its variables, within its budget, for a role that sends it. */
export function operationsLayer({ composed, operations }: Graph, baseline: Baseline): Finding[] {
  if (!composed) return [];
  return operations.flatMap((operation): Finding[] => {
    const schema = composed.variants.get(operation.client);
    if (!schema) return [];
    const subject = keyOf(operation);
    const tell = (message: string, severity: Finding['severity'] = 'error'): Finding => ({
      layer: 'operations',
      severity,
      subject,
      message,
    });
    const document = parse(operation.text);
    const problems = validate(schema, document);
    if (problems.length > 0) {
      // What was never published waits for the change that brings it.
      const severity = baseline.operations[subject] ? 'error' : 'info';
      return problems.map(({ message }) => tell(message, severity));
    }
    return problemsOf(composed, schema, operation, document).map((message) => tell(message));
  });
}

export const operationOf = (document: DocumentNode): OperationDefinitionNode => {
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('A stored document has no operation.');
  return operation;
};

function problemsOf(
  composed: Composed,
  schema: GraphQLSchema,
  stored: StoredOperation,
  document: DocumentNode,
): string[] {
  const operation = operationOf(document);
  const { client, variables = {} } = stored;
  const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  const problems = coerced.errors?.map(({ message }) => message) ?? [];
  const { costOf, pagesOf } = readCost(schema, document, operation, composed.prices);
  const budget = costBudgets[client as Variant];
  if (costOf(variables) > budget) problems.push(`It costs ${costOf(variables)}; ${client} has ${budget}.`);
  for (const { coordinate, size, maximum } of pagesOf(variables)) {
    if (size > maximum) problems.push(`It asks for ${size} of ${coordinate}; ${maximum} is the most.`);
  }
  const rules = rulesOf(schema, document, readScopeRules(composed.supergraph));
  const denied = rolesOf[client as Variant].map((role) =>
    firstDenied(rules, { ...anonymous, kind: 'user', scopes: new Set(roleScopes[role]) }),
  );
  if (denied.every((rule) => rule !== undefined)) {
    problems.push(`No role that sends it may have ${denied.map((rule) => rule?.coordinate).join(', ')}.`);
  }
  return problems;
}
