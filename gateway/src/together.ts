import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from './data-sources.ts';

type Plugin = ApolloServerPlugin<GatewayContext>;

/**
 * One plugin out of several, run in their order. The server calls the listeners of each plugin for every request and
 * waits for all of them at every stage: one costs it less than four. Only for plugins that keep nothing of a single
 * request, since their listeners are made once, and that listen to nothing but these three stages.
 */
export function together(plugins: readonly Plugin[]): Plugin {
  let made: ReturnType<NonNullable<Plugin['requestDidStart']>> | undefined;
  return {
    requestDidStart(first) {
      made ??= Promise.all(plugins.map((plugin) => plugin.requestDidStart?.(first))).then((all) => {
        const listeners = all.filter((listener) => listener !== undefined).filter((listener) => listener !== null);
        const resolved = listeners.filter(({ didResolveOperation }) => didResolveOperation);
        const failed = listeners.filter(({ didEncounterErrors }) => didEncounterErrors);
        const sending = listeners.filter(({ willSendResponse }) => willSendResponse);
        return {
          async didResolveOperation(context) {
            for (const listener of resolved) await listener.didResolveOperation?.(context);
          },
          async didEncounterErrors(context) {
            for (const listener of failed) await listener.didEncounterErrors?.(context);
          },
          async willSendResponse(context) {
            for (const listener of sending) await listener.willSendResponse?.(context);
          },
        };
      });
      return made;
    },
  };
}
