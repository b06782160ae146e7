import { Recent, type Reply, type Shortcut } from '@passerelle/server';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Execute } from './plugin.ts';
import type { RequestContext } from './replay.ts';

/** An operation that Apollo Server has parsed, validated and found in its document. */
export type ResolvedOperation = {
  readonly queryHash: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly operationName: string | undefined;
};

/** Operations that the fast path has just answered, by `silent` of the context of their request. */
export type Resolved = WeakMap<object, ResolvedOperation>;

/** What is looked at for each request of an operation, known or not. */
export type CheckedRequest<Context> = {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly request: { readonly operationName: string | undefined; readonly variables: Variables };
  readonly contextValue: Context;
};

export type KnownRequestsOptions<Context> = {
  readonly schema: GraphQLSchema;
  readonly execute: Execute<Context>;
  readonly resolved: Resolved;
  /** Throws where a request is to be refused; what it is told, Apollo Server says. */
  readonly check: (checked: CheckedRequest<Context>) => void;
};

type Variables = Record<string, unknown>;
type Headers = Readonly<Record<string, string>>;
/** An operation with what Apollo Server replied to it, by what was accepted. */
type Known = ResolvedOperation & { readonly headers: Map<string, Headers> };

/** Longer documents, more of them, and more ways to accept than these go to Apollo Server each time. */
const longestDocument = 20_000;
const keptDocuments = 500;
const mostAccepted = 8;

/**
 * Answers requests whose document, operation and `Accept` Apollo Server has answered before, without asking it again. Of
 * its 100 µs a request, most are spent on finding out what is known then: the SHA-256 of the document, the form of the
 * answer, a copy of itself for each request, and waiting at a dozen places where nobody has anything to say. What depends
 * on the request is looked at as ever: the caller, the variables, what it costs. All that is not a clean answer of the
 * fast path goes to Apollo Server, and so does all that was never asked: faults, other methods, introspection, a mistake
 * in the request itself. `KNOWN_REQUESTS=off` sends everything there.
 */
export class KnownRequests<Context extends RequestContext> implements Shortcut<Context> {
  readonly #options: KnownRequestsOptions<Context>;
  readonly #byText = new Recent<string, Known[]>(keptDocuments);
  readonly #byHash = new Recent<string, Known[]>(keptDocuments);

  constructor(options: KnownRequestsOptions<Context>) {
    this.#options = options;
  }

  answer(body: unknown, accept: string, contextValue: Context): Reply | Promise<Reply | undefined> | undefined {
    const asked = readRequest(body);
    const known = asked && this.#find(asked);
    const headers = known?.headers.get(accept);
    if (!asked || !known || !headers) return undefined;
    const { schema, check, execute } = this.#options;
    const { document, operation } = known;
    const { operationName, variables } = asked;
    try {
      check({ schema, document, operation, request: { operationName, variables }, contextValue });
    } catch {
      return undefined;
    }
    const data = execute(known, variables, contextValue);
    if (data instanceof Promise) return data.then((text) => replyOf(headers, text));
    return replyOf(headers, data);
  }

  /** Remembers how Apollo Server replied to what the fast path had answered. */
  learn(body: unknown, accept: string, contextValue: Context, reply: Reply): void {
    const resolved = this.#options.resolved.get(contextValue.silent);
    const asked = resolved && readRequest(body);
    if (!asked || reply.status !== 200 || (asked.text?.length ?? 0) > longestDocument) return;
    const all = this.#allOf(asked);
    let known = all?.find((one) => one.operationName === asked.operationName);
    if (!known) {
      known = { ...resolved, headers: new Map() };
      if (all) all.push(known);
      else if (asked.text !== undefined) this.#byText.set(asked.text, [known]);
      else this.#byHash.set(asked.hash as string, [known]);
    }
    if (known.headers.size < mostAccepted) known.headers.set(accept, reply.headers ?? {});
  }

  #allOf({ text, hash }: AskedRequest): Known[] | undefined {
    return text === undefined ? this.#byHash.get(hash as string) : this.#byText.get(text);
  }

  #find(asked: AskedRequest): Known | undefined {
    const all = this.#allOf(asked);
    if (!all) return undefined;
    for (const known of all) if (known.operationName === asked.operationName) return known;
    return undefined;
  }
}

const replyOf = (headers: Headers, data: string | undefined): Reply | undefined =>
  data === undefined ? undefined : { status: 200, headers, body: `{"data":${data}}` };

type AskedRequest = {
  /** Of the document; else its hash is there. */
  readonly text: string | undefined;
  readonly hash: string | undefined;
  readonly operationName: string | undefined;
  readonly variables: Variables;
};

const none: Variables = {};
const isRecord = (value: unknown): value is Variables =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A request in its plain form; undefined for all that Apollo Server may have something to say about. */
function readRequest(body: unknown): AskedRequest | undefined {
  if (!isRecord(body)) return undefined;
  const { query, extensions } = body;
  const operationName = body.operationName ?? undefined;
  const variables = body.variables ?? none;
  if (!isRecord(variables) || (operationName !== undefined && typeof operationName !== 'string')) return undefined;
  if (typeof query === 'string') {
    // With an extension it may be about to be registered by its hash.
    if (extensions !== undefined && extensions !== null) return undefined;
    return { text: query, hash: undefined, operationName, variables };
  }
  const hash = query === undefined ? hashIn(extensions) : undefined;
  return hash === undefined ? undefined : { text: undefined, hash, operationName, variables };
}

/** Of a persisted query, where nothing else is said. */
function hashIn(extensions: unknown): string | undefined {
  if (!isRecord(extensions) || Object.keys(extensions).length !== 1 || !isRecord(extensions.persistedQuery)) return;
  const { version, sha256Hash } = extensions.persistedQuery;
  return version === 1 && typeof sha256Hash === 'string' ? sha256Hash : undefined;
}
