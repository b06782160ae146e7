import { describe, expect, it } from 'vitest';
import type { Asker, Deployment } from '../deployment.ts';
import { checkOut, deliver, shopper } from './order-steps.ts';
import { bestStocked } from './shopping.ts';

type Made = Record<string, Record<string, { id: string } | null>>;

const operator: Asker = { role: 'operator' };
const stranger: Asker = { role: 'shopper', customerId: 'cus_2', subject: 'a stranger' };

/** Asks as somebody to whom each thing is foreign, and asks for what is not there: the answers must be one and the same. */
export function rowRules(deployment: () => Deployment): void {
  describe('what belongs to somebody else', () => {
    const things: Record<string, string> = {};
    let elsewhere: string;

    async function make(field: string, type: string, shown: string, input: object, asker = operator): Promise<string> {
      const mutation = `mutation ($input: ${type}!) { ${field}(input: $input) { ${shown} { id } userErrors { ... on UserError { message } } } }`;
      const { data, errors } = await deployment().post<Made>('/graphql', mutation, { input }, asker);
      const id = data?.[field]?.[shown]?.id;
      if (!id) throw new Error(JSON.stringify({ data, errors }));
      return id;
    }

    it('is made', async () => {
      const [here, other, third] = deployment().retailer.locations.filter(
        ({ type, status, feed }) => type === 'STORE' && status === 'ACTIVE' && feed.mode !== 'SNAPSHOT',
      );
      elsewhere = other?.id ?? '';
      const { sku } = await bestStocked(deployment());
      const order = await checkOut(deployment(), 'row-rules');
      const find = `{ order(id: "${order}") { number fulfillmentOrders { id location { id } } lines { id } } }`;
      type Found = {
        order: {
          number: string;
          fulfillmentOrders: { id: string; location: { id: string } }[];
          lines: { id: string }[];
        };
      };
      const { data } = await deployment().post<Found>('/graphql', find, {}, operator);
      const work = data.order.fulfillmentOrders[0];
      if (work?.location.id === elsewhere) elsewhere = third?.id ?? '';
      const at = { locationId: here?.id };
      const line = { sku, quantity: 1 };
      Object.assign(things, {
        order,
        number: data.order.number,
        line: data.order.lines[0]?.id,
        work: work?.id,
        location: work?.location.id,
        hold: await make(
          'reserveStock',
          'ReserveStockInput',
          'reservation',
          { idempotencyKey: 'row-rules-hold', channelId: 'chn_web', cartReference: 'rows', lines: [line] },
          shopper,
        ),
        count: await make('createCountTask', 'CreateCountTaskInput', 'task', {
          idempotencyKey: 'row-rules-count',
          name: 'Rows',
          skus: [sku],
          ...at,
        }),
        transfer: await make('createTransferOrder', 'CreateTransferOrderInput', 'transferOrder', {
          idempotencyKey: 'row-rules-transfer',
          fromLocationId: here?.id,
          toLocationId: work?.location.id === here?.id ? third?.id : work?.location.id,
          lines: [line],
        }),
        snapshot: await make('startStockSnapshot', 'StartStockSnapshotInput', 'snapshot', {
          idempotencyKey: 'row-rules-snapshot',
          takenAt: new Date().toISOString(),
          expectedChunks: 1,
          ...at,
        }),
      });
      const delivered = await checkOut(deployment(), 'row-rules-delivered');
      await deliver(deployment(), delivered);
      const lines = `{ order(id: "${delivered}") { lines { id } } }`;
      const bought = await deployment().post<{ order: { lines: { id: string }[] } }>('/graphql', lines, {}, operator);
      const returned = { orderLineId: bought.data.order.lines[0]?.id, quantity: 1, reason: 'TOO_SMALL' };
      const ask = {
        idempotencyKey: 'row-rules-return',
        orderId: delivered,
        method: 'CARRIER_DROP_OFF',
        lines: [returned],
      };
      things.return = await make('createReturn', 'CreateReturnInput', 'return', ask, shopper);
      expect(Object.values(things).filter((id) => !id)).toEqual([]);
    });

    const problems = 'userErrors { ... on UserError { code message path } }';
    const key = 'idempotencyKey: $key';
    const version = 'expectedVersion: 1';
    const asStranger = () => stranger;
    const asStaff = (): Asker => ({ role: 'store-staff', locationIds: [elsewhere] });
    const asPartner = (): Asker => ({ role: 'partner', locationIds: [elsewhere] });
    const work = 'fulfillmentOrder { id }';

    /** What is asked of each, with `$id` for its id. */
    const questions: readonly [string, string, () => Asker][] = [
      ['order', '{ order(id: $id) { id number } }', asStranger],
      ['order', '{ order(id: $id) { id } }', asStaff],
      ['number', '{ orderByNumber(number: $id) { id } }', asStranger],
      ['number', '{ orderByNumber(number: $id, email: "wrong@example.com") { id } }', asStranger],
      ['order', '{ orders(filter: { ids: [$id] }) { nodes { id } totalCount } }', asStranger],
      ['order', '{ returns(filter: { orderIds: [$id] }) { nodes { id } } }', asStranger],
      ['work', '{ fulfillmentOrder(id: $id) { id } }', asStaff],
      ['order', '{ fulfillmentOrders(filter: { orderIds: [$id] }) { nodes { id } } }', asStaff],
      ['location', '{ fulfillmentOrders(filter: { locationIds: [$id] }) { nodes { id } } }', asStaff],
      ['location', '{ inventoryLevels(filter: { locationIds: [$id] }) { nodes { id } } }', asStaff],
      ['hold', '{ reservation(id: $id) { id status } }', asStranger],
      ['count', '{ countTask(id: $id) { id } }', asStaff],
      ['transfer', '{ transferOrder(id: $id) { id } }', asStaff],
      ['snapshot', '{ stockSnapshot(id: $id) { id } }', asPartner],
      [
        'order',
        `mutation { cancelOrder(input: { orderId: $id, ${key}, ${version}, reason: CUSTOMER_REQUEST }) { order { id } ${problems} } }`,
        asStranger,
      ],
      [
        'order',
        `mutation { editOrder(input: { orderId: $id, ${key}, ${version}, setQuantities: [] }) { order { id } ${problems} } }`,
        asStranger,
      ],
      [
        'order',
        `mutation { createReturn(input: { orderId: $id, ${key}, method: CARRIER_DROP_OFF, lines: [{ orderLineId: "x", quantity: 1, reason: OTHER }] }) { return { id } ${problems} } }`,
        asStranger,
      ],
      ['return', '{ return(id: $id) { id status } }', asStranger],
      ['return', '{ returns(filter: { ids: [$id] }) { nodes { id } } }', asStranger],
      ['return', `mutation { cancelReturn(input: { id: $id, ${version} }) { return { id } ${problems} } }`, asStranger],
      [
        'return',
        `mutation { exchangeReturn(input: { id: $id, ${version}, ${key}, lines: [{ returnLineId: "x", quantity: 1, sku: "x" }] }) { return { id } ${problems} } }`,
        asStranger,
      ],
      [
        'return',
        `mutation { cancelExchange(input: { returnId: $id, exchangeId: "x", ${version} }) { return { id } ${problems} } }`,
        asStranger,
      ],
      [
        'hold',
        `mutation { extendReservation(input: { id: $id, holdFor: "PT5M" }) { reservation { id } ${problems} } }`,
        asStranger,
      ],
      ['hold', `mutation { releaseReservation(input: { id: $id }) { reservation { id } ${problems} } }`, asStranger],
      ['work', `mutation { acceptFulfillmentOrder(input: { id: $id, ${version} }) { ${work} ${problems} } }`, asStaff],
      [
        'work',
        `mutation { rejectFulfillmentOrder(input: { id: $id, ${version}, reason: ITEM_DAMAGED }) { ${work} ${problems} } }`,
        asStaff,
      ],
      [
        'work',
        `mutation { shipFulfillmentOrder(input: { id: $id, ${version}, ${key}, carrier: "x" }) { shipment { id } ${problems} } }`,
        asPartner,
      ],
      [
        'work',
        `mutation { completePickup(input: { id: $id, ${key}, identityChecked: true }) { ${work} ${problems} } }`,
        asStaff,
      ],
      ['count', `mutation { submitCountTask(input: { id: $id }) { task { id } ${problems} } }`, asStaff],
      ['count', `mutation { cancelCountTask(input: { id: $id }) { task { id } ${problems} } }`, asStaff],
      [
        'transfer',
        `mutation { cancelTransferOrder(input: { id: $id }) { transferOrder { id } ${problems} } }`,
        asStaff,
      ],
      [
        'transfer',
        `mutation { requestTransferOrder(input: { id: $id }) { transferOrder { id } ${problems} } }`,
        asStaff,
      ],
      [
        'snapshot',
        `mutation { completeStockSnapshot(input: { snapshotId: $id }) { snapshot { id } ${problems} } }`,
        asPartner,
      ],
      [
        'snapshot',
        `mutation { abortStockSnapshot(input: { snapshotId: $id }) { snapshot { id } ${problems} } }`,
        asPartner,
      ],
    ];

    it.each(questions)('%s is answered as if it were not there: %s', async (thing, question, asker) => {
      const told = async (id: string) => {
        const query = question.replaceAll('$id', JSON.stringify(id)).replace('$key', JSON.stringify(`rows-${id}`));
        return JSON.stringify(await deployment().post('/graphql', query, {}, asker())).replaceAll(id, 'it');
      };
      const id = things[thing] ?? '';
      const missing = `${id.slice(0, -3)}${id.endsWith('zzz') ? 'yyy' : 'zzz'}`;
      const foreign = await told(id);
      expect(foreign).toBe(await told(thing === 'location' ? 'loc_9999' : missing));
      expect(foreign).toContain('"status":200');
      if (question.startsWith('mutation')) expect(foreign).toContain('"NOT_FOUND"');
      else expect(foreign).not.toContain('"id"');
    });

    it('is nothing to a live answer, nor is work at somebody else’s location', async () => {
      const first = async (path: string, query: string, asker: Asker) => {
        const response = await fetch(`${deployment().url}${path}/stream`, {
          method: 'POST',
          headers: { accept: 'text/event-stream', authorization: `Bearer ${await deployment().tokenOf(asker)}` },
          body: JSON.stringify({ query }),
        });
        let text = '';
        for await (const piece of (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
          text += piece;
          const [, data] = /^data: (\{.*)$/m.exec(text) ?? [];
          if (data) return JSON.parse(data);
        }
      };
      const order = (id = '') =>
        first('/graphql/storefront', `subscription { orderChanged(id: "${id}") { id } }`, stranger);
      expect(await order(things.order)).toEqual({ data: { orderChanged: null } });
      expect(await order(things.order)).toEqual(await order('ord_none'));
      const queue = `subscription { fulfillmentQueueChanged(locationId: "${things.location}") { id
        fulfillmentOrders(first: 50) { nodes { id } } workload { offered } } }`;
      const { data } = await first('/graphql/store-app', queue, asStaff());
      expect(data.fulfillmentQueueChanged).toEqual({
        id: things.location,
        fulfillmentOrders: { nodes: [] },
        workload: null,
      });
    });
  });
}
