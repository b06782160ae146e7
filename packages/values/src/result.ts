/** What an action answers: a value, or every reason it refused. A fault is thrown instead. */
export type Result<T, R = import('./refusals.ts').Refusal> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusals: readonly R[] };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const refuse = <R>(...refusals: readonly R[]): { readonly ok: false; readonly refusals: readonly R[] } => ({
  ok: false,
  refusals,
});
