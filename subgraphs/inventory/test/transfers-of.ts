import { aCaller } from '@passerelle/testing';
import { expect } from 'vitest';
import { aNetwork, aStore, aWarehouse, type NetworkGraph } from './a-network.ts';

export const operator = aCaller('operator');
export const inLyon = aCaller('store-staff', { locationIds: ['loc_lyon'] });
export const inNice = aCaller('store-staff', { locationIds: ['loc_nice'] });
/** A warehouse's own system. */
export const inDc = aCaller('partner', { locationIds: ['loc_dc'] });

const orderFields = `id status version reference expectedAt availableActions fromLocation { id } toLocation { id }
  lines { item { sku } requestedQuantity atSenderQuantity pickedQuantity shippedQuantity inTransitQuantity
    receivedQuantity differences { kind cause quantity isOpen } }
  history { action actor note }`;
type Line = {
  item: { sku: string };
  atSenderQuantity: number;
  inTransitQuantity: number;
  receivedQuantity: number;
  differences: { kind: string; cause: string; quantity: number; isOpen: boolean }[];
};
type Order = {
  id: string;
  status: string;
  version: number;
  availableActions: string[];
  lines: Line[];
  history: { action: string; actor: string; note: string | null }[];
};
type Failure = { __typename: string; code: string; path: string[] | null; maximumQuantity?: number };
type Answer = { transferOrder: Order | null; userErrors: Failure[] };

const inputs = {
  createTransferOrder: 'CreateTransferOrderInput',
  requestTransferOrder: 'RequestTransferOrderInput',
  recordTransferPick: 'RecordTransferPickInput',
  shipTransferOrder: 'ShipTransferOrderInput',
  receiveTransferOrder: 'ReceiveTransferOrderInput',
  resolveTransferDifferences: 'ResolveTransferDifferencesInput',
  cancelTransferOrder: 'CancelTransferOrderInput',
} as const;
type Facts = { lines: readonly (readonly [sku: string, quantity: number])[]; to?: string };

/** A warehouse with twenty units of each SKU, a shop with two, and one with none. */
export async function aGraphForTransfers(): Promise<NetworkGraph> {
  const skus = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'];
  const stock = Object.fromEntries(skus.map((sku) => [sku, { loc_dc: 20, loc_nice: 2 }]));
  const graph = await aNetwork([aWarehouse('loc_dc'), aStore('loc_lyon'), aStore('loc_nice')], stock);
  await graph.database.sql`insert into items (sku, is_tracked) values ('GIFT', false)`;
  return graph;
}

/** What may be done with transfer orders, and what came of it. */
export function transfersOf(graph: NetworkGraph) {
  async function run(mutation: keyof typeof inputs, input: object, caller = operator): Promise<Answer> {
    const query = `mutation ($input: ${inputs[mutation]}!) { answer: ${mutation}(input: $input) {
      transferOrder { ${orderFields} }
      userErrors { __typename ... on UserError { code path } ... on QuantityTooLargeError { maximumQuantity } } } }`;
    return (await graph.ask<{ answer: Answer }>(query, { input }, caller)).answer;
  }

  let keys = 0;
  const aKey = () => `transfer-key-${++keys}`;
  const expectedAt = () => new Date(graph.clock.now().getTime() + 86_400_000).toISOString();

  async function done(mutation: keyof typeof inputs, input: object, caller = operator): Promise<Order> {
    const { transferOrder, userErrors } = await run(mutation, input, caller);
    expect(userErrors).toEqual([]);
    return transferOrder as Order;
  }

  async function requested({ lines, to = 'loc_lyon' }: Facts): Promise<string> {
    const { id } = await done('createTransferOrder', {
      idempotencyKey: aKey(),
      fromLocationId: 'loc_dc',
      toLocationId: to,
      lines: lines.map(([sku, quantity]) => ({ sku, quantity })),
    });
    await done('requestTransferOrder', { id });
    return id;
  }

  /** On its way with all that was asked for. */
  async function shipped(facts: Facts): Promise<string> {
    const id = await requested(facts);
    const lines = facts.lines.map(([sku, pickedQuantity]) => ({ sku, pickedQuantity }));
    await done('recordTransferPick', { idempotencyKey: aKey(), id, lines }, inDc);
    await done('shipTransferOrder', { id, expectedAt: expectedAt() }, inDc);
    return id;
  }

  /** On hand, reserved and blocked. */
  async function level(sku: string, locationId: string): Promise<number[]> {
    const [row] = await graph.database.sql`
      select on_hand, reserved, blocked from stock_levels join items using (item_no) join locations using (location_no)
      where sku = ${sku} and locations.id = ${locationId}`;
    return row ? [row.on_hand, row.reserved, row.blocked] : [0, 0, 0];
  }

  const movements = async (id: string) =>
    (
      await graph.database.sql`
        select sku, locations.id as place, kind, reason, quantity, blocked_quantity as blocked, actor
        from stock_movements join items using (item_no) join locations using (location_no)
        where reference = ${id} order by movement_no`
    ).map(({ sku, place, kind, reason, quantity, blocked }) =>
      [sku, place, kind === 'DELTA' ? '' : kind, reason, quantity, blocked].join(' '),
    );

  const nextReceipt = async (sku: string) =>
    (
      await graph.ask<{ availability: { nextReceipt: { quantity: number } | null }[] }>(
        `{ availability(channelId: "chn_web", skus: ["${sku}"]) { nextReceipt { quantity } } }`,
      )
    ).availability[0]?.nextReceipt?.quantity ?? null;

  const find = async (id: string, caller = operator) =>
    (await graph.ask<{ transferOrder: Order | null }>(`{ transferOrder(id: "${id}") { ${orderFields} } }`, {}, caller))
      .transferOrder;
  return { run, aKey, expectedAt, done, requested, shipped, level, movements, nextReceipt, find };
}
