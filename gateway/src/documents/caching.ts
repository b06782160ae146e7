import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { CacheHints } from '@passerelle/contracts/cache-hints';
import type { Reply } from '@passerelle/server';
import { type DocumentNode, type GraphQLSchema, OperationTypeNode, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { Watch } from '../together.ts';

/**
 * Says how long the answer to a GET may be kept: as long as the shortest hint among its fields, when each of its root
 * fields has one. What was answered to a known caller is private; what has an error is not kept at all.
 */
export function watchCaching(hints: CacheHints): Watch {
  const ages = new WeakMap<DocumentNode, number>();
  return {
    willSendResponse({ schema, document, operation, request, response, contextValue }) {
      const { headers } = response.http;
      headers.set('cache-control', 'no-store');
      const isQuery = request.http?.method === 'GET' && operation?.operation === OperationTypeNode.QUERY;
      if (!isQuery || !document || response.body.kind !== 'single' || response.body.singleResult.errors) return;
      const known = ages.get(document);
      const maxAge = known ?? maxAgeOf(schema, document, hints);
      if (known === undefined) ages.set(document, maxAge);
      if (maxAge === 0) return;
      const scope = contextValue.caller.kind === 'anonymous' ? 'public' : 'private';
      headers.set('cache-control', `${scope}, max-age=${maxAge}`);
      headers.set('vary', 'authorization, accept');
    },
  };
}

/** Seconds; 0 when the answer must not be kept. */
export function maxAgeOf(schema: GraphQLSchema, document: DocumentNode, hints: CacheHints): number {
  let shortest = Number.POSITIVE_INFINITY;
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field(node) {
        const parent = info.getParentType();
        const hint = hints[`${parent?.name}.${node.name.value}`];
        const isRoot = parent === schema.getQueryType();
        if (hint !== undefined) shortest = Math.min(shortest, hint);
        else if (isRoot) shortest = 0;
      },
    }),
  );
  return Number.isFinite(shortest) ? shortest : 0;
}

/** Marks an answer that may be kept by what it says; 304 to a client that has just that. */
export function withEntityTag(reply: Reply, request: IncomingMessage): Reply {
  const { status, headers = {}, body } = reply;
  const isKept = headers['cache-control']?.includes('max-age') && status === 200;
  if (!isKept || typeof body !== 'string') return reply;
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const known = (request.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (!known.includes(etag) && !known.includes('*')) return { ...reply, headers: { ...headers, etag } };
  const { 'content-type': _type, 'content-length': _length, ...kept } = headers;
  return { status: 304, headers: { ...kept, etag }, body: '' };
}
