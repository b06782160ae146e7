import { aCaller } from '@passerelle/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aNetwork, aStore, faults, type NetworkGraph } from '../test/a-network.ts';

const skus = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L'];
let graph: NetworkGraph;
beforeAll(async () => {
  const stock = Object.fromEntries(skus.map((sku) => [sku, { loc_lyon: 10 }]));
  graph = await aNetwork([aStore('loc_lyon'), aStore('loc_nice')], stock);
  await graph.database.sql`insert into items (sku, is_tracked) values ('GIFT', false)`;
  graph.clock.advance({ hours: 1 });
});
afterAll(async () => {
  expect(await faults(graph)).toEqual([]);
  await graph[Symbol.asyncDispose]();
});

const taskFields = `task { id status name location { id } createdBy submittedBy closedBy
    lines { item { sku } status countedQuantity expectedQuantity variance }
    summary { lineCount countedLines waitingLines netVariance absoluteVariance } }
  userErrors { __typename ... on UserError { code path } }`;
type Line = { item: { sku: string }; status: string; expectedQuantity: number | null; variance: number | null };
type Task = { id: string; status: string; lines: Line[]; summary: Record<string, number> };
type Answer = { answer: { task: Task | null; userErrors: { code: string; path: string[] }[] } };

const staff = aCaller('store-staff');
const inNice = aCaller('store-staff', { locationIds: ['loc_nice'] });
const operator = aCaller('operator');

const inputs = {
  createCountTask: 'CreateCountTaskInput',
  recordCountedQuantities: 'RecordCountedQuantitiesInput',
  submitCountTask: 'SubmitCountTaskInput',
  approveCountTask: 'ApproveCountTaskInput',
  cancelCountTask: 'CancelCountTaskInput',
} as const;

async function run(mutation: keyof typeof inputs, input: object, caller = staff) {
  const query = `mutation ($input: ${inputs[mutation]}!) { answer: ${mutation}(input: $input) { ${taskFields} } }`;
  return (await graph.ask<Answer>(query, { input }, caller)).answer;
}

let keys = 0;
async function aTask(facts: object): Promise<string> {
  const input = { idempotencyKey: `count-task-${++keys}`, locationId: 'loc_lyon', name: 'Aisle 4', ...facts };
  const { task, userErrors } = await run('createCountTask', input);
  expect(userErrors).toEqual([]);
  return task?.id as string;
}

const ago = (minutes: number) => new Date(graph.clock.now().getTime() - minutes * 60_000).toISOString();
const found = (sku: string, countedQuantity: number, minutesAgo = 0) => ({
  sku,
  countedQuantity,
  countedAt: ago(minutesAgo),
});

let events = 0;
const sell = (sku: string, units: number, minutesAgo: number) =>
  graph.ask(
    `mutation ($input: RecordStockEventsInput!) { recordStockEvents(input: $input) { appliedCount } }`,
    {
      input: {
        source: 'till',
        events: [
          {
            eventId: `sold-${++events}`,
            sku,
            locationId: 'loc_lyon',
            delta: -units,
            reason: 'SALE',
            occurredAt: ago(minutesAgo),
          },
        ],
      },
    },
    aCaller('partner'),
  );

async function onHand(sku: string): Promise<number> {
  const [row] = await graph.database.sql`
    select on_hand from stock_levels join items using (item_no) where sku = ${sku}`;
  return row?.on_hand;
}

const shown = (task: Task | null) =>
  Object.fromEntries(task?.lines.map(({ item, status, variance }) => [item.sku, `${status} ${variance}`]) ?? []);

