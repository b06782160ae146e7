import { createServer } from 'node:http';
import { parse } from 'graphql';
import { expect, it, onTestFinished } from 'vitest';
import { shopOperations, shopTexts, sourcesOf } from '../../test/shop.ts';
import { readGraph } from './graph.ts';
import { problemsOfRunning, runningLayer } from './running.ts';

const document = parse(`
  type Good @key(fields: "sku") { sku: ID! name: String! }
  type Place @key(fields: "id") { id: ID! goods: [Good!] }
  type Far @key(fields: "id", resolvable: false) { id: ID! }`);
const source = { name: 'shop', document };
const known = { Good: [{ sku: 'a' }, { sku: 'b' }] };

type Key = Record<string, string>;
const representationsOf = (variables: unknown) => (variables as { representations: Key[] }).representations;
const isKnown = ({ sku = '', id = '' }: Key) => !`${sku}${id}`.startsWith('nobody');
const honest = (key: Key) => (isKnown(key) || key.__typename === 'Place' ? key : null);

it.each<[string, (keys: Key[]) => unknown[], string[]]>([
  ['in order, null for nobody', (keys) => keys.map(honest), []],
  [
    'in its own order',
    (keys) => keys.map(honest).toSorted((a, b) => (a?.sku ?? '').localeCompare(b?.sku ?? '')),
    ['Good'],
  ],
  ['without the unknown ones', (keys) => keys.map(honest).filter((key) => key !== null), ['Good']],
  ['somebody for nobody', (keys) => keys, ['Good']],
])('a subgraph that answers entities %s', async (_how, answer, wrong) => {
  const ask = async ({ variables }: { variables: unknown }) => ({
    data: { _entities: answer(representationsOf(variables)) },
  });
  const problems = await problemsOfRunning(source, [], ask, known);
  expect(problems.map((text) => /^entity (\w+)/.exec(text)?.[1])).toEqual(wrong);
});

it('a mistake of the sample is no failure, and a failure is told with its document', async () => {
  const question = { query: 'query A { a }', variables: {} };
  const codes = ['BAD_USER_INPUT', 'INTERNAL_SERVER_ERROR', undefined];
  const answers = codes.map((code) => ({ data: null, errors: [{ extensions: { code } }] }));
  const problems = await problemsOfRunning(
    { name: 'shop', document: parse('type Query { a: Int }') },
    [question, question, question],
    async () => answers.shift(),
  );
  expect(problems).toEqual(['query A: failed with INTERNAL_SERVER_ERROR', 'query A: failed with no code']);
});

it('asks a subgraph of somebody else at its address, in queries only', async () => {
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const { query } = JSON.parse(await new Response(request as never).text());
    asked.push(query);
    response.end(JSON.stringify({ data: null, errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] }));
  }).listen(0);
  onTestFinished(() => void server.close());
  const { port } = server.address() as { port: number };
  const sources = sourcesOf(shopTexts).map((each) =>
    each.name === 'stock' ? { ...each, url: `http://127.0.0.1:${port}/graphql` } : each,
  );
  const findings = await runningLayer(readGraph(sources, shopOperations));
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter((query) => query.startsWith('mutation'))).toEqual([]);
  expect(new Set(findings.map(({ layer, severity, subject }) => `${layer} ${severity} ${subject}`))).toEqual(
    new Set(['provider error stock']),
  );
});

it('warns when nobody answers at an address', async () => {
  const sources = sourcesOf(shopTexts).map((each) => ({ ...each, url: 'http://127.0.0.1:1/graphql' }));
  const findings = await runningLayer(readGraph(sources, shopOperations));
  expect(findings.map(({ severity }) => severity)).toEqual(sources.map(() => 'warning'));
});
