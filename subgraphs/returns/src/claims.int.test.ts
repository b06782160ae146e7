import { afterAll, describe, expect, it } from 'vitest';
import { aStore } from '../test/neighbours.ts';
import { arrival, openTestReturns, operator, request, type Shown } from '../test/open-returns.ts';

const { neighbours, act, newOrder, newPolicy, pay, close } = await openTestReturns();
afterAll(close);

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
