import { readOperation } from '@passerelle/contracts/operations';
import { openInventory } from '@passerelle/inventory';
import { openOrders, invariants as orderInvariants } from '@passerelle/orders';
import type { Caller, SubgraphName } from '@passerelle/server';
import { openStoreNetwork } from '@passerelle/store-network';
import { aCaller, ask, testGraph } from '@passerelle/testing';
import { expect } from 'vitest';
import { invariants, openReturns } from '../src/index.ts';
import { operator, staff } from './open-returns.ts';

export const storefront = aCaller('storefront');
export const shopper = aCaller('shopper', { customerId: 'customer-1' });
export const euros = (amount: string) => ({ amount, currency: 'EUR' });
export const mutation = (field: string, payload: string) =>
  `mutation ($input: ${field[0]?.toUpperCase()}${field.slice(1)}Input!) {
    ${field}(input: $input) { ${payload} userErrors { ... on UserError { code message path } } } }`;

export const shirts = (quantity: number, sku: string, price: string) => ({
  sku,
  quantity,
  name: 'Shirt',
  unitPrice: euros(price),
  taxTotal: euros('4.00'),
  deliveryGroupKey: 'all',
});

type Graph = Awaited<ReturnType<typeof testGraph>>;

/** Asks the subgraphs of a graph, each at its own door. */
function doorsOf(graph: Graph) {
  const sqlOf = (name: SubgraphName) => {
    const subgraph = graph.subgraphs.get(name);
    if (!subgraph) throw new Error(`${name} is not open`);
    return subgraph.database.sql;
  };

  async function question<Data>(name: SubgraphName, query: string, variables: object, caller: Caller) {
    const executor = graph.executors.get(name);
    if (!executor) throw new Error(`${name} is not open`);
    return ask<Data>(executor, query, { ...variables }, caller);
  }

  /** Sends a mutation, stored or not, that must not be refused, and answers its payload. */
  async function change<Payload>(name: SubgraphName, query: string, input: object, caller: Caller = operator) {
    const data = await question<Record<string, Payload & { userErrors: object[] }>>(name, query, { input }, caller);
    const [payload] = Object.values(data);
    if (!payload) throw new Error(`${query} answered nothing`);
    expect(payload.userErrors).toEqual([]);
    return payload;
  }
  return { sqlOf, question, change };
}
type Doors = ReturnType<typeof doorsOf>;

type Place = { readonly type?: string; readonly services?: readonly string[]; readonly isInChannel?: boolean };

/** Opens locations: shops that hand out and take back in the web shop's channel, unless told otherwise. */
const opening =
  ({ sqlOf, change }: Doors) =>
  async (
    code: string,
    { type = 'STORE', services = ['CLICK_AND_COLLECT', 'RETURN_IN_STORE'], isInChannel = true }: Place = {},
  ): Promise<string> => {
    const address = { lines: ['1 rue de la République'], city: code, postalCode: '69001', countryCode: 'FR' };
    const shop = { idempotencyKey: `shop-${code}`, code, name: code, type, address, timeZone: 'Europe/Paris' };
    type Created = { location: { id: string; version: number } };
    const created = await change<Created>('store-network', mutation('createLocation', 'location { id version }'), shop);
    const locationId = created.location.id;
    let { version } = created.location;
    for (const service of services) {
      const input = { locationId, expectedVersion: version, type: service, isEnabled: true, preparationTime: 'PT1H' };
      const text = mutation('setLocationService', 'location { version }');
      version = (await change<{ location: { version: number } }>('store-network', text, input)).location.version;
    }
    const days = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
    const periods = days.map((day) => ({ day, opensAt: '09:00', closesAt: '20:00' }));
    const hours = { locationId, expectedVersion: version, periods };
    await change('store-network', mutation('setOpeningHours', 'location { id }'), hours);
    const active = { id: locationId, expectedVersion: version + 1, status: 'ACTIVE' };
    await change('store-network', mutation('setLocationStatus', 'location { id }'), active);
    if (isInChannel) {
      const [channel] = await sqlOf('store-network')`select version from channels where id = 'chn_web'`;
      const served = { channelId: 'chn_web', expectedVersion: channel?.version, addLocationIds: [locationId] };
      await change('store-network', mutation('updateChannelLocations', 'channel { id }'), served);
    }
    return locationId;
  };