describe('a cycle count', () => {
  it('takes counts, shows the variance, posts what is within its limits and waits for the rest', async () => {
    const id = await aTask({ skus: ['A', 'B', 'C', 'D'], approvalUnits: 2 });
    const { task: counted } = await run('recordCountedQuantities', {
      id,
      counts: [found('A', 9), found('B', 4), found('C', 13)],
    });
    expect(shown(counted)).toEqual({ A: 'COUNTED -1', B: 'COUNTED -6', C: 'COUNTED 3', D: 'TO_COUNT null' });
    expect(await Promise.all(['A', 'B', 'C', 'D'].map(onHand))).toEqual([10, 10, 10, 10]);

    const { task } = await run('submitCountTask', { id });
    expect(task).toMatchObject({
      status: 'TO_APPROVE',
      summary: { lineCount: 4, countedLines: 3, waitingLines: 2, netVariance: -4, absoluteVariance: 10 },
    });
    expect(await Promise.all(['A', 'B', 'C', 'D'].map(onHand))).toEqual([9, 10, 10, 10]);

    const { task: approved } = await run('approveCountTask', { id, rejectedSkus: ['C'] }, operator);
    expect(approved?.status).toBe('POSTED');
    expect(shown(approved)).toEqual({ A: 'POSTED -1', B: 'POSTED -6', C: 'REJECTED 3', D: 'TO_COUNT null' });
    expect(await Promise.all(['A', 'B', 'C', 'D'].map(onHand))).toEqual([9, 4, 10, 10]);
  });

  it('measures against what was on hand when it was counted, whenever sales before and after become known', async () => {
    const id = await aTask({ skus: ['E', 'F'], approvalUnits: 0 });
    await sell('E', 1, 30);
    // Counted 20 minutes ago; two units were sold since, one of them is told only after the count was entered.
    await sell('E', 1, 10);
    await run('recordCountedQuantities', { id, counts: [found('E', 9, 20), found('F', 8, 20)] });
    await sell('E', 1, 5);
    // And two of the other were sold before the count, told only now: it explains the difference.
    await sell('F', 2, 25);
    const { task } = await run('submitCountTask', { id });
    expect(shown(task)).toEqual({ E: 'POSTED 0', F: 'POSTED 0' });
    expect(task?.lines.map(({ expectedQuantity }) => expectedQuantity)).toEqual([9, 8]);
    expect([await onHand('E'), await onHand('F')]).toEqual([7, 8]);
  });

  it('changes nothing where a later truth is known by then', async () => {
    const id = await aTask({ skus: ['G'] });
    await run('recordCountedQuantities', { id, counts: [found('G', 3, 20)] });
    await graph.ask(
      `mutation ($input: RecordStockCountInput!) { recordStockCount(input: $input) { userErrors { __typename } } }`,
      {
        input: {
          idempotencyKey: 'count-later',
          locationId: 'loc_lyon',
          sku: 'G',
          countedQuantity: 12,
          countedAt: ago(10),
        },
      },
      staff,
    );
    const { task } = await run('submitCountTask', { id });
    expect(task?.status).toBe('POSTED');
    expect(shown(task)).toEqual({ G: 'SUPERSEDED -7' });
    expect(await onHand('G')).toBe(12);
  });

  it('lets the latest count of a SKU count, in whichever order they come', async () => {
    const id = await aTask({ skus: ['H'] });
    await run('recordCountedQuantities', { id, counts: [found('H', 6, 5)] });
    await run('recordCountedQuantities', { id, counts: [found('H', 2, 15)] });
    const { task } = await run('submitCountTask', { id });
    expect(shown(task)).toEqual({ H: 'POSTED -4' });
    expect(await onHand('H')).toBe(6);
  });

  it('is posted once, however many submit and approve at once', async () => {
    const id = await aTask({ skus: ['I', 'J'], approvalUnits: 1 });
    await run('recordCountedQuantities', { id, counts: [found('I', 9), found('J', 1)] });
    await Promise.all(Array.from({ length: 6 }, () => run('submitCountTask', { id })));
    await Promise.all(Array.from({ length: 6 }, () => run('approveCountTask', { id }, operator)));
    const [entries] = await graph.database.sql`
      select count(*)::integer as n from stock_movements where reference = ${id} and reason = 'COUNT'`;
    expect(entries?.n).toBe(2);
    expect([await onHand('I'), await onHand('J')]).toEqual([9, 1]);
  });

  it('keeps what a cancelled task has posted, and posts no more of it', async () => {
    const id = await aTask({ skus: ['K', 'L'], approvalUnits: 1 });
    await run('recordCountedQuantities', { id, counts: [found('K', 9), found('L', 1)] });
    await run('submitCountTask', { id });
    expect((await run('cancelCountTask', { id })).task?.status).toBe('CANCELLED');
    expect((await run('cancelCountTask', { id })).task?.status).toBe('CANCELLED');
    expect((await run('approveCountTask', { id }, operator)).userErrors).toMatchObject([{ code: 'INVALID_STATE' }]);
    expect([await onHand('K'), await onHand('L')]).toEqual([9, 10]);
  });

  it('is seen by those who see its location, in pages', async () => {
    const id = await aTask({ skus: ['A'] });
    const tasks = `query ($filter: CountTaskFilter) { countTasks(first: 1, filter: $filter) {
      nodes { id } pageInfo { hasNextPage } } }`;
    expect(await graph.ask(tasks, { filter: { statuses: ['OPEN'] } }, staff)).toMatchObject({
      countTasks: { nodes: [{ id }] },
    });
    expect(await graph.ask(tasks, {}, inNice)).toMatchObject({ countTasks: { nodes: [] } });
    expect(await graph.ask('query ($id: ID!) { countTask(id: $id) { id } }', { id }, inNice)).toEqual({
      countTask: null,
    });
    expect((await run('submitCountTask', { id }, inNice)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });
});
