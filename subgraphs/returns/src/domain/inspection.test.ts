import { expect, it } from 'vitest';
import { type Disposition, type ItemCondition, stockLines } from './inspection.ts';

const found = (disposition: Disposition, condition: ItemCondition, quantity = 1, sku = 'SHIRT') => ({
  returnLineId: 'rln_1',
  note: null,
  photoUrls: [],
  restockSku: null,
  toLocationId: null,
  sku,
  disposition,
  condition,
  quantity,
});

it.each([
  ['RESTOCK', 'AS_NEW', 'restockedQuantity'],
  ['RESTOCK', 'OPENED', 'restockedQuantity'],
  ['RESTOCK', 'WORN', 'restockedQuantity'],
  ['RESTOCK', 'DAMAGED', 'blockedQuantity'],
  ['RESTOCK', 'INCOMPLETE', 'blockedQuantity'],
  ['REPAIR', 'AS_NEW', 'blockedQuantity'],
] as const)('a unit to %s that is %s is %s', (disposition, condition, kind) => {
  const none = { restockedQuantity: 0, blockedQuantity: 0 };
  expect(stockLines([found(disposition, condition)])).toEqual([{ sku: 'SHIRT', ...none, [kind]: 1 }]);
});

it('sells second choice under a SKU of its own', () => {
  const lines = [{ ...found('RESTOCK_SECOND_CHOICE', 'WORN', 2), restockSku: 'SHIRT-B' }, found('RESTOCK', 'AS_NEW')];
  expect(stockLines(lines)).toEqual([
    { sku: 'SHIRT', restockedQuantity: 1, blockedQuantity: 0 },
    { sku: 'SHIRT-B', restockedQuantity: 2, blockedQuantity: 0 },
  ]);
});

it.each(['TRANSFER', 'VENDOR', 'SCRAP', 'DONATE', 'SEND_BACK'] as const)(
  'a unit to %s is no stock here',
  (disposition) => {
    expect(stockLines([found(disposition, 'AS_NEW')])).toEqual([]);
  },
);

it('adds up the units of each SKU, in their order', () => {
  const lines = [found('RESTOCK', 'AS_NEW', 2), found('RESTOCK', 'AS_NEW', 1, 'HAT'), found('REPAIR', 'WORN', 1)];
  expect(stockLines(lines)).toEqual([
    { sku: 'HAT', restockedQuantity: 1, blockedQuantity: 0 },
    { sku: 'SHIRT', restockedQuantity: 2, blockedQuantity: 1 },
  ]);
});
