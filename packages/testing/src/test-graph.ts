import { createLog, type Graph, type OpenSubgraph, openGraph, type SubgraphName } from '@passerelle/server';
import { type TestClock, testClock } from './clock.ts';
import { testDatabase } from './test-database.ts';

export type TestGraph = Graph &
  AsyncDisposable & {
    readonly clock: TestClock;
    readonly adminUrl: string;
    /** Texts of the statements sent since the last `statements.length = 0`. */
    readonly statements: string[];
    /** Moves the clock, makes due what has become due, and does it. */
    readonly pass: (span: Parameters<TestClock['advance']>[0]) => Promise<void>;
  };

/** Opens subgraphs on a database of their own, in this process, with a clock that stands still and no job running. */
export async function testGraph(
  open: Readonly<Partial<Record<SubgraphName, OpenSubgraph>>>,
  { clock = testClock(), logLevel = 'silent' }: { clock?: TestClock; logLevel?: string } = {},
): Promise<TestGraph> {
  const database = await testDatabase();
  const statements: string[] = [];
  const graph = await openGraph({
    databaseUrl: database.adminUrl,
    open,
    remote: {},
    serviceSecret: 'a secret of thirty-two characters',
    now: clock.now,
    log: createLog(logLevel),
    poolSize: 8,
    onStatement: (text) => statements.push(text),
  });
  for (const subgraph of graph.subgraphs.values()) await subgraph.start?.();
  return {
    ...graph,
    clock,
    adminUrl: database.adminUrl,
    statements,
    async pass(span) {
      clock.advance(span);
      for (const { database: own, owner } of graph.subgraphs.values()) {
        await own.sql`
          update ${own.sql(owner.jobsSchema)}._private_jobs set run_at = now()
          where run_at > now() and run_at <= ${clock.now()}`;
      }
      await graph.settle();
    },
    async [Symbol.asyncDispose]() {
      await graph.close();
      await database[Symbol.asyncDispose]();
    },
  };
}
