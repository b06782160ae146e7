import type { GraphQLDataSource } from '@apollo/gateway';
import {
  callerHeader,
  type callerWire,
  type Executor,
  type Logger,
  type Operation,
  type RequestFacts,
  ServiceError,
  type Traced,
  traced,
  traceHeaders,
  unknownPeer,
} from '@passerelle/server';
import { type FormattedExecutionResult, GraphQLError } from 'graphql';
import { Pool } from 'undici';
import { createBreaker } from './breaker.ts';

/** What the gateway knows of one request; the same for every subgraph it asks. */
export type GatewayContext = RequestFacts & {
  /** Subgraphs that failed to answer this request: asking them again would only make it wait longer. */
  readonly silent: Set<string>;
};

/** Sends an operation to one subgraph and answers what it answered; throws when it does not. */
export type Send = (
  operation: Operation,
  request: GatewayContext,
  signal: AbortSignal,
  /** How long it may take to begin with its answer, when longer than usual. */
  timeoutMs?: number,
) => Promise<FormattedExecutionResult>;

/** A subgraph may take this long for one query. */
export const deadlineMs = 3000;
/**
 * And this long for one mutation: cut off, its caller would not know whether it happened. Longer than the rush that a
 * sale brings, shorter than clients wait.
 */
export const mutationDeadlineMs = 10_000;

/** A subgraph of this process: no HTTP, no JSON. */
export const localSend =
  (executor: Executor): Send =>
  (operation, request) =>
    executor(operation, request);

export type RemoteSend = {
  readonly send: Send;
  readonly isReady: () => Promise<boolean>;
  readonly close: () => Promise<void>;
};

/**
 * A subgraph served elsewhere, over kept connections. With a wire it is one of ours and is told who calls; other people's
 * are not: what tells it could be used to call ours.
 */
export function remoteSend(url: string, wire?: ReturnType<typeof callerWire>): RemoteSend {
  const { origin, pathname, search } = new URL(url);
  const path = pathname + search;
  const pool = new Pool(origin, {
    connections: 32,
    headersTimeout: mutationDeadlineMs,
    bodyTimeout: mutationDeadlineMs,
  });
  const breaker = createBreaker();

  async function post(body: string, { caller, requestId }: GatewayContext, signal: AbortSignal, timeoutMs?: number) {
    const answer = await pool.request({
      method: 'POST',
      path,
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'x-request-id': requestId,
        ...(wire ? traceHeaders() : {}),
        ...(wire ? { [callerHeader]: await wire.seal(caller) } : {}),
      },
      body,
      signal,
      ...(timeoutMs && { headersTimeout: timeoutMs }),
    });
    return { statusCode: answer.statusCode, text: await readAnswer(answer.body) };
  }

  return {
    send: ({ query, variables, operationName }, request, signal, timeoutMs) =>
      breaker.run(async () => {
        const body = JSON.stringify({ query, variables, operationName });
        const { statusCode, text } = await post(body, request, signal, timeoutMs).catch((error: unknown) => {
          // A kept connection that the other side has just closed, or a restart; a mutation might have happened.
          if (query.startsWith('mutation') || signal.aborted || !isRefused(error)) throw error;
          return post(body, request, signal, timeoutMs);
        });
        return resultOf(statusCode, text);
      }),
    isReady: () =>
      pool
        .request({ method: 'GET', path: '/health/ready', signal: AbortSignal.timeout(deadlineMs) })
        .then(async ({ statusCode, body }) => {
          await body.dump();
          return statusCode === 200;
        })
        .catch(() => false),
    close: () => pool.close(),
  };
}

/** An answer has at most that many bytes; a longer one is no answer. */
export const longestAnswer = 16 * 1024 * 1024;

async function readAnswer(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > longestAnswer) throw new ServiceError(`answered more than ${longestAnswer} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function resultOf(statusCode: number, text: string): FormattedExecutionResult {
  const answer = JSON.parse(text) as FormattedExecutionResult | null;
  const isResult = typeof answer?.data === 'object' || Array.isArray(answer?.errors);
  if (!answer || !isResult || (!answer.errors && !answer.data)) {
    throw new ServiceError(`answered ${statusCode} and no result`);
  }
  if (answer.errors?.[0]?.extensions?.code === unknownPeer) throw new ServiceError('does not know our signature');
  return answer;
}

const refusals = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);
const isRefused = (error: unknown) => refusals.has(String((error as { readonly code?: unknown }).code));

/** One subgraph as the query plan sees it: it answers in time, or fails without a word about where it is. */
export function createDataSource(name: string, send: Send, log: Logger): GraphQLDataSource<GatewayContext> {
  return {
    async process({ request, context }) {
      const { silent } = context as GatewayContext;
      if (silent.has(name)) throw unavailable(name);
      const { query = '', variables, operationName } = request;
      try {
        const longest = query.startsWith('mutation') ? mutationDeadlineMs : deadlineMs;
        return await traced(spanOf(name, operationName), () =>
          inTime(longest, (signal) => send({ query, variables, operationName }, context as GatewayContext, signal)),
        );
      } catch (error) {
        silent.add(name);
        log.error({ err: error, subgraph: name, requestId: context.requestId }, 'subgraph does not answer');
        throw unavailable(name);
      }
    },
  };
}

const spanOf = (name: string, operationName: string | undefined): Traced => ({
  name: `ask ${name}`,
  kind: 'client',
  attributes: () => ({ 'graphql.operation.name': operationName ?? '' }),
});

const unavailable = (name: string) =>
  new GraphQLError(`The ${name} part of the graph does not answer right now; try again.`, {
    extensions: { code: 'SERVICE_UNAVAILABLE' },
  });

/** Ends with the work, or at the deadline whether the work heeds its signal or not. */
export async function inTime<T>(longestMs: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new ServiceError(`no answer within ${longestMs} ms`));
      controller.abort();
    }, longestMs);
  });
  try {
    return await Promise.race([work(controller.signal), late]);
  } finally {
    clearTimeout(timer);
  }
}
