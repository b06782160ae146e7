import type { Connection, Owner } from '@passerelle/database';
import { Logger, type Runner, run, runOnce, type TaskList } from 'graphile-worker';
import { Pool } from 'pg';

/** A job's work; `payload` is what `schedule` was given. Throwing has it tried again later, with growing pauses. */
export type Tasks = Readonly<Record<string, (payload: never) => Promise<void>>>;

export type ScheduleOptions = {
  /** Not before this moment; at once when left out. */
  readonly runAt?: Date;
  /** At most one waiting job has this key; scheduling again moves it. */
  readonly key?: string;
  /** Jobs of one queue run one after another. */
  readonly queue?: string;
};

/** Adds a job in the caller's transaction. */
export async function schedule(
  { sql }: Connection,
  owner: Owner,
  task: string,
  payload: Record<string, unknown>,
  { runAt, key, queue }: ScheduleOptions = {},
): Promise<void> {
  await sql`
    select ${sql(owner.jobsSchema)}.add_job(
      ${task}, ${sql.json(payload as never)}::json,
      queue_name => ${queue ?? null}, run_at => ${runAt ?? null}, job_key => ${key ?? null})`;
}

/** One job of many of one task. */
export type JobOfMany = Pick<ScheduleOptions, 'runAt' | 'key'> & { readonly payload: Record<string, unknown> };

/** Adds jobs of one task in one statement; no two with one key. */
export async function scheduleAll(
  { sql }: Connection,
  owner: Owner,
  task: string,
  jobs: readonly JobOfMany[],
): Promise<void> {
  if (jobs.length === 0) return;
  const schema = sql(owner.jobsSchema);
  await sql`
    select count(*) from ${schema}.add_jobs(array(
      select row(${task}, payload, null, "runAt", null, key, null, null)::${schema}.job_spec
      from jsonb_to_recordset(${sql.json(jobs as never)}) as given (payload json, "runAt" timestamptz, key text)))`;
}

/** Takes back a job that has not started. */
export async function unschedule({ sql }: Connection, owner: Owner, key: string): Promise<void> {
  await sql`select ${sql(owner.jobsSchema)}.remove_job(${key})`;
}

export type JobsOptions = {
  /** The owner's own connection URL. */
  readonly url: string;
  readonly owner: Owner;
  readonly tasks: Tasks;
  readonly onError?: (error: unknown, task: string) => void;
};

const settings = ({ owner, tasks }: JobsOptions) => ({
  schema: owner.jobsSchema,
  taskList: tasks as unknown as TaskList,
  noHandleSignals: true,
  logger: new Logger(() => () => {}),
});

/**
 * Connections of the worker, which speaks through `pg`. Ours, because the worker lets go of its own before they are
 * closed, and a server that ends one just then would end the process.
 */
function connections({ url }: JobsOptions, max: number): Pool {
  const pool = new Pool({ connectionString: url, max });
  const leaveToWorker = () => {};
  pool.on('error', leaveToWorker);
  pool.on('connect', (client) => client.on('error', leaveToWorker));
  return pool;
}

/** Works jobs off as they come due, until stopped. */
export async function startJobs(options: JobsOptions): Promise<{ stop: () => Promise<void> }> {
  const pgPool = connections(options, 4);
  const runner: Runner = await run({ ...settings(options), pgPool, concurrency: 4, pollInterval: 1000 });
  runner.events.on('job:error', ({ error, job }) => options.onError?.(error, job.task_identifier));
  return {
    async stop() {
      await runner.stop();
      await pgPool.end();
    },
  };
}

/** Works off what is due now, one job at a time unless told, and returns; for tests and loaders. */
export async function runDueJobs(options: JobsOptions, concurrency = 1): Promise<void> {
  const pgPool = connections(options, concurrency + 1);
  try {
    await runOnce({ ...settings(options), pgPool, concurrency });
  } finally {
    await pgPool.end();
  }
}
