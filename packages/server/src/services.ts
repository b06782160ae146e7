import { Pool } from 'undici';
import { callerHeader, type callerWire, serviceCaller } from './caller.ts';
import type { Executor } from './executor.ts';
import { currentRequestId } from './request-scope.ts';
import type { SubgraphName } from './subgraph.ts';
import { traceHeaders } from './tracing.ts';

/** A call to a subgraph on the left did not come through; the caller decides what that means. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  /** Code of the error it answered; null when no answer came. */
  readonly code: string | null;

  constructor(message: string, { code, ...options }: ErrorOptions & { readonly code?: string | null } = {}) {
    super(message, options);
    this.code = code ?? null;
  }
}

/** No answer came, or none one can use: whether the call was carried out is not known. */
export const isSilence = (error: unknown): error is ServiceError =>
  error instanceof ServiceError && (error.code === null || error.code === 'INTERNAL_SERVER_ERROR');

/** Sends one of the `@inaccessible` operations; answers its `data`, throws a `ServiceError` otherwise. */
export type ServiceCall = <Data>(query: string, variables: Readonly<Record<string, unknown>>) => Promise<Data>;

export type Services = Readonly<Partial<Record<SubgraphName, ServiceCall>>>;

/** A service that must be there: its absence is a mistake of wiring. */
export function requireService(services: Services, name: SubgraphName): ServiceCall {
  const call = services[name];
  if (!call) throw new TypeError(`no way to reach ${name}`);
  return call;
}

type Answer = { data?: unknown; errors?: readonly { message: string; extensions?: { code?: unknown } }[] };

function dataOf<Data>(callee: string, answer: Answer): Data {
  if (answer.errors?.length || !answer.data) {
    const first = answer.errors?.[0];
    const code = typeof first?.extensions?.code === 'string' ? first.extensions.code : null;
    throw new ServiceError(`${callee}: ${code ?? ''} ${first?.message ?? 'no data'}`, { code });
  }
  return answer.data as Data;
}

/** Calls a subgraph of this process. `executor` is looked up late: subgraphs open one after another. */
export function localService(callee: SubgraphName, caller: SubgraphName, executor: () => Executor): ServiceCall {
  const asCaller = serviceCaller(caller);
  return async <Data>(query: string, variables: Readonly<Record<string, unknown>>) => {
    const facts = { caller: asCaller, requestId: currentRequestId() ?? `from-${caller}` };
    return dataOf<Data>(callee, await executor()({ query, variables }, facts));
  };
}

const timeoutMs = 3000;

/** Calls a subgraph served elsewhere, with a service token; gives up after three seconds. */
export function remoteService(
  callee: SubgraphName,
  caller: SubgraphName,
  { url, wire }: { url: string; wire: ReturnType<typeof callerWire> },
): ServiceCall {
  const target = new URL(url);
  const pool = new Pool(target.origin, { connections: 16, headersTimeout: timeoutMs, bodyTimeout: timeoutMs });
  const facts = serviceCaller(caller);
  return async <Data>(query: string, variables: Readonly<Record<string, unknown>>) => {
    const { statusCode, body } = await pool
      .request({
        method: 'POST',
        path: target.pathname,
        headers: {
          'content-type': 'application/json',
          'x-request-id': currentRequestId() ?? `from-${caller}`,
          ...traceHeaders(),
          [callerHeader]: await wire.seal(facts),
        },
        body: JSON.stringify({ query, variables }),
        signal: AbortSignal.timeout(timeoutMs),
      })
      .catch((cause) => {
        throw new ServiceError(`${callee} does not answer`, { cause });
      });
    const answer = (await body.json().catch(() => ({}))) as Answer;
    if (statusCode !== 200 && !answer.errors) throw new ServiceError(`${callee} answered ${statusCode}`);
    return dataOf<Data>(callee, answer);
  };
}