type Work = {
  id: string;
  version: number;
  type: string;
  location: { id: string };
  lines: { id: string; quantity: number }[];
};
type Totals = Record<'captured' | 'refunded' | 'balance', { amount: string }>;
export type Sold = {
  status: string;
  version: number;
  lines: { id: string }[];
  fulfillmentOrders: Work[];
  totals: Totals;
};
type Group = Readonly<Record<string, unknown>>;

/** Sells for the web shop and hands over. */
function sellingIn(graph: Graph, { question, change }: Doors) {
  let sold = 0;
  const collection = (pickupLocationId: string): Group => ({ method: 'CLICK_AND_COLLECT', pickupLocationId });

  /** An order, of two shirts unless told, to be collected in a shop or to go where told. */
  async function placedOrder(to: string | Group, cardToken?: string, lines = [shirts(2, 'SHIRT', '25.00')]) {
    sold += 1;
    const total = euros(lines.reduce((sum, line) => sum + line.quantity * Number(line.unitPrice.amount), 0).toFixed(2));
    const group = typeof to === 'string' ? collection(to) : to;
    const input = {
      idempotencyKey: `checkout-${sold}`,
      channelId: 'chn_web',
      customer: { customerId: 'customer-1', email: 'camille@example.com', firstName: 'Camille', lastName: 'Martin' },
      deliveryGroups: [{ key: 'all', price: euros('0.00'), ...group }],
      lines,
      expectedTotal: total,
      payment: { provider: 'demo', reference: `pay-${sold}`, method: 'card', cardToken, authorized: total },
    };
    const checkout = readOperation('storefront', 'Checkout');
    return (await change<{ order: { id: string } }>('orders', checkout, input, storefront)).order.id;
  }

  async function readOrder(id: string): Promise<Sold> {
    const query = `query ($id: ID!) { order(id: $id) { status version lines { id }
      totals { captured { amount } refunded { amount } balance { amount } }
      fulfillmentOrders { id version type location { id } lines { id quantity } } } }`;
    return (await question<{ order: Sold }>('orders', query, { id }, operator)).order;
  }

  /** Has the location pick all of an order's work. */
  async function picked(id: string): Promise<Work> {
    const work = async () => (await readOrder(id)).fulfillmentOrders[0] as Work;
    const offered = await work();
    const accepted = { id: offered.id, expectedVersion: offered.version };
    await change('orders', readOperation('store-app', 'Accept'), accepted, staff);
    const lines = offered.lines.map((line) => ({ lineId: line.id, pickedQuantity: line.quantity }));
    const picking = { id: offered.id, expectedVersion: (await work()).version, lines, isComplete: true };
    await change('orders', readOperation('store-app', 'Pick'), picking, staff);
    return work();
  }
  const handedOver = async (id: string) => {
    await graph.settle();
    return { id, lineId: (await readOrder(id)).lines[0]?.id as string };
  };

  /** Has the shop hand an order over. */
  async function collect(id: string) {
    const { id: workId, version } = await picked(id);
    const ready = { id: workId, expectedVersion: version };
    await change('orders', mutation('markReadyForPickup', 'fulfillmentOrder { id }'), ready, staff);
    const handOver = { idempotencyKey: `collect-${id}`, id: workId, identityChecked: true };
    await change('orders', readOperation('store-app', 'Collect'), handOver, staff);
    return handedOver(id);
  }

  const collectedOrder = async (locationId: string) => collect(await placedOrder(locationId));
  return { placedOrder, readOrder, picked, collect, collectedOrder, handedOver };
}

