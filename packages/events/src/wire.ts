import { Webhook } from 'standardwebhooks';
import { type CloudEvent, type DomainEvent, fromCloudEvent, toCloudEvent } from './event.ts';

/** Signs and reads batches of CloudEvents as Standard Webhooks do: id, timestamp, HMAC-SHA-256. */
export function eventWire(secret: string) {
  const webhook = new Webhook(Buffer.from(secret).toString('base64'));
  return {
    /** Body and headers of one POST. */
    seal(events: readonly DomainEvent[], source: string, now: Date = new Date()) {
      const body = JSON.stringify(events.map((event) => toCloudEvent(event, source)));
      const id = `msg_${events[0]?.id ?? 'empty'}`;
      return {
        body,
        headers: {
          'content-type': 'application/cloudevents-batch+json',
          'webhook-id': id,
          'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
          'webhook-signature': webhook.sign(id, now, body),
        },
      };
    },
    /** The events of a POST; throws when the signature is wrong or older than five minutes. */
    open(body: string, headers: Record<string, string>): DomainEvent[] {
      return (webhook.verify(body, headers) as CloudEvent[]).map(fromCloudEvent);
    },
  };
}
