import type { Exits } from '@passerelle/exits';
import {
  createLog,
  type Graph,
  type OpenSubgraph,
  openGraph,
  type Shortcuts,
  type Subgraph,
  type SubgraphName,
} from '@passerelle/server';
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

export type TestGraphOptions = {
  readonly clock?: TestClock;
  readonly logLevel?: string;
  readonly shortcuts?: Shortcuts;
  readonly exits?: Exits;
};

/** Opens subgraphs on a database of their own, in this process, with a clock that stands still and no job running. */
export async function testGraph(
  open: Readonly<Partial<Record<SubgraphName, OpenSubgraph>>>,
  { clock = testClock(), logLevel = 'silent', shortcuts, exits }: TestGraphOptions = {},
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
    shortcuts,
    ...(exits ? { exits } : {}),
  });
  for (const subgraph of graph.subgraphs.values()) await subgraph.start?.();
  const follow = async (work: typeof followClock) => {
    for (const subgraph of graph.subgraphs.values()) await work(subgraph, clock);
    await graph.settle();
  };
  return {
    ...graph,
    settle: () => follow(followClock),
    clock,
    adminUrl: database.adminUrl,
    statements,
    async pass(span) {
      clock.advance(span);
      await follow(async (subgraph) => {
        await retryFailed(subgraph);
        await followClock(subgraph, clock);
      });
    },
    async [Symbol.asyncDispose]() {
      await graph.close();
      await database[Symbol.asyncDispose]();
    },
  };
}

/**
 * Jobs run by the database's clock, tests by their own, which may be before or after it. A job with a moment of its own
 * (one without has the moment it was added) is put off by a century until the test's clock says it is due.
 */
async function followClock({ database: { sql }, owner }: Subgraph, clock: TestClock): Promise<void> {
  const now = clock.now();
  await sql`
    update ${sql(owner.jobsSchema)}._private_jobs
    set run_at = case when due <= ${now} then now() else due + interval '100 years' end
    from (
      select id as job, case when run_at > now() + interval '50 years' then run_at - interval '100 years' else run_at end
        as due
      from ${sql(owner.jobsSchema)}._private_jobs where run_at <> updated_at and attempts = 0
    ) as dated
    where id = job`;
}

/** However little time passes, a failed job is tried again: its pauses follow the database's clock. */
async function retryFailed({ database: { sql }, owner }: Subgraph): Promise<void> {
  await sql`update ${sql(owner.jobsSchema)}._private_jobs set run_at = now() where attempts > 0`;
}
