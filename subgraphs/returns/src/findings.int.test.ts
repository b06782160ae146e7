import { aCaller } from '@passerelle/testing';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { aStore } from '../test/neighbours.ts';
import {
  arrival,
  finding,
  inspection,
  openTestReturns,
  operator,
  request,
  type Shown,
  type UserError,
} from '../test/open-returns.ts';

const { graph, neighbours, question, act, newOrder, newPolicy, opened, received, pay, close } = await openTestReturns();
afterAll(close);

beforeEach(() => neighbours.stocked.clear());

type Details = {
  status: string;
  version: number;
  lodgedLocation: { id: string } | null;
  destination: { id: string } | null;
  receipts: { lines: object[]; trackingNumber: string | null }[];
  transfers: { id: string; arrivedAt: string | null; to: { id: string } | null }[];
  inspections: { id: string; status: string; confirmedBy: string | null; lines: object[] }[];
};
const details = async ({ id }: { id: string }): Promise<Details> => {
  const query = `query ($id: ID!) { return(id: $id) { status version lodgedLocation { id } destination { id }
    receipts { location { id } trackingNumber lines { quantity damagedQuantity } }
    transfers { id quantity from { id } to { id } arrivedAt }
    inspections { id status confirmedBy lines { disposition photoUrls restockSku toLocation { id } } } } }`;
  return (await question<{ return: Details }>(query, { id })).return;
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

describe('findings', () => {
  it('say what was authorized and what became of the units, with photos and a SKU for second choice', async () => {
    await newPolicy({ channelId: 'chn_repair' }, { authorizedDisposition: 'REPAIR' });
    const { id, lines } = newOrder({ channelId: 'chn_repair' });
    const asked = request(id, [{ orderLineId: lines[0]?.id as string, quantity: 3 }]);
    const found = (await act('createReturn', asked)).return as Shown;
    const here = (await act('receiveReturn', arrival(found, 3))).return as Shown;
    const photoUrls = ['https://photos.example.com/1.jpg'];
    await act(
      'inspectReturn',
      inspection(here, [
        { ...finding(here, 1, 'RESTOCK_SECOND_CHOICE', 'WORN'), restockSku: 'SHIRT-B', photoUrls },
        finding(here, 1, 'DONATE', 'WORN'),
        finding(here, 1, 'VENDOR', 'DAMAGED'),
      ]),
    );
    const [seen] = (await details(found)).inspections;
    expect(seen).toMatchObject({
      status: 'CONFIRMED',
      lines: [
        { disposition: 'RESTOCK_SECOND_CHOICE', photoUrls, restockSku: 'SHIRT-B' },
        { disposition: 'DONATE', photoUrls: [] },
        { disposition: 'VENDOR' },
      ],
    });
    expect(neighbours.stocked.get(seen?.id as string)?.lines).toEqual([
      { sku: 'SHIRT-B', restockedQuantity: 1, blockedQuantity: 0 },
    ]);
    const query = 'query ($id: ID!) { return(id: $id) { lines { authorizedDisposition } } }';
    expect(await question(query, { id: found.id })).toEqual({
      return: { lines: [{ authorizedDisposition: 'REPAIR' }] },
    });
  });

  it.each([
    ['second choice without a SKU', { disposition: 'RESTOCK_SECOND_CHOICE' }, 'restockSku', 'INVALID_INPUT'],
    ['a SKU for what is no second choice', { restockSku: 'SHIRT-B' }, 'restockSku', 'INVALID_INPUT'],
    ['a SKU nobody knows', { disposition: 'RESTOCK_SECOND_CHOICE', restockSku: 'UNKNOWN' }, 'restockSku', 'NOT_FOUND'],
    [
      'a way to where the units are',
      { disposition: 'TRANSFER', toLocationId: 'loc_lyon' },
      'toLocationId',
      'INVALID_INPUT',
    ],
    ['a way to nowhere', { disposition: 'TRANSFER', toLocationId: 'loc_x' }, 'toLocationId', 'NOT_FOUND'],
    ['a way for units that stay', { toLocationId: 'loc_nice' }, 'toLocationId', 'INVALID_INPUT'],
    [
      'too many photos',
      { photoUrls: Array.from({ length: 11 }, () => 'https://photos.example.com/1.jpg') },
      'photoUrls',
      'INVALID_INPUT',
    ],
  ])('are refused with %s, by field', async (_title, more, field, code) => {
    const found = await received(1);
    const { userErrors } = await act('inspectReturn', inspection(found, [{ ...finding(found, 1), ...more }]));
    expect(userErrors).toMatchObject([{ code, path: ['input', 'lines', '0', field] }]);
    expect((await details(found)).inspections).toEqual([]);
  });

  it('send units on, which are sold where they arrive, once', async () => {
    const found = await received(2);
    const sent = { ...finding(found, 2, 'TRANSFER'), toLocationId: 'loc_nice' };
    await act('inspectReturn', inspection(found, [sent]));
    const on = await details(found);
    expect(on).toMatchObject({
      destination: { id: 'loc_nice' },
      lodgedLocation: { id: 'loc_lyon' },
      transfers: [{ quantity: 2, from: { id: 'loc_lyon' }, to: { id: 'loc_nice' }, arrivedAt: null }],
    });
    expect(neighbours.stocked.size).toBe(0);
    const transferId = on.transfers[0]?.id as string;
    const arrive = async (locationId: string) =>
      (
        await question<{ receiveReturnTransfer: { userErrors: UserError[] } }>(
          `mutation ($input: ReceiveReturnTransferInput!) { receiveReturnTransfer(input: $input) {
            userErrors { ... on UserError { code } } } }`,
          { input: { transferId, locationId } },
        )
      ).receiveReturnTransfer.userErrors;
    expect(await arrive('loc_x')).toMatchObject([{ code: 'NOT_FOUND' }]);
    const twice = await Promise.all([arrive('loc_nice'), arrive('loc_nice')]);
    expect(twice).toEqual([[], []]);
    expect(await arrive('loc_lyon')).toMatchObject([{ code: 'INVALID_STATE' }]);
    await graph.pass({ hours: 1 });
    expect([...neighbours.stocked]).toEqual([
      [
        transferId,
        {
          returnId: found.id,
          orderId: found.orderId,
          locationId: 'loc_nice',
          lines: [{ sku: 'SHIRT', restockedQuantity: 2, blockedQuantity: 0 }],
        },
      ],
    ]);
  });
});

describe('goods of high value', () => {
  const colleague = aCaller('store-staff', { subject: 'a colleague' });
  const costly = async () => {
    const { id, lines } = newOrder({ channelId: 'chn_costly' });
    const asked = request(id, [{ orderLineId: lines[1]?.id as string, quantity: 2 }]);
    const found = (await act('createReturn', asked)).return as Shown;
    const here = (await act('receiveReturn', arrival(found, 2))).return as Shown;
    const proposed = await act('inspectReturn', inspection(here, [finding(here, 2)]));
    return { ...here, ...(proposed.return as Shown) };
  };
  const confirm = (found: Shown, inspectionId: string, more: object, caller = colleague) =>
    act('confirmReturnInspection', { id: found.id, expectedVersion: found.version, inspectionId, ...more }, caller);

  it('are looked at by two: nothing follows before the second agrees', async () => {
    await newPolicy({ channelId: 'chn_costly' }, { twoPersonsAboveValues: [{ amount: '100.00', currency: 'EUR' }] });
    const found = await costly();
    expect(found.status).toBe('RECEIVED');
    expect(found.lines).toMatchObject([{ acceptedQuantity: 0 }]);
    const [waiting] = (await details(found)).inspections;
    expect(waiting).toMatchObject({ status: 'PROPOSED', confirmedBy: null });
    expect((await pay(found)).userErrors).toMatchObject([{ code: 'INVALID_STATE' }]);
    await graph.pass({ hours: 1 });
    expect(neighbours.stocked.size).toBe(0);

    const id = waiting?.id as string;
    expect((await confirm(found, id, {}, aCaller('store-staff'))).userErrors).toMatchObject([
      { code: 'INVALID_INPUT' },
    ]);
    expect((await confirm(found, 'isp_x', {})).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    const confirmed = await confirm(found, id, {});
    expect(confirmed.return).toMatchObject({ status: 'INSPECTED', lines: [{ acceptedQuantity: 2 }] });
    expect(neighbours.stocked.size).toBe(1);
    expect((await details(found)).inspections).toMatchObject([{ status: 'CONFIRMED', confirmedBy: 'a colleague' }]);
    expect((await confirm(confirmed.return as Shown, id, {})).userErrors).toMatchObject([{ code: 'INVALID_STATE' }]);
  });

  it('are looked at again when the second does not agree', async () => {
    const found = await costly();
    const [waiting] = (await details(found)).inspections;
    const rejected = (await confirm(found, waiting?.id as string, { isConfirmed: false })).return as Shown;
    expect(rejected).toMatchObject({ status: 'RECEIVED', availableActions: ['INSPECT', 'EXCHANGE'] });
    expect((await details(found)).inspections).toMatchObject([{ status: 'REJECTED' }]);
    // One pair of shoes is worth less than the limit.
    const one = await act('inspectReturn', inspection(rejected, [finding(rejected, 1)]));
    expect(one.return?.lines).toMatchObject([{ acceptedQuantity: 1 }]);
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

describe('a claim', () => {
  const claim = async (reason: string, facts: Parameters<typeof newOrder>[0] = {}) => {
    const { id, lines } = newOrder({ channelId: 'chn_claims', ...facts });
    const asked = [{ orderLineId: lines[0]?.id as string, quantity: 1, reason }];
    return { id, ...(await act('createReturn', request(id, asked, { method: 'KEEP_ITEM', dropOffLocationId: null }))) };
  };

  it('pays for what was lost, damaged or wrong while the shopper keeps it, and once', async () => {
    await newPolicy(
      { channelId: 'chn_claims' },
      {
        methods: ['IN_STORE', 'KEEP_ITEM'],
        faultReasons: ['DAMAGED_IN_TRANSIT', 'WRONG_ITEM', 'NEVER_ARRIVED'],
        reviewReasons: ['NEVER_ARRIVED'],
      },
    );
    neighbours.places.set('loc_lyon', aStore);
    const damaged = await claim('DAMAGED_IN_TRANSIT');
    expect(damaged.return).toMatchObject({
      status: 'APPROVED',
      label: null,
      availableActions: ['CANCEL', 'REFUND', 'EXCHANGE'],
    });
    expect((await act('receiveReturn', arrival(damaged.return as Shown, 1))).userErrors).toMatchObject([
      { code: 'INVALID_STATE' },
    ]);
    const paid = await pay(damaged.return as Shown);
    expect(paid).toMatchObject({ refund: { amount: { amount: '3.33' } }, return: { status: 'CLOSED' } });
    expect(paid.return?.refundSummary).toMatchObject({ total: { amount: '3.33' }, refunded: { amount: '3.33' } });
    expect(neighbours.stocked.size).toBe(0);

    const lost = await claim('NEVER_ARRIVED', { deliveredAt: null });
    expect(lost.return).toMatchObject({ status: 'REQUESTED' });
    const approved = await act('approveReturn', { id: lost.return?.id, expectedVersion: 1 }, operator);
    expect((await pay(approved.return as Shown)).refund?.status).toBe('SUCCEEDED');
  });

  it('is refused for a reason that is not the retailer’s fault, and where the policy has no claims', async () => {
    expect((await claim('TOO_SMALL')).userErrors).toMatchObject([
      { code: 'INVALID_INPUT', path: ['input', 'lines', '0', 'reason'] },
    ]);
    expect((await claim('DAMAGED_IN_TRANSIT', { channelId: 'chn_web' })).userErrors).toMatchObject([
      { code: 'INVALID_INPUT', path: ['input', 'method'] },
    ]);
    const { id, lines } = newOrder();
    const lost = request(id, [{ orderLineId: lines[0]?.id as string, quantity: 1, reason: 'NEVER_ARRIVED' }]);
    expect((await act('createReturn', lost)).userErrors).toMatchObject([
      { code: 'INVALID_INPUT', path: ['input', 'lines', '0', 'reason'] },
    ]);
  });
});
