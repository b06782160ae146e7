import type { GraphQLDataSource } from '@apollo/gateway';
import {
  type Executor,
  type Logger,
  type Operation,
  type RequestFacts,
  ServiceError,
  traced,
} from '@passerelle/server';
import { type FormattedExecutionResult, GraphQLError } from 'graphql';
import { Deadline } from './deadline.ts';
import type { SubgraphRequest } from './execution/plan.ts';

/** What the gateway knows of one request; the same for every subgraph it asks. */
export type GatewayContext = RequestFacts & {
  /** Subgraphs that failed to answer this request: asking them again would only make it wait longer. */
  readonly silent: Set<string>;
};

/** An operation for a subgraph, with what is known of it beforehand where a compiled plan asks. */
export type Asked = Operation & Pick<SubgraphRequest, 'prepared'>;

/**
 * Sends an operation to one subgraph and answers what it answered; throws when it does not. What is sent elsewhere is
 * given up when its deadline is over.
 */
export type Send = (operation: Asked, request: GatewayContext, deadline: Deadline) => Answer | Promise<Answer>;
type Answer = FormattedExecutionResult;

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

type Request = { readonly request: Asked; readonly context: GatewayContext };

/** One subgraph as the query plan sees it: it answers in time, or fails without a word about where it is. */
export function createDataSource(name: string, send: Send, log: Logger): GraphQLDataSource<GatewayContext> {
  const spanName = `ask ${name}`;
  const process = ({ request, context }: Request): Answer | Promise<Answer> => {
    const { silent, requestId } = context;
    if (silent.has(name)) return Promise.reject(unavailable(name));
    const { query, operationName } = request;
    const fail = (error: unknown) => {
      silent.add(name);
      log.error({ err: error, subgraph: name, requestId }, 'subgraph does not answer');
      throw unavailable(name);
    };
    const longest = query.startsWith('mutation') ? mutationDeadlineMs : deadlineMs;
    const ask = () => inTime(longest, (deadline) => send(request, context, deadline));
    const spanned = () => ({ name: spanName, kind: 'client', attributes: () => attributesOf(operationName) }) as const;
    try {
      const answer = traced(spanned, ask);
      return answer instanceof Promise ? answer.catch(fail) : answer;
    } catch (error) {
      return fail(error);
    }
  };
  // The library's types want a promise; who asks here waits only where there is one.
  return { process: process as never };
}

const attributesOf = (operationName = '') => ({ 'graphql.operation.name': operationName });

const unavailable = (name: string) =>
  new GraphQLError(`The ${name} part of the graph does not answer right now; try again.`, {
    extensions: { code: 'SERVICE_UNAVAILABLE' },
  });

/** Ends with the work, or at the deadline whether the work heeds it or not; at once when the work is done at once. */
export function inTime<T>(longestMs: number, work: (deadline: Deadline) => Promise<T>): Promise<T>;
export function inTime<T>(longestMs: number, work: (deadline: Deadline) => T | Promise<T>): T | Promise<T>;
export function inTime<T>(longestMs: number, work: (deadline: Deadline) => T | Promise<T>) {
  const deadline = new Deadline(longestMs);
  let late: T | Promise<T>;
  try {
    late = work(deadline);
  } catch (error) {
    deadline.end();
    throw error;
  }
  if (!(late instanceof Promise)) {
    deadline.end();
    return late;
  }
  return new Promise((resolve, reject) => {
    deadline.whenOver(() => reject(new ServiceError(`no answer within ${longestMs} ms`)));
    late.then(
      (result) => {
        deadline.end();
        resolve(result);
      },
      (error) => {
        deadline.end();
        reject(error);
      },
    );
  });
}
