/** What the graph under the gateways holds: made once, in memory, the same in every process. */

const skuCount = 2000;
const storeCount = 100;
export const orderCount = 512;
const day = 86_400_000;
const start = Date.UTC(2026, 0, 1);
const at = (days: number) => new Date(start + days * day).toISOString();
const list = <T>(length: number, make: (index: number) => T): T[] => Array.from({ length }, (_, index) => make(index));

/** Numbers without a pattern that are the same each time (Knuth's multiplicative hash). */
const some = (seed: number, below: number) => ((Math.imul(seed + 1, 2_654_435_761) >>> 8) % below) as number;

export const skuOf = (index: number) => `SKU-${String(index % skuCount).padStart(5, '0')}`;
export const storeIdOf = (index: number) => `loc_${String(index % storeCount).padStart(3, '0')}`;
export const orderIdOf = (index: number) => `ord_${String(index % orderCount).padStart(5, '0')}`;

const money = (cents: number) => ({ amount: (cents / 100).toFixed(2), currency: 'EUR' });
const statuses = ['OUT_OF_STOCK', 'LOW_STOCK', 'IN_STOCK'] as const;

export const availabilities = new Map(
  list(skuCount, (index) => {
    const inStores = some(index, 90);
    return [
      skuOf(index),
      {
        sku: skuOf(index),
        status: statuses[some(index * 7, 3)],
        sellableQuantity: some(index * 3, 500),
        isCapped: index % 4 === 0,
        warehouse: { quantity: some(index * 5, 300), locationCount: 1 },
        stores: { quantity: some(index * 11, 400), locationCount: inStores },
        pickup: { isAvailable: inStores > 0, storeCount: inStores },
        nextReceipt: index % 3 === 0 ? { quantity: 40, expectedAt: at(index % 60) } : null,
        asOf: at(300),
      },
    ] as const;
  }),
);

const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;

export const stores = new Map(
  list(storeCount, (index) => [
    storeIdOf(index),
    {
      id: storeIdOf(index),
      code: `S${index}`,
      name: `Boutique n° ${index}`,
      address: {
        lines: [`${1 + some(index, 200)} rue de la Gare`],
        city: ['Lyon', 'Genève', 'Zürich'][index % 3],
        postalCode: String(10_000 + some(index * 13, 80_000)),
        countryCode: ['FR', 'CH', 'CH'][index % 3],
      },
      isOpen: index % 5 !== 0,
      openingHours: weekdays.map((name) => ({
        day: name,
        opensAt: '09:00',
        closesAt: name === 'SUNDAY' ? '13:00' : '19:30',
      })),
      pickupInstructions: index % 2 === 0 ? 'Guichet au premier étage, présentez le code.' : null,
    },
  ]),
);

/** The pickers of a shopper: ten stores nearby, as they stand for that cart. */
export function pickupStores(items: readonly { sku: string; quantity: number }[], near: { latitude: number }) {
  const first = Math.round(near.latitude * 100) % storeCount;
  return list(10, (place) => {
    const available = items.map(({ sku }, index) => ({ sku, availableQuantity: some(first + place * 3 + index, 9) }));
    const isWhole = available.every(
      ({ availableQuantity }, index) => availableQuantity >= (items[index]?.quantity ?? 0),
    );
    return {
      location: { id: storeIdOf(first + place * 7) },
      distanceKm: Math.round((0.4 + place * 1.7) * 10) / 10,
      fulfillment: isWhole ? 'ALL' : 'SOME',
      items: available,
      readyAt: isWhole ? at(301) : null,
      reasons: isWhole ? [] : [{ code: 'OUT_OF_STOCK' }],
    };
  });
}

const linesOf = (order: number) =>
  list(4, (line) => ({
    id: `${orderIdOf(order)}-${line}`,
    sku: skuOf(some(order * 5 + line, skuCount)),
    name: `Article ${some(order + line, 900)}`,
    quantity: 1 + (line % 3),
    fulfilledQuantity: line % 2,
    total: money(500 + some(order * 3 + line, 9000)),
    editability: line % 2 === 0 ? { isEditable: true, reasons: [] } : { isEditable: false, reasons: ['SHIPPED'] },
  }));

export const orders = new Map(
  list(orderCount, (index) => {
    const lines = linesOf(index);
    const address = { lines: ['12 Bahnhofstrasse'], city: 'Zürich', postalCode: '8001', countryCode: 'CH' };
    return [
      orderIdOf(index),
      {
        id: orderIdOf(index),
        number: `N${100_000 + index}`,
        status: 'OPEN',
        fulfillmentStatus: 'PARTIALLY_FULFILLED',
        paymentStatus: 'AUTHORIZED',
        version: 1 + (index % 5),
        placedAt: at(index % 300),
        customer: { email: `client${index}@example.com`, firstName: 'Zoé' },
        totals: { grandTotal: money(12_900 + index), balance: money(0) },
        lines,
        deliveryGroups: [
          { method: 'DELIVERY', shippingAddress: address, pickupLocation: null, promisedTo: at(310) },
          {
            method: 'PICKUP',
            shippingAddress: null,
            pickupLocation: { id: storeIdOf(some(index, storeCount)) },
            promisedTo: null,
          },
        ],
        shipments: [
          {
            carrier: 'La Poste',
            trackingNumber: `6A${index}`,
            trackingUrl: `https://example.com/track/6A${index}`,
            status: 'IN_TRANSIT',
            lines: lines.slice(0, 2).map((orderLine) => ({ quantity: 1, orderLine })),
          },
        ],
      },
    ] as const;
  }),
);

/** What the returns of an order say, by the order's id. */
export const returnsOf = (orderId: string) => {
  const index = Number(orderId.slice(4));
  return {
    returnStatus: index % 3 === 0 ? 'REQUESTED' : 'NONE',
    returnEligibility: { isReturnable: true, returnableUntil: at(330), methods: ['MAIL', 'IN_STORE'], reasons: [] },
    returns: {
      nodes: list(index % 3, (place) => ({
        id: `ret_${index}_${place}`,
        number: `R${index}-${place}`,
        status: 'REQUESTED',
        refundSummary: { total: money(1000 + index) },
      })),
    },
  };
};

export const returnableOf = (lineId: string) => Number(lineId.slice(-1)) % 2;
