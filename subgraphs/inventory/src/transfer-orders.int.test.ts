import { aCaller } from '@passerelle/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aNetwork, aStore, aWarehouse, faults, type NetworkGraph } from '../test/a-network.ts';

const skus = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'];
let graph: NetworkGraph;
beforeAll(async () => {
  const stock = Object.fromEntries(skus.map((sku) => [sku, { loc_dc: 20, loc_nice: 2 }]));
  graph = await aNetwork([aWarehouse('loc_dc'), aStore('loc_lyon'), aStore('loc_nice')], stock);
  await graph.database.sql`insert into items (sku, is_tracked) values ('GIFT', false)`;
});
afterAll(async () => {
  expect(await faults(graph)).toEqual([]);
  await graph[Symbol.asyncDispose]();
});

const operator = aCaller('operator');
const inLyon = aCaller('store-staff', { locationIds: ['loc_lyon'] });
const inNice = aCaller('store-staff', { locationIds: ['loc_nice'] });
/** A warehouse's own system. */
const inDc = aCaller('partner', { locationIds: ['loc_dc'] });

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

type Facts = { lines: readonly (readonly [sku: string, quantity: number])[]; to?: string };
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

describe('two at once', () => {
  it('never receive more than was sent: one of two receipts of the same units is told how many are left', async () => {
    const id = await shipped({ lines: [['E', 5]] });
    const receipt = () =>
      run('receiveTransferOrder', { idempotencyKey: aKey(), id, lines: [{ sku: 'E', receivedQuantity: 3 }] }, inLyon);
    const answers = await Promise.all([receipt(), receipt(), receipt()]);
    const refused = answers.flatMap(({ userErrors }) => userErrors);
    expect(refused).toEqual([
      expect.objectContaining({ code: 'QUANTITY_TOO_LARGE', maximumQuantity: 2 }),
      expect.objectContaining({ code: 'QUANTITY_TOO_LARGE', maximumQuantity: 2 }),
    ]);
    expect(await level('E', 'loc_lyon')).toEqual([3, 0, 0]);
  });

  it('ship or cancel, one of them wins, and the units are in one place', async () => {
    for (const isShipFirst of [true, false]) {
      const id = await requested({ lines: [['F', 4]] });
      await done('recordTransferPick', { idempotencyKey: aKey(), id, lines: [{ sku: 'F', pickedQuantity: 4 }] });
      const ship = () => run('shipTransferOrder', { id, expectedAt: expectedAt() });
      const cancel = () => run('cancelTransferOrder', { id });
      const answers = await Promise.all(isShipFirst ? [ship(), cancel()] : [cancel(), ship()]);
      const refused = answers.flatMap(({ userErrors }) => userErrors);
      expect(refused).toMatchObject([{ code: 'INVALID_STATE' }]);
      const end = await find(id);
      expect(end?.lines[0]?.inTransitQuantity).toBe(end?.status === 'SHIPPED' ? 4 : 0);
    }
  });

  it('take the same SKUs in either order without waiting for each other for ever, and never more than there are', async () => {
    const drafts = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        done('createTransferOrder', {
          idempotencyKey: aKey(),
          fromLocationId: 'loc_dc',
          toLocationId: index % 2 === 0 ? 'loc_lyon' : 'loc_nice',
          lines: (index % 2 === 0 ? ['G', 'H'] : ['H', 'G']).map((sku) => ({ sku, quantity: 6 })),
        }),
      ),
    );
    const answers = await Promise.all(drafts.map(({ id }) => run('requestTransferOrder', { id })));
    expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(3);
    expect([await level('G', 'loc_dc'), await level('H', 'loc_dc')]).toEqual([
      [20, 18, 0],
      [20, 18, 0],
    ]);
  });

  it('pick with the version they read: the second is told', async () => {
    const id = await requested({ lines: [['I', 4]] });
    const expectedVersion = (await find(id))?.version;
    const pick = () =>
      run('recordTransferPick', {
        idempotencyKey: aKey(),
        id,
        expectedVersion,
        lines: [{ sku: 'I', pickedQuantity: 1 }],
      });
    const answers = await Promise.all([pick(), pick()]);
    expect(answers.flatMap(({ userErrors }) => userErrors)).toMatchObject([{ code: 'VERSION_CONFLICT' }]);
    expect((await find(id))?.lines[0]).toMatchObject({ pickedQuantity: 1 });
  });
});

describe('who may do what', () => {
  it('shows a transfer order to the staff of its two ends only', async () => {
    const id = await requested({ lines: [['D', 1]] });
    expect([await find(id, inNice), (await find(id, inLyon))?.id]).toEqual([null, id]);
    const list = async (caller: typeof operator, filter = '') =>
      (
        await graph.ask<{ transferOrders: { nodes: { id: string }[] } }>(
          `{ transferOrders(first: 100${filter}) { nodes { id } pageInfo { hasNextPage } } }`,
          {},
          caller,
        )
      ).transferOrders.nodes.map((node) => node.id);
    expect(await list(inLyon)).toContain(id);
    expect(await list(inNice)).not.toContain(id);
    expect(await list(inNice, ', filter: { locationIds: ["loc_lyon"] }')).toEqual([]);
    expect(await list(operator, ', filter: { toLocationIds: ["loc_lyon"], statuses: [REQUESTED] }')).toContain(id);
    expect(await list(operator, ', filter: { fromLocationIds: ["loc_lyon"] }')).toEqual([]);
    for (const mutation of ['requestTransferOrder', 'cancelTransferOrder'] as const) {
      expect((await run(mutation, { id }, inNice)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    }
  });

  it('leaves each step to the end it belongs to, and differences to head office', async () => {
    const id = await requested({ lines: [['D', 2]] });
    const pick = { idempotencyKey: aKey(), id, lines: [{ sku: 'D', pickedQuantity: 2 }] };
    expect((await run('recordTransferPick', pick, inLyon)).userErrors).toMatchObject([
      { code: 'INVALID_INPUT', path: ['input', 'id'] },
    ]);
    await done('recordTransferPick', { ...pick, idempotencyKey: aKey() }, inDc);
    await done('shipTransferOrder', { id, expectedAt: expectedAt() }, inDc);
    const receipt = { idempotencyKey: aKey(), id, lines: [{ sku: 'D', receivedQuantity: 2 }] };
    expect((await run('receiveTransferOrder', receipt, inDc)).userErrors).toMatchObject([{ code: 'INVALID_INPUT' }]);
    const decision = { idempotencyKey: aKey(), id, lines: [{ sku: 'D', resolution: 'LOST', quantity: 1 }] };
    await expect(run('resolveTransferDifferences', decision, inLyon)).rejects.toThrow(/scope|allowed|FORBIDDEN/i);
    expect((await run('cancelTransferOrder', { id })).userErrors).toMatchObject([{ code: 'INVALID_STATE' }]);
  });
});
