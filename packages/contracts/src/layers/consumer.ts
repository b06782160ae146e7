import { isDeepStrictEqual } from 'node:util';
import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { type DocumentNode, parse, validate } from 'graphql';
import type { Finding } from '../findings.ts';
import { type Baseline, type ConsumerRecord, type Graph, keyOf, type StoredOperation } from './graph.ts';
import { operationOf } from './operations.ts';
import { type Answer, sampleProviders } from './sample-answers.ts';

type Question = { readonly subgraph: string; readonly query: string; readonly variables: unknown };
type Ask = (question: Question) => unknown;

/** What every stored operation answers over subgraphs that answer samples, and all that they were asked for it. */
export async function recordConsumers(graph: Graph): Promise<Record<string, ConsumerRecord>> {
  const provide = sampleProviders(graph.subgraphs);
  const records: Record<string, ConsumerRecord> = {};
  await eachOperation(graph, async (stored, run) => {
    const answers: Answer[] = [];
    const result = await run(async (question) => {
      const answer = await provide(question);
      answers.push({ ...question, answer });
      // The gateway merges what follows into what it was answered.
      return plain(answer);
    });
    records[keyOf(stored)] = { answers, result };
  });
  return records;
}

/** Over the recorded answers of its subgraphs the gateway must ask nothing new, and answer what it answered. */
export async function consumerLayer(graph: Graph, { consumers }: Baseline): Promise<Finding[]> {
  const findings: Finding[] = [];
  await eachOperation(graph, async (stored, run) => {
    const record = consumers[keyOf(stored)];
    if (!record) return;
    const recorded = new Map(record.answers.map(({ answer, ...question }) => [nameOf(question), answer]));
    const unknown = new Set<string>();
    const result = await run((question) => {
      const answer = recorded.get(nameOf(question));
      if (answer === undefined) unknown.add(question.subgraph);
      return plain(answer ?? { data: null });
    });
    const messages = [...unknown].map((subgraph) => `It asks ${subgraph} what it did not when it was published.`);
    if (messages.length === 0) messages.push(...differenceOf(record.result, result));
    const subject = keyOf(stored);
    findings.push(...messages.map((message): Finding => ({ layer: 'consumer', severity: 'error', subject, message })));
  });
  return findings;
}

const nameOf = ({ subgraph, query, variables }: Question) => JSON.stringify([subgraph, query, variables]);
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Where two answers first differ, and how. */
function differenceOf(before: unknown, now: unknown, path = 'the answer'): string[] {
  if (isDeepStrictEqual(before, now)) return [];
  if (isObject(before) && isObject(now) && Array.isArray(before) === Array.isArray(now)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(now)])];
    const name = names.find((each) => !isDeepStrictEqual(before[each], now[each])) as string;
    return differenceOf(before[name], now[name], `${path}.${name}`);
  }
  return [`${path} was ${shown(before)} and is ${shown(now)}.`];
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const shown = (value: unknown) => (JSON.stringify(value) ?? 'nothing').slice(0, 200);

type Run = (ask: Ask) => Promise<unknown>;

/** Hands over each operation that is valid in its variant, with what runs it through one gateway. */
async function eachOperation(
  { composed, operations }: Graph,
  visit: (stored: StoredOperation, run: Run) => Promise<void>,
): Promise<void> {
  if (!composed) return;
  const asks = new WeakMap<object, Ask>();
  const gateway = new ApolloGateway({
    supergraphSdl: composed.gatewaySupergraph,
    buildService: ({ name }) => sourceOf(name, asks),
    validateSupergraph: false,
    logger: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
  });
  await gateway.load();
  for (const stored of operations) {
    const schema = composed.variants.get(stored.client);
    const document = parse(stored.text);
    if (!schema || validate(schema, document).length > 0) continue;
    await visit(stored, async (ask) => {
      const context = {};
      asks.set(context, ask);
      return plain(await gateway.executor(requestOf(stored, document, context) as never));
    });
  }
  await gateway.stop();
}

const sourceOf = (subgraph: string, asks: WeakMap<object, Ask>): GraphQLDataSource => ({
  process: async ({ request: { query = '', variables = {} }, context }) =>
    (await asks.get(context)?.({ subgraph, query, variables: plain(variables) })) as never,
});

const requestOf = ({ text, variables = {} }: StoredOperation, document: DocumentNode, context: object) => {
  const operation = operationOf(document);
  return {
    request: { query: text, variables, operationName: operation.name?.value },
    source: text,
    queryHash: text,
    document,
    operation,
    operationName: operation.name?.value ?? null,
    context,
    metrics: {},
  };
};
