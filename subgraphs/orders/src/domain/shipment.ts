export type ShipmentStatus =
  | 'LABEL_CREATED'
  | 'IN_TRANSIT'
  | 'OUT_FOR_DELIVERY'
  | 'DELIVERED'
  | 'EXCEPTION'
  | 'RETURNED_TO_SENDER';

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

/** When several events happened at the same moment, the one further on counts. */
const rank: Record<ShipmentStatus, number> = {
  LABEL_CREATED: 0,
  IN_TRANSIT: 1,
  EXCEPTION: 2,
  OUT_FOR_DELIVERY: 3,
  RETURNED_TO_SENDER: 4,
  DELIVERED: 5,
};

/**
 * Where a shipment stands, from every event known and in whatever order they came: the latest that happened tells the
 * state, except that nothing but DELIVERED and RETURNED_TO_SENDER ends it, and once ended only another end changes it.
 */
export function followEvents(events: readonly Pick<ShipmentEvent, 'status' | 'occurredAt'>[]): {
  readonly status: ShipmentStatus;
  readonly deliveredAt: Date | null;
} {
  const byTime = [...events].sort(
    (a, b) => a.occurredAt.getTime() - b.occurredAt.getTime() || rank[a.status] - rank[b.status],
  );
  const ends = byTime.filter(({ status }) => status === 'DELIVERED' || status === 'RETURNED_TO_SENDER');
  const latest = ends.at(-1) ?? byTime.at(-1);
  const delivered = ends.find(({ status }) => status === 'DELIVERED');
  return {
    status: latest?.status ?? 'IN_TRANSIT',
    deliveredAt: latest?.status === 'DELIVERED' ? (delivered?.occurredAt ?? null) : null,
  };
}
