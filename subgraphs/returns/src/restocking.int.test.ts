import { readOperation } from '@passerelle/contracts/operations';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { finding, inspection, openTestReturns, staff } from '../test/open-returns.ts';

const { graph, sql, neighbours, question, act, received, close } = await openTestReturns();
afterAll(close);

beforeEach(() => {
  neighbours.inventoryFaults.before = () => {};
  neighbours.inventoryFaults.after = () => {};
  neighbours.stocked.clear();
});

describe('stock', () => {
  const stockOf = async (inspectionId: string) => neighbours.stocked.get(inspectionId);
  const inspectionsOf = async (id: string) => {
    const query = 'query ($id: ID!) { return(id: $id) { inspections { id actor lines { disposition } } } }';
    const answer = await question<{ return: { inspections: { id: string }[] } }>(query, { id }, staff);
    return answer.return.inspections.map((each) => each.id);
  };

  it('is there when the answer comes: sellable units restocked, damaged ones and repairs kept apart', async () => {
    const found = await received(3);
    const input = inspection(found, [
      finding(found, 1),
      finding(found, 1, 'RESTOCK', 'DAMAGED'),
      finding(found, 1, 'REPAIR', 'WORN'),
    ]);
    const answer = await question<{ inspectReturn: { return: { inspections: { id: string }[] } } }>(
      readOperation('store-app', 'Inspect'),
      { input },
      staff,
    );
    expect(answer.inspectReturn).toMatchObject({ return: { status: 'INSPECTED' }, userErrors: [] });
    expect(await stockOf(answer.inspectReturn.return.inspections[0]?.id as string)).toEqual({
      returnId: found.id,
      locationId: 'loc_lyon',
      orderId: found.orderId,
      lines: [{ sku: 'SHIRT', restockedQuantity: 1, blockedQuantity: 2 }],
    });
  });

  it('is not touched by units that are scrapped or sent on', async () => {
    const found = await received(2);
    await act(
      'inspectReturn',
      inspection(found, [finding(found, 1, 'SCRAP', 'DAMAGED'), finding(found, 1, 'TRANSFER')]),
    );
    expect(neighbours.stocked.size).toBe(0);
  });

  it.each([
    ['does not answer', 'before'],
    ['answers to nobody after it did its work', 'after'],
  ] as const)('comes later and once when inventory %s', async (_title, moment) => {
    const found = await received(2);
    neighbours.inventoryFaults[moment] = () => {
      throw new Error('no answer');
    };
    const input = inspection(found, [finding(found, 2)]);
    expect((await act('inspectReturn', input)).return?.status).toBe('INSPECTED');
    const [id] = await inspectionsOf(found.id);
    expect(await sql`select restocked_at from inspections where id = ${id as string}`).toEqual([
      { restocked_at: null },
    ]);

    neighbours.inventoryFaults[moment] = () => {};
    await graph.pass({ minutes: 1 });
    expect(await stockOf(id as string)).toMatchObject({ lines: [{ restockedQuantity: 2, blockedQuantity: 0 }] });
    const asked = neighbours.calls.length;
    await graph.pass({ hours: 1 });
    await act('inspectReturn', input);
    expect(neighbours.calls.slice(asked).filter((call) => call === 'inventory')).toEqual([]);
    expect(neighbours.stocked.size).toBe(1);
  });
});
