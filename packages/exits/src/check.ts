type Note = (problem: string) => void;

/** Reads a value of unknown kind; says what is wrong with it, and where. What it answers counts only without problems. */
export type Check<T> = (value: unknown, path: string, note: Note) => T;

const shown = (value: unknown) => JSON.stringify(value)?.slice(0, 60) ?? 'nothing';

function wrong<T>(note: Note, path: string, value: unknown, said: string): T {
  note(`${path} must be ${said}, not ${shown(value)}.`);
  return undefined as T;
}

export const text =
  (maximum = 256): Check<string> =>
  (value, path, note) =>
    typeof value === 'string' && value.trim() !== '' && value.length <= maximum
      ? value
      : wrong(note, path, value, `text of 1 to ${maximum} characters`);

export const pattern =
  (form: RegExp, said: string): Check<string> =>
  (value, path, note) =>
    typeof value === 'string' && form.test(value) ? value : wrong(note, path, value, said);

export const integer =
  (min: number, max: number): Check<number> =>
  (value, path, note) =>
    Number.isInteger(value) && (value as number) >= min && (value as number) <= max
      ? (value as number)
      : wrong(note, path, value, `a whole number from ${min} to ${max}`);

export const oneOf =
  <const V extends string>(values: readonly V[]): Check<V> =>
  (value, path, note) =>
    (values as readonly unknown[]).includes(value)
      ? (value as V)
      : wrong(note, path, value, `one of ${values.join(', ')}`);

export const list =
  <T>(of: Check<T>, min: number, max: number): Check<readonly T[]> =>
  (value, path, note) =>
    Array.isArray(value) && value.length >= min && value.length <= max
      ? value.map((one, index) => of(one, `${path}[${index}]`, note))
      : wrong(note, path, value, `a list of ${min} to ${max}`);

/** May be left out, or null. */
export const optional =
  <T>(of: Check<T>): Check<T | undefined> =>
  (value, path, note) =>
    value === undefined || value === null ? undefined : of(value, path, note);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Shape = Readonly<Record<string, Check<unknown>>>;
type Read<S extends Shape> = { readonly [Name in keyof S]: ReturnType<S[Name]> };

/** An object; fields nobody asks for are dropped, or are problems when it is `strict`: a misspelt setting is one. */
export const object =
  <S extends Shape>(shape: S, { strict = false } = {}): Check<Read<S>> =>
  (value, path, note) => {
    if (!isObject(value)) return wrong(note, path, value, 'an object');
    const at = (name: string) => (path === '' ? name : `${path}.${name}`);
    if (strict) {
      const known = Object.keys(shape).join(', ');
      for (const name of Object.keys(value)) {
        if (!Object.hasOwn(shape, name)) note(`${at(name)} is no setting; there are ${known}.`);
      }
    }
    const entries = Object.entries(shape).map(([name, check]) => [name, check(value[name], at(name), note)]);
    return Object.fromEntries(entries) as Read<S>;
  };

/** An object whose names are data. */
export const record =
  <T>(of: (name: string) => Check<T>): Check<ReadonlyMap<string, T>> =>
  (value, path, note) =>
    isObject(value)
      ? new Map(Object.entries(value).map(([name, one]) => [name, of(name)(one, `${path}["${name}"]`, note)]))
      : wrong(note, path, value, 'an object');
