import { readOperation } from '@passerelle/contracts/operations';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { aStore } from '../test/neighbours.ts';
import { key, openTestReturns, operator, request, type Shown, shopper } from '../test/open-returns.ts';

const { neighbours, question, act, newOrder, newPolicy, close } = await openTestReturns();
afterAll(close);

await newPolicy({ channelId: 'chn_market' }, { isAllowed: false });
await newPolicy({ channelId: 'chn_b2b' }, { windowDays: 14, reviewAboveUnits: 2 });

beforeEach(() => {
  neighbours.places.set('loc_lyon', aStore);
  neighbours.places.set('loc_nice', aStore);
});

describe('asking for a return', () => {
  it('answers the stored operation of the storefront with a number and a code for the parcel', async () => {
    const { id, lines } = newOrder();
    const input = request(id, [{ orderLineId: lines[0]?.id as string, quantity: 1 }], {
      method: 'CARRIER_DROP_OFF',
      dropOffLocationId: null,
    });
    const answer = await question<{ createReturn: { return: { number: string; label: object } } }>(
      readOperation('storefront', 'AskReturn'),
      { input },
      shopper('customer-1'),
    );
    const { number } = answer.createReturn.return;
    expect(answer.createReturn).toMatchObject({
      return: { status: 'APPROVED', label: { url: null, qrPayload: `passerelle:return:${number}` } },
      userErrors: [],
    });
    expect(number).toMatch(/^R\d{8}$/);
  });

  it('says what the shopper will get back: the parts of a line add up to the line', async () => {
    const { id, lines } = newOrder();
    const amounts = [];
    for (let unit = 0; unit < 3; unit++) {
      const asked = [{ orderLineId: lines[0]?.id as string, quantity: 1 }];
      amounts.push((await act('createReturn', request(id, asked))).return?.refundSummary.total.amount);
    }
    expect(amounts).toEqual(['3.33', '3.34', '3.33']);
  });

  it('answers a repeated call with the return it made, and refuses its key for another', async () => {
    const { id, lines } = newOrder();
    const input = request(id, [{ orderLineId: lines[0]?.id as string, quantity: 3 }]);
    const first = await act('createReturn', input);
    expect((await act('createReturn', input)).return?.id).toBe(first.return?.id);
    expect(await act('createReturn', { ...input, attributes: [{ key: 'erp.doc', value: '1' }] })).toMatchObject({
      return: null,
      userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }],
    });
  });

  it.each([
    ['not delivered yet', { deliveredAt: null }, ['NOT_DELIVERED']],
    ['cancelled', { deliveredAt: null, cancelledAt: '2026-11-19T10:00:00Z' }, ['ORDER_CANCELLED', 'NOT_DELIVERED']],
    ['delivered 31 days ago', { deliveredAt: '2026-10-22T09:00:00Z' }, ['WINDOW_CLOSED']],
    ['born in a channel that handles its own', { channelId: 'chn_market' }, ['CHANNEL_NOT_ALLOWED']],
  ])('refuses an order that is %s', async (_title, facts, reasons) => {
    const { id, lines } = newOrder(facts);
    expect(
      await act('createReturn', request(id, [{ orderLineId: lines[0]?.id as string, quantity: 1 }])),
    ).toMatchObject({
      return: null,
      userErrors: [{ code: 'NOT_RETURNABLE', orderLineId: null, against: reasons, path: ['input', 'orderId'] }],
    });
  });

  it('refuses more units than were fulfilled and are not asked for already, line by line', async () => {
    const { id, lines } = newOrder();
    const [shirt, shoes] = lines.map((line) => line.id) as [string, string];
    const first = await act(
      'createReturn',
      request(id, [
        { orderLineId: shirt, quantity: 2 },
        { orderLineId: shoes, quantity: 2 },
      ]),
    );
    const again = request(id, [
      { orderLineId: shirt, quantity: 2 },
      { orderLineId: shoes, quantity: 1 },
    ]);
    expect((await act('createReturn', again)).userErrors).toMatchObject([
      { code: 'QUANTITY_TOO_LARGE', maximumQuantity: 1, path: ['input', 'lines', '0', 'quantity'] },
      { code: 'NOT_RETURNABLE', orderLineId: shoes, against: ['ALREADY_RETURNED'] },
    ]);
    await act('cancelReturn', { id: first.return?.id, expectedVersion: 1 });
    expect((await act('createReturn', { ...again, idempotencyKey: key() })).userErrors).toEqual([]);
  });

  it.each([
    ['no line', { lines: [] }, ['lines']],
    ['a quantity of zero', { lines: [{ orderLineId: 'x', quantity: 0, reason: 'OTHER' }] }, ['lines', '0', 'quantity']],
    ['no store to bring it to', { dropOffLocationId: null }, ['dropOffLocationId']],
    ['a store for a parcel', { method: 'CARRIER_DROP_OFF' }, ['dropOffLocationId']],
    ['a key with spaces', { attributes: [{ key: 'not so', value: 'x' }] }, ['attributes', '0', 'key']],
    ['a short idempotency key', { idempotencyKey: 'short' }, ['idempotencyKey']],
  ])('refuses %s and names the field', async (_title, more, path) => {
    const { id, lines } = newOrder();
    const input = request(id, [{ orderLineId: lines[0]?.id as string, quantity: 1 }], more);
    expect(await act('createReturn', input)).toMatchObject({
      return: null,
      userErrors: [{ code: 'INVALID_INPUT', path: ['input', ...path] }],
    });
  });

  it('refuses a store that is switched off, but not one that is closed today', async () => {
    const asked = (order: ReturnType<typeof newOrder>) =>
      request(order.id, [{ orderLineId: order.lines[0]?.id as string, quantity: 1 }]);
    const until = '2026-11-23T09:00:00.000Z';
    const closed = { code: 'CLOSED', message: 'Closed on Sunday.', until };
    neighbours.places.set('loc_lyon', { type: 'STORE', reasons: [closed] });
    expect((await act('createReturn', asked(newOrder()))).userErrors).toEqual([]);

    const off = { code: 'SERVICE_DISABLED', message: 'Takes no returns.', until: null };
    neighbours.places.set('loc_lyon', { type: 'STORE', reasons: [off, closed] });
    expect((await act('createReturn', asked(newOrder()))).userErrors).toMatchObject([
      { code: 'LOCATION_NOT_ELIGIBLE', locationId: 'loc_lyon', reasons: [{ code: 'SERVICE_DISABLED' }] },
    ]);
    neighbours.places.delete('loc_lyon');
    expect((await act('createReturn', asked(newOrder()))).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  it('lets as many as there are units win, however many ask at once', async () => {
    const { id, lines } = newOrder();
    const asked = [{ orderLineId: lines[0]?.id as string, quantity: 1 }];
    const payloads = await Promise.all(Array.from({ length: 12 }, () => act('createReturn', request(id, asked))));
    expect(payloads.filter((payload) => payload.return)).toHaveLength(3);
    const refused = payloads.flatMap((payload) => payload.userErrors);
    expect(new Set(refused.map((refusal) => refusal.code))).toEqual(new Set(['NOT_RETURNABLE']));
  });
});

describe('review', () => {
  const big = async () => {
    const { id, lines } = newOrder({ channelId: 'chn_b2b' });
    const asked = [{ orderLineId: lines[0]?.id as string, quantity: 3 }];
    const parcel = { method: 'CARRIER_DROP_OFF', dropOffLocationId: null };
    return (await act('createReturn', request(id, asked, parcel))).return as Shown;
  };

  it('holds a return the policy wants a person to see, and shows it on the board', async () => {
    const found = await big();
    expect(found).toMatchObject({
      status: 'REQUESTED',
      label: null,
      availableActions: ['APPROVE', 'DECLINE', 'CANCEL'],
    });
    // The gateway asks other subgraphs for the rest of the stored operation.
    const board = `query { returns(filter: { statuses: [REQUESTED] }, first: 20) { nodes { number order { id }
      lines { orderLine { id } requestedQuantity reason } policyDecision { outcome reasons } } } }`;
    expect(await question(board, {}, operator)).toMatchObject({
      returns: { nodes: [{ number: found.number, policyDecision: { outcome: 'NEEDS_REVIEW', reasons: [] } }] },
    });
    const approved = await act('approveReturn', { id: found.id, expectedVersion: 1 });
    expect(approved.return).toMatchObject({ status: 'APPROVED', label: { carrier: 'colissimo' } });
    expect((await act('approveReturn', { id: found.id, expectedVersion: 2 })).userErrors).toMatchObject([
      { code: 'INVALID_STATE', currentState: 'APPROVED' },
    ]);
  });

  it('ends a declined return and frees its units', async () => {
    const found = await big();
    expect((await act('declineReturn', { id: found.id, expectedVersion: 1, reason: ' ' })).userErrors).toMatchObject([
      { code: 'INVALID_INPUT', path: ['input', 'reason'] },
    ]);
    const declined = await act('declineReturn', { id: found.id, expectedVersion: 1, reason: 'Wholesale is final.' });
    expect(declined.return).toMatchObject({ status: 'DECLINED', availableActions: [], closedAt: expect.any(String) });
  });
});
