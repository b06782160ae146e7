/** What one subgraph tells another: something that became true, told after the transaction that made it true. */
export type DomainEvent = {
  /** Unique over all sources; the receiver applies each id once. */
  readonly id: string;
  readonly type: EventType;
  /** Id of the thing it is about; events of one subject arrive in order. */
  readonly subject: string;
  readonly data: Record<string, unknown>;
  readonly occurredAt: Date;
};

/** Every event of the graph, and which subgraphs want it. Data travels right: network → inventory → orders → returns. */
export const subscriptions = {
  /** A location's eligibility facts changed; `data` is the feed entry. */
  'location.eligibility-changed': ['inventory'],
  /** Less is on hand than reserved at a location; `data`: sku, locationId, missing units, orderIds. */
  'stock.shortage': ['orders'],
  /** Goods arrived where units were promised before they were there; `data`: sku, locationId, units still missing. */
  'stock.arrived': ['orders'],
  /** A channel's sellable units of a SKU crossed zero or its threshold; nobody inside the graph listens yet. */
  'stock.crossed': [],
  /** A transfer order moved on; `data`: transferOrderId, status, version, and both locations. Nobody inside listens yet. */
  'transfer.changed': [],
  /** An order was placed, changed, or moved on; `data`: orderId, version, status. */
  'order.changed': ['returns'],
  /** A return reached its end; nobody inside the graph listens yet. */
  'return.closed': [],
} as const satisfies Record<string, readonly string[]>;

export type EventType = keyof typeof subscriptions;

/** CloudEvents 1.0 in JSON, the form on the wire. */
export type CloudEvent = {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly data: Record<string, unknown>;
};

export const toCloudEvent = (event: DomainEvent, source: string): CloudEvent => ({
  specversion: '1.0',
  id: event.id,
  source: `/passerelle/${source}`,
  type: event.type,
  subject: event.subject,
  time: event.occurredAt.toISOString(),
  datacontenttype: 'application/json',
  data: event.data,
});

export const fromCloudEvent = (event: CloudEvent): DomainEvent => ({
  id: event.id,
  type: event.type as EventType,
  subject: event.subject,
  data: event.data,
  occurredAt: new Date(event.time),
});
