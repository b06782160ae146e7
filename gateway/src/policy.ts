import {
  denialOf,
  firstDenied,
  type Logger,
  maskError,
  readScopeRules,
  rulesOf,
  type ScopeRule,
  type ScopeRules,
} from '@passerelle/server';
import { type DocumentNode, GraphQLError, type GraphQLFormattedError, Kind, visit } from 'graphql';
import type { Watch } from './together.ts';

const authDirectives = new Set(['authenticated', 'requiresScopes', 'policy']);

/**
 * The scope rules of a supergraph. The gateway library enforces none of them, so this refuses a supergraph whose
 * rules it could not enforce in full, rather than serve it without.
 */
export function readEnforceableRules(supergraph: DocumentNode): ScopeRules {
  const rules = readScopeRules(supergraph);
  let linksAuth = false;
  visit(supergraph, {
    Directive(node, _key, _parent, _path, ancestors) {
      const name = node.name.value;
      if (name === 'link') linksAuth ||= /\/(authenticated|requiresScopes|policy)\/v/.test(linkUrl(node.arguments));
      if (!authDirectives.has(name)) return;
      const owner = ancestors.findLast((ancestor) => !Array.isArray(ancestor)) as { readonly kind: string };
      const isRead = owner.kind === Kind.OBJECT_TYPE_DEFINITION || owner.kind === Kind.FIELD_DEFINITION;
      if (name === 'policy' || !isRead) throw new Error(`@${name} on ${owner.kind} cannot be enforced here.`);
    },
  });
  if (linksAuth && rules.size === 0) throw new Error('The supergraph links access rules, but none could be read.');
  return rules;
}

const linkUrl = (args: readonly { readonly name: { value: string }; readonly value: { kind: string } }[] = []) => {
  const url = args.find((arg) => arg.name.value === 'url')?.value as { value?: string } | undefined;
  return url?.value ?? '';
};

/** Refuses, before anything is planned, an operation that cannot be told and one the caller's token does not allow. */
export function watchPolicy(rules: ScopeRules, log: Logger): Watch {
  const rulesByDocument = new WeakMap<DocumentNode, readonly ScopeRule[]>();
  return {
    didResolveOperation({ document, schema, operation, request, contextValue }) {
      if (!operation) throw unresolved(request.operationName);
      if (!schema.getRootType(operation.operation)) throw notServed(operation.operation);
      let touched = rulesByDocument.get(document);
      if (!touched) {
        touched = rulesOf(schema, document, rules);
        rulesByDocument.set(document, touched);
      }
      const denied = firstDenied(touched, contextValue.caller);
      if (denied) throw denialOf(denied, contextValue);
    },
    didEncounterErrors({ errors, contextValue: { requestId }, operationName }) {
      for (const error of errors) {
        // What a subgraph answered, the subgraph has logged.
        if (error.extensions.serviceName !== undefined || isOddHash(error)) continue;
        maskError(error.toJSON(), error, () =>
          log.error({ err: error.originalError ?? error, requestId, operationName }, 'fault'),
        );
      }
    },
  };
}

/** Validation does not look whether there is such a root. */
const notServed = (kind: string) =>
  new GraphQLError(
    kind === 'subscription' ? 'Send subscriptions to the same address and /stream.' : `There are no ${kind}s here.`,
    { extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } } },
  );

const unresolved = (name: string | undefined) =>
  new GraphQLError(
    name ? `There is no operation named "${name}" in the document.` : 'Name the operation to run: there are several.',
    { extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } } },
  );

/** Errors as clients see them; they were logged when they were met. */
export const formatError = (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError =>
  isOddHash(error)
    ? { message: (error as GraphQLError).message, extensions: { code: 'BAD_REQUEST' } }
    : maskError(formatted, error, () => {});

/** What the server says of a hash that is not the text's, or of another version: the client's mistake, without a code. */
function isOddHash(error: unknown): boolean {
  const { http, code } = error instanceof GraphQLError ? error.extensions : {};
  return code === undefined && (http as { readonly status?: unknown } | undefined)?.status === 400;
}
