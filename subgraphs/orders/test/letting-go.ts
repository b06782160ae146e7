import { aCaller } from '@passerelle/testing';
import { anOrder } from './an-order.ts';
import { atWork } from './at-work.ts';
import { type Market, openMarket } from './market.ts';
import { aKey, demoPayment, place, type Refusal, read, type Sold, timeline } from './selling.ts';

export const openWarehouses = () =>
  openMarket({
    depot: { type: 'WAREHOUSE', stock: { SHIRT: 200, MUG: 30 } },
    north: { type: 'WAREHOUSE', stock: { LAMP: 60 } },
    lyon: { type: 'STORE', stock: { SHIRT: 40 } },
  });

type Change = { kind: string; status: string; reason: string | null; answerBy: string };
type Answer = {
  order: Sold | null;
  changeRequest: Change | null;
  refundedTotal?: { amount: string } | null;
  preview?: { waitsForWarehouse: boolean; totalAfter: { amount: string } } | null;
  userErrors: (Refusal & { message: string })[];
};
export type Asked = {
  id: string;
  version: number;
  status: string;
  availableActions: string[];
  cancellationRequest: { status: string; refusalReason: string | null; lines: { sku: string; quantity: number }[] };
};

const changeFields = 'changeRequest { kind status reason answerBy }';
const errors = 'userErrors { ... on UserError { code path message } ... on NotEditableError { reasons } }';
export const wms = aCaller('partner', { subject: 'a-wms' });
export const set = (order: Sold, quantity: number) => ({ setQuantities: [{ lineId: order.lines[0]?.id, quantity }] });

/** Orders whose warehouses are asked to let go of work, and what they say. */
export function lettingGo(market: Market) {
  const staff = atWork(market);
  const asked = async (name: string, fields: string, order: Sold, more: object, caller = aCaller('operator')) => {
    const input = { idempotencyKey: aKey(), orderId: order.id, expectedVersion: order.version, ...more };
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${name}(input: $input) { order { id } ${changeFields} ${fields} } }`;
    return (await market.ask<Record<string, Answer>>(document, { input }, caller))[name] as Answer;
  };
  const edit = (order: Sold, more: object, caller = aCaller('operator')) =>
    asked('editOrder', `preview { waitsForWarehouse totalAfter { amount } } ${errors}`, order, more, caller);
  const cancel = (order: Sold, more: object = {}, caller = aCaller('operator')) =>
    asked(
      'cancelOrder',
      'refundedTotal { amount } userErrors { ... on UserError { code path message } }',
      order,
      { reason: 'CUSTOMER_REQUEST', ...more },
      caller,
    );
  const changes = async ({ id }: Sold) =>
    (
      await market.ask<{ order: { changeRequests: Change[] } }>(
        `query ($id: ID!) { order(id: $id) { changeRequests { kind status reason answerBy } } }`,
        { id },
      )
    ).order.changeRequests;

  /** What a warehouse finds when it looks for work to let go of. */
  const queue = async (locationId: string, state = 'REQUESTED') =>
    (
      await market.ask<{ fulfillmentOrders: { nodes: Asked[] } }>(
        `query ($at: [ID!]!, $in: [CancellationRequestStatus!]) {
          fulfillmentOrders(filter: { locationIds: $at, cancellationStatuses: $in }) { nodes {
            id version status availableActions cancellationRequest { status refusalReason lines { sku quantity } } } } }`,
        { at: [locationId], in: [state] },
        wms,
      )
    ).fulfillmentOrders.nodes;
  const answer = (name: 'acceptCancellation' | 'refuseCancellation', { id, version }: Pick<Asked, 'id' | 'version'>) =>
    staff.change(
      name,
      {
        id,
        expectedVersion: version,
        ...(name === 'refuseCancellation' ? { reason: 'TOO_LATE', note: 'at the dock' } : {}),
      },
      wms,
    );
  const of = async (order: Sold, locationId = 'depot') => {
    const { fulfillmentOrders } = await read(market, order);
    return (await queue(locationId)).find(({ id }) => fulfillmentOrders.some((work) => work.id === id)) as Asked;
  };

  /** An order whose work its warehouse has accepted, or picked. */
  async function taken(quantity = 3, how: 'accept' | 'picked' = 'accept', sku = 'SHIRT'): Promise<Sold> {
    const total = `${quantity * 20 + 5}.00`;
    const order = await place(market, { ...anOrder([{ sku, quantity }]), payment: demoPayment(total) });
    for (const work of (await staff.read(order.id)).fulfillmentOrders) await staff[how](work);
    return read(market, order);
  }
  const quantities = async (order: Sold) => (await read(market, order)).lines.map(({ quantity }) => quantity);
  const told = async (order: Sold) => (await timeline(market, order)).map(({ type }) => type);
  return { staff, edit, cancel, changes, queue, answer, of, taken, quantities, told };
}

export type LettingGo = ReturnType<typeof lettingGo>;
