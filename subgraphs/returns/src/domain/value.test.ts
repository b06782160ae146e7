import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aLine, aReturn } from '../../test/a-return.ts';
import type { ReturnStatus } from './return.ts';
import { refundSums, valueOfUnits } from './value.ts';

it('gives parts that add up to the line, however it is cut', () => {
  const cuts = fc.record({
    totalMinor: fc.integer({ min: 0, max: 10_000_000 }),
    parts: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 10 }),
  });
  fc.assert(
    fc.property(cuts, ({ totalMinor, parts }) => {
      const quantity = parts.reduce((sum, part) => sum + part, 0);
      const claimed = { quantity: 0, minor: 0 };
      for (const part of parts) {
        const value = valueOfUnits({ quantity, totalMinor }, part, claimed);
        expect(Math.abs(value - (totalMinor * part) / quantity)).toBeLessThanOrEqual(1);
        claimed.quantity += part;
        claimed.minor += value;
      }
      expect(claimed.minor).toBe(totalMinor);
    }),
  );
});

it('never pays more than the line when parts are withdrawn and asked for again', () => {
  const line = { quantity: 3, totalMinor: 1 };
  const first = valueOfUnits(line, 1, { quantity: 0, minor: 0 });
  const second = valueOfUnits(line, 1, { quantity: 1, minor: first });
  // The first is withdrawn; only the second still counts.
  const again = valueOfUnits(line, 1, { quantity: 1, minor: second });
  expect(second + again).toBeLessThanOrEqual(1);
});

it.each([
  ['APPROVED', {}, 1000],
  ['RECEIVED', { receivedQuantity: 3, refusedQuantity: 1 }, 667],
  ['INSPECTED', { receivedQuantity: 3, acceptedQuantity: 2, refusedQuantity: 1 }, 667],
  ['INSPECTED', { receivedQuantity: 2, acceptedQuantity: 1, refusedQuantity: 1 }, 333],
  ['CANCELLED', {}, 0],
])('a return that is %s with %j is worth %i', (status, counts, minor) => {
  const sums = refundSums(aReturn({ status: status as ReturnStatus, lines: [aLine(counts)] }));
  expect(sums.total).toEqual({ minor, currency: 'EUR' });
  expect(sums.goods).toEqual(sums.total);
});
