import type { Database } from './connect.ts';

export type Listener = { readonly close: () => Promise<void> };

/**
 * Calls `onMessage` for each NOTIFY on a channel, and `onConnect` whenever listening starts, also again after a lost
 * connection: what was missed in between is unknown, so a cache must be dropped then.
 */
export async function listen(
  database: Database,
  channel: string,
  { onMessage, onConnect }: { onMessage: (payload: string) => void; onConnect: () => void },
): Promise<Listener> {
  const subscription = await database.sql.listen(channel, onMessage, onConnect);
  return { close: () => subscription.unlisten() };
}
