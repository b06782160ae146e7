import type { Caller } from '@passerelle/server';

/** Something that a mutation refuses, and where it says that the fault is. */
export type BadCase = {
  readonly mutation: string;
  /** What is wrong, for people. */
  readonly wrong: string;
  readonly input: Input;
  readonly caller: Caller;
  /** Code of the first refusal; `BAD_USER_INPUT` for an error of the request. */
  readonly code: string;
  /** Field at fault below `input`, such as `lines.0.sku`. */
  readonly path: string;
};

/** Names of prepared rows begin with `@` and stand for their ids. */
export type Input = Readonly<Record<string, unknown>>;

/** A mutation with an input that it takes, and what may be wrong with that input. */
export type BadInputs = {
  readonly mutation: string;
  readonly caller: Caller;
  readonly good: Input;
  readonly cases: readonly BadCase[];
};

type Row = readonly [wrong: string, change: Input, code: string, path: string, caller?: Caller];

let keys = 0;
/** An input with a key of its own: a refusal is remembered under its key. */
const keyed = (input: Input): Input =>
  'idempotencyKey' in input ? { ...input, idempotencyKey: `bad-input-${++keys}` } : input;

/** Each row says what it changes of the good input. */
export const badInputs = (mutation: string, caller: Caller, good: Input, rows: readonly Row[]): BadInputs => ({
  mutation,
  caller,
  good: keyed(good),
  cases: rows.map(([wrong, change, code, path, other = caller]) => ({
    mutation,
    wrong,
    input: { ...keyed(good), ...change },
    caller: other,
    code,
    path,
  })),
});

/** What is wrong with any key. */
export const badKeys: readonly Row[] = [
  ['a short key', { idempotencyKey: 'short' }, 'INVALID_INPUT', 'idempotencyKey'],
  ['a key without end', { idempotencyKey: 'k'.repeat(129) }, 'INVALID_INPUT', 'idempotencyKey'],
  ['a key with NUL', { idempotencyKey: 'a key with \0' }, 'INVALID_INPUT', 'idempotencyKey'],
];

/** A good line with something changed, as the only line. */
export const oneOf = (line: Input) => (change: Input) => ({ lines: [{ ...line, ...change }] });

export const text = (length: number) => 'x'.repeat(length);
export const many = (count: number, of: (index: number) => unknown) => Array.from({ length: count }, (_, n) => of(n));
