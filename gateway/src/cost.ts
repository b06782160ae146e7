import { type OperationCost, readCost } from '@passerelle/contracts/cost';
import { readPrices } from '@passerelle/contracts/prices';
import { costBudgets, type Variant } from '@passerelle/contracts/variants';
import { type DocumentNode, GraphQLError, type OperationDefinitionNode } from 'graphql';
import type { Watch } from './together.ts';

/**
 * Refuses, before anything is planned, an operation that costs more than its variant allows, and a page larger than any
 * list gives. An operation's cost is read once and kept as long as its document.
 */
export function watchCost(supergraph: DocumentNode, api: Variant | 'internal'): Watch {
  const prices = readPrices(supergraph);
  const budget = costBudgets[api];
  const costs = new WeakMap<OperationDefinitionNode, OperationCost>();
  return {
    didResolveOperation({ schema, document, operation, request: { variables = {} } }) {
      if (!operation) return;
      const known = costs.get(operation);
      const cost = known ?? readCost(schema, document, operation, prices);
      if (!known) costs.set(operation, cost);
      for (const { coordinate, size, maximum } of cost.pagesOf(variables)) {
        if (size > maximum)
          throw tooLarge(`A page of ${coordinate} has ${size} items; at most ${maximum} are allowed.`);
      }
      const total = cost.costOf(variables);
      if (total > budget) {
        throw tooLarge(`The operation costs ${total}; at most ${budget} is allowed here.`, { cost: total, budget });
      }
    },
  };
}

const tooLarge = (message: string, figures: { readonly cost?: number; readonly budget?: number } = {}) =>
  new GraphQLError(message, { extensions: { code: 'LIMIT_EXCEEDED', ...figures, http: { status: 400 } } });
