import { aCaller } from '@passerelle/testing';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import {
  arrival,
  finding,
  inspection,
  openTestReturns,
  request,
  type Shown,
  type UserError,
} from '../test/open-returns.ts';

const { graph, neighbours, question, act, newOrder, newPolicy, received, pay, close } = await openTestReturns();
afterAll(close);

beforeEach(() => neighbours.stocked.clear());

type Details = {
  status: string;
  version: number;
  lodgedLocation: { id: string } | null;
  destination: { id: string } | null;
  transfers: { id: string; arrivedAt: string | null; to: { id: string } | null }[];
  inspections: { id: string; status: string; confirmedBy: string | null; lines: object[] }[];
};
const details = async ({ id }: { id: string }): Promise<Details> => {
  const query = `query ($id: ID!) { return(id: $id) { status version lodgedLocation { id } destination { id }
    transfers { id quantity from { id } to { id } arrivedAt }
    inspections { id status confirmedBy lines { disposition photoUrls restockSku toLocation { id } } } } }`;
  return (await question<{ return: Details }>(query, { id })).return;
};

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
