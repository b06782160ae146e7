import { readOperation } from '@passerelle/contracts/operations';
import type { Caller } from '@passerelle/server';
import { aCaller } from '@passerelle/testing';
import type { Market } from './market.ts';

export type Work = {
  id: string;
  number: string;
  status: string;
  type: string;
  version: number;
  acceptBy: string | null;
  location: { id: string };
  availableActions: string[];
  rejections: { location: { id: string }; reason: string; note: string | null }[];
  lines: { id: string; sku: string; quantity: number; pickedQuantity: number; fulfilledQuantity: number }[];
};
type UserError = { code: string; path: string[] | null; message: string; [fact: string]: unknown };
export type Changed = { fulfillmentOrder: Work | null; userErrors: UserError[] };
export type OrderRead = {
  status: string;
  fulfillmentStatus: string;
  version: number;
  lines: { id: string; sku: string; quantity: number; cancelledQuantity: number; backorderedQuantity: number }[];
  fulfillmentOrders: Work[];
  deliveredAt: string | null;
  shipments: { id: string; status: string }[];
  routingDecisions: { strategy: string }[];
  events: { nodes: { type: string; message: string; actor: string }[] };
};

const workFields = `id number status type version acceptBy location { id } availableActions
  rejections { location { id } reason note } lines { id sku quantity pickedQuantity fulfilledQuantity }`;
const errorFields = `... on UserError { code path message } ... on VersionConflictError { actualVersion }
  ... on InvalidStateError { currentState } ... on QuantityTooLargeError { maximumQuantity }
  ... on LocationNotEligibleError { locationId } ... on InsufficientStockError { sku availableQuantity }`;

/** What a location does with its work, asked of orders as staff would. */
export function atWork(market: Market) {
  const read = async (id: string): Promise<OrderRead> =>
    (
      await market.ask<{ order: OrderRead }>(
        `query ($id: ID!) { order(id: $id) { status fulfillmentStatus version
          lines { id sku quantity cancelledQuantity backorderedQuantity }
          fulfillmentOrders { ${workFields} } deliveredAt shipments { id status } routingDecisions { strategy }
          events(first: 50) { nodes { type message actor } } } }`,
        { id },
      )
    ).order;
  const change = async (name: string, input: object, caller: Caller = aCaller('operator')): Promise<Changed> => {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
    const data = await market.ask<Record<string, Changed>>(
      `mutation ($input: ${type}!) { ${name}(input: $input) {
        fulfillmentOrder { ${workFields} } userErrors { ${errorFields} } } }`,
      { input },
      caller,
    );
    return data[name] as Changed;
  };
  const done = async (name: string, input: object): Promise<Work> => {
    const { fulfillmentOrder, userErrors } = await change(name, input);
    if (!fulfillmentOrder) throw new Error(`${name} was refused: ${JSON.stringify(userErrors)}`);
    return fulfillmentOrder;
  };
  const target = ({ id, version }: Work) => ({ id, expectedVersion: version });
  return {
    read,
    change,
    done,
    /** Places an order as the storefront; answers its id. */
    async placed(input: object): Promise<string> {
      const { placeOrder } = await market.ask<{ placeOrder: { order: { id: string } | null; userErrors: unknown } }>(
        readOperation('storefront', 'Checkout'),
        { input },
        aCaller('storefront'),
      );
      if (!placeOrder.order) throw new Error(`not placed: ${JSON.stringify(placeOrder.userErrors)}`);
      return placeOrder.order.id;
    },
    /** The order's work that nobody turned down. */
    openWork: async (id: string): Promise<Work> =>
      (await read(id)).fulfillmentOrders.find(({ status }) => status !== 'REJECTED') as Work,
    accept: (work: Work) => done('acceptFulfillmentOrder', target(work)),
    pick: (work: Work, lines: object[]) => change('recordPick', { ...target(work), lines, isComplete: true }),
    /** Accepts and picks all of it. */
    async picked(work: Work): Promise<Work> {
      const accepted = await done('acceptFulfillmentOrder', target(work));
      const lines = work.lines.map(({ id, quantity }) => ({ lineId: id, pickedQuantity: quantity }));
      return done('recordPick', { ...target(accepted), lines, isComplete: true });
    },
    reject: (work: Work, more: object) => change('rejectFulfillmentOrder', { ...target(work), ...more }),
  };
}
