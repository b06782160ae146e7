import { afterAll, describe, expect, it } from 'vitest';
import {
  arrival,
  finding,
  inspection,
  openTestReturns,
  request,
  type Shown,
  type UserError,
} from '../test/open-returns.ts';

const { graph, neighbours, question, act, newOrder, newPolicy, opened, received, close } = await openTestReturns();
afterAll(close);

const details = async ({ id }: { id: string }) => {
  const query = `query ($id: ID!) { return(id: $id) { status lodgedLocation { id }
    receipts { location { id } trackingNumber lines { quantity damagedQuantity } } } }`;
  return (await question<{ return: { status: string } }>(query, { id })).return;
};

type ExtraShown = { id: string; kind: string; quantity: number; outcome: string };
const extrasOf = async ({ id }: { id: string }) => {
  const query = `query ($id: ID!) { return(id: $id) { version status extras { id kind sku quantity outcome } } }`;
  return (await question<{ return: { version: number; status: string; extras: ExtraShown[] } }>(query, { id })).return;
};
const decide = async (id: string, extraId: string | undefined, more: Record<string, unknown>) => {
  const query = `mutation ($input: ResolveReturnExtraInput!) { resolveReturnExtra(input: $input) {
    return { id status version lines { id sku receivedQuantity } refundSummary { goods { amount } } }
    userErrors { ... on UserError { code path } ... on NotReturnableError { reasons } } } }`;
  const { version } = await extrasOf({ id });
  const input = { id, extraId, expectedVersion: version, ...more };
  type Decided = { resolveReturnExtra: { return: Shown | null; userErrors: UserError[] } };
  return (await question<Decided>(query, { input })).resolveReturnExtra;
};

describe('more or other than was announced', () => {
  it('is written down, and taken in, sent back or disposed of by somebody', async () => {
    const found = await opened(1);
    const extras = [
      { sku: 'SHIRT', quantity: 1 },
      { sku: 'SHOES', quantity: 1, note: 'In the same bag.' },
    ];
    const scan = arrival(found, 1, { extras: [...extras, { sku: 'A CUP', quantity: 1 }] });
    expect((await act('receiveReturn', scan)).return?.status).toBe('RECEIVED');
    await act('receiveReturn', scan);
    const known = await extrasOf(found);
    expect(known.extras.map(({ kind, outcome }) => [kind, outcome]).sort()).toEqual([
      ['MORE', 'HELD'],
      ['OTHER', 'HELD'],
      ['OTHER', 'HELD'],
    ]);
    const idOf = (at: number) =>
      known.extras.find((extra) => 'sku' in extra && extra.sku === ['SHIRT', 'SHOES', 'A CUP'][at])?.id;
    const [shirts, shoes] = (neighbours.orders.get(found.orderId)?.lines ?? []).map(({ id }) => id);
    const more = await decide(found.id, idOf(0), { outcome: 'TAKEN_IN', orderLineId: shirts });
    expect(more).toMatchObject({ userErrors: [], return: { refundSummary: { goods: { amount: '6.67' } } } });
    expect((await decide(found.id, idOf(1), { outcome: 'TAKEN_IN', orderLineId: shirts })).userErrors).toMatchObject([
      { code: 'INVALID_INPUT', path: ['input', 'orderLineId'] },
    ]);
    const other = await decide(found.id, idOf(1), { outcome: 'TAKEN_IN', orderLineId: shoes });
    expect(other.return?.lines.map(({ sku, receivedQuantity }) => [sku, receivedQuantity])).toEqual([
      ['SHIRT', 1],
      ['SHIRT', 1],
      ['SHOES', 1],
    ]);
    expect((await decide(found.id, idOf(2), { outcome: 'SENT_BACK' })).userErrors).toEqual([]);
    expect((await decide(found.id, idOf(2), { outcome: 'DISPOSED' })).userErrors).toMatchObject([
      { code: 'INVALID_STATE' },
    ]);
    const ready = other.return as Shown;
    const look = ready.lines.map((line) => ({ ...finding(ready, 1), returnLineId: line.id }));
    const now = { ...ready, version: (await extrasOf(found)).version };
    expect((await act('inspectReturn', inspection(now, look))).return?.status).toBe('INSPECTED');
  });

  it('may come alone and late, and is never taken in beyond what was handed over, whoever is quicker', async () => {
    const found = await received(2);
    const late = arrival(found, 1, { lines: [], extras: [{ sku: 'SHIRT', quantity: 1 }] });
    const after = (await act('receiveReturn', late)).return as Shown;
    expect(after.status).toBe('RECEIVED');
    const twice = await act('receiveReturn', {
      ...late,
      idempotencyKey: 'another-parcel',
      expectedVersion: after.version,
    });
    expect(twice.userErrors).toEqual([]);
    const { extras } = await extrasOf(found);
    const line = neighbours.orders.get(found.orderId)?.lines[0]?.id as string;
    // Three were handed over and two came back: of the two extras and the shopper's own wish one can be met.
    const answers = await Promise.all([
      ...extras.map(({ id }) => decide(found.id, id, { outcome: 'TAKEN_IN', orderLineId: line })),
      act('createReturn', request(found.orderId, [{ orderLineId: line, quantity: 1 }])),
    ]);
    expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
    for (const { id, outcome } of (await extrasOf(found)).extras) {
      if (outcome !== 'HELD') continue;
      const again = await decide(found.id, id, { outcome: 'TAKEN_IN', orderLineId: line });
      expect(again.userErrors).toMatchObject([{ code: 'NOT_RETURNABLE', reasons: ['ALREADY_RETURNED'] }]);
    }
  });

  it('is refused for a return that was withdrawn, and for no units', async () => {
    const found = await opened(1);
    const none = await act('receiveReturn', arrival(found, 1, { extras: [{ sku: 'SHIRT', quantity: 0 }] }));
    expect(none.userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['input', 'extras', '0', 'quantity'] }]);
    const gone = (await act('cancelReturn', { id: found.id, expectedVersion: found.version })).return as Shown;
    const late = arrival({ ...found, version: gone.version ?? 2 }, 1, {
      lines: [],
      extras: [{ sku: 'CUP', quantity: 1 }],
    });
    expect((await act('receiveReturn', late)).userErrors).toMatchObject([{ code: 'INVALID_STATE' }]);
  });
});

