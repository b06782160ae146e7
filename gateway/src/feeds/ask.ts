import { HttpError, type Operation } from '@passerelle/server';
import type { FormattedExecutionResult } from 'graphql';

/** Asks a subgraph in the name of whoever sends the file. */
export type Ask = (operation: Operation) => Promise<FormattedExecutionResult>;

export type UserError = { readonly code: string; readonly message: string; readonly path: readonly string[] | null };
type Payload = { readonly userErrors: readonly UserError[] };

const statusOf: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  BAD_USER_INPUT: 400,
  NOT_FOUND: 404,
  INVALID_STATE: 409,
  IDEMPOTENCY_KEY_REUSED: 409,
  IDEMPOTENCY_IN_PROGRESS: 409,
  INVALID_INPUT: 422,
  LIMIT_EXCEEDED: 422,
  SNAPSHOT_SEQUENCE: 409,
};

/** One mutation; what it refuses becomes the refusal of the whole upload. */
export async function mutate<P extends Payload>(
  ask: Ask,
  name: string,
  shown: string,
  input: Readonly<Record<string, unknown>>,
): Promise<P> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation Upload($input: ${type}!) { ${name}(input: $input) { ${shown} userErrors { ... on UserError { code message path } } } }`;
  const { data, errors } = await ask({ query, variables: { input } });
  const fault = errors?.[0];
  if (fault) {
    const code = String(fault.extensions?.code ?? 'INTERNAL_SERVER_ERROR');
    throw new HttpError(statusOf[code] ?? 503, fault.message, code);
  }
  const payload = data?.[name] as P;
  const refusal = payload.userErrors[0];
  if (refusal) throw new HttpError(statusOf[refusal.code] ?? 422, refusal.message, refusal.code);
  return payload;
}
