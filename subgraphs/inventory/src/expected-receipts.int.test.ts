import { aCaller } from '@passerelle/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aNetwork, aStore, aWarehouse, type NetworkGraph } from '../test/a-network.ts';

const mutation = `mutation ($input: RecordExpectedReceiptsInput!) { recordExpectedReceipts(input: $input) {
  recordedCount unchangedCount rejections { index reference userErrors { ... on UserError { code path } } }
  userErrors { ... on UserError { code path } ... on LimitExceededError { limit } } } }`;
type Answer = { recordExpectedReceipts: { recordedCount: number; unchangedCount: number } };

const aReceipt = (facts: Record<string, unknown> = {}) => ({
  reference: 'PO-1',
  locationId: 'loc_house',
  sku: 'A',
  quantity: 10,
  expectedAt: '2026-12-01T08:00:00Z',
  ...facts,
});

let graph: NetworkGraph;
beforeAll(async () => {
  graph = await aNetwork([aWarehouse('loc_house'), aStore('loc_store', { channelIds: ['chn_pop'] })], {
    A: { loc_house: 3, loc_store: 1 },
    B: { loc_house: 1 },
  });
});
afterAll(() => graph[Symbol.asyncDispose]());

async function record(receipts: unknown[], facts: Record<string, unknown> = {}, caller = aCaller('partner')) {
  const input = { source: 'erp', statedAt: '2026-11-22T09:00:00Z', receipts, ...facts };
  return (await graph.ask<Answer>(mutation, { input }, caller)).recordExpectedReceipts;
}
const nextReceipt = async (sku: string, channelId = 'chn_web') => {
  const query = `{ availability(channelId: "${channelId}", skus: ["${sku}"]) { nextReceipt { quantity expectedAt } } }`;
  return (await graph.ask<{ availability: { nextReceipt: unknown }[] }>(query)).availability[0]?.nextReceipt;
};

describe('what is on its way', () => {
  it('is stated, replaced by a later statement, and not by one that comes late', async () => {
    expect(await record([aReceipt(), aReceipt({ reference: 'TR-1', kind: 'TRANSFER', quantity: 2 })])).toMatchObject({
      recordedCount: 2,
      unchangedCount: 0,
    });
    expect(await record([aReceipt()])).toMatchObject({ recordedCount: 0, unchangedCount: 1 });
    expect(await record([aReceipt({ quantity: 99 })], { statedAt: '2026-11-22T08:00:00Z' })).toMatchObject({
      unchangedCount: 1,
    });
    const later = { statedAt: '2026-11-22T09:10:00Z' };
    expect(
      await record([aReceipt({ quantity: 6 }), aReceipt({ reference: 'TR-1', quantity: 0 })], later),
    ).toMatchObject({
      recordedCount: 2,
    });
    const query =
      '{ inventoryItem(sku: "A") { expectedReceipts { location { id } reference kind quantity expectedAt } } }';
    expect(await graph.ask(query)).toEqual({
      inventoryItem: {
        expectedReceipts: [
          {
            location: { id: 'loc_house' },
            reference: 'PO-1',
            kind: 'PURCHASE_ORDER',
            quantity: 6,
            expectedAt: '2026-12-01T08:00:00.000Z',
          },
        ],
      },
    });
  });

  it('is shown to a channel that shares the location, less what waits there, until its moment has passed', async () => {
    expect(await nextReceipt('A')).toEqual({ quantity: 6, expectedAt: '2026-12-01T08:00:00.000Z' });
    expect(await nextReceipt('A', 'chn_pop')).toBeNull();
    expect(await nextReceipt('B')).toBeNull();
    await graph.database.sql`
      update stock_levels set reserved = on_hand + 4
      where item_no = (select item_no from items where sku = 'A') and location_no = (select location_no from locations where id = 'loc_house')`;
    graph.database.signal('stock', ['*']);
    expect(await nextReceipt('A')).toEqual({ quantity: 2, expectedAt: '2026-12-01T08:00:00.000Z' });
    await record([aReceipt({ reference: 'PO-0', expectedAt: '2026-11-20T08:00:00Z' })]);
    expect(await nextReceipt('A')).toEqual({ quantity: 2, expectedAt: '2026-12-01T08:00:00.000Z' });
  });

  it('named twice in one call counts once, and a foreign location is none', async () => {
    const twice = [aReceipt({ reference: 'PO-9', sku: 'B' }), aReceipt({ reference: 'PO-9', sku: 'B', quantity: 1 })];
    expect(await record(twice)).toMatchObject({
      recordedCount: 1,
      rejections: [{ index: 1, userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'receipts', '1'] }] }],
    });
    expect(await nextReceipt('B')).toMatchObject({ quantity: 10 });
    const foreign = aCaller('partner', { locationIds: ['loc_store'] });
    expect(await record([aReceipt({ reference: 'PO-10' })], {}, foreign)).toMatchObject({
      recordedCount: 0,
      rejections: [{ userErrors: [{ code: 'NOT_FOUND' }] }],
    });
  });
});
