import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createLog } from '@passerelle/server';
import { buildASTSchema, type GraphQLSchema, getOperationAST, parse } from 'graphql';
import { expect, it } from 'vitest';
import type { Mood } from '../../test/equality/answer.ts';
import { librarySupergraph } from '../../test/equality/library.ts';
import { mediaSupergraph } from '../../test/equality/media.ts';
import { type GeneratedOperation, generateOperation } from '../../test/equality/operations.ts';
import { randomFrom } from '../../test/equality/random.ts';
import { generatedSubgraph } from '../../test/equality/subgraph.ts';
import { type Federation, loadFederation } from '../federation.ts';
import { stringifyResult } from './plugin.ts';

/** Cases of each graph; more of them with `FUZZ_CASES`, others with `FUZZ_SEED`. */
// biome-ignore lint/style/noProcessEnv: how much is tried is for who runs the tests to say
const cases = Number(process.env.FUZZ_CASES ?? 5000) / 2;
// biome-ignore lint/style/noProcessEnv: as above
const firstSeed = Number(process.env.FUZZ_SEED ?? 1);
const casesOfOperation = 10;

/** Without what was asked when Apollo's executor throws: which of the other fetches it begins still is a matter of time. */
type Recorded = { readonly text: string; readonly asked?: readonly string[] };
type Path = {
  readonly federation: Federation;
  /** Answers left as text so far. */
  readonly passed: () => number;
  readonly answer: (operation: GeneratedOperation, mood: Mood, isPlanned?: boolean) => Promise<Recorded>;
};

const log = createLog('silent');

/** One federation over generated subgraphs. */
async function openPath(sdl: string, isFast: boolean): Promise<Path> {
  const supergraph = buildASTSchema(parse(sdl), { assumeValid: true });
  let mood: Mood;
  let asked: string[] = [];
  const note = (service: string, query: string) => asked.push(`${service}: ${query}`);
  let passed = 0;
  const notePassed = () => {
    passed++;
  };
  const sourceOf = (name: string) => generatedSubgraph(name, supergraph, () => mood, note, notePassed);
  const federation = await loadFederation(sdl, sourceOf, log, { isFast });
  const listener = await federation.pluginsOf(federation.apiSchema)[0]?.requestDidStart?.({} as never);
  return {
    federation,
    passed: () => passed,
    async answer({ query, variables }, given) {
      mood = given;
      asked = [];
      const request = { query, variables: variables(randomFrom(given.seed)) };
      const context = { silent: new Set<string>() };
      const document = parse(query);
      const shared = {
        request,
        document,
        operation: getOperationAST(document),
        queryHash: createHash('sha256').update(query).digest('hex'),
        metrics: {},
        logger: log,
      };
      const fast = await listener?.responseForOperation?.({ ...shared, contextValue: context } as never);
      if (fast?.body.kind === 'single')
        return { text: stringifyResult(fast.body.singleResult as never), asked: asked.toSorted() };
      return federation.executor({ ...shared, context } as never).then(
        (result) => ({ text: stringifyResult(result as never), asked: asked.toSorted() }),
        (error: Error) => ({ text: `thrown: ${error.message}` }),
      );
    },
  };
}

function moodFor(seed: number): Mood {
  const random = randomFrom(seed);
  const isHealthy = random.chance(0.4);
  return {
    seed,
    nulls: random.pick([0, 0.1, 0.3]),
    lies: isHealthy ? 0 : random.pick([0, 0.01, 0.05]),
    failures: isHealthy ? 0 : random.pick([0, 0.1, 0.3]),
    isPrompt: random.chance(0.5),
    isText: random.chance(0.5),
  };
}

async function compare(sdl: string) {
  const stock = await openPath(sdl, false);
  const fast = await openPath(sdl, true);
  const schema: GraphQLSchema = fast.federation.apiSchema;
  for (let number = 0; number < cases; number++) {
    const seed = firstSeed * 1_000_003 + number;
    const operation = generateOperation(schema, firstSeed * 1_000_003 + Math.floor(number / casesOfOperation));
    const mood = moodFor(seed);
    // The first answer of an operation is Apollo's own, and gives its plan.
    if (number % casesOfOperation === 0) await fast.answer(operation, mood);
    const expected = await stock.answer(operation, mood);
    const actual = await fast.answer(operation, mood);
    const what = `seed ${seed}: ${operation.query}`;
    expect(actual.text, what).toBe(expected.text);
    expect(actual.asked, what).toEqual(expected.asked);
  }
  return { ...fast.federation.executions(), passed: fast.passed() };
}

it.each([
  ['a foreign graph', async () => librarySupergraph()],
  ['a foreign graph of what is rare', async () => mediaSupergraph()],
  ['our own graph', () => readFile(new URL('../../supergraph.gateway.graphql', import.meta.url), 'utf8')],
])(
  'answers generated operations over %s byte for byte as Apollo does, and asks no subgraph more',
  async (_which, sdl) => {
    const { fast, replayed, stock, passed } = await compare(await sdl());
    console.info({ fast, replayed, stock, passed });
    expect(fast).toBeGreaterThan(cases / 4);
    expect(replayed).toBeGreaterThan(cases / 10);
    expect(passed).toBeGreaterThan(cases / 100);
  },
  600_000,
);
