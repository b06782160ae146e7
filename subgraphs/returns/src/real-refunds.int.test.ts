import { readOperation } from '@passerelle/contracts/operations';
import { afterAll, describe, expect, it } from 'vitest';
import { euros } from '../test/doors.ts';
import { staff } from '../test/open-returns.ts';
import { openRealMarket } from '../test/real-market.ts';
import { shirts } from '../test/selling.ts';

const market = await openRealMarket();
const { graph, sqlOf, question, openPlace, placedOrder, collect, collectedOrder, readOrder, receive } = market;
const { find, askedBack, restocked, key } = market;
const lyon = await openPlace('Lyon');
await graph.settle();
afterAll(market.close);

/** The full measure is 80 orders: `REFUND_RACE_ORDERS=80`. */
// biome-ignore lint/style/noProcessEnv: the size of a race is for who runs the tests to say
const raceOrders = Number(process.env.REFUND_RACE_ORDERS ?? 3);

it('lets exactly two of twelve refunds of half the money through, on each real order', async () => {
  await receive(lyon, 'SHIRT', 2 * raceOrders);
  const sold: { id: string }[] = [];
  for (let count = 0; count < raceOrders; count++) sold.push(await collectedOrder(lyon));
  const appease = `mutation ($input: AppeaseOrderInput!) { appeaseOrder(input: $input) {
    refund { status } userErrors { ... on UserError { code } } } }`;
  const half = (orderId: string, hand: number) =>
    question(
      'returns',
      appease,
      { input: { idempotencyKey: `half-${orderId}-${hand}`, orderId, amount: euros('25.00'), reason: 'Half of it.' } },
      staff,
    );
  await Promise.all(sold.flatMap(({ id }) => Array.from({ length: 12 }, (_, hand) => half(id, hand))));
  await graph.pass({ hours: 2 });
  const [row] = await sqlOf('returns')`
    select count(*) filter (where status = 'SUCCEEDED')::integer as paid,
      count(*) filter (where status = 'PENDING')::integer as waiting
    from refunds where reason = 'Half of it.'`;
  expect(row).toEqual({ paid: 2 * raceOrders, waiting: 0 });
  for (const { id } of sold) expect((await readOrder(id)).totals.refunded.amount).toBe('50.00');
}, 300_000);

describe('credit', () => {
  /** A return of one shirt for 25.00 that was accepted. */
  async function accepted() {
    await receive(lyon, 'SHIRT', 1);
    const order = await collect(await placedOrder(lyon, undefined, [shirts(1, 'SHIRT', '25.00')]));
    const { id } = await askedBack(order, 1, lyon);
    await restocked(id, 1, lyon);
    return { id, orderId: order.id, version: (await find(id)).version };
  }
  type Paid = { refund: { id: string; status: string } | null; userErrors: { code: string }[] };
  const pay = async (id: string, expectedVersion: number, more: object) => {
    const input = { idempotencyKey: key(), id, expectedVersion, ...more };
    const answer = await question<{ refundReturn: Paid }>(
      'returns',
      readOperation('store-app', 'PayBack'),
      { input },
      staff,
    );
    return answer.refundReturn;
  };
  const references = async (id: string) => {
    const query = 'query ($id: ID!) { return(id: $id) { status refunds { status method reference declineCode } } }';
    type Read = { return: { status: string; refunds: { reference: string; declineCode: string | null }[] } };
    return (await question<Read>('returns', query, { id }, staff)).return;
  };
  const balanceOf = async (number: string) => {
    const [row] = await sqlOf('orders')`select balance_minor from demo_credits where number = ${number}`;
    return Number(row?.balance_minor ?? 0);
  };

  it('is loaded onto a gift card once, whoever asks how often, and counts as given back', async () => {
    const { id, orderId, version } = await accepted();
    const card = { method: 'GIFT_CARD', target: 'card-1' };
    const answers = await Promise.all(Array.from({ length: 4 }, () => pay(id, version, card)));
    expect(answers.filter(({ refund }) => refund?.status === 'SUCCEEDED')).toHaveLength(1);
    await graph.pass({ hours: 1 });
    expect(await balanceOf('card-1')).toBe(2500);
    expect(await references(id)).toMatchObject({ status: 'CLOSED', refunds: [{ reference: 'card-1' }] });
    expect((await readOrder(orderId)).totals.refunded.amount).toBe('25.00');
  });

  it('is issued anew when no number is given, and the refund tells its number', async () => {
    const { id, version } = await accepted();
    await pay(id, version, { method: 'STORE_CREDIT' });
    const [refund] = (await references(id)).refunds;
    expect(await balanceOf(refund?.reference as string)).toBe(2500);
  });

  it('that is refused takes nothing up, and is tried again on another card', async () => {
    const { id, orderId, version } = await accepted();
    const refused = await pay(id, version, { method: 'GIFT_CARD', target: 'card-blocked' });
    expect(refused).toMatchObject({ refund: null, userErrors: [{ code: 'PAYMENT_DECLINED' }] });
    expect((await references(id)).refunds).toMatchObject([{ status: 'FAILED', declineCode: 'CARD_BLOCKED' }]);
    expect((await readOrder(orderId)).totals.refunded.amount).toBe('0.00');
    expect(await balanceOf('card-blocked')).toBe(0);
    const again = await pay(id, (await find(id)).version, { method: 'GIFT_CARD', target: 'card-2' });
    expect(again).toMatchObject({ refund: { status: 'SUCCEEDED' }, userErrors: [] });
    await graph.pass({ hours: 2 });
    expect([await balanceOf('card-blocked'), await balanceOf('card-2')]).toEqual([0, 2500]);
    expect((await readOrder(orderId)).totals.refunded.amount).toBe('25.00');
  });
});