describe('receiving', () => {
  it('keeps parcels apart, counts what was damaged on the way, and where the first was handed in', async () => {
    const found = await opened(3);
    const line = (quantity: number, damagedQuantity = 0) => [
      { returnLineId: found.lines[0]?.id, quantity, damagedQuantity },
    ];
    const first = await act(
      'receiveReturn',
      arrival(found, 1, { locationId: 'loc_nice', trackingNumber: '6A001', lines: line(2, 1) }),
    );
    await act('receiveReturn', arrival(first.return as Shown, 1, { trackingNumber: '6A002', lines: line(1) }));
    expect(await details(found)).toMatchObject({
      status: 'RECEIVED',
      lodgedLocation: { id: 'loc_nice' },
      receipts: [
        { location: { id: 'loc_nice' }, trackingNumber: '6A001', lines: [{ quantity: 2, damagedQuantity: 1 }] },
        { location: { id: 'loc_lyon' }, trackingNumber: '6A002', lines: [{ quantity: 1, damagedQuantity: 0 }] },
      ],
    });
    const wrong = await act('receiveReturn', arrival(await opened(1), 1, { lines: line(1, 2) }));
    expect(wrong.userErrors).toMatchObject([
      { code: 'INVALID_INPUT', path: ['input', 'lines', '0', 'damagedQuantity'] },
    ]);
  });
});

describe('a return of which nothing arrives', () => {
  const expiring = async () => {
    const { id, lines } = newOrder({ channelId: 'chn_expiring' });
    const asked = request(id, [{ orderLineId: lines[0]?.id as string, quantity: 2 }]);
    return (await act('createReturn', asked)).return as Shown;
  };

  it('ends when its time is over, and frees its units; one that began to arrive goes on', async () => {
    await newPolicy({ channelId: 'chn_expiring' }, { expiresAfterDays: 14 });
    const [silent, begun] = [await expiring(), await expiring()];
    await act('receiveReturn', arrival(begun, 1));
    await graph.pass({ days: 13 });
    expect((await details(silent)).status).toBe('APPROVED');
    await graph.pass({ days: 1 });
    expect((await details(silent)).status).toBe('CANCELLED');
    expect((await details(begun)).status).toBe('PARTIALLY_RECEIVED');
    const late = await act('receiveReturn', arrival({ ...silent, version: 2 }, 1));
    expect(late.userErrors).toMatchObject([{ code: 'INVALID_STATE', currentState: 'CANCELLED' }]);
  });
});