/** Sends orders from their locations to the shopper. */
function deliveringIn(graph: Graph, { change }: Doors, { picked, handedOver }: ReturnType<typeof sellingIn>) {
  async function sent(id: string) {
    const { id: workId, version } = await picked(id);
    const parcel = { idempotencyKey: `ship-${id}`, id: workId, expectedVersion: version, carrier: 'colissimo' };
    const ship = readOperation('partner', 'WmsShip');
    return (await change<{ shipment: { id: string } }>('orders', ship, parcel)).shipment.id;
  }
  return {
    /** Sends an order of which nobody hears again. */
    async lose(id: string) {
      await sent(id);
      return handedOver(id);
    },
    /** Sends an order, and has it arrive. */
    async deliver(id: string) {
      const shipmentId = await sent(id);
      const occurredAt = graph.clock.now().toISOString();
      const delivered = { shipmentId, eventId: `delivered-${id}`, status: 'DELIVERED', occurredAt };
      await change('orders', mutation('recordShipmentEvent', 'shipment { id }'), delivered);
      return handedOver(id);
    },
  };
}

/** Inventory as it is stored. */
function stockIn(graph: Graph, { sqlOf, change }: Doors) {
  let events = 0;
  return {
    /** Units that arrive at a location. */
    async receive(locationId: string, sku: string, delta: number) {
      const occurredAt = graph.clock.now().toISOString();
      const event = { eventId: `r${++events}`, locationId, sku, delta, reason: 'RECEIPT', occurredAt };
      await change('inventory', readOperation('partner', 'TillEvents'), { source: 'till', events: [event] });
    },
    async stockAt(locationId: string, sku = 'SHIRT') {
      const [level] = await sqlOf('inventory')`
        select on_hand, blocked, reserved from stock_levels join items using (item_no) join locations using (location_no)
        where sku = ${sku} and locations.id = ${locationId}`;
      return level ?? { on_hand: 0, blocked: 0, reserved: 0 };
    },
  };
}

type Found = {
  id: string;
  status: string;
  version: number;
  availableActions: string[];
  lines: { id: string }[];
  exchanges: { id: string; status: string; order: { id: string } | null }[];
  refunds: object[];
};

type Refused = { code: string; message: string; path: string[] | null };
type Exchanged = { id: string; status: string; order: { id: string } | null; amountDue: { amount: string } };

