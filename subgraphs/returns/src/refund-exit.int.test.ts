import { type Script, says, status } from '@passerelle/exits/testing';
import { expect, it } from 'vitest';
import { operator, type Shown } from '../test/open-returns.ts';
import { withExit } from '../test/with-exit.ts';

const at = await withExit('refund.amount');
const { service, use } = at;

const deducts = (returnLineId: unknown, amount: string) =>
  says({
    decision: 'MODIFY',
    output: { deductions: [{ returnLineId, amount }] },
    reasons: [{ code: 'STAINED', message: 'A stain on the sleeve' }],
  });
const lineOf = ({ lines }: Shown) => (lines as readonly { readonly id: string }[])[0]?.id;
const callsOf = async ({ id }: Shown) =>
  (
    await at.returns.question<{ return: { userExits: { name: string; outcome: string; decision: string }[] } }>(
      'query ($id: ID!) { return(id: $id) { userExits { name outcome decision isShadow differs } } }',
      { id },
      operator,
    )
  ).return.userExits;
const paid = ({ orderId }: { orderId: string }) => at.returns.paidFor(orderId);

it('deducts what the exit says, first shown and then kept as a fee; the call stands on the return', async () => {
  const found = await at.returns.accepted(3);
  await use({}, deducts(lineOf(found), '2.50'));
  expect(await at.returns.pay(found, { dryRun: true })).toMatchObject({ summary: { total: { amount: '7.50' } } });
  expect(JSON.parse(service.calls.at(-1)?.body ?? '{}')).toMatchObject({
    dryRun: true,
    input: {
      returnId: found.id,
      method: 'ORIGINAL_PAYMENT',
      total: { amount: '10.00', currency: 'EUR' },
      lines: [{ returnLineId: lineOf(found), quantity: 3, amount: { amount: '10.00' } }],
    },
  });
  expect([paid(found), await callsOf(found)]).toEqual([[], []]);
  expect(await at.returns.pay(found)).toMatchObject({ refund: { amount: { amount: '7.50' } }, userErrors: [] });
  expect(paid(found)).toEqual([750]);
  expect(await callsOf(found)).toMatchObject([{ name: 'refund.amount', outcome: 'APPLIED', decision: 'MODIFY' }]);
});

it('pays the rest of a line without giving back what was deducted before', async () => {
  const found = await at.returns.accepted(3);
  await use({}, deducts(lineOf(found), '1.00'));
  await at.returns.pay(found, { lines: [{ returnLineId: lineOf(found), quantity: 1 }] });
  await use({}, says({ decision: 'CONTINUE' }));
  await at.returns.pay({ ...found, version: found.version + 2 });
  expect(paid(found).reduce((sum, minor) => sum + minor, 0)).toBe(900);
});

it.each<[string, (found: Shown) => Script, string]>([
  ['holds', () => says({ decision: 'HOLD', reasons: [{ code: 'LOOK', message: 'Too often' }] }), 'Too often'],
  ['does not answer', () => status(500), 'SERVER_ERROR'],
  ['deducts more than there is', (found) => deducts(lineOf(found), '10.01'), 'does not come to'],
  ['deducts from another line', () => deducts('rln_other', '1.00'), 'does not come to'],
])('waits for a person when the exit %s, who then pays as it stands', async (_title, script, message) => {
  const found = await at.returns.accepted(3);
  await use({}, script(found));
  expect(await at.returns.pay(found)).toMatchObject({
    refund: null,
    userErrors: [{ code: 'USER_EXIT_REJECTED', path: null, message: expect.stringContaining(message) }],
  });
  expect([paid(found), await callsOf(found)]).toMatchObject([[], [{ name: 'refund.amount' }]]);
  const asked = service.calls.length;
  expect((await at.returns.pay(found, { isReviewed: true })).userErrors).toEqual([]);
  expect([paid(found), service.calls.length]).toEqual([[1000], asked]);
});

it('refuses what the exit refuses, once for the key, and goes on without it where settings say so', async () => {
  const found = await at.returns.accepted(3);
  await use({}, says({ decision: 'REJECT', reasons: [{ code: 'ABUSE', message: 'Worn and brought back' }] }));
  const input = { idempotencyKey: 'refund-exit-key' };
  const refused = await at.returns.pay(found, input);
  expect(refused.userErrors).toMatchObject([{ code: 'USER_EXIT_REJECTED' }]);
  await use(null);
  expect(await at.returns.pay(found, input)).toEqual(refused);
  await use({ onFailure: 'OPEN' }, status(500));
  expect((await at.returns.pay(found)).userErrors).toEqual([]);
  expect(paid(found)).toEqual([1000]);
});

it('in the shadow is asked by a job, compared, and followed by nobody', async () => {
  const found = await at.returns.accepted(3);
  await use({ mode: 'SHADOW' }, deducts(lineOf(found), '2.50'));
  expect((await at.returns.pay(found)).userErrors).toEqual([]);
  await at.returns.graph.settle();
  expect(paid(found)).toEqual([1000]);
  expect(await callsOf(found)).toMatchObject([{ decision: 'MODIFY', isShadow: true, differs: true }]);
});
