import { type DocumentNode, Kind, type ObjectTypeDefinitionNode, valueFromASTUntyped } from 'graphql';
import type { Finding } from '../findings.ts';
import type { SubgraphSource } from '../subgraphs.ts';
import { recordConsumers } from './consumer.ts';
import type { Graph } from './graph.ts';
import { isOwnersDefinition } from './owned-entity.ts';
import type { Answer } from './sample-answers.ts';

type Question = Pick<Answer, 'query' | 'variables'>;
type Reply = {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions?: { readonly code?: unknown } }[];
};

/** Asks a subgraph that runs, with every right. */
export type AskRunning = (question: Question) => Promise<unknown>;

/** Keys of entities that a subgraph has, by type. */
export type KnownKeys = Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;

/** What a client's mistake or its lack of rights gives; any other code is the subgraph's own failure. */
const clientCodes = new Set<unknown>(['BAD_USER_INPUT', 'FORBIDDEN', 'UNAUTHENTICATED', 'NOT_FOUND']);

/**
 * What a running subgraph does not do as the plans count on: answer every document that was recorded for it, and of
 * entities as many as were asked for, in that order, with null for those there are none of.
 */
export async function problemsOfRunning(
  { name, document }: Pick<SubgraphSource, 'name' | 'document'>,
  questions: readonly Question[],
  ask: AskRunning,
  known: KnownKeys = {},
): Promise<string[]> {
  const problems: string[] = [];
  for (const question of questions) {
    const title = /^\w+ \w+/.exec(question.query)?.[0] ?? question.query.slice(0, 60);
    problems.push(...problemsOf((await ask(question)) as Reply, question).map((text) => `${title}: ${text}`));
  }
  for (const { type, fields, isOwned } of entitiesOf(document)) {
    const keys = known[type] ?? [];
    const asked = [keyOfNobody(fields, 'a'), ...keys.toReversed(), ...keys, keyOfNobody(fields, 'b')];
    const representations = asked.map((key) => ({ __typename: type, ...key }));
    const query = `query Entities($representations: [_Any!]!) {
      _entities(representations: $representations) { __typename ... on ${type} { ${fields.join(' ')} } } }`;
    const reply = (await ask({ query, variables: { representations } })) as Reply;
    const found = (reply.data as { _entities?: readonly unknown[] } | null)?._entities ?? [];
    const wrong = representations.findIndex((representation, place) => {
      const entity = found[place] ?? null;
      const isNobody = place === 0 || place === representations.length - 1;
      if (isNobody && (isOwned || entity === null)) return entity !== null;
      return JSON.stringify(entity) !== JSON.stringify(representation);
    });
    const counted = found.length === representations.length ? [] : [`answered ${found.length} of ${asked.length}`];
    const placed = wrong < 0 ? [] : [`answered ${JSON.stringify(found[wrong])} to ${JSON.stringify(asked[wrong])}`];
    problems.push(...[...counted, ...placed].slice(0, 1).map((text) => `entity ${type} of ${name}: ${text}`));
  }
  return problems;
}

function problemsOf({ data, errors = [] }: Reply, { variables }: Question): string[] {
  const codes = errors.map(({ extensions }) => extensions?.code).filter((code) => !clientCodes.has(code));
  const problems = codes.map((code) => `failed with ${code ?? 'no code'}`);
  if (data === undefined && errors.length === 0) problems.push('gave neither data nor errors');
  const { representations } = variables as { readonly representations?: readonly unknown[] };
  const entities = (data as { _entities?: readonly unknown[] } | null)?._entities;
  if (representations && entities && entities.length !== representations.length) {
    problems.push(`answered ${entities.length} of ${representations.length} entities`);
  }
  return problems;
}

/** Asks each subgraph that has an address what the gateway would; queries only, since it may be the real one. */
export async function runningLayer(graph: Graph): Promise<Finding[]> {
  const served = graph.subgraphs.flatMap(({ url, ...source }) => (url ? [{ ...source, url }] : []));
  if (served.length === 0) return [];
  const asked = Object.values(await recordConsumers(graph)).flatMap(({ answers }) => answers);
  const findings: Finding[] = [];
  for (const { url, ...source } of served) {
    const own = asked.filter(({ subgraph, query }) => subgraph === source.name && query.startsWith('query'));
    try {
      const problems = await problemsOfRunning(source, own, askAt(url));
      findings.push(...problems.map((message) => found('error', source.name, message)));
    } catch (error) {
      const { name, message } = error as Error;
      findings.push(found('warning', source.name, `It does not answer at its address (${name}: ${message}).`));
    }
  }
  return findings;
}

const found = (severity: Finding['severity'], subject: string, message: string): Finding => ({
  layer: 'provider',
  severity,
  subject,
  message,
});

const deadlineMs = 5000;

const askAt =
  (url: string): AskRunning =>
  async (question) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query: question.query, variables: question.variables }),
      signal: AbortSignal.timeout(deadlineMs),
    });
    return response.json();
  };

type Entity = { readonly type: string; readonly fields: readonly string[]; readonly isOwned: boolean };

/** Entities a subgraph resolves by a key of plain fields. A key of several is a pair of references, which nobody keeps. */
function entitiesOf({ definitions }: DocumentNode): Entity[] {
  return definitions
    .filter((node): node is ObjectTypeDefinitionNode => node.kind === Kind.OBJECT_TYPE_DEFINITION)
    .flatMap((node) => {
      const key = node.directives?.find(({ name }) => name.value === 'key');
      const args = Object.fromEntries(
        key?.arguments?.map(({ name, value }) => [name.value, valueFromASTUntyped(value)]) ?? [],
      );
      if (!key || args.resolvable === false || /[{}]/.test(String(args.fields))) return [];
      const fields = String(args.fields).split(/\s+/);
      const isOwned = fields.length === 1 && isOwnersDefinition(node, new Set(fields));
      return [{ type: node.name.value, fields, isOwned }];
    });
}

const keyOfNobody = (fields: readonly string[], name: string) =>
  Object.fromEntries(fields.map((field) => [field, `nobody-${name}`]));
