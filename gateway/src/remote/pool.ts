import type { Deadline } from '../deadline.ts';

/** An answer has at most that many bytes; a longer one is no answer. */
export const longestAnswer = 16 * 1024 * 1024;
/** Connections to one address. */
export const mostConnections = 32;

export type RemoteAnswer = { readonly statusCode: number; readonly text: string };

/** Kept connections to one address, over which JSON is posted. */
export type RemotePool = {
  /** Headers beside those of JSON, names and values in turn. Rejects with a reason when there is no whole answer. */
  readonly post: (headers: readonly string[], body: string, deadline: Deadline) => Promise<RemoteAnswer>;
  /** Lets what is running end. */
  readonly close: () => Promise<void>;
};

export const contentHeaders = ['content-type', 'application/json', 'accept', 'application/json'] as const;
