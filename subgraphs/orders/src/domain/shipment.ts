export type ShipmentStatus =
  | 'LABEL_CREATED'
  | 'IN_TRANSIT'
  | 'OUT_FOR_DELIVERY'
  | 'DELIVERED'
  | 'EXCEPTION'
  | 'LOST'
  | 'RETURNED_TO_SENDER';

/** What becomes of units that did not reach the shopper: sent again, or paid back. */
export type ShipmentResolution = 'REPLACE' | 'REFUND';

export type Shipment = {
  readonly id: string;
  readonly orderId: string;
  readonly fulfillmentOrderId: string;
  readonly locationId: string;
  readonly status: ShipmentStatus;
  readonly carrier: string;
  readonly carrierService: string | null;
  readonly trackingNumber: string | null;
  readonly trackingUrl: string | null;
  readonly shippedAt: Date;
  readonly estimatedDeliveryAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly resolution: ShipmentResolution | null;
  readonly receivedBackAt: Date | null;
  readonly createdAt: Date;
};

export type ShipmentLine = {
  readonly shipmentId: string;
  readonly fulfillmentOrderLineId: string;
  readonly orderLineId: string;
  readonly quantity: number;
};

export type ShipmentEvent = {
  readonly shipmentId: string;
  readonly eventId: string;
  readonly status: ShipmentStatus;
  readonly description: string | null;
  readonly place: string | null;
  readonly occurredAt: Date;
};

const endings: readonly ShipmentStatus[] = ['DELIVERED', 'LOST', 'RETURNED_TO_SENDER'];

/** When several events happened at the same moment, the one further on counts. */
const rank: Record<ShipmentStatus, number> = {
  LABEL_CREATED: 0,
  IN_TRANSIT: 1,
  EXCEPTION: 2,
  OUT_FOR_DELIVERY: 3,
  LOST: 4,
  RETURNED_TO_SENDER: 5,
  DELIVERED: 6,
};

/**
 * Where a shipment stands, from every event known and in whatever order they came: the latest that happened tells the
 * state, except that nothing but DELIVERED, LOST and RETURNED_TO_SENDER ends it, and once ended only another end
 * changes it: what was lost may be found.
 */
export function followEvents(events: readonly Pick<ShipmentEvent, 'status' | 'occurredAt'>[]): {
  readonly status: ShipmentStatus;
  readonly deliveredAt: Date | null;
} {
  const byTime = [...events].sort(
    (a, b) => a.occurredAt.getTime() - b.occurredAt.getTime() || rank[a.status] - rank[b.status],
  );
  const ends = byTime.filter(({ status }) => endings.includes(status));
  const latest = ends.at(-1) ?? byTime.at(-1);
  const delivered = ends.find(({ status }) => status === 'DELIVERED');
  return {
    status: latest?.status ?? 'IN_TRANSIT',
    deliveredAt: latest?.status === 'DELIVERED' ? (delivered?.occurredAt ?? null) : null,
  };
}
