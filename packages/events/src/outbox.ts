import { type Connection, type Database, type Fragment, inTransaction } from '@passerelle/database';
import { type DomainEvent, subscriptions } from './event.ts';

/** Signalled when something was written to the outbox, with the subscribers it is for. */
export const outboxSignal = 'outbox';
const batchSize = 200;

/** Writes events in the caller's transaction; they leave after it commits. */
export async function publish(tx: Connection, events: readonly DomainEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx.sql`with ${writingEvents(tx, events)} select`;
  signalEvents(tx, events);
}

/**
 * Parts of a `with` that write events in the same statement as what they tell of; for the hot ones, with `signalEvents`
 * after it. `condition` is on `subject`.
 */
export function writingEvents(
  { sql }: Connection,
  events: readonly DomainEvent[],
  condition: Fragment = sql`true`,
): Fragment {
  const rows = events.map((event) => ({
    id: event.id,
    type: event.type,
    subject: event.subject,
    data: event.data,
    occurredAt: event.occurredAt.toISOString(),
    subscribers: subscriptions[event.type],
  }));
  return sql`
    told as (
      select * from jsonb_to_recordset(${sql.json(rows as never)})
        as t(id text, type text, subject text, data jsonb, "occurredAt" timestamptz, subscribers jsonb)
      where ${condition}
    ), told_rows as (
      insert into outbox (id, type, subject, data, occurred_at)
      select id, type, subject, data, "occurredAt" from told
      returning position, id
    ), told_to as (
      insert into outbox_deliveries (subscriber, position)
      select subscriber, told_rows.position
      from told_rows join told using (id), jsonb_array_elements_text(told.subscribers) as subscriber
    )`;
}

/** Has events that were written leave once they are committed. */
export const signalEvents = ({ signal }: Connection, events: readonly DomainEvent[]): void =>
  signal(
    outboxSignal,
    events.flatMap(({ type }) => subscriptions[type] as readonly string[]),
  );

export type Send = (subscriber: string, events: readonly DomainEvent[]) => Promise<void>;

/** Sends what waits for a subscriber, oldest first, until nothing does. A failed send leaves its batch waiting. */
export async function deliver(database: Database, subscriber: string, send: Send): Promise<number> {
  for (let total = 0; ; ) {
    const sent = await inTransaction(database, async ({ sql }) => {
      const rows = await sql`
        select outbox.position, id, type, subject, data, occurred_at
        from outbox_deliveries join outbox using (position)
        where subscriber = ${subscriber} and delivered_at is null
        order by position limit ${batchSize}
        for update of outbox_deliveries`;
      if (rows.length === 0) return 0;
      await send(
        subscriber,
        rows.map((row) => ({
          id: row.id,
          type: row.type,
          subject: row.subject,
          data: row.data,
          occurredAt: row.occurred_at,
        })),
      );
      await sql`
        update outbox_deliveries set delivered_at = now()
        where subscriber = ${subscriber} and position = any(${rows.map((row) => row.position)}::bigint[])`;
      return rows.length;
    });
    total += sent;
    if (sent < batchSize) return total;
  }
}

/** Who has events waiting for them. */
export async function waitingSubscribers({ sql }: Connection): Promise<readonly string[]> {
  const rows = await sql`select distinct subscriber from outbox_deliveries where delivered_at is null`;
  return rows.map((row) => row.subscriber);
}
