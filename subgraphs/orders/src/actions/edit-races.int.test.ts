import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atWork } from '../../test/at-work.ts';
import { editing, openEditing, set } from '../../test/editing.ts';
import type { Market } from '../../test/market.ts';
import { aKey, cancel, type Refusal, read, type Sold, ship } from '../../test/selling.ts';

let market: Market;
let edit: ReturnType<typeof editing>['edit'];
let sold: ReturnType<typeof editing>['sold'];
beforeAll(async () => {
  market = await openEditing();
  ({ edit, sold } = editing(market));
});
afterAll(() => market[Symbol.asyncDispose]());

describe('an edit and somebody else at the same time', () => {
  const pick = async (order: Sold) => {
    const at = atWork(market);
    const work = await at.openWork(order.id);
    const { id, version } = work;
    const accepted = await at.change('acceptFulfillmentOrder', { id, expectedVersion: version });
    if (!accepted.fulfillmentOrder) return accepted.userErrors;
    const lines = work.lines.map((line) => ({ lineId: line.id, pickedQuantity: 1 }));
    const expectedVersion = accepted.fulfillmentOrder.version;
    return (await at.change('recordPick', { id, expectedVersion, lines, isComplete: false })).userErrors;
  };
  const rivals: [string, (order: Sold) => Promise<Refusal[]>][] = [
    ['a cancellation', async (order) => (await cancel(market, order)).userErrors],
    ['a parcel', (order) => ship(market, order)],
    ['a pick', pick],
    ['another edit', async (order) => (await edit(order, set(order, 1))).userErrors],
  ];
  it.each(rivals)('%s that comes first wins; the edit is told and leaves nothing behind', async (_name, rival) => {
    const order = await sold();
    let first: Refusal[] = [];
    market.pauseAt('edit-allocated', async () => {
      first = await rival(order);
    });
    expect((await edit(order, set(order, 3))).userErrors).toMatchObject([{ code: 'VERSION_CONFLICT' }]);
    expect(first).toEqual([]);
    await market.settle();
    expect(await market.broken()).toEqual([]);
    const units = (await read(market, order)).fulfillmentOrders.flatMap(({ lines }) => lines).length;
    expect(units).toBe(1);
  });

  it.each(rivals.filter(([name]) => name === 'a cancellation' || name === 'another edit'))(
    '%s that comes second is told',
    async (_name, rival) => {
      const order = await sold();
      expect((await edit(order, set(order, 3))).userErrors).toEqual([]);
      expect(await rival(order)).toMatchObject([{ code: 'VERSION_CONFLICT' }]);
    },
  );

  it.each(['shipFulfillmentOrder', 'acceptFulfillmentOrder'] as const)('%s that comes second is told', async (name) => {
    const order = await sold();
    const { id, version } = await atWork(market).openWork(order.id);
    expect((await edit(order, set(order, 1))).userErrors).toEqual([]);
    const key = name === 'shipFulfillmentOrder' ? { idempotencyKey: aKey(), carrier: 'Colissimo' } : {};
    const field = name === 'shipFulfillmentOrder' ? 'ShipFulfillmentOrderInput' : 'AcceptFulfillmentOrderInput';
    const late = await market.ask<Record<string, { userErrors: Refusal[] }>>(
      `mutation ($input: ${field}!) { ${name}(input: $input) { userErrors { ... on UserError { code path } } } }`,
      { input: { id, expectedVersion: version, ...key } },
    );
    expect(late[name]?.userErrors).toMatchObject([{ code: 'VERSION_CONFLICT' }]);
    await market.settle();
    expect(await market.broken()).toEqual([]);
  });

  it.each([true, false])('leave one truth when they race; the edit first: %s', async (isEditFirst) => {
    for (const [, rival] of rivals) {
      const order = await sold();
      const change = async () => (await edit(order, set(order, 1))).userErrors;
      const calls = isEditFirst ? [change, () => rival(order)] : [() => rival(order), change];
      const answers = await Promise.all(calls.map((call) => call()));
      const codes = answers.flat().map(({ code }) => code);
      // Whoever lost was told so; a parcel that saw the order only after the edit sends what is left.
      for (const code of codes) expect(['VERSION_CONFLICT', 'NOT_EDITABLE', 'INVALID_STATE']).toContain(code);
      expect(codes.length).toBeLessThan(2);
      await market.settle();
      expect(await market.broken()).toEqual([]);
    }
  });

  it('has one winner when many edit at once', async () => {
    const order = await sold();
    const answers = await Promise.all([1, 3, 4, 5].map((quantity) => edit(order, set(order, quantity))));
    expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
    await market.settle();
    expect(await market.broken()).toEqual([]);
  });

  it.each(['edit-planned', 'edit-allocated'] as const)('leaves nothing behind when it dies at %s', async (point) => {
    const order = await sold();
    const taken = await market.taken();
    market.killAt(point);
    await expect(edit(order, set(order, 3))).rejects.toThrow();
    await market.pass({ minutes: 5 });
    expect(await market.taken()).toEqual(taken);
    expect(await market.broken()).toEqual([]);
    expect((await edit(await read(market, order), set(order, 3))).userErrors).toEqual([]);
  });
});
