import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faults, type NetworkGraph } from '../test/a-network.ts';
import { aGraphForTransfers, inDc, inLyon, inNice, operator, transfersOf } from '../test/transfers-of.ts';

let graph: NetworkGraph;
let { run, aKey, expectedAt, done, requested, shipped, level, find } = {} as ReturnType<typeof transfersOf>;
beforeAll(async () => {
  graph = await aGraphForTransfers();
  ({ run, aKey, expectedAt, done, requested, shipped, level, find } = transfersOf(graph));
});
afterAll(async () => {
  expect(await faults(graph)).toEqual([]);
  await graph[Symbol.asyncDispose]();
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
