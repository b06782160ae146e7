import { callerHeader, type callerWire, ServiceError, traceHeaders, unknownPeer } from '@passerelle/server';
import type { FormattedExecutionResult } from 'graphql';
import { createBreaker } from '../breaker.ts';
import { type Asked, deadlineMs, type GatewayContext, type Send } from '../data-sources.ts';
import { headOf } from '../execution/plan.ts';
import { openConnections } from './kept-connections.ts';
import { openUndiciPool } from './undici-pool.ts';

export type RemoteSend = {
  readonly send: Send;
  readonly isReady: () => Promise<boolean>;
  readonly close: () => Promise<void>;
};

export type RemoteOptions = {
  /** Tells who calls. */
  readonly wire?: Wire | undefined;
  /** Plain HTTP over our own connections (`OWN_HTTP_CLIENT`); unless told otherwise. */
  readonly isOwnClient?: boolean;
};
type Wire = ReturnType<typeof callerWire>;

/**
 * A subgraph served elsewhere, over kept connections. With a wire it is one of ours and is told who calls; other people's
 * are not: what tells it could be used to call ours.
 */
export function remoteSend(url: string, { wire, isOwnClient = true }: RemoteOptions = {}): RemoteSend {
  const isPlain = url.startsWith('http:');
  const pool = isOwnClient && isPlain ? openConnections(url) : openUndiciPool(url);
  const breaker = createBreaker();

  const headersOf = ({ requestId }: GatewayContext): string[] => ['x-request-id', requestId];
  const ownHeadersOf = async (request: GatewayContext, { seal }: Wire) => [
    ...headersOf(request),
    ...Object.entries(traceHeaders()).flat(),
    callerHeader,
    await seal(request.caller),
  ];

  return {
    send: (operation, request, deadline) =>
      breaker.run(async () => {
        const headers = wire ? await ownHeadersOf(request, wire) : headersOf(request);
        const body = bodyOf(operation);
        const answer = await pool.post(headers, body, deadline).catch((error: unknown) => {
          // A kept connection that the other side has just closed, or a restart; a mutation might have happened.
          if (operation.query.startsWith('mutation') || deadline.isOver || !isRefused(error)) throw error;
          return pool.post(headers, body, deadline);
        });
        const unread = answer.statusCode === 200 ? operation.prepared?.form?.read(answer.text) : undefined;
        return unread ?? resultOf(answer.statusCode, answer.text);
      }),
    isReady: () => isReady(new URL('/health/ready', url)),
    close: pool.close,
  };
}

const isReady = (address: URL): Promise<boolean> =>
  fetch(address, { signal: AbortSignal.timeout(deadlineMs), redirect: 'manual' })
    .then(async (answer) => {
      await answer.body?.cancel();
      return answer.status === 200;
    })
    .catch(() => false);

/** Most of it is the same each time an operation is asked. */
const bodyOf = ({ query, operationName, variables = {}, prepared }: Asked) =>
  `${prepared?.head ?? headOf(query, operationName)}${JSON.stringify(variables)}}`;

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
