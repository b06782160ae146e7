import { type Connection, type Database, inTransaction } from '@passerelle/database';
import type { DomainEvent } from './event.ts';

/** Applies each event once, by its id, in one transaction an event. */
export async function applyOnce(
  database: Database,
  events: readonly DomainEvent[],
  apply: (tx: Connection, event: DomainEvent) => Promise<void>,
): Promise<void> {
  for (const event of events) {
    await inTransaction(database, async (tx) => {
      const [fresh] = await tx.sql`
        insert into inbox (event_id) values (${event.id}) on conflict do nothing returning event_id`;
      if (fresh) await apply(tx, event);
    });
  }
}
