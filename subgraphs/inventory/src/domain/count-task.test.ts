import { expect, it } from 'vitest';
import { type CountLine, countLine, needsApproval, submitLine } from './count-task.ts';

it.each([
  ['no limits', {}, 10, 0, false],
  ['units, at the limit', { approvalUnits: 2 }, 10, 8, false],
  ['units, over it', { approvalUnits: 2 }, 10, 7, true],
  ['units, over it the other way', { approvalUnits: 2 }, 10, 13, true],
  ['percent, at the limit', { approvalPercent: 10 }, 20, 18, false],
  ['percent, over it', { approvalPercent: 10 }, 20, 17, true],
  ['percent of nothing', { approvalPercent: 10 }, 0, 1, true],
  ['percent of less than nothing', { approvalPercent: 100 }, -2, 0, false],
  ['either of two', { approvalUnits: 5, approvalPercent: 10 }, 20, 17, true],
  ['no difference', { approvalUnits: 0, approvalPercent: 0 }, 20, 20, false],
] as const)('decides what waits for approval: %s', (_name, limits, expected, counted, waits) => {
  expect(needsApproval({ approvalUnits: null, approvalPercent: null, ...limits }, expected, counted)).toBe(waits);
});

const line: CountLine = {
  lineNo: 1,
  item: { itemNo: 1, sku: 'A', category: null, isTracked: true },
  status: 'COUNTED',
  countedQuantity: 4,
  countedAt: new Date('2026-11-22T09:00:00Z'),
  countedBy: 'ann',
  expectedQuantity: null,
};

it('takes a later count of the same SKU and ignores an earlier one, whichever comes first', () => {
  const at = (time: string) => ({ sku: 'A', countedQuantity: 5, countedAt: new Date(`2026-11-22T${time}:00Z`) });
  expect(countLine(line, at('09:05'), 'bob')).toMatchObject({ countedQuantity: 5, countedBy: 'bob' });
  expect(countLine(line, at('08:55'), 'bob')).toBeNull();
});

it('posts nothing that a later truth has overtaken', () => {
  const limits = { approvalUnits: 0, approvalPercent: null };
  expect(submitLine(limits, line, { itemNo: 1, expected: 9, isSuperseded: true }).status).toBe('SUPERSEDED');
});
