import type { Watch } from './together.ts';

/** Mistakes of a document or of its variables. */
const requestErrors = new Set<unknown>(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);

/**
 * GraphQL over HTTP: who asks for `application/json` by name, and not for `application/graphql-response+json`, is told
 * of a mistake in his document with 200, because he may take any other status for a proxy's. Everybody else gets 400.
 */
export const httpStatus: Watch = {
  willSendResponse({ request, response: { body, http } }) {
    if (http.status !== 400) return;
    const accept = request.http?.headers.get('accept') ?? '';
    if (!/application\/json/.test(accept) || accept.includes('graphql-response+json')) return;
    const errors = body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
    if (errors.every(({ extensions }) => requestErrors.has(extensions?.code))) http.status = 200;
  },
};
