import { readOperation } from '@passerelle/contracts/operations';
import { aCaller, aService } from '@passerelle/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import type { NetworkGraph } from '../test/a-network.ts';
import { aGraphForOrders, line, ordersOf } from '../test/orders-of.ts';

const restockText = readOperation('service', 'Restock');
const returns = aService('returns');

let graph: NetworkGraph;
let { allocate, issue, level, reservationsOf } = {} as ReturnType<typeof ordersOf>;
beforeEach(async () => {
  graph = await aGraphForOrders();
  ({ allocate, issue, level, reservationsOf } = ordersOf(graph));
});

describe('issuing allocated stock', () => {
  beforeEach(async () => {
    await allocate({ lines: [line('oln_1', 'SHIRT', 3, 'loc_w'), line('oln_2', 'HAT', 2, 'loc_w')] });
  });

  it('lowers what is on hand and what is reserved, once for a reference', async () => {
    const lines = [line('oln_1', 'SHIRT', 2, 'loc_w')];
    expect(await issue({ lines })).toEqual({ issuedUnits: 2, userErrors: [] });
    expect(await issue({ lines })).toEqual({ issuedUnits: 2, userErrors: [] });
    expect(await level('SHIRT', 'loc_w')).toEqual({ onHand: 8, reserved: 1, blocked: 0 });
    const movements = await graph.database.sql`
      select reason, quantity, reference, actor from stock_movements where source = 'passerelle:issue'`;
    expect([...movements]).toEqual([{ reason: 'ISSUE', quantity: -2, reference: 'ord_1', actor: 'service:orders' }]);

    const rest = [line('oln_1', 'SHIRT', 1, 'loc_w'), line('oln_2', 'HAT', 2, 'loc_w')];
    expect(await issue({ issueReference: 'shp_2', lines: rest })).toMatchObject({ issuedUnits: 3 });
    expect(await reservationsOf('ord_1')).toMatchObject([{ status: 'ISSUED' }]);
  });

  it('refuses more than is allocated, and changes nothing', async () => {
    const lines = [line('oln_2', 'HAT', 1, 'loc_w'), line('oln_1', 'SHIRT', 4, 'loc_w')];
    expect(await issue({ lines })).toMatchObject({
      issuedUnits: 0,
      userErrors: [{ code: 'QUANTITY_TOO_LARGE', path: ['input', 'lines', '1', 'quantity'], maximumQuantity: 3 }],
    });
    expect(await level('HAT', 'loc_w')).toEqual({ onHand: 4, reserved: 2, blocked: 0 });
  });

  it('takes units once when two references race for the last ones', async () => {
    const results = await Promise.all(
      ['shp_a', 'shp_b'].map((issueReference) =>
        issue({ issueReference, lines: [line('oln_1', 'SHIRT', 2, 'loc_w')] }),
      ),
    );
    expect(results.map(({ issuedUnits }) => issuedUnits).sort()).toEqual([0, 2]);
    expect(await level('SHIRT', 'loc_w')).toEqual({ onHand: 8, reserved: 1, blocked: 0 });
  });
});

it('tells returns the categories of SKUs it knows, and nobody else', async () => {
  await graph.database.sql`update items set category = 'shirts' where sku = 'SHIRT'`;
  const document = readOperation('service', 'ItemsForReturn');
  const variables = { skus: ['SHIRT', 'HAT', 'UNKNOWN'] };
  expect(await graph.ask(document, variables, returns)).toEqual({
    itemsForReturn: [
      { sku: 'SHIRT', category: 'shirts' },
      { sku: 'HAT', category: null },
    ],
  });
  await expect(graph.ask(document, variables, aCaller('operator'))).rejects.toThrow('FORBIDDEN');
});

describe('taking back returned stock', () => {
  const restock = (lines: unknown, facts: Record<string, unknown> = {}) =>
    graph.ask<{ receiveReturnedStock: { restockedUnits: number } }>(
      restockText,
      { input: { returnId: 'ret_1', inspectionId: 'isp_1', locationId: 'loc_1', lines, ...facts } },
      returns,
    );

  it('puts units back for sale or aside, once for an inspection', async () => {
    const lines = [{ sku: 'SHIRT', restockedQuantity: 2, blockedQuantity: 1 }];
    const twice = await Promise.all([restock(lines), restock(lines)]);
    expect(twice.map((data) => data.receiveReturnedStock.restockedUnits)).toEqual([2, 2]);
    expect(await level('SHIRT', 'loc_1')).toEqual({ onHand: 8, reserved: 0, blocked: 1 });
  });

  it('makes a level where there was none', async () => {
    await restock([{ sku: 'HAT', restockedQuantity: 1, blockedQuantity: 0 }]);
    expect(await level('HAT', 'loc_1')).toEqual({ onHand: 1, reserved: 0, blocked: 0 });
  });
});

describe('what a store says when it turns work down', () => {
  const correct = (input: object) =>
    graph.ask<{ answer: { correctedUnits: number } }>(
      `mutation ($input: CorrectStockAfterRejectionInput!) { answer: correctStockAfterRejection(input: $input) {
        correctedUnits } }`,
      { input },
      aService('orders'),
    );

  it('takes missing units off what is on hand, damaged ones off what is for sale alone, once a correction', async () => {
    await allocate({ lines: [line('oln_1', 'SHIRT', 2, 'loc_w')] });
    const correction = { orderId: 'ord_1', correctionId: 'cor_1', locationId: 'loc_w' };
    const missing = { ...correction, lines: [{ sku: 'SHIRT', missingQuantity: 2, damagedQuantity: 0 }] };
    await Promise.all([correct(missing), correct(missing), correct(missing)]);
    expect(await level('SHIRT', 'loc_w')).toEqual({ onHand: 8, blocked: 0, reserved: 2 });
    const damaged = {
      ...correction,
      correctionId: 'cor_2',
      lines: [{ sku: 'SHIRT', missingQuantity: 0, damagedQuantity: 3 }],
    };
    expect((await correct(damaged)).answer.correctedUnits).toBe(3);
    expect(await level('SHIRT', 'loc_w')).toEqual({ onHand: 8, blocked: 3, reserved: 2 });
  });
});
