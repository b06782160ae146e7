import { readOperation } from '@passerelle/contracts/operations';
import { aCaller } from '@passerelle/testing';
import { anOrder } from './an-order.ts';
import { type Market, openMarket } from './market.ts';
import { aKey, demoPayment, euro, place, type Refusal, read, type Sold } from './selling.ts';

type Preview = {
  totalAfter: { amount: string };
  amountDue: { amount: string };
  changes: { kind: string; sku: string | null; quantityBefore: number | null; quantityAfter: number | null }[];
};
type Answer = { order: Sold | null; preview: Preview | null; userErrors: Refusal[] };

export const openEditing = () =>
  openMarket({
    depot: { type: 'WAREHOUSE', stock: { SHIRT: 100, SHOES: 100, RARE: 3 } },
    lyon: { type: 'STORE', stock: { SHIRT: 40, CAP: 20 } },
  });

export const set = (order: Sold, quantity: number) => ({ setQuantities: [{ lineId: order.lines[0]?.id, quantity }] });
export const shoes = (key: string | undefined) => ({
  addLines: [
    {
      sku: 'SHOES',
      quantity: 1,
      name: 'Shoes',
      unitPrice: euro('50.00'),
      taxTotal: euro('1.00'),
      deliveryGroupKey: key,
    },
  ],
});
export const collect = (order: Sold) => ({
  deliveryGroups: [{ id: order.deliveryGroups[0]?.id, method: 'CLICK_AND_COLLECT', pickupLocationId: 'lyon' }],
});

/** Orders that are edited as the storefront does. */
export const editing = (market: Market) => ({
  edit: async (order: Pick<Sold, 'id' | 'version'>, more: object, caller = aCaller('operator')) => {
    const input = { idempotencyKey: aKey(), orderId: order.id, expectedVersion: order.version, ...more };
    const document = readOperation('storefront', 'ChangeOrder');
    return (await market.ask<{ editOrder: Answer }>(document, { input }, caller)).editOrder;
  },
  /** Two shirts at 20.00 and a delivery at 5.00: 45.00. */
  sold: (words?: string, sku = 'SHIRT') =>
    place(market, { ...anOrder([{ sku, quantity: 2 }]), payment: demoPayment('45.00', words) }),
  authorized: async (order: Sold) => (await read(market, order)).payments.map((one) => one.authorized.amount),
});