/** Takes goods of real orders back. */
function takingBackIn({ question, change }: Doors) {
  let steps = 0;
  const key = () => `step-of-return-${++steps}`;

  const find = async (id: string) => {
    const query = `query ($id: ID!) { return(id: $id) { id status version availableActions lines { id }
      exchanges { id status order { id } } refunds { status amount { amount } } } }`;
    return (await question<{ return: Found }>('returns', query, { id }, staff)).return;
  };

  /** A return of units of an order line, to a shop unless told. */
  async function askedBack(
    order: { id: string; lineId: string },
    quantity: number,
    dropOffLocationId: string,
    more: object = {},
    caller = shopper,
  ) {
    const lines = [{ orderLineId: order.lineId, quantity, reason: 'TOO_SMALL' }];
    const input = { idempotencyKey: key(), orderId: order.id, method: 'IN_STORE', dropOffLocationId, lines, ...more };
    const ask = readOperation('storefront', 'AskReturn');
    return find((await change<{ return: { id: string } }>('returns', ask, input, caller)).return.id);
  }

  const step = async (id: string, locationId: string) => {
    const { version, lines } = await find(id);
    const base = { idempotencyKey: key(), id, expectedVersion: version, locationId };
    return { base, returnLineId: lines[0]?.id };
  };

  /** Takes units of the first line in. */
  async function takenIn(id: string, quantity: number, locationId: string, caller = staff) {
    const { base, returnLineId } = await step(id, locationId);
    const arrived = { ...base, lines: [{ returnLineId, quantity }] };
    await change('returns', readOperation('store-app', 'TakeBack'), arrived, caller);
  }

  /** Finds units of the first line as new, and puts them back on sale. */
  async function judged(id: string, quantity: number, locationId: string, caller = staff) {
    const { base, returnLineId } = await step(id, locationId);
    const lines = [{ returnLineId, quantity, condition: 'AS_NEW', disposition: 'RESTOCK' }];
    await change('returns', readOperation('store-app', 'Inspect'), { ...base, lines }, caller);
  }

  async function restocked(id: string, quantity: number, locationId: string, caller = staff) {
    await takenIn(id, quantity, locationId, caller);
    await judged(id, quantity, locationId, caller);
  }

  /** Asks for money for what may be paid for now; the answer may be a refusal. */
  async function askMoney(id: string, more: object = {}) {
    const input = { idempotencyKey: key(), id, expectedVersion: (await find(id)).version, ...more };
    type Paid = { refund: { status: string; amount: { amount: string } } | null; userErrors: Refused[] };
    const text = readOperation('store-app', 'PayBack');
    return (await question<{ refundReturn: Paid }>('returns', text, { input }, staff)).refundReturn;
  }
  async function payBack(id: string, more: object = {}) {
    const { refund, userErrors } = await askMoney(id, more);
    expect(userErrors).toEqual([]);
    return refund as NonNullable<typeof refund>;
  }

  /** Asks for other units in place of units of the first line; the answer may be a refusal. */
  async function askOther(id: string, sku: string, quantity: number, more: object = {}) {
    const { version, lines } = await find(id);
    const text = `mutation ($input: ExchangeReturnInput!) { exchangeReturn(input: $input) {
      exchange { id status order { id } amountDue { amount } } userErrors { ... on UserError { code message path } } } }`;
    const wanted = [{ returnLineId: lines[0]?.id, sku, quantity }];
    const input = { idempotencyKey: key(), id, expectedVersion: version, lines: wanted, ...more };
    type Answer = { exchange: Exchanged | null; userErrors: Refused[] };
    return (await question<{ exchangeReturn: Answer }>('returns', text, { input }, shopper)).exchangeReturn;
  }
  async function replace(id: string, sku: string, quantity: number, more: object = {}) {
    const { exchange, userErrors } = await askOther(id, sku, quantity, more);
    expect(userErrors).toEqual([]);
    return exchange as Exchanged & { order: { id: string } };
  }
  const undo = async (id: string, exchangeId: string) => {
    const text = mutation('cancelExchange', 'exchange { status }');
    const input = { returnId: id, exchangeId, expectedVersion: (await find(id)).version };
    type Undone = { cancelExchange: { exchange: { status: string } | null; userErrors: { code: string }[] } };
    return (await question<Undone>('returns', text, { input }, staff)).cancelExchange;
  };
  return { find, askedBack, takenIn, judged, restocked, askMoney, payBack, askOther, replace, undo, key };
}

/** All four subgraphs on their own databases, with the web shop and two goods. */
export async function openRealMarket() {
  const graph = await testGraph({
    'store-network': openStoreNetwork,
    inventory: openInventory,
    orders: openOrders,
    returns: openReturns,
  });
  const doors = doorsOf(graph);
  await doors.sqlOf('store-network')`
    insert into channels (id, code, name, type, currency, default_locale, ships_to)
    values ('chn_web', 'WEB', 'Web shop', 'ECOMMERCE', 'EUR', 'fr-FR', '{FR}')`;
  await doors.sqlOf('inventory')`insert into items (sku) values ('SHIRT'), ('SHIRT-L')`;
  const openPlace = opening(doors);
  const selling = sellingIn(graph, doors);
  return {
    graph,
    ...doors,
    openPlace,
    ...selling,
    ...deliveringIn(graph, doors, selling),
    ...stockIn(graph, doors),
    ...takingBackIn(doors),
    /** Ends every test file: whatever it did, the invariants hold. */
    async close() {
      for (const [name, rules] of [['returns', invariants] as const, ['orders', orderInvariants] as const]) {
        for (const rule of rules) expect(await doors.sqlOf(name).unsafe(rule.sql), rule.name).toEqual([]);
      }
      await graph[Symbol.asyncDispose]();
    },
  };
}
