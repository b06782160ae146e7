export const channelId = 'chn_web';

type Line = { readonly sku: string; readonly quantity: number; readonly price?: string; readonly group?: string };
let keys = 0;

const euro = (amount: string) => ({ amount, currency: 'EUR' });
export const delivery = {
  key: 'home',
  method: 'DELIVERY',
  shippingAddress: { lines: ['2 quai de Saône'], city: 'Lyon', postalCode: '69002', countryCode: 'FR' },
  price: euro('5.00'),
};
export const collection = (pickupLocationId: string) => ({
  key: 'store',
  method: 'CLICK_AND_COLLECT',
  pickupLocationId,
  price: euro('0.00'),
});

/** Input of `placeOrder`, with everything the test does not care about. */
export function anOrder(
  lines: readonly Line[],
  { groups = [delivery], ...more }: { groups?: readonly Record<string, unknown>[] } & Record<string, unknown> = {},
) {
  const cents = (text: string) => Math.round(Number(text) * 100);
  const delivered = groups.reduce((sum, { price }) => sum + cents((price as { amount: string }).amount), 0);
  const total = lines.reduce((sum, { price = '20.00', quantity }) => sum + cents(price) * quantity, delivered);
  const due = euro((total / 100).toFixed(2));
  return {
    idempotencyKey: `test-key-${++keys}`,
    channelId,
    customer: { customerId: 'cus_1', email: 'zoe@example.com', firstName: 'Zoé', lastName: 'Petit' },
    deliveryGroups: groups,
    lines: lines.map(({ sku, quantity, price = '20.00', group = groups[0]?.key }) => ({
      sku,
      quantity,
      name: `A ${sku.toLowerCase()}`,
      unitPrice: euro(price),
      taxTotal: euro('1.00'),
      deliveryGroupKey: group,
    })),
    expectedTotal: due,
    payment: { provider: 'adyen', reference: 'psp-1', method: 'card', authorized: due },
    ...more,
  };
}
