import { AsyncLocalStorage } from 'node:async_hooks';

const scope = new AsyncLocalStorage<string>();

/** Runs what answers a request; whoever it calls in turn can say on behalf of which. */
export const inRequest = <T>(requestId: string, work: () => T): T => scope.run(requestId, work);

/** Id of the request that is being answered here; undefined in jobs and timers. */
export const currentRequestId = (): string | undefined => scope.getStore();
