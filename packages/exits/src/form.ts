import * as v from 'valibot';

/** What is wrong with a value, where its path is said before. */
const mustBe = (said: string) => (issue: v.BaseIssue<unknown>) => `must be ${said}, not ${shown(issue.received)}.`;
const shown = (received: string) => (received === 'undefined' ? 'nothing' : received.slice(0, 60));

export const text = (maximum = 256) => {
  const said = mustBe(`text of 1 to ${maximum} characters`);
  return v.pipe(v.string(said), v.regex(/\S/, said), v.maxLength(maximum, said));
};

export const pattern = (form: RegExp, said: string) => v.pipe(v.string(mustBe(said)), v.regex(form, mustBe(said)));

export const integer = (min: number, max: number) => {
  const said = mustBe(`a whole number from ${min} to ${max}`);
  return v.pipe(v.number(said), v.integer(said), v.minValue(min, said), v.maxValue(max, said));
};

export const oneOf = <const V extends string>(values: readonly V[]) =>
  v.picklist(values, mustBe(`one of ${values.join(', ')}`));

export const list = <S extends v.GenericSchema>(of: S, min: number, max: number) => {
  const said = mustBe(`a list of ${min} to ${max}`);
  return v.pipe(v.array(of, said), v.minLength(min, said), v.maxLength(max, said));
};

/** May be left out, or null. */
export const optional = <S extends v.GenericSchema>(of: S) =>
  v.pipe(
    v.nullish(of),
    v.transform((value) => value ?? undefined),
  );

const missing = (issue: v.BaseIssue<unknown>) => issue.kind === 'schema' && issue.received === 'undefined';

/** An object; fields nobody asks for are dropped. */
export const object = <E extends v.ObjectEntries>(entries: E) =>
  v.object(entries, (issue) => (missing(issue) ? 'is missing.' : mustBe('an object')(issue)));

/** An object of which every field must be known: a misspelt setting is a problem. */
export const settings = <E extends v.ObjectEntries>(entries: E, noun = 'setting') =>
  v.strictObject(entries, (issue) => {
    if (issue.expected === 'never') return `is no ${noun}; there are ${Object.keys(entries).join(', ')}.`;
    return missing(issue) ? 'is missing.' : mustBe('an object')(issue);
  });

/** For example `exits["fraud.screen"].secretsFrom[0]`. */
function pathOf(issue: v.BaseIssue<unknown>): string {
  let path = '';
  for (const { key } of issue.path ?? []) {
    if (typeof key === 'string' && /^\w+$/.test(key)) path += path === '' ? key : `.${key}`;
    else path += `[${JSON.stringify(key)}]`;
  }
  return path || 'It';
}

/** Reads a value of unknown kind; else every problem, each with the field it is about. */
export function readForm<S extends v.GenericSchema>(
  schema: S,
  value: unknown,
): { readonly value: v.InferOutput<S>; readonly problems?: undefined } | { readonly problems: readonly string[] } {
  const read = v.safeParse(schema, value);
  if (read.success) return { value: read.output };
  return { problems: read.issues.map((issue) => `${pathOf(issue)} ${issue.message}`) };
}
