import { says, status } from '@passerelle/exits/testing';
import { describe, expect, it } from 'vitest';
import { operator, request } from '../test/open-returns.ts';
import { withExit } from '../test/with-exit.ts';

const at = await withExit('return.eligibility');
const { service, use } = at;

const told = () => JSON.parse(service.calls.at(-1)?.body ?? '{}');
/** Asks to bring back shirts of a new order: 10.00 for three. */
function asked(quantity = 3) {
  const { id, lines } = at.returns.newOrder();
  return request(id, [{ orderLineId: lines[0]?.id as string, quantity }]);
}
type Explained = {
  policyDecision: { outcome: string; reviewReasons: string[]; lines: { restockingFee: { amount: string } }[] };
  userExits: { name: string; outcome: string; decision: string; reasons: string[]; failure: string | null }[];
};
async function explained(id: string | undefined): Promise<Explained> {
  const query = `query ($id: ID!) { return(id: $id) {
    policyDecision { outcome reviewReasons lines { restockingFee { amount } } }
    userExits { name outcome decision reasons failure isShadow differs durationMs inputHash calledAt } } }`;
  return (await at.returns.question<{ return: Explained }>(query, { id }, operator)).return;
}

describe('a user exit that says whether goods may come back', () => {
  it('costs nothing when none is set', async () => {
    const { statements } = at.returns.graph;
    const statementsOf = async () => {
      statements.length = 0;
      await at.returns.act('createReturn', asked());
      return statements.filter((text) => !/pg_catalog|pg_type/.test(text)).length;
    };
    await statementsOf();
    const before = await statementsOf();
    await use({ mode: 'OFF' });
    expect(await statementsOf()).toBe(before);
    expect(statements.filter((text) => text.includes('exit_calls'))).toEqual([]);
    expect(service.calls).toHaveLength(0);
  });

  it('lets it be opened, is told no more than it needs, and shows on the return', async () => {
    await use({}, says({ decision: 'CONTINUE' }));
    const input = asked(2);
    const { return: opened } = await at.returns.act('createReturn', input);
    expect(opened?.status).toBe('APPROVED');
    expect(told()).toMatchObject({ exit: 'return.eligibility', context: { channelId: 'chn_web' } });
    expect(told().input).toEqual({
      orderId: input.orderId,
      channelId: 'chn_web',
      customerId: 'customer-1',
      deliveredAt: '2026-11-20T10:00:00.000Z',
      method: 'IN_STORE',
      locationId: 'loc_lyon',
      lines: [
        {
          orderLineId: `${input.orderId}-line-1`,
          sku: 'SHIRT',
          quantity: 2,
          reason: 'TOO_SMALL',
          resolution: 'REFUND',
          value: { amount: '6.67', currency: 'EUR' },
        },
      ],
    });
    expect(await explained(opened?.id)).toMatchObject({
      policyDecision: { outcome: 'AUTO_APPROVED' },
      userExits: [{ name: 'return.eligibility', outcome: 'APPLIED', decision: 'CONTINUE', isShadow: false }],
    });
  });

  it('refuses: nothing is opened, the call is kept, and the key is answered the same again', async () => {
    await use({}, says({ decision: 'REJECT', reasons: [{ code: 'ABUSE', message: 'Too many returns' }] }));
    const input = asked();
    const refused = await at.returns.act('createReturn', input);
    expect(refused).toMatchObject({
      return: null,
      userErrors: [{ code: 'USER_EXIT_REJECTED', path: null, message: expect.stringContaining('Too many returns') }],
    });
    await use(null);
    expect(await at.returns.act('createReturn', input)).toEqual(refused);
    expect(await at.returns.sql`select return_id, decision from exit_calls where order_id = ${input.orderId}`).toEqual([
      { return_id: null, decision: 'REJECT' },
    ]);
    // The units are free for another request.
    expect((await at.returns.act('createReturn', { ...input, idempotencyKey: 'another-key' })).userErrors).toEqual([]);
  });

  it('names the fee that is kept, in place of the one of the policy', async () => {
    await use({}, says({ decision: 'MODIFY', output: { restockingFeeBasisPoints: 1500 } }));
    const { return: opened } = await at.returns.act('createReturn', asked());
    expect(opened?.status).toBe('APPROVED');
    expect((await explained(opened?.id)).policyDecision.lines).toEqual([
      { restockingFee: expect.objectContaining({ amount: '1.50' }) },
    ]);
  });

  it.each([
    [
      'asks for a look',
      {},
      says({ decision: 'HOLD', reasons: [{ code: 'LOOK', message: 'x' }] }),
      'REQUESTED',
      'APPLIED',
    ],
    ['does not answer, and its policy is CLOSED', {}, status(500), 'REQUESTED', 'FELL_BACK'],
    ['does not answer, and its policy is OPEN', { onFailure: 'OPEN' }, status(500), 'APPROVED', 'FELL_BACK'],
    ['has no opinion', {}, status(204), 'APPROVED', 'DECLINED'],
  ])('%s', async (_title, exit, script, expected, outcome) => {
    await use(exit, script);
    const { return: opened } = await at.returns.act('createReturn', asked());
    expect(opened?.status).toBe(expected);
    const { policyDecision, userExits } = await explained(opened?.id);
    expect(policyDecision.reviewReasons).toEqual(expected === 'REQUESTED' ? ['USER_EXIT'] : []);
    expect(userExits).toMatchObject([{ outcome }]);
  });

  it('is not asked about what the policy refuses, and what has changed while it was asked is seen', async () => {
    await use({}, says({ decision: 'CONTINUE' }));
    const before = service.calls.length;
    expect((await at.returns.act('createReturn', asked(4))).userErrors).toMatchObject([{ code: 'QUANTITY_TOO_LARGE' }]);
    expect(service.calls).toHaveLength(before);

    const waiting: (() => void)[] = [];
    service.script((response, call) => waiting.push(() => says({ decision: 'CONTINUE' })(response, call)));
    const input = asked();
    const both = ['first-request', 'other-request'].map((idempotencyKey) =>
      at.returns.act('createReturn', { ...input, idempotencyKey }),
    );
    await service.called(before + 2);
    const open = await at.returns.sql`
      select from pg_stat_activity where datname = current_database() and state = 'idle in transaction'`;
    expect(open).toHaveLength(0);
    for (const go of waiting) go();
    const codes = (await Promise.all(both)).map(({ userErrors }) => userErrors.map(({ code }) => code));
    expect(codes.toSorted()).toEqual([[], ['NOT_RETURNABLE']]);
  });

  it('in the shadow is asked by a job, compared, and followed by nobody', async () => {
    await use({ mode: 'SHADOW' }, says({ decision: 'REJECT' }));
    const before = service.calls.length;
    const { return: opened } = await at.returns.act('createReturn', asked());
    expect(opened?.status).toBe('APPROVED');
    expect(service.calls).toHaveLength(before);
    await at.returns.graph.settle();
    expect(told()).toMatchObject({ dryRun: true });
    expect((await explained(opened?.id)).userExits).toMatchObject([
      { decision: 'REJECT', isShadow: true, differs: true },
    ]);
  });
});
