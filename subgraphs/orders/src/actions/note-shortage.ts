import type { Connection } from '@passerelle/database';
import type { DomainEvent } from '@passerelle/events';
import { moment } from '../services/moments.ts';
import { insertEvents } from '../storage/events.ts';

type Shortage = {
  readonly sku: string;
  readonly locationId: string;
  readonly missingUnits: number;
  readonly orderIds: readonly string[];
};

/** Less is on hand at a location than orders hold there: told on the timeline of each order concerned. */
export function noteShortage(tx: Connection, { data, occurredAt }: DomainEvent): Promise<void> {
  const { sku, locationId, missingUnits, orderIds } = data as Shortage;
  const message = `${missingUnits} unit(s) of ${sku} are missing at ${locationId}; more is promised than is there.`;
  return insertEvents(
    tx,
    orderIds.map((orderId) =>
      moment({ orderId, type: 'stock.shortage', actor: 'service:inventory', message }, occurredAt),
    ),
  );
}
