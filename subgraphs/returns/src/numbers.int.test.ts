import { afterAll, expect, it } from 'vitest';
import { arrival, finding, inspection, openTestReturns, operator, type Shown, staff } from '../test/open-returns.ts';

const { graph, question, act, opened, received, accepted, pay, close } = await openTestReturns();
afterAll(close);

it('tells rates, reasons, money waiting, age, and what will be on sale again', async () => {
  await pay(await accepted(3));
  await accepted(2);
  const scrapped = await received(1);
  await act('inspectReturn', inspection(scrapped, [finding(scrapped, 1, 'SCRAP', 'DAMAGED')]));
  const withdrawn = await opened(1);
  await act('cancelReturn', { id: withdrawn.id, expectedVersion: 1 });
  graph.clock.advance({ days: 5 });
  const coming = await opened(3);
  await act('receiveReturn', arrival(coming as Shown, 1));

  const query = `query ($by: ReturnStatisticsGrouping!, $at: DateTimeRangeInput) {
    returnStatistics(groupBy: $by, requestedAt: $at) {
      key requestedUnits receivedUnits acceptedUnits fulfilledUnits rate reasons { reason units } }
    returnAgeing { fromDays toDays returns units waiting { amount currency } }
    expectedReturns(skus: ["SHIRT", "SHOES"]) { sku location { id } units probability expectedUnits } }`;
  const of = (by: string, at?: object) => question<Record<string, unknown[]>>(query, { by, at }, operator);
  const bySku = await of('SKU');
  // Five orders of three shirts were told of; nine of them are asked back.
  expect(bySku.returnStatistics).toEqual([
    {
      key: 'SHIRT',
      requestedUnits: 9,
      receivedUnits: 7,
      acceptedUnits: 6,
      fulfilledUnits: 15,
      rate: '0.6000',
      reasons: [{ reason: 'TOO_SMALL', units: 9 }],
    },
  ]);
  expect(bySku.returnAgeing).toEqual([
    { fromDays: 0, toDays: 3, returns: 1, units: 3, waiting: { amount: '0.00', currency: 'EUR' } },
    { fromDays: 3, toDays: 8, returns: 2, units: 3, waiting: { amount: '10.00', currency: 'EUR' } },
  ]);
  // Of seven units whose returns are at their end, five went on sale again: (5 + 20 × 5/7) / (7 + 20).
  expect(bySku.expectedReturns).toEqual([
    { sku: 'SHIRT', location: { id: 'loc_lyon' }, units: 2, probability: '0.7143', expectedUnits: '1.43' },
  ]);
  expect((await of('LOCATION')).returnStatistics).toMatchObject([
    { key: 'loc_lyon', fulfilledUnits: null, rate: null },
  ]);
  expect((await of('CHANNEL')).returnStatistics).toMatchObject([{ key: 'chn_web', rate: '0.3600' }]);
  expect((await of('SKU', { from: '2030-01-01T00:00:00Z' })).returnStatistics).toEqual([]);
  await expect(question(query, { by: 'SKU' }, staff)).rejects.toThrow('FORBIDDEN');
});
