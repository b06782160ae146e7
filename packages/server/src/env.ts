import { StartError } from './run.ts';

/** Every problem of the environment at once, one line each. */
export class EnvironmentError extends StartError {
  override readonly name = 'EnvironmentError';
}

type Source = Readonly<Record<string, string | undefined>>;

/**
 * Reads settings from the environment and collects every problem; `read` throws one `EnvironmentError` that lists them.
 *
 *     const config = readEnvironment(process.env, (env) => ({ port: env.integer('PORT', 4000) }));
 */
export function readEnvironment<T>(source: Source, describe: (env: Reader) => T): T {
  const problems: string[] = [];
  const config = describe(new Reader(source, problems));
  if (problems.length > 0) throw new EnvironmentError(problems.join('\n'));
  return config;
}

export class Reader {
  readonly #source: Source;
  readonly #problems: string[];

  constructor(source: Source, problems: string[]) {
    this.#source = source;
    this.#problems = problems;
  }

  /** Text, or undefined when unset or blank. */
  optional(name: string): string | undefined {
    return this.#source[name]?.trim() || undefined;
  }

  text(name: string, fallback?: string): string {
    return this.optional(name) ?? fallback ?? this.#missing(name);
  }

  integer(name: string, fallback: number, { min = 0, max = Number.MAX_SAFE_INTEGER } = {}): number {
    const text = this.optional(name);
    if (text === undefined) return fallback;
    const value = Number(text);
    if (Number.isInteger(value) && value >= min && value <= max) return value;
    this.#problems.push(`${name} is "${text}", but must be a whole number from ${min} to ${max}.`);
    return fallback;
  }

  oneOf<V extends string>(name: string, values: readonly V[], fallback: V): V {
    const text = this.optional(name) ?? fallback;
    if ((values as readonly string[]).includes(text)) return text as V;
    this.#problems.push(`${name} is "${text}", but must be one of ${values.join(', ')}.`);
    return fallback;
  }

  url(name: string): string | undefined {
    const text = this.optional(name);
    if (text !== undefined && !URL.canParse(text)) this.#problems.push(`${name} is not a URL.`);
    return text;
  }

  /** A setting that is missing only in some circumstances. */
  require(condition: boolean, problem: string): void {
    if (!condition) this.#problems.push(problem);
  }

  #missing(name: string): string {
    this.#problems.push(`${name} must be set.`);
    return '';
  }
}
