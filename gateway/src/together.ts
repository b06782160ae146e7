import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import type { GatewayContext } from './data-sources.ts';

type Listener = GraphQLRequestListener<GatewayContext>;
type ContextOf<Stage extends keyof Listener> = Parameters<NonNullable<Listener[Stage]>>[0];

/** Looks at a request at some of its stages, without waiting for anything; may refuse it where it was resolved. */
export type Watch = {
  readonly didResolveOperation?: (context: ContextOf<'didResolveOperation'>) => void;
  readonly didEncounterErrors?: (context: ContextOf<'didEncounterErrors'>) => void;
  readonly willSendResponse?: (context: ContextOf<'willSendResponse'>) => void;
};

/**
 * One plugin out of all that looks at requests, in order. The server calls each plugin's listeners and waits for all of
 * them at every stage of every request: this gives it one, made once.
 */
export function together(watches: readonly Watch[]): ApolloServerPlugin<GatewayContext> {
  const at = <Stage extends keyof Watch>(stage: Stage) =>
    watches.flatMap((watch) => watch[stage] ?? []) as ((context: ContextOf<Stage>) => void)[];
  const [resolved, failed, sending] = [at('didResolveOperation'), at('didEncounterErrors'), at('willSendResponse')];
  const listener = Promise.resolve<Listener>({
    async didResolveOperation(context) {
      for (const look of resolved) look(context);
    },
    async didEncounterErrors(context) {
      for (const look of failed) look(context);
    },
    async willSendResponse(context) {
      for (const look of sending) look(context);
    },
  });
  return { requestDidStart: () => listener };
}
