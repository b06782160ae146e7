import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type postgres from 'postgres';
import { openClient } from './client.ts';

/** Anything tagged-template SQL can be sent to: the pool, or a transaction. */
export type Sql = postgres.Sql | postgres.TransactionSql;
/** A piece of a statement, made with the same template. */
export type Fragment = postgres.Fragment;
/** Drizzle over the pool or over a transaction. */
export type Db = PostgresJsDatabase;
/** Both ways to speak to one place. Storage functions take this first and serve reads and writes alike. */
export type Connection = {
  readonly sql: Sql;
  readonly db: Db;
  /**
   * Tells this process, once what was written is committed, or may be for all that is known, that there is something new
   * under a name; about what, when keys are given. The signals of one transaction under one name are told together.
   */
  readonly signal: (name: string, keys?: readonly string[]) => void;
};

export type SignalListener = (keys: readonly string[]) => void | Promise<void>;

export type Database = Connection & {
  readonly sql: postgres.Sql;
  readonly url: string;
  /**
   * Calls `listener` at each signal of this name; answers how to stop that. A transaction is not over for its caller
   * before the promises of listeners are.
   */
  readonly onSignal: (name: string, listener: SignalListener) => () => void;
  /** Signals, and waits for what listeners do about it; faults are theirs to handle. */
  readonly tellSignal: (name: string, keys: readonly string[]) => Promise<void>;
  readonly close: () => Promise<void>;
};

export type ConnectOptions = {
  readonly url: string;
  /** Schema that unqualified names mean. */
  readonly schema?: string;
  /** Connections at most; 10 unless told. */
  readonly max?: number;
  /** Settings of each session, for example of a trigger. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Called with the text of each statement sent; for counting in tests. */
  readonly onStatement?: (text: string) => void;
};

/** Opens a pool. Nothing is sent until the first statement. */
export function connect({ url, schema, max = 10, settings, onStatement }: ConnectOptions): Database {
  const sql = openClient(url, {
    max,
    connection: {
      application_name: 'passerelle',
      ...(schema ? { search_path: schema } : {}),
      ...settings,
    },
    types: {
      // bigint columns hold sequence numbers and minor units, all far below 2^53.
      bigint: { to: 20, from: [20], serialize: String, parse: Number },
      // Days stay `YYYY-MM-DD`: a day has no instant before somebody names a time zone.
      date: { to: 1082, from: [1082], serialize: String, parse: String },
      // Drizzle hands over JSON as text, tagged templates hand over values.
      json: { to: 3802, from: [114, 3802], serialize: jsonText, parse: JSON.parse },
    },
    ...(onStatement ? { debug: (_connection: number, text: string) => onStatement(text) } : {}),
  });
  return { sql, db: drizzleOver(sql), url, ...signals(), close: () => sql.end({ timeout: 5 }) };
}

function signals() {
  const listeners = new Map<string, Set<SignalListener>>();
  const tellSignal = async (name: string, keys: readonly string[]) => {
    await Promise.all([...(listeners.get(name) ?? [])].map((listener) => listener(keys)));
  };
  return {
    tellSignal,
    signal: (name: string, keys: readonly string[] = []) => void tellSignal(name, keys),
    onSignal(name: string, listener: SignalListener) {
      const known = listeners.get(name) ?? new Set();
      listeners.set(name, known.add(listener));
      return () => void known.delete(listener);
    },
  };
}

/**
 * A list as a parameter that PostgreSQL does not look into when it plans: it keeps the statement's plan then. It would
 * plan anew for each number of values otherwise, which took 0.66 ms of the 1.0 ms of reading two SKUs at 120 locations.
 * For statements whose plan is the same for few and for many.
 */
export function textList({ sql }: Pick<Connection, 'sql'>, values: readonly string[]): Fragment {
  return sql`(select ${values as string[]}::text[])::text[]`;
}

/** The same of numbers. */
export function integerList({ sql }: Pick<Connection, 'sql'>, values: readonly number[]): Fragment {
  return sql`(select ${values as number[]}::integer[])::integer[]`;
}

const jsonText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

/**
 * Drizzle switches off the driver's date and JSON parsers on the client it is given; ours keep working
 * because it only ever sees a stand-in for the client's options.
 *
 * It never has a statement prepared, which costs a round trip, parsing and planning each time: the stand-in does, where
 * few parameters say that the text will come again, and that there are few such texts a connection has to keep.
 */
export function drizzleOver(sql: Sql): Db {
  const unsafe: Sql['unsafe'] = (text, parameters = [], settings) =>
    sql.unsafe(text, parameters, { ...settings, prepare: parameters.length <= mostPrepared });
  const own = { options: { parsers: {}, serializers: {} }, unsafe };
  const view = new Proxy(sql, {
    get: (client, key) => Reflect.get(Object.hasOwn(own, key) ? own : client, key),
  });
  return drizzle(view as postgres.Sql);
}

/** Parameters of a statement of Drizzle's that is prepared, at most. */
const mostPrepared = 32;
