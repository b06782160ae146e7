import { setTimeout } from 'node:timers/promises';
import { type Connection, type Database, drizzleOver } from './connect.ts';

/** Somebody saved over the version that was read. `inTransaction` starts again. */
export class StaleWriteError extends Error {
  override readonly name = 'StaleWriteError';
}

/** Serialization failure, deadlock, and a lock that was not to be had. */
const transientStates = new Set(['40001', '40P01', '55P03']);
const attempts = 8;
/** The pause before attempt n + 1 is at most 2^n of these: rivals that lost together must not start together. */
const pauseMs = 1;

/** Whether doing the same again may end otherwise. */
export const isTransient = (error: unknown) =>
  error instanceof StaleWriteError || transientStates.has((error as { code?: string } | null)?.code ?? '');

/** Whether the connection was lost on the way, so that nobody can say whether it was committed. */
const isLost = (error: unknown) =>
  /^(CONNECTION_|E[A-Z]+$|57P0|08)/.test((error as { code?: string } | null)?.code ?? '');

/**
 * Runs `work` in one transaction, READ COMMITTED, and again (eight times in all) when it lost a race.
 * `work` must do nothing but SQL on the connection it is given.
 */
export async function inTransaction<T>(database: Database, work: (tx: Connection) => Promise<T>): Promise<T> {
  const { result, told } = await untilCommit(database, work);
  await told;
  return result;
}

/** What was committed, and when all that listen for it in this process are done. */
export type Committed<T> = { readonly result: T; readonly told: Promise<unknown> };

/** The same for who has something to do while it is told; nobody may be answered before that. */
export async function untilCommit<T>(database: Database, work: (tx: Connection) => Promise<T>): Promise<Committed<T>> {
  for (let attempt = 1; ; attempt++) {
    const signals = new Map<string, Set<string>>();
    const signal = (name: string, keys: readonly string[] = []) => {
      const known = signals.get(name) ?? new Set<string>();
      for (const key of keys) known.add(key);
      signals.set(name, known);
    };
    const tell = () => Promise.all([...signals].map(([name, keys]) => database.tellSignal(name, [...keys])));
    let result: T;
    try {
      result = (await database.sql.begin((sql) => work({ sql, db: drizzleOver(sql), signal }))) as T;
    } catch (error) {
      if (isLost(error)) await tell();
      if (attempt === attempts || !isTransient(error)) throw error;
      await setTimeout(Math.random() * pauseMs * 2 ** attempt);
      continue;
    }
    // Past the commit: whatever goes wrong here must not do the work again.
    return { result, told: tell() };
  }
}
