import { readOperation } from '@passerelle/contracts/operations';
import { aService } from '@passerelle/testing';
import { expect, onTestFinished } from 'vitest';
import { aNetwork, aStore, aWarehouse, faults, type NetworkGraph } from './a-network.ts';

const orders = aService('orders');
const allocateText = readOperation('service', 'Allocate');
const releaseText = readOperation('service', 'Release');
const issueText = readOperation('service', 'Issue').replace(
  '{ code }',
  '{ code path } ... on QuantityTooLargeError { maximumQuantity }',
);

type Problem = { __typename: string; code: string; path: string[] | null; message: string };
type Input = Record<string, unknown>;

export const line = (orderLineId: string, sku: string, quantity: number, locationId: string) => ({
  orderLineId,
  sku,
  quantity,
  locationId,
});

/** Inventory with goods to allocate; broken invariants fail the test that broke them. */
export async function aGraphForOrders(): Promise<NetworkGraph> {
  const graph = await aNetwork(
    [
      aWarehouse('loc_w'),
      aStore('loc_1'),
      aStore('loc_off', { status: 'INACTIVE' }),
      aStore('loc_b2c', { channelIds: ['chn_other'] }),
    ],
    { SHIRT: { loc_w: 10, loc_1: 5, loc_off: 5, loc_b2c: 5 }, HAT: { loc_w: 4 } },
  );
  onTestFinished(async () => {
    const found = await faults(graph);
    await graph[Symbol.asyncDispose]();
    expect(found).toEqual([]);
  });
  return graph;
}

/** What orders asks of inventory, for order `ord_1` unless told. */
export const ordersOf = (graph: NetworkGraph) => ({
  allocate: (input: Input) =>
    graph
      .ask<{
        allocateOrder: {
          reservations: { id: string; lines: { sku: string; quantity: number; location: { id: string } }[] }[];
          userErrors: (Problem & { availableQuantity?: number })[];
        };
      }>(allocateText, { input: { orderId: 'ord_1', revision: 1, channelId: 'chn_web', ...input } }, orders)
      .then((data) => data.allocateOrder),
  release: (input: Input = {}) =>
    graph
      .ask<{ releaseOrderAllocation: { releasedUnits: number } }>(
        releaseText,
        { input: { orderId: 'ord_1', revision: 1, ...input } },
        orders,
      )
      .then((data) => data.releaseOrderAllocation.releasedUnits),
  issue: (input: Input) =>
    graph
      .ask<{ issueAllocatedStock: { issuedUnits: number; userErrors: (Problem & { maximumQuantity?: number })[] } }>(
        issueText,
        {
          input: {
            orderId: 'ord_1',
            issueReference: 'shp_1',
            locationId: 'loc_w',
            occurredAt: graph.clock.now().toISOString(),
            ...input,
          },
        },
        orders,
      )
      .then((data) => data.issueAllocatedStock),
  async level(sku: string, locationId: string) {
    const [row] = await graph.database.sql`
      select on_hand as "onHand", reserved, blocked from stock_levels join items using (item_no)
      join locations using (location_no) where sku = ${sku} and locations.id = ${locationId}`;
    return row && { ...row };
  },
  async reservationsOf(orderId: string) {
    const data = await graph.ask<{
      _entities: {
        reservations: { id: string; status: string; lines: { quantity: number; issuedQuantity: number }[] }[];
      }[];
    }>(
      `query O($of: [_Any!]!) { _entities(representations: $of) { ... on Order {
        reservations { id status lines { quantity issuedQuantity } } } } }`,
      { of: [{ __typename: 'Order', id: orderId }] },
    );
    return data._entities[0]?.reservations ?? [];
  },
});
