import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { aStore } from '../test/neighbours.ts';
import { arrival, finding, inspection, openTestReturns, type Shown } from '../test/open-returns.ts';

const { neighbours, act, opened, received, close } = await openTestReturns();
afterAll(close);

beforeEach(() => {
  neighbours.places.set('loc_lyon', aStore);
  neighbours.places.set('loc_nice', aStore);
});

describe('handling goods', () => {
  it('takes them in part by part at any store, and judges what is there', async () => {
    const found = await opened(3);
    const some = (await act('receiveReturn', arrival(found, 2, { locationId: 'loc_nice' }))).return as Shown;
    expect(some).toMatchObject({ status: 'PARTIALLY_RECEIVED', availableActions: ['RECEIVE', 'INSPECT', 'EXCHANGE'] });
    const judged = await act(
      'inspectReturn',
      inspection(some, [finding(some, 1), finding(some, 1, 'SEND_BACK', 'WORN')]),
    );
    expect(judged.return).toMatchObject({
      status: 'INSPECTED',
      lines: [{ receivedQuantity: 2, acceptedQuantity: 1, refusedQuantity: 1 }],
      refundSummary: { goods: { amount: '3.33' } },
      availableActions: ['RECEIVE', 'REFUND', 'EXCHANGE'],
    });
    const rest = (await act('receiveReturn', arrival(judged.return as Shown, 1))).return as Shown;
    expect(rest).toMatchObject({ status: 'RECEIVED', version: 4, destination: { id: 'loc_nice' } });
  });

  it('closes a return of which nothing is accepted', async () => {
    const found = await received(2);
    const judged = await act('inspectReturn', inspection(found, [finding(found, 2, 'SEND_BACK', 'WORN')]));
    expect(judged.return).toMatchObject({
      status: 'CLOSED',
      closedAt: '2026-11-22T09:30:00.000Z',
      availableActions: [],
      refundSummary: { total: { amount: '0.00' } },
    });
  });

  it.each([
    [
      'more than were asked for',
      (found: Shown) => arrival(found, 4),
      { code: 'QUANTITY_TOO_LARGE', maximumQuantity: 3 },
    ],
    [
      'an old version',
      (found: Shown) => arrival(found, 1, { expectedVersion: 7 }),
      { code: 'VERSION_CONFLICT', actualVersion: 1 },
    ],
    [
      'a line of another return',
      (found: Shown) => arrival(found, 1, { lines: [{ returnLineId: 'rln_x', quantity: 1 }] }),
      { code: 'NOT_FOUND' },
    ],
    [
      'no line',
      (found: Shown) => arrival(found, 1, { lines: [] }),
      { code: 'INVALID_INPUT', path: ['input', 'lines'] },
    ],
    [
      'a moment to come',
      (found: Shown) => arrival(found, 1, { receivedAt: '2026-11-22T09:31:00Z' }),
      { code: 'INVALID_INPUT', path: ['input', 'receivedAt'] },
    ],
    [
      'an unknown return',
      (found: Shown) => arrival({ ...found, id: 'ret_x' }, 1),
      { code: 'NOT_FOUND', path: ['input', 'id'] },
    ],
    [
      'an unknown place',
      (found: Shown) => arrival(found, 1, { locationId: 'loc_x' }),
      { code: 'NOT_FOUND', path: ['input', 'locationId'] },
    ],
  ])('refuses to receive %s, and changes nothing', async (_title, input, refusal) => {
    const found = await opened(3);
    expect(await act('receiveReturn', input(found))).toMatchObject({ return: null, userErrors: [refusal] });
    expect((await act('receiveReturn', arrival(found, 3))).return?.status).toBe('RECEIVED');
  });

  it('refuses goods at a store that paused returns', async () => {
    const found = await opened(1);
    const until = '2026-11-22T11:00:00.000Z';
    neighbours.places.set('loc_nice', {
      type: 'STORE',
      reasons: [{ code: 'SERVICE_PAUSED', message: 'Paused.', until }],
    });
    const payload = await act('receiveReturn', arrival(found, 1, { locationId: 'loc_nice' }));
    expect(payload.userErrors).toMatchObject([
      { code: 'LOCATION_NOT_ELIGIBLE', reasons: [{ code: 'SERVICE_PAUSED', until }] },
    ]);
  });

  it('takes the same units in once when several hands scan them at once', async () => {
    const found = await opened(3);
    const payloads = await Promise.all(Array.from({ length: 6 }, () => act('receiveReturn', arrival(found, 3))));
    expect(payloads.filter((payload) => payload.return)).toHaveLength(1);
    const codes = payloads.flatMap((payload) => payload.userErrors.map((refusal) => refusal.code));
    expect(codes).toEqual(Array.from({ length: 5 }, () => 'VERSION_CONFLICT'));
  });

  it('answers a repeated scan with what it did the first time', async () => {
    const found = await opened(3);
    const input = arrival(found, 1);
    await act('receiveReturn', input);
    expect((await act('receiveReturn', input)).return?.lines).toMatchObject([{ receivedQuantity: 1 }]);
  });

  it('refuses to judge more units than are there', async () => {
    const found = await received(2);
    const payload = await act('inspectReturn', inspection(found, [finding(found, 1), finding(found, 2)]));
    expect(payload.userErrors).toMatchObject([
      { code: 'QUANTITY_TOO_LARGE', maximumQuantity: 1, path: ['input', 'lines', '1', 'quantity'] },
    ]);
  });

  it('does not withdraw what has begun to arrive', async () => {
    const found = await received(1);
    const payload = await act('cancelReturn', { id: found.id, expectedVersion: found.version });
    expect(payload.userErrors).toMatchObject([{ code: 'INVALID_STATE', currentState: 'RECEIVED' }]);
  });
});
