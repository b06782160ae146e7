import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import type { GatewayContext } from './data-sources.ts';

type Listener = GraphQLRequestListener<GatewayContext>;
type ContextOf<Stage extends keyof Listener> = Parameters<NonNullable<Listener[Stage]>>[0];

/** A request whose operation is found: as Apollo Server tells of it, or who knows it without. */
type Resolved = Pick<
  ContextOf<'didResolveOperation'>,
  'schema' | 'document' | 'operation' | 'request' | 'contextValue'
>;

/** Looks at a request at some of its stages, without waiting for anything; may refuse it where it was resolved. */
export type Watch = {
  readonly didResolveOperation?: (context: Resolved) => void;
  readonly didEncounterErrors?: (context: ContextOf<'didEncounterErrors'>) => void;
  readonly willSendResponse?: (context: ContextOf<'willSendResponse'>) => void;
};

/**
 * One plugin out of all that looks at requests, in order, and of those that answer them. The server asks each plugin
 * for listeners, and waits for each of these at every stage of every request: this gives it one, made once. So the
 * plugins that answer may keep nothing of a single request in their listeners, and listen to nothing else.
 */
export function together(
  watches: readonly Watch[],
  answering: readonly ApolloServerPlugin<GatewayContext>[],
): ApolloServerPlugin<GatewayContext> {
  const at = <Stage extends keyof Watch>(stage: Stage) =>
    watches.flatMap((watch) => watch[stage] ?? []) as ((context: ContextOf<Stage>) => void)[];
  const [resolved, failed, sending] = [at('didResolveOperation'), at('didEncounterErrors'), at('willSendResponse')];
  const listener: Listener = {
    async didResolveOperation(context) {
      for (const look of resolved) look(context);
    },
    async didEncounterErrors(context) {
      for (const look of failed) look(context);
    },
    async willSendResponse(context) {
      for (const look of sending) look(context);
    },
  };
  let made: Promise<Listener> | undefined;
  return {
    async requestDidStart(first) {
      made ??= Promise.all(answering.map((plugin) => plugin.requestDidStart?.(first))).then((listeners) =>
        Object.assign({}, ...listeners, listener),
      );
      return made;
    },
  };
}
