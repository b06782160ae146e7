import { type Connection, type Database, inTransaction } from '@passerelle/database';
import type { DomainEvent } from './event.ts';

/** Applies each event once, by its id, in one transaction. `apply` is given those that are new, in their order. */
export const applyOnce = (
  database: Database,
  events: readonly DomainEvent[],
  apply: (tx: Connection, fresh: readonly DomainEvent[]) => Promise<void>,
): Promise<void> =>
  inTransaction(database, async (tx) => {
    const ids = events.map(({ id }) => id);
    const added = await tx.sql`
      insert into inbox (event_id) select unnest(${ids}::text[]) on conflict do nothing returning event_id`;
    const fresh = new Set(added.map((row) => row.event_id));
    if (fresh.size > 0)
      await apply(
        tx,
        events.filter(({ id }) => fresh.has(id)),
      );
  });
