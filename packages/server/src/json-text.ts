/** Thrown when a value is not plainly what its type says: Apollo's executor then decides what becomes of it. */
export const unusual = new Error('unusual value');

/** All that must not stand in a JSON string as it is; what is beyond ASCII may, only not every half of a pair. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const needsCare = /["\\\u0000-\u001f\ud800-\udfff]/;

/** One value of a built-in scalar as JSON text, exactly as `JSON.stringify` writes what Apollo's executor lets through. */
export const leafText = {
  String(value: unknown): string {
    if (typeof value !== 'string') throw unusual;
    return needsCare.test(value) ? JSON.stringify(value) : `"${value}"`;
  },
  ID: (value: unknown): string => (typeof value === 'string' ? leafText.String(value) : leafText.Int(value)),
  Int(value: unknown): string {
    if (!Number.isSafeInteger(value)) throw unusual;
    return `${value}`;
  },
  Float(value: unknown): string {
    if (typeof value !== 'number' || !Number.isFinite(value)) throw unusual;
    return `${value}`;
  },
  Boolean(value: unknown): string {
    if (value === true) return 'true';
    if (value === false) return 'false';
    throw unusual;
  },
} as const;

/** A custom scalar may be anything that JSON can say. */
export function scalarText(value: unknown): string {
  if (typeof value === 'string') return leafText.String(value);
  const text = value === null ? undefined : JSON.stringify(value);
  if (text === undefined) throw unusual;
  return text;
}

export function enumText(texts: ReadonlyMap<unknown, string>, value: unknown): string {
  const text = texts.get(value);
  if (text === undefined) throw unusual;
  return text;
}
