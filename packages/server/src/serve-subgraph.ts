import type { IncomingMessage } from 'node:http';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { eventWire } from '@passerelle/events';
import { apolloHandler } from './apollo-handler.ts';
import { callerHeader, callerWire } from './caller.ts';
import { checkEntities } from './entities.ts';
import { maskError } from './errors.ts';
import { denialOf } from './executor.ts';
import { json, type Routes, requestIdOf, serve } from './http.ts';
import { HttpError } from './http-error.ts';
import { answersTo, type Logger } from './log.ts';
import { readBody } from './request-body.ts';
import { firstDenied, readScopeRules, rulesOf } from './scopes.ts';
import type { RequestFacts, Subgraph } from './subgraph.ts';

type Context = { facts: RequestFacts };

export type ServeSubgraphOptions = {
  readonly port: number;
  readonly host?: string;
  /** Shared by our own processes: only who knows it may call. */
  readonly serviceSecret: string;
  readonly log: Logger;
};

/** Bodies between our own processes: a page of entities may be large, a shopper's request never is. */
const limitBytes = 16 * 1024 * 1024;

/** Serves a subgraph to the gateway and to other subgraphs: `/graphql`, `/events`, `/health/*`. */
export async function serveSubgraph(subgraph: Subgraph, { port, host, serviceSecret, log }: ServeSubgraphOptions) {
  const callers = callerWire(serviceSecret);
  const events = eventWire(serviceSecret);
  const server = await startApollo(subgraph, log);

  const routes: Routes = {
    'POST /graphql': apolloHandler(server, {
      limitBytes,
      context: async (request) => {
        const facts = { caller: await callerOf(request, callers), requestId: requestIdOf(request) };
        return { ...subgraph.createContext(facts), facts };
      },
    }),
    'POST /events': async (request) => {
      const body = await readBody(request, limitBytes);
      await subgraph.receive(openEvents(events, body, request));
      return json(202, {});
    },
    'GET /health/live': async () => json(200, { status: 'live' }),
    'GET /health/ready': () =>
      subgraph.database.sql`select 1`.then(
        () => json(200, { status: 'ready' }),
        () => json(503, { status: 'not ready', waitingFor: ['database'] }),
      ),
  };
  const listening = await serve(routes, {
    port,
    host,
    onError: (err, requestId) => log.error({ err, requestId, subgraph: subgraph.name }, 'fault'),
    onAnswer: answersTo(log),
  });
  return {
    port: listening.port,
    close: async () => {
      await listening.close();
      await server.stop();
    },
  };
}

async function startApollo(subgraph: Subgraph, log: Logger) {
  const rules = readScopeRules(subgraph.typeDefs);
  const variablesOf = new WeakMap<object, unknown>();
  const server = new ApolloServer<Context>({
    schema: subgraph.schema,
    introspection: false,
    csrfPrevention: false,
    stopOnTerminationSignals: false,
    formatError: (formatted, error) =>
      maskError(
        formatted,
        error,
        (fault) => log.error({ err: fault, subgraph: subgraph.name }, 'fault'),
        variablesOf.get(error as object),
      ),
    plugins: [
      ApolloServerPluginInlineTraceDisabled(),
      {
        requestDidStart: async () => ({
          didResolveOperation: async ({ document, request, contextValue }) => {
            checkEntities(request.variables);
            const denied = firstDenied(rulesOf(subgraph.schema, document, rules), contextValue.facts.caller);
            if (denied) throw denialOf(denied, contextValue.facts);
          },
          didEncounterErrors: async ({ errors, request }) => {
            for (const error of errors) variablesOf.set(error, request.variables);
          },
        }),
      },
    ],
  });
  await server.start();
  return server;
}

/** Code of a refusal that concerns our own wiring, never the person who asked. */
export const unknownPeer = 'UNKNOWN_PEER';

async function callerOf(request: IncomingMessage, wire: ReturnType<typeof callerWire>) {
  const refusal = new HttpError(401, 'Only the gateway may call here.', unknownPeer);
  const header = request.headers[callerHeader];
  if (typeof header !== 'string') throw refusal;
  return wire.open(header).catch(() => {
    throw refusal;
  });
}

function openEvents(wire: ReturnType<typeof eventWire>, body: string, request: IncomingMessage) {
  try {
    return wire.open(body, request.headers as Record<string, string>);
  } catch {
    throw new HttpError(401, 'These events are not signed by one of us.', unknownPeer);
  }
}
