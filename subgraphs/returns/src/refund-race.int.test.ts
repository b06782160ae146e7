import { afterAll, expect, it } from 'vitest';
import { staff } from '../test/open-returns.ts';
import { euros, openRealMarket } from '../test/real-market.ts';

const market = await openRealMarket();
const { graph, sqlOf, question, openPlace, collectedOrder, readOrder, receive } = market;
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
