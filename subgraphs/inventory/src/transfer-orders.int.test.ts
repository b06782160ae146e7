import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faults, type NetworkGraph } from '../test/a-network.ts';
import { aGraphForTransfers, inDc, inLyon, transfersOf } from '../test/transfers-of.ts';

let graph: NetworkGraph;
let { run, aKey, expectedAt, done, requested, shipped, level, movements, nextReceipt } = {} as ReturnType<
  typeof transfersOf
>;
beforeAll(async () => {
  graph = await aGraphForTransfers();
  ({ run, aKey, expectedAt, done, requested, shipped, level, movements, nextReceipt } = transfersOf(graph));
});
afterAll(async () => {
  expect(await faults(graph)).toEqual([]);
  await graph[Symbol.asyncDispose]();
});

describe('a transfer order', () => {
  it('sets units aside, takes them from the sender, has them expected, and brings them in', async () => {
    const input = {
      idempotencyKey: aKey(),
      fromLocationId: 'loc_dc',
      toLocationId: 'loc_lyon',
      reference: 'ERP-1',
      note: 'Before Christmas',
      lines: [{ sku: 'A', quantity: 6 }],
    };
    const draft = await done('createTransferOrder', input, inLyon);
    expect(await done('createTransferOrder', input, inLyon)).toEqual(draft);
    expect(draft).toMatchObject({ status: 'DRAFT', reference: 'ERP-1', availableActions: ['CANCEL'] });
    expect(await level('A', 'loc_dc')).toEqual([20, 0, 0]);
    const { id } = draft;

    expect((await done('requestTransferOrder', { id })).status).toBe('REQUESTED');
    expect((await done('requestTransferOrder', { id })).version).toBe(2);
    expect(await level('A', 'loc_dc')).toEqual([20, 6, 0]);

    const pick = { idempotencyKey: aKey(), id, lines: [{ sku: 'A', pickedQuantity: 6 }] };
    await done('recordTransferPick', pick, inDc);
    expect((await done('recordTransferPick', pick, inDc)).status).toBe('PICKING');
    expect(await nextReceipt('A')).toBeNull();

    const left = await done('shipTransferOrder', { id, expectedAt: expectedAt(), note: 'Truck 7' }, inDc);
    expect(left).toMatchObject({ status: 'SHIPPED', lines: [{ inTransitQuantity: 6, atSenderQuantity: 0 }] });
    await done('shipTransferOrder', { id, expectedAt: expectedAt() }, inDc);
    expect([await level('A', 'loc_dc'), await level('A', 'loc_lyon')]).toEqual([
      [14, 0, 0],
      [0, 0, 0],
    ]);
    expect(await nextReceipt('A')).toBe(6);

    const receipt = { idempotencyKey: aKey(), id, lines: [{ sku: 'A', receivedQuantity: 4 }] };
    await done('receiveTransferOrder', receipt, inLyon);
    expect((await done('receiveTransferOrder', receipt, inLyon)).status).toBe('PARTLY_RECEIVED');
    expect([await level('A', 'loc_lyon'), await nextReceipt('A')]).toEqual([[4, 0, 0], 2]);
    const rest = { idempotencyKey: aKey(), id, lines: [{ sku: 'A', receivedQuantity: 2 }] };
    const received = await done('receiveTransferOrder', rest, inLyon);
    expect(received).toMatchObject({ status: 'RECEIVED', lines: [{ receivedQuantity: 6, differences: [] }] });
    expect([await level('A', 'loc_lyon'), await nextReceipt('A')]).toEqual([[6, 0, 0], null]);

    expect(received.history.map(({ action }) => action)).toEqual([
      'CREATE',
      'REQUEST',
      'PICK',
      'SHIP',
      'RECEIVE',
      'RECEIVE',
    ]);
    expect(received.history[3]).toMatchObject({ actor: inDc.subject, note: 'Truck 7' });
    expect(await movements(id)).toEqual([
      'A loc_dc  TRANSFER_OUT -6 0',
      'A loc_lyon  TRANSFER_IN 4 0',
      'A loc_lyon  TRANSFER_IN 2 0',
    ]);
    const told = await graph.database.sql`
      select data ->> 'status' as status from outbox where type = 'transfer.changed' and subject = ${id}
      order by position`;
    expect(told.map(({ status }) => status)).toEqual([
      'REQUESTED',
      'PICKING',
      'SHIPPED',
      'PARTLY_RECEIVED',
      'RECEIVED',
    ]);
  });

  it('names what is short, over and damaged, and has each resolved', async () => {
    const id = await requested({ lines: [['B', 10]] });
    const picked = { sku: 'B', pickedQuantity: 6, notFoundQuantity: 2, damagedQuantity: 1 };
    await done('recordTransferPick', { idempotencyKey: aKey(), id, lines: [picked] }, inDc);
    expect(await level('B', 'loc_dc')).toEqual([18, 7, 1]);
    await done('shipTransferOrder', { id, expectedAt: expectedAt() }, inDc);
    expect(await level('B', 'loc_dc')).toEqual([12, 0, 1]);

    const came = { sku: 'B', receivedQuantity: 3, damagedQuantity: 1, surplusQuantity: 2 };
    const part = await done('receiveTransferOrder', { idempotencyKey: aKey(), id, lines: [came] }, inLyon);
    expect(part.lines[0]?.differences).toEqual([
      { kind: 'SHORT', cause: 'NOT_FOUND', quantity: 2, isOpen: false },
      { kind: 'SHORT', cause: 'LEFT_BEHIND', quantity: 1, isOpen: false },
      { kind: 'SHORT', cause: 'NOT_ARRIVED', quantity: 2, isOpen: true },
      { kind: 'OVER', cause: 'SURPLUS', quantity: 2, isOpen: true },
      { kind: 'DAMAGED', cause: 'DAMAGED_AT_SENDER', quantity: 1, isOpen: false },
      { kind: 'DAMAGED', cause: 'DAMAGED_ON_ARRIVAL', quantity: 1, isOpen: false },
    ]);
    expect(await level('B', 'loc_lyon')).toEqual([4, 0, 1]);

    const lines = [
      { sku: 'B', resolution: 'LOST', quantity: 1 },
      { sku: 'B', resolution: 'FOUND_AT_SENDER', quantity: 1 },
      { sku: 'B', resolution: 'TAKEN_IN', quantity: 1 },
      { sku: 'B', resolution: 'SENT_BACK', quantity: 1 },
    ];
    const input = { idempotencyKey: aKey(), id, lines, note: 'The carrier pays.' };
    await done('resolveTransferDifferences', input);
    expect((await done('resolveTransferDifferences', input)).status).toBe('RECEIVED');
    expect([await level('B', 'loc_dc'), await level('B', 'loc_lyon')]).toEqual([
      [12, 0, 1],
      [5, 0, 1],
    ]);
    expect(await movements(id)).toEqual([
      'B loc_dc  THEFT -2 0',
      'B loc_dc  DAMAGE 0 1',
      'B loc_dc  TRANSFER_OUT -6 0',
      'B loc_lyon  TRANSFER_IN 4 1',
      'B loc_lyon NOTE THEFT -1 0',
      'B loc_dc  ADJUSTMENT 1 0',
      'B loc_dc  TRANSFER_OUT -1 0',
      'B loc_lyon  TRANSFER_IN 1 0',
    ]);
  });

  it('takes all it asks for or nothing, and nobody sells what is set aside for it', async () => {
    const id = await requested({ lines: [['C', 20]] });
    const hold = {
      idempotencyKey: aKey(),
      cartReference: 'cart-c',
      channelId: 'chn_web',
      lines: [{ sku: 'C', quantity: 3 }],
    };
    const held = await graph.ask<{ reserveStock: { userErrors: { availableQuantity: number }[] } }>(
      `mutation ($input: ReserveStockInput!) { reserveStock(input: $input) {
        userErrors { ... on InsufficientStockError { availableQuantity } } } }`,
      { input: hold },
    );
    // Those of Nice.
    expect(held.reserveStock.userErrors).toEqual([{ availableQuantity: 2 }]);

    const draft = { idempotencyKey: aKey(), fromLocationId: 'loc_dc', toLocationId: 'loc_nice' };
    const lines = [
      { sku: 'C', quantity: 1 },
      { sku: 'D', quantity: 1 },
    ];
    const { id: second } = await done('createTransferOrder', { ...draft, lines });
    expect((await run('requestTransferOrder', { id: second })).userErrors).toMatchObject([
      { code: 'INSUFFICIENT_STOCK', path: ['input', 'lines', '0', 'quantity'] },
    ]);
    expect(await level('D', 'loc_dc')).toEqual([20, 0, 0]);
    expect((await done('cancelTransferOrder', { id })).lines[0]?.differences).toMatchObject([{ cause: 'LEFT_BEHIND' }]);
    expect((await done('cancelTransferOrder', { id })).status).toBe('CANCELLED');
    expect(await level('C', 'loc_dc')).toEqual([20, 0, 0]);
    expect((await done('requestTransferOrder', { id: second })).status).toBe('REQUESTED');
  });

  it('lets an order be promised what is on its way, and work begin when it comes', async () => {
    const id = await shipped({ lines: [['J', 5]] });
    await graph.database.sql`
      insert into promised_levels (item_no, location_no, promised_at)
      select item_no, location_no, now() from items, locations where sku = 'J' and locations.id = 'loc_lyon'`;
    await graph.database.sql`
      insert into stock_levels (item_no, location_no) select item_no, location_no from items, locations
      where sku = 'J' and locations.id = 'loc_lyon' on conflict do nothing`;
    await graph.database.sql`
      with level as (
        update stock_levels as level set reserved = 2 from items, locations
        where items.item_no = level.item_no and locations.location_no = level.location_no and sku = 'J'
          and locations.id = 'loc_lyon' returning level.item_no, level.location_no
      ), held as (
        insert into reservations (id, status, channel_id, order_id, revision, location_no)
        select 'rsv_j', 'ALLOCATED', 'chn_web', 'ord_j', 1, location_no from level
      )
      insert into reservation_lines (reservation_id, line_no, item_no, location_no, quantity)
      select 'rsv_j', 1, item_no, location_no, 2 from level`;
    expect(await nextReceipt('J')).toBe(3);
    await done('receiveTransferOrder', { idempotencyKey: aKey(), id, lines: [{ sku: 'J', receivedQuantity: 5 }] });
    const [told] = await graph.database.sql`select data from outbox where type = 'stock.arrived'`;
    expect(told?.data).toMatchObject({ sku: 'J', locationId: 'loc_lyon', missingUnits: 0 });
  });
});
