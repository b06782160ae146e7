import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { type PlanNode, QueryPlanner } from '@apollo/query-planner';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, parse, validate } from 'graphql';
import { readCost } from '../cost.ts';
import type { Finding } from '../findings.ts';
import { type Baseline, type Graph, keyOf, type OperationRecord, type StoredOperation } from './graph.ts';
import { operationOf } from './operations.ts';

/** A document that a subgraph is sent, and for whom. */
export type Provided = { readonly subgraph: string; readonly text: string; readonly subject: string };

export type Plans = {
  readonly records: Readonly<Record<string, OperationRecord>>;
  readonly provided: readonly Provided[];
};

/** Plans every stored operation that is valid in its variant. */
export function planAll({ composed, operations }: Graph): Plans {
  if (!composed) return { records: {}, provided: [] };
  const supergraph = Supergraph.build(composed.gatewaySupergraph, { validateSupergraph: false });
  const planner = new QueryPlanner(supergraph);
  const records: Record<string, OperationRecord> = {};
  const provided: Provided[] = [];
  for (const stored of operations) {
    const schema = composed.variants.get(stored.client);
    const document = parse(stored.text);
    if (!schema || validate(schema, document).length > 0) continue;
    const { node } = planner.buildQueryPlan(operationFromDocument(supergraph.apiSchema(), document));
    const subject = keyOf(stored);
    const fetches = node && node.kind !== 'Subscription' ? fetchesOf(node as PlanNode) : [];
    const cost = readCost(schema, document, operationOf(document), composed.prices);
    records[subject] = {
      cost: cost.costOf(stored.variables ?? {}),
      fetches: fetches.length,
      stages: node ? stagesOf(node as PlanNode) : 0,
    };
    provided.push(...fetches.map((fetch) => ({ ...fetch, subject })));
  }
  return { records, provided };
}

function fetchesOf(node: PlanNode): { readonly subgraph: string; readonly text: string }[] {
  switch (node.kind) {
    case 'Fetch':
      return [{ subgraph: node.serviceName, text: node.operation }];
    case 'Flatten':
      return fetchesOf(node.node);
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap(fetchesOf);
    case 'Condition':
      return [node.ifClause, node.elseClause].flatMap((clause) => (clause ? fetchesOf(clause) : []));
    default:
      return [];
  }
}

function stagesOf(node: PlanNode): number {
  switch (node.kind) {
    case 'Fetch':
      return 1;
    case 'Flatten':
      return stagesOf(node.node);
    case 'Sequence':
      return node.nodes.reduce((sum, each) => sum + stagesOf(each), 0);
    case 'Parallel':
      return Math.max(0, ...node.nodes.map(stagesOf));
    case 'Condition':
      return Math.max(0, ...[node.ifClause, node.elseClause].map((clause) => (clause ? stagesOf(clause) : 0)));
    default:
      return 0;
  }
}

/** No operation may take more fetches, or more that wait for one another, than when it was published. */
export const plansLayer = ({ records }: Plans, baseline: Baseline): Finding[] =>
  Object.entries(records).flatMap(([subject, now]) =>
    (['fetches', 'stages'] as const).flatMap((what): Finding[] => {
      const before = baseline.operations[subject]?.[what] ?? now[what];
      const message = `It takes ${now[what]} ${what}; it took ${before}.`;
      return now[what] > before ? [{ layer: 'plans', severity: 'error', subject, message }] : [];
    }),
  );

/** Every document that plans send to a subgraph, and every one that other subgraphs send, must be valid there. */
export function providerLayer({ subgraphs, operations }: Graph, { provided }: Plans): Finding[] {
  const schemas = new Map<string, GraphQLSchema>();
  for (const { name, document } of subgraphs) {
    try {
      schemas.set(name, buildSubgraphSchema([{ typeDefs: document }]));
    } catch (error) {
      return [finding(name, (error as Error).message)];
    }
  }
  const findings = provided.flatMap(({ subgraph, text, subject }) => {
    const schema = schemas.get(subgraph);
    const problems = schema ? validate(schema, parse(text)) : [];
    return problems.map(({ message }) => finding(`${subgraph} for ${subject}`, message));
  });
  return [...findings, ...operations.filter(({ client }) => client === 'service').flatMap(ofService)];

  function ofService(stored: StoredOperation): Finding[] {
    const document = parse(stored.text);
    const answers = [...schemas].map(([, schema]) => validate(schema, document).map(({ message }) => message));
    const best = answers.toSorted((a, b) => a.length - b.length)[0] ?? [];
    return best.map((message) => finding(keyOf(stored), message));
  }
}

const finding = (subject: string, message: string): Finding => ({
  layer: 'provider',
  severity: 'error',
  subject,
  message,
});
